package read

import (
	"testing"

	"dateline"
	"dateline/internal/read/body"
)

func TestDropEcho(t *testing.T) {
	const own = "Negotiators parted without a timetable."
	tests := []struct{ name, standfirst, want string }{
		{"own words", own, own},
		{"the headline again", "Water talks resume in Deir Lawz", ""},
		{"the headline again, with a stop", "Water talks resume in Deir Lawz.", ""},
		{"the text, cut", "Delegations met for two hours at the old …", ""},
		{"the text with its dateline, cut", "DEIR LAWZ, 22 November (Barid) — Delegations met for two hours...", ""},
		{"the text with the outlet before it, cut at a comma", "Marsa News :- Delegations met for two hours at the old customs house. They parted at noon,", ""},
		{"the text, cut in its second paragraph", "Delegations met for two hours at the old customs house. They parted at noon, and neither […]", ""},
		{"none", "", ""},
		{"longer than the headline", "Water talks resume in Deir Lawz after nine days, and the ministers leave by separate doors", "Water talks resume in Deir Lawz after nine days, and the ministers leave by separate doors"},
	}
	for _, tt := range tests {
		it := dateline.Item{
			Headline: "Water talks resume in Deir Lawz", Standfirst: tt.standfirst,
			Body: []dateline.Block{{Kind: dateline.Subhead, Text: "Talks"}, {Kind: dateline.Paragraph, Text: "Delegations met for two hours at the old customs house."},
				{Kind: dateline.Paragraph, Text: "They parted at noon, and neither spoke to reporters."}},
		}
		if dropEcho(&it, "Marsa News"); it.Standfirst != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, it.Standfirst, tt.want)
		}
	}
}

// TestLead: a description that is the cut beginning of the first paragraph gives
// that paragraph back to the text, wherever the page sets it; a written
// standfirst stays one.
func TestLead(t *testing.T) {
	first := arabicText[0] + " " + arabicText[1]
	cut := string([]rune(first)[:120]) + "..."
	rest := []dateline.Block{{Kind: dateline.Paragraph, Text: arabicText[2]}}
	pieces := []body.Piece{{Block: dateline.Block{Kind: dateline.Paragraph, Text: first}}, {Block: rest[0]}}
	tests := []struct {
		name, standfirst string
		text             []dateline.Block
		want             int
	}{
		{"cut", cut, rest, 2},
		{"cut, and not lost", cut, []dateline.Block{pieces[0].Block, rest[0]}, 2},
		{"whole", arabicText[0], rest, 1},
		{"of its own", "ميناء مرسى يعود إلى العمل بعد أسبوع من العاصفة التي ضربت الساحل كله وأغلقت السوق...", rest, 1},
		{"short", "أعيد افتتاح ميناء...", rest, 1},
		{"none", "", rest, 1},
	}
	for _, tt := range tests {
		r := reader{found: body.Found{Pieces: pieces}}
		it := dateline.Item{Standfirst: tt.standfirst, Body: tt.text}
		if r.lead(&it); len(it.Body) != tt.want || tt.want == 2 && it.Body[0].Text != first {
			t.Errorf("%s: %d paragraphs, the first %.40q", tt.name, len(it.Body), it.Body[0].Text)
		}
	}
}
