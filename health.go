package dateline

import "time"

// A Health is how polling a source does.
type Health string

// The healths, what needs a person first.
const (
	Failing  Health = "failing"  // its last poll failed
	Drifting Health = "drifting" // it is read worse than before
	Silent   Health = "silent"   // nothing new for much longer than its rhythm lets expect
	Warned   Health = "warned"   // taken in, though something was wrong with its copy
	Waiting  Health = "waiting"  // not polled yet
	Well     Health = "well"
	Unpolled Health = "unpolled" // files, and what the publication writes itself
	Retired  Health = "retired"
)

// Healths are all of them, what needs a person first.
func Healths() []Health {
	return []Health{Failing, Drifting, Silent, Warned, Waiting, Well, Unpolled, Retired}
}

// silence is how many times as long as usual nothing new came before that is told:
// at five, by chance alone, once in 150 of the waits of a steady rhythm.
const silence = 5

// Health says how a source does at a time: of more than one trouble the one that
// takes most away.
func (s *Source) Health(now time.Time) Health {
	switch p := &s.Poll; {
	case s.Retired:
		return Retired
	case s.Feed == "":
		return Unpolled
	case p.LastTry.IsZero():
		return Waiting
	case p.LastError != "":
		return Failing
	case len(s.Drift()) > 0:
		return Drifting
	case s.Silent(now):
		return Silent
	case p.Warning != "":
		return Warned
	}
	return Well
}

// Silent reports whether nothing new has come for much longer than usual.
func (s *Source) Silent(now time.Time) bool {
	p := &s.Poll
	// By days and not by a Duration, which the wait of a rhythm that fades overflows.
	return p.PerDay > 0 && !p.LastNew.IsZero() && now.Sub(p.LastNew).Hours()/24*p.PerDay > silence
}
