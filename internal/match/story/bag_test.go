package story

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBag holds a bag against a map.
func TestBag(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var b bag
	if b.of(3) != 0 || b.has(3) || len(b.sorted()) != 0 {
		t.Error("an empty bag has words")
	}
	want := map[int32]float64{}
	for i := range 5000 {
		stem, weight := random.Int32N(2000)<<(i%3*4), float64(random.Float32())
		b.set(stem, weight)
		want[stem] = weight
		other := random.Int32N(40000)
		if got, ok := want[other]; b.of(other) != got || b.has(other) != ok {
			t.Fatalf("after %d words: %d weighs %v, want %v, %v", i, other, b.of(other), got, ok)
		}
	}
	if got := b.sorted(); !slices.Equal(got, slices.Sorted(maps.Keys(want))) || b.n != len(want) {
		t.Errorf("%d words, %d listed, want %d", b.n, len(got), len(want))
	}
	for stem, weight := range want {
		if b.of(stem) != weight {
			t.Errorf("%d weighs %v, want %v", stem, b.of(stem), weight)
		}
	}
}
