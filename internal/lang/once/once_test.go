package once

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// again encodes UTF-8 once more, as programs do that take it for Latin-1 (nil) or
// for a code page.
func again(s string, page *charmap.Charmap) string {
	var b strings.Builder
	for i := range len(s) {
		r := rune(s[i])
		if page != nil && page.DecodeByte(s[i]) != utf8.RuneError { // five bytes that windows-1252 leaves open stay as they are
			r = page.DecodeByte(s[i])
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestEncoded(t *testing.T) {
	texts := map[string]string{
		"punctuation": "The harbour’s “old” quay – closed…", "Arabic": "افتتاح الميناء في بيروت، و«الوكالة» تؤكد", "Persian": "گزارش پژوهش چاپ شد",
		"Cyrillic": "Порт закрыт", "Greek": "Το λιμάνι", "Hebrew": "הנמל נסגר", "Chinese": "港口关闭", "Japanese": "港が閉まる", "Korean": "항구가 닫혔다",
		"French": "L’été à l’école: déjà vécu, ça va", "Turkish": "Şağlık bakanlığı açıkladı", "Polish": "Jarosław Jaroński", "an emoji": "Port 😀 opens",
		"a currency": "10 € and Acme™",
	}
	for name, text := range texts {
		for by, page := range map[string]*charmap.Charmap{"Latin-1": nil, "windows-1252": charmap.Windows1252, "windows-1256": charmap.Windows1256} {
			if page == charmap.Windows1256 && !strings.Contains("punctuation Arabic Persian a currency", name) {
				continue // nobody takes Chinese for Arabic
			}
			in := again(text, page)
			got, n := Encoded([]byte("<p>" + in + "</p>"))
			if string(got) != "<p>"+text+"</p>" || n == 0 {
				t.Errorf("%s by %s, %q: %q with %d mended", name, by, in, got, n)
			}
			if twice, n := Encoded(got); n != 0 || string(twice) != string(got) {
				t.Errorf("%s: mended again, %q", name, twice)
			}
		}
	}
}

// TestRightTextStays: what was encoded once is not touched, however it looks.
func TestRightTextStays(t *testing.T) {
	for _, text := range []string{
		"", "plain", "the harbour’s café – naïve Ã la carte", "„Das ist groß“ GROß“ STRAß”", "«LE CAFÉ» “O AMANHÔ", "CAFÉ™ opens; CAFÉ® too",
		"Charlotte Brontë…”", "voilà»…", "OÙ ET QUAND? OÙ… «À»", "‹Ø› Ø… Ö” Ñ» Ð— ×–", "São Paulo, AMANHÃ» e AMANHÔ", "Â» Ã© ÃÂ", "Ð. Ñ. ß¿",
		"رکسک تک زچگ سگ… «طک» عک؟ غگ، ظپ", "«طهران» — عک…", "چاپ پژوهش گزارش", "ط، ظ؛ ع؟ غ…", "\u0085 Ã©", "Á\u0085 Ã©", "õ\u0085 Ã©", "é¡ Ã©", "Ã\u0085\u0085 x",
		"Harbour\u0085opens", "3×“4” 5×»", "Î” Ï…", "\xff\xfe â", "ï»¿x", "œ„Å“ Š”", "10°–20°", "½–¾", "ÃÃ ÂÂ", "é",
		"ùù“ ÙÙ”", "Årsta Ä… Ö–", "ÄŸ", "Ã—5", "PÅ„word", "xÅ„ W",
	} {
		for _, whole := range []string{text, "<p>" + text + "</p>", text + " " + text} {
			if got, n := Encoded([]byte(whole)); n != 0 || string(got) != whole {
				t.Errorf("%q became %q", whole, got)
			}
		}
	}
}

// TestPieces: what is not certain alone is decided by what stands around it.
func TestPieces(t *testing.T) {
	w := func(s string) string { return again(s, charmap.Windows1252) }
	for _, c := range []struct {
		name, in, want string
		n              int
	}{
		{"alone", "<p>" + w("Café à Nice"), "<p>" + w("Café à Nice"), 0},
		{"with a certain one", "<p>" + w("Café d’été à Nice"), "<p>Café d’été à Nice", 4},
		{"in another piece", "<p>" + w("d’été") + "<p>" + w("Café"), "<p>d’été<p>" + w("Café"), 2},
		{"with two in other pieces", "<p>" + w("“été”") + "<p>" + w("Café"), "<p>“été”<p>" + w("Café"), 2},
		{"with three in other pieces", "<p>" + w("“été” –") + "<p>" + w("Café"), "<p>“été” –<p>Café", 4},
		{"beside what is right", "<p>" + w("d’été Café") + " café", "<p>d’ét" + w("é Café") + " café", 1},
		{"right in another piece", "<p>" + w("d’été Café") + "</p><p>café", "<p>d’été Café</p><p>café", 3},
		{"half a word", "<p>" + w("ال") + "»", "<p>" + w("ال") + "»", 0},
		{"a letter lost", "<p>" + w("الم")[:len(w("الم"))-3], "<p>" + w("الم")[:len(w("الم"))-3], 0},
	} {
		if got, n := Encoded([]byte(c.in)); string(got) != c.want || n != c.n {
			t.Errorf("%s: %q with %d, want %q with %d", c.name, got, n, c.want, c.n)
		}
	}
}

// TestSigns holds the table of signs against the pages.
func TestSigns(t *testing.T) {
	for r := range rune(0x3000) {
		want := false
		for _, p := range pages() {
			b, ok := p.of(r)
			want = want || ok && b <= 0xBF
		}
		if isSign(r) != want {
			t.Errorf("%U: %v, want %v", r, !want, want)
		}
	}
}

func FuzzEncoded(f *testing.F) {
	f.Add("â\u0080\u0099")
	f.Add("\u00c2\u0080\u00ff")
	f.Add("<p>Ø§Ù„ <b>ط§ظ„\"")
	f.Fuzz(func(t *testing.T, s string) {
		got, n := Encoded([]byte(s))
		if utf8.ValidString(s) && !utf8.Valid(got) || len(got) > len(s) {
			t.Errorf("Encoded(%q) = %q", s, got)
		}
		if n == 0 && string(got) != s || n > 0 && string(got) == s {
			t.Errorf("%q: %q with %d mended", s, got, n)
		}
	})
}

func BenchmarkRight(b *testing.B) {
	for name, text := range map[string]string{
		"English": strings.Repeat("The harbour’s old quay – closed for a week – opens again. ", 2000),
		"Arabic":  strings.Repeat("افتتاح الميناء في بيروت، والوكالة تؤكد ذلك في بيان لها. ", 1000),
	} {
		body := []byte(text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				Encoded(body)
			}
		})
	}
}
