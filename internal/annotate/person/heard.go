package person

import (
	"strings"

	"dateline/internal/match/across"
	"dateline/internal/match/names"
)

// heardAlike reports that an Arabic and a Latin word are one name. The table of
// letters alone takes Hassan for حسين (0.89 by letter) and Ahmed for محمد (0.92),
// for Arabic leaves most vowels out and the table forgives a letter; so the
// consonants must be the same, and the vowels that Arabic writes must be there.
func heardAlike(m *names.Model, arabic, latin string, loose bool) bool {
	least := leastFit
	if loose {
		least = leastFitRole
	}
	latin = latinSounds.Replace(latin)
	ca, va := across.Parts(arabic)
	cl, vl := across.Parts(latin)
	if ca != cl || !builtAlike(arabic, va, latin, vl) || !loose && shortI(va, vl) {
		return false
	}
	last := len(va) - 1
	for i := range va {
		if i < last && !vowelsAgree(va[i], vl[i], i == 0) {
			return false
		}
	}
	if heldBack(arabic) && strings.HasSuffix(latin, "h") { // its vowel ends no name: Salah is صلاح, Saleh is not
		return vowelsAgree(va[last], vl[last], false) && m.Fit(arabic, latin) >= least
	}
	return endsAgree(va[last], vl[last]) && m.Fit(arabic, latin) >= least
}

// heldBack reports that an Arabic name ends with a consonant that Parts leaves out
// there, since Latin often does not write it.
func heldBack(arabic string) bool {
	return strings.HasSuffix(arabic, "ح") || strings.HasSuffix(arabic, "خ")
}

// builtAlike reports that nothing makes an Arabic name that of a neighbour, which
// Arabic tells apart by where the long vowel stands and Latin by which vowel is
// written: سالم is Salem, سليم Salim, سلام Salam, and عمر is no Amr. Vowels are
// looked at in names that Arabic builds of three consonants alone: others write
// foreign ones (بينيت, Bennett), and of those one in fourteen would be lost.
func builtAlike(arabic string, va []string, latin string, vl []string) bool {
	if strings.HasPrefix(arabic, "ع") && strings.HasPrefix(latin, "a") && !strings.ContainsAny(arabic, "اويىة") {
		return false
	}
	last := len(va) - 1
	for i := 1; i < last; i++ {
		if a := strings.Trim(va[i], "عء"); a == "" && diphthong(vl[i]) {
			return false // Said for سعد
		}
	}
	if !triple(va, vl) {
		return true
	}
	switch first, second := va[1], va[2]; {
	case first == "" && second == "ي":
		return vl[2] != "e" // Salem
	case first == "" && second == "":
		return vl[2] != "i" // Samir for سمر
	case first == "ا" && second == "":
		return vl[2] != "a" // Salam
	}
	return true
}

// shortI reports a Latin i where Arabic writes the a before it alone: Khalid is
// خالد, and Salim is not سالم. Which of the two it is only an office tells.
func shortI(va, vl []string) bool {
	return triple(va, vl) && va[1] == "ا" && va[2] == "" && vl[2] == "i"
}

// triple reports a name of three consonants with an a behind the first: Salem.
func triple(va, vl []string) bool { return len(va) == 4 && va[3] == "" && vl[1] == "a" }

// vowelsAgree compares what is written between two consonants. Arabic writes long
// vowels alone, and in foreign names most: a long one must be heard in the Latin,
// unless that has none there (Dmitry, ديمتري); a Latin diphthong must be written
// in the Arabic.
func vowelsAgree(arabic, latin string, first bool) bool {
	i, u, a := strings.ContainsAny(arabic, "يئ"), strings.ContainsAny(arabic, "وؤ"), strings.Contains(arabic, "ا")
	switch {
	case latin == "":
		return true
	case i && a:
		return strings.ContainsAny(latin, "aeiy")
	case i && !strings.ContainsAny(latin, "eiy"), u && !strings.ContainsAny(latin, "ouw"):
		return false
	case a && !first && !strings.ContainsAny(latin, "aou"):
		return false
	case arabic == "" && !first:
		return !diphthong(latin)
	}
	return true
}

// diphthong tells two Latin letters of which Arabic writes at least one: Said has its ي
// in سعيد, which سعد has not.
func diphthong(latin string) bool {
	switch latin {
	case "ei", "ee", "ai", "ay", "ey", "ie", "oo", "ou", "au", "aw", "ow", "ia", "io":
		return true
	}
	return false
}

// endsAgree compares what a name ends with: Karim and Karima, Nur and Nuri are
// two. A last e is often not heard.
func endsAgree(arabic, latin string) bool {
	open := strings.HasSuffix(arabic, "ا") || strings.HasSuffix(arabic, "ى") || strings.HasSuffix(arabic, "ة") || strings.HasSuffix(arabic, "ء") || strings.HasSuffix(arabic, "ع") || strings.HasSuffix(arabic, "ه")
	switch {
	case latin == "" || latin == "e":
		return arabic == "" || arabic == "ع" || arabic == "ء" || latin == "e" && (open || strings.HasSuffix(arabic, "ي"))
	case strings.HasSuffix(latin, "a"):
		return open
	case strings.HasSuffix(latin, "i"), strings.HasSuffix(latin, "y"), strings.HasSuffix(latin, "e"):
		return strings.HasSuffix(arabic, "ي") || strings.HasSuffix(arabic, "ى")
	case strings.HasSuffix(latin, "o"), strings.HasSuffix(latin, "u"), strings.HasSuffix(latin, "w"):
		return strings.HasSuffix(arabic, "و")
	}
	return true
}
