package story

import (
	"slices"
	"strconv"

	"dateline/internal/lang"
)

// facts are what keeps two events of one kind apart where no dates do: numbers,
// whatever they count, and days of the week. Ordinary words weigh little, and of
// two patches for one browser a Wednesday and a Tuesday are all the difference.
type facts struct {
	numbers []int
	days    uint8 // a bit for each day of the week
}

// What agreement and clash leave of a likeness. Over random orders of the snippets
// sameNumber gives 0.2 of pair F1, otherDays 0.3; otherNumbers 0.2 on fnc. In a
// brief text that some number is another one says nothing.
const (
	sameNumber   = 1.2 // a brief text has a number of the story's
	otherNumbers = 0.9 // a long one has some, and none of the story's
	otherDays    = 0.8
)

// factsOf reads the words of a text.
func factsOf(words []lang.Word) (f facts) {
	for _, w := range words[:min(len(words), readWords)] {
		if w.Form[0] >= '0' && w.Form[0] <= '9' {
			if n, err := strconv.Atoi(w.Form); err == nil {
				f.add(facts{numbers: []int{n}})
			}
			continue
		}
		f.days |= dayOf(w.Form)
	}
	return f
}

// dayOf is the bit of a day of the week, 0 for any other word.
// lang.Weekday is 0 of what is no day, and its bit is shifted out again.
func dayOf(form string) uint8 { return 1 << lang.Weekday(form) >> 1 }

// add puts the facts of an item, or of a story, to those of a story.
func (f *facts) add(of facts) {
	f.days |= of.days
	if len(f.numbers) == 0 { // shared, and copied when there is more
		f.numbers = slices.Clip(of.numbers)
		return
	}
	for _, n := range of.numbers {
		if !slices.Contains(f.numbers, n) {
			f.numbers = append(f.numbers, n)
		}
	}
}

// agreed is what the facts of an item leave of its likeness to a story with these.
func (f *facts) agreed(item facts, brief bool) float64 {
	left := 1.0
	if len(f.numbers) > 0 && len(item.numbers) > 0 {
		known := slices.ContainsFunc(item.numbers, func(n int) bool { return slices.Contains(f.numbers, n) })
		switch {
		case brief && known:
			left = sameNumber
		case !brief && !known:
			left = otherNumbers
		}
	}
	if f.days != 0 && item.days != 0 && f.days&item.days == 0 {
		left *= otherDays
	}
	return left
}
