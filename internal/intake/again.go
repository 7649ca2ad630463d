package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"sync"
	"time"

	"dateline"
	"dateline/internal/read"
)

const (
	// firstLook is when a page is looked at again first; secondLook and lastLook
	// are so many times as long. Most edits of news come within the first hours,
	// and who takes something back does so within days.
	firstLook  = time.Hour
	secondLook = 24
	lastLook   = 168
	// quick is the part of firstLook after which a page is looked at that changes
	// now: ten minutes.
	quick = 6
	// young is how long, in firstLooks, flashes and the items of sources that edit
	// often are looked at quickly.
	young = 2
	// longGone is how long, in firstLooks, a page that is away is asked for still:
	// 30 days.
	longGone = 720
	// looksAtOnce is how many pages are looked at at once. Polls must not wait for
	// them: they bring news.
	looksAtOnce = 8
)

// nextLook is when a page is looked at again after now; the zero time is never.
// Nothing but the item's age is asked, so that a look that comes late, after a
// restart, say, does not move those after it.
func (in *Intake) nextLook(l *dateline.Look, hurry bool, now time.Time) time.Time {
	first, age := in.c.LookAgain, now.Sub(l.FirstSeen)
	var next time.Time
	for _, times := range []time.Duration{1, secondLook, lastLook} {
		if age < times*first {
			next = l.FirstSeen.Add(times * first)
			break
		}
	}
	if next.IsZero() && l.Lost != "" && age < longGone*first {
		// From now and not from the first look: its times are over, and a page that is away is asked
		// for once a day.
		next = now.Add(secondLook * first)
	}
	live := !l.Edited.IsZero() && now.Sub(l.Edited) < first
	if soon := now.Add(first / quick); (live || hurry && age < young*first) && (next.IsZero() || soon.Before(next)) {
		next = soon
	}
	return next
}

// hurries reports whether an item is one that changes quickly: a flash, or one
// of a source that edits a fifth of what it files.
func (in *Intake) hurries(s *dateline.Source, item *dateline.Item) bool {
	looked, edited := in.habits.of(s)
	return item.Urgency == dateline.Flash || looked >= 10 && edited*5 >= looked
}

// habits count what looks found since the last poll of a source, whose state
// keeps the counts then.
type habits struct {
	mu  sync.Mutex
	now map[dateline.SourceID]habit
}

type habit struct{ looked, edited float64 }

// add counts a look, also one that found no page: what is wanted is how often asking
// again brings an edit.
func (h *habits) add(id dateline.SourceID, edited bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.now == nil {
		h.now = map[dateline.SourceID]habit{}
	}
	n := h.now[id]
	n.looked++
	if edited {
		n.edited++
	}
	h.now[id] = n
}

// of are the counts of a source.
func (h *habits) of(s *dateline.Source) (looked, edited float64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := h.now[s.ID]
	return s.Poll.Looked + n.looked, s.Poll.Edited + n.edited
}

// mostLooks is how many looks count; with more, all that is known counts half.
const mostLooks = 200

// into adds the counts of a source to its state and returns them. They stay here
// until drop takes them: the transaction that keeps the state may be run again.
func (h *habits) into(id dateline.SourceID, p *dateline.Poll) habit {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := h.now[id]
	p.Looked, p.Edited = p.Looked+n.looked, p.Edited+n.edited
	if p.Looked > mostLooks {
		p.Looked, p.Edited = p.Looked/2, p.Edited/2
	}
	return n
}

// drop takes counts away that a state has kept; what was counted since stays.
func (h *habits) drop(id dateline.SourceID, kept habit) {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := h.now[id]
	n.looked, n.edited = n.looked-kept.looked, n.edited-kept.edited
	if n.looked == 0 { // else a source that was removed would stay here
		delete(h.now, id)
		return
	}
	h.now[id] = n
}

// looksAgain reports whether the pages of a source are looked at again.
func (in *Intake) looksAgain(s *dateline.Source) bool {
	return in.c.LookAgain > 0 && s.Again != dateline.AgainNever && s.Pages != dateline.PagesNever && !s.Retired
}

