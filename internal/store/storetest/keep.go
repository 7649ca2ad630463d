package storetest

import (
	"fmt"
	"reflect"
	"time"

	"dateline"
)

// keepChecks: copy comes in again with every poll, in any state. Each item must be there
// once, with all that it ever said.
func keepChecks() []check {
	return []check{
		{"a new item becomes version 1", keepNew},
		{"first seen is the time received unless it is given", keepFirstSeen},
		{"an item that differs becomes the next version", keepVersion},
		{"an item that does not differ only renews its digest", keepSame},
		{"one call may hold an item twice", keepTwice},
		{"one call may hold an item and its change of mind", keepBack},
		{"version and first seen of a later version are the store's", keepIgnores},
		{"outcomes are in order", keepOutcomes},
		{"a new version is found by its words, the old no more", keepReindexes},
		{"a new version may move in time", keepMoves},
		{"an item that is kept changed by its encoding is no other one when it comes again", keepBroken},
		{"an erased item is refused", keepErased},
		{"every field of an item comes back", keepRoundTrip},
		{"items are copies", keepCopies},
	}
}

// keepNew: stages learn of an item by its entry alone. One that is kept without is on no
// wire, in no family, and nobody is told.
func keepNew(k *kit) {
	a := piece("a", "Harbour opens", "Ships came in.")
	outcomes := k.keep(a)
	k.same("outcomes", outcomes, []dateline.Outcome{{ID: a.Item.ID, Version: 1, What: dateline.EntryKept}})
	k.same("entry", k.last(), dateline.Entry{
		Seq: 1, Time: minute(1), Kind: dateline.EntryKept, Item: a.Item.ID, Version: 1, Source: "marsa",
	})
	k.same("version", k.item(a.Item.ID).Version, 1)
}

// keepFirstSeen: what is taken over from elsewhere was seen there first.
func keepFirstSeen(k *kit) {
	a, b := piece("a", "A", "A."), piece("b", "B", "B.")
	b.Item.FirstSeen = minute(-60)
	k.keep(a, b)
	k.same("received", k.item(a.Item.ID).FirstSeen, minute(1))
	k.same("given", k.item(b.Item.ID).FirstSeen, minute(-60))
}

// keepVersion: what changes stays one item: its address, its decisions and the time it was
// first seen are those of all its versions. The desk's rules read from the Note that a
// source holds back a version.
func keepVersion(k *kit) {
	a := piece("a", "Harbour opens", "Ships came in.")
	k.keep(a)
	b := at(30, piece("a", "Harbour opens again", "More ships came in."))
	b.Item.PubStatus = dateline.Withheld
	outcomes := k.keep(b)
	k.same("outcomes", outcomes, []dateline.Outcome{{ID: a.Item.ID, Version: 2, What: dateline.EntryVersion}})
	item := k.item(a.Item.ID)
	k.same("headline", item.Headline, "Harbour opens again")
	k.same("text", item.Text(), "More ships came in.")
	k.same("first seen", item.FirstSeen, minute(1))
	k.same("received", item.Received, minute(31))
	k.same("entry", k.last(), dateline.Entry{
		Seq: 2, Time: minute(31), Kind: dateline.EntryVersion, Item: a.Item.ID, Version: 2, Source: "marsa", Note: "withheld",
	})
}

// keepSame: most of what a feed lists was there the last time.
func keepSame(k *kit) {
	a := piece("a", "Harbour opens", "Ships came in.")
	k.keep(a)
	again := a
	again.Item.Digest, again.Item.Received = "another digest", minute(99)
	outcomes := k.keep(again)
	k.same("outcomes", outcomes, []dateline.Outcome{{ID: a.Item.ID, Version: 1}})
	k.same("entries", len(k.entries()), 1)
	item := k.item(a.Item.ID)
	k.same("digest of the item", item.Digest, "another digest")
	k.same("received", item.Received, minute(1))
	k.view(func(tx dateline.Tx) error {
		digests, err := tx.Digests(k.ctx, []dateline.ItemID{a.Item.ID})
		k.same("digest", digests[a.Item.ID], "another digest")
		return err
	})
}

