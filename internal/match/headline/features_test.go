package headline

import (
	"errors"
	"math"
	"strings"
	"testing"
)

// values are the features of a pair, those of one name added up.
func values(a, b string) map[string]float64 {
	out := map[string]float64{}
	for _, f := range features(a, b) {
		out[f.name] += f.value
	}
	return out
}

// TestFeatureValues counts every feature of pairs that can be counted by hand.
func TestFeatureValues(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want map[string]float64
	}{
		{"ship port storm", "storm ship port 70", map[string]float64{
			"bias": 1, "share.a": 1, "share.b": 0.75, "share.most": 1, "share.least": 0.75, "letters.a": 1, "letters.b": 13.0 / 15,
			"length": math.Log(4.0 / 3), "short": 1.0 / 3, "order": 0.5, "left.a": 0, "left.b": 0.2,
			"number.a": 0, "number.b": 1, "not.a": 0, "not.b": 0, "b:70": wordValue, "u:70": wordValue,
		}},
		{"not open 70", "open shut never 80 81", map[string]float64{
			"bias": 1, "share.a": 1.0 / 3, "share.b": 0.2, "share.most": 1.0 / 3, "share.least": 0.2, "letters.a": 4.0 / 9, "letters.b": 4.0 / 17,
			"length": math.Log(5.0 / 3), "short": 1.0 / 3, "order": 0, "left.a": 0.4, "left.b": 0.8,
			"number.a": 1, "number.b": 2, "number.both": 1, "not.a": 1, "not.b": 1,
			"a:not": wordValue, "a:70": wordValue, "u:not": wordValue, "u:70": wordValue,
			"b:shut": wordValue, "b:never": wordValue, "b:80": wordValue, "b:81": wordValue, "u:shut": wordValue, "u:never": wordValue, "u:80": wordValue, "u:81": wordValue,
			"p:not|shut": wordValue, "p:never|not": wordValue, "p:80|not": wordValue, "p:81|not": wordValue,
			"p:70|shut": wordValue, "p:70|never": wordValue, "p:70|80": wordValue, "p:70|81": wordValue,
		}},
		{"", "", map[string]float64{"bias": 1, "share.a": 1, "share.b": 1, "share.most": 1, "share.least": 1, "letters.a": 0, "letters.b": 0,
			"length": 0, "short": 1, "order": 0, "left.a": 0, "left.b": 0, "number.a": 0, "number.b": 0, "not.a": 0, "not.b": 0}},
	} {
		got := values(tt.a, tt.b)
		for name, want := range tt.want {
			if math.Abs(got[name]-want) > 1e-3 {
				t.Errorf("%q and %q: %s is %.4f, want %.4f", tt.a, tt.b, name, got[name], want)
			}
			delete(got, name)
		}
		if len(got) > 0 {
			t.Errorf("%q and %q: also %v", tt.a, tt.b, got)
		}
	}
}

// TestSameRoot: words of one root count as one where the root has three letters.
func TestSameRoot(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{{"كاتب", "كتاب", true}, {"ارتفاع", "ترتفع", true}, {"كاتب", "درس", false}, {"ship", "ship", true}, {"ship", "shop", false}, {"يد", "دي", false}} {
		if got := has([]string{"x", tt.a}, tt.b); got != tt.same {
			t.Errorf("%s and %s: %v", tt.a, tt.b, got)
		}
	}
}

func TestInOrder(t *testing.T) {
	list := func(s string) []string { return strings.Split(s, "") }
	for _, tt := range []struct {
		a, b string
		want float64
	}{{"abc", "abc", 1}, {"abc", "xab", 0.5}, {"abc", "cba", 0}, {"aba", "ab", 0.5}, {"abab", "abxab", 2.0 / 3}, {"a", "a", 0}, {"abcd", "bcab", 2.0 / 3}} {
		if got := inOrder(list(tt.a), list(tt.b)); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s in the order of %s: %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestRareFeatures: what one pair alone has is not learnt, and weights near
// nothing are not written.
func TestRareFeatures(t *testing.T) {
	weights := Learn([]Pair{{"ship", "port", false}, {"ship", "ship", true}, {"ship", "port", false}, {"ship", "storm", false}})
	for name, want := range map[string]bool{"p:port|ship": true, "p:ship|storm": false, "b:storm": false, "a:ship": true, "bias": true} {
		if _, got := weights[name]; got != want {
			t.Errorf("%s is learnt: %v", name, got)
		}
	}
	var b strings.Builder
	if err := Write(&b, map[string]float64{"b": -0.02, "a": 0.5, "c": 0.019, "d": 1.234}); err != nil || b.String() != "a\t0.50\nb\t-0.02\nd\t1.23\n" {
		t.Errorf("written: %q, %v", b.String(), err)
	}
	if err := Write(shut{}, map[string]float64{"a": 1}); err == nil {
		t.Error("a full disk is no error")
	}
}

// shut takes nothing.
type shut struct{}

func (shut) Write([]byte) (int, error) { return 0, errShut }

var errShut = errors.New("shut")

// TestWordsAreShrunk: of two features that tell the same, the word weighs less, as
// it must hold for few pairs only.
func TestWordsAreShrunk(t *testing.T) {
	list := []example{{[]int{0, 1}, []float64{1, 1}, 1}, {[]int{2}, []float64{1}, 0}}
	w := fit(list, []string{"share", "a:ship", "bias"})
	if !(w[0] > w[1] && w[1] > 0 && w[2] < 0) {
		t.Errorf("weights %v", w)
	}
	if ofWord("a") || ofWord("") || !ofWord("p:x|y") || ofWord("share.a") {
		t.Error("a feature of words is not told from others")
	}
}

func TestClashes(t *testing.T) {
	got := map[string]float64{}
	for _, f := range clashes([]string{"70", "71", "ship", "لم"}, []string{"not", "no", "never", "5"}) {
		got[f.name] = f.value
	}
	for name, want := range map[string]float64{"number.a": 2, "not.a": 1, "number.b": 1, "not.b": 3, "number.both": 1} {
		if got[name] != want {
			t.Errorf("%s is %v, want %v", name, got[name], want)
		}
	}
	for _, none := range clashes([]string{"ship"}, []string{"5"}) {
		if none.name == "number.both" {
			t.Error("a number on one side is no clash")
		}
	}
}
