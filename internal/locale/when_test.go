package locale

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline"
)

func TestTimes(t *testing.T) {
	when := time.Date(2026, 9, 22, 21, 30, 7, 0, time.UTC) // the 23rd in Beirut
	en := edition(t, dateline.Edition{Language: "en"})
	beirut := edition(t, dateline.Edition{Language: "en", Zone: "Asia/Beirut"})
	both := edition(t, dateline.Edition{Language: "ar"})
	arab := edition(t, dateline.Edition{Language: "ar", Zone: "Asia/Beirut", Digits: Arab, Months: Levant})
	for _, test := range []struct{ name, got, want string }{
		{"date", en.Date(when), "Tuesday 22 September 2026"},
		{"short", en.ShortDate(when), "22 Sept 2026"},
		{"clock", en.Clock(when), "21:30"},
		{"seconds", en.Seconds(when), "21:30:07"},
		{"full", en.DateTime(when), "Tue 22 Sept 2026, 21:30\u00a0GMT"},
		{"zone moves the day", beirut.DateTime(when), "Wed 23 Sept 2026, 00:30\u00a0UTC+3"},
		{"date ar", both.Date(when), "الثلاثاء 22 أيلول/سبتمبر 2026"},
		{"short ar", both.ShortDate(when), "22/9/2026"},
		{"narrow", en.DayMonth(when), "22 Sept"},
		{"narrow arab", arab.DayMonth(when), "٢٣/٩"},
		{"full ar", both.DateTime(when), "الثلاثاء 22 أيلول/سبتمبر 2026، 21:30\u00a0ت\u00a0غ"},
		{"arab digits", arab.DateTime(when), "الأربعاء ٢٣ أيلول ٢٠٢٦، ٠٠:٣٠\u00a0ت\u00a0غ\u00a0\u2066+٣\u2069"},
		{"short arab", arab.ShortDate(when), "٢٣/٩/٢٠٢٦"},
	} {
		if test.got != test.want {
			t.Errorf("%s: %q, want %q", test.name, test.got, test.want)
		}
	}
}

