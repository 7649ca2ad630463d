// Package drift notices when the reading of a source changes for the worse: its
// pages were rebuilt, and bylines, dates or half of the text are suddenly
// missing. It is pure: the same items in the same order give the same state.
//
// Each trait of an item (dateline.Trait) is there or not, so a source is a row
// of yes and no for each of them. What is usual is learnt; whether it still
// holds is asked by a CUSUM of log likelihood ratios (Page, Continuous
// inspection schemes, Biometrika 41, 1954; for shares: Reynolds and Stoumbos, A
// CUSUM chart for monitoring a proportion when inspecting continuously, J.
// Quality Technology 31, 1999): every item without the trait adds evidence that
// only half as many items have it as before, every item with it takes some
// away. Such a sum waits for a large and lasting change and does not mind a
// small or short one; it needs no window, so a state is a handful of numbers.
//
// Its threshold is a rate of false alarms and not a matter of taste: with ln(n),
// at least n items pass on average before a source that reads as ever is
// flagged (Lorden, Procedures for reacting to a change in distribution, Annals
// of Mathematical Statistics 42, 1971).
package drift

import (
	"math"
	"strings"
	"time"

	"dateline"
)

const (
	// limit is the score that flags: ln(1,200,000), a false alarm in no fewer
	// than a million items a trait if each came as the model has it. They do not
	// quite (a night desk names nobody), which is what the wide margin is for.
	limit = 14.0
	// most is what one item may add, so that eight items at least must agree,
	// however sure the trait was before.
	most = limit / 8
	// regained is the score at which a flag is taken away: eleven items in a row
	// with the trait. To wait for 0 would double that and prevent nothing.
	regained = limit / 2
	// enough is how many items must have been read before one is missed.
	enough = 30
	// memory is how many items the usual share is learnt from: it follows a slow
	// change of the source itself.
	memory = 500
	// least is the share below which a trait is not missed: a source that names
	// somebody on one item in four has no bylines to lose.
	least = 0.3
	// trust is how many gaps of its own a source must have shown before they count
	// as much as its usual share does.
	trust = 10
	// sure is how many standard errors below its estimate a usual share is taken
	// to be: one learnt from few items is missed later.
	sure = 2
)

// Facts are what is watched of one item.
type Facts struct {
	At                 time.Time // when it was received
	Byline, Date, Text bool
	Words              int
}

// Of tells the facts of an item.
func Of(it *dateline.Item) Facts {
	return Facts{
		At: it.Received, Byline: len(it.Byline) > 0, Date: !it.Published.IsZero(),
		Text: !it.Summary && len(it.Body) > 0, Words: words(it),
	}
}

// Read goes on from a state with items that a source filed, in their order, and
// returns the state after them. What it is given stays as it was.
func Read(r dateline.Reading, items []Facts) dateline.Reading {
	if len(items) == 0 {
		return r
	}
	next := r
	next.Habits = nil // a new list: what is given stays as it was
	for _, t := range traits() {
		next.Habits = append(next.Habits, habit(r, t))
	}
	for _, f := range items {
		length := math.Log2(1 + float64(f.Words))
		for i, has := range [...]bool{f.Byline, f.Date, f.Text, length >= next.Length-1} { // half of it: the logarithm is that of 2
			add(&next.Habits[i], has, f.At)
		}
		learnLength(&next, length)
	}
	return next
}

// traits are in the order in which Read asks for them.
func traits() [4]dateline.Trait {
	return [...]dateline.Trait{dateline.TraitByline, dateline.TraitDate, dateline.TraitText, dateline.TraitLength}
}

// habit finds that of a trait; one that is not there yet has learnt nothing.
func habit(r dateline.Reading, t dateline.Trait) dateline.Habit {
	for _, h := range r.Habits {
		if h.Trait == t {
			return h
		}
	}
	return dateline.Habit{Trait: t}
}

