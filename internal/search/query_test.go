package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
)

// write renders a query so that tests can name it in one line.
func write(q Query) string {
	var parts []string
	for _, t := range q.Terms {
		parts = append(parts, writeTerm(t))
	}
	for _, t := range q.Not {
		parts = append(parts, "not "+writeTerm(t))
	}
	for _, c := range q.By {
		var names []string
		for _, p := range c {
			names = append(names, strings.Join(p, "_"))
		}
		parts = append(parts, "by "+strings.Join(names, "|"))
	}
	for _, p := range q.NotBy {
		parts = append(parts, "not by "+strings.Join(p, "_"))
	}
	for _, id := range q.NotSources {
		parts = append(parts, "not source "+string(id))
	}
	for _, tag := range q.NotLanguages {
		parts = append(parts, "not lang "+tag)
	}
	for _, names := range q.Said {
		parts = append(parts, "said "+strings.Join(names, "|"))
	}
	for _, id := range q.Sources {
		parts = append(parts, "source "+string(id))
	}
	for _, tag := range q.Languages {
		parts = append(parts, "lang "+tag)
	}
	if !q.After.IsZero() {
		parts = append(parts, "after "+q.After.Format("2006-01-02 MST"))
	}
	if !q.Before.IsZero() {
		parts = append(parts, "before "+q.Before.Format("2006-01-02 MST"))
	}
	return strings.Join(parts, ", ")
}

func writeTerm(t Term) string {
	var choices []string
	for _, c := range t {
		s := strings.Join(c.Words, "_")
		if c.Quoted {
			s = "'" + s + "'"
		}
		choices = append(choices, s)
	}
	return strings.Join(choices, "|")
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"  Oil  PRICES ", "oil, prices"},
		{`"oil prices" rise`, "'oil_prices', rise"},
		{"“oil prices” «gas» „x”", "'oil_prices', 'gas', 'x'"},
		{`"not closed`, "'not_closed'"},
		{`""`, ""},
		{`oil -gas -"north sea" - x -`, "oil, x, not gas, not 'north_sea'"},
		{"oil OR gas prices", "oil|gas, prices"},
		{`a1 OR "b c" OR d1`, "a1|'b_c'|d1"},
		{"OR", "or"},
		{"oil OR", "oil, or"},
		{"OR oil", "or, oil"},
		{"oil or gas", "oil, or, gas"},
		{"oil OR -gas", "oil, or, not gas"},
		{"covid-19 3.5", "covid_19, 3_5"},
		{"نفط،غاز؟", "نفط, غاز"},
		{"oil/gas (x)", "oil, gas, x"},
		{"lang:AR-eg oil", "oil, lang ar-EG"},
		{"SOURCE:MENA-1", "source mena-1"},
		{`by:"Ann Lee" by:Bo`, "by ann_lee, by bo"},
		{"after:2025-07-22 before:٢٠٢٦", "after 2025-07-22 UTC, before 2026-01-01 UTC"},
		{"before:2025-07", "before 2025-07-01 UTC"},
		{"after:2025-02-30", "after_2025_02_30"},
		{"after:soon", "after_soon"},
		{"after: 2025", "after, 2025"},
		{"lang:!", "lang"},
		{"said:peskov ceasefire", "ceasefire, said peskov"},
		{`said:"Dmitry  Peskov" said:بيسكوف`, "said Dmitry Peskov, said بيسكوف"},
		{`said:! said: -said:x`, "said, said, not 'said_x'"},
		{"-source:x oil -SOURCE:Y source:z", "oil, not source x, not source y, source z"},
		{`-lang:ar-EG -lang:en -by:"Ann Lee" -by:بو`, "not by ann_lee, not by بو, not lang ar-EG, not lang en"},
		{"-after:2026 -before:2025-07", "after 2025-07-01 UTC, before 2026-01-01 UTC"},
		{"-source: -lang:! -after:soon -by:!", "not source, not 'lang', not 'after_soon', not 'by'"},
		{"source:a OR source:B oil", "oil, source a, source b"},
		{"oil source:a source:b lang:ar OR lang:en-GB", "oil, source a, source b, lang ar, lang en-GB"},
		{"(source:a OR source:b) oil OR gas", "oil|gas, source a, source b"},
		{"oil OR (gas source:a)", "oil|gas, source a"},
		{"source:a OR oil", "oil, source a"},
		{"-source:a OR oil", "or, oil, not source a"},
		{"by:ann OR by:bo oil", "oil, by ann|bo"},
		{`(by:"Ann Lee" OR by:Bo OR by:dee) by:Cy`, "by ann_lee|bo|dee, by cy"},
		{"by:ann OR oil by:bo", "oil, by ann, by bo"},
		{"by:ann OR OR by:bo", "by ann|bo"},
		{"by:ann OR -by:bo", "by ann, not by bo"},
		{"-by:ann OR by:bo", "or, by bo, not by ann"},
		{"by:ann OR lang:ar", "by ann, lang ar"},
		{"by:ann OR", "by ann"},
		{"by:ann OR by:!", "by, by ann"},
		{"oil OR by:ann OR by:bo", "oil, or, by ann|bo"},
		{"said:nawfal OR said:بيسكوف dam", "dam, said nawfal|بيسكوف"},
		{"said:a OR by:b said:c", "by b, said a, said c"},
		{"after:2025 OR after:2024-03", "after 2024-03-01 UTC"},
		{"after:2024-03 OR after:2025", "after 2024-03-01 UTC"},
		{"after:2024-03 after:2025", "after 2025-01-01 UTC"},
		{"after:2025 after:2024-03", "after 2025-01-01 UTC"},
		{"before:2025 OR before:2024-03", "before 2025-01-01 UTC"},
		{"before:2024-03 OR before:2025", "before 2025-01-01 UTC"},
		{"before:2024-03 before:2025", "before 2024-03-01 UTC"},
		{"-after:2024-03 before:2025 OR before:soon", "before_soon, before 2024-03-01 UTC"},
		{"oil OR source:a", "oil, or, source a"},
		{"(-oil (by:bo))", "not oil, by bo"},
		{"( (", ""},
		{"http://x.example/a", "http, x_example, a"},
		{`צה"ל`, "צה_ל"},
		{"\x00\xff", ""},
	} {
		if got := write(Parse(c.text, time.UTC)); got != c.want {
			t.Errorf("Parse(%q): %s, want %s", c.text, got, c.want)
		}
	}
}

func TestParseNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"kiev", "kiev|kyiv|كييف"},
		{`"kiev"`, "'kiev'"},
		{"Saddam Hussein trial", "saddam_hussein|saddam_hussain|صدام_حسين, trial"},
		{"لصدام حسين", "لصدام_حسين|saddam_hussein|saddam_hussain|صدام_حسين"},
		{"للقاهرة", "للقاهره|cairo|القاهره"},
		{"-kiev", "not kiev"},
		{"moscow OR x", "moscow|x|موسكو"},
	} {
		if got := write(Parse(c.text, time.UTC)); got != c.want {
			t.Errorf("Parse(%q): %s, want %s", c.text, got, c.want)
		}
	}
}

func TestParseDaysBeginInZone(t *testing.T) {
	zone := time.FixedZone("AST", 3*3600)
	q := Parse("after:2025-07-22", zone)
	if got := q.After.UTC(); !got.Equal(time.Date(2025, 7, 21, 21, 0, 0, 0, time.UTC)) {
		t.Errorf("the day begins at %s", got)
	}
	if Parse("after:2025", nil).After.Location() != time.UTC {
		t.Error("without a zone days begin in UTC")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`a OR "b" -c by:"x`, "after:2025-13-99", "«»-:", "-\"", "OR OR OR", "لصدام حسين source:", "1:2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := Parse(text, time.UTC)
		all := slices.Concat(clauses(q.Terms, true), clauses(q.Not, false), clauses(content(q.Terms), false))
		for _, c := range all {
			if len(c) == 0 {
				t.Fatalf("%q: an empty clause", text)
			}
			for _, p := range c {
				checkPhrase(t, p)
			}
		}
		for _, p := range slices.Concat(q.By...) {
			checkPhrase(t, p)
		}
		statWords(q.Terms)
		_ = fmt.Sprint(write(q))
	})
}

// checkPhrase fails for words that a store could take for something else.
func checkPhrase(t *testing.T, p dateline.Phrase) {
	t.Helper()
	if len(p) == 0 {
		t.Fatal("an empty phrase")
	}
	for _, w := range p {
		if w == "" || strings.ContainsAny(w, " \"*()-:^+") {
			t.Fatalf("index word %q", w)
		}
	}
}

// TestNamesAmongChoices: an OR between names finds either in every spelling; what is
// in quote marks is meant as it is written.
func TestNamesAmongChoices(t *testing.T) {
	for text, want := range map[string]string{
		"Kiev OR Odessa":         "kiev odessa kyiv كييف odesa اوديسا",
		"بوتين OR merkel":        "بوتين merkel putin poutine ميركل",
		`Kiev OR "Odessa"`:       "kiev odessa kyiv كييف",
		"Kiev OR Kyiv":           "kiev kyiv كييف",
		"وبوتين OR ferry":        "وبوتين ferry putin poutine بوتين",
		"ferry OR harbour":       "ferry harbour",
		"Khan-Younis OR harbour": "khan younis harbour khan yunis khan yunus خان يونس",
	} {
		q := Parse(text, nil)
		if len(q.Terms) != 1 {
			t.Errorf("%s: %d terms", text, len(q.Terms))
			continue
		}
		var got []string
		for _, c := range q.Terms[0] {
			got = append(got, c.Words...)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", text, strings.Join(got, " "), want)
		}
	}
	for _, name := range []string{"", "،", "😀"} {
		if got := Spellings(name); !slices.Equal(got, []string{name}) {
			t.Errorf("spellings of %q: %q", name, got)
		}
	}
}
