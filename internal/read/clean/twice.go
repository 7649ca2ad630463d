package clean

import (
	"bytes"
	"unicode/utf8"
)

// once undoes an encoding that was done twice: UTF-8 taken for Latin-1 and
// written as UTF-8 again, which makes "â\u0080\u0099" of an apostrophe. One page
// in seventy of those measured has some. What was encoded once stays.
func once(s []byte) []byte {
	if !twice(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			b = append(b, s[i])
			i++
			continue
		}
		run, n := latin(s[i:])
		switch {
		case n == 0:
			_, n = utf8.DecodeRune(s[i:])
			b = append(b, s[i:i+n]...)
		case utf8.Valid(run):
			b = append(b, run...)
		default:
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return b
}

// twice reports a sign of it: a control character between U+0080 and U+009F,
// which no text has, behind a letter that begins a character of UTF-8.
func twice(s []byte) bool {
	for rest := s; ; {
		i := bytes.IndexByte(rest, 0xc2)
		if i < 0 || i+1 >= len(rest) {
			return false
		}
		if rest[i+1] < 0xa0 && i >= 2 && rest[i-2] == 0xc3 && rest[i-1] >= 0x82 && rest[i-1] <= 0xb4 {
			return true
		}
		rest = rest[i+1:]
	}
}

// latin is the characters from U+0080 to U+00FF that s begins with, as the bytes
// that they stand for, and how many bytes of s they take.
func latin(s []byte) (run []byte, n int) {
	for n+1 < len(s) && (s[n] == 0xc2 || s[n] == 0xc3) {
		run = append(run, (s[n]&3)<<6|s[n+1]&0x3f)
		n += 2
	}
	return run, n
}
