package topic

import (
	"slices"
	"strings"
	"testing"

	"dateline/internal/annotate/token"
	"dateline/internal/lang"
)

const (
	education = "medtop:05000000"
	health    = "medtop:07000000"
	sport     = "medtop:15000000"
)

// TestHowManyWords: a topic needs three different words of its own, two in a text
// of forty words, and the same word twice is one.
func TestHowManyWords(t *testing.T) {
	long := strings.Repeat("the pier was long and the boat was old ", 5) // 45 words that tell nothing
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"one word", "A teacher left.", []string{}},
		{"one word twice", "A teacher met a teacher.", []string{}},
		{"forms of one word", "A teacher met teachers.", []string{}},
		{"two words", "A teacher met a pupil.", []string{education}},
		{"two in a long text", long + "A teacher met a pupil.", []string{}},
		{"three in a long text", long + "A teacher met a pupil in a classroom.", []string{education}},
		{"two in forty words", many(36) + "A teacher met pupils.", []string{education}},
		{"two in forty-one", many(37) + "A teacher met pupils.", []string{}},
		{"three in a hundred and fifty", many(143) + "A teacher met pupils in a classroom.", []string{education}},
		{"three in a hundred and fifty-one", many(144) + "A teacher met pupils in a classroom.", []string{}},
		{"a word that is somebody's", "A teacher's pupil left.", []string{education}},
		{"nothing", "", []string{}},
	} {
		if got := English(token.Cut(c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// many is n words that tell nothing.
func many(n int) string { return strings.Repeat("boat ", n) }

// TestTwoTopics: a second topic counts when it has two thirds of the first one's
// words, the stronger stands first, and there is no third.
func TestTwoTopics(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"alike", "A teacher and a pupil met a doctor and a nurse.", []string{education, health}},
		{"the second far behind", "A teacher, a pupil, a campus, a curriculum and a kindergarten met a doctor and a nurse.", []string{education}},
		{"the second is stronger", "A teacher and a pupil met a doctor, a nurse and a patient.", []string{health, education}},
		{"two of three", "A teacher, a pupil and a campus met a doctor and a nurse.", []string{education, health}},
		{"two of four", "A teacher, a pupil, a campus and a curriculum met a doctor and a nurse.", []string{education}},
		{"three", "A teacher, a pupil, a doctor, a nurse, a midfielder and a goalkeeper met.", []string{education, health}},
	} {
		for range 8 { // of topics that are alike either may be counted first
			if got := English(token.Cut(c.text)); !slices.Equal(got, c.want) {
				t.Fatalf("%s: %v, want %v", c.name, got, c.want)
			}
		}
	}
}

// TestArabicForms: the words are found with the article, with particles and in the
// plural.
func TestArabicForms(t *testing.T) {
	for text, want := range map[string][]string{
		"التقى المعلم التلميذ.":         {education},
		"للمعلم وبالجامعة وكالطالب.":    {education},
		"الطبيب والمريض في المستشفى.":   {health},
		"المدرب واللاعب في الملعب.":     {sport},
		"التقى المعلم المعلم.":          {},
		"غادرت العبّارة الميناء ظهراً.": {},
	} {
		if got := Arabic(token.Cut(text)); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

// TestLists: no word stands with two topics, and both languages know the same ones.
func TestLists(t *testing.T) {
	for language, lists := range map[string]map[string]string{"en": english(), "ar": arabic()} {
		topics := map[string]string{}
		for code, list := range lists {
			for _, w := range strings.Fields(list) {
				if language == "ar" {
					w = lang.Fold(w)
				}
				if other, ok := topics[w]; ok && other != code {
					t.Errorf("%s stands with %s and %s", w, code, other)
				}
				topics[w] = code
			}
			if _, ok := english()[code]; !ok {
				t.Errorf("%s is known in %s alone", code, language)
			}
		}
	}
	for code := range english() {
		if _, ok := arabic()[code]; !ok {
			t.Errorf("%s is known in English alone", code)
		}
	}
}

// TestSharedStems: a stem that two topics claim tells neither.
func TestSharedStems(t *testing.T) {
	got := stems(map[string]string{"a": "strikes harbour", "b": "strike ferry"}, "en")
	want := map[string]string{lang.Stem("strike", "en"): "", lang.Stem("harbour", "en"): "a", lang.Stem("ferry", "en"): "b"}
	for stem, code := range want {
		if c, ok := got[stem]; !ok || c != code {
			t.Errorf("%s: %q, want %q", stem, c, code)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%v", got)
	}
}
