package storetest

import (
	"fmt"
	"strings"

	"dateline"
)

// findChecks: folding, stemming and ranking are done before and after the store, once for
// all of them. A store that is clever with words makes two wires answer differently.
func findChecks() []check {
	return []check{
		{"all clauses are demanded", findAll},
		{"with any, one clause is enough", findAny},
		{"a clause is met by any of its phrases", findAlternatives},
		{"a phrase is words in a row", findPhrase},
		{"a phrase does not run from headline to body", findPhraseBorder},
		{"a single word may stand in stems, a phrase may not", findStems},
		{"words are found whole", findWhole},
		{"not excludes", findNot},
		{"not excludes without clauses too", findOnlyNot},
		{"words in the byline are found by byline only", findByline},
		{"clauses and phrases without words are met by nothing", findEmpty},
		{"words of no language are no error", findStrange},
		{"candidates carry when and terms", findCandidate},
		{"candidates come newest first, then by id", findOrder},
		{"undated items stand where they were first seen", findUndated},
		{"limit and skip page through", findPages},
		{"word counts are of items", wordStats},
		{"word counts follow new versions", wordStatsVersions},
	}
}

// shelf is a few items, one a minute, the last one newest.
func (k *kit) shelf() {
	k.Helper()
	k.keep(
		at(0, piece("a", "Harbour opens", "Ships came in from the north.")),
		at(1, piece("b", "Bridge opens", "Trains came from the north in spring.")),
		at(2, piece("c", "Harbour closes", "No ships until spring.")),
		at(3, piece("d", "ميناء", "السفن في الميناء")),
	)
}

// findAll: every word is required, in whatever part of the item it stands. Words of two
// items must not make a third one up.
func findAll(k *kit) {
	k.shelf()
	k.finds("one word", dateline.Find{Clauses: all("harbour")}, "c", "a")
	k.finds("two words", dateline.Find{Clauses: all("harbour", "opens")}, "a")
	k.finds("words of two items", dateline.Find{Clauses: all("harbour", "trains")})
	k.finds("an unknown word", dateline.Find{Clauses: all("harbour", "zebra")})
	k.finds("Arabic", dateline.Find{Clauses: all("السفن")}, "d")
}

// findAny: a search that finds little goes on with any of its words; where none is known
// it must still find nothing, not everything.
func findAny(k *kit) {
	k.shelf()
	k.finds("either", dateline.Find{Any: true, Clauses: all("closes", "trains", "zebra")}, "c", "b")
	k.finds("none", dateline.Find{Any: true, Clauses: all("zebra")})
}

// findAlternatives: a word is sought by its forms, its stem and its root, any of them.
func findAlternatives(k *kit) {
	k.shelf()
	clauses := []dateline.Clause{{{"trains"}, {"no", "ships"}, {"zebra"}}, {{"spring"}}}
	k.finds("alternatives", dateline.Find{Clauses: clauses}, "c", "b")
	k.finds("phrase or word, any", dateline.Find{Any: true, Clauses: []dateline.Clause{{{"no", "ships"}, {"السفن", "في"}}}}, "d", "c")
}

// phrase is one clause: words in a row.
func phrase(words string) []dateline.Clause {
	return []dateline.Clause{{strings.Fields(words)}}
}

// findPhrase: an index that knows no places answers with both words anywhere, one that
// looks into the text with parts of words. A quotation that is found must have been
// written.
func findPhrase(k *kit) {
	k.shelf()
	k.finds("in a row", dateline.Find{Clauses: phrase("came in")}, "a")
	k.finds("both words, not in a row", dateline.Find{Clauses: phrase("ships in")})
	k.finds("the wrong way round", dateline.Find{Clauses: phrase("in came")})
	k.finds("in a headline", dateline.Find{Clauses: phrase("harbour closes")}, "c")
	// From the first word to the last: looking for spaces around words must not miss the ends.
	k.finds("at both ends", dateline.Find{Clauses: phrase("trains came from the north in spring")}, "b")
	k.finds("with a word", dateline.Find{Clauses: append(phrase("from the north"), all("spring")...)}, "b")
	k.finds("from the middle of a word", dateline.Find{Clauses: phrase("arbour closes")})
	k.finds("into the middle of a word", dateline.Find{Clauses: phrase("harbour close")})
}

