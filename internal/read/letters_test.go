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
