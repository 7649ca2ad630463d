package desk

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"dateline"
)

// asShown is what the form of a source's page would send.
func (v *visitor) asShown(id string) url.Values {
	v.t.Helper()
	page := v.get("/desk/source/" + id + "?lang=en").Body.String()
	form := url.Values{"lang": {"en"}, "source": {id}}
	for _, m := range regexp.MustCompile(`<input (?:type="hidden" )?name="([a-z-]+)" value="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if m[1] != "lang" {
			form.Set(m[1], m[2])
		}
	}
	for _, m := range regexp.MustCompile(`(?s)<select name="([a-z]+)">(.*?)</select>`).FindAllStringSubmatch(page, -1) {
		if chosen := regexp.MustCompile(`value="([^"]*)" selected`).FindStringSubmatch(m[2]); chosen != nil {
			form.Set(m[1], chosen[1])
		}
	}
	if len(form) < 13 {
		v.t.Fatalf("the form of %s has only %v", id, form)
	}
	return form
}

func (v *visitor) source(id dateline.SourceID) dateline.Source {
	v.t.Helper()
	s, err := v.page.config.Sources.Source(context.Background(), id)
	if err != nil {
		v.t.Fatal(err)
	}
	return s
}

// TestSettingsOfASource saves a source's form as it is, then with other settings, and reads
// them in both languages.
func TestSettingsOfASource(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	v.poll()
	before := v.source("bright")
	if w := v.post("/desk/source", v.asShown("bright")); w.Header().Get("Location") != "/desk/source/bright?done=set&lang=en" {
		t.Fatalf("%d to %q: %s", w.Code, w.Header().Get("Location"), w.Body)
	}
	after := v.source("bright")
	if after.Name != before.Name || after.Names["ar"] != before.Names["ar"] || after.Kind != "" || after.Retired || after.Feed != before.Feed || after.Poll.PerDay != before.Poll.PerDay {
		t.Errorf("saved as it was: %+v, was %+v", after, before)
	}
	form := v.asShown("bright")
	for name, value := range map[string]string{
		"name": "Bright News", "name-ar": "المشرق", "usage": "full", "reason": "contract of 3 May", "rule": "hold", "lost": "kill",
		"pages": "always", "again": "never", "kind": "agency", "language": "ar", "zone": "Africa/Cairo", "retired": "1",
	} {
		form.Set(name, value)
	}
	if w := v.post("/desk/source", form); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	for lang, wants := range map[string][]string{
		"en": {"Saved.", "<bdi>Bright News</bdi>", `value="contract of 3 May"`, `value="hold" selected>held until a person decides`, `value="full" selected>full text`, `aria-current="true">Sources`, " checked", `href="https://bright.example/feed"`},
		"ar": {"حُفظت الإعدادات.", "<bdi>المشرق</bdi>", `value="kill" selected>يُسحب الخبر`, `value="always" selected>دائمًا`, "الاسم في الطبعة العربية", `value="Africa/Cairo"`},
	} {
		page := bare(v.get("/desk/source/bright?done=set&lang=" + lang).Body.String())
		for _, want := range wants {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %q", lang, want)
			}
		}
	}
	v.says("/desk/sources?lang=en", true, `href="/desk/source/bright?lang=en"`)
}

// TestLanguagesOfASource: one is chosen by its name; a tag with a region stays what it is.
func TestLanguagesOfASource(t *testing.T) {
	v := newVisitor(t)
	for tag, want := range map[string]string{"": "unknown", "ar": "Arabic", "ar-EG": "Arabic (ar-EG)"} {
		all := languagesOf(v.page.editions[0], tag)
		seen, chosen := map[string]bool{}, []string{}
		for _, c := range all {
			if seen[c.Value] {
				t.Errorf("%s is there twice", c.Value)
			}
			if seen[c.Value] = true; c.Chosen {
				chosen = append(chosen, c.Label, c.Value)
			}
		}
		if len(all) < 30 || len(chosen) != 2 || chosen[0] != want || chosen[1] != tag {
			t.Errorf("%q: of %d %q is chosen", tag, len(all), chosen)
		}
	}
}

// TestSettingsRefused says what is wrong and changes nothing; the publication's own source
// has no form; outside nobody sees or sends one.
func TestSettingsRefused(t *testing.T) {
	v := newVisitor(t)
	v.poll()
	if a, b := v.get("/desk/source/bright").Code, v.post("/desk/source", url.Values{"source": {"bright"}, "name": {"X"}}).Code; a != http.StatusForbidden || b != http.StatusForbidden {
		t.Errorf("from outside: %d %d", a, b)
	}
	v.enter()
	for field, c := range map[string][3]string{
		"usage": {"full", "Full text needs a reason", "لا يُنشر النص كاملًا من دون سبب"},
		"zone":  {"Cairo", "Cairo is no zone such as Africa/Cairo.", "لا منطقة زمنية باسم Cairo؛"},
		"rule":  {"banana", "banana cannot be set here.", "banana ليس من الخيارات هنا."},
	} {
		for i, lang := range []string{"en", "ar"} {
			form := v.asShown("bright")
			form.Set(field, c[0])
			form.Set("lang", lang)
			if w := v.post("/desk/source", form); w.Code != http.StatusBadRequest || !strings.Contains(bare(w.Body.String()), c[i+1]) {
				t.Errorf("%s in %s: %d, and no %q", field, lang, w.Code, c[i+1])
			}
		}
	}
	if s := v.source("bright"); s.Usage != "" && s.Usage != dateline.UsageExcerpt {
		t.Errorf("usage is %q", s.Usage)
	}
	if w := v.get("/desk/source/none"); w.Code != http.StatusNotFound {
		t.Errorf("a source that is none: %d", w.Code)
	}
	err := v.store.Update(context.Background(), func(tx dateline.Tx) error {
		return tx.PutSource(context.Background(), dateline.Source{ID: dateline.OwnSource, Name: "Marsa"}, v.now)
	})
	if err != nil {
		t.Fatal(err)
	}
	v.says("/desk/source/own?lang=en", false, "<select")
	v.says("/desk/source/own?lang=ar", true, "الوكالة نفسها")
}
