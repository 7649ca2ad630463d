package wire

import (
	"context"
	"errors"
	"fmt"
	"time"

	"dateline"
)

// Reader gives Views of what is stored. It never writes.
// It holds no state, so it may be used by many at once.
type Reader struct {
	store dateline.Store
	pub   dateline.Publication
	now   func() time.Time
}

// NewReader returns a Reader over a store for a publication.
func NewReader(store dateline.Store, pub dateline.Publication, now func() time.Time) *Reader {
	return &Reader{store: store, pub: pub, now: now}
}

// Publication is the one that the reader reads for.
func (r *Reader) Publication() *dateline.Publication { return &r.pub }

// A Query says which items a list shows. Zero fields do not filter.
type Query struct {
	Language string            // of the items
	NotIn    []string          // none of these languages: the "other languages" of an edition
	Source   dateline.SourceID // ErrNotFound when there is no such source
	Urgency  dateline.Urgency  // at least as urgent
	Since    time.Time
	Before   dateline.Place // continues a list
	Limit    int            // 0 means 50
	// ByRelease orders by the time of release instead of publication: what came
	// onto this wire last. An embargoed item goes by its own time there, too.
	ByRelease bool
}

// A Page is one page of a list.
type Page struct {
	Views []View
	// Next continues the list; its Item is "" on the last page.
	Next dateline.Place
}

// List returns the newest items that are out.
func (r *Reader) List(ctx context.Context, q Query) (page Page, err error) {
	defer dateline.Wrap(&err, "list items")
	limit := q.Limit
	if limit <= 0 {
		limit = 50
	}
	now := r.now()
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		if q.Source != "" {
			if err := sourceIsPublic(ctx, tx, q.Source); err != nil {
				return err
			}
		}
		filings, err := tx.Filings(ctx, dateline.FilingQuery{
			Language: q.Language, NotIn: q.NotIn, Source: q.Source, Urgency: q.Urgency, Since: q.Since,
			Statuses: []dateline.PubStatus{dateline.Usable}, Out: now, Before: q.Before,
			// One more than asked for tells whether there is a next page.
			ByRelease: q.ByRelease, Limit: limit + 1,
		})
		if err != nil {
			return err
		}
		// The place is a filing's and not a view's: what Public refuses leaves a page
		// short, and must not end the list.
		if len(filings) > limit {
			filings = filings[:limit]
			last := filings[limit-1]
			page.Next = dateline.Place{Time: last.When, Item: last.Item}
			if q.ByRelease {
				page.Next.Time = last.Released
			}
		}
		page.Views, err = r.views(ctx, tx, filings)
		return err
	})
	return page, err
}

// Count counts the items of a list that are out, without regard to Limit.
func (r *Reader) Count(ctx context.Context, q Query) (n int, err error) {
	defer dateline.Wrap(&err, "count items")
	filed := dateline.FilingQuery{
		Language: q.Language, NotIn: q.NotIn, Source: q.Source, Urgency: q.Urgency, Since: q.Since,
		Statuses: []dateline.PubStatus{dateline.Usable}, Out: r.now(),
	}
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		hidden, err := DeskOnly(ctx, tx)
		if err != nil {
			return err
		}
		n, err = CountPublic(ctx, tx, filed, hidden)
		return err
	})
	return n, err
}

// Notices returns the items of a language with notices, withdrawn ones
// included, by the time of the last notice.
func (r *Reader) Notices(ctx context.Context, language string, before dateline.Place, limit int) (page Page, err error) {
	defer dateline.Wrap(&err, "list notices")
	if limit <= 0 {
		limit = 50
	}
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		filings, err := tx.Filings(ctx, dateline.FilingQuery{
			Language: language, Statuses: []dateline.PubStatus{dateline.Usable, dateline.Canceled},
			ByNotice: true, Out: r.now(), Before: before, Limit: limit + 1,
		})
		if err != nil {
			return err
		}
		if len(filings) > limit {
			filings = filings[:limit]
			page.Next = dateline.Place{Time: filings[limit-1].Noticed, Item: filings[limit-1].Item}
		}
		page.Views, err = r.views(ctx, tx, filings)
		return err
	})
	return page, err
}

