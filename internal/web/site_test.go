package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/wire"
)

func TestEveryPageInBothEditions(t *testing.T) {
	w := newWorld(t)
	w.killed()
	for _, e := range []struct{ lang, dir, item string }{
		{"en", "ltr", w.path("en", "talks")}, {"ar", "rtl", w.path("ar", "talks-ar")},
	} {
		at := "/" + e.lang
		for _, path := range []string{
			at + "/", at + "/latest", at + "/sources", at + "/source/nahr", at + "/search", at + "/notices", at + "/about", e.item,
		} {
			page := w.page(path)
			wellFormed(t, page)
			contains(t, page, `<html lang="`+e.lang+`" dir="`+e.dir+`"`, `<link rel="canonical" href="https://marsa.example`+path+`">`)
			if n := strings.Count(page, "<h1"); n != 1 {
				t.Errorf("%s: %d h1", path, n)
			}
			if strings.Contains(page, "style=") || regexp.MustCompile(`<script(?: [^>]*)?>[^<]`).MatchString(strings.ReplaceAll(page, `<script type="application/ld+json">`, "")) {
				t.Errorf("%s: something inline that the policy forbids", path)
			}
		}
	}
}

// TestMenuMarksThePlace: on each place of the menu that one alone is marked, on the front as
// well; what is no place marks none.
func TestMenuMarksThePlace(t *testing.T) {
	w := newWorld(t)
	here := regexp.MustCompile(`<li[^>]*><a href="([^"]*)" aria-current="page">`)
	for _, at := range []string{"/en/", "/ar/"} {
		for _, place := range []string{"", "latest", "notices", "search", "sources", "about"} {
			got := here.FindAllStringSubmatch(w.page(at+place), -1)
			if len(got) != 1 || got[0][1] != at+place {
				t.Errorf("%s marks %q", at+place, got)
			}
		}
	}
	if got := here.FindAllString(w.page(w.path("en", "talks")), -1); len(got) > 0 {
		t.Errorf("an item is a place of the menu: %q", got)
	}
}

func TestStatuses(t *testing.T) {
	w := newWorld(t)
	killed := w.killed()
	for path, want := range map[string]int{
		"/":                         302,
		"/en":                       301,
		"/nowhere":                  404,
		"/en/nowhere":               404,
		"/en/item/none":             404,
		"/en/source/none":           404,
		"/en/latest?before=rubbish": 400,
		"/en/search?q=a&skip=-1":    400,
		"/en/search?q=" + strings.Repeat("a", 301): 400,
		"/ar/search?q=" + strings.Repeat("ب", 300): 200,
		"/events?lang=fr":                          400,
		"/en/item/" + string(killed.ID):            410,
		"/ar/item/" + string(killed.ID):            410,
		w.path("en", "talks"):                      200,
		"/en/item/" + string(idOf("talks")):        302,
	} {
		rec := w.get(path)
		if rec.Code != want {
			t.Errorf("%s: %d, want %d", path, rec.Code, want)
		}
		if want >= 400 && !strings.Contains(rec.Body.String(), `class="trouble"`) {
			t.Errorf("%s: not a page of ours", path)
		}
	}
}

func TestStatusOfKinds(t *testing.T) {
	for err, want := range map[error]int{
		nil: 200, dateline.ErrNotFound: 404, dateline.ErrGone: 410, dateline.ErrInvalid: 400, dateline.ErrForbidden: 403,
		dateline.ErrConflict: 409, dateline.ErrTooLarge: 413, dateline.ErrUnavailable: 503, http.ErrAbortHandler: 500,
	} {
		if got := Status(err); got != want {
			t.Errorf("%v: %d, want %d", err, got, want)
		}
	}
}

