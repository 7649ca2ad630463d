package storetest

import (
	"errors"
	"fmt"

	"dateline"
)

// filingChecks: what is on the public wire, and where in its lists, is told by filings
// alone: pages, feeds and counts are made of them.
func filingChecks() []check {
	return []check{
		{"a filing comes back whole", fileWhole},
		{"a filing replaces the one before", fileReplaces},
		{"filings come newest first", fileOrder},
		{"filings are filtered", fileFilters},
		{"filings in no known language are listed once", fileUnknown},
		{"filings by notice", fileByNotice},
		{"filings by release", fileByRelease},
		{"a list is continued after a place", filePages},
		{"a limit of zero is fifty", fileFifty},
		{"filings whose embargo ends in a span", fileEmbargoed},
		{"all filings can be cleared", fileCleared},
	}
}

// rack is filings named by their order in the list; the store need not know
// their items.
func (k *kit) rack(change ...func(f *dateline.Filing)) {
	k.Helper()
	filings := make([]dateline.Filing, len(change))
	for i, f := range change {
		filings[i] = filed(at(i, piece(name(i), "H", "T.")))
		if f != nil {
			f(&filings[i])
		}
	}
	k.file(filings...)
}

// name is the GUID of the ith piece: a, b, c.
func name(i int) string { return string(rune('a' + i)) }

// lists demands which filings a query gives, and that they are counted alike.
func (k *kit) lists(what string, q dateline.FilingQuery, want ...string) {
	k.Helper()
	names := map[dateline.ItemID]string{}
	for i := range 26 {
		names[dateline.NewItemID("marsa", name(i))] = name(i)
	}
	k.view(func(tx dateline.Tx) error {
		filings, err1 := tx.Filings(k.ctx, q)
		k.same(what, each(filings, func(f *dateline.Filing) string { return names[f.Item] }), want)
		n, err2 := tx.CountFilings(k.ctx, q)
		// A count has no limit, so that the two can be compared only without one.
		if q.Limit == 0 {
			k.same(what+", counted", n, len(want))
		}
		return errors.Join(err1, err2)
	})
}

// fileWhole: pages are made from the filing alone. File writes no entry, for the wire
// appends its own: with two of them every change would be pushed twice.
func fileWhole(k *kit) {
	f := dateline.Filing{
		Item: "aaaaaaaaaaaaa", Source: "marsa", Language: "ar", Version: 4, Status: dateline.Withheld, Urgency: 2,
		When: minute(1), Released: minute(2), Embargo: minute(3), Decided: dateline.Hold,
		Notices: []dateline.FiledNotice{{Notice: dateline.Notice{Kind: dateline.Correct, Text: "تصحيح"}, Time: minute(4)}},
		Noticed: minute(4), Counterparts: map[string]dateline.ItemID{"en": "bbbbbbbbbbbbb"},
	}
	k.file(f)
	k.view(func(tx dateline.Tx) error {
		of, err1 := tx.FilingsOf(k.ctx, []dateline.ItemID{"aaaaaaaaaaaaa", "ccccccccccccc"})
		k.same("filings of", of, map[dateline.ItemID]dateline.Filing{"aaaaaaaaaaaaa": f})
		list, err2 := tx.Filings(k.ctx, dateline.FilingQuery{})
		k.same("filings", list, []dateline.Filing{f})
		return errors.Join(err1, err2)
	})
	k.same("entries", len(k.entries()), 0)
}

// fileReplaces: a filing may change its list, its status and its place at once.
func fileReplaces(k *kit) {
	k.rack(nil, nil)
	changed := filed(at(9, piece("a", "H", "T.")))
	// Both at once: it moves from the list of one language into that of another.
	changed.Status, changed.Language = dateline.Withheld, "ar"
	k.file(changed)
	k.lists("all", dateline.FilingQuery{}, "a", "b")
	k.lists("usable", dateline.FilingQuery{Statuses: []dateline.PubStatus{dateline.Usable}}, "b")
	k.lists("Arabic", dateline.FilingQuery{Language: "ar"}, "a")
}

// fileOrder: feeds date many items to one minute. Without the ids a page would repeat some
// of them and leave out others.
func fileOrder(k *kit) {
	same := func(f *dateline.Filing) { f.When = minute(30) }
	k.rack(nil, same, nil, same, same)
	want := []string{"b", "d", "e"}
	for i := range want {
		for j := range i {
			if dateline.NewItemID("marsa", want[j]) < dateline.NewItemID("marsa", want[i]) {
				want[i], want[j] = want[j], want[i]
			}
		}
	}
	k.lists("all", dateline.FilingQuery{}, append(want, "c", "a")...)
}

