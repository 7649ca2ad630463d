package storetest

import (
	"errors"
	"fmt"
	"time"

	"dateline"
)

// editChecks: looks are what is still to do, edits are what was seen. The first are leased
// as sources are, the second are told once.
func editChecks() []check {
	return []check{
		{"looks come back whole", lookWhole},
		{"a look replaces the one before", lookReplaces},
		{"a look without a next time is removed", lookOver},
		{"only items that stand are looked at", lookStands},
		{"due looks are leased, the longest due first", lookDue},
		{"a leased look waits for its lease", lookLeased},
		{"writing a look frees its lease", lookFrees},
		{"who is alone frees all leases", leasesFreed},
		{"digests are those of the newest items of a source", digestsOf},
		{"an edit comes back whole, with its entry", editWhole},
		{"an edit is recorded once", editOnce},
		{"edits come newest first, by kind and place", editList},
		{"edits on items come oldest first", editsOn},
		{"an erased item leaves no looks and edits", editErased},
	}
}

// seen is a look with all there is to know.
func seen(guid string, next int) dateline.Look {
	return dateline.Look{
		Item: id(guid), Source: "marsa", Next: minute(next), FirstSeen: minute(1), ETag: `"x"`, Modified: "Tue, 22 Jul 2025 12:00:00 GMT",
		Digest: "d", Headline: "h", Edited: minute(2), Missed: 1, Lost: dateline.EditMissing,
	}
}

// looks writes when pages are looked at again.
func (k *kit) looks(looks ...dateline.Look) {
	k.Helper()
	k.update(func(tx dateline.Tx) error { return tx.PutLooks(k.ctx, looks...) })
}

// lookedAt demands the looks of pieces. The JSON of a look leaves out its keys.
func (k *kit) lookedAt(what string, guids []string, want ...dateline.Look) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		got, err := tx.LooksOf(k.ctx, named(guids...))
		list := map[dateline.ItemID]string{}
		for id, l := range got {
			list[id] = fmt.Sprint(l.Item, l.Source, l.Next.UTC(), l.FirstSeen.UTC(), l.ETag, l.Modified, l.Digest, l.Headline, l.Edited.UTC(), l.Missed, l.Lost)
		}
		wanted := map[dateline.ItemID]string{}
		for _, l := range want {
			wanted[l.Item] = fmt.Sprint(l.Item, l.Source, l.Next, l.FirstSeen, l.ETag, l.Modified, l.Digest, l.Headline, l.Edited, l.Missed, l.Lost)
		}
		k.same(what, list, wanted)
		return err
	})
}

// lookWhole: a look forgets nothing between two: without its validators the page is
// fetched whole, without its digest nobody knows whether it has changed. It is no news, so
// no entry tells of it.
func lookWhole(k *kit) {
	k.keep(piece("a", "A", "a"), piece("b", "B", "b"), piece("c", "C", "c"))
	k.looks(seen("a", 5), seen("b", 3))
	k.lookedAt("looks", []string{"a", "b", "c", "nobody"}, seen("a", 5), seen("b", 3))
	k.same("entries", len(k.entries()), 3)
}

// lookReplaces: an item has one look. With two its page is fetched twice as often as its
// site was promised.
func lookReplaces(k *kit) {
	k.keep(piece("a", "A", "a"), piece("b", "B", "b"))
	k.looks(seen("a", 5), seen("b", 3))
	other := seen("a", 9)
	// What the new look leaves out must go as well.
	other.ETag, other.Missed = "", 0
	k.looks(seen("a", 7), other)
	k.lookedAt("after one changed twice", []string{"a", "b"}, other, seen("b", 3))
}

// lookOver: after its last look an item has no row, or the table of looks grows with the
// record.
func lookOver(k *kit) {
	k.keep(piece("a", "A", "a"), piece("b", "B", "b"))
	k.looks(seen("a", 5), seen("b", 3))
	k.looks(dateline.Look{Item: id("a")})
	k.lookedAt("after one is over", []string{"a", "b"}, seen("b", 3))
}

// lookStands: whoever looked at a page while its item was erased writes after that. The
// row would name the item, and its page would be fetched on.
func lookStands(k *kit) {
	k.keep(piece("a", "A", "a"), piece("b", "B", "b"))
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, id("b"), minute(3)) })
	k.looks(seen("a", 5), seen("b", 3), seen("nobody", 3))
	k.lookedAt("looks", []string{"a", "b", "nobody"}, seen("a", 5))
}

