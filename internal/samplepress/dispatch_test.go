package samplepress

import (
	"errors"
	"strings"
	"testing"
	"time"

	"dateline"
)

func TestParse(t *testing.T) {
	d, err := parse("barid-en/harbour.2.txt", "headline: Harbour: open\nat: -3h12m\nsection: Region\nurgency: 2\n"+
		"genre: press release\nchange: one => two\n\nFirst line\nof a paragraph.\n\n## Sub\n\n- a\n- b\n\n> Said.\n\n| | x |\n| 1 | 2 |\n")
	if err != nil {
		t.Fatal(err)
	}
	if d.Source != "barid-en" || d.Slug != "harbour" || d.Version != 2 || d.At != -3*time.Hour-12*time.Minute ||
		d.Headline != "Harbour: open" || d.Urgency != 2 || d.Genre != dateline.PressRelease || d.Change != [2]string{"one", "two"} {
		t.Errorf("parse = %+v", d)
	}
	var got []string
	for _, b := range d.Body {
		got = append(got, string(b.Kind)+"="+b.Plain())
	}
	want := "p=First line of a paragraph.; subhead=Sub; list=a\nb; quote=Said.; table=\tx\n1\t2"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("body = %q, want %q", s, want)
	}
}

func TestParseRefuses(t *testing.T) {
	const good = "headline: H\nat: -1h\nsection: S\n"
	for name, text := range map[string]string{
		"unknown header":  good + "weather: fine\n\nText.",
		"no header":       good + "weather\n\nText.",
		"empty header":    good + "byline:\n\nText.",
		"header twice":    good + "at: -2h\n\nText.",
		"no at":           "headline: H\nsection: S\n\nText.",
		"no duration":     "headline: H\nat: soon\nsection: S\n\nText.",
		"no section":      "headline: H\nat: -1h\n\nText.",
		"no text":         good,
		"unknown genre":   good + "genre: poem\n\nText.",
		"unknown form":    good + "shown: mayan\n\nText.",
		"unknown rights":  good + "rights: all\n\nText.",
		"unknown tongue":  good + "language: tlh\n\nText.",
		"urgency a word":  good + "urgency: high\n\nText.",
		"change of first": good + "change: a => b\n\nText.",
	} {
		if _, err := parse("a/b.txt", text); err == nil {
			t.Errorf("%s: parsed", name)
		}
	}
	for _, name := range []string{"a.txt", "a/b.1.txt", "a/b.x.txt", "a/.txt"} {
		if _, err := parse(name, good+"\nText."); !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("parse(%q) = %v, want ErrInvalid", name, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	all, err := files.ReadDir("dispatches/port")
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range all {
		text, err := files.ReadFile("dispatches/port/" + e.Name())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	s := sources()[0]
	f.Fuzz(func(t *testing.T, text string) {
		d, err := parse("barid-en/x.txt", text)
		if err != nil {
			return
		}
		d.Language, d.Months = "en", ""
		if d.resolve(s, time.Date(2026, 11, 22, 14, 0, 0, 0, time.UTC)) == nil && d.Headline == "" {
			t.Error("no headline")
		}
	})
}

func TestResolve(t *testing.T) {
	start := time.Date(2026, 11, 22, 22, 30, 0, 0, time.UTC) // 23 November in Qulzar
	tests := []struct{ language, months, digits, in, want string }{
		{"en", "", "", "{weekday}, {date}", "Sunday, 22 November"},
		{"en", "", "", "{fulldate +2d}", "24 November 2026"},
		{"en", "", "", "{weekday @+0h} at {clock @+0h}", "Monday at 01:30"},
		{"en", "", "", "{clock -1h}", "22:30"},
		{"ar", "levant", "", "يوم {weekday} {date}", "يوم الأحد 22 تشرين الثاني"},
		{"ar", "egypt", "arab", "{fulldate}", "٢٢ نوفمبر ٢٠٢٦"},
		{"ar", "both", "", "{date +30d}", "22 كانون الأول/ديسمبر"},
		{"ar", "maghreb", "", "{date}", "22 نونبر"},
		{"ar", "", "", "{hijri}", "11 جمادى الآخرة 1448"},
		{"ar", "", "arab", "{hijri}", "١١ جمادى الآخرة ١٤٤٨"},
	}
	for _, tt := range tests {
		d := dispatch{At: -2 * time.Hour, Language: tt.language, Months: tt.months, Digits: tt.digits, Headline: tt.in}
		if err := d.resolve(sources()[0], start); err != nil || d.Headline != tt.want {
			t.Errorf("%s %q = %q, %v; want %q", tt.language, tt.in, d.Headline, err, tt.want)
		}
	}
	for _, bad := range []string{"{moon}", "{date soon}", "{}", "{date +xd}"} {
		d := dispatch{Language: "en", Headline: bad}
		if err := d.resolve(sources()[0], start); !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("%q resolves: %v", bad, err)
		}
	}
}

func TestHijri(t *testing.T) {
	// Days whose dates are printed in many almanacs of the tabular calendar.
	for in, want := range map[string]string{
		"2000-04-06": "1 محرم 1421",
		"2023-07-19": "1 محرم 1445",
		"2024-07-07": "30 ذو الحجة 1445",
		"2024-07-08": "1 محرم 1446",
		"2025-03-01": "1 رمضان 1446",
	} {
		day, err := time.Parse(time.DateOnly, in)
		if err != nil {
			t.Fatal(err)
		}
		e, err := sources()[1].edition("ar", "", "")
		if err != nil {
			t.Fatal(err)
		}
		if got := hijri(day, e); got != want {
			t.Errorf("hijri(%s) = %q, want %q", in, got, want)
		}
	}
}

// TestChange guards the versions that only say what changes.
func TestChange(t *testing.T) {
	before := &dispatch{At: 1, Version: 1, Body: parseBlocks("It was one.")}
	after := &dispatch{At: 2, Version: 2, Note: "CORRECTION: it was two.", Change: [2]string{"one", "two"}}
	if err := after.follow(before); err != nil || after.Body[0].Text != "It was two." || before.Body[0].Text != "It was one." {
		t.Errorf("follow = %v, %q after %q", err, after.Body[0].Text, before.Body[0].Text)
	}
	after = &dispatch{At: 2, Version: 2, Change: [2]string{"three", "two"}}
	if err := after.follow(before); err == nil {
		t.Error("a change of what is not there is accepted")
	}
}
