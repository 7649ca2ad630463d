package storetest

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"dateline"
)

// logChecks: each stage follows the log by itself. A number that comes late, or twice, is
// an item that a stage steps over or does again.
func logChecks() []check {
	return []check{
		{"entries are numbered from 1 in order", logOrder},
		{"entries come back whole", logWhole},
		{"entries are read in pages", logPages},
		{"cursors start at 0 and move both ways", cursors},
	}
}

// leaderChecks: two newsrooms that both lead decide and publish everything twice; none
// that leads publishes nothing.
func leaderChecks() []check {
	return []check{
		{"the first leader has epoch 1", leadFirst},
		{"a leader renews without a new epoch", leadRenews},
		{"another is refused until the lease runs out", leadRefused},
		{"a change of leader is a new epoch", leadChanges},
		{"a lease of a clock that ran ahead has run out", leadAhead},
	}
}

// decisionChecks: a decision is a person's or a rule's word and is never changed. The wire
// works out from all of them, in order, what is filed.
func decisionChecks() []check {
	return []check{
		{"a decision is recorded with its entry", decide},
		{"decisions come oldest first, item by item", decisionsOn},
		{"decisions are recorded in order", decideMany},
		{"one decision that cannot be keeps out the others", decideSome},
		{"no decision on what is not there", decideNothing},
	}
}

// logOrder: whatever writes entries, they are numbered without a gap.
func logOrder(k *kit) {
	k.update(func(tx dateline.Tx) error {
		if err := tx.Append(k.ctx); err != nil {
			return err
		}
		one := dateline.Entry{Seq: 77, Kind: dateline.EntryFiled, Note: "one"}
		return tx.Append(k.ctx, one, dateline.Entry{Kind: dateline.EntryFiled, Note: "two"})
	})
	k.keep(piece("a", "A", "A."))
	k.update(func(tx dateline.Tx) error {
		return tx.Append(k.ctx, dateline.Entry{Kind: dateline.EntryEmbargo, Note: "four"})
	})
	got := each(k.entries(), func(e *dateline.Entry) string { return fmt.Sprint(e.Seq, e.Kind, e.Note) })
	k.same("entries", got, []string{"1filedone", "2filedtwo", "3kept", "4embargofour"})
	k.view(func(tx dateline.Tx) error {
		seq, err := tx.Last(k.ctx)
		k.same("last", seq, 4)
		return err
	})
}

// logWhole: stages act on what the entry says, often without reading the item. A version
// or a source that is lost makes them act on another one.
func logWhole(k *kit) {
	e := dateline.Entry{
		Time: minute(1).Add(123456 * time.Microsecond), Kind: dateline.EntryFiled, Item: "aaaaaaaaaaaaa",
		Version: 3, Source: "marsa", Note: "usable · منشور",
	}
	zero := dateline.Entry{Kind: dateline.EntryEmbargo}
	k.update(func(tx dateline.Tx) error { return tx.Append(k.ctx, e, zero) })
	e.Seq, zero.Seq = 1, 2
	k.same("entries", k.entries(), []dateline.Entry{e, zero})
}

// logPages: a follower asks beyond the end ten times a second.
func logPages(k *kit) {
	k.view(func(tx dateline.Tx) error {
		seq, err := tx.Last(k.ctx)
		k.same("last of an empty log", seq, 0)
		return err
	})
	k.update(func(tx dateline.Tx) error {
		return tx.Append(k.ctx, make([]dateline.Entry, 10)...)
	})
	for _, c := range []struct {
		after int64
		limit int
		want  []int64
	}{{0, 3, []int64{1, 2, 3}}, {3, 3, []int64{4, 5, 6}}, {8, 3, []int64{9, 10}}, {10, 3, nil}, {50, 3, nil}, {0, 0, nil}} {
		k.view(func(tx dateline.Tx) error {
			entries, err := tx.Entries(k.ctx, c.after, c.limit)
			got := each(entries, func(e *dateline.Entry) int64 { return e.Seq })
			k.same(fmt.Sprintf("%d after %d", c.limit, c.after), got, c.want)
			return err
		})
	}
}

