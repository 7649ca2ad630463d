package lang

import "strings"

// Canonical writes a language tag as BCP 47 does: ar, en-GB, zh-Hant-TW. It
// takes the underscores and the three-letter and withdrawn codes that sources
// use, and returns "" for what is no tag at all.
func Canonical(tag string) string {
	parts := strings.FieldsFunc(strings.TrimSpace(tag), func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 0 || len(parts) > 8 {
		return ""
	}
	for i, p := range parts {
		if !alphanumeric(p) || len(p) > 8 {
			return ""
		}
		parts[i] = subtag(i, p)
	}
	if len(parts[0]) < 2 || len(parts[0]) > 3 || !isLower(parts[0]) {
		return ""
	}
	return strings.Join(parts, "-")
}

// subtag writes the i-th part of a tag in its usual case.
func subtag(i int, p string) string {
	lower := strings.ToLower(p)
	switch {
	case i == 0:
		return twoLetters(lower)
	case len(p) == 2:
		return strings.ToUpper(p)
	case len(p) == 4 && isLower(lower):
		return strings.ToUpper(lower[:1]) + lower[1:]
	}
	return lower
}

// twoLetters maps the codes in use for the languages of this package to the
// ones that BCP 47 prefers.
func twoLetters(code string) string {
	const table = " ara:ar eng:en fas:fa per:fa urd:ur fra:fr fre:fr deu:de ger:de spa:es rus:ru tur:tr" +
		" heb:he iw:he in:id ji:yi ita:it por:pt nld:nl dut:nl zho:zh chi:zh jpn:ja kor:ko ukr:uk pus:ps kur:ku hin:hi" +
		" arb:ar pes:fa cmn:zh ell:el gre:el pol:pl swe:sv dan:da nob:nb cat:ca bul:bg srp:sr ben:bn tha:th hye:hy arm:hy kat:ka geo:ka amh:am snd:sd uig:ug "
	if i := strings.Index(table, " "+code+":"); i >= 0 {
		return table[i+len(code)+2:][:2]
	}
	return code
}

// Base returns the language of a tag without script and region: ar of ar-EG.
func Base(tag string) string {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	if isLower(tag) && len(tag) == 2 {
		return tag
	}
	return twoLetters(strings.ToLower(tag))
}

// alphanumeric reports the letters and digits that BCP 47 has in a subtag, one at least.
func alphanumeric(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; (c < 'a' || c > 'z') && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return s != ""
}

// isLower reports whether s is made of a-z only.
func isLower(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return s != ""
}
