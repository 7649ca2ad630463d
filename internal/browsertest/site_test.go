package browsertest

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// A suite looks at one site with one browser.
type suite struct {
	*site
	*browser
}

func TestSamplePress(t *testing.T) {
	t.Parallel()
	s := suite{browser: startBrowser(t), site: startDemo(t)}
	s.work(t)
	t.Run("goes on", s.goesOn)
	t.Run("edits", s.edits)
	s.read(t) // by now nothing more is killed while it is looked at
}

func TestFakeWeb(t *testing.T) {
	t.Parallel()
	s := suite{site: startFakeWeb(t), browser: startBrowser(t)}
	s.work(t)
	t.Run("truthful", s.truthful)
	t.Run("ticked", s.ticked)
	s.read(t)
}

// work is what people do to a site, and what open pages learn of it.
func (s suite) work(t *testing.T) {
	t.Run("flash", s.flash)
	t.Run("new items", s.newItems)
	t.Run("search", s.searched)
	t.Run("past", s.past)
	t.Run("correction", s.correction)
	t.Run("kill", s.kill)
	t.Run("versions", s.versions)
	t.Run("voices", s.voices)
	t.Run("persons", s.persons)
	t.Run("desk", s.desk)
}

// read is what readers find.
func (s suite) read(t *testing.T) {
	t.Run("pages", s.pages)
	t.Run("beside others", s.beside)
	t.Run("counterparts", s.counterparts)
	t.Run("mirrored", s.mirrored)
	t.Run("keyboard", s.keyboard)
	t.Run("without script", s.withoutScript)
}

func languages() []string { return []string{"en", "ar"} }

func other(lang string) string {
	if lang == "en" {
		return "ar"
	}
	return "en"
}

// A page is one kind of page in one language.
type page struct {
	name   string // unique, and a good name for a picture
	lang   string
	path   string
	status int
}

// pagesIn lists a page of every kind, with items of several sources.
func (s suite) pagesIn(t *testing.T, lang string) []page {
	t.Helper()
	items := s.items(t)
	native := slices.DeleteFunc(slices.Clone(items), func(l line) bool {
		return l.Status != "usable" || !strings.HasPrefix(l.Language, lang)
	})
	foreign := slices.IndexFunc(items, func(l line) bool {
		return l.Status == "usable" && strings.HasPrefix(l.Language, other(lang))
	})
	if len(native) == 0 || foreign < 0 {
		t.Fatalf("no items in %s, or none in the other language", lang)
	}
	add := func(all []page, name, path string, status int) []page {
		return append(all, page{name: name + "-" + lang, lang: lang, path: "/" + lang + "/" + path, status: status})
	}
	var all []page
	for _, name := range []string{"latest", "notices", "sources", "about", "search"} {
		all = add(all, name, name, 200)
	}
	all = add(all, "front", "", 200)
	all = add(all, "found", "search?q="+url.QueryEscape(longestWord(native[0].Headline)), 200)
	all = add(all, "past", "search?as-of=1000000&q="+url.QueryEscape(longestWord(native[0].Headline)), 200)
	all = add(all, "not-found", "search?q="+url.QueryEscape("zzqx"), 200)
	all = add(all, "source", "source/"+url.PathEscape(native[0].Source), 200)
	all = add(all, "404", "nowhere", 404)
	all = add(all, "item-foreign", "item/"+items[foreign].ID, 200)
	for _, l := range oneOfEachSource(native, 4) {
		all = add(all, "item-"+l.Source, "item/"+l.ID, 200)
	}
	if b := s.besideIn(t, lang); b.story != "" && b.item != "" {
		all = add(all, "story", b.story, 200)
		all = add(all, "item-copied", b.item, 200)
	}
	if path := s.personIn(t, lang); path != "" {
		all = add(all, "person", strings.TrimPrefix(path, "/"+lang+"/"), 200)
	}
	if gone := slices.IndexFunc(items, func(l line) bool { return l.Status == "canceled" }); gone >= 0 {
		all = add(all, "410", "item/"+items[gone].ID, 410)
	}
	return all
}

func longestWord(text string) string {
	letters := func(r rune) bool { return !strings.ContainsRune(" .,:;!?\"'«»“”‘’()-،؛؟", r) }
	words := strings.FieldsFunc(text, func(r rune) bool { return !letters(r) })
	return slices.MaxFunc(words, func(a, b string) int { return cmp.Compare(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) })
}

