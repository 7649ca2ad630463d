package postgres

import (
	"context"
	"fmt"
	"strings"

	"dateline"
	"dateline/internal/store/sqlstore"
)

// search is the full-text part: words in a tsvector, and the text beside it for
// phrases.
type search struct{}

// longest is the longest word that is indexed; PostgreSQL refuses longer than
// 2,046 bytes.
const longest = 1000

// most is how many bytes of distinct words are indexed of an item. A tsvector
// says where its words stand in 20 bits, and array_to_tsvector does not look:
// with more than a megabyte of them nothing of the item is found any more.
const most = 1 << 19

// Put indexes documents.
func (search) Put(ctx context.Context, t *sqlstore.Tx, on sqlstore.Shelf, docs []sqlstore.Doc) error {
	// All documents with one statement: a round trip for each would cost more than indexing.
	text := "insert into " + on.Words() + " (slot, words, text) select d.slot, array_to_tsvector(string_to_array(d.words, ' ')), d.text " +
		"from unnest($1::bigint[], $2::text[], $3::text[]) as d (slot, words, text)"
	slots, words, texts := make([]int64, len(docs)), make([]string, len(docs)), make([]string, len(docs))
	for i, d := range docs {
		slots[i] = d.Slot
		words[i] = strings.Join(distinct(d), " ")
		// A space before and behind: a phrase is sought as words between spaces, and so never
		// within a word.
		texts[i] = " " + plain(d.Words.Headline) + " = " + plain(d.Words.Body) + " =" + marked(strings.Fields(plain(d.Words.Byline))) + " "
	}
	if _, err := t.Exec(ctx, text, slots, words, texts); err != nil {
		return fmt.Errorf("index the words of %d items: %w", len(docs), err)
	}
	return nil
}

// distinct is the words of a document, each once, with its marks: @ for bylines,
// = for filters. What it is most often sought by comes first, since a vast text
// leaves no room for all; its body leaves a quarter for stems, of which those of
// the headline come first.
func distinct(d sqlstore.Doc) []string {
	seen := map[string]bool{}
	var list []string
	size := 0
	add := func(mark, words string, most int) {
		for w := range strings.FieldsSeq(plain(words)) {
			if w = mark + w; !seen[w] && len(w) <= longest && size+len(w) <= most {
				seen[w] = true
				size += len(w)
				list = append(list, w)
			}
		}
	}
	add("", sourceMark(d.Source)+" "+languageMark(d.Language), most)
	add("", d.Words.Headline, most)
	add("@", d.Words.Byline, most)
	add("", d.Words.Body, most-most/4)
	add("", d.Words.Stems, most)
	return list
}

func sourceMark(id dateline.SourceID) string { return "=s-" + plain(string(id)) }

func languageMark(language string) string { return "=l-" + plain(language) }

// plain makes a text one that PostgreSQL takes.
func plain(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

// marked is the words of a byline as they stand in the text, a mark before each.
func marked(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(" @" + w)
	}
	return b.String()
}

// Drop forgets documents.
func (search) Drop(ctx context.Context, t *sqlstore.Tx, on sqlstore.Shelf, slots []int64) error {
	_, err := t.Exec(ctx, "delete from "+on.Words()+" where "+t.IntIn("slot", 1), slots)
	return err
}

// Match joins the words. The tsquery alone decides where there are single words
// only; a phrase is first sought by its words, then in the text.
func (search) Match(q dateline.Find, on sqlstore.Shelf, s *sqlstore.Select) {
	var all []string
	if q.Any && len(q.Clauses) > 0 {
		all = append(all, either(q.Clauses, ""))
	} else {
		for _, c := range q.Clauses {
			all = append(all, either([]dateline.Clause{c}, ""))
		}
	}
	for _, c := range q.By {
		all = append(all, either([]dateline.Clause{c}, "@"))
	}
	// No words at all: the items are read in their own order, without the words' table.
	if len(all) == 0 && either(q.Not, "") == "" && len(sqlstore.Phrases(q.NotBy)) == 0 {
		return
	}
	s.From = string(on) + " i join " + on.Words() + " search on search.slot = i.slot"
	if len(all) > 0 {
		// Only beside words: a source alone is found by its own index, newest first.
		all = append(all, marks(q.Sources, sourceMark)...)
		all = append(all, marks(q.Languages, languageMark)...)
		s.Where("search.words @@ %s::tsquery", strings.Join(all, " & "))
	}
	exact(q, s)
}

