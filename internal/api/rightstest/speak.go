package rightstest

import (
	"context"
	"math/rand/v2"
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/annotate/person"
)

// Speak puts statements into all versions of all items, whatever became of them:
// runs of words of their texts, one of which is the speaker's name. Persons said
// them, under names and roles that may stand anywhere in the text. It returns the
// names of the statements, for asking for their addresses.
func (w *World) Speak(ctx context.Context, store dateline.Store) (ids []dateline.StatementID, err error) {
	r := rand.New(rand.NewPCG(uint64(len(w.cases)), 3))
	var all []dateline.Marked
	var said []dateline.Spoken
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
				said = append(said, spoken(r, v, i+1, &s))
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
		if err := tx.PutStatements(ctx, all...); err != nil {
			return err
		}
		if err := tx.PutSpoken(ctx, w.IDs(), said); err != nil {
			return err
		}
		w.names = said
		return tx.PutPersons(ctx, dateline.Person{ID: w.Persons()[0], Private: true}, dateline.Person{ID: w.Persons()[1], Into: w.Persons()[2]})
	})
}

// Persons are those who speak. The first is hidden, and the second is the third.
func (w *World) Persons() (ids []dateline.PersonID) {
	for n := range 9 {
		ids = append(ids, dateline.PersonID("person"+strconv.Itoa(n)))
	}
	return ids
}

// Names are the statements with who made them, for asking by their names.
func (w *World) Names() []dateline.Spoken { return w.names }

// spoken is who made a statement of a version. The stage may take names and roles
// from the whole text, and be behind what is known of the statement.
func spoken(r *rand.Rand, v *dateline.Item, version int, s *dateline.Statement) dateline.Spoken {
	words := word.FindAllString(v.Text(), -1)
	row := dateline.Spoken{
		Statement: s.ID, Item: v.ID, Version: version, Person: dateline.PersonID("person" + strconv.Itoa(r.IntN(9))), Name: s.Speaker,
		Language: v.Language, Source: v.Source, When: v.When(), Public: s.Public || r.IntN(4) == 0, By: dateline.ByWords, Confidence: 1,
	}
	if r.IntN(2) == 0 {
		// A name from anywhere in the text is what a person's page must not show of an
		// excerpt.
		row.Name, row.Role = words[r.IntN(len(words))], words[r.IntN(len(words))]
	}
	row.Keys = person.Keys(row.Name)
	return row
}

// statement is a run of words of a text.
func statement(r *rand.Rand, item dateline.ItemID, text string) dateline.Statement {
	words := word.FindAllStringIndex(text, -1)
	first := r.IntN(len(words))
	if r.IntN(2) == 0 {
		first = 0 // where an excerpt shows it already
	}
	// Two or three of these fill an excerpt, so that its budget is met and overrun.
	last := min(len(words)-1, first+r.IntN(25))
	span := dateline.Span{Start: words[first][0], End: words[last][1]}
	names := strings.Fields(span.In(text))
	return dateline.Statement{
		ID: dateline.NewStatementID(item, span.In(text), r.IntN(1<<30)), Speaker: names[r.IntN(len(names))], Named: r.IntN(9) > 0,
		Content: []dateline.Span{span}, Sentence: span, Kind: dateline.Direct, Polarity: dateline.Says, Confidence: 0.95, Public: r.IntN(9) > 0,
	}
}
