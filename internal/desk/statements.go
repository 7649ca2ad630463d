package desk

import (
	"context"

	"dateline"
)

// A Stated is a statement with its words.
type Stated struct {
	dateline.Statement
	Words string // the content
	Whole string // the sentences in which it stands
}

// Statements returns all statements of the current version of an item, sure or
// not, with the errors of Items.Item.
func (d *Desk) Statements(ctx context.Context, id dateline.ItemID) (out []Stated, err error) {
	defer dateline.Wrap(&err, "statements of %s", id)
	err = d.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		item, err := tx.Item(ctx, id)
		if err != nil {
			return err
		}
		marked, err := tx.StatementsOf(ctx, []dateline.ItemID{id})
		// Spans are of the text as it was marked; Text gives the same each time.
		text := item.Text()
		for _, m := range marked[id] {
			// Those of earlier versions stand in texts that nobody decides on any more.
			if m.Version != item.Version {
				continue
			}
			for _, s := range m.Statements {
				out = append(out, Stated{Statement: s, Words: s.Words(text), Whole: s.Sentence.In(text)})
			}
		}
		return err
	})
	return out, err
}
