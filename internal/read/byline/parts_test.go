package byline

import (
	"strings"
	"testing"
)

// holds compares what a question about a string answers.
func holds(t *testing.T, name string, ask func(string) bool, want map[string]bool) {
	t.Helper()
	for in, w := range want {
		if ask(in) != w {
			t.Errorf("%s(%q) = %v", name, in, !w)
		}
	}
}

func TestQuestions(t *testing.T) {
	holds(t, "IsLabel", IsLabel, map[string]bool{
		"By": true, "by:": true, "Authors |": true, "Written by": true, "Article that was written by": true, "An article that was written by": false, "Ann Lee": false, "": false, "Reviewed by": false,
	})
	holds(t, "checks", checks, map[string]bool{
		"Reviewed": true, "Last updated": true, "Updated by": true, "Last modified": true, "Modified by": true, "updated at noon": false, "Written": false, "Fact-checked": true, "": false,
	})
	holds(t, "particle", particle, map[string]bool{
		"de": true, "Van": true, "al-rashid": true, "el-baz": true, "d'arc": true, "d’arc": true, "ad-din": true, "as-sabah": true, "lee": false, "alan": false, "dora": false, "asa": false,
	})
	holds(t, "isPerson", isPerson, map[string]bool{
		"Ann Lee": true, "Ann van der Lee": true, "ann lee": true, "ann b lee": true, "ann b c lee": false, "see more": false, "Ann the lee": false, "Ann": true, "annlee.example": false, "A.": false, "Ann.": true, "Facebook": false,
		"Ann Lee, MD": true, "One Two Three Four Five Six": true, "One Two Three Four Five Six Seven": false, "Fact Checker": false, "van Lee": false, "سلمى حداد": true, "3 July": false,
	})
	holds(t, "isDegree", isDegree, map[string]bool{"Ph.D.": true, "MD MPH": true, "Jr.": true, "Lee": false, "": false, "MD Lee": false})
	holds(t, "initials", initials, map[string]bool{"AB": true, "A": false, "ABCDEF": true, "ABCDEFG": false, "A.B.": true, "Ab": false, "CFP®": true, "A B": false})
	holds(t, "abbreviated", abbreviated, map[string]bool{"J. R. Lee": true, "Dr. Lee": true, "harbour. Lee": false, "Lee!": false, "": true})
	holds(t, "shaped", shaped, map[string]bool{"Lee": true, "Le": false, strings.Repeat("x", 80): true, strings.Repeat("x", 81): false, "a b c d e f g h": true, "a b c d e f g h i": false, "Ann 3": false, "Ann@x": false, "(Ann)": false, "www.ann": false, "": false})
}

// rewrites compares what becomes of strings.
func rewrites(t *testing.T, name string, f func(string) string, want map[string]string) {
	t.Helper()
	for in, w := range want {
		if got := f(in); got != w {
			t.Errorf("%s(%q) = %q, want %q", name, in, got, w)
		}
	}
}

func TestCuts(t *testing.T) {
	rewrites(t, "unglue", unglue, map[string]string{
		"Ann LeePublished": "Ann Lee", "Ann LeeUpdated 3 July": "Ann Lee", "Ann Lee Published": "Ann Lee Published", "Updated": "Updated", "Ann Lee3/7/2026": "Ann Lee", "Ann Lee3": "Ann Lee3", "محمد عليالجمعة": "محمد علي", "ANN LEEPosted": "ANN LEEPosted",
	})
	rewrites(t, "unnumbered", unnumbered, map[string]string{"Ann Lee1,2": "Ann Lee", "Ann Lee*†": "Ann Lee", "Ann Lee": "Ann Lee", "Agency 3": "Agency", "BBC 2": "BBC 2", "42": "42"})
	rewrites(t, "once", once, map[string]string{"Ann Lee Ann Lee": "Ann Lee", "Ann Ann": "Ann", "Ann Lee Ann Bee": "Ann Lee Ann Bee", "a a": "a a", "AnnAnn": "AnnAnn", "": ""})
	rewrites(t, "trimSigns", trimSigns, map[string]string{" – Ann Lee, ": "Ann Lee", "Ann L.": "Ann L.", "Ann Lee.": "Ann Lee", "Ann Lee, Ph.D.": "Ann Lee, Ph.D.", "“Ann Lee”": "Ann Lee", "...": ""})
	rewrites(t, "dropThe", dropThe, map[string]string{"The Courier": "Courier", "the Courier": "Courier", " THE Courier ": "Courier", "Theodora": "Theodora", "the ": "the", "": ""})
	rewrites(t, "dropParentheses", dropParentheses, map[string]string{"Ann Lee (Beirut)": "Ann Lee", "Ann (Nan) Lee": "Ann (Nan) Lee", "(Beirut)": "(Beirut)", "Ann Lee [Beirut": "Ann Lee", "سلمى حداد (بيروت)": "سلمى حداد"})
	rewrites(t, "commas", func(s string) string { return strings.Join(commas(s), "|") }, map[string]string{
		"Ann Lee, Bob Ray": "Ann Lee|Bob Ray", "Ann Lee, MD, Bob Ray": "Ann Lee, MD|Bob Ray", "Ann Lee CXP, PXP": "Ann Lee CXP, PXP", "Ann Lee, PXP": "Ann Lee", "ANN LEE, PXP": "ANN LEE",
		"Ann Lee, a reporter in Marsa, Bob Ray": "Ann Lee", "Ray, Bob T.": "Bob T. Ray", "Ray, Bob T., MD": "Ray|Bob T., MD", "Ann Lee, Editor, Bob Ray": "Ann Lee|Bob Ray", "Ann Lee": "Ann Lee", "Ann Lee, CFP®": "Ann Lee, CFP®",
	})
	rewrites(t, "waws", func(s string) string { return strings.Join(waws(s), "|") }, map[string]string{
		"أحمد علي ومحمد حسن": "أحمد علي|محمد حسن", "أحمد علي ومحمد": "أحمد علي ومحمد", "أحمد ومحمد حسن": "أحمد ومحمد حسن", "أحمد علي ومحمد حسن وسلمى حداد": "أحمد علي|محمد حسن|سلمى حداد",
	})
}

