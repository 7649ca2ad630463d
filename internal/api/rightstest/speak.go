package rightstest

import (
	"context"
	"math/rand/v2"
	"strings"

	"dateline"
)

// Speak puts statements into all versions of all items, whatever became of them:
// runs of words of their texts, one of which is the speaker's name. It returns
// their names, for asking for their addresses.
func (w *World) Speak(ctx context.Context, store dateline.Store) (ids []dateline.StatementID, err error) {
	r := rand.New(rand.NewPCG(uint64(len(w.cases)), 3))
	var all []dateline.Marked
	for _, k := range w.cases {
		versions := []*dateline.Item{&k.item}
		if k.old != nil {
			versions = []*dateline.Item{k.old, &k.item}
		}
		for i, v := range versions {
			m := dateline.Marked{Item: k.item.ID, Version: i + 1, Program: 1}
			for range 1 + r.IntN(4) {
				s := statement(r, k.item.ID, v.Text())
				m.Statements = append(m.Statements, s)
				ids = append(ids, s.ID)
			}
			all = append(all, m)
		}
	}
	return ids, store.Update(ctx, func(tx dateline.Tx) error {
		for _, m := range all {
			if err := tx.Append(ctx, dateline.Entry{Time: w.now, Kind: dateline.EntryMarked, Item: m.Item, Version: m.Version}); err != nil {
				return err
			}
		}
		return tx.PutStatements(ctx, all...)
	})
}

// statement is a run of words of a text.
func statement(r *rand.Rand, item dateline.ItemID, text string) dateline.Statement {
	words := word.FindAllStringIndex(text, -1)
	first := r.IntN(len(words))
	if r.IntN(2) == 0 {
		first = 0 // where an excerpt shows it already
	}
	last := min(len(words)-1, first+r.IntN(25))
	span := dateline.Span{Start: words[first][0], End: words[last][1]}
	names := strings.Fields(span.In(text))
	return dateline.Statement{
		ID: dateline.NewStatementID(item, span.In(text), r.IntN(1<<30)), Speaker: names[r.IntN(len(names))], Named: r.IntN(9) > 0,
		Content: []dateline.Span{span}, Sentence: span, Kind: dateline.Direct, Polarity: dateline.Says, Confidence: 0.95, Public: r.IntN(9) > 0,
	}
}
