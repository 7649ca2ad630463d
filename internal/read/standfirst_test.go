package read

import (
	"testing"

	"dateline"
)

func TestDropEcho(t *testing.T) {
	const own = "Negotiators parted without a timetable."
	tests := []struct{ name, standfirst, want string }{
		{"own words", own, own},
		{"the headline again", "Water talks resume in Deir Lawz", ""},
		{"the headline again, with a stop", "Water talks resume in Deir Lawz.", ""},
		{"the text, cut", "Delegations met for two hours at the old …", ""},
		{"the text with its dateline, cut", "DEIR LAWZ, 22 November (Barid) — Delegations met for two hours...", ""},
		{"none", "", ""},
		{"longer than the headline", "Water talks resume in Deir Lawz after nine days, and the ministers leave by separate doors", "Water talks resume in Deir Lawz after nine days, and the ministers leave by separate doors"},
	}
	for _, tt := range tests {
		it := dateline.Item{
			Headline: "Water talks resume in Deir Lawz", Standfirst: tt.standfirst,
			Body: []dateline.Block{{Kind: dateline.Subhead, Text: "Talks"}, {Kind: dateline.Paragraph, Text: "Delegations met for two hours at the old customs house."}},
		}
		if dropEcho(&it); it.Standfirst != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, it.Standfirst, tt.want)
		}
	}
}
