package tree

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestStrip(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing to leave out", "<p class=a>x</p>", "<p class=a>x</p>"},
		{"scripts and styles", "a<script>if (a<b) {}</script>b<STYLE>p{}</STYLE>c", "abc"},
		{"an end tag in a script's string stays in it", `a<script>x = "<b>";</script >b`, "ab"},
		{"a script that writes scripts", `a<script><!-- document.write("<script></script>"); //--></script>b`, "ab"},
		{"linked data", `<script type="application/ld+json">{"a":"<p data-x=1>"}</script>`, `<script type="application/ld+json">{"a":"<p data-x=1>"}</script>`},
		{"linked data under an escaped name", `<script type="application/ld&#x2B;json">{}</script>`, `<script type="application/ld&#x2B;json">{}</script>`},
		{"a script without an end", "a<script>b", "a<script>b"},
		{"comments", "a<!-- <p> -- > -->b<!-->c<!--->d<!--x--!>e<!-- f", "abcde"},
		{"a drawing in a drawing", "a<svg><svg></svg><title>x</title></svg>b<svg/>c", "ab<svg/>c"},
		{"a frame keeps its address", `<iframe src="//youtube.com/embed/1" data-src=x>No frames.</iframe>`, `<iframe src="//youtube.com/embed/1" data-src=x></iframe>`},
		{"attributes for scripts", `<p data-a="1>2" class=b onclick='f("x")' aria-label=c href=d aria-hidden="true">x</p>`, `<p class=b href=d aria-hidden="true">x</p>`},
		{"looks", `<p style="color:red" align=left><b style="display: none">x</b>`, `<p><span style="display: none">x</span>`},
		{"what only looks different", "a<B>b</B>c<strong class=d>e</strong><bdo>f</bdo><i", "a<span>b</span>c<span class=d>e</span><bdo>f</bdo><i"},
		{"pictures keep their addresses", `<img data-src="/a.jpg" srcset="b" SRC=c alt="d">`, `<img data-src="/a.jpg" SRC=c>`},
		{"links that lead to authors keep where", `<a href="/x/y">x</a><a HREF=/authors/ann-lee?a=b title=z>Ann Lee</a><a href="/&#97;uthor/ann">y</a>`, `<a>x</a><a HREF=/authors/ann-lee?a=b>Ann Lee</a><a href="/&#97;uthor/ann">y</a>`},
		{"what only some elements are asked for", `<html lang=ar dir=rtl><link rel=canonical href=/a><abbr title=2026>x</abbr><input name=q type=password><i rel=tag>y`, `<html lang=ar><link rel=canonical href=/a><abbr title=2026>x</abbr><input type=password><span>y`},
		{"times that RDFa marks", `<span property="schema:datePublished" content=2026>x</span><span property="dc:created">y</span><span property="og:title">z</span>`,
			`<span property="schema:datePublished" content=2026>x</span><span property="dc:created">y</span><span>z</span>`},
		{"what looks like a tag in a value", `<p id="<script>">x</p>`, `<p id="<script>">x</p>`},
		{"what looks like a tag in a title", `<title><!-- <script></title>x`, `<title><!-- <script></title>x`},
		{"other letters of an end tag", "a<style></styles></style>b", "ab"},
		{"cut inside a tag", `a<p class="x`, `a<p class="x`},
		{"cut inside a name", "a<", "a<"},
		{"many without an end", strings.Repeat("<svg>", 50_000), strings.Repeat("<svg>", 50_000)},
		{"what scripts and forms hold", "a<noscript><p>n</p></noscript>b<template><p>t</p></template>c<textarea><p>x</p></textarea>d<select><option>z</select>e", "abcde"},
		{"names that only begin so", "<styles>a</styles><scripted>b</scripted>", "<styles>a</styles><scripted>b</scripted>"},
		{"an attribute that the end cuts", `a<p id=b`, `a<p id=b`},
		{"a name that the end cuts", `a<p id`, `a<p id`},
		{"a value that the end cuts", `a<p id = `, `a<p id = `},
		{"space around the sign", `<p id = b data-c = "d" class= e>x`, `<p id = b class= e>x`},
		{"an attribute without a value", `<p hidden data-b>x</p><p/ id=c>y`, `<p hidden>x</p><p/ id=c>y`},
		{"a script that is cut inside its end", "a<script>b</scrip", "a<script>b</scrip"},
		{"white space between blocks", "<div> <p>a</p>\n<p>b</p> </div> <b>c</b> <i>d</i>", "<div><p>a</p><p>b</p></div><span>c</span> <span>d</span>"},
		{"links for browsers", `<link rel=canonical href=/a><link id=b rel="stylesheet" class=c href=/d><LINK rel=icon><a rel=icon>x</a><link rel="preload" `, `<link rel=canonical href=/a><a>x</a>`},
		{"headings", "<h1>a</h1> <h6>b</h6> <h7>c</h7> <em>d</em>", "<h1>a</h1><h6>b</h6><h7>c</h7> <span>d</span>"},
		{"less than", "1 < 2 <3", "1 < 2 <3"},
	}
	for _, tt := range tests {
		rest, _ := strip([]byte(tt.in))
		if got := string(rest); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestStripCountsTags(t *testing.T) {
	if _, tags := strip([]byte("<p>a<br/></p><script><p></script><!-- <p> --><b class=x>c</b> < d")); tags != 6 {
		t.Errorf("%d tags, want 6: the two of the script count as one", tags)
	}
}

// TestStripKeepsText compares with the text of the page as it is.
func TestStripKeepsText(t *testing.T) {
	parts := []string{"<p>one", "</p>", "<div data-a='<p>' b>two", "<script>x</script>", "<!-- c -->", "<svg><g>s</g></svg>", "<b onclick=x>three</b>",
		"<table><tr><td>four", "<style>y</style>", "</table>", "<select><option>z</select>", "<br/>", "<noscript><p>n</noscript>", " five ", "<textarea><p></textarea>", "&amp;"}
	for i := range parts {
		for j := range parts {
			for k := range parts {
				s := parts[i] + parts[j] + parts[k]
				doc, err := html.Parse(strings.NewReader(s))
				if err != nil {
					t.Fatal(err)
				}
				stripped, err := Parse([]byte(s))
				if err != nil {
					t.Fatal(err)
				}
				if a, b := Text(doc), Text(stripped); a != b {
					t.Errorf("%q: %q, want %q", s, b, a)
				}
			}
		}
	}
}
