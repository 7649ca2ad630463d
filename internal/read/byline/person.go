package byline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tidy trims a name, and sets one that stands all in capitals in title case.
func tidy(s string) string {
	s = strings.Trim(s, " ,;:.–—-|/\"“”")
	if len(strings.Fields(s)) < 2 || strings.ToUpper(s) != s || strings.ToLower(s) == s {
		return s
	}
	prev := ' '
	return strings.Map(func(r rune) rune {
		at := prev
		prev = r
		if unicode.IsLetter(at) {
			return unicode.ToLower(r)
		}
		return r
	}, s)
}

// isPerson reports that s has the shape of a name: one to six words, no digits,
// no address, and none of the words that desks and outlets are called by.
func isPerson(s string) bool {
	n := len(strings.Fields(s))
	if n == 0 || n > 6 || utf8.RuneCountInString(s) < 3 || utf8.RuneCountInString(s) > 60 || strings.ContainsAny(s, "@/<>{}=_#?!:*") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) || strings.ContainsFunc(s, unicode.IsDigit) || strings.Contains(s, "www.") || strings.Contains(s, ".com") {
		return false
	}
	for i, w := range strings.Fields(s) {
		if dot := strings.IndexByte(w, '.'); dot > 2 && dot < len(w)-1 && n == 1 {
			return false // an address
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && (n > 1 && i == 0 || !particle(w)) && n > 1 {
			return false
		}
	}
	return !isDesk(s) && !checks(s)
}

// particle knows the small words inside names.
func particle(w string) bool {
	switch strings.ToLower(w) {
	case "de", "da", "do", "dos", "di", "du", "del", "della", "la", "le", "van", "von", "der", "den", "ten", "ter", "zu", "bin", "bint", "ibn", "al", "el", "y", "e", "st", "mac":
		return true
	}
	return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-") || strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "ad-") || strings.HasPrefix(w, "as-")
}

// isDesk knows the words that make a name one of a desk, a role or an outlet.
func isDesk(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		switch strings.Trim(w, ".,:") {
		case "admin", "administrator", "staff", "editor", "editors", "editorial", "desk", "newsroom", "webmaster", "team",
			"correspondent", "correspondents", "reporter", "reporters", "bureau", "agency", "agencies", "news", "press",
			"newspaper", "magazine", "media", "tv", "radio", "online", "digital", "guest", "contributor", "contributors",
			"anonymous", "unknown", "user", "inc", "llc", "ltd", "company", "group", "author", "writer", "writers", "written", "undefined", "null", "bio", "profile", "services", "service", "reuters", "afp", "ap", "bloomberg", "xinhua", "bbc", "cnn",
			"الجريدة", "وكالات", "وكالة", "مراسل", "مراسلنا", "مراسلونا", "تحرير", "التحرير", "محرر", "المحرر", "هيئة", "فريق", "صحيفة", "موقع", "رويترز", "خاص", "نيوز", "جريدة", "بوابة":
			return true
		}
	}
	return false
}

// isRole knows what follows a name and a comma.
func isRole(s string) bool {
	if isDesk(s) {
		return true
	}
	for _, w := range strings.Fields(strings.ToLower(s)) {
		switch strings.Trim(w, ".,:") {
		case "chief", "senior", "political", "columnist", "director", "president", "professor", "ph.d", "phd", "md", "m.d",
			"ceo", "founder", "manager", "head", "analyst", "for", "of", "at", "the", "university", "journalist", "producer", "specialist", "expert", "inc", "rd", "rdn":
			return true
		}
	}
	return false
}

// isOutlet reports that a name is that of an outlet, however it is spelt.
func isOutlet(name string, outlets []string) bool {
	n := letters(name)
	for _, o := range outlets {
		if l := letters(o); l != "" && (n == l || len(n) > 5 && (strings.HasPrefix(l, n) || strings.HasPrefix(n, l)) && len(l) > 5) {
			return true
		}
	}
	return false
}

// ownSite reports a site that bears its writer's whole name: "Ann Lee" at
// annlee.example, and no word in it that outlets are called by.
func ownSite(name string, outlets []string) bool {
	fields := strings.Fields(name)
	if len(fields) < 2 || len(fields) > 3 || isDesk(name) {
		return false
	}
	for _, w := range fields {
		switch strings.ToLower(w) {
		case "the", "al", "times", "post", "herald", "today", "daily", "weekly", "gazette", "tribune", "chronicle", "journal", "express", "mirror", "guardian",
			"telegraph", "observer", "star", "sun", "world", "global", "network", "blog", "report", "review", "east", "west", "jazeera", "arabiya":
			return false
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	for _, o := range outlets {
		if strings.HasPrefix(letters(o), letters(name)) {
			return true
		}
	}
	return false
}

// cutOutlet cuts the outlet's name off the end of a person's.
func cutOutlet(name string, outlets []string) string {
	for _, o := range outlets {
		if o != "" && len(name) > len(o)+1 && strings.EqualFold(name[len(name)-len(o):], o) && name[len(name)-len(o)-1] == ' ' {
			return strings.TrimRight(name[:len(name)-len(o)], " ,-–|")
		}
	}
	return name
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func contains(list []string, name string) bool {
	for _, l := range list {
		if letters(l) == letters(name) {
			return true
		}
	}
	return false
}

// abbreviated reports that the full stops of s belong to initials and titles.
func abbreviated(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) > 4 || strings.ContainsAny(w, "!?") {
			return false
		}
	}
	return true
}
