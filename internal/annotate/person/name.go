package person

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/annotate/speaker"
	"dateline/internal/lang"
)

// A Name is the name of a speaker, read out of a statement.
type Name struct {
	Text   string // as written, without titles and offices
	Role   string // what stands beside it
	Arabic bool   // its script
	// Short says that it is one word or none that tells a person: the family name
	// alone. Such a name begins no person.
	Short bool
	// Sure says that the text marks it as a name; else it may only be found again.
	Sure   bool
	Gender string // "male", "female" or "" as titles tell

	folded        string   // Text
	given, family string   // folded, without the article
	middle        []string // folded words or initials between them
	generation    string   // jr, iii: what tells a son from his father
	// The two as plainForm writes them: a known name is compared with many.
	givenPlain, familyPlain string
	// The two with the letters that folding makes one: ى is heard as a, ي as i.
	givenHeard, familyHeard string
}

// Read reads the name of who makes a statement. It reports false for bodies,
// desks, roles without a name and unnamed sources. A name is read by the rules of
// its own script, whatever the language of its item: Elon Musk in Arabic copy.
func Read(s *dateline.Statement) (Name, bool) {
	if s.Speaker == "" {
		return Name{}, false
	}
	read := readEnglish
	if lang.IsArabic(s.Speaker) {
		read = readArabic
	}
	n, ok := read(s)
	if !ok || len(n.Text) > longestName {
		return Name{}, false
	}
	return n, true
}

// longestName is of how many bytes a name may be, which those of people hardly
// reach a quarter of. PostgreSQL indexes at most 2,704 bytes: it would refuse a
// person of a longer name, and hold up the stage.
const longestName = 400

// Named is the name that a spelling of a known person is.
func Named(spelling string) Name {
	n := Name{Text: spelling, Arabic: lang.IsArabic(spelling), Sure: true}
	n.part(strings.Fields(spelling))
	return n
}

// readEnglish takes the speaker for a name where annotate does; else it looks for
// one beside an office: "Qulzar's water minister, Salma Nawfal".
func readEnglish(s *dateline.Statement) (Name, bool) {
	segments := rejoined(strings.Split(s.Speaker, ","))
	for i, segment := range segments {
		words := untitled(strings.Fields(segment))
		if !capitals(words) || speaker.Gender(s.Speaker, strings.Join(words, " ")) == "body" || bodily(words) {
			continue
		}
		role := s.Role
		if len(segments) > 1 {
			role = strings.TrimSpace(strings.Join(append(append([]string{}, segments[:i]...), segments[i+1:]...), ","))
		}
		if len(segments) > 1 && !s.Named && fields(role, false) == 0 {
			continue // "The operator, Mirwad Shipping": what beside it is no office is no proof of a person
		}
		if role == "" {
			role = leading(s.Who, words)
		}
		n := Name{Text: strings.Join(words, " "), Role: role, Sure: s.Named || len(segments) > 1}
		n.Gender = gendered(s.Who+" "+role, n.Text)
		n.part(words)
		return n, n.family != ""
	}
	return Name{}, false
}

// rejoined puts behind a name what a comma parts from it: Otto Bell, Jr.
func rejoined(segments []string) (out []string) {
	for _, segment := range segments {
		if len(out) > 0 && speaker.Generation(strings.TrimSpace(segment)) != "" {
			out[len(out)-1] += segment
			continue
		}
		out = append(out, segment)
	}
	return out
}

// leading is what stands before a name in a source: titles that the name left.
func leading(who string, words []string) string {
	before, _, ok := strings.Cut(who, strings.Join(words, " "))
	if !ok || fields(before, false) == 0 || strings.Contains(before, " and ") {
		return "" // Mr. is no office, and that of Mr. Bell and Mr. is of two
	}
	return strings.Trim(before, " ,")
}

// gendered is speaker.Gender without the bodies: who is asked about here is a person.
func gendered(source, name string) string {
	if g := speaker.Gender(source, name); g != "body" {
		return g
	}
	return ""
}

