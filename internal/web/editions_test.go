package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/locale"
	"dateline/internal/web/look"
	"dateline/internal/wire"
)

// rebuilt is the world's site with other editions.
func (w *world) rebuilt(editions ...dateline.Edition) {
	w.t.Helper()
	l, err := look.New()
	if err != nil {
		w.t.Fatal(err)
	}
	w.pub.Editions = editions
	clock := func() time.Time { return noon }
	if w.site, err = New(Config{Wire: wire.NewReader(w.store, w.pub, clock), Look: l, Now: clock}); err != nil {
		w.t.Fatal(err)
	}
}

func TestEditionWithItsOwnDigitsMonthsAndZone(t *testing.T) {
	w := newWorld(t)
	w.rebuilt(dateline.Edition{Language: "en"}, dateline.Edition{
		Language: "ar", Region: "LB", Zone: "Asia/Beirut", Digits: locale.Arab, Months: locale.Levant,
	})
	page := w.page("/ar/")
	contains(t, page, `<html lang="ar-LB" dir="rtl"`, `data-digits="arab"`, "الأحد ٢٢ تشرين الثاني ٢٠٢٦", ">١٦:٣١</time>",
		`datetime="2026-11-22T14:31:00Z"`, "١٢ خبرًا")
	lacks(t, page, "نوفمبر")
	contains(t, w.page("/ar/item/"+string(idOf("boat-ar"))+strings.TrimPrefix(w.path("ar", "boat-ar"), "/ar/item/"+string(idOf("boat-ar")))),
		"١٥:٤١", "ت\u00a0غ\u00a0\u2066&#43;٢\u2069")
}

// A publication may have one edition: nothing then speaks of another.
func TestOneEdition(t *testing.T) {
	w := newWorld(t)
	killed := w.killed()
	w.rebuilt(dateline.Edition{Language: "en"})
	for path, status := range map[string]int{
		"/en/": 200, "/en/latest": 200, "/en/search": 200, "/en/search?q=port": 200, "/en/about": 200, "/en/notices": 200,
		"/en/sources": 200, w.path("en", "talks"): 200, w.path("en", "olives"): 200, "/en/nowhere": 404, "/ar/": 404,
		"/en/item/" + string(killed.ID): 410,
	} {
		rec := w.get(path)
		if rec.Code != status {
			t.Errorf("%s: %d, want %d", path, rec.Code, status)
		}
		wellFormed(t, rec.Body.String())
		lacks(t, rec.Body.String(), `class="switch"`, "Not yet in Arabic", `rel="alternate" hreflang="ar"`, "English and Arabic")
	}
	if to := w.get("/", "Accept-Language", "ar").Header().Get("Location"); to != "/en/" {
		t.Errorf("a reader of Arabic is sent to %s", to)
	}
}

// TestOwnLanguages names the languages in which the publication writes: those of its
// editions and no others.
func TestOwnLanguages(t *testing.T) {
	for _, c := range []struct {
		editions []dateline.Edition
		want     string
	}{
		{[]dateline.Edition{{Language: "en"}, {Language: "ar"}}, "English, Arabic"},
		{[]dateline.Edition{{Language: "en"}}, "English"},
	} {
		w := newWorld(t)
		w.rebuilt(c.editions...)
		row := w.site.editions[0].sourceRow(&wire.Source{ID: dateline.OwnSource, Language: "und"})
		if row.Language != c.want {
			t.Errorf("%d editions: %q, want %q", len(c.editions), row.Language, c.want)
		}
	}
}

func TestNewRefusesBadEditions(t *testing.T) {
	w := emptyWorld(t)
	w.pub.Editions = []dateline.Edition{{Language: "en", Zone: "Nowhere"}}
	if _, err := New(Config{Wire: wire.NewReader(w.store, w.pub, time.Now)}); err == nil || !strings.Contains(err.Error(), "zone") {
		t.Errorf("err = %v", err)
	}
}

func TestIsolated(t *testing.T) {
	got := isolated("{2} <at> {1}", "<b>", "{1}")
	if want := "<bdi>{1}</bdi> &lt;at&gt; <bdi>&lt;b&gt;</bdi>"; string(got) != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestSmallWords(t *testing.T) {
	for language, want := range map[string][2]string{
		"en": {"en", "en"}, "ar-EG": {"ar", "ar-EG"}, "und": {"und", ""}, "und-Latn": {"und", ""}, "zh_CN": {"zh", "zh_CN"}, "": {"", ""},
	} {
		if got := [2]string{base(language), tag(language)}; got != want {
			t.Errorf("%q: base and tag %q, want %q", language, got, want)
		}
	}
	for site, want := range map[string]string{
		"https://www.nahr.example/x": "nahr.example", "http://a.example:8080/": "a.example:8080", "nahr": "nahr", "": "",
	} {
		if got := host(site); got != want {
			t.Errorf("host(%q) = %q, want %q", site, got, want)
		}
	}
	if got := escaped("/ar/item/a/سد"); got != "/ar/item/a/%D8%B3%D8%AF" {
		t.Errorf("escaped: %s", got)
	}
	if got := fixed(dateline.Stamp{Time: noon, Zone: "GMT", Precision: dateline.ToDay}); got != "2026-11-22" {
		t.Errorf("a day for programs: %s", got)
	}
}

// FuzzPlace: whatever stands in an address, a page or an error is the answer,
// and a place that is understood is written as it was read.
func FuzzPlace(f *testing.F) {
	for _, seed := range []string{"", ".", "abc.def", "-1.x", "zzzzzzzzzzzzzzzzzzzz.x", "1.2.3"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := http.NewRequest(http.MethodGet, "/en/latest", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.URL.RawQuery = "before=" + text
		place, err := PlaceOf(r)
		if err != nil || place.Item == "" {
			return
		}
		r.URL.RawQuery = withQuery("", map[string][]string{"before": {placeText(place)}})[1:]
		again, err := PlaceOf(r)
		if err != nil || !again.Time.Equal(place.Time) || again.Item != place.Item {
			t.Errorf("%q was read as %v and then as %v, %v", text, place, again, err)
		}
	})
}
