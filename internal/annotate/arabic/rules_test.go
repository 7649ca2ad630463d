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
