package byline

import (
	"strings"

	"dateline/internal/lang"
	"dateline/internal/read/clean"
	"dateline/internal/read/opening"
)

// placeholder reports what a system puts where it knows no author.
func placeholder(s string) bool {
	s = clean.Lower(s)
	if strings.HasSuffix(s, " admin") || namesZone(s) {
		return true
	}
	switch s {
	case "admin", "administrator", "webmaster", "root", "user", "guest", "anonymous", "unknown", "undefined", "null", "none", "author", "by", "staff", "editor", "editors", "team", "writer",
		"site admin", "super user", "guest author", "guest contributor", "guest writer", "guest post", "name", "author name", "our team", "meet the team", "the team", "not specified", "default", "wordpress", "مدير الموقع", "المحرر", "محرر", "خاص", "admin user":
		return true
	}
	return false
}

// namesZone reports a zone in words behind a clock: "Eastern Daylight Time".
func namesZone(s string) bool {
	zone, ok := strings.CutSuffix(s, " time")
	switch zone[strings.LastIndexByte(zone, ' ')+1:] {
	case "daylight", "standard", "summer", "eastern", "central", "mountain", "pacific", "mean":
		return ok
	}
	return false
}

// isDesk knows the words that make a name one of a desk or a post, not of a
// person.
func isDesk(s string) bool {
	for w := range strings.FieldsSeq(clean.Lower(s)) {
		switch strings.Trim(w, ".,:") {
		case "staff", "editor", "editors", "editorial", "desk", "newsroom", "team", "correspondent", "correspondents", "reporter", "reporters", "bureau",
			"contributor", "contributors", "writer", "writers", "moderator", "webdesk", "columnist", "intern", "clinician":
			return true
		}
		if isArabicDesk(w) {
			return true
		}
	}
	return false
}

// isOrganisation knows the words that make a name one of an outlet, a company
// or an institution.
func isOrganisation(s string) bool {
	if strings.ContainsAny(s, "®™") && !strings.Contains(s, ",") {
		return true // a mark of trade; behind a comma it is a degree's
	}
	for w := range strings.FieldsSeq(clean.Lower(s)) {
		switch strings.Trim(w, ".,:®™") {
		case "agency", "agencies", "news", "press", "newspaper", "magazine", "media", "tv", "radio", "online", "digital", "inc", "llc", "ltd", "gmbh", "plc", "corp", "company", "companies", "group",
			"services", "service", "official", "network", "university", "college", "institute", "foundation", "association", "council", "department", "ministry", "society", "center", "centre", "bank",
			"store", "shop", "studio", "studios", "solutions", "systems", "technologies", "software", "insurance", "financial", "clinic", "hospital", "marketing", "blog", "tips", "guide",
			"admissions", "club", "academy", "school", "library", "museum", "committee", "commission", "project", "partners", "consulting", "labs",
			"gazette", "tribune", "chronicle", "bulletin", "newswire", "newsroom", "telegraph", "weekly", "daily", "examiner", "inquirer", "broadcasting", "television", "times":
			return true
		}
		if opening.OutletWord(w) {
			return true
		}
	}
	return oneArabicName(s)
}

// isRole knows the words of what follows a name: a post, a profession.
func isRole(s string) bool {
	for w := range strings.FieldsSeq(clean.Lower(s)) {
		switch strings.Trim(w, ".,:*") {
		case "chief", "senior", "junior", "political", "director", "president", "professor", "ceo", "cto", "cmo", "coo", "cfo", "founder", "co-founder", "cofounder", "manager", "head", "lead", "analyst",
			"for", "of", "at", "the", "journalist", "producer", "specialist", "expert", "editor", "writer", "reporter", "correspondent", "columnist", "contributor", "contributors", "reviewer", "consultant",
			"strategist", "engineer", "developer", "designer", "educator", "horticulturist", "horticulturalist", "gardener", "astrologer", "coach", "instructor", "teacher", "lecturer", "attorney", "lawyer",
			"physician", "dietitian", "nutritionist", "therapist", "psychologist", "scientist", "researcher", "economist", "photographer", "blogger", "author", "executive", "officer", "associate", "partner",
			"freelance", "freelancer", "certified", "licensed", "registered", "former", "winemaker", "marketer", "copywriter", "owner", "vp", "vice", "advisor", "adviser", "planner", "assistant", "intern", "fellow",
			"updated", "published", "posted", "staff", "board-certified", "meteorologist", "grader", "mins", "min", "read", "contributing", "written", "profile", "bio", "views", "comments", "follow", "share",
			"strategy", "research", "development", "about", "more", "articles", "posts", "latest", "company":
			return true
		}
	}
	return false
}

// isOutlet reports that a name is that of an outlet, however it is spelt. One
// word that begins an outlet's name may be its owner's: "Ann" at "Ann Sails".
func isOutlet(name string, outlets []string) bool {
	n := letters(dropThe(name))
	first, _ := firstLetter(n)
	for _, o := range outlets {
		o = dropThe(o)
		if r, _ := firstLetter(o); r != first {
			continue
		}
		l := letters(o)
		rest, begins := strings.CutPrefix(l, n)
		longer := begins && (strings.Contains(name, " ") || isPress(rest))
		// Six letters: shorter names begin others by chance.
		if l != "" && (n == l || len(n) > 5 && len(l) > 5 && (longer || strings.HasPrefix(n, l))) {
			return true
		}
	}
	return false
}

