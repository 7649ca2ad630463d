package dateline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Same reports whether two versions tell the same in the same words: whatever a
// reader would notice is equal, whatever only a machine would (digest, times of
// receipt, white space, vowel signs) does not count, but in the publication's own
// items. Another address counts: a reader who follows the old one finds nothing.
func (i *Item) Same(o *Item) bool {
	return i.sameText(o) && SameAddress(i.URL, o.URL) && i.CreditLine == o.CreditLine && i.Dateline == o.Dateline &&
		SameWords(strings.Join(i.Byline, "\n"), strings.Join(o.Byline, "\n")) &&
		i.Published.Equal(o.Published) && i.PubStatus == o.PubStatus &&
		i.Urgency == o.Urgency && i.Embargo.Equal(o.Embargo) && i.Summary == o.Summary &&
		i.Rights == o.Rights && noticesEqual(i.Notices, o.Notices)
}

// sameText compares what an item says. The publication's own items are edited by
// people, who mean every change: a vowel sign that was wrong, points that become a list,
// the edition that it stands in.
func (i *Item) sameText(o *Item) bool {
	if i.Source == OwnSource {
		return i.Language == o.Language && slices.Equal(i.Byline, o.Byline) && i.Headline == o.Headline && i.Standfirst == o.Standfirst && slices.EqualFunc(i.Body, o.Body, Block.equal)
	}
	return SameWords(i.Headline, o.Headline) && SameWords(i.Standfirst, o.Standfirst) && SameWords(i.Text(), o.Text())
}

func (b Block) equal(o Block) bool {
	return b.Kind == o.Kind && b.Text == o.Text && b.URL == o.URL && slices.Equal(b.Items, o.Items) && slices.EqualFunc(b.Rows, o.Rows, slices.Equal)
}

func noticesEqual(a, b []Notice) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// SameAddress reports whether two addresses differ in no more than scheme, query,
// session and the slash at the end, which sites change from answer to answer. An
// address that is not known is that of any.
func SameAddress(a, b string) bool {
	return a == b || a == "" || b == "" || bareAddress(a) == bareAddress(b)
}

func bareAddress(s string) string {
	_, rest, _ := strings.Cut(s, "://")
	if i := strings.IndexAny(rest, "?#;"); i >= 0 {
		rest = rest[:i]
	}
	return strings.TrimSuffix(rest, "/")
}

// SameWords reports whether two texts have the same [Essence].
func SameWords(a, b string) bool {
	return a == b || Essence(a) == Essence(b)
}

// Essence is a text without what no reader would call a change when a source
// sets it anew: white space that parts no words, vowel signs and tatweel of
// Arabic, marks of direction and soft hyphens, and the shape of quotation marks.
// Hamza, case and punctuation stay: their change is an edit.
func Essence(s string) string {
	if strings.IndexFunc(s, inessential) < 0 { // as of nearly every word
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space, word := false, false // white space since the last rune; that one was of a word
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case Ignorable(r):
			continue
		}
		is := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if space && word && is {
			b.WriteByte(' ')
		}
		b.WriteRune(quoteMark(r))
		space, word = false, is
	}
	return b.String()
}

// inessential reports whether Essence may leave a rune out or change it.
func inessential(r rune) bool {
	return unicode.IsSpace(r) || Ignorable(r) || quoteMark(r) != r || r == utf8.RuneError
}

// Ignorable reports whether a rune is none that Essence keeps: tatweel, vowel
// signs, and what is not seen at all. Combining hamza and madda are letters.
func Ignorable(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x0640:
		return true
	case r >= 0x0653 && r <= 0x0655:
		return false
	case r >= 0x0610 && r <= 0x08FF:
		return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r)
	}
	return unicode.Is(unicode.Cf, r)
}

// quoteMark gives all quotation marks of a kind one shape: publishing systems
// change them when an item is saved again.
func quoteMark(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', '′', '`', '´':
		return '\''
	case '“', '”', '„', '‟', '″', '«', '»':
		return '"'
	}
	return r
}
