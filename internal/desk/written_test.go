package desk

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"dateline"
)

func paragraph(text string) dateline.Block {
	return dateline.Block{Kind: dateline.Paragraph, Text: text}
}

// everyKind is a body with all that a body can hold, in both scripts.
func everyKind() []dateline.Block {
	return []dateline.Block{
		paragraph("Ferries go again."),
		{Kind: dateline.Subhead, Text: "What goes"},
		{Kind: dateline.List, Items: []string{"The ferry to Murjana", "- two tugs", "عبّارة مرجانة"}},
		{Kind: dateline.Table, Rows: [][]string{{"Quay", "Ships"}, {"North | east", "4"}, {"South", ""}, {`a\b`, "رصيف"}}},
		{Kind: dateline.Quotation, Text: "We have not slept."},
		{Kind: dateline.Post, Text: "Open again!", URL: "https://x.com/marsa/status/1"},
		{Kind: dateline.Post, URL: "https://x.com/marsa/status/2"},
		paragraph("- Yes, he said."), paragraph("> no"), paragraph("# 1"), paragraph("|x|"), paragraph(`\- two`), paragraph("5 > 4"), paragraph("#ports"),
		paragraph("\u200f- نعم"), paragraph("\u200f\\- لا"), paragraph("* * *"),
		{Kind: dateline.Quotation, Text: "لم ننم."},
	}
}

// TestWrittenAndRead: what the form shows is what it sends, also where every block was
// touched.
func TestWrittenAndRead(t *testing.T) {
	body := everyKind()
	text := strings.ReplaceAll(Written(body), "\n", "\r\n") // as browsers send it
	for _, old := range [][]dateline.Block{nil, body} {
		if got := blocksOf(text, old); !reflect.DeepEqual(got, body) {
			t.Errorf("read as\n%+v\nof\n%s", got, text)
		}
	}
}

// TestUntouchedBlocksStay: the spaces and lines of a block that nobody touched are not lost.
func TestUntouchedBlocksStay(t *testing.T) {
	body := []dateline.Block{
		paragraph("Twelve\u00a0ships."), {Kind: dateline.Post, Text: "One\n\ntwo", URL: "https://x.com/a/status/1"}, {Kind: dateline.List, Items: []string{"a\nb", "c"}},
		{Kind: dateline.Table, Rows: [][]string{{}, {"a  b", "c\nd"}}}, {Kind: dateline.Quotation, Text: "https://marsa.example/"}, paragraph("Last."),
	}
	want := append(append([]dateline.Block{}, body[:5]...), paragraph("Last of all."))
	if got := blocksOf(strings.Replace(Written(body), "Last.", "Last of all.", 1), body); !reflect.DeepEqual(got, want) {
		t.Errorf("of one paragraph that was edited came\n%+v", got)
	}
}

// TestNothingIsNoBlock: a block that shows nothing is not in the form, and the blank lines
// there are none of it.
func TestNothingIsNoBlock(t *testing.T) {
	old := []dateline.Block{{Kind: dateline.Paragraph}, {Kind: dateline.Table}, paragraph("One.")}
	if got := blocksOf("One.\n\nTwo.\n\n", old); !reflect.DeepEqual(got, []dateline.Block{paragraph("One."), paragraph("Two.")}) {
		t.Errorf("%+v", got)
	}
}

// TestLongLines: a line of nothing but signs takes no longer than another one, read or written.
func TestLongLines(t *testing.T) {
	line, cells := strings.Repeat(`\`, 1<<18), "|"+strings.Repeat(" a |", 1<<18)
	began := time.Now()
	if got := blocksOf(line, nil); len(got) != 1 || got[0].Text != line[1:] {
		t.Error("they are not what was written but for the first")
	}
	if Written(blocksOf(cells, nil)) != cells {
		t.Error("the cells are not what was written")
	}
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("they took %v", took)
	}
}

// TestBlocksAsTyped: as people type it, in either script, with and without blank lines.
func TestBlocksAsTyped(t *testing.T) {
	for text, want := range map[string][]dateline.Block{
		"These go:\n- ferries\n* tugs\n• boats\nAll else waits.": {paragraph("These go:"), {Kind: dateline.List, Items: []string{"ferries", "tugs", "boats"}}, paragraph("All else waits.")},
		"The talks\n- the first in a year -\nwent on.":           {paragraph("The talks - the first in a year - went on.")},
		"كانت الجولة\n- وهي الأولى منذ عام -\nقصيرة.\n- انتهت.":  {paragraph("كانت الجولة - وهي الأولى منذ عام - قصيرة."), {Kind: dateline.List, Items: []string{"انتهت."}}},
		"Who goes\n- ferries\n- tugs":                            {paragraph("Who goes"), {Kind: dateline.List, Items: []string{"ferries", "tugs"}}},
		"## One\n### Two\nText":                                  {{Kind: dateline.Subhead, Text: "One"}, {Kind: dateline.Subhead, Text: "Two"}, paragraph("Text")},
		"> We have\n> not slept.":                                {{Kind: dateline.Quotation, Text: "We have not slept."}},
		"< لم ننم\n< منذ يومين.":                                 {{Kind: dateline.Quotation, Text: "لم ننم منذ يومين."}},
		"|a|b\n| c | d |":                                        {{Kind: dateline.Table, Rows: [][]string{{"a", "b"}, {"c", "d"}}}},
		"-\n—\n***":                                              {paragraph("- — ***")},
		"-ferries and #ports\n-5 to >10":                         {paragraph("-ferries and #ports -5 to >10")},
		"|":                                                      {paragraph("|")},
		"|a|\n|\\":                                               {{Kind: dateline.Table, Rows: [][]string{{"a"}, {`\`}}}},
		"•\tferries\n•\u00a0tugs":                                {{Kind: dateline.List, Items: []string{"ferries", "tugs"}}},
		"\u200f- عبّارات\n\u200f- قاطرات":                        {{Kind: dateline.List, Items: []string{"عبّارات", "قاطرات"}}},
		"\u200f\u061c< لم ننم.\n\n\ufeff## ب\n\n\u200f| أ | ب |": {{Kind: dateline.Quotation, Text: "لم ننم."}, {Kind: dateline.Subhead, Text: "ب"}, {Kind: dateline.Table, Rows: [][]string{{"أ", "ب"}}}},
		"One.\n\n* * *\n\nTwo.\n\n- - -":                         {paragraph("One."), paragraph("* * *"), paragraph("Two."), paragraph("- - -")},
		"a\n\n|||\n|  | |\n\nb":                                  {paragraph("a"), paragraph("b")},
		"- \n> \n||\n## ":                                        {paragraph("- >"), paragraph("##")},
	} {
		got := blocksOf(text, nil)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

// FuzzBlocks: what was read once is written and read as the same again.
func FuzzBlocks(f *testing.F) {
	f.Add(Written(everyKind()))
	f.Add("\u200f - x\n\n\u200f\t\n•\ty\n* * *\n\n-* z\n\n\u200f\\- x")
	f.Add("- \n\n|\\|\n\\\\- x\n\n> http://a\n> b\n< c\n#\n# #")
	f.Fuzz(func(t *testing.T, text string) {
		once := blocksOf(text, nil)
		again := blocksOf(Written(once), nil)
		if !reflect.DeepEqual(once, again) {
			t.Errorf("%q is\n%+v, and written as %q\n%+v", text, once, Written(once), again)
		}
	})
}
