package across

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

func index(t testing.TB) *Index {
	t.Helper()
	x, err := NewIndex(Config{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestFind(t *testing.T) {
	x := index(t)
	day := time.Date(2031, 3, 1, 9, 0, 0, 0, time.UTC)
	for i := range 50 {
		x.Add(Read(fmt.Sprintf("Talks of Ulf Tanner with Varga number %d in Kolm went on", 100+i)), day)
	}
	x.Add(Read(otherAR), day)
	x.Add(Read(fireEN), day)
	tests := []struct {
		name string
		text string
		date time.Time
		want int // -1 for none
	}{
		{"its translation", fireAR, day, 51},
		{"undated", fireAR, time.Time{}, 51},
		{"three days later", fireAR, day.AddDate(0, 0, 3), 51},
		{"three days before", fireAR, day.AddDate(0, 0, -3), 51},
		{"a second more", fireAR, day.AddDate(0, 0, 3).Add(time.Second), -1},
		{"two days later", fireAR, day.AddDate(0, 0, 2), 51},
		{"a month later", fireAR, day.AddDate(0, 1, 0), -1},
		{"another event", otherAR, day, -1},
		{"its own language", fireEN, day, -1},
		{"nothing", "", day, -1},
	}
	for _, test := range tests {
		g, ok := x.Find(Read(test.text), test.date)
		if ok != (test.want >= 0) || ok && g.Item != test.want {
			t.Errorf("%s: %+v, %v", test.name, g, ok)
		}
		if ok && (g.Confidence < 0.55 || g.Confidence > 1) {
			t.Errorf("%s: confidence %v", test.name, g.Confidence)
		}
	}
}

// TestFindTakesTheBest: of two reports with the same people the one with the
// item's own numbers.
func TestFindTakesTheBest(t *testing.T) {
	x := index(t)
	x.Add(Read(laterAR), time.Time{})
	x.Add(Read(fireAR), time.Time{})
	x.Add(Read(laterAR), time.Time{})
	if g, ok := x.Find(Read(fireEN), time.Time{}); !ok || g.Item != 1 {
		t.Errorf("%+v, %v", g, ok)
	}
}

// TestNamesOfEveryDay: what all items have is worth nothing.
func TestNamesOfEveryDay(t *testing.T) {
	x := index(t)
	const every = "Then Maren Holt and Ulf Tanner met in Grauberg again"
	for range 300 {
		x.Add(Read(every), time.Time{})
	}
	if g, ok := x.Find(Read("اجتمعت مارين هولت مع أولف تانر في غراوبرغ"), time.Time{}); ok {
		t.Errorf("%+v", g)
	}
	if r := x.rarity(Skeleton("holt")); r > 0.1 {
		t.Errorf("a name of every item is worth %v", r)
	}
	if r := x.rarity("never"); r != 1 {
		t.Errorf("a name that was never met is worth %v", r)
	}
}

// TestKeysStayShort: a key leads to the newest items only.
func TestKeysStayShort(t *testing.T) {
	x := index(t)
	for range 10 * newest {
		x.Add(Read("Then Holt spoke"), time.Time{})
	}
	p := x.keys[Skeleton("holt")]
	if n := len(p.items[0]); n > 2*newest || p.seen != 10*newest || int(p.items[0][n-1]) != 10*newest-1 {
		t.Errorf("%d items, seen %d, the last is %d", n, p.seen, p.items[0][n-1])
	}
}

// BenchmarkFind is the cost of an item: read, find, add.
func BenchmarkFind(b *testing.B) {
	for _, held := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(held), func(b *testing.B) {
			x := index(b)
			for i := range held {
				x.Add(Read(fmt.Sprintf("%s Case %d of Holt%c", fireAR, i, 'a'+i%26)), time.Time{})
			}
			for b.Loop() {
				sig := Read(fireEN)
				x.Find(sig, time.Time{})
			}
		})
	}
}

// TestForgets: an index answers by the newest items alone, as one does that has
// never seen others.
func TestForgets(t *testing.T) {
	long, err := NewIndex(Config{Items: 40})
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	latin, arabic := []string{"ka", "lo", "mi", "ter", "san", "du", "re", "bo", "ne", "shi", "gar", "bol"},
		[]string{"كا", "لو", "مي", "تر", "سان", "دو", "ري", "بو", "ني", "شي", "غار", "بول"}
	var all []string // each item is the translation of the one before, or the first of two
	for range 150 {
		en, ar := "There were talks in", "جرت محادثات في"
		for range 5 {
			x, y := "", ""
			for range 3 {
				n := random.IntN(len(latin))
				x, y = x+latin[n], y+arabic[n]
			}
			en, ar = en+" "+strings.ToUpper(x[:1])+x[1:]+" of", ar+" "+y
		}
		all = append(all, en, ar)
	}
	text := func(i int) string { return all[i] }
	found := 0
	for i := range all {
		if i >= 60 {
			short, err := NewIndex(Config{Items: 40})
			if err != nil {
				t.Fatal(err)
			}
			for k := i - 40; k < i; k++ {
				short.Add(Read(text(k)), time.Time{})
			}
			sig := Read(text(i))
			a, ok := long.Find(sig, time.Time{})
			b, also := short.Find(sig, time.Time{})
			b.Item += i - 40
			if ok != also || ok && a != b {
				t.Fatalf("item %d: %+v, by the newest alone %+v", i, a, b)
			}
			if ok {
				found++
			}
			if len(long.keys) != len(short.keys) {
				t.Fatalf("item %d: %d keys, by the newest alone %d", i, len(long.keys), len(short.keys))
			}
		}
		long.Add(Read(text(i)), time.Time{})
	}
	if found < 20 {
		t.Errorf("%d of 240 find a translation: that shows little", found)
	}
}
