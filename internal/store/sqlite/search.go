package sqlite

import (
	"context"
	"fmt"
	"strings"

	"dateline"
	"dateline/internal/store/sqlstore"
)

// search is the full-text part: an FTS5 table for each shelf, its rows numbered
// by slot.
type search struct{}

// Put indexes documents.
func (search) Put(ctx context.Context, t *sqlstore.Tx, on sqlstore.Shelf, docs []sqlstore.Doc) error {
	for _, d := range docs {
		// The mark between them is no word, so that no phrase runs from one into the other.
		text := d.Words.Headline + " = " + d.Words.Body
		rest := d.Words.Stems + marked(" @", strings.Fields(d.Words.Byline)) + sourceMark(d.Source) + languageMark(d.Language)
		_, err := t.Exec(ctx, "insert into "+on.Words()+" (rowid, text, rest) values ($1, $2, $3)", d.Slot, text, rest)
		if err != nil {
			return fmt.Errorf("index the words of %s: %w", d.ID, err)
		}
	}
	return nil
}

// A mark is one word to the tokenizer, since = and - belong to words there; no word of a
// text begins so.
func sourceMark(id dateline.SourceID) string { return " =s-" + string(id) }

func languageMark(language string) string { return " =l-" + language }

// marked puts the mark before each word: @ before the words of a byline keeps them apart
// from the same words in a text.
func marked(mark string, words []string) string {
	if len(words) == 0 {
		return ""
	}
	return mark + strings.Join(words, mark)
}

// Drop forgets documents. They are found no more from then on; the index's own
// pages lose their words only when the parts that hold them are next merged,
// which Purge sees to. FTS5's secure-delete does not serve: an index without
// contents does not know which words to look for, and marks the row instead.
func (search) Drop(ctx context.Context, t *sqlstore.Tx, on sqlstore.Shelf, slots []int64) error {
	for _, s := range slots {
		if _, err := t.Exec(ctx, "delete from "+on.Words()+" where rowid = $1", s); err != nil {
			return fmt.Errorf("forget words: %w", err)
		}
	}
	return nil
}

// Match lets the index lead when there is a word to look for. Source and
// language are looked up there too: a rare source among common words would
// otherwise be sought row by row.
func (search) Match(q dateline.Find, on sqlstore.Shelf, s *sqlstore.Select) {
	words := on.Words()
	wanted := wants(q)
	not := unwanted(q)
	if wanted == "" {
		if not != "" {
			s.Where("i.slot not in (select rowid from "+words+" where "+words+" match %s)", not)
		}
		return
	}
	wanted += marks(q.Sources, sourceMark) + marks(q.Languages, languageMark)
	if not != "" {
		wanted = "(" + wanted + ") NOT (" + not + ")"
	}
	// A cross join keeps its order in SQLite: the index of words leads, whatever the planner
	// thinks of the other table.
	s.From = words + " cross join " + string(on) + " i on i.slot = " + words + ".rowid"
	s.Order = " order by " + words + ".rowid desc"
	s.Where(words+" match %s", wanted)
	// Told to the index as well, which then begins and ends there.
	if !q.After.IsZero() {
		s.Where(words+".rowid >= %s", sqlstore.FirstSlot(q.After))
	}
	if !q.Before.IsZero() {
		s.Where(words+".rowid < %s", sqlstore.EndSlot(q.Before))
	}
}

// marks asks for any of a list of marks beside what is wanted.
func marks[S ~string](list []S, mark func(S) string) string {
	quoted := make([]string, len(list))
	for i := range list {
		quoted[i] = quote(strings.TrimSpace(mark(list[i])))
	}
	if len(quoted) == 0 {
		return ""
	}
	return " AND (" + strings.Join(quoted, " OR ") + ")"
}

// wants is what an item must have, in the language of FTS5; "" for nothing.
func wants(q dateline.Find) string {
	var parts []string
	if q.Any {
		if any := alternatives(q.Clauses); any != "" {
			parts = append(parts, "("+any+")")
		}
	} else {
		for _, c := range q.Clauses {
			parts = append(parts, "("+alternatives([]dateline.Clause{c})+")")
		}
	}
	for _, c := range q.By {
		parts = append(parts, "("+bylines(c)+")")
	}
	return strings.Join(parts, " AND ")
}

// unwanted is what an item must not have; "" for nothing.
func unwanted(q dateline.Find) string {
	var parts []string
	if words := alternatives(q.Not); words != "" {
		parts = append(parts, words)
	}
	if names := bylines(q.NotBy); names != "" {
		parts = append(parts, names)
	}
	return strings.Join(parts, " OR ")
}

// bylines is any of the phrases in a byline.
func bylines(c dateline.Clause) string {
	var parts []string
	for _, p := range sqlstore.Phrases(c) {
		parts = append(parts, quote(strings.TrimSpace(marked(" @", p))))
	}
	return strings.Join(parts, " OR ")
}

// alternatives is any of the phrases of any of the clauses.
func alternatives(clauses []dateline.Clause) string {
	var parts []string
	for _, c := range clauses {
		for _, p := range sqlstore.Phrases(c) {
			if len(p) == 1 {
				parts = append(parts, quote(p[0]))
			} else {
				// In the column with an order: a phrase must not be met by stems or by a byline.
				parts = append(parts, "text : "+quote(strings.Join(p, " ")))
			}
		}
	}
	return strings.Join(parts, " OR ")
}

// quote makes a string of FTS5, which ends at a zero byte.
func quote(words string) string {
	return `"` + strings.NewReplacer(`"`, `""`, "\x00", " ").Replace(words) + `"`
}

// A word in so many items weighs next to nothing; the contract lets a count stop there.
// enough is where counting stops.
const enough = 100_000

// Count counts documents by word, all words in one statement.
func (search) Count(ctx context.Context, t *sqlstore.Tx, words []string) ([]int, error) {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = quote(w)
	}
	list, err := t.List(quoted)
	if err != nil {
		return nil, err
	}
	counts, err := t.Ints(ctx, "select (select count(*) from (select 1 from search where search match w.value limit $2)) "+
		"from json_each($1) w order by w.key", list, enough)
	if err != nil {
		return nil, fmt.Errorf("count words: %w", err)
	}
	return counts, nil
}

// purgePages is how many pages one transaction of a purge writes: 4 MB, so that
// writers wait for a tenth of a second.
const purgePages = 1000

// Purge merges the parts of the index into one, which leaves out what was
// dropped. A negative number takes up all parts, a positive one goes on; nothing
// was left to do when less than two rows have changed, as FTS5's manual says.
func (search) Purge(ctx context.Context, t *sqlstore.Tx, on sqlstore.Shelf, first bool) (more bool, err error) {
	pages := purgePages
	if first {
		pages = -purgePages
	}
	var before, after int64
	if err := t.Row(ctx, []any{&before}, "select total_changes()"); err != nil {
		return false, err
	}
	words := on.Words()
	if _, err := t.Exec(ctx, "insert into "+words+" ("+words+", rank) values ('merge', $1)", pages); err != nil {
		return false, err
	}
	err = t.Row(ctx, []any{&after}, "select total_changes()")
	return after-before >= 2, err
}
