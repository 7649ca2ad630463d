package web

import (
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/wire"
)

// TestDaysOfTheLate: "on Thursday" in a late copy is the Thursday of the earliest known
// item; a date that is written out is that day anyway, and nothing is told of words that
// are not shown.
func TestDaysOfTheLate(t *testing.T) {
	on := func(day int, language, text string) *wire.View {
		at := time.Date(2026, time.November, day, 9, 0, 0, 0, time.UTC)
		return &wire.View{Language: language, When: at, Published: dateline.Stamp{Time: at}, Excerpt: text}
	}
	editions := emptyWorld(t).site.editions
	for _, c := range []struct {
		edition              int
		language, text, told string
	}{
		{0, "en", "The gauge broke on Tuesday, the mayor said. It was built on 4 May 2020.", "Tuesday 3 November 2026"},
		{0, "en", "The gauge was built on 4 May 2020.", ""},
		{0, "en", "The gauge broke.", ""},
		{1, "ar", "تعطل المقياس يوم الثلاثاء، بحسب رئيس البلدية.", "الثلاثاء 3 تشرين الثاني"},
		{0, "ar", "تعطل المقياس يوم الثلاثاء، بحسب رئيس البلدية.", "Tuesday 3 November 2026"},
	} {
		got := string(editions[c.edition].days(on(5, c.language, "x"), on(22, c.language, c.text)))
		if c.told == "" && got != "" || !strings.Contains(got, c.told) {
			t.Errorf("%s: %q, want %q", c.text, got, c.told)
		}
	}
}
