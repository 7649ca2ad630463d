package arabic

import (
	"strings"
	"testing"

	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/token"
)

// show writes a statement as source | cue | content, spans joined by ….
func show(text string, s statement.Statement) string {
	join := func(spans []statement.Span) string {
		var parts []string
		for _, p := range spans {
			parts = append(parts, text[p.Start:p.End])
		}
		return strings.Join(parts, " … ")
	}
	return join(s.Source) + " | " + join(s.Cue) + " | " + join(s.Content)
}

func checkAll(t *testing.T, cases [][2]string) {
	t.Helper()
	for _, c := range cases {
		var got []string
		for _, s := range Mark(token.Cut(c[0])) {
			got = append(got, show(c[0], s))
		}
		if g := strings.Join(got, "\n"); g != c[1] {
			t.Errorf("%s\n got  %s\n want %s", c[0], g, c[1])
		}
	}
}

// TestVerbs: the verb first, its subject behind it, and where the content begins.
func TestVerbs(t *testing.T) {
	checkAll(t, [][2]string{
		{"قال المدير إن المصنع مغلق.", "المدير | قال | إن المصنع مغلق"},
		{"قال المدير: «المصنع مغلق».", "المدير | قال | «المصنع مغلق»"},
		{"«المصنع مغلق»، قال المدير.", "المدير | قال | «المصنع مغلق»"},
		{"أعلن المدير، في بيان، أن المصنع مغلق.", "المدير | أعلن | أن المصنع مغلق"},
		{"دعا المدير إلى فتح المصنع.", "المدير | دعا | إلى فتح المصنع"},
		{"وعد المدير بفتح المصنع.", "المدير | وعد | بفتح المصنع"},
		{"المدير نفى ذلك.", "المدير | نفى | ذلك"},
		{"وأضاف أن المصنع مغلق.", " | وأضاف | أن المصنع مغلق"},
		{"قال المدير إن المصنع مغلق، مؤكداً أن السبب فني.", "المدير | قال | إن المصنع مغلق\nالمدير | مؤكداً | أن السبب فني"},
		{"وصلت السفينة أمس.", ""},
	})
}

// TestPronounsAtVerbs: whom somebody told or named is written to the verb.
func TestPronounsAtVerbs(t *testing.T) {
	checkAll(t, [][2]string{
		{"أخبره المدير بأن المصنع مغلق.", ""}, // the subject stands between: the ending could be a noun's
		{"وصفته الصحافة بأنه «رجل الأرقام».", ""},
		{"المدير أبلغهم أن المصنع مغلق.", "المدير | أبلغهم | أن المصنع مغلق"},
		{"أشاد الاتحاد بالسباق، ووصفه بأنه «الأفضل».", "الاتحاد | أشاد | بالسباق\nالاتحاد | ووصفه | بأنه «الأفضل»"},
	})
}

// TestPhrases: what credits without a verb.
func TestPhrases(t *testing.T) {
	checkAll(t, [][2]string{
		{"وبحسب مصادر مطلعة، المصنع مغلق.", "مصادر مطلعة | وبحسب | المصنع مغلق"},
		{"المصنع مغلق، وفقاً لمصدر حكومي.", "لمصدر حكومي | وفقاً | المصنع مغلق"},
		{"وبرأي الباحثة فإن المصنع مغلق.", "الباحثة | وبرأي | فإن المصنع مغلق"},
		{"ومن وجهة نظر مراقبين فإن المصنع مغلق.", "مراقبين | ومن وجهة نظر | فإن المصنع مغلق"},
		{"ذكرت الوكالة نقلا عن بيان أن المصنع مغلق.", "الوكالة | ذكرت | أن المصنع مغلق\nبيان | نقلا عن | أن المصنع مغلق"},
		{"ونقلت الصحيفة عن دبلوماسي قوله إن الجولة فشلت.", "الصحيفة | ونقلت | عن دبلوماسي قوله إن الجولة فشلت\nدبلوماسي | عن … قوله | إن الجولة فشلت"},
	})
}

// TestQuotations: before, around and behind the verb, and over paragraphs.
func TestQuotations(t *testing.T) {
	checkAll(t, [][2]string{
		{"«المصنع مغلق»، كما قال المدير.", "المدير | كما قال | «المصنع مغلق»"},
		{"«المصنع مغلق»، قال المدير، «ولن يفتح».", "المدير | قال | «المصنع مغلق» … «ولن يفتح»"},
		{"قال المدير: «المصنع مغلق». «ولن يفتح».", "المدير | قال | «المصنع مغلق» … «ولن يفتح»"},
		{"قال المدير: «المصنع مغلق».\n\n«ولن يفتح قبل العام المقبل».", "المدير | قال | «المصنع مغلق» … «ولن يفتح قبل العام المقبل»"},
		{"وتابع المدير قائلاً: «المصنع مغلق».", "المدير | وتابع … قائلاً | «المصنع مغلق»"},
		{"مصدر: المصنع مغلق منذ أمس.", "مصدر | : | المصنع مغلق منذ أمس"},
		{"- المدير: المصنع مغلق.", "المدير | : | المصنع مغلق"},
	})
}

// TestSubjects: who speaks, without when, where and to whom.
func TestSubjects(t *testing.T) {
	checkAll(t, [][2]string{
		{"وقال المدير أمس إن المصنع مغلق.", "المدير | وقال | إن المصنع مغلق"},
		{"وقال المدير في مؤتمر صحافي إن المصنع مغلق.", "المدير | وقال | إن المصنع مغلق"},
		{"قال المدير للصحافيين إن المصنع مغلق.", "المدير | قال | إن المصنع مغلق"},
		{"المدير الذي زار المصنع قال إنه مغلق.", "المدير الذي زار المصنع | قال | إنه مغلق"},
		{"كتلة الإنصاف، التي صوتت ضده، أعلنت أن القانون مرفوض.", "كتلة الإنصاف، التي صوتت ضده | أعلنت | أن القانون مرفوض"},
		{"وجاء في بيان الوزارة أن المصنع مغلق.", "بيان الوزارة | وجاء في | أن المصنع مغلق"},
		{"على حد قول المدير، المصنع مغلق.", "المدير | على حد قول | المصنع مغلق"},
	})
}

// TestNoStatements: refusing to speak says nothing, and عبر is also a preposition.
func TestNoStatements(t *testing.T) {
	checkAll(t, [][2]string{
		{"رفض المدير التعليق على الخبر.", ""},
		{"رفض وزير الدفاع الإدلاء بتصريح.", ""},
		{"طلب المصدر عدم الكشف عن اسمه.", ""},
		{"يذكر أن السد شيد عام 1974.", ""},
		{"عبر الجسر إلى المصنع.", ""},
	})
}

// TestWhatTheyDo: denying, asking, promising and warning.
func TestWhatTheyDo(t *testing.T) {
	for text, want := range map[string]statement.Polarity{
		"أكد المدير فتح المصنع.":        statement.Says,
		"نفى المدير إغلاق المصنع.":      statement.Denies,
		"طالب العمال بفتح المصنع.":      statement.Asks,
		"تعهد المدير بفتح المصنع.":      statement.Promises,
		"حذر المدير من انهيار السد.":    statement.Warns,
		"قال المدير: «لن يفتح المصنع».": statement.Says,
	} {
		all := Mark(token.Cut(text))
		if len(all) != 1 || all[0].Polarity != want {
			t.Errorf("%s: %+v, want %s", text, all, want)
		}
	}
}
