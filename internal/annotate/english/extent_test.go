package english

import (
	"testing"

	"dateline/internal/annotate/statement/marktest"
)

// TestWhenWhereAndHow: between the verb and what was said stands when, where and to
// whom, which is neither.
func TestWhenWhereAndHow(t *testing.T) {
	for _, between := range []string{
		"on Friday", "in a statement on Friday", "in May 2019", "after the vote", "as he left", "during a visit to the port", "at a rally in Tamar", "earlier",
	} {
		marktest.Check(t, Mark, [][2]string{{"Bell said " + between + " that it leaks.", "Bell | said | that it leaks"}})
	}
	marktest.Check(t, Mark, [][2]string{
		{"Bell said Friday it leaks.", "Bell | said | it leaks"},
		{"Bell said last week the pier was closed.", "Bell | said | the pier was closed"},
		{"Bell said at a rally in Tamar, “It leaks.”", "Bell | said | “It leaks.”"},
		{"Bell said during a visit to the port: “It leaks.”", "Bell | said | “It leaks.”"},
	})
}

// TestObjectsEnd: at a comma, at the next clause or the next verb, but not within a
// list.
func TestObjectsEnd(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Bell criticized jobs, taxes and schools.", "Bell | criticized | jobs, taxes and schools"},
		{"Bell criticized the pier, which leaks.", "Bell | criticized | the pier"},
		{"Bell criticized the pier when it leaked.", "Bell | criticized | the pier"},
		{"Bell praised Marsh but scolded the mayor.", "Bell | praised | Marsh\nBell | scolded | the mayor"},
	})
}

// TestClausesEnd: where the next statement begins, behind a mark or an and.
func TestClausesEnd(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"“It leaks,” he said, adding that “it stinks.”", "he | said | “It leaks,”\nhe | adding | that “it stinks.”"},
		{"Bell said it leaks; Marsh said it floats.", "Bell | said | it leaks\nMarsh | said | it floats"},
		{"Bell said it leaks, while Marsh said it floats.", "Bell | said | it leaks\nMarsh | said | it floats"},
		{"Bell said it leaks and added that it stinks.", "Bell | said | it leaks\nBell | added | that it stinks"},
	})
}
