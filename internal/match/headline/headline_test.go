package headline

import (
	"strings"
	"testing"

	"dateline/internal/datatest"
)

func TestAgree(t *testing.T) {
	j := judge(t)
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"ارتفاع أسعار النفط في السوق العالمية", "أسعار النفط ترتفع في السوق العالمية", true},
		{"ارتفاع أسعار النفط في السوق العالمية", "انخفاض أسعار النفط في السوق العالمية", false},
		{"الوزير يعلن استقالته من الحكومة", "الوزير ينفي استقالته من الحكومة", false},
		{"مقتل ثلاثة في حادث قطار", "افتتاح معرض الكتاب في العاصمة", false},
		{"", "", false},
	} {
		if got := j.Agree(c.a, c.b); got != c.want {
			t.Errorf("%s / %s: %v (%.2f)", c.a, c.b, got, j.Score(c.a, c.b))
		}
	}
}

func TestFeatures(t *testing.T) {
	got := map[string]float64{}
	for _, f := range features("النفط لم يرتفع الى 70 دولارا", "النفط يرتفع الى 80 دولارا") {
		got[f.name] += f.value
	}
	for name, want := range map[string]float64{"bias": 1, "not.a": 1, "not.b": 0, "number.a": 1, "number.b": 1, "number.both": 1, "p:70|80": wordValue} {
		if got[name] != want {
			t.Errorf("%s: %.2f, want %.2f", name, got[name], want)
		}
	}
	if got["share.a"] >= got["share.b"] || got["share.b"] <= 0.5 {
		t.Errorf("shares %.2f and %.2f", got["share.a"], got["share.b"])
	}
}

func TestLearn(t *testing.T) {
	var pairs []Pair
	for _, x := range []string{"النفط", "الذهب", "القمح", "الدولار", "القطن", "النحاس"} {
		pairs = append(pairs, Pair{"ارتفاع " + x + " اليوم", x + " في ارتفاع اليوم", true}, Pair{"ارتفاع " + x + " اليوم", "هبوط " + x + " اليوم", false})
	}
	var b strings.Builder
	if err := Write(&b, Learn(pairs)); err != nil {
		t.Fatal(err)
	}
	j, err := parse("# a comment\n" + b.String())
	if err != nil {
		t.Fatal(err)
	}
	if !j.Agree("ارتفاع الحديد اليوم", "الحديد في ارتفاع اليوم") || j.Agree("ارتفاع الحديد اليوم", "هبوط الحديد اليوم") {
		t.Errorf("what was learnt does not hold for another word:\n%s", b.String())
	}
	if _, err := parse("bias\tmuch\n"); err == nil {
		t.Error("a table with a word for a number is taken")
	}
}

func TestWeightsHaveANotice(t *testing.T) {
	if !strings.HasPrefix(learnt, "#") || !strings.Contains(learnt, "Apache License 2.0") {
		t.Error("the table has no notice")
	}
}

// TestMeasured holds the judge to what it has reached on pairs it did not learn from.
func TestMeasured(t *testing.T) {
	type pair struct{ A, B, Label string }
	pairs := datatest.Lines[pair](t, datatest.Path(t, "dup-dev", "ans-ar-headlines-dev.jsonl"))
	j, right := judge(t), 0
	for _, p := range pairs {
		if j.Agree(p.A, p.B) == (p.Label == "agree") {
			right++
		}
	}
	share := float64(right) / float64(len(pairs))
	t.Logf("%d pairs: right %.3f", len(pairs), share)
	if share < 0.765 {
		t.Errorf("right %.3f is less than 0.765", share)
	}
}

func judge(t *testing.T) *Judge {
	t.Helper()
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return j
}
