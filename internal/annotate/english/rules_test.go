package english

import (
	"testing"

	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/statement/marktest"
	"dateline/internal/annotate/token"
)

// TestWhoStandsBehind: the noun phrase behind an inverted verb, with what stands
// beside the name, and without when and where it was said.
func TestWhoStandsBehind(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{`“It leaks,” said Lena Marsh, a pilot at the Tamar School of Shipping.`, `Lena Marsh, a pilot at the Tamar School of Shipping | said | “It leaks,”`},
		{`“It leaks,” said Lena Marsh, a pilot, in an interview on Monday.`, `Lena Marsh, a pilot | said | “It leaks,”`},
		{`“It leaks,” said Otto Bell, who served as harbour master in 1998.`, `Otto Bell, who served as harbour master in 1998 | said | “It leaks,”`},
		{`“It leaks,” said Otto Bell, who said the pier was old.`, "Otto Bell | said | “It leaks,”\nwho | said | the pier was old"},
		{`“It leaks,” said Sen. Otto Bell (D-N.Y.), a friend of ships.`, `Sen. Otto Bell (D-N.Y.), a friend of ships | said | “It leaks,”`},
		{`“It leaks,” Sen. Otto Bell (R-Wis.) said.`, `Sen. Otto Bell (R-Wis.) | said | “It leaks,”`},
		{`“It leaks,” said Bell, now a pilot in Tamar.`, `Bell, now a pilot in Tamar | said | “It leaks,”`},
		{`“It leaks,” said the author of “Old Piers,” a book.`, `the author of “Old Piers,” a book | said | “It leaks,”`},
		{`Said Bell: “It leaks.”`, `Bell | Said | “It leaks.”`},
		{"Stated Bell:\n\n“It leaks and it stinks.”", `Bell | Stated | “It leaks and it stinks.”`},
		{`“It leaks,” Lena Marsh, a pilot, told The Tamar Post.`, `Lena Marsh, a pilot | told | “It leaks,”`},
	})
}

// TestWhoStandsBefore: names with what stands beside them, and phrases in front.
func TestWhoStandsBefore(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{`Lena Marsh, secretary for ports, ferries, and fish, said it leaks.`, `Lena Marsh, secretary for ports, ferries, and fish | said | it leaks`},
		{`Otto Bell, the mayor of Tamar, a town on the coast, said “it leaks badly.”`, `Otto Bell, the mayor of Tamar, a town on the coast | said | “it leaks badly.”`},
		{`Otto Bell, 80, of Tamar, Va., said it leaks.`, `Otto Bell, 80, of Tamar, Va. | said | it leaks`},
		{`After winning the vote in Tamar, Gov. Otto Bell (R-OH), said, “It was close.”`, `Gov. Otto Bell (R-OH) | said | “It was close.”`},
		{`Lena Marsh, at a later meeting, said, “It leaks badly.”`, `Lena Marsh | said | “It leaks badly.”`},
		{`Marsh later Thursday told The Post: “It leaks badly.”`, `Marsh | told | “It leaks badly.”`},
		{`Hours later, Bell returned to Tamar, telling The Post, “It leaks badly.”`, `Bell | telling | “It leaks badly.”`},
		{`Yet another said, “It leaks badly.”`, `another | said | “It leaks badly.”`},
		{`The film has footage of Otto Bell asking, “Does it leak?”`, `Otto Bell | asking | “Does it leak?”`},
		{`When my mother spoke of it, I laughed and said, “It leaks badly.”`, "my mother | spoke of | it\nI | said | “It leaks badly.”"},
		{`The mayor says of Bell, “He never listens.”`, `The mayor | says | “He never listens.”`},
	})
}

// TestWhereQuotationsEnd: what stands beside a quotation is no part of it.
func TestWhereQuotationsEnd(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{`Bell had said, “We’ll see,” when asked about the pier.`, "Bell | had said | “We’ll see,”\n | asked about | the pier"},
		{`Bell yelled “You lie!” at the mayor.`, `Bell | yelled | “You lie!”`},
		{`Marsh scolded him: “It leaks,” she said.`, "Marsh | scolded | him\nshe | said | “It leaks,”"},
		{`“It leaks,” Bell said, adding later, “It always has.”`, "Bell | said | “It leaks,”\nBell | adding | “It always has.”"},
		{`Even as Bell claimed that “it leaks,” the mayor said the pier was safe.`, "Bell | claimed | that “it leaks,”\nthe mayor | said | the pier was safe"},
		{`Asked which pier was his favourite, Bell said, “The one I am on.”`, ` | Asked | which pier was his favourite` + "\n" + `Bell | said | “The one I am on.”`},
		{`A woman asked for a photo and Bell said, “as long as it is free.”`, "A woman | asked for | a photo\nBell | said | “as long as it is free.”"},
	})
}

