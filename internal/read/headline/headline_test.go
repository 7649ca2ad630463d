package headline

import (
	"strings"
	"testing"
)

func TestCutSite(t *testing.T) {
	sites := []string{"", "Marsa Courier", "marsacourier.example", "مرسى نيوز"}
	tests := []struct{ in, want string }{
		{"Harbour opens after storm | Marsa Courier", "Harbour opens after storm"},
		{"Harbour opens after storm - Marsa Courier", "Harbour opens after storm"},
		{"Harbour opens after storm – The Marsa Courier", "Harbour opens after storm"},
		{"Harbour opens after storm | News | Marsa Courier", "Harbour opens after storm"},
		{"Marsa Courier - Harbour opens after storm", "Harbour opens after storm"},
		{"Marsa Courier: Harbour opens after storm", "Harbour opens after storm"},
		{"Harbour opens after storm | World", "Harbour opens after storm"},
		{"Harbour opens - after storm", "Harbour opens - after storm"},
		{"Cairo: Harbour opens", "Cairo: Harbour opens"},
		{"Marsa Courier wins prize: Harbour opens", "Marsa Courier wins prize: Harbour opens"},
		{"افتتاح الميناء بعد العاصفة | مرسى", "افتتاح الميناء بعد العاصفة"},
		{"Harbour opens | One two three four five", "Harbour opens | One two three four five"}, // no shorter than the headline
		{"Harbour opens again after the storm | One two three four five", "Harbour opens again after the storm"},
		{"The harbour opens again after the storm | One two three four five six", "The harbour opens again after the storm | One two three four five six"},
		{"Harbour opens | a | b | c | d", "Harbour opens | a"}, // three parts at most
		{"Harbour opens after storm |", "Harbour opens after storm"},
		{"Harbour opens after storm| Marsa Courier", "Harbour opens after storm"},
		{"Marsa Courier: Harbour", "Marsa Courier: Harbour"}, // too little would be left
		{"Marsa Courier - Harbour", "Marsa Courier - Harbour"},
		{"The Marsa Courier: Harbour opens", "Harbour opens"},
		{"Marsa Courier sport | Harbour opens after storm", "Harbour opens after storm"},
		{"مرسى نيوز: افتتاح الميناء", "افتتاح الميناء"},
		{"مرسى نيوز - افتتاح الميناء - مرسى نيوز", "افتتاح الميناء"},
		{"", ""},
		{" | ", ""},
	}
	for _, tt := range tests {
		if got := CutSite(tt.in, sites); got != tt.want {
			t.Errorf("CutSite(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestTail(t *testing.T) {
	for in, want := range map[string]string{
		"Harbour opens | Marsa Courier": "Marsa Courier",
		"افتتاح الميناء - مرسى نيوز":    "مرسى نيوز",
		"Harbour opens": "",
		"Harbour opens - and the old market opens, too": "",
		"Harbour opens - One two three four":            "One two three four",
		"Harbour - opens | Marsa Courier":               "Marsa Courier",
		"| Marsa":                                       "Marsa",
	} {
		if got := Tail(in); got != want {
			t.Errorf("Tail(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestChoose(t *testing.T) {
	sites := []string{"Marsa Courier"}
	tests := []struct {
		name string
		c    Candidates
		want string
	}{
		{"the h1 that the title confirms", Candidates{H1: []string{"Marsa Courier", "Harbour opens after storm"}, Title: "Harbour opens after storm | Marsa Courier"}, "Harbour opens after storm"},
		{"the h1, not what is said to machines", Candidates{H1: []string{"Harbour opens after the great storm"}, OG: "Great storm: harbour opens", Title: "Harbour opens after the great storm"}, "Harbour opens after the great storm"},
		{"no h1", Candidates{OG: "Harbour opens after storm", Title: "Marsa Courier"}, "Harbour opens after storm"},
		{"an h1 of the section", Candidates{H1: []string{"World news"}, OG: "Harbour opens after storm", Title: "Harbour opens after storm - Marsa Courier"}, "Harbour opens after storm"},
		{"an h1 alone", Candidates{H1: []string{"Harbour opens"}}, "Harbour opens"},
		{"an h1 without any words beside, of the site", Candidates{H1: []string{"Marsa Courier", "Harbour opens"}}, "Harbour opens"},
		{"structured data before the rest", Candidates{Data: "Harbour opens", OG: "Great storm", Title: "Weather"}, "Harbour opens"},
		{"structured data with the site's name alone", Candidates{Data: "Marsa Courier", OG: "Great storm", Title: "Weather"}, "Great storm"},
		{"the title alone", Candidates{OG: "Marsa Courier", Title: "Weather in Marsa"}, "Weather in Marsa"},
		{"an h1 that is a text", Candidates{H1: []string{"Harbour opens " + strings.Repeat("x", 237)}, Title: "Harbour opens"}, "Harbour opens"},
		{"an h1 that is nearly one", Candidates{H1: []string{"Harbour opens " + strings.Repeat("x", 236)}, Title: "Harbour opens"}, "Harbour opens " + strings.Repeat("x", 236)},
		{"of two that are alike the first", Candidates{H1: []string{"Harbour opens after storm", "After storm Harbour opens"}, Title: "Harbour opens after storm"}, "Harbour opens after storm"},
		{"a hint of a short one", Candidates{H1: []string{"Storm harbour guide notes"}, OG: "Harbour opens again with all its ships"}, "Harbour opens again with all its ships"},
		{"what is marked and is the site's", Candidates{Marked: "Marsa Courier", OG: "Harbour opens, Marsa Courier says"}, "Harbour opens, Marsa Courier says"},
		{"what is marked in other words", Candidates{Marked: "Harbour opens after four long days", OG: "Harbour opens, storm ends"}, "Harbour opens, storm ends"},
		{"the site alone", Candidates{H1: []string{"Marsa Courier"}, Title: "Marsa Courier"}, ""},
		{"in Arabic", Candidates{H1: []string{"محليات", "افتتاح الميناء بعد العاصفة"}, Title: "افتتاح الميناء بعد العاصفة - مرسى"}, "افتتاح الميناء بعد العاصفة"},
		{"nothing", Candidates{}, ""},
		{"the one h1, which the title hints at in other words", Candidates{H1: []string{"After the storm: what to know about the harbour"}, OG: "Harbour opens after storm, all you must know", Title: "Harbour guide"}, "After the storm: what to know about the harbour"},
		{"the one h1, of which nothing else is said", Candidates{H1: []string{"Everything that our readers wrote today"}, OG: "Harbour opens after storm"}, "Harbour opens after storm"},
		{"a subhead of one word", Candidates{H1: []string{"marsa.txt", "Harbour", "Conclusion"}, OG: "Harbour opens after storm, with all its ships"}, "Harbour opens after storm, with all its ships"},
		{"the one h1 of one word", Candidates{H1: []string{"Harbour"}, OG: "Harbour: definition and meaning"}, "Harbour"},
		{"the site, by the end of the title", Candidates{H1: []string{"Quay Notes"}, Title: "Harbour opens after storm | Quay Notes"}, "Harbour opens after storm"},
		{"structured data cut short", Candidates{OG: "Harbour opens after a storm that kept ships out for a week, and the old market on the eastern shore opens too (again)",
			Data: "Harbour opens after a storm that kept ships out for a week, and the old market on the eastern shore op…"},
			"Harbour opens after a storm that kept ships out for a week, and the old market on the eastern shore opens too (again)"},
		{"an h1 of the section, and one that is marked", Candidates{H1: []string{"Quay!"}, Marked: "Harbour opens after storm", Title: "Marsa Courier | marsa.example - Harbour opens after storm"}, "Harbour opens after storm"},
		{"one that is marked, of another item", Candidates{Marked: "Market opens", OG: "Harbour opens after storm"}, "Harbour opens after storm"},
		{"a word for the kind, which only readers see", Candidates{H1: []string{"Blog: Harbour opens after storm"}, Title: "Harbour opens after storm | Marsa Courier"}, "Harbour opens after storm"},
		{"a word that the page repeats", Candidates{H1: []string{"Harbour: open after storm"}, Title: "Harbour: open after storm | Marsa Courier"}, "Harbour: open after storm"},
		{"a headline that begins with the site's name", Candidates{H1: []string{"Marsa Courier wins the great prize again", "Ships"}, Title: "Marsa Courier wins the great prize again"}, "Marsa Courier wins the great prize again"},
	}
	for _, tt := range tests {
		tt.c.Sites = sites
		if got := Choose(tt.c); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestIsSite(t *testing.T) {
	sites := []string{"www.marsa.example", "The Marsa Courier", "BBC"}
	for in, want := range map[string]bool{
		"Marsa Courier": true, "marsacourier": true, "Marsa Courier News": true, "Marsa Courier of the old coast": false, "Courier": true, "Marsa": true, "marsa.example": true, "MARSA": true,
		"BBC": true, "BBC News": false, "": true, "—": true, "Mar": false, "Marsala wines win": false, "ميناء": false,
	} {
		if got := isSite(in, sites); got != want {
			t.Errorf("isSite(%q) = %v", in, got)
		}
	}
}

func TestKey(t *testing.T) {
	for in, want := range map[string]string{
		" The Marsa-Courier ": "marsacourier", "www.marsa.com": "marsa", "marsa.co.uk": "marsa", "news.marsa.example": "newsmarsaexample", "marsa.info": "marsa", "a.b": "ab",
		"Marsa No. 5": "marsano5", "U.S. News": "usnews", "مرسى اليوم": "مرسىاليوم", "": "",
	} {
		if got := key(in); got != want {
			t.Errorf("key(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLikeness(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want float64
	}{
		{"Harbour opens", "The harbour opens again", 1}, {"Harbour", "Harbour opens", 0.5}, {"Harbour opens today", "Harbour shuts today", 2.0 / 3},
		{"", "Harbour", 0}, {"—", "—", 0}, {"افتتاح الميناء", "«افتتاح الميناء» اليوم", 1}, {"Harbour harbour", "Harbour opens", 0.5},
	} {
		for _, got := range []float64{Likeness(tt.a, tt.b), Likeness(tt.b, tt.a)} {
			if got != tt.want {
				t.Errorf("%q and %q: %v, want %v", tt.a, tt.b, got, tt.want)
			}
		}
	}
}

func FuzzCutSite(f *testing.F) {
	f.Add("Harbour opens | Marsa", "Marsa")
	f.Add(" | - ", "")
	f.Fuzz(func(t *testing.T, title, site string) {
		if got := CutSite(title, []string{site}); len(got) > len(title) {
			t.Errorf("CutSite(%q) grew", title)
		}
		Choose(Candidates{H1: []string{title}, OG: site, Title: title, Sites: []string{site}})
	})
}

// TestShown: without an h1 the line that the text begins under tells which part of a
// title is the name of the site.
func TestShown(t *testing.T) {
	for _, tt := range []struct{ title, line, want string }{
		{"Marsa Courier - Harbour opens after storm", "Harbour opens after storm", "Harbour opens after storm"},
		{"Harbour opens after storm - Marsa Courier", "Harbour opens after storm", "Harbour opens after storm"},
		{"صحيفة المرسى - افتتاح الميناء بعد العاصفة", "افتتاح الميناء بعد العاصفة", "افتتاح الميناء بعد العاصفة"},
		{"Marsa Courier - Harbour opens after storm", "Marsa Courier", "Marsa Courier - Harbour opens after storm"},
		{"Marsa Courier: Harbour opens after storm", "Harbour opens after storm", "Marsa Courier: Harbour opens after storm"},
		{"Marsa - Harbour", "Harbour", "Marsa - Harbour"},
	} {
		if got := Choose(Candidates{Title: tt.title, Lines: []string{"Friday", tt.line}}); got != tt.want {
			t.Errorf("%q, %q: %q, want %q", tt.title, tt.line, got, tt.want)
		}
	}
	if got := Choose(Candidates{OG: "Marsa - Harbour opens after storm", Lines: []string{"Harbour opens after storm"}}); got != "Marsa - Harbour opens after storm" {
		t.Errorf("what the page tells those who link to it became %q", got)
	}
}

// TestUntitled: a title that all pages of a site have is no headline where the page shows one.
func TestUntitled(t *testing.T) {
	for _, tt := range []struct {
		name string
		c    Candidates
		want string
	}{
		{"a line like a headline", Candidates{Title: "Quay Notes", Head: "Harbour opens after storm"}, "Harbour opens after storm"},
		{"the one h1", Candidates{Title: "Quay Notes", H1: []string{"Harbour opens again after storm"}, Head: "Twelve ships come in"}, "Harbour opens again after storm"},
		{"a motto", Candidates{Title: "Quay Notes: news from afar", Head: "Harbour opens again after a week of storm"}, "Harbour opens again after a week of storm"},
		{"a title of some of its words", Candidates{Title: "Harbour opens after storm", Head: "Storm: what we know of the harbour"}, "Harbour opens after storm"},
		{"a longer title", Candidates{Title: "Ships are back in the old port", Head: "Harbour opens again after a week of storm"}, "Ships are back in the old port"},
		{"what is told to others", Candidates{Title: "Quay Notes", OG: "Ships are back", Head: "Harbour opens after storm"}, "Ships are back"},
		{"a line of three words", Candidates{Title: "Quay Notes", Head: "Harbour opens again"}, "Quay Notes"},
	} {
		if got := Choose(tt.c); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	for in, want := range map[string]string{"عام / ميناء مرسى يعود إلى العمل": "ميناء مرسى يعود إلى العمل", "عام / حداد": "عام / حداد", "السوق / ميناء مرسى يعود": "السوق / ميناء مرسى يعود"} {
		if got := cutDesk(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}
