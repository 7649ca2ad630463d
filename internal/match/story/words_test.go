package story

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestStoryOfOne: a story of one item, which has no table, says what one with a table
// of the same words says.
func TestStoryOfOne(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	item := func(words int) (m member) {
		for _, stem := range random.Perm(200)[:words] {
			m.vector = append(m.vector, newWeighted(int32(stem), inUnits(random.Float64()), stem%5 == 0))
		}
		return m
	}
	var d desk
	for _, words := range []int{0, 1, 7, keep} {
		m := item(words)
		f, _ := m.pack(nil)
		one := story{items: 1, only: [1]filed{f}}
		table := one
		table.unfold()
		if one.sum != nil || table.sum.weights.n != words || len(table.members()) != 1 {
			t.Fatalf("%d words: a table of %d", words, table.sum.weights.n)
		}
		for stem := range int32(200) {
			if one.of(stem) != table.of(stem) || one.has(stem) != table.has(stem) {
				t.Errorf("%d weighs %v, want %v", stem, one.of(stem), table.of(stem))
			}
		}
		if got, want := one.sorted(), table.sorted(); !slices.Equal(got, want) {
			t.Errorf("words %v, want %v", got, want)
		}
		for _, asks := range []int{1, keep} { // of the first the table is asked word by word
			m := item(asks)
			d.lay(&m, 200)
			got, want := d.shared(&one, &m), d.shared(&table, &m)
			if math.Abs(got.sum-want.sum) > 1e-9 || got.names != want.names || math.Abs(got.named-want.named) > 1e-9 {
				t.Errorf("%d words: %+v in common, want %+v", words, got, want)
			}
			d.clear(&m)
		}
	}
}
