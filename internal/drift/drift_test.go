package drift

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"dateline"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// item is the nth item of a source, a minute after the one before.
func item(n, words int, change ...func(*dateline.Item)) *dateline.Item {
	at := noon.Add(time.Duration(n) * time.Minute)
	it := &dateline.Item{
		Byline: []string{"Rania Sabbagh"}, Published: dateline.Stamp{Time: at}, Received: at,
		Body: []dateline.Block{{Kind: dateline.Paragraph, Text: strings.Repeat("ميناء ", words)}},
	}
	for _, c := range change {
		c(it)
	}
	return it
}

// items are the facts of as many, from the nth on.
func items(n, many, words int, change ...func(*dateline.Item)) (out []Facts) {
	for i := range many {
		out = append(out, Of(item(n+i, words, change...)))
	}
	return out
}

func lost(r dateline.Reading) (out []dateline.Trait) {
	s := dateline.Source{Poll: dateline.Poll{Reading: r}}
	for _, h := range s.Drift() {
		out = append(out, h.Trait)
	}
	return out
}

func noByline(it *dateline.Item) { it.Byline = nil }
func noDate(it *dateline.Item)   { it.Published = dateline.Stamp{} }
func summary(it *dateline.Item)  { it.Summary = true }
func short(it *dateline.Item)    { it.Body[0].Text = it.Body[0].Text[:len(it.Body[0].Text)/6] }

// Each trait is missed after eight items without it and not before, alone, from
// the first of them on; eleven items with it and it is not missed any more.
func TestEachTraitIsMissedAndRegained(t *testing.T) {
	for trait, without := range map[dateline.Trait]func(*dateline.Item){
		dateline.TraitByline: noByline, dateline.TraitDate: noDate, dateline.TraitText: summary, dateline.TraitLength: short,
	} {
		t.Run(string(trait), func(t *testing.T) {
			r := Read(dateline.Reading{}, items(0, 100, 600))
			r = Read(r, items(100, 7, 600, without))
			if got := lost(r); got != nil {
				t.Fatalf("%v is missed after seven items", got)
			}
			r = Read(r, items(107, 1, 600, without))
			if got := lost(r); !reflect.DeepEqual(got, []dateline.Trait{trait}) {
				t.Fatalf("after eight items %v is missed", got)
			}
			r = Read(r, items(108, 50, 600, without))
			h := habit(r, trait)
			if h.Seen != 58 || h.Had != 0 || !h.Since.Equal(noon.Add(100*time.Minute)) || !h.Lost.Equal(noon.Add(107*time.Minute)) || h.Share != 1 {
				t.Errorf("the evidence is %+v", h)
			}
			if r = Read(r, items(158, 10, 600)); lost(r) == nil {
				t.Error("ten good items are enough")
			}
			if r = Read(r, items(168, 1, 600)); lost(r) != nil {
				t.Errorf("eleven good items are not enough: %+v", habit(r, trait))
			}
			// And again, if later: what came back by itself may have been a gap.
			for n := 0; n < 100 && lost(r) == nil; n++ {
				r = Read(r, items(169+n, 1, 600, without))
			}
			if h := habit(r, trait); h.Seen < 8 || h.Seen > 40 {
				t.Errorf("the second time it takes %d items", h.Seen)
			}
		})
	}
}

func TestNotMissed(t *testing.T) {
	every := func(n int) func(*dateline.Item) {
		return func(it *dateline.Item) {
			if it.Received.Minute()%n != 0 {
				noByline(it)
			}
		}
	}
	tests := []struct {
		name          string
		before, after []Facts
	}{
		{"what was never there", items(0, 300, 600, noByline, noDate, summary), items(300, 300, 600, noByline, noDate, summary)},
		{"what was rarely there", items(0, 300, 600, every(5)), items(300, 300, 600, noByline)},
		{"what too few items had", items(0, 20, 600), items(20, 10, 20, noByline, noDate, summary)},
		{"a small change", items(0, 300, 600), items(300, 300, 400)},
		{"longer texts", items(0, 300, 600), items(300, 300, 6000)},
		{"no texts at all, as ever", items(0, 300, 0), items(300, 300, 0)},
		{"a change for the better", items(0, 300, 60, noByline, noDate, summary), items(300, 300, 600)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Read(dateline.Reading{}, tt.before)
			if got := lost(r); got != nil {
				t.Fatalf("missed from the start: %v", got)
			}
			for i := range tt.after {
				if r = Read(r, tt.after[i:i+1]); lost(r) != nil {
					t.Fatalf("%v is missed after %d items: %+v", lost(r), i+1, r)
				}
			}
		})
	}
}

