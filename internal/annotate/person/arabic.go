package person

import (
	"strings"

	"dateline"
	"dateline/internal/lang"
)

// readArabic finds the name in a speaker as written, which in Arabic has no
// capitals: "وزيرة المياه في قلزار سلمى نوفل". A name that begins a person must
// stand behind an office, be two words, and follow what ends an office: the
// article, a place behind في, a quotation, or the office itself. All else may
// only be found again.
func readArabic(s *dateline.Statement) (Name, bool) {
	words := untilClause(strings.Fields(s.Speaker))
	if len(words) == 0 || arabicBody(lang.Fold(words[0])) {
		return Name{}, false
	}
	if !opensOffice(words) {
		return plainArabic(words)
	}
	at, name := lastName(words)
	if at < 1 || at > longestOffice || !endsOffice(words[:at]) {
		return Name{}, false
	}
	role := strings.Join(words[:at], " ")
	n := Name{Text: strings.Join(name, " "), Role: strings.Trim(role, " ،"), Arabic: true, Sure: true}
	if strings.HasSuffix(lang.Fold(words[0]), "ه") {
		n.Gender = "female"
	}
	n.part(name)
	return n, !n.Short
}

// longestOffice is how many words an office may have. What is longer is mostly a
// sentence that was taken for a source.
const longestOffice = 8

// opensOffice reports that a source begins with an office: رئيس، كبير المفاوضين.
func opensOffice(words []string) bool {
	first := lang.Fold(words[0])
	if (first == "كبير" || first == "كبيره") && len(words) > 1 {
		first = lang.Fold(words[1])
	}
	return field(first, true) != 0 || rank(first)
}

// plainArabic is a speaker without an office: a name that may be found again.
func plainArabic(words []string) (Name, bool) {
	if len(words) > 4 {
		return Name{}, false
	}
	n := Name{Text: strings.Join(words, " "), Arabic: true}
	n.part(words)
	return n, n.family != ""
}

// untilClause is the words before a comma or a relative pronoun.
func untilClause(words []string) []string {
	for i, w := range words {
		switch lang.Fold(strings.Trim(w, "،,")) {
		case "الذي", "التي", "الذين", "وهو", "وهي":
			return words[:i]
		}
		if strings.ContainsAny(w, "،,({") {
			w = strings.TrimRight(w, "،,")
			if strings.ContainsAny(w, "،,({") || w == "" {
				return words[:i]
			}
			return append(append([]string{}, words[:i]...), w)
		}
	}
	return words
}

// lastName is the last two parts of a source, if they can be a name: the given
// name has no article, neither is a small word.
func lastName(words []string) (at int, name []string) {
	at = len(words)
	for part := range 2 {
		at--
		if at < 0 {
			return -1, nil
		}
		w := lang.Fold(words[at])
		if smallArabic(w) || governed(words[at]) || field(w, true) != 0 || part == 1 && strings.HasPrefix(w, "ال") && !divine(words, at) || strings.ContainsAny(words[at], "«»\"“”") {
			return -1, nil
		}
		for at > 0 && (kinship(lang.Fold(words[at-1])) || lang.Fold(words[at-1]) == "عبد" || lang.Fold(words[at-1]) == "ال") {
			at--
		}
	}
	return at, words[at:]
}

// governed reports a word that is joined to what stands before it, or has the
// ending of an object: للعالم, والعالم, دوراً.
func governed(w string) bool {
	for _, prefix := range []string{"لل", "وال", "بال", "فال", "كال"} {
		if strings.HasPrefix(w, prefix) && len([]rune(w)) > 4 {
			return true
		}
	}
	return strings.Contains(w, "ً")
}

// divine reports that a word with the article is the second half of عبد الله.
func divine(words []string, at int) bool {
	return at > 0 && lang.Fold(words[at-1]) == "عبد"
}

// endsOffice reports that an office may end with these words.
func endsOffice(words []string) bool {
	last := lang.Fold(words[len(words)-1])
	switch {
	case strings.HasPrefix(last, "ال"), strings.HasPrefix(last, "لل"), strings.HasSuffix(words[len(words)-1], "»"), field(last, true) != 0, rank(last), len(words) == 1:
		return true
	case len(words) >= 2 && (lang.Fold(words[len(words)-2]) == "في" || lang.Fold(words[len(words)-2]) == "لدي"):
		return true
	}
	return false
}

// rank tells titles before a name that are no office.
func rank(w string) bool {
	switch strings.TrimPrefix(w, "ال") {
	case "سيد", "سيده", "دكتور", "دكتوره", "مهندس", "مهندسه", "شيخ", "شيخه", "نقيب", "عقيد", "عميد", "لواء", "مقدم", "رائد", "جنرال", "بروفيسور", "استاذ", "استاذه", "حاج", "مطران", "قس", "انسه", "محاميه", "محامي", "فريق":
		return true
	}
	return false
}

// arabicBody tells first words of bodies and of sources without a name.
func arabicBody(w string) bool {
	switch strings.TrimPrefix(w, "ال") {
	case "وزاره", "هيئه", "لجنه", "سلطه", "شركه", "حكومه", "مجلس", "مكتب", "جيش", "شرطه", "منظمه", "نقابه", "حزب", "حركه", "صحيفه", "وكاله", "قناه", "اذاعه", "مؤسسه", "جامعه", "بنك", "مصرف",
		"محكمه", "برلمان", "اتحاد", "مصدر", "مصادر", "بيان", "تقرير", "دراسه", "شهود", "مسؤولون", "مسؤول", "خفر", "دفاع", "نتائج", "سجل", "مذكره", "مدارس", "جمهور", "طرفان", "طرفين", "وفدان", "اعضاء":
		return true
	}
	return false
}

// smallArabic tells words that stand in no name.
func smallArabic(w string) bool {
	switch w {
	case "في", "من", "علي", "الي", "عن", "لدي", "باسم", "يوم", "ان", "او", "مع", "بعد", "قبل", "خلال", "ضد", "حول", "غير", "كل", "منذ", "عند", "بين", "امس", "السابق", "السابقه", "الحالي":
		return w != "علي" // a name as well: Ali
	}
	return lang.IsFunction(w) && w != "علي"
}
