package wire

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline"
)

func TestSlug(t *testing.T) {
	tests := []struct{ headline, want string }{
		{"Dam talks resume in Tall Amun; minister “not satisfied”", "dam-talks-resume-in-tall-amun-minister-not-satisfied"},
		{"It’s over", "its-over"},
		{"استئناف محادثات السد بعد توقّف", "استئناف-محادثات-السد-بعد-توقف"},
		{"6.25 per cent", "6-25-per-cent"},
		{"हिन्दी समाचार", "हिन्दी-समाचार"},
		{"…", ""},
		{"", ""},
		{"one two three four five six seven eight nine ten eleven twelve thirteen", "one-two-three-four-five-six-seven-eight-nine-ten-eleven"},
		{strings.Repeat("港", 90) + " 開", strings.Repeat("港", 60)},
		{"开 " + strings.Repeat("港", 90), "开"},
	}
	for _, tt := range tests {
		if got := Slug(tt.headline); got != tt.want {
			t.Errorf("Slug(%q) = %q, want %q", tt.headline, got, tt.want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("a/../b?c#d")
	f.Add("\u202e\x00\xff")
	f.Fuzz(func(t *testing.T, headline string) {
		slug := Slug(headline)
		if !utf8.ValidString(slug) && utf8.ValidString(headline) {
			t.Errorf("%q is not UTF-8", slug)
		}
		if n := utf8.RuneCountInString(slug); n > slugRunes {
			t.Errorf("%q has %d letters", slug, n)
		}
		for _, r := range slug {
			if r < 0x80 && r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') {
				t.Errorf("%q has %q in an address", slug, r)
			}
		}
	})
}

func TestPath(t *testing.T) {
	p := &dateline.Publication{Editions: []dateline.Edition{{Language: "en"}, {Language: "ar"}}}
	tests := []struct {
		view View
		want string
	}{
		{View{ID: "abc", Language: "en", Headline: "A b"}, "/en/item/abc/a-b"},
		{View{ID: "abc", Language: "ar-EG", Headline: "خبر"}, "/ar/item/abc/خبر"},
		{View{ID: "abc", Language: "fr", Headline: "Été"}, "/en/item/abc/été"},
		{View{ID: "abc", Language: "en"}, "/en/item/abc"},
	}
	for _, tt := range tests {
		if got := Path(p, &tt.view); got != tt.want {
			t.Errorf("Path(%+v) = %q, want %q", tt.view, got, tt.want)
		}
	}
}
