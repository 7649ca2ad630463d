package match

import (
	"strings"
	"testing"
	"time"
)

// roundUp carries so much of three reports that each is a good part of it.
var roundUp = "In brief. " + sentences(ferry, 0, 1) + " " + sentences(tunnel, 0, 1) + " " + sentences(bridge, 0, 1)

// TestRoundUpJoinsNoStrangers: reports have nothing to do with each other because a
// later round-up carries them, whatever order they are given in, and whether they
// have copies.
func TestRoundUpJoinsNoStrangers(t *testing.T) {
	hour := func(n int) time.Time { return day(1).Add(time.Duration(n) * time.Hour) }
	items := []Item{
		{Body: ferry, Date: hour(0)}, {Body: sentences(tunnel, 0, 1), Date: hour(1)}, {Body: sentences(bridge, 0, 1), Date: hour(2)},
		{Body: roundUp, Date: hour(9)}, {Body: mistype(roundUp, 40), Date: hour(10)}, {Body: mistype(sentences(tunnel, 0, 1), 30), Date: hour(11)},
	}
	of := []string{"ferry", "tunnel", "bridge", "", "", "tunnel"}
	for _, order := range [][]int{{0, 1, 2, 3, 4, 5}, {5, 4, 3, 2, 1, 0}, {3, 1, 0, 2, 5, 4}, {0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 5, 0, 4}} {
		var list []Item
		for _, n := range order {
			list = append(list, items[n])
		}
		got := Families(list)
		for a, m := range order {
			for b, n := range order[:a] {
				if one := got[a].Family == got[b].Family; of[m] != "" && of[n] != "" && one != (of[m] == of[n]) {
					t.Errorf("%v: %s and %s in one family: %v", order, of[m], of[n], one)
				}
				if m >= 3 && n >= 3 && m < 5 && n < 5 && got[a].Family != got[b].Family {
					t.Errorf("%v: the copy of the round-up is not one", order)
				}
			}
			if of[m] == "" && got[a].Family == a {
				t.Errorf("%v: the round-up is from nothing", order)
			}
		}
	}
}

// TestPartsOfOneReport: what several took from one report before them are parts of
// it, though they have nothing in common.
func TestPartsOfOneReport(t *testing.T) {
	long := ferry + " " + strings.ReplaceAll(tunnel, "tunnel", "passage")
	items := []Item{
		{Body: long, Date: day(1)}, {Body: ferry, Date: day(2)}, {Body: strings.ReplaceAll(tunnel, "tunnel", "passage"), Date: day(2)},
	}
	early, late := sentences(ferry, 0, 1), sentences(tunnel, 0, 1)
	for name, list := range map[string][]Item{
		"two parts":                      items,
		"a part of what carried another": {{Body: early, Date: day(1)}, {Body: roundUp, Date: day(2)}, {Body: late, Date: day(3)}},
		"no dates of the parts":          {{Body: roundUp, Date: day(2)}, {Body: early}, {Body: late}},
		"no date of one part":            {{Body: roundUp, Date: day(2)}, {Body: early, Date: day(1)}, {Body: late}},
	} {
		got := Families(list)
		for i, o := range got {
			if o.Family != got[0].Family {
				t.Errorf("%s, item %d: %+v", name, i, o)
			}
		}
	}
}
