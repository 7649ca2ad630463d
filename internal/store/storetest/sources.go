package storetest

import (
	"fmt"
	"sync"
	"time"

	"dateline"
)

// sourceChecks: many machines poll the same sources. A source is asked by one of them at a
// time, and its rhythm and rights stay with it.
func sourceChecks() []check {
	return []check{
		{"a source comes back whole", sourceWhole},
		{"the log says what happened to a source", sourceNotes},
		{"putting a source leaves its poll", sourceKeepsPoll},
		{"sources come by id", sourceOrder},
		{"several sources are asked for at once", sourcesByID},
		{"a removed source is gone, its items stay", sourceRemoved},
		{"a new source with a feed is due at once", sourceDue},
		{"what is not polled is never due", sourceNotPolled},
		{"the longest due are leased first, up to the limit", leaseOrder},
		{"a leased source is not leased again until the lease runs out", leaseHolds},
		{"what a clock that ran ahead leased is held by nobody", leasedAhead},
		{"a poll frees the lease", polledFrees},
		{"a poll of what was removed is not found", polledRemoved},
		{"two pollers never share a source", leaseTwo},
		{"every source can be made due", makeDue},
	}
}

// feed is a source that is polled.
func feed(id dateline.SourceID) dateline.Source {
	return dateline.Source{ID: id, Name: "The " + string(id), Feed: "https://" + string(id) + ".example/feed", Language: "en"}
}

// put adds or replaces sources.
func (k *kit) put(at time.Time, sources ...dateline.Source) {
	k.Helper()
	k.update(func(tx dateline.Tx) error {
		for _, s := range sources {
			if err := tx.PutSource(k.ctx, s, at); err != nil {
				return err
			}
		}
		return nil
	})
}

// source is a source that must be there.
func (k *kit) source(id dateline.SourceID) dateline.Source {
	k.Helper()
	var s dateline.Source
	k.view(func(tx dateline.Tx) (err error) {
		s, err = tx.Source(k.ctx, id)
		return err
	})
	return s
}

// polled writes the poll of a source, as intake does after it.
func (k *kit) polled(id dateline.SourceID, p dateline.Poll) {
	k.Helper()
	k.update(func(tx dateline.Tx) error { return tx.Polled(k.ctx, id, p) })
}

// leases demands what one claim gets.
func (k *kit) leases(now, until time.Time, limit int, want ...dateline.SourceID) {
	k.Helper()
	var got []dateline.SourceID
	k.update(func(tx dateline.Tx) error {
		leased, err := tx.LeaseSources(k.ctx, now, until, limit)
		got = each(leased, func(s *dateline.Source) dateline.SourceID { return s.ID })
		return err
	})
	k.same(fmt.Sprintf("%d due at %s", limit, now.Format(time.TimeOnly)), got, want)
}

// sourceWhole: the usage and its reason are rights; without the validators each poll
// fetches all again, and without the habits nobody notices that a site is no longer read
// right.
func sourceWhole(k *kit) {
	s := dateline.Source{
		ID: "marsa-port", Name: "Marsa Port", Names: dateline.Names{"ar": "ميناء المرسى"}, Kind: dateline.OfficialBody,
		Feed: "https://port.example/feed", Site: "https://port.example/", Language: "ar", Zone: "Africa/Cairo",
		Folder: "World/Ports", Usage: dateline.UsageFull, UsageReason: "a letter", Rule: dateline.RuleHold,
		Pages: dateline.PagesAlways, AllowPrivate: true, Delay: 3 * time.Second, Attributes: map[string]string{"x": "1"},
		Retired: true, Accepted: minute(4),
	}
	k.put(noon(), s)
	got := k.source(s.ID)
	got.Poll = dateline.Poll{}
	k.same("source", got, s)
	p := dateline.Poll{
		ETag: `"x"`, LastModified: "y", Next: minute(7), Interval: time.Hour, LastTry: minute(1), LastGood: minute(2),
		LastError: "down", Cause: "connect", Failures: 3, Seen: 40, PerDay: 1.5, LastNew: minute(3), Warning: "w",
		Reading: dateline.Reading{Length: 8.25, Accepted: minute(4), Habits: []dateline.Habit{
			{Trait: dateline.TraitByline, Items: 200, Share: 0.975, Gaps: 5, Closed: 0.8, Score: 14, Since: minute(5), Seen: 12, Had: 1, Back: 1, Gap: 8, Lost: minute(6)},
			{Trait: dateline.TraitDate, Items: 200, Share: 1},
		}},
	}
	k.polled(s.ID, p)
	k.same("poll", k.source(s.ID).Poll, p)
	k.view(func(tx dateline.Tx) error {
		_, err := tx.Source(k.ctx, "none")
		k.kind("unknown", err, dateline.ErrNotFound)
		return nil
	})
}

