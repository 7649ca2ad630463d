package storetest

import (
	"errors"
	"time"

	"dateline"
)

// A write is one call that writes.
type write func(tx dateline.Tx) error

// written fills a store so that every write has something to change: a store may
// leave out one that would change nothing.
func (k *kit) written() {
	k.Helper()
	k.keep(piece("a", "Harbour", "Ships."), piece("b", "Bridge", "Trains."))
	k.keep(piece("a", "Harbour opens", "Ships came in."))
	k.file(filed(piece("a", "", "")))
	k.put(noon(), feed("marsa"), feed("port"))
	k.match(named("a"), made("a", "b"))
	k.tell(teller("a", "story0aaaaaaa", 1), teller("b", "story1aaaaaaa", 2))
	k.looks(seen("a", 0))
	k.speak(voice("person0aaaaaa", "a", 0, 1), voice("person1aaaaaa", "b", 0, 2))
}

// writes is every method that writes, but for those of what is derived: they are
// derivedWrites. Whoever adds one to the seam adds it here.
func (k *kit) writes() map[string]write {
	changed, old := piece("a", "Harbour closes", "No ships."), piece("a", "Harbour", "Ships.")
	old.Item.Version = 1
	return map[string]write{
		"Keep":         func(tx dateline.Tx) error { _, err := tx.Keep(k.ctx, []dateline.Kept{changed}); return err },
		"Erase":        func(tx dateline.Tx) error { return tx.Erase(k.ctx, id("a"), noon()) },
		"Append":       func(tx dateline.Tx) error { return tx.Append(k.ctx, dateline.Entry{Kind: dateline.EntryFiled}) },
		"SetCursor":    func(tx dateline.Tx) error { return tx.SetCursor(k.ctx, "wire", 7) },
		"Lead":         func(tx dateline.Tx) error { _, err := tx.Lead(k.ctx, "one", noon(), time.Minute); return err },
		"Decide":       func(tx dateline.Tx) error { _, err := tx.Decide(k.ctx, dateline.Decision{Item: id("a")}); return err },
		"File":         func(tx dateline.Tx) error { return tx.File(k.ctx, []dateline.Filing{filed(piece("b", "", ""))}) },
		"ClearFilings": func(tx dateline.Tx) error { return tx.ClearFilings(k.ctx) },
		"PutSource":    func(tx dateline.Tx) error { return tx.PutSource(k.ctx, feed("new"), noon()) },
		"RemoveSource": func(tx dateline.Tx) error { return tx.RemoveSource(k.ctx, "port", noon()) },
		"LeaseSources": func(tx dateline.Tx) error { _, err := tx.LeaseSources(k.ctx, noon(), minute(9), 5); return err },
		"Polled":       func(tx dateline.Tx) error { return tx.Polled(k.ctx, "port", dateline.Poll{ETag: "x"}) },
		"MakeDue":      func(tx dateline.Tx) error { return tx.MakeDue(k.ctx, minute(9)) },
		"PutLooks":     func(tx dateline.Tx) error { return tx.PutLooks(k.ctx, seen("b", 3)) },
		"LeaseLooks":   func(tx dateline.Tx) error { _, err := tx.LeaseLooks(k.ctx, noon(), minute(9), 5); return err },
		"FreeLeases":   func(tx dateline.Tx) error { return tx.FreeLeases(k.ctx) },
		"PutEdits":     func(tx dateline.Tx) error { return tx.PutEdits(k.ctx, edit("a", dateline.EditText, 3)) },
		"PutPast":      func(tx dateline.Tx) error { return tx.PutPast(k.ctx, []dateline.Kept{old}) },
	}
}

