package locale

import (
	"errors"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/lang/calendar"
)

func edition(t *testing.T, e dateline.Edition) *Edition {
	t.Helper()
	made, err := New(e)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func plainEnglish(t *testing.T) *Edition { return edition(t, dateline.Edition{Language: "en"}) }

func TestNewRefuses(t *testing.T) {
	for name, e := range map[string]dateline.Edition{
		"language": {Language: "fr"},
		"no lang":  {},
		"zone":     {Language: "en", Zone: "Mars/Olympus"},
		"digits":   {Language: "ar", Digits: "roman"},
		"months":   {Language: "ar", Months: "hijri"},
	} {
		if _, err := New(e); !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("%s: New(%+v) = %v, want ErrInvalid", name, e, err)
		}
	}
}

func TestRegionDefaults(t *testing.T) {
	day := time.Date(2026, 7, 3, 9, 5, 0, 0, time.UTC)
	for _, test := range []struct{ region, want string }{
		{"", "الجمعة 3 تموز/يوليو 2026"},
		{"LB", "الجمعة ٣ تموز ٢٠٢٦"},
		{"EG", "الجمعة ٣ يوليو ٢٠٢٦"},
		{"AE", "الجمعة 3 يوليو 2026"},
		{"MA", "الجمعة 3 يوليوز 2026"},
		{"TN", "الجمعة 3 جويلية 2026"},
		{"MR", "الجمعة ٣ يوليو ٢٠٢٦"},
	} {
		e := edition(t, dateline.Edition{Language: "ar", Region: test.region})
		if got := e.Date(day); got != test.want {
			t.Errorf("%s: Date = %q, want %q", test.region, got, test.want)
		}
	}
}

func TestDirectionAndTag(t *testing.T) {
	ar := edition(t, dateline.Edition{Language: "ar", Region: "LB"})
	if ar.Direction() != dateline.RightToLeft || ar.Tag() != "ar-LB" || ar.Language() != "ar" {
		t.Errorf("ar-LB: %s %s %s", ar.Direction(), ar.Tag(), ar.Language())
	}
	en := plainEnglish(t)
	if en.Direction() != dateline.LeftToRight || en.Tag() != "en" {
		t.Errorf("en: %s %s", en.Direction(), en.Tag())
	}
}

func TestWeekend(t *testing.T) {
	egypt := edition(t, dateline.Edition{Language: "ar", Region: "EG"})
	lebanon := edition(t, dateline.Edition{Language: "ar", Region: "LB"})
	for day, want := range map[time.Weekday][2]bool{
		time.Thursday: {false, false}, time.Friday: {true, false},
		time.Saturday: {true, true}, time.Sunday: {false, true},
	} {
		if got := [2]bool{egypt.Weekend(day), lebanon.Weekend(day)}; got != want {
			t.Errorf("%s: EG, LB = %v, want %v", day, got, want)
		}
	}
}

// TestMonthsAreReadBack: whatever month an edition prints, copy that is taken in
// from it is read as the same month.
func TestMonthsAreReadBack(t *testing.T) {
	for _, e := range []dateline.Edition{
		{Language: "en"}, {Language: "ar"}, {Language: "ar", Region: "LB"}, {Language: "ar", Region: "EG"}, {Language: "ar", Region: "MA"},
		{Language: "ar", Region: "MR"}, {Language: "ar", Region: "DZ"}, {Language: "ar", Region: "TN"},
	} {
		made := edition(t, e)
		for month := time.January; month <= time.December; month++ {
			_, printed, _ := strings.Cut(made.Day(time.Date(2026, month, 5, 0, 0, 0, 0, time.UTC)), " ")
			for _, name := range strings.Split(strings.TrimRight(printed, " 0123456789٠١٢٣٤٥٦٧٨٩"), "/") {
				words := strings.Fields(name + " .")
				got, kind, n := calendar.Month(lang.Fold(words[0]), lang.Fold(words[1]))
				if got != month || kind != calendar.Gregorian || n != len(words)-1 {
					t.Errorf("%s of %+v is read as month %d in %d words", name, e, got, n)
				}
			}
		}
	}
}