// sourceNotes: the desk sees from the log what happened to a source. What is put as it was
// is no news: settings are imported again and again.
func sourceNotes(k *kit) {
	s := feed("port")
	// Twice as it is: one entry.
	k.put(noon(), s, s)
	s.Name = "The Port"
	k.put(noon(), s)
	s.Feed = "https://new.example/feed"
	k.put(noon(), s)
	s.Retired = true
	k.put(noon(), s)
	k.update(func(tx dateline.Tx) error { return tx.RemoveSource(k.ctx, "port", minute(3)) })
	var notes []string
	for _, e := range k.entries() {
		notes = append(notes, fmt.Sprint(e.Kind, " ", e.Source, " ", e.Note))
	}
	k.same("notes", notes, []string{"source port added", "source port changed", "source port moved", "source port retired",
		"source port removed"})
	k.same("time", k.last().Time, minute(3))
}

// sourceKeepsPoll: a person edits a source while it is polled. Were the poll of the form
// written, validators and rhythm would be those of the hour when the form was opened.
func sourceKeepsPoll(k *kit) {
	k.put(noon(), feed("port"))
	p := dateline.Poll{ETag: "x", Next: minute(60), Seen: 4}
	k.polled("port", p)
	s := feed("port")
	s.Name, s.Poll = "Changed", dateline.Poll{ETag: "given", Next: minute(-60)}
	k.put(minute(1), s)
	k.same("name", k.source("port").Name, "Changed")
	k.same("poll", k.source("port").Poll, p)
	k.leases(minute(59), minute(70), 5)
	k.leases(minute(60), minute(70), 5, "port")
}

// sourceOrder: lists of sources stand still while they are read, and what is exported
// twice is the same twice.
func sourceOrder(k *kit) {
	k.put(noon(), feed("c"), feed("a"), feed("b"))
	k.view(func(tx dateline.Tx) error {
		sources, err := tx.Sources(k.ctx)
		var ids []dateline.SourceID
		for _, s := range sources {
			ids = append(ids, s.ID)
		}
		k.same("sources", ids, []dateline.SourceID{"a", "b", "c"})
		return err
	})
}

// sourcesByID: a list asks once for all its sources; one that was removed is left out and
// takes none of the others along.
func sourcesByID(k *kit) {
	k.put(noon(), feed("a"), feed("b"), feed("c"))
	k.polled("b", dateline.Poll{ETag: "x", Seen: 3, Next: minute(7)})
	b, c := k.source("b"), k.source("c")
	k.view(func(tx dateline.Tx) error {
		got, err := tx.SourcesByID(k.ctx, []dateline.SourceID{"b", "nosuch", "c", "b"})
		k.same("sources by id", got, map[dateline.SourceID]dateline.Source{"b": b, "c": c})
		if err != nil {
			return err
		}
		got, err = tx.SourcesByID(k.ctx, nil)
		k.same("sources by no id", got, map[dateline.SourceID]dateline.Source{})
		return err
	})
}

// sourceRemoved: who is no longer taken in stays in the record. Its row is gone, so that a
// second removal says so, and nothing polls it.
func sourceRemoved(k *kit) {
	k.put(noon(), feed("marsa"))
	a := piece("a", "A", "A.")
	k.keep(a)
	k.update(func(tx dateline.Tx) error { return tx.RemoveSource(k.ctx, "marsa", noon()) })
	k.same("item", k.item(a.Item.ID).GUID, "a")
	err := k.store.Update(k.ctx, func(tx dateline.Tx) error { return tx.RemoveSource(k.ctx, "marsa", noon()) })
	k.kind("removing it again", err, dateline.ErrNotFound)
	k.view(func(tx dateline.Tx) error {
		_, err := tx.Source(k.ctx, "marsa")
		k.kind("source", err, dateline.ErrNotFound)
		return nil
	})
	k.leases(minute(5), minute(6), 5)
}

// sourceDue: who adds a source waits to see its items. A poll that comes along with an
// import is another machine's.
func sourceDue(k *kit) {
	s := feed("port")
	s.Poll.Next = minute(900)
	k.put(noon(), s)
	k.leases(noon(), minute(5), 5, "port")
}

// sourceNotPolled: who retired a source wants it asked no more, not even where everything
// is asked at once. Taken back, it is due as before.
func sourceNotPolled(k *kit) {
	own, gone := feed("own"), feed("gone")
	own.Feed, gone.Retired = "", true
	k.put(noon(), own, gone)
	k.leases(minute(5), minute(6), 5)
	k.update(func(tx dateline.Tx) error { return tx.MakeDue(k.ctx, noon()) })
	k.leases(minute(5), minute(6), 5)
	gone.Retired = false
	k.put(noon(), gone)
	k.leases(minute(5), minute(6), 5, "gone")
}

