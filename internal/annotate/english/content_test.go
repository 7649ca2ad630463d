package english

import (
	"testing"

	"dateline/internal/annotate/statement/marktest"
)

// TestInterrupted: the cue stands in the midst of what was said.
func TestInterrupted(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"The closures, he said, have cost him a year.", "he | said | The closures … have cost him a year"},
		{"In May, she said, the pier was closed.", "she | said | In May … the pier was closed"},
		{"The pier, Bell added, would be closed.", "Bell | added | The pier … would be closed"},
	})
}

// TestQuotationsGoOn: behind the speaker, in the sentence or in those that follow,
// until somebody else is quoted.
func TestQuotationsGoOn(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"“It leaks,” Bell said: “It stinks.”", "Bell | said | “It leaks,” … “It stinks.”"},
		{"“It leaks,” Bell said — “and it stinks.”", "Bell | said | “It leaks,” … “and it stinks.”"},
		{"“It leaks,” he said, “but that the town should pay is absurd.”", "he | said | “It leaks,” … “but that the town should pay is absurd.”"},
		{"“It leaks,” Marsh said. “It stinks.” “It sinks.”", "Marsh | said | “It leaks,” … “It stinks.” … “It sinks.”"},
		{"“It leaks,” Marsh said. “It stinks,” Bell said.", "Marsh | said | “It leaks,”\nBell | said | “It stinks,”"},
		{"“Does it leak?” Bell asked. “It does.”", "Bell | asked | “Does it leak?” … “It does.”"},
		{"“It leaks!” Bell shouted.", "Bell | shouted | “It leaks!”"},
	})
}

// TestClausesInFront: a clause before the speaker is said, a phrase is not.
func TestClausesInFront(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"In Tamar, the pier was closed, Bell said.", "Bell | said | In Tamar, the pier was closed"},
		{"In Tamar, Bell said.", ""},
		{"The pier was closed, Bell said on Friday.", "Bell | said | The pier was closed"},
	})
}

// TestAddressees: whom somebody told stands between the verb and what was said.
func TestAddressees(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Bell told reporters in Tamar on Friday that it leaks.", "Bell | told | that it leaks"},
		{"Bell told the Tamar Post she would resign.", "Bell | told | she would resign"},
		{"Bell told her the pier was closed.", "Bell | told | the pier was closed"},
		{"Bell told them that it leaks.", "Bell | told | that it leaks"},
		{"Bell assured voters in the town that it floats.", "Bell | assured | that it floats"},
		{"Bell informed the town council that it leaks.", "Bell | informed | that it leaks"},
		{"Bell told a crowd: “It leaks.”", "Bell | told | “It leaks.”"},
		{"Bell asked Marsh to close the pier.", "Bell | asked | to close the pier"},
		{"Bell asked if it leaks.", "Bell | asked | if it leaks"},
	})
}

// TestWhatVerbsTake: a clause with or without that, an infinitive, an object, or
// what a preposition introduces; a verb of many uses takes little.
func TestWhatVerbsTake(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Bell hopes to win.", "Bell | hopes | to win"},
		{"Bell decided to resign.", "Bell | decided | to resign"},
		{"Bell refused to resign.", "Bell | refused | to resign"},
		{"Bell knows why it leaks.", "Bell | knows | why it leaks"},
		{"Bell knows the pier.", ""},
		{"Bell feels cold.", ""},
		{"Bell expects rain.", "Bell | expects | rain"},
		{"Bell denied the claim.", "Bell | denied | the claim"},
		{"Bell proposed closing the pier.", "Bell | proposed | closing the pier"},
		{"Bell blamed the storm for the leak.", "Bell | blamed | the storm for the leak"},
		{"Bell accused Marsh of lying.", "Bell | accused | Marsh of lying"},
		{"Bell called the pier “a wreck.”", "Bell | called | the pier “a wreck.”"},
		{"Bell pointed out the leak.", "Bell | pointed | out the leak"},
	})
}

func TestPrepositionsOfVerbs(t *testing.T) {
	for cue, object := range map[string]string{
		"spoke of": "the storm", "talked about": "the pier", "insisted on": "a new pier", "referred to": "the storm",
		"agreed with": "Marsh", "commented on": "the storm", "elaborated on": "the plan", "alluded to": "the storm",
		"appealed for": "calm", "vouched for": "the crew", "committed to": "a new pier", "pleaded for": "money", "called for": "a vote",
	} {
		marktest.Check(t, Mark, [][2]string{{"Bell " + cue + " " + object + ".", "Bell | " + cue + " | " + object}})
	}
}
