package once

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A page is a code page for which UTF-8 was taken.
type page struct {
	// of gives the byte, 80 to FF, that a character stands for.
	of      func(rune) (byte, bool)
	scripts []*unicode.RangeTable // that two letters are certain to be meant of
}

// pages are the two that were seen in Arabic and English copy. By the Arabic one
// only Arabic is meant: Persian words like «رکسک» would read as Cyrillic.
func pages() []page {
	return []page{
		{western, []*unicode.RangeTable{
			unicode.Arabic, unicode.Cyrillic, unicode.Greek, unicode.Hebrew, unicode.Han, unicode.Hiragana, unicode.Katakana,
			unicode.Hangul, unicode.Thai, unicode.Devanagari, unicode.Bengali, unicode.Armenian, unicode.Georgian,
		}},
		{arabic, []*unicode.RangeTable{unicode.Arabic}},
	}
}

// western is windows-1252 and Latin-1 in one: they differ in signs alone, and
// programs mix them.
func western(r rune) (byte, bool) {
	if r < 0x80 || r > lastSign {
		return 0, false
	}
	if r <= 0xFF {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// arabic is windows-1256. It answers at once for letters, which stand beside each
// other everywhere.
func arabic(r rune) (byte, bool) {
	if r < 0x80 || r > lastSign {
		return 0, false
	}
	return charmap.Windows1256.EncodeRune(r)
}

// lastSign is the last character that stands for a byte on one of the pages, ™.
const lastSign = 0x2122

// signs has a bit for each character that stands for a byte, 80 to BF, with which a
// character of UTF-8 goes on. It is built once; nothing writes to it afterwards. All Arabic
// text asks, and the pages look a character up by halving their lists.
var signs = newSigns()

func newSigns() (bits [lastSign/64 + 1]uint64) {
	for b := range byte(0x40) {
		b |= 0x80
		for _, r := range [...]rune{rune(b), charmap.Windows1252.DecodeByte(b), charmap.Windows1256.DecodeByte(b)} {
			if r <= lastSign { // some bytes stand for nothing
				bits[r/64] |= 1 << (r % 64)
			}
		}
	}
	return bits
}

// isSign reports one of these.
func isSign(r rune) bool { return r <= lastSign && signs[r/64]>>(r%64)&1 == 1 }

// bytes are those that the run at the beginning of a text stands for, and how long
// it is.
func (p *page) bytes(text []byte) (out []byte, n int) {
	for n < len(text) {
		r, size := utf8.DecodeRune(text[n:])
		b, ok := p.of(r)
		if !ok {
			break
		}
		out, n = append(out, b), n+size
	}
	return out, n
}

// certain reports whether nobody can have written a run as it stands, given what
// its bytes mean and the bytes before and behind it. One of these must hold:
//
//   - it has a control character, U+0080 to U+009F, which no text has;
//   - it means a sign of typography ("â€™", "â‚¬", "â„¢") or an emoji ("ðŸ˜€");
//   - it means two letters of one script other than Latin, one that news is
//     written in: short sequences of UTF-8 hit rare ones by chance;
//   - it means a Latin letter with an accent before another letter ("Ã©t"), where
//     no sign like © stands; a mark („ after Å) may stand there, so that both sides
//     must be letters ("JaroÅ„ski").
func (p *page) certain(run, meant []byte, around [2]byte) bool {
	for i := 0; i+1 < len(run); i++ {
		if run[i] == 0xC2 && run[i+1] < 0xA0 {
			return true
		}
	}
	letters, of := 0, (*unicode.RangeTable)(nil)
	for rest := meant; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		rest = rest[n:]
		switch {
		case r >= 0x2010 && r <= 0x203A, r == '€', r == '™', r >= 0x1F300 && r <= 0x1FAFF:
			return true
		case len(rest) == 0 && r > 'ß' && r <= 'ſ' && small(around[1]) && (meant[len(meant)-1] >= 0xA0 || small(around[0])):
			return true
		case unicode.IsLetter(r):
			if of != nil && unicode.Is(of, r) {
				if letters++; letters == 2 {
					return true
				}
			} else if of = p.script(r); of != nil {
				letters = 1
			}
		}
	}
	return false
}

func small(c byte) bool { return c >= 'a' && c <= 'z' }

// script is the one of the page's that a letter is of, nil for none.
func (p *page) script(r rune) *unicode.RangeTable {
	for _, t := range p.scripts {
		if unicode.Is(t, r) {
			return t
		}
	}
	return nil
}
