package headline

import "testing"

func TestCutSite(t *testing.T) {
	sites := []string{"Marsa Courier", "marsacourier.example"}
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
