package storetest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"

	"dateline"
)

// personChecks: sums of persons are derived, what the desk says of them is not: the one
// follows the items, the other outlives every rebuild.
func personChecks() []check {
	return []check{
		{"who spoke comes back whole, by statement", spokenWhole},
		{"who spoke in an item replaces what was known of it alone", spokenReplace},
		{"a person is summed up from what they said", personSum},
		{"what a person is called is the spelling used most, of two words at least", personNames},
		{"sums stay right through many changes", personSums},
		{"a person is left without statements and is gone", personGone},
		{"what a person said comes newest first, in pages", spokenPages},
		{"what a person said is filtered", spokenFilter},
		{"persons are found by the keys of their names", personKeys},
		{"persons are listed by how much or when they spoke", personList},
		{"a list of persons is filtered", personFilter},
		{"what the desk says of a person stays", personMarks},
		{"a joined person leads to the other", personJoin},
		{"persons can be cleared, and orders stay", personsCleared},
		{"orders come back whole, with how persons were spelled", ordersWhole},
		{"orders that cannot be obeyed are refused whole", ordersRefused},
		{"one order that cannot be keeps out the others", ordersSome},
		{"an erased item takes along what persons said in it", spokenErased},
		{"whoever is gone with an erased item takes along who was joined into them", joinedErased},
	}
}

// statement is the id of the nth statement of a piece.
func statement(guid string, n int) dateline.StatementID {
	return dateline.NewStatementID(id(guid), "words", n)
}

// voice is a statement of a person, the nth of a piece, so many minutes after noon.
func voice(person dateline.PersonID, guid string, n, at int) dateline.Spoken {
	return dateline.Spoken{
		Statement: statement(guid, n), Item: id(guid), Version: 1, Person: person, Name: "Salma Nawfal", Language: "en", Source: "marsa",
		When: minute(at), By: dateline.ByWords, Confidence: 0.5, Program: 3, Keys: []string{"family nawfal", "name " + string(person)},
	}
}

// speak writes who spoke in the items of the rows.
func (k *kit) speak(said ...dateline.Spoken) {
	k.Helper()
	var ids []dateline.ItemID
	for _, s := range said {
		if !slices.Contains(ids, s.Item) {
			ids = append(ids, s.Item)
		}
	}
	k.update(func(tx dateline.Tx) error { return tx.PutSpoken(k.ctx, ids, said) })
}

// silence takes out of items who spoke in them.
func (k *kit) silence(guids ...string) {
	k.Helper()
	k.update(func(tx dateline.Tx) error { return tx.PutSpoken(k.ctx, named(guids...), nil) })
}

// person demands a person as summed up, the zero Person for none.
func (k *kit) person(what string, id dateline.PersonID, want dateline.Person) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		got, err := tx.PersonsByID(k.ctx, []dateline.PersonID{id, "nobody"})
		all := map[dateline.PersonID]dateline.Person{}
		if want.ID != "" {
			all[id] = want
		}
		k.same(what, got, all)
		return err
	})
}

// byStatement puts rows in the order in which an item gives them.
func byStatement(said ...dateline.Spoken) []dateline.Spoken {
	slices.SortFunc(said, func(a, b dateline.Spoken) int {
		if a.Statement < b.Statement {
			return -1
		}
		return 1
	})
	return said
}

// spokenWhole: by its evidence a person at the desk sees why words are given to somebody.
// The keys stay with the store, and the stage writes the entries.
func spokenWhole(k *kit) {
	full := dateline.Spoken{
		Statement: statement("a", 0), Item: id("a"), Version: 4, Person: "p", Name: "سلمى نوفل", Role: "وزيرة المياه", Language: "ar", Source: "port",
		When: minute(1), Public: true, By: dateline.ByDesk, Confidence: 0.3125, Program: 4, Keys: []string{"k"},
	}
	other := voice("q", "a", 1, 2)
	k.speak(full, other, voice("p", "b", 0, 3))
	k.view(func(tx dateline.Tx) error {
		in, err := tx.SpokenIn(k.ctx, named("a", "nobody"))
		k.same("spoken", in, map[dateline.ItemID][]dateline.Spoken{id("a"): byStatement(full, other)})
		return err
	})
	k.same("entries", len(k.entries()), 0)
}

