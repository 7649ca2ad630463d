package stage

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"dateline"
	"dateline/internal/match"
)

// maxRows is how many matches of an item are kept: its origin, and those that
// most of it stands in.
const maxRows = 8

// maxFamily is how many members a family has at most. No dispatch is carried more
// often, but bulletins of one template may go on joining theirs for years, a few by
// chance each day, and each item would read and sort all before it: with 7,000 in
// one, that took 40 ms an item. What comes after has its rows and its story.
const maxFamily = 1000

// A relation is what is known of the items around one that came in.
type relation struct {
	*batch
	p        *piece
	ties     []tie
	rows     map[dateline.ItemID][]dateline.Match // of whom they are, in order
	changed  map[dateline.ItemID]bool             // whose rows are to be written
	families map[dateline.ItemID]dateline.Family  // by member, as they were
	family   dateline.Family                      // the item's, as it is now
	near     []dateline.ItemID                    // of its story, the likest first
	full     bool                                 // a family that it ties takes no more
}

// relate writes what ties an item to others.
func (r *relation) relate(ties []tie, linked []dateline.Match, e dateline.Entry) (err error) {
	ids := []dateline.ItemID{r.p.item.ID}
	for _, t := range ties {
		ids = append(ids, t.other.item.ID)
	}
	r.ties, r.changed = ties, map[dateline.ItemID]bool{}
	if r.rows, err = r.tx.MatchesOf(r.ctx, ids); err != nil {
		return err
	}
	if r.families, err = r.tx.FamiliesOf(r.ctx, ids); err != nil {
		return err
	}
	before := slices.Clone(r.rows[r.p.item.ID])
	r.matches(linked)
	if err := r.unite(); err != nil {
		return err
	}
	if err := r.write(); err != nil {
		return err
	}
	r.say(before, e)
	return nil
}

// meet compares an item with those of its story that it is most like and that are not
// of its family: of a rewrite too few keys may be left to be found by them.
func (r *relation) meet(linked []dateline.Match, e dateline.Entry) error {
	list := r.ties
	seen := map[dateline.ItemID]bool{r.p.item.ID: true}
	for _, id := range r.family.Members {
		seen[id] = true
	}
	for _, id := range r.near {
		a, ok := r.m.memory.last(id)
		if !ok || seen[id] {
			continue
		}
		seen[id] = true
		t, ok, err := r.tie(r.p, a)
		if err != nil {
			return err
		}
		if ok {
			list = append(list, t)
		}
	}
	if len(list) == len(r.ties) {
		return nil
	}
	list, err := r.withFamilies(r.p, list, seen)
	if err != nil {
		return err
	}
	// A translation is guessed only of an item without ties, and now it has one.
	linked = slices.DeleteFunc(linked, func(m dateline.Match) bool { return m.By == dateline.ByGuess })
	if err := r.relate(list, linked, e); err != nil {
		return err
	}
	known, err := r.stories(sorted(r.changed))
	r.recopy(known)
	return err
}

// matches makes the rows of an item anew, and gives others a row where they are
// the later ones.
func (r *relation) matches(linked []dateline.Match) {
	id := r.p.item.ID
	r.changed[id] = len(r.rows[id]) > 0 || len(linked) > 0
	r.rows[id] = slices.Clone(linked)
	for _, t := range r.ties {
		m := t.row(r.p)
		// A row of the other one's that is there already was written with its text of then.
		if at := slices.IndexFunc(r.rows[m.Item], func(o dateline.Match) bool { return o.Of == m.Of }); at >= 0 {
			continue // made from an earlier version; it still was
		}
		r.rows[m.Item] = append(slices.Clone(r.rows[m.Item]), m)
		r.changed[m.Item] = true
	}
}

