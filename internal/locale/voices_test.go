package locale

import (
	"testing"

	"dateline"
)

func TestCountsOfStatements(t *testing.T) {
	ar, en := edition(t, dateline.Edition{Language: "ar", Digits: Arab}), plainEnglish(t)
	for n, want := range map[int][2]string{
		0: {"0 statements", "لا تصريحات"}, 1: {"1 statement", "تصريح واحد"}, 2: {"2 statements", "تصريحان"},
		3: {"3 statements", "٣ تصريحات"}, 11: {"11 statements", "١١ تصريحًا"}, 100: {"100 statements", "١٠٠ تصريح"},
	} {
		if got := [2]string{en.Count(en.Messages().Voice.Statements, n), ar.Count(ar.Messages().Voice.Statements, n)}; got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

// TestStatementsInWords demands a word for each kind, and for each polarity but
// the plain one.
func TestStatementsInWords(t *testing.T) {
	for _, e := range []*Edition{plainEnglish(t), edition(t, dateline.Edition{Language: "ar"})} {
		w := e.Messages().Voice
		for _, kind := range []dateline.StatementKind{dateline.Direct, dateline.Mixed, dateline.Indirect} {
			if w.Kinds[kind] == "" {
				t.Errorf("%s: no word for %s", e.Language(), kind)
			}
		}
		for _, p := range []dateline.Polarity{dateline.Says, dateline.Denies, dateline.Asks, dateline.Promises, dateline.Warns} {
			if (w.Polarities[p] == "") != (p == dateline.Says) {
				t.Errorf("%s: %s is %q", e.Language(), p, w.Polarities[p])
			}
		}
	}
}
