package browsertest

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

// A beside is what the front page of a language leads to: a story that more
// than one source tells, and an item with copies.
type beside struct{ story, item string }

// besideIn reads the addresses off the front page and the newest items, as a
// reader finds them, and the story off the item's page if the front has none. What is not
// there is "".
func (s suite) besideIn(t *testing.T, lang string) (b beside) {
	t.Helper()
	_, front := s.get(t, "/"+lang+"/")
	next := regexp.MustCompile(`href="([^"]+)" rel="next"`)
	for pages := []string{"/" + lang + "/", "/" + lang + "/latest"}; b.item == "" && len(pages) > 0; pages = pages[1:] {
		_, body := s.get(t, pages[0])
		if at := strings.Index(body, `class="carried"`); at >= 0 {
			line := body[strings.LastIndex(body[:at], "data-item="):]
			b.item = "item/" + regexp.MustCompile(`data-item="([a-z2-7]+)"`).FindStringSubmatch(line)[1]
		}
		// on a slow machine the sample press has filed a page more by now
		if older := next.FindStringSubmatch(body); older != nil {
			pages = append(pages, html.UnescapeString(older[1]))
		}
	}
	// Of what the other tests filed and killed none has a second source, and it may be all
	// that stands in front: then the copied item leads to its story.
	_, item := s.get(t, "/"+lang+"/"+b.item)
	if found := regexp.MustCompile(`href="/` + lang + `/(story/[a-z2-7]+)"`).FindStringSubmatch(front + item); found != nil {
		b.story = found[1]
	}
	return b
}

// beside looks at what is known of items beside others, as a reader does: from
// the front page to a story, its folded copies, an item, and where its text
// stands elsewhere.
func (s suite) beside(t *testing.T) {
	for _, lang := range languages() {
		t.Run(lang, func(t *testing.T) {
			b := s.besideIn(t, lang)
			if b.story == "" || b.item == "" {
				t.Fatalf("the front page leads to the story %q and the copy %q", b.story, b.item)
			}
			w := s.browser.open(t, s.base)
			w.visit("/" + lang + "/" + b.item)
			w.besideItem(lang)
			w.visit("/" + lang + "/" + b.story)
			w.besideStory(lang)
			w.unfolds(lang, s, b)
		})
	}
}

// besideItem: the earliest known item is named, its dot is the first on the line
// of time, which runs with the language, and the counts lead to the list.
func (w *tab) besideItem(lang string) {
	w.Helper()
	if got := ask[string](w, `document.querySelector(".known a[href*='/item/']").innerText`); got == "" {
		w.Error("the page does not name the earliest known item")
	}
	dots := ask[[][]float64](w, `[...document.querySelectorAll(".way circle")].map((c) => { const b = c.getBoundingClientRect(); return [b.left, b.right] })`)
	if len(dots) < 2 {
		w.Fatalf("%d dots on the line of time", len(dots))
	}
	if first := dots[0][0] < dots[1][0]; first != (lang == "en") {
		w.Errorf("in %s the earliest known item stands at %v and the next one at %v", lang, dots[0], dots[1])
	}
	if n := ask[int](w, `document.querySelectorAll(".carriers li").length`); n != len(dots) {
		w.Errorf("%d dots stand over a list of %d", len(dots), n)
	}
	w.printed()
	if n := ask[int](w, `[...document.querySelectorAll(".way circle")].filter((c) => c.getClientRects().length).length`); n != len(dots) {
		w.Errorf("%d of %d dots are printed", n, len(dots))
	}
	w.look(1280, "light")
	if text := ask[string](w, `document.querySelector(".way desc").textContent + document.querySelector(".way title").textContent`); len(text) < 40 {
		w.Errorf("who cannot see the picture is told %q", text)
	}
	if !ask[bool](w, `document.querySelector(".known a.link").hash === "#text" && !!document.querySelector("#text")`) {
		w.Error("the counts do not lead to who has the text")
	}
}

// besideStory: its line says from how many sources it is, each of them is listed,
// and the switch leads to the same story.
func (w *tab) besideStory(lang string) {
	w.Helper()
	if n := ask[int](w, `document.querySelectorAll(".side .facts dt a").length`); n == 0 {
		w.Error("the story names no source")
	}
	if n := ask[int](w, `document.querySelectorAll(".list .line[data-item]").length`); n == 0 {
		w.Error("the story has no text")
	}
	path := ask[string](w, "location.pathname")
	if to := ask[string](w, `new URL(document.querySelector(".bar .switch").href).pathname`); to != "/"+other(lang)+strings.TrimPrefix(path, "/"+lang) {
		w.Errorf("the switch of %s leads to %s", path, to)
	}
}

// unfolds opens folded copies without a mouse, on the first story that has some: of
// those on the front page, and that of the copied item, which need not stand there.
func (w *tab) unfolds(lang string, s suite, b beside) {
	w.Helper()
	_, front := s.get(w.T, "/"+lang+"/")
	_, item := s.get(w.T, "/"+lang+"/"+b.item)
	for _, found := range regexp.MustCompile(`href="(/`+lang+`/story/[a-z2-7]+)"`).FindAllStringSubmatch(front+item, -1) {
		w.visit(found[1])
		if ask[int](w, `document.querySelectorAll(".folded").length`) == 0 {
			continue
		}
		ask[bool](w, `(() => { document.querySelector(".folded summary").focus(); return true })()`)
		w.check("folded copies", "focus()")
		w.key("Enter")
		w.must(`document.querySelector(".folded").open && document.querySelector(".folded a").offsetParent`, "Enter unfolds the copies")
		return
	}
	w.Errorf("no story of the front page in %s, nor that of %s, has copies to unfold", lang, b.item)
}
