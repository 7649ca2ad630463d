package arabic

import (
	"testing"

	"dateline/internal/annotate/statement/marktest"
)

// TestWhatIsNoSpeaker: participles behind the verb, who relays and what somebody
// answers to are nobody who speaks.
func TestWhatIsNoSpeaker(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"وأضاف قائلاً: «المصنع مغلق».", " | وأضاف … قائلاً | «المصنع مغلق»"},
		{"وتابعت موضحة: «المصنع مغلق».", " | وتابعت … موضحة | «المصنع مغلق»"},
		{"قالت متحدثة إن المصنع مغلق.", "متحدثة | قالت | إن المصنع مغلق"},
		{"قال المدير ردا على سؤال إن المصنع مغلق.", "المدير | قال | إن المصنع مغلق"},
		{"ردا على ذلك، قال المدير إن المصنع مغلق.", "المدير | قال | إن المصنع مغلق"},
		{"نقلت الصحيفة عن المدير قوله: «المصنع مغلق».",
			"الصحيفة | نقلت | عن المدير قوله: «المصنع مغلق»\nالمدير | عن … قوله | «المصنع مغلق»"},
	})
}
