package page

import (
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dateline"
)

func of(t *testing.T, s string) *Page {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return Of(doc)
}

func TestOf(t *testing.T) {
	p := of(t, `<html lang="ar"><head><title>Harbour &amp; market</title><base href="https://marsa.example/x/">
<meta property="og:title" content="Harbour"><meta name="Author" content="Ann Lee"><meta name="author" content="Bob Ray">
<link rel="canonical" href="/a"><link rel="alternate" hreflang="en" href="/en/a"><link rel="alternate" hreflang="x-default" href="/"></head>
<body><nav><h1>Marsa</h1><time datetime="2020-01-01">then</time></nav><h1>Harbour <b>opens</b></h1>
<div class="post-byline">By Ann Lee</div><span class="entry-author">Ann Lee</span><a rel="author" href="/ann">Ann</a>
<span itemprop="author"><span itemprop="name">Ann Lee</span></span><meta itemprop="datePublished" content="2026-07-03">
<p>Updated: <time datetime="2026-07-04T10:00Z">4 July</time></p><span class="date">3 July 2026</span>
<figure><img data-src="/q.jpg" src="data:x"><figcaption>A quay. Photo: Carol Dee</figcaption></figure>
<footer><a rel="author" href="/bob">Bob Ray</a></footer></body></html>`)
	checks := []struct {
		what      string
		got, want any
	}{
		{"title", p.Title, "Harbour & market"},
		{"language", p.Language, "ar"},
		{"base", p.Base, "https://marsa.example/x/"},
		{"canonical", p.Canonical, "/a"},
		{"translations", p.Translations, []dateline.Translation{{Language: "en", URL: "/en/a"}}},
		{"meta", p.Meta("none", "og:title"), "Harbour"},
		{"metas", p.Metas("author"), []string{"Ann Lee", "Bob Ray"}},
		{"h1", p.H1, []string{"Harbour opens"}},
		{"authors", p.Authors, []Author{{Text: "By Ann Lee", Mark: AuthorMark, At: 26}, {Text: "Ann Lee", Mark: AuthorClass, At: 36}, {Text: "Ann", Mark: AuthorMark, At: 43},
			{Text: "Ann Lee", Mark: AuthorMark, At: 47}, {Text: "Bob Ray", Mark: AuthorAside, At: 107}}},
		{"times", p.Times, []Time{{Value: "2026-07-04T10:00Z", Text: "4 July", Updated: true, Element: true, At: 64}, {Text: "3 July 2026", At: 70}}},
		{"date of a meta element", p.Meta("datepublished"), "2026-07-03"},
		{"picture", p.Picture, dateline.Picture{URL: "/q.jpg", Caption: "A quay.", Credit: "Carol Dee"}},
	}
	for _, c := range checks {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %#v, want %#v", c.what, c.got, c.want)
		}
	}
}

// TestLinkedAuthors tells links to authors from those to people whom a text names.
func TestLinkedAuthors(t *testing.T) {
	long := "The harbour master, who has been in his post for twenty years and seen more storms than he can count, is "
	for in, want := range map[string]int{
		`<p>By <a href="/authors/ann-lee">Ann Lee</a></p>`:                        1,
		`<div><a href="https://marsa.example/team/ann-lee/">Ann Lee</a></div>`:    1,
		`<div><span>Written by:</span><a href="/people/ann">Ann Lee</a></div>`:    1,
		`<div><span>Contact:</span> <a href="/people/ann">Ann Lee</a></div>`:      0,
		`<div><span>Edited by</span> <a href="/people/ann">Ann Lee</a></div>`:     0,
		`<p>` + long + `<a href="/people/bob-ray">Bob Ray</a>.</p>`:               0,
		`<p><a href="/authors/">All authors</a> <a href="/team">Us</a></p>`:       0,
		`<p><a href="/news/harbour?back=/author/ann">Harbour opens</a></p>`:       0,
		`<nav><a href="/authors/ann-lee">Ann Lee</a></nav>`:                       0,
		`<p><a rel="author" href="/authors/ann-lee">Ann Lee, also marked</a></p>`: 1,
	} {
		if p := of(t, "<h1>Harbour opens</h1>"+in); len(p.Authors) != want {
			t.Errorf("%s: %+v, want %d", in, p.Authors, want)
		}
	}
}

