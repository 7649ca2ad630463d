package stage

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/match"
)

// matchesOf is what an item was made from, and its family by GUID, earliest
// known first.
func matchesOf(t *testing.T, store dateline.Store, it dateline.Item) (list []dateline.Match, family string) {
	t.Helper()
	ctx := context.Background()
	err := store.View(ctx, func(tx dateline.Tx) error {
		of, err := tx.MatchesOf(ctx, []dateline.ItemID{it.ID})
		if err != nil {
			return err
		}
		families, err := tx.FamiliesOf(ctx, []dateline.ItemID{it.ID})
		if err != nil {
			return err
		}
		heads, err := tx.Heads(ctx, families[it.ID].Members)
		var names []string
		for _, h := range heads {
			names = append(names, h.GUID)
		}
		list, family = of[it.ID], strings.Join(names, " ")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list, family
}

// TestOriginComesLast: what was made from an item that came in after it is known to
// be made from it, however many there are.
func TestOriginComesLast(t *testing.T) {
	store := press(t)
	text := prose(1, 260)
	sources := []dateline.SourceID{"marsa", "port", "barid"}
	var told []dateline.Item
	for i := range 20 {
		told = append(told, item(sources[i%3], fmt.Sprint("told", i), 30+i, text+"\n\n"+prose(uint64(10+i), 40)))
	}
	origin := item("nra", "origin", 10, text)
	keep(t, store, append(told, origin)...)
	run(t, store, New(), 100, -1)
	for _, it := range told {
		if list, _ := matchesOf(t, store, it); len(list) == 0 || list[0].Of != origin.ID {
			t.Errorf("%s was made from %+v", it.GUID, list)
		}
	}
	if list, family := matchesOf(t, store, origin); len(list) > 0 || !strings.HasPrefix(family, "origin ") {
		t.Errorf("the origin was made from %+v, and its family is %q", list, family)
	}
}

func TestMatches(t *testing.T) {
	store := press(t)
	text := prose(1, 200)
	first := item("nra", "first", 10, text)
	copied := item("marsa", "copy", 30, text)
	cut := item("port", "cut", 40, half(text))
	told := item("barid", "rewrite", 50, reworded(text, 3))
	other := item("barid", "other", 55, prose(2, 200))
	longer := item("port", "update", 60, text+"\n\n"+prose(5, 60))
	keep(t, store, first, copied, cut, told, other, longer)
	run(t, store, New(), 100, -1)
	for _, c := range []struct {
		item   dateline.Item
		of     dateline.ItemID
		kind   dateline.MatchKind
		family string
	}{
		{first, "", "", "first copy cut rewrite update"},
		{copied, first.ID, dateline.MatchDuplicate, "first copy cut rewrite update"},
		{cut, first.ID, dateline.MatchExcerpt, "first copy cut rewrite update"},
		{told, first.ID, dateline.MatchRewrite, "first copy cut rewrite update"},
		{longer, first.ID, dateline.MatchUpdate, "first copy cut rewrite update"},
		{other, "", "", ""},
	} {
		list, family := matchesOf(t, store, c.item)
		if family != c.family {
			t.Errorf("%s is in the family %q, want %q", c.item.GUID, family, c.family)
		}
		if c.of == "" && len(list) == 0 {
			continue
		}
		if len(list) == 0 || list[0].Of != c.of || list[0].Kind != c.kind {
			t.Errorf("%s was made from %+v, want %s of %s", c.item.GUID, list, c.kind, c.of)
		}
	}
	list, _ := matchesOf(t, store, cut)
	if m := list[0]; m.Share < 0.95 || m.OfShare < 0.4 || m.OfShare > 0.65 || m.Exact < 0.95 || m.Program != program || m.Confidence < 0.9 {
		t.Errorf("the evidence of the cut is %+v", m)
	}
}

// TestAnEarlierOneComesLater: the family's earliest known item changes, and the
// log says so.
func TestAnEarlierOneComesLater(t *testing.T) {
	store := press(t)
	text := prose(1, 200)
	first, copied, early := item("nra", "first", 100, text), item("marsa", "copy", 130, text), item("port", "early", 20, text)
	early.Received = at(500)
	keep(t, store, first, copied)
	stage := New()
	run(t, store, stage, 100, -1)
	keep(t, store, early)
	run(t, store, stage, 100, -1)
	for _, it := range []dateline.Item{first, copied} {
		if list, family := matchesOf(t, store, it); family != "early first copy" || len(list) == 0 || list[0].Of != early.ID {
			t.Errorf("%s was made from %+v in the family %q", it.GUID, list, family)
		}
	}
	notes := notesOf(t, store)
	if want := fmt.Sprintf("%s: earliest known instead of %s", early.ID, first.ID); !strings.Contains(notes, want) {
		t.Errorf("the log does not say %q:\n%s", want, notes)
	}
}

func notesOf(t *testing.T, store dateline.Store) string {
	t.Helper()
	var b strings.Builder
	err := store.View(context.Background(), func(tx dateline.Tx) error {
		entries, err := tx.Entries(context.Background(), 0, 100000)
		for _, e := range entries {
			if e.Kind == dateline.EntryMatched || e.Kind == dateline.EntryStory {
				fmt.Fprintf(&b, "%s: %s\n", e.Item, e.Note)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatMayBeTheEarliest(t *testing.T) {
	text := prose(1, 200)
	for name, c := range map[string]struct {
		change func(first, second *dateline.Item)
		want   string
	}{
		"stamps": {func(a, b *dateline.Item) { a.Published.Time = at(90); a.Received = at(120) }, "second first"},
		"undated: when it was seen": {func(a, b *dateline.Item) {
			a.Published = dateline.Stamp{}
			b.Published.Time = at(5)
		}, "second first"},
		"a stamp after it was seen does not count": {func(a, b *dateline.Item) { a.Published.Time = at(100) }, "first second"},
		"a day may be its end": {func(a, b *dateline.Item) {
			a.Published.Time, a.Published.Precision, a.Received = at(-540), dateline.ToDay, at(900)
		}, "second first"},
		"credit beats a stamp": {func(a, b *dateline.Item) { a.CreditLine = "Agency MARSA" }, "second first"},
		"credit does not beat days": {func(a, b *dateline.Item) {
			a.CreditLine = "Agency MARSA"
			b.Published.Time, b.Received = at(3000), at(3000)
		}, "first second"},
	} {
		store := press(t)
		a, b := item("nra", "first", 10, text), item("marsa", "second", 30, text)
		c.change(&a, &b)
		keep(t, store, a, b)
		run(t, store, New(), 100, -1)
		if _, family := matchesOf(t, store, a); family != c.want {
			t.Errorf("%s: the family is %q, want %q", name, family, c.want)
		}
	}
}

// TestChain: a copy of a copy is of the copy when it credits it, and the chain
// ends at the earliest known.
func TestChain(t *testing.T) {
	store := press(t)
	text := prose(1, 200)
	first, second, third := item("nra", "1", 10, text), item("marsa", "2", 20, text), item("port", "3", 30, text)
	third.CreditLine = "Agency MARSA"
	keep(t, store, first, second, third)
	run(t, store, New(), 1, -1)
	list, family := matchesOf(t, store, third)
	if family != "1 2 3" || list[0].Of != second.ID || list[0].By != dateline.ByCredit {
		t.Errorf("in the family %q the third was made from %+v", family, list)
	}
	if list, _ := matchesOf(t, store, second); list[0].Of != first.ID || list[0].By != dateline.ByWords {
		t.Errorf("the second was made from %+v", list)
	}
}

func TestLinkedTranslation(t *testing.T) {
	store := press(t)
	en, ar := item("nra", "en", 10, prose(1, 100)), item("nra", "ar", 20, prose(2, 100))
	ar.Language = "ar"
	en.Translations = []dateline.Translation{{Language: "ar", URL: ar.URL}}
	ar.Translations = []dateline.Translation{{Language: "ar", URL: ar.URL}, {Language: "en", URL: en.URL}}
	keep(t, store, en, ar)
	run(t, store, New(), 100, -1)
	list, family := matchesOf(t, store, ar)
	if len(list) != 1 || list[0].Of != en.ID || list[0].Kind != dateline.MatchTranslation || list[0].By != dateline.ByLink || family != "" {
		t.Errorf("the translation was made from %+v in family %q", list, family)
	}
}

// TestOneSideNames: one link between two pages is enough, whichever of them has it
// and whichever came in first; a version that names the other one no more, and what
// is in the same language, are not linked by it.
func TestOneSideNames(t *testing.T) {
	en, ar := item("nra", "en", 10, prose(1, 100)), item("nra", "ar", 20, prose(2, 100))
	ar.Language = "ar"
	names := func(it dateline.Item, language, url string) dateline.Item {
		it.Translations = []dateline.Translation{{Language: language, URL: url}}
		return it
	}
	silent := en
	silent.Headline = "It names none any more"
	british := item("nra", "gb", 20, prose(2, 100))
	british.Language = "en-GB"
	for name, tt := range map[string]struct {
		items []dateline.Item
		want  bool
	}{
		"the later one names":     {[]dateline.Item{en, names(ar, "en", en.URL)}, true},
		"the earlier one names":   {[]dateline.Item{names(en, "ar", ar.URL), ar}, true},
		"an earlier version did":  {[]dateline.Item{names(en, "ar", ar.URL), silent, ar}, false},
		"a later version does":    {[]dateline.Item{silent, names(en, "ar", ar.URL), ar}, true},
		"one in its own language": {[]dateline.Item{names(en, "en-GB", british.URL), british}, false},
		"neither":                 {[]dateline.Item{en, ar}, false},
	} {
		for _, size := range []int{1, 100} {
			store := press(t)
			keep(t, store, tt.items...)
			run(t, store, New(), size, -1)
			last := tt.items[len(tt.items)-1]
			list, _ := matchesOf(t, store, last)
			linked := len(list) == 1 && list[0].By == dateline.ByLink && list[0].Kind == dateline.MatchTranslation && list[0].Of == tt.items[0].ID
			if linked != tt.want || len(list) > 1 {
				t.Errorf("%s, %d entries at once: made from %+v", name, size, list)
			}
		}
	}
}

// TestAChangeIsMatchedAgain: what a version says counts, not what it said before.
func TestAChangeIsMatchedAgain(t *testing.T) {
	store := press(t)
	text := prose(1, 200)
	first, copied := item("nra", "first", 10, text), item("marsa", "copy", 30, text)
	keep(t, store, first, copied)
	stage := New()
	run(t, store, stage, 100, -1)
	longer := item("marsa", "copy", 30, text+"\n\n"+prose(9, 60))
	keep(t, store, longer)
	run(t, store, stage, 100, -1)
	if list, family := matchesOf(t, store, copied); len(list) != 1 || list[0].Kind != dateline.MatchUpdate || list[0].Version != 2 || family != "first copy" {
		t.Errorf("after an update: %+v in %q", list, family)
	}
	keep(t, store, item("marsa", "copy", 30, prose(77, 200)))
	run(t, store, stage, 100, -1)
	if list, family := matchesOf(t, store, copied); len(list) != 0 || family != "" {
		t.Errorf("after another text: %+v in %q", list, family)
	}
}

// TestManyCopies: a dispatch that a hundred outlets carry is still found, and
// its earliest known item stays.
func TestManyCopies(t *testing.T) {
	store := press(t)
	text := prose(1, 200)
	first := item("nra", "first", 1, text)
	keep(t, store, first)
	for i := range 150 {
		keep(t, store, item("port", fmt.Sprint(i), 10+i, text))
	}
	run(t, store, New(), 100, -1)
	last := item("port", "149", 159, text)
	list, family := matchesOf(t, store, last)
	if len(list) == 0 || list[0].Of != first.ID || len(strings.Fields(family)) != 151 {
		t.Errorf("the last copy was made from %+v in a family of %d", list, len(strings.Fields(family)))
	}
	if len(list) > maxRows {
		t.Errorf("%d matches of one item", len(list))
	}
}

// TestManyEditedCopies: so is one that all of them carry with a paragraph of their
// own; and what is made from one of them is, however many there are.
func TestManyEditedCopies(t *testing.T) {
	store := press(t)
	text := prose(1, 200)
	first := item("nra", "first", 1, text)
	keep(t, store, first)
	for i := range 150 {
		keep(t, store, item("port", fmt.Sprint(i), 10+i, prose(uint64(100+i), 20)+"\n\n"+text))
	}
	feature := item("marsa", "feature", 300, text+"\n\n"+prose(7, 260))
	again := item("barid", "again", 310, text+"\n\n"+prose(7, 260))
	keep(t, store, feature, again)
	run(t, store, New(), 100, -1)
	for i := range 150 {
		if _, family := matchesOf(t, store, item("port", fmt.Sprint(i), 10+i, text)); len(strings.Fields(family)) != 153 {
			t.Fatalf("copy %d is of a family of %d", i, len(strings.Fields(family)))
		}
	}
	if list, _ := matchesOf(t, store, again); len(list) == 0 || list[0].Of != feature.ID {
		t.Errorf("the copy of the feature was made from %+v", list)
	}
}

// TestFullFamily: a family takes so many members and no more, and neither do two
// that would be one; who comes after has a row and the story all the same, and is
// found no more than the crowd is.
func TestFullFamily(t *testing.T) {
	store := press(t)
	text, rest := prose(1, 200), prose(2, 200)
	first := item("nra", "first", 1, text)
	keep(t, store, first)
	for i := range 150 {
		keep(t, store, item("port", fmt.Sprint(i), 10+i, text))
	}
	s := New()
	s.maxFamily = 40
	run(t, store, s, 100, -1)
	for i, want := range map[int]int{10: 40, 38: 40, 39: 0, 149: 0} {
		it := item("port", fmt.Sprint(i), 10+i, text)
		list, family := matchesOf(t, store, it)
		story, _ := storyOf(t, store, it)
		if len(strings.Fields(family)) != want || len(list) == 0 || list[0].Kind != dateline.MatchDuplicate || story.ID != dateline.NewStoryID(first.ID) {
			t.Errorf("copy %d is in a family of %d and story %s, made from %+v", i, len(strings.Fields(family)), story.ID, list)
		}
	}
	for i := range 30 {
		keep(t, store, item("barid", fmt.Sprint("rest", i), 300+i, rest))
	}
	keep(t, store, item("marsa", "both", 400, text+"\n\n"+rest))
	run(t, store, s, 100, -1)
	if _, family := matchesOf(t, store, item("barid", "rest0", 300, rest)); len(strings.Fields(family)) > 31 {
		t.Errorf("two families became one of %d", len(strings.Fields(family)))
	}
	if got := len(s.memory.candidates(match.Read(text).Keys())); got > 20 {
		t.Errorf("%d items are to be found by what all have", got)
	}
}

// TestErasedIsNowhere also when it is erased before the stage has come to it.
func TestErasedIsNowhere(t *testing.T) {
	text := prose(1, 200)
	for _, late := range []bool{false, true} {
		store := press(t)
		stage := New()
		first, second, third := item("nra", "1", 10, text), item("marsa", "2", 20, text), item("port", "3", 30, text)
		keep(t, store, first, second)
		run(t, store, stage, 100, -1)
		if late {
			keep(t, store, third)
		}
		erase(t, store, first.ID)
		if !late {
			keep(t, store, third)
		}
		run(t, store, stage, 100, -1)
		if strings.Contains(rows(t, store), string(first.ID)) {
			t.Errorf("late %v: the erased item is in\n%s", late, rows(t, store))
		}
		if list, _ := matchesOf(t, store, third); len(list) != 1 || list[0].Of != second.ID {
			t.Errorf("late %v: the third was made from %+v", late, list)
		}
	}
}

// TestRestarts: whoever stops the stage at random, starts it again, hands it any
// number of entries at a time and crosses spans, gets the same rows.
func TestRestarts(t *testing.T) {
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 1))
		h := invent(r, 120, true)
		steady, shaken := press(t), press(t)
		fresh := func() []stager { return []stager{small()} }
		one, two := fresh(), fresh()
		for _, step := range h {
			step(t, steady)
			step(t, shaken)
			if r.IntN(3) > 0 {
				continue // the stage is late
			}
			for i := range one {
				run(t, steady, one[i], 500, -1)
				if r.IntN(4) == 0 {
					two = fresh()
				}
				run(t, shaken, two[i], 1+r.IntN(9), -1)
			}
		}
		for i := range one {
			run(t, steady, one[i], 500, -1)
			run(t, shaken, two[i], 3, -1)
		}
		a, b := rows(t, steady), rows(t, shaken)
		if a != b {
			t.Fatalf("seed %d: the rows differ:\n%s", seed, differ(a, b))
		}
		if !strings.Contains(a, "rewrite") || !strings.Contains(a, "excerpt") || !strings.Contains(a, "credit") {
			t.Errorf("seed %d: too little happened", seed)
		}
	}
}

// small is the stage with spans so short that a test crosses some.
func small() *Stage { return newStage(100, 60, 30) }

// differ is the first lines in which two texts differ.
func differ(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}

// TestReplay: the cursor set back to any place changes nothing; set back to the
// beginning, all is derived anew and comes out the same; and being late makes no
// difference.
func TestReplay(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	h := invent(r, 120, false)
	prompt, late := press(t), press(t)
	stage := small()
	for _, step := range h {
		step(t, prompt)
		step(t, late)
		run(t, prompt, stage, 500, -1)
	}
	want := rows(t, prompt)
	for name, to := range map[string]int64{"to the middle": 60, "to the beginning": 0} {
		back(t, prompt, stage.Name(), to)
		run(t, prompt, stage, 7, -1)
		if got := rows(t, prompt); got != want {
			t.Errorf("set back %s: %s", name, differ(got, want))
		}
	}
	err := prompt.Update(context.Background(), func(tx dateline.Tx) error { return tx.ClearMatches(context.Background()) })
	if err != nil {
		t.Fatal(err)
	}
	back(t, prompt, stage.Name(), 0)
	run(t, prompt, small(), 50, -1)
	if got := rows(t, prompt); got != want {
		t.Errorf("cleared: %s", differ(got, want))
	}
}

func back(t *testing.T, store dateline.Store, name string, to int64) {
	t.Helper()
	ctx := context.Background()
	if err := store.Update(ctx, func(tx dateline.Tx) error { return tx.SetCursor(ctx, name, to) }); err != nil {
		t.Fatal(err)
	}
}

// TestAFailedStepLeavesNothing: what a transaction that did not commit derived
// is derived again.
func TestAFailedStepLeavesNothing(t *testing.T) {
	store, ctx := press(t), context.Background()
	text := prose(1, 200)
	keep(t, store, item("nra", "first", 10, text), item("marsa", "copy", 30, text))
	stage := New()
	want := fmt.Errorf("no")
	err := store.Update(ctx, func(tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, 0, 100)
		if err != nil {
			return err
		}
		if err := stage.Step(ctx, tx, entries); err != nil {
			return err
		}
		return want
	})
	if err != want {
		t.Fatal(err)
	}
	run(t, store, stage, 100, -1)
	again := press(t)
	keep(t, again, item("nra", "first", 10, text), item("marsa", "copy", 30, text))
	run(t, again, New(), 100, -1)
	if a, b := rows(t, store), rows(t, again); a != b {
		t.Errorf("the rows differ: %s", differ(a, b))
	}
}

// TestDecisionsNeedNoMemory: entries that bring no item are passed without
// loading what is remembered, which may take long; the next item finds it right.
func TestDecisionsNeedNoMemory(t *testing.T) {
	store, ctx := press(t), context.Background()
	text := prose(1, 200)
	keep(t, store, item("nra", "first", 10, text))
	run(t, store, New(), 100, -1)
	decide := func() {
		err := store.Update(ctx, func(tx dateline.Tx) error {
			_, err := tx.Decide(ctx, dateline.Decision{Item: dateline.NewItemID("nra", "first"), Kind: dateline.Release, By: "x", Time: at(11)})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	again := New()
	decide()
	if err := again.Load(ctx, store); err != nil {
		t.Fatal(err)
	}
	run(t, store, again, 100, -1)
	if again.memory.index != nil || again.strands.languages != nil {
		t.Error("a decision loads what is remembered")
	}
	copied := item("port", "copy", 30, text)
	keep(t, store, copied)
	if err := again.Load(ctx, store); err != nil || again.memory.index == nil {
		t.Fatalf("an item does not load what is remembered: %v", err)
	}
	run(t, store, again, 100, -1)
	if list, _ := matchesOf(t, store, copied); len(list) != 1 {
		t.Errorf("the copy was made from %+v", list)
	}
	index := again.memory.index
	decide()
	run(t, store, again, 100, -1)
	keep(t, store, item("marsa", "copy", 40, text))
	run(t, store, again, 100, -1)
	if again.memory.index != index {
		t.Error("after a decision all is loaded again")
	}
}