func TestChooseEdition(t *testing.T) {
	w := newWorld(t)
	for accept, want := range map[string]string{
		"": "/en/", "ar": "/ar/", "ar-EG,en;q=0.5": "/ar/", "fr,ar;q=0.3,en;q=0.9": "/en/", "fr": "/en/", ";;;": "/en/",
	} {
		rec := w.get("/", "Accept-Language", accept)
		if got := rec.Header().Get("Location"); got != want || rec.Header().Get("Vary") != "Accept-Language" {
			t.Errorf("%q: %s, Vary %q", accept, got, rec.Header().Get("Vary"))
		}
	}
	if page := w.get("/nowhere", "Accept-Language", "ar").Body.String(); !strings.Contains(page, "الصفحة غير موجودة") {
		t.Error("an error outside the editions is not in the reader's language")
	}
}

func TestHeaders(t *testing.T) {
	w := newWorld(t)
	for _, path := range []string{"/en/", "/en/nowhere"} {
		h := w.get(path).Header()
		for name, want := range map[string]string{
			"Content-Type": "text/html", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin",
			"Content-Security-Policy": "script-src 'self'", "Cache-Control": "no-cache", "Etag": `"`,
		} {
			if !strings.Contains(h.Get(name), want) {
				t.Errorf("%s: %s: %q lacks %q", path, name, h.Get(name), want)
			}
		}
		if strings.Contains(h.Get("Content-Security-Policy"), "unsafe") {
			t.Error("the policy allows inline code")
		}
	}
}

func TestFrontPage(t *testing.T) {
	w := newWorld(t)
	w.killed()
	page := w.page("/en/")
	contains(t, page,
		`<aside class="flash" id="flash" aria-label="Flash"><a`, "all berths reopened",
		`<div class="front">`, "The file", "Sunday 22 November 2026 · ", "14 items",
		"An item filed on", "was killed", `lang="ar"`, "آخر الأخبار بالعربية",
		`datetime="2026-11-22T14:31:00Z"`)
	lacks(t, page, "money", "Not to be shown", "Le port de Qasr Lina")
	// the flash says all it has in the strip; the lead is what has text
	if lead := page[strings.Index(page, `class="story top"`):]; !strings.Contains(lead[:900], "Dam talks resume") {
		t.Error("the lead is not the most urgent item with text")
	}
	ar := w.page("/ar/")
	contains(t, ar, "عاجل", "شريط الأخبار", "الأحد 22 تشرين الثاني/نوفمبر 2026", "12 خبرًا", "Latest in English")
}

func TestEmptyFront(t *testing.T) {
	w := emptyWorld(t)
	contains(t, w.page("/en/"), "Nothing has been filed yet.", `id="flash" aria-label="Flash" hidden`)
	contains(t, w.page("/ar/"), "لم يُنشر شيء بعد.")
	contains(t, w.page("/en/notices"), "Nothing has been corrected")
	contains(t, w.page("/en/sources"), "No source files")
}

func TestItemPage(t *testing.T) {
	w := newWorld(t)
	page := w.page(w.path("en", "talks"))
	contains(t, page,
		`<h1 lang="en" dir="ltr">Dam talks resume`, `<bdi>Rania Sabbagh</bdi>`, `<bdi>Tall Amun</bdi>`,
		`<time datetime="2026-11-22T09:12:00Z"><b>Sun 22 Nov 2026, 09:12`, "from the source’s feed", "to the minute, sure",
		`class="other button" href="`+w.path("ar", "talks-ar")+`" lang="ar" dir="rtl"`,
		`<link rel="alternate" hreflang="ar" href="https://marsa.example`+w.path("ar", "talks-ar")+`">`,
		`<link rel="alternate" hreflang="x-default" href="https://marsa.example`+w.path("en", "talks")+`">`,
		`<h2 dir="ltr">What was on the table</h2>`, "<li>a joint gauge", "<th scope=\"col\">Year</th>", "<blockquote",
		"Nobody here signs", `<blockquote dir="ltr" cite="https://www.instagram.com/p/Cabc/"><p>The gauge stands at 612.`,
		`<a class="link" href="https://www.instagram.com/p/Cabc/" rel="nofollow noopener"><bdi>instagram.com</bdi></a>`, `href="https://nahr.example/talks"`, "See the original at <bdi>Nahr News Agency</bdi>",
		"Earlier from <bdi>Nahr News Agency</bdi>")
	if strings.Index(page, `class="other button"`) > strings.Index(page, `class="standfirst"`) {
		t.Error("the counterpart does not stand right under the headline")
	}
	ar := w.page(w.path("ar", "talks-ar"))
	contains(t, ar,
		`<h1 lang="ar" dir="rtl">استئناف`, "Read in English", "بقلم", "<bdi>رانيا صباغ</bdi>",
		`<p dir="rtl">Reuters وAFP`) // an Arabic paragraph that begins with a Latin name
}

