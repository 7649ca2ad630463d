package when

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/internal/cldrtest"
)

// TestCLDR reads every name that CLDR has for a month or a half of the day in
// English and Arabic, in the digits of each region.
func TestCLDR(t *testing.T) {
	names := 0
	for tag, l := range cldrtest.Locales(t) {
		for i := range 12 {
			for _, name := range []string{l.Months[i], l.Short[i]} {
				names++
				want := fmt.Sprintf("2026-%02d-13", i+1)
				for _, s := range []string{l.Native("13 ") + name + l.Native(" 2026"), l.Days[i%7] + "، " + l.Native("13 ") + name + " " + l.Native("2026")} {
					if st, ok := Find(s, Context{Language: tag[:2]}); !ok || st.Time.Format(time.DateOnly) != want {
						t.Errorf("%s: %q is %s, want %s", tag, s, st.Time.Format(time.DateOnly), want)
					}
				}
			}
		}
		for half, name := range l.AMPM {
			s := l.Native("13/12/2026 05:30 ") + name
			if st, _ := Find(s, Context{Language: tag[:2]}); st.Time.Hour() != 5+12*half {
				t.Errorf("%s: %q is %s", tag, s, st.Time)
			}
		}
	}
	if names < 600 {
		t.Errorf("only %d names were tried: the data is not what it was", names)
	}
}

// TestCLDRRelative does the same for "three hours ago" and its like.
func TestCLDRRelative(t *testing.T) {
	received := time.Date(2026, 7, 4, 12, 0, 0, 0, time.UTC)
	for tag, l := range cldrtest.Locales(t) {
		for unit, span := range map[string]time.Duration{"minute": time.Minute, "hour": time.Hour, "day": 24 * time.Hour} {
			for count, n := range map[string]int{"one": 1, "two": 2, "few": 3, "other": 100} {
				pattern := l.Past(unit, count)
				if pattern == "" {
					continue
				}
				s := strings.ReplaceAll(pattern, "{0}", l.Native(fmt.Sprint(n)))
				st, ok := Relative(s, Context{Received: received})
				if want := received.Add(-time.Duration(n) * span); !ok || st.Time.Format(time.DateOnly) != want.Format(time.DateOnly) {
					t.Errorf("%s: %q is %s, want %s", tag, s, st.Time, want)
				}
			}
		}
	}
}
