package storetest

import (
	"dateline"
)

// filterChecks: a filter that is left out lets the public find what the desk holds back.
// Most are tried with and without words, which a store may answer from different indexes.
func filterChecks() []check {
	return []check{
		{"find filters by source", filterSource},
		{"find filters by language", filterLanguage},
		{"find filters by time", filterTime},
		{"find filters before it limits", filterThenLimit},
		{"a canceled filing is not found", filterCanceled},
		{"the public finds usable items only", filterPublic},
		{"the public finds nothing under embargo", filterEmbargo},
		{"filters follow the filing", filterRefiled},
		{"a new version keeps its filing's filters", filterKept},
		{"cleared filings filter nothing", filterCleared},
	}
}

// both runs a check with and without words, since a store may take another way.
func both(q dateline.Find) []dateline.Find {
	with := q
	with.Clauses = all("ships")
	return []dateline.Find{q, with}
}

// filterSource: an id is no prefix and no word, though an index may keep it beside the
// words. Who leaves out one source must not lose another that begins alike.
func filterSource(k *kit) {
	a, b := at(0, piece("a", "Harbour", "Ships.")), at(1, piece("b", "Harbour", "Ships."))
	b.Item.Source = "marsa-2"
	k.keep(a, b)
	for _, q := range both(dateline.Find{Sources: []dateline.SourceID{"marsa"}}) {
		k.finds("one source", q, "a")
	}
	for _, q := range both(dateline.Find{Sources: []dateline.SourceID{"mars"}}) {
		k.finds("another source", q)
	}
	for _, q := range both(dateline.Find{Sources: []dateline.SourceID{"mars", "marsa-2", "marsa"}}) {
		k.finds("any of some sources", q, "b", "a")
		q.NotSources = []dateline.SourceID{"marsa"}
		k.finds("any of some sources but one", q, "b")
	}
	for _, q := range both(dateline.Find{NotSources: []dateline.SourceID{"mars", "marsa"}}) {
		k.finds("all but one source", q, "b")
		q.NotSources = append(q.NotSources, "marsa-2")
		k.finds("no source", q)
	}
	k.finds("a source is no word", dateline.Find{Clauses: all("marsa")})
}

// filterLanguage: who reads English reads that of Britain, whichever of the two was asked
// for and whichever the item says.
func filterLanguage(k *kit) {
	a, b := at(0, piece("a", "Harbour", "Ships.")), at(1, piece("b", "Harbour", "Ships."))
	b.Item.Language = "en-GB"
	k.keep(a, b)
	for _, q := range both(dateline.Find{Languages: []string{"en"}}) {
		k.finds("one language, of whatever region", q, "b", "a")
	}
	for _, q := range both(dateline.Find{Languages: []string{"ar"}}) {
		k.finds("another language", q)
	}
	for _, q := range both(dateline.Find{Languages: []string{"ar", "en-US"}}) {
		k.finds("any of some languages", q, "b", "a")
	}
	for _, q := range both(dateline.Find{NotLanguages: []string{"ar", "fr"}}) {
		k.finds("all but other languages", q, "b", "a")
		q.NotLanguages = append(q.NotLanguages, "en-US")
		k.finds("not this language, of whatever region", q)
	}
	k.finds("a language is no word", dateline.Find{Clauses: all("en")})
}

// filterTime: items of one second are told apart by what is below it, though an index
// may count in seconds.
func filterTime(k *kit) {
	k.keep(at(0, piece("a", "H", "Ships.")), at(1, piece("b", "H", "Ships.")), at(2, piece("c", "H", "Ships.")))
	for _, q := range both(dateline.Find{After: minute(1)}) {
		k.finds("at or after", q, "c", "b")
		q.Before = minute(2)
		k.finds("between", q, "b")
		q.After = noon().AddDate(-5000, 0, 0)
		k.finds("from long before time", q, "b", "a")
	}
	fine := piece("fine", "H", "Boats.")
	fine.Item.Published.Time = minute(9).Add(300e6)
	k.keep(fine)
	k.finds("below a second", dateline.Find{Clauses: all("boats"), After: minute(9).Add(200e6)}, "fine")
	k.finds("below a second, too late", dateline.Find{Clauses: all("boats"), After: minute(9).Add(400e6)})
	k.finds("below a second, before", dateline.Find{Clauses: all("boats"), Before: minute(9).Add(400e6)}, "fine")
}

