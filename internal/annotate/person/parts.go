package person

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/annotate/speaker"
	"dateline/internal/lang"
)

// part finds the given and the family name among the words of a name, and keeps
// together what is one name in several words: Abdel Fattah, bin Salman, أبو زهر.
func (n *Name) part(words []string) {
	n.folded = fold(n.Text)
	if last := len(words) - 1; last > 0 {
		if n.generation = speaker.Generation(words[last]); n.generation != "" {
			words = words[:last]
		}
	}
	words = initials(words)
	parts := units(words, lang.Fold)
	if len(parts) == 0 {
		return
	}
	last := len(parts) - 1
	n.family = parts[last]
	if n.Short = last == 0; !n.Short {
		n.given, n.middle = parts[0], parts[1:last]
	}
	n.givenPlain, n.familyPlain = plainForm(n.given), plainForm(n.family)
	n.givenHeard, n.familyHeard = heard(words)
}

// initials parts initials that are written as one word behind the given name:
// George H.W. Bush.
func initials(words []string) (out []string) {
	for i, w := range words {
		letters := strings.Split(strings.TrimSuffix(w, "."), ".")
		if i == 0 || i == len(words)-1 || len(letters) < 2 || slices.ContainsFunc(letters, func(l string) bool { return runes(l) != 1 }) {
			letters = []string{w}
		}
		out = append(out, letters...)
	}
	return out
}

// units are the parts of a name, folded, each without the article.
func units(words []string, fold func(string) string) (out []string) {
	joined := "" // the small words before the next word
	for _, w := range words {
		w = strings.Map(letterOrHyphen, w)
		folded := fold(w)
		switch {
		case folded == "":
			continue
		case article(folded):
			continue
		case servant(folded):
			folded = servants(folded)
			joined += folded
			continue
		case smallWord(folded) && !lang.IsArabic(folded) || kinship(folded):
			joined += folded
			continue
		}
		out = append(out, servants(joined+bare(w, fold)))
		joined = ""
	}
	if joined != "" {
		out = append(out, joined)
	}
	return out
}

// letterOrHyphen drops dots and apostrophes, which spellings of one name have or not;
// hyphens are needed by bare.
func letterOrHyphen(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsMark(r) || r == '-' {
		return r
	}
	return -1
}

// servant tells the first half of names such as Abdel Fattah.
func servant(w string) bool {
	switch w {
	case "abd", "abdel", "abdul", "abdal", "abdol", "عبد":
		return true
	}
	return false
}

// servants writes such names in one way, in one word or two.
func servants(w string) string {
	for _, prefix := range []string{"abdel", "abdul", "abdal", "abdol"} {
		if rest, ok := strings.CutPrefix(w, prefix); ok {
			return "abd" + rest
		}
	}
	if rest, ok := strings.CutPrefix(w, "عبدال"); ok {
		return "عبد" + rest
	}
	return w
}

// article tells the article that stands alone: Al Ashi.
func article(w string) bool { return w == "al" || w == "el" || w == "ال" }

// kinship tells the words that make one name with the next: أبو زهر, بن سلمان. Both
// spellings of each, since unmarked keeps the hamza.
func kinship(w string) bool {
	switch w {
	case "ابو", "أبو", "ابي", "أبي", "بن", "ابن", "ام", "أم":
		return true
	}
	return false
}

// bare takes the article off a word and joins what a hyphen parts: al-Ashi is
// written Ashi as well.
func bare(w string, fold func(string) string) string {
	before, after, ok := strings.Cut(w, "-")
	if ok && sunLetter(strings.ToLower(before)) {
		w = after
	}
	w = fold(strings.ReplaceAll(w, "-", ""))
	if rest, ok := strings.CutPrefix(w, "ال"); ok && utf8.RuneCountInString(rest) >= 3 {
		return rest
	}
	return w
}

// sunLetter tells the article as it is written before a hyphen, as it sounds.
func sunLetter(w string) bool {
	switch w {
	case "al", "el", "ul", "il", "as", "ash", "es", "esh", "an", "en", "ad", "ed", "ar", "er", "at", "et", "az", "ez", "adh", "ath":
		return true
	}
	return false
}

// heard is a part of a name as it is compared across scripts: Arabic with the
// letters that folding makes one.
func heard(words []string) (given, family string) {
	parts := units(words, unmarked)
	if len(parts) == 0 {
		return "", ""
	}
	return parts[0], parts[len(parts)-1]
}

// unmarked leaves off the vowel signs of Arabic and folds all other scripts.
func unmarked(w string) string {
	if !lang.IsArabic(w) {
		return lang.Fold(w)
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsMark(r) || r == 'ـ' {
			return -1
		}
		return r
	}, w)
}
