package storetest

import (
	"dateline"
)

// statementChecks: statements are kept by version, since their spans point into the text
// of that version and no other.
func statementChecks() []check {
	return []check{
		{"statements come back whole and in order", statementsWhole},
		{"statements replace those of the same version alone", statementsReplace},
		{"the versions of an item come oldest first", statementsVersions},
		{"a version without statements has no row", statementsNone},
		{"statements write nothing to the log", statementsSilent},
		{"an erased item leaves no statements", statementsErased},
	}
}

// said is a statement with all that one can have.
func said(guid, words string) dateline.Statement {
	return dateline.Statement{
		ID: dateline.NewStatementID(id(guid), words, 0), Speaker: "سلمى نوفل", Named: true, Who: "وزيرة المياه سلمى نوفل", Role: "وزيرة المياه",
		Source: []dateline.Span{{Start: 9, End: 33}}, Cue: []dateline.Span{{Start: 0, End: 8}, {Start: 40, End: 44}},
		Content: []dateline.Span{{Start: 50, End: 50 + len(words)}, {Start: 200, End: 230}}, Sentence: dateline.Span{Start: 0, End: 231},
		Kind: dateline.Mixed, Polarity: dateline.Denies, Said: "2025-07-21", Confidence: 0.9375, Public: true,
	}
}

// marked is the statements of a version of a piece, one for each of the words.
func marked(guid string, version int, words ...string) dateline.Marked {
	m := dateline.Marked{Item: id(guid), Version: version, Program: 7, Statements: []dateline.Statement{}}
	for _, w := range words {
		m.Statements = append(m.Statements, said(guid, w))
	}
	return m
}

// mark writes the statements of versions.
func (k *kit) mark(list ...dateline.Marked) {
	k.Helper()
	k.update(func(tx dateline.Tx) error { return tx.PutStatements(k.ctx, list...) })
}

// says demands the statements of pieces.
func (k *kit) says(what string, want map[dateline.ItemID][]dateline.Marked, guids ...string) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		got, err := tx.StatementsOf(k.ctx, named(guids...))
		k.same(what, got, want)
		return err
	})
}

// statementsWhole: spans are bytes of the kept text: one that is lost or moved puts words
// into the speaker's mouth. Polarity is whether it was said or denied.
func statementsWhole(k *kit) {
	k.mark(marked("a", 1, "one", "two", "one more"), marked("b", 1, "ثلاثة"))
	k.says("statements", map[dateline.ItemID][]dateline.Marked{
		id("a"): {marked("a", 1, "one", "two", "one more")}, id("b"): {marked("b", 1, "ثلاثة")},
	}, "a", "b", "c")
	k.says("of a alone", map[dateline.ItemID][]dateline.Marked{id("a"): {marked("a", 1, "one", "two", "one more")}}, "a")
	k.says("of nobody", map[dateline.ItemID][]dateline.Marked{})
}

// statementsReplace: a better program marks some versions again. Those that it did not
// come to must stay, for others point to their statements.
func statementsReplace(k *kit) {
	k.mark(marked("a", 1, "one"), marked("a", 2, "two"), marked("b", 1, "three"))
	other := marked("a", 2, "four", "five")
	other.Program = 8
	k.mark(other)
	k.says("after one was marked again", map[dateline.ItemID][]dateline.Marked{
		id("a"): {marked("a", 1, "one"), other}, id("b"): {marked("b", 1, "three")},
	}, "a", "b")
}

// statementsVersions: the stage of persons hears what an item said up to a version, so
// that it needs the versions in order. By their text, 10 would come before 2.
func statementsVersions(k *kit) {
	k.mark(marked("a", 10, "ten"), marked("a", 2, "two"))
	k.mark(marked("a", 1, "one"))
	k.says("versions", map[dateline.ItemID][]dateline.Marked{
		id("a"): {marked("a", 1, "one"), marked("a", 2, "two"), marked("a", 10, "ten")},
	}, "a")
}

// statementsNone: most briefs quote nobody, so that no row is kept. One that lost its
// statements must lose its row, or what nobody said stays public.
func statementsNone(k *kit) {
	k.mark(marked("a", 1, "one"), marked("a", 2, "two"), marked("b", 1))
	k.mark(marked("a", 1))
	k.says("after they are gone", map[dateline.ItemID][]dateline.Marked{id("a"): {marked("a", 2, "two")}}, "a", "b")
	k.mark(marked("a", 2))
	k.says("after all are gone", map[dateline.ItemID][]dateline.Marked{}, "a", "b")
}

// statementsSilent: the stage writes the entry, in the same transaction. With the store's
// beside it, whoever follows would derive persons twice.
func statementsSilent(k *kit) {
	k.mark(marked("a", 1, "one"))
	k.same("entries", len(k.entries()), 0)
}

// statementsErased: a quotation is text of the item. It goes with all versions, and only
// with this item's.
func statementsErased(k *kit) {
	k.keep(piece("a", "H", "T"), piece("b", "H", "T"))
	k.mark(marked("a", 1, "one"), marked("a", 2, "two"), marked("b", 1, "three"))
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, id("a"), minute(9)) })
	k.says("statements", map[dateline.ItemID][]dateline.Marked{id("b"): {marked("b", 1, "three")}}, "a", "b")
}
