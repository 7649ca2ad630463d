package browsertest

import "testing"

// keyboard walks the front page without a mouse, in both languages.
func (s suite) keyboard(t *testing.T) {
	for _, lang := range languages() {
		t.Run(lang, func(t *testing.T) {
			w := s.browser.open(t, s.base)
			w.visit("/" + lang + "/")
			w.skips()
			w.visit("/" + lang + "/")
			w.walksByTab()
			w.visit("/" + lang + "/")
			w.walksByLetter(map[string][2]string{"en": {"j", "k"}, "ar": {"ت", "ن"}}[lang])
			w.helps()
			w.searches()
		})
	}
}

// skips: the first stop is the way past the furniture.
func (w *tab) skips() {
	w.Helper()
	w.key("Tab")
	if !ask[bool](w, "document.activeElement.matches('.skip')") {
		w.Error("the first Tab does not reach the skip link")
	}
	w.check("skip link", "focus()")
	w.key("Enter")
	w.must("location.hash === '#main'", "the skip link leads to the text")
	w.key("Tab")
	if !ask[bool](w, "document.querySelector('main').contains(document.activeElement)") {
		w.Error("the first Tab after the skip link is not in the text")
	}
}

// walksByTab goes through everything that can have the focus: each shows it,
// and nothing holds on to it.
func (w *tab) walksByTab() {
	w.Helper()
	stops := ask[int](w, `[...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")].filter((e) => e.offsetParent).length`)
	reached := 0
	for range stops + 5 {
		w.key("Tab")
		if ask[bool](w, "document.activeElement === document.body") {
			break // past the last one
		}
		reached++
		w.check("Tab", "focus()")
	}
	if reached < stops-1 || reached > stops+1 {
		w.Errorf("Tab reached %d of %d stops", reached, stops)
	}
}

// walksByLetter: j and k, or the letters on the same keys of an Arabic keyboard.
func (w *tab) walksByLetter(keys [2]string) {
	w.Helper()
	const at = `(() => { const i = document.activeElement.closest("[data-item]"); return i ? [...document.querySelectorAll("main [data-item]")].indexOf(i) : -1 })()`
	next, previous := keys[0], keys[1]
	var places []int
	for _, key := range []string{next, next, next, previous} {
		w.key(key)
		w.check(key, "focus()")
		places = append(places, ask[int](w, at))
	}
	if places[0] != 0 || places[1] != 1 || places[2] != 2 || places[3] != 1 {
		w.Errorf("%s %s %s %s went to the items %v, want 0 1 2 1", next, next, next, previous, places)
	}
}

// goesOnByLetter: from a button of an item the keys go on from that item, and so they do
// from the one that a decision led back to.
func (w *tab) goesOnByLetter(lang string, keys [2]string) {
	w.Helper()
	const at = `[...document.querySelectorAll("main .filed")].indexOf(document.activeElement.closest(".filed"))`
	w.visit("/desk?lang=" + lang)
	w.do(evaluate[struct{}](`document.querySelectorAll("main .filed")[4].querySelector("button").focus()`))
	w.key(keys[0])
	if got := ask[int](w, at); got != 5 {
		w.Errorf("from a button of item 4, %s goes to item %d", keys[0], got)
	}
	hash := ask[string](w, `document.querySelectorAll("main .filed")[6].id`)
	for i, want := range []int{7, 5} {
		w.visit("/desk?lang=" + lang + "&again=" + keys[i] + "#" + hash)
		w.key(keys[i])
		if got := ask[int](w, at); got != want {
			w.Errorf("led back to item 6, %s goes to item %d, want %d", keys[i], got, want)
		}
	}
	w.visit("/desk?lang=" + lang)
}

func (w *tab) helps() {
	w.Helper()
	w.key("?")
	if !ask[bool](w, "document.getElementById('keys').open") {
		w.Error("? does not open the help")
	}
	w.check("help", "focus()", "furniture()")
	w.key("Escape")
	if ask[bool](w, "document.getElementById('keys').open") {
		w.Error("Escape does not close the help")
	}
}

func (w *tab) searches() {
	w.Helper()
	w.key("/")
	if !ask[bool](w, "document.activeElement.matches('input[type=search]')") {
		w.Error("/ does not lead to the search field")
	}
	w.check("search field", "focus()")
	w.key("j")
	if got := ask[string](w, "document.activeElement.value"); got != "j" {
		w.Errorf("typing j in the search field gave %q", got)
	}
}
