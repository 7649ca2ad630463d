package speaker_test

import (
	"strings"
	"testing"

	"dateline/internal/annotate/arabic"
	"dateline/internal/annotate/english"
	"dateline/internal/annotate/speaker"
	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/token"
)

// resolved marks a text and writes its speakers, those that are a named person
// with a star.
func resolved(text string, inArabic bool) string {
	t := token.Cut(text)
	var all []statement.Statement
	if inArabic {
		all = arabic.Mark(t)
	} else {
		all = english.Mark(t)
	}
	speaker.Resolve(t, all, inArabic)
	var out []string
	for _, s := range all {
		name := s.Speaker
		if s.Named {
			name += "*"
		}
		out = append(out, name)
	}
	return strings.Join(out, "; ")
}

func check(t *testing.T, inArabic bool, cases [][2]string) {
	t.Helper()
	for _, c := range cases {
		if got := resolved(c[0], inArabic); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

// TestHeads: the name at the head of a source, and nobody where the head is a role,
// a body or two people.
func TestHeads(t *testing.T) {
	check(t, false, [][2]string{
		{"Lena Marsh said it leaks.", "Lena Marsh*"},
		{"Tamar port director Lena Marsh said it leaks.", "Lena Marsh*"},
		{"Massachusetts Sen. Lena Marsh (D-Mass.) said it leaks.", "Lena Marsh*"},
		{"Lena Marsh of the Tamar Union said it leaks.", "Lena Marsh*"},
		{"Lena Marsh, the mayor of Otto Bell's town, said it leaks.", "Lena Marsh*"},
		{"A narrator in the Lena Marsh ad said it leaks.", "A narrator in the Lena Marsh ad"},
		{"A spokesman for Lena Marsh said it leaks.", "A spokesman for Lena Marsh"},
		{"The Marsh campaign said it leaks.", "The Marsh campaign"},
		{"Lena Marsh and Otto Bell said it leaks.", "Lena Marsh and Otto Bell"},
		{"The White House said it leaks.", "The White House"},
		{"Some Democrats said it leaks.", "Some Democrats"},
		{"“The pier leaks for all of us,” said Otto Luther King III in Tamar.", "Otto Luther King III*"},
		{"Otto Bell Jr. said it leaks. Bell said it sinks.", "Otto Bell Jr.*; Otto Bell Jr.*"},
		{"The pier belongs to Otto Bell. Otto Bell Jr. said it leaks. Bell said it sinks.", "Otto Bell Jr.*; "}, // which of the two?
	})
}

// TestHeadsOfManyForms: particles, titles, and what a genitive or a body makes of a
// name.
func TestHeadsOfManyForms(t *testing.T) {
	check(t, false, [][2]string{
		{"Ludwig van Ray said it leaks.", "Ludwig van Ray*"},
		{"Omar bin Hassan said it leaks.", "Omar bin Hassan*"},
		{"Prime Minister Lena Marsh said it leaks.", "Lena Marsh*"},
		{"Former President Otto Bell said it leaks.", "Otto Bell*"},
		{"Otto Bell Jr. said it leaks.", "Otto Bell Jr.*"},
		{"Mr. Bell said it leaks.", "Bell"},
		{"Otto Bell, who said it leaks, left.", "Otto Bell*"},
		{"Bell, who said it leaks, left.", ""},
		{"Otto Bell's sister said it leaks.", "Otto Bell's sister"},
		{"The Otto Bell campaign said it leaks.", "The Otto Bell campaign"},
		{"Marsh University said it leaks.", "Marsh University"},
	})
}

// TestNobodyNamed: a role is a speaker as written, and they, we and it are nobody.
func TestNobodyNamed(t *testing.T) {
	check(t, false, [][2]string{
		{"A fisherman said it leaks.", "A fisherman"},
		{"The minister said it leaks.", "The minister"},
		{"An official said it leaks.", "An official"},
		{"We said it leaks.", ""},
		{"They said it leaks.", ""},
		{"It said it leaks.", ""},
		{"I said it leaks.", ""},
	})
}

// TestShortForms: a family name stands for the one full name that has it, and for
// nobody when there are two or none.
func TestShortForms(t *testing.T) {
	check(t, false, [][2]string{
		{"It is Mayor Lena Marsh of Tamar. Marsh said it leaks.", "Lena Marsh*"},
		{"Donald J. Bell came. It was Donald Bell. Bell said it leaks.", "Donald J. Bell*"},
		{"Lena Marsh met Otto Marsh. Marsh said it leaks.", ""},
		{"Lena Marsh met Otto Marsh. Mrs. Marsh said it leaks.", "Lena Marsh*"},
		{"Lena Marsh met Otto Marsh. Mr. Marsh said it leaks.", "Otto Marsh*"},
		{"They met. Marsh said it leaks.", "Marsh"},
		{"Port Bosses Rip Otto Bell Again.\n\nBell said it leaks.", "Bell"},
		{"WARDEN: It leaks.\n\nIt was Rita Warden.", "Rita Warden*"},
	})
}

// TestPronouns: he and she go to the last speaker of their gender, and to nobody
// when the text leaves two.
func TestPronouns(t *testing.T) {
	check(t, false, [][2]string{
		{"Otto Bell said it leaks. He said it stinks.", "Otto Bell*; Otto Bell*"},
		{"Lena Marsh said it leaks. He said it stinks.", "Lena Marsh*; "},
		{"Otto Bell said it leaks. Lena Marsh said it floats. He said it stinks.", "Otto Bell*; Lena Marsh*; Otto Bell*"},
		{"Otto Bell said it leaks. “It floats,” Lena Marsh said. She said it stinks.", "Otto Bell*; Lena Marsh*; Lena Marsh*"},
		{"Otto Bell said it leaks.\n\nPeter Lund came in. He said it stinks.", "Otto Bell*; "},
		{"Otto Bell said it leaks.\n\nLena Marsh came in. He said it stinks.", "Otto Bell*; Otto Bell*"},
		{"Otto Bell said it leaks. Lund said it floats. He said it stinks.", "Otto Bell*; Lund; Lund"},
		{"Otto Bell met Rita Bell. Bell said it leaks. He said it stinks.", "; "},
		{"Lena Marsh said it leaks.\n\nIn May, Mrs. Rita Bell came. She said it stinks.", "Lena Marsh*; "},
		{"The Tamar Times said it leaks. He said it stinks.", "The Tamar Times; "},
		{"He said it stinks.", ""},
		{"Rita Bell came. “It leaks,” Bell said. “It stinks,” she said.", "Rita Bell*; Rita Bell*"},
		{"It was Otto Bell. “It leaks,” Bell said. “It stinks,” she said.", "Otto Bell*; "},
		{"Robin Marsh said it leaks. She said it stinks.", "Robin Marsh*; Robin Marsh*"},
		{"On Monday Otto Bell said it leaks. His claim that it stinks was late.", "Otto Bell*; Otto Bell*"},
		{"Otto Bell said it leaks. The company said it floats. He said it stinks.", "Otto Bell*; The company; Otto Bell*"},
		{"Otto Bell said it leaks. “I met Peter Lund,” he said. He said it stinks.", "Otto Bell*; Otto Bell*; Otto Bell*"},
		{"Otto Bell said it leaks. " + strings.Repeat("The pier is old and long. ", 40) + "He said it stinks.", "Otto Bell*; "},
	})
}

// TestPronounsAreLessSure: what is public names its speaker itself.
func TestPronounsAreLessSure(t *testing.T) {
	const text = "“It leaks,” Otto Bell said.\n\n“It stinks,” he said."
	cut := token.Cut(text)
	all := english.Mark(cut)
	speaker.Resolve(cut, all, false)
	if len(all) != 2 || !all[0].Public() || all[1].Public() || all[1].Speaker != "Otto Bell" {
		t.Errorf("%+v", all)
	}
}

func TestArabic(t *testing.T) {
	check(t, true, [][2]string{
		{"قال وزير النقل سامر الحلواني إن الميناء مفتوح. وأضاف أن الحركة عادت. وقال الحلواني إن العمل انتهى.", "وزير النقل سامر الحلواني*; وزير النقل سامر الحلواني*; وزير النقل سامر الحلواني*"},
		{"قال مصدر أمني مطلع إن الطريق مغلق.", "مصدر أمني مطلع"},
	})
}
