package english

import (
	"testing"

	"dateline/internal/annotate/statement/marktest"
	"dateline/internal/annotate/token"
)

// TestFirstAndLastWords: what stands at the very start or end of a text is read like
// what stands in its midst.
func TestFirstAndLastWords(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Ships, he said, have come.", "he | said | Ships … have come"},
		{", he said, have come.", ""},
		{"He said it leaks", "He | said | it leaks"},
		{"“It leaks,” he said", "he | said | “It leaks,”"},
		{"“It leaks,” said", " |  | “It leaks,”"},
		{"Said", ""},
		{"He said", ""},
		{"He said:", ""},
		{"Bell\u00a0said\u200f it leaks.", "Bell | said\u200f | it leaks"},
		{"The U.S.-led coalition said it leaks.", "The U.S.-led coalition | said | it leaks"},
		{"He repeated his claims of", "He | repeated | his claims of"},
		{"His claims of.", ""},
		{"“It leaks,” he said,", "he | said | “It leaks,”"},
		{"“It leaks,” he said –", "he | said | “It leaks,”"},
		{"It leaked, he said, and", "he | said | It leaked"},
		{"According", ""},
		{"According to", ""},
		{"“It leaks.” — ", " |  | “It leaks.”"},
		{"— Otto Bell", ""},
		{"He’s", ""},
		{"Bell told reporters", ""},
		{"Bell told", ""},
	})
}

// TestApposition: commas within a name are not where the name ends.
func TestApposition(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"According to the union, which speaks for pilots, it leaks.", "the union, which speaks for pilots | According to | it leaks"},
		{"According to Bell, an engineer, it leaks.", "Bell, an engineer | According to | it leaks"},
		{"According to Bell, it leaks, which is bad.", "Bell | According to | it leaks, which is bad"},
		{"Still, according to Bell, it leaks.", "Bell | according to | Still … it leaks"},
		{"It leaks, according to Bell, saying it stinks.", "Bell | according to | It leaks\nBell | saying | it stinks"},
		{"The pier, according to Bell, has leaked.", "Bell | according to | The pier … has leaked"},
	})
}

// TestNouns that look like verbs, and verbs that look like nouns: claims, reports,
// states.
func TestNounsAndVerbs(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"The reports of the storm came late.", ""},
		{"The claims were paid.", ""},
		{"The mayor claims it leaks.", "The mayor | claims | it leaks"},
		{"The mayor’s claims were paid.", ""},
		{"The mayor claims that it leaks.", "The mayor | claims | that it leaks"},
		{"There are claims that it leaks.", " | claims | that it leaks"},
		{"Despite claims that it leaks, it floats.", " | claims | that it leaks"},
		{"The mayor believes it leaks.", "The mayor | believes | it leaks"},
		{"The mayor claims “it leaks badly.”", "The mayor | claims | “it leaks badly.”"},
		{"Insurance claims of the town rose.", ""},
		{"They believe it leaks.", "They | believe | it leaks"},
		{"They argue that it leaks.", "They | argue | that it leaks"},
		{"He may claim it leaks.", "He | may claim | it leaks"},
		{"Critics claim it leaks.", "Critics | claim | it leaks"},
		{"They complain about the pier.", "They | complain about | the pier"},
		{"Pilots say it leaks.", "Pilots | say | it leaks"},
		{"The says of the town.", ""},
		{"Bell left, asking of the town that it wait.", ""},
		{"Bell left, asking that it wait.", "Bell | asking | that it wait"},
		{"Bell, a pilot, says it leaks.", "Bell, a pilot | says | it leaks"},
		{"Bell never said it leaks.", "Bell | never said | it leaks"},
		{"Those who wrote say it leaks.", "Those who wrote | say | it leaks"},
	})
}

// TestNewsOfTwo: of two speakers each keeps his own words.
func TestNewsOfTwo(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"It leaked, Bell said.", "Bell | said | It leaked"},
		{"It leaked, Bell said, but Marsh denied that it did.", "Bell | said | It leaked\nMarsh | denied | that it did"},
		{"The pier is old, Bell said, but Marsh denied that it does.", "Bell | said | The pier is old\nMarsh | denied | that it does"},
		{"Bell said it leaks, although Marsh said it floats.", "Bell | said | it leaks\nMarsh | said | it floats"},
		{"Bell said it leaks, according to Marsh.", "Bell | said | it leaks"},
		{"“It leaks.”\n\n“It floats,” Marsh said.", " |  | “It leaks.”\nMarsh | said | “It floats,”"},
		{"Bell said that “it leaks,” Marsh said.", "Marsh | said | Bell said that “it leaks,”"}, // Marsh tells of it
	})
}

// TestQuotationsOfParagraphs: a quotation that is left open goes on in the next
// paragraph; one that is closed does not, and who spoke two paragraphs before is
// nobody's speaker.
func TestQuotationsOfParagraphs(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"“It leaks and creaks.\n\nIt was old.", " |  | “It leaks and creaks."},
		{"“It leaks and creaks.", " |  | “It leaks and creaks."},
		{"“It leaks and creaks.”\n\n“And it stinks,” she said.", " |  | “It leaks and creaks.”\nshe | said | “And it stinks,”"},
		{"Bell said it leaks.\n\nThe town is old.\n\nThe pier is new.\n\n“It leaks and creaks.”", "Bell | said | it leaks\n |  | “It leaks and creaks.”"},
		{"Bell came to the pier and listed three faults:\n\n“It leaks and it creaks.”", "Bell |  | “It leaks and it creaks.”"},
		{"But Bell came to the pier and listed three faults:\n\n“It leaks and it creaks.”", "Bell |  | “It leaks and it creaks.”"},
		{"Bell came to the pier.\n\n“It leaks and it creaks.”", " |  | “It leaks and it creaks.”"},
	})
}

// TestNoSpeech: names, titles and single words in quote marks are no statements.
func TestNoSpeech(t *testing.T) {
	for _, text := range []string{
		"The “Old Pier Inn” is closed.", "The “deal” is off.", "They sang “Rule the Waves of Tamar” again.",
		"The so-called “pier” is a plank.", "A sign of “Bell & Sons” hung there.",
	} {
		marktest.Check(t, Mark, [][2]string{{text, ""}})
	}
}

// TestTurnsOfTranscripts are as sure as the words in them are quoted.
func TestTurnsOfTranscripts(t *testing.T) {
	sure := func(text string) float64 {
		all := Mark(token.Cut(text))
		if len(all) != 1 {
			t.Fatalf("%s: %d statements", text, len(all))
		}
		return all[0].Confidence
	}
	direct, mixed, plain := sure("Bell: “It leaks badly.”"), sure("Bell: It “leaks badly” in May."), sure("Bell: It leaks.")
	if !(direct > mixed && mixed > plain) {
		t.Errorf("direct %v, mixed %v, plain %v", direct, mixed, plain)
	}
}
