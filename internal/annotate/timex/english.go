package timex

import (
	"strings"

	"dateline/internal/annotate/token"
)

// English finds the times of an English text. published is its day
// (2006-01-02…), or "".
func English(t *token.Text, published string) []Time {
	r := newReader(t, published)
	for i := range t.Tokens {
		r.quarters = r.quarters || strings.HasSuffix(t.Tokens[i].Low, "quarter")
	}
	return r.read(r.mayStart, []func(int) reading{
		r.clock, r.monthDay, r.isoDay, r.set, r.named, r.relative, r.ago, r.quarter, r.decadeName, r.bareYear, r.length, r.reference,
	})
}

// near is how many words before an expression may tell its tense. With six 0.1
// points of the values on timex-dev are lost, with forty none are won.
const near = 18

// ahead tells the tense at token i by the nearest word before it that decides it.
// A word behind it decides only if none stands before: on Friday it will end.
func (r *reader) ahead(i int) bool {
	for k := i - 1; k >= r.first && k > i-near; k-- {
		if _, month := r.monthOf(k); month { // in May is no it may
			continue
		}
		if ahead, told := tense(r.low(k)); told {
			return ahead
		}
	}
	for k := i + 1; k < r.last && k < i+near/2; k++ {
		if w := r.low(k); w == "will" || w == "won't" {
			return true
		}
	}
	return false
}

// tense tells whether a word looks ahead; told is false for most words. What ends
// like a past is one, but for what is only planned.
func tense(w string) (ahead, told bool) {
	switch w {
	case "will", "won't", "'ll", "shall", "scheduled", "upcoming", "plans", "plan", "planned", "planning", "begin", "until", "expected", "due", "tomorrow", "would",
		"may", "could", "next", "can", "deadline", "postponed", "resume", "supposed":
		return true, true
	case "said", "was", "were", "had", "did", "has", "have", "rose", "fell", "began", "after", "since", "met", "held", "told", "took", "made", "left", "came", "went",
		"sent", "ended", "died", "set", "won", "lost":
		return false, true
	}
	return false, len(w) > 5 && strings.HasSuffix(w, "ed")
}
