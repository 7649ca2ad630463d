package page

import (
	"encoding/json"
	"strconv"
	"strings"

	"dateline/internal/read/clean"
)

// Data is what the structured data (JSON-LD) says of the article.
type Data struct {
	Type      string
	Types     []string // of all objects
	Article   bool     // one of them is an article of its own
	Headline  string
	People    []string // authors that are persons, or of no stated type
	Authors   []string // authors that are organisations
	Publisher string
	// PublisherTypes are what the publisher is, in the words of schema.org.
	PublisherTypes []string
	Published      string
	Modified       string
	Language       string
	Section        string
	Keywords       []string
	Picture        string
	Caption        string // of the picture
	Credit         string // of the picture
	Terms          string // usageInfo or license
	Holder         string
	Paywalled      bool
	URL            string
	Body           string
}

type object = map[string]any

// parseData finds the article among all objects of all scripts. Objects refer
// to each other by @id, across scripts too.
func parseData(scripts []string) Data {
	var objects []object
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(s), &v) != nil && json.Unmarshal([]byte(mend(s)), &v) != nil {
			continue
		}
		objects = collect(objects, v, 0)
	}
	g := graph{}
	best, rank := object(nil), 0
	var types []string
	for _, o := range objects {
		// An object of an @id alone is a reference, and must not hide the one it refers to.
		if id := str(o["@id"]); id != "" && len(o) > 1 && g[id] == nil {
			g[id] = o
		}
		if len(types) < maxEach {
			types = append(types, typesOf(o)...)
		}
		if r := articleRank(o); r > rank {
			best, rank = o, r
		}
	}
	if best == nil {
		return Data{Types: types}
	}
	d := g.data(best)
	d.Types, d.Article = types, rank >= 5
	return d
}

// mend repairs what makes JSON-LD on real pages no JSON: bare control
// characters, comments around it, a semicolon after it.
func mend(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < 0x20 {
			return ' '
		}
		return r
	}, s)
	s = strings.TrimSpace(s)
	for _, cut := range [...]string{"<!--", "//<![CDATA[", "<![CDATA["} {
		s = strings.TrimPrefix(s, cut)
	}
	for _, cut := range [...]string{"-->", "//]]>", "]]>", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, cut))
	}
	// This may change a text that holds such signs, too; it is only done to what is no JSON as it stands.
	return strings.NewReplacer(",]", "]", ",}", "}", ", ]", "]", ", }", "}").Replace(s)
}

// collect appends v and the objects in it that may be the article.
func collect(out []object, v any, depth int) []object {
	// Data of real pages nests two deep and holds some twenty objects.
	if depth > 4 || len(out) > 500 {
		return out
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			out = collect(out, e, depth+1)
		}
	case object:
		out = append(out, v)
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"} {
			// A list that has a type is one of other items, or the way to this page.
			if key != "itemListElement" || v["@type"] == nil {
				out = collect(out, v[key], depth+1)
			}
		}
	}
	return out
}

// articleRank prefers news articles to other articles to pages.
func articleRank(o object) int {
	rank := 0
	for _, t := range typesOf(o) {
		switch {
		// Schema.org has kinds of it: AnalysisNewsArticle, OpinionNewsArticle, ReportageNewsArticle.
		case strings.HasSuffix(t, "NewsArticle"):
			rank = max(rank, 6)
		case strings.HasSuffix(t, "Article"), t == "BlogPosting", t == "LiveBlogPosting", t == "Report", t == "SocialMediaPosting":
			rank = max(rank, 5)
		case t == "Review", t == "Recipe", t == "Product" && o["datePublished"] != nil, t == "CreativeWork":
			rank = max(rank, 2)
		case strings.HasSuffix(t, "WebPage"), t == "VideoObject" && o["datePublished"] != nil:
			rank = max(rank, 1)
		}
	}
	// An article without headline and day is a stub in a list of others.
	if rank > 1 && str(o["headline"]) == "" && str(o["datePublished"]) == "" {
		rank = 1
	}
	return rank
}

// typesOf are the types of an object, each of which may stand as its whole address.
func typesOf(o object) []string {
	types := strs(o["@type"])
	for i, t := range types {
		types[i] = strings.TrimPrefix(strings.TrimPrefix(t, "http://schema.org/"), "https://schema.org/")
	}
	return types
}

// A graph holds objects by their @id.
type graph map[string]object

// resolve follows a reference to an object of the graph.
func (g graph) resolve(v any) any {
	// A reference has an @id and at most a type; with more it is the object itself.
	if o, ok := v.(object); ok && len(o) <= 2 {
		if whole := g[str(o["@id"])]; whole != nil {
			return whole
		}
	}
	return v
}

