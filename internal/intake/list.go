package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline"
	"dateline/internal/format/opml"
	"dateline/internal/lang"
	"dateline/internal/read/clean"
)

// prefix is that of the attributes in which a list says what OPML has no word for.
const (
	prefix    = "dateline:"
	namespace = "urn:dateline:source"
)

// FromOPML makes a source of each feed in a list. Ids are derived from the
// addresses and unique among the sources returned. A list never allows private
// addresses, and full usage only with the reason that somebody recorded.
func FromOPML(d *opml.Document) []dateline.Source {
	var out []dateline.Source
	taken := map[dateline.SourceID]bool{}
	d.Walk(func(folders []string, o *opml.Outline) {
		s := fromOutline(o)
		s.Folder = joinFolders(folders)
		for _, a := range d.Attrs { // what the attributes' prefixes stand for
			if p, ok := strings.CutPrefix(a.Name, "xmlns:"); ok && usesPrefix(s.Attributes, p) {
				s.Attributes[a.Name] = a.Value
			}
		}
		s.ID = UniqueID(s.ID, func(id dateline.SourceID) bool { return taken[id] })
		taken[s.ID] = true
		out = append(out, s)
	})
	return out
}

// fromOutline keeps whatever it does not know as an attribute, so that a list which is
// taken in and given out again has lost nothing of another program's.
func fromOutline(o *opml.Outline) dateline.Source {
	s := dateline.Source{Name: clean.Line(o.Name()), Feed: webAddress(o.Feed())}
	for _, a := range o.Attrs {
		switch name := strings.ToLower(a.Name); {
		case name == "xmlurl", name == "title":
		case name == "text" && (a.Value == s.Name):
		// What toAttrs writes for everybody need not be remembered.
		case name == "type" && a.Value == "rss":
		case name == "htmlurl":
			// A source's site is linked from its public page; a feed's login stays, for it is asked with it.
			s.Site = withoutLogin(a.Value)
		case name == "language" && lang.Canonical(a.Value) != "": // old readers write "unknown"
			s.Language = a.Value
		case strings.HasPrefix(name, prefix):
			own(&s, strings.TrimPrefix(name, prefix), a.Value)
		default:
			if s.Attributes == nil {
				s.Attributes = map[string]string{}
			}
			s.Attributes[a.Name] = a.Value
		}
	}
	// Lists are passed on: one must not release copy in full in another newsroom.
	if s.Usage == dateline.UsageFull && s.UsageReason == "" {
		s.Usage = ""
	}
	if s.ID == "" {
		s.ID = IDFor(first(s.Site, s.Feed))
	}
	return s
}

// webAddress is an address as the web knows it: browsers hand feeds to readers
// as feed://host/path or feed:https://host/path, and lists pass that on.
func webAddress(s string) string {
	s = strings.TrimSpace(s)
	rest, ok := strings.CutPrefix(s, "feed:")
	switch {
	case !ok:
		return s
	case strings.HasPrefix(rest, "//"):
		return "http:" + rest
	}
	return rest
}

// own reads one of this program's own attributes.
func own(s *dateline.Source, name, value string) {
	if language, ok := strings.CutPrefix(name, "name-"); ok {
		if s.Names == nil {
			s.Names = dateline.Names{}
		}
		s.Names[language] = value
		return
	}
	// Lists are edited by hand: "Desk" means desk, and must not be taken for no usage.
	word := strings.ToLower(strings.TrimSpace(value))
	switch name {
	case "id":
		s.ID = slug(value)
	case "kind":
		s.Kind = dateline.SourceKind(word)
	case "zone":
		s.Zone = value
	case "usage":
		s.Usage = dateline.Usage(word)
	case "usagereason":
		s.UsageReason = value
	case "rule":
		s.Rule = dateline.Rule(word)
	case "pages":
		s.Pages = dateline.PageMode(word)
	case "again":
		s.Again = dateline.AgainMode(word)
	case "lost":
		s.Lost = dateline.Rule(word)
	case "retired":
		s.Retired = word == "true"
	case "delay":
		switch d, err := time.ParseDuration(word); {
		case err != nil || d < 0: // the usual one
		case d == 0:
			s.Delay = -1 // none
		default:
			s.Delay = d
		}
	}
}

// ToOPML makes a list of those sources that have a feed, in their folders.
func ToOPML(title string, sources []dateline.Source) *opml.Document {
	d := &opml.Document{Version: "2.0", Attrs: []opml.Attr{{Name: "xmlns:dateline", Value: namespace}},
		Head: []opml.Attr{{Name: "title", Value: title}}}
	spaces := map[string]bool{"xmlns:dateline": true}
	for i := range sources {
		s := &sources[i]
		if s.Feed == "" {
			continue
		}
		for _, name := range sortedNames(s.Attributes) {
			if strings.HasPrefix(name, "xmlns:") && !spaces[name] {
				spaces[name] = true
				d.Attrs = append(d.Attrs, opml.Attr{Name: name, Value: s.Attributes[name]})
			}
		}
		list := &d.Outlines
		for _, f := range splitFolders(s.Folder) {
			list = folder(list, f)
		}
		*list = append(*list, opml.Outline{Attrs: toAttrs(s)})
	}
	return d
}

