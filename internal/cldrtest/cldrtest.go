// Package cldrtest gives tests what CLDR says of dates in English and Arabic, so
// that what is read and what is written are held against one source.
package cldrtest

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"dateline/internal/datatest"
)

// A Locale is what CLDR has for one locale, such as ar-EG.
type Locale struct {
	Months []string // January first
	Short  []string `json:"months_abbr"`
	Days   []string // Sunday first
	AMPM   []string
	Digits string `json:"nu"` // "latn" or "arab"
	// Relative are the patterns of relative times by unit: "hour", then
	// "relativeTime-type-past", then "relativeTimePattern-count-few".
	Relative map[string]map[string]json.RawMessage
}

// Locales are those of English and Arabic, by their tags. The test is skipped
// where the data is not, see [datatest.Path].
func Locales(t testing.TB) map[string]Locale {
	t.Helper()
	raw, err := os.ReadFile(datatest.Path(t, "formats", "cldr", "cldr-ar-en-dates.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]Locale
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	for tag := range all {
		if !strings.HasPrefix(tag, "en") && !strings.HasPrefix(tag, "ar") {
			delete(all, tag)
		}
	}
	if len(all) < 20 {
		t.Fatalf("only %d locales: the data is not what it was", len(all))
	}
	return all
}

// Past is a pattern of a relative time in the past, with {0} for its number; ""
// when the locale has none for that count.
func (l Locale) Past(unit, count string) string {
	var past map[string]string
	if json.Unmarshal(l.Relative[unit]["relativeTime-type-past"], &past) != nil {
		return ""
	}
	return past["relativeTimePattern-count-"+count]
}

// Native is s with its digits written as the locale writes them.
func (l Locale) Native(s string) string {
	if l.Digits != "arab" {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '٠' + r - '0'
		}
		return r
	}, s)
}