// Read is a fold: how items are parted into polls does not matter, what it is
// given stays as it was, and a state that went through a store is the same.
func TestReadIsAFold(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var all []Facts
	for n := range 400 {
		it := item(n, 1+r.IntN(5000))
		for _, without := range []func(*dateline.Item){noByline, noDate, summary} {
			if r.IntN(3) == 0 || n > 300 {
				without(it)
			}
		}
		all = append(all, Of(it))
	}
	whole := Read(dateline.Reading{}, all)
	var parts dateline.Reading
	for rest := all; len(rest) > 0; {
		n := 1 + r.IntN(min(len(rest), 9))
		before, _ := json.Marshal(parts)
		next := Read(parts, rest[:n])
		after, _ := json.Marshal(parts)
		if string(before) != string(after) {
			t.Fatalf("what was given has changed: %s, was %s", after, before)
		}
		kept, err := json.Marshal(next)
		parts = dateline.Reading{}
		if err == nil {
			err = json.Unmarshal(kept, &parts)
		}
		if err != nil {
			t.Fatal(err)
		}
		rest = rest[n:]
	}
	if !reflect.DeepEqual(whole, parts) {
		t.Errorf("in parts\n%+v, at once\n%+v", parts, whole)
	}
	if lost(whole) == nil {
		t.Error("the test misses nothing")
	}
}

// What was lost before a person accepted it is shown to nobody; what is lost
// after that is.
func TestAcceptedIsNotShown(t *testing.T) {
	r := Read(dateline.Reading{}, items(0, 100, 600))
	r = Read(r, items(100, 20, 40, noByline))
	if got := lost(r); !reflect.DeepEqual(got, []dateline.Trait{dateline.TraitByline, dateline.TraitLength}) {
		t.Fatalf("missed: %v", got)
	}
	for minute, want := range map[int]int{107: 0, 106: 2} { // the eighth item flagged both
		s := dateline.Source{Accepted: noon.Add(time.Duration(minute) * time.Minute), Poll: dateline.Poll{Reading: r}}
		if got := s.Drift(); len(got) != want {
			t.Errorf("accepted at minute %d: %d shown, want %d", minute, len(got), want)
		}
	}
}

// A series is a source whose items have a trait with a share of p; with stay, an
// item is as likely as that to be like the one before it.
type series struct {
	*rand.Rand
	p, stay float64
	last    bool
}

func (s *series) next() bool {
	if s.Float64() >= s.stay {
		s.last = s.Float64() < s.p
	}
	return s.last
}

// TestFalseAlarms simulates sources that read as ever: 200 of 2,000 items each.
// Flags are counted, and the items during which one stood.
func TestFalseAlarms(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, tt := range []struct {
		p, stay float64
		flags   int // at most, in 400,000 items
	}{
		{0.1, 0, 0}, {0.3, 0, 12}, {0.5, 0, 2}, {0.7, 0, 0}, {0.9, 0, 0}, {0.97, 0, 0}, {1, 0, 0},
		// Items are not independent: what follows comes in runs, of up to ten on average.
		{0.5, 0.5, 8}, {0.9, 0.5, 10}, {0.97, 0.5, 8}, {0.5, 0.8, 40}, {0.9, 0.8, 80}, {0.9, 0.9, 160},
	} {
		flags, during := 0, 0
		for range 200 {
			s, h := series{Rand: r, p: tt.p, stay: tt.stay}, dateline.Habit{}
			for range 2000 {
				was := h.Lost
				add(&h, s.next(), noon)
				if !h.Lost.IsZero() {
					during++
					if was.IsZero() {
						flags++
					}
				}
			}
		}
		t.Logf("share %.2f, like the last %.1f: %d false flags in 400,000 items, over %.2f %% of them", tt.p, tt.stay, flags, float64(during)/4000)
		if flags > tt.flags {
			t.Errorf("share %.2f, like the last %.1f: %d false flags, want at most %d", tt.p, tt.stay, flags, tt.flags)
		}
	}
}

// TestNights: a source whose night desk names nobody is not flagged every night.
func TestNights(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	flags := 0
	for range 100 {
		h := dateline.Habit{}
		for n := range 100 * 40 {
			was := h.Lost
			add(&h, n%40 >= 12 && r.Float64() < 0.95, noon)
			if was.IsZero() && !h.Lost.IsZero() {
				flags++
			}
		}
	}
	if flags > 5 {
		t.Errorf("%d flags in 100 nights of 100 sources", flags)
	}
}

