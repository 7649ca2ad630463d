package story

import "slices"

const (
	sweepEvery = 1024 // items
	// keptWindows is after how many windows a story is forgotten: copy comes in
	// late, and may then still tell a story that was not over on its own day.
	keptWindows = 4
)

// sweep forgets the stories that are over, so that what is held depends on the
// window and not on all that ever came. Undated stories stay.
func (s *Stories) sweep() {
	if s.items%sweepEvery != 0 {
		return
	}
	gone := false
	for i := range s.stories {
		st := &s.stories[i]
		if st.items > 0 && !st.last.IsZero() && s.newest.Sub(st.last) > keptWindows*s.cfg.Window {
			s.living[st.script]--
			*st, gone = story{}, true
		}
	}
	if !gone {
		return
	}
	for stem, list := range s.with {
		list = slices.DeleteFunc(list, func(n int32) bool { return s.stories[n].items == 0 })
		s.with[stem] = list
	}
}
