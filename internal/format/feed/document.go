package feed

import (
	"encoding/json"
	"strings"
)

// documentHead is what the document of an entry begins with: a feed that says of
// it what the one it came from says. An entry of an Atom feed inherits authors (RFC
// 4287, section 4.2.1); those of RSS have who is in charge of the feed, which is
// not the same.
func (c *context) documentHead(n *node, language string, inherited []Person) string {
	var b strings.Builder
	b.WriteString("<" + c.root)
	for _, x := range n.bound {
		name := "xmlns"
		if x.prefix != "" {
			name += ":" + x.prefix
		}
		b.WriteString(attribute(name, x.uri))
	}
	b.WriteString(attribute("xml:base", c.base) + attribute("xml:lang", language) + ">")
	prefix, _, _ := strings.Cut(c.root, "feed")
	for _, p := range inherited {
		b.WriteString("<" + prefix + "author>")
		element(&b, prefix+"name", p.Name)
		element(&b, prefix+"email", p.Email)
		b.WriteString("</" + prefix + "author>")
	}
	return b.String()
}

// jsonDocumentHead is the same for an entry of a JSON Feed.
func jsonDocumentHead(language string, inherited []Person) string {
	head := struct {
		Version  string       `json:"version"`
		Language string       `json:"language,omitempty"`
		Authors  []jsonPerson `json:"authors,omitempty"`
	}{Version: "https://jsonfeed.org/version/1.1", Language: language}
	for _, p := range inherited {
		head.Authors = append(head.Authors, jsonPerson{loose(p.Name)})
	}
	out, err := json.Marshal(head)
	if err != nil { // strings always can be written
		return `{`
	}
	return strings.TrimSuffix(string(out), "}") + ","
}
