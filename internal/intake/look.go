package intake

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"dateline"
	"dateline/internal/diff"
	"dateline/internal/intake/fetch"
	"dateline/internal/read"
	"dateline/internal/read/kind"
)

// A looking is one look at a page, on its way into the store.
type looking struct {
	look   dateline.Look
	source dateline.Source
	item   dateline.Item // as it is kept
	next   dateline.Item // as its page has it now, when that differs
	copy   dateline.Copy
	edits  []dateline.Edit
	over   bool // nobody looks any more
}

// look looks at a page again and keeps what comes of it: a version, an edit and
// the time of the next look, in one transaction.
func (in *Intake) look(ctx context.Context, k *keeper, l dateline.Look) {
	// Done before the lease runs out, or somebody else would look at the same page meanwhile.
	ctx, cancel := context.WithTimeout(ctx, lease*9/10)
	defer cancel()
	w := &looking{look: l}
	err := in.lookUp(ctx, w)
	if err == nil && !w.over {
		in.stats.Looks.Add(1)
		in.lookAt(ctx, w)
	}
	if ctx.Err() != nil {
		return // the lease runs out, and somebody looks then
	}
	if err != nil {
		in.c.Log.Error("look at a page again", "item", l.Item, "error", err)
		return
	}
	err = in.keepLook(k, w)
	if errors.Is(err, dateline.ErrConflict) { // a poll was faster: compare with what it kept
		// Soon, and with nothing of what was found: it was compared with words that stand no more.
		l.Next = in.c.Now().Add(in.c.LookAgain / quick)
		err = in.keepLook(k, &looking{look: l})
	}
	if err != nil {
		in.c.Log.Error("keep what a look found", "item", l.Item, "error", err)
	}
}

// lookUp reads what is kept of the item. Nobody looks at an item that was erased
// or taken back, or whose source is gone.
func (in *Intake) lookUp(ctx context.Context, w *looking) error {
	err := in.c.Store.View(ctx, func(tx dateline.Tx) (err error) {
		if w.source, err = tx.Source(ctx, w.look.Source); err == nil {
			w.item, err = tx.Item(ctx, w.look.Item)
		}
		return err
	})
	if errors.Is(err, dateline.ErrNotFound) || errors.Is(err, dateline.ErrGone) {
		w.over = true
		return nil
	}
	w.over = w.item.URL == "" || w.item.PubStatus == dateline.Canceled || !in.looksAgain(&w.source)
	return err
}

// lookAt asks for the page and tells what has become of it: what is wrong with
// it is an answer, too.
func (in *Intake) lookAt(ctx context.Context, w *looking) {
	r := fetch.Request{
		URL: w.item.URL, ETag: w.look.ETag, LastModified: w.look.Modified, Accept: acceptPages,
		AllowPrivate: w.source.AllowPrivate, Delay: w.source.Delay, Login: w.source.Feed,
	}
	err := in.fetch.Do(ctx, r, func(r *fetch.Response) error {
		if r.NotModified {
			return nil
		}
		in.stats.Bytes.Add(int64(len(r.Body)))
		if r.Cut != nil {
			return r.Cut
		}
		return guarded(func() error { return w.read(r) })
	})
	if w.next.ID != "" && in.alreadySaid(ctx, w) {
		w.next, w.copy = dateline.Item{}, dateline.Copy{}
	}
	if ctx.Err() == nil {
		in.judge(w, err, in.c.Now())
		in.habits.add(w.source.ID, w.next.ID != "")
	}
}

// alreadySaid reports that the copy which the item was read from says the same as the page
// when both are read today: then our reading alone has changed, as it does with an
// update of the program, and nobody has edited anything. Copy that cannot be had
// or read decides nothing.
func (in *Intake) alreadySaid(ctx context.Context, w *looking) bool {
	if in.c.Morgue == nil || w.item.Copy == "" {
		return false
	}
	c, err := in.c.Morgue.Get(ctx, w.item.Copy)
	if err != nil {
		return false
	}
	var page dateline.Item
	err = guarded(func() (err error) {
		page, err = read.Page(c, read.Hint{Name: w.source.Name, GUID: w.item.GUID})
		return err
	})
	return err == nil && sameNews("-"+readDigest(&page), w.look.Digest)
}