// firstLookAt is the look of an item whose page was read just now.
func (in *Intake) firstLookAt(s *dateline.Source, w *work) dateline.Look {
	if w.page == nil || !in.looksAgain(s) || w.item.PubStatus == dateline.Canceled {
		return dateline.Look{}
	}
	l := *w.page
	l.Item, l.Source, l.FirstSeen = w.item.ID, s.ID, w.item.Received
	l.Next = in.nextLook(&l, in.hurries(s, &w.item), w.item.Received)
	return l
}

// writeLooks writes the looks of items that were kept. Of an item that was known
// only what the page is now is new.
func (w *keeping) writeLooks(ctx context.Context, tx dateline.Looks) error {
	var looks []dateline.Look
	var known []dateline.ItemID
	for i := range w.looks {
		if w.looks[i].Item == "" {
			continue
		}
		looks = append(looks, w.looks[i])
		if w.outcomes[i].What != dateline.EntryKept {
			known = append(known, w.looks[i].Item)
		}
	}
	if len(looks) == 0 {
		return nil
	}
	before, err := tx.LooksOf(ctx, known)
	if err != nil {
		return err
	}
	for i := range looks {
		if old, ok := before[looks[i].Item]; ok {
			l := &looks[i]
			l.FirstSeen, l.Next, l.Edited = old.FirstSeen, old.Next, old.Edited
		}
	}
	return tx.PutLooks(ctx, looks...)
}

// pageState is what is remembered of a page that was read.
func pageState(etag, modified string, body []byte, page *dateline.Item) *dateline.Look {
	return &dateline.Look{ETag: etag, Modified: modified, Headline: page.Headline, Digest: rawDigest(body) + "-" + readDigest(page)}
}

// rawDigest is that of a page as it came: when it is the same, the page need not
// be read.
func rawDigest(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:8])
}

// readDigest is that of what a page says as news. Teasers, scripts and whatever
// else stands around an article are not in it.
func readDigest(page *dateline.Item) string {
	h := sha256.New()
	put(h, dateline.Essence(page.Headline), dateline.Essence(page.Standfirst), dateline.Essence(page.Text()),
		dateline.Essence(strings.Join(page.Byline, "\n")), page.CreditLine, page.Dateline.Place, page.Dateline.Date, string(page.PubStatus),
		page.Rights.UsageTerms, yes(page.Rights.Paywalled), yes(page.Rights.NoMining))
	for _, n := range page.Notices {
		put(h, string(n.Kind), n.Text)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// yes is for digests, in which an empty field stands for no.
func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// sameNews reports whether a page that was read again says what it said.
func sameNews(before, after string) bool {
	_, a, _ := strings.Cut(before, "-")
	_, b, _ := strings.Cut(after, "-")
	return a == b
}

// again is an item with what its page says now. Identity and times stay: what a
// page says of its own time may be "3 hours ago". The text is taken only when it
// was the page's before, and when the reading has not plainly failed, which a
// loss of two thirds without a notice looks like.
func again(item, page dateline.Item, l *dateline.Look) dateline.Item {
	it := item
	// The old copy is of what the page was; keeping gives the version that of now.
	it.Received, it.Copy = page.Received, ""
	if !page.Updated.IsZero() {
		it.Updated = page.Updated
	}
	it.Rights.Paywalled, it.Rights.NoMining = page.Rights.Paywalled, page.Rights.NoMining
	if page.PubStatus == dateline.Canceled {
		it.PubStatus = page.PubStatus
	}
	if len(page.Notices) > 0 {
		it.Notices = page.Notices
	}
	// Compared with what the page said last, not with the item: a feed often has a headline of
	// its own, and a page that keeps to another one has edited nothing.
	if page.Headline != "" && !dateline.SameWords(page.Headline, l.Headline) {
		it.Headline = page.Headline
	}
	if !l.Whole || page.Rights.Paywalled || len(page.Body) == 0 || len(page.Notices) == 0 && 3*len(page.Text()) < len(item.Text()) {
		return it
	}
	read.Retell(&it, page)
	return it
}