func TestData(t *testing.T) {
	tests := []struct {
		name, in string
		check    func(Data) bool
	}{
		{"an article", `{"@type":"NewsArticle","headline":"Harbour &amp; market","datePublished":"2026-07-03","author":"Ann Lee"}`,
			func(d Data) bool {
				return d.Headline == "Harbour & market" && d.Published == "2026-07-03" && reflect.DeepEqual(d.People, []string{"Ann Lee"})
			}},
		{"in a graph, with references", `{"@graph":[{"@type":"WebPage","headline":"x"},{"@type":["Article","Thing"],"headline":"Harbour","author":{"@id":"#a"},"publisher":{"@id":"#p"}},{"@id":"#a","@type":"Person","name":"Ann Lee"},{"@id":"#p","@type":"Organization","name":"Marsa"}]}`,
			func(d Data) bool {
				return d.Headline == "Harbour" && reflect.DeepEqual(d.People, []string{"Ann Lee"}) && d.Publisher == "Marsa"
			}},
		{"people and organisations", `[{"@type":"Article","headline":"x","author":[{"@type":"Organization","name":"Marsa"},{"@type":"Person","name":"Ann Lee"}]}]`,
			func(d Data) bool {
				return reflect.DeepEqual(d.People, []string{"Ann Lee"}) && reflect.DeepEqual(d.Authors, []string{"Marsa"})
			}},
		{"not free", `{"@type":"NewsArticle","headline":"x","isAccessibleForFree":false}`, func(d Data) bool { return d.Paywalled }},
		{"not free, as text", `{"@type":"NewsArticle","headline":"x","isAccessibleForFree":"False"}`, func(d Data) bool { return d.Paywalled }},
		{"not free, as an address", `{"@type":"NewsArticle","headline":"x","isAccessibleForFree":"http://schema.org/False"}`, func(d Data) bool { return d.Paywalled }},
		{"not free, as a number", `{"@type":"NewsArticle","headline":"x","isAccessibleForFree":0}`, func(d Data) bool { return d.Paywalled }},
		{"a part that is not free", `{"@type":"NewsArticle","headline":"x","hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".wall"}}`, func(d Data) bool { return d.Paywalled }},
		{"a part that is not free, of what is", `{"@type":"NewsArticle","headline":"x","isAccessibleForFree":true,"hasPart":[{"isAccessibleForFree":false}]}`, func(d Data) bool { return !d.Paywalled }},
		{"a page that is not free", `{"@graph":[{"@type":"NewsArticle","headline":"x","isPartOf":{"@id":"#p"}},{"@type":"WebPage","@id":"#p","isAccessibleForFree":"no"}]}`, func(d Data) bool { return d.Paywalled }},
		{"free, as text", `{"@type":"NewsArticle","headline":"x","isAccessibleForFree":"True"}`, func(d Data) bool { return !d.Paywalled }},
		{"free", `{"@type":"NewsArticle","headline":"x","isAccessibleForFree":true}`, func(d Data) bool { return !d.Paywalled }},
		{"keywords", `{"@type":"NewsArticle","headline":"x","keywords":"a, b،c"}`, func(d Data) bool { return reflect.DeepEqual(d.Keywords, []string{"a", "b", "c"}) }},
		{"picture", `{"@type":"NewsArticle","headline":"x","image":[{"url":"/q.jpg"}]}`, func(d Data) bool { return d.Picture == "/q.jpg" }},
		{"broken: line break in a string, comma too many", "{\"@type\":\"NewsArticle\",\"headline\":\"Harbour\nopens\",}", func(d Data) bool { return d.Headline == "Harbour opens" }},
		{"broken for good", `{"@type":`, func(d Data) bool { return d.Headline == "" }},
		{"a time in a list", `{"@type":"NewsArticle","headline":"x","datePublished":["2026-07-03"]}`, func(d Data) bool { return d.Published == "2026-07-03" }},
		{"a time as a number", `{"@type":"NewsArticle","headline":"x","datePublished":1783072800000,"dateModified":1783072800}`, func(d Data) bool { return d.Published == "1783072800000" && d.Modified == "1783072800" }},
		{"no time", `{"@type":"NewsArticle","headline":"x","datePublished":[null],"dateModified":false}`, func(d Data) bool { return d.Published+d.Modified == "" }},
		{"article before page", `[{"@type":"WebPage","name":"x"},{"@type":"Article","headline":"Harbour"},{"@type":"WebPage","name":"y"}]`,
			func(d Data) bool { return d.Article && d.Headline == "Harbour" && len(d.Types) == 3 }},
		{"news before articles", `[{"@type":"Article","headline":"x"},{"@type":"https://schema.org/NewsArticle","headline":"Harbour"},{"@type":"NewsArticle","headline":"y"}]`,
			func(d Data) bool { return d.Headline == "Harbour" }},
		{"a review is no article", `{"@type":"Review","datePublished":"2026-07-03","name":"Harbour"}`, func(d Data) bool { return !d.Article && d.Headline == "Harbour" }},
		{"a page's name is no headline", `{"@type":"WebPage","name":"Harbour"}`, func(d Data) bool { return d.Type == "WebPage" && d.Headline == "" }},
		{"an article that says nothing", `[{"@type":"NewsArticle"},{"@type":"Review","headline":"Harbour"}]`, func(d Data) bool { return d.Headline == "Harbour" && !d.Article }},
		{"a product", `{"@type":"Product","headline":"Harbour"}`, func(d Data) bool { return d.Type == "" }},
		{"a product with a date", `{"@type":"Product","headline":"Harbour","datePublished":"2026-07-03"}`, func(d Data) bool { return d.Headline == "Harbour" && !d.Article }},
		{"a video", `{"@type":"VideoObject","headline":"Harbour"}`, func(d Data) bool { return d.Type == "" && len(d.Types) == 1 }},
		{"a video with a date", `{"@type":"VideoObject","headline":"Harbour","uploadDate":"x","datePublished":"2026-07-03"}`, func(d Data) bool { return d.Headline == "Harbour" && !d.Article }},
		{"what a page is about", `{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Harbour"}}`, func(d Data) bool { return d.Headline == "Harbour" }},
		{"a list of others", `{"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"Harbour"}]}`, func(d Data) bool { return d.Headline == "" }},
		{"a list without type", `{"itemListElement":[{"@type":"Article","headline":"Harbour"}]}`, func(d Data) bool { return d.Headline == "Harbour" }},
		{"too deep", `[[[[[{"@type":"Article","headline":"Harbour"}]]]]]`, func(d Data) bool { return d.Headline == "" }},
		{"an author elsewhere", `[{"@type":"Article","headline":"x","author":{"@id":"#a"}},{"@id":"#a"},{"@id":"#a","@type":"Person","name":"Ann Lee"},{"@id":"#a","@type":"Person","name":"Bob Ray"}]`,
			func(d Data) bool { return reflect.DeepEqual(d.People, []string{"Ann Lee"}) }},
		{"several names of one author", `{"@type":"Article","headline":"x","author":{"@type":"Person","name":["Ann Lee","Bob Ray"]}}`,
			func(d Data) bool { return reflect.DeepEqual(d.People, []string{"Ann Lee", "Bob Ray"}) }},
		{"a creator where no author is", `{"@type":"Article","headline":"x","author":[],"creator":["Ann Lee"]}`, func(d Data) bool { return reflect.DeepEqual(d.People, []string{"Ann Lee"}) }},
		{"an author before a creator", `{"@type":"Article","headline":"x","author":"Ann Lee","creator":"Bob Ray"}`, func(d Data) bool { return reflect.DeepEqual(d.People, []string{"Ann Lee"}) }},
		{"a picture's content", `{"@type":"Article","headline":"x","image":{"contentUrl":"/q.jpg"}}`, func(d Data) bool { return d.Picture == "/q.jpg" }},
		{"a picture's address alone", `{"@type":"Article","headline":"x","image":["/q.jpg","/r.jpg"]}`, func(d Data) bool { return d.Picture == "/q.jpg" }},
		{"a publisher in a list", `{"@type":"Article","headline":"x","publisher":[{"name":"Marsa"},{"name":"y"}]}`, func(d Data) bool { return d.Publisher == "Marsa" }},
		{"no publisher in a list", `{"@type":"Article","headline":"x","publisher":[]}`, func(d Data) bool { return d.Publisher == "" }},
		{"a value with its language", `{"@type":"Article","headline":{"@value":"افتتاح الميناء","@language":"ar"},"license":"CC BY"}`,
			func(d Data) bool { return d.Headline == "افتتاح الميناء" && d.Terms == "CC BY" }},
		{"terms before a license", `{"@type":"Article","headline":"x","license":"CC BY","usageInfo":"/terms"}`, func(d Data) bool { return d.Terms == "/terms" }},
		{"created where no publication is", `{"@type":"Article","headline":"x","dateCreated":"2026-07-03"}`, func(d Data) bool { return d.Published == "2026-07-03" }},
		{"published before created", `{"@type":"Article","headline":"x","dateCreated":"2026-07-02","datePublished":"2026-07-03"}`, func(d Data) bool { return d.Published == "2026-07-03" }},
		{"a time before the epoch", `{"@type":"Article","headline":"x","datePublished":-1}`, func(d Data) bool { return d.Published == "" }},
		{"keywords, empty and endless", `{"@type":"Article","headline":"x","keywords":["a,,b;","` + strings.Repeat("x", 100) + `","` + strings.Repeat("y", 99) + `"]}`,
			func(d Data) bool { return len(d.Keywords) == 3 && d.Keywords[2][0] == 'y' }},
		{"broken: a comment", `<!-- {"@type":"Article","headline":"Harbour"} -->`, func(d Data) bool { return d.Headline == "Harbour" }},
		{"broken: a section and a semicolon", ` //<![CDATA[ {"@type":"Article","headline":"Harbour", } ; //]]> `, func(d Data) bool { return d.Headline == "Harbour" }},
		{"broken: a section", ` //<![CDATA[ {"@type":"Article","headline":"Harbour", } //]]> `, func(d Data) bool { return d.Headline == "Harbour" }},
		{"broken: a semicolon", `{"@type":"Article","keywords":["a","b", ],"headline":"Harbour"};`, func(d Data) bool { return d.Headline == "Harbour" && len(d.Keywords) == 2 }},
		{"no article", `{"@type":"Organization","name":"Marsa"}`, func(d Data) bool { return d.Type == "" }},
	}
	for _, tt := range tests {
		if d := of(t, `<script type="application/ld+json">`+tt.in+`</script>`).Data; !tt.check(d) {
			t.Errorf("%s: %+v", tt.name, d)
		}
	}
}

