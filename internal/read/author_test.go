package read

import (
	"strings"
	"testing"

	"dateline"
	"dateline/internal/read/page"
)

// TestAuthors reads bylines from where pages have them.
func TestAuthors(t *testing.T) {
	tests := []struct{ name, head, above, under, after, want string }{
		{name: "nobody"},
		{name: "a line under the headline", under: "<p>By Ann Lee</p>", want: "Ann Lee"},
		{name: "beside the day", under: "<div>3 July 2026 · Ann Lee</div>", want: "Ann Lee"},
		{name: "the account that published it", head: `<meta name="author" content="Web Master">`, under: "<div class=byline>By Ann Lee</div>", want: "Ann Lee"},
		{name: "who edited it", under: `<div class=author>Ann Lee</div><div class=author>Edited by Bob Ray</div><div class=author-name>Bob Ray</div>`, want: "Ann Lee"},
		{name: "two, marked apart", under: `<div>By <a rel=author>Ann Lee</a>, <a rel=author>Bob Ray</a></div>`, want: "Ann Lee; Bob Ray"},
		{name: "a link under the headline", under: `<div><a href="/staff/ann-lee">Ann Lee</a></div>`, want: "Ann Lee"},
		{name: "a link behind the text", after: `<div><a href="/staff/ann-lee">Ann Lee</a></div>`},
		{name: "a box at the end", after: "<div class=author-box><h4>About the author</h4><p>Ann Lee</p></div>", want: "Ann Lee"},
		{name: "who wrote other items", after: "<div class=author>Ann Lee</div><div class=author>Bob Ray</div><div class=author>Carol Dee</div>"},
		{name: "a box of two", after: "<div class=byline>Written by<br>Ann Lee, harbour editor<br>Bob Ray, who sails</div><div class=byline>Ann Lee</div>", want: "Ann Lee; Bob Ray"},
		{name: "an outlet", head: `<meta property="og:site_name" content="Quay Courier"><meta name="author" content="Quay Courier">`},
		{name: "who reported it for the agency that signs", head: `<meta name="author" content="Reuters">`, after: "<p>(Reporting by Ann Lee in Beirut; Editing by Bob Ray)</p>", want: "Ann Lee"},
		{name: "who signs, over who reported", under: "<p>By Carol Dee</p>", after: "<p>(Reporting by Ann Lee; Editing by Bob Ray)</p>", want: "Carol Dee"},
		{name: "a line above the headline", above: "<p>By Ann Lee</p>", want: "Ann Lee"},
		{name: "a label above the headline, the name below it", above: "<p>By</p><p>Ann Lee</p>", want: "Ann Lee"},
		{name: "a line behind the text", after: "<p>By Ann Lee</p>", want: "Ann Lee"},
		{name: "a label in structured data that names a desk", head: `<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"Sports Desk"}}</script>`, want: "Sports Desk"},
		{name: "who shares it, as link previews show", head: `<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee">`, want: "Ann Lee"},
		{name: "how long it takes, as link previews show", head: `<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Four Minutes">`},
		{name: "a byline before the report, in its paragraph", under: "<p>By ANN LEE — The harbour of Marsa has opened again after a storm.</p>", want: "Ann Lee"},
		{name: "an account", head: `<meta name="author" content="annlee7">`},
	}
	for _, tt := range tests {
		html := "<html><head><title>Harbour opens after storm</title>" + tt.head + "</head><body>" + tt.above + "<h1>Harbour opens after storm</h1>" + tt.under + "<p>" +
			strings.Join(englishText, "</p><p>") + "</p><p>" + strings.Repeat("The harbour master spoke for a long time about the ships, the storm and the old market. ", 25) + "</p>" + tt.after + "</body></html>"
		it, err := Page(dateline.Copy{Body: []byte(html), Received: received}, Hint{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(it.Byline, "; "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestNoAuthor: a link onwards in the box about the author, and the label above a name, are no names.
func TestNoAuthor(t *testing.T) {
	const text = `<p>The inspectors walked the wall on Monday and found that the lake had come through in two places, which nobody had seen before the winter.</p>
<p>They will go down again when the level of the lake has fallen, and the gates stay open until then, the inspectors said in their report.</p>`
	tests := []struct{ name, title, page, want string }{
		{"onwards", "Lake comes through the wall", `<article><header><h1>Lake comes through the wall</h1><ul><li class="post-author meta"><span class="meta-text">By <a href="/author/mona/">Mona Haddad</a></span></li></ul></header>` + text +
			`<div class="author-bio"><div class="author-title-wrapper"><h2 class="author-title">By Mona Haddad</h2></div><div class="author-description"><p>Mona Haddad writes about water.</p>` +
			`<a class="author-link" href="/author/mona/" rel="author">View Archive <span>→</span></a></div></div></article>`, "Mona Haddad"},
		{"authors", "Lake comes through the wall", `<article><h1>Lake comes through the wall</h1><div class="authors"><h2>Authors</h2><div>Mona Haddad</div></div>` + text + `</article>`, "Mona Haddad"},
	}
	for _, tt := range tests {
		html := `<html lang="en"><head><title>` + tt.title + `</title></head><body>` + tt.page + `</body></html>`
		it, _ := Page(dateline.Copy{Body: []byte(html), URL: "https://mina.example/lake"}, Hint{})
		if got := strings.Join(it.Byline, "; "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestEntryNamedByAuthor: some systems tell of a whole entry who wrote it, "entry-author-lee
// entry", and it begins with the headline.
func TestEntryNamedByAuthor(t *testing.T) {
	const headline = "Grain waits for the locks"
	p := &page.Page{Authors: []page.Author{{Text: headline + "\nMona Haddad\nThe locks stay shut.", Mark: page.AuthorClass}}}
	var c authors
	if c.elements(p, "Another headline"); len(c.found) == 0 {
		t.Error("the test shows nothing: no candidate of another item's element")
	}
	c = authors{}
	if c.elements(p, headline); len(c.found) > 0 {
		t.Errorf("%+v", c.found)
	}
}
