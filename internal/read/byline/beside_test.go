package byline

import (
	"reflect"
	"testing"
)

// TestBesidePost reads names that nothing marks but the post behind them.
func TestBesidePost(t *testing.T) {
	tests := []struct {
		line string
		want []string
	}{
		{"Ann Lee, Reporter", []string{"Ann Lee"}},
		{"ANN LEE, Reporter", []string{"Ann Lee"}},
		{"Ann Lee Staff Writer", []string{"Ann Lee"}},
		{"Ann Lee Political correspondent", []string{"Ann Lee"}},
		{"Ann Lee, The Associated Press", []string{"Ann Lee"}},
		{"From Ann Lee in Beirut", []string{"Ann Lee"}},
		{"Ann Lee @annlee", []string{"Ann Lee"}},
		{"Ann Lee, Bob Ray", []string{"Ann Lee", "Bob Ray"}},
		{"From New York", nil},
		{"Harbour Editor", nil},
		{"Quay and Market Reporter", nil},
		{"Letters, Editor", nil},
		{"Small Ships, Reporter", nil}, // the text speaks of ships
	}
	ships := func(word string) bool { return word == "ships" || word == "market" || word == "york" }
	for _, tt := range tests {
		if got := Beside([]string{tt.line, "3 July 2026"}, ships).People; !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.line, got, tt.want)
		}
	}
}

// TestInLineMore reads what newspapers set before names and behind them.
func TestInLineMore(t *testing.T) {
	for in, want := range map[string][]string{
		"By Ann Lee in Washington and Bob Ray in Beirut": {"Ann Lee", "Bob Ray"},
		"By Ann Lee in Ports and Harbours":               {"Ann Lee"},
		"Analysis by Ann Lee":                            {"Ann Lee"},
		"Special report by Ann Lee":                      {"Ann Lee"},
		"Opinion by Ann Lee and Bob Ray":                 {"Ann Lee", "Bob Ray"},
		"By Ann Lee Special to the Courier":              {"Ann Lee"},
		"Medical review by Ann Lee":                      nil,
		"A report by the harbour board":                  nil,
	} {
		if r, _ := InLine(in); !reflect.DeepEqual(r.People, want) {
			t.Errorf("%s: %q, want %q", in, r.People, want)
		}
	}
}
