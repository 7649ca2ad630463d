package match

import (
	"math"
	"math/rand/v2"
	"testing"
)

func randomKeys(random *rand.Rand, n int) []uint64 {
	out := make([]uint64, n)
	for i := range out {
		out[i] = random.Uint64()
	}
	return out
}

// TestSketch: what a sketch gives back is the marks of the keys, each once,
// however far they lie apart.
func TestSketch(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 9))
	at := func(marks ...uint64) (keys []uint64) {
		for _, m := range marks {
			keys = append(keys, m<<(64-markBits)|random.Uint64N(1<<(64-markBits)))
		}
		return keys
	}
	for name, keys := range map[string][]uint64{
		"none":             nil,
		"the first":        at(0),
		"the last":         at(1<<markBits - 1),
		"both":             at(1<<markBits-1, 0),
		"one mark twice":   at(7, 7, 8),
		"254 apart":        at(0, 254),
		"255 apart":        at(0, 255),
		"256 apart":        at(0, 256),
		"twice 255 apart":  at(0, 510),
		"twice 256 apart":  at(0, 512),
		"as many as may":   randomKeys(random, maxKeys),
		"as many as usual": randomKeys(random, 50),
	} {
		want := map[int]bool{}
		for _, k := range keys {
			want[mark(k)] = true
		}
		m := &marked{}
		m.set(keys, &[maxKeys]int{}, 100)
		sketch := appendSketch(nil, keys)
		share, has := m.share(sketch, m.rare())
		if has != len(want) || len(keys) > 0 && math.Abs(share-1) > 1e-6 {
			t.Errorf("%s: %d marks, want %d, and a share of itself of %v", name, has, len(want), share)
		}
		if len(keys) == 50 && len(sketch) > 62 {
			t.Errorf("%d bytes for 50 keys", len(sketch))
		}
	}
}

// TestShare: keys that many items have say little, and of two items that differ in
// length the share is that of the one of which it is more.
func TestShare(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	rare, common := randomKeys(random, 40), randomKeys(random, 40)
	keys := append(append([]uint64{}, rare...), common...)
	have := [maxKeys]int{}
	for i := range common {
		have[len(rare)+i] = 500
	}
	m := &marked{}
	m.set(keys, &have, 1000)
	tests := []struct {
		name     string
		of       []uint64
		rare     uint8 // what the index holds of it
		from, to float64
	}{
		{"the rare half", rare, 255, 0.95, 1},
		{"the common half and others", append(randomKeys(random, 40), common...), 150, 0.08, 0.2},
		{"a quarter of the rare ones and others", append(randomKeys(random, 30), rare[:10]...), 255, 0.2, 0.35},
		{"others", randomKeys(random, 80), 255, 0, 0.05},
	}
	for _, test := range tests {
		if share, _ := m.share(appendSketch(nil, test.of), test.rare); share < test.from || share > test.to {
			t.Errorf("%s: %.3f, want %.2f to %.2f", test.name, share, test.from, test.to)
		}
	}
}

// TestIndexHoldsTemplatesApart: where all is told in the same sentences, the
// rewrite of one of 2,000 items is found, and hardly any other is worth a
// comparison.
func TestIndexHoldsTemplatesApart(t *testing.T) {
	random := rand.New(rand.NewPCG(10, 9))
	phrases := randomKeys(random, 100)
	x := New(Config{Open: 300}) // several segments
	items := make([][]uint64, 2000)
	for i := range items {
		random.Shuffle(len(phrases), func(i, j int) { phrases[i], phrases[j] = phrases[j], phrases[i] })
		items[i] = append(randomKeys(random, 15), phrases[:35]...)
		x.Add(uint64(i), 0, items[i])
	}
	found, others := 0, 0
	for n := range 200 {
		i := n * 10
		random.Shuffle(len(items[i]), func(a, b int) { items[i][a], items[i][b] = items[i][b], items[i][a] })
		told := append(randomKeys(random, 8), items[i][:30]...) // with words of its own
		random.Shuffle(len(phrases), func(i, j int) { phrases[i], phrases[j] = phrases[j], phrases[i] })
		for _, c := range x.Candidates(append(told, phrases[:12]...)) {
			if c.ID == uint64(i) && c.Whole {
				found++
			} else if c.Whole {
				others++
			}
		}
	}
	if found < 195 || others > 40 {
		t.Errorf("%d of 200 rewrites found, and %d others are worth a comparison", found, others)
	}
}
