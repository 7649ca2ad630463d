package body

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/read/clean"
	"dateline/internal/read/opening"
	"dateline/internal/read/when"
)

// trimEnd drops headings with nothing after them, lines of links, and what
// outlets write under an article.
func trimEnd(pieces []Piece, told Told) []Piece {
	topic := topicWords(pieces, told)
	for len(pieces) > 1 {
		last := pieces[len(pieces)-1]
		if last.Kind != dateline.Subhead && !(last.Links > 0.6 && last.Size < 200) && !underneath(last, topic) && !biography(last, told.Names) && !told.signedBy(last) {
			break
		}
		pieces = pieces[:len(pieces)-1]
	}
	if n := len(pieces); n > 0 && len(pieces[n-1].lines) == 0 {
		if text, ended := cutEnd(pieces[n-1].Text); ended {
			pieces = slices.Clone(pieces)
			pieces[n-1].Text = text
		}
	}
	return pieces
}

// biography reports a last paragraph that tells who one of the names is.
func biography(p Piece, names []string) bool {
	for _, name := range names {
		first, _, _ := strings.Cut(name, " ")
		for _, n := range [...]string{name, first} {
			rest, ok := strings.CutPrefix(p.Text, n)
			if !ok || n == "" || len(strings.Fields(name)) > 4 {
				continue
			}
			for _, verb := range [...]string{" is ", " has ", " was ", " covers ", " writes ", " lives ", " worked ", ", a ", ", who ", " (@"} {
				if strings.HasPrefix(rest, verb) {
					return true
				}
			}
		}
	}
	return false
}

// topicWords is what an article is about: its headlines and first paragraph, in
// small letters. A report on a messenger names it in its last paragraph, too.
func topicWords(pieces []Piece, told Told) string {
	words := strings.Join(told.Headlines, "\n")
	if i := slices.IndexFunc(pieces, running); i >= 0 {
		words += "\n" + pieces[i].Text
	}
	return clean.Lower(words)
}

// underneath reports what stands under an article that has this topic: whom to
// write to, where to follow, who edited, whose rights.
func underneath(p Piece, topic string) bool { return saysUnder(p, topic) && !reported(p) }

// reported reports a sentence that tells who said it, as those of the report do: "Follow
// the river, the guide said".
func reported(p Piece) bool {
	return p.Kind == dateline.Paragraph && p.Links == 0 && sentence(p.Text) &&
		containsAny(p.Text, " said ", " said,", " said.", " told reporters", "كما قال", "كما أعلن", " قال إن ", " قالت إن ")
}

// saysUnder reports the words and shapes of such lines.
func saysUnder(p Piece, topic string) bool {
	if p.Size > 450 || p.Kind == dateline.Table {
		return false
	}
	s := clean.Lower(strings.TrimLeft(p.Plain(), " *–—-([•"))
	if underBegin.Of(s, func(w, rest string) bool { return !midWord(w, rest) }) || strings.HasPrefix(s, "©") {
		return true
	}
	if strings.HasPrefix(p.Text, "SOURCE ") || tagged(s) || disclaimed(s) {
		return true
	}
	if underAnywhere.In(s) || invites(s) || wordless(s) || serial(s) || pointsAway(s) || agencySign(p.Text) || aboutWriter(p.Text) || signOff(s) || underArabic(s) || elsewhereFirst(s) {
		return true
	}
	if p.Size < 100 && changeAlone(p.Plain()) || p.Size < 30 && p.Kind == dateline.Paragraph && opening.Known(p.Text) {
		return true
	}
	if underTopics.Each(s, func(w string) bool { return !strings.Contains(topic, w) }) {
		return true
	}
	return p.Size < 100 && p.Kind == dateline.Paragraph && strings.Contains(s, "@") && strings.Contains(s, ".")
}

// tagged reports a line of nothing but hashtags: «#الميناء #العاصفة».
func tagged(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if w[0] != '#' || len(w) < 2 {
			return false
		}
	}
	return s != ""
}

// disclaimed reports whose opinion a text is not, as outlets set it under columns.
func disclaimed(s string) bool {
	return strings.Contains(s, " necessarily re") && containsAny(s, "do not necessarily reflect", "does not necessarily reflect", "do not necessarily represent", "don't necessarily reflect") && containsAny(s, "views", "opinion")
}

// changeAlone reports a line that says when the item was published or changed, and
// no more: "Last modified on Friday, 3 July 2026 14:22".
func changeAlone(s string) bool {
	if sentence(s) || !when.IsLabelled(s) || len(strings.Fields(s)) > 12 {
		return false
	}
	_, ok := when.Find(s, when.Context{})
	published, updated := when.Labelled(s)
	return ok && len(published)+len(updated) > 0 && slices.ContainsFunc(append(published, updated...), func(part string) bool {
		return part != s && len(strings.Fields(s))-len(strings.Fields(part)) <= 2 // nothing but the label before it
	})
}

// elsewhereFirst reports the line that WordPress ends each entry of a feed with, in
// the languages of its translations, and what outlets write in its place: "The post
// X appeared first on Y."
func elsewhereFirst(s string) bool {
	switch first, rest, _ := strings.Cut(s, " "); first {
	case "the", "this":
		what, rest, _ := strings.Cut(rest, " ")
		return (what == "post" || what == "article" || what == "story") && containsAny(rest, "appeared first on ", "first appeared on ", "first appeared in ")
	case "ظهرت":
		return strings.HasPrefix(rest, "المقالة ") && containsAny(rest, "أولاً على", "أولا على")
	case "نوشته":
		return strings.Contains(rest, "اولین بار در")
	}
	return false
}

// midWord reports that the last word of a beginning goes on in the rest: nobody is
// asked to subscribe by "Subscribers were told".
func midWord(begin, rest string) bool {
	letter := func(s string) bool { return s != "" && (s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z') }
	return letter(begin[len(begin)-1:]) && letter(rest)
}