func TestItemByUsage(t *testing.T) {
	w := newWorld(t)
	excerpt := w.page(w.path("en", "rate"))
	contains(t, excerpt, "Read the whole item at <bdi>Sahlan Wire</bdi>", "not 6.5.", `class="box"`)
	lacks(t, excerpt, "tenders, when bread prices")
	link := w.page(w.path("en", "term"))
	contains(t, link, "Read the whole item at <bdi>Ministry of Education</bdi>")
	lacks(t, link, "Not to be shown")
}

func TestItemStamps(t *testing.T) {
	w := newWorld(t)
	contains(t, w.page(w.path("en", "undated")), "<b>undated</b>", "first seen here")
	contains(t, w.page(w.path("en", "nozone")), "Sun 22 Nov 2026, 10:32 (zone not given)", `datetime="2026-11-22T10:32:00"`)
	day := w.page(w.path("en", "dayonly"))
	contains(t, day, `<time datetime="2026-11-22"><b>Sunday 22 November 2026</b>`)
	lacks(t, day, "00:00")
	ld := article(t, w.page(w.path("en", "nozone")))
	if ld["datePublished"] != nil {
		t.Errorf("a time without a zone went out as a fact: %v", ld["datePublished"])
	}
}

// An item whose language is not the page's stands in the page's furniture, is
// not offered to search engines, and leads to where it belongs.
func TestItemInTheOtherEdition(t *testing.T) {
	w := newWorld(t)
	page := w.page(w.path("ar", "olives"))
	contains(t, page, `<html lang="ar"`, `<h1 lang="en" dir="ltr">Olive harvest`, "لم يُنشر هذا الخبر بالعربية بعد", "الإنجليزية",
		`content="noindex"`, `<link rel="canonical" href="https://marsa.example`+w.path("en", "olives")+`">`,
		`class="other button" href="`+w.path("en", "olives")+`"`)
	lacks(t, page, "hreflang=\"x-default\"")
	if to := w.get(w.path("ar", "talks")).Header().Get("Location"); to != w.path("ar", "talks-ar") {
		t.Errorf("an item with a counterpart leads to %q in the other edition", to)
	}
	contains(t, w.page(w.path("en", "olives")), "Not yet in Arabic")
	contains(t, w.page(w.path("en", "fr")), `<h1 lang="fr" dir="ltr">Le port`, "in <bdi>French</bdi>")
}

func article(t *testing.T, page string) (ld map[string]any) {
	t.Helper()
	_, rest, ok := strings.Cut(page, `<script type="application/ld+json">`)
	text, _, _ := strings.Cut(rest, "</script>")
	if !ok || json.Unmarshal([]byte(text), &ld) != nil {
		t.Fatalf("no JSON-LD: %q", text)
	}
	return ld
}

