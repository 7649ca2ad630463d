package wire

import (
	"cmp"
	"context"
	"slices"

	"dateline"
)

// A Translation is the same news in another language.
type Translation struct {
	View View
	By   dateline.MatchBasis // ByGuess must never be shown as a fact
}

// Translations returns the items out that tell an item's news in other
// languages, the surest first.
func (r *Reader) Translations(ctx context.Context, id dateline.ItemID) (out []Translation, err error) {
	defer dateline.Wrap(&err, "translations of %q", id)
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		rows, err := translationsOf(ctx, tx, id)
		if err != nil {
			return err
		}
		var ids []dateline.ItemID
		for _, m := range rows {
			ids = append(ids, m.Of)
		}
		// A translation whose item is not out is not even hinted at.
		byID, err := r.out(ctx, tx, ids)
		if err != nil {
			return err
		}
		for _, m := range rows {
			f, ok := byID[m.Of]
			if !ok {
				continue
			}
			views, err := r.viewsOf(ctx, tx, []dateline.Filing{f}, tx.Heads)
			if err != nil {
				return err
			}
			for i := range views {
				out = append(out, Translation{views[i], m.By})
			}
		}
		return nil
	})
	return out, err
}

// translationsOf gives the rows on either side of an item, the other side as Of.
func translationsOf(ctx context.Context, tx dateline.Matches, id dateline.ItemID) (rows []dateline.Match, err error) {
	of, err := tx.MatchesOf(ctx, []dateline.ItemID{id})
	if err != nil {
		return nil, err
	}
	to, err := tx.MatchesTo(ctx, []dateline.ItemID{id})
	if err != nil {
		return nil, err
	}
	// Rows lead from the later item to the earlier; to a reader both sides are alike.
	for _, m := range to[id] {
		m.Of, m.Item = m.Item, m.Of
		rows = append(rows, m)
	}
	rows = slices.DeleteFunc(append(rows, of[id]...), func(m dateline.Match) bool { return m.Kind != dateline.MatchTranslation })
	bases := []dateline.MatchBasis{dateline.ByDesk, dateline.ByLink, dateline.ByCredit, dateline.ByWords, dateline.ByGuess}
	// Ties are broken by id, so that a page comes out the same each time.
	slices.SortStableFunc(rows, func(a, b dateline.Match) int {
		return cmp.Or(slices.Index(bases, a.By)-slices.Index(bases, b.By), cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Of, b.Of))
	})
	// Each side may have found the other; the surer row of the two stands first.
	return slices.CompactFunc(rows, func(a, b dateline.Match) bool { return a.Of == b.Of }), nil
}
