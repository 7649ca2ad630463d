package stage

import (
	"cmp"
	"slices"
	"time"

	"dateline"
	"dateline/internal/match"
)

// A joining is the families that become one with an item's.
type joining struct {
	*relation
	ids      []dateline.ItemID        // of the ties that were taken
	families map[dateline.ItemID]bool // that they are in, by name
	earliest time.Time                // of the item and of those
}

// joined are the items whose families become one with the item's: those that are
// of one text with it, and where there are none, the one of those that share a
// passage which has the longest, as it is for a whole list of items (see
// [match.Families]). A round-up makes nothing one.
func (r *relation) joined() ([]dateline.ItemID, error) {
	own, related := r.families[r.p.item.ID]
	j := &joining{relation: r, families: map[dateline.ItemID]bool{own.ID: related}, earliest: r.p.when}
	whole, parts, loose := r.bonds()
	for _, t := range whole {
		j.take(t)
	}
	for _, t := range parts {
		if err := j.try(t); err != nil {
			return nil, err
		}
	}
	for _, t := range loose {
		_, has := r.families[t.other.item.ID]
		if alone := !related && len(j.ids) == 0; !alone && has {
			continue
		}
		if err := j.try(t); err != nil {
			return nil, err
		}
	}
	return j.ids, nil
}

// bonds sorts ties by how strong they are: what is of one text; what stands in the
// other, or that in it; what shares a passage, first that which has a family. Those of
// one kind come in the order of what they share.
func (r *relation) bonds() (whole, parts, loose []tie) {
	for _, t := range r.ties {
		switch g := &t.agreement; {
		case !g.Even():
			loose = append(loose, t)
		case g.Part():
			parts = append(parts, t)
		default:
			whole = append(whole, t)
		}
	}
	alone := func(t tie) int {
		if _, ok := r.families[t.other.item.ID]; ok {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(parts, func(a, b tie) int {
		return cmp.Compare(float64(b.agreement.Letters)*b.agreement.Exact, float64(a.agreement.Letters)*a.agreement.Exact)
	})
	slices.SortStableFunc(loose, func(a, b tie) int {
		return cmp.Or(alone(a)-alone(b), cmp.Compare(float64(b.agreement.Longest)*b.agreement.Exact, float64(a.agreement.Longest)*a.agreement.Exact))
	})
	return whole, parts, loose
}

// take joins the family of a tie.
func (j *joining) take(t tie) {
	j.ids = append(j.ids, t.other.item.ID)
	j.families[j.named(t)] = true
	if t.other.when.Before(j.earliest) {
		j.earliest = t.other.when
	}
}

// named is the name of the family that a tie leads to: what is alone is one of its own.
func (j *joining) named(t tie) dateline.ItemID {
	if f, ok := j.relation.families[t.other.item.ID]; ok {
		return f.ID
	}
	return t.other.item.ID
}

// try takes a tie, unless the item or the other one is a round-up.
func (j *joining) try(t tie) error {
	if j.families[j.named(t)] || j.carries(t) {
		return nil
	}
	carried, err := j.carried(t)
	if err == nil && !carried {
		j.take(t)
	}
	return err
}

// carries reports whether the item is a later round-up of the other one of a tie and
// of one that was taken.
func (j *joining) carries(t tie) bool {
	return t.later && slices.ContainsFunc(j.ties, func(s tie) bool {
		if !s.later || !j.families[j.named(s)] || !match.Apart(t.spans(true), s.spans(true)) {
			return false
		}
		g := j.m.comparer.Compare(s.other.text, t.other.text)
		return !g.Same()
	})
}

// carried reports whether the other one of a tie is a round-up, later than the item,
// or than what that is a copy of, and carries it beside others of its own family.
func (j *joining) carried(t tie) (bool, error) {
	const most = 3 // rows: the first is its origin
	o := t.other
	if !o.when.After(j.earliest) {
		return false, nil
	}
	family := j.relation.families[o.item.ID]
	rows := j.rows[o.item.ID]
	for _, m := range rows[:min(len(rows), most)] {
		tied := slices.ContainsFunc(j.ties, func(s tie) bool { return s.other.item.ID == m.Of })
		a, ok := j.m.memory.last(m.Of)
		if !ok || tied || m.Of == j.p.item.ID || !slices.Contains(family.Members, m.Of) || !o.when.After(a.when) {
			continue
		}
		k, err := j.piece(a)
		if err != nil || k == nil {
			return false, err
		}
		g := j.m.comparer.Compare(k.text, o.text)
		if match.Apart(t.spans(false), g.In(true)) {
			return true, nil
		}
	}
	return false, nil
}

// spans is where a tie's passages stand in the item, or in the other one.
func (t *tie) spans(item bool) []match.Span { return t.agreement.In(item == t.later) }