// oneOfEachSource picks the newest item of each source, of at most n sources.
func oneOfEachSource(items []line, n int) (picked []line) {
	seen := map[string]bool{}
	for _, l := range items {
		if !seen[l.Source] && len(picked) < n {
			seen[l.Source] = true
			picked = append(picked, l)
		}
	}
	return picked
}

// pages looks at every page in both languages, at three widths, light and dark.
func (s suite) pages(t *testing.T) {
	for _, lang := range languages() {
		w := s.browser.open(t, s.base) // to open one for each page took a fifth of the time
		for _, p := range s.pagesIn(t, lang) {
			t.Run(p.name, func(t *testing.T) {
				all := w.T
				defer func() { w.T = all }()
				w.T = t
				w.lookAt(p)
			})
		}
	}
}

func (w *tab) lookAt(p page) {
	w.look(1280, "light")
	if status := w.visit(p.path); status != p.status {
		w.Fatalf("%s answered %d, want %d", p.path, status, p.status)
	}
	w.loadAxe()
	w.check(p.path, fmt.Sprintf("language('%s')", p.lang), "furniture()", "leftovers()", "isolation()")
	if strings.HasPrefix(p.name, "front") || strings.HasPrefix(p.name, "item") {
		w.check(p.path, "described()")
	}
	for _, width := range []int{360, 768, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			w.look(width, scheme)
			at := fmt.Sprintf("%s at %d px, %s", p.path, width, scheme)
			w.check(at, "width()")
			if !ask[bool](w, `new Set([...document.querySelectorAll(".menu li")].map(li => li.getBoundingClientRect().top)).size < 2`) {
				w.Errorf("%s: the menu takes two lines", at)
			}
			if auditedAt(width, scheme) {
				w.check(at, "accessible()")
			}
			w.picture(fmt.Sprintf("%s-%d-%s", p.name, width, scheme))
		}
	}
	for _, complaint := range w.takeComplaints() {
		w.Errorf("%s: %s", p.path, complaint)
	}
}

// auditedAt says where axe looks: it is slow, and sees all colours and both
// layouts in these two.
func auditedAt(width int, scheme string) bool {
	return width == 1280 && scheme == "light" || width == 360 && scheme == "dark"
}

// counterparts follows the language switch of every page there and back, and
// compares what the pages say of each other.
func (s suite) counterparts(t *testing.T) {
	const target = `decodeURI(document.querySelector(".bar .switch").href)`
	for _, lang := range languages() {
		w := s.browser.open(t, s.base)
		for _, p := range s.pagesIn(t, lang) {
			w.visit(p.path)
			here := ask[string](w, "decodeURI(location.href)")
			alternates := ask[map[string]string](w, "check.alternates()")
			address, _, _ := strings.Cut(here, "?") // what was asked is no page of its own to search engines
			if to, ok := alternates[lang]; ok && to != address {
				t.Errorf("%s says that its address is %s", here, to)
			}
			there := ask[string](w, target)
			if status := w.visit(there); status != p.status {
				t.Errorf("the switch of %s leads to %s, which answered %d", here, there, status)
				continue
			}
			w.check(there, fmt.Sprintf("language('%s')", other(lang)))
			if back := ask[string](w, target); back != here {
				t.Errorf("the switch of %s leads to %s, whose switch leads to %s", here, there, back)
			}
			if _, paired := alternates[other(lang)]; !paired {
				continue
			}
			if got := ask[map[string]string](w, "check.alternates()"); fmt.Sprint(got) != fmt.Sprint(alternates) {
				t.Errorf("%s names the languages %v, its counterpart %v", here, alternates, got)
			}
		}
	}
}

// withoutScript finds the pages complete where script is turned off.
func (s suite) withoutScript(t *testing.T) {
	for _, lang := range languages() {
		for path, want := range map[string]string{
			"/" + lang + "/":        `class="file"`,
			"/" + lang + "/latest":  `data-item=`,
			"/" + lang + "/sources": `/source/`,
		} {
			status, body := s.get(t, path)
			if status != 200 || !strings.Contains(body, want) {
				t.Errorf("%s: %d, and no %s in it", path, status, want)
			}
			if strings.Contains(body, "<time></time>") && !strings.Contains(body, `id="flash"`) {
				t.Errorf("%s leaves a time to the script", path)
			}
		}
	}
}
