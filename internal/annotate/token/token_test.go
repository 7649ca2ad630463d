package token

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mr. Bell's 3,000 boats—all U.S. made.", "mr. bell's 3,000 boats — all u.s. made ."},
		{"at 9:30 a.m. (local)", "at 9:30 a.m. ( local )"},
		{"''yes,'' he said", "'' yes , '' he said"},
		{"قال: «نعم».", "قال : « نعم » ."},
		{"19:30 3/4 3.5 3,000 a:b a/b 3.x x.3 end.Then A.b U.S", "19:30 3/4 3.5 3,000 a : b a / b 3 . x x.3 end . then a.b u.s"},
		{"j.r.r said he.said é.a D-N.Y", "j.r.r said he.said é.a d-n.y"},
		{"@name $3.50 £5 € 7 a_b R&D", "@name $3.50 £5 € 7 a_b r&d"},
		{"الـ24 2.5 ١٫٥ ٣٬٠٠٠ وال،ثم ا٫ب", "الـ24 2.5 ١٫٥ ٣٬٠٠٠ وال ، ثم ا ٫ ب"},
		{"A. I. Mr. Bell vs. e.g. Sept. cat. Ph.D. (a) ``b''", "a. i . mr. bell vs. e.g. sept. cat . ph. d. ( a ) `` b ''"},
		{"al-Rashid’s plan, e.g. $5 #tag", "al-rashid's plan , e.g. $5 #tag"},
		{"the U.S.-led F-16s of Dec.-born Bell", "the u.s.-led f-16s of dec.-born bell"},
		{"in the U.S.- and", "in the u.s. - and"},
		{"Bell\u00a0said\u200f it; lea\u00addership\u200b", "bell said it ; leadership"},
		{"\u200eقال\u200f: نعم", "قال : نعم"},
		{"No. 10 said no. No. It did not.", "no. 10 said no . no . it did not ."},
		{"desk@example.com cost 1.5m, 10,000.50 and $3.5bn", "desk@example.com cost 1.5m , 10,000.50 and $3.5bn"},
		{"He left.He came", "he left . he came"},
		{"ÉLAN ÉTÉ", "élan été"},
	} {
		var got []string
		for _, tok := range Cut(c.text).Tokens {
			got = append(got, tok.Low)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, " "), c.want)
		}
	}
}

// TestSentences: quotations and abbreviations do not split.
func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Mr. Bell left. He sold it.", []string{"Mr. Bell left.", "He sold it."}},
		{"“I left. I did,” he said. “Now go.” They went.", []string{"“I left. I did,” he said.", "“Now go.”", "They went."}},
		{"It opens at 7 p.m. He says so.", []string{"It opens at 7 p.m.", "He says so."}},
		{"One line\nis broken.\n\nTwo.", []string{"One line\nis broken.", "Two."}},
		{"He sold 3.5 boats. 7 were left. they went.", []string{"He sold 3.5 boats.", "7 were left. they went."}},
		{"It is 9 a.m. Bell left.", []string{"It is 9 a.m. Bell left."}}, // a name may follow
		{"They left the U.S. They came back.", []string{"They left the U.S.", "They came back."}},
		{"Really?! Yes... no.) So", []string{"Really?!", "Yes... no.)", "So"}},
		{"He left. – Bell stayed.", []string{"He left. – Bell stayed."}},
		{"He left. “Why?” he was asked.", []string{"He left.", "“Why?” he was asked."}},
		{"He said: “I left. ‘Go.’ She went.” Then", []string{"He said: “I left. ‘Go.’ She went.”", "Then"}},
		{"He left. (She did.) It rained", []string{"He left.", "(She did.)", "It rained"}},
		{"قال نعم. ثم مضى؟ لا.", []string{"قال نعم.", "ثم مضى؟", "لا."}},
		{"No. 10 said it. No. It did.", []string{"No. 10 said it.", "No.", "It did."}},
		{"Wait… what?! No.", []string{"Wait… what?!", "No."}},
		{"Yahoo! said it. (A) Bell left.", []string{"Yahoo! said it.", "(A) Bell left."}},
		{"قال... ثم مضى؛ وعاد.", []string{"قال...", "ثم مضى؛ وعاد."}},
		{"«نعم.» ثم مضى.", []string{"«نعم.»", "ثم مضى."}},
	} {
		cut := Cut(c.text)
		var runs []Run
		for _, s := range cut.Sentences {
			runs = append(runs, s.Run)
		}
		checkRuns(t, cut, runs, c.want)
	}
}

// TestLongSentences: what has no full stop is cut, so that no rule looks through a
// whole list at each of its words; a quotation stays in one piece at any length.
func TestLongSentences(t *testing.T) {
	list := strings.Repeat("said ", 3*longSentence)
	for _, s := range Cut(list).Sentences {
		if n := s.Last - s.First; n > longSentence+1 {
			t.Errorf("a sentence of %d words", n)
		}
	}
	cut := Cut("Bell said “" + list + "” on Friday.")
	if n := len(cut.Sentences); n != 2 || cut.Sentences[0].Last != cut.Quotes[0].Last+1 {
		t.Errorf("%d sentences, the first ends at %d, its quotation at %d", n, cut.Sentences[0].Last, cut.Quotes[0].Last)
	}
	if got := len(Cut("(" + list[:len("said ")*(longSentence-1)] + "x).").Sentences); got != 1 {
		t.Errorf("the marks that end a sentence are %d sentences", got)
	}
}

