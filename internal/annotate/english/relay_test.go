package english

import (
	"testing"

	"dateline/internal/annotate/statement/marktest"
)

// TestRelayed: what an outlet quotes is of whom it quotes.
func TestRelayed(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"The Post quoted Bell as saying: “It leaks badly.”", "The Post | quoted | Bell as saying\nBell | as saying | “It leaks badly.”"},
		{"The Post quoted the mayor of Tamar on Friday as saying that it leaks.", "The Post | quoted | the mayor of Tamar on Friday as saying that it leaks\nthe mayor of Tamar | as saying | that it leaks"},
		{"State television cited Bell as saying it leaks.", "State television | cited | Bell as saying it leaks\nBell | as saying | it leaks"},
		{"Bell was quoted as saying that it leaks.", "Bell | was quoted as saying | that it leaks"},
		{"Bell was quoted by the Post as saying: “It leaks badly.”", "Bell | was quoted by the Post as saying | “It leaks badly.”"},
		{"The pier leaked, state television quoted Bell as saying.", "Bell | as saying | The pier leaked"},
		{"“It leaks,” the Post quoted Bell as saying on Friday. “It stinks.”", "Bell | as saying | “It leaks,” … “It stinks.”"},
		{"“It leaks,” Bell was quoted as saying by the Post.", "Bell | was quoted as saying | “It leaks,”"},
		{"In Tamar, the Post quoted Bell as saying it leaks.", "the Post | quoted | Bell as saying it leaks\nBell | as saying | it leaks"},
		{"“It leaks,” the Post reported Bell as saying.", "Bell | as saying | “It leaks,”"},
		{"The Post quoted Bell.", "The Post | quoted | Bell"},
	})
}
