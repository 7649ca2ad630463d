package read

import (
	"errors"
	"strings"
	"testing"

	"dateline"
)

// TestPageShapes reads pages made of one thing over and over. They took minutes
// before what nests or repeats was bounded; there is no clock in the test, it is
// just slow when one of them is again.
func TestPageShapes(t *testing.T) {
	many := func(s string) string { return strings.Repeat(s, (256<<10)/len(s)) }
	for _, s := range []string{
		many("<p>a"), many("<b>"), many("<b><p>x"), many("<table>"), many("<table><tr><td>x</table>"), many("<a>x"), many("<ul><li>x"),
		many("x<br>"), many("<br>"), many(", "), many("<"), many("&amp"), many("\n"), many("ا"), many("<h1>x</h1>"), many("<header>x</header>"),
		many("<div class='related share'>"), many("<div class=author>x"), many("<time datetime=2020>x</time>"), many("<meta name=a content=b>"),
		many("<a><div>"), many("<figure>"), many("<form><font>"), many("<blockquote>x"), many("<h1>3 July 2026"),
		"<ul>" + many("<li>x"), "<p>" + many("<span>x</span>"), "<p " + many("a=b ") + ">x</p>",
		`<script type="application/ld+json">` + many("[") + "</script>", `<script type="application/ld+json">` + many(`{"@graph":`) + "</script>",
		strings.Repeat("<header>", 400) + many("<p>x</p>"), strings.Repeat("<table><tr><td>", 150) + many("<tr><td>x"), strings.Repeat("<ul><li>", 200) + many("<li>x"),
	} {
		it, err := Page(dateline.Copy{Body: []byte("<title>Harbour opens</title>" + s)}, Hint{})
		if none := (*NoArticle)(nil); err != nil && !errors.As(err, &none) || it.Headline == "" {
			t.Errorf("%.40q…: %v", s, err)
		}
		if _, err := Text(dateline.Copy{Body: []byte("Harbour opens\n" + s)}, Hint{}); err != nil {
			t.Errorf("as text, %.40q…: %v", s, err)
		}
	}
}