// filterThenLimit: a store that limits before it filters gives short pages.
func filterThenLimit(k *kit) {
	k.keep(at(0, piece("a", "H", "Ships.")), at(1, piece("b", "H", "Ships.")), at(2, piece("c", "H", "Ships.")))
	c := filed(at(2, piece("c", "H", "Ships.")))
	c.Status = dateline.Canceled
	k.file(c)
	for _, q := range both(dateline.Find{Limit: 1}) {
		k.finds("first", q, "b")
		q.Skip = 1
		k.finds("second", q, "a")
	}
}

// filterCanceled: a kill hides from the desk's search as well, with the filters of an
// index or without any words at all.
func filterCanceled(k *kit) {
	a, b := at(0, piece("a", "Harbour", "Ships.")), at(1, piece("b", "Harbour", "Ships."))
	k.keep(a, b)
	killed := filed(b)
	killed.Status = dateline.Canceled
	k.file(filed(a), killed)
	for _, q := range both(dateline.Find{}) {
		k.finds("not the killed one", q, "a")
	}
}

// filterPublic: what the desk has not come to has no filing. Taken for usable, copy would
// be found by the public before anybody released it.
func filterPublic(k *kit) {
	a, b, c := at(0, piece("a", "Harbour", "Ships.")), at(1, piece("b", "Harbour", "Ships.")), at(2, piece("c", "H", "Ships."))
	k.keep(a, b, c)
	held := filed(b)
	held.Status = dateline.Withheld
	k.file(filed(a), held)
	for _, q := range both(dateline.Find{Public: true, Now: noon()}) {
		k.finds("the public", q, "a")
	}
	for _, q := range both(dateline.Find{}) {
		k.finds("the desk", q, "c", "b", "a")
	}
}

// filterEmbargo: an item under embargo is filed as usable already, so that time alone
// keeps it back, and nothing has to be written when it ends.
func filterEmbargo(k *kit) {
	a := piece("a", "Harbour", "Ships.")
	k.keep(a)
	f := filed(a)
	f.Embargo = minute(10)
	k.file(f)
	for _, q := range both(dateline.Find{Public: true, Now: minute(9)}) {
		k.finds("before", q)
		q.Now = minute(10)
		k.finds("at its end", q, "a")
	}
}

// filterRefiled: an index that keeps the status beside its words must follow every filing.
// Held back by the desk, the item would else be found until its next version.
func filterRefiled(k *kit) {
	a := piece("a", "Harbour", "Ships.")
	k.keep(a)
	f := filed(a)
	for _, step := range []struct {
		status dateline.PubStatus
		want   []string
	}{{dateline.Withheld, nil}, {dateline.Usable, []string{"a"}}, {dateline.Canceled, nil}} {
		f.Status = step.status
		k.file(f)
		k.finds(string(step.status), dateline.Find{Clauses: all("ships"), Public: true, Now: noon()}, step.want...)
	}
}

// filterKept: the row of an item is written anew with each version. What is filed of it
// must stay, or a killed item is found again when its source sends it once more.
func filterKept(k *kit) {
	a, b := at(0, piece("a", "Harbour", "Ships.")), at(1, piece("b", "Harbour", "Ships."))
	k.keep(a, b)
	killed := filed(b)
	killed.Status = dateline.Canceled
	k.file(filed(a), killed)
	k.keep(at(5, piece("a", "Harbour again", "Ships.")), at(6, piece("b", "Harbour again", "Ships.")))
	for _, q := range both(dateline.Find{Public: true, Now: noon()}) {
		k.finds("after a new version", q, "a")
	}
}

// filterCleared: while the wire is rebuilt the public finds nothing, the desk everything.
func filterCleared(k *kit) {
	a := piece("a", "Harbour", "Ships.")
	k.keep(a)
	killed := filed(a)
	killed.Status = dateline.Canceled
	k.file(killed)
	k.update(func(tx dateline.Tx) error { return tx.ClearFilings(k.ctx) })
	k.finds("the desk", dateline.Find{Clauses: all("ships")}, "a")
	k.finds("the public", dateline.Find{Clauses: all("ships"), Public: true, Now: noon()})
}