func TestStructuredData(t *testing.T) {
	w := newWorld(t)
	page := w.page(w.path("en", "talks"))
	ld := article(t, page)
	for key, want := range map[string]string{
		"@type": "NewsArticle", "inLanguage": "en", "datePublished": "2026-11-22T09:12:00Z", "creditText": "Nahr News Agency",
		"isBasedOn": "https://nahr.example/talks", "mainEntityOfPage": "https://marsa.example" + w.path("en", "talks"),
	} {
		if ld[key] != want {
			t.Errorf("%s = %v, want %s", key, ld[key], want)
		}
	}
	contains(t, page, `property="og:type" content="article"`, `property="og:title" content="Dam talks resume in Tall Amun`, `property="article:published_time" content="2026-11-22T09:12:00Z"`,
		`property="og:locale" content="en_GB"`, `name="description" content="Delegations from`)
}

func TestFeedsAreOffered(t *testing.T) {
	w := newWorld(t)
	contains(t, w.page("/en/"), `href="/en/feed.rss"`, `href="/en/feed.atom"`, `href="/en/feed.json"`, `href="/en/opensearch.xml"`)
	contains(t, w.page("/ar/source/nahr-ar"), `href="/ar/source/nahr-ar/feed.rss"`)
}

func TestLatestTurnsPages(t *testing.T) {
	w := newWorld(t)
	var many []dateline.Item
	for i := range 100 {
		many = append(many, sample("delta", "many"+string(rune('a'+i/26))+string(rune('a'+i%26)), "en", 2000+i, "Item of the file", ""))
	}
	w.file(nil, many)
	seen := map[string]bool{}
	path, pages := "/en/latest", 0
	for path != "" && pages < 10 {
		page := w.page(path)
		for _, m := range regexp.MustCompile(`class="line[^"]*" data-item="(\w+)"`).FindAllStringSubmatch(page, -1) {
			if seen[m[1]] {
				t.Errorf("%s stands on two pages", m[1])
			}
			seen[m[1]] = true
		}
		pages++
		path = ""
		if m := regexp.MustCompile(`href="(/en/latest\?before=[^"]+)" rel="next"`).FindStringSubmatch(page); m != nil {
			path = m[1]
		}
	}
	if len(seen) != 115 || pages != 3 {
		t.Errorf("%d items on %d pages, want 115 on 3", len(seen), pages)
	}
}

func TestLatestShowsOtherLanguages(t *testing.T) {
	page := newWorld(t).page("/en/latest")
	contains(t, page, "In other languages", `lang="fr"`, "Le port de Qasr Lina")
	lacks(t, page, "استئناف")
}

func TestSearchPage(t *testing.T) {
	w := newWorld(t)
	w.killed()
	for _, test := range []struct {
		path  string
		wants []string
		lacks []string
	}{
		{"/en/search", []string{"Words to look for", "How to search", "harbour OR strike"}, []string{"noindex"}},
		{"/en/search?q=timetable", []string{"<mark>timetable</mark>", "Dam talks resume", `value="timetable"`, "noindex",
			`href="/en/search?order=new&amp;q=timetable"`, `href="/ar/search?q=timetable"`, `href="/en/search/feed.rss?q=timetable"`}, nil},
		{"/en/search?q=zzqx", []string{"Nothing on this wire matches <bdi>zzqx</bdi>"}, []string{`class="line`}},
		{"/en/search?q=" + url.QueryEscape(`<b>"`), []string{`value="&lt;b&gt;&#34;"`}, []string{"<b>\""}},
		{"/en/search?q=documents", nil, []string{"Harbour master"}},                     // killed
		{"/en/search?q=headline", []string{"school year"}, []string{"Not to be shown"}}, // a link item shows no text
		{"/ar/search?q=" + url.QueryEscape("السد"), []string{"استئناف محادثات السد", "<mark>"}, nil},
	} {
		page := w.page(test.path)
		wellFormed(t, page)
		contains(t, page, test.wants...)
		lacks(t, page, test.lacks...)
	}
}

