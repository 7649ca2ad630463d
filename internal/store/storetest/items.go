package storetest

import (
	"cmp"
	"errors"
	"math/rand/v2"
	"slices"

	"dateline"
)

// itemChecks: what is asked by id is asked for every page and every poll; what was erased
// must be gone from all of it.
func itemChecks() []check {
	return []check{
		{"an unknown item is not found", unknownItem},
		{"items come in the order of ids, without those that are missing", itemsInOrder},
		{"heads have everything but the body", heads},
		{"versions come oldest first", versions},
		{"digests are of current versions", digests},
		{"items are found by their current address", byURL},
		{"items are found by the addresses that their versions name", naming},
		{"erasing removes all but the bare id", erase},
		{"erasing twice is no error and no second entry", eraseTwice},
		{"what never was cannot be erased", eraseUnknown},
	}
}

// unknownItem: a page tells by the kind of the error that an address never led anywhere
// (404). An empty list of ids is what a page with nothing on it asks for.
func unknownItem(k *kit) {
	k.view(func(tx dateline.Tx) error {
		_, err := tx.Item(k.ctx, "aaaaaaaaaaaaa")
		k.kind("item", err, dateline.ErrNotFound)
		_, err = tx.Versions(k.ctx, "aaaaaaaaaaaaa")
		k.kind("versions", err, dateline.ErrNotFound)
		none, err := tx.Items(k.ctx, nil)
		k.same("items of no ids", len(none), 0)
		return err
	})
}

// itemsInOrder: pages put their lists in order first and look the items up then.
func itemsInOrder(k *kit) {
	a, b, c := piece("a", "A", "A."), piece("b", "B", "B."), piece("c", "C", "C.")
	k.keep(a, b, c)
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, b.Item.ID, noon()) })
	k.view(func(tx dateline.Tx) error {
		items, err1 := tx.Items(k.ctx, []dateline.ItemID{c.Item.ID, "aaaaaaaaaaaaa", b.Item.ID, a.Item.ID})
		other, err2 := tx.Items(k.ctx, []dateline.ItemID{a.Item.ID, c.Item.ID})
		var names []string
		for _, item := range append(items, other...) {
			names = append(names, item.GUID+item.Text())
		}
		k.same("items", names, []string{"cC.", "aA.", "aA.", "cC."})
		return errors.Join(err1, err2)
	})
}

// heads: lists and the wire's rules need all of an item but its text, for dozens at a
// time. A right or an embargo that is lost with the body goes out on every list.
func heads(k *kit) {
	a, b := piece("a", "Harbour opens", "Ships came in."), piece("b", "B", "B.")
	k.keep(a, b)
	changed := a
	changed.Item.Headline = "Harbour closes"
	k.keep(changed)
	k.view(func(tx dateline.Tx) error {
		heads, err1 := tx.Heads(k.ctx, []dateline.ItemID{b.Item.ID, a.Item.ID})
		other, err2 := tx.Heads(k.ctx, []dateline.ItemID{a.Item.ID, b.Item.ID})
		if len(heads) != 2 || len(other) != 2 {
			k.Fatalf("%d and %d heads instead of 2", len(heads), len(other))
		}
		want := changed.Item
		want.Version, want.FirstSeen, want.Body = 2, minute(1), nil
		k.same("head", heads[1], want)
		k.same("firsts", []string{heads[0].GUID, other[0].GUID}, []string{"b", "a"})
		return errors.Join(err1, err2)
	})
}

// versions: the digest that is renewed last is no part of any document.
func versions(k *kit) {
	a := piece("a", "One", "First.")
	k.keep(a)
	soon := a
	// Renewed before a second version comes: the first one keeps the digest that it came with.
	soon.Item.Digest = "renewed while it was the only one"
	k.keep(soon)
	for _, headline := range []string{"Two", "Three"} {
		a.Item.Headline, a.Item.Digest = headline, "digest of "+headline
		k.keep(a)
	}
	a.Item.Digest = "renewed"
	k.keep(a)
	k.view(func(tx dateline.Tx) error {
		list, err := tx.Versions(k.ctx, a.Item.ID)
		var got []any
		for _, v := range list {
			got = append(got, v.Version, v.Headline, v.Text(), v.Digest)
		}
		k.same("versions", got, []any{
			1, "One", "First.", "digest of a", 2, "Two", "First.", "digest of Two", 3, "Three", "First.", "renewed",
		})
		return err
	})
}

