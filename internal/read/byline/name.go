package byline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/read/when"
)

// tidy trims a name, and sets one that stands all in capitals in title case.
func tidy(s string) string {
	s = once(oneSentence(trimSigns(unnumbered(trimSigns(dropParentheses(s))))))
	// In a script without capitals both cases are the same, and the name stays.
	name, degrees, found := strings.Cut(s, ",")
	if len(strings.Fields(name)) < 2 || strings.ToUpper(name) != name || strings.ToLower(name) == name {
		return s
	}
	prev := ' '
	name = strings.Map(func(r rune) rune {
		at := prev
		prev = r
		if unicode.IsLetter(at) {
			return unicode.ToLower(r)
		}
		return r
	}, name)
	if found {
		return name + "," + degrees
	}
	return name
}

// oneSentence cuts what begins after a full stop that ends no initial and no
// title: "Ann Lee. Last".
func oneSentence(s string) string {
	name, _, found := strings.Cut(s, ". ")
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if found && last != name && utf8.RuneCountInString(last) > 2 && !isDegree(last) {
		return name
	}
	return s
}

// once is a name that a page writes twice in a row, to be seen and to be read out.
func once(s string) string {
	half := len(s) / 2
	if len(s)%2 == 1 && len(s) > 5 && s[half] == ' ' && s[:half] == s[half+1:] {
		return s[:half]
	}
	return s
}

// unnumbered cuts the numbers of footnotes that are glued to names.
func unnumbered(s string) string {
	bare := strings.TrimRight(s, "0123456789,*† ")
	if r, _ := utf8.DecodeLastRuneInString(bare); bare != s && unicode.IsLower(r) {
		return bare
	}
	return s
}

// trimSigns cuts signs around a name, but not the full stop of an initial or a
// degree that ends it.
func trimSigns(s string) string {
	const signs = " ,;:–—-|/*•·&\"“”"
	s = strings.Trim(s, signs)
	last := s[strings.LastIndexByte(s, ' ')+1:]
	if bare := strings.TrimRight(last, "."); bare == last || utf8.RuneCountInString(bare) == 1 || isDegree(bare) {
		return s
	}
	return strings.TrimRight(s, "."+signs)
}

// shaped reports that s can be a name at all: one to eight words that begin
// with a letter, no digits, no address.
func shaped(s string) bool {
	n := len(strings.Fields(s))
	if n == 0 || n > 8 || utf8.RuneCountInString(s) < 3 || utf8.RuneCountInString(s) > 80 || strings.ContainsAny(s, "@/<>{}=_#?!:*") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) && !strings.ContainsFunc(s, unicode.IsDigit) && !strings.Contains(s, "www.") && !strings.Contains(s, ".com")
}

// isPerson reports that s has the shape of a person's name, before its degrees:
// one to six words, each with a capital but for the small words of names, or
// two or three that all have none, as some write themselves.
func isPerson(s string) bool {
	name, _, _ := strings.Cut(s, ",")
	fields := strings.Fields(name)
	if !shaped(name) || len(fields) > 6 || checked(fields) || isRole(name) || isArabicPlace(name) || dated(fields) {
		return false
	}
	if len(fields) == 1 {
		switch strings.ToLower(name) {
		case "facebook", "twitter", "instagram", "linkedin", "youtube", "whatsapp", "pinterest", "co-authors", "authors":
			return false
		}
		dot := strings.IndexByte(name, '.')
		return dot < 3 || dot >= len(name)-1 // else it is an address
	}
	// Names in small letters throughout are a style of their bearers; some words in them are not.
	small := 0
	for _, w := range fields {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && !particle(w) {
			small++
		}
	}
	first, _ := utf8.DecodeRuneInString(name)
	return small == 0 && !unicode.IsLower(first) || small == len(fields) && len(fields) <= 3 && !common(fields)
}

// checked reports words for what was done to a text by somebody who did not write
// it. As whole words: people are called Check and Powers.
func checked(fields []string) bool {
	for _, w := range fields {
		switch strings.ToLower(strings.Trim(w, ".:-")) {
		case "reviewed", "reviewer", "review", "reviews", "edited", "editing", "checked", "checker", "fact-checked", "fact-check", "fact", "photo", "photos", "photography", "photographs", "illustration", "illustrations", "illustrated",
			"illustrator", "design", "designs", "designed", "development", "developed", "powered", "approved", "translated", "verified", "researched":
			return true
		}
	}
	return false
}