// Item returns one item with its versions and counterparts. ErrGone comes with
// the View of what remains.
func (r *Reader) Item(ctx context.Context, id dateline.ItemID) (v View, err error) {
	defer dateline.Wrap(&err, "item %q", id)
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		item, err := tx.Item(ctx, id) // first: an erased item is gone, not unknown
		if err != nil {
			return err
		}
		filing, err := filingOf(ctx, tx, id)
		if err != nil {
			return err
		}
		source, err := sourceOrStray(ctx, tx, item.Source)
		if err != nil {
			return err
		}
		if v, err = Public(&item, &source, &filing, r.now()); err != nil {
			return err
		}
		v.Credit = credit(&item, &source, &r.pub)
		if v.Versions, err = versions(ctx, tx, id); err != nil {
			return err
		}
		if v.Quotes, err = quotes(ctx, tx, &v, &item); err != nil {
			return err
		}
		v.Counterparts, err = r.counterparts(ctx, tx, filing.Counterparts)
		return err
	})
	return v, err
}

// Views returns those of the items that are out, in the order of ids.
func (r *Reader) Views(ctx context.Context, ids []dateline.ItemID) (views []View, err error) {
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		filings, err := usable(ctx, tx, ids)
		if err != nil {
			return err
		}
		views, err = r.views(ctx, tx, filings)
		return err
	})
	return views, err
}

// usable are the filings of items that are not withdrawn, in the order of ids.
func usable(ctx context.Context, tx dateline.Tx, ids []dateline.ItemID) ([]dateline.Filing, error) {
	byID, err := tx.FilingsOf(ctx, ids)
	filings := make([]dateline.Filing, 0, len(byID))
	for _, id := range ids {
		if f, ok := byID[id]; ok && f.Status == dateline.Usable {
			filings = append(filings, f)
		}
	}
	return filings, err
}

// Sources returns the sources whose items may go out, by id.
func (r *Reader) Sources(ctx context.Context) (out []Source, err error) {
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		all, err := tx.Sources(ctx)
		for i := range all {
			if UsageOf(&all[i]) != dateline.UsageDesk {
				out = append(out, publicSource(&all[i]))
			}
		}
		return err
	})
	return out, err
}

// Source returns one source, ErrNotFound when there is none for the public.
func (r *Reader) Source(ctx context.Context, id dateline.SourceID) (out Source, err error) {
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		if err := sourceIsPublic(ctx, tx, id); err != nil {
			return err
		}
		s, err := tx.Source(ctx, id)
		out = publicSource(&s)
		return err
	})
	return out, err
}

// An itemsByID reads items, with their text or without.
type itemsByID func(context.Context, []dateline.ItemID) ([]dateline.Item, error)

// views turns filings into views, in order. What Public refuses is left out,
// except what remains of withdrawn items.
func (r *Reader) views(ctx context.Context, tx dateline.Tx, filings []dateline.Filing) ([]View, error) {
	return r.viewsOf(ctx, tx, filings, tx.Items)
}

// viewsOf is views of items as read gives them: tx.Items, or tx.Heads where
// nothing of their text is shown.
func (r *Reader) viewsOf(ctx context.Context, tx dateline.Tx, filings []dateline.Filing, read itemsByID) ([]View, error) {
	ids := make([]dateline.ItemID, len(filings))
	byID := make(map[dateline.ItemID]*dateline.Filing, len(filings))
	for i := range filings {
		ids[i] = filings[i].Item
		byID[ids[i]] = &filings[i]
	}
	items, err := read(ctx, ids)
	if err != nil {
		return nil, err
	}
	sources, err := sourcesOf(ctx, tx, items, func(i *dateline.Item) dateline.SourceID { return i.Source })
	if err != nil {
		return nil, err
	}
	out := make([]View, 0, len(items))
	for i := range items {
		source := sources.of(items[i].Source)
		v, err := Public(&items[i], &source, byID[items[i].ID], r.now())
		if errors.Is(err, dateline.ErrNotFound) {
			continue
		}
		if err != nil && !errors.Is(err, dateline.ErrGone) {
			return nil, err
		}
		// Public knows no publication, whose credit line own items have.
		v.Credit = credit(&items[i], &source, &r.pub)
		out = append(out, v)
	}
	return out, nil
}

// counterparts are those of an item that are out themselves.
func (r *Reader) counterparts(ctx context.Context, tx dateline.Tx, ids map[string]dateline.ItemID) (map[string]Counterpart, error) {
	out := map[string]Counterpart{}
	for language, id := range ids {
		filings, err := tx.FilingsOf(ctx, []dateline.ItemID{id})
		if err != nil {
			return nil, err
		}
		f, ok := filings[id]
		if !ok || f.Status != dateline.Usable {
			continue
		}
		views, err := r.views(ctx, tx, []dateline.Filing{f})
		if err != nil {
			return nil, err
		}
		for i := range views {
			out[language] = Counterpart{ID: id, Path: Path(&r.pub, &views[i]), Headline: views[i].Headline}
		}
	}
	return out, nil
}