// folder finds or adds a folder in a list and returns what is in it.
func folder(list *[]opml.Outline, name string) *[]opml.Outline {
	for i := range *list {
		if o := &(*list)[i]; o.Feed() == "" && o.Get("text") == name {
			return &o.Outlines
		}
	}
	*list = append(*list, opml.Outline{Attrs: []opml.Attr{{Name: "text", Value: name}, {Name: "title", Value: name}}})
	return &(*list)[len(*list)-1].Outlines
}

// toAttrs is the other way of fromOutline: the words of OPML first, then other programs'
// attributes in order, so that the same sources make the same file, then our own.
func toAttrs(s *dateline.Source) []opml.Attr {
	var out []opml.Attr
	add := func(name, value string) {
		if value != "" {
			out = append(out, opml.Attr{Name: name, Value: value})
		}
	}
	given := s.Attributes
	add("type", first(given["type"], "rss"))
	add("text", first(given["text"], s.Name, s.Feed))
	add("title", s.Name)
	add("xmlUrl", s.Feed)
	add("htmlUrl", s.Site)
	add("language", s.Language)
	for _, name := range sortedNames(given) {
		if name != "type" && name != "text" && !strings.HasPrefix(name, "xmlns:") {
			out = append(out, opml.Attr{Name: name, Value: given[name]})
		}
	}
	add(prefix+"id", string(s.ID))
	for _, language := range slices.Sorted(maps.Keys(s.Names)) {
		add(prefix+"name-"+language, s.Names[language])
	}
	add(prefix+"kind", string(s.Kind))
	add(prefix+"zone", s.Zone)
	add(prefix+"usage", string(s.Usage))
	add(prefix+"usageReason", s.UsageReason)
	add(prefix+"rule", string(s.Rule))
	add(prefix+"pages", string(s.Pages))
	add(prefix+"again", string(s.Again))
	add(prefix+"lost", string(s.Lost))
	if s.Retired { // else a list that was saved would bring it back to life
		add(prefix+"retired", "true")
	}
	if s.Delay != 0 {
		add(prefix+"delay", max(s.Delay, 0).String())
	}
	return out
}

func sortedNames(m map[string]string) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// usesPrefix asks before a name space is kept: most sources use none of a list's.
func usesPrefix(attrs map[string]string, p string) bool {
	for name := range attrs {
		if strings.HasPrefix(name, p+":") {
			return true
		}
	}
	return false
}

// Folder names may hold the character that stands between levels.

func joinFolders(names []string) string {
	escaped := make([]string, len(names))
	for i, n := range names {
		escaped[i] = strings.NewReplacer("%", "%25", "/", "%2F").Replace(n)
	}
	return strings.Join(escaped, "/")
}

// splitFolders undoes joinFolders, both signs in one pass: a folder called "50%2F50" would
// else come back as "50/50".
func splitFolders(path string) []string {
	if path == "" {
		return nil
	}
	names := strings.Split(path, "/")
	for i, n := range names {
		names[i] = strings.NewReplacer("%2F", "/", "%25", "%").Replace(n)
	}
	return names
}

// UniqueID is an id, with a number behind it if it is taken.
func UniqueID(id dateline.SourceID, taken func(dateline.SourceID) bool) dateline.SourceID {
	if !taken(id) {
		return id
	}
	for n := 2; ; n++ {
		if next := id + dateline.SourceID("-"+strconv.Itoa(n)); !taken(next) {
			return next
		}
	}
}

// IDFor derives a source's id from its address: the host without www. Ids are part
// of public addresses, so who signs in at the host, and with what, stays out. A
// host without any letter of ASCII is told from others by a digest.
func IDFor(address string) dateline.SourceID {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		rest = address
	}
	host := rest
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		host = rest[:end]
	}
	host = host[strings.LastIndex(host, "@")+1:]
	id := slug(strings.TrimPrefix(strings.ToLower(host), "www."))
	if id == unnamed {
		return nameID(host)
	}
	return id
}

// unnamed is the id of what has no letter or digit that an id may hold.
const unnamed = "source"

// slug keeps what an id may hold: lower-case letters and digits of ASCII in words
// of one hyphen between them, 60 characters at most.
func slug(s string) dateline.SourceID {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	if len(words) == 0 {
		return unnamed
	}
	id := strings.Join(words, "-")
	id = strings.Trim(id[:min(len(id), 60)], "-")
	if dateline.SourceID(id) == dateline.OwnSource {
		id += "-2" // whatever copy calls its source: what is our own goes out in full
	}
	return dateline.SourceID(id)
}

// nameID derives an id from a name in any script: what is not ASCII is told apart
// by a digest, for there is no one way to spell it.
func nameID(name string) dateline.SourceID {
	id := slug(name)
	if isASCII(name) {
		return id
	}
	sum := sha256.Sum256([]byte(name))
	return id + "-" + dateline.SourceID(hex.EncodeToString(sum[:3]))
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}

// first is "" where all are.
func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
