package samplepress

import (
	"testing"
	"time"
)

func TestDating(t *testing.T) {
	at := time.Date(2026, 11, 22, 11, 10, 5, 0, time.UTC) // 14:10 in Qulzar
	tests := []struct {
		source               string
		language             string
		form                 dateForm
		shown, feed, machine string
	}{
		{"barid-en", "en", "", "Sunday 22 November 2026, 14:10 UTC+3", "2026-11-22T14:10:05+03:00", "2026-11-22T14:10:05+03:00"},
		{"barid-ar", "ar", "", "الأحد 22 تشرين الثاني 2026، 14:10 ت\u00a0غ\u00a0\u2066+3\u2069", "2026-11-22T14:10:05+03:00", "2026-11-22T14:10:05+03:00"},
		{"tsna", "ar", "", "الأحد 22 نوفمبر 2026، 15:10", "2026-11-22T15:10:05+04:00", ""},
		{"tsna", "ar", shownHijri, "11 جمادى الآخرة 1448 هـ", "", ""},
		{"tsna", "ar", shownNative, "الأحد ٢٢ نوفمبر ٢٠٢٦، ١٥:١٠", "", ""},
		{"fanar", "ar", "", "الأحد 22 تشرين الثاني/نوفمبر 2026، 14:10", "2026-11-22T14:10:05+03:00", ""},
		{"fanar", "ar", shownLevant, "الأحد 22 تشرين الثاني 2026، 14:10", "", ""},
		{"tsna", "ar", shownBoth, "الأحد 22 تشرين الثاني/نوفمبر 2026، 15:10", "", ""},
		{"dafatir", "ar", shownMaghreb, "الأحد 22 نونبر 2026، 14:10", "", ""},
		{"mirwad", "en", shownNoZone, "2026-11-22 14:10:05", "2026-11-22 14:10:05", ""},
		{"fanar", "ar", shownYear0, "الأحد 22 تشرين الثاني/نوفمبر 2026، 14:10", "0000-01-01T00:00:00Z", ""},
		{"courier", "en", shownFuture, "Sunday 22 November 2026, 14:10", "2099-12-31T23:59:00Z", ""},
		{"courier", "en", shownNone, "", "", ""},
	}
	for _, tt := range tests {
		for _, s := range sources() {
			if string(s.ID) != tt.source {
				continue
			}
			d, err := s.dating(&dispatch{Language: tt.language, Shown: tt.form, Months: s.months})
			if err != nil {
				t.Fatal(err)
			}
			if got := d.shown(at); got != tt.shown {
				t.Errorf("%s %s: shown %q, want %q", tt.source, tt.form, got, tt.shown)
			}
			if got := d.feed(at, time.RFC3339); got != tt.feed {
				t.Errorf("%s %s: in the feed %q, want %q", tt.source, tt.form, got, tt.feed)
			}
			if got := d.machine(at); got != tt.machine {
				t.Errorf("%s %s: for machines %q, want %q", tt.source, tt.form, got, tt.machine)
			}
		}
	}
}

func TestDatingRefuses(t *testing.T) {
	for _, d := range []dispatch{{Language: "tlh"}, {Language: "ar", Months: "mayan"}, {Language: "ar", Digits: "roman"}} {
		if _, err := sources()[0].dating(&d); err == nil {
			t.Errorf("%+v has dates", d)
		}
	}
}
