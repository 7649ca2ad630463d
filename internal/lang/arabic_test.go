package lang

import (
	"slices"
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