// unite works out the family of an item with its ties; without members when it
// has none.
func (r *relation) unite() error {
	// Families are named by an item; of several that become one the name of the earliest
	// to come in stays, whatever the order in which the ties were found.
	own, f := r.families[r.p.item.ID], &r.family
	*f = dateline.Family{ID: own.ID, Members: slices.Clone(own.Members)}
	united := map[dateline.ItemID]bool{own.ID: true} // most ties are with items of one family
	joined, err := r.joined()
	if err != nil {
		return err
	}
	for _, other := range joined {
		g, ok := r.families[other]
		switch {
		case !ok:
			g = dateline.Family{ID: other, Members: []dateline.ItemID{other}}
		case united[g.ID]:
			continue
		default:
			united[g.ID] = true
		}
		if len(f.Members)+len(g.Members) >= r.m.maxFamily {
			r.full = true
			continue
		}
		if f.ID == "" || r.m.memory.first(g.ID) < r.m.memory.first(f.ID) {
			f.ID = g.ID
		}
		f.Members = append(f.Members, g.Members...) // nobody is in two
	}
	if len(own.Members) > 0 {
		if holds, err := r.holds(own); err != nil || !holds {
			f.Members = slices.DeleteFunc(f.Members, func(id dateline.ItemID) bool { return id == r.p.item.ID })
			return err
		}
	}
	if len(f.Members) > 0 && !slices.Contains(f.Members, r.p.item.ID) {
		f.Members = append(f.Members, r.p.item.ID)
	}
	return r.sort(f.Members)
}

// holds reports whether an item still has to do with its family.
func (r *relation) holds(f dateline.Family) (bool, error) {
	for _, m := range r.rows[r.p.item.ID] {
		if m.Kind != dateline.MatchTranslation && slices.Contains(f.Members, m.Of) {
			return true, nil
		}
	}
	to, err := r.tx.MatchesTo(r.ctx, []dateline.ItemID{r.p.item.ID})
	text := func(m dateline.Match) bool { return m.Kind != dateline.MatchTranslation }
	return slices.ContainsFunc(to[r.p.item.ID], text) || r.p.item.ID == f.Earliest(), err
}

// sort puts the earliest known member first; who gives another member's credit
// comes after it.
func (r *relation) sort(members []dateline.ItemID) error {
	when, err := r.claims(members)
	if err != nil {
		return err
	}
	slices.SortStableFunc(members, func(a, b dateline.ItemID) int {
		return cmp.Or(when[a].Compare(when[b]), cmp.Compare(r.arrived(a), r.arrived(b)), cmp.Compare(a, b))
	})
	for _, id := range slices.Clone(members) {
		for _, m := range r.rows[id] {
			at, of := slices.Index(members, id), slices.Index(members, m.Of)
			if m.Kind != dateline.MatchTranslation && of > at {
				// In place: as many come in as went out, so the caller's slice has the new order.
				members = slices.Insert(slices.Delete(members, of, of+1), at, m.Of)
			}
		}
	}
	return nil
}

// arrived knows the item itself as well, which is not among the arrivals yet.
func (r *relation) arrived(id dateline.ItemID) int32 {
	if id == r.p.item.ID {
		return r.order(r.p)
	}
	return r.m.memory.first(id)
}

// claims is since when members may be said to be known. Those that came in
// before all that is remembered are asked for.
func (r *relation) claims(members []dateline.ItemID) (map[dateline.ItemID]time.Time, error) {
	when := map[dateline.ItemID]time.Time{r.p.item.ID: r.p.when}
	var older []dateline.ItemID
	for _, id := range members {
		if a, ok := r.m.memory.last(id); !ok && id != r.p.item.ID {
			older = append(older, id)
		} else if id != r.p.item.ID {
			when[id] = a.when
		}
	}
	heads, err := r.tx.Heads(r.ctx, older)
	for i := range heads {
		when[heads[i].ID] = claim(&heads[i])
	}
	return when, err
}

// write stores the rows that changed, each with its origin first, and the family.
func (r *relation) write() error {
	f := r.family
	var ids []dateline.ItemID
	var rows []dateline.Match
	for _, id := range f.Members {
		if r.changed[id] {
			ids = append(ids, id)
		}
	}
	for _, id := range sorted(r.changed) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, id := range ids {
		r.rows[id] = ranked(r.rows[id], f)
		rows = append(rows, r.rows[id]...)
	}
	if err := r.tx.PutMatches(r.ctx, ids, rows); err != nil {
		return err
	}
	own := r.families[r.p.item.ID]
	if len(f.Members) < 2 && len(own.Members) == 0 || f.ID == own.ID && slices.Equal(f.Members, own.Members) {
		return nil
	}
	return r.tx.PutFamilies(r.ctx, f)
}

