package match

import (
	"testing"
	"time"
)

func TestLate(t *testing.T) {
	first := time.Date(2031, 3, 1, 12, 0, 0, 0, time.UTC)
	tests := []struct {
		name           string
		earliest, item time.Time
		want           time.Duration
	}{
		{"the same day", first, first.Add(5 * time.Hour), 0},
		{"three days", first, first.Add(lateAfter), 0},
		{"a minute more", first, first.Add(lateAfter + time.Minute), lateAfter + time.Minute},
		{"another zone", first, first.Add(80 * time.Hour).In(time.FixedZone("", 3*3600)), 80 * time.Hour},
		{"before it", first, first.AddDate(0, 0, -30), 0},
		{"undated", first, time.Time{}, 0},
		{"of undated origin", time.Time{}, first, 0},
	}
	for _, test := range tests {
		if got := Late(test.earliest, test.item); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// TestFamiliesTellLateness: age counts from the earliest known, not from the
// item that it was made from.
func TestFamiliesTellLateness(t *testing.T) {
	text := pier + " Boats to the islands leave from the coal quay until the spring, said the director, Maren Holt. Repairs will cost four million."
	first := time.Date(2031, 3, 1, 12, 0, 0, 0, time.UTC)
	items := []Item{
		{Body: text, Source: "Courier", Date: first.Add(24 * time.Hour)},
		{Body: text, Source: "Herald", Date: first},
		{Body: "(Courier) " + text, Source: "Mirror", Date: first.AddDate(0, 0, 24)},
	}
	got := Families(items)
	for i, want := range []time.Duration{0, 0, 24 * 24 * time.Hour} {
		if got[i].Late != want {
			t.Errorf("item %d is %v late, want %v", i, got[i].Late, want)
		}
	}
	if got[2].From != 0 {
		t.Errorf("it comes from %d, want the one it credits", got[2].From)
	}
}
