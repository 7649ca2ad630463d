package byline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/lang"
	"dateline/internal/read/clean"
	"dateline/internal/read/opening"
	"dateline/internal/read/when"
)

// Beside reads an author that nothing marks: a whole name on the line of the
// date under the headline, or on a line next to it. ordinary reports words that
// the item's text has in small letters: a "name" with such a word is a
// section or a label.
func Beside(lines []string, ordinary func(string) bool, outlets ...string) Reading {
	for i, l := range lines {
		if strings.ContainsAny(l, "|\n") && when.IsLabelled(l) {
			l = l[:strings.IndexAny(l, "|\n")] // the times of publication and of a change on one line, or in one list
		}
		// A day in a longer line is told of, not printed as that of the item.
		if utf8.RuneCountInString(l) > 70 {
			continue
		}
		if _, ok := when.Find(l, when.Context{}); !ok {
			continue
		}
		near := []string{l}
		// The nearest line first: two away there may be a section or a caption.
		for _, j := range [...]int{i - 1, i + 1, i - 2, i + 2} {
			if j >= 0 && j < len(lines) {
				near = append(near, lines[j])
			}
		}
		for _, n := range near {
			if r := bare(n, ordinary, outlets); !r.empty() {
				return r
			}
		}
	}
	return Reading{}
}

// bare reads a line on which nothing but names, dates and categories stand.
func bare(line string, ordinary func(string) bool, outlets []string) Reading {
	if utf8.RuneCountInString(line) > 120 || strings.Contains(line, "\n") {
		return Reading{} // a list is a menu
	}
	for _, part := range parts(line) {
		if part = undated(part); part == "" || furniture(part) || isControl(part) {
			continue
		}
		if lang.IsArabic(part) {
			part = afterPlace(dropParentheses(part)) // «محمد علي (القاهرة)», «القاهرة: محمد علي»
		}
		r := Read(part, outlets...)
		if name := bareName(part); name != part {
			if r = Read(name, outlets...); len(r.People) != 1 {
				continue
			}
			part = name
		}
		if fills(r, part) && Whole(r, ordinary) {
			return r
		}
	}
	return Reading{}
}

// bareName is the name on a line that says what its bearer is, which names show by:
// "Ann Lee, Reporter", "Ann Lee Staff Writer", "Ann Lee, The Associated Press", "From
// Ann Lee in Beirut", "Ann Lee @annlee".
func bareName(s string) string {
	if name, handle, found := strings.Cut(s, " @"); found && !strings.Contains(handle, " ") {
		s = name
	}
	if rest, found := strings.CutPrefix(s, "From "); found {
		if name, _, found := strings.Cut(rest, " in "); found {
			return name
		}
	}
	name, post, found := strings.Cut(s, ", ")
	if !found {
		name = cutRole(s)
		post = s[len(name):]
	}
	if isPost(post) || opening.IsAgency(dropThe(post)) {
		return name
	}
	return s
}

// isPost knows the posts of those who write for an outlet.
func isPost(s string) bool {
	fields := strings.Fields(clean.Lower(s))
	return len(fields) > 0 && len(fields) <= 4 && slices.ContainsFunc(fields, func(w string) bool {
		switch w {
		case "reporter", "correspondent", "writer", "columnist", "contributor", "journalist", "editor":
			return true
		}
		return false
	})
}

// isControl knows the words of buttons, labels and menus that stand under
// headlines and look like names.
func isControl(s string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "share", "facebook", "twitter", "linkedin", "pinterest", "whatsapp", "instagram", "youtube", "reddit", "email", "e", "mail", "print", "copy", "link", "save", "subscribe", "follow",
			"tags", "topics", "topic", "category", "categories", "article", "articles", "blog", "home", "news", "modified", "created", "last", "next", "previous", "back", "show", "menu", "search",
			"read", "reading", "listen", "table", "contents", "overview", "view", "all", "more", "insights", "resources", "tweet", "password", "login", "volume", "date", "united", "states", "kingdom", "privacy", "policy", "terms":
			return true
		}
	}
	return false
}

// parts splits a line at separators, blocks and line breaks.
func parts(line string) []string {
	out := []string{line}
	for _, sep := range separators {
		if !strings.Contains(line, sep) {
			continue
		}
		var next []string
		for _, o := range out {
			next = append(next, strings.Split(o, sep)...)
		}
		out = next
	}
	return out
}

// undated drops numbers and names of months and days at the ends of a line,
// also those that a name is glued to.
func undated(s string) string {
	var b strings.Builder
	prev := ' '
	for _, r := range s {
		if unicode.IsDigit(prev) && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		prev = r
	}
	fields := strings.Fields(b.String())
	dated := func(w string) bool {
		w = strings.Trim(w, ",.:;()")
		r, _ := utf8.DecodeRuneInString(w)
		return w == "" || unicode.IsDigit(r) || when.Word(w)
	}
	for len(fields) > 0 && (dated(fields[0]) || halfOfDay(fields[0])) {
		clock := halfOfDay(fields[0])
		fields = fields[1:]
		if clock && len(fields) > 0 && isZone(fields[0]) {
			fields = fields[1:]
		}
	}
	for len(fields) > 0 && dated(fields[len(fields)-1]) {
		fields = fields[:len(fields)-1]
	}
	return clean.Line(strings.Join(fields, " "))
}

// halfOfDay reports what stands behind a clock: "pm", "A.M.".
func halfOfDay(w string) bool {
	switch strings.ToLower(strings.ReplaceAll(strings.Trim(w, ",:;()"), ".", "")) {
	case "am", "pm":
		return true
	}
	return false
}

// isZone reports the name of a zone behind a half of the day: nearly all are
// capitals that end in the T of time.
func isZone(w string) bool {
	w = strings.Trim(w, ",.:;()")
	return w == "UTC" || (len(w) == 3 || len(w) == 4) && strings.ToUpper(w) == w && w[len(w)-1] == 'T'
}

// Whole reports that a reading plainly names: a desk, or people of two to four
// words each of which none is ordinary.
func Whole(r Reading, ordinary func(string) bool) bool {
	if len(r.People) == 0 {
		return titled(r.Desk) && len(strings.Fields(r.Desk)) <= 4 && r.Desk != ""
	}
	small := func(w string) bool { return ordinary(strings.ToLower(w)) }
	for _, name := range r.People {
		name, _, _ = strings.Cut(name, ",")
		if lang.IsArabic(name) {
			if namesInArabic(name, ordinary) {
				continue
			}
			return false
		}
		fields := strings.Fields(name)
		if len(fields) < 2 || len(fields) > 4 || len(name) < 3*len(fields) && !strings.Contains(name, ".") || !titled(name) || fields[0] == "From" || isControl(name) || slices.ContainsFunc(fields, small) {
			return false
		}
	}
	return true
}

// fills reports that a reading is all that a line says.
func fills(r Reading, line string) bool {
	line, _, _ = strings.Cut(line, " in ")
	size := 3*len(r.People) + len(letters(r.Desk))
	for _, name := range r.People {
		size += len(letters(name))
	}
	return r.Outlet == "" && size >= len(letters(line))
}

// titled reports words that all begin with a capital, go on in small letters,
// and are no particles alone.
func titled(s string) bool {
	for w := range strings.FieldsSeq(s) {
		r, n := utf8.DecodeRuneInString(w)
		if particle(w) {
			continue
		}
		if unicode.Is(unicode.Arabic, r) || !unicode.IsUpper(r) || len(w) > n+1 && strings.ToUpper(w) == w {
			return false
		}
	}
	return true
}
