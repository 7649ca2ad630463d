package dateline

import (
	"slices"
	"testing"
	"time"
)

func TestHealth(t *testing.T) {
	now := time.Date(2026, 11, 22, 14, 32, 0, 0, time.UTC)
	well := Source{Feed: "https://nahr.example/feed", Poll: Poll{LastTry: now, LastGood: now, LastNew: now.Add(-2 * time.Hour), PerDay: 24}}
	lost := Reading{Habits: []Habit{{Trait: TraitByline, Lost: now.Add(-time.Hour)}}}
	tests := []struct {
		name   string
		change func(*Source)
		want   Health
	}{
		{"well", func(*Source) {}, Well},
		{"five hours without news of one an hour", func(s *Source) { s.Poll.LastNew = now.Add(-5 * time.Hour) }, Well},
		{"and a minute", func(s *Source) { s.Poll.LastNew = now.Add(-5*time.Hour - time.Minute) }, Silent},
		{"of no known rhythm", func(s *Source) { s.Poll.LastNew, s.Poll.PerDay = now.Add(-900*time.Hour), 0 }, Well},
		{"of a rhythm that has all but ended", func(s *Source) { s.Poll.LastNew, s.Poll.PerDay = now.Add(-900*time.Hour), 1e-6 }, Well},
		{"of one that is faster than clocks", func(s *Source) { s.Poll.LastNew, s.Poll.PerDay = now, 1e300 }, Well},
		{"without news ever", func(s *Source) { s.Poll.LastNew = time.Time{} }, Well},
		{"warned", func(s *Source) { s.Poll.Warning = "cut off" }, Warned},
		{"warned and silent", func(s *Source) { s.Poll.Warning, s.Poll.LastNew = "cut off", now.Add(-900*time.Hour) }, Silent},
		{"read worse, and silent", func(s *Source) { s.Poll.Reading, s.Poll.LastNew = lost, now.Add(-900*time.Hour) }, Drifting},
		{"read worse, and accepted", func(s *Source) { s.Poll.Reading, s.Accepted = lost, now }, Well},
		{"failing and read worse", func(s *Source) { s.Poll.Reading, s.Poll.LastError = lost, "500" }, Failing},
		{"not polled yet", func(s *Source) { s.Poll = Poll{} }, Waiting},
		{"files", func(s *Source) { s.Feed = "" }, Unpolled},
		{"retired, its last answer 410", func(s *Source) { s.Retired, s.Poll.LastError = true, "410" }, Retired},
	}
	for _, tt := range tests {
		s := well
		if tt.change(&s); s.Health(now) != tt.want || !slices.Contains(Healths(), tt.want) {
			t.Errorf("%s: %s, want %s", tt.name, s.Health(now), tt.want)
		}
	}
}
