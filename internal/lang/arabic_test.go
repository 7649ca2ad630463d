package lang

import (
	"slices"
	"strings"
	"testing"
)

func TestArabicStemJoins(t *testing.T) {
	for _, c := range []struct {
		a, b string
	}{
		{"المدرسة", "مدرستها"}, {"والمعلمون", "معلمين"}, {"للقمر", "القمر"}, {"بالحكومة", "حكومته"},
		{"العلماء", "علمائه"}, {"والله", "لله"}, {"الاقتصادية", "اقتصادي"}, {"انتخابات", "الانتخابية"}, {"الألمانية", "ألمانيا"},
		{"سعودي", "السعودية"}, {"كالعادة", "عادة"}, {"فالرئيس", "رئيسهم"},
	} {
		a, b := Fold(c.a), Fold(c.b)
		if Stem(a, "ar") != Stem(b, "ar") && Root(Stem(a, "ar")) != Root(Stem(b, "ar")) {
			t.Errorf("%s: %s, %s; %s: %s, %s", a, Stem(a, "ar"), Root(Stem(a, "ar")), b, Stem(b, "ar"), Root(Stem(b, "ar")))
		}
	}
}

func TestArabicStemKeeps(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"والد", "دولة"}, {"كتاب", "باب"}, {"الله", "له"}, {"بغداد", "غد"}, {"القدس", "القدرة"},
	} {
		if a, b := Stem(Fold(c.a), "ar"), Stem(Fold(c.b), "ar"); a == b {
			t.Errorf("%s and %s both have the stem %s", c.a, c.b, a)
		}
	}
}

func TestRootJoinsBrokenPlurals(t *testing.T) {
	for _, c := range []struct{ one, many string }{
		{"مدرسة", "مدارس"}, {"كتاب", "كتب"}, {"مدينة", "مدن"}, {"صنف", "أصناف"}, {"طرف", "أطراف"},
		{"رجل", "رجال"}, {"منزل", "منازل"}, {"حرب", "حروب"}, {"صحيفة", "صحف"}, {"تقرير", "تقارير"},
	} {
		a, b := Root(Stem(Fold(c.one), "ar")), Root(Stem(Fold(c.many), "ar"))
		if a != b {
			t.Errorf("Root: %s %s, %s %s", c.one, a, c.many, b)
		}
	}
}

// TestStemsFindPrefixed: whichever of two words is asked for, the other is found.
func TestStemsFindPrefixed(t *testing.T) {
	for _, c := range []struct{ bare, prefixed string }{
		{"بوتين", "لبوتين"}, {"بوتين", "وبوتين"}, {"لبنان", "بلبنان"}, {"بيروت", "لبيروت"}, {"ليبيا", "بليبيا"},
		{"وزارة", "بوزارة"}, {"كاليفورنيا", "بكاليفورنيا"}, {"بريطانيا", "وبريطانيا"},
	} {
		bare, prefixed := Fold(c.bare), Fold(c.prefixed)
		if !slices.Contains(Stems(bare), Stem(prefixed, "ar")) {
			t.Errorf("a query for %s has %q, the index has %s", bare, Stems(bare), Stem(prefixed, "ar"))
		}
		if !slices.Contains(Stems(prefixed), Stem(bare, "ar")) {
			t.Errorf("a query for %s has %q, the index has %s", prefixed, Stems(prefixed), Stem(bare, "ar"))
		}
	}
}

func TestStemLeavesOtherLanguages(t *testing.T) {
	for _, c := range []struct{ form, language, want string }{
		{"elections", "en", "elect"}, {"elections", "en-GB", "elect"}, {"elections", "ar", "elect"},
		{"elections", "", "elect"}, {"elections", "fr", "elections"}, {"والمدارس", "fa", "والمدارس"},
		{"والمدارس", "und", "مدارس"}, {"выборы", "ru", "выборы"}, {"2025", "en", "2025"}, {"", "en", ""},
	} {
		if got := Stem(c.form, c.language); got != c.want {
			t.Errorf("Stem(%q, %q) = %q, want %q", c.form, c.language, got, c.want)
		}
	}
}