// spokenReplace: a stage that has got better gives an item's words to others. A row that
// stays has somebody say what is now another's; other items keep theirs.
func spokenReplace(k *kit) {
	k.speak(voice("p", "a", 0, 1), voice("p", "a", 1, 1), voice("p", "b", 0, 2))
	k.speak(voice("q", "a", 1, 1))
	k.view(func(tx dateline.Tx) error {
		in, err := tx.SpokenIn(k.ctx, named("a", "b"))
		k.same("spoken", in, map[dateline.ItemID][]dateline.Spoken{id("a"): {voice("q", "a", 1, 1)}, id("b"): {voice("p", "b", 0, 2)}})
		return err
	})
}

// personSum: a person's page shows the sum alone. It must shrink as it grew: a role or a
// first day that outlives its statement tells of an item that says so no more.
func personSum(k *kit) {
	role := func(s dateline.Spoken, words string) dateline.Spoken { s.Role = words; return s }
	arabic := role(voice("p", "c", 0, 50), "وزيرة المياه")
	arabic.Name, arabic.Language, arabic.Source = "سلمى نوفل", "ar", "port"
	k.speak(role(voice("p", "a", 0, 30), "minister"), role(voice("p", "a", 1, 10), "deputy"), role(voice("p", "b", 0, 20), "aide"), arabic, voice("q", "a", 2, 99))
	k.person("summed up", "p", dateline.Person{
		ID: "p", Names: map[string]string{"en": "Salma Nawfal", "ar": "سلمى نوفل"},
		Spellings: []dateline.Spelling{{Name: "Salma Nawfal", Language: "en", Count: 3}, {Name: "سلمى نوفل", Language: "ar", Count: 1}},
		Roles: map[string]dateline.Role{
			"en": {Words: "minister", When: minute(30), Statement: statement("a", 0)}, "ar": {Words: "وزيرة المياه", When: minute(50), Statement: statement("c", 0)},
		},
		First: minute(10), Last: minute(50), Statements: 4, Items: 3, Sources: map[dateline.SourceID]int{"marsa": 2, "port": 1},
	})
	// The newest, the oldest and the Arabic one go, and all that the sum had from them.
	k.silence("a", "c")
	k.person("when the edges are gone", "p", dateline.Person{
		ID: "p", Names: map[string]string{"en": "Salma Nawfal"}, Spellings: []dateline.Spelling{{Name: "Salma Nawfal", Language: "en", Count: 1}},
		Roles: map[string]dateline.Role{"en": {Words: "aide", When: minute(20), Statement: statement("b", 0)}},
		First: minute(20), Last: minute(20), Statements: 1, Items: 1, Sources: map[dateline.SourceID]int{"marsa": 1},
	})
}

// personNames: most reports say the family name alone, which is many people's. What heads
// a page is the spelling used most of those that name one.
func personNames(k *kit) {
	called := func(name, guid string) dateline.Spoken {
		s := voice("p", guid, 0, 1)
		s.Name = name
		return s
	}
	k.speak(called("Nawfal", "a"), called("Nawfal", "b"), called("Salma K. Nawfal", "c"), called("Salma Nawfal", "d"), called("Salma Nawfal", "e"))
	k.view(func(tx dateline.Tx) error {
		by, err := tx.PersonsByID(k.ctx, []dateline.PersonID{"p"})
		k.same("called", by["p"].Names, map[string]string{"en": "Salma Nawfal"})
		return err
	})
}