// findPhraseBorder: the end of a headline and the start of a text, or of a byline, make a
// phrase that nobody wrote.
func findPhraseBorder(k *kit) {
	k.shelf()
	k.finds("across", dateline.Find{Clauses: phrase("opens ships")})
	border := piece("e", "End", "start")
	border.Words.Byline = "middle man"
	k.keep(border)
	k.finds("headline and body", dateline.Find{Clauses: phrase("end start")})
	k.finds("body and byline", dateline.Find{Clauses: phrase("start middle")})
}

// findStems: stems and other spellings of a name stand in no order. Those that happen to
// lie side by side are no phrase of the item.
func findStems(k *kit) {
	a := piece("a", "Harbour", "Ships.")
	a.Words.Stems = "harb ship kiev"
	k.keep(a)
	k.finds("a stem", dateline.Find{Clauses: all("kiev")}, "a")
	k.finds("stems in a row", dateline.Find{Clauses: phrase("harb ship")})
	k.finds("a stem and a word", dateline.Find{Clauses: all("ship", "harbour")}, "a")
}

// findWhole: an index that stems, folds or knows stop words by itself would find other
// words than the search counts on.
func findWhole(k *kit) {
	a := piece("a", "Harbourmaster", "Arrives 1840 café straße ΟΔΟΣ İstanbul.")
	a.Words.Stems = ""
	k.keep(a)
	k.finds("a beginning", dateline.Find{Clauses: all("harbour")})
	for _, w := range []string{"1840", "café", "straße", fold("ΟΔΟΣ"), fold("İstanbul")} {
		k.finds(w, dateline.Find{Clauses: phrase(w)}, "a")
	}
	// Folded spellings, beginnings, and the words of query languages: none was indexed.
	for _, w := range []string{"cafe", "strasse", "184", "and", "or", "not", "near"} {
		k.finds(w, dateline.Find{Clauses: all(w)})
	}
}

// findNot: what is excluded is excluded as it was asked: a phrase by its words alone would
// hide what the reader wants to see.
func findNot(k *kit) {
	k.shelf()
	k.finds("a word", dateline.Find{Clauses: all("harbour"), Not: all("opens")}, "c")
	k.finds("a phrase", dateline.Find{Clauses: all("north"), Not: phrase("north in spring")}, "a")
	k.finds("a phrase that is none", dateline.Find{Clauses: all("north"), Not: phrase("spring north")}, "b", "a")
	k.finds("one of two", dateline.Find{Clauses: all("opens"), Not: all("ships", "trains")})
	k.finds("with any", dateline.Find{Any: true, Clauses: all("ships", "trains"), Not: all("no")}, "b", "a")
}

// findOnlyNot: FTS5 knows no query that only excludes. A store that leaves it out finds
// everything, or nothing.
func findOnlyNot(k *kit) {
	k.shelf()
	k.finds("a word", dateline.Find{Not: all("opens")}, "d", "c")
	k.finds("a phrase", dateline.Find{Not: phrase("came from")}, "d", "c", "a")
}

