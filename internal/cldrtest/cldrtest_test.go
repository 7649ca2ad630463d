package cldrtest

import "testing"

func TestLocales(t *testing.T) {
	all := Locales(t)
	for tag, l := range all {
		if len(l.Months) != 12 || len(l.Short) != 12 || len(l.Days) != 7 || len(l.AMPM) != 2 {
			t.Errorf("%s: %d months, %d short ones, %d days", tag, len(l.Months), len(l.Short), len(l.Days))
		}
	}
	if got := all["en"].Past("hour", "other"); got != "{0} hours ago" {
		t.Errorf("a few hours ago is %q", got)
	}
	if got := all["en"].Past("hour", "many"); got != "" {
		t.Errorf("English has a plural of its own: %q", got)
	}
}

func TestNative(t *testing.T) {
	if got := (Locale{Digits: "arab"}).Native("3 of 19"); got != "٣ of ١٩" {
		t.Errorf("got %q", got)
	}
	if got := (Locale{Digits: "latn"}).Native("3 of 19"); got != "3 of 19" {
		t.Errorf("got %q", got)
	}
}
