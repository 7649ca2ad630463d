package sqlstore

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"

	"dateline"
)

// row is an item as it stands in the table of items. Version 0 is an item that
// was erased.
type row struct {
	id      dateline.ItemID
	slot    int64
	version int
	digest  string
	source  dateline.SourceID
	made    int64 // the log entry that made the version; known of what is being kept
}

// The row stays, so that the item is not taken in again from the next poll.
func (r *row) erased() bool { return r.version == 0 }

// rowsOf reads the rows of those items that exist.
func (t *Tx) rowsOf(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]row, error) {
	// An empty list needs no question.
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := collect(ctx, t, t.askIn("select id, slot, version, digest, source from items where %s", "id", ids),
		func(r *row) []any { return []any{&r.id, &r.slot, &r.version, &r.digest, &r.source} })
	known := make(map[dateline.ItemID]row, len(rows))
	for _, r := range rows {
		known[r.id] = r
	}
	return known, err
}

// rowOf reads the row of one item with the errors of the contract.
func (t *Tx) rowOf(ctx context.Context, id dateline.ItemID) (row, error) {
	known, err := t.rowsOf(ctx, []dateline.ItemID{id})
	if err != nil {
		return row{}, err
	}
	return standing(known, id)
}

// standing returns the row of an item that is there and was not erased.
func standing(known map[dateline.ItemID]row, id dateline.ItemID) (row, error) {
	r, ok := known[id]
	switch {
	case !ok:
		return r, fmt.Errorf("item %s: %w", id, dateline.ErrNotFound)
	case r.erased():
		return r, fmt.Errorf("item %s: %w", id, dateline.ErrGone)
	}
	return r, nil
}

// document is a version as it stands in the tables.
type document struct {
	head, body []byte
	digest     string // of the item's current version, which may be newer than the head
}

// item decodes it with the digest that polls have renewed since.
func (d *document) item() (dateline.Item, error) {
	item, err := decode(d.head, d.body)
	item.Digest = d.digest
	return item, err
}

// Item returns the current version.
func (t *Tx) Item(ctx context.Context, id dateline.ItemID) (item dateline.Item, err error) {
	r, err := t.rowOf(ctx, id)
	if err != nil {
		return item, err
	}
	d := document{digest: r.digest}
	err = t.Row(ctx, []any{&d.head, &d.body},
		"select head, body from versions where item = $1 and version = $2", string(id), r.version)
	if err != nil {
		return item, fmt.Errorf("item %s, version %d: %w", id, r.version, err)
	}
	return d.item()
}

// Items returns current versions.
func (t *Tx) Items(ctx context.Context, ids []dateline.ItemID) ([]dateline.Item, error) {
	return t.items(ctx, "v.body", ids)
}

// Heads returns current versions without their bodies.
func (t *Tx) Heads(ctx context.Context, ids []dateline.ItemID) ([]dateline.Item, error) {
	return t.items(ctx, "null", ids)
}

// items reads current versions with the bodies, or with null in their place.
func (t *Tx) items(ctx context.Context, body string, ids []dateline.ItemID) ([]dateline.Item, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	documents, err := collect(ctx, t, t.askIn("select v.head, "+body+", i.digest from items i "+
		"join versions v on v.item = i.id and v.version = i.version where %s", "i.id", ids),
		func(d *document) []any { return []any{&d.head, &d.body, &d.digest} })
	if err != nil {
		return nil, err
	}
	known := make(map[dateline.ItemID]dateline.Item, len(documents))
	for _, d := range documents {
		item, err := d.item()
		if err != nil {
			return nil, err
		}
		known[item.ID] = item
	}
	// The database gives rows in any order, and one that is asked for twice once.
	items := make([]dateline.Item, 0, len(ids))
	for _, id := range ids {
		if item, ok := known[id]; ok {
			items = append(items, item)
		}
	}
	return items, nil
}

// Versions returns all versions, oldest first.
func (t *Tx) Versions(ctx context.Context, id dateline.ItemID) ([]dateline.Item, error) {
	// First, for the errors of the contract: an erased item has no versions to tell by.
	r, err := t.rowOf(ctx, id)
	if err != nil {
		return nil, err
	}
	documents, err := collect(ctx, t, ask("select head, body from versions where item = $1 order by version", string(id)),
		func(d *document) []any { return []any{&d.head, &d.body} })
	if err != nil {
		return nil, err
	}
	items := make([]dateline.Item, len(documents))
	for i, d := range documents {
		if items[i], err = decode(d.head, d.body); err != nil {
			return nil, err
		}
	}
	// Polls renew the digest of the current version, and leave its document alone.
	items[len(items)-1].Digest = r.digest
	return items, nil
}

