package web

import (
	"math"
	"slices"
	"strconv"
	"time"

	"dateline"
)

// The picture of one text's way: a line of time with a dot for each item that
// has it. It shows how many came when, at a glance; names and times stand in the
// list under it, so it needs no words of its own but those for who cannot see it.

const (
	lineWidth   = 320.0 // of the picture's own units; it fills its column
	lineEdge    = 9.0   // so that the first and the last dot are whole
	lineNearest = 10.0  // between two dots, or they are one blot
	lineDots    = 24    // more would stand closer than that
)

// A timeline is the picture.
type timeline struct {
	Title, Described string
	First, Last      Moment
	Dots             []dot
}

// A dot is an item on the line.
type dot struct {
	X     string // a number
	Class string // earliest, copy or other; here as well on the item's own page
}

// An arrival is an item on its way to being a dot.
type arrival struct {
	at    time.Time
	class string
}

// newTimeline draws what came when, the earliest known first. For Arabic time
// runs from right to left.
func newTimeline(e *edition, came []arrival, day time.Time, counts string) *timeline {
	if len(came) < 2 {
		return nil
	}
	if len(came) > lineDots { // the beginning, where most of it happens, and the end
		came = append(slices.Clone(came[:lineDots-1]), came[len(came)-1])
	}
	first, last := came[0].at, came[0].at
	for _, a := range came {
		if a.at.After(last) {
			last = a.at
		}
	}
	t := &timeline{
		Title: e.words.Match.Text,
		First: moment(e.Edition, rfc(first), day, first), Last: moment(e.Edition, rfc(last), day, last),
	}
	t.Described = e.words.Match.Drawing.With(t.First.Shown, t.Last.Shown, counts)
	for i, x := range spread(places(came, first, last)) {
		if e.Direction() == dateline.RightToLeft {
			x = lineWidth - x
		}
		t.Dots = append(t.Dots, dot{strconv.FormatFloat(x, 'f', 1, 64), came[i].class})
	}
	return t
}

// places are where on the line the times stand. What took days is drawn by the
// logarithm of its minutes, or all that came in the first hour would be one dot.
func places(came []arrival, first, last time.Time) []float64 {
	scale := func(d time.Duration) float64 { return d.Minutes() }
	if last.Sub(first) > 36*time.Hour {
		scale = func(d time.Duration) float64 { return math.Log1p(d.Minutes()) }
	}
	whole := scale(last.Sub(first))
	out := make([]float64, len(came))
	for i, a := range came {
		out[i] = lineEdge
		// What claims to be earlier than the earliest known one stands with it.
		if d := a.at.Sub(first); d > 0 && whole > 0 {
			out[i] += scale(d) / whole * (lineWidth - 2*lineEdge)
		}
	}
	return out
}

// spread moves places apart that are too near, first towards the end, then back
// from it. Their order stays, and there is room for lineDots of them.
func spread(xs []float64) []float64 {
	order := make([]int, len(xs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case xs[a] < xs[b]:
			return -1
		case xs[a] > xs[b]:
			return 1
		}
		return 0
	})
	for i := 1; i < len(order); i++ {
		xs[order[i]] = max(xs[order[i]], xs[order[i-1]]+lineNearest)
	}
	limit := lineWidth - lineEdge
	for _, i := range slices.Backward(order) {
		xs[i] = min(xs[i], limit)
		limit = xs[i] - lineNearest
	}
	return xs
}