// dated reports words that are a day or a month, or stand behind a clock.
func dated(fields []string) bool {
	return halfOfDay(fields[0]) || when.Word(fields[0]) && (len(fields) == 1 || when.Word(fields[len(fields)-1]))
}

// common reports function words, which show that words in small letters are a
// phrase and no name.
func common(fields []string) bool {
	for _, w := range fields {
		switch w {
		case "the", "a", "an", "of", "to", "in", "on", "at", "for", "and", "or", "is", "are", "it", "this", "that", "our", "my", "your", "we", "you", "she", "he", "they", "with", "from",
			"read", "more", "all", "see", "about", "enjoys", "updated", "posted", "written", "min", "ago", "no", "not", "how", "what", "here", "click":
			return true
		}
	}
	return false
}

// particle knows the small words inside names.
func particle(w string) bool {
	switch strings.ToLower(w) {
	case "de", "da", "do", "dos", "di", "du", "del", "della", "la", "le", "van", "von", "der", "den", "ten", "ter", "zu", "bin", "bint", "ibn", "al", "el", "y", "e", "st", "mac":
		return true
	}
	return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-") || strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "ad-") || strings.HasPrefix(w, "as-")
}

// isDegree knows what people earn and set behind their names.
func isDegree(s string) bool {
	for w := range strings.FieldsSeq(s) {
		switch strings.ToLower(strings.ReplaceAll(w, ".", "")) {
		case "md", "do", "phd", "dphil", "ma", "ms", "msc", "meng", "mph", "mba", "mpa", "mpp", "ba", "bs", "bsc", "bsn", "msn", "rn", "np", "fnp", "dnp", "pa", "pa-c", "rd", "rdn", "ldn",
			"cdn", "cdces", "jd", "llm", "llb", "esq", "cpa", "cfa", "cfp", "cfp®", "edd", "med", "psyd", "dds", "dmd", "dvm", "vmd", "dpt", "lcsw", "lmft", "lpc", "lmhc", "msw", "mfa",
			"pe", "obe", "mbe", "cbe", "kc", "qc", "mp", "mep", "mpharm", "pharmd", "frcs", "facp", "facs", "faap", "faan", "jr", "sr", "ii", "iii", "iv":
			continue
		}
		return false
	}
	return s != ""
}

// initials reports a word of capitals, which behind a degree is another one.
func initials(s string) bool {
	s = strings.TrimRight(s, "®")
	s = strings.ReplaceAll(s, ".", "")
	return len(s) >= 2 && len(s) <= 6 && strings.ToUpper(s) == s && !strings.Contains(s, " ")
}

// contains reports that a name is in the list, however it is spelt.
func contains(list []string, name string) bool {
	for _, l := range list {
		if alike(l, name) {
			return true
		}
	}
	return false
}

// alike reports two spellings of one name. Most names differ in their first letter, and
// nothing has to be copied to see that.
func alike(a, b string) bool {
	for {
		x, restA := firstLetter(a)
		y, restB := firstLetter(b)
		if x != y || x < 0 {
			return x == y
		}
		a, b = restA, restB
	}
}

// firstLetter is the first of [letters] and what follows it; -1 when there is none.
func firstLetter(s string) (rune, string) {
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r), s[i+utf8.RuneLen(r):]
		}
	}
	return -1, ""
}

// letters is what two spellings of one name share.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// abbreviated reports that the full stops of s belong to initials and titles.
func abbreviated(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) > 6 || strings.ContainsAny(w, "!?") {
			return false
		}
	}
	return true
}

// fuller reports that long is short with a family name or degrees.
func fuller(long, short string) bool {
	if len(long) <= len(short) || long[:len(short)] != short {
		return false
	}
	rest := long[len(short):]
	return rest[0] == ',' || rest[0] == ' ' && len(strings.Fields(short)) == 1
}

// lower reports that s begins with a small letter.
func lower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
