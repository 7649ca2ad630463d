package person

import (
	"dateline/internal/lang"
	"dateline/internal/match/across"
)

// Keys are those by which a person of this name is found again: the family name
// in this script, the given and the family name, and the consonants of the family
// name with the first one of the given name, which both scripts share. They are a
// function of the spelling alone. Many share the first and the third; a key that
// leads to too many tells nobody apart, and the second is left.
func (n *Name) Keys() []string {
	family := n.familyPlain
	if n.given == "" {
		return []string{"family " + family}
	}
	return []string{"family " + family, "name " + n.givenPlain + " " + family, "sound " + sound(n.family) + " " + firstSound(n.given)}
}

// sound is the consonants of a name in classes that both scripts share. What a
// name begins with is left out where it is a vowel: Evgeny and Yevgeny.
func sound(name string) string {
	s := across.Skeleton(name)
	for len(s) > 1 && (s[0] == 'A' || s[0] == 'Y' || s[0] == 'W') {
		s = s[1:]
	}
	return s
}

// firstSound is "" for a name of which nothing is heard in both scripts.
func firstSound(given string) string {
	if s := sound(given); s != "" {
		return s[:1]
	}
	return ""
}

// Keys are the keys of a spelling.
func Keys(spelling string) []string {
	n := Named(spelling)
	if n.family == "" {
		return nil
	}
	return n.Keys()
}

// fold folds a whole name, to compare it as it is written.
func fold(text string) string { return lang.Fold(text) }