// leaseLooks demands what is leased, in order.
func (k *kit) leaseLooks(now, until time.Time, limit int, want ...string) {
	k.Helper()
	var got []dateline.ItemID
	k.update(func(tx dateline.Tx) error {
		leased, err := tx.LeaseLooks(k.ctx, now, until, limit)
		got = make([]dateline.ItemID, len(leased))
		for i, l := range leased {
			got[i] = l.Item
		}
		return err
	})
	k.same(fmt.Sprintf("leased at %s", now.Format("15:04")), got, named(want...))
}

// lookDue: with more pages than can be fetched, the longest due come first, or late ones
// never come.
func lookDue(k *kit) {
	k.keep(piece("a", "A", "a"), piece("b", "B", "b"), piece("c", "C", "c"), piece("d", "D", "d"))
	k.looks(seen("a", 5), seen("b", 3), seen("c", 4), seen("d", 20))
	k.leaseLooks(minute(2), minute(10), 5)
	// Three are due and two are wanted: the third comes with the next claim, and d not yet.
	k.leaseLooks(minute(6), minute(16), 2, "b", "c")
	k.leaseLooks(minute(6), minute(16), 2, "a")
}

// lookLeased: two machines that look at one page at once ask its site twice as often as it
// likes.
func lookLeased(k *kit) {
	k.keep(piece("a", "A", "a"))
	k.looks(seen("a", 0))
	k.leaseLooks(noon(), minute(10), 5, "a")
	// A minute before the lease ends, then when it ends.
	k.leaseLooks(minute(9), minute(20), 5)
	k.leaseLooks(minute(10), minute(20), 5, "a")
}

// lookFrees: a look is written when it is over. The next one is due in its own time, not
// when the lease would have run out.
func lookFrees(k *kit) {
	k.keep(piece("a", "A", "a"))
	k.looks(seen("a", 0))
	k.leaseLooks(noon(), minute(10), 5, "a")
	k.looks(seen("a", 2))
	k.leaseLooks(minute(1), minute(10), 5)
	k.leaseLooks(minute(2), minute(10), 5, "a")
}

// leasesFreed: a server that was killed had pages and sources in hand. Started again, it
// need not wait for itself; what was not due is not due now.
func leasesFreed(k *kit) {
	k.keep(piece("a", "A", "a"), piece("b", "B", "b"))
	k.looks(seen("a", 0), seen("b", 5))
	k.put(noon(), dateline.Source{ID: "s1", Feed: "https://s1.example/feed"})
	k.leaseLooks(noon(), minute(10), 5, "a")
	k.leases(noon(), minute(10), 5, "s1")
	k.leaseLooks(minute(1), minute(10), 5)
	k.leases(minute(1), minute(10), 5)
	k.update(func(tx dateline.Tx) error { return tx.FreeLeases(k.ctx) })
	k.leaseLooks(minute(1), minute(10), 5, "a")
	k.leases(minute(1), minute(10), 5, "s1")
	k.lookedAt("looks whose leases were freed", []string{"a", "b"}, seen("a", 0), seen("b", 5))
}

// digestsOf: intake knows an entry again by its text where its address has changed. It
// asks for the newest of this source only: with others' digests one outlet's copy would be
// taken for another's item.
func digestsOf(k *kit) {
	other := piece("x", "X", "x")
	other.Item.Source = "other"
	k.keep(at(1, piece("a", "A", "a")), at(3, piece("b", "B", "b")), at(2, piece("c", "C", "c")), at(4, piece("d", "D", "d")), other)
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, id("d"), minute(9)) })
	k.view(func(tx dateline.Tx) error {
		got, err := tx.DigestsOf(k.ctx, "marsa", 2)
		k.same("two", got, map[dateline.ItemID]string{id("b"): "digest of b", id("c"): "digest of c"})
		return err
	})
}

// edit is an edit of a piece so many minutes after noon.
func edit(guid string, kind dateline.EditKind, at int) dateline.Edit {
	return dateline.Edit{Item: id(guid), Version: 2, Source: "marsa", Kind: kind, Time: minute(at)}
}

// edit records edits.
func (k *kit) edit(edits ...dateline.Edit) {
	k.Helper()
	k.update(func(tx dateline.Tx) error { return tx.PutEdits(k.ctx, edits...) })
}

