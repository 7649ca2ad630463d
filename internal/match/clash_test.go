package match

import (
	"fmt"
	"strings"
	"testing"
)

// bulletin is what a market or an observatory sends every day; only its figures
// are new.
func bulletin(n ...any) string {
	return fmt.Sprintf("The main index of the Grauberg exchange closed at %d points on a quiet day, after %d points the day before. "+
		"Shares worth %d million crowns changed hands, and of the listed companies %d gained while %d lost. "+
		"Traders said that most investors were waiting for the decision of the central bank on interest rates.", n...)
}

func bulletinAR(n ...any) string {
	return fmt.Sprintf("أغلق المؤشر الرئيسي لبورصة غراوبرغ عند %d نقطة في تعاملات هادئة بعد %d نقطة في اليوم السابق. "+
		"وبلغت قيمة الأسهم المتداولة %d مليون دينار وارتفعت أسهم %d شركة فيما تراجعت أسهم %d شركة. "+
		"وقال متعاملون إن معظم المستثمرين ينتظرون قرار البنك المركزي بشأن أسعار الفائدة.", n...)
}

func TestNumbersThatClash(t *testing.T) {
	today, yesterday := []any{1204, 1198, 312, 44, 17}, []any{1198, 1187, 276, 29, 35}
	corrected := []any{1204, 1198, 321, 44, 17}
	tests := []struct {
		name, a, b string
		same       bool
	}{
		{"two days of one template", bulletin(today...), bulletin(yesterday...), false},
		{"in Arabic", bulletinAR(today...), bulletinAR(yesterday...), false},
		{"with Arabic digits for the same", bulletinAR(today...), strings.NewReplacer("1204", "١٢٠٤", "312", "٣١٢").Replace(bulletinAR(today...)), true},
		{"a copy", bulletin(today...), "(Agency) " + bulletin(today...), true},
		{"one figure corrected", bulletin(today...), bulletin(corrected...), true},
		{"mistyped", bulletin(today...), mistype(bulletin(today...), 8), true},
		{"reordered", bulletin(today...), sentences(bulletin(today...), 2, 1, 0), true},
		{"without figures in one", ferry, strings.Replace(ferry, "eleven", "11", 1), true},
		{"a toll that rose", ferry + " Of 30 boats none ran, and 4,000 people waited.", ferry + " Of 31 boats none ran, and 5,000 people waited.", true},
		{"one number is an edit", ferry + " Of 30 boats none ran.", ferry + " Of 31 boats none ran.", true},
	}
	for _, test := range tests {
		g := Compare(Read(test.a), Read(test.b))
		back := Compare(Read(test.b), Read(test.a))
		if g.Same() != test.same || back.Same() != test.same {
			t.Errorf("%s: same %v and %v, want %v (%d of %d numbers)", test.name, g.Same(), back.Same(), test.same, g.SameNumbers, g.Numbers)
		}
		if g.Numbers != back.Numbers || g.SameNumbers != back.SameNumbers {
			t.Errorf("%s: %d of %d numbers one way, %d of %d the other", test.name, g.SameNumbers, g.Numbers, back.SameNumbers, back.Numbers)
		}
	}
}

// TestClashOfPassages: a long passage alone makes two texts one origin only when
// its numbers do not speak against it.
func TestClashOfPassages(t *testing.T) {
	host := func(text string) string { return tunnel + " " + text + " " + strings.ToUpper(tunnel) + tunnel }
	today := bulletin(1204, 1198, 312, 44, 17)
	if g := Compare(Read(today+ferry+ferry), Read(host(today))); !g.Same() {
		t.Errorf("a carried bulletin is not the same: %+v", g)
	}
	if g := Compare(Read(today+ferry+ferry), Read(host(bulletin(1198, 1187, 276, 29, 35)))); g.Same() {
		t.Errorf("another day's bulletin is the same: %+v", g)
	}
}

func TestClash(t *testing.T) {
	for _, c := range []struct {
		numbers, common int
		want            float64
	}{{0, 0, 0}, {1, 0, 0}, {2, 0, 0.5}, {2, 1, 0}, {3, 0, 0.75}, {8, 0, 1}, {8, 2, 0.5}, {8, 4, 0}, {8, 8, 0}} {
		if got := (&Agreement{Numbers: c.numbers, SameNumbers: c.common}).clash(); got != c.want {
			t.Errorf("%d of %d in common: %v, want %v", c.common, c.numbers, got, c.want)
		}
	}
}