// untitled leaves off titles before a name and what is no part of it behind: MP.
func untitled(words []string) []string {
	for i := len(words) - 1; i >= 0; i-- {
		w := strings.ToLower(strings.TrimRight(words[i], "."))
		owner := i < len(words)-1 && (strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "'s")) // The Post's Ann Ray
		if i == len(words)-2 && speaker.Generation(words[i+1]) != "" {
			continue // Martin Luther King III
		}
		if speaker.Title(w) || honorific(w) || owner || i < len(words)-2 && field(lang.Fold(w), false) != 0 {
			words = words[i+1:]
			break
		}
	}
	for len(words) > 1 && suffix(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	out := make([]string, 0, len(words))
	for i, w := range words {
		w = strings.Trim(w, "“”\"'‘’()[]:;")
		if i == len(words)-1 {
			w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		}
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// honorific tells titles of other lands than those annotate looks for.
func honorific(w string) bool {
	switch w {
	case "sheikh", "shaikh", "sheikha", "imam", "ayatollah", "emir", "sultan", "dame", "baroness", "archbishop", "cardinal", "brigadier", "lieutenant", "major", "colonel", "sergeant",
		"inspector", "marshal", "admiral", "commander", "engineer", "mme", "mlle", "miss", "herr", "frau", "señor", "monsieur", "madame", "doctor", "emeritus", "spox":
		return true
	}
	return false
}

// suffix tells what stands behind a name and is no part of it.
func suffix(w string) bool {
	switch strings.ToLower(strings.Trim(w, ".,")) {
	case "phd", "md", "mp", "mep", "esq", "obe", "cbe":
		return true
	}
	return false
}

// capitals reports that words may be a name: one to five that begin with a
// capital, but for the small words of names. A word of capitals alone is no part
// of one, if it is no initial: NATO.
func capitals(words []string) bool {
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	if len(words) > 3 && allCapitals(words) {
		return false // a headline
	}
	for i, w := range words {
		first, size := utf8.DecodeRuneInString(w)
		small := smallWord(lang.Fold(w))
		switch {
		case !unicode.IsLetter(first) || strings.ContainsAny(w, "0123456789@/&"):
			return false
		case unicode.IsLower(first) && !small && !smallWord(lang.Fold(beforeHyphen(w))):
			return false
		case i == len(words)-1 && small && !strings.Contains(w, "-"):
			return false
		case joinsWords(lang.Fold(w)):
			return false
		case i > 0 && speaker.Generation(w) != "":
			continue
		case len(w) > 2 && unicode.IsUpper(first) && strings.ToUpper(w) == w && !strings.ContainsAny(w, ".'’") && !allCapitals(words):
			return false // PAC, USA
		case len(words) == 1 && len(w) > 2 && strings.ToUpper(w[size:]) == w[size:]:
			return false
		}
	}
	return true
}

// joinsWords tells words of titles and headlines: Big Win For Bernie.
func joinsWords(w string) bool {
	switch w {
	case "for", "of", "in", "on", "at", "to", "from", "with", "the", "and", "but", "maybe", "absent":
		return true
	}
	return false
}

// allCapitals reports a line as agencies write headlines and some bylines: OTTO BELL.
func allCapitals(words []string) bool {
	all := strings.Join(words, "")
	return strings.ToUpper(all) == all
}

// beforeHyphen is the al of al-Hadi, the whole of a word without a hyphen.
func beforeHyphen(w string) string {
	before, _, _ := strings.Cut(w, "-")
	return before
}

// smallWord tells the small words of names, which are written small or not.
func smallWord(w string) bool {
	switch w {
	case "de", "la", "le", "van", "von", "der", "den", "bin", "ben", "ibn", "bint", "al", "el", "ul", "du", "da", "di", "dos", "del", "abu", "abou", "umm", "ter", "ten":
		return true
	}
	return speaker.Particle(w)
}

// bodily tells names of bodies that look like a person's.
func bodily(words []string) bool {
	for _, w := range words {
		switch strings.ToLower(strings.Trim(w, ".,")) {
		case "the", "poll", "watch", "world", "convention", "democratic", "republican", "democrats", "republicans", "workers", "voters", "note", "editor", "editor's", "editor’s", "staff", "spokesman", "ministry", "authority", "shipping", "airlines", "airways", "oil", "gas", "energy", "petroleum", "motors", "holdings", "holding", "ltd", "limited", "llc", "plc", "gmbh",
			"corporation", "industries", "telecom", "insurance", "capital", "partners", "securities", "union", "league", "federation", "assembly", "delegation", "brigade", "army", "navy",
			"force", "forces", "guard", "service", "services", "hospital", "school", "college", "museum", "church", "mosque", "club", "team", "fc", "afp", "ap", "dpa", "tass", "agencies",
			"radio", "tv", "television", "today", "daily", "weekly", "herald", "tribune", "gazette", "observer", "guardian", "republic", "islands", "east", "west", "north", "south",
			"hamas", "hezbollah", "taliban", "google", "microsoft", "editors", "officials", "police", "government", "cabinet", "treasury", "port", "islamic", "jihad", "movement", "front":
			return true
		}
	}
	return false
}
