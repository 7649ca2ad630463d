package look

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func newLook(t *testing.T) *Look {
	t.Helper()
	l, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func get(l *Look, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	l.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

func TestServes(t *testing.T) {
	l := newLook(t)
	for path, kind := range map[string]string{
		l.Style: "text/css", l.Script: "text/javascript", l.Icon: "image/svg+xml", l.Fonts("ar")[0]: "font/woff2",
	} {
		w := get(l, path)
		if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), kind) ||
			!strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %d %v", path, w.Code, w.Header())
		}
	}
	if w := get(l, "/static/0/none.css"); w.Code != 404 {
		t.Errorf("what is not there: %d", w.Code)
	}
}

// Every font that the style names is served, and every font served is named.
func TestFontsOfTheStyle(t *testing.T) {
	l := newLook(t)
	style := get(l, l.Style).Body.String()
	named := regexp.MustCompile(`url\(([^)]+)\)`).FindAllStringSubmatch(style, -1)
	if len(named) != len(l.fonts) {
		t.Errorf("%d fonts named, %d served", len(named), len(l.fonts))
	}
	for _, m := range named {
		if get(l, m[1]).Code != 200 {
			t.Errorf("no font at %s", m[1])
		}
	}
	if strings.Contains(style, "LATIN") || strings.Contains(style, "ARABIC") {
		t.Error("letters were not put in")
	}
}

// One set of rules serves both directions, so none of them may name a side.
func TestOnlyLogicalProperties(t *testing.T) {
	l := newLook(t)
	style := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(get(l, l.Style).Body.String(), "")
	physical := regexp.MustCompile(`(?m)(?:^|[;{\s])((?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|text-align:\s*(?:left|right)|float)\s*:`)
	for _, m := range physical.FindAllStringSubmatch(style, -1) {
		t.Errorf("physical property %q", m[1])
	}
	four := regexp.MustCompile(`(?:margin|padding|inset):\s*[^;{}]+`)
	for _, m := range four.FindAllString(style, -1) {
		if f := strings.Fields(strings.SplitN(m, ":", 2)[1]); len(f) == 4 && f[1] != f[3] {
			t.Errorf("%q has two different sides", m)
		}
	}
}

func TestArabicIsSetLarger(t *testing.T) {
	l := newLook(t)
	style := get(l, l.Style).Body.String()
	rule := regexp.MustCompile(`:lang\(ar\)[^{]*\{[^}]*--k: 1\.12;[^}]*--text: 1\.8;`)
	if !rule.MatchString(style) {
		t.Error("Arabic is not set 1.12 times larger with a line height of 1.8")
	}
	for _, m := range regexp.MustCompile(`([^{}]+)\{[^}]*letter-spacing:\s*-?[.\d]*[1-9]`).FindAllStringSubmatch(style, -1) {
		selector := strings.TrimSpace(m[1])
		if !strings.Contains(style, selector+":lang(ar)") {
			t.Errorf("%q spaces its letters, also in Arabic", selector)
		}
	}
}