func TestSearchIsKeptUntilItemsChange(t *testing.T) {
	w := newWorld(t)
	path := "/en/search?q=walrus"
	contains(t, w.page(path), "Nothing on this wire matches")
	w.file(nil, []dateline.Item{sample("delta", "walrus", "en", 0, "Walrus seen off Ras Jund", "")})
	contains(t, w.page(path), "Walrus seen", `class="line`)
}

// Hostile copy: markup stays text, and an override cannot leave its element.
func TestHostileCopy(t *testing.T) {
	w := emptyWorld(t)
	evil := sample("delta", "evil", "en", 1, `"><script>alert(1)</script> \u2028`, "<img src=x onerror=alert(1)>")
	evil.URL = "javascript:alert(1)"
	evil.Byline = []string{"</script><script>alert(2)</script>"}
	w.file(sampleSources(), []dateline.Item{evil})
	page := w.page(w.get("/en/item/" + string(evil.ID)).Header().Get("Location"))
	wellFormed(t, page)
	lacks(t, page, "<script>alert", "<img", `href="javascript`)
	if ld := article(t, page); !strings.Contains(ld["headline"].(string), "<script>") {
		t.Error("JSON-LD lost the headline")
	}
}

// A store may keep fewer digits of a time than the clock gave; that makes no
// claim doubtful.
func TestMomentOfAFreshItem(t *testing.T) {
	w := emptyWorld(t)
	at := noon.Add(123456789 * time.Nanosecond)
	v := wire.View{
		When: at.Truncate(time.Microsecond), FirstSeen: at,
		Published: dateline.Stamp{Time: at, Zone: "Z", Precision: dateline.ToSecond},
	}
	if m := w.site.editions[0].moment(&v, at); m.Note != "" || m.Shown != "14:32" {
		t.Errorf("moment = %+v", m)
	}
	v.When = at.Add(-time.Hour) // ordered by something else than its claim
	if m := w.site.editions[0].moment(&v, at); m.Note == "" {
		t.Error("a claim that does not order the item is shown without a word")
	}
}

func TestTimesInTheEditionsZone(t *testing.T) {
	w := emptyWorld(t)
	w.pub.Editions = nil
	late := sample("delta", "late", "en", 0, "Late item", "text")
	late.Published.Time = time.Date(2026, 11, 22, 23, 30, 0, 0, time.UTC)
	late.FirstSeen = late.Published.Time
	e := w.site.editions[0]
	m := moment(e.In(time.FixedZone("", 2*3600)), "x", late.FirstSeen, late.FirstSeen)
	if m.Shown != "01:30" || m.Brief != "01:30" {
		t.Errorf("moment = %+v", m)
	}
	m = moment(e.Edition, "x", late.FirstSeen.Add(24*time.Hour), late.FirstSeen)
	if m.Shown != "22 Nov, 23:30" || m.Brief != "22 Nov" {
		t.Errorf("moment of another day = %+v", m)
	}
}

// TestHitsTellDayAndTime: on a wire a day has hundreds of hits.
func TestHitsTellDayAndTime(t *testing.T) {
	w := newWorld(t)
	for language, want := range map[string]string{"en": ">22 Nov 2026 ", "ar": ">22/11/2026 "} {
		page := w.page("/" + language + "/search?q=lang:" + language)
		at := regexp.MustCompile(`<span class="when n"><time[^>]*` + want + `\d\d:\d\d</time>`)
		if !at.MatchString(page) {
			t.Errorf("%s: no hit tells day and time as %s", language, at)
		}
	}
}