// digests: intake reads only what has another digest than the current version. That of an
// older one would hide a change back to it; an erased item without its mark would be taken
// in again.
func digests(k *kit) {
	a, b, c := piece("a", "A", "A."), piece("b", "B", "B."), piece("c", "C", "C.")
	k.keep(a, b, c)
	a.Item.Headline, a.Item.Digest = "Changed", "second digest"
	k.keep(a)
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, b.Item.ID, noon()) })
	k.view(func(tx dateline.Tx) error {
		got, err := tx.Digests(k.ctx, []dateline.ItemID{a.Item.ID, b.Item.ID, "aaaaaaaaaaaaa"})
		k.same("digests", got, map[dateline.ItemID]string{a.Item.ID: "second digest", b.Item.ID: dateline.Erased})
		return err
	})
}

// byURL: intake recognizes an item under another id by its address, and translations are
// linked by it. What moved, or was erased, must no longer answer for its old address.
func byURL(k *kit) {
	a, b, c := piece("a", "A", "A."), piece("b", "B", "B."), piece("c", "C", "C.")
	a.Item.URL, b.Item.URL, c.Item.URL = "https://x.example/1", "https://x.example/1", ""
	k.keep(a, b, c)
	want := []dateline.ItemID{min(a.Item.ID, b.Item.ID), max(a.Item.ID, b.Item.ID)}
	k.sameURL("https://x.example/1", want...)
	k.sameURL("https://x.example/2")
	k.sameURL("")
	a.Item.URL, a.Item.Headline = "https://x.example/2", "Moved"
	k.keep(a)
	k.sameURL("https://x.example/1", b.Item.ID)
	k.sameURL("https://x.example/2", a.Item.ID)
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, b.Item.ID, noon()) })
	k.sameURL("https://x.example/1")
	// No database indexes so much, and what it cannot pack it refuses.
	long := piece("long", "Long", "L.")
	long.Item.URL = "https://x.example/" + noise(9000)
	k.keep(long)
	k.sameURL(long.Item.URL, long.Item.ID)
	k.sameURL(long.Item.URL + "x")
	k.same("address", k.item(long.Item.ID).URL, long.Item.URL)
}

// naming: a page names its translation, which may come in days later and not name it back.
// Without this the two are linked only where both came in one batch.
func naming(k *kit) {
	a, b := piece("a", "A", "A."), piece("b", "B", "B.")
	const arabic, farsi = "https://x.example/ar/1", "https://x.example/fa/1"
	a.Item.Translations = []dateline.Translation{{Language: "ar", URL: arabic}, {Language: "ar-EG", URL: arabic}, {Language: "fa", URL: farsi}}
	b.Item.Translations = []dateline.Translation{{Language: "ar", URL: arabic}}
	k.keep(a, b)
	k.sameNaming(arabic, dateline.ItemVersion{Item: a.Item.ID, Version: 1}, dateline.ItemVersion{Item: b.Item.ID, Version: 1})
	k.sameNaming(farsi, dateline.ItemVersion{Item: a.Item.ID, Version: 1})
	k.sameNaming("")
	k.sameNaming("https://x.example/ar")

	long := "https://x.example/" + noise(9000)
	a.Item.Headline, a.Item.Translations = "More", []dateline.Translation{{Language: "fa", URL: farsi}, {Language: "ar", URL: long}, {Language: "en"}}
	k.keep(a)
	k.sameNaming(arabic, dateline.ItemVersion{Item: a.Item.ID, Version: 1}, dateline.ItemVersion{Item: b.Item.ID, Version: 1})
	k.sameNaming(farsi, dateline.ItemVersion{Item: a.Item.ID, Version: 1}, dateline.ItemVersion{Item: a.Item.ID, Version: 2})
	k.sameNaming(long, dateline.ItemVersion{Item: a.Item.ID, Version: 2})
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, a.Item.ID, noon()) })
	k.sameNaming(arabic, dateline.ItemVersion{Item: b.Item.ID, Version: 1})
	k.sameNaming(farsi)
}