// TestWithoutListedVerb: verbs that no list has, names with a dash or a colon, and
// quotations that go on.
func TestWithoutListedVerb(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{`“The deal is off now,” an angry Bell retaliated.`, `an angry Bell | retaliated | “The deal is off now,”`},
		{`“It leaks and it stinks,” Bell went on.`, `Bell | went | “It leaks and it stinks,”`},
		{`“It leaks and it stinks.” ― Lena Marsh`, `Lena Marsh | ― | “It leaks and it stinks.”`},
		{`“It leaks and it stinks” — a metaphor for the town.`, ` |  | “It leaks and it stinks”`},
		{"\"BELL: Well, it leaks, you know.\n\n\"MARSH: It does.", "BELL | : | Well, it leaks, you know.\nMARSH | : | It does."},
		{"“It leaks and creaks.\n\n“And it stinks,” she said.", `she | said | “It leaks and creaks. … “And it stinks,”`},
		{"Bell said: “It leaks badly.\n\n“And it stinks.”", `Bell | said | “It leaks badly. … “And it stinks.”`},
		{"“It leaks badly,” Bell said on Friday.\n\n“And it stinks a lot.”", "Bell | said | “It leaks badly,”\nBell |  | “And it stinks a lot.”"},
	})
}

// TestFrames: what each kind of verb takes, and where it ends.
func TestFrames(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{`Marsh believes the pier is old.`, `Marsh | believes | the pier is old`},
		{`Bell said on Monday in Tamar that it leaks.`, `Bell | said | that it leaks`},
		{`Bell asked whether the pier was safe.`, `Bell | asked | whether the pier was safe`},
		{`Bell did not say whether it leaks.`, `Bell | did not say | whether it leaks`},
		{`Bell explained how it leaks.`, `Bell | explained | how it leaks`},
		{`She wondered aloud why it leaks.`, `She | wondered | why it leaks`},
		{`Bell vowed to repair it.`, `Bell | vowed | to repair it`},
		{`Marsh urged the mayor to close the pier.`, `Marsh | urged | the mayor to close the pier`},
		{`Marsh called for a new pier.`, `Marsh | called for | a new pier`},
		{`The mayor warned against haste.`, `The mayor | warned against | haste`},
		{`Bell praised the crew for its work.`, `Bell | praised | the crew for its work`},
		{`Bell pointed out that the pier was closed.`, `Bell | pointed | that the pier was closed`},
		{`Voters in Tamar say it leaks.`, `Voters in Tamar | say | it leaks`},
		{`Critics of the pier argue that it leaks.`, `Critics of the pier | argue | that it leaks`},
		{`The sign read “No boats.”`, `The sign | read | “No boats.”`},
		{`“It leaks!” cried Bell.`, `Bell | cried | “It leaks!”`},
		{`The proposed tax is high.`, ``},
		{`What Bell said was wrong.`, ``},
		{`Bell stated the amount in the state of Tamar.`, `Bell | stated | the amount in the state of Tamar`},
	})
}

// TestTwoInOneSentence: a second statement ends the first and has its subject.
func TestTwoInOneSentence(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{`He noted that it leaks, but she denied that it stinks.`, "He | noted | that it leaks\nshe | denied | that it stinks"},
		{`She said it leaks and told reporters that it stinks.`, "She | said | it leaks\nShe | told | that it stinks"},
		{`Bell predicted a storm; Marsh expected rain.`, "Bell | predicted | a storm\nMarsh | expected | rain"},
		{`“It leaks,” he said, “and it stinks.”`, `he | said | “It leaks,” … “and it stinks.”`},
		{`Bell said the pier leaks, according to Marsh.`, `Bell | said | the pier leaks`}, // who relays it is left out
		{`Speaking in Tamar, Bell said it leaks.`, `Bell | said | it leaks`},
	})
}

// TestPassive: who is told and who is criticized are no speakers.
func TestPassive(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{`Marsh was told that the pier is closed.`, ` | was told | that the pier is closed`},
		{`It was reported that the pier leaks.`, ` | was reported | that the pier leaks`},
		{`The plan was criticized by Otto Bell.`, `Otto Bell | was criticized | The plan`},
		{`Bell is expected to resign in May.`, ` | is expected | Bell … to resign in May`},
		{`The pier appears to be rotten.`, ` | appears | The pier … to be rotten`},
		{`Bell reportedly sold the pier.`, ` | reportedly | Bell … sold the pier`},
	})
}

// TestNouns: words for what was said, with whose they are.
func TestNouns(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{`The mayor liked Bell’s view of the pier.`, `Bell’s | view | the pier`},
		{`He repeated his claim that the pier leaks.`, "He | repeated | his claim that the pier leaks"},
		{`According to Bell, a pilot, the pier leaks.`, `Bell, a pilot | According to | the pier leaks`},
		{`The pier leaks, according to Bell.`, `Bell | according to | The pier leaks`},
		{`The statement of accounts is late.`, ``},
	})
}

// TestConfidence: the surer the rule, the higher; what nothing credits is lowest,
// and what two paragraphs share is never sure enough to be public.
func TestConfidence(t *testing.T) {
	sure := func(text string) float64 {
		all := Mark(token.Cut(text))
		if len(all) == 0 {
			t.Fatalf("%s: nothing found", text)
		}
		return all[0].Confidence
	}
	falling := []string{
		`“It leaks badly,” Bell said.`,
		`Bell said, “It leaks badly.”`,
		`Bell said it “leaks badly” in May.`,
		`Bell said it leaks.`,
		`Bell praised the pier.`,
		`Bell’s view of the pier was known.`,
	}
	for i := 1; i < len(falling); i++ {
		if sure(falling[i]) >= sure(falling[i-1]) {
			t.Errorf("%s is as sure as %s", falling[i], falling[i-1])
		}
	}
	if c := sure("“It leaks badly,” Bell said. “It does.”\n\n“And it stinks as well.”"); c >= statement.PublicThreshold {
		t.Errorf("joined: %v", c)
	}
}
