package story

import (
	"slices"
	"time"
)

const (
	sweepEvery = 1024 // items
	// keptWindows is after how many windows a story is forgotten: copy comes in
	// late, and may then still tell a story that was not over on its own day.
	keptWindows = 4
)

// believed is how many items must have a date or a later one before it is taken for
// the present: in a file one that is dated wrongly, 2099 say, ends no stories.
const believed = 16

// arrive remembers a date if it is one of the newest.
func (s *Stories) arrive(date time.Time) {
	if date.IsZero() {
		return
	}
	at, _ := slices.BinarySearchFunc(s.newest, date, time.Time.Compare)
	if len(s.newest) == believed {
		if at == 0 {
			return
		}
		s.newest = slices.Delete(s.newest, 0, 1)
		at--
	}
	s.newest = slices.Insert(s.newest, at, date)
}

// now is the date that the items have come to, the zero time when few have one.
func (s *Stories) now() time.Time {
	if len(s.newest) < believed {
		return time.Time{}
	}
	return s.newest[0]
}

// sweep forgets the stories that are over, so that what is held depends on the
// window and not on all that ever came. Undated stories stay.
func (s *Stories) sweep() {
	if s.items%sweepEvery != 0 {
		return
	}
	gone, now := false, momentOf(s.now())
	for i := range s.stories {
		st := &s.stories[i]
		if st.items > 0 && st.last != 0 && st.last.before(now, keptWindows*s.cfg.Window) {
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
