package english

import (
	"strings"
	"testing"

	"dateline/internal/annotate/statement/marktest"
	"dateline/internal/annotate/token"
)

func TestClassify(t *testing.T) {
	for _, c := range []struct {
		word string
		want class
	}{
		{"was", aux | be}, {"would", aux | modal}, {"quickly", adverb}, {"family", 0}, {"Kelly", 0}, {"he", pronoun}, {"whom", relative},
		{"US", 0}, {"us", object}, {"because", subordinate}, {"Monday", timeWord}, {"their", determiner | possessive},
	} {
		if got := classify(token.Cut(c.word).Tokens[0]); got != c.want {
			t.Errorf("%s: %b, want %b", c.word, got, c.want)
		}
	}
}

// TestNamesInEd: first names that end like a past begin sentences and are no verbs.
func TestNamesInEd(t *testing.T) {
	marktest.Check(t, Mark, [][2]string{
		{"Mohammed Bell said it leaks.", "Mohammed Bell | said | it leaks"},
		{"Ahmed al-Rashid said it leaks.", "Ahmed al-Rashid | said | it leaks"},
	})
}

// TestSettings: when and where something was said ends a speaker, where he works
// does not.
func TestSettings(t *testing.T) {
	for _, w := range []string{"interview", "interviews", "speech", "tweet", "e-mail"} {
		if !setting(w) {
			t.Errorf("%s is no setting", w)
		}
	}
	for _, w := range []string{"school", "ohio", "ministry", ""} {
		if setting(w) {
			t.Errorf("%s is a setting", w)
		}
	}
}

// TestInflections: third persons, pasts and -ing of regular and irregular verbs.
func TestInflections(t *testing.T) {
	for _, c := range []struct{ base, third, past, ing string }{
		{"say", "says", "said", "saying"}, {"deny", "denies", "denied", "denying"}, {"argue", "argues", "argued", "arguing"},
		{"admit", "admits", "admitted", "admitting"}, {"stress", "stresses", "stressed", "stressing"}, {"agree", "agrees", "agreed", "agreeing"},
	} {
		for f, w := range map[form]string{base: c.base, third: c.third, past: c.past, ing: c.ing} {
			found := false
			for _, e := range knownVerbs()[w] {
				found = found || e.form == f && e.lemma == c.base
			}
			if !found {
				t.Errorf("%s is no form %d of %s", w, f, c.base)
			}
		}
	}
}

// TestOffsets: whatever is found lies in the text, in words.
func TestOffsets(t *testing.T) {
	text := strings.Repeat("“Très bien,” Zoë Ångström said. “Oui.”\n\n", 3)
	all := Mark(token.Cut(text))
	if len(all) != 3 {
		t.Fatalf("%d statements", len(all))
	}
	for _, s := range all {
		if got := text[s.Source[0].Start:s.Source[0].End]; got != "Zoë Ångström" {
			t.Errorf("source %q", got)
		}
		if len(s.Content) != 2 {
			t.Errorf("%d pieces", len(s.Content))
		}
	}
}
