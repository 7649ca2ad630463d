package wire

import (
	"context"
	"slices"
	"time"

	"dateline"
)

// A Family is the items of one text that are out: at least two. What is held,
// killed, erased, under embargo or for the desk alone is neither in it nor
// counted, so "earliest known" is the earliest of what the public may know of.
type Family struct {
	Members []Member // the earliest known first
}

// A Member is an item of a family.
type Member struct {
	View View // as in lists; its body and what comes of it are left out
	// Kind is what it is to the earliest known member, "" of that one and where
	// nothing ties the two but a third text.
	Kind dateline.MatchKind
	// Share is how much of the earliest known member's text stands in it, 0 to 1;
	// 0 where it was not compared with that one.
	Share float64
	// Of is the nearest item out that it was made from, "" when none is, and
	// OfKind what it is to that one.
	Of     dateline.ItemID
	OfKind dateline.MatchKind
}

// Earliest is the earliest known member; nil of a family without members.
func (f *Family) Earliest() *Member {
	if len(f.Members) == 0 {
		return nil
	}
	return &f.Members[0]
}

// Member is that of an item, nil when it is none of the family.
func (f *Family) Member(id dateline.ItemID) *Member {
	for i := range f.Members {
		if f.Members[i].View.ID == id {
			return &f.Members[i]
		}
	}
	return nil
}

// A SourceNotice is a notice on the item that another one has its text from.
type SourceNotice struct {
	dateline.FiledNotice
	View *View // of the item that carries it
}

// Corrections are the corrections and clarifications of the text that a member
// was made from, oldest first, those included that a source filed as an item of
// its own, which concern its first item, too. A rewrite may never have had what was
// wrong, and what was corrected before the member came in, or by the member itself
// since, does not concern it.
func (f *Family) Corrections(id dateline.ItemID) (out []SourceNotice) {
	m := f.Member(id)
	if m == nil {
		return nil
	}
	var mended time.Time // by the member itself
	for _, n := range m.View.Notices {
		if n.Kind == dateline.Correct && n.Time.After(mended) {
			mended = n.Time
		}
	}
	// Which of a source's own two came in earlier says nothing: one poll may bring both.
	out = f.refiled(m, mended)
	since := mended
	if m.View.FirstSeen.After(since) {
		since = m.View.FirstSeen
	}
	for range f.Members { // never longer than the family, should rows ever lead in a ring
		if m.Of == "" || m.OfKind == dateline.MatchRewrite || m.OfKind == "" {
			break
		}
		if m = f.Member(m.Of); m == nil {
			break
		}
		out = append(out, m.corrected(since)...)
		for _, n := range f.refiled(m, since) {
			// The member may be what was filed anew.
			if n.View.ID != id {
				out = append(out, n)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b SourceNotice) int { return a.Time.Compare(b.Time) })
	return out
}

// refiled are the notices on items that the source of a member filed with its text
// later: agencies send a correction as an item of its own.
func (f *Family) refiled(m *Member, since time.Time) (out []SourceNotice) {
	for i := range f.Members {
		n := &f.Members[i]
		if n.Of == m.View.ID && n.View.Source.ID == m.View.Source.ID && (n.OfKind == dateline.MatchDuplicate || n.OfKind == dateline.MatchUpdate) {
			out = append(out, n.corrected(since)...)
		}
	}
	return out
}

// corrected are the corrections and clarifications on a member after a time.
func (m *Member) corrected(since time.Time) (out []SourceNotice) {
	for _, n := range m.View.Notices {
		if (n.Kind == dateline.Correct || n.Kind == dateline.Clarify) && n.Time.After(since) {
			out = append(out, SourceNotice{n, &m.View})
		}
	}
	return out
}

// Families returns the families of those items that have one among what is out.
func (r *Reader) Families(ctx context.Context, ids []dateline.ItemID) (out map[dateline.ItemID]Family, err error) {
	defer dateline.Wrap(&err, "families")
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		out, err = r.families(ctx, tx, ids)
		return err
	})
	return out, err
}

// families is Families within a transaction. Members are read once for all of the
// families, and a family is made once for all of its members: on a story's page
// most items share a few.
func (r *Reader) families(ctx context.Context, tx dateline.Tx, ids []dateline.ItemID) (map[dateline.ItemID]Family, error) {
	light, err := r.kinships(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	var filings []dateline.Filing
	seen := map[dateline.ItemID]bool{}
	for _, k := range light {
		for _, f := range k.out {
			if !seen[f.Item] {
				seen[f.Item] = true
				filings = append(filings, f)
			}
		}
	}
	// Bodies are not read: a family shows who has a text, not the text again.
	views, err := r.viewsOf(ctx, tx, filings, tx.Heads)
	if err != nil {
		return nil, err
	}
	byID := map[dateline.ItemID]View{}
	for i := range views {
		byID[views[i].ID] = views[i]
	}
	made, out := map[*kinship]Family{}, map[dateline.ItemID]Family{}
	for id, k := range light {
		f, ok := made[k]
		if !ok {
			f = k.family(byID)
			made[k] = f
		}
		// Public has the last word on each member, so views may be fewer than filings.
		if len(f.Members) > 1 && f.Member(id) != nil {
			out[id] = f
		}
	}
	return out, nil
}

// family is the kinship with the views of its members.
func (k *kinship) family(views map[dateline.ItemID]View) (f Family) {
	for _, filing := range k.out {
		if v, ok := views[filing.Item]; ok {
			f.Members = append(f.Members, k.member(v))
		}
	}
	return f
}
