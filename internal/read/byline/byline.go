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

// A Reading is what an author line names. All empty means nobody.
type Reading struct {
	People []string
	// Desk is a desk or a post that stands where people would: "Our
	// Correspondent", "The Upwork Team".
	Desk string
	// Outlet is an outlet or an agency. It is a credit, never a byline.
	Outlet string
}

// Names is the byline: the people, or else the desk.
func (r Reading) Names() []string {
	if len(r.People) == 0 && r.Desk != "" {
		return []string{r.Desk}
	}
	return r.People
}

func (r Reading) empty() bool { return len(r.People) == 0 && r.Desk == "" && r.Outlet == "" }

// Join adds what o names to r.
func (r Reading) Join(o Reading) Reading {
	for _, name := range o.People {
		if !contains(r.People, name) {
			r.People = append(r.People[:len(r.People):len(r.People)], name)
		}
	}
	if r.Desk == "" {
		r.Desk = o.Desk
	}
	if r.Outlet == "" {
		r.Outlet = o.Outlet
	}
	return r
}

// Read reads one author string, such as the content of a meta element. The
// outlets are the names of the site, the publisher and the source.
func Read(raw string, outlets ...string) Reading {
	var r Reading
	line := clean.Markup(raw)
	if exactly(line, outlets) && !ownSite(line) {
		return Reading{Outlet: tidy(line)} // however it reads: "Human in the Loop" has no Human
	}
	if shot(line) {
		return r
	}
	if strings.Contains(line, " in ") && strings.Contains(line, " and ") {
		line = cutPlace(line) // "Ann Lee in Beirut and Bob Ray in Cairo"
	}
	for _, part := range split(trim(afterOutlet(line, outlets))) {
		name := tidy(cutOutlet(part, outlets))
		if person := cutRole(name); !exactly(part, outlets) && !isOutlet(person, outlets) {
			name = person
		} // else it is the outlet's own name, or its desk's: "Marsa Courier Staff"
		switch {
		// The order counts: "Marsa News Desk" has the shape of a name, an outlet's word and a
		// desk's, and is a desk.
		case placeholder(name):
		case isDesk(name) && !exactly(name, outlets):
			if r.Desk == "" && shaped(name) && strings.Contains(name, " ") && !lower(dropThe(name)) {
				r.Desk = name
			}
		case exactly(part, outlets) && !ownSite(name), isOutlet(name, outlets) && !ownSite(name):
			r.Outlet = tidy(part)
		case opening.IsAgency(strings.Trim(name, "()[]")):
			r.Outlet = strings.Trim(name, "()[]")
		case isOrganisation(name), isBody(name):
			if person, body := cutBody(name); body != "" && !contains(r.People, person) {
				r.People, r.Outlet = append(r.People, person), body
			} else if shaped(name) {
				r.Outlet = name
			}
		case isPerson(name) && !contains(r.People, name):
			if person, agency := cutAgency(name); agency != "" {
				name, r.Outlet = person, agency
			}
			r.People = append(r.People, name)
		}
	}
	return r
}

// Clean reads several author strings, each of one or more authors, and returns
// the byline.
func Clean(raw []string, outlets ...string) []string {
	return Together(raw, outlets...).Names()
}

// Together reads several author strings that together are one author line.
func Together(raw []string, outlets ...string) Reading {
	var all Reading
	for _, s := range raw {
		all = all.Join(Read(s, outlets...))
	}
	return all
}

// Shown reads the text of an element that a page marks as its author, its lines
// divided by \n. Names come first in such elements; what follows is posts,
// biographies and times. labelled reports that a word such as "By" stood before
// the name.
func Shown(text string, outlets ...string) (r Reading, labelled bool) {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		l = clean.Line(l)
		if i > 0 && isOther(lines[i-1]) {
			continue
		}
		if IsLabel(l) && i+1 < len(lines) {
			if r := described(lines[i+1:], outlets); len(r.People) > 1 {
				return r, true
			}
			l += " " + clean.Line(lines[i+1])
		}
		for i+1 < len(lines) && opensList(l) {
			i++
			l += " " + clean.Line(lines[i])
		}
		if r, ok := InLine(l, outlets...); ok {
			return r, true
		}
		if utf8.RuneCountInString(l) > maxShown || furniture(l) {
			continue
		}
		r := Read(l, outlets...)
		for _, part := range parts(l) {
			if r.empty() && !furniture(part) {
				r = Read(part, outlets...) // "3 July 2026 · Ann Lee"
			}
		}
		if len(r.People) > 1 && !slices.ContainsFunc(r.People, func(name string) bool { return strings.Contains(name, " ") }) {
			continue // single words in a row are sections or tags
		}
		if !r.empty() {
			return r, false
		}
	}
	return Reading{}, false
}

