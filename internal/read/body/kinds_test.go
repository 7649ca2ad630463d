package body

import "testing"

// TestKinds counts the running text where an article was found, and the linked
// headlines among it: what tells an article from a list of them.
func TestKinds(t *testing.T) {
	const (
		head  = `<h3><a href=/1>Another harbour opens</a></h3>`
		short = `<h3><a href=/1>Another</a></h3>`
		bare  = `<p><a href=/1>Another harbour of the coast opens</a></p>`
		list  = `<ul><li><a href=/1>Another harbour of the coast opens</a><li><a href=/2>Another harbour of the coast shuts</a></ul>`
		tags  = `<ul><li><a href=/1>Harbour</a><li><a href=/2>Storm</a></ul>`
	)
	tests := []struct {
		name, in              string
		paragraphs, headlines int
	}{
		{"text", p(one, two), 2, 0},
		{"headlines before and between", head + p(one) + head + p(two), 2, 2},
		{"headlines after the text", p(one, two) + head + head, 2, 0},
		{"a short one is a label", short + p(one), 1, 0},
		{"a subhead without link", "<h3>Another harbour opens</h3>" + p(one), 1, 0},
		{"links that lead", bare + p(one) + bare + p(two), 2, 2},
		{"links under paragraphs are teasers", p(one) + bare + p(two), 2, 0},
		{"a list of links beside text", list + p(one), 1, 0},
		{"a list of links alone", list, 0, 2},
		{"tags alone", tags, 0, 0},
		{"all of them alone", head + bare + list, 0, 4},
		{"text in furniture", p(one) + "<aside>" + head + p(two) + "</aside>" + p(three), 2, 0},
		{"a sentence that is a link", "<p><a href=/1>Another harbour of the coast opens.</a></p>" + p(one), 1, 0},
	}
	for _, tt := range tests {
		b := walk(parse(t, "<body>"+tt.in))
		b.turnOff(named)
		if paragraphs, headlines := b.kinds(0); paragraphs != tt.paragraphs || headlines != tt.headlines {
			t.Errorf("%s: %d paragraphs and %d headlines, want %d and %d", tt.name, paragraphs, headlines, tt.paragraphs, tt.headlines)
		}
	}
	f := Find(parse(t, "<h1>Harbour opens</h1>"+p(one+" He was glad.")+"<div class=article-body>"+p(two, three)+"</div>"))
	if f.Paragraphs != 3 {
		t.Errorf("with the one above the box there are %d paragraphs, want 3", f.Paragraphs)
	}
}
