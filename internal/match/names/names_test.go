package names

import (
	"math"
	"slices"
	"strings"
	"testing"

	"dateline/internal/datatest"
)

func TestRank(t *testing.T) {
	arabic := []string{"بوتين", "بيسكوف", "كييف", "محمد", "لندن", "شارلوت", "القاهرة"}
	latin := []string{"kiev", "london", "peskov", "mohammed", "putin", "charlotte", "alqahira"}
	want := []string{"putin", "peskov", "kiev", "mohammed", "london", "charlotte", "alqahira"}
	for i, list := range model(t).Rank(arabic, latin, 3) {
		if len(list) != 3 || latin[list[0].Latin] != want[i] {
			t.Errorf("%s: %v, want %s", arabic[i], list, want[i])
		}
		if !slices.IsSortedFunc(list, func(a, b Guess) int { return int(math.Copysign(1, b.Score-a.Score)) }) {
			t.Errorf("%s: scores do not fall: %v", arabic[i], list)
		}
	}
}

func TestRankOfLittle(t *testing.T) {
	m := model(t)
	if got := m.Rank(nil, []string{"a"}, 5); len(got) != 0 {
		t.Errorf("no names: %v", got)
	}
	if got := m.Rank([]string{"علي"}, nil, 5); len(got) != 1 || len(got[0]) != 0 {
		t.Errorf("nothing to choose from: %v", got)
	}
	got := m.Rank([]string{"", strings.Repeat("ب", 500), "x", "علي"}, []string{"", strings.Repeat("b", 500), "ali"}, 5)
	for i, list := range got {
		if len(list) != 3 {
			t.Errorf("%d: %v", i, list)
		}
	}
	if got[3][0].Latin != 2 {
		t.Errorf("ali: %v", got[3])
	}
}

// TestFit: the same name fits better than another one, without any list.
func TestFit(t *testing.T) {
	m := model(t)
	for _, c := range []struct {
		arabic, latin string
		same          bool
	}{
		{"بوتين", "Putin", true}, {"ميركل", "Merkel", true}, {"واشنطن", "Washington", true}, {"الأسد", "Assad", true},
		{"بوتين", "Merkel", false}, {"لندن", "Landau", false}, {"بوتين", "Boston", false}, {"", "a", false}, {"علي", "", false},
	} {
		if got := m.Same(c.arabic, c.latin); got != c.same {
			t.Errorf("%s and %s: %v (%.2f)", c.arabic, c.latin, got, m.Fit(c.arabic, c.latin))
		}
	}
}

func TestLearn(t *testing.T) {
	pairs := []Pair{{"بابا", "baba"}, {"باب", "bab"}, {"داد", "dad"}, {"دبا", "daba"}, {"بدا", "bada"}}
	units := Learn(slices.Repeat(pairs, 20), 4)
	if units[[2]string{"ب", "b"}] < units[[2]string{"ب", "d"}]*5 {
		t.Errorf("b: %v, d: %v", units[[2]string{"ب", "b"}], units[[2]string{"ب", "d"}])
	}
	var b strings.Builder
	if err := Write(&b, units); err != nil {
		t.Fatal(err)
	}
	m, err := parse("# a comment\n" + b.String())
	if err != nil {
		t.Fatal(err)
	}
	if list := m.Rank([]string{"بدبد"}, []string{"dbdb", "badbad"}, 2)[0]; list[0].Latin != 1 {
		t.Errorf("a name not learnt from: %v", list)
	}
	if _, err := parse("ب\tb\tmuch\n"); err == nil {
		t.Error("a table with a word for a number is taken")
	}
}

// TestModelIsOne: a name fits another one to the last digit as well each time that the
// program starts, or rows that keep how well would not be derived again as they were.
func TestModelIsOne(t *testing.T) {
	first := model(t)
	for range 5 {
		again := model(t)
		for piece, n := range first.arabic {
			if got, want := again.ofArabic[again.arabic[piece]], first.ofArabic[n]; got != want {
				t.Fatalf("%s alone has %v and %v", piece, got, want)
			}
		}
	}
}

// TestLetters holds the table to its form: a notice and a few hundred units.
func TestLetters(t *testing.T) {
	if !strings.HasPrefix(letters, "#") || !strings.Contains(letters, "Apache License 2.0") {
		t.Error("the table has no notice")
	}
	if n := strings.Count(letters, "\n"); n < 300 || n > 2000 {
		t.Errorf("%d lines", n)
	}
}

// TestMeasured ranks each twentieth name of the list against all of it.
func TestMeasured(t *testing.T) {
	var arabic, latin []string
	for _, p := range datatest.Pairs(t, "names-ar-en", "ar2en-eval.txt") {
		arabic, latin = append(arabic, p[0]), append(latin, p[1])
	}
	right, asked := 0, 0
	m := model(t)
	list := m.Rank(arabic, latin, 1)
	for i := range list {
		asked++
		if list[i][0].Latin == i {
			right++
		}
	}
	share := float64(right) / float64(max(1, asked))
	t.Logf("%d names: right first %.3f", asked, share)
	if share < 0.975 {
		t.Errorf("right first %.3f is less than 0.975", share)
	}
}

func model(t testing.TB) *Model {
	t.Helper()
	m, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestSpoiltTable(t *testing.T) {
	if _, err := parse("^\t^\tmuch\n"); err == nil {
		t.Error("a table with a word for a probability is taken")
	}
	m, err := parse("# notice\n\nb\tb\t0.5\n")
	if err != nil || len(m.arabic) != 1 {
		t.Errorf("notice and blank line: %v, %v", m, err)
	}
}

// TestScores: a score is above nothing for a name that is in the list and below for
// one that is not, can be compared between names, and is that of the best even
// where only the best is asked for.
func TestScores(t *testing.T) {
	m := model(t)
	latin := []string{"putin", "merkel", "london", "washington", "hollande", "cairo"}
	for arabic, there := range map[string]bool{"بوتين": true, "ميركل": true, "واشنطن": true, "هولاند": true, "زيلينسكي": false, "خامنئي": false, "بزشكيان": false} {
		all := m.Rank([]string{arabic}, latin, len(latin))[0]
		one := m.Rank([]string{arabic}, latin, 1)[0]
		if got := all[0].Score > 0; got != there {
			t.Errorf("%s is %s by %.1f", arabic, latin[all[0].Latin], all[0].Score)
		}
		if len(one) != 1 || one[0] != all[0] {
			t.Errorf("%s: alone %v, among all %v", arabic, one, all[0])
		}
		for _, g := range all[1:] {
			if g.Score > 0 {
				t.Errorf("%s is also %s by %.1f", arabic, latin[g.Latin], g.Score)
			}
		}
	}
}

// TestWholeNames ranks names of several words, whatever signs stand between these.
func TestWholeNames(t *testing.T) {
	m, err := New()
	if err != nil {
		t.Fatal(err)
	}
	arabic := []string{"سلمى حداد", "محمد بن سلمان", "عبد الفتاح السيسي"}
	latin := []string{"Abdel Fattah el-Sisi", "Salma Haddad", "Mohammed bin Salman", "Samir Haddad"}
	for i, want := range []int{1, 2, 0} {
		if got := m.Rank(arabic, latin, 1)[i][0]; got.Latin != want || got.Score <= 0 {
			t.Errorf("%s: %s %.1f", arabic[i], latin[got.Latin], got.Score)
		}
	}
}
