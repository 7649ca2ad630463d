package arabic

import (
	"testing"

	"dateline/internal/annotate/statement"
	"dateline/internal/lang"
)

// TestLookup: persons, tenses, participles, weak verbs, and و before them.
func TestLookup(t *testing.T) {
	for _, c := range []struct {
		word       string
		participle bool
		polarity   statement.Polarity
	}{
		{"قال", false, statement.Says}, {"وقالت", false, statement.Says}, {"يقولون", false, statement.Says}, {"قائلاً", true, statement.Says},
		{"مؤكدةً", true, statement.Says}, {"نفى", false, statement.Denies}, {"نفت", false, statement.Denies}, {"نافياً", true, statement.Denies},
		{"دعا", false, statement.Asks}, {"دعت", false, statement.Asks}, {"حذّر", false, statement.Warns},
		{"وتعهّدت", false, statement.Promises},
	} {
		f, ok := lookup(lang.Fold(c.word))
		if !ok || f.participle != c.participle || f.polarity != c.polarity {
			t.Errorf("%s: %v %+v", c.word, ok, f)
		}
	}
	for _, w := range []string{"نفياً", "مدينة", "كتاب"} {
		if _, ok := lookup(lang.Fold(w)); ok {
			t.Errorf("%s is taken for a verb", w)
		}
	}
}

func TestThat(t *testing.T) {
	for w, want := range map[string]bool{"إنّ": true, "أنه": true, "بأنها": true, "وأن": true, "أنا": false, "انتهى": false, "إنسان": false} {
		if got := that(lang.Fold(w)); got != want {
			t.Errorf("%s: %v", w, got)
		}
	}
}
