// Package once undoes an encoding that was done twice: UTF-8 taken for Latin-1 or
// for a Windows code page, and written as UTF-8 again. It makes "â€™" of an
// apostrophe, and of «ال» "Ø§Ù„" by windows-1252 and «ط§ظ„» by windows-1256.
//
// What is mended are places: runs of characters from the upper half of a code page
// whose bytes are UTF-8. Right text makes short ones by chance, capitals before
// closing marks mostly (“GROß“, «CAFÉ»), so a place must be certain by what it
// says: see [certain]. One that is not certain alone ("Ã " for à) is mended with
// its piece of text, the stretch between tags or quotation marks, when all that is
// not ASCII there reads so and a place is certain, there or three times elsewhere.
//
// A table of all that is unlikely, as ftfy has it, would mend a little more. Here
// what is wrongly mended stands in a published text and is found by nobody.
//
// The package is pure: no network, no clock.
package once

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"
)

// Encoded is a text as it was meant, and how many places were mended: the very
// text that was given when there are none. What is no UTF-8 in it stays.
func Encoded(text []byte) ([]byte, int) {
	m := mender{text: text, pages: pages()}
	m.find()
	out, from, count := []byte(nil), 0, 0
	for _, p := range m.places {
		if !p.certain && !(p.alike && m.certain >= elsewhere) {
			continue
		}
		if out == nil {
			out = make([]byte, 0, len(text))
		}
		out, from, count = append(append(out, text[from:p.start]...), p.once...), p.end, count+1
	}
	if count == 0 {
		return text, 0
	}
	return append(out, text[from:]...), count
}

// elsewhere is how many certain places of a document speak for those that are not
// certain, in pieces where nothing speaks against them.
const elsewhere = 3

// A place is a run whose bytes are UTF-8.
type place struct {
	start, end     int
	once           []byte // as it was meant
	certain, alike bool   // alike: all that is not ASCII in its piece of text is such places
}

// A mender finds places.
type mender struct {
	text    []byte
	pages   []page
	places  []place
	certain int
	piece   int  // the first place of this piece of text
	against bool // there is something in this piece that is right as it is
}

func (m *mender) find() {
	for i := 0; ; {
		from := i
		i = plainTo(m.text, i)
		if (m.against || m.piece < len(m.places)) && bytes.ContainsAny(m.text[from:i], "<>\"\n") {
			m.endPiece()
		}
		if i == len(m.text) {
			break
		}
		n := m.place(i)
		if n == 0 {
			m.against = true
			n = m.right(i)
		}
		i += n
	}
	m.endPiece()
}

// plainTo is where from i on the next byte stands that is not ASCII, the end when none
// does. Most of most pages is ASCII: byte by byte this was a tenth of all that
// reading a page takes.
func plainTo(text []byte, i int) int {
	for ; i+8 <= len(text) && binary.NativeEndian.Uint64(text[i:])&0x8080808080808080 == 0; i += 8 {
	}
	for i < len(text) && text[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// right is how long the run at i is that is no place, in characters that may not
// be cut: what stands in the middle of one is no place either.
func (m *mender) right(i int) int {
	from := i
	for i < len(m.text) && m.text[i] >= utf8.RuneSelf {
		i++
	}
	return i - from
}

// endPiece judges the places of a piece of text together.
func (m *mender) endPiece() {
	here := m.places[m.piece:]
	sure := false
	for _, p := range here {
		sure = sure || p.certain
	}
	for i := range here {
		here[i].alike = !m.against
		here[i].certain = here[i].certain || sure && !m.against
	}
	m.piece, m.against = len(m.places), false
}

// second is the second of two characters of two bytes each at the beginning of a text.
func second(s []byte) (r rune, ok bool) {
	if len(s) < 4 || s[0]&0xE0 != 0xC0 || s[1]&0xC0 != 0x80 || s[2]&0xE0 != 0xC0 || s[3]&0xC0 != 0x80 {
		return 0, false
	}
	return rune(s[2]&0x1F)<<6 | rune(s[3]&0x3F), true
}

// place takes the run at i, and returns how long it is; 0 when it is no place.
func (m *mender) place(i int) int {
	// Nearly all that is right ends here: behind a letter that could begin a
	// character of UTF-8 stands no sign that could go on with it. Letters of Arabic
	// have two bytes, and need no decoding to be told from signs.
	if next, ok := second(m.text[i:]); ok && !isSign(next) {
		return 0
	}
	lead, n := utf8.DecodeRune(m.text[i:])
	if i+n >= len(m.text) || m.text[i+n] < utf8.RuneSelf {
		return 0
	}
	sign, _ := utf8.DecodeRune(m.text[i+n:])
	if !isSign(sign) {
		return 0
	}
	for k := range m.pages {
		page := &m.pages[k]
		if b, ok := page.of(sign); !ok || b > 0xBF {
			continue
		}
		if b, ok := page.of(lead); !ok || b < 0xC2 {
			continue
		}
		meant, length := page.bytes(m.text[i:])
		if !utf8.Valid(meant) {
			continue
		}
		p := place{start: i, end: i + length, once: meant}
		var around [2]byte
		if i > 0 {
			around[0] = m.text[i-1]
		}
		if p.end < len(m.text) {
			around[1] = m.text[p.end]
		}
		if p.certain = page.certain(m.text[i:p.end], meant, around); p.certain {
			m.certain++
		}
		m.places = append(m.places, p)
		return length
	}
	return 0
}
