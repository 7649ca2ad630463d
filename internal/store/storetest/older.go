package storetest

import (
	"errors"
	"strings"
	"testing"

	"dateline"
)

// OpenOlder takes a store back to where it knew nothing of the past, as an older
// program left it, and demands that the one that is opened then finds the past
// in it all the same. Open opens the same database each time, and exec runs a
// statement on it while no store is open.
func OpenOlder(t *testing.T, open func() dateline.Store, exec func(text string)) {
	items := Sample(30, false)
	k := newKit(t, open())
	again := func(headline string, items []dateline.Kept) {
		for i := range items {
			items[i].Item.Headline = headline
			items[i].Words = sampleWords(&items[i].Item)
		}
		k.keep(items...)
	}
	again("walrus", items)     // entries 1 to 30
	again("seal", items[:10])  // 31 to 40
	again("otter", items[5:6]) // 41
	correct := func(i int) {
		k.decide(dateline.Decision{Item: items[i].Item.ID, Kind: dateline.Correct, By: "lina", Time: minute(98), Notice: "Otters."})
	}
	correct(5) // it goes with the version before it, and no other one does
	correct(5)
	again("otter otter", items[5:6])
	correct(9)
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, items[2].Item.ID, minute(99)) })
	k.close()
	for _, text := range []string{
		"drop table told", "drop table match_keys", "alter table decisions drop column version", // of later migrations, which run again
		"drop table past_search", "drop table past", "alter table items drop column made", "alter table versions drop column made",
		"delete from own_migrations where version_id >= 2",
	} {
		exec(text)
	}
	k.store = open()
	defer k.close()
	for i := range items {
		var versions []dateline.Item
		k.view(func(tx dateline.Tx) error {
			versions, _ = tx.Versions(k.ctx, items[i].Item.ID) // of the erased one there are none
			return nil
		})
		for _, v := range versions {
			k.past(dateline.Kept{Item: v, Words: sampleWords(&v)})
		}
	}
	for _, c := range []struct {
		asOf int64
		word string
		want int
	}{
		{12, "walrus", 11}, {30, "walrus", 29}, {30, "seal", 0}, {40, "walrus", 20}, {40, "seal", 9}, {41, "seal", 8}, {41, "otter", 1}, {0, "seal", 8},
	} {
		if found := k.found(dateline.Find{AsOf: c.asOf, Clauses: all(c.word)}); len(found) != c.want {
			t.Errorf("%s as of %d: %d items, want %d", c.word, c.asOf, len(found), c.want)
		}
	}
	k.view(func(tx dateline.Tx) error {
		ids := []dateline.ItemID{items[5].Item.ID, items[9].Item.ID}
		on, err := tx.DecisionsOn(k.ctx, ids)
		for i, want := range [][]int{{3, 0}, {0}} {
			k.same("versions of corrections", each(on[ids[i]], func(d *dateline.Decision) int { return d.Version }), want)
		}
		return err
	})
}

// OpenNewer demands that a store whose tables a newer program has changed is not
// opened: who wrote into it would leave out what that one keeps. Open opens the
// same database each time, and exec runs a statement on it meanwhile.
func OpenNewer(t *testing.T, open func() (dateline.Store, error), exec func(text string)) {
	for _, table := range []string{"migrations", "own_migrations"} {
		s, err := open()
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		exec("insert into " + table + " (version_id, is_applied) values (999, true)")
		s, err = open()
		if !errors.Is(err, dateline.ErrInvalid) || !strings.Contains(err.Error(), "newer") {
			t.Errorf("%s of a newer program: %v", table, err)
		}
		if err == nil {
			s.Close()
		}
		exec("delete from " + table + " where version_id = 999")
	}
}

// close closes the store, as the program does before the next one opens it.
func (k *kit) close() {
	k.Helper()
	if err := k.store.Close(); err != nil {
		k.Errorf("close: %v", err)
	}
}