// findByline: a name in the text is of whom it is about, in the byline of who wrote it.
// Items by a writer, and all but theirs, must not hang on what others write about them.
func findByline(k *kit) {
	a, b := at(1, piece("a", "Harbour", "Ships.")), piece("b", "Lina Haddad", "Wins.")
	a.Words.Byline = "lina al haddad marsa"
	k.keep(a, b)
	by := func(phrases ...string) dateline.Find {
		q := dateline.Find{}
		for _, p := range phrases {
			q.By = append(q.By, dateline.Clause{strings.Fields(p)})
		}
		return q
	}
	k.finds("a name", by("lina"), "a")
	k.finds("in a row", by("al haddad"), "a")
	// "lina al haddad" has both words, but not side by side.
	k.finds("not in a row", by("lina haddad"))
	k.finds("two", by("haddad", "marsa"), "a")
	k.finds("two, one wrong", by("haddad", "omar"))
	k.finds("words do not search bylines", dateline.Find{Clauses: all("haddad")}, "b")
	either := func(phrases ...string) (c dateline.Clause) {
		for _, p := range phrases {
			c = append(c, strings.Fields(p))
		}
		return c
	}
	k.finds("either of two", dateline.Find{By: []dateline.Clause{either("omar", "al haddad")}}, "a")
	k.finds("neither of two", dateline.Find{By: []dateline.Clause{either("omar", "lina haddad")}})
	k.finds("either of two, and one more", dateline.Find{By: []dateline.Clause{either("lina", "omar"), either("marsa")}}, "a")
	k.finds("either of two, and one who did not", dateline.Find{By: []dateline.Clause{either("lina", "omar"), either("zayd")}})
	// What folds to nothing must not make the other one unnecessary, or impossible.
	k.finds("either of two, one of them empty", dateline.Find{By: []dateline.Clause{{{}, {"lina"}}}}, "a")
	k.finds("either of two, with other words", dateline.Find{By: []dateline.Clause{either("lina", "omar")}, Clauses: all("bridge")})
	q := by("lina")
	q.Clauses = all("harbour")
	k.finds("with words", q, "a")
	q.Clauses = all("bridge")
	k.finds("with other words", q)
	q = by("omar")
	q.Clauses = all("harbour")
	k.finds("with another name", q)
	not := func(words []dateline.Clause, p ...dateline.Phrase) dateline.Find {
		return dateline.Find{NotBy: p, Clauses: words}
	}
	for _, words := range [][]dateline.Clause{nil, all("harbour")} {
		k.finds("not by", not(words, dateline.Phrase{"al", "haddad"}), k.found(not(words, dateline.Phrase{"lina"}))...)
		k.finds("not by any of two", not(words, dateline.Phrase{"omar"}, dateline.Phrase{"marsa"}), k.found(not(words, dateline.Phrase{"lina"}))...)
		k.finds("not by, not in a row", not(words, dateline.Phrase{"lina", "haddad"}), k.found(dateline.Find{Clauses: words})...)
		k.finds("not by nobody", not(words, dateline.Phrase{}), k.found(dateline.Find{Clauses: words})...)
	}
	k.finds("not by, without words", not(nil, dateline.Phrase{"lina"}), "b")
	k.finds("not by, with words", not(all("harbour"), dateline.Phrase{"lina"}))
}

// findEmpty: a word of signs alone folds to nothing. Dropped, it would leave a search for
// everything, and a NOT of nothing one for nothing.
func findEmpty(k *kit) {
	k.shelf()
	k.finds("an empty clause", dateline.Find{Clauses: []dateline.Clause{{}}})
	k.finds("a clause beside an empty one", dateline.Find{Clauses: []dateline.Clause{{}, {{"ships"}}}})
	k.finds("any with an empty one", dateline.Find{Any: true, Clauses: []dateline.Clause{{}, {{"ships"}}}}, "c", "a")
	k.finds("an empty phrase", dateline.Find{Clauses: []dateline.Clause{{{}, {"ships"}}}}, "c", "a")
	k.finds("only an empty phrase", dateline.Find{Clauses: []dateline.Clause{{{}}}})
	k.finds("not an empty clause", dateline.Find{Clauses: all("ships"), Not: []dateline.Clause{{}, {{}}}}, "c", "a")
	k.finds("by an empty phrase", dateline.Find{By: []dateline.Clause{{{}}}})
	k.finds("by an empty clause", dateline.Find{By: []dateline.Clause{{}}})
	k.finds("by somebody and by an empty clause", dateline.Find{Clauses: all("ships"), By: []dateline.Clause{{{"lina"}}, {}}})
}

// findStrange asks for what no query language lets through, which must not
// reach that of the store either.
func findStrange(k *kit) {
	k.shelf()
	for _, w := range []string{
		`"`, `'`, `\`, `*`, `a"b`, `" OR "ships`, `ships*`, `:`, `(`, `)`, `&`, `|`, `!`, `NEAR`, `text:ships`, `a'b\`, "\x00", "\xff", "%", "_", "=", "@", "-",
	} {
		for _, q := range []dateline.Find{
			{Clauses: []dateline.Clause{{{w}}}}, {Clauses: []dateline.Clause{{{"came", w}}}}, {By: []dateline.Clause{{{w}, {w, w}}}},
			{Clauses: all("harbour"), Not: []dateline.Clause{{{w}, {w, w}}}}, {Sources: []dateline.SourceID{dateline.SourceID(w)}, Languages: []string{w}},
			{NotBy: []dateline.Phrase{{w}, {w, w}}, NotSources: []dateline.SourceID{dateline.SourceID(w)}, NotLanguages: []string{w}},
		} {
			k.found(q)
		}
		k.counts(w)
	}
}

