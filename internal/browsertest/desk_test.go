package browsertest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// desk works at the desk's page, in both languages: come in by a one-time link,
// file, hold, release, kill, leave.
func (s suite) desk(t *testing.T) {
	for lang, words := range map[string][2]string{
		"en": {"Tram to Quarrington runs every ten minutes", "Tram"},
		"ar": {"ترام القرنفل كل عشر دقائق", "ترام"},
	} {
		t.Run(lang, func(t *testing.T) {
			link := s.command(t, "desk", "link")
			w := s.browser.open(t, s.base)
			if status := w.visit(link); status != 200 {
				t.Fatalf("the link to the desk answers %d", status)
			}
			s.usedUp(t, link)
			s.comesFromElsewhere(t)
			w.visit("/desk?lang=" + lang)
			w.looksRight("desk", lang)
			w.look(1280, "light")
			w.visit("/desk?lang=" + lang)
			w.walksByLetter(map[string][2]string{"en": {"j", "k"}, "ar": {"ت", "ن"}}[lang])
			w.goesOnByLetter(lang, map[string][2]string{"en": {"j", "k"}, "ar": {"ت", "ن"}}[lang])
			w.helps()
			item := w.files(lang, words[0])
			s.decides(w, lang, item)
			w.finds(lang, words[1], item)
			w.visit("/desk?lang=" + lang)
			w.printed()
			if ask[bool](w, `[...document.querySelectorAll("form, .filter, .decide, .button")].some((e) => e.offsetParent)`) {
				t.Error("forms and buttons are printed")
			}
			w.visit("/desk/sources?lang=" + lang)
			w.looksRight("desk-sources", lang)
			w.look(1280, "light")
			w.setsSource(lang)
			s.overtakes(w, lang)
			s.filesHeld(w, lang, words[0])
			s.onItsPage(w, lang, item)
			w.visit("/desk?lang=" + lang)
			w.kills(item)
			s.eventually(t, "/"+lang+"/item/"+item, 410)
			w.leaves(lang)
			for _, complaint := range w.takeComplaints() {
				t.Error(complaint)
			}
		})
	}
}

// comesFromElsewhere follows a link that stands on another site, as in a letter.
func (s suite) comesFromElsewhere(t *testing.T) {
	t.Helper()
	w := s.browser.open(t, s.base)
	w.visit("data:text/html,<a href='" + s.command(t, "desk", "link") + "'>desk</a>")
	w.clicks(`document.querySelector("a")`)
	w.must(`location.pathname === "/desk" && !!document.querySelector("form[action='/desk/file']")`, "the desk, by a link on another site")
	if ask[bool](w, `location.search.includes("token")`) {
		t.Error("the token stays in the address")
	}
}

// usedUp: a link lets one person in, once; without one nobody comes in.
func (s suite) usedUp(t *testing.T, link string) {
	t.Helper()
	w := s.browser.open(t, s.base)
	for _, path := range []string{link, "/desk"} {
		if status := w.visit(path); status != 403 {
			t.Errorf("%s answers %d to somebody else, want 403", strings.TrimPrefix(path, s.base), status)
		}
		if ask[bool](w, `!!document.querySelector("form[method=post]")`) {
			t.Error("the desk's forms are shown to somebody who was not let in")
		}
	}
}

func (w *tab) looksRight(name, lang string) {
	w.Helper()
	w.loadAxe()
	w.check(name, fmt.Sprintf("language('%s')", lang), "furniture()", "leftovers()", "isolation()")
	for _, width := range []int{360, 768, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			w.look(width, scheme)
			at := fmt.Sprintf("%s at %d px, %s", name, width, scheme)
			w.check(at, "width()")
			if auditedAt(width, scheme) {
				w.check(at, "accessible()")
			}
			w.picture(fmt.Sprintf("%s-%s-%d-%s", name, lang, width, scheme))
		}
	}
}

