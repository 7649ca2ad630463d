package feed

import (
	"archive/tar"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/internal/datatest"
)

// The rules of a public feed validator that concern what is written here, under
// its own names. TestRulesAreTheValidators holds them against its test cases,
// so that TestWhatIsWrittenKeepsTheRules means something.

// An el is an element of a feed.
type el struct {
	name  string // with "dc:" and the like
	text  string
	attrs map[string]string
	kids  []*el
}

func prefixOf(space string) string {
	return map[string]string{
		"http://purl.org/dc/elements/1.1/": "dc:", "http://purl.org/rss/1.0/modules/content/": "content:",
		"http://www.w3.org/XML/1998/namespace": "xml:", "xml": "xml:",
	}[space]
}

func tree(doc string) (*el, error) {
	decoder := xml.NewDecoder(strings.NewReader(doc))
	decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	top := &el{}
	open := []*el{top}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) && len(top.kids) == 1 {
			return top.kids[0], nil
		}
		if err != nil {
			return nil, err
		}
		last := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if err := bound(t); err != nil {
				return nil, err
			}
			e := &el{name: prefixOf(t.Name.Space) + t.Name.Local, attrs: map[string]string{}}
			for _, a := range t.Attr {
				e.attrs[prefixOf(a.Name.Space)+a.Name.Local] = a.Value
			}
			if strings.Contains(t.Name.Space, "Atom") && len(open) > 2 && open[1].name == "rss" {
				e.name = "atom:" + e.name
			}
			last.kids = append(last.kids, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(t)
		}
	}
}

// bound reports a prefix that no namespace was given for; Go's decoder passes
// over it, others do not.
func bound(t xml.StartElement) error {
	for _, name := range append([]xml.Attr{{Name: t.Name}}, t.Attr...) {
		space := name.Name.Space
		if name.Name.Space == "xmlns" {
			space = name.Value
		} else if space == "xml" {
			space = ""
		}
		if space != "" && !strings.Contains(space, ":") || strings.ContainsAny(space, " \n") {
			return fmt.Errorf("no namespace: %q", space)
		}
	}
	return nil
}

func (e *el) all(name string) (out []*el) {
	for _, k := range e.kids {
		if k.name == name {
			out = append(out, k)
		}
	}
	return out
}

// faults are the rules that a document breaks.
func faults(doc string) []string {
	root, err := tree(doc)
	if err != nil {
		return []string{"SAXError"}
	}
	var found []string
	add := func(rule string, broken bool) {
		if broken && !slices.Contains(found, rule) {
			found = append(found, rule)
		}
	}
	checkElement(root, add)
	if root.name == "rss" {
		missing(add, root, "channel")
	}
	for _, channel := range root.all("channel") {
		missing(add, channel, "title", "link", "description")
		add("MissingSelf", !hasSelf(channel, "atom:link"))
		for _, item := range channel.all("item") {
			add("DuplicateElement", doubled(item, "title", "link", "description", "guid", "pubDate", "author", "comments", "source"))
		}
		add("DuplicateElement", doubled(channel, "title", "link", "description", "language", "dc:language", "pubDate", "lastBuildDate", "generator", "ttl"))
	}
	if root.name == "feed" {
		checkAtom(root, add)
	}
	return found
}

func checkAtom(root *el, add func(string, bool)) {
	missing(add, root, "id", "title", "updated")
	add("MissingSelf", !hasSelf(root, "link"))
	for _, e := range append(root.all("entry"), root) {
		add("DuplicateElement", doubled(e, "id", "title", "updated", "published", "subtitle", "generator", "content", "summary"))
		seen := map[string]bool{}
		for _, l := range e.all("link") {
			if rel := l.attrs["rel"]; rel == "alternate" || rel == "" {
				key := l.attrs["type"] + " " + l.attrs["hreflang"]
				add("DuplicateAtomLink", seen[key])
				seen[key] = true
			}
		}
	}
	for _, e := range root.all("entry") {
		missing(add, e, "id", "title", "updated")
		add("MissingElement author", len(root.all("author"))+len(e.all("author"))+len(e.all("source")) == 0)
		add("MissingContentOrAlternate", len(e.all("content")) == 0 && len(e.all("link")) == 0)
	}
}

