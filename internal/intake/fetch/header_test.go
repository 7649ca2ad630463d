package fetch

import (
	"net/http"
	"testing"
	"time"
)

// FuzzHeaders: whatever a server asks for, it is waited for neither backwards
// nor longer than a day.
func FuzzHeaders(f *testing.F) {
	for _, s := range []string{"120", "-1", "9223372036854775807", "Fri, 31 Dec 9999 23:59:59 GMT", "max-age=1", "public, max-age=\"60\"", "max-age=1e9, no-cache"} {
		f.Add(s, s)
	}
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	f.Fuzz(func(t *testing.T, one, other string) {
		for _, d := range []time.Duration{
			retryAfter(one, now), fresh(http.Header{"Cache-Control": {one}, "Expires": {other}}, now), fresh(http.Header{"Expires": {one}}, now),
		} {
			if d < 0 || d > maxRetryAfter {
				t.Errorf("%q and %q ask for %v", one, other, d)
			}
		}
	})
}
