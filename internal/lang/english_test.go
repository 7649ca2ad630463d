package lang

import (
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"

	"dateline/internal/datatest"
)

// library is the stemmer that ours must agree with.
func library(form string) string { return english.Stem(form, true) }

func TestEnglishStem(t *testing.T) {
	words := strings.Fields(`
		consign consigned consigning consignment consist consistency consolingly knack knightly knots
		sky skies skis news dying lying gently ugly early only inning outings exceeding succeeds
		agreed feed hopping hoped falling filing hissing failing sized bled motoring luxuriated
		relational conditional rational valency hesitancy digitizer conformably radically differently vilely
		analogously vietnamization predication operator feudalism decisiveness hopefulness callousness
		formality sensitivity sensibility triplicate formative formalize electricity electrical hopeful goodness
		revival allowance inference airliner gyroscopic adjustable defensible irritant replacement adjustment
		dependent adoption communism activate angularity homologous effective bowdlerize probate rate cease
		controlling roll generate generously communication arsenal by say cry youth boyish gas this kiwis
		ties cries tied yellow psychology fully lessly owned usage us as is a geology apologist`)
	for _, w := range words {
		if got, want := englishStem(w), library(w); got != want {
			t.Errorf("englishStem(%q) = %q, want %q", w, got, want)
		}
	}
}

// TestEnglishStemOnNews compares the two stemmers on every word of a corpus.
func TestEnglishStemOnNews(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range datatest.Pairs(t, "langid", "sentences.tsv") {
		for _, w := range mustWords(p[1]) {
			if isLower(w.Form) && !seen[w.Form] {
				seen[w.Form] = true
				if got, want := englishStem(w.Form), library(w.Form); got != want {
					t.Errorf("englishStem(%q) = %q, want %q", w.Form, got, want)
				}
			}
		}
	}
	if len(seen) < 5000 {
		t.Errorf("compared %d words only", len(seen))
	}
}

func mustWords(text string) []Word {
	_, words := Words(text)
	return words
}

func FuzzEnglishStem(f *testing.F) {
	f.Add("generously")
	f.Fuzz(func(t *testing.T, word string) {
		for _, w := range mustWords(word) {
			if !isLower(w.Form) {
				continue
			}
			if got := Stem(w.Form, "en"); got == "" || len(got) > len(w.Form)+1 {
				t.Errorf("Stem(%q) = %q", w.Form, got)
			}
		}
	})
}

func BenchmarkEnglishStem(b *testing.B) {
	words := strings.Fields("announced government ministers negotiations said the relational quickly international of elections happiness")
	for i := 0; b.Loop(); i++ {
		englishStem(words[i%len(words)])
	}
}

func BenchmarkLibraryStem(b *testing.B) {
	words := strings.Fields("announced government ministers negotiations said the relational quickly international of elections happiness")
	for i := 0; b.Loop(); i++ {
		library(words[i%len(words)])
	}
}
