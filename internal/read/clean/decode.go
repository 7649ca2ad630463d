package clean

import (
	"bytes"
	"regexp"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"dateline/internal/lang/once"
)

// head is how far into a page a charset is looked for. The rule of HTML is
// 1,024 bytes; pages that put a banner first exist.
const head = 8 << 10

var metaCharset = regexp.MustCompile(`(?i)<meta[^>]*?charset\s*=\s*["']?\s*([a-z0-9_:.-]+)`)

// Decode is the text of body as UTF-8: body itself where nothing is to be done,
// since a copy would be a sixteenth of all that reading a page allocates. Bytes
// that are valid UTF-8 and not plain ASCII are taken for UTF-8 whatever the label
// says: labels lie, and no other charset produces such bytes by chance.
func Decode(body []byte, contentType string) []byte {
	if len(body) > 1 && hasNoUTF16(body) && utf8.Valid(body) {
		text, _ := once.Encoded(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")))
		return text
	}
	e, name, certain := charset.DetermineEncoding(body, contentType)
	if name == "utf-8" && certain && !mostlyUTF8(body) {
		// Servers call all that they have UTF-8; what the page or its bytes say is surer.
		e, name, certain = charmap.Windows1252, "windows-1252", false
	}
	if m := metaCharset.FindSubmatch(body[:min(head, len(body))]); m != nil && !certain {
		// Whole UTF-8 was handed back above, whatever the page calls itself.
		if f, n := charset.Lookup(string(m[1])); f != nil && n != "utf-8" {
			e, name, certain = f, n, true
		}
	}
	if !certain || name == "windows-1252" {
		// What calls itself Latin, or nothing, may be Arabic all the same: the bytes tell.
		if arabicBytes(body) {
			e = charmap.Windows1256
		} else if name == "utf-8" || !certain && mostlyUTF8(body) {
			e = encoding.Replacement
		}
	}
	if e == encoding.Replacement || name == "utf-8" && e != charmap.Windows1256 {
		return bytes.ToValidUTF8(body, []byte("\ufffd"))
	}
	out, err := e.NewDecoder().Bytes(body)
	if err != nil {
		return bytes.ToValidUTF8(body, []byte("\ufffd"))
	}
	return bytes.TrimPrefix(out, []byte("\ufeff"))
}

// hasNoUTF16 reports that there is neither a byte order mark of UTF-16 nor the
// zero bytes that ASCII has in it.
func hasNoUTF16(b []byte) bool {
	if b[0] == 0xfe && b[1] == 0xff || b[0] == 0xff && b[1] == 0xfe {
		return false
	}
	return bytes.IndexByte(b[:min(64, len(b))], 0) < 0
}

// mostlyUTF8 reports that b is UTF-8 with a few broken places, such as a text
// cut inside a character.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b) && i < 1<<18; {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > 4*bad
}

// arabicBytes reports that unlabelled bytes read as Arabic in windows-1256: in
// Arabic text high bytes stand in long runs, and alef, lam and yeh are common.
// In windows-1252 the same bytes are accented letters, which stand alone.
func arabicBytes(b []byte) bool {
	high, runs, common := 0, 0, 0
	prev := false
	for _, c := range b[:min(len(b), 1<<18)] {
		h := c >= 0x80
		if h {
			high++
			if !prev {
				runs++
			}
			switch c {
			case 0xc7, 0xe1, 0xed, 0xe3, 0xe6, 0xca, 0xd1: // ا ل ي م و ت ر
				common++
			}
		}
		prev = h
	}
	return high > 20 && high > 3*runs && 3*common > high
}