// TestSomeOf: of one word an item cannot have some, only another form.
func TestSomeOf(t *testing.T) {
	e := emptyWorld(t).site.editions[0]
	for text, want := range map[string]string{
		"harbour": e.words.Search.SomeForms, "lang:en harbour": e.words.Search.SomeForms,
		"harbour strike": e.words.Search.SomeWords, "\"harbour strike\"": e.words.Search.SomeWords, "harbour OR strike": e.words.Search.SomeWords,
	} {
		if got := someOf(e, text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// Two elements with one id: script and links would find the wrong one.
func TestIDsAreUnique(t *testing.T) {
	w := newWorld(t)
	for _, path := range []string{"/en/", "/en/latest", "/en/about", "/en/search?q=port", "/ar/notices", w.path("en", "talks")} {
		seen := map[string]bool{}
		for _, m := range regexp.MustCompile(`\sid="([^"]+)"`).FindAllStringSubmatch(w.page(path), -1) {
			if seen[m[1]] {
				t.Errorf("%s: two elements are called %q", path, m[1])
			}
			seen[m[1]] = true
		}
	}
}

// A slash at the end leads to the page without, never to another host.
func TestSlashes(t *testing.T) {
	w := newWorld(t)
	for path, want := range map[string]string{
		"/en/latest/":          "/en/latest",
		"/ar/search/?q=a":      "/ar/search?q=a",
		"/en/source/nahr/":     "/en/source/nahr",
		"/%5Cevil.example/":    "/%5Cevil.example",
		"/en/item/مرسى/":       "/en/item/%D9%85%D8%B1%D8%B3%D9%89",
		"//evil.example/":      "/evil.example/", // by the mux
		"/%2F%2Fevil.example/": "",
	} {
		rec := w.get(path)
		to := rec.Header().Get("Location")
		if to != want || want != "" && rec.Code != http.StatusMovedPermanently && rec.Code != http.StatusTemporaryRedirect || want == "" && rec.Code != 404 {
			t.Errorf("%s: %d, to %q", path, rec.Code, to)
		}
	}
}

// What says that it was published hours after it came in stands where it came
// in, is told as doubtful, and machines are not told it at all.
func TestFromTheFuture(t *testing.T) {
	w := newWorld(t)
	w.file(nil, []dateline.Item{
		with(sample("delta", "riyadh", "en", 30, "Baker dates his bread tomorrow", "The loaf was warm at noon."),
			func(i *dateline.Item) { i.Published.Time = i.Published.Time.Add(3 * time.Hour) }),
		sample("delta", "earlier", "en", 40, "Miller dates his flour today", "The sack was full at noon."),
		sample("delta", "later", "en", 20, "Grocer dates his jam today", "The jar was full at noon."),
	})
	latest := w.page("/en/source/delta")
	order := []int{strings.Index(latest, "Grocer"), strings.Index(latest, "Baker"), strings.Index(latest, "Miller")}
	if order[0] < 0 || !slices.IsSorted(order) {
		t.Errorf("places in the list: %v", order)
	}
	page := w.page(w.at("en", dateline.NewItemID("delta", "riyadh")))
	contains(t, page, "doubtful", "first seen here")
	lacks(t, page, "article:published_time")
	if ld := article(t, page); ld["datePublished"] != nil {
		t.Errorf("search engines are told %v", ld["datePublished"])
	}
	lacks(t, w.page(w.at("en", dateline.NewItemID("delta", "later"))), "doubtful")
}

// TestSourceOfNoKind: "unknown" stood two hundred times on a list of sources that
// nobody had sorted yet.
func TestSourceOfNoKind(t *testing.T) {
	w := newWorld(t)
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		return tx.PutSource(ctx, dateline.Source{ID: "plain", Name: "Plain Sheet", Usage: dateline.UsageExcerpt, Language: "en"}, noon)
	})
	w.step()
	contains(t, w.page("/en/sources"), `<bdi>Plain Sheet</bdi></a></td><td></td><td>English</td>`)
	lacks(t, w.page("/en/source/plain"), `class="sub"`)
}

// A sign alone asks for nothing, and does not find everything.
func TestSearchForNothing(t *testing.T) {
	w := newWorld(t)
	for _, q := range []string{"*", "(", "%F0%9F%98%80"} {
		page := w.page("/en/search?q=" + q)
		contains(t, page, "Nothing on this wire matches")
		lacks(t, page, "data-item=")
	}
}
