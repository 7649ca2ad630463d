package body

import (
	"strings"
	"testing"

	"dateline"
)

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

// TestListLinks: the links of a list are links, whether they stand in items or not.
func TestListLinks(t *testing.T) {
	for in, want := range map[string]float64{
		"<ul><li><a href=/1>Sun</a><li><a href=/2>Rain</a></ul>": 1,
		"<ul><a href=/1>Sun</a><a href=/2>مطر</a></ul>":          1,
		"<ul><li><a href=/1>Sun</a><li>مطر</ul>":                 0.5,
		"<ul><li>Sun<li>Rain</ul>":                               0,
	} {
		if got := All(parse(t, "<body>"+in)); len(got) != 1 || got[0].Kind != dateline.List || got[0].Links != want {
			t.Errorf("%s: %+v, want one list with %v of it links", in, got, want)
		}
	}
}

func TestLayouts(t *testing.T) {
	long := strings.Repeat("Twelve ships wait. ", 17) // more than 300 bytes
	tests := []struct{ name, in, want string }{
		{"a list of texts", "<ol><li>" + long + "<li>" + long + "</ol>", "p:" + strings.TrimSpace(long) + "|p:" + strings.TrimSpace(long)},
		{"a table of Arabic", "<table><tr><td>شمس<td>" + strings.Repeat("م", 400) + "<tr><td>مطر<td>x</table>", "table:شمس," + strings.Repeat("م", 400) + "/مطر,x"},
		{"a table of long cells in Arabic", "<table><tr><td>شمس<td>" + strings.Repeat("م", 401) + "<tr><td>مطر<td>x</table>", "p:شمس|p:" + strings.Repeat("م", 401) + "|p:مطر|p:x"},
		{"a list of one text and a line", "<ol><li>" + long + "<li>Rain</ol>", "list:" + strings.TrimSpace(long) + "/Rain"},
		{"a list of long links", "<ol><li><a href=/1>" + long + "</a>Sun<li>Rain</ol>", "list:" + long + "Sun/Rain"},
		{"a list of hidden text", "<ol><li>Sun<script>" + long + long + "</script><li>Rain</ol>", "list:Sun/Rain"},
		{"a list of two paragraphs in one item", "<ul><li><p>Sun</p><p>Rain</p></ul>", "p:Sun|p:Rain"},
		{"a list of one paragraph in each", "<ul><li><p>Sun</p><li><p>Rain</p></ul>", "list:Sun/Rain"},
		{"an item that is furniture", "<ul><li>Sun<li class=share>Send<li>Rain</ul>", "list:Sun/Rain"},
		{"furniture inside an item", "<ul><li>Sun<div class=share><div>Send</div></div><li>Rain<b hidden>fall</b></ul>", "list:Sun/Rain"},
		{"linked data among items", `<ul><li>Sun<script type="application/ld+json">{"a":"b"}</script><script type="application/ld+json">{"c":"d"}</script><li>Rain</ul>`, "list:Sun/Rain"},
		{"a list right in a list", "<ul><li>Sun<ul><li>Rain<li>Snow</ul></ul><ul><ul><li>ريح<li>مطر</ul></ul>", "list:Sun Rain Snow|list:ريح/مطر"},
		{"a list that is furniture", "<ul class=share><li>Send</ul>" + p(one), "p:ONE"},
		{"a list in a list", "<ul><li>Sun<ul><li>Rain</ul></ul>", "list:Sun Rain"},
		{"lists in lists, too deep", strings.Repeat("<ul><li>", 7) + "Rain" + strings.Repeat("</ul>", 7), "list:Rain"},
		{"a list of nothing", "<ul><li></ul>" + p(one), "p:ONE"},
		{"a table of one row", "<table><tr><td>Sun<td>Rain</table>", "p:Sun|p:Rain"},
		{"a table of one column", "<table><tr><td>Sun<tr><td>Rain</table>", "p:Sun|p:Rain"},
		{"a table with empty rows", "<table><tr><td><td><tr><td>Sun<td>Rain</table>", "p:Sun|p:Rain"},
		{"a table of long cells", "<table><tr><td>Sun<td>" + long + long + "<tr><td>Rain<td>x</table>", "p:Sun|p:" + strings.TrimSpace(long+long) + "|p:Rain|p:x"},
		{"a table in a table", "<table><tr><td>Sun<td><table><tr><td>a<td>b<tr><td>c<td>d</table><tr><td>Rain<td>x</table>", "p:Sun|table:a,b/c,d|p:Rain|p:x"},
		{"an empty cell keeps its place", "<table><tr><td>Sun<td><td>x<tr><td>Rain<td>y<td></table>", "table:Sun,,x/Rain,y,"},
	}
	for _, tt := range tests {
		if got := short(blocks(All(parse(t, "<body>"+tt.in)))); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
