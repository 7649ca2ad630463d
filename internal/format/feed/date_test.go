package feed

import (
	"testing"

	"dateline"
)

// TestZones: an offset in any of its forms, a name of RFC 822 or of Europe; of a
// name that nobody knows only the hour is kept.
func TestZones(t *testing.T) {
	for zone, want := range map[string]string{
		"+0300": "+03:00", "+03:00": "+03:00", "+3": "+03:00", "+03": "+03:00", "+330": "+03:30", "+3:30": "+03:30", "+0330": "+03:30",
		"-0800": "-08:00", "-8": "-08:00", "GMT+3": "+03:00", "GMT-0330": "-03:30",
		"Z": "Z", "GMT": "Z", "UT": "Z", "UTC": "Z", "WET": "Z", "gmt": "Z",
		"CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00",
		"EDT": "-04:00", "EST": "-05:00", "CDT": "-05:00", "CST": "-06:00", "MDT": "-06:00", "MST": "-07:00", "PDT": "-07:00", "PST": "-08:00",
		"": "", "XYZ": "",
	} {
		if got := Stamp("Tue, 22 Jul 2025 05:29:53 " + zone).Text(); got != "2025-07-22T05:29:53"+want {
			t.Errorf("%q: %s, want %s", zone, got, want)
		}
	}
	// Behind a date in digits no word may stand, and no number of five digits.
	for zone, want := range map[string]string{"+0300": "2025-07-22T05:29:53+03:00", " EST": "2025-07-22T05:29:53-05:00", "+03000": "", "+3a": "", "+": "", "?": ""} {
		if got := Stamp("2025-07-22T05:29:53" + zone).Text(); got != want {
			t.Errorf("%q: %s, want %q", zone, got, want)
		}
	}
}

// TestMonths: an English month by its first three letters, and no word that has
// them in its midst.
func TestMonths(t *testing.T) {
	for i, name := range []string{"January", "Feb", "MARCH", "apr", "May", "Jun", "july", "Aug.", "Sept", "October", "Nov", "Dec"} {
		if got := month(name); got != i+1 {
			t.Errorf("%s: %d", name, got)
		}
	}
	for _, w := range []string{"", "Ma", "anf", "ebm", "Tue", "22", "2025", "+0300"} {
		if got := month(w); got != 0 {
			t.Errorf("%q is month %d", w, got)
		}
	}
}

// stamped checks what each text is read as.
func stamped(t *testing.T, tests map[string]string) {
	t.Helper()
	for text, want := range tests {
		if got := Stamp(text).Text(); got != want {
			t.Errorf("%q: %s, want %q", text, got, want)
		}
	}
}

// TestYears of two digits turn at 50, as RFC 2822 has it.
func TestYears(t *testing.T) {
	stamped(t, map[string]string{"22 Jul 49": "2049-07-22T00:00:00", "22 Jul 50": "1950-07-22T00:00:00", "22 Jul 00": "2000-07-22T00:00:00", "22 Jul 1999": "1999-07-22T00:00:00"})
}

// TestPartsOfADate: what is written is kept, as exactly as it was written, and
// what no calendar and no clock has is no date.
func TestPartsOfADate(t *testing.T) {
	for _, c := range []struct {
		in, want  string
		precision dateline.Precision
	}{
		{"2025-07", "2025-07-01T00:00:00", dateline.ToDay},
		{"202507", "2025-07-01T00:00:00", dateline.ToDay},
		{"2025/07/22", "2025-07-22T00:00:00", dateline.ToDay},
		{"2025-7-22", "", ""},
		{"2025-07-22T5", "", ""},
		{"2025-07-22T05:29", "2025-07-22T05:29:00", dateline.ToMinute},
		{"2025-07-22t05:29z", "2025-07-22T05:29:00Z", dateline.ToMinute},
		{"2025-07-22T05:29:53,25Z", "2025-07-22T05:29:53Z", dateline.ToSecond},
		{"2025-07-22T05:29:", "", ""},
		{"2025-07-22T:29", "", ""},
		{"2025-07-22T05:29:53:10", "", ""},
		{"2025-07-22T23:59:60Z", "2025-07-23T00:00:00Z", dateline.ToSecond}, // a leap second
		{"2025-07-22T24:00:00Z", "2025-07-23T00:00:00Z", dateline.ToSecond}, // the end of the day
		{"2025-07-22T25:00Z", "", ""},
		{"2025-07-22T05:60Z", "", ""},
		{"2025-07-22T05:29:61Z", "", ""},
		{"2025-02-29", "", ""},
		{"2024-02-29", "2024-02-29T00:00:00", dateline.ToDay},
		{"31 Jun 2025 10:00 GMT", "", ""},
		{"2025-00-10", "", ""},
		{"2025-10-00", "", ""},
		{"Jul 22, 2025", "2025-07-22T00:00:00", dateline.ToDay},
		{"22-Jul-25 05:29 GMT", "2025-07-22T05:29:00Z", dateline.ToMinute},
		{"Tue, 22 Jul 2025 05:29:53Z", "2025-07-22T05:29:53Z", dateline.ToSecond},
		{"Tue, 22 Jul 2025 5", "2025-07-22T00:00:00", dateline.ToDay},
		{"Tue, 22 Jul", "", ""},
		{"July 2025", "", ""},
		{"22 Jul 2025 a:b", "", ""},
	} {
		s := Stamp(c.in)
		if s.Text() != c.want || s.Precision != c.precision {
			t.Errorf("%q: %q %q, want %q %q", c.in, s.Text(), s.Precision, c.want, c.precision)
		}
	}
	if s := Stamp("2025-07-22T05:29:53.25Z"); s.Time.Nanosecond() != 250_000_000 {
		t.Errorf("a quarter of a second is %d ns", s.Time.Nanosecond())
	}
	if s := Stamp("2025-07-22T05:29:53 " + "                                                            Z"); !s.IsZero() {
		t.Errorf("a text of 81 bytes is the date %v", s.Time)
	}
}

