package body

import (
	"slices"
	"strings"
	"unicode"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/clean"
	"dateline/internal/read/opening"
)

// ends reports the sign by which an agency says that its copy is over: «// انتهى //»,
// "--SPA", "(end)". What stands behind it is for desks: a clock, numbers, initials.
func ends(p Piece) bool {
	if p.Kind != dateline.Paragraph || p.Size > 20 {
		return false
	}
	s := bare(p.Text)
	return SaysEnd(p.Text) || s != p.Text && opening.Known(s)
}

// SaysEnd reports the sign by which an agency says in words that its copy is over.
func SaysEnd(line string) bool {
	s := bare(line)
	switch clean.Lower(s) {
	case "enditem", "endit", "endall":
		return true
	case "end", "ends":
		return s != line // a lone word may be the end of a poem, or a heading
	}
	fold := lang.Fold(s)
	return fold == "انتهي" || fold == "النهايه" && s != line
}

// cutEnd takes such a sign off the end of a text, where it stands in brackets: «… على طول
// الساحل. (النهاية)».
func cutEnd(s string) (string, bool) {
	i := strings.LastIndexByte(s, '(')
	if i <= 0 || len(s)-i > 40 || !strings.HasSuffix(s, ")") || !SaysEnd(s[i:]) {
		return s, false
	}
	return strings.TrimRight(s[:i], " -–—"), true
}

// bare is a line without the signs around its words.
func bare(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// serial reports the number by which a distributor files an item, "MENAFN03072026000067011111ID1":
// no word of a text has ten figures.
func serial(s string) bool {
	figures := 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			figures++
		case r == ' ' || r == '.' || r == '/' || r == ':' || r == ',':
			return false // a number of a text, an address
		}
	}
	return figures >= 10
}

// asksToSign reports a line that ends in what its reader is asked to do, with a link to it:
// "The Morning Tide is all that you need to start your day. Sign up here."
func asksToSign(p Piece) bool {
	if p.Links == 0 || p.Size >= 250 {
		return false
	}
	s := strings.TrimRight(clean.Lower(p.Text), " .!)»>")
	for _, asked := range [...]string{"sign up here", "subscribe here", "sign up now", "subscribe now", "register here", "join here", "click here", "أشترك هنا", "اشترك هنا", "اشتركوا هنا", "سجل هنا"} {
		if strings.HasSuffix(s, asked) {
			return true
		}
	}
	return false
}

// bracketed reports a linked line in brackets, as papers set teasers into their text:
// "[ Storm leaves thousands without power ]". The brackets are no link. A word or three
// name a source: "[Marsa Courier]".
func bracketed(p Piece) bool {
	return p.Links > 0.7 && len(strings.Fields(p.Text)) > 3 && p.Size < 200 && strings.HasPrefix(p.Text, "[") && strings.HasSuffix(p.Text, "]")
}

// pointsAway reports a label with an address and no more, "More on harbours:
// https://marsa.example/hub/harbours".
func pointsAway(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	return i > 0 && i < 120 && strings.HasSuffix(s[:i], ":") && (strings.HasPrefix(s[i+1:], "http://") || strings.HasPrefix(s[i+1:], "https://"))
}

// reportedFrom reports the line under a byline that says where its people were: "Ann Lee
// reported from Marsa, and Bob Ray from Beirut."
func reportedFrom(s string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		rest, ok := strings.CutPrefix(s, name)
		return ok && name != "" && strings.HasPrefix(rest, " reported from ") && len(s) < 300
	})
}

// postFrame reports what networks set around a post that is embedded: their own label is
// no word of it, nor of the text.
func postFrame(s string) bool {
	for _, begin := range [...]string{"View this post on ", "View post on ", "A post shared by ", "A photo posted by ", "A video posted by ", "Ver esta publicación en ", "عرض هذا المنشور على", "تمت مشاركة منشور بواسطة", "مشاهدة هذا المنشور على"} {
		if strings.HasPrefix(s, begin) {
			return true
		}
	}
	return false
}
