package story

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestDesk: what stands on the desk has in common with a story what the story's
// table says, whether it is small or large, and nothing is left lying there.
func TestDesk(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var d desk
	for _, size := range []int{0, 1, 40, 90, 5000} {
		var b bag
		for range size {
			b.set(random.Int32N(int32(2*size)), random.Float64())
		}
		var m member
		for i := range int32(80) {
			m.vector = append(m.vector, newWeighted(i*3, random.Float32(), i%4 == 0))
		}
		d.lay(&m, 5000+size) // grows from one to the next
		st := &story{sum: &sum{weights: b}}
		got, want := d.shared(st, &m), st.shared(&m)
		if math.Abs(got.sum-want.sum) > 1e-9 || got.names != want.names || math.Abs(got.named-want.named) > 1e-9 {
			t.Errorf("%d words: %+v, want %+v", size, got, want)
		}
		if size > 1 && (want.sum == 0 || want.names == 0) {
			t.Errorf("%d words: nothing in common, the test shows nothing", size)
		}
		d.clear(&m)
		if slices.ContainsFunc(d, func(w float32) bool { return w != 0 }) {
			t.Fatal("words are left on the desk")
		}
	}
}

// TestPlaced: the most like stand first, the older of two before the younger, and
// no more of them than a crowd needs.
func TestPlaced(t *testing.T) {
	var got []liking
	for _, l := range []liking{{1, .2, 0}, {2, .5, 0}, {3, .1, 0}, {4, .5, 0}, {5, .3, 0}, {6, .05, 0}, {0, .5, 0}} {
		got = placed(got, l)
	}
	if want := []liking{{0, .5, 0}, {2, .5, 0}, {4, .5, 0}, {5, .3, 0}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// BenchmarkAdd tells the stories of items from four templates, where an item has
// words in common with thousands of stories:
//
//	go test -run '^$' -bench Add -benchtime 10000x ./internal/match/story
func BenchmarkAdd(b *testing.B) {
	random := rand.New(rand.NewPCG(5, 6))
	name := func() string {
		return fmt.Sprintf("N%s%s", string(rune('a'+random.IntN(26))), string(rune('a'+random.IntN(26))))
	}
	text := func(n int) (s string) {
		for i := range 40 {
			s += fmt.Sprintf("The phrase%d of template%d was read to word%d in %s. ", i, n%4, random.IntN(3000), name())
		}
		return s
	}
	items := make([]Item, 2000)
	for i := range items {
		items[i] = Item{Body: text(i), Date: day(1)}
	}
	s := New(Config{})
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		s.Add(items[n%len(items)])
	}
}
