package when

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A label is a place in a line where words say which time a date is.
type label struct {
	from, to int
	of       labelled
}

// What a label speaks of.
type labelled byte

const (
	publication labelled = iota
	change
	another // prices are "as of" a day, papers "received"
)

// A labelWord is a label as it is written, in small letters. * stands for vowel signs, + for
// one at least, ? for a joiner of no width.
type labelWord struct {
	text string
	of   labelled
}

// labelWords are by their first bytes. «حُدّث» and «عُدّل» need their vowel signs: without
// them they are "event" and "justice". Urdu's "published" is Arabic's "common", and the beginning of
// its rumours, «شائعات»: a verb follows the one.
var labelWords = byFirst([...][]string{
	publication: {"first published", "published", "publish date", "publication date", "posted", "post time", "originally", "created", "ن*ش*ر", "انتشار", "شائع شد", "شائع ہ", "شائع ک", "شائع:", "اشاعت", "פורסם"},
	change:      {"updat", "modif", "revised", "reviewed", "edited", "refreshed", "تحديث", "تعديل", "محد*ث", "ح+د*ث", "ع+د*ل", "روز?رسان", "ویرایش", "اپ ڈیٹ", "עודכן"},
	another: {"©", "received", "accepted", "effective", "valid through", "valid until", "last active", "commented", "expires", "deadline", "copyright", "established",
		"founded", "born", "event date", "begins", "ends on", "as of"},
})

func byFirst(texts [another + 1][]string) (out [256][]labelWord) {
	for of, list := range texts {
		for _, text := range list {
			out[text[0]] = append(out[text[0]], labelWord{text, labelled(of)})
		}
	}
	return out
}

// labels are the first labels of a line, at most so many. As a regular expression this was
// a fortieth of the time of a page.
func labels(line string, most int) []label {
	var out []label
	for i := 0; i < len(line); {
		end := 0
		for _, w := range labelWords[small(line[i])] {
			if w.of == another && i > 0 && inWord(line[i]) && inWord(line[i-1]) {
				continue // "airborne"
			}
			if n := w.at(line[i:]); n > 0 {
				if out = append(out, label{from: i, to: i + n, of: w.of}); len(out) == most {
					return out
				}
				end = i + n
				break
			}
		}
		i = max(i+1, end)
	}
	return out
}

// at is how long the word at the beginning of s is, 0 when another one stands there.
func (w labelWord) at(s string) int {
	n := 0
	for i := range len(w.text) {
		switch c := w.text[i]; c {
		case '*', '+':
			marks := vowelSigns(s[n:])
			if c == '+' && marks == 0 {
				return 0
			}
			n += marks
		case '?':
			if strings.HasPrefix(s[n:], "\u200c") {
				n += len("\u200c")
			}
		default:
			if n == len(s) || small(s[n]) != c {
				return 0
			}
			n++
		}
	}
	return n
}

// vowelSigns is how many bytes of marks s begins with.
func vowelSigns(s string) int {
	for i, r := range s {
		if r < utf8.RuneSelf || !unicode.Is(unicode.Mn, r) {
			return i
		}
	}
	return len(s)
}

// small is the small letter for a capital of English.
func small(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// inWord reports a byte of an English word, behind which no other word begins.
func inWord(c byte) bool {
	c = small(c)
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_'
}
