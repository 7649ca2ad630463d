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
		text := d.Words.Headline + " = " + d.Words.Body
		rest := d.Words.Stems + marked(" @", strings.Fields(d.Words.Byline)) + sourceMark(d.Source) + languageMark(d.Language)
		_, err := t.Exec(ctx, "insert into "+on.Words()+" (rowid, text, rest) values ($1, $2, $3)", d.Slot, text, rest)
		if err != nil {
			return fmt.Errorf("index the words of %s: %w", d.ID, err)
		}
	}
	return nil
}

func sourceMark(id dateline.SourceID) string { return " =s-" + string(id) }

func languageMark(language string) string { return " =l-" + language }

func marked(mark string, words []string) string {
	if len(words) == 0 {
		return ""
	}
	return mark + strings.Join(words, mark)
}

// Drop forgets documents. They are found no more from then on; the index's own
// pages lose their words only when the parts that hold them are next merged.
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
	not := alternatives(q.Not)
	if wanted == "" {
		if not != "" {
			s.Where("i.slot not in (select rowid from "+words+" where "+words+" match %s)", not)
		}
		return
	}
	if q.Source != "" {
		wanted += " AND " + quote(strings.TrimSpace(sourceMark(q.Source)))
	}
	if q.Language != "" {
		wanted += " AND " + quote(strings.TrimSpace(languageMark(q.Language)))
	}
	if not != "" {
		wanted = "(" + wanted + ") NOT (" + not + ")"
	}
	s.From = words + " cross join " + string(on) + " i on i.slot = " + words + ".rowid"
	s.Order = " order by " + words + ".rowid desc"
	s.Where(words+" match %s", wanted)
	if !q.After.IsZero() {
		s.Where(words+".rowid >= %s", sqlstore.FirstSlot(q.After))
	}
	if !q.Before.IsZero() {
		s.Where(words+".rowid < %s", sqlstore.EndSlot(q.Before))
	}
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
	for _, p := range q.By {
		parts = append(parts, quote(strings.TrimSpace(marked(" @", p))))
	}
	return strings.Join(parts, " AND ")
}

// alternatives is any of the phrases of any of the clauses.
func alternatives(clauses []dateline.Clause) string {
	var parts []string
	for _, c := range clauses {
		for _, p := range sqlstore.Phrases(c) {
			if len(p) == 1 {
				parts = append(parts, quote(p[0]))
			} else {
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

// enough is where counting stops.
const enough = 100_000

// Count counts documents by word.
func (search) Count(ctx context.Context, t *sqlstore.Tx, words []string) ([]int, error) {
	counts := make([]int, len(words))
	for i, w := range words {
		err := t.Row(ctx, []any{&counts[i]},
			"select count(*) from (select 1 from search where search match $1 limit $2)", quote(w), enough)
		if err != nil {
			return nil, fmt.Errorf("count %q: %w", w, err)
		}
	}
	return counts, nil
}
