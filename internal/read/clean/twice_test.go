package clean

import (
	"strings"
	"testing"
)

// again encodes UTF-8 once more, as programs do that take it for Latin-1.
func again(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}

func TestDecodeTwice(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"punctuation", again("The harbour’s “old” quay – closed"), "The harbour’s “old” quay – closed"},
		{"a letter in the middle of a word", "Dariusz Jaro" + again("ń") + "ski", "Dariusz Jaroński"},
		{"Arabic", again("افتتاح الميناء"), "افتتاح الميناء"},
		{"both on one page", again("the harbour’s") + " café — naïve", "the harbour’s café — naïve"},
		{"by windows-1252", "the harbourâ€™s quay", "the harbour’s quay"},
		{"by windows-1256", "ط§ظ„ظ…ظٹظ†ط§ط، ظ…ط؛ظ„ظ‚", "الميناء مغلق"},
		{"once only", "the harbour’s café – naïve Ã la carte", "the harbour’s café – naïve Ã la carte"},
		{"a next line of EBCDIC alone", "Harbour\u0085opens", "Harbour\u0085opens"},
		{"a next line first, and letters that read as others", "\u0085 Ã©", "\u0085 Ã©"},
		{"a next line behind a letter that begins nothing", "Á\u0085 Ã©", "Á\u0085 Ã©"},
		{"or behind the last that does not", "õ\u0085 Ã©", "õ\u0085 Ã©"},
		{"or behind one of another kind", "ŉ\u0085 Ã©", "ŉ\u0085 Ã©"},
		{"a sign behind a letter that does", "é¡ Ã©", "é¡ Ã©"},
		{"no UTF-8 below", "Ã\u0085\u0085 x", "Ã\u0085\u0085 x"},
	}
	for _, tt := range tests {
		if got := string(Decode([]byte(tt.in), "text/html; charset=utf-8")); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
