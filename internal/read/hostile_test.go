package read

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline"
	"dateline/internal/read/kind"
)

// article is a page whose text comes after what a test puts before it.
func article(before, after string) string {
	return `<html lang=en><head><title>Harbour opens after storm</title></head><body>` + before +
		`<h1>Harbour opens after storm</h1><p>` + strings.Join(englishText, "</p><p>") + `</p>` + after + `</body></html>`
}

// TestHostile reads pages that are made or broken to do harm. Each gives its
// text all the same. There is no clock here: BenchmarkHostile has one.
func TestHostile(t *testing.T) {
	for name, page := range hostile() {
		it, err := Page(dateline.Copy{Body: []byte(page), URL: "https://marsa.example/a", ContentType: "text/html"}, Hint{})
		if err != nil || it.Headline != "Harbour opens after storm" || !strings.Contains(it.Text(), englishText[1]) {
			t.Errorf("%s: %q, %v, text %.200q", name, it.Headline, err, it.Text())
		}
		if !utf8.ValidString(it.Text()) || strings.Contains(it.Text(), "<div") {
			t.Errorf("%s: markup or broken letters in %.200q", name, it.Text())
		}
	}
}

func hostile() map[string]string {
	many := func(n int, s string) string { return strings.Repeat(s, n) }
	return map[string]string{
		"100,000 nested elements":        article(many(100_000, "<div>"), ""),
		"100,000 nested inline elements": article("", many(100_000, "<b>")),
		"100,000 lists in lists":         article("", many(100_000, "<ul><li>")),
		"100,000 tables in tables":       article("", many(100_000, "<table><tr><td>")),
		"100,000 drawings never ended":   article("", many(100_000, "<svg>")),
		"a tag of 50 MB":                 article("", "<div "+many(5<<20, "a=12345678")+">"),
		"an attribute of 50 MB":          article("", `<div class="`+many(50<<20, "a")+`">`),
		"50 MB of attributes":            article("", many(500_000, `<div class="related share" data-x="`+many(65, "x")+`">`)),
		"an attribute never ended":       article("", `<div class="`+many(1<<20, "<p>")),
		"a comment of 5 MB":              article("<!--"+many(5<<20, "-")+"-->", ""),
		"a million small classes":        article("", many(200_000, "<i class=a1></i>")),
		"links to authors only":          article("", many(200_000, "<a href=/author/x></a>")),
		"bytes that are no UTF-8":        article("<p>\xff\xfe\x80</p>", "\xc3"),
		"zero bytes":                     article(many(1000, "\x00"), "\x00"),
		"a name of another charset":      article(`<meta charset="utf-16"><meta http-equiv=content-type content="text/html; charset=x-unknown">`, "<p>Ça va.</p>"),
	}
}

func TestHostileWithoutText(t *testing.T) {
	tests := []struct{ name, in string }{
		{"scripts only", `<html><head><title>Marsa</title></head><body><div id=root></div><script>` + strings.Repeat("f();", 1<<20) + `</script></body></html>`},
		{"a script that is never ended", `<html><head><title>Marsa</title><body><script>` + strings.Repeat("<p>", 1<<20)},
		{"nothing but ends", "<title>Marsa</title>" + strings.Repeat("</p>", 1<<20)},
	}
	for _, tt := range tests {
		_, err := Page(dateline.Copy{Body: []byte(tt.in), ContentType: "text/html"}, Hint{})
		none := (*NoArticle)(nil)
		if !errors.As(err, &none) && !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("%s: %v", tt.name, err)
		} else if none != nil && none.Kind != kind.Empty {
			t.Errorf("%s: taken for %s", tt.name, none.Kind)
		}
	}
}

// TestBase holds that a page's base moves pictures and no item: what it calls
// itself must be on the host that it came from.
func TestBase(t *testing.T) {
	for _, base := range []string{"https://evil.example/", "javascript:alert(1)//", "data:text/html,x", "//evil.example/", "https://marsa.example@evil.example/", "\x01https://evil.example/", "http://[::1"} {
		page := article(`<base href="`+base+`"><link rel=canonical href="/b"><figure><img src="c.jpg"><figcaption>A quay.</figcaption></figure>`, "")
		it, err := Page(dateline.Copy{Body: []byte(page), URL: "https://marsa.example/a"}, Hint{})
		if err != nil {
			t.Fatalf("%q: %v", base, err)
		}
		if it.URL != "https://marsa.example/b" {
			t.Errorf("%q moved the item to %q", base, it.URL)
		}
		if it.Picture != nil && !strings.HasPrefix(it.Picture.URL, "http") {
			t.Errorf("%q made the picture %q", base, it.Picture.URL)
		}
	}
}

// BenchmarkHostile prints the time of the slowest such page for each 5 MB.
func BenchmarkHostile(b *testing.B) {
	for name, page := range hostile() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			for b.Loop() {
				Page(dateline.Copy{Body: []byte(page)}, Hint{})
			}
		})
	}
}
