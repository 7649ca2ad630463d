package feed

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"dateline/internal/lang/once"
)

// Decode turns a document into clean UTF-8: no byte order mark, no control
// characters, no invalid bytes. What the bytes show goes before what the
// document claims, because both the server's header and the document's
// declaration lie often. It also returns the encoding that was used, and how many
// places had been encoded twice.
func Decode(body []byte, contentType string) (doc, encoding string, twice int) {
	if e, name, rest := marked(body); e != nil {
		return clean(convert(e, rest)), name, 0
	}
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	claims := claimed(body, contentType)
	if utf8.Valid(body) {
		// ASCII bytes are valid UTF-8: only the claim tells that they hide other letters.
		if name := claims[0]; sevenBit(name) {
			e, _ := htmlindex.Get(name)
			return clean(convert(e, body)), name, 0
		}
		body, twice = once.Encoded(body)
		return clean(string(body)), "utf-8", twice
	}
	name := arabic(body)
	for i := 0; name == "" && i < len(claims); i++ {
		if claims[i] != "utf-8" && claims[i] != "" {
			name = claims[i]
		}
	}
	// A feed that joins entries from elsewhere has a few broken letters and is UTF-8 still.
	if name == "" && mostlyUTF8(body) {
		return clean(strings.ToValidUTF8(string(body), "\uFFFD")), "utf-8", 0
	}
	// The fallback of browsers, where neither the bytes nor anybody's word tell more.
	e, err := htmlindex.Get(name)
	if err != nil {
		name, e = "windows-1252", charmap.Windows1252
	}
	return clean(convert(e, body)), name, 0
}

// marked recognises UTF-16 by its mark, or by the zero bytes beside its first
// character.
func marked(body []byte) (encoding.Encoding, string, []byte) {
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	switch {
	case bytes.HasPrefix(body, []byte("\xff\xfe")):
		return little, "utf-16le", body[2:]
	case bytes.HasPrefix(body, []byte("\xfe\xff")):
		return big, "utf-16be", body[2:]
	case len(body) < 4:
		return nil, "", nil
	case (body[0] == '<' || body[0] == '{') && body[1] == 0 && body[3] == 0:
		return little, "utf-16le", body
	case body[0] == 0 && (body[1] == '<' || body[1] == '{') && body[2] == 0:
		return big, "utf-16be", body
	}
	return nil, "", nil
}

// claimed is what the document says of its encoding, then what the server says,
// as the web knows the names; "" for none. A document is written by the program
// that encodes it, the header often by one that does not know.
func claimed(body []byte, contentType string) [2]string {
	head := body[:min(len(body), 200)]
	var doc string
	if i := bytes.Index(head, []byte("encoding")); i >= 0 && bytes.Contains(head[:i], []byte("<?xml")) {
		if f := strings.FieldsFunc(string(head[i+len("encoding"):]), func(r rune) bool { return strings.ContainsRune(" =\"'?>\r\n\t", r) }); len(f) > 0 {
			doc = f[0]
		}
	}
	_, params, _ := mime.ParseMediaType(contentType)
	return [2]string{webName(doc), webName(params["charset"])}
}

// webName is the canonical name of an encoding, "" when nobody knows it.
// As the Encoding standard has it, "latin1" and "iso-8859-1" are windows-1252, as the
// bytes of feeds that say so mostly are.
func webName(label string) string {
	e, err := htmlindex.Get(strings.TrimSpace(label))
	if err != nil {
		return ""
	}
	name, _ := htmlindex.Name(e)
	return name
}

// sevenBit reports whether an encoding hides its letters in ASCII bytes.
func sevenBit(name string) bool { return name == "iso-2022-jp" || name == "hz-gb-2312" }

// arabic recognises the two old Arabic encodings by the article: alef and lam
// side by side are every tenth letter pair in Arabic and next to none in
// anything else. "" when the text is not Arabic.
func arabic(body []byte) string {
	windows, iso, high := 0, 0, 0
	for i, c := range body {
		if c < 0x80 {
			continue
		}
		high++
		if c != 0xC7 || i+1 >= len(body) {
			continue
		}
		switch body[i+1] {
		case 0xE1:
			windows++
		case 0xE4:
			iso++
		}
	}
	switch {
	// Letters of UTF-8 hold the same bytes by chance, so that comes first. One in fifty is a
	// fifth of what Arabic has: entries of feeds are short.
	case mostlyUTF8(body) || max(windows, iso)*50 < high:
		return ""
	case iso > windows:
		return "iso-8859-6"
	default:
		return "windows-1256"
	}
}

// mostlyUTF8 reports whether at least nine in ten of the bytes beyond ASCII
// belong to valid UTF-8.
func mostlyUTF8(body []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(body); {
		if body[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(body[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good += n
		}
		i += n
	}
	return good >= 9*bad
}

// convert decodes; what cannot be decoded becomes U+FFFD.
func convert(e encoding.Encoding, body []byte) string {
	out, err := e.NewDecoder().Bytes(body)
	if err != nil {
		return strings.ToValidUTF8(string(body), "\uFFFD")
	}
	return string(out)
}

// clean takes out the control characters that no document may hold, and puts
// what Windows means by the second set of them (quotes, dashes) in their place.
func clean(s string) string {
	for i := 0; i < len(s); i++ {
		// In UTF-8 the second set is C2 80 to C2 9F.
		if s[i] < 0x20 && !isSpace(s[i]) || s[i] == 0xC2 && i+1 < len(s) && s[i+1] < 0xA0 {
			return strings.Map(cleanRune, s)
		}
	}
	return strings.TrimPrefix(s, "\uFEFF")
}

func cleanRune(r rune) rune {
	switch {
	case r == '\uFEFF', r < 0x20 && !isSpace(byte(r)):
		return -1
	case r >= 0x80 && r < 0xA0:
		return charmap.Windows1252.DecodeByte(byte(r))
	}
	return r
}
