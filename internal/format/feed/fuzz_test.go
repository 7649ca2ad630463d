package feed

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzDecode: whatever the bytes and whatever they are said to be, UTF-8 comes out.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`<?xml version="1.0" encoding="windows-1256"?><a>`+"\xe3\xd1\xd3\xec"), "text/xml; charset=utf-16")
	f.Add([]byte("\xff\xfe<\x00r\x00"), "")
	f.Add([]byte("\x00\x00\xfe\xff"), "application/rss+xml")
	f.Fuzz(func(t *testing.T, body []byte, contentType string) {
		if text, warning, _ := Decode(body, contentType); !utf8.ValidString(text) || !utf8.ValidString(warning) {
			t.Errorf("Decode(%q, %q) = %q, %q", body, contentType, text, warning)
		}
	})
}

// FuzzFind: the feeds of a page are addresses that can be asked for.
func FuzzFind(f *testing.F) {
	f.Add(`<link rel="alternate" type="application/rss+xml" href="/rss" title="A &amp; B"><a href="feed.xml">RSS</a>`, "https://x.example/a/")
	f.Add(`<base href="//y.example/"><link rel=alternate type=application/atom+xml href=javascript:x>`, "http://x.example")
	f.Fuzz(func(t *testing.T, page, address string) {
		for _, found := range Find(page, address) {
			if !strings.HasPrefix(found.URL, "http://") && !strings.HasPrefix(found.URL, "https://") {
				t.Errorf("Find(%q, %q) gives %q", page, address, found.URL)
			}
		}
	})
}

// FuzzStamp: a date is read the same way twice, and in a year that JSON can hold.
func FuzzStamp(f *testing.F) {
	for _, s := range []string{"Tue, 22 Jul 2025 05:29:53 +0300", "2025-07-22T05:29:53Z", "22 Jul 25 05:29 EDT", "٢٢ يوليو ٢٠٢٥", "99999-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		stamp := Stamp(s)
		if y := stamp.Time.Year(); !stamp.Equal(Stamp(s)) || !stamp.IsZero() && (y < 1 || y > 9999) {
			t.Errorf("Stamp(%q) = %+v", s, stamp)
		}
	})
}
