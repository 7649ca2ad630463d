package browsertest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// persons follows somebody who speaks from an item to the page of what they said,
// in both editions, asks for it by said:, and lets the desk confirm, join and hide.
func (s suite) persons(t *testing.T) {
	first := s.file(t, draft{lang: "en", headline: "Lockwood pumps run all night", text: "“The pumps of Lockwood will run until the river falls,” Tamsin Varlow told reporters.\n\nThe river rose on Friday."})
	second := s.file(t, draft{lang: "en", headline: "Lockwood council meets", text: "“Nobody asked the farmers of Lockwood,” Tamsin Varlow said."})
	third := s.file(t, draft{lang: "en", headline: "Lockwood bridge closes", text: "“We close the bridge of Lockwood at noon,” T. J. Varlow said.\n\n“It stays closed,” T. J. Varlow said."})
	for _, id := range []string{first, second, third} {
		s.eventually(t, "/en/item/"+id, 200)
	}
	id := s.personOf(t, first)
	for _, lang := range languages() {
		t.Run(lang, func(t *testing.T) { s.personReached(t, lang, first, id) })
	}
	t.Run("desk", func(t *testing.T) { s.personOrdered(t, first, id, s.personOf(t, third)) })
}

// personOf is who speaks in an item, as its page has it.
func (s suite) personOf(t *testing.T, item string) string {
	t.Helper()
	w := s.browser.open(t, s.base)
	w.visit("/en/item/" + item)
	const link = `document.querySelector('.voices h3 a[href*="/person/"]')`
	w.must(`!!`+link, "the item leads to who speaks in it")
	path := ask[string](w, link+`.getAttribute("href")`)
	return path[strings.LastIndex(path, "/")+1:]
}

func (s suite) personReached(t *testing.T, lang, item, id string) {
	words := map[string][]string{
		"en": {"Person", "2 statements", "Put together by a program", "Report an error"},
		"ar": {"شخص", "تصريحان", "جمعها برنامج", "الإبلاغ عن خطأ"},
	}[lang]
	w := s.browser.open(t, s.base)
	w.visit("/" + lang + "/item/" + item)
	w.clicks(`document.querySelector('.voices h3 a[href*="/person/"]')`)
	w.must(`location.pathname == "/`+lang+`/person/`+id+`" && !!document.querySelector(".person")`, "the page of who speaks")
	w.visit("/" + lang + "/person/" + id) // once more, for the checks
	text := ask[string](w, `document.querySelector("main").innerText`)
	for _, want := range append(words, "Tamsin Varlow", "The pumps of Lockwood will run until the river falls", "Nobody asked the farmers") {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q: %s", want, text)
		}
	}
	w.must(`!!document.querySelector('meta[name=robots][content=noindex]')`, "search engines leave it alone")
	w.must(`getComputedStyle(document.querySelector(".person blockquote p")).direction == "ltr"`, "the sentence runs its own way")
	for _, width := range []int{360, 768, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			w.look(width, scheme)
			w.loadAxe()
			w.check("person", "width()", "accessible()", "isolation()", "furniture()", "leftovers()")
			w.picture(fmt.Sprintf("person-%s-%d-%s", lang, width, scheme))
		}
	}
	side := `(() => { const a = document.querySelector(".person > .side").getBoundingClientRect(), b = document.querySelector(".person > .voices").getBoundingClientRect(); return a.left > b.left })()`
	if right := ask[bool](w, side); right != (lang == "en") {
		t.Errorf("the page is not mirrored: facts on the right is %v", right)
	}
	w.visit("/" + lang + "/search?q=said:varlow+farmer")
	found := ask[string](w, `document.querySelector(".hits").innerText`)
	if !strings.Contains(found, "Lockwood council meets") || strings.Contains(found, "pumps") {
		t.Errorf("said: finds %q", found)
	}
	for _, complaint := range w.takeComplaints() {
		t.Error(complaint)
	}
}

// personOrdered confirms by the form, joins another one, and hides.
func (s suite) personOrdered(t *testing.T, item, id, other string) {
	w := s.browser.open(t, s.base)
	w.visit(s.command(t, "desk", "link"))
	w.visit("/desk/persons?lang=en&name=varlow")
	w.must(`document.querySelectorAll("[data-person]").length == 2`, "both of the name are listed")
	w.visit("/desk/person/" + id + "?lang=en")
	for _, width := range []int{360, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			w.look(width, scheme)
			w.loadAxe()
			w.check("person at the desk", "width()", "accessible()", "isolation()", "furniture()")
			w.picture(fmt.Sprintf("person-desk-%d-%s", width, scheme))
		}
	}
	w.sends(`document.querySelector("button[value=confirm]")`)
	reader := s.browser.open(t, s.base)
	reader.visit("/ar/person/" + id)
	reader.must(`document.querySelector(".standing").innerText.includes("هوية مؤكدة") && !document.querySelector("meta[name=robots]")`, "the page says that it is confirmed")

	w.visit("/desk/person/" + other + "?lang=ar")
	const into = `document.querySelector("input[name=into]")`
	w.do(evaluate[struct{}](into + `.closest("details").open = true; ` + into + `.focus()`))
	w.write(id)
	w.do(evaluate[struct{}](into + `.form.querySelector("input[name=reason]").focus()`))
	w.write("one person")
	w.sends(`document.querySelector("button[value=join]")`)
	reader.visit("/en/person/" + other)
	reader.must(`location.pathname == "/en/person/`+id+`" && document.querySelector("main").innerText.includes("We close the bridge")`, "who was joined leads to the other")

	s.command(t, "desk", "hide", id, "--reason", "a private person")
	s.eventually(t, "/en/person/"+id, 404)
	reader.visit("/en/item/" + item)
	reader.must(`document.querySelector(".voices").innerText.includes("Tamsin Varlow") && !document.querySelector('.voices a[href*="/person/"]')`, "the sentence stays, and leads to nobody")
}

// personIn is the page of somebody in an edition, "" when nobody's is shown.
func (s suite) personIn(t *testing.T, lang string) string {
	t.Helper()
	for line := range strings.Lines(s.command(t, "desk", "persons", "--json")) {
		var p struct{ ID string }
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			t.Fatal(err)
		}
		path := "/" + lang + "/person/" + p.ID
		if status, _ := s.get(t, path); status == 200 {
			return path
		}
	}
	return ""
}