// personSums compares the sums after a hundred random changes with what the rows
// themselves tell.
func personSums(k *kit) {
	r := rand.New(rand.NewPCG(5, 6))
	persons := []dateline.PersonID{"p", "q", "r"}
	for range 100 {
		guid := string(rune('a' + r.IntN(6)))
		var said []dateline.Spoken
		for n := range r.IntN(4) {
			s := voice(persons[r.IntN(3)], guid, n, r.IntN(20))
			s.Name = fmt.Sprint("Salma ", []string{"Nawfal", "Nofal"}[r.IntN(2)])
			s.Role = []string{"", "minister", "aide"}[r.IntN(3)]
			s.Source = dateline.SourceID("source" + guid)
			said = append(said, s)
		}
		k.update(func(tx dateline.Tx) error { return tx.PutSpoken(k.ctx, named(guid), said) })
	}
	k.view(func(tx dateline.Tx) error {
		by, err := tx.PersonsByID(k.ctx, persons)
		want := map[dateline.PersonID]dateline.Person{}
		for _, id := range persons {
			said, failed := tx.Spoken(k.ctx, dateline.SpokenQuery{Person: id, Limit: 1000})
			err = errors.Join(err, failed)
			if len(said) > 0 {
				want[id] = dateline.SumPerson(dateline.Person{ID: id}, said)
			}
		}
		k.same("sums", by, want)
		return err
	})
}

// personGone: nobody is to be found by a name that no item has any more: the page would be
// empty, and still tell the name.
func personGone(k *kit) {
	k.speak(voice("p", "a", 0, 1), voice("q", "a", 1, 1))
	k.speak(voice("q", "a", 1, 1))
	k.person("left with nothing", "p", dateline.Person{})
	k.keyed("by key", "name p")
	k.keyed("the other", "name q", "q")
}

// saying demands which statements a query gives.
func (k *kit) saying(what string, q dateline.SpokenQuery, want ...dateline.StatementID) {
	k.Helper()
	q.Person = "p"
	k.view(func(tx dateline.Tx) error {
		said, err := tx.Spoken(k.ctx, q)
		k.same(what, each(said, func(s *dateline.Spoken) dateline.StatementID { return s.Statement }), want)
		return err
	})
}

// spokenPages: one sentence a minute is usual, many in one minute are a speech. Without
// the ids a page of it would repeat some and leave out others.
func spokenPages(k *kit) {
	k.speak(voice("p", "a", 0, 1), voice("p", "b", 0, 5), voice("p", "b", 1, 5), voice("p", "c", 0, 3), voice("q", "d", 0, 9))
	high, low := max(statement("b", 0), statement("b", 1)), min(statement("b", 0), statement("b", 1))
	c, a := statement("c", 0), statement("a", 0)
	k.saying("all", dateline.SpokenQuery{}, high, low, c, a)
	k.saying("two", dateline.SpokenQuery{Limit: 2}, high, low)
	k.saying("continued", dateline.SpokenQuery{Before: dateline.SpokenPlace{Time: minute(5), Statement: high}, Limit: 2}, low, c)
	k.saying("after the end", dateline.SpokenQuery{Before: dateline.SpokenPlace{Time: minute(1), Statement: a}})
}

// spokenFilter: what is not sure enough stays with the desk. All filters hold at once, or
// the public list shows it by its language.
func spokenFilter(k *kit) {
	arabic, public, port := voice("p", "a", 0, 1), voice("p", "b", 0, 2), voice("p", "c", 0, 3)
	arabic.Language, public.Public, port.Source = "ar", true, "port"
	k.speak(arabic, public, port)
	k.saying("Arabic", dateline.SpokenQuery{Language: "ar"}, arabic.Statement)
	k.saying("public", dateline.SpokenQuery{Public: true}, public.Statement)
	k.saying("of the port", dateline.SpokenQuery{Source: "port"}, port.Statement)
	k.saying("all three", dateline.SpokenQuery{Language: "ar", Public: true, Source: "port"})
}

// keyed demands whom a key leads to.
func (k *kit) keyed(what, key string, want ...dateline.PersonID) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		found, err := tx.PersonsNamed(k.ctx, []string{key, "no such key"})
		var got []dateline.PersonID
		for _, p := range found[key] {
			if p.Statements == 0 {
				k.Errorf("%s: person %s is found and says nothing", what, p.ID)
			}
			got = append(got, p.ID)
		}
		k.same(what, got, want)
		k.same(what+": other keys", len(found["no such key"]), 0)
		return err
	})
}

