package browsertest

import (
	"strings"
	"testing"
	"time"
)

// What an open page learns without being loaded again.

// soonEnough is how long a flash may take from filing to an open front page.
const soonEnough = 2 * time.Second

func (s suite) flash(t *testing.T) {
	for lang, headline := range map[string]string{
		"en": "Quarrington dam gates opened after tremor",
		"ar": "فتح بوابات سد القرنفل بعد هزة أرضية",
	} {
		t.Run(lang, func(t *testing.T) {
			w := s.browser.open(t, s.base)
			w.visit("/" + lang + "/")
			began := time.Now()
			id := s.file(t, draft{lang: lang, headline: headline, text: headline + ".", urgency: "1"})
			shown := `!document.querySelector("#flash").hidden && document.querySelector("#flash").innerText.includes("` + headline + `")`
			_, ok := w.soon(soonEnough, shown)
			if took := time.Since(began); !ok || took > soonEnough {
				t.Errorf("the flash was not on the open front page within %v: %v", soonEnough, took)
			} else {
				t.Logf("flash on the open front page after %v", took.Round(time.Millisecond))
			}
			w.look(360, "light")
			w.check("front page with a flash", "width()")
			w.clicks(`document.querySelector("#flash a")`)
			w.must(`document.querySelector("article.item")?.dataset.item === "`+id+`"`, "the flash leads to its item")
			w.visit("/" + lang + "/")
			if !ask[bool](w, shown) {
				t.Error("the flash is not on a front page that is loaded afterwards")
			}
		})
	}
}

func (s suite) newItems(t *testing.T) {
	for lang, headline := range map[string]string{
		"en": "Library in Quarrington lends seeds",
		"ar": "مكتبة القرنفل تعير البذور",
	} {
		w := s.browser.open(t, s.base)
		w.visit("/" + lang + "/latest")
		s.file(t, draft{lang: lang, headline: headline, text: headline + "."})
		w.must(`!document.querySelector("#news").hidden`, "new items announce themselves")
		w.visit("/" + lang + "/latest")
		if !ask[bool](w, `document.querySelector("main").innerText.includes("`+headline+`")`) {
			t.Errorf("%s is not in the latest", headline)
		}
	}
}

// correction corrects an item that somebody reads.
func (s suite) correction(t *testing.T) {
	for lang, words := range map[string][2]string{
		"en": {"Quarrington bakery wins bread prize", "The prize was for cake."},
		"ar": {"مخبز القرنفل يفوز بجائزة الخبز", "كانت الجائزة للكعك."},
	} {
		t.Run(lang, func(t *testing.T) {
			headline, notice := words[0], words[1]
			id := s.file(t, draft{lang: lang, headline: headline, text: headline + "."})
			w := s.browser.open(t, s.base)
			s.eventually(t, "/"+lang+"/item/"+id, 200)
			w.visit("/" + lang + "/item/" + id)
			s.command(t, "desk", "correct", id, "--notice", notice)
			w.must(`!document.querySelector("#changed").hidden`, "an open page says that its item has changed")
			w.clicks(`document.querySelector("#changed a")`)
			w.must(`document.querySelector("article.item .box")?.innerText.includes("`+notice+`")`, "the correction stands on the item")
			w.visit("/" + lang + "/notices")
			if !ask[bool](w, `document.querySelector("main").innerText.includes("`+notice+`")`) {
				t.Error("the correction is not among the notices")
			}
		})
	}
}

// eventually waits until a path has a status.
func (s suite) eventually(t *testing.T, path string, want int) {
	t.Helper()
	var status int
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if status, _ = s.get(t, path); status == want {
			return
		}
	}
	t.Fatalf("%s answers %d, want %d", path, status, want)
}

// kill kills an item that somebody reads: nothing of it remains but a notice.
func (s suite) kill(t *testing.T) {
	for lang, words := range map[string][2]string{
		"en": {"Xylophonist Brackenbury arrested in Quarrington", "brackenbury"},
		"ar": {"توقيف عازف الخشبية برقنبوري في القرنفل", "برقنبوري"},
	} {
		t.Run(lang, func(t *testing.T) {
			headline, word := words[0], words[1]
			id := s.file(t, draft{lang: lang, headline: headline, text: headline + "."})
			bare := "/" + lang + "/item/" + id
			s.eventually(t, bare, 200)
			w := s.browser.open(t, s.base)
			w.visit(bare)
			whole := ask[string](w, "location.href")
			s.command(t, "desk", "kill", id, "--reason", "a test", "--notice", map[string]string{"en": "Do not use.", "ar": "لا تستعمله."}[lang])
			w.must(`!document.querySelector("#gone").hidden`, "an open page says that its item is gone")
			if status := w.visit(whole); status != 410 {
				t.Errorf("the killed item answers %d, want 410", status)
			}
			if at := ask[string](w, "location.pathname"); at != bare {
				t.Errorf("the killed item stands at %s, want %s", at, bare)
			}
			for _, path := range []string{
				bare, "/" + other(lang) + "/item/" + id, "/" + lang + "/", "/" + lang + "/latest", "/" + lang + "/notices",
				"/" + lang + "/feed.rss", "/" + lang + "/feed.atom", "/" + lang + "/feed.json", "/sitemap.xml",
			} {
				if _, body := s.get(t, path); strings.Contains(strings.ToLower(body), word) {
					t.Errorf("%s still has %q", path, word)
				}
			}
			w.visit("/" + lang + "/search?q=" + word)
			if n := ask[int](w, `document.querySelectorAll("main [data-item]").length`); n != 0 {
				t.Errorf("search still finds the killed item (%d)", n)
			}
		})
	}
}

// goesOn: the sample press keeps filing, with a flash and a correction.
func (s suite) goesOn(t *testing.T) {
	if wait := 50*time.Second - time.Since(s.started); wait > 0 {
		time.Sleep(wait)
	}
	flashes, notices := 0, 0
	for _, lang := range languages() {
		_, front := s.get(t, "/"+lang+"/")
		flashes += strings.Count(front, `class="flash"`)
		_, list := s.get(t, "/"+lang+"/notices")
		notices += strings.Count(list, `class="notice"`)
	}
	if flashes == 0 || notices == 0 {
		t.Errorf("after %v there are %d flashes and %d notices", time.Since(s.started).Round(time.Second), flashes, notices)
	}
}