func TestLabelsBefore(t *testing.T) {
	for in, want := range map[string]string{
		"By Ann Lee": "Ann Lee", "by: Ann Lee": "Ann Lee", "ByAnn Lee": "Ann Lee", "Bystander Ann": "Bystander Ann", "Author: Ann Lee": "Ann Lee", "AuthorAnn Lee": "Ann Lee", "Authored by Ann Lee": "Ann Lee", "Authority of Ports": "Authority of Ports",
		"This was written by Ann Lee": "Ann Lee", "A b c d written by Ann Lee": "A b c d written by Ann Lee", "About the author Ann Lee": "Ann Lee", "By": "By", "Words:Ann Lee": "Ann Lee", "Ann Lee": "Ann Lee", "بقلم: سلمى حداد": "سلمى حداد",
	} {
		got, cut := cutLabel(in)
		if got != want || cut != (in != want) {
			t.Errorf("cutLabel(%q) = %q, %v, want %q", in, got, cut, want)
		}
	}
}

func TestOutletsOfNames(t *testing.T) {
	outlets := []string{"", "The Marsa Courier", "marsanews", "Lee"}
	for name, want := range map[string]bool{"Marsa Courier": true, "The Marsa Courier": true, "marsa-courier": true, "Marsa Courier Staff": true, "Marsa": false, "Courier": false, "Lee": true, "Ann Lee": false, "Marsa News": true, "Marsan": false} {
		if got := isOutlet(name, outlets); got != want {
			t.Errorf("isOutlet(%q) = %v", name, got)
		}
	}
	for in, want := range map[string]string{"Ann Lee The Marsa Courier": "Ann Lee", "Ann Lee, marsanews": "Ann Lee", "John Lee": "John Lee", "Ann Bee Lee": "Ann Bee", "The marsanews": "The marsanews", "Marsanews": "Marsanews"} {
		if got := cutOutlet(in, outlets); got != want {
			t.Errorf("cutOutlet(%q) = %q, want %q", in, got, want)
		}
	}
	for _, tt := range []struct {
		long, short string
		want        bool
	}{{"Ann Lee", "Ann", true}, {"Ann Lee, MD", "Ann Lee", true}, {"Ann Lee Bee", "Ann Lee", false}, {"Anna", "Ann", false}, {"Ann", "Ann", false}, {"Ann", "Ann Lee", false}, {"Bob Lee", "Ann", false}} {
		if got := fuller(tt.long, tt.short); got != tt.want {
			t.Errorf("fuller(%q, %q) = %v", tt.long, tt.short, got)
		}
	}
}

// FuzzAlike holds the comparison without copies against that of the copies.
func FuzzAlike(f *testing.F) {
	for _, c := range [][2]string{{"Ann Lee", "ANN-LEE."}, {"Ann", "Ann Lee"}, {"", "—"}, {"محمد علي", "محمدعلي"}, {"\xffa", "A\xc3"}, {"Élan 3", "élan3"}, {"a", "b"}} {
		f.Add(c[0], c[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if got, want := alike(a, b), letters(a) == letters(b); got != want {
			t.Errorf("alike(%q, %q) = %v", a, b, got)
		}
	})
}
