package intake

import (
	"context"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/diff"
	"dateline/internal/lang"
)

const (
	// telling is how many bytes of text, marks included, tell an entry from all
	// others; what is shorter may stand in any.
	telling = 200
	// recent is how many of the newest items of a source are compared with an entry
	// that nobody knows.
	recent = 200
	// shared is the share of an entry's words that stand in the item at its address
	// when it is that item, filed anew, and not other news on a page that stays.
	shared = 0.5
)

// recognize finds among the entries that nobody knows those which are known items
// under another name: sites give all of their entries new guids when they are
// rebuilt, and addresses change with headlines. Such an entry is a version of the
// item at its address, or of the one with its very text, provided that the feed
// does not list that one as well. known gets the digests of what was found.
//
// It costs nothing when a source is polled first or files nothing new, and one
// look-up by address for each new entry otherwise.
func (in *Intake) recognize(ctx context.Context, p *polled, all []named, known map[dateline.ItemID]string) error {
	if p.source.Poll.LastGood.IsZero() {
		return nil
	}
	r := recognizer{source: &p.source, base: p.base, listed: map[dateline.ItemID]bool{}, links: map[string]int{}, texts: map[string]int{}, times: map[string]int{}}
	var unknown []*named
	for i := range all {
		n := &all[i]
		r.listed[n.id] = true
		r.links[n.entry.Link]++
		r.texts[textOf(n.digest)]++
		r.times[n.entry.Published]++
		if _, ok := known[n.id]; !ok {
			unknown = append(unknown, n)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	return in.c.Store.View(ctx, func(tx dateline.Tx) error {
		r.tx = tx
		for _, n := range unknown {
			it, err := r.item(ctx, n)
			if err != nil {
				return err
			}
			if it == nil {
				continue
			}
			n.id, n.guid = it.ID, it.GUID
			known[it.ID], r.listed[it.ID] = it.Digest, true // one entry, one item
		}
		return nil
	})
}

// A recognizer finds the items of one source that entries are.
type recognizer struct {
	tx     dateline.Tx
	source *dateline.Source
	base   dateline.Copy            // what entries are read with
	listed map[dateline.ItemID]bool // what the feed lists under its own name
	links  map[string]int           // how many entries have an address, and a text
	texts  map[string]int
	times  map[string]int               // and a time
	recent map[string][]dateline.ItemID // by text, once it was asked for
	heads  []dateline.Item              // of those that the feed does not list, once they were asked for
}

// item is the one that an entry is, nil when there is none.
func (r *recognizer) item(ctx context.Context, n *named) (*dateline.Item, error) {
	it, err := r.byAddress(ctx, n)
	if it != nil || err != nil {
		return it, err
	}
	if it, err := r.byText(ctx, n); it != nil || err != nil {
		return it, err
	}
	return r.byTime(ctx, n)
}

// byAddress is the one item of the source at the entry's address, if they have
// words in common. An address that several entries share tells nothing.
func (r *recognizer) byAddress(ctx context.Context, n *named) (*dateline.Item, error) {
	link := n.entry.Link
	// Entries that link to the front page, as those of podcasts do, are not one item.
	if link == "" || link == r.source.Site || r.links[link] > 1 {
		return nil, nil
	}
	ids, err := r.tx.ByURL(ctx, link)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	items, err := r.tx.Items(ctx, ids)
	items = slices.DeleteFunc(items, func(i dateline.Item) bool { return i.Source != r.source.ID })
	if err != nil || len(items) != 1 || r.listed[items[0].ID] || !alike(n, &items[0]) {
		return nil, err
	}
	return &items[0], nil
}

// byText is the one recent item of the source that was filed with the same text,
// unless both headline and time say that it is another one: programmes describe
// all of their broadcasts alike.
func (r *recognizer) byText(ctx context.Context, n *named) (*dateline.Item, error) {
	text := textOf(n.digest)
	if text == "" || r.texts[text] > 1 {
		return nil, nil
	}
	if err := r.read(ctx); err != nil {
		return nil, err
	}
	ids := r.recent[text]
	if len(ids) != 1 || r.listed[ids[0]] {
		return nil, nil
	}
	items, err := r.tx.Heads(ctx, ids)
	if err != nil || len(items) == 0 {
		return nil, err
	}
	w, _ := readEntry(*n, r.source, r.base, "")
	if apart(w.item.Published, items[0].Published) && !dateline.SameWords(w.item.Headline, items[0].Headline) {
		return nil, nil
	}
	return &items[0], nil
}

// read reads what is recent once, and only when some entry is not found by its address.
func (r *recognizer) read(ctx context.Context) error {
	if r.recent != nil {
		return nil
	}
	digests, err := r.tx.DigestsOf(ctx, r.source.ID, recent)
	if err != nil {
		return err
	}
	r.recent = map[string][]dateline.ItemID{}
	for id, d := range digests {
		r.recent[textOf(d)] = append(r.recent[textOf(d)], id)
	}
	return nil
}

// unlisted are the recent items that are not in the feed any more.
func (r *recognizer) unlisted(ctx context.Context) ([]dateline.Item, error) {
	if r.heads != nil {
		return r.heads, nil
	}
	if err := r.read(ctx); err != nil {
		return nil, err
	}
	var ids []dateline.ItemID
	for _, list := range r.recent {
		for _, id := range list {
			if !r.listed[id] {
				ids = append(ids, id)
			}
		}
	}
	heads, err := r.tx.Heads(ctx, ids)
	r.heads = append([]dateline.Item{}, heads...) // not nil: asked for, and nothing there
	return r.heads, err
}

// byTime is the one recent item of the source that was published at the entry's very
// second, has its headline or nearly all of its words, and is listed no more. Where an
// entry is named by its address, both change with the headline, and a summary of two
// lines is too short to be known by.
func (r *recognizer) byTime(ctx context.Context, n *named) (*dateline.Item, error) {
	if n.entry.Published == "" || r.times[n.entry.Published] > 1 {
		return nil, nil
	}
	w, _ := readEntry(*n, r.source, r.base, "")
	at := w.item.Published
	if at.IsZero() || at.Precision == dateline.ToDay || at.Confidence == dateline.Doubtful {
		return nil, nil
	}
	heads, err := r.unlisted(ctx)
	if err != nil {
		return nil, err
	}
	var ids []dateline.ItemID
	for i := range heads {
		if h := &heads[i]; h.Published.Equal(at) && !r.listed[h.ID] {
			ids = append(ids, h.ID)
		}
	}
	items, err := r.tx.Items(ctx, ids)
	if err != nil || len(items) != 1 || !retold(n, &items[0]) {
		return nil, err
	}
	return &items[0], nil
}

// retold reports whether an entry has the headline of an item, or its summary nearly
// all words in common with it.
func retold(n *named, it *dateline.Item) bool {
	const nearly, least = 0.8, 6
	if dateline.SameWords(n.entry.Title.Plain(), it.Headline) {
		return true
	}
	in := stands(it)
	share, words := in(n.entry.Summary.Plain())
	return words >= least && share >= nearly
}

// apart reports whether two stamps cannot be of the same moment. Pages and feeds
// tell the time of one item some minutes apart, and either may tell the day alone.
func apart(a, b dateline.Stamp) bool {
	near := 30 * time.Minute
	if (a.Precision == dateline.ToDay) != (b.Precision == dateline.ToDay) {
		near = 24 * time.Hour
	}
	return !a.IsZero() && !b.IsZero() && a.Time.Sub(b.Time).Abs() >= near
}

// textOf is the part of a digest that is of the entry's text alone, "" when that
// tells nothing.
func textOf(digest string) string {
	text, _, ok := strings.Cut(digest, "-")
	if !ok {
		return ""
	}
	return text
}

// alike reports whether most words of an entry, its headline or its text, stand
// in an item.
func alike(n *named, it *dateline.Item) bool {
	in := stands(it)
	part := func(text string) bool {
		share, words := in(text)
		return words > 0 && share >= shared
	}
	return part(n.entry.Title.Plain()) || part(n.entry.Summary.Plain()) || part(n.entry.Content.Plain())
}

// stands tells what share of a text's words stand in an item, and how many it has.
func stands(it *dateline.Item) func(text string) (share float64, words int) {
	has := map[string]bool{}
	_, words := lang.Words(it.Headline + "\n" + it.Standfirst + "\n" + it.Text())
	for _, w := range words {
		has[w.Form] = true
	}
	return func(text string) (float64, int) {
		_, words := lang.Words(text)
		in := 0
		for _, w := range words {
			if has[w.Form] {
				in++
			}
		}
		return float64(in) / float64(max(1, len(words))), len(words)
	}
}

// settle looks at the items that were known and whose entries have changed: one
// that tells nothing new keeps its version, and a page that could not be had
// takes no text away from an item that has it.
func (in *Intake) settle(ctx context.Context, works []work) error {
	var ids []dateline.ItemID
	for i := range works {
		if works[i].known {
			ids = append(ids, works[i].id)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	kept := map[dateline.ItemID]*dateline.Item{}
	err := in.c.Store.View(ctx, func(tx dateline.Tx) error {
		items, err := tx.Items(ctx, ids)
		for i := range items {
			kept[items[i].ID] = &items[i]
		}
		return err
	})
	for i := range works {
		w := &works[i]
		it := kept[w.id]
		if it == nil {
			continue
		}
		if w.item.Summary && !it.Summary && w.item.PubStatus != dateline.Canceled {
			w.item.Body, w.item.Summary = it.Body, false
			w.item.Language, w.item.Direction, w.item.URL = it.Language, it.Direction, it.URL
		}
		// A stamp that was doubtful says nothing against one that is known.
		if w.item.Published.Confidence == dateline.Doubtful && !it.Published.IsZero() {
			w.item.Published = it.Published // it was out by then already
		}
		if !diff.Real(it, &w.item) {
			digest := w.item.Digest
			w.item = *it
			w.item.Digest = digest
		}
	}
	return err
}
