package browsertest

import (
	"net/url"
	"testing"
)

// searched files an item in each language and finds it by the search field,
// typed as people type.
func (s suite) searched(t *testing.T) {
	tests := []struct{ lang, headline, typed string }{
		{"en", "Ferries at Quarrington harbour run again", "ferry quarrington"},
		{"en", "Ferries at Quarrington harbour run again", `"quarrington harbour"`},
		{"ar", "عودة العبّارات إلى ميناء السنديانة", "السنديانه"},
		{"ar", "عودة العبّارات إلى ميناء السنديانة", "العبارات وميناء"},
	}
	filed := map[string]string{}
	for _, tt := range tests {
		t.Run(tt.lang+" "+tt.typed, func(t *testing.T) {
			if filed[tt.headline] == "" {
				filed[tt.headline] = s.file(t, draft{lang: tt.lang, headline: tt.headline, text: tt.headline + "."})
				s.eventually(t, "/"+tt.lang+"/item/"+filed[tt.headline], 200)
			}
			w := s.browser.open(t, s.base)
			w.visit("/" + tt.lang + "/")
			w.key("/")
			w.write(tt.typed)
			w.key("Enter")
			w.must(`location.pathname === "/`+tt.lang+`/search" && document.readyState === "complete"`, "the search page")
			first := ask[string](w, `document.querySelector("main .line[data-item]")?.dataset.item || ""`)
			if first != filed[tt.headline] {
				t.Errorf("%s: the first hit is %q, want %q", tt.typed, first, filed[tt.headline])
			}
			if !ask[bool](w, `!!document.querySelector("main .line mark")`) {
				t.Error("no word is marked in what was found")
			}
			if got := ask[string](w, `document.querySelector("main input[type=search]").value`); got != tt.typed {
				t.Errorf("the field has %q, want %q", got, tt.typed)
			}
			w.visit("/" + tt.lang + "/search?q=" + url.QueryEscape(tt.typed+" -source:own"))
			if ask[bool](w, `!!document.querySelector('main .line[data-item="`+first+`"]')`) {
				t.Error("an own item is found where own items are left out")
			}
			w.visit("/" + tt.lang + "/search?as-of=2026-01-01T00:00&q=" + url.QueryEscape("said:sabbagh "+tt.typed))
			w.must(`!!document.querySelector("main form.ask") && !!document.querySelector("main .none a")`, "the page says that said: knows no past, and offers the present")
		})
	}
}
