package stage

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline"
)

// templated is copy of two languages in which three templates tell all events;
// each event is told once.
func templated(seed uint64, n int) (items []dateline.Item) {
	templates := []string{
		"The coast guard halted its expansion plan after emergency talks in %s. Campaigners insisted that the decision ignores residents of %s, and asked the court to stop %s and %s. The %s met %s, %s and %s.",
		"Surveyors measured the old harbour of %s by night. Merchants from %s have waited for the dredger %s since the storm, a clerk named %s wrote. Also lost: %s, %s, %s and %s.",
		"An orchestra rehearsed the anthem for %s in a disused granary. Violinist %s praised conductor %s, whose scarf had been left behind in %s. Seats went to %s, %s, %s and %s.",
	}
	r := rand.New(rand.NewPCG(seed, 6))
	for i := range n {
		var names []any
		for j := range 8 {
			name := strings.NewReplacer(" ", "", ".", "").Replace(prose(seed*100_000+uint64(i*8+j), 2))
			names = append(names, strings.ToUpper(name[:1])+name[1:min(6, len(name))])
		}
		it := item([]dateline.SourceID{"barid", "marsa", "nra", "port"}[r.IntN(4)], fmt.Sprint(i), i, fmt.Sprintf(templates[r.IntN(3)], names...))
		it.Headline = fmt.Sprint(names[0], " and ", names[1])
		if i%3 == 2 {
			it.Language = "ar"
		}
		items = append(items, it)
	}
	return items
}

// TestFirstItemsAreAskedAgain: what the first items of a world of templates were
// put together for falls apart in the store as well, in each language, and
// whoever stops the stage at random and starts it again gets the same rows.
func TestFirstItemsAreAskedAgain(t *testing.T) {
	items := templated(3, 330)
	steady, shaken := press(t), press(t)
	once, again, r := New(), New(), rand.New(rand.NewPCG(1, 2))
	for i, part := range slices.Collect(slices.Chunk(items, 30)) {
		keep(t, steady, part...)
		keep(t, shaken, part...)
		run(t, steady, once, 500, -1)
		run(t, shaken, again, 1+r.IntN(9), -1)
		if i%2 == 1 {
			again = New()
		}
	}
	if n := strings.Count(notesOf(t, steady), "split from"); n < 10 {
		t.Errorf("%d items were put elsewhere: the test shows little", n)
	}
	if a, b := rows(t, steady), rows(t, shaken); a != b {
		t.Errorf("stopped and started again, the rows differ:\n%s", differ(a, b))
	}
	strands := map[int64]string{}
	err := steady.View(context.Background(), func(tx dateline.Tx) error {
		for _, it := range items {
			by, err := tx.ToldBy(context.Background(), []dateline.ItemID{it.ID})
			if err != nil {
				return err
			}
			told := by[it.ID]
			if of := string(told.Story) + told.Language; strands[told.Strand] != "" && strands[told.Strand] != of {
				t.Errorf("strand %d stands in two stories", told.Strand)
			} else {
				strands[told.Strand] = of
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestLookAlikesTellTwoStories: what fire brigades send about two fires is no copy
// and tells two stories, whether names, numbers or days say so; that more is known
// of one fire does not.
func TestLookAlikesTellTwoStories(t *testing.T) {
	english := "A fire destroyed a warehouse in %s on %s night, the civil defence said. Firefighters took %d hours to bring the blaze under control in %s. Nobody was hurt and the cause is being investigated."
	arabic := "اندلع حريق في مستودع في %s مساء %s، وفق ما أفاد الدفاع المدني. واستغرق إخماد النيران %d ساعات في %s، ولم يصب أحد بأذى، ويجري التحقيق في أسباب الحريق."
	report := func(guid string, minute int, text string, facts ...any) dateline.Item {
		it := item("nra", guid, minute, fmt.Sprintf(text, facts...))
		it.Headline = ""
		if text == arabic {
			it.Language = "ar"
		}
		return it
	}
	for _, c := range []struct {
		name          string
		first, second dateline.Item
		one           bool
	}{
		{"two fires", report("1", 10, english, "Elsin", "Monday", 3, "Elsin"), report("2", 20, english, "Grauberg", "Friday", 7, "Grauberg"), false},
		{"in Arabic", report("1", 10, arabic, "مرسى الزيت", "الاثنين", 3, "الحي"), report("2", 20, arabic, "وادي النخيل", "الجمعة", 7, "المدينة"), false},
		{"longer than thought", report("1", 10, english, "Elsin", "Monday", 3, "Elsin"), report("2", 20, english, "Elsin", "Monday", 7, "Elsin"), true},
	} {
		store := press(t)
		keep(t, store, c.first)
		run(t, store, New(), 10, -1)
		keep(t, store, c.second)
		run(t, store, New(), 10, -1)
		a, _ := storyOf(t, store, c.first)
		b, _ := storyOf(t, store, c.second)
		list, _ := matchesOf(t, store, c.second)
		if one := a.ID == b.ID; one != c.one || len(list) > 0 != c.one {
			t.Errorf("%s: one story %v, want %v; matches %+v", c.name, one, c.one, list)
		}
	}
}