// TestHalvesOfTheDay: an afternoon is never read as a morning, wherever the half
// stands, in either language.
func TestHalvesOfTheDay(t *testing.T) {
	stamped(t, map[string]string{
		"Tue, 22 Jul 2025 3:04:05 PM EST":  "2025-07-22T15:04:05-05:00",
		"Tue, 22 Jul 2025 3:04 p.m. +0300": "2025-07-22T15:04:00+03:00",
		"Jul 22, 2025 3:04PM":              "2025-07-22T15:04:00",
		"Jul 22, 2025 12:30 AM GMT":        "2025-07-22T00:30:00Z",
		"Jul 22, 2025 12:30 PM":            "2025-07-22T12:30:00",
		"22 Jul 2025 15:04 PM":             "2025-07-22T15:04:00",
		"22 Jul 2025 15:04 AM":             "",
		"2025-07-22 3:04:05 PM":            "2025-07-22T15:04:05",
		"2025-07-22 3:04:05 PM +03:00":     "2025-07-22T15:04:05+03:00",
		"2025-07-22 03:04 م":               "2025-07-22T15:04:00",
		"2025-07-22 03:04 ص":               "2025-07-22T03:04:00",
		"22 Jul 2025 03:04 مساءً":          "2025-07-22T15:04:00",
		"22 Jul 2025 15:04:05+0300":        "2025-07-22T15:04:05+03:00",
	})
}

// TestNoPlaceOnEarth: an offset that no clock has tells nothing; neither does a
// time after midnight on the day before.
func TestNoPlaceOnEarth(t *testing.T) {
	stamped(t, map[string]string{
		"Tue, 22 Jul 2025 05:29:53 +1400": "2025-07-22T05:29:53+14:00",
		"Tue, 22 Jul 2025 05:29:53 +1500": "2025-07-22T05:29:53",
		"Tue, 22 Jul 2025 05:29:53 +0360": "2025-07-22T05:29:53",
		"2025-07-22T05:29:53+99:00":       "",
		"Tue, 22 Jul 2025 24:00:00 GMT":   "2025-07-23T00:00:00Z",
		"Tue, 22 Jul 2025 24:00:01 GMT":   "",
		"Tue, 22 Jul 2025 24:30:00 GMT":   "",
	})
}

// TestBounds: what no clock and no calendar shows is no time, and the last that they
// do show is.
func TestBounds(t *testing.T) {
	stamped(t, map[string]string{
		"2025-07-22T23:59:60Z": "2025-07-23T00:00:00Z", // a leap second
		"2025-07-22T23:59:61Z": "",
		"2025-07-22T23:60:00Z": "",
		"2025-07-22T24:00:00Z": "2025-07-23T00:00:00Z",
		"2025-07-22T24:00:01Z": "",
		"2025-07-22T24:01:00Z": "",
		"2025-07-22T25:00:00Z": "",
		"2025-07-00":           "",
		"2025-07-31":           "2025-07-31T00:00:00",
		"2025-07-32":           "",
		"2025-00-22":           "",
		"2025-12-22":           "2025-12-22T00:00:00",
		"2025-13-22":           "",
		"0000-07-22":           "",
		"0001-07-22":           "0001-07-22T00:00:00",
		"2024-02-29":           "2024-02-29T00:00:00",
		"2025-02-29":           "",
		"29 Feb 2025":          "",
		"31 Apr 2025 10:15":    "",
		"20250722":             "2025-07-22T00:00:00",
		"202507221":            "",
	})
}
