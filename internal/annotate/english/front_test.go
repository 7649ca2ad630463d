package english

import (
	"testing"

	"dateline/internal/annotate/statement/marktest"
)

// TestFront: what stands before its speaker needs no verb that the rules know, and
// may begin with a number that a preposition rounds.
func TestFront(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"The pier leaks, Bell said.", "Bell | said | The pier leaks"},
		{"Pilots want more money, the union says.", "the union | says | Pilots want more money"},
		{"The harbour needs repairs, Mayor Ann Marsh said on Friday.", "Mayor Ann Marsh | said | The harbour needs repairs"},
		{"But it leaks badly, Bell argued.", "Bell | argued | But it leaks badly"},
		{"At least 12 people were hurt, police said.", "police | said | At least 12 people were hurt"},
		{"At most 12 people were hurt, police said.", "police | said | At most 12 people were hurt"},
		{"About 300 workers left, the union said.", "the union | said | About 300 workers left"},
		{"Over half left, the union said.", "the union | said | Over half left"},
		{"Around a dozen left, the union said.", "the union | said | Around a dozen left"},
		{"About noon, the union said.", ""},
		{"At the pier, the union said.", ""},
		{"The next day, Bell said.", ""},
		{"Last week, Bell said.", ""},
		{"Monday last week, Bell said.", ""},
		{"Tamar, Bell said.", ""},
		{"The pier, a wreck, Bell said.", ""},
	})
}

// TestWhoseCue: behind what was said, the verb that credits it is the speaker's own
// and not one that hangs on what is told of them.
func TestWhoseCue(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"“It leaks,” Marsh added, citing a post she is believed to want.", "Marsh | added | “It leaks,”\nMarsh | citing | a post she is believed to want"},
		{"“It leaks,” Marsh said, without having to mention the storm.", "Marsh | said | “It leaks,”\nMarsh | mention | the storm"},
		{"“It leaks,” Marsh went on to say.", "Marsh | say | “It leaks,”"},
		{"A spokesman for Bell could only quip: “It floats.”", "A spokesman for Bell | could only quip | “It floats.”"},
	})
}

// TestAnotherActs: a quotation behind a clause of somebody else is not the speaker's.
func TestAnotherActs(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"“It leaks,” Ray said, and her husband cut in. “It does not leak.”", "Ray | said | “It leaks,”\nRay |  | “It does not leak.”"},
		{"“It leaks,” Ray said, but Bell shook his head. “It does not leak.”", "Ray | said | “It leaks,”\nRay |  | “It does not leak.”"},
		{"“It leaks,” Ray said, and left. “It stinks.”", "Ray | said | “It leaks,” … “It stinks.”"},
		{"“It leaks,” Ray said as the crew looked on. “It stinks.”", "Ray | said | “It leaks,” … “It stinks.”"},
	})
}

// TestAccordingToAnother: who has it that somebody said something has it with what
// was said.
func TestAccordingToAnother(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"“It leaks,” Bell said, according to the Post.", "Bell | said | “It leaks,”\nthe Post | according to | “It leaks,” Bell said"},
		{"“It leaks,” said Bell on Friday, according to the Post.", "Bell | said | “It leaks,”\nthe Post | according to | “It leaks,” said Bell on Friday"},
		{"“It leaks,” Bell said, and the pier was closed, according to the Post.", "Bell | said | “It leaks,”\nthe Post | according to | “It leaks,” Bell said, and the pier was closed"},
	})
}

// TestTold: whom somebody told stands between the verb and the end, or what goes on.
func TestTold(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"The pier will open, the minister told a news conference in Tamar.", "the minister | told | The pier will open"},
		{"The pier will open, the minister told her on Friday.", "the minister | told | The pier will open"},
		{"The solution, Bell told the Post, was simple.", "Bell | told | The solution … was simple"},
		{"“It leaks,” Bell told the Post, “and it stinks.”", "Bell | told | “It leaks,” … “and it stinks.”"},
		{"“It leaks,” Bell told the Post, taking a seat that was free.", "Bell | told | “It leaks,”"},
		{"“It leaks,” Bell told “Pier Watch” on Friday.", "Bell | told | “It leaks,”"},
		{"The minister told a news conference the pier will open.", "The minister | told | the pier will open"},
	})
}

// TestStatementThat: a noun of saying that only tells where something was said is no
// second statement.
func TestStatementThat(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"The council said in a statement that it leaks.", "The council | said | that it leaks"},
		{"The council answered the claim that it leaks.", " | claim | that it leaks"},
	})
}

// TestQuestionInFront: whom somebody asked answers behind the question.
func TestQuestionInFront(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Asked if it leaks, Bell said no.", " | Asked | if it leaks\nBell | said | no"},
		{"Asked whether he would resign, the mayor said he would not.", " | Asked | whether he would resign\nthe mayor | said | he would not"},
		{"Asked whether the pier, which is old, will open, Bell told reporters that it would.", " | Asked | whether the pier, which is old, will open\nBell | told | that it would"},
	})
}

// TestOnly belongs to the verb behind an auxiliary or a pronoun, else to its noun.
func TestOnly(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Marsh would only say that it leaks.", "Marsh | would only say | that it leaks"},
		{"Only Marsh said that it leaks.", "Only Marsh | said | that it leaks"},
		{"They only said that it leaks.", "They | only said | that it leaks"},
	})
}
