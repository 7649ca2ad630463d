package body

import (
	"strings"
	"testing"
)

// TestBelowDeck: a standfirst that the forest took for the first paragraph goes, where its name or
// what machines are told is sure of it.
func TestBelowDeck(t *testing.T) {
	const headed = "<header><h1>Harbour opens</h1><div class=description>"
	const said, dek = "A lift and a timetable come with the new engine.", "رصيف جديد يستقبل السفن الكبيرة اعتبارا من الأحد."
	for _, tt := range []struct {
		name, first, description string
		goes                     bool
	}{
		{"called so, and told", "<div class=chapo><p>" + said + "</p></div>", said, true},
		{"called so, but not told", "<div class=chapo><p>" + said + "</p></div>", "Ships sail.", false},
		{"a heading that is called so", "<h2 class=pw-subtitle-paragraph>" + said + "</h2>", "", true},
		{"a heading of another name", "<h2 class=part>" + said + "</h2>", said, false},
		{"what somebody says", "<h2 class=deck>“" + said + "” she said.</h2>", "", false},
		{"the same in Arabic signs", "<div class=chapo><p>«" + dek + "» قال المدير.</p></div>", "«" + dek + "» قال المدير.", false},
		{"as a name for a first paragraph", "<div class=intro><p>" + said + "</p></div>", said, false},
		{"the same in Arabic", "<div class=intro><p>" + dek + "</p></div>", dek, true},
		{"told, in the headline's own header", headed + said + "</div></header>", said, true},
		{"in that header, but not told", headed + said + "</div></header>", "Ships sail.", false},
		{"told, below that header", "<header><h1>Harbour opens</h1></header><div>" + said + "</div>", said, false},
	} {
		head := "<h1>Harbour opens</h1>"
		if strings.HasPrefix(tt.first, "<header>") {
			head = ""
		}
		f := Find(parse(t, "<article>"+head+tt.first+"<p>"+one+"</p><p>"+two+"</p></article>"))
		pieces := f.page.pieces[f.page.h1+1:]
		if got := f.belowDeck(pieces, Told{Description: tt.description}); (len(got) < len(pieces)) != tt.goes {
			t.Errorf("%s: %d of %d pieces stay", tt.name, len(got), len(pieces))
		}
	}
}
