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
