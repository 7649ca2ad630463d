package story

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// world is copy told in a few templates, each report of another event, but for
// every tenth, which tells the event of the one before.
func world(seed uint64, items int) (list []Item, event []int) {
	r := rand.New(rand.NewPCG(seed, 5))
	name := func() string {
		var b strings.Builder
		for range 3 {
			b.WriteString([]string{"ka", "lo", "mi", "ter", "san", "du", "re", "vo", "ne", "shi", "gar", "pol"}[r.IntN(12)])
		}
		return strings.ToUpper(b.String()[:1]) + b.String()[1:]
	}
	templates := []string{
		"The coast guard halted its expansion plan after emergency talks in %[1]s. Campaigners insisted that the decision ignores residents of %[2]s, and asked the court to stop %[3]s and %[4]s. The %[5]s met %[6]s, %[7]s and %[8]s.",
		"Surveyors measured the old harbour of %[1]s by night. Merchants from %[2]s have waited for the dredger %[3]s since the storm, a clerk named %[4]s wrote. Also lost: %[5]s, %[6]s, %[7]s and %[8]s.",
		"An orchestra rehearsed the anthem for %[1]s in a disused granary. Violinist %[2]s praised conductor %[3]s, whose scarf had been left behind in %[4]s. Seats went to %[5]s, %[6]s, %[7]s and %[8]s.",
	}
	var names []any
	template := ""
	for i := range items {
		if i%10 != 9 {
			names, template = nil, templates[r.IntN(len(templates))]
			for range 8 {
				names = append(names, name())
			}
			event = append(event, i)
		} else {
			event = append(event, i-1)
		}
		body := fmt.Sprintf(template, names...)
		if i%10 == 9 {
			body = "Update: " + body + " More is expected before noon."
		}
		list = append(list, Item{Headline: fmt.Sprint(names[0], " and ", names[1]), Body: body, Date: day(1 + i/100)})
	}
	return list, event
}

// follow adds items and says where each of them is in the end.
func follow(s *Stories, items []Item) (where []int) {
	for _, it := range items {
		where = append(where, s.Add(it))
		for _, c := range s.Changes() {
			for i, n := range where[:len(where)-1] {
				if c.Kind == Merged && n == c.Other || c.Kind == Split && slices.Contains(c.Items, i) {
					where[i] = map[ChangeKind]int{Merged: c.Story, Split: c.Other}[c.Kind]
				}
			}
		}
	}
	return where
}

// wrong counts the pairs that are told as one story and are not, and those that
// are one and are not told so.
func wrong(event, where []int) (joined, parted int) {
	for i := range event {
		for j := range i {
			switch {
			case where[i] == where[j] && event[i] != event[j]:
				joined++
			case where[i] != where[j] && event[i] == event[j]:
				parted++
			}
		}
	}
	return joined, parted
}

// TestTemplatesFallApart: the first reports from a template are one story for want
// of anything to tell them by; once more is known each event is one of its own.
// With headlines, which say what is new, most of them are from the start.
func TestTemplatesFallApart(t *testing.T) {
	for seed := range uint64(4) {
		items, event := world(seed, lastSettled)
		told, _ := wrong(event[:49], follow(New(Config{}), items[:49]))
		joined, parted := wrong(event, follow(New(Config{}), items))
		for i := range items {
			items[i].Headline = ""
		}
		before, _ := wrong(event[:49], follow(New(Config{}), items[:49]))
		after, apart := wrong(event, follow(New(Config{}), items))
		if before == 0 {
			t.Errorf("world %d: no wrong pair among the first 49: the test shows nothing", seed)
		}
		if told > before/2 || joined > before/4 || parted > 0 {
			t.Errorf("world %d: %d wrong pairs at first, with headlines %d, in the end %d; %d pairs parted", seed, before, told, joined, parted)
		}
		if after > before/2 || apart > 0 {
			t.Errorf("world %d: without headlines %d wrong pairs at first, in the end %d; %d pairs parted", seed, before, after, apart)
		}
	}
}