// files writes an own item in the form and returns its id.
func (w *tab) files(lang, headline string) (id string) {
	w.Helper()
	w.do(evaluate[struct{}](`document.querySelector("input[name=headline]").focus()`))
	w.write(headline)
	w.do(evaluate[struct{}](`document.querySelector("textarea[name=text]").focus()`))
	w.write(headline + ".")
	w.do(evaluate[struct{}](`document.querySelector("select[name=language]").value = "` + lang + `"`))
	w.sends(`document.querySelector("form[action='/desk/file'] button:not([name])")`)
	find := `[...document.querySelectorAll("main [data-item]")].find((e) => e.innerText.includes("` + headline + `"))?.dataset.item || ""`
	w.reloads(find)
	return ask[string](w, find)
}

// reloads loads the desk again until a script says yes: the stages do their
// work after a form was answered.
func (w *tab) reloads(script string) {
	w.Helper()
	for deadline := time.Now().Add(patience); !ask[bool](w, "!!("+script+")"); w.do(chromedp.Reload()) {
		if time.Now().After(deadline) {
			w.Fatalf("the desk never shows %s", script)
		}
	}
}

// sends presses a button and waits for the page that follows.
func (w *tab) sends(button string) {
	w.Helper()
	w.do(evaluate[struct{}](`window.before = true`))
	w.clicks(button)
	w.must(`!window.before && document.readyState === "complete" && !!document.querySelector("[role=status]")`, "the desk says that it was done")
}

// decides holds the item, which takes it off the wire, and releases it again.
func (s suite) decides(w *tab, lang, item string) {
	w.Helper()
	path := "/" + lang + "/item/" + item
	s.eventually(w.T, path, 200)
	for _, step := range []struct {
		button string
		status int
	}{{"button[value=hold]", 404}, {"button[value=release]", 200}} {
		w.reloads(within(item, step.button))
		w.sends(within(item, step.button))
		s.eventually(w.T, path, step.status)
	}
}

// finds looks for the item by a word and a state, decides on it there, and is led
// back to what was looked for.
func (w *tab) finds(lang, word, item string) {
	w.Helper()
	w.visit("/desk?lang=" + lang)
	w.key("/")
	w.must(`document.activeElement.name === "q"`, "the key of the search leads to the desk's own")
	w.write(word)
	w.do(evaluate[struct{}](`document.querySelector("select[name=state]").value = "usable"; document.querySelector("select[name=source]").value = "own"`))
	w.do(evaluate[struct{}](`window.before = true`))
	w.key("Enter")
	const shown = `[...document.querySelectorAll("main [data-item]")].map((e) => e.dataset.item).join()`
	w.must(`!window.before && document.readyState === "complete" && `+shown+` === "`+item+`"`, "the item alone is found")
	w.do(evaluate[chromedp.Void](checksScript))
	w.looksRight("desk-found", lang)
	w.look(1280, "light")
	for _, step := range [][2]string{{"usable", "hold"}, {"withheld", "release"}} {
		at := "/desk?lang=" + lang + "&source=own&q=" + word + "&state=" + step[0]
		w.visit(at)
		w.sends(within(item, "button[value="+step[1]+"]"))
		w.must(shown+` === ""`, "what was decided leaves the list")
		if q := ask[string](w, `["q", "source", "state"].map((k) => new URLSearchParams(location.search).get(k)).join()`); q != word+",own,"+step[0] {
			w.Errorf("after a decision at %s the desk asks for %s", at, q)
		}
	}
}

func within(item, selector string) string {
	return fmt.Sprintf(`document.querySelector("[data-item='%s'] %s")`, item, selector)
}

func (w *tab) kills(item string) {
	w.Helper()
	w.do(evaluate[struct{}](within(item, "details") + ".open = true; " + within(item, "input[name=reason]") + ".focus()"))
	w.write("a test")
	w.sends(within(item, "button[value=kill]"))
}

func (w *tab) leaves(lang string) {
	w.Helper()
	w.do(evaluate[struct{}](`window.before = true`))
	w.clicks(`document.querySelector("form[action='/desk/leave'] button")`)
	w.must(`!window.before`, "leaving the desk")
	if status := w.visit("/desk?lang=" + lang); status != 403 {
		w.Errorf("after leaving, the desk answers %d", status)
	}
}
