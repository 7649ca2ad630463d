package clean

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestLine(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{" Harbour  opens\n\tagain ", "Harbour opens again"},
		{"Harbour\u00a0opens", "Harbour opens"},
		{"Har\u00adbour", "Harbour"},
		{"Harbour \u202eopens", "Harbour opens"},
		{"\u2066Harbour\u2069 opens\ufeff", "Harbour opens"},
		{"Harbour\x00 \x07opens\u0085", "Harbour opens"},
		{"می\u200cرود", "می\u200cرود"},
		{"مرسى\u200f 2026", "مرسى\u200f 2026"},
		{"Har\u200bbour", "Har bour"},
		{"a\u202ab\u202ec\u2066d\u206fe", "abcde"},
		{"a\u007fb\u009fc", "abc"},
		{"a\ufff9b\ufffbc\ufffed\uffffe", "abcde"},
		{"a\U000e0000b\U000e0fffc\U000e1000", "abc\U000e1000"}, // tags, which can hide a text
		{"!~¡ \u2010\u2065", "!~¡ \u2010\u2065"},
		{"\u061cمرسى\u200e", "\u061cمرسى\u200e"},
	}
	for _, tt := range tests {
		if got := Line(tt.in); got != tt.want {
			t.Errorf("Line(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestLines(t *testing.T) {
	if got := Lines("\n a  b\r\nc\r\n\r\n\r\n d\fe\n\n"); got != "a b\nc\n\nd\n\ne" {
		t.Errorf("got %q", got)
	}
}

func TestMarkup(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Harbour opens", "Harbour opens"},
		{"Harbour &amp; market <b>open</b>", "Harbour & market open"},
		{"Har<i>bour</i> <script>alert(1)</script>opens", "Harbour opens"},
		{"<style>x</style>Harbour<br>opens", "Harbour opens"},
		{"3 < 5 & 7 > 2", "3 < 5 & 7 > 2"},
		{"<", "<"},
		{"<script>x", ""},
	}
	for _, tt := range tests {
		if got := Markup(tt.in); got != tt.want {
			t.Errorf("Markup(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDecode(t *testing.T) {
	arabic := strings.Repeat("افتتاح الميناء بعد العاصفة ", 3)
	french := strings.Repeat("Le port a été rouvert à la fin de l'été ", 3)
	enc := func(m *charmap.Charmap, s string) string {
		out, err := m.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	wide, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(arabic)
	if err != nil {
		t.Fatal(err)
	}
	late := "<!--" + strings.Repeat("x", 2000) + "-->"
	tests := []struct{ name, in, contentType, want string }{
		{"empty", "", "", ""},
		{"ascii", "Harbour", "text/html", "Harbour"},
		{"utf-8", arabic, "", arabic},
		{"utf-8 with a mark", "\ufeff" + arabic, "", arabic},
		{"utf-8 under a wrong name", arabic, "text/html; charset=windows-1252", arabic},
		{"utf-8 cut inside a letter", arabic[:len(arabic)-2], "text/html; charset=utf-8", arabic[:len(arabic)-3] + "\ufffd"},
		{"utf-16", wide, "", arabic},
		{"windows-1256 by the server", enc(charmap.Windows1256, arabic), "text/html; charset=windows-1256", arabic},
		{"windows-1256 without a name", enc(charmap.Windows1256, arabic), "", arabic},
		{"windows-1252 without a name", enc(charmap.Windows1252, french), "", french},
		{"windows-1256 called windows-1252", enc(charmap.Windows1256, arabic), "text/html; charset=windows-1252", arabic},
		{"windows-1252 by the server", enc(charmap.Windows1252, french), "text/html; charset=windows-1252", french},
		{"windows-1256 called utf-8", enc(charmap.Windows1256, arabic), "text/html; charset=utf-8", arabic},
		{"windows-1256 called utf-8 by the page", `<meta charset="utf-8">` + enc(charmap.Windows1256, arabic), "", `<meta charset="utf-8">` + arabic},
		{"iso-8859-6 called utf-8 by the server alone", `<meta charset="iso-8859-6">` + enc(charmap.ISO8859_6, arabic), "text/html; charset=utf-8", `<meta charset="iso-8859-6">` + arabic},
		{"windows-1252 called utf-8", enc(charmap.Windows1252, french), "text/html; charset=utf-8", french},
		{"utf-8 with a broken letter, called so", arabic + "\xc7" + arabic, "text/html; charset=utf-8", arabic + "\ufffd" + arabic},
		{"a few bytes of windows-1252", "caf\xe9", "", "café"},
		{"utf-8 with a broken letter in five", "éé\xe9 éé", "", "Ã©Ã©é Ã©Ã©"},
		{"utf-8 with one in six", "éé\xe9 ééé", "", "éé\ufffd ééé"},
		{"a name that there is not", "caf\xe9", "text/html; charset=marsa", "café"},
		{"the other utf-16", "\xff\xfe\x45\x06", "", "م"},
		{"a zero in a text", "a\x00b", "text/plain; charset=utf-8", "a\x00b"},
		{"one byte", "\xe9", "", "é"},
		{"a late meta element", late + `<meta charset="iso-8859-6">` + enc(charmap.ISO8859_6, arabic), "", late + `<meta charset="iso-8859-6">` + arabic},
	}
	for _, tt := range tests {
		if got := string(Decode([]byte(tt.in), tt.contentType)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestArabicBytes: Arabic is told by long runs of high bytes, of which its common
// letters are a third.
func TestArabicBytes(t *testing.T) {
	alef, other := "\xc7", "\xd8"
	tests := []struct {
		name, in string
		want     bool
	}{
		{"words", strings.Repeat(alef+other+other+other+" ", 6), false}, // a quarter
		{"with enough of the common letters", strings.Repeat(alef+alef+other+other+" ", 6), true},
		{"a third of them", strings.Repeat(alef+other+other, 8), false},
		{"too few", strings.Repeat(alef, 20), false},
		{"one more", strings.Repeat(alef, 21), true},
		{"short runs", strings.Repeat(alef+alef+alef+" ", 20), false},
		{"runs of four", strings.Repeat(alef+alef+alef+alef+" ", 20), true},
		{"nothing", "", false},
	}
	for _, tt := range tests {
		if got := arabicBytes([]byte(tt.in)); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\xfe\xff\x00H"), "text/html; charset=utf-16")
	f.Add([]byte("<meta charset=x-user-defined>\xc7\xe1"), "")
	f.Fuzz(func(t *testing.T, b []byte, contentType string) {
		s := string(Decode(b, contentType))
		if !utf8.ValidString(s) {
			t.Errorf("Decode(%q, %q) is no UTF-8", b, contentType)
		}
		for _, l := range []string{Line(s), Markup(s)} {
			if l != strings.TrimSpace(l) || strings.ContainsAny(l, "\n\x00\u202e") || Line(l) != l {
				t.Errorf("a bad line %q of %q", l, b)
			}
		}
	})
}
