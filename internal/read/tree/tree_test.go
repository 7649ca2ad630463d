package tree

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func TestText(t *testing.T) {
	tests := []struct{ in, want string }{
		{"<p>har<b>bour</b> <i>opens</i></p>", "harbour opens"},
		{"<p>one</p><p>two</p>", "one two"},
		{"one<br>two", "one two"},
		{"a<script>x</script><style>y</style><!-- z -->b", "ab"},
	}
	for _, tt := range tests {
		doc, err := Parse([]byte(tt.in))
		if err != nil {
			t.Fatal(err)
		}
		if got := Text(doc); got != tt.want {
			t.Errorf("Text(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	tests := []struct{ in, want string }{
		{"post-Body__lead", "post body lead"},
		{"articleBody ad2", "article body ad"},
		{"", ""},
		{"--", ""},
		{"aBC ABc A b", "a bc abc a b"},
		{"-a-", "a"},
		{strings.Repeat("x", 50), strings.Repeat("x", 24)},
	}
	for _, tt := range tests {
		var words []string
		for w := (Words{Of: tt.in}); w.Next(); {
			words = append(words, string(w.Word()))
		}
		if got := strings.Join(words, " "); got != tt.want {
			t.Errorf("Words(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestParseTamesPages(t *testing.T) {
	text := "<p>The harbour has opened.</p>"
	tests := []struct{ name, in string }{
		{"deep", strings.Repeat("<div>", 5000) + text},
		{"deep inline", strings.Repeat("<b><i>", 5000) + text},
		{"large", text + "<style>" + strings.Repeat("a{}", maxPlain/2) + "</style>"},
		{"attributes", text + strings.Repeat("<div "+strings.Repeat("a=b ", 1000)+">", maxPlain/3000)},
	}
	for _, tt := range tests {
		doc, err := Parse([]byte("<html><head><title>Harbour</title><meta name=author content=Ann></head><body>" + tt.in))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if !strings.Contains(Text(doc), "The harbour has opened.") {
			t.Errorf("%s: the text is lost", tt.name)
		}
		if Find(doc, func(n *html.Node) bool { return n.DataAtom == atom.Meta && Attr(n, "content") == "Ann" }) == nil {
			t.Errorf("%s: the head is lost", tt.name)
		}
	}
}

// TestParseBoundsNodes holds the tree of a page to the number of its tags, which
// is what reading takes time for.
func TestParseBoundsNodes(t *testing.T) {
	left := func(open func(int) string) string {
		var b strings.Builder
		for i := range 400 {
			b.WriteString(open(i))
		}
		return b.String()
	}
	bold := func(i int) string { return fmt.Sprintf("<b id=%d>", i) }
	link := func(i int) string { return fmt.Sprintf("<a id=%d>", i) }
	many := func(s string) string { return strings.Repeat(s, maxPlain/len(s)) }
	for _, s := range []string{
		"<p>" + left(bold) + "</p>" + strings.Repeat("<p>x</p>", 7000), "<p>" + left(link) + "</p>" + strings.Repeat("<p>x</p>", 7000),
		"<p>" + left(bold) + "</p>" + many("<p>x"), many("<p>a"), many("<table>"), many("<table><tr><td>"), many("<table><tr><td>x</table>"), many("</p>"), many("<table><b>x"),
		strings.Repeat("<table><tr><td>", 120) + many("<table><tr><td>x</table>"), strings.Repeat("<ul><li>", 200) + many("<li>x"), many("x<br>"), many("<a><div>"),
	} {
		doc, err := Parse([]byte(s))
		if err != nil {
			t.Errorf("%.40q…: %v", s, err)
			continue
		}
		nodes := 0
		for range doc.Descendants() {
			nodes++
		}
		if nodes > 4*maxTags {
			t.Errorf("%.40q…: %d nodes", s, nodes)
		}
	}
}

func TestLines(t *testing.T) {
	for in, want := range map[string]string{
		`<div>By <a>Ann Lee</a> and <a>Bob Ray</a></div>`:                              "By Ann Lee and Bob Ray",
		`<div><span>Ann Lee</span><span>Editor</span></div>`:                           "Ann Lee\nEditor",
		`<div><h4>Ann  Lee</h4><p>She sails<br>every day.</p><script>x</script></div>`: "Ann Lee\nShe sails\nevery day.",
		`<div>a<b>A</b>z<b>Z</b></div>`:                                                "a\nAz\nZ",
		`<div>Ann <b>Lee</b></div>`:                                                    "Ann Lee",
		`<div>ANN<b>LEE</b></div>`:                                                     "ANNLEE",
		`<div>Mc<b>Lee</b></div>`:                                                      "Mc\nLee",
	} {
		doc, err := html.Parse(strings.NewReader(in))
		if err != nil {
			t.Fatal(err)
		}
		if got := Lines(doc, 100); got != want {
			t.Errorf("Lines(%s) = %q, want %q", in, got, want)
		}
	}
	deep, err := html.Parse(strings.NewReader(strings.Repeat("<b>", 400) + strings.Repeat("word ", 10000)))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(Lines(deep, 100)); n > 200 {
		t.Errorf("%d bytes of a text are more than a beginning", n)
	}
}

// TestKinds: which elements hold no text for a reader, and which stand on lines of
// their own.
func TestKinds(t *testing.T) {
	for name, want := range map[string]string{
		"script": "hidden", "style": "hidden", "noscript": "hidden", "template": "hidden", "svg": "hidden", "iframe": "hidden", "object": "hidden", "select": "hidden", "textarea": "hidden", "math": "hidden",
		"canvas": "hidden", "audio": "hidden", "video": "hidden", "p": "block", "div": "block", "li": "block", "td": "block", "h1": "block", "h6": "block", "blockquote": "block", "section": "block", "details": "block",
		"center": "block", "body": "block", "span": "", "a": "", "b": "", "time": "", "sup": "", "br": "",
	} {
		n := &html.Node{Type: html.ElementNode, Data: name, DataAtom: atom.Lookup([]byte(name))}
		got := ""
		if Hidden(n) {
			got = "hidden"
		} else if Block(n.DataAtom) {
			got = "block"
		}
		if got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}
