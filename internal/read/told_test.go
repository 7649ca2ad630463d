package read

import (
	"fmt"
	"strings"
	"testing"

	"dateline"
)

// TestToldToMachines: a page that a script fills has its text from what it tells
// machines, unless it is behind a wall; a page with text keeps its own.
func TestToldToMachines(t *testing.T) {
	const one = "The harbour master said on Sunday that twelve ships wait outside the port because two cranes stand still."
	const two = "The third will be repaired by Friday at the latest, he told reporters at the gate of the harbour."
	page := func(data, body string) string {
		return fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><title>Cranes stand still</title><script type="application/ld+json">`+
			`{"@type":"NewsArticle","headline":"Cranes stand still","datePublished":"2026-11-22T10:00:00+02:00"%s}</script></head><body>%s</body></html>`, data, body)
	}
	for _, c := range []struct{ name, page, want string }{
		{"lines", page(`,"articleBody":"`+one+`\n\n`+two+`"`, `<div id="root"></div>`), one + "\n\n" + two},
		{"markup", page(`,"articleBody":"<p>`+one+`</p><p>`+two+` &amp; more</p>"`, `<div id="root"></div>`), one + "\n\n" + two + " & more"},
		{"text on the page", page(`,"articleBody":"Told to machines."`, "<article><h1>Cranes stand still</h1><p>"+one+"</p><p>"+two+"</p></article>"), one + "\n\n" + two},
		{"behind a wall", page(`,"isAccessibleForFree":false,"articleBody":"`+one+`"`, `<div id="root"></div>`), ""},
		{"nothing told", page("", `<div id="root"></div>`), ""},
	} {
		it, _ := Page(dateline.Copy{URL: "https://quay.example/1", ContentType: "text/html", Body: []byte(c.page)}, Hint{})
		if got := it.Text(); got != c.want || strings.Contains(got, "<") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if it.Headline != "Cranes stand still" || it.Published.IsZero() {
			t.Errorf("%s: headline %q, published %v", c.name, it.Headline, it.Published)
		}
	}
}