// described reads lines of which each is a name and what its bearer does: "Ann
// Lee, harbour editor".
func described(lines []string, outlets []string) (all Reading) {
	for _, l := range lines {
		name, role, found := strings.Cut(clean.Line(l), ", ")
		r := Read(name, outlets...)
		if !found || role == "" || len(r.People) != 1 || !strings.Contains(name, " ") {
			break
		}
		all = all.Join(r)
	}
	return all
}

// maxShown bounds a line that has no label: a longer one is a biography.
const maxShown = 160

// opensList reports a line that ends where another name must follow.
func opensList(l string) bool {
	return strings.HasSuffix(l, ",") || strings.HasSuffix(l, " and") || strings.HasSuffix(l, " &")
}

// InLine reads a line of text that is a byline and nothing else: "By Ann Lee
// and Bob Ray", "كتب: محمد علي", "Posted on 3 July 2026 by Ann Lee". ok is false
// for every other line, also for one that begins with "By" and goes on.
func InLine(line string, outlets ...string) (r Reading, ok bool) {
	line = clean.Line(line)
	if utf8.RuneCountInString(line) > 240 {
		return r, false
	}
	rest, found := cutLabel(line)
	if !found {
		if rest, found = cutPosted(line); !found {
			return r, false
		}
	}
	rest = strings.TrimRight(cutPlace(firstPart(beforeGlued(rest))), ". ")
	if name, _, told := strings.Cut(rest, " who "); told && isPerson(strings.TrimRight(name, ",")) {
		rest = name // "Written by Ann Lee, who lives in Marsa. Follow her."
	}
	if strings.ContainsAny(rest, ".!?") && !abbreviated(rest) || len(strings.Fields(rest)) > maxWords {
		return r, false
	}
	r = Read(rest, outlets...)
	return r, !r.empty()
}

// beforeGlued cuts off a date that touches the name, for only style sets them apart:
// "<span>By Ann Lee</span><span>3 July 2026</span>".
func beforeGlued(s string) string {
	letter := false
	for i, r := range s {
		if letter && unicode.IsDigit(r) {
			if _, ok := when.Find(s[i:], when.Context{}); ok {
				return s[:i]
			}
		}
		letter = unicode.IsLetter(r)
	}
	return s
}

// Parts are the line as it stands and then what bars divide it into, since a label
// may stand behind one: «3 يوليو 2026 | كتب: محمد علي».
func Parts(line string) []string {
	out := []string{line}
	if parts := strings.Split(line, "|"); len(parts) > 1 {
		out = append(out, parts[1:]...)
	}
	if !lang.IsArabic(line) {
		return out
	}
	for _, label := range [...]string{" بقلم", " كتب", " كتبت"} { // «نشر في 3 يوليو 2026 (10:15) بقلم سلمى حداد»
		if i := strings.Index(line, label); i > 0 && i < 100 && strings.ContainsAny(line[i+len(label):], " :/") {
			if _, ok := when.Find(line[:i], when.Context{}); ok {
				out = append(out, line[i+1:])
			}
		}
	}
	return out
}

// cutPlace cuts "on 3 July in Harbours" behind a name, and where each of two is.
func cutPlace(s string) string {
	for _, sep := range [...]string{" on ", " in "} {
		before, after, ok := strings.Cut(s, sep)
		if !ok || !isPerson(before) {
			continue
		}
		if _, next, more := strings.Cut(after, " and "); more && strings.Contains(next, sep) {
			return before + " and " + cutPlace(next) // each in a place of their own
		}
		return before
	}
	return s
}

// maxWords bounds the names behind a label: six people with two names each.
const maxWords = 20

// Begin cuts a byline that opens a paragraph and is closed by a sign, as in
// "كتب - محمد علي:" or "By ANN LEE —".
func Begin(line string) (r Reading, rest string, ok bool) {
	if _, found := cutLabel(line); !found {
		return r, line, false
	}
	for i, c := range line {
		if i > 90 {
			break
		}
		if i > 8 && (c == ':' || c == '—' || c == '\n') {
			if r, ok := InLine(line[:i]); ok {
				return r, strings.TrimLeft(line[i+utf8.RuneLen(c):], " "), true
			}
		}
	}
	return r, line, false
}