// personKeys: the stage asks by name whether somebody is known. A spelling leads to its
// person as long as one item has it; a key of too many is cut, for it tells nobody apart.
func personKeys(k *kit) {
	other := voice("p", "c", 0, 3)
	other.Name, other.Keys = "سلمى نوفل", []string{"script"}
	k.speak(voice("p", "a", 0, 1), other, voice("q", "b", 0, 2), voice("q", "b", 1, 2), voice("q", "d", 0, 3))
	k.keyed("the family", "family nawfal", "q", "p")
	k.keyed("one name", "name p", "p")
	k.keyed("the other script", "script", "p")
	k.silence("c")
	k.keyed("a spelling that is gone", "script")
	k.keyed("the one that is left", "name p", "p")
	var many []dateline.Spoken
	for n := range dateline.MostNamed + 5 {
		s := voice(dateline.PersonID(fmt.Sprintf("m%02d", n)), "many", n, 1)
		s.Keys = []string{"common"}
		many = append(many, s)
	}
	k.speak(many...)
	k.view(func(tx dateline.Tx) error {
		found, err := tx.PersonsNamed(k.ctx, []string{"common"})
		k.same("of a common key", []any{len(found["common"]), found["common"][0].ID}, []any{dateline.MostNamed, "m54"})
		return err
	})
}

// personsListed demands which persons a query gives.
func (k *kit) personsListed(what string, q dateline.PersonQuery, want ...dateline.PersonID) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		persons, err := tx.Persons(k.ctx, q)
		k.same(what, each(persons, func(p *dateline.Person) dateline.PersonID { return p.ID }), want)
		return err
	})
}

// personList: both orders go on by id where numbers are alike, and each continues after
// its own place, not that of the other.
func personList(k *kit) {
	k.speak(voice("p", "a", 0, 1), voice("p", "a", 1, 2), voice("q", "b", 0, 9), voice("r", "c", 0, 9), voice("s", "d", 0, 4))
	k.personsListed("who spoke most", dateline.PersonQuery{}, "p", "s", "r", "q")
	k.personsListed("who spoke last", dateline.PersonQuery{ByLast: true}, "r", "q", "s", "p")
	k.personsListed("two", dateline.PersonQuery{Limit: 2}, "p", "s")
	k.personsListed("continued", dateline.PersonQuery{Before: dateline.PersonPlace{Statements: 1, Person: "s"}}, "r", "q")
	k.personsListed("continued by time", dateline.PersonQuery{ByLast: true, Before: dateline.PersonPlace{Last: minute(9), Person: "r"}, Limit: 2}, "q", "s")
}

// personFilter: whom the desk hides is named in no public list, whoever asks for the rest.
// Who was joined into another is listed as that one alone.
func personFilter(k *kit) {
	arabic := voice("q", "b", 0, 2)
	arabic.Language, arabic.Name = "ar", "سلمى نوفل"
	k.speak(voice("p", "a", 0, 1), arabic, voice("r", "c", 0, 3))
	k.update(func(tx dateline.Tx) error {
		return tx.PutPersons(k.ctx, dateline.Person{ID: "p", Private: true}, dateline.Person{ID: "q", Confirmed: true})
	})
	for _, last := range []bool{false, true} { // who spoke last comes first by id as well
		k.personsListed("Arabic", dateline.PersonQuery{Language: "ar", ByLast: last}, "q")
		k.personsListed("English", dateline.PersonQuery{Language: "en", ByLast: last}, "r", "p")
		k.personsListed("confirmed", dateline.PersonQuery{Confirmed: true, ByLast: last}, "q")
		k.personsListed("not private", dateline.PersonQuery{NoPrivate: true, ByLast: last}, "r", "q")
	}
	k.update(func(tx dateline.Tx) error { return tx.PutPersons(k.ctx, dateline.Person{ID: "p", Into: "r"}) })
	k.personsListed("joined ones are not listed", dateline.PersonQuery{}, "r", "q")
	k.personsListed("nor by when they spoke", dateline.PersonQuery{ByLast: true}, "r", "q")
}

