package byline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/lang"
	"dateline/internal/read/clean"
	"dateline/internal/read/when"
)

// IsLabel reports a line that is only the word before a name.
func IsLabel(line string) bool {
	l := clean.Lower(strings.Trim(line, " :-–—|•·/"))
	switch l {
	case "by", "author", "authors", "author(s)", "words", "contributor", "contributors", "about the author", "about the authors", "meet the author", "מאת":
		return true
	}
	return len(strings.Fields(l)) <= 5 && writes(l) || isArabicLabel(line)
}

// writes reports words that end in what somebody did who wrote: "Article written
// by".
func writes(s string) bool {
	for _, end := range [...]string{"written by", "authored by", "posted by", "published by", "words by", "story by", "article by", "contributed by", "reported by", "created by", "analysis by", "opinion by", "commentary by", "column by", "exclusive by", "report by", "perspective by", "essay by", "feature by"} {
		if s == end || strings.HasSuffix(s, " "+end) {
			return true
		}
	}
	return false
}

// isOther reports the label of somebody who did not write: the next name is theirs.
func isOther(line string) bool {
	line = clean.Lower(strings.Trim(line, " :"))
	return strings.HasSuffix(line, " by") && checks(line)
}

// cutLabel cuts the words that announce an author.
func cutLabel(s string) (string, bool) {
	// Of the length of s: strings.ToLower makes some letters longer, «Ⱥ» among them, and what
	// was found there was once cut from s at another place.
	lower := clean.Lower(s)
	if i := strings.Index(lower, " by"); i > 0 && len(strings.Fields(lower[:i])) <= 4 && writes(lower[:i+len(" by")]) {
		if rest := strings.TrimLeft(s[i+len(" by"):], " :"); rest != s[i+len(" by"):] {
			return rest, true
		}
	}
	for _, l := range [...]string{"written by", "posted by", "reported by", "story by", "words by",
		"published by", "article by", "contributed by", "guest post by", "post by", "interview by", "reporting by", "text by", "created by", "authored by",
		"about the authors", "about the author", "meet the author", "author(s):", "author(s)", "author:", "authors:", "authors", "author", "contributor:", "contributors:", "words:", "by:", "by", "מאת:", "מאת"} {
		if rest, ok := strings.CutPrefix(lower, l); ok && rest != "" && (rest[0] == ' ' || rest[0] == ':' || l[len(l)-1] == ':' || len(l) > 3 && isUpperAt(s, len(l)) || l == "by" && strings.HasPrefix(s, "By") && isUpperAt(s, 2)) {
			return strings.TrimLeft(s[len(l):], " :-–—|"), true
		}
	}
	return cutArabicLabel(s)
}

// cutPosted cuts "Posted on 3 July 2026 by": nothing but a time and words for
// posting may stand before the "by".
func cutPosted(s string) (string, bool) {
	i := strings.Index(s, " by ")
	if i < 0 {
		i = strings.Index(s, " By ")
	}
	if i < 0 || i > 60 || checks(s[:i]) {
		return s, false
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s[:i]), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch w {
		case "posted", "published", "written", "updated", "last", "modified", "created", "submitted", "on", "at", "in", "am", "pm", "st", "nd", "rd", "th", "est", "et", "gmt", "utc":
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsDigit(r) && !when.Word(w) {
			return s, false
		}
	}
	return s[i+len(" by "):], true
}

// isUpperAt reports a capital glued to its label, as in "Posted byAnn Lee".
func isUpperAt(s string, i int) bool {
	return lang.IsCapital(s[min(i, len(s)):])
}

// separators divide the names of a byline from what else stands on its line.
// Spaces stand around a hyphen that is one.
var separators = [...]string{" | ", "|", " – ", " — ", " - ", " • ", "•", " · ", "·", " ـ ", " ــ ", " ⋅ ", " » ", "\n"}

// firstPart is what stands before the first separator.
func firstPart(s string) string {
	s = afterPlace(s)
	for _, sep := range separators {
		if i := strings.Index(s, sep); i > 0 {
			s = s[:i]
		}
	}
	return strings.TrimSpace(s)
}

