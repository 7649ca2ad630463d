package body

import (
	"strings"
	"testing"

	"dateline"
)

// TestForest holds the table to its form: whole trees that ask for traits that
// there are.
func TestForest(t *testing.T) {
	if len(forest) == 0 || len(forest)%treeSize != 0 {
		t.Fatalf("%d bytes are no trees of %d", len(forest), treeSize)
	}
	for at := 0; at < len(forest); at += treeSize {
		for q := range levels {
			if trait := forest[at+2*q]; int(trait) >= Traits {
				t.Errorf("the tree at %d asks for trait %d of %d", at, trait, Traits)
			}
		}
	}
}

func TestScale(t *testing.T) {
	last := byte(0)
	for n := range 100_000 {
		s := scale(n)
		if s < last {
			t.Fatalf("scale(%d) = %d is less than before", n, s)
		}
		last = s
	}
	for _, tt := range []struct {
		n    int
		want byte
	}{{0, 0}, {7, 7}, {8, 12}, {16, 16}, {31, 19}, {32, 20}} {
		if got := scale(tt.n); got != tt.want {
			t.Errorf("scale(%d) = %d, want %d", tt.n, got, tt.want)
		}
	}
	if got := per(1, 0); got != 100 {
		t.Errorf("per(1, 0) = %d", got)
	}
	if clip(-1) != 0 || clip(1000) != 255 {
		t.Error("clip does not bound")
	}
}

// page is a page with what stands around an article.
const around = `<nav><ul><li><a href=/>Home</a></ul></nav><div class=top><p>Some words of the day</p></div><h1>Harbour opens</h1><div class=story-body>` +
	`<p>` + one + `</p><p>` + two + `</p><div class=author-bio><p>Ann Lee is a reporter and covers harbours.</p></div><p>` + three + `</p></div>` +
	`<div class=related><p><a href=/1>Another item of the day about ships</a></p></div>`

func TestPortraits(t *testing.T) {
	f := Find(parse(t, around))
	portraits := f.Portraits(headed("Harbour opens"))
	at := func(begin string) *Portrait {
		for i, p := range f.All() {
			if strings.HasPrefix(p.Plain(), begin) {
				return &portraits[i]
			}
		}
		t.Fatalf("no piece begins with %q", begin)
		return nil
	}
	hintAt := func(h hint) trait {
		for i := range hints {
			if h == 1<<i {
				return tHints + trait(i)
			}
		}
		return 0
	}
	tests := []struct {
		piece string
		trait trait
		want  byte
	}{
		{"The harbour of Marsa", tKind, 1}, {"Harbour opens", tKind, 0}, {"Home", tKind, 3},
		{"The harbour of Marsa", tRules, 1}, {"Another item", tRules, 0},
		{"The harbour of Marsa", tInside, 1}, {"Another item", tInside, 0},
		{"The harbour of Marsa", tEnds, 1}, {"Another item", tLinks, 100},
		{"The harbour of Marsa", tBefore, 0}, {"The port will", tAfter, 0},
		{"Harbour opens", tRepeat, 1}, {"The harbour of Marsa", tSinceH1, 1},
		{"Ann Lee is", hintAt(ofAuthor), 1}, {"The harbour of Marsa", hintAt(ofAuthor), 0},
		{"The harbour of Marsa", hintAt(ofBody), 1}, {"Another item", hintAt(ofRelated), 1},
	}
	for _, tt := range tests {
		if got := at(tt.piece)[tt.trait]; got != tt.want {
			t.Errorf("%q: trait %d is %d, want %d", tt.piece, tt.trait, got, tt.want)
		}
	}
	if !at("Some words").Far() == (at("Some words")[tInside] == 1) {
		t.Error("a line before the headline is near")
	}
}

// TestArticle holds that the forest keeps the text of a plain page, and that a
// page of a table alone is left to the rules.
func TestArticle(t *testing.T) {
	if got := short(Find(parse(t, around)).Article(Told{Headlines: []string{"Harbour opens"}, Names: []string{"Ann Lee"}})); !strings.HasPrefix(got, "p:ONE|p:TWO") || !strings.HasSuffix(got, "p:THREE") {
		t.Errorf("got %s", got)
	}
	table := "<h1>Results</h1><table>" + strings.Repeat("<tr><td>Nora<td>10:15", 20) + "</table>"
	if got := Find(parse(t, table)).Article(headed("Results")); len(got) != 1 || got[0].Kind != dateline.Table {
		t.Errorf("got %v", got)
	}
	if got := Find(parse(t, "")).Article(Told{}); len(got) != 0 {
		t.Errorf("got %v of nothing", got)
	}
}

func TestSigns(t *testing.T) {
	tests := []struct {
		in   string
		mark mark
		hint hint
	}{
		{`<div class=article-body>`, article, ofBody},
		{`<div class="related-items">`, named, ofRelated},
		{`<div class="no-share">`, none, 0},
		{`<div class="widget embed">`, none, ofMenu | ofEmbed},
		{`<div itemprop=articleBody class=share>`, article, ofBody},
		{`<div style="display : none">`, furniture, ofHidden},
		{`<div style="display:none">`, furniture, ofHidden},
		{`<div hidden>`, furniture, ofHidden},
		{`<div hidden id="S:1">`, none, 0},
		{`<div style="display:block">`, none, 0},
		{`<div aria-hidden=true>`, furniture, ofHidden},
		{`<div aria-hidden=false>`, none, 0},
		{`<span aria-hidden=true>`, none, 0},
		{`<div role=navigation>`, furniture, ofHidden},
		{`<div role=article>`, none, 0},
		{`<header>`, none, ofHeader},
		{`<main class=share hidden>`, none, 0},
		{`<div class="post without-share comments">`, named, ofComment},
		{`<div class="has-no-share">`, named, ofShare},
		{`<div class="article-content share">`, named, ofShare | ofBody},
		{`<div class="article-summary content">`, article, ofDeck | ofBody},
		{`<div class="newsletter-box">`, named, ofLetter},
		{`<div class="donate">`, none, ofLetter},
		{`<div class="bio">`, named, ofAuthor},
		{`<section class="quarto-appendix">`, named, ofNotes},
		{`<div class="release-boilerplate">`, named, ofAuthor},
		{`<div class="faq">`, none, ofQuestion},
		{`<div class="podcast">`, none, ofMedia},
		{`<div id="standfirst">`, deck, ofDeck},
		{`<aside>`, furniture, ofMenu},
		{`<div itemprop=comment>`, furniture, ofComment},
		{`<div itemprop=commentCount>`, none, 0},
		{`<figure><table></table></figure>`, none, 0},
		{`<figure><img></figure>`, furniture, ofPicture},
	}
	for _, tt := range tests {
		n := parse(t, tt.in).LastChild.LastChild.FirstChild
		if s := (signs{}).of(n); s.mark != tt.mark || s.hint != tt.hint {
			t.Errorf("%s: mark %d, hint %b", tt.in, s.mark, s.hint)
		}
	}
}
