package wire

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
)

// A Quote is a statement that may go out: the whole sentence, word for word.
type Quote struct {
	ID       dateline.StatementID
	Speaker  string // the fullest name in the item
	Role     string // as written beside the name; often ""
	Kind     dateline.StatementKind
	Polarity dateline.Polarity
	Sentence string
	// Content is where what was said stands in the text of the View's Body; nil
	// when the View shows no body.
	Content []dateline.Span
	// Said is the day that the sentence tells, the zero time when it tells none.
	Said time.Time
	// Person is who said it, "" when that is nobody whose page may be seen. It is
	// set on an item's own page and in what a person said.
	Person dateline.PersonID
	// Private says that it was somebody whom the desk hides. The sentence stands as
	// the source has it; nothing beside it may say who spoke.
	Private bool

	said string // the content: words of Sentence
}

// Quotes decides which statements of an item may go out with a view of it. It is
// the only place that decides so, and goes by what Public has decided: of a link
// none, of an excerpt those that, together with all else that the view shows of
// the text, are no more than ExcerptWords words. Each is above the threshold of
// precision and names its speaker in its own sentence, so that every reader can
// check it by what is shown.
func Quotes(v *View, item *dateline.Item, marked []dateline.Marked) []Quote {
	if v.Status != dateline.Usable || v.Usage != dateline.UsageFull && v.Usage != dateline.UsageExcerpt {
		return nil
	}
	// The 40 words are those of Public: what stands in headline, notices and excerpt is
	// spent, and a sentence that stands there whole costs nothing more.
	budget := excerptBudget{left: v.left, shown: []string{spaced(v.counted)}, bound: v.Usage == dateline.UsageExcerpt}
	text := item.Text()
	var out []Quote
	for _, s := range statementsIn(marked, v.Version) {
		sentence := spaced(s.Sentence.In(text))
		if !s.Public || !s.Named || !tells(sentence, s.Speaker) || !budget.takes(sentence) {
			continue
		}
		q := Quote{ID: s.ID, Speaker: s.Speaker, Role: s.Role, Kind: s.Kind, Polarity: s.Polarity, Sentence: sentence, said: s.Words(text)}
		// Spans are of the text; whoever shows no text could mark nothing with them.
		if v.Usage == dateline.UsageFull {
			q.Content = s.Content
		}
		if s.Said != "" {
			// With no other time to fall back to: the page says a day only where the sentence does.
			q.Said = s.When(time.Time{})
		}
		out = append(out, q)
	}
	return out
}

// statementsIn are those of one version.
func statementsIn(marked []dateline.Marked, version int) []dateline.Statement {
	for i := range marked {
		if marked[i].Version == version {
			return marked[i].Statements
		}
	}
	return nil
}

// spaced is a text with single spaces: a sentence may run over lines.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

// tells reports whether a sentence has the last word of a name, in any spelling:
// of "he said" nobody can check who he is.
func tells(sentence, name string) bool {
	_, words := lang.Words(name)
	if len(words) == 0 {
		return false
	}
	_, in := lang.Words(sentence)
	// The family name: a sentence seldom has more of a name that stood whole before.
	last := words[len(words)-1].Form
	return slices.ContainsFunc(in, func(w lang.Word) bool { return w.Form == last })
}

// An excerptBudget is what is left of the words of an excerpt.
type excerptBudget struct {
	bound bool
	left  int
	shown []string
}

// takes reports whether a sentence may be shown as well. One that is shown
// already, whole, costs nothing.
func (b *excerptBudget) takes(sentence string) bool {
	// Spans of a text that was shortened since point at nothing.
	if sentence == "" {
		return false
	}
	if !b.bound || slices.ContainsFunc(b.shown, func(s string) bool { return strings.Contains(s, sentence) }) {
		return true
	}
	cost := 0
	for _, field := range strings.Fields(sentence) {
		cost += wordCost(field)
	}
	if cost > b.left {
		return false
	}
	b.left -= cost
	b.shown = append(b.shown, sentence)
	return true
}

// quotes reads the statements of an item and gives those that may go out.
func quotes(ctx context.Context, tx dateline.Tx, v *View, item *dateline.Item) ([]Quote, error) {
	marked, err := tx.StatementsOf(ctx, []dateline.ItemID{item.ID})
	if err != nil {
		return nil, err
	}
	out := Quotes(v, item, marked[item.ID])
	return out, speakers(ctx, tx, map[dateline.ItemID][]Quote{item.ID: out})
}

// Spoken returns those of the items that are out and in which somebody speaks,
// with what may be shown of it, in the order of ids.
func (r *Reader) Spoken(ctx context.Context, ids []dateline.ItemID) (out []View, err error) {
	defer dateline.Wrap(&err, "who speaks in %d items", len(ids))
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		marked, err := tx.StatementsOf(ctx, ids)
		if err != nil || len(marked) == 0 {
			return err
		}
		// Most items have nobody who speaks; they are not read.
		silent := func(id dateline.ItemID) bool { return len(marked[id]) == 0 }
		filings, err := usable(ctx, tx, slices.DeleteFunc(slices.Clone(ids), silent))
		if err != nil {
			return err
		}
		byID := map[dateline.ItemID]*dateline.Item{}
		views, err := r.viewsOf(ctx, tx, filings, func(ctx context.Context, ids []dateline.ItemID) ([]dateline.Item, error) {
			items, err := tx.Items(ctx, ids)
			for i := range items {
				byID[items[i].ID] = &items[i]
			}
			return items, err
		})
		if err != nil {
			return err
		}
		said := map[dateline.ItemID][]Quote{}
		for i := range views {
			v := &views[i]
			if v.Quotes = Quotes(v, byID[v.ID], marked[v.ID]); len(v.Quotes) > 0 {
				said[v.ID], out = v.Quotes, append(out, *v)
			}
		}
		return speakers(ctx, tx, said)
	})
	return out, err
}

// Quote returns a statement that may go out, with the view of the item that it
// stands in; ErrNotFound when there is none (any more), ErrGone when its item was
// withdrawn.
func (r *Reader) Quote(ctx context.Context, id dateline.StatementID) (v View, q Quote, err error) {
	defer dateline.Wrap(&err, "statement %q", id)
	item := id.Item()
	if item == "" {
		return v, q, fmt.Errorf("that is no name of a statement: %w", dateline.ErrNotFound)
	}
	if v, err = r.Item(ctx, item); err != nil {
		return v, q, err
	}
	at := slices.IndexFunc(v.Quotes, func(q Quote) bool { return q.ID == id })
	if at < 0 {
		return v, q, fmt.Errorf("its item does not show it: %w", dateline.ErrNotFound)
	}
	return v, v.Quotes[at], nil
}
