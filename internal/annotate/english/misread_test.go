package english

import (
	"testing"

	"dateline/internal/annotate/statement/marktest"
)

// TestMisread are sentences that lose a statement, or gain one, without a rule that
// looks at what stands around a word.
func TestMisread(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		// a phrase in front, a name and a noun are nothing that was said
		{"In a statement released Friday, Bell said.", ""},
		{"Bell criticized when asked.", ""},
		{"Bell thinks fast.", ""},
		{"Edward Said that day left.", ""},
		{"The said man left.", ""},
		{"The fire claim is old.", ""},
		{"The city plan to close it is old.", ""},
		// who says so: with a clause of their own, many, each
		{"Those who wrote say it leaks.", "Those who wrote | say | it leaks"},
		{"Voters claim it leaks.", "Voters | claim | it leaks"},
		{"Each claimed “it leaks.”", "Each | claimed | “it leaks.”"},
		{"The mayor, who was hurt, said it leaks.", "The mayor, who was hurt | said | it leaks"},
		{"“It leaks,” Bell, who was hurt, said.", "Bell, who was hurt | said | “It leaks,”"},
		// and, commas and which do not end what was said
		{"Bell said it leaks and floats.", "Bell | said | it leaks and floats"},
		{"Bell said it leaks, and he left.", "Bell | said | it leaks, and he left"},
		{"Bell said the port, the pier and the town are closed.", "Bell | said | the port, the pier and the town are closed"},
		{"Bell said the pier, which he knew, leaks.", "Bell | said | the pier, which he knew, leaks"},
		{"Bell hinted at a storm and at a flood.", "Bell | hinted at | a storm and at a flood"},
		{"Bell said it leaks, and Marsh replied, “It floats.”", "Bell | said | it leaks\nMarsh | replied | “It floats.”"},
		{"Marsh knew it, but Bell said “it leaks.”", "Bell | said | “it leaks.”"},
		{"Bell said in May 2019 it leaks.", "Bell | said | it leaks"},
	})
}

// TestQuotationsWithoutVerbs: who is to be heard in a quotation that no listed verb
// governs, and titles, in which nobody is.
func TestQuotationsWithoutVerbs(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"“It leaks and it stinks,” Bell sings.", "Bell | sings | “It leaks and it stinks,”"},
		{"Bell was clear:\n\n“It leaks and it stinks.”", "Bell |  | “It leaks and it stinks.”"},
		{"Bell smiled and waved, “It leaks and it stinks.”", "Bell |  | “It leaks and it stinks.”"},
		{"“Bell: It leaks and stinks,” he wrote.", "he | wrote | “Bell: It leaks and stinks,”"},
		{"Bell said “it leaks,” and “it stinks.”", "Bell | said | “it leaks,” and “it stinks.”"},
		{"“It leaks,” said Bell. “Old Piers” is his book.", "Bell | said | “It leaks,”"},
	})
}
