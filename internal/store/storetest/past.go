package storetest

import (
	"errors"

	"dateline"
)

// pastChecks: a search of the past shows what stood then and is still allowed to stand:
// words and times are those of then, rights are those of today.
func pastChecks() []check {
	return []check{
		{"a past search finds what stood then", pastStood},
		{"a past search finds the words of then, not those of today", pastWords},
		{"a past search finds one version of an item", pastOne},
		{"past candidates carry version, when and terms of then", pastCandidate},
		{"past candidates stand in order with the others", pastOrder},
		{"past candidates are paged with the others", pastPages},
		{"past filters are those of the version", pastFilters},
		{"filings filter the past as they are today", pastFiled},
		{"the versions of all but one source can be left out", pastOf},
		{"versions that nobody indexed are not found", pastUnindexed},
		{"only versions that others followed are put into the past", pastRefused},
		{"a version is put into the past once", pastAgain},
		{"erasing takes an item out of the past", pastErased},
		{"the past does not show in a search of today", pastNotToday},
		{"heads of versions are versions without bodies", pastHeads},
		{"a failed update leaves the past as it was", pastRolledBack},
	}
}

// history keeps three items, a of them in three versions and b in two, and
// indexes the versions that were followed. The log is then: 1 a.1, 2 b.1, 3 c.1,
// 4 a.2, 5 b.2, 6 a.3.
func (k *kit) history() {
	k.Helper()
	versions := []dateline.Kept{
		at(0, piece("a", "Harbour opens", "Ships came in.")),
		at(1, piece("b", "Bridge opens", "Trains came in.")),
		at(2, piece("c", "Tunnel opens", "Trains and ships.")),
		at(3, piece("a", "Harbour closes", "No boats came in.")),
		at(1, piece("b", "Bridge closes", "Trains stopped.")),
		at(4, piece("a", "Harbour opens again", "Ships and boats.")),
	}
	for i := range versions {
		// Terms of its own for each, to tell whose a candidate brings.
		versions[i].Words.Terms = []byte{byte(i + 1)}
		k.keep(versions[i])
	}
	// As the stage gives them: numbered, and those alone that others have followed.
	versions[0].Item.Version, versions[1].Item.Version, versions[3].Item.Version = 1, 1, 2
	k.past(versions[0], versions[1], versions[3])
}

// past indexes earlier versions.
func (k *kit) past(versions ...dateline.Kept) {
	k.Helper()
	k.update(func(tx dateline.Tx) error { return tx.PutPast(k.ctx, versions) })
}

// then is a search as of an entry of the log.
func then(seq int64, q dateline.Find) dateline.Find {
	q.AsOf = seq
	return q
}

// pastStood: as of an entry is with that entry, so that who follows the log can ask for
// what stood at each of its numbers.
func pastStood(k *kit) {
	k.history()
	for seq, want := range map[int64][]string{1: {"a"}, 2: {"b", "a"}, 3: {"c", "b", "a"}, 4: {"a", "c", "b"}, 6: {"a", "c", "b"}, 99: {"a", "c", "b"}} {
		k.finds("everything", then(seq, dateline.Find{}), want...)
	}
}

// pastWords: who asks what was known on a day must find it by the words of that day, and
// nothing by words that came later.
func pastWords(k *kit) {
	k.history()
	word := func(w string) dateline.Find { return dateline.Find{Clauses: all(w)} }
	k.finds("ships, before any change", then(3, word("ships")), "c", "a")
	k.finds("ships, when they had gone", then(4, word("ships")), "c")
	k.finds("ships, when they were back", then(6, word("ships")), "a", "c")
	k.finds("boats, before they came", then(3, word("boats")))
	k.finds("boats of the second version", then(5, word("boats")), "a")
	k.finds("a phrase", then(4, dateline.Find{Clauses: phrase("boats came in")}), "a")
	k.finds("a phrase of later", then(3, dateline.Find{Clauses: phrase("boats came in")}))
	k.finds("any", then(4, dateline.Find{Any: true, Clauses: all("boats", "stopped")}), "a")
	k.finds("not", then(4, dateline.Find{Clauses: all("came"), Not: all("boats")}), "b")
	k.finds("only not", then(4, dateline.Find{Not: all("boats")}), "c", "b")
	k.finds("an empty clause", then(4, dateline.Find{Clauses: []dateline.Clause{{}}}))
}

// pastOne: an item has one version at a time, though two of them have the word.
func pastOne(k *kit) {
	k.history()
	for seq := int64(1); seq <= 6; seq++ {
		k.finds("the harbour", then(seq, dateline.Find{Clauses: all("harbour")}), "a")
	}
}

