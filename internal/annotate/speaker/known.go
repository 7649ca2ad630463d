package speaker

import "strings"

// Gender is what a source as written and the name in it tell of who speaks:
// "male", "female", "body" for an organisation, "" when nothing is told. It is
// told by English titles and first names alone.
func Gender(source, name string) string {
	switch genderOf(source, name) {
	case male:
		return "male"
	case female:
		return "female"
	case body:
		return "body"
	}
	return ""
}

// Title reports whether an English word in lower case may stand before a name
// without being a part of it.
func Title(word string) bool { return title(word) }

// Particle reports whether a word in lower case may stand within a name.
func Particle(word string) bool { return particle(word) }

// Generation is what a word behind a name tells of whose son one is, "jr" or
// "iii"; "" for any other word.
func Generation(word string) string {
	w := strings.ToLower(strings.Trim(word, ".,"))
	switch w {
	case "jr", "sr", "ii", "iii", "iv":
		return w
	}
	return ""
}
