package tree

import (
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
		doc, err := Parse(tt.in)
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
		{strings.Repeat("x", 50), strings.Repeat("x", 24)},
	}
	for _, tt := range tests {
		var words []string
		Words(tt.in, func(w []byte) bool { words = append(words, string(w)); return true })
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
		doc, err := Parse("<html><head><title>Harbour</title><meta name=author content=Ann></head><body>" + tt.in)
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

func TestLines(t *testing.T) {
	for in, want := range map[string]string{
		`<div>By <a>Ann Lee</a> and <a>Bob Ray</a></div>`:                              "By Ann Lee and Bob Ray",
		`<div><span>Ann Lee</span><span>Editor</span></div>`:                           "Ann Lee\nEditor",
		`<div><h4>Ann  Lee</h4><p>She sails<br>every day.</p><script>x</script></div>`: "Ann Lee\nShe sails\nevery day.",
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
