package stage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline"
)

// TestRoundUpJoinsNoStrangers: three reports have nothing to do with each other because
// a later round-up carries them, in whatever order they come in, and whether their
// copies come before or after it.
func TestRoundUpJoinsNoStrangers(t *testing.T) {
	a, b, c := prose(1, 80), prose(2, 80), prose(3, 80)
	brief := strings.Join([]string{a, b, c}, "\n\n")
	all := []dateline.Item{
		item("nra", "one", 10, a), item("marsa", "two", 11, b), item("port", "three", 12, c),
		item("barid", "brief", 60, brief), item("port", "brief copy", 70, brief+"\n\nEnd of the round-up."),
		item("barid", "one again", 80, a), item("nra", "two again", 90, b),
	}
	for _, order := range [][]int{{0, 1, 2, 3, 4, 5, 6}, {4, 3, 2, 1, 0, 5, 6}, {3, 0, 1, 2, 4, 6, 5}, {0, 5, 3, 4, 1, 6, 2}, {3, 2, 1, 0}, {0, 1, 2, 4}} {
		store := press(t)
		for _, n := range order {
			keep(t, store, all[n])
		}
		run(t, store, New(), 3, -1)
		for _, n := range order {
			list, family := matchesOf(t, store, all[n])
			members := strings.Fields(strings.ReplaceAll(strings.ReplaceAll(family, "brief copy", "brief"), " again", ""))
			slices.Sort(members)
			members = slices.Compact(members)
			if len(members) > 2 || len(members) == 2 && members[0] != "brief" {
				t.Errorf("%v: the family of %s is %q", order, all[n].GUID, family)
			}
			if strings.HasPrefix(all[n].GUID, "brief") && len(list) < 3 {
				t.Errorf("%v: the round-up was made from %d", order, len(list))
			}
		}
	}
}

// TestPartsOfOneReport: what took the beginning and the end of one report is of its
// family, also when the report comes in last.
func TestPartsOfOneReport(t *testing.T) {
	a, b := prose(1, 120), prose(2, 110)
	whole := item("nra", "whole", 10, a+"\n\n"+b)
	parts := []dateline.Item{item("marsa", "begin", 40, a), item("port", "end", 50, b)}
	for last := range 2 {
		store := press(t)
		all := slices.Insert(slices.Clone(parts), last*2, whole)
		keep(t, store, all...)
		run(t, store, New(), 100, -1)
		for _, it := range all {
			if _, family := matchesOf(t, store, it); family != "whole begin end" {
				t.Errorf("whole as number %d: the family of %s is %q", last*2, it.GUID, fmt.Sprint(family))
			}
		}
	}
}
