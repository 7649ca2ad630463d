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

// TestTold is what other packages ask.
func TestTold(t *testing.T) {
	for _, c := range [][3]string{
		{"Mr. Bell", "Bell", "male"}, {"spokeswoman Rita Bell", "Rita Bell", "female"}, {"the Kremlin", "Kremlin", "body"}, {"Marsh", "Marsh", ""}, {"", "", ""},
		{"“Mrs. Bell”", "Bell", "female"}, {"the", "the", ""}, {"the Kremlin's", "Kremlin", "body"}, {"L. Marsh", "L. Marsh", ""},
	} {
		if got := Gender(c[0], c[1]); got != c[2] {
			t.Errorf("%s: %q, want %q", c[0], got, c[2])
		}
	}
	for word, want := range map[string]string{"Jr.": "jr", "III": "iii", "sr,": "sr", "V": "", "Bell": "", "": ""} {
		if got := Generation(word); got != want {
			t.Errorf("Generation(%q) = %q, want %q", word, got, want)
		}
	}
	if !Particle("van") || Particle("bell") || !Title("minister") || Title("bell") {
		t.Error("particles and titles are not told from names")
	}
}

// TestArabicShort: the last word of a source, or its first with the article.
func TestArabicShort(t *testing.T) {
	for _, c := range []struct {
		word, full string
		want       bool
	}{
		{"الحلواني", "المدير سامر الحلواني", true}, {"الوزير", "وزير الصحة سامر", true}, {"سامر", "وزير الصحة سامر", true}, {"الصحه", "وزير الصحة سامر", false},
		{"سامر", "سامر", false}, {"الحلواني", "سامر الحلواني، وهو مهندس", true}, {"مهندس", "سامر الحلواني، وهو مهندس", false}, {"سامر", "", false},
	} {
		if got := isShort(c.word, folded(c.full)); got != c.want {
			t.Errorf("%s for %s: %v", c.word, c.full, got)
		}
	}
}