// findCandidate: terms are bytes, zeros among them, and no text.
func findCandidate(k *kit) {
	a := at(5, piece("a", "Harbour", "Ships."))
	a.Words.Terms = []byte{0, 1, 255, 0}
	k.keep(a)
	k.view(func(tx dateline.Tx) error {
		candidates, err := tx.Find(k.ctx, dateline.Find{Clauses: all("ships")})
		k.same("candidates", candidates, []dateline.Candidate{{Item: a.Item.ID, Version: 1, When: minute(5), Terms: []byte{0, 1, 255, 0}}})
		return err
	})
}

// findOrder keeps many items of one second, and times long ago.
func findOrder(k *kit) {
	var batch []dateline.Kept
	for i := range 60 {
		batch = append(batch, piece(fmt.Sprintf("same-%d", i), "Harbour", "Ships."))
	}
	old, early := piece("old", "Harbour", "Ships."), piece("early", "Harbour", "Ships.")
	// Before 1970, as is early: times below zero must sort as well.
	old.Item.Published.Time = noon().AddDate(-180, 0, 0)
	early.Item.Published.Time = noon().AddDate(-60, 0, 0)
	k.keep(append([]dateline.Kept{old, at(7, piece("new", "Harbour", "Ships.")), early}, batch...)...)
	for _, q := range []dateline.Find{{}, {Clauses: all("ships")}} {
		names := k.found(q)
		if len(names) != 63 {
			k.Fatalf("found %d of 63", len(names))
		}
		k.same("ends", []string{names[0], names[61], names[62]}, []string{"new", "early", "old"})
		for i := 2; i < 61; i++ {
			if dateline.NewItemID("marsa", names[i-1]) < dateline.NewItemID("marsa", names[i]) {
				k.Errorf("items of one second stand out of order: %s before %s", names[i-1], names[i])
			}
		}
	}
}

// findUndated: an item without a date would else stand at the end of all, unseen.
func findUndated(k *kit) {
	a := at(5, piece("a", "Harbour", "Ships."))
	a.Item.Published = dateline.Stamp{}
	k.keep(a, at(3, piece("b", "Harbour", "Ships.")), at(9, piece("c", "Harbour", "Ships.")))
	k.finds("in its place", dateline.Find{Clauses: all("ships")}, "c", "a", "b")
}

// findPages: a list is read page by page, by words and without, which a store may answer
// in two ways. Where pages do not meet, items are shown twice or never.
func findPages(k *kit) {
	var batch []dateline.Kept
	for i := range 25 {
		batch = append(batch, at(i, piece(fmt.Sprint("p", i), "Harbour", "Ships.")))
	}
	k.keep(batch...)
	for _, q := range []dateline.Find{{Limit: 3}, {Limit: 3, Clauses: all("ships")}} {
		k.finds("first page", q, "p24", "p23", "p22")
		q.Skip = 3
		k.finds("second page", q, "p21", "p20", "p19")
		q.Skip = 24
		k.finds("last page", q, "p0")
		q.Skip = 25
		k.finds("beyond", q)
	}
}

// findVast keeps 2 MB of words that are all different, as a page of encoded
// pictures or a list of parts has them.
func findVast(k *kit) {
	var text, stems strings.Builder
	for i := range 200_000 {
		fmt.Fprintf(&text, "item%06d ", i)
		fmt.Fprintf(&stems, "stem%06d ", i)
	}
	vast := piece("vast", "Harbour opens", text.String())
	vast.Words.Byline, vast.Words.Stems = "lina haddad", stems.String()
	k.keep(at(1, vast), piece("b", "Bridge opens", "Trains."))
	for what, q := range map[string]dateline.Find{
		"a word of the headline":   {Clauses: all("harbour")},
		"a phrase of the headline": {Clauses: phrase("harbour opens")},
		"a name":                   {By: []dateline.Clause{{{"lina", "haddad"}}}},
		"a first word":             {Clauses: all("item000000")},
		"a phrase of first words":  {Clauses: phrase("item000010 item000011")},
		"one of many first words":  {Clauses: all("item010000")},
		"a first stem":             {Clauses: all("stem000000")},
		"with its source":          {Clauses: all("harbour"), Sources: []dateline.SourceID{"marsa"}, Languages: []string{"en"}},
		"without words":            {Not: all("trains")},
	} {
		k.finds(what, q, "vast")
	}
	k.same("counts", k.counts("harbour", "opens", "item000000", "zebra"), []int{1, 2, 1, 0, 2})
	k.finds("the other one", dateline.Find{Clauses: all("opens"), Not: all("item000000")}, "b")
}

