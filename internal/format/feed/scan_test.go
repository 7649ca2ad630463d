package feed

import (
	"strings"
	"testing"
)

// outline writes a tree as key[attributes](text, children).
func outline(n *node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(n.key)
	for _, a := range n.attrs {
		b.WriteString("[" + a.key + "=" + a.value + "]")
	}
	b.WriteString("(" + n.text)
	for _, k := range n.kids {
		b.WriteString(" " + outline(k))
	}
	return b.String() + ")"
}

// TestScan: the tree of a document, whole or not.
func TestScan(t *testing.T) {
	for _, c := range []struct{ name, doc, want, fault string }{
		{"attributes in all quotes", `<a b="1" c='2' d=3 e>x</a>`, "a[b=1][c=2][d=3][e=](x)", ""},
		{"references in attributes", `<a b="1&amp;2" c=&lt;>x</a>`, "a[b=1&2][c=<](x)", ""},
		{"space around the sign", "<a b = '1'\n c\t=\n2 >x</a>", "a[b=1][c=2](x)", ""},
		{"an attribute that never ends", `<a><b c="1>x</a>`, "a()", ""},
		{"an attribute without a value at the end", `<a><b c=`, "a()", ""},
		{"a tag that closes itself", `<a><b/><c d="1"/>x</a>`, "a(x b() c[d=1]())", ""},
		{"a stroke within a tag", `<a><b / c="1">y</b></a>`, "a( b[c=1](y))", ""},
		{"a tag without its end", `<a><b c="1"<d>y</d></a>`, "a( b[c=1]( d(y)))", "line 1: a tag without >"},
		{"text around children", `<a>x<b>y</b>z</a>`, "a(xz b(y))", ""},
		{"a < in text", "<a>1\n< 2</a>", "a(1\n< 2)", "line 2: a < that opens nothing"},
		{"a < at the end", `<a>x</a><`, "a(x)", "line 1: a < that opens nothing"},
		{"a comment", `<a>x<!-- <b> -->y</a>`, "a(xy)", ""},
		{"a comment that never ends", `<a>x<!-- <b></a>`, "a(x)", ""},
		{"CDATA", `<a><![CDATA[<b> & </b>]]>&amp;</a>`, "a(<b> & </b>&)", ""},
		{"CDATA that never ends", `<a><![CDATA[<b>`, "a(<b>)", ""},
		{"a declaration", `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y>">]><a>x</a>`, "a(x)", ""},
		{"a declaration that never ends", `<!DOCTYPE a [<!ENTITY x "y">`, "", ""},
		{"an element that is not closed", `<a><b>x</a>`, "a( b(x))", "line 1: <b> is not closed"},
		{"an end that closes nothing", "<a>\n</b>x</a>", "a(\nx)", "line 2: </b> closes nothing"},
		{"an end in other letters", `<a><B>x</b></a>`, "a( b(x))", "line 1: </b> closes nothing"},
		{"a second root is left out", `<a>x</a><b>y</b>`, "a(x)", ""},
		{"entries do not nest", `<a><item>x<item>y</item></a>`, "a( item(x) item(y))", "line 1: <item> inside <item>"},
		{"names with points and strokes", `<a.b-c_1>x</a.b-c_1>`, "a.b-c_1(x)", ""},
		{"Arabic names", `<خبر>x</خبر>`, "خبر(x)", ""},
		{"no name at all", `<1>x</1>`, "", "line 1: a < that opens nothing"},
		{"text alone", "x", "", ""},
	} {
		s := scan(c.doc)
		if got := outline(s.root); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if got := strings.TrimPrefix(s.fault(), "XML broken at "); got != c.fault {
			t.Errorf("%s: fault %q, want %q", c.name, got, c.fault)
		}
	}
}

// TestCut: which elements the end of the document cut.
func TestCut(t *testing.T) {
	for doc, want := range map[string]bool{"<a>x</a>": false, "<a/>": false, "<a>x": true, "<a><b>x</b>": true, "<a>x</a><b": true, "<a>x</a>\n": false} {
		if got := scan(doc).cut; got != want {
			t.Errorf("%s: cut is %v", doc, got)
		}
	}
}

// TestDepth: what lies deeper than the bound is left out, and what follows it is
// not.
func TestDepth(t *testing.T) {
	deep := strings.Repeat("<b>", maxDepth+5) + "<c/>" + strings.Repeat("</b>", maxDepth+5)
	s := scan("<a>" + deep + "<d>x</d></a>")
	depth := 0
	for n := s.root; len(n.kids) > 0; n = n.kids[0] {
		depth++
	}
	if depth != maxDepth-1 || len(s.root.kids) != 2 || s.root.kids[1].text != "x" || s.cut || s.fault() != "" {
		t.Errorf("depth %d, %d children, cut %v, %s", depth, len(s.root.kids), s.cut, s.fault())
	}
}

