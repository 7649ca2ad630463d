package body

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline"
)

// piece is a block of that many characters whose links are that share.
func piece(kind dateline.BlockKind, text string, links float64) Piece {
	return Piece{Block: dateline.Block{Kind: kind, Text: text}, Links: links, Size: utf8.RuneCountInString(text)}
}

func listPiece(links float64, items ...string) Piece {
	p := Piece{Block: dateline.Block{Kind: dateline.List, Items: items}, Links: links}
	p.Size = utf8.RuneCountInString(p.Plain())
	return p
}

// fill is n characters of no sentence that begin with those.
func fill(begin string, n int) string {
	return begin + strings.Repeat("x", n-utf8.RuneCountInString(begin))
}

func TestTeaser(t *testing.T) {
	const par, sub = dateline.Paragraph, dateline.Subhead
	tests := []struct {
		name string
		p    Piece
		want bool
	}{
		{"a list of links", listPiece(0.8, "Other harbours", "Other ships"), true},
		{"a list of a few links", listPiece(0.7, "Other harbours", "Other ships"), false},
		{"a list of long texts with links", listPiece(0.8, fill("", 130)), false},
		{"a linked subhead", piece(sub, fill("", 21), 1), true},
		{"a short linked subhead", piece(sub, fill("", 20), 1), false},
		{"a subhead with a link in it", piece(sub, fill("", 21), 0.9), false},
		{"a subhead that is a label", piece(sub, "Advertisement", 0), true},
		{"a subhead that leads on", piece(sub, "Read more: other harbours", 0), true},
		{"a subhead that begins so and goes on", piece(sub, fill("Read more: ", 120), 0), false},
		{"a linked line", piece(par, fill("", 199), 1), true},
		{"a linked paragraph", piece(par, fill("", 200), 1), false},
		{"a linked sentence", piece(par, "Ships wait outside the harbour.", 1), false},
		{"whose picture it was", piece(par, "© Marsa Courier", 0), true},
		{"a paragraph on rights", piece(par, fill("© ", 100), 0), false},
		{"a line that leads on", piece(par, fill("Read more: ", 119), 0), true},
		{"a text that begins so", piece(par, fill("Read more: ", 120), 0), false},
		{"a longer line with a link that leads on", piece(par, fill("Read more: ", 249), 0.4), true},
		{"a paragraph with a link that leads on", piece(par, fill("Read more: ", 250), 0.4), false},
		{"a longer line with little of a link", piece(par, fill("Read more: ", 200), 0.3), false},
		{"a label in Arabic", piece(par, "إعلان", 0), true},
		{"a counter", piece(par, "Image 1 of 5", 0), true},
		{"a counter in Arabic", piece(par, "صورة ١ من ٥", 0), true},
		{"a hymn is no counter", piece(par, "Psalm 1 of 5", 0), false},
		{"three numbers are no counter", piece(par, "1 of 5 of 7", 0), false},
		{"an old picture's line", piece(par, "الميناء بعد العاصفة - أرشيفية", 0), true},
		{"a sentence on archives", piece(par, "والوثيقة من الأرشيف.", 0), false},
		{"what a system of newsletters asks", piece(par, "Quay Notes is a reader-supported publication. To receive new posts, consider becoming a subscriber.", 0), true},
		{"a report on one", piece(par, fill("Quay Notes is a reader-supported publication ", 250), 0), false},
		{"a quotation", piece(dateline.Quotation, "Read more: other harbours", 1), false},
	}
	for _, tt := range tests {
		if got := teaser(tt.p); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestMetaLine(t *testing.T) {
	const par = dateline.Paragraph
	tests := []struct {
		name string
		p    Piece
		want bool
	}{
		{"a list of links", listPiece(0.6, fill("", 30), fill("", 30)), true},
		{"a list of a few words", listPiece(0, "World", "Coast"), true},
		{"a list with the time", listPiece(0, "By Ann Lee of the Marsa Courier, Marsa", "3 July 2026"), true},
		{"a list with a day in a sentence", listPiece(0, "By Ann Lee of the Marsa Courier, Marsa", "the ships that came in on 3 July 2026 were twelve and all of them had grain on board"), false},
		{"a list of facts", listPiece(0.5, "Two cranes broke in the storm", "Twelve ships waited outside"), false},
		{"a long list with a time", listPiece(0, fill("", 190), "3 July 2026"), false},
		{"a subhead", piece(dateline.Subhead, "3 July 2026", 0), false},
		{"a long line", piece(par, fill("3 July 2026 ", 101), 0), false},
		{"an embargo", piece(par, "Embargo: 3 July 2026", 0), false},
		{"a correction in Arabic", piece(par, "تصحيح: ٣ تموز ٢٠٢٦", 0), false},
		{"a day", piece(par, "Marsa, the harbour, on 3 July 2026", 0), true},
		{"an Arabic day", piece(par, "مرسى الميناء القديم في ٣ تموز ٢٠٢٦", 0), true},
		{"a short sentence", piece(par, "It rained.", 0), false},
		{"a label", piece(par, "Listen to this:", 0), true},
		{"an introduction", piece(par, "This is what he said:", 0), false},
		{"a line of links", piece(par, "Send this by letter or by pigeon", 0.6), true},
		{"three words", piece(par, "World and coast", 0), true},
		{"a line of text", piece(par, "Ships wait outside again", 0), false},
		{"whom to ask, by letter", piece(par, "Media contact: Ann Lee of the port, ann@marsa.example", 0), true},
		{"whom to ask, by telephone", piece(par, "For press enquiries: Ann Lee of the port, 555-0100 at 12", 0), true},
		{"whom to ask, in Arabic", piece(par, "للتواصل مع المكتب الإعلامي: آن لي ٥٥٥٠١٠٠", 0), true},
		{"whom they reached", piece(par, "Contact tracing: 1,234,567 people were asked in Marsa.", 0), false},
		{"whom they met", piece(par, "Contact: a film about the harbour of Marsa in 1948", 0), false},
		{"a label of something else", piece(par, "Sent in by our reader: Ann Lee, ann@marsa.example", 0), false},
		{"a reading time", piece(par, "This takes a 4 min read", 0), true},
		{"a reading time in Arabic", piece(par, "وقت القراءة: أربع دقائق تقريبا", 0), true},
	}
	for _, tt := range tests {
		if got := metaLine(tt.p); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestRunning(t *testing.T) {
	sentence := strings.Repeat("x", 59)
	for text, want := range map[string]bool{fill("", 120): true, fill("", 119): false, sentence + ".": true, sentence[1:] + ".": false} {
		if got := running(piece(dateline.Paragraph, text, 0.4)); got != want {
			t.Errorf("%d characters run: %v", len(text), got)
		}
		if running(piece(dateline.Paragraph, text, 0.5)) || running(piece(dateline.Subhead, text, 0)) {
			t.Errorf("%d characters of links or of a subhead run", len(text))
		}
	}
}

func TestSentence(t *testing.T) {
	tests := map[string]bool{"It rained.": true, "It rained": false, "“It rained.”": true, `"It rained." `: true, "(It rained!)": true, "[Did it?]": true, "«هل أمطرت؟»": true,
		"It rained…": true, "He said:": true, "بارش باران۔": true, "下雨了。": true, "": false, "')": false, "'It rained.'": true, "it is 7,": false}
	for in, want := range tests {
		if sentence(in) != want {
			t.Errorf("sentence(%q) = %v", in, !want)
		}
	}
}

// TestCutSections: a heading of something else counts in the last quarter only.
func TestCutSections(t *testing.T) {
	text := piece(dateline.Paragraph, fill("", 300), 0)
	for _, tt := range []struct {
		name    string
		heading Piece
		behind  int // characters behind it
		cut     bool
	}{
		{"a subhead at the end", piece(dateline.Subhead, "Comments", 0), 90, true},
		{"a subhead before", piece(dateline.Subhead, "Comments", 0), 92, false},
		{"a line", piece(dateline.Paragraph, "الأكثر قراءة", 0), 50, true},
		{"a sentence", piece(dateline.Paragraph, "Newsletter people came.", 0), 50, false},
		{"a longer line", piece(dateline.Subhead, fill("Newsletter ", 80), 0), 10, false},
		{"a subhead of the article", piece(dateline.Subhead, "The storm", 0), 50, false},
	} {
		pieces := []Piece{text, tt.heading, piece(dateline.Paragraph, fill("", tt.behind), 0)}
		if got := len(cutSections(pieces)) == 1; got != tt.cut {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestConsent(t *testing.T) {
	for in, want := range map[string]bool{
		"We use cookies to know you": true, "Cookies? Accept": true, "Cookies with honey": false, "We respect your privacy": false,
		fill("We use cookies ", 1500): true, fill("We use cookies ", 1501): false,
	} {
		if consent(in) != want {
			t.Errorf("consent(%.30q) = %v", in, !want)
		}
	}
}

// TestHeader: headline, byline and day on lines of one piece are no text, unless a
// line of it is something else or none is the headline.
func TestHeader(t *testing.T) {
	for html, want := range map[string]string{
		"<p>Harbour opens<br>By Ann Lee<br>3 July 2026</p><p>" + one + "</p>":          "p:ONE",
		"<p>Harbour opens<br>By Ann Lee | 3 July 2026</p><p>" + one + "</p>":           "p:ONE",
		"<p>Harbour opens<br>Ships had waited for a week.</p><p>" + one + "</p>":       "p:Harbour opens Ships had waited for a week.|p:ONE",
		"<p>By Ann Lee in the old town<br>Of the harbour office</p><p>" + one + "</p>": "p:By Ann Lee in the old town Of the harbour office|p:ONE",
	} {
		if got := short(Trim(All(parse(t, html)), headed("Harbour opens"))); got != want {
			t.Errorf("%s: %s, want %s", html, got, want)
		}
	}
}

// TestOrnaments: paragraphs of signs are no text, wherever they stand; emoji say something.
func TestOrnaments(t *testing.T) {
	for in, want := range map[string]string{".": "", "* * *": "", "\u200d": "", "–": "", "###": "", "___": "___", "🚢": "🚢", "7": "7", "ق": "ق"} {
		blocks := Trim(All(parse(t, "<p>"+one+"</p><p>"+in+"</p><p>"+two+"</p>")), Told{})
		if want != "" {
			want = "|p:" + want
		}
		if got := short(blocks); got != "p:ONE"+want+"|p:TWO" {
			t.Errorf("%q: %s", in, got)
		}
	}
}

// TestNextItem: of a page that is scrolled on to the next item only the first is read.
// Headings of the same element, or of none, are sections.
func TestNextItem(t *testing.T) {
	for html, want := range map[string]string{
		"<article><h1>Harbour opens</h1><p>" + one + "</p></article><article><h1>Mill is sold</h1><p>" + two + "</p></article>":        "p:ONE",
		"<article><h1>Harbour opens</h1><p>" + one + "</p><article><h1>10:15</h1><p>" + two + "</p></article></article>":               "p:ONE|subhead:10:15|p:TWO",
		"<article><h1>Mill is sold</h1><p>" + one + "</p></article><article><h1>Harbour opens</h1><p>" + two + "</p></article>":        "subhead:Mill is sold|p:ONE|subhead:Harbour opens|p:TWO",
		"<article><h1>Harbour opens</h1><p>" + one + "</p><h1>Ships</h1><p>" + two + "</p></article>":                                  "p:ONE|subhead:Ships|p:TWO",
		"<h1>Marsa</h1><article><h1>Harbour opens</h1><p>" + one + "</p></article><article><h1>Ships</h1><p>" + two + "</p></article>": "p:ONE|subhead:Ships|p:TWO",
		"<article><h1>Other ships</h1></article><article><h1>Harbour opens</h1><p>" + one + "</p><p>" + two + "</p></article>":         "p:ONE|p:TWO",
	} {
		found := Find(parse(t, html))
		if got := short(Trim(found.first(found.All(), headed("Harbour opens")), headed("Harbour opens"))); got != want {
			t.Errorf("%s: %s, want %s", html, got, want)
		}
	}
}

// TestComments: a heading that counts comments ends the text, even where they are
// longer than it.
func TestComments(t *testing.T) {
	for head, cut := range map[string]bool{
		"3 Comments": true, "Comments (12)": true, "1 comment": true, "٣ تعليقات": true, "التعليقات (3)": true,
		"Comments": false, "3 comments that changed the harbour": false, "3 cranes": false,
	} {
		blocks := Trim(All(parse(t, "<p>"+one+"</p><h3>"+head+"</h3><p>"+two+"</p><p>"+three+"</p>")), Told{})
		if got := len(blocks) == 1; got != cut {
			t.Errorf("%q: %s", head, short(blocks))
		}
	}
}
