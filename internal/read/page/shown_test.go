package page

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"dateline"
)

// TestAside: what stands in a menu, a footer, beside the text or in the masthead
// is the site's, not the item's.
func TestAside(t *testing.T) {
	const head = `<h1>Harbour opens</h1><time datetime="2026-07-03"></time>`
	tests := []struct {
		name, in string
		kept     bool
	}{
		{"plain", head, true},
		{"a menu", `<nav>` + head + `</nav>`, false},
		{"a footer", `<footer>` + head + `</footer>`, false},
		{"beside", `<aside><div>` + head + `</div></aside>`, false},
		{"a header with the headline", `<header>` + head + `</header>`, true},
		{"a comment of microdata", `<div itemprop=comment>` + head + `</div>`, false},
		{"comments", `<div class=comments>` + head + `</div>`, false},
		{"related items", `<section id=related-items>` + head + `</section>`, false},
		{"an article that is marked so", `<article class="related">` + head + `</article>`, true},
		{"all of the page is", `<main class="comments">` + head + `</main>`, true},
	}
	for _, tt := range tests {
		p := of(t, tt.in)
		if kept := len(p.H1) > 0 && len(p.Times) > 0; kept != tt.kept || len(p.H1) != len(p.Times) {
			t.Errorf("%s: %q, %+v", tt.name, p.H1, p.Times)
		}
	}
	for in, want := range map[string]int{
		`<header><time datetime="2026-07-03"></time></header>`:                                          0, // the site's
		`<article><div><header><time datetime="2026-07-03"></time></header></div></article>`:            1,
		`<main><header><time datetime="2026-07-03"></time></header></main>`:                             1,
		strings.Repeat(`<header></header>`, 9) + `<header><time datetime="2026-07-03"></time></header>`: 1,
		strings.Repeat(`<header></header>`, 8) + `<header><time datetime="2026-07-03"></time></header>`: 0,
	} {
		if p := of(t, in); len(p.Times) != want {
			t.Errorf("%s: %+v, want %d", in, p.Times, want)
		}
	}
}

