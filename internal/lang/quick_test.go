package lang

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"dateline"
)

// Each short way must give what the long way gives. The long ways are written
// here as plainly as can be.

// slowWords is Words by all the rules and Unicode's own tables.
func slowWords(text string) []Word {
	var words []Word
	for s := newScanner(text); s.pos < len(s.text); {
		t, _, n := traitAt(s.text, s.pos)
		switch t.class() {
		case inWord:
			s.word(n)
		case alone:
			s.take(s.pos, s.pos+n)
			s.pos += n
		default:
			s.pos += n
			continue
		}
		if s.n > 0 {
			words = append(words, Word{string(s.form()), s.start, s.end})
		}
	}
	return words
}

// slowDirection counts the words of each direction.
func slowDirection(text string) dateline.Direction {
	text = strings.Map(func(r rune) rune {
		if unicode.IsMark(r) || ignorable(r) {
			return -1
		}
		return r
	}, text)
	rtl, ltr := 0, 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if rightToLeft([]rune(w)[0]) {
			rtl++
		} else {
			ltr++
		}
	}
	if rtl > 0 && 2*rtl >= ltr {
		return dateline.RightToLeft
	}
	return dateline.LeftToRight
}

// slowScript counts letters by the rule for rare runes.
func slowScript(text string) scriptCounts {
	var counts scriptCounts
	for _, r := range text {
		s := rareTrait(r).script()
		if 0x0620 <= r && r <= 0x06FF && unicode.IsLetter(r) {
			s = arabicScript
		}
		counts[s]++
	}
	counts[noScript] = 0
	return counts
}

func compareWays(t *testing.T, text string) {
	t.Helper()
	if _, got := Words(text); !slices.Equal(got, slowWords(text)) {
		t.Errorf("Words(%q)\n%+v, the long way\n%+v", text, got, slowWords(text))
	}
	if got, want := Direction(text), slowDirection(text); got != want {
		t.Errorf("Direction(%q) = %s, the long way %s", text, got, want)
	}
	var got scriptCounts
	got.add(text)
	if got[noScript] = 0; got != slowScript(text) {
		t.Errorf("scripts of %q: %v, the long way %v", text, got, slowScript(text))
	}
	for _, w := range strings.Fields(text) {
		if got, want := Fold(w), string(appendFoldSlow(nil, w)); got != want && !strings.ContainsAny(w, "\u0675\u0676\u0677\u0678") {
			t.Errorf("Fold(%q) = %q, the long way %q", w, got, want)
		}
	}
}

func TestShortWaysOnLines(t *testing.T) {
	for _, list := range lines() {
		compareWays(t, strings.Join(list, " "))
	}
	for _, text := range []string{englishCopy, arabicCopy, "Egypt’s U.S. qu'il é\u0301 a.b A.F.P. ا\u0653 ـ ﷺ 東京の \xff\xfe ٢٠٢٥ ½"} {
		compareWays(t, text)
	}
}

// TestShortWaysOnNoise makes texts of what lies near the edges of the tables.
func TestShortWaysOnNoise(t *testing.T) {
	edges := []rune("aZé0٣ ’'.-ـًٰٔءآپہ۔׳בжЁςΩ\u00ad\u200c\u200f\u0301\u0345“”…ﬁﻻ漢かカ한ह्\u0897\U0001E922\U00010900𝟎\u20ff\u2100\u2101\u06ff\u0700\u07ff\u0800")
	random := rand.New(rand.NewPCG(1, 2))
	for range 8000 {
		text := make([]rune, random.IntN(12))
		for i := range text {
			text[i] = edges[random.IntN(len(edges))]
		}
		compareWays(t, string(text))
	}
}

// TestSettled: a word that is taken for its own stem at sight is one.
func TestSettled(t *testing.T) {
	for last := byte('a'); last <= 'z'; last++ {
		for _, head := range []string{"nationalizat", "hopp", "y", "bly", "agree", "oo", "gener", "sensibilit"} {
			form := head + string(last)
			if settled(last) && library(form) != form {
				t.Errorf("%s has the stem %s", form, library(form))
			}
		}
	}
}
