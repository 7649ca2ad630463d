package body

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dateline"
)

// Paragraphs of running text for the pages of these tests.
const (
	one   = "The harbour of Marsa has opened again after a storm that kept ships out for a week, the harbour master said on Friday."
	two   = "Twelve ships waited outside the mole, he said, and the first of them, a grain carrier, came in at noon to cheers."
	three = "The port will work through the night until all the ships are unloaded, and the old market will open on Monday."
)

func parse(t *testing.T, s string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// short is blocks in a form that fits a table: "p:The harbour…|h:A week".
func short(blocks []dateline.Block) string {
	var out []string
	for _, b := range blocks {
		s := strings.NewReplacer(one, "ONE", two, "TWO", three, "THREE", "\n", "/", "\t", ",").Replace(b.Plain())
		out = append(out, string(b.Kind)+":"+s)
	}
	return strings.Join(out, "|")
}

// headed is a page that tells these headlines.
func headed(headlines ...string) Told { return Told{Headlines: headlines} }

func p(s ...string) string { return "<p>" + strings.Join(s, "</p><p>") + "</p>" }

func TestFind(t *testing.T) {
	teasers := ""
	for i := range 12 {
		teasers += fmt.Sprintf(`<div><a href="/%d"><h4>Another item of the day, number %d</h4></a><p>A short line about it.</p></div>`, i, i)
	}
	all := "p:ONE|p:TWO|p:THREE"
	tests := []struct{ name, in, want string }{
		{"plain", "<h1>Harbour opens</h1><div>" + p(one, two, three) + "</div>", all},
		{"menus and footer", "<nav><ul><li><a href=/>Home</a></ul></nav><main>" + p(one, two, three) + "</main><footer>" + p("All rights reserved to the owners of this page and to nobody else at all.") + "</footer>", all},
		{"paragraphs that only subscribers see", "<h1>Harbour opens</h1><div>" + p(one, two, three) + `<p class="paywall">` + one + `</p><p class="paywall">` + two + "</p></div>", all + "|p:ONE|p:TWO"},
		{"teasers beside", "<div>" + p(one, two, three) + "</div><div>" + teasers + "</div>", all},
		{"teasers before", "<div>" + teasers + "</div><div>" + p(one, two, three) + "</div>", all},
		{"two boxes", "<article><div>" + p(one) + "</div><div class=ad-slot>Buy now</div><div>" + p(two, three) + "</div></article>", all},
		{"first paragraph above the picture", "<h1>Harbour opens</h1><div><p>" + one + " And more was said by him on that day.</p></div><figure><img></figure><div class=article-body>" + p(two, three) + "</div><div>" + teasers + "</div>",
			"p:ONE And more was said by him on that day.|p:TWO|p:THREE"},
		{"related box inside", "<div>" + p(one) + "<div class=related><h4>Related</h4><ul><li><a href=/1>More on this story</a></ul></div>" + p(two, three) + "</div>", all},
		{"a heading with a link to it", "<div>" + p(one) + "<h2>Ships wait<a class=headerlink href=#ships>¶</a></h2>" + p(two, three) + "</div>", "p:ONE|subhead:Ships wait|p:TWO|p:THREE"},
		{"comments that microdata calls so", "<div><div>" + p(one, two, three) + "</div><div itemprop=comment><p>" + three + " I agree.</p></div></div>", all},
		{"another item's headline in WordPress", "<div>" + p(one) + "<blockquote class=wp-embedded-content><a href=/1>More ships wait outside</a></blockquote>" + p(two, three) + "</div>", all},
		{"comments", "<div>" + p(one, two, three) + "</div><section class=comments><p>" + three + " I agree with that.</p></section>", all},
		{"a wrapper with the name of furniture", "<div class='page sidebar-right'><h1>Harbour opens</h1>" + p(one, two, three) + "</div>", all},
		{"all of it named as furniture", "<div class=widget>" + p(one, two, three) + "</div>", all},
		{"a name that says there is none", "<div><p>Menu</p></div><div class='text no-share'>" + p(one, two, three) + "</div>", all},
		{"all of it in a form", "<form>" + p(one, two, three) + "</form>", all},
		{"line breaks for paragraphs", "<div>" + one + "<br><br>" + two + "<br> <br>" + three + "</div>", all},
		{"cookie wall first", "<div>" + p("We use cookies to improve your browsing experience. By going on you consent to our privacy rules and to much else.") + "</div><div>" + p(one, two, three) + "</div>", all},
		{"a cookie wall longer than the text", "<div>" + p("We use cookies, and by going on you consent to our privacy rules. "+two, "You can accept cookies or not. "+three) + "</div><div>" + p(one) + "</div>", "p:ONE"},
		{"hidden text", "<div>" + p(one) + "<div style='display:none'>" + p(two+" Hidden.") + "</div><p hidden>x</p>" + p(two, three) + "</div>", all},
		{"a logo as the first h1", "<header><h1><a href=/><img></a></h1><nav>" + p(three) + "</nav></header><h1>Harbour opens</h1><div>" + p(one, two) + "</div>", "p:ONE|p:TWO"},
		{"a post in a figure", "<div>" + p(one) + `<figure class="wp-block-embed is-provider-twitter"><div class=wp-block-embed__wrapper><blockquote class=twitter-tweet>` + two + `</blockquote></div></figure>` + p(three) + "</div>", "p:ONE|quote:TWO|p:THREE"},
		{"a pulled quotation in a figure", "<div>" + p(one) + "<figure class=wp-block-pullquote><blockquote>" + two + "</blockquote></figure>" + p(two, three) + "</div>", all},
		{"what a network sets around a post", "<div>" + p(one) + `<blockquote class=instagram-media><a>View this post on Instagram</a><p>A post shared by Marsa (@marsa)</p></blockquote>` + p(two, three) + "</div>", all},
		{"one line break for paragraphs", "<div>" + one + "<br>" + two + "<br>" + three + "</div>", all},
		{"only script", "<script>document.write('x')</script>", ""},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		got := short(Trim(Find(parse(t, tt.in)).Pieces, headed("Harbour opens")))
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestBlocks(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"subhead", p(one) + "<h2>A week of waiting</h2>" + p(two), "p:ONE|subhead:A week of waiting|p:TWO"},
		{"list", p(one) + "<ul><li>Two cranes<li>Twelve <b>ships</b></ul>" + p(two), "p:ONE|list:Two cranes/Twelve ships|p:TWO"},
		{"list that lays out", "<ol><li><h3>First</h3>" + p(one) + "<li><h3>Second</h3>" + p(two) + "</ol>", "subhead:First|p:ONE|subhead:Second|p:TWO"},
		{"table", p(one) + "<table><tr><th>Ship<th>Load<tr><td>Nora<td>grain</table>" + p(two), "p:ONE|table:Ship,Load/Nora,grain|p:TWO"},
		{"table that lays out", "<table><tr><td>" + p(one, two) + "</td></tr></table>", "p:ONE|p:TWO"},
		{"quotation", p(one) + "<blockquote>" + p("We waited long.") + "</blockquote>" + p(two), "p:ONE|quote:We waited long.|p:TWO"},
		{"preformatted", p(one) + "<pre>a b\n  c\n\nd</pre>" + p(two), "p:ONE|p:a b/c|p:d|p:TWO"},
		{"inline elements neither split nor glue words", "<p>The har<b>bour</b> <i>of</i> Marsa<br>has <span>ope</span>ned.</p>", "p:The harbour of Marsa has opened."},
		{"the article's body in a box named as furniture", "<div class=sidebar><div><div class=article-body>" + p(one) + "</div></div></div><div class=widget>" + p(two) + "</div>" + p(three, one), "p:ONE|p:THREE|p:ONE"},
		{"most of the text, quoted, in such a box", "<div class=widget><blockquote>" + p(two) + "</blockquote></div>" + p("It rained in Marsa."), "quote:TWO|p:It rained in Marsa."},
		{"embedded post", p(one) + "<div class='social-embed'><blockquote>" + p("A post.") + "</blockquote></div>" + p(two), "p:ONE|quote:A post.|p:TWO"},
		{"caption", p(one) + "<figure><img><figcaption>A quay.</figcaption></figure>" + p(two), "p:ONE|p:TWO"},
	}
	for _, tt := range tests {
		if got := short(Trim(All(parse(t, tt.in)), Told{})); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestTrim(t *testing.T) {
	link := func(s string) string { return "<p><a href=/x>" + s + "</a></p>" }
	tests := []struct{ name, in, want string }{
		{"headline and byline again", "<h2>Harbour opens</h2>" + p("Ann Lee", one, two), "p:ONE|p:TWO"},
		{"time and section first", p("3 July 2026", "World", one, two), "p:ONE|p:TWO"},
		{"an embargo line stays", p("EMBARGOED UNTIL 5 July 2026", one, two), "p:EMBARGOED UNTIL 5 July 2026|p:ONE|p:TWO"},
		{"teasers between", p(one) + link("READ MORE: Other harbours of the coast") + link("STORM BREAKS TWO CRANES") + p(two), "p:ONE|p:TWO"},
		{"Arabic teasers between", p(one) + link("اقرأ أيضا: موانئ أخرى على الساحل") + p(two), "p:ONE|p:TWO"},
		{"a link in a sentence stays", p(one, `See <a href=/x>the whole report of the harbour office</a>, which came out in May.`, two),
			"p:ONE|p:See the whole report of the harbour office, which came out in May.|p:TWO"},
		{"labels", p(one, "Advertisement", two) + "<h3>Related</h3>", "p:ONE|p:TWO"},
		{"what stands underneath", p(one, two, "Reporting by Ann Lee; Editing by Bob Ray", "Follow us on all channels") + "<h3>More</h3>", "p:ONE|p:TWO"},
		{"the last sentence stays", p(one, two, "It rained."), "p:ONE|p:TWO|p:It rained."},
		{"news that begins as the headline does", p(one, two, "Harbour is open to all, he said."), "p:ONE|p:TWO|p:Harbour is open to all, he said."},
		{"who wrote it", p(one, two, "Ann is a reporter."), "p:ONE|p:TWO"},
		{"a report on a messenger", p("WhatsApp "+one, two, "WhatsApp has an office in Marsa.", "Send news by WhatsApp to our newsletters"), "p:WhatsApp ONE|p:TWO|p:WhatsApp has an office in Marsa."},
		{"the paper's own messenger", p(one, two, "Send news by WhatsApp"), "p:ONE|p:TWO"},
		{"who subscribes", p(one, two, "Subscribers were told of it on Friday."), "p:ONE|p:TWO|p:Subscribers were told of it on Friday."},
		{"who advertises", p(one, two, "Advertisers have left the town."), "p:ONE|p:TWO|p:Advertisers have left the town."},
		{"what is asked of readers", p(one, two, "Subscribe!", "Advertisement 2"), "p:ONE|p:TWO"},
		{"a report on cookies", p("The watchdog fined the firm for cookies that it set without consent, and said that privacy is no toy.", one, two), "p:The watchdog fined the firm for cookies that it set without consent, and said that privacy is no toy.|p:ONE|p:TWO"},
		{"a wall in Arabic", p(one, "نستخدم ملفات تعريف الارتباط، وباستمرارك في التصفح فإنك توافق على ذلك.", two, "باعت الشركة ملفات تعريف الارتباط."), "p:ONE|p:TWO|p:باعت الشركة ملفات تعريف الارتباط."},
		{"the same paragraph twice", p(one, one, two), "p:ONE|p:TWO"},
	}
	for _, tt := range tests {
		if got := short(Trim(All(parse(t, tt.in)), Told{Headlines: []string{"Harbour opens"}, Names: []string{"Ann Lee"}})); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestLines(t *testing.T) {
	f := Find(parse(t, "<h1>Harbour opens</h1><div class=byline>By Ann Lee</div><div class=share>3 July 2026</div><div>"+p(one, two, three)+"</div>"))
	if got := strings.Join(f.Lines, "|"); got != "Harbour opens|By Ann Lee|3 July 2026" {
		t.Errorf("lines %q", got)
	}
	list := strings.Repeat("<li><p>A ship</p>", 80)
	f = Find(parse(t, "<h1>Harbour opens</h1><div>By Ann Lee</div><ul>"+list+"</ul><div>3 July 2026</div><div>"+p(one, two, three)+"</div>"))
	if got := strings.Join(f.Lines, "|"); !strings.HasPrefix(got, "Harbour opens|By Ann Lee|") || !strings.HasSuffix(got, "|3 July 2026") {
		t.Errorf("around a list, lines %q", got)
	}
	f = Find(parse(t, "<h1>Harbour opens</h1><article>"+p(one, two, three)+"<footer><p>Posted by Ann Lee on 3 July 2026</p></footer></article><div><p>Contact</p></div>"))
	if got := strings.Join(f.Below, "|"); got != "Posted by Ann Lee on 3 July 2026|Contact" {
		t.Errorf("the foot of the article and behind it: %q", got)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("<div>" + p(one, two) + "<ul><li><table><tr><td><pre>x")
	f.Add("<h1><blockquote><ol><li><h2>")
	f.Add("<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d")
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := html.Parse(strings.NewReader(s))
		if err != nil {
			return
		}
		found := Find(doc)
		for _, b := range append(Trim(found.Pieces, headed(s)), found.Article(headed(s))...) {
			if b.Plain() == "" {
				t.Errorf("an empty block of %q", s)
			}
		}
	})
}

// TestCaptionText: the caption of a picture without a figure is no piece that the forest could keep.
func TestCaptionText(t *testing.T) {
	for html, want := range map[string]int{
		`<div class=wp-caption><img><p class="wp-caption-text">The quay at noon.</p></div>`: 2,
		`<div class=wp-caption><img><p>The quay at noon.</p></div>`:                         3,
		`<p class="article-text">The quay at noon.</p>`:                                     3,
	} {
		if got := walk(parse(t, "<div>"+p(one)+html+p(two)+"</div>")).pieces; len(got) != want {
			t.Errorf("%s: %d pieces, want %d", html, len(got), want)
		}
	}
}
