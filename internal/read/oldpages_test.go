package read

import (
	"strings"
	"testing"

	"dateline"
)

// TestOldPages: pages without paragraphs set headline, byline and day on lines of one
// cell, between the masthead and the menu.
func TestOldPages(t *testing.T) {
	cell := func(top, text string) string {
		return `<html><title>Marsa Courier - Harbour opens after storm</title><body><table width=760><tr><td colspan=3><a href=/><img src=logo.gif></a> <font size=1>Saturday, July 4, 2026</font></td></tr>
<tr><td width=120><font size=2><a href=/n>News</a><br><a href=/s>Sport</a><br><a href=/w>Weather</a></font></td><td>` + top + text + `<br><br><font size=1><a href=/p>Print this page</a> | <a href=/m>E-mail to a friend</a></font></td></tr></table></body></html>`
	}
	text := "<font size=3>" + strings.Join(englishText, "<br><br>") + "</font>"
	for _, tt := range []struct{ name, html, byline, published string }{
		{"byline and day under the headline", cell(`<font size=5><b>Harbour opens after storm</b></font><br><font size=2>By Ann Lee<br>Staff Writer<br>Published: July 3, 2026</font><br><br>`, text), "Ann Lee", "2026-07-03T00:00:00"},
		{"a day without a label, behind the masthead's", cell(`<b>Harbour opens after storm</b><br>By Ann Lee<br><br>`, text), "Ann Lee", "2026-07-04T00:00:00"},
		{"with bars between", cell(`<b>Harbour opens after storm</b><br>Published: July 3, 2026 at 10:15 | Last updated: July 3, 2026 at 11:40 | By Ann Lee | Views: 1532 | Comments: 3 | Print this page<br><br>`, text), "Ann Lee", "2026-07-03T10:15:00"},
	} {
		it, err := Page(dateline.Copy{Body: []byte(tt.html), Received: received}, Hint{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if it.Headline != "Harbour opens after storm" || strings.Join(it.Byline, "; ") != tt.byline || it.Published.Text() != tt.published {
			t.Errorf("%s: %q by %q, %s", tt.name, it.Headline, it.Byline, it.Published.Text())
		}
		if want := strings.Join(englishText, "\n\n"); it.Text() != want {
			t.Errorf("%s: text\n%s", tt.name, it.Text())
		}
	}
}
