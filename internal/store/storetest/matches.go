package storetest

import (
	"errors"
	"fmt"

	"dateline"
)

// matchChecks: what was made from what is derived, and derived again. Pages name the
// earliest known by it, so that its order is part of it.
func matchChecks() []check {
	return []check{
		{"matches come back whole and in order", matchWhole},
		{"matches replace those of the same items alone", matchReplace},
		{"matches are found from both sides", matchSides},
		{"a family comes back with its members in order", familyOrder},
		{"members leave their old family", familyLeave},
		{"a family grows and shrinks at any place", familyChanges},
		{"an item alone has no family", familyAlone},
		{"keys come in the order of the log", keysOrder},
		{"keys replace those of the same entry", keysReplace},
		{"matches can be cleared", matchesCleared},
		{"an erased item leaves nothing in matches", matchErased},
	}
}

// id is the id of a piece.
func id(guid string) dateline.ItemID { return dateline.NewItemID("marsa", guid) }

// named is the ids of pieces.
func named(guids ...string) []dateline.ItemID {
	list := make([]dateline.ItemID, len(guids))
	for i, g := range guids {
		list[i] = id(g)
	}
	return list
}

// made is a match with all its evidence.
func made(item, of string) dateline.Match {
	return dateline.Match{
		Item: id(item), Version: 2, Of: id(of), OfVersion: 3, Kind: dateline.MatchExcerpt, Share: 0.75, OfShare: 0.25,
		Exact: 0.9375, Longest: 158, By: dateline.ByCredit, Confidence: 0.5, Program: 7,
	}
}

// match writes what the items were made from.
func (k *kit) match(items []dateline.ItemID, matches ...dateline.Match) {
	k.Helper()
	k.update(func(tx dateline.Tx) error { return tx.PutMatches(k.ctx, items, matches) })
}

// ofs demands what each of the pieces was made from.
func (k *kit) ofs(what string, want map[dateline.ItemID][]dateline.Match, guids ...string) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		got, err := tx.MatchesOf(k.ctx, named(guids...))
		k.same(what, got, want)
		return err
	})
}

// matchWhole: the first that is no translation is the origin, which pages name, so that
// the order must stay. By its evidence a person sees why two are one, and a better program
// which rows are an older one's.
func matchWhole(k *kit) {
	list := []dateline.Match{made("a", "z"), made("a", "b"), made("a", "m")}
	k.match(named("a"), list...)
	k.ofs("matches", map[dateline.ItemID][]dateline.Match{id("a"): list}, "a", "b")
	k.same("entries", len(k.entries()), 0)
}

// matchReplace: a stage that has got better may find other matches, or none any more.
func matchReplace(k *kit) {
	k.match(named("a", "b"), made("a", "c"), made("b", "c"))
	other := made("a", "d")
	other.Kind = dateline.MatchTranslation
	k.match(named("a"), other)
	k.ofs("after one changed", map[dateline.ItemID][]dateline.Match{id("a"): {other}, id("b"): {made("b", "c")}}, "a", "b")
	// Named without a match: what was known of a goes, and x had none.
	k.match(named("a", "x"))
	k.ofs("after one has none", map[dateline.ItemID][]dateline.Match{id("b"): {made("b", "c")}}, "a", "b")
	k.match(nil)
	k.ofs("after nothing", map[dateline.ItemID][]dateline.Match{id("b"): {made("b", "c")}}, "a", "b")
}

// matchSides: when an item is killed, the desk is shown the copies of it: what was made
// from it is asked from the other side.
func matchSides(k *kit) {
	k.match(named("a", "b", "c"), made("a", "z"), made("b", "y"), made("b", "z"), made("c", "a"))
	first, second := made("a", "z"), made("b", "z")
	if second.Item < first.Item {
		first, second = second, first
	}
	k.view(func(tx dateline.Tx) error {
		got, err1 := tx.MatchesTo(k.ctx, named("z", "a", "nobody"))
		k.same("made from z and a", got, map[dateline.ItemID][]dateline.Match{id("z"): {first, second}, id("a"): {made("c", "a")}})
		none, err2 := tx.MatchesTo(k.ctx, nil)
		k.same("made from nothing", len(none), 0)
		return errors.Join(err1, err2)
	})
}

// families writes families whole.
func (k *kit) families(families ...dateline.Family) {
	k.Helper()
	k.update(func(tx dateline.Tx) error { return tx.PutFamilies(k.ctx, families...) })
}

// family is one that began with a piece; its members are in the order given.
func family(first string, members ...string) dateline.Family {
	return dateline.Family{ID: id(first), Members: named(members...)}
}

// within demands the families of pieces, "" for none.
func (k *kit) within(what string, want map[string]dateline.Family) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		full := map[dateline.ItemID]dateline.Family{}
		var all []dateline.ItemID
		for guid, f := range want {
			all = append(all, id(guid))
			if len(f.Members) > 0 {
				full[id(guid)] = f
			}
		}
		got, err := tx.FamiliesOf(k.ctx, all)
		k.same(what, got, full)
		return err
	})
}

// familyOrder: the first member is the earliest known. In any other order a page names a
// copy as the one who reported it first.
func familyOrder(k *kit) {
	f, g := family("b", "c", "a", "b"), family("x", "x", "y")
	k.families(f, g)
	k.within("families", map[string]dateline.Family{"a": f, "b": f, "c": f, "y": g, "z": {}})
	f.Members = named("d", "c", "b", "a")
	k.families(f)
	k.within("in another order", map[string]dateline.Family{"a": f, "d": f, "x": g})
}