// Digests returns the digests of current versions.
func (t *Tx) Digests(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]string, error) {
	rows, err := t.rowsOf(ctx, ids)
	digests := make(map[dateline.ItemID]string, len(rows))
	for id, r := range rows {
		// That of an erased item reads Erased in the table itself: strip has written it.
		digests[id] = r.digest
	}
	return digests, err
}

// byURL says that the address is not empty, which the parameter does not tell:
// else the index, which leaves empty ones out, could not be used.
const byURL = "select id from items where url = $1 and url <> '' order by id"

// ByURL returns the items at an address.
func (t *Tx) ByURL(ctx context.Context, url string) ([]dateline.ItemID, error) {
	// Items that came without an address, as from a wire file, are not at one address.
	if url == "" {
		return nil, nil
	}
	return collect(ctx, t, ask(byURL, addressKey(url)),
		func(id *dateline.ItemID) []any { return []any{id} })
}

// Naming returns the versions that name each of some addresses.
func (t *Tx) Naming(ctx context.Context, urls []string) (map[string][]dateline.ItemVersion, error) {
	address := map[string]string{} // by key
	var keys []string
	for _, url := range urls {
		// Asked by key and answered by address: a long one is kept as its hash.
		if key := addressKey(url); key != "" && address[key] == "" {
			address[key], keys = url, append(keys, key)
		}
	}
	if len(keys) == 0 {
		return nil, nil
	}
	type row struct {
		key string
		dateline.ItemVersion
	}
	rows, err := collect(ctx, t, t.askIn("select url, item, version from naming where %s order by url, item, version", "url", keys),
		func(r *row) []any { return []any{&r.key, &r.Item, &r.Version} })
	naming := map[string][]dateline.ItemVersion{}
	for _, r := range rows {
		url := address[r.key]
		naming[url] = append(naming[url], r.ItemVersion)
	}
	return naming, err
}

// longestKey is how many bytes of an address are indexed: PostgreSQL refuses a row
// of an index beyond 2,704 bytes that it cannot pack, and with it the whole batch.
const longestKey = 2000

// addressKey is what an item is found by its address with. The item itself keeps
// the address whole.
func addressKey(url string) string {
	url = plain(url)
	if len(url) <= longestKey {
		return url
	}
	return fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(url)))
}

// Erase leaves the bare id of an item: its row loses whatever tells of it, and
// its place in time.
func (t *Tx) Erase(ctx context.Context, id dateline.ItemID, at time.Time) (err error) {
	r, err := t.rowOf(ctx, id)
	// Erasing again is no error: whoever was not sure repeats it.
	if errors.Is(err, dateline.ErrGone) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := t.dialect.Search.Drop(ctx, t, Current, []int64{r.slot}); err != nil {
		return err
	}
	if err := t.forgetPast(ctx, []dateline.ItemID{id}, func(spot) bool { return true }); err != nil {
		return err
	}
	// Before they are gone: the log tells who spoke, for pages that name them.
	said, err := t.SpokenIn(ctx, []dateline.ItemID{id})
	if err != nil {
		return err
	}
	// Its place in the order of time would tell when it was published.
	slot := []int64{slotOf(time.Time{}, id)}
	if err := t.free(ctx, Current, slot); err != nil {
		return err
	}
	// Deleted rows leave their bytes in free pages of the file unless they are overwritten.
	if err := t.shredding(ctx, func() error { return t.strip(ctx, id, slot[0]) }); err != nil {
		return fmt.Errorf("erase item %s: %w", id, err)
	}
	return t.Append(ctx, dateline.Erasure(id, at, said[id])...)
}

// strip removes from the tables what tells of an item.
func (t *Tx) strip(ctx context.Context, id dateline.ItemID, slot int64) error {
	for _, text := range []string{
		"delete from versions where item = $1",
		"delete from naming where item = $1",
		"delete from filings where item = $1",
		"delete from statements where item = $1",
		// Who decided what, and when, stays: it is the desk's own record. Its words may quote.
		"update decisions set reason = '', notice = '' where item = $1",
		"update items set version = 0, source = '', language = '', url = '', time = 0, filed = '', embargo = 0, terms = null, " +
			"digest = '" + dateline.Erased + "' where id = $1",
	} {
		if _, err := t.Exec(ctx, text, string(id)); err != nil {
			return err
		}
	}
	if _, err := t.Exec(ctx, "update items set slot = $1 where id = $2", slot, string(id)); err != nil {
		return err
	}
	// These find their rows themselves, and sum up again who and what loses some.
	if err := t.forgetSpoken(ctx, id); err != nil {
		return err
	}
	if err := t.forgetEdits(ctx, id); err != nil {
		return err
	}
	if err := t.forgetMatches(ctx, id); err != nil {
		return err
	}
	n, err := t.total(ctx)
	if err != nil {
		return err
	}
	// Word weights are fractions of this number: an erased item must not count in it.
	n.items, n.changed = n.items-1, true
	return nil
}
