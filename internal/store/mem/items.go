package mem

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline"
)

// record is an item with all its versions, the log entries that made them, and
// the words of the current one and of those earlier ones that PutPast was given.
// A record without versions is an item that was erased. made is as long as versions: by
// it a search tells which version stood at an entry.
type record struct {
	versions []dateline.Item
	made     []int64
	index    index
	past     map[int]index // by version
	digest   string        // of the current version, which may have been renewed since
}

// current must not be asked of an item that was erased: it has no version to give.
func (r *record) current() dateline.Item {
	item := r.versions[len(r.versions)-1]
	item.Digest = r.digest
	return item
}

// all are the versions, the current one last.
func (r *record) all() []dateline.Item {
	versions := clone(r.versions)
	versions[len(versions)-1].Digest = r.digest
	return versions
}

func (r *record) erased() bool { return len(r.versions) == 0 }

// Keep keeps items one by one.
func (t *tx) Keep(ctx context.Context, items []dateline.Kept) ([]dateline.Outcome, error) {
	if err := t.writing(ctx); err != nil {
		return nil, err
	}
	outcomes := make([]dateline.Outcome, len(items))
	for i, k := range items {
		outcomes[i] = t.keep(clone(k.Item), k.Words)
	}
	return outcomes, nil
}

// keep decides about one item by the state as it stands, so that the second of two with
// one id in a call meets the first as its current version.
func (t *tx) keep(item dateline.Item, words dateline.SearchWords) dateline.Outcome {
	r, known := t.items[item.ID]
	switch {
	case !known:
		item.Version = 1
		if item.FirstSeen.IsZero() {
			item.FirstSeen = item.Received
		}
		return t.kept(item, words, &record{}, dateline.EntryKept)
	case r.erased():
		return dateline.Outcome{ID: item.ID, What: dateline.EntryErased}
	}
	current := r.current()
	if item.Same(&current) {
		// The page is set anew and tells the same: the renewed digest spares reading it again.
		// A state that others can see has this record; it is replaced and never changed.
		t.items[item.ID] = &record{r.versions, r.made, r.index, r.past, item.Digest}
		return dateline.Outcome{ID: item.ID, Version: current.Version}
	}
	item.Version = current.Version + 1
	item.FirstSeen = current.FirstSeen
	return t.kept(item, words, r, dateline.EntryVersion)
}

// kept adds a version to what is known of its item.
// The slices are cloned before they grow: the old record is in a state that others see.
func (t *tx) kept(item dateline.Item, words dateline.SearchWords, r *record, what dateline.EntryKind) dateline.Outcome {
	seq := t.append(dateline.Entry{
		Time: item.Received, Kind: what, Item: item.ID, Version: item.Version, Source: item.Source, Note: string(item.PubStatus),
	})
	t.items[item.ID] = &record{
		append(slices.Clone(r.versions), item), append(slices.Clone(r.made), seq), newIndex(&item, words), r.past, item.Digest,
	}
	return dateline.Outcome{ID: item.ID, Version: item.Version, What: what}
}

// record finds an item with the errors of the contract.
// Erased is told from unknown, for a page answers 410 to one and 404 to the other.
func (t *tx) record(id dateline.ItemID) (*record, error) {
	r, known := t.items[id]
	switch {
	case !known:
		return nil, fmt.Errorf("item %s: %w", id, dateline.ErrNotFound)
	case r.erased():
		return nil, fmt.Errorf("item %s: %w", id, dateline.ErrGone)
	}
	return r, nil
}

// Item returns the current version.
func (t *tx) Item(ctx context.Context, id dateline.ItemID) (dateline.Item, error) {
	if err := t.reading(ctx); err != nil {
		return dateline.Item{}, err
	}
	r, err := t.record(id)
	if err != nil {
		return dateline.Item{}, err
	}
	return clone(r.current()), nil
}

// Items returns current versions.
func (t *tx) Items(ctx context.Context, ids []dateline.ItemID) ([]dateline.Item, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	items := make([]dateline.Item, 0, len(ids))
	for _, id := range ids {
		if r, err := t.record(id); err == nil {
			items = append(items, clone(r.current()))
		}
	}
	return items, nil
}

// Heads returns current versions without their bodies.
func (t *tx) Heads(ctx context.Context, ids []dateline.ItemID) ([]dateline.Item, error) {
	items, err := t.Items(ctx, ids)
	// They are copies already, so that taking their bodies away harms nobody.
	for i := range items {
		items[i].Body = nil
	}
	return items, err
}

// Versions returns all versions, oldest first.
func (t *tx) Versions(ctx context.Context, id dateline.ItemID) ([]dateline.Item, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	r, err := t.record(id)
	if err != nil {
		return nil, err
	}
	return r.all(), nil
}

// Digests returns the digests of current versions.
func (t *tx) Digests(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]string, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	digests := map[dateline.ItemID]string{}
	for _, id := range ids {
		switch r, known := t.items[id]; {
		case !known:
		// Intake asks here before it keeps: without this it would take the item in again.
		case r.erased():
			digests[id] = dateline.Erased
		default:
			digests[id] = r.current().Digest
		}
	}
	return digests, nil
}

// ByURL returns the items at an address.
func (t *tx) ByURL(ctx context.Context, url string) ([]dateline.ItemID, error) {
	// Items that came without an address, as from a wire file, are not at one address.
	if err := t.reading(ctx); err != nil || url == "" {
		return nil, err
	}
	var ids []dateline.ItemID
	for id, r := range t.items {
		if !r.erased() && r.current().URL == url {
			ids = append(ids, id)
		}
	}
	// Maps have no order, and the contract gives the ids in theirs.
	slices.SortFunc(ids, func(a, b dateline.ItemID) int { return strings.Compare(string(a), string(b)) })
	return ids, nil
}

// Naming returns the versions that name each of some addresses.
func (t *tx) Naming(ctx context.Context, urls []string) (map[string][]dateline.ItemVersion, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	naming := map[string][]dateline.ItemVersion{}
	for id, r := range t.items {
		for _, v := range r.versions {
			named := map[string]bool{}
			for _, n := range v.Translations {
				if n.URL != "" && slices.Contains(urls, n.URL) && !named[n.URL] {
					named[n.URL] = true
					naming[n.URL] = append(naming[n.URL], dateline.ItemVersion{Item: id, Version: v.Version})
				}
			}
		}
	}
	for _, list := range naming {
		slices.SortFunc(list, func(a, b dateline.ItemVersion) int {
			return cmp.Or(strings.Compare(string(a.Item), string(b.Item)), a.Version-b.Version)
		})
	}
	return naming, nil
}

// Erase leaves the bare id of an item.
func (t *tx) Erase(ctx context.Context, id dateline.ItemID, at time.Time) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	r, known := t.items[id]
	if !known {
		return fmt.Errorf("item %s: %w", id, dateline.ErrNotFound)
	}
	if r.erased() {
		return nil
	}
	t.items[id] = &record{}
	delete(t.filings, id)
	t.edited.forget(id)
	delete(t.statements, id)
	// Read before it is forgotten, for the entries of the log tell who had spoken.
	said := t.spoken[id]
	t.forgetSpoken(id)
	t.forgetMatches(id)
	// Who decided what, and when, stays, for it is the desk's own record; its words may
	// quote. Cloned, for others see the old list.
	t.decisions = slices.Clone(t.decisions)
	for i := range t.decisions {
		if d := &t.decisions[i]; d.Item == id {
			d.Reason, d.Notice = "", ""
		}
	}
	for _, e := range dateline.Erasure(id, at, said) {
		t.append(e)
	}
	return nil
}