// single is the person that one voice makes.
func single(person dateline.PersonID, at int) dateline.Person {
	return dateline.Person{
		ID: person, Names: map[string]string{"en": "Salma Nawfal"}, Spellings: []dateline.Spelling{{Name: "Salma Nawfal", Language: "en", Count: 1}},
		First: minute(at), Last: minute(at), Statements: 1, Items: 1, Sources: map[dateline.SourceID]int{"marsa": 1},
	}
}

// personMarks: what the desk says of a person is no sum: it stays when they speak again.
// Sums that a caller gives are not taken, and nobody is made up by a mark.
func personMarks(k *kit) {
	k.speak(voice("p", "a", 0, 1))
	k.update(func(tx dateline.Tx) error {
		return tx.PutPersons(k.ctx, dateline.Person{ID: "p", Confirmed: true, Statements: 99}, dateline.Person{ID: "unknown", Private: true})
	})
	want := single("p", 1)
	want.Confirmed = true
	k.person("confirmed", "p", want)
	k.person("an unknown one", "unknown", dateline.Person{})
	k.speak(voice("p", "a", 0, 2))
	want = single("p", 2)
	want.Confirmed = true
	k.person("after speaking again", "p", want)
	k.update(func(tx dateline.Tx) error { return tx.PutPersons(k.ctx, dateline.Person{ID: "p", Private: true}) })
	want.Confirmed, want.Private = false, true
	k.person("hidden", "p", want)
}

// personJoin: addresses of persons are given out, and each leads to the one that stands,
// in one step. A join that made a circle would lead nowhere.
func personJoin(k *kit) {
	k.speak(voice("p", "a", 0, 1), voice("q", "a", 1, 2), voice("q", "b", 0, 5), voice("r", "c", 0, 3))
	join := func(from, into dateline.PersonID) error {
		return k.store.Update(k.ctx, func(tx dateline.Tx) error { return tx.PutPersons(k.ctx, dateline.Person{ID: from, Into: into}) })
	}
	k.kind("joined", errors.Join(join("p", "q")), nil)
	k.person("joined", "p", dateline.Person{ID: "p", Into: "q"})
	whole := single("q", 1)
	// Three statements in two items: both spoke in a, which counts once.
	whole.Last, whole.Statements, whole.Items, whole.Sources["marsa"], whole.Spellings[0].Count = minute(5), 3, 2, 2, 3
	k.person("the whole", "q", whole)
	// Who reads the old name again must find the one that stands.
	k.keyed("the key of the joined one", "name p", "q")
	k.kind("joined on", join("q", "r"), nil)
	k.person("joined before", "p", dateline.Person{ID: "p", Into: "r"})
	k.saying("of the joined one", dateline.SpokenQuery{})
	k.kind("into itself", join("r", "r"), dateline.ErrInvalid)
	k.kind("into a joined one", join("r", "p"), dateline.ErrInvalid)
	k.kind("into nobody", join("r", "nobody"), dateline.ErrInvalid)
	k.silence("a", "b", "c")
	k.person("still joined", "p", dateline.Person{ID: "p", Into: "r"})
	k.speak(voice("p", "a", 0, 1))
	k.person("speaks again", "p", single("p", 1))
}

// order is an order of the desk.
func order(kind dateline.PersonOrderKind, person, into dateline.PersonID) dateline.PersonOrder {
	return dateline.PersonOrder{Kind: kind, Person: person, Into: into, By: "layla", Time: minute(7), Reason: "they are one"}
}

// orders records orders and returns their numbers.
func (k *kit) orders(orders ...dateline.PersonOrder) (seqs []int64) {
	k.Helper()
	k.update(func(tx dateline.Tx) (err error) { seqs, err = tx.OrderPersons(k.ctx, orders...); return err })
	return seqs
}

