package body

import (
	"strings"
	"testing"

	"dateline"
)

// a world is a page with boxes in boxes: what each piece of it is like can be
// counted by hand.
const world = `<header class=masthead><p>Marsa Courier</p></header><h1>Harbour opens</h1><p class=byline>By Ann Lee</p>` +
	`<div class=story><div class=col><p>` + one + `</p><h2>About us</h2><p>` + two + `</p></div><aside><p>Share</p><p><a href=/>Another</a></p></aside><p>` + three + `</p></div>` +
	`<div class=related><p><a href=/2>Another</a></p></div>`

func drawn(t *testing.T, in string, repeats ...string) (Found, []Portrait) {
	t.Helper()
	f := Find(parse(t, in))
	return f, f.Portraits(headed(repeats...))
}

// TestNeighbours: what a piece is told of its neighbours is what these are.
func TestNeighbours(t *testing.T) {
	_, ps := drawn(t, world+"<table><tr><td>a<td>b<tr><td>c<td>d</table><ul><li>x</ul><blockquote>y.</blockquote>")
	pairs := [][3]trait{{tKind, tPrevKind, tNextKind}, {tSize, tPrevSize, tNextSize}, {tLinks, tPrevLinks, tNextLinks}, {tEnds, tPrevEnds, tNextEnds}, {tRules, tPrevRules, tNextRules}, {tTag, tPrevTag, tNextTag}}
	seen := map[trait]map[byte]bool{}
	for i := range ps {
		for _, x := range pairs {
			if seen[x[0]] == nil {
				seen[x[0]] = map[byte]bool{}
			}
			seen[x[0]][ps[i][x[0]]] = true
			if i > 0 && ps[i][x[1]] != ps[i-1][x[0]] {
				t.Errorf("piece %d: trait %d is %d, and %d of the one before is %d", i, x[1], ps[i][x[1]], x[0], ps[i-1][x[0]])
			}
			if i+1 < len(ps) && ps[i][x[2]] != ps[i+1][x[0]] {
				t.Errorf("piece %d: trait %d is %d, and %d of the next is %d", i, x[2], ps[i][x[2]], x[0], ps[i+1][x[0]])
			}
		}
	}
	if len(seen[tKind]) != 5 || len(seen[tEnds]) != 2 || len(seen[tLinks]) != 2 || len(seen[tRules]) != 2 {
		t.Errorf("the page has too little to tell: %v", seen)
	}
	if first, last := ps[0], ps[len(ps)-1]; first[tPrevSize] != 0 || last[tNextSize] != 0 {
		t.Error("there is something beyond the ends")
	}
}

