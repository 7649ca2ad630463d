package byline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/internal/lang"
	"dateline/internal/read/opening"
)

// between is what stands between names.
var between = strings.NewReplacer(" and ", "\x00", " And ", "\x00", " AND ", "\x00", " & ", "\x00", " with ", "\x00", ";", "\x00", "،", "\x00", " / ", "\x00", " و ", "\x00")

// split separates names at "and", "&", commas and the Arabic و.
func split(s string) []string {
	if isBody(s) {
		return []string{s}
	}
	if names := catalogued(s); names != nil {
		return names
	}
	s = between.Replace(s)
	var out []string
	for part := range strings.SplitSeq(s, "\x00") {
		out = append(out, commas(part)...)
	}
	var all []string
	for _, part := range out {
		all = append(all, waws(part)...)
	}
	return all
}

// catalogued reads several names as libraries and journals list them, "Lee, Ann; Ray,
// Bob": that all of them have one comma shows that it stands behind the family's.
func catalogued(s string) []string {
	parts := strings.Split(strings.TrimRight(s, "; "), ";")
	var out []string
	for _, p := range parts {
		last, first, found := strings.Cut(p, ", ")
		last, first = strings.TrimSpace(last), strings.TrimSpace(first)
		if !found || len(parts) < 2 || strings.Contains(first, ",") || !oneName(last) || len(strings.Fields(first)) > 3 ||
			!lang.IsCapital(first) || opening.IsPlace(first) || isRole(first) || isDegree(first) || isDesk(first) || initials(first) && len(first) > 2 || isOrganisation(first) {
			return nil
		}
		out = append(out, first+" "+last)
	}
	return out
}

// oneName reports a family's name: one word, with the small ones before it.
func oneName(s string) bool {
	fields := strings.Fields(s)
	return len(fields) > 0 && !slices.ContainsFunc(fields[:len(fields)-1], func(w string) bool { return !particle(w) })
}

// isBody reports "Centre for Ports and Shipping", "Marsa Tax & Accounting": no
// person has only the one name behind the "and", unless both have.
func isBody(s string) bool {
	left, right, found := strings.Cut(s, " & ")
	if !found {
		left, right, found = strings.Cut(s, " and ")
	}
	return found && strings.Contains(left, " ") && !strings.ContainsAny(left, ",;،") && !strings.ContainsAny(right, " ,;") && lang.IsCapital(strings.TrimSpace(right)) && !opening.IsAgency(right) && len(right) > 3
}

// commas splits at commas. Degrees stay with the name that they follow; a role
// goes, and so does what is less than a name.
func commas(s string) []string {
	parts := strings.Split(s, ",")
	if len(parts) > 1 && isRole(cutRole(trimSigns(parts[0]))) {
		return nil // "Licensed Grader, M.A."; but "Ann Lee Writer, Ports" has a name before the post
	}
	out := parts[:1:1]
	last := parts[0][strings.LastIndexByte(parts[0], ' ')+1:]
	degree := len(parts) > 1 && last != parts[0] && initials(last) && strings.ToUpper(parts[0]) != parts[0] // "Ann Lee CXP, PXP"
	for i, p := range parts[1:] {
		p = strings.TrimSpace(p)
		word := strings.TrimSpace(dropParentheses(p))
		switch {
		case isDegree(word), initials(word) && (degree || strings.HasSuffix(word, "®")):
			degree = true
			out[len(out)-1] += ", " + word
			continue
		case lower(p) && lang.IsCapital(strings.TrimSpace(out[0])):
			return out // a description, with all that follows
		case isRole(p):
		case i == 0 && len(parts) == 2 && reversed(parts[0], p):
			return []string{p + " " + strings.TrimSpace(parts[0])}
		case len(strings.Fields(p)) >= 2, opening.IsAgency(p) && strings.ToUpper(p) != p: // capitals may be a degree
			out = append(out, p)
		}
		degree = false
	}
	return out
}

// reversed reports "Kaufman, Jeff T.", as libraries write names: one word, and a given name
// alone, one that ends in an initial, or in the small words of the family's: "Lee, Ann van der".
func reversed(last, first string) bool {
	fields := strings.Fields(first)
	switch {
	case len(strings.Fields(last)) != 1 || len(fields) == 0:
		return false
	case len(fields) == 1:
		return oneWord(first) && oneWord(last)
	case !lower(first) && !slices.ContainsFunc(fields[1:], func(w string) bool { return !lower(w) || !particle(w) }):
		return true
	}
	return len(fields) == 2 && utf8.RuneCountInString(strings.TrimRight(fields[1], ".")) == 1
}

// oneWord reports a word that can be a given or a family name: with a capital and then none, and neither
// a place nor an agency, which stand behind a name alone, too.
func oneWord(word string) bool {
	word = strings.TrimSpace(word)
	_, first := utf8.DecodeRuneInString(word)
	return lang.IsCapital(word) && len(word) > first+1 && strings.ToLower(word[first:]) == word[first:] &&
		!strings.ContainsAny(word, "().") && !opening.IsPlace(word) && !opening.IsAgency(word) && !isDesk(word)
}

// dropParentheses cuts a remark in parentheses off the end, "Ann Lee (Beirut)",
// and leaves one inside a name, "Ann (Nan) Lee".
func dropParentheses(s string) string {
	i := strings.LastIndexAny(s, "([")
	if i <= 0 {
		return s
	}
	if j := strings.IndexAny(s[i:], ")]"); j >= 0 && strings.TrimSpace(s[i+j+1:]) != "" {
		return s
	}
	return strings.TrimSpace(s[:i])
}

// waws splits "أحمد علي ومحمد حسن": only where whole names stand on both sides,
// and never before a name that begins with the letter itself.
func waws(s string) []string {
	fields := strings.Fields(s)
	// From the third word on: a person has two names at least, and so has the one behind the و.
	for i := 2; i+1 < len(fields); i++ {
		rest, ok := strings.CutPrefix(fields[i], "و")
		if !ok || utf8.RuneCountInString(rest) < 2 || wawName(fields[i]) {
			continue
		}
		right := append([]string{rest}, fields[i+1:]...)
		return append([]string{strings.Join(fields[:i], " ")}, waws(strings.Join(right, " "))...)
	}
	return []string{s}
}

// wawName knows names that begin with the letter: «وليد» is not "and Lid".
func wawName(s string) bool {
	switch s {
	case "وليد", "وائل", "وسام", "وفاء", "وجدي", "وداد", "وسيم", "وحيد", "وهبة", "ورد", "وردة", "وجيه", "واصف", "وصفي", "وهيب", "وديع", "وفيق", "وضاح", "وعد", "ولاء", "وئام", "وهبي", "والي":
		return true
	}
	return false
}
