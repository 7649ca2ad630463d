package story

import "testing"

// TestMeasuredPast takes each decision with all items before it put into the story
// that they tell by the labels, not into the one that they were told. What is missing
// to 100 is the decision's own fault, and the rest of what [TestMeasured] misses is
// mistakes that go on.
func TestMeasuredPast(t *testing.T) {
	for name, floor := range map[string]float64{"fnc": 0.94, "basil": 0.98, "ecbplus-snippets": 0.895} {
		rows := readRows(t, name)
		s := New(Config{})
		number := map[string]int{} // by label
		told := make([]int, len(rows))
		for i, r := range rows {
			m := s.member(r.item())
			n, _ := s.nearest(&m, nil)
			own, known := number[r.Story]
			if !known {
				own = len(s.stories)
				number[r.Story] = own
			}
			switch {
			case n < 0 && !known:
				n = own
			case n < 0: // a story of one item, which no later one is put into
				n = -1 - i
			}
			told[i] = n
			s.put(own, m)
			s.sweep()
		}
		f1 := pairF1(rows, told)
		t.Logf("%s: %d items, F1 of pairs %.4f, BCubed %.4f", name, len(rows), f1, bCubed(rows, told))
		if f1 < floor {
			t.Errorf("%s: F1 %.4f is less than %.3f", name, f1, floor)
		}
	}
}