// ordered demands the orders that concern a person.
func (k *kit) ordered(what string, id dateline.PersonID, want ...dateline.PersonOrder) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		on, err := tx.OrdersOn(k.ctx, []dateline.PersonID{id, "nobody"})
		k.same(what, on[id], want)
		k.same(what+": of nobody", len(on["nobody"]), 0)
		return err
	})
}

// personsCleared: persons are derived anew; what people ordered is not, and is obeyed
// again at its place. Lost with them, every join would have to be made again by hand.
func personsCleared(k *kit) {
	k.speak(voice("p", "a", 0, 1), voice("q", "b", 0, 2))
	k.orders(order(dateline.PersonJoin, "p", "q"))
	k.update(func(tx dateline.Tx) error { return tx.ClearPersons(k.ctx) })
	k.personsListed("listed", dateline.PersonQuery{})
	k.saying("said", dateline.SpokenQuery{})
	k.keyed("found", "family nawfal")
	k.view(func(tx dateline.Tx) error {
		on, err := tx.OrdersOn(k.ctx, []dateline.PersonID{"p"})
		k.same("orders", len(on["p"]), 1)
		return err
	})
	k.speak(voice("p", "a", 0, 1))
	k.person("again", "p", single("p", 1))
}

// ordersWhole: persons that are derived anew may have other ids. By how they were spelled
// when it was given, an order finds its person again.
func ordersWhole(k *kit) {
	k.speak(voice("p", "a", 0, 1), voice("q", "b", 0, 2), voice("r", "c", 0, 3))
	seqs := k.orders(order(dateline.PersonJoin, "p", "q"), order(dateline.PersonConfirm, "q", ""))
	k.same("numbers", seqs, []int64{1, 2})
	split := order(dateline.PersonSplit, "q", "")
	split.Name = "سلمى نوفل"
	k.orders(split)
	spelled := []string{"Salma Nawfal"}
	noted := func(o dateline.PersonOrder, seq int64) dateline.PersonOrder {
		o.Seq, o.Called = seq, spelled
		if o.Into != "" {
			o.IntoCalled = spelled
		}
		return o
	}
	joined, confirmed := noted(order(dateline.PersonJoin, "p", "q"), 1), noted(order(dateline.PersonConfirm, "q", ""), 2)
	k.ordered("of p", "p", joined)
	k.ordered("of q", "q", joined, confirmed, noted(split, 3))
	k.ordered("of r", "r")
	k.view(func(tx dateline.Tx) error {
		at, err := tx.OrdersAt(k.ctx, []int64{2, 1, 99})
		k.same("by number", at, []dateline.PersonOrder{joined, confirmed})
		return err
	})
	entries := k.entries()
	k.same("entries", len(entries), 3)
	k.same("the first", entries[0], dateline.Entry{Seq: 1, Time: minute(7), Kind: dateline.EntryOrdered, Note: "join"})
	k.person("ordering alone changes nothing", "p", single("p", 1))
}

// ordersRefused: an order is a fact for good and obeyed in every rebuild: one that lacks
// what it needs, or is of nobody, would stand in the log for ever.
func ordersRefused(k *kit) {
	k.speak(voice("p", "a", 0, 1))
	for what, o := range map[string]dateline.PersonOrder{
		"a join into nobody":      order(dateline.PersonJoin, "p", ""),
		"a join into itself":      order(dateline.PersonJoin, "p", "p"),
		"a split without a name":  order(dateline.PersonSplit, "p", ""),
		"an order of another age": order("banish", "p", ""),
	} {
		k.kind(what, k.store.Update(k.ctx, func(tx dateline.Tx) error {
			// A good one before it: that must not be recorded either.
			_, err := tx.OrderPersons(k.ctx, order(dateline.PersonHide, "p", ""), o)
			return err
		}), dateline.ErrInvalid)
	}
	for _, o := range []dateline.PersonOrder{order(dateline.PersonHide, "nobody", ""), order(dateline.PersonJoin, "p", "nobody")} {
		k.kind("of nobody", k.store.Update(k.ctx, func(tx dateline.Tx) error { _, err := tx.OrderPersons(k.ctx, o); return err }), dateline.ErrNotFound)
	}
	k.ordered("recorded", "p")
	k.same("entries", len(k.entries()), 0)
}

