package browsertest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dateline/internal/datatest"
)

// versions files an own item, then a new version of it: everybody may see what
// changed, in both editions, until the item is killed.
func (s suite) versions(t *testing.T) {
	for lang, words := range map[string][3]string{
		"en": {"Quarrington orchard counts pears", "The orchard counted 412 pears on Sunday.", "The orchard counted 421 pears on Sunday."},
		"ar": {"بستان القرنفل يحصي الكمثرى", "أحصى البستان 412 حبة كمثرى يوم الأحد.", "أحصى البستان 421 حبة كمثرى يوم الأحد."},
	} {
		t.Run(lang, func(t *testing.T) {
			id := s.file(t, draft{lang: lang, headline: words[0], text: words[1]})
			item := "/" + lang + "/item/" + id
			s.eventually(t, item, 200)
			s.command(t, "desk", "file", "--id", id, "--lang", lang, "--headline", words[0], "--text", words[2])
			w := s.browser.open(t, s.base)
			w.visit(item)
			w.reloads(`document.querySelector(".versions a")`)
			w.clicks(`document.querySelector(".versions a")`)
			w.must(`location.pathname === "/`+lang+`/versions/`+id+`" && document.readyState === "complete"`, "the item leads to what changed in it")
			for _, in := range languages() {
				w.visit("/" + in + "/versions/" + id)
				w.marks("412", "421")
				w.well(in, "versions-"+lang+"-in-"+in)
			}
			s.command(t, "desk", "kill", id, "--reason", "a test")
			s.eventually(t, "/"+lang+"/versions/"+id, http.StatusGone)
			// The port and the names of files may have the same digits.
			_, body := s.get(t, "/"+lang+"/versions/"+id)
			body = regexp.MustCompile(`/static/[0-9a-f]+/`).ReplaceAllString(strings.ReplaceAll(body, strings.TrimPrefix(s.base, "http://"), ""), "")
			if strings.Contains(body, "412") || strings.Contains(body, "421") {
				t.Error("after the kill a version is still public")
			}
		})
	}
}

// marks demands that the page shows what was deleted and inserted, and says it
// aloud.
func (w *tab) marks(deleted, inserted string) {
	w.Helper()
	for element, word := range map[string]string{"del": deleted, "ins": inserted} {
		script := fmt.Sprintf(`[...document.querySelectorAll("main %s")].some((e) => e.textContent.includes(%q) && e.querySelector(".aloud"))`, element, word)
		if !ask[bool](w, script) {
			w.Errorf("%s: no <%s> with %q", ask[string](w, "location.pathname"), element, word)
		}
	}
}

// well checks a page as a reader would, narrow and wide.
func (w *tab) well(lang, name string) {
	w.Helper()
	w.do(evaluate[struct{}](checksScript + ";undefined"))
	w.loadAxe()
	w.check(name, fmt.Sprintf("language('%s')", lang), "furniture()", "leftovers()", "isolation()")
	for _, width := range []int{360, 1280} {
		w.look(width, "light")
		w.check(name, "width()", "accessible()")
		w.picture(fmt.Sprintf("%s-%d", name, width))
	}
}

// edits: the sample press has corrected its figure; the desk sees what changed in
// its words, and readers do not.
func (s suite) edits(t *testing.T) {
	w := s.browser.open(t, s.base)
	w.visit(s.command(t, "desk", "link"))
	for lang, said := range map[string]string{"en": "corrected, with a notice", "ar": "صُحّح مع تنويه"} {
		w.visit("/desk?lang=" + lang)
		find := fmt.Sprintf(`[...document.querySelectorAll(".edits [data-edit]")].find((e) => e.innerText.includes(%q) && e.querySelector("a[href^='/desk/item/']"))`, said)
		w.reloads(find)
		id := ask[string](w, find+".dataset.edit")
		w.visit("/desk/item/" + id + "?lang=" + lang)
		w.marks("2.4", "4.2")
		w.well(lang, "desk-item-"+lang)
		if status, body := s.get(t, "/"+lang+"/versions/"+id); status != http.StatusNotFound || strings.Contains(body, "<del") {
			t.Errorf("%s: what a source changed is public (%d)", lang, status)
		}
	}
}

// A mended web stands before the fake web, whose pages never change, and edits
// some of them or takes them away.
type mendedWeb struct {
	*httptest.Server
	target *url.URL
	on     atomic.Bool
	insert map[string][2]string // by path: words, and what comes before them now
	status map[string]int       // by path
}

