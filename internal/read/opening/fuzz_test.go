package opening

import (
	"testing"
	"unicode/utf8"

	"dateline/internal/read/readtest"
)

// FuzzSays: an opening and an end are parted into what is there.
func FuzzSays(f *testing.F) {
	for _, s := range []string{"CAIRO, 3 July (MENA) — The ferry", "القاهرة - 3 يوليو (أ ش أ) - توقفت", "The ferry stopped. (Barid)", "A/B - C"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) { // halves of letters may meet
			return
		}
		o, rest := Split(s, "Harbour Post")
		if r := readtest.Adds(s, o.Dateline.Place+o.Dateline.Date+rest); r != "" {
			t.Errorf("Split(%q) = %+v, %q with more %s", s, o, rest, r)
		}
		credit, rest := End(s)
		if r := readtest.Adds(s, credit+rest); r != "" {
			t.Errorf("End(%q) = %q, %q with more %s", s, credit, rest, r)
		}
	})
}
