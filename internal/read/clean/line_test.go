package clean

import (
	"testing"
	"unicode"
)

// TestHeading: a manual's link to its heading is none of its words.
func TestHeading(t *testing.T) {
	for in, want := range map[string]string{"Harbour opens¶": "Harbour opens", "Harbour opens ¶": "Harbour opens", "The ¶ in print": "The ¶ in print", "¶": "¶", "Harbour opens": "Harbour opens"} {
		if got := Heading(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestSpaces holds the ranges written out in isSpace against Unicode's table.
func TestSpaces(t *testing.T) {
	more := map[rune]bool{0x200b: true, 0x2060: true, 0x3164: true}
	for r := range rune(unicode.MaxRune + 1) {
		if want := unicode.IsSpace(r) || more[r]; isSpace(r) != want {
			t.Errorf("%U: %v, want %v", r, !want, want)
		}
	}
}

// FuzzTidy holds the short way of Line against the long one: what is tidy comes
// out of the long way as it went in.
func FuzzTidy(f *testing.F) {
	for _, s := range []string{"", " ", "a b", "a  b", " a", "a ", "a\xffb", "مرسى ٢٠٢٦", "a\u00a0b", "a\u202eb", "\ufffd"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := rewrite(s); tidy(s) && got != s {
			t.Errorf("Line(%q) = %q, but it is tidy", s, got)
		}
		if got := Line(s); !tidy(got) && got != "" && !containsReplacement(got) {
			t.Errorf("Line(%q) = %q, which is not tidy", s, got)
		}
	})
}

func containsReplacement(s string) bool {
	for _, r := range s {
		if r == unicode.ReplacementChar {
			return true
		}
	}
	return false
}
