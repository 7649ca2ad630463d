package api

import "testing"

// FuzzAddresses: what is read out of an address is what was written into it, or
// the address is refused.
func FuzzAddresses(f *testing.F) {
	for _, s := range []string{"", "-", "1-abc", "9223372036854775807-x", "2026-11-22", "20261122-2", "20261122-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if place, err := parsePlace(s); err == nil && s != "" {
			if again, err := parsePlace(placeText(place)); err != nil || again != place || place.Item == "" {
				t.Errorf("%q is the place %+v, which reads as %+v, %v", s, place, again, err)
			}
		}
		if day, n, err := parseSitemapPath("/sitemap-" + s + ".xml"); err == nil && sitemapPath(day, n) != "/sitemap-"+s+".xml" {
			t.Errorf("%q is sitemap %d of %v", s, n, day)
		}
	})
}
