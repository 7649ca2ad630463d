package samplepress

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"dateline"
)

// all loads the press as it stands when it starts at a time.
func all(t *testing.T, start time.Time) map[string]*item {
	t.Helper()
	items, err := load(sources(), start)
	if err != nil {
		t.Fatal(err)
	}
	return items
}

func someDay() time.Time { return time.Date(2026, 11, 22, 14, 0, 0, 0, time.UTC) }

// TestDispatches counts what an editor would ask a sample for.
func TestDispatches(t *testing.T) {
	count := map[string]int{}
	for key, it := range all(t, someDay()) {
		d := it.versions[0]
		count["items"]++
		count[d.Language]++
		count["shown "+string(d.Shown)]++
		count["genre "+string(d.Genre)]++
		count["rights "+d.Rights]++
		count["versions"] += len(it.versions)
		if d.Copy != "" {
			count["copies"]++
		}
		if it.translation != nil {
			count["translations"]++
			if it.translation.versions[0].Language == d.Language {
				t.Errorf("%s and its translation are in one language", key)
			}
		}
		if d.Urgency == dateline.Flash {
			count["flashes"]++
		}
		for _, b := range d.Body {
			count["block "+string(b.Kind)]++
		}
		checkLength(t, key, d)
	}
	for what, least := range map[string]int{
		"items": 80, "en": 36, "ar": 36, "copies": 6, "translations": 40, "flashes": 4, "versions": 86,
		"shown hijri": 1, "shown native": 1, "shown levant": 1, "shown both": 1, "shown maghreb": 1, "shown none": 1,
		"shown nozone": 2, "shown year0": 1, "shown year2099": 1, "genre analysis": 3, "genre opinion": 3, "genre press-release": 8,
		"rights paywalled": 1, "rights no-mining": 1, "block subhead": 5, "block list": 3, "block table": 4, "block quote": 4,
	} {
		if count[what] < least {
			t.Errorf("%s: %d, want at least %d", what, count[what], least)
		}
	}
	if apart := count["en"] - count["ar"]; apart < -10 || apart > 10 {
		t.Errorf("%d in English, %d in Arabic: the wire is bilingual", count["en"], count["ar"])
	}
}

// checkLength bounds a text; flashes and notices are short by nature.
func checkLength(t *testing.T, key string, d *dispatch) {
	t.Helper()
	n := 0
	for _, b := range d.Body {
		n += len(strings.Fields(b.Plain()))
	}
	if n < 20 || n > 520 {
		t.Errorf("%s has %d words", key, n)
	}
}

// TestLanguage holds the copy to the habits of its language.
func TestLanguage(t *testing.T) {
	for key, it := range all(t, someDay()) {
		for _, d := range it.versions {
			text := d.Headline + "\n" + d.Opening + "\n" + (&dateline.Item{Body: d.Body}).Text()
			arabic := 0
			letters := 0
			for _, r := range text {
				if unicode.IsLetter(r) {
					letters++
				}
				if unicode.Is(unicode.Arabic, r) {
					arabic++
				}
			}
			if got := arabic*2 > letters; got != (d.Language == "ar") {
				t.Errorf("%s: %d of %d letters are Arabic, its language is %s", key, arabic, letters, d.Language)
			}
			wrong := []string{"\"", "'", "“ ", " ”", " ,", " .", "  "}
			if d.Language == "ar" {
				wrong = []string{"\"", "“", "”", ",", ";", "?", " ،", " .", "  ", "« ", " »", "انه ", "الى ", "اكد ", "اعلن "}
			}
			for _, w := range wrong {
				if i := strings.Index(text, w); i >= 0 {
					t.Errorf("%s has %q: …%s", key, w, text[max(0, i-40):min(len(text), i+20)])
				}
			}
		}
	}
}

// TestAnyDay starts the press at awkward times: every text is complete then too.
func TestAnyDay(t *testing.T) {
	for _, start := range []time.Time{
		time.Date(2027, 1, 1, 0, 5, 0, 0, time.UTC), time.Date(2028, 2, 29, 23, 59, 0, 0, time.UTC), time.Date(2026, 6, 30, 21, 0, 0, 0, time.UTC),
	} {
		for key, it := range all(t, start) {
			for _, d := range it.versions {
				if text := (&dateline.Item{Body: d.text(), Headline: d.Headline}).Text(); strings.ContainsAny(text+d.Headline, "{}") {
					t.Errorf("%s, started %v: %s", key, start, text)
				}
			}
		}
	}
}

// TestCopies are word for word, up to where they are cut.
func TestCopies(t *testing.T) {
	items := all(t, someDay())
	for key, it := range items {
		d := it.versions[0]
		if d.Copy == "" {
			continue
		}
		name, _, versioned := strings.Cut(d.Copy, ".")
		o := items[name].versions[0]
		if versioned {
			o = items[name].versions[1]
		}
		text, original := (&dateline.Item{Body: d.text()}).Text(), (&dateline.Item{Body: o.text()}).Text()
		if text == "" || !strings.HasPrefix(original, text) || o.At >= d.At {
			t.Errorf("%s is no later copy of %s", key, d.Copy)
		}
	}
}
