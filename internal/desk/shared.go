package desk

import (
	"context"
	"errors"

	"dateline"
	"dateline/internal/match"
)

// A Shared is another item that an item has text in common with.
type Shared struct {
	Line                    // of the other item
	Match    dateline.Match // Item and Of are the two, in either order
	Passages []string       // that agree, as they stand in the item asked for, in order
}

// Made reports whether the other item was made from the one asked for, and not
// the other way round.
func (s *Shared) Made() bool { return s.Match.Item == s.Item.ID }

// Shared returns what an item shares with those it was made from and with those
// that were made from it, compared anew: passages are kept nowhere, and whoever
// asks wants them of the versions that stand now. With the errors of Items.Item.
func (d *Desk) Shared(ctx context.Context, id dateline.ItemID) (out []Shared, err error) {
	defer dateline.Wrap(&err, "shared passages of %s", id)
	err = d.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		item, err := tx.Item(ctx, id)
		if err != nil {
			return err
		}
		rows, err := textRows(ctx, tx, []dateline.ItemID{id})
		if err != nil {
			return err
		}
		// Passages are cut from this text, so that they stand as the item asked for has them:
		// the other one may have other signs between the same words.
		text := item.Text()
		read := match.Read(text)
		for _, m := range rows[id] {
			s := Shared{Match: m}
			if s.Line, err = d.lineOf(ctx, tx, other(m, id)); err != nil {
				return err
			}
			for _, p := range match.Compare(read, match.Read(s.Item.Text())).Passages {
				s.Passages = append(s.Passages, text[p.A.Start:p.A.End])
			}
			dropBody(&s.Item)
			out = append(out, s)
		}
		return nil
	})
	return out, err
}

// SharedWith counts the items that each of many has text in common with.
func (d *Desk) SharedWith(ctx context.Context, ids []dateline.ItemID) (counts map[dateline.ItemID]int, err error) {
	counts = map[dateline.ItemID]int{}
	err = d.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		rows, err := textRows(ctx, tx, ids)
		for id, list := range rows {
			counts[id] = len(list)
		}
		return err
	})
	return counts, err
}

// textRows are the matches of items on either side, translations left out: those
// share news, not text.
func textRows(ctx context.Context, tx dateline.Matches, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Match, error) {
	of, err := tx.MatchesOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	to, err := tx.MatchesTo(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := map[dateline.ItemID][]dateline.Match{}
	// A row stands with the item that came later; the desk asks about either.
	for _, side := range []map[dateline.ItemID][]dateline.Match{of, to} {
		for id, rows := range side {
			for _, m := range rows {
				if m.Kind != dateline.MatchTranslation {
					out[id] = append(out[id], m)
				}
			}
		}
	}
	return out, nil
}

// other is the side of a match on which an item does not stand.
func other(m dateline.Match, id dateline.ItemID) dateline.ItemID {
	if m.Item == id {
		return m.Of
	}
	return m.Item
}

// lineOf is an item with its filing and source, its body included.
func (d *Desk) lineOf(ctx context.Context, tx dateline.Tx, id dateline.ItemID) (line Line, err error) {
	if line.Item, err = tx.Item(ctx, id); err != nil {
		return line, err
	}
	filings, err := tx.FilingsOf(ctx, []dateline.ItemID{id})
	if err != nil {
		return line, err
	}
	line.Filing = filings[id]
	line.Source, err = tx.Source(ctx, line.Item.Source)
	if errors.Is(err, dateline.ErrNotFound) {
		err = nil // a removed source has items all the same
	}
	return line, err
}
