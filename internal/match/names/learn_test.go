package names

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func TestAllowed(t *testing.T) {
	for _, tt := range []struct {
		ar, en int
		want   bool
	}{{0, 1, true}, {0, 2, false}, {0, 3, false}, {1, 0, true}, {1, 1, true}, {1, 3, true}, {2, 0, false}, {2, 1, true}, {2, 3, true}} {
		if got := allowed(tt.ar, tt.en); got != tt.want {
			t.Errorf("%d Arabic letters for %d: %v", tt.ar, tt.en, got)
		}
	}
}

func TestPieces(t *testing.T) {
	got := pieces("بcd", 2)
	want := []string{"", " ب", " c بc", " d cd"} // of each end, the empty one first
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i := range want {
		if strings.Join(got[i], " ") != want[i] {
			t.Errorf("pieces that end at %d: %q, want %q", i, got[i], want[i])
		}
	}
}

// TestExpect checks the first guess by hand: of one letter for one, written in
// one step or as one left out and one added, in both orders.
func TestExpect(t *testing.T) {
	l := learner{count: table{}}
	l.expect(pieces("ب", maxArabic), pieces("b", maxEnglish), true)
	together, apart := math.Pow(0.05, 2), 2*math.Pow(0.05, 2)
	all := together + apart
	for u, want := range map[unit]float64{{"ب", "b"}: together / all, {"ب", ""}: apart / all, {"", "b"}: apart / all} {
		if got := l.count[u]; math.Abs(got-want) > 1e-12 {
			t.Errorf("%q is expected %v times, want %v", u, got, want)
		}
	}
	if len(l.count) != 3 {
		t.Errorf("units %v", l.count)
	}
	// A second round goes by what the first found.
	l.prob = table{{"ب", "b"}: 0.5, {"ب", ""}: 0.1, {"", "b"}: 0.1}
	l.count = table{}
	l.expect(pieces("ب", maxArabic), pieces("b", maxEnglish), false)
	if got, want := l.count[unit{"ب", "b"}], 0.5/0.52; math.Abs(got-want) > 1e-12 {
		t.Errorf("then %v times, want %v", got, want)
	}
	l.prob, l.count = table{}, table{}
	if l.expect(pieces("ب", maxArabic), pieces("b", maxEnglish), false); len(l.count) != 0 {
		t.Errorf("what cannot be written counts %v", l.count)
	}
}

// TestMaximize: long units pay for their length, single letters keep a little.
func TestMaximize(t *testing.T) {
	l := learner{prob: table{{"x", "x"}: 1}, count: table{{"ب", "b"}: 2.5, {"ب", "d"}: 0.1, {"با", "b"}: 0.5, {"با", "ba"}: 1.5, {"ش", "sh"}: 0.4, {"", "a"}: 0.2}}
	l.maximize()
	kept := map[unit]float64{{"ب", "b"}: 2, {"ب", "d"}: 0.01, {"با", "ba"}: 0.5, {"", "a"}: 0.01}
	sum := 0.0
	for _, c := range kept {
		sum += c
	}
	for u, c := range kept {
		if got := l.prob[u]; math.Abs(got-c/sum) > 1e-12 {
			t.Errorf("%q: %v, want %v", u, got, c/sum)
		}
	}
	if len(l.prob) != len(kept) {
		t.Errorf("units %v", l.prob)
	}
}

func TestWriteTable(t *testing.T) {
	units := map[[2]string]float64{{"ب", "d"}: 0.25, {"ب", "b"}: 0.000123456, {"ا", "z"}: 1}
	var b strings.Builder
	if err := Write(&b, units); err != nil || b.String() != "ا\tz\t1\nب\tb\t0.000123\nب\td\t0.25\n" {
		t.Errorf("written: %q, %v", b.String(), err)
	}
	if err := Write(shut{}, units); !errors.Is(err, errShut) {
		t.Errorf("a full disk is %v", err)
	}
}

var errShut = errors.New("shut")

// shut takes nothing.
type shut struct{}

func (shut) Write([]byte) (int, error) { return 0, errShut }

// TestFolded: vowel signs, tatweel and case tell no names apart.
func TestFolded(t *testing.T) {
	m := model(t)
	for _, pair := range [][2]string{{"محمد", "مُحَمَّد"}, {"محمد", "محـمد"}, {"محمد", "مح\u200cمد"}, {"محمد", "محمدْ"}, {"محمد", "محمدً"}} {
		if a, b := m.Fit(pair[0], "Mohammed"), m.Fit(pair[1], "MOHAMMED"); a != b {
			t.Errorf("%q fits %v, %q %v", pair[0], a, pair[1], b)
		}
	}
	if got := m.Fit("", "a"); !math.IsInf(got, -1) {
		t.Errorf("nothing fits %v", got)
	}
}

// TestForeignLetters: a name with an accent, or a letter that Arabic has not, is as
// likely as without, and no other one is surely it.
func TestForeignLetters(t *testing.T) {
	m := model(t)
	arabic := []string{"أردوغان", "مولر", "غولن", "شتراوس", "گیلانی", "پاريس", "ڤيينا", "ڭادير", "چيكيا", "نیکسون", "ژوسبان"}
	latin := []string{"Erdoğan", "Müller", "Gülen", "Strauß", "Ghilani", "Paris", "Vienna", "Gadir", "Jekia", "Nixon", "Jospin"}
	for i, list := range m.Rank(arabic, latin, 2) {
		if latin[list[0].Latin] != latin[i] || list[0].Score < 0 {
			t.Errorf("%s: %s, by %.1f", arabic[i], latin[list[0].Latin], list[0].Score)
		}
		if !m.Same(arabic[i], latin[i]) {
			t.Errorf("%s is not %s: %.2f", arabic[i], latin[i], m.Fit(arabic[i], latin[i]))
		}
	}
	for name, plain := range map[string]string{"Erdoğan": "Erdogan", "GÜLEN": "gulen", "Zoë": "zoe", "D'Arc": "d'arc"} {
		if a, b := m.Fit("أردوغان", name), m.Fit("أردوغان", plain); a != b {
			t.Errorf("%s fits %v, %s %v", name, a, plain, b)
		}
	}
}

// TestLongNames: a name of any length fits the grid, and is compared by its
// beginning.
func TestLongNames(t *testing.T) {
	m := model(t)
	long, latin := strings.Repeat("محمد", 50), strings.Repeat("mohammed", 50)
	if got := m.Fit(long, latin); math.IsNaN(got) || math.IsInf(got, 0) {
		t.Errorf("it fits %v", got)
	}
	if a, b := m.Fit(long, "mohammed"), m.Fit(strings.Repeat("محمد", 80), "mohammed"); a != b {
		t.Errorf("what is behind the sixtieth letter counts: %v and %v", a, b)
	}
}
