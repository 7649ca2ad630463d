package match

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"dateline/internal/datatest"
)

// edited is an item of a family of edited copies.
type edited struct {
	ID, Family, Kind, From, Text string
	T                            float64 // days
}

// TestMeasuredFamilies holds matching to what it has reached: F1 of pairs,
// pairs of look-alikes that were joined, and the share of origins found.
func TestMeasuredFamilies(t *testing.T) {
	for _, c := range []struct {
		language      string
		dated         bool
		f1, direction float64
	}{{"en", true, 0.985, 0.98}, {"ar", true, 0.975, 0.975}, {"en", false, 0.985, 0.74}, {"ar", false, 0.975, 0.74}} {
		list := datatest.Lines[edited](t, datatest.Path(t, "dup-dev", c.language+".jsonl"))
		if c.dated {
			slices.SortFunc(list, func(a, b edited) int { return cmp.Compare(a.T, b.T) })
		}
		items := make([]Item, len(list))
		for i, e := range list {
			items[i].Body = e.Text
			if c.dated {
				items[i].Date = time.Unix(0, 0).Add(time.Duration(e.T * 24 * float64(time.Hour)))
			}
		}
		f1, lookAlikes, right := measure(list, Families(items))
		t.Logf("%s, dated %v: F1 %.4f, %d pairs of look-alikes, origins %.3f", c.language, c.dated, f1, lookAlikes, right)
		if f1 < c.f1 || right < c.direction || c.language == "en" && lookAlikes > 0 {
			t.Errorf("%s, dated %v: F1 %.4f and origins %.3f are less than %.3f and %.3f, or %d look-alikes are joined",
				c.language, c.dated, f1, right, c.f1, c.direction, lookAlikes)
		}
	}
}

// measure counts pairs and origins.
func measure(list []edited, got []Origin) (f1 float64, lookAlikes int, right float64) {
	hit, said, true_, asked, found := 0, 0, 0, 0, 0
	for i := range list {
		for j := range i {
			same := list[i].Family != "" && list[i].Family == list[j].Family
			joined := got[i].Family == got[j].Family
			switch {
			case same && joined:
				hit++
			case joined && (list[i].Kind == "same_story" || list[j].Kind == "same_story"):
				lookAlikes++
			}
			if same {
				true_++
			}
			if joined {
				said++
			}
		}
		if list[i].From != "" {
			asked++
			if f := got[i].From; f >= 0 && list[f].ID == list[i].From {
				found++
			}
		}
	}
	return 2 * float64(hit) / float64(max(1, said+true_)), lookAlikes, float64(found) / float64(max(1, asked))
}
