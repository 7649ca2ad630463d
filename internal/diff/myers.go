package diff

// longest is how many deletions and insertions together are looked for. Beyond it
// two rows have nothing in common but their ends: the search costs the square.
const longest = 1000

// common is the longest row of elements that stand in both rows, in order, as
// pairs of places.
func common(a, b []int) [][2]int {
	// What both begin and end with is matched without a search; of two versions of one item
	// that is most of it.
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	out := make([][2]int, 0, head+tail)
	for i := range head {
		out = append(out, [2]int{i, i})
	}
	for _, m := range middle(a[head:len(a)-tail], b[head:len(b)-tail]) {
		out = append(out, [2]int{m[0] + head, m[1] + head})
	}
	for i := tail; i > 0; i-- {
		out = append(out, [2]int{len(a) - i, len(b) - i})
	}
	return out
}

// middle is Myers' greedy search: furthest holds how far the best path with d
// edits has come on each diagonal, and the paths are walked back from the end.
func middle(a, b []int) [][2]int {
	n, m := len(a), len(b)
	if n == 0 || m == 0 {
		return nil
	}
	limit := min(n+m, longest)
	// One diagonal more on each side, so that the outermost ones have neighbours to ask.
	furthest := make([]int, 2*limit+3)
	at := func(k int) *int { return &furthest[k+limit+1] }
	var trace [][]int // of diagonals -d to d, before each step
	for d := 0; d <= limit; d++ {
		trace = append(trace, append([]int(nil), furthest[limit-d:limit+d+3]...))
		for k := -d; k <= d; k += 2 {
			x := *at(k - 1) + 1
			if k == -d || k != d && *at(k - 1) < *at(k + 1) {
				x = *at(k + 1)
			}
			for x < n && x-k < m && x >= 0 && x-k >= 0 && a[x] == b[x-k] {
				x++
			}
			*at(k) = x
			if k == n-m && x >= n {
				return walk(trace, n, m)
			}
		}
	}
	return nil
}

// walk follows the trace back and gives the matches in order.
func walk(trace [][]int, x, y int) [][2]int {
	var out [][2]int
	for d := len(trace) - 1; d >= 0; d-- {
		at := func(k int) int { return trace[d][k+d+1] }
		k := x - y
		from := k - 1
		if k == -d || k != d && at(k-1) < at(k+1) {
			from = k + 1
		}
		x0 := at(from)
		y0 := x0 - from
		if d == 0 {
			x0, y0 = 0, 0
		}
		for x > x0 && y > y0 {
			x, y = x-1, y-1
			out = append(out, [2]int{x, y})
		}
		x, y = x0, y0
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}