func TestShortMonths(t *testing.T) {
	want := [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"}
	for i, w := range want {
		if got := shortEnglish(time.Month(i + 1)); got != w {
			t.Errorf("month %d: %q, want %q", i+1, got, w)
		}
	}
}

func TestOffsetLabel(t *testing.T) {
	en, ar := plainEnglish(t), edition(t, dateline.Edition{Language: "ar"})
	for _, test := range []struct {
		seconds int
		en, ar  string
	}{
		{0, "GMT", "ت\u00a0غ"},
		{3 * 3600, "UTC+3", "ت\u00a0غ\u00a0\u2066+3\u2069"},
		{-3*3600 - 1800, "UTC-3:30", "ت\u00a0غ\u00a0\u2066-3:30\u2069"},
		{5*3600 + 45*60, "UTC+5:45", "ت\u00a0غ\u00a0\u2066+5:45\u2069"},
	} {
		if got := en.OffsetLabel(test.seconds); got != test.en {
			t.Errorf("en %d: %q, want %q", test.seconds, got, test.en)
		}
		if got := ar.OffsetLabel(test.seconds); got != test.ar {
			t.Errorf("ar %d: %q, want %q", test.seconds, got, test.ar)
		}
	}
}

func TestClockOn(t *testing.T) {
	e := edition(t, dateline.Edition{Language: "en", Zone: "Asia/Beirut"})
	day := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	late := time.Date(2026, 11, 22, 23, 0, 0, 0, time.UTC) // already the 23rd in Beirut
	if got := e.ClockOn(day, day.Add(-time.Hour)); got != "13:00" {
		t.Errorf("same day: %q", got)
	}
	if got := e.ClockOn(day, late); got != "23 Nov, 01:00" {
		t.Errorf("next day: %q", got)
	}
	if got := e.ClockOn(day, day.AddDate(1, 0, 0)); got != "22 Nov 2027, 14:00" {
		t.Errorf("next year: %q", got)
	}
	turn := time.Date(2026, 12, 31, 23, 0, 0, 0, time.UTC) // already 2027 in Beirut
	if got := e.ClockOn(day, turn); got != "1 Jan 2027, 01:00" {
		t.Errorf("next year in the edition's zone: %q", got)
	}
	if got := edition(t, dateline.Edition{Language: "ar"}).ClockOn(day, day.Add(-24*time.Hour)); got != "21/11، 12:00" {
		t.Errorf("in Arabic: %q", got)
	}
}

func TestStamp(t *testing.T) {
	en := edition(t, dateline.Edition{Language: "en", Zone: "Asia/Beirut"})
	ar := edition(t, dateline.Edition{Language: "ar"})
	wall := time.Date(2025, 7, 22, 5, 29, 53, 0, time.UTC)
	tokyo := time.FixedZone("", 9*3600)
	for _, test := range []struct {
		name   string
		stamp  dateline.Stamp
		en, ar string
	}{
		{"undated", dateline.Stamp{}, "undated", "بلا تاريخ"},
		{"known zone", dateline.Stamp{Time: wall, Zone: "GMT", Precision: dateline.ToSecond},
			"Tue 22 Jul 2025, 08:29\u00a0UTC+3", "الثلاثاء 22 تموز/يوليو 2025، 05:29\u00a0ت\u00a0غ"},
		{"no zone stays where it is", dateline.Stamp{Time: wall, Precision: dateline.ToSecond},
			"Tue 22 Jul 2025, 05:29 (zone not given)", "الثلاثاء 22 تموز/يوليو 2025، 05:29 (المنطقة الزمنية غير مذكورة)"},
		{"proposed zone", dateline.Stamp{Time: wall, Proposed: "GMT", Precision: dateline.ToSecond},
			"Tue 22 Jul 2025, 05:29 (zone not given, \u2068GMT\u2069 proposed)",
			"الثلاثاء 22 تموز/يوليو 2025، 05:29 (المنطقة الزمنية غير مذكورة، والأرجح \u2068ت\u00a0غ\u2069)"},
		{"a day is the page's own", dateline.Stamp{Time: time.Date(2025, 7, 22, 0, 0, 0, 0, tokyo), Zone: "+09:00", Precision: dateline.ToDay},
			"Tuesday 22 July 2025", "الثلاثاء 22 تموز/يوليو 2025"},
	} {
		if got := en.Stamp(test.stamp); got != test.en {
			t.Errorf("%s: en %q, want %q", test.name, got, test.en)
		}
		if got := ar.Stamp(test.stamp); got != test.ar {
			t.Errorf("%s: ar %q, want %q", test.name, got, test.ar)
		}
	}
}

func TestEvidence(t *testing.T) {
	s := dateline.Stamp{Time: time.Now(), From: dateline.FromFeed, Precision: dateline.ToMinute, Confidence: dateline.Sure}
	if got := plainEnglish(t).Evidence(s); got != "from the source’s feed, to the minute, sure" {
		t.Errorf("Evidence = %q", got)
	}
	if got := plainEnglish(t).Evidence(dateline.Stamp{}); got != "The source gives no time." {
		t.Errorf("Evidence of none = %q", got)
	}
	ar := edition(t, dateline.Edition{Language: "ar"})
	if got := ar.Evidence(s); got != "من خلاصة المصدر، بالدقيقة، مؤكد" {
		t.Errorf("Evidence ar = %q", got)
	}
}

// TestLanguagesHaveNames: whatever lang can tell of a text stands on its page by name.
func TestLanguagesHaveNames(t *testing.T) {
	told := "en fr tr de es it pt nl id pl sv da nb ca ar fa ur ps ckb ug sd ru uk bg sr he el th ko hi bn hy ka am ja zh und"
	for _, language := range []string{"en", "ar"} {
		e := edition(t, dateline.Edition{Language: language})
		names := map[string]string{}
		for code := range strings.FieldsSeq(told) {
			name := e.LanguageName(code)
			if name == code {
				t.Errorf("%s: %s has no name", language, code)
			}
			if other, ok := names[name]; ok {
				t.Errorf("%s: %s and %s are both called %s", language, code, other, name)
			}
			names[name] = code
		}
	}
}

func TestLanguageName(t *testing.T) {
	for code, want := range map[string]string{"fr-CA": "French", "ar": "Arabic", "tlh": "tlh"} {
		if got := plainEnglish(t).LanguageName(code); got != want {
			t.Errorf("LanguageName(%q) = %q, want %q", code, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	en := plainEnglish(t)
	arab := edition(t, dateline.Edition{Language: "ar", Digits: Arab})
	for _, test := range []struct {
		n        int
		en, arab string
	}{
		{0, "0", "٠"}, {7, "7", "٧"}, {999, "999", "٩٩٩"}, {1000, "1,000", "١٬٠٠٠"},
		{1234567, "1,234,567", "١٬٢٣٤٬٥٦٧"}, {-12345, "-12,345", "-١٢٬٣٤٥"},
	} {
		if got := en.Number(test.n); got != test.en {
			t.Errorf("en %d: %q", test.n, got)
		}
		if got := arab.Number(test.n); got != test.arab {
			t.Errorf("arab %d: %q", test.n, got)
		}
	}
	if en, arab := en.Percent(60), arab.Percent(60); en != "60%" || arab != "٦٠٪" {
		t.Errorf("Percent = %q and %q", en, arab)
	}
	if got := arab.Figure(2026); got != "٢٠٢٦" {
		t.Errorf("Figure = %q", got)
	}
}

func TestCalendar(t *testing.T) {
	c := edition(t, dateline.Edition{Language: "ar", Digits: Arab}).Calendar()
	if c.Months[6] != "تموز/يوليو" || c.Days[0] != "الأحد" || c.Digits != "٠١٢٣٤٥٦٧٨٩" || c.Greenwich != "ت\u00a0غ" {
		t.Errorf("Calendar = %+v", c)
	}
}

// TestRegions: digits, months and days off are those of the region's press; each
// region is named, so that none is lost from the lists unseen.
func TestRegions(t *testing.T) {
	for regions, want := range map[string]string{
		"AE": "latn egypt 6", "DZ TN MA": "latn maghreb", "LY": "latn egypt 5", "IQ JO PS SY": "arab levant 5", "LB": "arab levant 6", "IL": "arab egypt 5",
		"BH EG KW OM QA SA SD YE": "arab egypt 5", "MR": "arab maghreb 6", "001": "latn both 6",
	} {
		for region := range strings.FieldsSeq(regions) {
			got := fmt.Sprint(regionDigits("ar", region), " ", regionMonths(region), " ", int(regionWeekend(region)[0]))
			if !strings.HasPrefix(got, want) {
				t.Errorf("%s: %s, want %s", region, got, want)
			}
			if regionDigits("en", region) != Latn {
				t.Errorf("English in %s is written with Arabic digits", region)
			}
		}
	}
}

func TestSameDay(t *testing.T) {
	beirut := edition(t, dateline.Edition{Language: "en", Zone: "Asia/Beirut"})
	at := func(year int, month time.Month, day, hour int) time.Time {
		return time.Date(year, month, day, hour, 0, 0, 0, time.UTC)
	}
	noon := at(2026, 3, 15, 10)
	for _, c := range []struct {
		other time.Time
		want  bool
	}{
		{at(2026, 3, 14, 22), true}, {at(2026, 3, 15, 21), true}, {at(2026, 3, 14, 21), false}, {at(2026, 3, 15, 22), false},
		{at(2026, 4, 15, 10), false}, {at(2027, 3, 15, 10), false}, {at(2026, 3, 16, 10), false},
	} {
		if got := beirut.SameDay(noon, c.other); got != c.want {
			t.Errorf("%s and %s: %v", noon, c.other, got)
		}
	}
}

// TestIsolate takes out every control that could turn what is around it, and
// nothing beside them.
func TestIsolate(t *testing.T) {
	for _, r := range []rune{'\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'} {
		if got := Isolate("a" + string(r) + "b"); got != "\u2068ab\u2069" {
			t.Errorf("%U stays: %q", r, got)
		}
	}
	for _, r := range []rune{'\u2029', '\u202f', '\u2065', '\u206a', '\u200f'} {
		if got := Isolate(string(r)); got != "\u2068"+string(r)+"\u2069" {
			t.Errorf("%U goes: %q", r, got)
		}
	}
}
