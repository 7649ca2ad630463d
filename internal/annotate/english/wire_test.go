package english

import (
	"testing"

	"dateline/internal/annotate/statement/marktest"
)

// TestWireStyle reads the forms in which agencies name who speaks, with title, place,
// day and outlet.
func TestWireStyle(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"“We will not sign,” said Foreign Minister Otto Bell after the talks in Tamar.", "Foreign Minister Otto Bell | said | “We will not sign,”"},
		{"\"We will not sign,\" Otto Bell told reporters in Tamar on Friday.", "Otto Bell | told | \"We will not sign,\""},
		{"Otto Bell told the Tamar Post: \"We will not sign.\"", "Otto Bell | told | \"We will not sign.\""},
		{"“We will not sign,” a source close to the talks told the agency, speaking on condition of anonymity.", "a source close to the talks | told | “We will not sign,”"},
		{"“We will not sign,” the foreign ministry said in a statement.", "the foreign ministry | said | “We will not sign,”"},
		{"The ministry said in a statement on Friday that the pier would be closed.", "The ministry | said | that the pier would be closed"},
		{"The ministry said on X that the pier would be closed.", "The ministry | said | that the pier would be closed"},
		{"In a statement, the ministry said the pier would be closed.", "the ministry | said | the pier would be closed"},
		{"Bell, 54, said the pier would be closed.", "Bell, 54 | said | the pier would be closed"},
		{"Bell (D-Tamar) said the pier would be closed.", "Bell (D-Tamar) | said | the pier would be closed"},
		{"The report said 12 people had been killed.", "The report | said | 12 people had been killed"},
		{"At least 12 people were killed in the fire, according to local media.", "local media | according to | At least 12 people were killed in the fire"},
		{"Tamar has reportedly agreed to host the games.", " | reportedly | Tamar has … agreed to host the games"},
		{"It was announced on Friday that Tamar will host the games.", " | was announced | that Tamar will host the games"},
		{"Israel's military said it had struck a bridge.", "Israel's military | said | it had struck a bridge"},
		{"Dr. Ann Ray, of the Tamar Hospital, said the patients were stable.", "Dr. Ann Ray, of the Tamar Hospital | said | the patients were stable"},
		{"“They are stable,” said Ann Ray, a doctor at the hospital in Tamar who treated them.", "Ann Ray, a doctor at the hospital in Tamar who treated them | said | “They are stable,”"},
		{"“They are stable,” Ann Ray, a doctor, told the agency.", "Ann Ray, a doctor | told | “They are stable,”"},
		{"“They are stable,” Ann Ray told the agency by phone on Friday.", "Ann Ray | told | “They are stable,”"},
		{"“This is an attack on all of us,” the President of the Tamar Council, Otto Bell, told the Post.", "the President of the Tamar Council, Otto Bell | told | “This is an attack on all of us,”"},
		{"“We will not sign,” says Otto Bell, mayor of Tamar. “Not now.”", "Otto Bell, mayor of Tamar | says | “We will not sign,” … “Not now.”"},
		{"“We will not sign,” Bell, who has led the town since 2019, said on Friday.", "Bell, who has led the town since 2019 | said | “We will not sign,”"},
		{"But Bell, speaking in Tamar, said it leaked.", "Bell, speaking in Tamar | said | it leaked"},
		{"Speaking in Tamar, Bell said it leaked.", "Bell | said | it leaked"},
		{"Citing two officials, the Post said the pier would close.", "the Post | said | the pier would close"},
		{"The pier would close, the Post said, citing two officials.", "the Post | said | The pier would close\nthe Post | citing | two officials"},
	})
}

// TestHowAnswersStand reads questions and answers, and quotations that a verb parts.
func TestHowAnswersStand(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Asked whether he would resign, Bell said: “No.”", " | Asked | whether he would resign\nBell | said | “No.”"},
		{"Asked about the leak, Marsh replied, “Ask the mayor.”", " | Asked about | the leak\nMarsh | replied | “Ask the mayor.”"},
		{"Bell's message was clear: “Pay or leave.”", "Bell's message |  | “Pay or leave.”"},
		{"“Never,” he said.", "he | said | “Never,”"},
		{"“No!” shouted Bell.", "Bell | shouted | “No!”"},
		{"“Is it safe?” asked Marsh.", "Marsh | asked | “Is it safe?”"},
		{"“We,” Bell said, “will not sign.”", "Bell | said | “We,” … “will not sign.”"},
		{"“If we sign,” said Bell, “we lose”.", "Bell | said | “If we sign,” … “we lose”"},
		{"“Sign,” Bell said; “or leave.”", "Bell | said | “Sign,” … “or leave.”"},
		{"“I don’t know,” Bell said, shrugging. “Maybe.”", "Bell | said | “I don’t know,” … “Maybe.”"},
		{"Bell said he “never” saw the pier.", "Bell | said | he “never” saw the pier"},
		{"The council said it “strongly condemns” the attack and “stands with” the victims.", "The council | said | it “strongly condemns” the attack and “stands with” the victims"},
		{"Bell said that if the pier leaks, “we will close it”, and that nobody would pay.", "Bell | said | that if the pier leaks, “we will close it”, and that nobody would pay"},
		{"Bell, she said, was “a liar”.", "she | said | Bell … was “a liar”"},
	})
}

// TestMarksOfAllPresses reads quotations in whatever marks they stand.
func TestMarksOfAllPresses(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"“We will not sign”, said Bell.", "Bell | said | “We will not sign”"},
		{"\"We will not sign\", Bell said.", "Bell | said | \"We will not sign\""},
		{"'We won't sign,' Bell said.", "Bell | said | 'We won't sign,'"},
		{"Bell said 'yes'.", "Bell | said | 'yes'"},
		{"„We will not sign“, said Bell.", "Bell | said | „We will not sign“"},
		{"»We will not sign«, said Bell.", "Bell | said | »We will not sign«"},
		{"« We will not sign », said Bell.", "Bell | said | « We will not sign »"},
	})
}

