package read

import "testing"

// arabicSystems are pages as content systems of Arab newsrooms write them, of our own copy:
// what they set into and under a text is none of it.
func arabicSystems() []shape {
	return []shape{
		{name: "the paper and who wrote, under the text",
			html: `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><div class=author>كتب <a href=/author/7>سلمى حداد</a></div><time datetime="2026-07-03T10:15:00+03:00">3 يوليو 2026</time>
<div class=entry-content><p>P1</p><p>P2</p><p>P3</p><p style="text-align:left">صدى الساحل – سلمى حداد</p></div></article></body></html>`,
			byline: "سلمى حداد", published: "2026-07-03T10:15:00+03:00"},
	}
}

func TestArabicSystems(t *testing.T) { tryShapes(t, arabicSystems(), arabicText, "ar") }
