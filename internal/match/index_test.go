package match

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"dateline/internal/datatest"
)

// synthetic makes items of words drawn as in a language: few of them often.
type synthetic struct {
	words []string
	zipf  *rand.Zipf
}

func newSynthetic() *synthetic {
	random := rand.New(rand.NewPCG(1, 2))
	s := &synthetic{zipf: rand.NewZipf(random, 1.07, 8, 49_999)}
	for range 50_000 {
		w := make([]byte, 2+random.IntN(9))
		for i := range w {
			w[i] = "etaoinshrdlucmfwypvbgkjqxz"[min(random.IntN(26), random.IntN(26))]
		}
		s.words = append(s.words, string(w))
	}
	return s
}

func (s *synthetic) text(words int) string {
	var b strings.Builder
	for range words {
		b.WriteString(s.words[s.zipf.Uint64()])
		b.WriteByte(' ')
	}
	return b.String()
}

func TestIndexFindsCopies(t *testing.T) {
	s := newSynthetic()
	x := New(Config{Open: 50})
	var texts []string
	for i := range 1200 {
		texts = append(texts, s.text(300))
		x.Add(uint64(i)+7, i/100, Read(texts[i]).Keys())
	}
	if x.Len() != 1200 {
		t.Fatalf("%d items", x.Len())
	}
	for _, i := range []int{0, 49, 50, 333, 800, 1199} {
		for name, copy := range map[string]string{"itself": texts[i], "part": texts[i][:len(texts[i])/3], "mistyped": mistype(texts[i], 8)} {
			found := x.Candidates(Read(copy).Keys())
			if len(found) == 0 || found[0].ID != uint64(i)+7 {
				t.Errorf("item %d, %s: %v", i, name, found)
			}
		}
	}
	if found := x.Candidates(Read(s.text(300)).Keys()); len(found) > 3 {
		t.Errorf("%d items share keys with a new one", len(found))
	}
	if found := x.Candidates(nil); len(found) != 0 {
		t.Errorf("no keys find %v", found)
	}
}

// TestIndexDoesNotDependOnSegments compares an index that puts items in order
// often with one that never does.
func TestIndexDoesNotDependOnSegments(t *testing.T) {
	s := newSynthetic()
	often, never := New(Config{Open: 16}), New(Config{Open: 100_000})
	for i := range 500 {
		text := s.text(60)
		if i%5 == 4 {
			text = mistype(text, 10)
		}
		keys := Read(text).Keys()
		if a, b := fmt.Sprint(often.Candidates(keys)), fmt.Sprint(never.Candidates(keys)); a != b {
			t.Fatalf("item %d: %s and %s", i, a, b)
		}
		often.Add(uint64(i), 0, keys)
		never.Add(uint64(i), 0, keys)
	}
	if n := len(often.segs); n < 2 || n > 8 {
		t.Errorf("%d segments of 500 items, want a few", n)
	}
}

func TestIndexPassesOverPhrases(t *testing.T) {
	for _, open := range []int{10, 1000} {
		x := New(Config{Open: open, Common: 5})
		for i := range 100 {
			x.Add(uint64(i), 0, []uint64{1 << 40, uint64(i) << 50, uint64(i)<<50 | 1<<45})
		}
		if found := x.Candidates([]uint64{1 << 40}); len(found) != 0 {
			t.Errorf("open %d: a key of all finds %d items", open, len(found))
		}
		if found := x.Candidates([]uint64{1 << 40, 42 << 50}); len(found) != 1 || found[0].ID != 42 {
			t.Errorf("open %d: a rare key finds %v", open, found)
		}
	}
}

func TestIndexForgets(t *testing.T) {
	s := newSynthetic()
	x := New(Config{Open: 10})
	first := Read(s.text(100)).Keys()
	x.Add(1, 1, first)
	for i := range 400 {
		x.Add(uint64(i)+2, 2+i/20, Read(s.text(100)).Keys())
	}
	before := x.Len()
	x.Forget(1)
	if x.Len() != before {
		t.Errorf("%d items gone that are young enough", before-x.Len())
	}
	x.Forget(20)
	if found := x.Candidates(first); len(found) > 0 && found[0].ID == 1 {
		t.Error("an old item is still found")
	}
	if x.Len() == 0 || x.Len() == before {
		t.Errorf("%d of %d items left", x.Len(), before)
	}
}

// BenchmarkItem is the whole cost of an item: keys, candidates, add. It is
// printed against the number of items held, with the memory that these take.
func BenchmarkItem(b *testing.B) {
	s := newSynthetic()
	texts := make([]string, 512)
	for i := range texts {
		texts[i] = s.text(330)
	}
	for _, held := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(held), func(b *testing.B) {
			x, size := fill(held)
			b.ReportAllocs()
			before := datatest.CPU(b)
			b.ResetTimer()
			found := 0
			for i := range b.N {
				keys := Read(texts[i%len(texts)]).Keys()
				found += len(x.Candidates(keys))
				if i < 4096 { // the number of items held stays about the same
					x.Add(uint64(held+i), 30, keys)
				}
			}
			b.ReportMetric(float64((datatest.CPU(b)-before).Microseconds())/float64(b.N), "cpu-µs/item")
			b.ReportMetric(float64(size)/(1<<20), "MB-held")
			b.ReportMetric(float64(size)/float64(held), "B/item-held")
			runtime.KeepAlive(x)
		})
	}
}

// fill makes an index of items with as many keys as news has, without the cost
// of making texts: the keys of different items are as good as random.
func fill(held int) (*Index, uint64) {
	random := rand.New(rand.NewPCG(3, 4))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	x := New(Config{})
	keys := make([]uint64, 0, 100)
	for i := range held {
		keys = keys[:0]
		for range 35 + random.IntN(30) {
			keys = append(keys, random.Uint64())
		}
		x.Add(uint64(i), i*30/held, keys)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	return x, after.HeapAlloc - before.HeapAlloc
}

// TestIndexTellsPhrasesFromCopies: many items of one template share keys that say
// little, and are no candidates worth a comparison; a rewrite of what sixty
// outlets carry is, although all those have its keys.
func TestIndexTellsPhrasesFromCopies(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	keys := func(n int) []uint64 {
		out := make([]uint64, n)
		for i := range out {
			out[i] = random.Uint64()
		}
		return out
	}
	x, template := New(Config{}), keys(10)
	for i := range 60 {
		x.Add(uint64(i), 0, append(keys(40), template...))
	}
	wire := keys(50)
	for i := range 60 {
		x.Add(uint64(100+i), 0, wire)
	}
	once := append(keys(40), template...)
	x.Add(200, 0, once)
	tests := []struct {
		name  string
		keys  []uint64
		first uint64 // of a family, the first number that it may have
		whole bool
	}{
		{"the template with other names", append(keys(40), template...), 0, false},
		{"a copy of one of them", once, 200, true},
		{"its rewrite", append(keys(25), append(slices.Clone(once[:15]), template...)...), 200, true},
		{"mistyped, so that four runs are left", append(keys(46), once[:4]...), 200, true},
		{"a copy of what all carry", wire, 100, true},
		{"a rewrite of it", append(keys(25), wire[:25]...), 100, true},
		{"a round-up with a third of it", append(keys(100), wire[:20]...), 100, true},
	}
	for _, test := range tests {
		found := x.Candidates(test.keys)
		if len(found) == 0 {
			t.Errorf("%s: nothing found", test.name)
			continue
		}
		if got := found[0]; got.Whole != test.whole || got.ID < test.first || got.ID >= test.first+60 && test.first != 0 {
			t.Errorf("%s: %+v", test.name, got)
		}
	}
}
