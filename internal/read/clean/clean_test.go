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
		{"a late meta element", late + `<meta charset="iso-8859-6">` + enc(charmap.ISO8859_6, arabic), "", late + `<meta charset="iso-8859-6">` + arabic},
	}
	for _, tt := range tests {
		if got := string(Decode([]byte(tt.in), tt.contentType)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
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
