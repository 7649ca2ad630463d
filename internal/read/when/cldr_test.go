package when

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestCLDR reads every name that CLDR has for a month or a half of the day in
// English and Arabic, in the digits of each region.
func TestCLDR(t *testing.T) {
	folder := os.Getenv("DATELINE_DATA")
	if folder == "" {
		t.Skip("DATELINE_DATA is not set: names are not compared with CLDR")
	}
	raw, err := os.ReadFile(filepath.Join(folder, "formats", "cldr", "cldr-ar-en-dates.json"))
	if err != nil {
		t.Fatal(err)
	}
	var locales map[string]struct {
		Months, Days, AMPM []string
		Short              []string `json:"months_abbr"`
		Digits             string   `json:"nu"`
		Relative           map[string]map[string]json.RawMessage
	}
	if err := json.Unmarshal(raw, &locales); err != nil {
		t.Fatal(err)
	}
	names := 0
	for tag, l := range locales {
		digits := func(s string) string {
			if l.Digits == "arab" {
				return strings.NewReplacer("0", "٠", "1", "١", "2", "٢", "3", "٣", "4", "٤", "5", "٥", "6", "٦", "7", "٧", "8", "٨", "9", "٩").Replace(s)
			}
			return s
		}
		for i := range 12 {
			for _, name := range []string{l.Months[i], l.Short[i]} {
				names++
				want := fmt.Sprintf("2026-%02d-13", i+1)
				for _, s := range []string{digits("13 ") + name + digits(" 2026"), l.Days[i%7] + "، " + digits("13 ") + name + " " + digits("2026")} {
					if st, ok := Find(s, Context{Language: tag[:2]}); !ok || st.Time.Format(time.DateOnly) != want {
						t.Errorf("%s: %q is %s, want %s", tag, s, st.Time.Format(time.DateOnly), want)
					}
				}
			}
		}
		for unit, span := range map[string]time.Duration{"minute": time.Minute, "hour": time.Hour, "day": 24 * time.Hour} {
			var past map[string]string
			if json.Unmarshal(l.Relative[unit]["relativeTime-type-past"], &past) != nil {
				continue
			}
			for count, n := range map[string]int{"one": 1, "two": 2, "few": 3, "other": 100} {
				if pattern := past["relativeTimePattern-count-"+count]; pattern != "" {
					s := strings.ReplaceAll(pattern, "{0}", digits(fmt.Sprint(n)))
					received := time.Date(2026, 7, 4, 12, 0, 0, 0, time.UTC)
					st, ok := Relative(s, Context{Received: received})
					if want := received.Add(-time.Duration(n) * span); !ok || st.Time.Format(time.DateOnly) != want.Format(time.DateOnly) {
						t.Errorf("%s: %q is %s, want %s", tag, s, st.Time, want)
					}
				}
			}
		}
		for half, name := range l.AMPM {
			s := digits("13/12/2026 05:30 ") + name
			if st, _ := Find(s, Context{Language: tag[:2]}); st.Time.Hour() != 5+12*half {
				t.Errorf("%s: %q is %s", tag, s, st.Time)
			}
		}
	}
	if names < 600 {
		t.Errorf("only %d names were tried: the data is not what it was", names)
	}
}