// filingOf is the filing of one item; ErrNotFound until the stage has come to it.
func filingOf(ctx context.Context, tx dateline.Filings, id dateline.ItemID) (dateline.Filing, error) {
	filings, err := tx.FilingsOf(ctx, []dateline.ItemID{id})
	if err != nil {
		return dateline.Filing{}, err
	}
	f, ok := filings[id]
	if !ok {
		return f, fmt.Errorf("no filing: %w", dateline.ErrNotFound)
	}
	return f, nil
}

// versions are the numbers and times of an item's versions, without those that only
// have another address (readers would take them for updates) and without our own that
// were never out. What of their words the public may see, History says.
func versions(ctx context.Context, tx dateline.Tx, id dateline.ItemID) ([]Version, error) {
	all, err := tx.Versions(ctx, id)
	if err != nil {
		return nil, err
	}
	own := all[0].Source == dateline.OwnSource
	var decisions []dateline.Decision // on our own: a source's versions are what it published
	if own {
		on, err := tx.DecisionsOn(ctx, []dateline.ItemID{id})
		if err != nil {
			return nil, err
		}
		decisions = on[id]
	}
	filed := filedWith(decisions)
	out := make([]Version, 0, len(all))
	var before *dateline.Item // that readers saw
	for i := range all {
		if own && i+1 < len(all) && !wasOut(&all[i], decisions, all[i+1].Received) {
			continue
		}
		if before != nil {
			moved := all[i]
			if moved.URL = before.URL; moved.Same(before) {
				continue
			}
		}
		before = &all[i]
		one := Version{Number: all[i].Version, Time: all[i].Received}
		if n := len(all[i].Notices); n > 0 {
			// A copy may carry several; the last stands for all.
			one.Notice = all[i].Notices[n-1].Kind
		}
		if kind := filed[one.Number]; kind != "" {
			one.Notice = kind
		}
		out = append(out, one)
	}
	return out, nil
}

// filedWith tells of the versions that the desk filed with a notice what that was. Its
// copy carries none: the desk alone knows which version a correction goes with.
func filedWith(decisions []dateline.Decision) map[int]dateline.DecisionKind {
	filed := map[int]dateline.DecisionKind{}
	for _, d := range decisions {
		if d.Version > 0 && tellsReaders(d.Kind) {
			filed[d.Version] = d.Kind
		}
	}
	return filed
}

// sourceIsPublic is the error that a source for the desk alone is to the public: the
// same as of one that does not exist, so that nobody learns which there are.
func sourceIsPublic(ctx context.Context, tx dateline.Sources, id dateline.SourceID) error {
	s, err := tx.Source(ctx, id)
	if err == nil && UsageOf(&s) == dateline.UsageDesk {
		err = fmt.Errorf("source %s is for the desk: %w", id, dateline.ErrNotFound)
	}
	return err
}

// sourceOrStray gives the source of an item; when the source was removed, its
// items stay, as excerpts.
func sourceOrStray(ctx context.Context, tx dateline.Sources, id dateline.SourceID) (dateline.Source, error) {
	s, err := tx.Source(ctx, id)
	if errors.Is(err, dateline.ErrNotFound) {
		return stray(id), nil
	}
	return s, err
}

// stray stands for a source that was removed. What its contract allowed is known no
// more, so the default holds.
func stray(id dateline.SourceID) dateline.Source {
	return dateline.Source{ID: id, Name: string(id), Usage: dateline.UsageExcerpt}
}

// sources are those of a list, read at once: one after the other they were a
// quarter of a front page of two hundred sources.
type sources map[dateline.SourceID]dateline.Source

// of is a source of the list, a stray when it was removed.
func (s sources) of(id dateline.SourceID) dateline.Source {
	if source, ok := s[id]; ok {
		return source
	}
	return stray(id)
}

// sourcesOf reads the sources of all in a list.
func sourcesOf[T any](ctx context.Context, tx dateline.Sources, list []T, of func(*T) dateline.SourceID) (sources, error) {
	seen := map[dateline.SourceID]bool{}
	var ids []dateline.SourceID
	for i := range list {
		if id := of(&list[i]); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return tx.SourcesByID(ctx, ids)
}

// credit is the credit line an item goes out under: its own, else the
// publication's for own items, else the source's name.
func credit(item *dateline.Item, source *dateline.Source, pub *dateline.Publication) string {
	switch {
	case item.CreditLine != "":
		return item.CreditLine
	case source.ID == dateline.OwnSource:
		return pub.Credits.In(EditionOf(pub, item.Language), source.Name)
	default:
		return source.Names.In(item.Language, source.Name)
	}
}