// pastCandidate: what is shown and ranked is the version of then. By the number and the
// time of today's the page would tell a later text under an earlier date.
func pastCandidate(k *kit) {
	k.history()
	for seq, want := range map[int64]dateline.Candidate{
		3: {Version: 1, When: minute(0), Terms: []byte{1}},
		5: {Version: 2, When: minute(3), Terms: []byte{4}},
		6: {Version: 3, When: minute(4), Terms: []byte{6}},
	} {
		want.Item = dateline.NewItemID("marsa", "a")
		k.view(func(tx dateline.Tx) error {
			found, err := tx.Find(k.ctx, then(seq, dateline.Find{Clauses: all("harbour")}))
			k.same("the harbour", found, []dateline.Candidate{want})
			return err
		})
	}
}

// pastOrder: current versions and those that were followed may lie in two indexes; what is
// found is one list, by the times of then.
func pastOrder(k *kit) {
	k.history()
	k.finds("by the times of then", then(3, dateline.Find{Clauses: all("opens")}), "c", "b", "a")
	k.finds("by the times of later", then(4, dateline.Find{Any: true, Clauses: all("opens", "closes")}), "a", "c", "b")
}

// pastPages: of two indexes, each with a limit of its own, the second page leaves out or
// repeats what the first one cut off.
func pastPages(k *kit) {
	k.history()
	for skip, want := range []string{"c", "b", "a"} {
		k.finds("one", then(3, dateline.Find{Skip: skip, Limit: 1}), want)
		k.finds("one with a word", then(3, dateline.Find{Clauses: all("opens"), Skip: skip, Limit: 1}), want)
	}
	k.finds("beyond", then(3, dateline.Find{Skip: 3, Limit: 1}))
}

// pastFilters: an item may have changed its language, byline or day since. The filters are
// those of what is shown, as well in what they leave out.
func pastFilters(k *kit) {
	old := at(0, piece("a", "Harbour", "Ships."))
	old.Item.Language, old.Words.Byline = "ar", "lina haddad"
	k.keep(old)
	k.keep(at(9, piece("a", "Harbour", "Boats.")))
	old.Item.Version = 1
	k.past(old)
	for what, q := range map[string]dateline.Find{
		"language": {Languages: []string{"ar"}}, "source": {Sources: []dateline.SourceID{"marsa"}}, "byline": {By: []dateline.Clause{{{"lina", "haddad"}}}},
		"after": {After: minute(0)}, "before": {Before: minute(1)},
	} {
		for _, q := range both(q) {
			k.finds(what, then(1, q), "a")
		}
	}
	for what, q := range map[string]dateline.Find{
		"another language": {Languages: []string{"en"}}, "another source": {Sources: []dateline.SourceID{"mars"}}, "another byline": {By: []dateline.Clause{{{"omar"}}}},
		"not its language": {NotLanguages: []string{"ar"}}, "not its source": {NotSources: []dateline.SourceID{"marsa"}}, "not its byline": {NotBy: []dateline.Phrase{{"lina"}}},
		"too late": {After: minute(1)}, "too early": {Before: minute(0)},
	} {
		for _, q := range both(q) {
			k.finds(what, then(1, q))
		}
	}
}

// pastFiled: rights are those of today. Who searches the past of what was killed since
// must find nothing.
func pastFiled(k *kit) {
	k.history()
	a, b, c := filed(piece("a", "", "")), filed(piece("b", "", "")), filed(piece("c", "", ""))
	a.Status, b.Embargo = dateline.Canceled, minute(60)
	c.Status = dateline.Withheld
	k.file(a, b, c)
	for _, q := range both(dateline.Find{}) {
		q.Any = true
		q.Clauses = append(q.Clauses, all("trains", "ships")...)
		k.finds("the desk", then(3, q), "c", "b")
		q.Public, q.Now = true, minute(59)
		k.finds("the public", then(3, q))
		q.Now = minute(60)
		k.finds("the public after the embargo", then(3, q), "b")
	}
	a.Status = dateline.Usable
	k.file(a)
	k.finds("what was filed again", then(3, dateline.Find{Public: true, Now: minute(60)}), "b", "a")
}

// pastOf: the public sees earlier versions of its own wire's items only; those of other
// publishers' are for the desk.
func pastOf(k *kit) {
	k.history()
	k.finds("of another source", then(3, dateline.Find{PastOf: "barid"}), "c")
	k.finds("of another source, later", then(5, dateline.Find{PastOf: "barid"}), "c", "b")
	k.finds("of its source", then(3, dateline.Find{PastOf: "marsa"}), "c", "b", "a")
	k.finds("with a word", then(3, dateline.Find{PastOf: "barid", Clauses: all("opens")}), "c")
	k.finds("today", dateline.Find{PastOf: "barid"}, "a", "c", "b")
}