// twoWriters has one writer hold its transaction open while the other commits
// at once: where numbers are given before the commit and transactions overlap,
// the follower sees the later number first and steps over the earlier one.
func twoWriters(k *kit) {
	const each = 40
	var writers sync.WaitGroup
	var left atomic.Int32
	for w := range 2 {
		left.Add(1)
		writers.Go(func() {
			defer left.Add(-1)
			for range each {
				err := k.store.Update(k.ctx, func(tx dateline.Tx) error {
					err := tx.Append(k.ctx, dateline.Entry{Kind: dateline.EntryFiled})
					// One of the two only: its numbers are given early and would become visible late.
					time.Sleep(time.Duration(w) * 2 * time.Millisecond)
					return err
				})
				if err != nil {
					k.Errorf("writer %d: %v", w, err)
				}
			}
		})
	}
	var cursor int64
	for seen := 0; seen < 2*each; {
		// Asked before the log is read, so that what was written last is still seen.
		over := left.Load() == 0
		entries := k.after(cursor)
		for _, e := range entries {
			if e.Seq != cursor+1 {
				k.Fatalf("entry %d came after %d", e.Seq, cursor)
			}
			cursor, seen = e.Seq, seen+1
		}
		if over && len(entries) == 0 {
			break
		}
	}
	writers.Wait()
	k.same("entries seen", cursor, 2*each)
}

// after is what a follower reads that has come so far.
func (k *kit) after(cursor int64) (entries []dateline.Entry) {
	k.Helper()
	k.view(func(tx dateline.Tx) (err error) {
		entries, err = tx.Entries(k.ctx, cursor, 100)
		return err
	})
	return entries
}

// cursors go back as well: that is how a better version of a stage begins anew.
func cursors(k *kit) {
	for _, step := range []struct {
		name string
		seq  int64
	}{{"wire", 5}, {"desk", 7}, {"wire", 2}} {
		k.update(func(tx dateline.Tx) error { return tx.SetCursor(k.ctx, step.name, step.seq) })
	}
	k.view(func(tx dateline.Tx) error {
		wire, err1 := tx.Cursor(k.ctx, "wire")
		desk, err2 := tx.Cursor(k.ctx, "desk")
		none, err3 := tx.Cursor(k.ctx, "none")
		k.same("cursors", []int64{wire, desk, none}, []int64{2, 7, 0})
		return errors.Join(err1, err2, err3)
	})
}

// lead takes the lease for a minute.
func (k *kit) lead(holder string, now time.Time) (epoch int64, err error) {
	k.Helper()
	err = k.store.Update(k.ctx, func(tx dateline.Tx) (err error) {
		epoch, err = tx.Lead(k.ctx, holder, now, time.Minute)
		return err
	})
	return epoch, err
}

// leads demands that a holder gets the lease, and in which epoch.
func (k *kit) leads(holder string, now time.Time, want int64) {
	k.Helper()
	epoch, err := k.lead(holder, now)
	if err != nil {
		k.Fatalf("%s leads: %v", holder, err)
	}
	k.same("epoch of "+holder, epoch, want)
	k.view(func(tx dateline.Tx) error {
		epoch, err := tx.Epoch(k.ctx)
		k.same("epoch", epoch, want)
		return err
	})
}

// leadFirst: every update of a stage compares its epoch with the store's. Were the first
// one 0, a newsroom that never led would pass.
func leadFirst(k *kit) {
	k.view(func(tx dateline.Tx) error {
		epoch, err := tx.Epoch(k.ctx)
		k.same("epoch before", epoch, 0)
		return err
	})
	k.leads("one", noon(), 1)
}

