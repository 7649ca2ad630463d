package wire

import (
	"context"
	"errors"
	"slices"

	"dateline"
	"dateline/internal/search"
)

// Point finds the point of the log that a reader names, as search.ParsePoint
// reads it; days and times without a zone are those of the edition in a language,
// or UTC when there is none. What has not come yet is now.
func (r *Reader) Point(ctx context.Context, tx dateline.Log, text, language string) (search.Point, error) {
	p, err := search.ParsePoint(text, r.zone(language))
	if err != nil {
		return p, err
	}
	if now := r.now(); p.Time.After(now) {
		p.Time = now
	}
	return search.Locate(ctx, tx, p)
}

// Past asks a search as of a point of the log for what stood there: for the
// public what was out, for the desk what was not canceled. What is canceled
// today, or may not go out, the index leaves out whatever it was then. Of other
// sources' items the public finds no version that another has followed: it may
// not see them (PublicThen), and by being found they would tell what they said.
func Past(ctx context.Context, tx dateline.Tx, p search.Point, public bool) *search.Past {
	past := &search.Past{Point: p}
	if public {
		past.Of = dateline.OwnSource
	}
	past.Stood = func(found []dateline.Candidate) ([]dateline.Candidate, error) {
		s := standing{ctx: ctx, tx: tx, point: p, public: public}
		return s.of(found)
	}
	return past
}

// A standing works out which versions stood at a point of the log. How items are
// filed is kept as of today; how they were filed follows from the decisions.
type standing struct {
	ctx       context.Context
	tx        dateline.Tx
	point     search.Point
	public    bool
	decisions map[dateline.ItemID][]dateline.Decision // up to the point
	heads     map[dateline.ItemID]dateline.Item       // of the versions to be filed again
}

// of returns those of the candidates that stood at the point, in order. Nearly all
// are as they were, so that only those on which somebody decided since, or whose
// version or embargo is another, are filed again.
func (s *standing) of(found []dateline.Candidate) ([]dateline.Candidate, error) {
	ids := make([]dateline.ItemID, len(found))
	for i := range found {
		ids[i] = found[i].Item
	}
	decisions, err := s.tx.DecisionsOn(s.ctx, ids)
	if err != nil {
		return nil, err
	}
	filings, err := s.tx.FilingsOf(s.ctx, ids)
	if err != nil {
		return nil, err
	}
	s.decisions = map[dateline.ItemID][]dateline.Decision{}
	var again []dateline.Candidate
	for _, c := range found {
		before, decided := upTo(decisions[c.Item], s.point.Seq)
		if s.asToday(c, filings[c.Item]) && !decided {
			continue
		}
		s.decisions[c.Item] = before
		again = append(again, c)
	}
	if err := s.read(again); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(found, func(c dateline.Candidate) bool {
		// Only what is to be filed again has an entry, if an empty one.
		before, unsure := s.decisions[c.Item]
		return unsure && !s.stood(c, before)
	}), nil
}

// upTo returns the decisions up to an entry, and whether there were later ones.
func upTo(decisions []dateline.Decision, seq int64) (before []dateline.Decision, later bool) {
	// Decisions come in the order of the log, so that what came later is the rest of the list.
	n := 0
	for n < len(decisions) && decisions[n].Seq <= seq {
		n++
	}
	return decisions[:n], n < len(decisions)
}

// asToday reports whether a version stood as it stands today, if nobody has
// decided on its item since.
func (s *standing) asToday(c dateline.Candidate, today dateline.Filing) bool {
	return !s.public || c.Version == today.Version && !today.Embargo.After(s.point.Time)
}

// read reads what is needed to file versions again: the desk looks at decisions
// alone, the public asks for embargoes, too.
func (s *standing) read(again []dateline.Candidate) error {
	s.heads = map[dateline.ItemID]dateline.Item{}
	if !s.public {
		return nil
	}
	ids, version := make([]dateline.ItemID, len(again)), map[dateline.ItemID]int{}
	for i, c := range again {
		ids[i], version[c.Item] = c.Item, c.Version
	}
	heads, err := s.tx.VersionHeads(s.ctx, ids)
	for id, all := range heads {
		for _, h := range all {
			if h.Version == version[id] {
				s.heads[id] = h
			}
		}
	}
	return err
}

// stood files a version again by the decisions up to the point. Embargoes are
// judged by the time of the point, not by today's: what was under one then was not
// out, though it is now.
func (s *standing) stood(c dateline.Candidate, before []dateline.Decision) bool {
	head := s.heads[c.Item]
	filing := fold(&head, before)
	if s.public {
		return filing.Out(s.point.Time)
	}
	return filing.Status != dateline.Canceled
}

// versionOf reads one version of an item; the zero Item when there is none such.
func versionOf(ctx context.Context, tx dateline.Items, id dateline.ItemID, version int) (dateline.Item, error) {
	all, err := tx.Versions(ctx, id)
	for i := range all {
		if all[i].Version == version {
			return all[i], err
		}
	}
	return dateline.Item{}, err
}

// A Then is a version that a search found, beside the one that is current.
type Then struct{ Item, Now dateline.Item }

// Thens reads the versions that a search found, in order. They are for the desk:
// what of them may go out, PublicThen decides.
func Thens(ctx context.Context, tx dateline.Items, hits []search.Hit) ([]Then, error) {
	ids := make([]dateline.ItemID, len(hits))
	version := make(map[dateline.ItemID]int, len(hits))
	for i, h := range hits {
		ids[i], version[h.Item] = h.Item, h.Version
	}
	// Current versions in one read; a past hit that has been followed costs one more.
	items, err := tx.Items(ctx, ids)
	thens := make([]Then, len(items))
	for i, now := range items {
		then := now
		if n := version[now.ID]; n != now.Version {
			if then, err = versionOf(ctx, tx, now.ID, n); err != nil {
				return nil, err
			}
		}
		thens[i] = Then{then, now}
	}
	return thens, err
}

// hits shows what a search found, as far as it may go out.
func (r *Reader) hits(ctx context.Context, tx dateline.Tx, found []search.Hit) ([]Hit, error) {
	thens, err := Thens(ctx, tx, found)
	if err != nil {
		return nil, err
	}
	ids := make([]dateline.ItemID, len(thens))
	for i := range thens {
		ids[i] = thens[i].Now.ID
	}
	filings, err := tx.FilingsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	sources, err := sourcesOf(ctx, tx, thens, func(t *Then) dateline.SourceID { return t.Now.Source })
	if err != nil {
		return nil, err
	}
	var hits []Hit
	for i := range thens {
		then, now := &thens[i].Item, &thens[i].Now
		source := sources.of(now.Source)
		filing := filings[now.ID]
		v, err := PublicThen(then, Today{now, &source, &filing, r.now()})
		// The index may be a moment behind rights: what may not go out is passed over.
		if errors.Is(err, dateline.ErrNotFound) || errors.Is(err, dateline.ErrGone) {
			continue
		}
		if err != nil {
			return nil, err
		}
		v.Credit = credit(then, &source, &r.pub)
		hits = append(hits, Hit{View: v, Current: now.Version})
	}
	return hits, nil
}