func TestStripPrefixes(t *testing.T) {
	for _, c := range []struct{ form, want string }{
		{"الحكومه", "حكومه"}, {"والحكومه", "حكومه"}, {"فالحكومه", "حكومه"}, {"بالحكومه", "حكومه"},
		{"وبالحكومه", "حكومه"}, {"للحكومه", "حكومه"}, {"وللحكومه", "حكومه"}, {"كالحكومه", "حكومه"},
		{"وحكومه", "حكومه"}, {"بحكومه", "حكومه"}, {"لحكومه", "حكومه"}, {"وبحكومه", "حكومه"},
		{"الالمانيه", "مانيه"}, {"المانيا", "مانيا"}, {"الله", "الله"}, {"والله", "الله"}, {"لله", "الله"},
		{"ولد", "ولد"}, {"فرق", "فرق"}, {"باب", "باب"}, {"والد", "والد"}, {"ال", "ال"}, {"و", "و"},
	} {
		if got := stripPrefixes(c.form); got != c.want {
			t.Errorf("stripPrefixes(%s) = %s, want %s", c.form, got, c.want)
		}
	}
}

func TestStripEndings(t *testing.T) {
	for _, c := range []struct{ form, want string }{
		{"حكومه", "حكوم"}, {"حكومتها", "حكوم"}, {"حكومتهم", "حكوم"}, {"حكومات", "حكوم"}, {"حكومي", "حكوم"},
		{"حكوميه", "حكوم"}, {"معلمون", "معلم"}, {"معلمين", "معلم"}, {"معلمات", "معلم"}, {"معلمان", "معلم"},
		{"معلماتهم", "معلم"}, {"كتابا", "كتاب"}, {"كتابنا", "كتاب"}, {"كتابهما", "كتاب"}, {"دولتان", "دول"},
		{"دولتين", "دول"}, {"سنه", "سنه"}, {"بيت", "بيت"}, {"هم", "هم"}, {"ان", "ان"},
	} {
		if got := stripEndings(c.form); got != c.want {
			t.Errorf("stripEndings(%s) = %s, want %s", c.form, got, c.want)
		}
	}
}

func TestUnprefixed(t *testing.T) {
	for _, c := range []struct {
		form string
		want []string
	}{
		{"القاهره", []string{"القاهره"}},
		{"وبالقاهره", []string{"وبالقاهره", "بالقاهره", "القاهره"}},
		{"للقاهره", []string{"للقاهره", "القاهره"}},
		{"لبوتين", []string{"لبوتين", "بوتين", "وتين"}},
		{"بوتين", []string{"بوتين", "وتين", "تين"}},
		{"kyiv", []string{"kyiv"}}, {"ود", []string{"ود"}}, {"", []string{""}},
	} {
		if got := Unprefixed(c.form); !slices.Equal(got, c.want) {
			t.Errorf("Unprefixed(%s) = %q, want %q", c.form, got, c.want)
		}
	}
}

func TestIsFunction(t *testing.T) {
	for _, c := range []struct {
		form string
		want bool
	}{
		{"the", true}, {"of", true}, {"في", true}, {"علي", true}, {"الي", true}, {"ماذا", true}, {"which", true},
		{"harbour", false}, {"مدينه", false}, {"us", false}, {"who", true}, {"", false}, {"2025", false},
	} {
		if got := IsFunction(c.form); got != c.want {
			t.Errorf("IsFunction(%q) = %v", c.form, got)
		}
	}
	for w := range functionWords {
		if Fold(w) != w {
			t.Errorf("%q is not folded", w)
		}
	}
}

// TestArabicStemsAreParts: the rules cut and never write, so a stem is a part of
// its form, and short words stay.
func TestArabicStemsAreParts(t *testing.T) {
	for _, w := range mustWords(arabicCopy + "والمدارس فبالحكومات وللمستشفيات كالعادة بلادنا لقاءاتهم") {
		stem := Stem(w.Form, "ar")
		if !strings.Contains(w.Form, stem) || len(stem) < min(len(w.Form), 2*letter) {
			t.Errorf("the stem of %s is %s", w.Form, stem)
		}
		if root := Root(stem); len(root) > len(stem) || len(root) < min(len(stem), 2*letter) {
			t.Errorf("the root of %s is %s", stem, root)
		}
	}
}

func TestIsArabic(t *testing.T) {
	for text, want := range map[string]bool{
		"سلمى": true, "«سلمى»": true, "(3) سلمى": true, "پژمان": true, "ﺳﻠﻤﻰ": true,
		"Salma": false, "Salma سلمى": false, "2026": false, "": false, "…": false, "Σ": false,
	} {
		if got := IsArabic(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
