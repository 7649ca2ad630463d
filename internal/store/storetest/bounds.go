package storetest

import (
	"errors"
	"fmt"
	"time"

	"dateline"
)

// listLimits: who forgets a limit must not read a wire of years into one page, and must
// get as much from every store.
func listLimits(k *kit) {
	k.keep(piece("a", "A", "a"))
	var edits []dateline.Edit
	var told []dateline.Told
	var said []dateline.Spoken
	for i := range 101 {
		edits = append(edits, edit("a", dateline.EditText, i))
		story := dateline.StoryID(fmt.Sprint("s", i/2))
		told = append(told, teller(fmt.Sprint("t", i), story, i), teller(fmt.Sprint("u", i), story, i))
		said = append(said, voice("p", "a", i, i), voice(dateline.PersonID(fmt.Sprint("q", i)), "b", i, i))
	}
	k.edit(edits...)
	k.tell(told...)
	k.speak(said...)
	k.view(func(tx dateline.Tx) error {
		edits, err1 := tx.Edits(k.ctx, dateline.EditQuery{})
		stories, err2 := tx.Stories(k.ctx, dateline.StoryQuery{})
		said, err3 := tx.Spoken(k.ctx, dateline.SpokenQuery{Person: "p"})
		persons, err4 := tx.Persons(k.ctx, dateline.PersonQuery{})
		k.same("edits, stories, statements and persons", []int{len(edits), len(stories), len(said), len(persons)}, []int{50, 50, 100, 50})
		return errors.Join(err1, err2, err3, err4)
	})
}

// storyThousand: a page asks for the items of a story without a limit, and a story of a
// war has more than any page can show.
func storyThousand(k *kit) {
	var told []dateline.Told
	for i := range 1001 {
		told = append(told, teller(fmt.Sprint("t", i), "s", i))
	}
	k.tell(told...)
	k.view(func(tx dateline.Tx) error {
		list, err := tx.StoryItems(k.ctx, "s", dateline.Place{}, 0)
		k.same("items", len(list), 1000)
		k.same("the newest", list[0].Item, id("t1000"))
		return err
	})
}

// fineTimes: places in lists are times. A store that keeps less of them than the caller
// begins a page elsewhere than the one before it ended, and leases what is not due.
func fineTimes(k *kit) {
	fine := func(n int) time.Time { return noon().Add(time.Duration(n) * time.Microsecond) }
	k.rack(
		func(f *dateline.Filing) { f.When, f.Embargo = fine(2), fine(12) },
		func(f *dateline.Filing) { f.When, f.Embargo = fine(3), fine(13) },
		func(f *dateline.Filing) { f.When, f.Embargo = fine(1), fine(11) },
	)
	k.lists("newest first", dateline.FilingQuery{}, "b", "a", "c")
	k.lists("since", dateline.FilingQuery{Since: fine(2)}, "b", "a")
	k.lists("out", dateline.FilingQuery{Out: fine(12)}, "a", "c")
	k.lists("after a place", dateline.FilingQuery{Before: dateline.Place{Time: fine(2)}}, "c")

	item := piece("fine", "H", "Boats.")
	item.Item.Published.Time = fine(5)
	k.keep(item)
	k.finds("at or after", dateline.Find{After: fine(5)}, "fine")
	k.finds("after", dateline.Find{After: fine(6)})
	k.finds("before", dateline.Find{Before: fine(6), Clauses: all("boats")}, "fine")

	early, late := teller("a", "s", 0), teller("b", "s", 0)
	early.When, late.When = fine(1), fine(2)
	k.tell(early, late)
	k.tells("of a story, after a place", dateline.Place{Time: fine(2)}, 0, id("a"))

	first, second := voice("p", "a", 0, 0), voice("p", "a", 1, 0)
	first.When, second.When = fine(1), fine(2)
	k.speak(first, second)
	k.saying("said, after a place", dateline.SpokenQuery{Before: dateline.SpokenPlace{Time: fine(2)}}, first.Statement)

	k.put(noon(), feed("port"))
	k.polled("port", dateline.Poll{Next: fine(9)})
	k.leases(fine(8), minute(9), 5)
	k.leases(fine(9), minute(9), 5, "port")
}