// findEndless asks for words of lengths that an index may refuse, as a reader
// does who pastes an address or a key into the search.
func findEndless(k *kit) {
	k.shelf()
	for _, n := range []int{1000, 1001, 2046, 2047, 40_000, 1 << 20} {
		w := strings.Repeat("x", n)
		k.finds("a word", dateline.Find{Clauses: all(w)})
		k.finds("in a phrase", dateline.Find{Clauses: phrase("came " + w)})
		k.finds("or another", dateline.Find{Any: true, Clauses: all(w, "trains")}, "b")
		k.finds("not", dateline.Find{Clauses: all("harbour"), Not: all(w)}, "c", "a")
		k.finds("by", dateline.Find{By: []dateline.Clause{{{w}}}})
		k.finds("not by", dateline.Find{Clauses: all("harbour"), NotBy: []dateline.Phrase{{w}}}, "c", "a")
		k.finds("of a source", dateline.Find{Clauses: all("harbour"), Sources: []dateline.SourceID{dateline.SourceID(w)}})
		k.finds("of either source", dateline.Find{Clauses: all("harbour"), Sources: []dateline.SourceID{"marsa", dateline.SourceID(w)}}, "c", "a")
		k.finds("of a language", dateline.Find{Clauses: all("harbour"), Languages: []string{w}})
		k.same("counts", k.counts(w, "ships"), []int{0, 2, 4})
	}
	var many []string
	for i := range 5000 {
		many = append(many, fmt.Sprint("word", i))
	}
	k.finds("any of many", dateline.Find{Any: true, Clauses: all(append(many, "trains")...)}, "b")
	k.finds("all of many", dateline.Find{Clauses: all(append(many, "trains")...)})
	k.finds("none of many", dateline.Find{Clauses: all("trains"), Not: all(many...)}, "b")
}

// findThousand: search ranks what it gets. Without a bound of its own a common word would
// bring in the whole wire for one reader.
func findThousand(k *kit) {
	var batch []dateline.Kept
	for i := range 1010 {
		batch = append(batch, piece(fmt.Sprint("p", i), "Harbour", "Ships."))
	}
	k.keep(batch...)
	k.view(func(tx dateline.Tx) error {
		candidates, err := tx.Find(k.ctx, dateline.Find{Clauses: all("ships")})
		k.same("found", len(candidates), 1000)
		return err
	})
}

// counts is in how many items each word occurs, with how many items there are behind.
func (k *kit) counts(words ...string) []int {
	k.Helper()
	var all []int
	k.view(func(tx dateline.Tx) error {
		counts, items, err := tx.WordStats(k.ctx, words)
		all = append(counts, items)
		return err
	})
	return all
}

// wordStats: a word counts an item once, however often and wherever it stands there.
func wordStats(k *kit) {
	k.same("an empty store", k.counts("ships"), []int{0, 0})
	k.shelf()
	stem := piece("e", "ships ships", "Ships.")
	stem.Words.Stems, stem.Words.Byline = "kiev", "trains"
	k.keep(stem)
	k.same("counts", k.counts("ships", "zebra", "kiev", "opens", "trains", "ships"), []int{3, 0, 1, 2, 1, 3, 5})
}

// wordStatsVersions: counts that only grow would make old news the measure.
func wordStatsVersions(k *kit) {
	k.shelf()
	k.same("before", k.counts("ships", "boats"), []int{2, 0, 4})
	k.keep(piece("a", "Harbour", "Boats, no more."))
	k.same("after", k.counts("ships", "boats"), []int{1, 1, 4})
}
