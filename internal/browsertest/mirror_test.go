package browsertest

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// A place is a part of a page that stands on the other side in Arabic.
type place struct {
	selector   string
	start, end bool // which of its edges do not depend on its words
}

func framePlaces() []place {
	return []place{
		{".bar p", true, false}, {".bar .switch", false, true},
		{".nameplate", true, false}, {".masthead .find", false, true},
		{".menu li:first-child", true, false}, {".menu li:last-child", false, true},
		{".foot p", true, false}, {"main h1, main h2", true, false},
	}
}

func frontPlaces() []place {
	return append(framePlaces(),
		place{".front > .lead", true, true}, place{".front > .file", true, true}, place{".front > .side", true, true},
		place{".file .row .when", true, false})
}

func listPlaces() []place {
	return append(framePlaces(), place{".page aside", true, true}, place{".line .when", true, false})
}

func personPlaces() []place {
	return append(framePlaces(), place{".page aside", true, true}, place{".voices .rule", true, true})
}

func itemPlaces() []place {
	return append(framePlaces(), place{".item .rail", true, true}, place{".item .text", true, true})
}

// mirrored compares the geometry of a page in both languages: what stands so
// far from the left edge in English stands so far from the right in Arabic.
func (s suite) mirrored(t *testing.T) {
	w := s.browser.open(t, s.base)
	w.look(1280, "light")
	item := map[string]string{}
	for _, lang := range languages() {
		for _, p := range s.pagesIn(t, lang) {
			if strings.HasPrefix(p.name, "item-") && !strings.HasPrefix(p.name, "item-foreign") {
				item[lang] = p.path
			}
		}
	}
	pairs := []struct {
		paths  map[string]string
		places []place
	}{
		{map[string]string{"en": "/en/", "ar": "/ar/"}, frontPlaces()},
		{map[string]string{"en": "/en/latest", "ar": "/ar/latest"}, listPlaces()},
		{map[string]string{"en": "/en/about", "ar": "/ar/about"}, framePlaces()},
		{item, itemPlaces()},
		{map[string]string{"en": s.personIn(t, "en"), "ar": s.personIn(t, "ar")}, personPlaces()},
	}
	for _, pair := range pairs {
		for _, complaint := range w.unmirrored(pair.paths, pair.places) {
			t.Error(complaint)
		}
	}

	// The columns, in so many words: the switch stands at the end of the bar, the
	// file in the first of the three columns, an item's rail in the last.
	for lang, first := range map[string]bool{"en": true, "ar": false} {
		w.visit("/" + lang + "/")
		w.inFirstHalf(lang+" file", ".front > .file", first)
		w.inFirstHalf(lang+" switch", ".bar .switch", !first)
		w.visit(item[lang])
		w.inFirstHalf(lang+" rail", ".item .rail", !first)
	}
}

func (w *tab) inFirstHalf(what, selector string, left bool) {
	w.Helper()
	box := w.box(selector)
	if box == nil {
		w.Errorf("%s is not there", what)
		return
	}
	if got := (box[0]+box[1])/2 < 640; got != left {
		w.Errorf("%s stands at %v of 1280 px, on the wrong side", what, box)
	}
}

// box is the place of the first that a selector finds.
func (w *tab) box(selector string) []float64 {
	w.Helper()
	boxes := ask[[][]float64](w, "check.boxes('"+selector+"')")
	if len(boxes) == 0 {
		return nil
	}
	return boxes[0]
}

// unmirrored compares two pages by the places of their parts.
func (w *tab) unmirrored(paths map[string]string, places []place) (complaints []string) {
	w.Helper()
	boxes := map[string]map[string][]float64{}
	for lang, path := range paths {
		w.visit(path)
		boxes[lang] = map[string][]float64{}
		for _, p := range places {
			boxes[lang][p.selector] = w.box(p.selector)
		}
	}
	const slack = 1.5 // px; rounding on each side
	for _, p := range places {
		en, ar := boxes["en"][p.selector], boxes["ar"][p.selector]
		if en == nil || ar == nil {
			complaints = append(complaints, fmt.Sprintf("%s: no %s in one of the languages", paths["en"], p.selector))
			continue
		}
		if p.start && math.Abs(en[0]-(1280-ar[1])) > slack || p.end && math.Abs(en[1]-(1280-ar[0])) > slack {
			complaints = append(complaints, fmt.Sprintf("%s: %s is at %v in English and at %v in Arabic: not mirrored", paths["en"], p.selector, en, ar))
		}
	}
	return complaints
}

// TestUnmirrored shows that a part that keeps its side is found.
func TestUnmirrored(t *testing.T) {
	w := startBrowser(t).open(t, "http://nowhere.invalid")
	const style = `<style>body{margin:0}p{margin:0;width:100px;%s:20px;position:absolute}</style>`
	for _, tt := range []struct{ side, selector, want string }{
		{"inset-inline-start", "p", ""}, {"left", "p", "not mirrored"}, {"left", "h6", "no h6"},
	} {
		paths := map[string]string{}
		for lang, dir := range map[string]string{"en": "ltr", "ar": "rtl"} {
			paths[lang] = serve(t, "<!doctype html><html dir="+dir+"><title>t</title>"+fmt.Sprintf(style, tt.side)+"<p>x</p>")
		}
		got := strings.Join(w.unmirrored(paths, []place{{tt.selector, true, true}}), "\n")
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s: found %q, want %q", tt.side, got, tt.want)
		}
	}
}
