package byline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/read/clean"
	"dateline/internal/read/when"
)

// Clean splits raw author strings into people. What names one of the outlets
// (the source, the site, the publisher) is left out.
func Clean(raw []string, outlets ...string) []string {
	var out []string
	for _, r := range raw {
		for _, name := range split(trim(clean.Markup(r))) {
			name = tidy(cutOutlet(name, outlets))
			if isPerson(name) && !isOutlet(name, outlets) && !contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// People is Clean for names that the page says are persons: there, a person who
// bears the name of the site is its owner.
func People(raw []string, outlets ...string) []string {
	names := Clean(raw, outlets...)
	for _, r := range raw {
		if r = clean.Markup(r); len(names) == 0 && isPerson(r) && ownSite(r, outlets) {
			return []string{r}
		}
	}
	return names
}

// Shown reads the text of an element that a page marks as its author: a short
// text, or one that begins with "By". Biographies are none.
func Shown(text string, outlets ...string) []string {
	text = clean.Line(text)
	if names, ok := InLine(text, outlets...); ok {
		return names
	}
	if utf8.RuneCountInString(text) > 100 {
		return nil
	}
	return Clean([]string{text}, outlets...)
}

// IsLabel reports a line that is only the word before a name.
func IsLabel(line string) bool {
	switch strings.ToLower(strings.Trim(line, " :")) {
	case "by", "written by", "author", "posted by", "words by", "story by", "كتب", "كتبت", "بقلم", "الكاتب":
		return true
	}
	return false
}

// InLine reads a line of text that is a byline and nothing else: "By Ann Lee
// and Bob Ray", "كتب: محمد علي". ok is false for every other line, also for one
// that begins with "By" and goes on.
func InLine(line string, outlets ...string) (names []string, ok bool) {
	line = clean.Line(line)
	if utf8.RuneCountInString(line) > 120 {
		return nil, false
	}
	rest, found := cutLabel(line)
	if !found {
		return nil, false
	}
	if strings.ContainsAny(rest, ".!?") && !abbreviated(rest) || len(strings.Fields(rest)) > 14 {
		return nil, false
	}
	if isDesk(rest) {
		return nil, true
	}
	names = Clean([]string{rest}, outlets...)
	return names, len(names) > 0
}

// Begin cuts a byline that opens a paragraph and is closed by a sign, as in
// "كتب - محمد علي:" or "By ANN LEE —".
func Begin(line string) (names []string, rest string, ok bool) {
	if _, found := cutLabel(line); !found {
		return nil, line, false
	}
	for i, r := range line {
		if i > 90 {
			break
		}
		if i > 8 && (r == ':' || r == '—' || r == '\n') {
			if names, ok := InLine(line[:i]); ok {
				return names, strings.TrimLeft(line[i+utf8.RuneLen(r):], " "), true
			}
		}
	}
	return nil, line, false
}

// cutLabel cuts the words that announce an author.
func cutLabel(s string) (string, bool) {
	lower := strings.ToLower(s)
	for _, l := range [...]string{"written by", "posted by", "reported by", "story by", "words by", "published by", "article by",
		"reporting by", "text by", "author:", "authors:", "by:", "by"} {
		if rest, ok := strings.CutPrefix(lower, l); ok && rest != "" && (rest[0] == ' ' || rest[0] == ':' || l[len(l)-1] == ':' || len(l) > 3 && isUpperAt(s, len(l))) {
			return strings.TrimLeft(s[len(l):], " :"), true
		}
	}
	for _, l := range [...]string{"كتب:", "كتبت:", "كتب-", "كتب -", "كتبت -", "كتب –", "كتبت –", "كتب/", "كتبت/", "كتب", "كتبت", "بقلم:", "بقلم",
		"إعداد:", "إعداد", "الكاتب:", "تقرير:", "حوار:", "بواسطة:", "بواسطة", "المؤلف:", "نويسنده:"} {
		if rest, ok := strings.CutPrefix(s, l); ok && rest != "" && (rest[0] == ' ' || rest[0] == ':' || !letterAt(l, len(l))) {
			return strings.TrimLeft(rest, " :-–—/"), true
		}
	}
	return s, false
}

// isUpperAt reports a capital glued to its label, as in "Posted byAnn Lee".
func isUpperAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[min(i, len(s)):])
	return unicode.IsUpper(r)
}

// letterAt reports that the last character of s before end is a letter.
func letterAt(s string, end int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:end])
	return unicode.IsLetter(r)
}

// trim cuts labels before and remarks after the names.
func trim(s string) string {
	for {
		rest, ok := cutLabel(s)
		if !ok {
			break
		}
		s = rest
	}
	for _, sep := range [...]string{" | ", "|", " – ", " — ", " - ", " • ", " · ", "\n", " @", " updated ", " Updated ", " published ", " Published ", " Reviewed by", " reviewed by", " Edited by", " edited by",
		" Fact", " Medically", " on ", " in ", " for ", " at ", " is a", " has ", " | "} {
		if i := strings.Index(s, sep); i > 0 {
			s = s[:i]
		}
	}
	if i := strings.Index(s, " by "); i > 0 && !checks(s[:i]) {
		s = s[i+len(" by "):] // "Recipe by Ann Lee"
	}
	if i := strings.IndexAny(s, "(["); i > 3 {
		s = s[:i]
	}
	return strings.Trim(cutDate(s), " ,;:.–—-|/")
}

// cutDate cuts a date that follows a name on its line.
func cutDate(s string) string {
	fields := strings.Fields(s)
	for i := 1; i < len(fields); i++ {
		if r, _ := utf8.DecodeRuneInString(fields[i]); !unicode.IsDigit(r) {
			continue
		}
		if when.Day(fields[i-1] + " " + strings.TrimRight(fields[i], ",.")) {
			i--
		}
		return strings.Join(fields[:i], " ")
	}
	return s
}

// checks reports "Reviewed", "Edited", "Fact-checked": what follows did not write.
func checks(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "review") || strings.Contains(s, "edit") || strings.Contains(s, "check") || strings.Contains(s, "photo") || strings.Contains(s, "design") || strings.Contains(s, "develop") || strings.Contains(s, "power")
}

// split separates names at "and", "&", commas and the Arabic و.
func split(s string) []string {
	s = strings.NewReplacer(" and ", "\x00", " And ", "\x00", " AND ", "\x00", " & ", "\x00", " with ", "\x00", ";", "\x00", "،", "\x00", " / ", "\x00", " و ", "\x00").Replace(s)
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

// commas splits at commas; what follows a comma and is a role or a degree goes.
func commas(s string) []string {
	parts := strings.Split(s, ",")
	out := parts[:1:1]
	for _, p := range parts[1:] {
		p = strings.TrimSpace(p)
		if len(strings.Fields(p)) < 2 || isRole(p) {
			continue
		}
		out = append(out, p)
	}
	return out
}

// waws splits "أحمد علي ومحمد حسن": only where whole names stand on both sides,
// and never before a name that begins with the letter itself.
func waws(s string) []string {
	fields := strings.Fields(s)
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

func wawName(s string) bool {
	switch s {
	case "وليد", "وائل", "وسام", "وفاء", "وجدي", "وداد", "وسيم", "وحيد", "وهبة", "ورد", "وردة", "وجيه", "واصف", "وصفي", "وهيب", "وديع", "وفيق", "وضاح", "وعد", "ولاء", "وئام", "وهبي", "والي":
		return true
	}
	return false
}