// derivedWrites are the writes of stages that come after the first.
func (k *kit) derivedWrites() map[string]write {
	hide := order(dateline.PersonHide, "person0aaaaaa", "")
	return map[string]write{
		"PutMatches":    func(tx dateline.Tx) error { return tx.PutMatches(k.ctx, named("b"), []dateline.Match{made("b", "a")}) },
		"PutFamilies":   func(tx dateline.Tx) error { return tx.PutFamilies(k.ctx, family("a", "a", "b")) },
		"PutKeys":       func(tx dateline.Tx) error { return tx.PutKeys(k.ctx, []dateline.Keyed{key(1, "a", "A")}) },
		"ClearMatches":  func(tx dateline.Tx) error { return tx.ClearMatches(k.ctx) },
		"Tell":          func(tx dateline.Tx) error { return tx.Tell(k.ctx, []dateline.Told{teller("a", "story2aaaaaaa", 5)}) },
		"MergeStory":    func(tx dateline.Tx) error { return tx.MergeStory(k.ctx, "story0aaaaaaa", "story1aaaaaaa") },
		"ClearStories":  func(tx dateline.Tx) error { return tx.ClearStories(k.ctx) },
		"PutStatements": func(tx dateline.Tx) error { return tx.PutStatements(k.ctx, marked("a", 1, "It is over")) },
		"PutSpoken":     func(tx dateline.Tx) error { return tx.PutSpoken(k.ctx, named("a"), nil) },
		"PutPersons": func(tx dateline.Tx) error {
			return tx.PutPersons(k.ctx, dateline.Person{ID: "person0aaaaaa", Private: true})
		},
		"ClearPersons": func(tx dateline.Tx) error { return tx.ClearPersons(k.ctx) },
		"OrderPersons": func(tx dateline.Tx) error { _, err := tx.OrderPersons(k.ctx, hide); return err },
	}
}

// eachWrite does something with every write, and demands that the store then tells
// the same as before.
func (k *kit) eachWrite(try func(name string, w write)) {
	k.Helper()
	k.written()
	before, err := tale(k.ctx, k.store)
	for _, group := range []map[string]write{k.writes(), k.derivedWrites()} {
		for name, w := range group {
			try(name, w)
			after, failed := tale(k.ctx, k.store)
			if err := errors.Join(err, failed); err != nil {
				k.Fatalf("after %s: %v", name, err)
			}
			if after != before {
				k.Fatalf("%s left something behind:\n%s", name, apart(after, before))
			}
		}
	}
}

// viewWrites: pages and the API read in views, and many at once. A write in one would
// stand beside the update that runs, and its number in the log with it.
func viewWrites(k *kit) {
	k.eachWrite(func(name string, w write) {
		if err := k.store.View(k.ctx, w); err == nil {
			k.Errorf("%s in a view is no error", name)
		}
	})
}

// rollbackEach: a stage that fails begins again at its cursor. Whatever was written of it
// is written a second time, be it by the one method that has a table of its own.
func rollbackEach(k *kit) {
	failure := errors.New("no")
	k.eachWrite(func(name string, w write) {
		err := k.store.Update(k.ctx, func(tx dateline.Tx) error {
			if err := w(tx); err != nil {
				k.Errorf("%s: %v", name, err)
			}
			return failure
		})
		k.kind(name, err, failure)
	})
}

// transactionOver: a goroutine that outlives its function would write into the update that
// runs by then, or read what is only half there.
func transactionOver(k *kit) {
	var over dateline.Tx
	k.update(func(tx dateline.Tx) error {
		over = tx
		_, err := tx.Last(k.ctx) // a store may remember what it was asked
		return errors.Join(err, tx.SetCursor(k.ctx, "wire", 1))
	})
	k.eachWrite(func(name string, w write) {
		if err := w(over); err == nil {
			k.Errorf("%s after the transaction is no error", name)
		}
	})
	_, err1 := over.Items(k.ctx, named("a"))
	_, err2 := over.Last(k.ctx)
	if err1 == nil || err2 == nil {
		k.Errorf("a transaction that is over was read from: %v, %v", err1, err2)
	}
}
