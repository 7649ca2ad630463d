package english

import (
	"testing"

	"dateline/internal/annotate/statement/marktest"
)

// TestBesideTheName: what commas and brackets set beside a name belongs to it, with
// the commas of its own.
func TestBesideTheName(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"The head of the port in Tamar said it leaks.", "The head of the port in Tamar | said | it leaks"},
		{"The head of the port, which is old, said it leaks.", "The head of the port, which is old | said | it leaks"},
		{"Bell, 80, said it leaks.", "Bell, 80 | said | it leaks"},
		{"Bell, a friend, said it leaks.", "Bell, a friend | said | it leaks"},
		{"Otto Bell Jr. said it leaks.", "Otto Bell Jr. | said | it leaks"},
		{"Otto Bell, Jr., said it leaks.", "Otto Bell, Jr. | said | it leaks"},
		{"Bell (the mayor) said it leaks.", "Bell (the mayor) | said | it leaks"},
		{"Bell, along with Marsh, said it leaks.", "Bell, along with Marsh | said | it leaks"},
		{"Bell, secretary for ports, ferries and fish, said it leaks.", "Bell, secretary for ports, ferries and fish | said | it leaks"},
		{"Bell / Marsh said it leaks.", "Bell / Marsh | said | it leaks"},
		{"AT&T said it leaks.", "AT&T | said | it leaks"},
		{"The man who came said it leaks.", "The man who came | said | it leaks"},
	})
}

// TestWhenIsNotWho: a time before or behind the name is no part of it.
func TestWhenIsNotWho(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Bell on Monday said it leaks.", "Bell | said | it leaks"},
		{"Bell late Monday said it leaks.", "Bell | said | it leaks"},
		{"On Monday Bell said it leaks.", "Bell | said | it leaks"},
		{"On Monday the mayor said it leaks.", "the mayor | said | it leaks"},
		{"In a speech Mr. Bell said it leaks.", "Mr. Bell | said | it leaks"},
		{"In a speech in Tamar, Mr. Bell said it leaks.", "Mr. Bell | said | it leaks"},
		{"When he came, Bell said it leaks.", "Bell | said | it leaks"},
		{"After the storm, Bell said the pier was closed.", "Bell | said | the pier was closed"},
	})
}

// TestSecondVerbs: he came and said has one subject for both.
func TestSecondVerbs(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Bell came to Tamar and said it leaks.", "Bell | said | it leaks"},
		{"He came and said it leaks.", "He | said | it leaks"},
		{"He came to Tamar, then said it leaks.", "He | then said | it leaks"},
		{"She smiled and said it leaks.", "She | said | it leaks"},
	})
}
