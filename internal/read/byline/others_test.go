package byline

import (
	"strings"
	"testing"
)

func TestOthers(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Edited by Bob Ray", "Bob Ray"},
		{"Edited by: Bob Ray", "Bob Ray"},
		{"Medically reviewed by\nCarol Dee, MD", "Carol Dee, MD"},
		{"Written by Ann Lee\n|\nFact checked by Bob Ray", "Bob Ray"},
		{"Edited by:", ""},
		{"Researched by Bob Ray", "Bob Ray"},
		{"Written by Ann Lee", ""},
		{"Written and edited by Ann Lee", "Ann Lee"},
		{"The storm was photographed from the old quay by Ann Lee", ""},
		{"Ann Lee\nHarbour editor", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(Others(strings.Split(tt.in, "\n")), "; "); got != tt.want {
			t.Errorf("Others(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestWithout(t *testing.T) {
	people := func(p Place, names ...string) Candidate { return Candidate{Reading{People: names}, p} }
	names := func(list []Candidate) string { return strings.Join(Choose(list).Names(), "; ") }
	list := []Candidate{people(Marked, "Ann Lee", "Bob Ray"), people(Data, "Ann Lee"), people(Marked, "Bob Ray")}
	if got := names(Without(list, []string{"Bob Ray"})); got != "Ann Lee" {
		t.Errorf("the editor is not taken away: %q", got)
	}
	list = []Candidate{people(Labelled, "Ann Lee"), people(Marked, "Ann Lee")}
	if got := names(Without(list, []string{"Ann Lee"})); got != "Ann Lee" {
		t.Errorf("who wrote and edited is taken away: %q", got)
	}
	if list := []Candidate{people(Meta, "Ann Lee")}; names(Without(list, nil)) != "Ann Lee" {
		t.Error("nobody else, and the author is gone")
	}
}