// keepBroken keeps what no encoding carries as it is: bytes that are no UTF-8, and a
// zone with seconds, as all had before there were railways. A source sends its item
// again with each poll, and each would be a version.
func keepBroken(k *kit) {
	for name, spoil := range map[string]func(*dateline.Item){
		"headline":   func(i *dateline.Item) { i.Headline = "Harbour \xff opens" },
		"standfirst": func(i *dateline.Item) { i.Standfirst = "Ships\xfe\xff" },
		"text":       func(i *dateline.Item) { i.Body[0].Text = "Ships \xc3( in" },
		"credit":     func(i *dateline.Item) { i.CreditLine = "Harbour \xff Post" },
		"byline":     func(i *dateline.Item) { i.Byline = []string{"Lina \xff Haddad"} },
		"dateline":   func(i *dateline.Item) { i.Dateline.Place = "MARS\xff" },
		"address":    func(i *dateline.Item) { i.URL = "https://marsa.example/\xff" },
		"rights":     func(i *dateline.Item) { i.Rights.Holder = "\xff" },
		"notice":     func(i *dateline.Item) { i.Notices = []dateline.Notice{{Kind: dateline.Correct, Text: "\xff"}} },
		"zeros": func(i *dateline.Item) {
			i.Headline, i.CreditLine, i.URL = "a\x00b", "\x00", "https://marsa.example/\x00"
		},
		"zone": func(i *dateline.Item) {
			i.Published.Time = time.Date(1870, 1, 2, 0, 0, 0, 0, time.FixedZone("LMT", 8520+9))
		},
		"nanosecond": func(i *dateline.Item) { i.Published.Time = minute(0).Add(123456789) },
	} {
		a := piece(name, "Harbour opens", "Ships came in.")
		spoil(&a.Item)
		k.same(name+": kept", each(k.keep(a), func(o *dateline.Outcome) int { return o.Version }), []int{1})
		a = piece(name, "Harbour opens", "Ships came in.")
		spoil(&a.Item)
		k.same(name+": again", k.keep(a), []dateline.Outcome{{ID: a.Item.ID, Version: 1}})
	}
}

// keepTwice: a feed may list an item twice, in two wordings.
func keepTwice(k *kit) {
	a, b := piece("a", "One", "First."), piece("a", "Two", "Second.")
	// Each twice: the same again is no version, neither of the first nor of the second.
	outcomes := k.keep(a, a, b, b)
	k.same("outcomes", outcomes, []dateline.Outcome{
		{ID: a.Item.ID, Version: 1, What: dateline.EntryKept},
		{ID: a.Item.ID, Version: 1},
		{ID: a.Item.ID, Version: 2, What: dateline.EntryVersion},
		{ID: a.Item.ID, Version: 2},
	})
	k.same("headline", k.item(a.Item.ID).Headline, "Two")
	k.same("entries", len(k.entries()), 2)
	k.finds("the words of the second", dateline.Find{Clauses: all("second")}, "a")
	k.finds("the words of the first", dateline.Find{Clauses: all("first")})
	k.view(func(tx dateline.Tx) error {
		versions, err := tx.Versions(k.ctx, a.Item.ID)
		k.same("versions", len(versions), 2)
		_, items, err2 := tx.WordStats(k.ctx, nil)
		k.same("items", items, 1)
		return oneOf(err, err2)
	})
}

// keepBack: what a source takes back is news again.
func keepBack(k *kit) {
	a, b := piece("a", "One", "First."), piece("a", "Two", "Second.")
	k.keep(a)
	// The second tells what version 1 told, but not what version 2 does.
	outcomes := k.keep(b, a)
	k.same("outcomes", outcomes, []dateline.Outcome{
		{ID: a.Item.ID, Version: 2, What: dateline.EntryVersion},
		{ID: a.Item.ID, Version: 3, What: dateline.EntryVersion},
	})
	k.finds("its words", dateline.Find{Clauses: all("first")}, "a")
	k.finds("those between", dateline.Find{Clauses: all("second")})
}

