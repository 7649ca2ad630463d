package lang

import "testing"

func TestWeekday(t *testing.T) {
	for _, week := range []string{
		"Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
		"الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
	} {
		_, words := Words(week)
		for i, w := range words {
			if got := Weekday(w.Form); got != i+1 {
				t.Errorf("%s is day %d, want %d", w.Form, got, i+1)
			}
		}
	}
	for _, other := range []string{"", "day", "يوم", "sundays", "احد"} {
		if got := Weekday(other); got != 0 {
			t.Errorf("%s is day %d of the week", other, got)
		}
	}
}