// add takes account of one item.
func add(h *dateline.Habit, has bool, at time.Time) {
	if h.Seen == 0 {
		h.Since = at
	}
	usual := lower(h.Share, h.Items)
	judged := h.Items >= enough && usual >= least
	if judged {
		h.Score = min(max(0, h.Score+step(h, usual, has)), limit)
	}
	h.Seen++
	switch {
	case !has:
		h.Gap++
	case h.Gap > 0:
		h.Had, h.Back, h.Gap = h.Had+1, h.Back+1, 0
	default:
		h.Had++
	}
	switch {
	case !h.Lost.IsZero():
		if h.Score <= regained {
			forgive(h)
		}
	case h.Score >= limit:
		h.Lost = at
	case h.Score == 0 && (judged || h.Seen == enough): // nothing is suspected: learn
		learn(h)
	}
}

// step is the logarithm of how much likelier an item is, after the one before
// it, when only half as many have the trait.
func step(h *dateline.Habit, usual float64, has bool) float64 {
	if has {
		return -math.Ln2
	}
	if h.Gap > 0 { // what is missing once may well be missing again
		usual = (h.Gaps*h.Closed + trust*usual) / (h.Gaps + trust)
	}
	return min(math.Log((1-usual/2)/(1-usual)), most)
}

// learn moves what is usual towards the items since it was learnt last, and
// begins anew. What is suspected is not learnt from, so that a change does not
// become usual before it is noticed.
func learn(h *dateline.Habit) {
	blend(&h.Items, &h.Share, h.Had, h.Seen)
	blend(&h.Gaps, &h.Closed, h.Back, h.Seen-h.Had)
	rest(h)
}

// forgive takes a flag away. That the trait came back by itself is learnt as a
// gap of the fewest items that flag: whose items lack it every night is flagged
// a few times and then not for a night any more; whose pages were repaired is
// flagged again, if later.
func forgive(h *dateline.Habit) {
	blend(&h.Gaps, &h.Closed, 1, limit/most)
	rest(h)
}

// rest begins a new run of items.
func rest(h *dateline.Habit) {
	*h = dateline.Habit{Trait: h.Trait, Items: h.Items, Share: h.Share, Gaps: h.Gaps, Closed: h.Closed}
}

// blend moves a share that stands on some items towards that of others.
func blend(items, share *float64, had, seen int) {
	if seen == 0 {
		return
	}
	*items = min(*items+float64(seen), memory)
	*share += (float64(had)/float64(seen) - *share) * min(1, float64(seen) / *items)
}

// lower is the lower end of Wilson's interval for a share.
func lower(share, items float64) float64 {
	if items == 0 {
		return 0
	}
	z2 := float64(sure * sure)
	return (share + z2/(2*items) - sure*math.Sqrt(share*(1-share)/items+z2/(4*items*items))) / (1 + z2/items)
}

// learnLength moves the usual length towards that of an item, unless there is
// good reason to think that texts have become short.
func learnLength(r *dateline.Reading, length float64) {
	h := &r.Habits[len(r.Habits)-1]
	if !h.Lost.IsZero() || h.Score >= regained {
		return
	}
	// The mean must not follow a change before it is noticed: over 200 items, 15
	// texts that are a sixteenth as long lower it by 0.3, from a half to 0.6 of
	// what was usual.
	weight := 1.0 / 200
	if h.Items < enough {
		weight = 1 / (h.Items + float64(h.Seen))
	}
	r.Length += (length - r.Length) * weight
}

// words is about how many words the text of an item has. Spaces are counted
// because that is 50 times cheaper than characters (0.4 against 21 µs an item of
// 500 Arabic words) and does not make Arabic twice as long as English, as bytes do.
func words(it *dateline.Item) (n int) {
	for i := range it.Body {
		b := &it.Body[i]
		n += spaced(b.Text)
		for _, s := range b.Items {
			n += spaced(s)
		}
		for _, row := range b.Rows {
			for _, cell := range row {
				n += spaced(cell)
			}
		}
	}
	return n
}

func spaced(s string) int {
	if s == "" {
		return 0
	}
	return 1 + strings.Count(s, " ")
}