// TestUndatedStay: what has no date is asked for more at first, and not again.
func TestUndatedStay(t *testing.T) {
	items, _ := world(1, lastSettled)
	s := New(Config{})
	for i := range items {
		items[i].Date = time.Time{}
		s.Add(items[i])
		for _, c := range s.Changes() {
			if c.Kind == Split && len(c.Items) == 1 {
				t.Fatalf("item %d parts %v", i, c)
			}
		}
	}
}

// TestRestoreSettled: stories whose first items were weighed and asked anew come
// back as they were, and what is added says the same of both.
func TestRestoreSettled(t *testing.T) {
	for _, n := range []int{49, 50, 99, 130, lastSettled, lastSettled + 40} {
		items, _ := world(7, n+30)
		live, restored := New(Config{}), New(Config{})
		where := follow(live, items[:n])
		for i, story := range where {
			restored.Restore(items[i], story)
		}
		for len(restored.stories) < len(live.stories) {
			restored.stories = append(restored.stories, story{}) // merged into others
		}
		sameState(t, live, restored)
		for i, it := range items[n:] {
			if a, b := live.Add(it), restored.Add(it); a != b {
				t.Errorf("after %d, item %d is in story %d, after restoring in %d", n, i, a, b)
			}
		}
		if a, b := fmt.Sprint(live.Changes()), fmt.Sprint(restored.Changes()); a != b {
			t.Errorf("after %d, changes %s, after restoring %s", n, a, b)
		}
	}
}

// TestSettledItemsAreLight: words are kept to be weighed anew only as long as
// they may be.
func TestSettledItemsAreLight(t *testing.T) {
	items, _ := world(2, lastSettled+20)
	s := New(Config{})
	follow(s, items)
	for script, first := range s.first {
		for item, words := range first {
			t.Errorf("item %d of script %d keeps %d words", item, script, len(words))
		}
	}
}

// TestAskAgain: an item that tells another story moves there, by a split and a
// merger; one that tells none begins one; one that belongs stays.
func TestAskAgain(t *testing.T) {
	s := New(Config{})
	items := append(elsin(), grauberg()...)
	alone := Item{Body: "A glacier melts above Tarnsee, measured by Ottmar Kell of the Tarnsee observatory."}
	items = append(items, alone)
	for i := range items {
		items[i].Date = day(1 + i%3)
		s.Restore(items[i], map[bool]int{true: 0, false: 1}[i < len(elsin()) || i == len(items)-1])
	}
	// One of Grauberg's goes where it does not belong.
	stray := s.stories[1].members()[0]
	s.stories[1].sum.members = s.stories[1].sum.members[1:]
	s.rebuild(1)
	s.put(0, stray.member())
	for _, number := range []int{0, int(stray.number), len(items) - 1} {
		for _, f := range slices.Clone(s.stories[0].members()) {
			if m := f.member(); int(m.number) == number {
				s.askAgain(&m, 0)
			}
		}
	}
	got := fmt.Sprint(s.Changes())
	want := fmt.Sprint([]Change{
		{Kind: Split, Story: 0, Other: 2, Items: []int{int(stray.number)}},
		{Kind: Merged, Story: 1, Other: 2},
		{Kind: Split, Story: 0, Other: 3, Items: []int{len(items) - 1}},
	})
	if got != want {
		t.Errorf("changes\n%s, want\n%s", got, want)
	}
}

// TestAskAgainOfLarge: a story that has become too large to know its items, since others came to
// it meanwhile, loses none when the next of them is asked.
func TestAskAgainOfLarge(t *testing.T) {
	s := New(Config{})
	restore := func(n int) {
		it := elsin()[n%3]
		it.Date = day(1)
		s.Restore(it, 0)
	}
	for n := range mostMembers {
		restore(n)
	}
	next := s.stories[0].members()[0].member()
	restore(0)
	s.askAgain(&next, 0)
	if got := s.stories[0].items; got != mostMembers+1 || len(s.Changes()) > 0 {
		t.Errorf("%d of %d items are left", got, mostMembers+1)
	}
}
