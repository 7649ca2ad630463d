package english

import (
	"testing"

	"dateline/internal/annotate/statement/marktest"
)

// TestAccordingTo: before, behind and beside what was said.
func TestAccordingTo(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"According to Bell, it leaks.", "Bell | According to | it leaks"},
		{"According to Bell, who left, it leaks.", "Bell, who left | According to | it leaks"},
		{"According to Bell, a friend, it leaks.", "Bell, a friend | According to | it leaks"},
		{"And according to Bell, it leaks.", "Bell | according to | it leaks"},
		{"According to Bell.", ""},
		{"It leaks, according to Bell, but it floats.", "Bell | according to | It leaks"},
		{"It leaks, according to a report on Monday.", "a report | according to | It leaks"},
		{"“It leaks,” according to Bell.", "Bell | according to | “It leaks,”"},
	})
}

// TestSeeming: what is held so by nobody who is named is subject and predicate.
func TestSeeming(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"It is believed that it leaks.", " | is believed | that it leaks"},
		{"Bell is believed to own the pier.", " | is believed | Bell … to own the pier"},
		{"Bell seems to own the pier.", " | seems | Bell … to own the pier"},
		{"It seems that it leaks.", " | seems | that it leaks"},
		{"It seems like it leaks.", " | seems | like it leaks"},
		{"Bell is known to the police.", ""},
		{"Bell allegedly sold the pier.", " | allegedly | Bell … sold the pier"},
		{"On Monday, Bell allegedly sold the pier.", " | allegedly | Bell … sold the pier"},
	})
}

// TestWordsForWords: a claim, a warning or a view counts with an owner, or with
// that.
func TestWordsForWords(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"It was Marsh's sharp criticism of the plan.", "Marsh's | criticism | the plan"},
		{"It was Marsh’s opposition to the plan.", "Marsh’s | opposition | to the plan"},
		{"She ignored his warning of storms.", "his | warning | storms"},
		{"An old allegation that it leaks.", " | allegation | that it leaks"},
		{"The claims of Bell are old.", ""},
		{"The view of the sea is fine.", ""},
		{"The Claim that it leaks is old.", ""}, // the title of something
	})
}

// TestTurns: a name and a colon begin a turn of an interview.
func TestTurns(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Bell: It leaks.", "Bell | : | It leaks"},
		{"Otto Bell: It leaks, and it stinks.", "Otto Bell | : | It leaks, and it stinks"},
		{"BELL: It leaks.", "BELL | : | It leaks"},
		{"The mayor: It leaks.", ""},
		{"Said: It leaks.", ""},
		{"Otto Bell: 3", ""},
	})
}

// TestSigned: a name alone behind a dash signs a whole quotation.
func TestSigned(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"“It leaks.” — Otto Bell", "Otto Bell | — | “It leaks.”"},
		{"“It leaks.” — Ana de Souza", "Ana de Souza | — | “It leaks.”"},
		{"“It leaks.” — Otto Bell sold it.", " |  | “It leaks.”"},
		{"“It leaks” — Otto Bell", ""},
	})
}