func TestMarks(t *testing.T) {
	tests := []struct {
		name, in string
		want     []Author
	}{
		{"a class of author and name", `<b class="author-name">Ann Lee</b>`, []Author{{Text: "Ann Lee", Mark: AuthorName}}},
		{"in an id", `<b id="author">Ann Lee</b>`, []Author{{Text: "Ann Lee", Mark: AuthorClass}}},
		{"a name alone", `<b class="name">Ann Lee</b>`, nil},
		{"rel of several", `<a rel="author nofollow">Ann Lee</a>`, []Author{{Text: "Ann Lee", Mark: AuthorMark}}},
		{"another rel", `<a rel="authority">Ann Lee</a>`, nil},
		{"microdata with its value", `<meta><b itemprop=author content="آن لي">x</b>`, []Author{{Text: "آن لي", Mark: AuthorMark}}},
		{"microdata around a name", `<b itemprop=creator>By <i itemprop=name>Ann Lee</i>, Marsa</b>`, []Author{{Text: "Ann Lee", Mark: AuthorMark}}},
		{"microdata around a name with its value", `<b itemprop=author><i itemprop=name content="Ann Lee"></i></b>`, []Author{{Text: "Ann Lee", Mark: AuthorMark}}},
		{"a label that is heard, by a class that says nothing", `<span><span class=x1>Author, </span><span class=x2>Ann Lee</span></span>`, []Author{{Text: "Ann Lee", Mark: AuthorMark, At: len("Author, ")}}},
		{"the same in Arabic", `<span class=x1>الكاتب، </span><span>آن لي</span>`, []Author{{Text: "آن لي", Mark: AuthorMark, At: len("الكاتب، ")}}},
		{"a word of a sentence", `<p><span>The author, </span><span>Ann Lee</span></p><p>Author, <span>Ann Lee</span></p>`, nil},
		{"a sentence behind it", `<p><span>Author, </span>poet and sailor, she sees Marsa as it was.</p>`, nil},
		{"nothing in it", `<b class=author> </b><b itemprop=author></b>`, nil},
		{"a link in an address's folder and a class", `<a class=x href="/authors/ann-lee">Ann Lee</a>`, []Author{{Text: "Ann Lee", Mark: AuthorLink}}},
	}
	for _, tt := range tests {
		if got := of(t, tt.in).Authors; !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestTimes(t *testing.T) {
	day := `<time>3 July</time>`
	tests := []struct {
		name, in string
		want     Time
	}{
		{"an element", day, Time{Text: "3 July", Element: true}},
		{"a class", `<b class="entry-date">3 July</b>`, Time{Text: "3 July"}},
		{"a label of publication", `<p>Published ` + day + `</p>`, Time{Text: "3 July", Element: true, Published: true, At: 10}},
		{"another", `<p><b>Posted on</b> ` + day + `</p>`, Time{Text: "3 July", Element: true, Published: true, At: 10}},
		{"an Arabic one", `<p>تاريخ النشر: <time>٣ تموز</time></p>`, Time{Text: "٣ تموز", Element: true, Published: true, At: len("تاريخ النشر: ")}},
		{"a label before its parent", `<b>Published</b><p>` + day + `</p>`, Time{Text: "3 July", Element: true, Published: true, At: 9}},
		{"a label farther away", `<b>Published</b><p><i>` + `<u>` + day + `</u></i></p>`, Time{Text: "3 July", Element: true, At: 9}},
		{"a sentence is no label", `<p>The minister published his report on the harbour ` + day + `</p>`, Time{Text: "3 July", Element: true, At: 49}},
		{"a label of change", `<p>Updated ` + day + `</p>`, Time{Text: "3 July", Element: true, Updated: true, At: 8}},
		{"of both, change counts", `<p>Published, updated ` + day + `</p>`, Time{Text: "3 July", Element: true, Updated: true, At: 19}},
		{"change in itself", `<time>Last modified 3 July</time>`, Time{Text: "Last modified 3 July", Element: true, Updated: true}},
		{"change in Arabic", `<time>آخر تحديث ٣ تموز</time>`, Time{Text: "آخر تحديث ٣ تموز", Element: true, Updated: true}},
		{"change in its class", `<time class=updated>3 July</time>`, Time{Text: "3 July", Element: true, Updated: true}},
		{"change in its parent's class", `<p class=lastmodified>` + day + `</p>`, Time{Text: "3 July", Element: true, Updated: true}},
		{"a value", `<time datetime="2026-07-03"></time>`, Time{Value: "2026-07-03", Element: true}},
		{"an abbreviation's title", `<abbr class=published title="2026-07-03">3 July</abbr>`, Time{Value: "2026-07-03", Text: "3 July"}},
		{"a title is no value elsewhere", `<time title="2026-07-04">3 July</time>`, Time{Text: "3 July", Element: true}},
		{"a value goes before a title", `<abbr class=published datetime="2026-07-03" title="Friday">3 July</abbr>`, Time{Value: "2026-07-03", Text: "3 July"}},
		{"microdata's value", `<b itemprop=dateModified content="2026-07-03">x</b>`, Time{Value: "2026-07-03", Element: true, Updated: true}},
		{"microdata's machine value", `<b itemprop=datePublished datetime="2026-07-03">x</b>`, Time{Value: "2026-07-03", Element: true}},
		{"microdata's text", `<b itemprop=dateCreated>3 July</b>`, Time{Text: "3 July", Element: true}},
	}
	for _, tt := range tests {
		if got := of(t, tt.in).Times; len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
	two := of(t, `<p>Published `+day+` `+day+`</p>`).Times
	if len(two) != 2 || !two[0].Published || two[1].Published {
		t.Errorf("a label belongs to the time behind it: %+v", two)
	}
	for _, in := range []string{`<time></time>`, `<b class=date></b>`, `<b itemprop=datePublished></b>`, `<p class=date>` + strings.Repeat("x", maxText/2+1) + `</p>`} {
		if got := of(t, in).Times; len(got) > 0 {
			t.Errorf("%s: %+v", in, got)
		}
	}
	if got := of(t, `<p class=date>`+strings.Repeat("x", maxText/2)+`</p>`).Times; len(got) != 1 {
		t.Errorf("a line with a time is left out: %+v", got)
	}
}

func TestFigure(t *testing.T) {
	figure := func(img, caption string) string {
		return fmt.Sprintf(`<figure><img %s>%s</figure>`, img, caption)
	}
	const quay = `<figcaption>A quay</figcaption>`
	tests := []struct {
		name, in string
		want     dateline.Picture
	}{
		{"a picture", figure(`src=/q.jpg`, quay), dateline.Picture{URL: "/q.jpg", Caption: "A quay"}},
		{"the first with a caption", figure(`src=/p.jpg`, "") + figure(`src=/q.jpg`, quay) + figure(`src=/r.jpg`, quay), dateline.Picture{URL: "/q.jpg", Caption: "A quay"}},
		{"one that is loaded late", figure(`data-original=/q.jpg`, quay), dateline.Picture{URL: "/q.jpg", Caption: "A quay"}},
		{"a placeholder", figure(`src="data:x" data-lazy-src=/q.jpg`, quay), dateline.Picture{URL: "/q.jpg", Caption: "A quay"}},
		{"a placeholder alone", figure(`src="data:x"`, quay), dateline.Picture{Caption: "A quay"}},
		{"a small one is no placeholder", figure(`src=/q.jpg data-src=/other.jpg`, quay), dateline.Picture{URL: "/q.jpg", Caption: "A quay"}},
		{"a credit in an element of its own", figure(`src=/q.jpg`, `<figcaption>A quay. <span class=credit>Ann Lee/AFP</span></figcaption>`), dateline.Picture{URL: "/q.jpg", Caption: "A quay.", Credit: "Ann Lee/AFP"}},
		{"WordPress before figures", `<div class="wp-caption alignleft"><a href=/p><img src=/q.jpg></a><p class=wp-caption-text>A quay</p></div>`, dateline.Picture{URL: "/q.jpg", Caption: "A quay"}},
		{"a caption beside", `<div class=lead><img src=/q.jpg><div class=img-caption>A quay (AFP)</div></div>`, dateline.Picture{URL: "/q.jpg", Caption: "A quay", Credit: "AFP"}},
		{"a caption beside no picture", `<div><p>The harbour</p><div class=caption>A quay</div></div>`, dateline.Picture{}},
		{"a caption without picture", `<figure>` + quay + `</figure>`, dateline.Picture{}},
	}
	for _, tt := range tests {
		if got := of(t, tt.in).Picture; got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestSplitCredit(t *testing.T) {
	for in, want := range map[string][2]string{
		"A quay. Photo: Ann Lee":         {"A quay.", "Ann Lee"},
		"A quay (Photo by Ann Lee)":      {"A quay", "Ann Lee"},
		"A quay. / Photo by Ann Lee":     {"A quay.", "Ann Lee"},
		"A quay. Photo credit: Ann Lee.": {"A quay.", "Ann Lee"},
		"A quay. Image credit: Ann Lee":  {"A quay.", "Ann Lee"},
		"A quay | CREDIT: Marsa Courier": {"A quay", "Marsa Courier"},
		"Photo: Ann Lee":                 {"", "Ann Lee"},
		"رصيف الميناء. تصوير: آن لي":     {"رصيف الميناء.", "آن لي"},
		"رصيف الميناء - المصدر: مرسى":    {"رصيف الميناء", "مرسى"},
		"A quay in a photograph":         {"A quay in a photograph", ""},

		"A quay, July 2, 2026. REUTERS/Ann Lee":                            {"A quay, July 2, 2026.", "REUTERS/Ann Lee"},
		"A quay. REUTERS/Ann Lee Purchase Licensing Rights, opens new tab": {"A quay.", "REUTERS/Ann Lee"},
		"A quay (AP Photo/Ann Lee)":                                        {"A quay", "AP Photo/Ann Lee"},
		"A quay. (Ann Lee/AFP/Getty Images)":                               {"A quay.", "Ann Lee/AFP/Getty Images"},
		"A quay [Ann Lee/Marsa Courier]":                                   {"A quay", "Ann Lee/Marsa Courier"},
		"A quay © Ann Lee / AFP":                                           {"A quay", "Ann Lee / AFP"},
		"A quay – EPA-EFE":                                                 {"A quay", "EPA-EFE"},
		"رصيف الميناء (رويترز)":                                            {"رصيف الميناء", "رويترز"},
		"رصيف الميناء (الفرنسية)":                                          {"رصيف الميناء", "الفرنسية"},
		"رصيف الميناء - الأناضول":                                          {"رصيف الميناء", "الأناضول"},
		"Ann Lee (left) and Bob Ray (right)":                               {"Ann Lee (left) and Bob Ray (right)", ""},
		"The old/new quay in Marsa":                                        {"The old/new quay in Marsa", ""},
		"A quay (the northern/eastern one)":                                {"A quay (the northern/eastern one)", ""},
		"The quay - after the storm":                                       {"The quay - after the storm", ""},
		"رصيف الميناء (الشمالي)":                                           {"رصيف الميناء (الشمالي)", ""},
	} {
		if caption, credit := splitCredit(in); [2]string{caption, credit} != want {
			t.Errorf("%q: %q, %q, want %q", in, caption, credit, want)
		}
	}
}

func TestPictureOfData(t *testing.T) {
	d := of(t, `<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","image":{"url":"/q.jpg","caption":"A quay","creditText":"Ann Lee"}}</script>`).Data
	if d.Picture != "/q.jpg" || d.Caption != "A quay" || d.Credit != "Ann Lee" {
		t.Errorf("%+v", d)
	}
}

func TestKicker(t *testing.T) {
	for in, want := range map[string]string{
		`<h1><span class="kicker">Ships</span>Harbour opens</h1>`:          "Harbour opens",
		`<h1> <a class="c-eyebrow" href=/>Ships</a> Harbour opens</h1>`:    "Harbour opens",
		`<h1><span class="first">Harbour</span> opens</h1>`:                "Harbour opens",
		`<h1>Harbour opens<a class=headerlink href=#x>¶</a></h1>`:          "Harbour opens",
		`<h1>Harbour <span class="kicker">opens</span></h1>`:               "Harbour opens",
		`<h1><span class="section-title kicker">Harbour opens</span></h1>`: "Harbour opens",
	} {
		if got := of(t, in).H1; len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q", in, got)
		}
	}
}
