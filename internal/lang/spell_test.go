package lang

import (
	"slices"
	"strings"
	"testing"
)

func TestSpeller(t *testing.T) {
	for _, c := range []struct {
		text   string
		script script
		want   string
	}{
		{"", latinScript, ""},
		{"Ministers’ talks, in Cairo!", latinScript, "ministers talks in cairo"},
		{"L'été à ALGER", latinScript, "l été à alger"},
		{"قال Putin أمس", arabicScript, "قال أمس"},
		{"قال Putin أمس", latinScript, "putin"},
		{"مُحَمَّد الحكـــومة", arabicScript, "محمد الحكومة"},
		{"می\u200cشود", arabicScript, "می شود"},
		{"see https://example.org/a_b or me@example.org", latinScript, "see or"},
		{"x = f(y); return nil", latinScript, "x return nil"},
		{"covid19 covid-19 50km 5 pm", latinScript, "covid km pm"},
		{"end.Start a.m. and/or (Reuters)", latinScript, "reuters"},
		{"yýl ÞÝRKET", latinScript, "yıl şırket"},
		{"co\u00adop e\u0301", latinScript, "coop e"},
	} {
		var got []string
		for s := (speller{text: c.text, script: c.script}); s.next(); {
			got = append(got, string(s.word()))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q in script %d is spelt %q, want %q", c.text, c.script, got, c.want)
		}
	}
}

func TestSpellerCutsLongWords(t *testing.T) {
	s := speller{text: strings.Repeat("a", 3*longestWord) + " b", script: latinScript}
	var lengths []int
	for s.next() {
		lengths = append(lengths, s.n)
	}
	if !slices.Equal(lengths, []int{longestWord, 1}) {
		t.Errorf("words of %v letters", lengths)
	}
}

func TestLower(t *testing.T) {
	for r, want := range map[rune]rune{'a': 'a', 'Z': 'z', 'É': 'é', 'Ж': 'ж', 'ж': 'ж', 'ك': 'ك', 'Ý': 'ı', 'þ': 'ş', 'Ð': 'ğ'} {
		if got := lower(r); got != want {
			t.Errorf("lower(%c) = %c, want %c", r, got, want)
		}
	}
}
