package read

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline"
	"dateline/internal/read/clean"
	"dateline/internal/read/readtest"
)

// says checks that an item says what its copy says and nothing else.
func says(t *testing.T, copied string, it dateline.Item) {
	t.Helper()
	lines := append([]string{it.Headline, it.Standfirst, it.CreditLine, it.Dateline.Place, it.Dateline.Date, it.Section}, it.Byline...)
	for _, line := range append(lines, it.Keywords...) {
		if why := readtest.Broken(line); why != "" {
			t.Errorf("%q: %s", line, why)
		}
		if r := readtest.Adds(copied, line); r != "" {
			t.Errorf("%q has a %s that the copy has not", line, r)
		}
	}
	text := it.Text()
	if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\u202e") {
		t.Errorf("a broken text: %q", text)
	}
	if r := readtest.Adds(copied, text); r != "" {
		t.Errorf("the text has more %s than the copy:\n%s", r, text)
	}
	for _, b := range it.Body {
		if strings.TrimSpace(b.Plain()) == "" {
			t.Errorf("an empty block in %q", text)
		}
	}
}

func FuzzPageSays(f *testing.F) {
	f.Add([]byte(englishPage), "text/html")
	f.Add([]byte(arabicPage), "")
	f.Add([]byte(`<title>A b &amp; c</title><p>By Ann<b>e</b> Lee<p>A&shy;b<br>c<i>d</i><p>A&shy;b<br>c<i>d</i>`), "text/html; charset=utf-8")
	f.Add([]byte(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"\u0041","articleBody":"A b c"}</script><p>x`), "text/html; charset=windows-1256")
	f.Fuzz(func(t *testing.T, b []byte, contentType string) {
		it, err := Page(dateline.Copy{Body: b, ContentType: contentType, URL: "https://marsa.example/a", Received: received}, Hint{})
		if err == nil {
			says(t, string(clean.Decode(b, contentType)), it)
		}
	})
}

func FuzzTextSays(f *testing.F) {
	f.Add([]byte("Ferry stops\n\nBy Ann Lee\n\nMARSA, 3 July (Barid) — The ferry\nstopped.\n\n* one\n* two\n"))
	f.Add([]byte("The ferry stops at noon\nMARSA 1 July (Barid)")) // nothing follows the opening
	f.Add([]byte("توقف العبّارة\n\nمرسى - ٣ يوليو (بريد) - توقفت."))
	f.Fuzz(func(t *testing.T, b []byte) {
		if it, err := Text(dateline.Copy{Body: b, Received: received}, Hint{}); err == nil {
			says(t, string(clean.Decode(b, "")), it)
		}
	})
}
