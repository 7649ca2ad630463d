package page

import (
	"strings"
	"testing"
)

func TestCounts(t *testing.T) {
	tests := []struct {
		name, in string
		want     Counts
	}{
		{"links like headlines", `<a href=/1>Harbour of Marsa opens again</a><a href=/2>Harbour of Marsa opens</a>`, Counts{Leads: 1}},
		{"words in parts of a link", `<a href=/1><b>Harbour</b> <i>of</i> <span>Marsa
opens</span>	again</a>`, Counts{Leads: 1}},
		{"an Arabic link", `<a href=/1>افتتاح ميناء مرسى بعد العاصفة</a>`, Counts{Leads: 1}},
		{"what a link hides", `<a href=/1>Harbour of Marsa opens<script>again</script><!-- again --></a>`, Counts{}},
		{"spaces are no words", `<a href=/1>  Harbour   of    Marsa    opens  </a>`, Counts{}},
		{"articles, not those within one", `<article><div><article>x</article></div></article><article>y</article>`, Counts{Articles: 2}},
		{"figures", `<figure><img src=/p></figure><figure></figure><img src=/q>`, Counts{Pictures: 2}},
		{"a video", `<video src=/v.mp4></video>`, Counts{Players: 1}},
		{"a frame of a video host", `<iframe src="https://www.youtube.com/embed/x"></iframe>`, Counts{Players: 1}},
		{"a frame that waits", `<iframe src="about:blank" data-src="https://player.vimeo.com/video/1"></iframe>`, Counts{Players: 1}},
		{"a frame of another host", `<iframe src="https://maps.example/marsa"></iframe>`, Counts{}},
		{"a password", `<form><input type=text><input type=Password></form>`, Counts{Password: true}},
		{"no password", `<form><input type=text name=password></form>`, Counts{}},
	}
	for _, tt := range tests {
		if got := of(t, tt.in).Counts; got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

// TestMuchOfEach: a page of nothing but marked elements is bounded, and the first
// of each kind are kept.
func TestMuchOfEach(t *testing.T) {
	p := of(t, strings.Repeat(`<h1>Harbour</h1>`, 500)+strings.Repeat(`<time datetime="2026-07-03">3 July</time><b itemprop=datePublished content="2026-07-04"></b>`, 50)+
		strings.Repeat(`<span class=author>Ann Lee</span><b itemprop=author content="Ann Lee"></b>`, 50)+
		strings.Repeat(`<link rel=alternate hreflang=ar href=/ar>`, 50)+strings.Repeat(`<meta name=a content=b>`, 900)+
		strings.Repeat(`<script type="application/ld+json">{"@type":["Thing","Place"]}</script>`, 90))
	got := []int{len(p.H1), len(p.H1At), len(p.Times), len(p.Authors), len(p.Translations), len(p.Data.Types)}
	for i, n := range got {
		if n != maxEach {
			t.Errorf("%d of the kind at %d are kept, want %d", n, i, maxEach)
		}
	}
	if n := len(p.meta); n > 10*maxEach+1 {
		t.Errorf("%d meta elements are kept", n)
	}
	long := strings.Repeat("ميناء ", maxText)
	p = of(t, `<h1>`+long+`</h1><span class=author>`+long+`</span><time>`+long+`</time><meta name=description content="`+long+`"><link rel=canonical href="/`+long+`">`)
	if n := len(p.H1[0]); n == 0 || n > maxText || strings.ContainsRune(p.H1[0], '\ufffd') {
		t.Errorf("a heading of %d bytes: %q", n, p.H1[0])
	}
	if len(p.Times) != 0 || p.Meta("description") != "" || p.Canonical != "" {
		t.Errorf("too long and kept: %+v, %q, %q", p.Times, p.Meta("description"), p.Canonical)
	}
}
