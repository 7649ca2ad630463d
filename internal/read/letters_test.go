package read

import (
	"strings"
	"testing"

	"dateline"
)

func TestLetters(t *testing.T) {
	page := `<html dir=rtl><title>افتتـــاح ميناء مرسى</title><h1>افتتـــاح ميناء مرسى</h1><div class=byline>كتـب: ﻣﺤﻤﺪ علي</div><p>` + arabicText[0] + `</p><p>وقـــال ﺍﻟﻤﺪﻳﺮ إن الميناء مفتوح منذ صباح اليوم أمام جميع السفن التي تنتظر.</p>`
	it, err := Page(dateline.Copy{Body: []byte(page)}, Hint{})
	if err != nil {
		t.Fatal(err)
	}
	if it.Headline != "افتتاح ميناء مرسى" || strings.Join(it.Byline, "; ") != "محمد علي" {
		t.Errorf("headline %q, byline %q", it.Headline, it.Byline)
	}
	if !strings.Contains(it.Text(), "وقـــال ﺍﻟﻤﺪﻳﺮ") {
		t.Errorf("the text is not as it came: %q", it.Text())
	}
}

// TestLineText: the printed text begins with the opening that was published,
// though the item has dateline and credit apart.
func TestLineText(t *testing.T) {
	rest := "\n\n" + strings.Join(englishText[1:], "\n\n")
	for _, tt := range []struct{ opening, printed string }{
		{"MARSA (Reuters) - ", "MARSA (Reuters) - "},
		{"MARSA, July 3, 2026 /PRNewswire/ -- ", "MARSA, July 3, 2026 /PRNewswire/ -- "},
		{"(Reuters) - ", "(Reuters) - "},
		{"(MENAFN) ", ""},
		{"", ""},
	} {
		it, err := Page(dateline.Copy{Body: []byte("<title>Harbour opens</title><h1>Harbour opens</h1>" + paragraphs(append([]string{tt.opening + englishText[0]}, englishText[1:]...)))}, Hint{})
		if err != nil {
			t.Fatal(err)
		}
		if got := NewLine("a", it).Text; got != tt.printed+englishText[0]+rest || it.Text() != englishText[0]+rest {
			t.Errorf("%q: the line has %q, the item %q", tt.opening, got[:60], it.Text()[:40])
		}
	}
	// On a line of its own it is above the text, and no part of it.
	it, err := Page(dateline.Copy{Body: []byte("<title>" + arabicHeadline + "</title><h1>" + arabicHeadline + "</h1>" + paragraphs(append([]string{"بيروت – النشرة"}, arabicText...)))}, Hint{})
	if err != nil || NewLine("a", it).Text != strings.Join(arabicText, "\n\n") || it.Dateline.Place != "بيروت" || it.CreditLine != "النشرة" {
		t.Errorf("%v: %+v %q %q", err, it.Dateline, it.CreditLine, NewLine("a", it).Text)
	}
}
