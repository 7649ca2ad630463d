package calendar

import (
	"strings"
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
		{"ذوالقعده", "1447", 11, Islamic, 1},
		{"ذيالحجه", "", 12, Islamic, 1},
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

// TestMonthsOfEachPlace: twelve months as each region writes them, in order.
func TestMonthsOfEachPlace(t *testing.T) {
	for place, c := range map[string]struct {
		kind  Kind
		names string
	}{
		"English": {Gregorian, "january|february|march|april|may|june|july|august|september|october|november|december"},
		"short":   {Gregorian, "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"},
		"French":  {Gregorian, "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"},
		"Spanish": {Gregorian, "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"},
		"German":  {Gregorian, "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"},
		"Egypt":   {Gregorian, "يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر"},
		"Levant":  {Gregorian, "كانون الثاني|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين الاول|تشرين الثاني|كانون الاول"},
		"Algeria": {Gregorian, "جانفي|فيفري|مارس|افريل|ماي|جوان|جويليه|اوت|سبتمبر|اكتوبر|نوفمبر|ديسمبر"},
		"Morocco": {Gregorian, "يناير|فبراير|مارس|ابريل|ماي|يونيو|يوليوز|غشت|شتنبر|اكتوبر|نونبر|دجنبر"},
		"Islamic": {Islamic, "محرم|صفر|ربيع الاول|ربيع الاخر|جمادي الاولي|جمادي الاخره|رجب|شعبان|رمضان|شوال|ذو القعده|ذي الحجه"},
		"Iran":    {Iranian, "فروردين|ارديبهشت|خرداد|تير|مرداد|شهريور|مهر|ابان|اذر|دي|بهمن|اسفند"},
	} {
		for i, name := range strings.Split(c.names, "|") {
			word, next, _ := strings.Cut(name, " ")
			m, k, n := Month(word, next)
			if int(m) != i+1 || k != c.kind || n != len(strings.Fields(name)) {
				t.Errorf("%s: %s is month %d of calendar %d in %d words", place, name, m, k, n)
			}
			if _, _, alone := Month(word, "ferry"); next != "" && alone != 0 {
				t.Errorf("%s: %s alone is a month", place, word)
			}
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
		{Islamic, 1200, 1, 1, "1785-11-04"},
		{Islamic, 1199, 12, 29, ""},
		{Islamic, 1700, 1, 1, "2270-12-15"},
		{Islamic, 1701, 1, 1, ""},
		{Islamic, 1447, 2, 30, "2025-08-25"}, // a month of 29 days, as it may be announced
		{Islamic, 1447, 0, 1, ""},
		{Islamic, 1447, 1, 0, ""},
		{Iranian, 1404, 7, 1, "2025-09-23"},
		{Iranian, 1404, 6, 31, "2025-09-22"},
		{Iranian, 1404, 7, 31, ""},
		{Iranian, 1404, 8, 1, "2025-10-23"},
		{Iranian, 1200, 1, 1, "1821-03-21"},
		{Iranian, 1199, 1, 1, ""},
		{Iranian, 1600, 1, 1, "2221-03-21"},
		{Iranian, 1601, 1, 1, ""},
		{Gregorian, 1, 1, 1, "0001-01-01"},
		{Gregorian, 2026, 12, 31, "2026-12-31"},
		{Gregorian, 2026, 12, 32, ""},
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
