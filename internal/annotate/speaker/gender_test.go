package speaker

import "testing"

// TestGender: titles and first names tell it, and bodies are no he and no she.
func TestGender(t *testing.T) {
	for _, c := range []struct {
		source, name string
		want         gender
	}{
		{"Mr. Bell", "Bell", male},
		{"Mrs. Bell", "Bell", female},
		{"spokeswoman Rita Bell", "Rita Bell", female},
		{"Otto Bell", "Otto Bell", male},
		{"Lena Marsh", "Lena Marsh", female},
		{"Robin Marsh", "Robin Marsh", unknown},
		{"Marsh", "Marsh", unknown},
		{"the Tamar Times", "Tamar Times", body},
		{"the Kremlin", "Kremlin", body},
		{"Marsh University", "Marsh University", body},
	} {
		if got := genderOf(c.source, c.name); got != c.want {
			t.Errorf("%s: %d, want %d", c.source, got, c.want)
		}
	}
}

func TestAgainst(t *testing.T) {
	for _, c := range []struct {
		a, b gender
		want bool
	}{{male, female, true}, {male, male, false}, {unknown, male, false}, {body, female, true}, {unknown, unknown, false}} {
		if c.a.against(c.b) != c.want || c.b.against(c.a) != c.want {
			t.Errorf("%d and %d: want %v", c.a, c.b, c.want)
		}
	}
}

// TestAmbiguousNames: names that men and women bear tell nothing.
func TestAmbiguousNames(t *testing.T) {
	for _, w := range []string{"robin", "kim", "alex", "pat", "leslie", "jordan", "taylor", "morgan"} {
		if g := firstNameGender(w); g != unknown {
			t.Errorf("%s: %d", w, g)
		}
	}
}