// pastUnindexed: until a stage has indexed it, an earlier version is not found: better
// late than by the words of the one that followed.
func pastUnindexed(k *kit) {
	k.keep(at(0, piece("a", "Harbour", "Ships.")))
	k.keep(at(0, piece("a", "Harbour", "Boats.")))
	k.finds("the first version", then(1, dateline.Find{}))
	k.finds("the second one", then(2, dateline.Find{}), "a")
}

// pastRefused: a stage that is late may bring versions that are no more of the past, or
// never were.
func pastRefused(k *kit) {
	a, b := at(0, piece("a", "Harbour", "Ships.")), piece("b", "Bridge", "Trains.")
	k.keep(a)
	k.keep(at(0, piece("a", "Harbour", "Boats.")))
	for _, version := range []int{-1, 0, 2, 3} {
		a.Item.Version = version
		k.past(a)
	}
	b.Item.Version = 1
	k.past(b)
	k.past()
	k.finds("at first", then(1, dateline.Find{Clauses: all("ships")}))
	k.finds("afterwards", then(2, dateline.Find{}), "a")
}

// pastAgain: a stage that was killed indexes again what it had. Twice in the index, an
// item would fill two places of a page.
func pastAgain(k *kit) {
	a := at(0, piece("a", "Harbour", "Ships."))
	k.keep(a)
	k.keep(at(0, piece("a", "Harbour", "Boats.")))
	a.Item.Version = 1
	// Twice in one call, then with other words.
	k.past(a, a)
	a.Words.Body = "vessels"
	k.past(a)
	k.finds("by new words", then(1, dateline.Find{Clauses: all("vessels")}), "a")
	k.finds("by old words", then(1, dateline.Find{Clauses: all("boats")}))
	k.finds("by words of before", then(1, dateline.Find{Clauses: phrase("ships")}))
	k.finds("at all", then(1, dateline.Find{}), "a")
}

// pastErased: a stage may have read the item before it was erased, and index it after.
func pastErased(k *kit) {
	k.history()
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, dateline.NewItemID("marsa", "a"), minute(9)) })
	k.finds("the rest", then(3, dateline.Find{}), "c", "b")
	k.finds("by a word", then(3, dateline.Find{Clauses: all("ships")}), "c")
	gone := at(0, piece("a", "Harbour opens", "Ships came in."))
	gone.Item.Version = 1
	k.past(gone)
	k.finds("when it is indexed again", then(3, dateline.Find{Clauses: all("ships")}), "c")
	k.finds("its successor", then(4, dateline.Find{Clauses: all("boats")}))
}

// pastNotToday: words of the past are in no search of today, and make none commoner.
func pastNotToday(k *kit) {
	k.history()
	k.finds("a word of then", dateline.Find{Clauses: all("stopped", "came")})
	k.finds("everything", dateline.Find{}, "a", "c", "b")
	k.same("counts", k.counts("ships", "came", "boats", "stopped"), []int{2, 0, 1, 1, 3})
}

// pastHeads: whether an earlier version may be shown is told by its embargo and its
// rights; a search asks for those of many at once, without their texts.
func pastHeads(k *kit) {
	k.history()
	renewed := at(4, piece("a", "Harbour opens again", "Ships and boats."))
	renewed.Item.Digest = "renewed"
	k.keep(renewed)
	erased, a, c := dateline.NewItemID("marsa", "b"), dateline.NewItemID("marsa", "a"), dateline.NewItemID("marsa", "c")
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, erased, minute(9)) })
	k.view(func(tx dateline.Tx) error {
		want := map[dateline.ItemID][]dateline.Item{}
		for _, id := range []dateline.ItemID{a, c} {
			versions, err := tx.Versions(k.ctx, id)
			if err != nil {
				return err
			}
			for i := range versions {
				versions[i].Body = nil
			}
			want[id] = versions
		}
		got, err := tx.VersionHeads(k.ctx, []dateline.ItemID{c, erased, a, "aaaaaaaaaaaaa"})
		k.same("heads", got, want)
		k.same("how many", []int{len(want[a]), len(want[c])}, []int{3, 1})
		k.same("the renewed digest", want[a][2].Digest, "renewed")
		none, err2 := tx.VersionHeads(k.ctx, nil)
		k.same("of nothing", len(none), 0)
		return oneOf(err, err2)
	})
}

// pastRolledBack: an index beside the others must be in the same transaction, or the stage
// comes again to what it half did.
func pastRolledBack(k *kit) {
	k.keep(at(0, piece("a", "Harbour", "Ships.")))
	k.keep(at(0, piece("a", "Harbour", "Boats.")))
	failure := errors.New("no")
	err := k.store.Update(k.ctx, func(tx dateline.Tx) error {
		old := at(0, piece("a", "Harbour", "Ships."))
		old.Item.Version = 1
		return errors.Join(tx.PutPast(k.ctx, []dateline.Kept{old}), failure)
	})
	k.kind("the update", err, failure)
	k.finds("the past", then(1, dateline.Find{}))
}
