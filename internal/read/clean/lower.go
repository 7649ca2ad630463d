package clean

// Lower is s with small letters for the capitals of English, which is all that
// lists of English words need: strings.ToLower takes ten times as long for a text
// that has a curly quote or is Arabic. It has the length of s, so that what is
// found in the one stands in the other at the same place.
func Lower(s string) string {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			continue
		}
		b := []byte(s)
		for ; i < len(b); i++ {
			if b[i] >= 'A' && b[i] <= 'Z' {
				b[i] |= 0x20
			}
		}
		return string(b)
	}
	return s
}