func startMendedWeb(t *testing.T, target string) *mendedWeb {
	t.Helper()
	to, err := url.Parse(target)
	if err != nil {
		t.Fatal(err)
	}
	m := &mendedWeb{target: to, insert: map[string][2]string{}, status: map[string]int{}}
	proxy := &httputil.ReverseProxy{
		Rewrite:        func(r *httputil.ProxyRequest) { r.SetURL(to); r.Out.Header.Del("Accept-Encoding") },
		ModifyResponse: m.mend,
	}
	m.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if status := m.status[r.URL.Path]; m.on.Load() && status != 0 {
			w.WriteHeader(status)
			return
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(m.Close)
	return m
}

// mend puts the own address in place of the fake web's, and the edits in.
func (m *mendedWeb) mend(r *http.Response) error {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	body = bytes.ReplaceAll(body, []byte(m.target.String()), []byte(m.URL))
	if edit, ok := m.insert[r.Request.URL.Path]; ok && m.on.Load() {
		body = bytes.ReplaceAll(body, []byte(edit[0]), []byte(edit[1]+edit[0]))
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	r.ContentLength = int64(len(body))
	r.Header.Set("Content-Length", strconv.Itoa(len(body)))
	return nil
}

// A told is an item as the fake web's truth has it.
type told struct {
	Feed, N    int
	Headline   string
	Lang       string
	Role       string
	Paragraphs []string
}

// truth is one item of a language, by the number that it has in its feed.
func truth(t *testing.T, web, lang string, n int) told {
	t.Helper()
	_, body := (&site{base: web}).get(t, "/truth.jsonl")
	for line := range strings.Lines(body) {
		var it told
		if err := json.Unmarshal([]byte(line), &it); err != nil {
			t.Fatal(err)
		}
		if it.Lang == lang && it.N == n && it.Role == "original" {
			return it
		}
	}
	t.Fatalf("the fake web has no item %d in %s", n, lang)
	return told{}
}

// startEditedWeb takes in the fake web with its pages, then edits some of them,
// and serves with a desk that looks again after seconds instead of hours.
func startEditedWeb(t *testing.T) (s suite, edited, missing, gone map[string]told) {
	_, web := startWireload(t, datatest.Path(t, "..", "tools", "wireload"))
	m := startMendedWeb(t, web)
	s = suite{browser: startBrowser(t), site: &site{program: buildProgram(t), folder: t.TempDir(), web: m.URL}}
	if err := os.WriteFile(filepath.Join(s.folder, "dateline.toml"), []byte("[intake]\nlook_again = \"6s\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	opml := filepath.Join(t.TempDir(), "mended.opml")
	_, list := (&site{base: m.URL}).get(t, "/opml")
	if err := os.WriteFile(opml, []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	edited, missing, gone = map[string]told{}, map[string]told{}, map[string]told{}
	for _, lang := range languages() {
		edited[lang], missing[lang], gone[lang] = truth(t, web, lang, 1), truth(t, web, lang, 2), truth(t, web, lang, 3)
		words := string([]rune(edited[lang].Paragraphs[1])[:24])
		m.insert[pathOf(edited[lang])] = [2]string{words, map[string]string{"en": "Quarrington said so. ", "ar": "هكذا قالت القرنفل. "}[lang]}
		m.status[pathOf(missing[lang])], m.status[pathOf(gone[lang])] = http.StatusNotFound, http.StatusGone
	}
	s.command(t, "sources", "import", opml, "--allow-private", "--delay", "0", "--pages", "always")
	s.command(t, "poll", "--all", "--wait")
	m.on.Store(true)
	s.start(t, "serve")
	return s, edited, missing, gone
}

func pathOf(it told) string { return fmt.Sprintf("/a/%d/%d", it.Feed, it.N) }

// TestEditsOnTheFakeWeb: pages of the fake web change, answer 404 and 410. The
// desk learns of each in both languages, sees the words, and decides; nothing
// goes off the wire by itself, and no second item is made.
func TestEditsOnTheFakeWeb(t *testing.T) {
	t.Parallel()
	s, edited, missing, gone := startEditedWeb(t)
	before := len(s.items(t))
	w := s.browser.open(t, s.base)
	w.visit(s.command(t, "desk", "link"))
	said := map[string][3]string{
		"en": {"text changed without a notice", "(404)", "(410, or deleted in its feed)"},
		"ar": {"تغيّر النص دون تنويه", "(404)", "(410 أو حذفه من خلاصته)"},
	}
	for _, lang := range languages() {
		w.visit("/desk?lang=" + lang)
		for _, of := range languages() {
			change := w.findsEdit(`.edits [data-edit]`, edited[of].Headline, said[lang][0])
			w.findsEdit(`.lost [data-lost]`, missing[of].Headline, said[lang][1])
			away := w.findsEdit(`.lost [data-lost]`, gone[of].Headline, said[lang][2])
			s.eventually(t, "/"+of+"/item/"+away, 200)
			w.visit("/desk/item/" + change + "?lang=" + lang)
			if !ask[bool](w, `[...document.querySelectorAll("main ins")].some((e) => e.textContent.includes("`+map[string]string{"en": "Quarrington", "ar": "القرنفل"}[of]+`"))`) {
				t.Errorf("%s: the page of the item does not mark what was inserted", of)
			}
			w.well(lang, "desk-edited-"+of+"-in-"+lang)
			w.visit("/desk?lang=" + lang)
		}
		w.well(lang, "desk-lost-"+lang)
	}
	for _, lang := range languages() {
		w.visit("/desk?lang=" + lang)
		id := w.findsEdit(`.lost [data-lost]`, gone[lang].Headline, said[lang][2])
		w.sends(fmt.Sprintf(`document.querySelector("[data-lost='%s'] button[value=hold]")`, id))
		if ask[bool](w, fmt.Sprintf(`!!document.querySelector("[data-lost='%s']")`, id)) {
			t.Errorf("%s: what was decided still waits", lang)
		}
		s.eventually(t, "/"+lang+"/item/"+id, 404)
	}
	time.Sleep(2 * time.Second) // a second item would come with the next look
	if after := len(s.items(t)); after != before {
		t.Errorf("%d items became %d", before, after)
	}
}

// findsEdit waits until the desk lists an edit and returns the item's id.
func (w *tab) findsEdit(list, headline, words string) string {
	w.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll(%q)].find((e) => e.textContent.includes(%q) && e.textContent.includes(%q))`, list, headline, words)
	w.reloads(find)
	return ask[string](w, `(e => e.dataset.edit || e.dataset.lost)(`+find+`)`)
}