// ordersSome: the caller may go on with its transaction after an error. What came before
// the bad order must not be in it.
func ordersSome(k *kit) {
	k.speak(voice("p", "a", 0, 1))
	k.update(func(tx dateline.Tx) error {
		for bad, want := range map[dateline.PersonID]error{"nobody": dateline.ErrNotFound, "": dateline.ErrInvalid} {
			join := order(dateline.PersonJoin, "p", bad)
			_, err := tx.OrderPersons(k.ctx, order(dateline.PersonHide, "p", ""), join)
			k.kind("orders, the last of them bad", err, want)
		}
		return nil
	})
	k.ordered("recorded", "p")
	k.same("entries", len(k.entries()), 0)
}

// spokenErased: a page that has a name may not be tagged with it. The entry tells whose
// pages to make anew, for after the erasure nobody can look it up.
func spokenErased(k *kit) {
	k.keep(piece("a", "H", "T."), piece("b", "H", "T."))
	k.speak(voice("p", "a", 0, 1), voice("p", "b", 0, 2), voice("q", "a", 1, 3))
	hide := order(dateline.PersonHide, "p", "")
	k.orders(hide, order(dateline.PersonJoin, "q", "p"))
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, id("a"), minute(9)) })
	k.same("entry", k.last(), dateline.Entry{Seq: 6, Time: minute(9), Kind: dateline.EntryPerson, Item: id("a"), Note: "p q"})
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, id("a"), minute(10)) })
	k.same("erased again", k.last().Seq, int64(6))
	k.person("one item left", "p", single("p", 2))
	k.person("none left", "q", dateline.Person{})
	k.saying("said", dateline.SpokenQuery{}, statement("b", 0))
	k.keyed("found", "name q")
	on := func(id dateline.PersonID) (orders []dateline.PersonOrder) {
		k.view(func(tx dateline.Tx) error {
			all, err := tx.OrdersOn(k.ctx, []dateline.PersonID{id})
			orders = all[id]
			return err
		})
		return orders
	}
	kept := on("p")
	k.same("who has something left is told of", []any{kept[0].Called, kept[0].Reason, kept[1].IntoCalled}, []any{[]string{"Salma Nawfal"}, hide.Reason, []string{"Salma Nawfal"}})
	k.same("who has nothing left is not", []any{kept[1].Called, kept[1].Reason}, []any{nil, ""})
}

// joinedErased erases the only item of a person in whom another one is: both were
// the same, and the name of neither may stay.
func joinedErased(k *kit) {
	k.keep(piece("a", "H", "T."), piece("b", "H", "T."))
	k.speak(voice("p", "a", 0, 1), voice("q", "a", 1, 2), voice("r", "b", 0, 3), voice("s", "b", 1, 4))
	k.orders(order(dateline.PersonJoin, "q", "p"), order(dateline.PersonJoin, "s", "r"), order(dateline.PersonHide, "q", ""))
	k.update(func(tx dateline.Tx) error {
		return tx.PutPersons(k.ctx, dateline.Person{ID: "q", Into: "p"}, dateline.Person{ID: "s", Into: "r"})
	})
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, id("a"), minute(9)) })
	k.person("who spoke", "p", dateline.Person{})
	k.person("who was joined", "q", dateline.Person{})
	k.person("who was joined into another", "s", dateline.Person{ID: "s", Into: "r"})
	k.view(func(tx dateline.Tx) error {
		all, err := tx.OrdersOn(k.ctx, []dateline.PersonID{"q", "s"})
		for _, o := range all["q"] {
			k.same("an order about who is gone", []any{o.Person, o.Called, o.IntoCalled, o.Reason}, []any{"q", nil, nil, ""})
		}
		k.same("orders", []int{len(all["q"]), len(all["s"])}, []int{2, 1})
		for _, o := range all["s"] {
			k.same("an order about who stays", o.Called, []string{"Salma Nawfal"})
		}
		return err
	})
}
