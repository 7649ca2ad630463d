package stage

import (
	"fmt"
	"testing"

	"dateline"
)

// harbour is a report in both languages, and one of another event.
func harbour() (en, ar, other dateline.Item) {
	en = item("nra", "en", 10, "Two warehouses burnt down in Elsin on Monday. The mayor, Maren Holt, said that 27 families were without work. "+
		"Firemen came from Grauberg and Tarmouk. Damage is put at 350 million.")
	ar = item("marsa", "ar", 20, "احترق مستودعان في السين يوم الاثنين. وقالت رئيسة البلدية مارين هولت إن 27 عائلة صارت بلا عمل. "+
		"وجاء رجال الإطفاء من غراوبرغ وطرموك. وتقدر الخسائر بنحو 350 مليونا.")
	other = item("port", "other", 30, "احترقت مدرسة في بلدة نورفيك يوم الاثنين. وقال رئيس البلدية أولف تانر إن 45 تلميذا نقلوا إلى دار البلدية، "+
		"وتقدر الخسائر بنحو 12 مليونا.")
	en.Headline, ar.Headline, other.Headline = "", "", ""
	ar.Language, other.Language = "ar", "ar"
	return en, ar, other
}

// TestGuess: a report in the other script is guessed to be the translation, marked
// as a guess; the stories of both stay two, and another event is none.
func TestGuess(t *testing.T) {
	for _, again := range []bool{false, true} {
		t.Run(fmt.Sprintf("started again %v", again), func(t *testing.T) {
			store, stage := press(t), New()
			en, ar, other := harbour()
			for _, it := range []dateline.Item{en, ar, other} {
				if again {
					stage = New()
				}
				keep(t, store, it)
				run(t, store, stage, 100, -1)
			}
			rows, family := matchesOf(t, store, ar)
			if len(rows) != 1 || rows[0].Of != en.ID || rows[0].Kind != dateline.MatchTranslation || rows[0].By != dateline.ByGuess {
				t.Fatalf("%+v", rows)
			}
			if c := rows[0].Confidence; c < 0.55 || c > 1 {
				t.Errorf("confidence %v", c)
			}
			if family != "" {
				t.Errorf("a guess makes the family %q", family)
			}
			if rows, _ := matchesOf(t, store, other); len(rows) != 0 {
				t.Errorf("another event: %+v", rows)
			}
			a, _ := storyOf(t, store, en)
			if b, _ := storyOf(t, store, ar); a.ID == b.ID {
				t.Error("a guess joins two stories")
			}
		})
	}
}

// TestLinkWinsOverGuess, and a copy is asked for none.
func TestLinkWinsOverGuess(t *testing.T) {
	store, stage := press(t), New()
	en, ar, _ := harbour()
	ar.Translations = []dateline.Translation{{Language: "en", URL: en.URL}}
	copied := item("port", "copy", 40, ar.Text())
	copied.Headline, copied.Language = "", "ar"
	keep(t, store, en, ar, copied)
	run(t, store, stage, 100, -1)
	if rows, _ := matchesOf(t, store, ar); len(rows) != 1 || rows[0].By != dateline.ByLink {
		t.Errorf("%+v", rows)
	}
	for _, m := range func() []dateline.Match { rows, _ := matchesOf(t, store, copied); return rows }() {
		if m.By == dateline.ByGuess {
			t.Errorf("the copy: %+v", m)
		}
	}
}

// TestScriptsForget: who starts again remembers what one knows that never stopped.
func TestScriptsForget(t *testing.T) {
	store := press(t)
	long := newStage(1000, 1000, 10)
	en, ar, _ := harbour()
	keep(t, store, en)
	for i := range 15 {
		keep(t, store, item("nra", fmt.Sprint("later", i), 50+i, prose(uint64(100+i), 40)))
	}
	run(t, store, long, 3, -1)
	keep(t, store, ar)
	again := newStage(1000, 1000, 10)
	run(t, store, again, 3, -1)
	if rows, _ := matchesOf(t, store, ar); len(rows) != 0 {
		t.Errorf("what came 15 items before is found among the last ten: %+v", rows)
	}
	if n, m := long.scripts.gone, len(long.scripts.items); n != 6 || m != 10 {
		t.Errorf("%d are held, %d gone", m, n)
	}
}