// familyLeave: an item that came late may show that two families are one.
func familyLeave(k *kit) {
	k.families(family("a", "a", "b", "c"), family("d", "d", "e", "f"))
	joined := family("a", "d", "a", "b")
	k.families(joined)
	rest := family("d", "e", "f")
	k.within("after one changed sides and one left", map[string]dateline.Family{"d": joined, "b": joined, "c": {}, "e": rest, "f": rest})
}

// familyChanges: a store that writes only what has changed must get every change right,
// at either end and in the middle.
func familyChanges(k *kit) {
	// Another family, from which the changes below take a member.
	k.families(family("x", "y", "x", "w"))
	want := map[string]dateline.Family{}
	for i, members := range [][]string{
		{"a", "b", "c"}, {"a", "b", "c", "d"}, {"a", "b", "x", "c", "d"}, {"a", "b", "x"}, {"b", "x"}, {"b", "x", "a"}, {"b", "x", "a"},
	} {
		for guid := range want {
			want[guid] = dateline.Family{}
		}
		for _, guid := range members {
			want[guid] = family("a", members...)
		}
		k.families(family("a", members...))
		k.within(fmt.Sprint("change ", i), want)
	}
	k.within("the family that one was taken from", map[string]dateline.Family{"y": family("x", "y", "w"), "w": family("x", "y", "w")})
}

// familyAlone: what is left of a family by itself is no family.
func familyAlone(k *kit) {
	k.families(family("a", "a", "b"), family("c", "c"))
	k.families(family("x", "b", "x"))
	k.within("left alone", map[string]dateline.Family{"a": {}, "c": {}, "b": family("x", "b", "x")})
}

// key is what the stage of matches keeps of a version: its sampled keys, by log entry.
func key(seq int64, guid, keys string) dateline.Keyed {
	return dateline.Keyed{Seq: seq, Item: id(guid), Version: int(seq % 1000), Keys: []byte(keys)}
}

// keys writes the keys of versions.
func (k *kit) keys(keyed ...dateline.Keyed) {
	k.Helper()
	k.update(func(tx dateline.Tx) error { return tx.PutKeys(k.ctx, keyed) })
}

// keysAfter demands the keys after an entry.
func (k *kit) keysAfter(what string, after int64, limit int, want ...dateline.Keyed) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		got, err := tx.Keys(k.ctx, after, limit)
		k.same(what, append([]dateline.Keyed{}, got...), append([]dateline.Keyed{}, want...))
		return err
	})
}

// keysOrder: the stage builds its index again from pages of keys. One that stands out of
// order is stepped over, and copies of that text are never found again.
func keysOrder(k *kit) {
	a, b, c, d := key(900, "a", "\x00\xff"), key(7, "b", "B"), key(30, "a", "C"), key(1<<40, "d", "D")
	k.keys(a, b)
	k.keys(c, d)
	k.keysAfter("all", 0, 10, b, c, a, d)
	k.keysAfter("after one", 7, 2, c, a)
	k.keysAfter("after the end", 1<<40, 10)
}

// keysReplace: a stage whose cursor was set back writes the keys of its entries again.
// With two rows for an entry its index would hold one text twice.
func keysReplace(k *kit) {
	k.keys(key(1, "a", "A"), key(2, "b", "B"))
	k.keys(key(2, "c", "CC"))
	k.keysAfter("all", 0, 10, key(1, "a", "A"), key(2, "c", "CC"))
}

// matchesCleared: matches are derived anew into empty tables. A row that outlives this is
// the work of a program that is gone, and nothing takes it back.
func matchesCleared(k *kit) {
	k.match(named("a"), made("a", "b"))
	k.families(family("a", "a", "b"))
	k.keys(key(1, "a", "A"))
	k.update(func(tx dateline.Tx) error { return tx.ClearMatches(k.ctx) })
	k.ofs("matches", map[dateline.ItemID][]dateline.Match{}, "a")
	k.within("families", map[string]dateline.Family{"a": {}, "b": {}})
	k.keysAfter("keys", 0, 10)
}

// matchErased: its sampled keys still tell what its text was like. The others of its
// family keep their order, or a copy would become the earliest known.
func matchErased(k *kit) {
	for i := range 4 {
		k.keep(piece(name(i), "H", fmt.Sprint("T", i)))
	}
	k.match(named("a", "b", "c"), made("a", "d"), made("b", "a"), made("b", "d"), made("c", "a"))
	k.families(family("a", "d", "a", "b"))
	k.keys(key(1, "a", "A"), key(2, "b", "B"), key(9, "a", "AA"))
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, id("a"), minute(9)) })
	k.ofs("matches", map[dateline.ItemID][]dateline.Match{id("b"): {made("b", "d")}}, "a", "b", "c")
	rest := family("a", "d", "b")
	k.within("families", map[string]dateline.Family{"a": {}, "b": rest, "d": rest})
	k.keysAfter("keys", 0, 10, key(2, "b", "B"))
	k.view(func(tx dateline.Tx) error {
		to, err := tx.MatchesTo(k.ctx, named("a"))
		k.same("made from it", len(to), 0)
		return err
	})
}