// trim cuts labels before and remarks after the names.
func trim(s string) string {
	for {
		// Labels pile up where a page sets one before a system's: "Author: By Ann Lee".
		rest, ok := cutLabel(s)
		if !ok {
			break
		}
		s = rest
	}
	s = unglue(firstPart(s))
	for _, sep := range [...]string{" @", " updated ", " Updated ", " Last Updated", " Last updated", " published ", " Published ", " Reviewed by", " reviewed by", " Edited by", " edited by",
		" Fact", " Medically", " on ", " in ", " for ", " at ", " is a", " has ", " via ", " says", " Special to ", " special to ", " Special for "} {
		if i := strings.Index(s, sep); i > 0 {
			s = s[:i]
		}
	}
	s = withoutAddresses(s)
	if i := strings.Index(s, " by "); i > 0 && !checks(s[:i]) {
		s = s[i+len(" by "):] // "Recipe by Ann Lee"
	}
	return trimSigns(cutDate(s))
}

// withoutAddresses cuts the address behind each name, and what follows it up to the next:
// "Ann Lee ann@marsa.example, Bob Ray bob@marsa.example".
func withoutAddresses(s string) string {
	for range 20 { // more have written nothing
		at := strings.IndexByte(s, '@')
		from := strings.LastIndexByte(s[:max(at, 0)], ' ')
		if from <= 0 {
			return s
		}
		to := len(s)
		for _, sep := range [...]string{",", ";", "،", " and ", " & ", " و "} {
			if i := strings.Index(s[at:to], sep); i > 0 {
				to = at + i
			}
		}
		s = s[:from] + s[to:]
	}
	return s
}

// unglue cuts a word that follows a name without a space, as where a page sets
// them apart by style: "Ann LeePublished", "Ann LeeUpdated".
func unglue(s string) string {
	for _, w := range [...]string{"Published", "Updated", "Posted", "Last "} {
		if i := strings.Index(s, w); i > 0 && s[i-1] >= 'a' && s[i-1] <= 'z' {
			s = s[:i]
		}
	}
	s = cutWeekday(s)
	if i := strings.IndexFunc(s, unicode.IsDigit); i > 0 && s[i-1] >= 'a' && s[i-1] <= 'z' {
		if _, ok := when.Find(s[i:], when.Context{}); ok {
			return s[:i] // "Ann Lee3/7/2026"
		}
	}
	return s
}

// cutWeekday cuts a day of the week in Arabic that a page sets apart by style alone,
// «محمد عليالجمعة», or that begins a date. «عبدالأحد» is a name, and so may «الجمعة» be.
func cutWeekday(s string) string {
	for _, day := range [...]string{"السبت", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الاربعاء", "الخميس", "الجمعة"} {
		i := strings.Index(s, day)
		if i <= 0 || strings.HasSuffix(s[:i], "عبد") {
			continue
		}
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[i+len(day):], " ،,-"))
		if s[i-1] != ' ' || unicode.IsDigit(next) {
			s = s[:i]
		}
	}
	return s
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

// furniture reports lines that stand in bylines and name nobody: times, how
// long a piece takes to read, buttons.
func furniture(l string) bool {
	l = strings.ToLower(l)
	if strings.HasSuffix(l, "→") || strings.HasSuffix(l, "←") { // a link onwards: "View archive →"
		return true
	}
	switch l {
	case "share", "follow", "updated", "published", "last updated", "print", "save", "email", "subscribe", "comments", "listen", "read more", "reviewed by", "edited by",
		"fact checked", "fact-checked by", "medically reviewed by", "advertiser disclosure", "editorial guidelines":
		return true
	}
	for _, s := range [...]string{" min read", " mins read", " minute read", " minutes read", " min.", "reading time", "read time", "reviewed by", "edited by", "fact checked", "photo by",
		"photos by", "photography by", "دقيقة قراءة", "دقائق قراءة"} {
		if strings.Contains(l, s) {
			return true
		}
	}
	for w := range strings.FieldsFuncSeq(l, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsDigit(r) && !when.Word(w) {
			return false
		}
	}
	return true // digits and months only
}
