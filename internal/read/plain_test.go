package read

import (
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/read/kind"
)

// TestUnwrap: lines that fill a column are one paragraph; short ones, and those that
// are longer than columns are, stand alone.
func TestUnwrap(t *testing.T) {
	full := strings.Repeat("ships ", 10) + "came" // 64 letters
	line := func(n int) string { return strings.Repeat("x", n) }
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a column", full + "\n" + full + "\nin.", []string{full + " " + full + " in."}},
		{"a column that goes on small", full + "\nand went.\nThen more.", []string{full + " and went.", "Then more."}},
		{"a short line at the end of its group", full + "\nMore.", []string{full + " More."}},
		{"short lines", "one\ntwo\nthree", []string{"one", "two", "three"}},
		{"groups", full + "\n\n" + full, []string{full, full}},
		{"as short as a column is", line(56) + "\nin.", []string{line(56) + " in."}},
		{"shorter", line(55) + "\nin.", []string{line(55), "in."}},
		{"as long as a column is", line(90) + "\nin.", []string{line(90) + " in."}},
		{"longer", line(91) + "\nin.", []string{line(91), "in."}},
		{"nothing", "\n\n\n", nil},
	} {
		if got := unwrap(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestFirstParagraph: where the preamble ends.
func TestFirstParagraph(t *testing.T) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("ship ", n)) }
	for _, c := range []struct {
		name  string
		lines []string
		want  int
	}{
		{"a long line", []string{"Title", words(25)}, 1},
		{"not so long", []string{"Title", words(24)}, 1}, // nothing runs
		{"a sentence of ten words", []string{"Title", "Subtitle", words(10) + "."}, 2},
		{"a sentence of nine", []string{"Title", "Subtitle", words(9) + ".", words(25)}, 3},
		{"a sentence on the first line is the headline", []string{words(10) + ".", words(12) + "."}, 1},
		{"an opening", []string{"Title", "MARSA (MP) - " + words(5) + "."}, 1},
		{"an opening and no more", []string{"Title", "MARSA (MP) - " + words(4) + ".", words(25)}, 2},
		{"a question in Arabic", []string{"عنوان", "سطر", strings.TrimSpace(strings.Repeat("سفينة ", 10)) + "؟"}, 2},
		{"nothing", nil, 0},
	} {
		if got := firstParagraph(c.lines); got != c.want {
			t.Errorf("%s: line %d, want %d", c.name, got, c.want)
		}
	}
}

