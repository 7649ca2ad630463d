package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBeginning begins a wire: its front page says what to do, and does so no more
// once an item is there. Its sources do not answer, which the desk shows first.
func TestBeginning(t *testing.T) {
	t.Parallel()
	s := suite{browser: startBrowser(t), site: &site{program: buildProgram(t), folder: t.TempDir()}}
	s.start(t, "serve")
	for _, lang := range languages() {
		t.Run("empty "+lang, func(t *testing.T) {
			s.browser.open(t, s.base).lookAt(page{"welcome-" + lang, lang, "/" + lang + "/", 200})
			if status, body := s.get(t, "/"+lang+"/"); status != 200 || strings.Count(body, "<code") < 5 || strings.Contains(body, s.folder) {
				t.Error("an empty front page does not say what to do, or says where the wire stands")
			}
		})
	}
	s.silentSources(t, 30)
	for _, lang := range languages() {
		t.Run("sources "+lang, func(t *testing.T) {
			s.findsSources(t, lang)
			w := s.browser.open(t, s.base)
			w.visit(s.command(t, "desk", "link"))
			w.visit("/desk/sources?lang=" + lang)
			w.reloads(`document.querySelectorAll("#failing tbody tr").length >= 30`)
			w.do(evaluate[struct{}](checksScript))
			w.looksRight("desk-failing", lang)
		})
		s.file(t, draft{lang: lang, headline: map[string]string{"en": "Berths reopen", "ar": "إعادة فتح الأرصفة"}[lang]})
		s.eventually(t, "/"+lang+"/", 200)
	}
	w := s.browser.open(t, s.base)
	w.visit("/en/")
	w.reloads(`document.querySelector(".lead [data-item]") && !document.querySelector(".welcome")`)
}

// silentSources imports sources that nobody serves.
func (s suite) silentSources(t *testing.T, n int) {
	t.Helper()
	dead := freeAddress(t)
	var b strings.Builder
	b.WriteString(`<opml version="2.0"><body>`)
	for i := range n {
		name := fmt.Sprintf("Harbour Post %d", i)
		if i%2 > 0 {
			name = fmt.Sprintf("بريد الميناء %d", i)
		}
		fmt.Fprintf(&b, `<outline type="rss" text="%s" xmlUrl="http://%s/f/%d"/>`, name, dead, i)
	}
	b.WriteString(`</body></opml>`)
	list := filepath.Join(t.TempDir(), "sources.opml")
	if err := os.WriteFile(list, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	s.command(t, "sources", "import", list, "--allow-private", "--delay", "0s")
}

// findsSources looks for one of many sources by name, and goes on in the other
// edition with what was found.
func (s suite) findsSources(t *testing.T, lang string) {
	t.Helper()
	s.browser.open(t, s.base).lookAt(page{"sources-many-" + lang, lang, "/" + lang + "/sources", 200})
	w := s.browser.open(t, s.base)
	w.visit("/" + lang + "/sources")
	w.do(evaluate[struct{}](`document.querySelector("main input[type=search]").focus()`))
	w.write("بريد الميناء 17")
	w.key("Enter")
	const one = `document.querySelectorAll("table.sources tbody tr").length === 1`
	w.must(`location.search && document.readyState === "complete" && `+one, "one source is found by its name")
	w.clicks(`document.querySelector(".bar .switch")`)
	w.must(`location.pathname === "/`+other(lang)+`/sources" && document.readyState === "complete" && `+one, "the other edition finds it, too")
}
