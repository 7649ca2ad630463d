package read

import (
	"strings"
	"unicode"

	"dateline"
)

// speak sets language and direction by the item's own text; what the page and
// the source claim decides only between languages that the text allows.
func speak(it *dateline.Item, claims ...string) {
	text := it.Headline + "\n" + it.Text()
	if len(text) > 4000 {
		text = text[:4000]
	}
	arabic, latin, persian := 0, 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Arabic, r):
			arabic++
			if strings.ContainsRune("پچژگ", r) {
				persian++
			}
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	it.Language, it.Direction = "und", dateline.LeftToRight
	switch {
	case arabic > latin:
		it.Direction, it.Language = dateline.RightToLeft, "ar"
		if persian*50 > arabic {
			it.Language = "fa"
		}
	case latin > 0:
		it.Language = "en"
	}
	for _, c := range claims {
		base := base(c)
		if base == "" || rightToLeft(base) != (arabic > latin) || arabic+latin == 0 {
			continue
		}
		it.Language = base
		return
	}
}

func base(tag string) string {
	tag, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
	tag, _, _ = strings.Cut(tag, "_")
	if len(tag) < 2 || len(tag) > 3 {
		return ""
	}
	return tag
}

func rightToLeft(base string) bool {
	switch base {
	case "ar", "fa", "ur", "ps", "ckb", "he", "yi", "sd", "ug":
		return true
	}
	return false
}
