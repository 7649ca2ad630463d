package body

import (
	"strings"
	"testing"

	"dateline"
)

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

// TestSectionsOfTables: head, bodies and foot of a table are its rows, in their order.
func TestSectionsOfTables(t *testing.T) {
	for html, want := range map[string]string{
		"<table><thead><tr><th>Ship</th><th>Day</th></tr></thead><tbody><tr><td>Alma</td><td>1</td></tr></tbody><tbody><tr><td>Berta</td><td>2</td></tr></tbody><tfoot><tr><td>All</td><td>2</td></tr></tfoot></table>": "table:Ship,Day/Alma,1/Berta,2/All,2",
		"<table><tr><td>Alma</td><td></td></tr><tr><td></td><td>2</td></tr></table>":                                                  "table:Alma,/,2",
		"<table><tr><td>Alma</td><td>1</td></tr><tr><td></td><td></td></tr><tr><td>Berta</td><td>2</td></tr></table>":                 "table:Alma,1/Berta,2",
		"<table><caption>Ships</caption><tr><td>Alma</td><td>1</td></tr><tr><td>Berta</td><td>2</td></tr></table>":                    "table:Alma,1/Berta,2",
		"<table><tr><td><p>" + one + "</p></td></tr></table>":                                                                         "p:ONE",
		"<table><tr><td>" + one + "</td><td>" + two + "</td></tr></table>":                                                            "p:ONE|p:TWO",
		"<table><tr><td><table><tr><td>Alma</td><td>1</td></tr><tr><td>Berta</td><td>2</td></tr></table></td><td>x</td></tr></table>": "table:Alma,1/Berta,2|p:x",
	} {
		if got := short(blocks(All(parse(t, html)))); got != want {
			t.Errorf("%s: %s, want %s", html, got, want)
		}
	}
}

// TestLayoutsOfLists: a list of short items is one block; one that lays out teasers or
// texts is walked through.
func TestLayoutsOfLists(t *testing.T) {
	for html, want := range map[string]string{
		"<ul><li>Alma<li>Berta</ul>":                             "list:Alma/Berta",
		"<ol><li>Alma<ul><li>1<li>2</ul><li>Berta</ol>":          "list:Alma 1 2/Berta",
		"<ul><li><h3>Alma</h3><p>Ship</p></li></ul>":             "subhead:Alma|p:Ship",
		"<ul><li><p>Alma</p><p>Ship</p></li></ul>":               "p:Alma|p:Ship",
		"<ul><li><p>Alma</p></li><li><p>Berta</p></li></ul>":     "list:Alma/Berta",
		"<ul class=related><li>Alma</li></ul><p>" + one + "</p>": "p:ONE",
		"<ul><li></li><li> </li></ul><p>Alma</p>":                "p:Alma",
		"<ul><li>" + one + two + three + "</li></ul>":            "p:" + "ONETWOTHREE",
		"<ul><li>Alma<br>Berta</li></ul>":                        "list:Alma Berta",
	} {
		if got := short(blocks(All(parse(t, html)))); got != want {
			t.Errorf("%s: %s, want %s", html, got, want)
		}
	}
}

func TestCharacters(t *testing.T) {
	for s, want := range map[string]int{"": 0, "quay": 4, "“Élan”": 6, "ميناء 3": 7, "港😀": 2} {
		if got := characters(s); got != want {
			t.Errorf("%q: %d characters, want %d", s, got, want)
		}
	}
}
