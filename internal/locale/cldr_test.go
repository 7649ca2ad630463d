package locale

import (
	"testing"
	"time"

	"dateline"
	"dateline/internal/cldrtest"
)

// TestCLDR holds our names of months and days, and the digits and month names
// that a region gets, against CLDR's for every Arabic locale.
func TestCLDR(t *testing.T) {
	for tag, facts := range cldrtest.Locales(t) {
		language, region := tag[:2], ""
		if len(tag) > 3 {
			region = tag[3:]
		}
		months := regionMonths(region)
		if region == "" {
			months = Egypt // CLDR's plain Arabic; ours prints both
		}
		e := edition(t, dateline.Edition{Language: language, Region: region, Months: months})
		for i, want := range facts.Months {
			if got := e.Calendar().Months[i]; got != want {
				t.Errorf("%s month %d: %q, CLDR %q", tag, i+1, got, want)
			}
		}
		for i, want := range facts.Days {
			if got := weekdayName(language, time.Weekday(i)); got != want {
				t.Errorf("%s day %d: %q, CLDR %q", tag, i, got, want)
			}
		}
		if got := regionDigits(language, region); got != facts.Digits {
			t.Errorf("%s digits: %q, CLDR %q", tag, got, facts.Digits)
		}
	}
}