// marks asks for any of a list of marks.
func marks[S ~string](list []S, mark func(S) string) []string {
	quoted := make([]string, len(list))
	for i := range list {
		quoted[i] = quote(mark(list[i]))
	}
	if len(quoted) == 0 {
		return nil
	}
	return []string{"(" + strings.Join(quoted, " | ") + ")"}
}

// exact adds what words alone cannot decide.
func exact(q dateline.Find, s *sqlstore.Select) {
	if q.Any {
		if hasRow(q.Clauses) {
			meets(q.Clauses, "", s)
		}
	} else {
		for _, c := range q.Clauses {
			if one := []dateline.Clause{c}; hasRow(one) {
				meets(one, "", s)
			}
		}
	}
	for _, c := range q.By {
		if hasRow([]dateline.Clause{c}) {
			signed(c, s)
		}
	}
	if len(either(q.Not, "")) > 0 {
		meets(q.Not, "not ", s)
	}
	for _, p := range sqlstore.Phrases(q.NotBy) {
		s.Where("strpos(search.text, %s) = 0", plain(marked(p))+" ")
	}
}

// signed demands one of the phrases in a byline.
func signed(c dateline.Clause, s *sqlstore.Select) {
	var parts []string
	var args []any
	for _, p := range sqlstore.Phrases(c) {
		parts, args = append(parts, "strpos(search.text, %s) > 0"), append(args, plain(marked(p))+" ")
	}
	s.Where("("+strings.Join(parts, " or ")+")", args...)
}

// meets demands, or with a "not " forbids, one of the phrases.
func meets(clauses []dateline.Clause, not string, s *sqlstore.Select) {
	var parts []string
	var args []any
	for _, c := range clauses {
		for _, p := range sqlstore.Phrases(c) {
			if len(p) == 1 {
				parts, args = append(parts, "search.words @@ %s::tsquery"), append(args, quote(p[0]))
			} else {
				parts = append(parts, "strpos(search.text, %s) > 0")
				args = append(args, " "+plain(strings.Join(p, " "))+" ")
			}
		}
	}
	s.Where(not+"("+strings.Join(parts, " or ")+")", args...)
}

// hasRow reports whether a phrase of several words is among them.
func hasRow(clauses []dateline.Clause) bool {
	for _, c := range clauses {
		for _, p := range c {
			if len(p) > 1 {
				return true
			}
		}
	}
	return false
}

// either is a tsquery for the words of any of the phrases, each behind a mark.
func either(clauses []dateline.Clause, mark string) string {
	var parts []string
	for _, c := range clauses {
		for _, p := range sqlstore.Phrases(c) {
			parts = append(parts, together(p, mark))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "(" + strings.Join(parts, " | ") + ")"
}

// together is a tsquery for all words of a phrase.
func together(p dateline.Phrase, mark string) string {
	words := make([]string, len(p))
	for i, w := range p {
		words[i] = quote(mark + w)
	}
	return "(" + strings.Join(words, " & ") + ")"
}

// quote makes a word of a tsquery. One that is too long to be indexed, which
// PostgreSQL would refuse, becomes one that no item has.
func quote(word string) string {
	if len(word) > longest {
		word = "="
	}
	// A quote and a backslash would end the word, and what follows would be read as operators.
	return "'" + strings.NewReplacer("'", "''", `\`, `\\`).Replace(plain(word)) + "'"
}

// A word in so many items weighs next to nothing; the contract lets a count stop there.
// enough is where counting stops.
const enough = 100_000

// Count counts documents by word, all words in one statement. What it costs is
// the visit to the heap for each row that the index finds: a word in 5,000 of
// 60,000 items takes 20 ms, of which the index has 2. A table of counts, written
// with each batch, was measured and left out: it takes 1.3 ms an item of 1 KB in
// batches of 50, 0.6 ms in batches of 500, and dead rows to vacuum.
func (search) Count(ctx context.Context, t *sqlstore.Tx, words []string) ([]int, error) {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = quote(w)
	}
	counts, err := t.Ints(ctx, "select least($2, (select count(*) from search where words @@ w.word::tsquery)) "+
		"from unnest($1::text[]) with ordinality as w (word, n) order by w.n", quoted, enough)
	if err != nil {
		return nil, fmt.Errorf("count words: %w", err)
	}
	return counts, nil
}

// Purge has nothing to do: a vacuum of the database takes away dropped rows as
// it takes away all others.
func (search) Purge(context.Context, *sqlstore.Tx, sqlstore.Shelf, bool) (bool, error) {
	return false, nil
}
