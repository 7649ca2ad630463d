package browsertest

import "strings"

// onItsPage decides on an own item where all of it is read: a notice that readers see, an
// embargo and its end, another text.
func (s suite) onItsPage(w *tab, lang, item string) {
	w.Helper()
	path := "/" + lang + "/item/" + item
	notice := map[string]string{"en": "It opened at noon, not at ten.", "ar": "فُتح ظهرًا لا في العاشرة."}[lang]
	w.visit("/desk/item/" + item + "?lang=" + lang)
	w.do(evaluate[struct{}](`document.querySelectorAll(".further details").forEach((d) => { d.open = true })`))
	w.looksRight("desk-decide", lang)
	w.look(1280, "light")
	w.do(evaluate[struct{}](`document.querySelector(".correct input[name=notice]").focus()`))
	w.write(notice)
	w.sends(`document.querySelector("button[value=correct]")`)
	s.reads(w, path, notice)

	w.visit("/desk/item/" + item + "?lang=" + lang)
	if told := ask[string](w, `document.querySelector(".made").innerText`); !strings.Contains(told, notice) {
		w.Errorf("the decisions of the item do not tell the notice: %s", told)
	}
	w.do(evaluate[struct{}](`document.querySelector(".embargo").open = true; document.querySelector("input[name=until]").value = "2999-01-31T12:00"`))
	w.sends(`document.querySelector("button[value=embargo]")`)
	s.eventually(w.T, path, 404)
	w.reloads(`document.querySelector("button[value=lift]")`)
	w.sends(`document.querySelector("button[value=lift]")`)
	s.eventually(w.T, path, 200)

	w.visit("/desk/item/" + item + "?lang=" + lang)
	w.do(evaluate[struct{}](`document.querySelector(".edit").open = true; document.querySelector(".edit textarea").focus()`))
	w.write(notice + "\n- 1\n- 2\n\n")
	w.sends(`document.querySelector(".edit button")`)
	w.reloads(`document.querySelector("#versions")`)
	if points := ask[int](w, `document.querySelectorAll(".part ul li").length`); points != 2 {
		w.Errorf("of two points that were written the item has %d", points)
	}
	w.visit(path)
	w.reloads(`[...document.querySelectorAll("main ul li")].some((point) => point.textContent.trim() === "2")`)
}

// reads waits until a page of the site says something.
func (s suite) reads(w *tab, path, text string) {
	w.Helper()
	w.visit(path)
	w.reloads(`document.querySelector("main").innerText.includes("` + text + `")`)
}

// setsSource saves a source's page in another name, sees it in the list, and takes it back.
func (w *tab) setsSource(lang string) {
	w.Helper()
	w.visit("/desk/sources?lang=" + lang)
	w.visit(ask[string](w, `[...document.querySelectorAll("td .meta a")].map((a) => a.getAttribute("href")).find((h) => !h.includes("/own"))`))
	w.looksRight("desk-source", lang)
	w.look(1280, "light")
	field := `document.querySelector("input[name=name-` + lang + `]")`
	was := ask[string](w, field+".value")
	name := map[string]string{"en": "The Other Name", "ar": "الاسم الآخر"}[lang]
	for _, name := range []string{name, was} {
		w.do(evaluate[struct{}](field + `.value = ""; ` + field + `.focus()`))
		w.write(name)
		w.sends(`document.querySelector(".settings .filled")`)
		if got := ask[string](w, field+".value"); got != name {
			w.Errorf("saved as %q, the source is called %q", name, got)
		}
	}
}

// overtakes sets a source while its page is open: who saves that page is told, and sees
// what stands.
func (s suite) overtakes(w *tab, lang string) {
	w.Helper()
	id := ask[string](w, `document.querySelector(".settings [data-source]").dataset.source`)
	lost := `document.querySelector("select[name=lost]").value`
	was := ask[string](w, lost)
	s.command(w.T, "sources", "set", id, "--lost", map[bool]string{true: "kill", false: "hold"}[was == "hold"])
	w.do(evaluate[struct{}](`document.querySelector("select[name=again]").value = "never"`))
	w.clicks(`document.querySelector(".settings .filled")`)
	w.must(`document.readyState === "complete" && !!document.querySelector("[role=alert]")`, "the desk says that it was not done")
	if told := ask[string](w, `document.querySelector("[role=alert]").innerText`); ask[string](w, lost) == was || ask[string](w, `document.querySelector("select[name=again]").value`) == "never" {
		w.Errorf("saved over another one's settings: %q", told)
	}
	w.takeComplaints() // the browser's own, that a form was answered with 409
	w.well(lang, "desk-source-overtaken")
	s.command(w.T, "sources", "set", id, "--lost", was)
}

// filesHeld writes an item that is not out before somebody releases it.
func (s suite) filesHeld(w *tab, lang, headline string) {
	w.Helper()
	w.visit("/desk?lang=" + lang)
	w.do(evaluate[struct{}](`document.querySelector("input[name=headline]").focus()`))
	w.write(headline + " 2")
	w.do(evaluate[struct{}](`document.querySelector("select[name=language]").value = "` + lang + `"`))
	w.sends(`document.querySelector("button[name=held]")`)
	item := ask[string](w, `document.querySelector("[data-item]").dataset.item`)
	w.reloads(`document.querySelector(".state.hold")`)
	s.eventually(w.T, "/"+lang+"/item/"+item, 404)
	w.sends(`document.querySelector("button[value=release]")`)
	s.eventually(w.T, "/"+lang+"/item/"+item, 200)
	s.command(w.T, "desk", "kill", item, "--reason", "a test")
}