// isPress knows what outlets add to a name of one word, in their addresses above all:
// marsanews.example is that of Marsa.
func isPress(s string) bool {
	switch s {
	case "news", "press", "media", "agency", "newsagency", "online", "tv", "radio", "magazine", "newspaper":
		return true
	}
	return false
}

// dropThe cuts the article that outlets are named with and without.
func dropThe(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > len("the ") && strings.EqualFold(s[:len("the ")], "the ") {
		return s[len("the "):]
	}
	return s
}

// exactly reports that a name is that of an outlet, letter by letter.
func exactly(name string, outlets []string) bool {
	for _, o := range outlets {
		if o != "" && alike(o, name) {
			return true
		}
	}
	return false
}

// ownSite reports a name that may be both a person's and a site's, as where
// Ann Lee writes at annlee.example: two or three words with capitals, or begun by a given
// name in Arabic, which has no capitals, and none that outlets are called by.
func ownSite(name string) bool {
	fields := strings.Fields(name)
	if lang.IsArabic(name) && !begunByName(name) {
		return false
	}
	if len(fields) < 2 || len(fields) > 3 || !isPerson(name) || isDesk(name) || isOrganisation(name) {
		return false
	}
	for _, w := range fields {
		switch strings.ToLower(w) {
		case "the", "al", "times", "post", "herald", "today", "daily", "weekly", "gazette", "tribune", "chronicle", "journal", "express", "mirror", "guardian", "courier", "voice", "record",
			"telegraph", "observer", "star", "sun", "dispatch", "wire", "news", "press", "ledger", "bulletin", "examiner", "inquirer", "sentinel", "advertiser", "gazetteer", "magazine", "media", "radio", "digest", "world", "global", "network", "report", "review", "east", "west", "jazeera", "arabiya", "we", "my", "our", "your":
			return false
		}
	}
	return true
}

// cutOutlet cuts the outlet's name off the end of a person's.
func cutOutlet(name string, outlets []string) string {
	for _, o := range outlets {
		if o != "" && len(name) > len(o)+1 && strings.EqualFold(name[len(name)-len(o):], o) && name[len(name)-len(o)-1] == ' ' {
			before := strings.TrimRight(name[:len(name)-len(o)], " ,-–|")
			// "The Harbour" of "The Harbour Courier" is no person of the Courier's.
			if !strings.EqualFold(before, "the") && (strings.Contains(before, " ") || strings.Contains(o, " ")) {
				return before
			} // else it is a family name: John Lee at lee.example
		}
	}
	return name
}

// cutBody cuts an outlet that follows a name without a sign, where capitals show
// where it begins: "Ann Lee BBC News".
func cutBody(name string) (person, body string) {
	fields := strings.Fields(name)
	for i := 2; i < len(fields)-1; i++ {
		w := fields[i]
		person, body = strings.Join(fields[:i], " "), strings.Join(fields[i:], " ")
		if len(w) > 1 && strings.ToUpper(w) == w && !isDegree(w) && !isOrganisation(w) && titled(person) && isPerson(person) && !isOrganisation(person) && isOrganisation(body) {
			return person, body
		}
	}
	return "", ""
}

// cutAgency cuts an agency that is known off the end of a person's name: "Ann Lee
// Reuters".
func cutAgency(name string) (person, agency string) {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 || !strings.Contains(name[:i], " ") || !opening.Known(name[i+1:]) || lang.IsArabic(name) {
		return name, ""
	}
	return name[:i], name[i+1:]
}

// checks reports "Reviewed", "Edited", "Fact-checked", "Updated by": who follows
// did not write.
func checks(s string) bool {
	s = clean.Lower(s)
	for _, w := range [...]string{"review", "edited", "editing", "check", "photo", "illustrat", "design", "develop", "power", "approved", "translated", "verified", "researched"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return strings.HasSuffix(s, "updated") || strings.HasSuffix(s, "updated by") || strings.HasSuffix(s, "modified") || strings.HasSuffix(s, "modified by")
}

// cutRole cuts a role that stands behind a whole name without a comma: "Ann Lee
// Former Harbour Editor".
func cutRole(name string) string {
	fields := strings.Fields(name)
	for i := 2; i < len(fields); i++ {
		end := i // of the name, before what its bearer writes of: "Ann Lee Sports Writer"
		for isRole(fields[i]) && end > 0 && isBeat(fields[end-1]) {
			end--
		}
		if end < 2 && end < i {
			return name // a post alone: "Our Foreign Staff"
		}
		if before := strings.Join(fields[:end], " "); isRole(fields[i]) && titled(before) && isPerson(before) && !isDesk(before) && !isOrganisation(before) {
			return before
		}
	}
	return name
}

// isBeat knows what reporters write of, as it stands in the names of their posts.
func isBeat(w string) bool {
	switch strings.ToLower(w) {
	case "court", "courts", "crime", "business", "sport", "sports", "foreign", "world", "international", "national", "local", "city", "features", "health", "science", "technology", "tech",
		"education", "environment", "climate", "energy", "economics", "markets", "culture", "arts", "entertainment", "travel", "transport", "religion", "defence", "defense", "security",
		"diplomatic", "investigative", "investigations", "special", "own", "web":
		return true
	}
	return false
}