// data is what one object says, with those that it refers to.
func (g graph) data(o object) Data {
	d := Data{
		Headline: clean.Markup(str(o["headline"])), Published: instant(o["datePublished"]), Modified: instant(o["dateModified"]),
		Language: g.name(o["inLanguage"]), Section: clean.Markup(first(strs(o["articleSection"]))), Publisher: g.name(o["publisher"]),
		Holder: g.name(o["copyrightHolder"]), URL: str(o["url"]), Body: str(o["articleBody"]), Type: first(typesOf(o)),
		Terms: str(o["usageInfo"]),
	}
	if d.Published == "" {
		d.Published = instant(o["dateCreated"])
	}
	// Of a mere page the name is that of the site as often as not.
	if d.Headline == "" && articleRank(o) > 1 {
		d.Headline = clean.Markup(str(o["name"]))
	}
	if d.Terms == "" {
		d.Terms = str(o["license"])
	}
	if publisher, ok := g.resolve(first(list(o["publisher"]))).(object); ok {
		d.PublisherTypes = typesOf(publisher)
	}
	d.People, d.Authors = g.authors(o)
	d.Keywords = g.keywords(o["keywords"])
	d.Picture, d.Caption, d.Credit = g.picture(o["image"])
	d.Paywalled = g.paywalled(o)
	return d
}

// paywalled reports an article that is not free, or leaves it to its parts to say so,
// or to the page that it is the matter of.
func (g graph) paywalled(o object) bool {
	if free, said := o["isAccessibleForFree"]; said {
		return notFree(free)
	}
	for _, key := range [...]string{"hasPart", "mainEntityOfPage", "isPartOf"} {
		for _, part := range list(o[key]) {
			if p, ok := g.resolve(part).(object); ok && notFree(p["isAccessibleForFree"]) {
				return true
			}
		}
	}
	return false
}

// notFree reads a value as schema.org and as real pages write it.
func notFree(v any) bool {
	if v == false || v == float64(0) {
		return true
	}
	switch s := strings.ToLower(strings.TrimSpace(str(v))); s {
	case "false", "no", "0", "http://schema.org/false", "https://schema.org/false":
		return true
	}
	return false
}

// authors are the names of the authors that are people, and of those that are not.
func (g graph) authors(o object) (people, others []string) {
	for _, key := range [...]string{"author", "creator"} {
		for _, a := range list(o[key]) {
			a = g.resolve(a)
			names := []string{g.name(a)}
			if m, ok := a.(object); ok {
				// {"@type": "Person", "name": ["Ann Lee", "Bob Ray"]} are two.
				if _, many := m["name"].([]any); many {
					names = strs(m["name"])
				}
				if t := first(strs(m["@type"])); t != "" && !strings.EqualFold(t, "Person") {
					others = append(others, names...)
					continue
				}
			}
			people = append(people, names...)
		}
		if len(people) > 0 {
			break
		}
	}
	return people, others
}

// keywords are the members of a list, each divided again at its commas, for a list is
// as often one string: "harbour, الميناء، ships".
func (g graph) keywords(v any) []string {
	var out []string
	for _, s := range strs(v) {
		for k := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == '،' || r == ';' }) {
			if k = clean.Markup(k); k != "" && len(k) < 100 && len(out) < maxEach {
				out = append(out, k)
			}
		}
	}
	return out
}

// picture is the address of the first picture, a string or that of an ImageObject, with
// its caption and credit.
func (g graph) picture(v any) (address, caption, credit string) {
	for _, i := range list(v) {
		switch i := g.resolve(i).(type) {
		case string:
			return i, "", ""
		case object:
			address = str(i["url"])
			if address == "" {
				address = str(i["contentUrl"])
			}
			return address, clean.Markup(str(i["caption"])), clean.Markup(str(i["creditText"]))
		}
	}
	return "", "", ""
}

// name is a string, or the name of the object that v is or refers to.
func (g graph) name(v any) string {
	switch v := g.resolve(v).(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			return g.name(v[0])
		}
	case object:
		return first(strs(v["name"]))
	}
	return ""
}

// instant is a time as it stands: the first of a list, or a number of seconds or
// milliseconds.
func instant(v any) string {
	several := list(v)
	if len(several) == 0 {
		return ""
	}
	if n, ok := several[0].(float64); ok && n > 0 {
		return strconv.FormatFloat(n, 'f', 0, 64)
	}
	return str(several[0])
}

// str is v as a string, "" when it is none. JSON-LD may wrap it to say its language:
// {"@value": "الميناء", "@language": "ar"}.
func str(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case object:
		return str(v["@value"])
	}
	return ""
}

// strs are the strings of a list, or the one that stands for a list of one.
func strs(v any) []string {
	var out []string
	for _, e := range list(v) {
		if s := str(e); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// list is v as a list: JSON-LD leaves out the brackets around a single value. A list
// without end is cut.
func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v[:min(len(v), maxEach)]
	}
	return []any{v}
}

func first[T any](s []T) (none T) {
	if len(s) == 0 {
		return none
	}
	return s[0]
}
