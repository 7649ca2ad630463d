package when

import (
	"strings"
	"testing"
	"time"
)

// FuzzClaims: what is said to be a time stands in the line, is one time, and a
// time without a zone gets none.
func FuzzClaims(f *testing.F) {
	for _, s := range []string{"Published 22 July 2025 | Updated: 23 July 2025, 10:00 GMT", "نُشر في ٢٢ تموز ٢٠٢٥ - آخر تحديث قبل ساعتين", "2025-07-22T05:29:53+25:00", "Tue, 22 Jul 2025 05:29 AST", "22/07/25"} {
		f.Add(s)
	}
	received := time.Date(2025, 7, 23, 12, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		published, updated := Labelled(s)
		for _, part := range append(published, updated...) {
			if !strings.Contains(s, part) {
				t.Errorf("Labelled(%q) gives %q", s, part)
			}
		}
		for _, c := range []Context{{}, {Received: received, Zone: "Asia/Beirut", Language: "ar"}} {
			stamp, ok := Find(s, c)
			again, _ := Find(s, c)
			if !stamp.Equal(again) || ok == stamp.IsZero() {
				t.Errorf("Find(%q) = %+v, %v and then %+v", s, stamp, ok, again)
			}
			if stamp.Zone == "" && c.Zone == "" && stamp.Proposed != "" && !strings.ContainsAny(s, "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹") {
				t.Errorf("Find(%q) proposes %s without a number to go by", s, stamp.Proposed)
			}
			if y := stamp.Time.Year(); ok && (y < 1 || y > 9999) {
				t.Errorf("Find(%q) is in the year %d, which no JSON can hold", s, y)
			}
		}
	})
}
