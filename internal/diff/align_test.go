package diff

import (
	"math"
	"math/rand/v2"
	"testing"
)

// longestRow is the length of the longest common row, by the plain table.
func longestRow(a, b []int) int {
	best := make([][]int, len(a)+1)
	for i := range best {
		best[i] = make([]int, len(b)+1)
	}
	for i := range a {
		for j := range b {
			best[i+1][j+1] = max(best[i][j+1], best[i+1][j])
			if a[i] == b[j] {
				best[i+1][j+1] = max(best[i+1][j+1], best[i][j]+1)
			}
		}
	}
	return best[len(a)][len(b)]
}

// TestCommon: what is found is a common row in order, and none is longer.
func TestCommon(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	row := func() []int {
		out := make([]int, random.IntN(12))
		for i := range out {
			out[i] = random.IntN(4)
		}
		return out
	}
	for range 2000 {
		a, b := row(), row()
		got := common(a, b)
		i, j := -1, -1
		for _, m := range got {
			if m[0] <= i || m[1] <= j || a[m[0]] != b[m[1]] {
				t.Fatalf("%v is no common row of %v and %v", got, a, b)
			}
			i, j = m[0], m[1]
		}
		if want := longestRow(a, b); len(got) != want {
			t.Fatalf("%d of %v and %v are common, want %d", len(got), a, b, want)
		}
	}
}

// TestTooFar: rows with nothing in common within the limit keep their ends alone.
func TestTooFar(t *testing.T) {
	a, b := make([]int, longest), make([]int, longest)
	for i := range a {
		a[i], b[i] = i, -i
	}
	a[longest/2], b[3] = 7777, 7777
	a[longest-1], b[longest-1] = 8888, 8888
	if got := common(a, b); len(got) != 2 || got[1] != [2]int{longest - 1, longest - 1} {
		t.Errorf("%v are common", got)
	}
}

func TestDice(t *testing.T) {
	for _, c := range []struct {
		a, b []int
		want float64
	}{
		{nil, nil, 0}, {[]int{1}, nil, 0}, {[]int{1}, []int{1}, 1}, {[]int{1, 2}, []int{2, 3}, 0.5}, {[]int{1, 1, 2}, []int{1, 2, 2}, 2.0 / 3},
		{[]int{1, 3, 5}, []int{2, 4}, 0}, {[]int{5}, []int{1, 2, 3, 4, 5}, 1.0 / 3},
	} {
		for _, got := range []float64{dice(c.a, c.b), dice(c.b, c.a)} {
			if math.Abs(got-c.want) > 1e-9 {
				t.Errorf("%v and %v have %v in common, want %v", c.a, c.b, got, c.want)
			}
		}
	}
}

// TestPairs: of all ways to pair sentences in order the one with most in common,
// and none with less than half.
func TestPairs(t *testing.T) {
	sentence := func(words ...int) (out []token) {
		for _, w := range words {
			out = append(out, token{id: w, word: true})
		}
		return append(out, token{id: 99})
	}
	one, two, three := sentence(1, 2, 3, 4), sentence(11, 12, 13, 14), sentence(21, 22, 23, 24)
	likeOne, likeTwo, halfOne, lessOne := sentence(1, 2, 3, 5), sentence(11, 12, 13, 15), sentence(1, 2, 6, 7), sentence(1, 6, 7, 8)
	for _, c := range []struct {
		name          string
		before, after [][]token
		want          [][2]int
	}{
		{"in order", [][]token{one, two}, [][]token{likeOne, likeTwo}, [][2]int{{0, 0}, {1, 1}}},
		{"one between", [][]token{one, two}, [][]token{likeOne, three, likeTwo}, [][2]int{{0, 0}, {1, 2}}},
		{"one gone", [][]token{one, three, two}, [][]token{likeOne, likeTwo}, [][2]int{{0, 0}, {2, 1}}},
		{"the other way round one of the two", [][]token{one, two}, [][]token{two, likeOne}, [][2]int{{1, 0}}},
		{"the nearer of two", [][]token{one}, [][]token{halfOne, likeOne}, [][2]int{{0, 1}}},
		{"two that are less than one", [][]token{one, two}, [][]token{halfOne, one, likeTwo}, [][2]int{{0, 1}, {1, 2}}},
		{"half", [][]token{one}, [][]token{halfOne}, [][2]int{{0, 0}}},
		{"less than half", [][]token{one}, [][]token{lessOne}, nil},
		{"nothing", nil, [][]token{one}, nil},
	} {
		got := pairs(c.before, c.after)
		same := len(got) == len(c.want)
		for i := range min(len(got), len(c.want)) {
			same = same && got[i] == c.want[i]
		}
		if !same {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
