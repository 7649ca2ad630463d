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

// TestSystemsWords: what content systems write around a text is none of it.
func TestSystemsWords(t *testing.T) {
	const one = "The port authority said on Thursday that two of its three berths would open again on Friday after repairs that took most of the winter."
	const two = "Ships had been turned away since November, when a storm broke the quay in two places and sank a pilot boat."
	tests := []struct{ name, before, between, after string }{
		{"letters", "", "", "<div><p>Thanks for reading! Subscribe for free to receive new posts and support my work.</p></div>"},
		{"wiki", "", `<h2>Two berths<span class="mw-editsection">[<a href="/edit">edit</a>]</span></h2>`, ""},
		{"signed in a heading", `<h6 class="post-meta">Posted by: <a href="/mona/">Mona Haddad</a> March 12, 2026 (<a href="#c">2 comments</a>)</h6>`, "", ""},
	}
	for _, tt := range tests {
		html := `<html lang="en"><head><title>Port opens two berths again</title></head><body><div><h1>Port opens two berths again</h1>` + tt.before + `<p>` + one + `</p>` + tt.between + `<p>` + two + `</p>` + tt.after + `</div></body></html>`
		it, err := Page(dateline.Copy{Body: []byte(html), URL: "https://mina.example/port"}, Hint{})
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range it.Body {
			if b.Text != one && b.Text != two && b.Text != "Two berths" {
				t.Errorf("%s: %q", tt.name, b.Text)
			}
		}
	}
}