// atOnce is a filing that was noticed and released when it was filed, so that it stands
// at one place in lists of every order.
func atOnce(change func(f *dateline.Filing)) func(f *dateline.Filing) {
	return func(f *dateline.Filing) {
		f.Released, f.Noticed = f.When, f.When
		f.Notices = []dateline.FiledNotice{{Notice: dateline.Notice{Kind: dateline.Correct, Text: "n"}, Time: f.When}}
		change(f)
	}
}

// fileFilters: a filter that is not heard, alone or beside the others, puts on a list what
// was held back, killed or is under embargo. Each order may have an index of its own.
func fileFilters(k *kit) {
	k.rack(
		atOnce(func(f *dateline.Filing) { f.Language = "ar" }),
		atOnce(func(f *dateline.Filing) { f.Source = "port" }),
		atOnce(func(f *dateline.Filing) { f.Status, f.Urgency = dateline.Withheld, 1 }),
		atOnce(func(f *dateline.Filing) { f.Status, f.Urgency = dateline.Canceled, 3 }),
		atOnce(func(f *dateline.Filing) { f.Embargo, f.Urgency = minute(60), 4 }),
		atOnce(func(f *dateline.Filing) { f.Language = "fr" }),
	)
	for _, c := range []struct {
		what string
		q    dateline.FilingQuery
		want []string
	}{
		{"language", dateline.FilingQuery{Language: "ar"}, []string{"a"}},
		{"no such language", dateline.FilingQuery{Language: "de"}, nil},
		{"other languages", dateline.FilingQuery{NotIn: []string{"en", "ar"}}, []string{"f"}},
		{"source", dateline.FilingQuery{Source: "port"}, []string{"b"}},
		{"one status", dateline.FilingQuery{Statuses: []dateline.PubStatus{dateline.Withheld}}, []string{"c"}},
		{"two statuses", dateline.FilingQuery{Statuses: []dateline.PubStatus{dateline.Withheld, dateline.Canceled}}, []string{"d", "c"}},
		{"urgency", dateline.FilingQuery{Urgency: 3}, []string{"d", "c"}},
		{"since", dateline.FilingQuery{Since: minute(4)}, []string{"f", "e"}},
		{"out before", dateline.FilingQuery{Out: minute(59), Since: minute(3)}, []string{"f", "d"}},
		{"out at", dateline.FilingQuery{Out: minute(60), Since: minute(3)}, []string{"f", "e", "d"}},
		{"all at once", dateline.FilingQuery{
			Language: "en", NotIn: []string{"fr"}, Source: "marsa", Statuses: []dateline.PubStatus{dateline.Usable},
			Urgency: 8, Since: minute(1), Out: minute(90),
		}, []string{"e"}},
		{"limit", dateline.FilingQuery{Limit: 2}, []string{"f", "e"}},
	} {
		k.lists(c.what, c.q, c.want...)
		c.q.ByNotice = true
		k.lists(c.what+", by notice", c.q, c.want...)
		c.q.ByNotice, c.q.ByRelease = false, true
		k.lists(c.what+", by release", c.q, c.want...)
	}
}

// fileUnknown: an item may be too short to tell its language. The list of all
// languages, which is merged from lists of one, holds it once as any other.
func fileUnknown(k *kit) {
	k.rack(
		func(f *dateline.Filing) { f.Language = "" },
		func(f *dateline.Filing) { f.Language = "ar" },
		nil,
		func(f *dateline.Filing) { f.Language = "" },
	)
	k.lists("all", dateline.FilingQuery{}, "d", "c", "b", "a")
	k.lists("one page", dateline.FilingQuery{Limit: 3}, "d", "c", "b")
	k.lists("other languages", dateline.FilingQuery{NotIn: []string{"en", "ar"}}, "d", "a")
	k.lists("known languages", dateline.FilingQuery{NotIn: []string{""}}, "c", "b")
}

// noticed is a filing with a notice so many minutes after noon.
func noticed(n int) func(f *dateline.Filing) {
	return func(f *dateline.Filing) {
		f.Noticed = minute(n)
		f.Notices = []dateline.FiledNotice{{Notice: dateline.Notice{Kind: dateline.Correct, Text: "n"}, Time: minute(n)}}
	}
}

