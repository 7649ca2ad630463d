package body

import (
	"testing"

	"dateline"
)

func TestBiography(t *testing.T) {
	tests := []struct {
		text  string
		names []string
		want  bool
	}{
		{"Ann Lee is a reporter in Marsa.", []string{"Ann Lee"}, true},
		{"Ann covers harbours.", []string{"Ann Lee"}, true},
		{"Ann Lee, who lives in Marsa, writes.", []string{"Bob Ray", "Ann Lee"}, true},
		{"Ann Lee said that it rained.", []string{"Ann Lee"}, false},
		{"Anna is a reporter.", []string{"Ann Lee"}, false},
		{"Marsa is open again.", []string{"Marsa Opens Again After Storm"}, false}, // a headline
		{" is a reporter.", []string{""}, false},
		{"Ann Lee is a reporter.", nil, false},
	}
	for _, tt := range tests {
		if got := biography(piece(dateline.Paragraph, tt.text, 0), tt.names); got != tt.want {
			t.Errorf("%q of %q: %v", tt.text, tt.names, got)
		}
	}
}

func TestUnderneath(t *testing.T) {
	const par = dateline.Paragraph
	tests := []struct {
		name string
		p    Piece
		want bool
	}{
		{"who edited", piece(par, "— Editing by Bob Ray", 0), true},
		{"who wrote, as a long text", piece(par, fill("Reporting by ", 450), 0), true},
		{"a longer one", piece(par, fill("Reporting by ", 451), 0), false},
		{"rights", piece(par, "Marsa Courier 2026, all rights reserved", 0), true},
		{"an address", piece(par, "ann.lee@marsa.example", 0), true},
		{"an address in a list", listPiece(0, "ann.lee@marsa.example"), false},
		{"an address in a text", piece(par, fill("ann.lee@marsa.example ", 100), 0), false},
		{"a name with a sign", piece(par, "See @annlee for it", 0), false},
		{"a table", Piece{Block: dateline.Block{Kind: dateline.Table, Rows: [][]string{{"1", "2"}}}}, false},
		{"the last sentence", piece(par, "Ships wait outside.", 0), false},
	}
	for _, tt := range tests {
		if got := underneath(tt.p, ""); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// TestChangeAlone: a line that says when the item was published or changed, and no
// more, is no text.
func TestChangeAlone(t *testing.T) {
	for line, want := range map[string]bool{
		"Last modified on Friday, 03 July 2026 14:22":      true,
		"Updated: 3 July 2026":                             true,
		"Published 3 July 2026, 10:15 GMT":                 true,
		"آخر تحديث: 3 يوليو 2026":                          true,
		"The port was updated last on 3 July 2026":         false,
		"The rules were published on 3 July 2026.":         false,
		"Copyright 3 July 2026":                            false,
		"Friday, 3 July 2026":                              false,
		"Updated often":                                    false,
		"Harbour rules, posted at the gate on 3 July 2026": false,
	} {
		if got := changeAlone(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

// TestUnderColumns: what stands under a text of tags, sources and opinions goes, and
// the report that speaks of them stays.
func TestUnderColumns(t *testing.T) {
	for last, gone := range map[string]bool{
		"#harbour #storm":             true,
		"#الميناء #العاصفة":           true,
		"#harbour is what they write": false,
		"#":                           true,
		"SOURCE Marsa Harbour Inc.":   true,
		"Source code of the harbour's clocks is open": false,
		"The views expressed in this article are the author’s own and do not necessarily reflect those of the Courier.": true,
		"Figures of one month do not necessarily reflect the year, the office said.":                                    false,
	} {
		blocks := Trim(All(parse(t, "<p>"+one+"</p><p>"+last+"</p>")), Told{})
		if got := len(blocks) == 1; got != gone {
			t.Errorf("%q: %s", last, short(blocks))
		}
	}
}

// TestReported: what a report tells of somebody's words begins or goes on as furniture does.
func TestReported(t *testing.T) {
	for text, gone := range map[string]bool{
		"Follow the river, the guide said, and the old harbour comes into sight.":     false,
		"Comments by the minister drew protests, the unions told reporters.":          false,
		"Submitted by the board in May, the plan fails, the council said.":            false,
		"للمزيد من الأمان أغلقت الإدارة الأرصفة السبعة مساء الجمعة، كما أعلن المدير.": false,
		"حقوق النشر كانت محور الخلاف بين الشركتين، كما قال القاضي في حكمه.":           false,
		"Follow the Marsa Courier for news of the harbour.":                           true,
		"Follow what Bob Ray said":         true, // no sentence
		"للمزيد من الأخبار تابعوا الصباح.": true,
	} {
		if got := underneath(piece(dateline.Paragraph, text, 0), ""); got != gone {
			t.Errorf("%q: under the article %v", text, got)
		}
	}
	if !underneath(piece(dateline.Paragraph, "Follow what the minister said here.", 0.3), "") {
		t.Error("a line with a link is taken for a report's")
	}
}