// TestMarkedUp reads what RDFa and microdata mark, and headings with a time inside.
func TestMarkedUp(t *testing.T) {
	p := of(t, `<h1><time datetime="2026-07-03">3 July 2026</time> Harbour opens</h1><h1><time>4 July 2026</time></h1>
<h2 itemprop="headline">Market opens</h2><h2 itemprop="headline">Quay opens</h2>
<span property="dc:date dc:created" content="2026-07-01T10:15:00+03:00">then</span><span property="schema:dateModified" content="2026-07-02"></span>
<span property="schema:name" content="2026-07-05">x</span>`)
	if want := []string{"Harbour opens", "4 July 2026"}; !reflect.DeepEqual(p.H1, want) {
		t.Errorf("headings %q, want %q", p.H1, want)
	}
	if p.Headline != "Market opens" {
		t.Errorf("marked headline %q", p.Headline)
	}
	var values []string
	for _, at := range p.Times {
		if at.Value != "" && at.Element && at.Updated == (at.Value == "2026-07-02") {
			values = append(values, at.Value)
		}
	}
	if want := []string{"2026-07-03", "2026-07-01T10:15:00+03:00", "2026-07-02"}; !reflect.DeepEqual(values, want) {
		t.Errorf("times %q of %+v, want %q", values, p.Times, want)
	}
}