// editWhole: an edit names whose correction it is, and the desk follows it by its entry.
// What happened to an item that nobody has is left out, and the others are not.
func editWhole(k *kit) {
	k.keep(piece("a", "A", "a"), piece("b", "B", "b"))
	e := edit("b", dateline.EditCorrection, 7)
	e.Of = id("a")
	k.edit(e, edit("nobody", dateline.EditGone, 7))
	e.Seq = 3
	k.same("the log's last", k.last(), dateline.Entry{
		Seq: 3, Time: minute(7), Kind: dateline.EntryEdited, Item: id("b"), Version: 2, Source: "marsa", Note: "correction"})
	k.editsAre("edits", dateline.EditQuery{}, e)
}

// editsAre demands what a query gives.
func (k *kit) editsAre(what string, q dateline.EditQuery, want ...dateline.Edit) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		got, err := tx.Edits(k.ctx, q)
		k.same(what, got, append([]dateline.Edit{}, want...))
		return err
	})
}

// editOnce: a stage whose cursor was set back meets the same edits again. Recorded twice,
// one correction would be shown and pushed as two.
func editOnce(k *kit) {
	k.keep(piece("a", "A", "a"))
	e := edit("a", dateline.EditText, 7)
	// Twice in one call, then once more in another.
	k.edit(e, e)
	k.edit(e)
	k.same("entries after the same edit", len(k.entries()), 2)
	later, headline, of := e, e, e
	later.Time, headline.Kind, of.Of = minute(8), dateline.EditHeadline, "other"
	k.edit(later, headline, of)
	k.same("entries after three others", len(k.entries()), 5)
}

// editList: the desk reads in pages what happened at sources, newest first by when it was
// recorded: the site's own times may run back.
func editList(k *kit) {
	k.keep(piece("a", "A", "a"), piece("b", "B", "b"))
	list := []dateline.Edit{
		edit("a", dateline.EditMissing, 9), edit("b", dateline.EditText, 8), edit("a", dateline.EditGone, 7), edit("a", dateline.EditRestored, 10),
	}
	k.edit(list...)
	for i := range list {
		list[i].Seq = int64(3 + i)
	}
	k.editsAre("all", dateline.EditQuery{}, list[3], list[2], list[1], list[0])
	k.editsAre("two", dateline.EditQuery{Limit: 2}, list[3], list[2])
	k.editsAre("the next", dateline.EditQuery{Limit: 2, Before: 5}, list[1], list[0])
	k.editsAre("lost", dateline.EditQuery{Kinds: []dateline.EditKind{dateline.EditGone, dateline.EditMissing}}, list[2], list[0])
}

// editsOn: an item's page tells its edits as they came in, by the log, for missing and
// restored make sense in one order only.
func editsOn(k *kit) {
	k.keep(piece("a", "A", "a"), piece("b", "B", "b"), piece("c", "C", "c"))
	list := []dateline.Edit{edit("a", dateline.EditMissing, 9), edit("b", dateline.EditText, 8), edit("a", dateline.EditRestored, 7)}
	k.edit(list...)
	for i := range list {
		list[i].Seq = int64(4 + i)
	}
	k.view(func(tx dateline.Tx) error {
		on, err1 := tx.EditsOn(k.ctx, named("a", "c"))
		k.same("on a and c", on, map[dateline.ItemID][]dateline.Edit{id("a"): {list[0], list[2]}})
		none, err2 := tx.EditsOn(k.ctx, nil)
		k.same("on nothing", len(none), 0)
		return errors.Join(err1, err2)
	})
}

// editErased: an edit says what an item was, or was corrected by. Those of others that
// name it go as well; and what comes in late is not recorded.
func editErased(k *kit) {
	k.keep(piece("a", "A", "a"), piece("b", "B", "b"))
	of := edit("b", dateline.EditGone, 5)
	of.Of = id("a")
	own := edit("b", dateline.EditText, 6)
	k.edit(edit("a", dateline.EditGone, 4), of, own)
	k.looks(seen("a", 1), seen("b", 2))
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, id("a"), minute(9)) })
	k.lookedAt("looks", []string{"a", "b"}, seen("b", 2))
	own.Seq = 5
	k.editsAre("edits", dateline.EditQuery{}, own)
	// What was seen of its page may come to be recorded after the erasure.
	k.edit(edit("a", dateline.EditGone, 10))
	k.editsAre("edits after one more", dateline.EditQuery{}, own)
}