// keepIgnores: intake reads an item anew each time and knows no numbers. Could it set
// them, a version would be written over, and the order of who reported first would move
// with each poll.
func keepIgnores(k *kit) {
	a := piece("a", "One", "First.")
	a.Item.Version = 9
	k.keep(a)
	k.same("version", k.item(a.Item.ID).Version, 1)
	b := piece("a", "Two", "Second.")
	b.Item.Version, b.Item.FirstSeen = 1, minute(-500)
	k.keep(b)
	k.same("version", k.item(a.Item.ID).Version, 2)
	k.same("first seen", k.item(a.Item.ID).FirstSeen, minute(1))
}

// keepOutcomes: the caller tells by its place what became of an item: mixed up, a poll
// counts as new what it has had. The log has a batch in the order in which it was given.
func keepOutcomes(k *kit) {
	k.keep(piece("b", "B", "B."), piece("c", "C", "C."))
	batch := []dateline.Kept{piece("d", "D", "D."), piece("c", "Changed", "C."), piece("b", "B", "B."), piece("a", "A", "A.")}
	var got []string
	for i, o := range k.keep(batch...) {
		if o.ID != batch[i].Item.ID {
			k.Errorf("outcome %d is of another item", i)
		}
		got = append(got, fmt.Sprint(o.What, o.Version))
	}
	k.same("outcomes", got, []string{"kept1", "version2", "1", "kept1"})
	var order []dateline.ItemID
	for _, e := range k.entries()[2:] {
		order = append(order, e.Item)
	}
	k.same("log", order, []dateline.ItemID{batch[0].Item.ID, batch[1].Item.ID, batch[3].Item.ID})
}

// keepMany: a store that writes a batch in parts, since a statement takes so many values
// and no more, loses or mixes up what lies where two parts meet.
func keepMany(k *kit) {
	// More than one statement of any of the stores takes.
	sample := Sample(700, false)
	k.keep(sample...)
	k.same("entries", len(k.entries()), 700)
	ids := make([]dateline.ItemID, len(sample))
	for i, s := range sample {
		ids[i] = s.Item.ID
	}
	k.view(func(tx dateline.Tx) error {
		items, err := tx.Items(k.ctx, ids)
		k.same("items", len(items), 700)
		for i, item := range items {
			if item.GUID != sample[i].Item.GUID || item.Text() != sample[i].Item.Text() {
				k.Errorf("item %d came back as another", i)
			}
		}
		return err
	})
}

// keepReindexes: a correction takes a name out. Were the old words left, the item would
// still be found by it, and no snippet could show why.
func keepReindexes(k *kit) {
	k.keep(piece("a", "Harbour opens", "Ships came in."))
	k.keep(piece("a", "Bridge closes", "Trains stay out."))
	k.finds("old words", dateline.Find{Clauses: all("harbour")})
	k.finds("new words", dateline.Find{Clauses: all("bridge")}, "a")
	k.finds("everything", dateline.Find{}, "a")
}

// keepMoves: an index that is ordered by time has the item at its old time, too. Left
// there, a search shows it twice, or where it no longer is.
func keepMoves(k *kit) {
	k.keep(at(0, piece("a", "Harbour", "Ships.")), at(10, piece("b", "Harbour", "Boats.")))
	k.finds("before", dateline.Find{Clauses: all("harbour")}, "b", "a")
	k.keep(at(20, piece("a", "Harbour", "Ships.")))
	k.finds("after, by words", dateline.Find{Clauses: all("harbour")}, "a", "b")
	k.finds("after, without", dateline.Find{}, "a", "b")
	k.finds("at its old time", dateline.Find{Before: minute(5)})
}