func TestPlaces(t *testing.T) {
	f, ps := drawn(t, world, "Harbour opens", "By Ann Lee")
	at := map[string]int{}
	for i, p := range f.All() {
		at[strings.NewReplacer(one, "ONE", two, "TWO", three, "THREE").Replace(p.Plain())] = i // the last of that text
	}
	size := func(s string) int { return len(s) }
	total := size(one) + size(two) + size(three)
	tests := []struct {
		piece string
		trait trait
		want  byte
	}{
		{"ONE", tBefore, 0}, {"TWO", tBefore, per(size(one), total)}, {"THREE", tBefore, per(total-size(three), total)},
		{"ONE", tAfter, per(total-size(one), total)}, {"THREE", tAfter, 0}, {"ONE", tAfterSize, scale(total - size(one))}, {"TWO", tBeforeSize, scale(size(one))},
		{"ONE", tSinceText, 53}, {"About us", tSinceText, 1}, {"TWO", tSinceText, 2}, {"THREE", tSinceText, 3},
		{"ONE", tToText, 2}, {"About us", tToText, 1}, {"TWO", tToText, 3}, {"THREE", tToText, 51},
		{"Marsa Courier", tSinceH1, 0}, {"Harbour opens", tSinceH1, 0}, {"By Ann Lee", tSinceH1, 1}, {"ONE", tSinceH1, 2},
		{"ONE", tSinceHead, 2}, {"TWO", tSinceHead, 1}, {"Share", tSinceHead, 2},
		{"ONE", tPage, scale(total)}, {"ONE", tChosen, 100}, {"ONE", tPieces, scale(6)},
		{"ONE", tBoxSize, scale(size(one) + size(two))}, {"THREE", tBoxSize, scale(total)}, {"ONE", tBoxShare, per(size(one)+size(two), total)}, {"ONE", tBoxPieces, 3}, {"Share", tBoxPieces, 2},
		{"Share", tOff, 2}, {"By Ann Lee", tOff, 1}, {"ONE", tOff, 0}, {"Another", tBoxLinks, 100},
		{"ONE", tAway, 2}, {"THREE", tAway, 2}, {"Share", tAway, 3}, {"By Ann Lee", tAway, 3}, // the page and its body are two
		{"ONE", tLookCount, 2}, {"ONE", tLookRules, 100}, {"ONE", tLookShare, per(size(one)+size(two), total)}, {"Another", tLookLinks, 100},
		{"About us", tTag, 3}, {"Harbour opens", tTag, 2}, {"ONE", tUpPieces, 6}, {"ONE", tUpText, scale(total)},
		{"ONE", tTopic, byte(anything)}, {"TWO", tTopic, byte(outlet)}, {"Share", tLabel, 1}, {"ONE", tLabel, 0},
		{"Harbour opens", tRepeat, 1}, {"By Ann Lee", tRepeat, 1}, {"Another", tRepeat, 2}, {"ONE", tRepeat, 0}, {"By Ann Lee", tMeta, 1}, {"ONE", tMeta, 0},
		{"ONE", tPlace, per(3, 10)}, {"ONE", tPlaceIn, 0}, {"THREE", tPlaceIn, per(5, 6)},
		{"ONE", tNearText, scale(size(one) + size(two))}, {"THREE", tNearText, scale(size(two) + size(three))},
		{"ONE", tMeanSize, scale(total / 3)}, {"ONE", tSizeLike, clip(int(scale(size(one))) - int(scale(total/3)) + 100)},
	}
	for _, tt := range tests {
		i, ok := at[tt.piece]
		if !ok {
			t.Fatalf("no piece %q in %v", tt.piece, at)
		}
		if got := ps[i][tt.trait]; got != tt.want {
			t.Errorf("%q: trait %d is %d, want %d", tt.piece, tt.trait, got, tt.want)
		}
	}
}

func TestCount(t *testing.T) {
	tests := []struct {
		in    string
		trait trait
		want  byte
	}{
		{"ships, ships, ships, ships", tCommas, 75}, {"Ann went to Marsa", tCapitals, 50}, {"a line\nBreak here now", tCapitals, 20}, {"McAnn aBC", tCapitals, 50},
		{"at 1015 it", tDigits, 40}, {"09", tDigits, 100}, {"x/:y", tDigits, 0}, {"abcd ef", tWord, 30}, {"", tWord, 0},
		{"We love our sea, you too", tOurs, per(2, 6)}, {"We love our sea, you too", tYours, per(1, 6)}, {"click here", tCalls, 50},
		{"an editor", tLives, 50}, {"rights reserved", tLaw, 100}, {"https://marsa.example/a.pdf is it", tSources, per(2, 3)}, {"ships", tSources, 0},
	}
	for _, tt := range tests {
		var o Portrait
		if count(tt.in, &o); o[tt.trait] != tt.want {
			t.Errorf("%q: trait %d is %d, want %d", tt.in, tt.trait, o[tt.trait], tt.want)
		}
	}
}

// TestFar: short pieces far from the text are not read, all others are.
func TestFar(t *testing.T) {
	menu := strings.Repeat("<p>Coast</p>", 12)
	f, ps := drawn(t, "<div>"+menu+"</div><div>"+p(one, two, three)+"</div><div>"+menu+p(one+" Again.")+"</div>")
	for i, p := range f.All() {
		want := p.Kind == dateline.Paragraph && p.Size < 60 && (i < 2 || i >= 25)
		if ps[i].Far() != want {
			t.Errorf("piece %d (%.20q) is far: %v", i, p.Text, ps[i].Far())
		}
	}
	if s := ps[0].Score(); s != -2 {
		t.Errorf("a far piece scores %v", s)
	}
}
