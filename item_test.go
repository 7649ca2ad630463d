package dateline

import (
	"testing"
	"time"
)

// What claims to come from the future is ordered by when it was seen, but keeps
// its day as long as a clock somewhere can have shown it.
func TestWhen(t *testing.T) {
	seen := time.Date(2026, 11, 23, 6, 40, 0, 0, time.UTC)
	for _, c := range []struct {
		name      string
		published time.Time
		when      time.Time
		dated     bool
	}{
		{"undated", time.Time{}, seen, false},
		{"before", seen.Add(-time.Hour), seen.Add(-time.Hour), true},
		{"the same second", seen, seen, true},
		{"Riyadh's hour called GMT", seen.Add(3 * time.Hour), seen, true},
		{"tomorrow", seen.Add(23 * time.Hour), seen, true},
		{"next week", seen.AddDate(0, 0, 7), seen, false},
		{"2099", seen.AddDate(73, 0, 0), seen, false},
		{"before telegraphs", time.Date(1, 1, 1, 0, 0, 1, 0, time.UTC), seen, false},
	} {
		i := Item{Published: Stamp{Time: c.published}, FirstSeen: seen}
		if got := i.When(); !got.Equal(c.when) || i.Dated() != c.dated {
			t.Errorf("%s: ordered by %v, dated %v; want %v and %v", c.name, got, i.Dated(), c.when, c.dated)
		}
	}
	later := seen.Add(5 * time.Hour)
	i := Item{Published: Stamp{Time: later}, FirstSeen: seen, Received: later.Add(time.Minute)}
	if !i.When().Equal(later) {
		t.Error("what was filed anew with a later time does not move")
	}
	if i.Received = later.Add(-time.Hour); !i.When().Equal(seen) {
		t.Error("what was filed anew with a time to come moves")
	}
	if i := (Item{Published: Stamp{Time: seen}}); !i.When().Equal(seen) || !i.Dated() {
		t.Error("what was never seen has no time but its own")
	}
}
