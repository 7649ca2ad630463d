package wire

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
)

// Path is the address of an item within the site: /en/item/ID/the-headline.
// An item in no edition's language stands in the edition that is asked for.
// The address of a withdrawn item is its bare id: a slug would repeat the
// headline.
func Path(p *dateline.Publication, v *View) string {
	return ItemPath(EditionOf(p, v.Language), v.ID, v.Headline)
}

// ItemPath is the path of an item in an edition; headline may be "".
func ItemPath(edition string, id dateline.ItemID, headline string) string {
	path := "/" + edition + "/item/" + string(id)
	if slug := Slug(headline); slug != "" {
		path += "/" + slug
	}
	return path
}

// EditionOf is the edition in which an item of a language stands: that of the
// language ("ar" for "ar-EG"), else the first one.
func EditionOf(p *dateline.Publication, language string) string {
	base, _, _ := strings.Cut(language, "-")
	for _, e := range p.Editions {
		if e.Language == base {
			return base
		}
	}
	if len(p.Editions) == 0 {
		return "en"
	}
	return p.Editions[0].Language
}

// SourcePath is the path of a source's page in an edition.
func SourcePath(edition string, id dateline.SourceID) string {
	return "/" + edition + "/source/" + string(id)
}

// StatementPath is the address of a statement in an edition: it leads to its place
// on the page of its item, whose own address changes with the headline.
func StatementPath(edition string, id dateline.StatementID) string {
	return "/" + edition + "/statement/" + string(id)
}

// StatementMark is the name of the place of a statement on the page of its item.
func StatementMark(id dateline.StatementID) string {
	_, end, _ := strings.Cut(string(id), "-")
	return "said-" + end
}

// StoryPath is the path of a story's page in an edition. It has no headline in
// it: a story has one for each language, and they change as it goes on.
func StoryPath(edition string, id dateline.StoryID) string {
	return "/" + edition + "/story/" + string(id)
}

// PersonPath is the path of a person's page in an edition. No name is in it: a
// person has several, and one that was joined or hidden must not live on in links.
func PersonPath(edition string, id dateline.PersonID) string {
	return "/" + edition + "/person/" + string(id)
}

// slugRunes bounds the readable end of an address.
const slugRunes = 60

// Slug makes the readable end of an address from a headline, in the letters of
// its own script, cut between words where it has any.
func Slug(headline string) string {
	var b strings.Builder
	runes := 0
	for _, word := range strings.FieldsFunc(strings.Map(slugRune, headline), unicode.IsSpace) {
		n := utf8.RuneCountInString(word)
		switch {
		case runes > 0 && runes+n > slugRunes:
			return b.String()
		case n > slugRunes: // a script that writes without spaces
			word, n = string([]rune(word)[:slugRunes]), slugRunes
		}
		if runes > 0 {
			b.WriteByte('-')
		}
		b.WriteString(word)
		runes += n + 1
	}
	return b.String()
}

// slugRune keeps letters, digits and the marks of scripts that cannot do
// without them, drops what only lengthens an address (harakat, tatweel,
// apostrophes), and turns all else into space.
func slugRune(r rune) rune {
	switch {
	case r >= 0x064B && r <= 0x065F || r == 0x0670 || r == 0x0640 || r == '\'' || r == '’':
		return -1
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
		return unicode.ToLower(r)
	default:
		return ' '
	}
}