// TestHeadlines are read like sentences.
func TestHeadlines(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Police: Pier has collapsed", "Police | : | Pier has collapsed"},
		{"Pier has collapsed, police say", "police | say | Pier has collapsed"},
		{"Marsh says she will not resign", "Marsh | says | she will not resign"},
		{"Marsh: ‘I will not resign’", "Marsh | : | ‘I will not resign’"},
		{"'I will not resign,' says Marsh", "Marsh | says | 'I will not resign,'"},
		{"Mayor ‘will not resign’", " |  | ‘will not resign’"},
	})
}

// TestWhatSpeakersDo reads what is asked, promised, denied and warned of.
func TestWhatSpeakersDo(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Marsh urged both sides to show restraint.", "Marsh | urged | both sides to show restraint"},
		{"Marsh called on both sides to show restraint.", "Marsh | called on | both sides to show restraint"},
		{"Marsh called for restraint.", "Marsh | called for | restraint"},
		{"Marsh expressed concern over the fire.", "Marsh | expressed | concern over the fire"},
		{"Marsh vowed to rebuild.", "Marsh | vowed | to rebuild"},
		{"Marsh promised that the pier would be rebuilt by 2027.", "Marsh | promised | that the pier would be rebuilt by 2027"},
		{"Marsh warned of further cuts.", "Marsh | warned of | further cuts"},
		{"Marsh rejected claims that she had lied.", "Marsh | rejected | claims that she had lied"},
		{"Marsh rejected the offer as “a joke”.", "Marsh | rejected | the offer as “a joke”"},
		{"The ministry declined to comment.", "The ministry | declined | to comment"},
		{"Bell and Marsh both denied wrongdoing.", "Bell and Marsh | both denied | wrongdoing"},
		{"Prosecutors allege that Bell lit the fire.", "Prosecutors | allege | that Bell lit the fire"},
		{"Bell, who denies the charge, was held.", "who | denies | the charge"},
	})
}

// TestNobodyNamed has a statement and no source where the text says only that it is
// believed.
func TestNobodyNamed(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Marsh is said to be ill.", " | is said | Marsh … to be ill"},
		{"It is believed the fire began at night.", " | is believed | the fire began at night"},
		{"The fire is believed to have begun at night.", " | is believed | The fire … to have begun at night"},
		{"The court was told she had seen the fire.", " | was told | she had seen the fire"},
		{"Officials believe the fire began at night.", "Officials | believe | the fire began at night"},
	})
}

// TestNamesLikeVerbs reads Theresa May and Will Bell as people.
func TestNamesLikeVerbs(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Theresa May said it leaks.", "Theresa May | said | it leaks"},
		{"Will Bell said it leaks.", "Will Bell | said | it leaks"},
		{"Will Bell resign?", ""},
		{"The pier may leak, Bell said.", "Bell | said | The pier may leak"},
	})
}

// TestInsertions goes over what commas or dashes set off between the verb and what was
// said.
func TestInsertions(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Bell wrote in his memoir, Old Piers, that it leaks.", "Bell | wrote | that it leaks"},
		{"Bell said - without giving details - that he would run.", "Bell | said | that he would run"},
		{"Bell said, without giving details, that he would run.", "Bell | said | that he would run"},
		{"Bell said, without giving details, “it leaks.”", "Bell | said | “it leaks.”"},
		{"Bell said, without giving details, it leaks.", ""},
		{"Bell said, with a laugh and a long look over the old grey pier of the town, that it leaks.", ""},
	})
}

// TestDatelines leaves the dateline of a text to nobody.
func TestDatelines(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"TAMAR, March 5 (Tamar Post) - The pier has collapsed, police said on Thursday.", "police | said | The pier has collapsed"},
		{"TAMAR (TP) — The pier has collapsed, police said Thursday.", "police | said | The pier has collapsed"},
		{"TAMAR – “It leaks,” Bell said.", "Bell | said | “It leaks,”"},
		{"NATO said the pier – a wreck – would be closed.", "NATO | said | the pier – a wreck – would be closed"},
		{"PIER has collapsed, police said.", "police | said | PIER has collapsed"},
		{"The pier has collapsed – a wreck – police said.", "police | said | The pier has collapsed – a wreck"},
		{"TAMAR — ", ""},
	})
}

// TestAccordingWithoutComma takes the quotation behind a name that no comma ends.
func TestAccordingWithoutComma(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"According to Bell “it leaks”.", "Bell | According to | “it leaks”"},
		{"According to the author of “Old Piers” it leaks.", ""},
		{"According to Bell, “it leaks”.", "Bell | According to | “it leaks”"},
	})
}

// TestStillMisread shows what comes out wrong: a noun for the cue, a verb that no list
// has, a label before the speaker.
func TestStillMisread(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"“Ask the mayor,” was Marsh's reply.", "was Marsh's | reply | “Ask the mayor,”"},
		{"As Bell put it, “the pier is a wreck.”", " |  | “the pier is a wreck.”"},
		{"Bell neither confirmed nor denied the report.", "Bell neither | denied | the report"},
		{"UPDATE 2-Tamar says pier has collapsed", "UPDATE 2-Tamar | says | pier has collapsed"},
		{"Marsh dismissed as “nonsense” reports that she had lied.", "“nonsense” | reports | that she had lied"},
		{"“They are stable” — that was the message of Ann Ray.", " |  | “They are stable”"},
		{"Bell pleaded not guilty.", ""},
	})
}
