package clean

import "strings"

// Lower is s with small letters for the capitals of English, which is all that
// lists of English words need: strings.ToLower takes ten times as long for a text
// that has a curly quote or is Arabic. It has the length of s, so that what is
// found in the one stands in the other at the same place.
func Lower(s string) string {
	i := capital(s, 0)
	if i == len(s) {
		return s
	}
	// Bytes that become a string are copied once more; a Builder's are not.
	var b strings.Builder
	b.Grow(len(s))
	from := 0
	for ; i < len(s); i = capital(s, i+1) {
		b.WriteString(s[from:i])
		b.WriteByte(s[i] | 0x20)
		from = i + 1
	}
	b.WriteString(s[from:])
	return b.String()
}

// capital is where from i on the next capital of English stands, the end when none does.
func capital(s string, i int) int {
	for i < len(s) && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	return i
}
