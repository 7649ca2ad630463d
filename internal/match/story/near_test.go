package story

import (
	"slices"
	"testing"
)

// TestNear: of a story's items those come first that an item is most like, and what it
// is hardly like does not come.
func TestNear(t *testing.T) {
	s := New(Config{})
	for _, body := range []string{
		"Lindquist resigned over the Norvik shipyard bribes that prosecutors found.",
		"Weather over Tarnsee turns cold and foggy, ferries wait.",
		"Lindquist resigned over shipyard bribes in Norvik, prosecutors say.",
		"Sailors of Norvik praise a brass band that toured islands all summer.",
	} {
		s.Restore(Item{Body: body}, 0)
	}
	if got := s.Near(0, 0); !slices.Equal(got, []int{2}) {
		t.Errorf("near the first report is %v, want the third alone", got)
	}
	if got := s.Near(0, 1); len(got) > 0 {
		t.Errorf("near the weather is %v", got)
	}
	if got := s.Near(0, 7); got != nil {
		t.Errorf("near an item of another story is %v", got)
	}
	for range mostNear + 2 {
		s.Restore(Item{Body: "Lindquist resigned over the Norvik shipyard bribes that prosecutors found."}, 0)
	}
	if got := s.Near(0, 0); len(got) != mostNear || got[0] != 4 || !slices.IsSorted(got) {
		t.Errorf("near a much repeated report is %v, want the first %d that repeat it", got, mostNear)
	}
	for range mostMembers {
		s.Restore(Item{Body: "Ferries wait at Tarnsee."}, 0)
	}
	if got := s.Near(0, 0); got != nil {
		t.Errorf("a story too large to know its items gives %v", got)
	}
}