// leadRenews: a lease that ran out while nobody else came is the holder's still; a new
// epoch would stop the stages that are under way.
func leadRenews(k *kit) {
	k.leads("one", noon(), 1)
	k.leads("one", noon().Add(30*time.Second), 1)
	k.leads("one", minute(20), 1)
}

// leadRefused: up to the very end of the lease, and not beyond.
func leadRefused(k *kit) {
	k.leads("one", noon(), 1)
	k.leads("one", noon().Add(30*time.Second), 1)
	// Renewed after 30 seconds for 60: it ends after 90.
	_, err := k.lead("two", noon().Add(89*time.Second))
	k.kind("the other", err, dateline.ErrConflict)
	k.leads("two", noon().Add(90*time.Second), 2)
}

// leadChanges: a newsroom that froze may lead again under its own name. What it had begun
// before must still fail, or two leaders have written.
func leadChanges(k *kit) {
	k.leads("one", noon(), 1)
	k.leads("two", minute(5), 2)
	k.leads("one", minute(10), 3)
	_, err := k.lead("two", minute(10))
	k.kind("the other", err, dateline.ErrConflict)
}

// leadAhead leads with a clock that is ahead: by less than clocks may differ, then
// by days, as of a machine that started with a wrong date and died.
func leadAhead(k *kit) {
	k.leads("one", noon().Add(dateline.ClockSkew), 1)
	_, err := k.lead("two", noon())
	k.kind("within what clocks may differ", err, dateline.ErrConflict)
	k.leads("one", noon().AddDate(0, 0, 2), 1)
	k.leads("two", noon(), 2)
	_, err = k.lead("one", noon().Add(time.Second))
	k.kind("the clock was set right", err, dateline.ErrConflict)
}

// decide records one decision.
func (k *kit) decide(d dateline.Decision) int64 {
	k.Helper()
	var seq int64
	k.update(func(tx dateline.Tx) (err error) {
		numbers, err := tx.Decide(k.ctx, d)
		if err == nil {
			seq = numbers[0]
		}
		return err
	})
	return seq
}

// decide: the wire learns of a decision by its entry: a kill without one stays on the
// site. The number is the entry's, so that the caller's own counts for nothing.
func decide(k *kit) {
	a := piece("a", "A", "A.")
	k.keep(a)
	d := dateline.Decision{
		Seq: 50, Item: a.Item.ID, Kind: dateline.Embargo, By: "lina", Time: minute(2), Reason: "asked by the port",
		Notice: "ينشر لاحقا", Until: minute(60), Version: 1,
	}
	seq := k.decide(d)
	k.same("number", seq, 2)
	k.same("entry", k.last(), dateline.Entry{
		Seq: 2, Time: minute(2), Kind: dateline.EntryDecided, Item: a.Item.ID, Source: "marsa", Note: "embargo",
	})
	d.Seq = 2
	k.view(func(tx dateline.Tx) error {
		on, err := tx.DecisionsOn(k.ctx, []dateline.ItemID{a.Item.ID, "aaaaaaaaaaaaa"})
		k.same("decisions", on, map[dateline.ItemID][]dateline.Decision{a.Item.ID: {d}})
		return err
	})
}

// decisionsOn: what becomes of an item is its decisions in the order in which they were
// made. By their clocks, which may differ between two desks, a release would come before
// the hold that it lifts.
func decisionsOn(k *kit) {
	a, b, c := piece("a", "A", "A."), piece("b", "B", "B."), piece("c", "C", "C.")
	k.keep(a, b, c)
	// Their times are out of order on purpose.
	for _, d := range []dateline.Decision{
		{Item: a.Item.ID, Kind: dateline.Hold, Time: minute(9)}, {Item: b.Item.ID, Kind: dateline.Kill, Time: minute(1)},
		{Item: a.Item.ID, Kind: dateline.Release, Time: minute(3)}, {Item: c.Item.ID, Kind: dateline.Spike, Time: minute(2)},
	} {
		k.decide(d)
	}
	k.view(func(tx dateline.Tx) error {
		on, err := tx.DecisionsOn(k.ctx, []dateline.ItemID{b.Item.ID, a.Item.ID})
		got := each(append(on[a.Item.ID], on[b.Item.ID]...), func(d *dateline.Decision) dateline.DecisionKind { return d.Kind })
		k.same("decisions", got, []dateline.DecisionKind{dateline.Hold, dateline.Release, dateline.Kill})
		k.same("items", len(on), 2)
		return err
	})
}