// fileByNotice: a correction of an old item is today's news: ordered by the item's own
// time it would stand where nobody looks.
func fileByNotice(k *kit) {
	k.rack(noticed(50), nil, noticed(40), noticed(60))
	k.lists("by notice", dateline.FilingQuery{ByNotice: true}, "d", "a", "c")
	k.lists("since", dateline.FilingQuery{ByNotice: true, Since: minute(50)}, "d", "a")
	place := dateline.Place{Time: minute(50), Item: dateline.NewItemID("marsa", "a")}
	k.lists("continued", dateline.FilingQuery{ByNotice: true, Before: place}, "c")
}

// fileByRelease: feeds are ordered by release. By its own time an item that the desk let
// out late would come in below what readers have already fetched, and they would never see
// it.
func fileByRelease(k *kit) {
	released := func(n int) func(f *dateline.Filing) {
		return func(f *dateline.Filing) { f.Released = minute(n) }
	}
	never := func(f *dateline.Filing) { f.Status = dateline.Withheld }
	k.rack(released(50), never, released(40), released(60))
	k.lists("by release", dateline.FilingQuery{ByRelease: true}, "d", "a", "c", "b")
	k.lists("usable", dateline.FilingQuery{ByRelease: true, Statuses: []dateline.PubStatus{dateline.Usable}}, "d", "a", "c")
	k.lists("since, which is of the item", dateline.FilingQuery{ByRelease: true, Since: minute(1)}, "d", "c", "b")
	place := dateline.Place{Time: minute(50), Item: dateline.NewItemID("marsa", "a")}
	k.lists("continued", dateline.FilingQuery{ByRelease: true, Before: place}, "c", "b")
}

// filePages: each page begins where the one before it ended, within a minute as well.
func filePages(k *kit) {
	same := func(f *dateline.Filing) { f.When = minute(30) }
	k.rack(same, same, same, nil, same, nil, nil)
	var first []dateline.Filing
	k.view(func(tx dateline.Tx) (err error) {
		first, err = tx.Filings(k.ctx, dateline.FilingQuery{})
		return err
	})
	place := dateline.Place{}
	for i := 0; i < len(first); i += 2 {
		var page []dateline.Filing
		k.view(func(tx dateline.Tx) (err error) {
			page, err = tx.Filings(k.ctx, dateline.FilingQuery{Limit: 2, Before: place})
			return err
		})
		k.same(fmt.Sprintf("page at %d", i), page, first[i:min(i+2, len(first))])
		last := first[min(i+1, len(first)-1)]
		place = dateline.Place{Time: last.When, Item: last.Item}
	}
	k.lists("after the end", dateline.FilingQuery{Before: place})
}

// fileFifty: who forgets a limit must not read a wire of a million items into a page.
// Counts have none, since they are shown.
func fileFifty(k *kit) {
	var filings []dateline.Filing
	for i := range 60 {
		filings = append(filings, filed(at(i, piece(fmt.Sprint("f", i), "H", "T."))))
	}
	k.file(filings...)
	k.view(func(tx dateline.Tx) error {
		list, err1 := tx.Filings(k.ctx, dateline.FilingQuery{})
		n, err2 := tx.CountFilings(k.ctx, dateline.FilingQuery{Limit: 10})
		k.same("filings and count", []int{len(list), n}, []int{50, 60})
		return errors.Join(err1, err2)
	})
}

// fileEmbargoed: the clock asks for one span after the other, each from where the last one
// ended. Of an end at the border, told in both or in neither, the item would go out twice
// or never.
func fileEmbargoed(k *kit) {
	until := func(n int) func(f *dateline.Filing) {
		return func(f *dateline.Filing) { f.Embargo = minute(n) }
	}
	k.rack(until(50), nil, until(40), until(60))
	k.view(func(tx dateline.Tx) error {
		list, err := tx.Embargoed(k.ctx, minute(40), minute(60))
		got := each(list, func(f *dateline.Filing) dateline.ItemID { return f.Item })
		k.same("embargoed", got, []dateline.ItemID{dateline.NewItemID("marsa", "a"), dateline.NewItemID("marsa", "d")})
		return err
	})
}

// fileCleared: the wire is rebuilt from the log into an empty list. What is left of the
// old one would stay on the site though no decision lets it.
func fileCleared(k *kit) {
	k.rack(nil, nil)
	k.update(func(tx dateline.Tx) error { return tx.ClearFilings(k.ctx) })
	k.lists("all", dateline.FilingQuery{})
	k.rack(nil)
	k.lists("again", dateline.FilingQuery{}, "a")
}
