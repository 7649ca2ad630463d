package byline

import (
	"strings"
	"testing"
)

func TestChoose(t *testing.T) {
	people := func(p Place, names ...string) Candidate { return Candidate{Reading{People: names}, p} }
	outlet := func(p Place, name string) Candidate { return Candidate{Reading{Outlet: name}, p} }
	tests := []struct {
		name       string
		candidates []Candidate
		want       string
	}{
		{"nobody", nil, ""},
		{"what readers see goes before what machines are told, however often",
			[]Candidate{people(Data, "Web Master"), people(Meta, "Web Master"), people(Account, "Web Master"), people(Labelled, "Ann Lee")}, "Ann Lee"},
		{"the whole list, where others give its first name",
			[]Candidate{people(Data, "Ann Lee"), people(Meta, "Ann Lee"), people(Labelled, "Ann Lee", "Bob Ray")}, "Ann Lee; Bob Ray"},
		{"the fuller name", []Candidate{people(Meta, "Ann"), people(Classed, "Ann Lee")}, "Ann Lee"},
		{"degrees", []Candidate{people(Data, "Ann Lee"), people(Labelled, "Ann Lee, MD")}, "Ann Lee, MD"},
		{"a far element alone", []Candidate{people(Far, "Carol Dee")}, ""},
		{"a person, where the system gives the outlet", []Candidate{outlet(Data, "Marsa"), people(NearDate, "Ann Lee")}, "Ann Lee"},
		{"the outlet, where readers see it and somebody is named far away", []Candidate{outlet(Labelled, "Marsa"), people(Far, "Carol Dee")}, ""},
		{"an account that only the system names", []Candidate{people(Meta, "annlee7"), people(Data, "annlee7"), people(Ending, "annlee7")}, ""},
		{"an account that readers see", []Candidate{people(Meta, "annlee7"), people(Classed, "annlee7")}, "annlee7"},
		{"a first name that only the system names", []Candidate{people(Meta, "Ann")}, "Ann"},
		{"a link to an author", []Candidate{people(Linked, "Ann Lee"), people(Far, "Carol Dee")}, "Ann Lee"},
		{"a list of names, where others give the first with degrees",
			[]Candidate{people(Meta, "Ann Lee", "Bob Ray"), people(Meta, "Ann Lee"), people(Classed, "Ann Lee, PhD"), people(Classed, "Bob Ray"), people(Far, "Ann Lee, PhD")}, "Ann Lee; Bob Ray"},
		{"a desk, where the end names somebody, perhaps of another item", []Candidate{{Reading{Desk: "Team Marsa"}, Labelled}, people(Ending, "Ann Lee")}, "Team Marsa"},
		{"a desk", []Candidate{{Reading{Desk: "Marsa Staff"}, Labelled}, outlet(Meta, "Marsa")}, "Marsa Staff"},
	}
	for _, tt := range tests {
		if got := strings.Join(Choose(tt.candidates).Names(), "; "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestBeside(t *testing.T) {
	ordinary := func(w string) bool { return w == "market" || w == "prices" || w == "cloud" }
	tests := []struct {
		name  string
		lines []string
		want  string
	}{
		{"on the line of the date", []string{"Dec 26, 2025 • Ann Lee in Harbours"}, "Ann Lee"},
		{"above it", []string{"Ann Lee", "26.12.2025 · 6 min read"}, "Ann Lee"},
		{"below it", []string{"2025-12-26·", "Ann Lee"}, "Ann Lee"},
		{"glued to it", []string{"Dec 26, 2025Ann B. Lee"}, "Ann B. Lee"},
		{"several", []string{"Ann Lee, Bob Ray", "26 December 2025"}, "Ann Lee; Bob Ray"},
		{"a desk", []string{"The Marsa Team", "26 December 2025"}, "The Marsa Team"},
		{"a section", []string{"Market Prices", "26 December 2025"}, ""},
		{"one word of a section", []string{"Cloud Lee", "26 December 2025"}, ""},
		{"buttons", []string{"Share Article", "26 December 2025", "Last Modified"}, ""},
		{"a half of the day and a zone", []string{"26 Dec 2025, 02:32 PM IST"}, ""},
		{"the same, in an element of its own", []string{"Friday, 26 Dec 2025", "11:39 P.M. MYT"}, ""},
		{"a name behind them", []string{"26 Dec 2025, 02:32 PM IST Ann Lee"}, "Ann Lee"},
		{"more buttons", []string{"Tweet This", "26 December 2025", "Reset Password"}, ""},
		{"where a wiki's page is from", []string{"From MarsaWiki", "26 December 2025"}, ""},
		{"labels of papers", []string{"Volume No. 12", "26 December 2025", "Effective Date"}, ""},
		{"codes of languages", []string{"En Es", "26 December 2025"}, ""},
		{"a menu", []string{"Ann Lee\nBob Ray", "26 December 2025"}, ""},
		{"too far away", []string{"Ann Lee", "x", "y", "26 December 2025"}, ""},
		{"no date", []string{"Ann Lee", "Harbour Street"}, ""},
		{"the outlet", []string{"Marsa Courier", "26 December 2025"}, ""},
	}
	for _, tt := range tests {
		if got := strings.Join(Beside(tt.lines, ordinary, "Marsa Courier").Names(), "; "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
