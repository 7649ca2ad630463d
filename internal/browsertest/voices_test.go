package browsertest

import (
	"strings"
	"testing"
)

// A quoted is an item in which somebody speaks, with what of it readers see.
type quoted struct {
	draft
	speaker, sentence, words string
	unsure                   []string // for the desk alone
}

func quotedIn() map[string]quoted {
	return map[string]quoted{
		"en": {draft{lang: "en", headline: "Quarrington gates stay open", text: "The gates of Quarrington were open on Friday.\n\n" +
			"The keeper, Salma Ashworth, said that they would stay so. “We will not close them this winter,” Ashworth told reporters.\n\n" +
			"A farmer denied that his fields were dry."},
			"Salma Ashworth", "“We will not close them this winter,” Ashworth told reporters.", "“We will not close them this winter,”",
			[]string{"stay so", "his fields were dry"}},
		"ar": {draft{lang: "ar", headline: "بوابات الدلبة تبقى مفتوحة", text: "كانت بوابات الدلبة مفتوحة يوم الجمعة.\n\n" +
			"وقالت حارسة السد سلمى الدلبي إنها ستبقى كذلك. وأضافت الدلبي للصحفيين: «لن نغلقها هذا الشتاء».\n\n" +
			"ونفى مزارع أن تكون حقوله عطشى."},
			"حارسة السد سلمى الدلبي", "وأضافت الدلبي للصحفيين: «لن نغلقها هذا الشتاء».", "«لن نغلقها هذا الشتاء»",
			[]string{"ستبقى كذلك", "حقوله عطشى"}},
	}
}

// voices files an item in each language in which somebody speaks and looks at both in
// both editions: the words are marked in the text, the sentence stands in the rail, its
// address leads there from anywhere, and the desk sees what the public does not.
func (s suite) voices(t *testing.T) {
	for of, item := range quotedIn() {
		id := s.file(t, item.draft)
		s.eventually(t, "/"+of+"/item/"+id, 200)
		for _, edition := range []string{"en", "ar"} {
			t.Run(of+" in "+edition, func(t *testing.T) { s.hears(t, item, id, edition) })
		}
	}
}

// hears looks at an item in which somebody speaks, in an edition.
func (s suite) hears(t *testing.T, item quoted, id, edition string) {
	words := map[string]struct{ title, count, report, all, denies string }{
		"en": {"Voices", "1 statement", "Report an error", "Statements", "denies"},
		"ar": {"من قال ماذا", "تصريح واحد", "الإبلاغ عن خطأ", "التصريحات", "نفي"},
	}[edition]
	w := s.browser.open(t, s.base)
	w.visit("/" + edition + "/item/" + id)
	w.must(`!!document.querySelector(".voices figure")`, "somebody speaks in the item")
	rail := ask[string](w, `document.querySelector(".voices").innerText`)
	for _, want := range []string{words.title, words.count, item.speaker, item.sentence} {
		if !strings.Contains(rail, want) {
			t.Errorf("the rail lacks %q: %s", want, rail)
		}
	}
	for _, unsure := range item.unsure {
		if strings.Contains(rail, unsure) {
			t.Errorf("the rail shows what is not sure, or not in the speaker’s own words: %s", rail)
		}
	}
	if said := ask[string](w, `document.querySelector(".body .said").innerText`); said != item.words {
		t.Errorf("the text marks %q", said)
	}
	for _, width := range []int{360, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			w.look(width, scheme)
			w.loadAxe()
			w.check("voices", "width()", "accessible()", "isolation()")
		}
	}
	w.picture("voices-" + item.lang + "-in-" + edition + "-1280-dark")
	address := ask[string](w, `document.querySelector('.voices a[href*="/statement/"]').getAttribute("href")`)
	w.visit(address)
	w.must(`location.pathname.includes("/item/`+id+`") && !!document.querySelector("figure:target blockquote")`, "the address leads to the statement")
	w.visit(s.command(t, "desk", "link"))
	w.visit("/desk/item/" + id + "?lang=" + edition)
	desk := ask[string](w, `document.querySelector("#statements").innerText`)
	for _, want := range append([]string{words.all, item.speaker, words.denies}, item.unsure...) {
		if !strings.Contains(desk, want) {
			t.Errorf("the desk lacks %q: %s", want, desk)
		}
	}
	w.loadAxe()
	w.check("statements at the desk", "width()", "accessible()", "isolation()")
	for _, complaint := range w.takeComplaints() {
		t.Error(complaint)
	}
}