// TestDelay measures after how many items a loss is noticed, when one in twenty
// still has the trait, and how soon the flag goes away after it.
func TestDelay(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, tt := range []struct{ p, found, over float64 }{ // items on average, at most
		{0.5, 50, 60}, {0.7, 25, 30}, {0.9, 12, 18}, {0.97, 11, 14}, {1, 11, 12},
	} {
		found, over := 0, 0
		for range 200 {
			s, h := series{Rand: r, p: tt.p}, dateline.Habit{}
			for range 200 {
				add(&h, s.next(), noon)
			}
			for h.Lost.IsZero() && found < 1e6 {
				add(&h, r.Float64() < tt.p/20, noon)
				found++
			}
			for !h.Lost.IsZero() && over < 1e6 {
				add(&h, s.next(), noon)
				over++
			}
		}
		t.Logf("share %.2f: flagged after %.1f items, over after %.1f", tt.p, float64(found)/200, float64(over)/200)
		if float64(found)/200 > tt.found || float64(over)/200 > tt.over {
			t.Errorf("share %.2f: flagged after %.1f items, over after %.1f", tt.p, float64(found)/200, float64(over)/200)
		}
	}
}

// Texts are of any length; that they are short now is told from that.
func TestLengths(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	text := func(n int, typical float64) Facts {
		return Of(item(n, int(typical*math.Exp2(1.2*r.NormFloat64()))))
	}
	found, falseFlags := 0, 0
	for range 20 {
		var s dateline.Reading
		for n := range 500 {
			was := lost(s) != nil
			if s = Read(s, []Facts{text(n, 500)}); lost(s) != nil && !was {
				falseFlags++
			}
		}
		n := 0
		for ; n < 200 && lost(s) == nil; n++ {
			s = Read(s, []Facts{text(500+n, 50)})
		}
		found += n
	}
	t.Logf("%d false flags in 10,000 items; texts a tenth as long are noticed after %.1f items", falseFlags, float64(found)/20)
	if falseFlags > 0 || found > 20*30 {
		t.Errorf("%d false flags; noticed after %.1f items", falseFlags, float64(found)/20)
	}
}

// A second rebuilding is noticed as the first was: short texts do not become
// usual while the evidence is gathered, which takes longer then.
func TestLengthIsMissedAgain(t *testing.T) {
	r := Read(dateline.Reading{}, items(0, 40, 250))
	r = Read(r, items(40, 10, 14))
	if !reflect.DeepEqual(lost(r), []dateline.Trait{dateline.TraitLength}) {
		t.Fatalf("missed: %v", lost(r))
	}
	if r = Read(r, items(50, 14, 250)); lost(r) != nil {
		t.Fatalf("missed after it was mended: %v", lost(r))
	}
	if r = Read(r, items(64, 50, 14)); !reflect.DeepEqual(lost(r), []dateline.Trait{dateline.TraitLength}) {
		t.Errorf("missed the second time: %v of %+v", lost(r), r)
	}
}

func BenchmarkRead(b *testing.B) {
	r := Read(dateline.Reading{}, items(0, 100, 600))
	it := item(100, 600)
	b.ReportAllocs()
	for b.Loop() {
		batch := make([]Facts, 50)
		for i := range batch {
			batch[i] = Of(it)
		}
		r = Read(r, batch)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*50), "ns/item")
}

// TestFacts: words are counted in every kind of block, and a summary is no text.
func TestFacts(t *testing.T) {
	it := dateline.Item{Received: time.Unix(1, 0), Byline: []string{"Ann Lee"}, Published: dateline.Stamp{Time: time.Unix(2, 0)}, Body: []dateline.Block{
		{Kind: dateline.Paragraph, Text: "Twelve ships wait"}, {Kind: dateline.List, Items: []string{"one ship", "سفينتان"}},
		{Kind: dateline.Table, Rows: [][]string{{"Nora", "grain and oil"}, {"", "x"}}},
	}}
	want := Facts{At: it.Received, Byline: true, Date: true, Text: true, Words: 3 + 3 + 5}
	if got := Of(&it); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	it.Summary = true
	if got := Of(&it); got.Text {
		t.Error("a summary is taken for the text")
	}
	if got := Of(&dateline.Item{}); got != (Facts{}) {
		t.Errorf("of nothing: %+v", got)
	}
	r := dateline.Reading{Length: 3}
	if got := Read(r, nil); got.Length != 3 || got.Habits != nil {
		t.Errorf("without items %+v", got)
	}
}