// sorted gives a set in one order: a map has none, and rows and log entries must come out
// the same each time that they are derived.
func sorted(set map[dateline.ItemID]bool) (ids []dateline.ItemID) {
	for id, in := range set {
		if in {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// ranked puts an item's origin first, then what most of it stands in;
// translations last.
func ranked(rows []dateline.Match, f dateline.Family) []dateline.Match {
	slices.SortStableFunc(rows, func(a, b dateline.Match) int {
		return cmp.Or(class(a, f)-class(b, f), cmp.Compare(b.Share*b.Exact, a.Share*a.Exact))
	})
	n := 0 // of the item's own family
	for n < len(rows) && class(rows[n], f) == 0 {
		n++
	}
	if n > 1 {
		at := origin(rows[:n], f)
		first := rows[at]
		rows = slices.Insert(slices.Delete(rows, at, at+1), 0, first)
	}
	texts := slices.IndexFunc(rows, func(m dateline.Match) bool { return m.Kind == dateline.MatchTranslation })
	if texts > maxRows {
		rows = slices.Delete(rows, maxRows, texts)
	}
	if texts < 0 {
		rows = rows[:min(len(rows), maxRows)]
	}
	return rows
}

// class is 0 within the family, 1 outside it, 2 across languages.
func class(m dateline.Match, f dateline.Family) int {
	switch {
	case m.Kind == dateline.MatchTranslation:
		return 2
	case slices.Contains(f.Members, m.Of):
		return 0
	}
	return 1
}

// origin is the place of the row that tells what an item was made from.
func origin(rows []dateline.Match, f dateline.Family) int {
	earlier := make([]int, len(rows))
	for i := range rows {
		earlier[i] = i
	}
	slices.SortFunc(earlier, func(a, b int) int {
		return slices.Index(f.Members, rows[a].Of) - slices.Index(f.Members, rows[b].Of)
	})
	return match.From(kin(rows), len(rows), earlier)
}

// kin is an item, numbered after its rows, and what they tell.
type kin []dateline.Match

// Credits reports whether a row says that the item gives credit.
func (k kin) Credits(_, j int) bool { return k[j].By == dateline.ByCredit }

// Within is the share that a row tells of.
func (k kin) Within(_, j int) float64 { return k[j].Share * k[j].Exact }

// indexed are the keys by which the item is to be found.
func (r *relation) indexed(keys []uint64) []uint64 {
	if len(r.family.Members) < match.Crowd && !r.full {
		return keys
	}
	var relatives []*match.Text
	for _, t := range r.ties {
		if t.agreement.Even() {
			relatives = append(relatives, t.other.text)
		}
	}
	return match.Own(keys, relatives)
}

// say tells the log what changed.
func (r *relation) say(before []dateline.Match, e dateline.Entry) {
	id := r.p.item.ID
	rows := r.rows[id]
	switch {
	case len(rows) > 0 && (len(before) == 0 || before[0].Of != rows[0].Of || before[0].Kind != rows[0].Kind):
		r.note(e, dateline.EntryMatched, id, fmt.Sprintf("%s of %s", rows[0].Kind, rows[0].Of))
		if len(before) == 0 {
			r.m.Matched.Add(1)
		}
	case len(rows) == 0 && len(before) > 0:
		r.note(e, dateline.EntryMatched, id, "made from nothing known")
	}
	for _, other := range sorted(r.changed) {
		if rows := r.rows[other]; other != id && len(rows) > 0 && rows[0].Of == id {
			r.note(e, dateline.EntryMatched, other, fmt.Sprintf("%s of %s", rows[0].Kind, id))
		}
	}
	r.sayEarliest(e)
}

// sayEarliest tells the log that the earliest known item of a family is another.
func (r *relation) sayEarliest(e dateline.Entry) {
	now := r.family.Earliest()
	old := map[dateline.ItemID]bool{}
	for _, f := range r.families {
		if slices.Contains(r.family.Members, f.Earliest()) {
			old[f.Earliest()] = true
		}
	}
	if len(old) == 0 && len(r.family.Members) > 1 {
		r.m.Families.Add(1)
	}
	for _, was := range sorted(old) {
		if was != now {
			r.note(e, dateline.EntryMatched, now, fmt.Sprintf("earliest known instead of %s", was))
		}
	}
}