// leaseOrder: with more sources than can be polled, any other order lets the same ones
// wait for ever.
func leaseOrder(k *kit) {
	k.put(noon(), feed("a"), feed("b"), feed("c"), feed("d"))
	for id, next := range map[dateline.SourceID]int{"a": 30, "b": 10, "c": 20, "d": 40} {
		k.polled(id, dateline.Poll{Next: minute(next)})
	}
	k.leases(minute(35), minute(50), 2, "b", "c")
	k.leases(minute(35), minute(50), 2, "a")
	// The one that is left is due five minutes later.
	k.leases(minute(35), minute(50), 2)
}

// leaseHolds: changing a source must not give it to a second poller.
func leaseHolds(k *kit) {
	k.put(noon(), feed("a"))
	k.leases(noon(), minute(10), 5, "a")
	k.leases(minute(9), minute(20), 5)
	k.leases(minute(10), minute(20), 5, "a")
	// As it was, and then changed: neither touches the lease.
	k.put(minute(11), feed("a"))
	s := feed("a")
	s.Name = "changed"
	k.put(minute(11), s)
	k.leases(minute(12), minute(30), 5)
}

// leasedAhead leases with a clock that is days ahead, of a machine that died then.
func leasedAhead(k *kit) {
	k.put(noon(), feed("a"))
	k.keep(piece("a", "A", "a"))
	k.looks(seen("a", 0))
	ahead := noon().AddDate(0, 0, 2)
	k.leases(ahead, ahead.Add(10*time.Minute), 5, "a")
	k.leaseLooks(ahead, ahead.Add(10*time.Minute), 5, "a")
	for _, want := range [][]string{{"a"}, nil} { // leased, and held by that
		var sources []dateline.SourceID
		for _, id := range want {
			sources = append(sources, dateline.SourceID(id))
		}
		k.leases(minute(1), minute(10), 5, sources...)
		k.leaseLooks(minute(1), minute(10), 5, want...)
	}
	ahead = minute(10).Add(dateline.ClockSkew) // clocks may differ as much
	k.leases(ahead, ahead.Add(9*time.Minute), 5, "a")
	k.leaseLooks(ahead, ahead.Add(9*time.Minute), 5, "a")
	k.leases(minute(11), minute(20), 5)
	k.leaseLooks(minute(11), minute(20), 5)
}

// polledFrees: the lease is only for the time of the poll. Were it left, a source that is
// asked every minute would wait until it runs out.
func polledFrees(k *kit) {
	k.put(noon(), feed("a"))
	k.leases(noon(), minute(10), 5, "a")
	k.polled("a", dateline.Poll{Next: minute(2)})
	k.leases(minute(1), minute(20), 5)
	k.leases(minute(2), minute(20), 5, "a")
}

// polledRemoved: a source may be removed while it is fetched. Written all the same, its
// poll would bring it back.
func polledRemoved(k *kit) {
	err := k.store.Update(k.ctx, func(tx dateline.Tx) error { return tx.Polled(k.ctx, "none", dateline.Poll{}) })
	k.kind("polled", err, dateline.ErrNotFound)
}

// leaseTwo: a source that two poll at once is asked twice as often as it likes.
func leaseTwo(k *kit) {
	var sources []dateline.Source
	for i := range 40 {
		sources = append(sources, feed(dateline.SourceID(fmt.Sprint("s", i))))
	}
	k.put(noon(), sources...)
	var mu sync.Mutex
	taken := map[dateline.SourceID]int{}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			// Each asks for 4 of 40, ten times: were any claimed twice, the sum would show it.
			for range 10 {
				var leased []dateline.Source
				err := k.store.Update(k.ctx, func(tx dateline.Tx) (err error) {
					leased, err = tx.LeaseSources(k.ctx, minute(1), minute(10), 4)
					return err
				})
				mu.Lock()
				for _, s := range leased {
					taken[s.ID]++
				}
				mu.Unlock()
				if err != nil {
					k.Errorf("lease: %v", err)
				}
			}
		})
	}
	wg.Wait()
	for id, n := range taken {
		if n != 1 {
			k.Errorf("%s was leased %d times", id, n)
		}
	}
	k.same("leased", len(taken), 40)
}

// makeDue: whoever asks for everything now gets what a machine that died had leased, too,
// but fetches only what has changed.
func makeDue(k *kit) {
	k.put(noon(), feed("a"), feed("b"))
	k.polled("a", dateline.Poll{Next: minute(500), ETag: "x"})
	k.leases(minute(1), minute(100), 5, "b")
	k.update(func(tx dateline.Tx) error { return tx.MakeDue(k.ctx, minute(20)) })
	k.leases(minute(19), minute(100), 5)
	k.leases(minute(20), minute(100), 5, "a", "b")
	k.same("the rest of the poll", k.source("a").Poll, dateline.Poll{Next: minute(20), ETag: "x"})
}
