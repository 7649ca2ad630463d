package stage

import (
	"context"
	"errors"
	"slices"
	"time"

	"dateline"
	"dateline/internal/match"
)

// A piece is a version of an item, ready to be compared.
type piece struct {
	item   dateline.Item // without its body
	when   time.Time
	text   *match.Text
	credit *match.Text
	names  []match.Name // of its source
}

// claim is since when an item may be said to be known: its own stamp, but never
// later than it was seen. A day without a time of day may mean its last minute.
func claim(item *dateline.Item) time.Time {
	t := item.When()
	if t.Equal(item.Published.Instant()) && item.Published.Precision == dateline.ToDay {
		t = t.Add(24*time.Hour - time.Second)
	}
	if !item.FirstSeen.IsZero() && t.After(item.FirstSeen) {
		t = item.FirstSeen
	}
	return t.UTC().Truncate(time.Microsecond)
}

// texts holds the pieces that were read last: copies come in soon after each
// other, and reading one again costs more than comparing it.
type texts struct {
	held  map[version]*piece
	order []version
	next  int
}

// maxTexts pieces are about 25 MB.
const maxTexts = 512

// A version names one version of an item.
type version struct {
	item dateline.ItemID
	n    int
}

// newTexts holds nothing; what is asked for is read again (piece).
func newTexts() *texts { return &texts{held: map[version]*piece{}} }

// put takes the place of the piece that was put first. A ring will do: what is compared
// came in lately, and came in together.
func (t *texts) put(v version, p *piece) {
	if _, ok := t.held[v]; ok {
		return
	}
	if len(t.order) < maxTexts {
		t.order = append(t.order, v)
	} else {
		delete(t.held, t.order[t.next])
		t.order[t.next] = v
		t.next = (t.next + 1) % maxTexts
	}
	t.held[v] = p
}

// text is what is compared of an item.
func text(item *dateline.Item) string {
	whole := match.Item{Headline: item.Headline, Body: item.Text()}
	return whole.Joined()
}

// read makes a piece of an item and its text.
func (b *batch) read(item *dateline.Item, when time.Time, text *match.Text) (*piece, error) {
	p := &piece{item: *item, when: when, text: text, credit: match.Read(item.CreditLine)}
	p.item.Body = nil // its text is held by letters, and hundreds of pieces are
	source, ok := b.sources[item.Source]
	if !ok {
		var err error
		if source, err = b.tx.Source(b.ctx, item.Source); err != nil && !errors.Is(err, dateline.ErrNotFound) {
			return nil, err
		}
		b.sources[item.Source] = source
	}
	if source.Name != "" {
		p.names = append(p.names, match.NameOf(source.Name))
	}
	for _, name := range source.Names {
		if name != source.Name {
			p.names = append(p.names, match.NameOf(name))
		}
	}
	b.m.texts.put(version{item.ID, item.Version}, p)
	return p, nil
}

// piece is that of an arrival, nil when it was erased meanwhile, whether or not
// the log has come to say so.
func (b *batch) piece(a arrival) (*piece, error) {
	v := version{a.item, a.version}
	if p, ok := b.m.texts.held[v]; ok {
		// Held text of an item that was erased since must not be compared any more; the
		// entry that tells of it may come later in the log than this one.
		digests, err := b.tx.Digests(b.ctx, []dateline.ItemID{a.item})
		if err != nil || digests[a.item] == dateline.Erased {
			return nil, err
		}
		return p, nil
	}
	items, err := readVersions(b.ctx, b.tx, []version{v})
	item, ok := items[v]
	if err != nil || !ok {
		return nil, err
	}
	return b.read(&item, a.when, match.Read(text(&item)))
}

// readVersions reads versions of items, whether or not others have followed
// them: a stage that is late must come to what it would have come to in time.
func readVersions(ctx context.Context, tx dateline.Items, wanted []version) (map[version]dateline.Item, error) {
	if len(wanted) == 0 {
		return nil, nil
	}
	seen := map[dateline.ItemID]bool{}
	var ids []dateline.ItemID
	for _, v := range wanted {
		if !seen[v.item] {
			seen[v.item] = true
			ids = append(ids, v.item)
		}
	}
	current, err := tx.Items(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make(map[version]dateline.Item, len(wanted))
	latest := make(map[dateline.ItemID]int, len(current))
	for i := range current {
		out[version{current[i].ID, current[i].Version}] = current[i]
		latest[current[i].ID] = current[i].Version
	}
	for _, v := range wanted {
		if v.n >= latest[v.item] {
			continue // the current one, or erased
		}
		all, err := tx.Versions(ctx, v.item)
		if errors.Is(err, dateline.ErrGone) || errors.Is(err, dateline.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for i := range all {
			out[version{v.item, all[i].Version}] = all[i]
		}
	}
	return out, nil
}

// creditLine reports whether a gives the source of b as its credit, and b not
// that of a.
func (a *piece) creditLine(b *piece) bool {
	return a.item.Source != b.item.Source && b.named(a.credit) && !a.named(b.credit)
}

// credits is creditLine, or the same said in the text.
func (a *piece) credits(b *piece) bool {
	return a.creditLine(b) || a.item.Source != b.item.Source && b.creditedBy(a.text) && !a.creditedBy(b.text) && !a.named(b.credit)
}

// named reports whether a credit line has a name of the source of a piece.
func (a *piece) named(line *match.Text) bool { return slices.ContainsFunc(a.names, line.Names) }

// creditedBy reports whether a text gives that source as its own.
func (a *piece) creditedBy(text *match.Text) bool { return slices.ContainsFunc(a.names, text.Credits) }

// before reports whether a is known earlier than b. Who gives another one's
// credit was not before it, unless their stamps are further apart than any
// mistake about zones explains.
func (a *piece) before(b *piece, aFirst, bFirst int32) bool {
	apart := b.when.Sub(a.when)
	switch {
	case apart.Abs() <= match.ZoneError && b.creditLine(a):
		return true
	case apart.Abs() <= match.ZoneError && a.creditLine(b):
		return false
	case apart != 0:
		return apart > 0
	}
	return aFirst < bFirst
}