// sameNaming demands which versions name an address, asked for beside others and twice.
func (k *kit) sameNaming(url string, want ...dateline.ItemVersion) {
	k.Helper()
	slices.SortFunc(want, func(a, b dateline.ItemVersion) int {
		return cmp.Or(cmp.Compare(a.Item, b.Item), cmp.Compare(a.Version, b.Version))
	})
	k.view(func(tx dateline.Tx) error {
		other := "https://x.example/ar/1"
		all, err := tx.Naming(k.ctx, []string{url, other, url, "https://x.example/none"})
		k.same("versions that name "+url, append([]dateline.ItemVersion{}, all[url]...), append([]dateline.ItemVersion{}, want...))
		for named := range all {
			k.same("asked for "+named, named == url || named == other, true)
		}
		none, err2 := tx.Naming(k.ctx, nil)
		k.same("asked for none", len(none), 0)
		return errors.Join(err, err2)
	})
}

// noise is so many letters that nothing can be left out of.
func noise(n int) string {
	b := make([]byte, n)
	r := rand.New(rand.NewPCG(7, 11))
	for i := range b {
		b[i] = byte('a' + r.IntN(26))
	}
	return string(b)
}

// sameURL demands the items at an address.
func (k *kit) sameURL(url string, want ...dateline.ItemID) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		ids, err := tx.ByURL(k.ctx, url)
		k.same("items at "+url, append([]dateline.ItemID{}, ids...), append([]dateline.ItemID{}, want...))
		return err
	})
}

// erase: what was erased must not be told by anything: no version, no word, not even a
// count. That it was there and what kind of thing was decided on it stays, without the
// reasons, for these may quote it.
func erase(k *kit) {
	a, b := piece("a", "Harbour opens", "Ships came in."), piece("b", "Bridge", "Trains.")
	k.keep(a, b)
	a.Item.Headline = "Harbour closes"
	k.keep(a)
	k.file(filed(a), filed(b))
	k.update(func(tx dateline.Tx) error {
		_, err := tx.Decide(k.ctx, dateline.Decision{
			Item: a.Item.ID, Kind: dateline.Kill, By: "lina", Time: minute(3), Reason: "a name", Notice: "a notice",
		})
		return err
	})
	// After a decision and a filing, for both tell of the item.
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, a.Item.ID, minute(9)) })
	k.same("entry", k.last(), dateline.Entry{Seq: 5, Time: minute(9), Kind: dateline.EntryErased, Item: a.Item.ID})
	k.finds("its words", dateline.Find{Clauses: all("ships")})
	k.finds("everything", dateline.Find{}, "b")
	k.view(func(tx dateline.Tx) error {
		_, err := tx.Item(k.ctx, a.Item.ID)
		k.kind("item", err, dateline.ErrGone)
		_, err = tx.Versions(k.ctx, a.Item.ID)
		k.kind("versions", err, dateline.ErrGone)
		heads, err1 := tx.Heads(k.ctx, []dateline.ItemID{a.Item.ID})
		k.same("heads", len(heads), 0)
		filings, err2 := tx.FilingsOf(k.ctx, []dateline.ItemID{a.Item.ID, b.Item.ID})
		k.same("filings", len(filings), 1)
		decisions, err3 := tx.DecisionsOn(k.ctx, []dateline.ItemID{a.Item.ID})
		k.same("decisions", decisions[a.Item.ID], []dateline.Decision{
			{Seq: 4, Item: a.Item.ID, Kind: dateline.Kill, By: "lina", Time: minute(3)},
		})
		counts, items, err4 := tx.WordStats(k.ctx, []string{"ships", "trains"})
		k.same("counts", append(counts, items), []int{0, 1, 1})
		return errors.Join(err1, err2, err3, err4)
	})
}

// eraseTwice: whoever does not know whether an erasure went through repeats it. A second
// entry would have all stages forget the item again, and the items would be counted wrong
// for good.
func eraseTwice(k *kit) {
	a := piece("a", "A", "A.")
	k.keep(a, piece("b", "B", "B."))
	for range 2 {
		k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, a.Item.ID, noon()) })
	}
	k.same("entries", len(k.entries()), 3)
	k.view(func(tx dateline.Tx) error {
		_, items, err := tx.WordStats(k.ctx, nil)
		k.same("items", items, 1)
		return err
	})
}

// eraseUnknown: a mistyped id must not pass for an erasure that was done.
func eraseUnknown(k *kit) {
	k.kind("erase", k.store.Update(k.ctx, func(tx dateline.Tx) error {
		return tx.Erase(k.ctx, "aaaaaaaaaaaaa", noon())
	}), dateline.ErrNotFound)
	k.same("entries", len(k.entries()), 0)
}
