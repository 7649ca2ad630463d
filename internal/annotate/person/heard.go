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
func heardAlike(m *names.Model, arabic, latin string, least float64) bool {
	latin = latinSounds.Replace(latin)
	ca, va := across.Parts(arabic)
	cl, vl := across.Parts(latin)
	if ca != cl {
		return false
	}
	last := len(va) - 1
	for i := range va {
		if i < last && !vowelsAgree(va[i], vl[i], i == 0) {
			return false
		}
	}
	return endsAgree(va[last], vl[last]) && m.Fit(arabic, latin) >= least
}

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