// decideMany: the desk's rules decide on a whole batch with one call. Each decision gets
// the number of its own entry and the source of its own item, or the wire files one by the
// rights of another.
func decideMany(k *kit) {
	a, b := piece("a", "A", "A."), piece("b", "B", "B.")
	b.Item.Source = "bandar"
	k.keep(a, b)
	want := []dateline.Decision{
		{Seq: 3, Item: b.Item.ID, Kind: dateline.Hold, By: dateline.ByRule, Time: minute(2)},
		{Seq: 4, Item: a.Item.ID, Kind: dateline.Release, By: dateline.ByRule, Time: minute(1)},
		{Seq: 5, Item: b.Item.ID, Kind: dateline.Release, By: "lina", Time: minute(3)},
	}
	k.update(func(tx dateline.Tx) error {
		numbers, err := tx.Decide(k.ctx, want...)
		k.same("numbers", numbers, []int64{3, 4, 5})
		return err
	})
	k.view(func(tx dateline.Tx) error {
		on, err := tx.DecisionsOn(k.ctx, []dateline.ItemID{a.Item.ID, b.Item.ID})
		k.same("of a", on[a.Item.ID], want[1:2])
		k.same("of b", on[b.Item.ID], []dateline.Decision{want[0], want[2]})
		return err
	})
	var sources []dateline.SourceID
	for _, e := range k.entries()[2:] {
		sources = append(sources, e.Source)
	}
	k.same("sources", sources, []dateline.SourceID{"bandar", "marsa", "bandar"})
}

// decideSome gives one good decision and one that cannot be. The desk's rules leave out
// what was erased and decide on the rest again in the same transaction: had the first
// call recorded the good ones, they would be there twice.
func decideSome(k *kit) {
	a, gone := piece("a", "A", "A."), piece("gone", "G", "G.")
	k.keep(a, gone)
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, gone.Item.ID, noon()) })
	before := len(k.entries())
	k.update(func(tx dateline.Tx) error {
		for id, want := range map[dateline.ItemID]error{"aaaaaaaaaaaaa": dateline.ErrNotFound, gone.Item.ID: dateline.ErrGone} {
			_, err := tx.Decide(k.ctx, dateline.Decision{Item: a.Item.ID, Kind: dateline.Hold}, dateline.Decision{Item: id, Kind: dateline.Hold})
			k.kind("decide", err, want)
		}
		on, err := tx.DecisionsOn(k.ctx, []dateline.ItemID{a.Item.ID})
		k.same("decisions", len(on), 0)
		return err
	})
	k.same("entries", len(k.entries()), before)
}

// decideNothing: an item may be erased between its entry and the rule that decides on it.
// The rule tells by the error which of the two it was, and goes on with the others.
func decideNothing(k *kit) {
	a := piece("a", "A", "A.")
	k.keep(a)
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, a.Item.ID, noon()) })
	for id, want := range map[dateline.ItemID]error{"aaaaaaaaaaaaa": dateline.ErrNotFound, a.Item.ID: dateline.ErrGone} {
		err := k.store.Update(k.ctx, func(tx dateline.Tx) error {
			_, err := tx.Decide(k.ctx, dateline.Decision{Item: id, Kind: dateline.Hold})
			return err
		})
		k.kind("decide", err, want)
	}
	k.same("entries", len(k.entries()), 2)
}
