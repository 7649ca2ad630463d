package english

import (
	"testing"

	"dateline/internal/annotate/statement"
)

// TestForms: regular endings, doubled consonants and irregular verbs lead to
// their verb, each as the form it is.
func TestForms(t *testing.T) {
	for _, c := range []struct {
		word, lemma string
		form        form
	}{
		{"said", "say", past}, {"says", "say", third}, {"saying", "say", ing}, {"told", "tell", past}, {"written", "write", part},
		{"denied", "deny", past}, {"denies", "deny", third}, {"denying", "deny", ing}, {"admitted", "admit", past},
		{"admitting", "admit", ing}, {"announces", "announce", third}, {"announcing", "announce", ing}, {"stresses", "stress", third},
		{"referring", "refer", ing}, {"agreeing", "agree", ing}, {"replied", "reply", past},
	} {
		found := false
		for _, e := range knownVerbs()[c.word] {
			found = found || e.lemma == c.lemma && e.form == c.form
		}
		if !found {
			t.Errorf("%s is not known as a form of %s", c.word, c.lemma)
		}
	}
	for _, w := range []string{"sayed", "admited", "denyed", "walked"} {
		if len(knownVerbs()[w]) > 0 {
			t.Errorf("%s is known", w)
		}
	}
}

func TestPolarity(t *testing.T) {
	for w, want := range map[string]statement.Polarity{"said": statement.Says, "denied": statement.Denies, "urged": statement.Asks, "vowed": statement.Promises, "warned": statement.Warns} {
		if got := knownVerbs()[w]; len(got) == 0 || got[0].polarity != want {
			t.Errorf("%s: %+v, want %s", w, got, want)
		}
	}
}