// read reads a page that is not as it was. Most are: only what stands around the
// article has changed.
func (w *looking) read(r *fetch.Response) error {
	if raw := rawDigest(r.Body); len(w.look.Digest) > len(raw) && w.look.Digest[:len(raw)] == raw {
		w.look.ETag, w.look.Modified = r.ETag, r.LastModified
		return nil
	}
	c := dateline.Copy{
		Source: w.source.ID, URL: r.URL, Received: r.Received, ContentType: r.ContentType, Body: r.Body,
		Zone: w.source.Zone, Language: w.source.Language,
	}
	page, err := read.Page(c, read.Hint{Name: w.source.Name, GUID: w.item.GUID})
	// Before the error: a site that leads removed articles to its front page has a page that
	// cannot be read as an article, and this says why.
	if away := (place{w.item.URL, w.source.Site}).ledAway(r, &w.item, &page); away != nil && (err == nil || isFront(err)) {
		return away
	}
	if err != nil {
		return err
	}
	page.Received = r.Received
	before, now := w.look, pageState(r.ETag, r.LastModified, r.Body, &page)
	w.look.ETag, w.look.Modified, w.look.Digest, w.look.Headline = now.ETag, now.Modified, now.Digest, now.Headline
	if sameNews(before.Digest, now.Digest) {
		return nil
	}
	if next := again(w.item, page, &before); diff.Real(&w.item, &next) {
		w.next, w.copy = next, c
	}
	return nil
}

// judge works out from the answer whether the page is there, what that is an
// edit of, and when the next look is.
func (in *Intake) judge(w *looking, err error, now time.Time) {
	l := &w.look
	var f *fetch.Error
	switch {
	case err == nil:
		if l.Missed, l.Lost = 0, w.back(now); w.next.ID != "" {
			l.Edited = now
		}
	case errors.Is(err, dateline.ErrGone):
		w.lost(dateline.EditGone, now)
	case missing(err):
		// Sites answer 404 for a minute while they are set up anew: it counts when it
		// is still so at the next, quick look.
		if l.Missed++; l.Missed == 1 && l.Lost == "" {
			l.Next = now.Add(in.c.LookAgain / quick)
			return
		}
		w.lost(dateline.EditMissing, now)
	case errors.Is(err, dateline.ErrForbidden): // robots.txt or the server has said no, and asking again will not do
		w.over = true
		return
	default:
		in.stats.errors.add("look-" + kindOf(err))
		in.faulty(err)
		pause := in.c.LookAgain
		if errors.As(err, &f) {
			pause = max(pause, f.RetryAfter)
		}
		// A site that is down is asked until a day after the last look would have been.
		if l.Next = now.Add(pause); now.Sub(l.FirstSeen) > (lastLook+secondLook)*in.c.LookAgain {
			w.over = true
		}
		return
	}
	if l.Next = in.nextLook(l, in.hurries(&w.source, &w.item), now); l.Next.IsZero() {
		w.over = true
	}
}

// missing reports whether a page is not there: 404, or a page that says so with
// another status.
func missing(err error) bool {
	var f *fetch.Error
	var none *read.NoArticle
	return errors.As(err, &f) && f.Status == http.StatusNotFound || errors.As(err, &none) && none.Kind == kind.Error
}

// lost notes once that the page is away.
func (w *looking) lost(kind dateline.EditKind, now time.Time) {
	if w.look.Lost != kind {
		w.look.Lost = kind
		w.edit(kind, now)
	}
}

// back notes that a page which was away is there again.
func (w *looking) back(now time.Time) dateline.EditKind {
	if w.look.Lost != "" {
		w.edit(dateline.EditRestored, now)
	}
	return ""
}

// edit is of the version that was compared, so that what a page lost is told beside what
// it last said.
func (w *looking) edit(kind dateline.EditKind, now time.Time) {
	w.edits = append(w.edits, dateline.Edit{
		Item: w.item.ID, Version: w.item.Version, Source: w.source.ID, Kind: kind, Time: now,
	})
}

// keepLook writes what came of a look. ErrConflict when it would stand over a
// version that it does not know.
func (in *Intake) keepLook(k *keeper, w *looking) error {
	out := &keeping{}
	if w.next.ID != "" {
		out.items = []dateline.Kept{{Item: w.next, Words: in.words(&w.next)}}
		out.copies = []dateline.Copy{w.copy}
	}
	if w.over {
		w.look.Next = time.Time{}
	}
	out.before = func(ctx context.Context, tx dateline.Tx) error {
		if err := w.stillKnown(ctx, tx); err != nil {
			return err
		}
		return tx.PutEdits(ctx, w.edits...)
	}
	// The time of the next look goes with what this one found: after a crash the page is
	// looked at once more, and the same version is none.
	out.after = func(ctx context.Context, tx dateline.Tx) error { return tx.PutLooks(ctx, w.look) }
	outcomes, err := k.keep(out)
	if err == nil {
		var r PollResult
		in.count(&r, outcomes)
	}
	return err
}

// stillKnown demands that the version which was compared is the current one.
func (w *looking) stillKnown(ctx context.Context, tx dateline.Items) error {
	if w.next.ID == "" {
		return nil
	}
	heads, err := tx.Heads(ctx, []dateline.ItemID{w.item.ID})
	if err == nil && (len(heads) == 0 || heads[0].Version != w.item.Version) {
		err = fmt.Errorf("item %s has changed meanwhile: %w", w.item.ID, dateline.ErrConflict)
	}
	return err
}
