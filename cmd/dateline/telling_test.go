package main

import (
	"slices"
	"testing"

	"dateline/internal/match"
	"dateline/internal/match/story"
)

// TestTellingJoins: stories that are one go by the oldest number, in whatever
// order they were joined.
func TestTellingJoins(t *testing.T) {
	for _, joins := range [][][2]int{{{1, 4}, {4, 6}, {6, 2}}, {{6, 4}, {2, 6}, {4, 1}}, {{1, 2}, {1, 4}, {1, 6}, {6, 1}}} {
		told := &telling{}
		for _, j := range joins {
			told.join(j[0], j[1])
		}
		for n, want := range []int{0, 1, 1, 3, 1, 5, 1, 7} {
			if got := told.first(n); got != want {
				t.Errorf("%v: story %d goes by %d, want %d", joins, n, got, want)
			}
		}
	}
}

// TestTellingFollowsChanges: what moved to another story is joined there.
func TestTellingFollowsChanges(t *testing.T) {
	told := &telling{where: []int32{0, 0, 1, 0}}
	told.change(story.Change{Kind: story.Split, Story: 0, Other: 2, Items: []int{1, 3}})
	if !slices.Equal(told.where, []int32{0, 2, 1, 2}) {
		t.Errorf("after a split: %v", told.where)
	}
	told.change(story.Change{Kind: story.Merged, Story: 1, Other: 2})
	if told.first(2) != 1 || told.first(0) != 0 {
		t.Errorf("after a merge 2 goes by %d, 0 by %d", told.first(2), told.first(0))
	}
}

// TestTellingNamesStories: the name does not change by what comes later, and two
// languages meet in one.
func TestTellingNamesStories(t *testing.T) {
	told, err := newTelling()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		body        string
		story       int
		translation bool
	}{
		{tubeText, 0, false}, {pierArabic, 1, false}, {pierEnglish, 1, true}, {pierEnglish, 1, true}, {tubeText, 0, false},
	}
	for i, test := range tests {
		number, guess := told.add(match.Item{Body: test.body}, nil)
		if number != test.story || (guess != nil) != test.translation {
			t.Errorf("item %d is in %d, want %d; translation %v", i, number, test.story, guess)
		}
		if guess != nil && guess.Item != 1 {
			t.Errorf("item %d translates %d", i, guess.Item)
		}
	}
}
