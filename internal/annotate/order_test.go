package annotate

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestWordsInAnyOrder strings the words on which the rules turn together at random,
// with texts that break off behind each, as excerpts do. Runs of
// this found panics that letters at random had not.
func TestWordsInAnyOrder(t *testing.T) {
	vocabulary := map[string][]string{
		"en": strings.Fields(`“ ” ‘ ’ " ' '' . , : ; — - ( ) ! ? … he they who which that said said, says told asked claims claim of that for to about by and but or while
			according to Ann Bell Marsh Mr. Mrs. reporters the a his her in on Monday May 5 2019 last week ago two hours years seems expected was were been is has will be
			quoted as saying reportedly adding out what whether when because “It leaks,” “No.” It leaks leaks. Jr. III U.S. p.m. 9:30 noon 1990s 's he's they've another some
			only at least US WHO denied warned of called for it. pier, pier. 1/2 half hundred quarter early mid- first nineteen 07/22/2025 mayor, al-Rashid`),
		"ar": strings.Fields(`« » “ ” " ، . : ؛ - ( ) ؟ قال قالت وقال وأضاف مضيفا إن أن إلى أنه بأن عن على من في نقل نقلت قوله قولها بحسب وفقا ل لما ما أعلن حد كما ذكر جاء بيان
			الوزير وزير الصحة أحمد السالم التي الذي أمس اليوم يوم الاثنين قبل يومين عام 2019 الساعة 9:30 مساء خمسة عشر يوما الماضي 15 رمضان 1447 هـ كانون الثاني / أول ردا
			عبر طالب بالعودة رحب رفض التعليق ذلك عدم «نعم»، «لن نقبل ذلك أبدا»، 24 الـ و وال حسبما قائلا`),
	}
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 30000 {
		language := []string{"en", "ar"}[n%2]
		words := vocabulary[language]
		var b strings.Builder
		for range 1 + random.IntN(9) {
			b.WriteString(words[random.IntN(len(words))])
			b.WriteString([]string{" ", " ", " ", " ", " ", "\n", "\n\n", ""}[random.IntN(8)])
		}
		text := b.String()
		if random.IntN(2) == 0 {
			text = strings.TrimSpace(text)
		}
		wellMarked(t, Input{Text: text, Language: language, Published: "2026-03-05"})
	}
}
