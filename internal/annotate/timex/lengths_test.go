package timex

import "testing"

// TestLengths reads how long things take and how far away they are, in a text of
// Thursday, 5 March 2026.
func TestLengths(t *testing.T) {
	checkTimes(t, English, [][2]string{
		{"It took five days.", "five days=P5D"},
		{"It took twenty-one weeks.", "twenty-one weeks=P21W"},
		{"It took 1,200 years.", "1,200 years=P1200Y"},
		{"It took two full years.", "two full years=P2Y"},
		{"It took a couple of hours.", "a couple of hours=PT2H"},
		{"It was a two-year deal and a year-long wait.", "two-year=P2Y year-long=P1Y"},
		{"It took two decades.", "two decades=P20Y"},
		{"It took 30 minutes and 20 seconds.", "30 minutes=PT30M 20 seconds=PT20S"},
		{"It opened a year earlier.", "a year earlier=2025"},
		{"It opens six months from now.", "six months from now=2026-09"},
		{"It opened a few weeks ago.", "a few weeks ago=PAST_REF"},
		{"It opens every Monday and every day.", "every Monday=XXXX-WXX-1 every day=P1D"},
		{"It is a weekly.", "weekly=P1W"},
		{"It was bought for $1990 in 1990.", "1990=1990"},
		{"It rose 1998 points.", ""},
		{"It was built in the nineties.", "the nineties=199"},
		{"It was built in the early 1960s.", "the early 1960s=196"},
		{"It fell in the second-quarter.", "the second-quarter=2025-Q2"},
		{"It came at 5:15 p.m. EST.", "5:15 p.m. EST=2026-03-05T17:15"},
		{"It came at 12:30 a.m.", "12:30 a.m.=2026-03-05T00:30"},
		{"The score was 45:30 and 012:30.", ""},
		{"It took the entire year.", "the entire year=P1Y"},
		{"It took a couple hours.", "a couple hours=PTXH"},
		{"It rained for weeks.", "weeks=PXW"},
		{"It closes at the end of the year.", "the year=2026"},
		{"It was built in the mid 1960s.", "the mid 1960s=196"},
		{"In 1850 it stood; 1850 ships came.", "1850=1850"},
		{"In 1800 it stood, in 2099 it will, in 2100 it may.", "1800=1800 2099=2099"},
		{"It was bought for $1,990.", ""},
		{"It opened two centuries ago and three decades ago.", "two centuries ago=18 three decades ago=199"},
		{"It will be so in the future, not in the past.", "the future=FUTURE_REF the past=PAST_REF"},
	})
}

func TestNumberWords(t *testing.T) {
	for _, c := range []struct {
		word string
		want int
		ok   bool
	}{
		{"zero", 0, true}, {"ten", 10, true}, {"eleven", 11, true}, {"nineteen", 19, true}, {"twenty", 20, true}, {"ninety", 90, true},
		{"forty-two", 42, true}, {"3,000", 3000, true}, {"dozen", 12, true}, {"twenty-ten", 0, false}, {"ferry", 0, false}, {"", 0, false},
	} {
		if got, ok := numberOf(c.word); got != c.want || ok != c.ok {
			t.Errorf("%q: %d %v, want %d %v", c.word, got, ok, c.want, c.ok)
		}
	}
}

func TestWeekdays(t *testing.T) {
	for _, w := range []string{"monday", "mondays", "monday's", "mon."} {
		if d, ok := weekdayOf(w); !ok || d != 1 {
			t.Errorf("%q: %v %v", w, d, ok)
		}
	}
	for _, w := range []string{"mon", "sun", "sat", "wed", "money", "ferry."} {
		if d, ok := weekdayOf(w); ok {
			t.Errorf("%q is taken for %v", w, d)
		}
	}
}
