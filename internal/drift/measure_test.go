package drift

import (
	"math/rand/v2"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/datatest"
)

// lengths are how many words the articles of real outlets have, in the order in
// which they were published.
func lengths(t *testing.T) map[string][]int {
	t.Helper()
	type article struct{ Publisher, Text string }
	out := map[string][]int{}
	for _, a := range datatest.Lines[article](t, datatest.Path(t, "attrib-dev", "polnear-train.jsonl")) {
		out[a.Publisher] = append(out[a.Publisher], len(strings.Fields(a.Text)))
	}
	if len(out) < 5 {
		t.Fatalf("%d outlets", len(out))
	}
	return out
}

// TestRealLengths asks whether texts as long as those of real outlets, which mix
// briefs and long reads, are flagged for their lengths; and when they are after
// a rebuilt site leaves a quarter or a tenth of each.
func TestRealLengths(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	all, falseFlags, items := lengths(t), 0, 0
	for outlet, real := range all {
		draw := func(part int) []Facts { return []Facts{{At: noon, Words: real[r.IntN(len(real))] / part}} }
		delay := map[int]int{}
		for range 50 {
			var s dateline.Reading
			for range 1000 {
				was := len(lost(s))
				if s = Read(s, draw(1)); len(lost(s)) > was {
					falseFlags++
				}
				items++
			}
			for _, part := range []int{4, 10} {
				for cut := s; len(lost(cut)) == 0 && delay[part] < 1e5; delay[part]++ {
					cut = Read(cut, draw(part))
				}
			}
		}
		t.Logf("%s: a quarter of each text is noticed after %.1f items, a tenth after %.1f", outlet, float64(delay[4])/50, float64(delay[10])/50)
		if delay[4] > 50*40 || delay[10] > 50*25 {
			t.Errorf("%s: too late", outlet)
		}
	}
	t.Logf("%d false flags in %d items of %d outlets", falseFlags, items, len(all))
	if falseFlags > 3 {
		t.Errorf("%d false flags", falseFlags)
	}
}
