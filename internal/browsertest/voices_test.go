package browsertest

import (
	"strings"
	"testing"
)

// voices files an item in which somebody speaks and looks at it in both editions:
// the words are marked in the text, the sentence stands in the rail, its address
// leads there from anywhere, and the desk sees what the public does not.
func (s suite) voices(t *testing.T) {
	id := s.file(t, draft{lang: "en", headline: "Quarrington gates stay open", text: "The gates of Quarrington were open on Friday.\n\n" +
		"The keeper, Salma Ashworth, said that they would stay so. “We will not close them this winter,” Ashworth told reporters.\n\n" +
		"A farmer denied that his fields were dry."})
	s.eventually(t, "/en/item/"+id, 200)
	for lang, words := range map[string]struct{ title, count, report, all, denies string }{
		"en": {"Voices", "1 statement", "Report an error", "Statements", "denies"},
		"ar": {"من قال ماذا", "تصريح واحد", "الإبلاغ عن خطأ", "التصريحات", "نفي"},
	} {
		t.Run(lang, func(t *testing.T) {
			w := s.browser.open(t, s.base)
			w.visit("/" + lang + "/item/" + id)
			w.must(`!!document.querySelector(".voices figure")`, "somebody speaks in the item")
			rail := ask[string](w, `document.querySelector(".voices").innerText`)
			for _, want := range []string{words.title, words.count, "Salma Ashworth", "“We will not close them this winter,” Ashworth told reporters."} {
				if !strings.Contains(rail, want) {
					t.Errorf("the rail lacks %q: %s", want, rail)
				}
			}
			if strings.Contains(rail, "farmer") || strings.Contains(rail, "stay so") {
				t.Errorf("the rail shows what is not sure, or not in the speaker’s own words: %s", rail)
			}
			if said := ask[string](w, `document.querySelector(".body .said").innerText`); said != "“We will not close them this winter,”" {
				t.Errorf("the text marks %q", said)
			}
			for _, width := range []int{360, 1280} {
				for _, scheme := range []string{"light", "dark"} {
					w.look(width, scheme)
					w.loadAxe()
					w.check("voices", "width()", "accessible()", "isolation()")
				}
			}
			w.picture("voices-" + lang + "-1280-dark")
			address := ask[string](w, `document.querySelector('.voices a[href*="/statement/"]').getAttribute("href")`)
			w.visit(address)
			w.must(`location.pathname.includes("/item/`+id+`") && !!document.querySelector("figure:target blockquote")`, "the address leads to the statement")
			w.visit(s.command(t, "desk", "link"))
			w.visit("/desk/item/" + id + "?lang=" + lang)
			desk := ask[string](w, `document.querySelector("#statements").innerText`)
			for _, want := range []string{words.all, "Salma Ashworth", "his fields were dry", words.denies} {
				if !strings.Contains(desk, want) {
					t.Errorf("the desk lacks %q: %s", want, desk)
				}
			}
			w.loadAxe()
			w.check("statements at the desk", "width()", "accessible()", "isolation()")
			for _, complaint := range w.takeComplaints() {
				t.Error(complaint)
			}
		})
	}
}