func TestMetas(t *testing.T) {
	p := of(t, `<html xml:lang="ar-SY"><meta property="article:published_time" content=" 2026-07-03 "><meta name="DC.date" itemprop="dateCreated" content="2026-07-02"><meta name="publish-date">
<base href=/a/><base href=/b/><link rel=canonical><link rel=canonical href=/a><link rel=canonical href=/b><title></title><svg><title>Logo</title></svg>`)
	if got, want := p.MetasLike(func(name string) bool { return strings.Contains(name, "date") || strings.Contains(name, "publish") }),
		[]string{"2026-07-03", "2026-07-02", "2026-07-02"}; !reflect.DeepEqual(got, want) {
		t.Errorf("metas %q, want %q", got, want)
	}
	if got := []string{p.Language, p.Base, p.Canonical, p.Title, p.Meta("publish-date"), p.Meta("datecreated")}; !reflect.DeepEqual(got, []string{"ar-SY", "/a/", "/a", "", "", "2026-07-02"}) {
		t.Errorf("the head says %q", got)
	}
}

// TestAsideLeftOpen: a banner that nobody closed holds the whole page, and the text
// is no aside for that; a menu within it still is.
func TestAsideLeftOpen(t *testing.T) {
	p := of(t, `<aside class=banner><p>Subscribe</p><h1>Marsa</h1><main><nav><h1>Menu</h1></nav><h1>Harbour opens</h1><span class=author>Ann Lee</span><time>3 July 2026</time></main>`)
	if want := []string{"Harbour opens"}; !reflect.DeepEqual(p.H1, want) || len(p.Authors) != 1 || len(p.Times) != 1 {
		t.Errorf("headings %q, authors %+v, times %+v", p.H1, p.Authors, p.Times)
	}
}

func FuzzData(f *testing.F) {
	f.Add(`{"@graph":[{"@type":"Article","author":{"@id":"#a"}},{"@id":"#a","author":{"@id":"#a"}}]}`)
	f.Add(`[[[[[[[{"@type":["Article",1,null],"author":[[[]]],"image":{},"keywords":{}}]]]]]]]`)
	f.Fuzz(func(t *testing.T, s string) { parseData([]string{s, s}) })
}
