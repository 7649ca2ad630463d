package lang

// Stem returns the stem of a form in a text of that language. The script of the
// form decides which rules apply, so that a Latin word inside an Arabic text,
// and the same word in a query, get the same stem. Languages that share a script
// with Arabic or English but not their grammar are left alone: the stem is the
// form. "" and "und" are taken for Arabic or English.
func Stem(form, language string) string {
	switch {
	case form == "":
		return ""
	case form[0] < 0x80:
		if stemmed(language) && isLower(form) {
			return englishStem(form)
		}
	case isArabic(form):
		if stemmed(language) {
			return arabicStem(form)
		}
	}
	return form
}

// stemmed reports whether words of a text in that language are stemmed.
func stemmed(language string) bool {
	if len(language) > 3 {
		language = Base(language)
	}
	return language == "en" || language == "ar" || language == "" || language == Unknown
}

// Root returns the root of a stem: in Arabic its consonants, elsewhere the stem.
func Root(stem string) string {
	if isArabic(stem) {
		return arabicRoot(stem)
	}
	return stem
}

// Stems returns the stems under which a form of a query may stand in the index,
// the likeliest first. A letter that looks like a prefix may belong to the word:
// بوتين is also meant by لبوتين, but rules alone strip both of their first
// letter. So the query asks for the stem of all three readings.
func Stems(form string) []string {
	stems := []string{Stem(form, "")}
	if !isArabic(form) {
		return stems
	}
	bare := stripPrefixes(form)
	for _, s := range [...]string{stripEndings(form), arabicStem(bare)} {
		if s != stems[0] && s != stems[len(stems)-1] {
			stems = append(stems, s)
		}
	}
	return stems
}

// Unprefixed returns the readings of a form whose first letters may be words
// written with it, the form itself first: وبالقاهرة, بالقاهرة, القاهره. The
// article stays, it is part of many names.
func Unprefixed(form string) []string {
	readings := []string{form}
	if !isArabic(form) {
		return readings
	}
	for range 2 {
		if len(form) < 4*letter {
			break
		}
		switch form[:letter] {
		case "و", "ف", "ب", "ك":
			form = form[letter:]
		case "ل":
			rest := form[letter:]
			if form[letter:2*letter] == "ل" {
				rest = "ا" + rest // للقاهرة is written for ل + القاهرة
			}
			form = rest
		default:
			return readings
		}
		readings = append(readings, form)
	}
	return readings
}
