package english

import (
	"testing"

	"dateline/internal/annotate/statement/marktest"
)

// TestNounsAreNoVerbs: a word that is also a noun or an adjective reports only
// where it can be a verb.
func TestNounsAreNoVerbs(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"His claims are false.", ""},
		{"The comment was rude.", ""},
		{"A United States of Tamar was proposed.", ""},
		{"The so-called state-run pier is old.", ""},
		{"The ship reports to the port.", ""},
		{"The minister's says are many.", ""},
		{"Those said to be sick left.", ""},
		{"To say it leaks is wrong.", ""},
		{"The company reports that it leaks.", "The company | reports | that it leaks"},
		{"A spokesman states that it leaks.", "A spokesman | states | that it leaks"},
		{"The state says it leaks.", "The state | says | it leaks"},
		{"The states say it leaks.", "The states | say | it leaks"},
	})
}

// TestPlurals: the bare form reports behind many, and behind who.
func TestPlurals(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Critics say that it leaks.", "Critics | say | that it leaks"},
		{"People say it leaks.", "People | say | it leaks"},
		{"Many believe that it leaks.", "Many | believe | that it leaks"},
		{"The mayor and the council say it leaks.", "The mayor and the council | say | it leaks"},
		{"Women who voted say it leaks.", "Women who voted | say | it leaks"},
		{"Some said it leaks.", "Some | said | it leaks"},
		{"Another said it floats.", "Another | said | it floats"},
	})
}

// TestVerbGroups: what stands before the verb belongs to the cue; he's is subject
// and verb in one word.
func TestVerbGroups(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Bell also said that it leaks.", "Bell | also said | that it leaks"},
		{"Bell later noted that it leaks.", "Bell | later noted | that it leaks"},
		{"Bell has not yet said whether it leaks.", "Bell | has not yet said | whether it leaks"},
		{"Bell didn't say why it leaks.", "Bell | didn't say | why it leaks"},
		{"Bell may say that it leaks.", "Bell | may say | that it leaks"},
		{"Bell is saying that it leaks.", "Bell | is saying | that it leaks"},
		{"He's said it leaks.", "He's | said | it leaks"},
		{"They've said that it leaks.", "They've | said | that it leaks"},
	})
}

// TestParticiples: an -ing and an infinitive have the subject of the clause.
func TestParticiples(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Bell left, saying it leaks.", "Bell | saying | it leaks"},
		{"Bell left after saying it leaks.", "Bell | saying | it leaks"},
		{"Bell went to say that it leaks.", "Bell | say | that it leaks"},
		{"Speaking in Tamar, Marsh warned that it leaks.", "Marsh | warned | that it leaks"},
		{"“It leaks,” said Bell, adding that it stinks.", "Bell | said | “It leaks,”\nBell | adding | that it stinks"},
	})
}

// TestInversion: who stands behind the verb, up to when and where.
func TestInversion(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"“It leaks,” said she.", "she | said | “It leaks,”"},
		{"“It leaks,” said Bell Tuesday.", "Bell | said | “It leaks,”"},
		{"“It leaks,” added the mayor's brother on Tuesday.", "the mayor's brother | added | “It leaks,”"},
		{"“It leaks,” said the head of the port during a visit.", "the head of the port | said | “It leaks,”"},
		{"“It leaks,” said Bell's sister, Ida.", "Bell's sister, Ida | said | “It leaks,”"},
		{"“It leaks,” said Bell in a statement.", "Bell | said | “It leaks,”"},
		{"“It leaks,” said Bell, a clerk at the port, at a rally on Friday.", "Bell, a clerk at the port | said | “It leaks,”"},
		{"“It leaks,” said Bell, who acknowledged that it stinks.", "Bell | said | “It leaks,”\nwho | acknowledged | that it stinks"},
		{"Bell, who lives in Tamar, said he still “hopes to win.”", "Bell, who lives in Tamar | said | he still “hopes to win.”"},
	})
}

// TestPassives: a passive has who spoke behind by, and nobody without.
func TestPassives(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"It was announced that it leaks.", " | was announced | that it leaks"},
		{"Bell was asked whether it leaks.", " | was asked | whether it leaks"},
		{"Bell was told to leave.", " | was told | to leave"},
		{"Marsh was praised by Bell.", "Bell | was praised | Marsh"},
		{"Marsh was praised by leaving early.", ""},
		{"Marsh was accused of lying.", ""},
	})
}
