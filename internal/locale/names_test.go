package locale

import (
	"slices"
	"strings"
	"testing"

	"dateline"
)

func TestCompareNames(t *testing.T) {
	names := []string{"Post 10", "نهر", "post 2", "أخبار ٢", "Élan", "اخبار 10", "Delta", "3ain"}
	for language, want := range map[string]string{
		"en": "3ain, Delta, Élan, post 2, Post 10, أخبار ٢, اخبار 10, نهر",
		"ar": "أخبار ٢, اخبار 10, نهر, 3ain, Delta, Élan, post 2, Post 10",
	} {
		e, err := New(dateline.Edition{Language: language})
		if err != nil {
			t.Fatal(err)
		}
		got := slices.Clone(names)
		slices.SortFunc(got, e.CompareNames)
		if text := strings.Join(got, ", "); text != want {
			t.Errorf("%s: %s, want %s", language, text, want)
		}
	}
}
