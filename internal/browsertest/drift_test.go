package browsertest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
)

// A press is two papers, English and Arabic, whose site can be rebuilt.
type press struct {
	*httptest.Server
	items   atomic.Int64
	rebuilt [2]atomic.Int64 // items from here up to there are in the bad layout
}

func startPress(t *testing.T) *press {
	t.Helper()
	p := &press{}
	p.Server = httptest.NewServer(http.HandlerFunc(p.serve))
	t.Cleanup(p.Close)
	return p
}

// serve answers /en/feed and /ar/feed, and /en/1 and so on.
func (p *press) serve(w http.ResponseWriter, r *http.Request) {
	lang, page, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	var n int64
	switch _, err := fmt.Sscan(page, &n); {
	case lang != "en" && lang != "ar":
		http.NotFound(w, r)
	case page == "feed":
		p.feed(w, lang)
	case err != nil:
		http.NotFound(w, r)
	default:
		p.page(w, lang, n)
	}
}

func (p *press) feed(w http.ResponseWriter, lang string) {
	fmt.Fprintf(w, `<rss version="2.0"><channel><title>%s</title><language>%s</language>`,
		map[string]string{"en": "Harbour Post", "ar": "بريد الميناء"}[lang], lang)
	for n := p.items.Load(); n > max(0, p.items.Load()-60); n-- {
		fmt.Fprintf(w, `<item><guid>%d</guid><title>%s</title><link>%s/%s/%d</link><description>…</description></item>`,
			n, headline(lang, n), p.URL, lang, n)
	}
	fmt.Fprint(w, `</channel></rss>`)
}

func headline(lang string, n int64) string {
	if lang == "ar" {
		return fmt.Sprintf("توقف العبّارة للمرة رقم %d", n)
	}
	return fmt.Sprintf("The ferry stops, for the %dth time", n)
}

// page is an article with its writer and a text, or what the rebuilt site has
// left of both where a reader of pages looks for them.
func (p *press) page(w http.ResponseWriter, lang string, n int64) {
	by, sentence := "By Rania Sabbagh", "The ferry to Murjana stopped on Sunday for want of fuel, the port said. "
	if lang == "ar" {
		by, sentence = "بقلم رانيا صباغ", "توقفت العبّارة المتجهة إلى مرجانة يوم الأحد بسبب نقص الوقود، كما قالت إدارة الميناء. "
	}
	article := `<p class="byline">` + by + `</p>` + strings.Repeat("<p>"+strings.Repeat(sentence, 3)+"</p>", 6)
	if n > p.rebuilt[0].Load() && n <= p.rebuilt[1].Load() {
		article = "<p>" + sentence + "</p>"
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprintf(w, `<!doctype html><html lang="%s"><head><title>%[2]s</title></head><body><article><h1>%[2]s</h1>%[3]s</article></body></html>`,
		lang, headline(lang, n), article)
}

// file lets both papers file so many more items and polls them.
func (p *press) file(t *testing.T, s suite, many int64) {
	t.Helper()
	p.items.Add(many)
	s.command(t, "poll", "--all", "--wait")
}

// A site is rebuilt and its reading suffers: the source's page, the desk, the
// list and the metrics say so until it is mended, or a person accepts it.
func TestDrift(t *testing.T) {
	t.Parallel()
	p := startPress(t)
	s := suite{browser: startBrowser(t), site: &site{program: buildProgram(t), folder: t.TempDir()}}
	for _, lang := range languages() {
		s.command(t, "sources", "add", p.URL+"/"+lang+"/feed", "--id", "post-"+lang, "--pages", "always", "--allow-private", "--delay", "0")
	}
	p.items.Store(40)
	s.command(t, "poll", "--all", "--wait")
	s.start(t, "serve")
	w := s.browser.open(t, s.base)
	w.visit(s.command(t, "desk", "link"))
	s.drifting(w, false)

	p.rebuilt[0].Store(40)
	p.rebuilt[1].Store(50)
	p.file(t, s, 10)
	s.drifting(w, true)

	p.file(t, s, 14)
	s.drifting(w, false)

	p.rebuilt[0].Store(64)
	p.rebuilt[1].Store(1000)
	p.file(t, s, 50)
	s.drifting(w, true)
	for _, lang := range languages() {
		w.visit("/desk?lang=" + lang)
		w.sends(`document.querySelector("[data-source=post-` + lang + `] button")`)
	}
	s.drifting(w, false)
}

// drifting demands that all who should say that the sources drift do, or none.
func (s suite) drifting(w *tab, want bool) {
	w.Helper()
	said := map[string][3]string{
		"en": {"read less completely", "the byline, part of the text", "Byline: on 0 of"},
		"ar": {"لا يُقرأ هذا المصدر كاملًا", "اسم الكاتب، جزء من النص", "اسم الكاتب: في 0 من"},
	}
	for _, lang := range languages() {
		for _, source := range languages() {
			w.visit("/" + lang + "/source/post-" + source)
			w.tells(want, said[lang][0], said[lang][1])
			w.dressed(lang, want)
		}
		w.visit("/desk?lang=" + lang)
		w.tells(want, said[lang][2])
		w.dressed(lang, want)
		if shown := ask[int](w, `document.querySelectorAll("[data-source]").length`); (shown == 2) != want {
			w.Errorf("%s: the desk lists %d drifting sources", lang, shown)
		}
	}
	list := s.command(w.T, "sources", "list")
	if n := strings.Count(list, "! reads worse since"); (n == 2) != want || !want && n > 0 {
		w.Errorf("drifting %v, yet the list of sources says\n%s", want, list)
	}
	count := map[bool]string{true: "dateline_sources_drifting 2", false: "dateline_sources_drifting 0"}[want]
	if _, body := s.get(w.T, "/metrics"); !strings.Contains(body, count) || strings.Contains(body, `dateline_source_drift{source="post-ar",trait="byline"} 1`) != want {
		w.Errorf("the metrics do not say %s", count)
	}
}

// tells waits until the page has words, or has them no more.
func (w *tab) tells(want bool, words ...string) {
	w.Helper()
	for _, word := range words {
		w.reloads(fmt.Sprintf(`document.querySelector("main").innerText.replace(/[\u2068\u2069]/g, "").includes(%q) === %v`, word, want))
	}
}

// dressed checks a page in which something new stands.
func (w *tab) dressed(lang string, drifting bool) {
	w.Helper()
	if !drifting {
		return
	}
	w.do(evaluate[struct{}](checksScript + ";undefined"))
	w.loadAxe()
	where := ask[string](w, "location.pathname")
	w.check(where, fmt.Sprintf("language('%s')", lang), "furniture()", "leftovers()", "isolation()")
	for _, width := range []int{360, 1280} {
		w.look(width, "light")
		w.check(where, "width()", "accessible()")
		w.picture(fmt.Sprintf("drift-%s-%s-%d", strings.ReplaceAll(strings.Trim(where, "/"), "/", "-"), lang, width))
	}
}
