package browsertest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
)

const sound = `<!doctype html><html lang="%s" dir="%s"><head><title>t</title><style>:focus{outline:2px solid}</style></head><body>
<main><h1>%s</h1>%s</main></body></html>`

func furnished(lang, body string) string {
	if lang == "ar" {
		return fmt.Sprintf(sound, lang, "rtl", "الأخبار", "<p>أولا</p><p>ثانيا</p><p>ثالثا</p><p>رابعا</p>"+body)
	}
	return fmt.Sprintf(sound, lang, "ltr", "News", "<p>one</p><p>two</p><p>three</p><p>four</p>"+body)
}

// TestChecks shows on pages with one fault each that every check finds what it
// looks for, and nothing on sound pages.
func TestChecks(t *testing.T) {
	b := startBrowser(t)
	tests := []struct{ name, page, check, want string }{
		{"sound English", furnished("en", `<p dir="rtl" lang="ar">خبر</p>`), "furniture()", ""},
		{"sound Arabic", furnished("ar", `<p>عدد <bdi>Reuters</bdi> <a href="/">RSS</a></p>`), "furniture()", ""},
		{"isolated words", furnished("ar", "<p>خبر من \u2068Reuters\u2069 اليوم</p>"), "furniture()", ""},
		{"right language", furnished("ar", ""), "language('ar')", ""},
		{"wrong language", furnished("en", ""), "language('ar')", "html lang"},
		{"wrong direction", strings.Replace(furnished("ar", ""), "rtl", "ltr", 1), "language('ar')", "html dir"},
		{"two headings", furnished("en", "<h1>x</h1>"), "language('en')", "2 h1"},
		{"fits", furnished("en", ""), "width()", ""},
		{"too wide", furnished("en", `<div class="wide" style="width:2000px">x</div>`), "width()", "div.wide"},
		{"too wide, mirrored", furnished("ar", `<div style="width:2000px">س</div>`), "width()", "px of content"},
		{"Latin furniture", furnished("ar", "<p>Read more</p>"), "furniture()", "Read more"},
		{"Latin label", furnished("ar", `<input aria-label="Search" dir="auto">`), "furniture()", "Search"},
		{"Arabic furniture", furnished("en", "<p>اقرأ المزيد</p>"), "furniture()", "untranslated"},
		{"hardly a page", "<!doctype html><html lang=en><body>x", "furniture()", "only 1"},
		{"nothing left over", furnished("en", "<a href=/>x</a>"), "leftovers()", ""},
		{"placeholder", furnished("en", "<p>Earlier from {1}</p>"), "leftovers()", "{1}"},
		{"zero time", furnished("en", "<time>0001-01-01</time>"), "leftovers()", "0001"},
		{"empty line", furnished("en", "<ul><li> </li></ul>"), "leftovers()", "empty: li"},
		{"link to nowhere", furnished("en", "<a>go</a>"), "leftovers()", "nowhere"},
		{"override", furnished("en", "<p>a\u202eb</p>"), "isolation()", "an override"},
		{"bare headline", furnished("en", `<div data-item=1><h2><a href=/>x</a></h2></div>`), "isolation()", "without a direction"},
		{"isolated headline", furnished("en", `<div data-item=1><h2 dir=auto><a href=/>x</a></h2></div>`), "isolation()", ""},
		{"undescribed", furnished("en", ""), "described()", "meta[name=description]"},
		{"article without data", furnished("en", "<article class=item></article>"), "described()", "no JSON-LD"},
		{"visible focus", furnished("en", `<button autofocus>x</button>`), "focus()", ""},
		{"invisible focus", furnished("en", `<button autofocus style="outline:none">x</button>`), "focus()", "no visible focus"},
		{"focus out of sight", furnished("en", `<button autofocus style="position:fixed;top:-99px">x</button>`), "focus()", "out of sight"},
		{"accessible", furnished("en", ""), "accessible()", ""},
		{"picture without words", furnished("en", `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`), "accessible()", "image-alt"},
		{"faint text", furnished("en", `<p style="color:#ccc">faint</p>`), "accessible()", "color-contrast"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := b.open(t, serve(t, tt.page))
			w.visit("/")
			w.loadAxe()
			got := ask[[]string](w, "check."+tt.check)
			if tt.want == "" && len(got) > 0 {
				t.Errorf("found on a sound page: %q", got)
			}
			if tt.want != "" && !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, tt.want) }) {
				t.Errorf("found %q, want %q", got, tt.want)
			}
		})
	}
}

// TestComplaints shows that a tab notes what a page does wrong.
func TestComplaints(t *testing.T) {
	b := startBrowser(t)
	elsewhere := serve(t, "")
	for name, tt := range map[string]struct{ page, want string }{
		"sound":             {furnished("en", ""), ""},
		"console":           {furnished("en", "<script>console.error('oh no')</script>"), "oh no"},
		"script":            {furnished("en", "<script>nowhere()</script>"), "nowhere is not defined"},
		"missing picture":   {furnished("en", "<img src=/none alt=x>"), "404"},
		"another host":      {furnished("en", "<img src='"+elsewhere+"/x' alt=x>"), "another host"},
		"blocked by a rule": {`<meta http-equiv="Content-Security-Policy" content="script-src 'none'">` + furnished("en", "<script>1</script>"), "Content Security Policy"},
	} {
		t.Run(name, func(t *testing.T) {
			w := b.open(t, serve(t, tt.page))
			w.visit("/")
			w.soon(patience, "document.readyState === 'complete'")
			got := strings.Join(w.takeComplaints(), "\n")
			if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
				t.Errorf("noted %q, want %q", got, tt.want)
			}
		})
	}
}

// serve serves one page at / and nothing else.
func serve(t *testing.T, page string) string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, page)
		case "/favicon.ico":
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}
