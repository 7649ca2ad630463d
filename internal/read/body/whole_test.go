package body

import "testing"

// TestWhole: of copy that is an item and nothing else all is kept where none of it is
// running text, but for the headline again and what is furniture beside other lines.
func TestWhole(t *testing.T) {
	for html, want := range map[string]string{
		"<p>Port closed</p>":                                    "p:Port closed",
		"<p>Port closed</p><p>Read more: ships</p>":             "p:Port closed",
		"<p>Port closed</p><p>Follow us on the net</p>":         "p:Port closed",
		"<p>Port closed</p><p>Share</p><p>Ships wait</p>":       "p:Port closed|p:Ships wait",
		"<p>Read more: ships</p>":                               "p:Read more: ships",
		"<h2>Harbour opens</h2><p>Ships come in</p>":            "p:Ships come in",
		"<p>Harbour opens</p>":                                  "",
		"<p>Harbour opens</p><p>Read more: ships</p>":           "p:Read more: ships",
		"<p>Marsa</p><p>" + one + "</p><p>Read more: ships</p>": "p:ONE",
		"<ul><li>Alma</li><li>Berta</li></ul>":                  "list:Alma/Berta",
		"<nav>Home</nav><p>Port closed</p>":                     "p:Port closed",
		"<p>By Ann Lee</p><p>" + one + "</p><p>" + two + "</p>": "p:By Ann Lee|p:ONE|p:TWO",
		"": "",
	} {
		if got := short(Whole(parse(t, html), headed("Harbour opens"))); got != want {
			t.Errorf("%s: %s, want %s", html, got, want)
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