// TestClosing: the lines with which a page's furniture begins again; a long line that
// speaks of rights is text.
func TestClosing(t *testing.T) {
	for line, want := range map[string]bool{
		"© 2026 Marsa Courier": true, "Copyright 2026": true, "Copyrights are dear.": false, "All rights reserved": true, "-30-": true, "-ENDS-": true, "ends": true, "Ends meet.": false, "###": true,
		"(انتهى)": true, "انتهى": true, "- انتهى -": true, "(النهاية)": true, "النهاية": false, "Enditem": true, "The end of it": false, "مع أطيب التحيات،": true, "مع اطيب التحيات": true, "انتهى الاجتماع": false, "جميع الحقوق محفوظة لصحيفة مرسى": true, "": false,
		"The lawyer said that all rights reserved by the port had been sold twice" + strings.Repeat(", and again", 12): false,
	} {
		if got := closing(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

// TestChooseHeadline: of the lines above the text the longest that is none of the
// other things that stand there.
func TestChooseHeadline(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  int
	}{
		{"the longest", []string{"World", "Harbour opens after storm", "Home News"}, 1},
		{"not the site", []string{"The Marsa Harbour And Storm Courier", "Harbour opens"}, 1},
		{"not a day", []string{"Friday, 3 July 2026, ten past ten in the morning", "Harbour opens"}, 1},
		{"not a byline", []string{"By Ann Lee and Bob Ray and Carol Dee", "Harbour opens"}, 1},
		{"not a sentence", []string{"Harbour opens", "The harbour of Marsa has opened again."}, 0},
		{"a question", []string{"Home", "Who will pay for the harbour of Marsa?"}, 1},
		{"a question in Arabic", []string{"الرئيسية", "من يدفع ثمن الميناء؟"}, 1},
		{"the first of two as long", []string{"Harbour opens", "Market closes"}, 0},
		{"a sentence where there is nothing else", []string{"The harbour has opened."}, 0},
		{"nothing", nil, -1},
	} {
		if got := chooseHeadline(c.lines, Hint{Name: "The Marsa harbour and storm courier"}); got != c.want {
			t.Errorf("%s: line %d, want %d", c.name, got, c.want)
		}
	}
}

// TestPlainBlocks: paragraphs are parted by blank lines, or by each line when there
// are none.
func TestPlainBlocks(t *testing.T) {
	for text, want := range map[string]int{"": 0, "one": 1, "one\ntwo": 2, "one\ntwo\n\nthree": 2, "one\n\n\n\ntwo": 2, "\n\n": 0} {
		if got := plainBlocks(text); len(got) != want {
			t.Errorf("%q: %d paragraphs, want %d", text, len(got), want)
		}
	}
}

// TestIsPage: by what the server says, else by the first tags.
func TestIsPage(t *testing.T) {
	for _, c := range []struct {
		contentType, body string
		want              bool
	}{
		{"text/html; charset=utf-8", "Harbour opens", true},
		{"application/xhtml+xml", "Harbour opens", true},
		{"TEXT/PLAIN", "<p>Harbour opens", false},
		{"", "Harbour opens < tonight", false},
		{"", " <!DOCTYPE HTML>", true},
		{"", "<P>Harbour opens", true},
		{"", "<!-- x -->", true},
		{"", "Harbour opens\n\nA <div> is a tag.", true},
		{"", strings.Repeat("x", 1024) + "<p>", false},
		{"", "<\x00p\x00>\x00", true}, // UTF-16
		{"", "\x00\x00\x00\x01", false},
		{"", "", false},
	} {
		if got := isPage(dateline.Copy{ContentType: c.contentType, Body: []byte(c.body)}); got != c.want {
			t.Errorf("%q, %.20q: %v", c.contentType, c.body, got)
		}
	}
}

// TestIdentify: an item is called what its source calls it, else by its address, else
// by what it says.
func TestIdentify(t *testing.T) {
	name := func(it dateline.Item, c dateline.Copy, h Hint) string {
		identify(&it, c, h)
		if it.ID != dateline.NewItemID(c.Source, it.GUID) || it.Source != c.Source {
			t.Errorf("%q is %s of %s", it.GUID, it.ID, it.Source)
		}
		return it.GUID
	}
	c := dateline.Copy{Source: "marsa", URL: "https://marsa.example/c"}
	if got := name(dateline.Item{URL: "https://marsa.example/i"}, c, Hint{GUID: "g"}); got != "g" {
		t.Errorf("with a name: %q", got)
	}
	if got := name(dateline.Item{URL: "https://marsa.example/i"}, c, Hint{}); got != "https://marsa.example/i" {
		t.Errorf("with an address: %q", got)
	}
	if got := name(dateline.Item{}, c, Hint{}); got != c.URL {
		t.Errorf("with the copy's address: %q", got)
	}
	c.URL = ""
	one, same, other := name(dateline.Item{Headline: "A", Body: texts("b")}, c, Hint{}), name(dateline.Item{Headline: "A", Body: texts("b")}, c, Hint{}), name(dateline.Item{Headline: "A", Body: texts("c")}, c, Hint{})
	if !strings.HasPrefix(one, "sha256:") || one != same || one == other {
		t.Errorf("by what they say: %q, %q, %q", one, same, other)
	}
}

// TestNoArticleSays what a page is in words, each kind in its own.
func TestNoArticleSays(t *testing.T) {
	seen := map[string]kind.Kind{}
	for _, k := range []kind.Kind{kind.Front, kind.Gallery, kind.Video, kind.Consent, kind.Login, kind.Robot, kind.Error, kind.Empty, kind.Paywall} {
		said := (&NoArticle{Kind: k, Evidence: "why"}).Error()
		if other, ok := seen[said]; ok || !strings.HasSuffix(said, ": why") || strings.Contains(said, "but :") {
			t.Errorf("%s and %s: %q", k, other, said)
		}
		seen[said] = k
	}
	if got := (&NoArticle{Kind: kind.Consent, Evidence: "why"}).Error(); got != "the page is no article but a question for consent: why" {
		t.Error(got)
	}
}

// TestSpeak: language and direction are those of the text; what is claimed decides
// where the text is too short, and never against its direction.
func TestSpeak(t *testing.T) {
	for _, c := range []struct {
		name, headline string
		claims         []string
		language       string
		direction      dateline.Direction
	}{
		{"the text", "The harbour of Marsa has opened again after the storm", []string{"fr"}, "en", dateline.LeftToRight},
		{"a claim", "X 12", []string{"", "de_CH"}, "de", dateline.LeftToRight},
		{"a claim of the other direction", "X 12", []string{"ar", "fr"}, "fr", dateline.LeftToRight},
		{"Arabic letters, whatever is claimed", "ميناء", []string{"en"}, "ar", dateline.RightToLeft},
	} {
		it := dateline.Item{Headline: c.headline}
		speak(&it, c.claims...)
		if it.Language != c.language || it.Direction != c.direction {
			t.Errorf("%s: %s, %s", c.name, it.Language, it.Direction)
		}
	}
	var nothing dateline.Item
	if speak(&nothing, "fr"); nothing.Language == "fr" {
		t.Error("an item without a word is French")
	}
}
