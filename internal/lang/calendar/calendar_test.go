package calendar

import (
	"testing"
	"time"
)

func TestMonth(t *testing.T) {
	for _, c := range []struct {
		word, next string
		month      time.Month
		kind       Kind
		words      int
	}{
		{"march", "", time.March, Gregorian, 1},
		{"sept", "", time.September, Gregorian, 1},
		{"août", "", time.August, Gregorian, 1},
		{"mai", "", time.May, Gregorian, 1},
		{"كانون", "الثاني", time.January, Gregorian, 2},
		{"كانون", "الاول", time.December, Gregorian, 2},
		{"تشرين", "الاول", time.October, Gregorian, 2},
		{"كانون", "الليل", 0, 0, 0},
		{"تموز", "يوليو", time.July, Gregorian, 1},
		{"دجنبر", "", time.December, Gregorian, 1},
		{"رمضان", "", 9, Islamic, 1},
		{"ربيع", "الاول", 3, Islamic, 2},
		{"ربيع", "الاخر", 4, Islamic, 2},
		{"ربيع", "المدينه", 0, 0, 0},
		{"جمادي", "الاخره", 6, Islamic, 2},
		{"جمادي", "الاولي", 5, Islamic, 2},
		{"ذو", "الحجه", 12, Islamic, 2},
		{"ذو", "شان", 0, 0, 0},
		{"اسفند", "", 12, Iranian, 1},
		{"ferry", "", 0, 0, 0},
		{"", "", 0, 0, 0},
	} {
		m, k, n := Month(c.word, c.next)
		if m != c.month || k != c.kind || n != c.words {
			t.Errorf("%s %s: %d of calendar %d in %d words, want %d, %d, %d", c.word, c.next, m, k, n, c.month, c.kind, c.words)
		}
	}
}

// TestDay holds days that are within one of those announced (Ramadan 1445 began on
// 11 March 2024 in Mecca and on the 12th elsewhere), and the
// limits of each calendar.
func TestDay(t *testing.T) {
	for _, c := range []struct {
		kind             Kind
		year, month, day int
		want             string // "" for no such day
	}{
		{Islamic, 1400, 1, 1, "1979-11-21"},
		{Islamic, 1420, 1, 1, "1999-04-17"},
		{Islamic, 1445, 9, 1, "2024-03-11"},
		{Islamic, 1447, 1, 1, "2025-06-27"},
		{Islamic, 1446, 12, 30, "2025-06-27"}, // 1446 has 29 days in its last month: the next day is the first of 1447
		{Islamic, 1447, 9, 31, ""},
		{Islamic, 622, 1, 1, ""},
		{Islamic, 1447, 13, 1, ""},
		{Iranian, 1404, 1, 1, "2025-03-21"},
		{Iranian, 1403, 1, 1, "2024-03-20"},
		{Iranian, 1404, 12, 29, "2026-03-20"},
		{Iranian, 1800, 1, 1, ""},
		{Gregorian, 2026, 3, 5, "2026-03-05"},
		{Gregorian, 2026, 2, 29, ""},
		{Gregorian, 2024, 2, 29, "2024-02-29"},
		{Gregorian, 0, 2, 2, ""},
	} {
		got, ok := Day(c.kind, c.year, c.month, c.day)
		if ok != (c.want != "") || ok && got.Format(time.DateOnly) != c.want {
			t.Errorf("calendar %d, %d-%d-%d: %s, want %q", c.kind, c.year, c.month, c.day, got.Format(time.DateOnly), c.want)
		}
	}
}

// TestYears: every day of the Islamic calendar follows the one before.
func TestYears(t *testing.T) {
	last, _ := Day(Islamic, 1399, 12, 29)
	for y := 1400; y < 1500; y++ {
		for m := 1; m <= 12; m++ {
			first, ok := Day(Islamic, y, m, 1)
			if days := first.Sub(last).Hours() / 24; !ok || days < 1 || days > 2 {
				t.Fatalf("%d-%d begins %v days behind the 29th of the month before", y, m, days)
			}
			last, _ = Day(Islamic, y, m, 29)
		}
	}
}
