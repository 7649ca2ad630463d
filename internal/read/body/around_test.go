package body

import (
	"strings"
	"testing"
)

func TestTopicOf(t *testing.T) {
	for subhead, want := range map[string]topic{
		"Frequently asked questions": asking,
		"FAQs":                       asking,
		"About us":                   outlet,
		"The bottom line":            ending,
		"Conclusion":                 ending,
		"References and notes":       sources,
		"Storm over the harbour":     anything,
		"الخلاصة":                    anything,
	} {
		if got := topicOf(subhead); got != want {
			t.Errorf("topicOf(%q) = %d, want %d", subhead, got, want)
		}
	}
}

func TestBullet(t *testing.T) {
	for s, want := range map[string]byte{"": 0, "Ships": 0, "- Ships": 1, "* Ships": 1, "• Ships": 1, "3. Ships": 2} {
		if got := bullet(s); got != want {
			t.Errorf("bullet(%q) = %d, want %d", s, got, want)
		}
	}
}

// cards is a page of texts that stand in boxes of one name each.
var cards = `<h1>Harbours</h1><div class=story-body><p>` + one + `</p>` + strings.Repeat(`<div class=harbour-box><h3>Marsa</h3><p>`+two+`</p></div>`, 3) + `<h2>Conclusion</h2><p>` + three + `</p></div>`

func TestAround(t *testing.T) {
	f := Find(parse(t, cards))
	portraits := f.Portraits(headed("Harbours"))
	find := func(begin string) *Portrait {
		for i, p := range f.All() {
			if strings.HasPrefix(p.Plain(), begin) {
				return &portraits[i]
			}
		}
		t.Fatalf("no piece begins with %q", begin)
		return nil
	}
	first, card, last := find(one[:20]), find(two[:20]), find(three[:20])
	if card[tAlike] != scale(3) || first[tAlike] != scale(1) {
		t.Errorf("%d and %d boxes alike, want 3 and 1", card[tAlike], first[tAlike])
	}
	if card[tTag] != 1 || find("Marsa")[tTag] != 4 {
		t.Errorf("a paragraph and an h3 are written as %d and %d", card[tTag], find("Marsa")[tTag])
	}
	if topic(last[tTopic]) != ending || last[tSinceEnd] != 1 || first[tSinceEnd] != 50 {
		t.Errorf("after the conclusion: topic %d, %d pieces since; before it %d", last[tTopic], last[tSinceEnd], first[tSinceEnd])
	}
	if card[tBoxRules] != 100 || first[tPlaceIn] >= last[tPlaceIn] {
		t.Errorf("the rules keep %d of a card; places %d and %d", card[tBoxRules], first[tPlaceIn], last[tPlaceIn])
	}
}

// TestJudgeTogether holds that a piece is judged by those that look like it too,
// and that one sure score does not decide for all.
func TestJudgeTogether(t *testing.T) {
	f := Find(parse(t, cards))
	portraits := f.Portraits(headed("Harbours"))
	judge := func(cardScores ...float64) int {
		kept, at := 0, 0
		out := f.Judge(portraits, func(p *Portrait) float64 {
			if p[tAlike] == scale(3) && p[tTag] == 1 {
				at++
				return cardScores[at-1]
			}
			return 0
		})
		for _, p := range out {
			if p.Plain() == two {
				kept++
			}
		}
		return kept
	}
	for _, tt := range []struct {
		scores []float64
		want   int
	}{
		{[]float64{2, 2, 2}, 3},
		{[]float64{2, 2, -1}, 3},   // the others carry it
		{[]float64{2, -2, -2}, 1},  // and do not carry all
		{[]float64{99, -2, -2}, 1}, // however sure one is
		{[]float64{-2, -2, -2}, 0},
	} {
		if got := judge(tt.scores...); got != tt.want {
			t.Errorf("scores %v: %d of 3 kept, want %d", tt.scores, got, tt.want)
		}
	}
}

func TestMean(t *testing.T) {
	m := mean{}.with(1, 90).with(-1, 90)
	if got := m.without(1, 90); got != -1 {
		t.Errorf("without the first %v, want -1", got)
	}
	if got := (mean{}.with(2, 50)).without(2, 50); got != 0 {
		t.Errorf("of none %v, want 0", got)
	}
	if got := (mean{}.with(9, 50).with(1, 50)).without(1, 50); got != 3 {
		t.Errorf("a score counts %v, want no more than 3", got)
	}
}