// keepErased: a source lists an item for days after it was erased here. Taken in with the
// next poll, it would be back with all its words.
func keepErased(k *kit) {
	a := piece("a", "Harbour opens", "Ships came in.")
	k.keep(a)
	k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, a.Item.ID, minute(5)) })
	outcomes := k.keep(piece("b", "B", "B."), a)
	k.same("outcome", outcomes[1], dateline.Outcome{ID: a.Item.ID, What: dateline.EntryErased})
	k.view(func(tx dateline.Tx) error {
		_, err := tx.Item(k.ctx, a.Item.ID)
		k.kind("item", err, dateline.ErrGone)
		return nil
	})
	k.same("entries", len(k.entries()), 3)
}

// keepRoundTrip: what a store forgets of an item is gone for good, since raw copy is
// pruned. A mark of rights that does not come back lets out what must not go out.
func keepRoundTrip(k *kit) {
	// A zone without a name: that of the stamp is kept as words, beside the time.
	cairo := time.FixedZone("", 3*60*60)
	full := dateline.Item{
		ID: dateline.NewItemID("x", "y"), Source: "x", GUID: "y", URL: "https://x.example/?a=1&b=%20", Language: "ar",
		Direction: dateline.RightToLeft, Headline: "المرسى «تفتح» <b>", Slugline: "port", Standfirst: "s",
		Byline: []string{"أ", "b"}, Dateline: dateline.Dateline{Place: "القاهرة", Date: "3 July"}, CreditLine: "MENA",
		SourceKind: dateline.Agency, Genre: dateline.Analysis, Urgency: 3, Section: "world", Keywords: []string{"k"},
		Published: dateline.Stamp{Time: time.Date(2025, 7, 22, 5, 29, 53, 0, cairo), Zone: "+03:00",
			Proposed: "GMT", Precision: dateline.ToMinute, From: dateline.FromMeta, Confidence: dateline.Likely},
		Updated: dateline.Stamp{Time: minute(3), Precision: dateline.ToDay}, FirstSeen: minute(4), Received: minute(5),
		Embargo: minute(6), PubStatus: dateline.Withheld, Notices: []dateline.Notice{{Kind: dateline.Correct, Text: "n"}},
		Body: []dateline.Block{
			{Kind: dateline.Paragraph, Text: "p\u0000\u202e'\"\\%_"}, {Kind: dateline.List, Items: []string{"1", ""}},
			{Kind: dateline.Table, Rows: [][]string{{"a", "b"}, {"c"}}}, {Kind: dateline.Post, Text: "q", URL: "https://p.example/1"},
		},
		Summary: true, Picture: &dateline.Picture{URL: "u", Caption: "c", Credit: "d"},
		Rights:       dateline.Rights{UsageTerms: "t", Holder: "h", Paywalled: true, NoMining: true},
		Translations: []dateline.Translation{{Language: "en", URL: "e"}}, Copy: "pack:1:2", Digest: "d",
	}
	k.keep(dateline.Kept{Item: full})
	full.Version = 1
	k.same("item", k.item(full.ID), full)
	// Or a new field would pass here whatever a store does with it.
	for field, value := range reflect.ValueOf(full).Fields() {
		if value.IsZero() && field.Tag.Get("json") != "-" {
			k.Errorf("the full item has no %s", field.Name)
		}
	}
}

// keepCopies: a store that hands out what it holds lets a page change the record by
// sorting a list, without an entry and for all readers.
func keepCopies(k *kit) {
	a := piece("a", "Harbour opens", "Ships came in.")
	a.Item.Byline = []string{"Lina"}
	k.keep(a)
	a.Item.Byline[0], a.Item.Body[0].Text = "Omar", "Changed behind the store's back."
	first := k.item(a.Item.ID)
	k.same("byline and text", []string{first.Byline[0], first.Text()}, []string{"Lina", "Ships came in."})
	first.Body[0].Text = "Changed by a reader."
	second := k.item(a.Item.ID)
	k.same("text", second.Text(), "Ships came in.")
}

// all is the clauses that demand each of the words.
func all(words ...string) []dateline.Clause {
	clauses := make([]dateline.Clause, len(words))
	for i, w := range words {
		clauses[i] = dateline.Clause{{w}}
	}
	return clauses
}

// oneOf is the first error that there is.
func oneOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