// TestVocabularies: a name is known by what it is bound to, not by how its prefix is
// spelt; where nothing is bound the prefix is meant.
func TestVocabularies(t *testing.T) {
	const dc, atom = "http://purl.org/dc/elements/1.1/", "http://www.w3.org/2005/Atom"
	for _, c := range []struct{ name, doc, want string }{
		{"the usual prefix", `<rss xmlns:dc="` + dc + `"><dc:date/></rss>`, "rss( dc:date())"},
		{"another prefix", `<rss xmlns:x="` + dc + `"><x:Date/></rss>`, "rss( dc:date())"},
		{"a prefix of something else", `<rss xmlns:dc="` + atom + `"><dc:link/></rss>`, "rss( atom:link())"},
		{"no binding", `<rss><DC:date/></rss>`, "rss( dc:date())"},
		{"an unknown vocabulary", `<rss xmlns:x="urn:x"><x:y/></rss>`, "rss( x:y())"},
		{"the feed's own", `<feed xmlns="` + atom + `"><link/></feed>`, "feed( link())"},
		{"the feed's own, with a prefix", `<f:feed xmlns:f="` + atom + `"><f:link/><link/></f:feed>`, "feed( link() link())"},
		{"bound inside", `<rss><a xmlns="` + dc + `"><date/></a><date/></rss>`, "rss( dc:a( dc:date()) date())"},
		{"an attribute has its element's", `<rss xmlns:x="` + dc + `"><a x:b="1" c="2"/></rss>`, "rss( a[dc:b=1][c=2]())"},
		{"a name that only begins like one", `<rss xmlnsx="1"/>`, "rss[xmlnsx=1]()"},
		{"RDF is a wrapper", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="1"/></rdf:RDF>`, "rdf:rdf( item[rdf:about=1]())"},
	} {
		if got := outline(scan(c.doc).root); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	for uri, want := range map[string]string{
		dc: "dc", atom: "atom", "HTTP://WWW.W3.ORG/2005/ATOM/": "atom", "http://purl.org/atom/ns#draft": "atom", "http://purl.org/dc/terms/": "dcterms",
		"http://purl.org/rss/1.0/modules/content/": "content", "http://purl.org/rss/1.0/modules/syndication/": "sy", "http://search.yahoo.com/mrss": "media",
		"http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes", "http://www.w3.org/1999/xhtml": "xhtml", "http://www.w3.org/xml/1998/namespace": "xml",
		"http://rssnamespace.org/feedburner/ext/1.0": "feedburner", "http://webns.net/mvcb/": "admin", "http://backend.userland.com/rss092": "", " ": "", "urn:x": "?",
	} {
		if got := vocabulary(uri); got != want {
			t.Errorf("%s is %q, want %q", uri, got, want)
		}
	}
}

// TestClaimed: a document's own word on its encoding goes before the server's, and
// of either only what the web knows.
func TestClaimed(t *testing.T) {
	for _, c := range []struct{ doc, contentType, want string }{
		{`<?xml version="1.0" encoding="windows-1256"?><rss/>`, "text/xml; charset=utf-8", "windows-1256 utf-8"},
		{`<?xml version='1.0' encoding='ISO-8859-6'?><rss/>`, "", "iso-8859-6 "},
		{`<?xml encoding = latin1 ?><rss/>`, "text/xml", "windows-1252 "},
		{`<?xml version="1.0" encoding="`, "", " "},
		{`<?xml version="1.0" encoding`, "", " "},
		{`<?xml version="1.0"?><rss encoding="utf-8"/>`, "", "utf-8 "},
		{`<rss encoding="utf-8"/>`, "", " "},
		{`<rss/>`, "text/xml; charset=KOI8-R", " koi8-r"},
		{`<rss/>`, "text/xml; charset=klingon", " "},
		{`<rss/>`, ";;", " "},
	} {
		got := claimed([]byte(c.doc), c.contentType)
		if s := got[0] + " " + got[1]; s != c.want {
			t.Errorf("%s with %q: %q, want %q", c.doc, c.contentType, s, c.want)
		}
	}
}

// TestClean: control characters go, what Windows means by the second set of them
// stays, and line ends are no control characters.
func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\x00b\x1fc":     "abc",
		"a\tb\r\nc d":     "a\tb\r\nc d",
		"\uFEFFab":        "ab",
		"a\uFEFF\x01b":    "ab",
		"\u0093x\u0094":   "“x”",
		"caf\u00e9\u00a0": "caf\u00e9\u00a0",
		"الميناء":         "الميناء",
		"":                "",
		"\u00c2":          "\u00c2",
	} {
		if got := clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