var (
	tagShape     = regexp.MustCompile(`^tag:([\w.-]+@)?[\w.-]+,\d{4}(-\d\d(-\d\d)?)?:[\w;/?:@&=+$.!~*'()%,#-]*$`)
	instantShape = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`)
	langShape    = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)
)

// checkElement checks what can be told of an element alone, and of those in it.
func checkElement(e *el, add func(string, bool)) {
	switch e.name {
	case "updated", "published", "atom:updated":
		_, err := time.Parse(time.RFC3339, e.text)
		add("InvalidRFC3339Date", err != nil || !instantShape.MatchString(e.text))
	case "pubDate", "lastBuildDate":
		add("InvalidRFC2822Date", !isRFC2822(e.text))
	case "id":
		add("InvalidTAG", strings.HasPrefix(e.text, "tag:") && !tagShape.MatchString(e.text))
	case "language", "dc:language":
		add("InvalidLanguage", !langShape.MatchString(e.text))
	}
	for name, value := range e.attrs {
		if name == "xml:lang" && value != "" || name == "hreflang" {
			add("InvalidLanguage", !langShape.MatchString(value))
		}
	}
	for _, k := range e.kids {
		checkElement(k, add)
	}
}

func isRFC2822(s string) bool {
	for _, day := range []string{"", "Mon, "} {
		for _, date := range []string{"2 Jan 2006 ", "02 Jan 2006 "} {
			for _, clock := range []string{"15:04:05 ", "15:04 "} {
				for _, zone := range []string{"-0700", "MST", "UT", "Z"} {
					if t, err := time.Parse(day+date+clock+zone, s); err == nil && (day == "" || s[:3] == t.Weekday().String()[:3]) {
						return true
					}
				}
			}
		}
	}
	return false
}

func missing(add func(string, bool), e *el, names ...string) {
	for _, name := range names {
		add("MissingElement "+name, len(e.all(name)) == 0)
	}
}

func hasSelf(e *el, link string) bool {
	return slices.ContainsFunc(e.all(link), func(l *el) bool { return strings.TrimPrefix(l.attrs["rel"], iana) == "self" })
}

// iana opens the long names of the relations of links.
const iana = "http://www.iana.org/assignments/relation/"

func doubled(e *el, names ...string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return len(e.all(n)) > 1 })
}

func TestWhatIsWrittenKeepsTheRules(t *testing.T) {
	strange := sample()
	for i := range strange.Entries {
		e := &strange.Entries[i]
		e.Language, e.Title, e.Alternates = "en_us", "\x00", append(e.Alternates, Alternate{"English", "https://a.example/"}, Alternate{"fr", "x"})
	}
	strange.Language = "English please"
	for name, f := range map[string]*Out{
		"sample": sample(), "strange": strange,
		"empty": {ID: "tag:a.example,2026:x", Self: "https://a.example/feed", Author: "A"},
	} {
		for _, format := range []string{"rss", "atom"} {
			if got := faults(write(t, format, f)); len(got) > 0 {
				t.Errorf("%s of %s breaks %v:\n%s", format, name, got, write(t, format, f))
			}
		}
	}
}

// expectation is what a case of the validator says of itself at its top.
var expectation = regexp.MustCompile(`Expect:\s*(!?)(\w+)(?:\{([^}]*)\})?`)

// TestRulesAreTheValidators checks the rules against the validator's own cases:
// each breach that it names must be found, and none where it names the opposite.
func TestRulesAreTheValidators(t *testing.T) {
	rules := []string{"SAXError", "InvalidRFC3339Date", "InvalidRFC2822Date", "InvalidTAG", "InvalidLanguage", "DuplicateAtomLink",
		"MissingElement", "MissingSelf", "MissingContentOrAlternate", "DuplicateElement"}
	opposite := map[string]string{"ValidTAG": "InvalidTAG", "ValidRFC2822Date": "InvalidRFC2822Date", "ValidLanguage": "InvalidLanguage"}
	counts := map[string]int{}
	eachCase(t, datatest.Path(t, "formats", "feedvalidator", "w3c-feedvalidator-testcases.tgz"), func(name, doc string) {
		m := expectation.FindStringSubmatch(doc)
		if m == nil || !concerns(m[3]) {
			return
		}
		rule, want := m[2], m[1] == ""
		if o := opposite[rule]; o != "" && want {
			rule, want = o, false // "not valid" need not mean invalid
		}
		if !slices.Contains(rules, rule) || strings.Contains(doc, "<rdf:RDF") || strings.Contains(doc, "r0x0rz") {
			return // no format of ours, and a date that only its author can read
		}
		counts[fmt.Sprint(rule, " ", want)]++
		full := rule
		if rule == "MissingElement" {
			full += " " + elementOf(m[3])
		}
		if got := slices.Contains(faults(doc), full); got != want {
			t.Errorf("%s: %s found %v, want %v", name, rule, got, want)
		}
	})
	t.Logf("cases: %v", counts)
	for _, rule := range rules {
		if counts[rule+" true"] == 0 {
			t.Errorf("no case breaks %s: nothing shows that the rule works", rule)
		}
	}
}

// elementOf is the element that an expectation names.
func elementOf(place string) string {
	_, rest, _ := strings.Cut(place, "element:")
	name, _, _ := strings.Cut(rest, ",")
	return name
}

// concerns reports whether a place in a document is one that we write to.
func concerns(place string) bool {
	for _, part := range strings.Split(place, ",") {
		key, value, _ := strings.Cut(strings.TrimSpace(part), ":")
		known := strings.Fields("feed entry channel item id title updated published subtitle generator content summary link " +
			"author channel language dc:language xml:lang hreflang pubDate lastBuildDate guid description")
		if (key == "parent" || key == "element") && !slices.Contains(known, value) {
			return false
		}
	}
	return true
}

func eachCase(t *testing.T, archive string, f func(name, doc string)) {
	t.Helper()
	file, err := os.Open(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(filepath.ToSlash(h.Name), "/")
		if len(parts) < 3 || filepath.Ext(h.Name) != ".xml" || !slices.Contains([]string{"atom", "rss", "rss20", "xml"}, parts[1]) {
			continue
		}
		doc, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		f(h.Name, string(doc))
	}
}