func checkQuotes(t *testing.T, text string, want []string) {
	t.Helper()
	cut := Cut(text)
	var runs []Run
	for _, q := range cut.Quotes {
		runs = append(runs, q.Run)
	}
	checkRuns(t, cut, runs, want)
}

// checkRuns compares runs of tokens with the stretches of text that they are.
func checkRuns(t *testing.T, cut *Text, runs []Run, want []string) {
	t.Helper()
	var got []string
	for _, r := range runs {
		got = append(got, cut.Body[cut.Tokens[r.First].Start:cut.Tokens[r.Last-1].End])
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%q\n got %q\nwant %q", cut.Body, got, want)
	}
}

// TestQuotes: all families of marks, apostrophes that are none, and quotations
// that their paragraph leaves open.
func TestQuotes(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`He said "yes" and "no".`, []string{`"yes"`, `"no"`}},
		{"He said ‘yes’, the boys’ way.", []string{"‘yes’"}},
		{"the '90s and the boys' boat", nil},
		{`"It is,” he said.`, []string{`"It is,”`}},
		{"“One.\n\n“Two,” he said.", []string{"“One.", "“Two,”"}},
		{"''Yes,'' he said. ``No,'' she said.", []string{"''Yes,''", "``No,''"}},
		{"“One. “Two,” he said.", []string{"“Two,”"}}, // the first was a slip
		{"„Ja” and « no »", []string{"„Ja”", "« no »"}},
		{"no” and “yes", []string{"“yes"}},
		{"('yes') it's 'no", []string{"'yes'"}},
		{`a " b " c`, []string{`" b "`}},
		{"«نعم» و“لا”", []string{"«نعم»", "“لا”"}},
		{"قال: ”نعم“ ثم ”لا“.", []string{"”نعم“", "”لا“"}},
		{"قال: »نعم« ثم »لا«.", []string{"»نعم«", "»لا«"}},
		{"»Ja«, said Bell, »nein«.", []string{"»Ja«", "»nein«"}},
		{"„Ja“, said Bell, „nein“. “Yes.”", []string{"„Ja“", "„nein“", "“Yes.”"}},
		{"”yes” and ”no”", nil}, // nothing opens
		{"of it.” He said “yes” and “no”", []string{"“yes”", "“no”"}},
		{"”Of it.” He said “yes”", []string{"“yes”"}},
	} {
		checkQuotes(t, c.text, c.want)
	}
}

// TestMixedQuotes: marks of two families that open and close one quotation.
func TestMixedQuotes(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`“Yes," he said. "No.”`, []string{`“Yes,"`, `"No.”`}},
		{`"Face to face," she said. “Well, we were."`, []string{`"Face to face,"`, `“Well, we were."`}},
		{`“He said "no" to me,” she said.`, []string{`"no"`, `“He said "no" to me,”`}},
		{`"One," he said. "Two, he said. "Three," he said.`, []string{`"One,"`, `"Three,"`}},
		{`“I told him 'no,’” she said. “And yes."`, []string{`'no,’`, `“I told him 'no,’”`, `“And yes."`}},
	} {
		checkQuotes(t, c.text, c.want)
	}
}

// TestParagraphs: a line's end is a paragraph's only where lines are not broken to
// fit a page.
func TestParagraphs(t *testing.T) {
	long := strings.Repeat("The pier leaks. ", 12)
	for _, c := range []struct {
		text string
		want int
	}{
		{"One line\nis broken.\nTwo.", 2},
		{"One\n\nTwo", 2},
		{"One \n \t\nTwo", 2},
		{"«نعم»\nثم مضى", 2},
		{"One,\ntwo", 1},
		{strings.Repeat("x", longLine-1) + "\ntwo", 1},
		{strings.Repeat("x", longLine) + "\ntwo", 2},
		{long + "\n“It leaks.” — Lena Marsh\n“It stinks.” — Otto Bell", 3},
		{"", 0},
	} {
		if got := len(Cut(c.text).Paras); got != c.want {
			t.Errorf("%q: %d paragraphs, want %d", c.text, got, c.want)
		}
	}
}

// TestUpper: names with the Arabic article are names wherever it is written small.
func TestUpper(t *testing.T) {
	for word, want := range map[string]bool{"Bell": true, "bell": false, "al-Rashid": true, "el-Hadi": true, "ash-Sham": true, "al-fresco": false, "an-": false, "anti-Bell": false, "pre-May": false, "Élan": true, "24": false} {
		if got := Cut(word).Tokens[0].Upper; got != want {
			t.Errorf("%s: %v", word, got)
		}
	}
}

func TestAbbreviations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Bell (D-N.Y.) left", "bell|(|d-n.y.|)|left"},
		{"Bell (R-Wis.) left", "bell|(|r-wis.|)|left"},
		{"a low-key. Then", "a|low-key|.|then"},
	} {
		var got []string
		for _, tok := range Cut(c.text).Tokens {
			got = append(got, tok.Low)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: got %s, want %s", c.text, strings.Join(got, "|"), c.want)
		}
	}
}

func TestFolded(t *testing.T) {
	text := Cut("قال، إنّ Zoë «أهلاً» 3.5")
	want := []string{"قال", "،", "ان", "zoe", "«", "اهلا", "»", "35"}
	for range 2 {
		if got := text.Folded(); !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
