package read

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/body"
	"dateline/internal/read/byline"
	"dateline/internal/read/clean"
	"dateline/internal/read/headline"
	"dateline/internal/read/opening"
	"dateline/internal/read/when"
)

// Text reads plain text: a preamble of short lines (masthead, menu, headline,
// byline, time) and the paragraphs after it. A date that stands above the
// headline is the masthead's and tells at most a zone.
func Text(c dateline.Copy, h Hint) (dateline.Item, error) {
	text, err := decode(c)
	if err != nil {
		return dateline.Item{}, err
	}
	lines, subject := letter(unwrap(clean.Lines(string(text))))
	start := firstParagraph(lines)
	var it dateline.Item
	pre := readPreamble(unforbidden(lines[:start]), h)
	it.Headline = headline.CutSite(cmp.Or(subject, pre.headline), []string{h.Name})
	it.Standfirst, it.Byline = pre.standfirst, pre.byline
	var pieces []body.Piece
	for _, l := range lines[start:] {
		if closing(l) {
			break
		}
		pieces = append(pieces, body.Piece{Block: dateline.Block{Kind: dateline.Paragraph, Text: l}, Size: utf8.RuneCountInString(l)})
	}
	it.Body = body.Trim(pieces, body.Told{Headlines: []string{it.Headline}})
	speak(&it, c.Language)
	ctx := when.Context{Received: c.Received, Zone: cmp.Or(pre.zone, c.Zone), Language: it.Language, MonthDay: monthDay(c.URL, it.Language)}
	embargo(&it, ctx, lines[:start]...)
	open(&it, h.Name)
	// An opening may stand on a line of its own above the text.
	if it.CreditLine == "" && it.Dateline == (dateline.Dateline{}) {
		it.Dateline, it.CreditLine = pre.opening.Dateline, pre.opening.Credit
	}
	it.Published, it.Updated = when.Choose(claims(pre.published), ctx), when.Choose(claims(pre.updated), ctx)
	announce(&it)
	identify(&it, c, h)
	return it, empty(it)
}

// letter takes the head off copy that came as a letter, which offices still send: its
// subject is the headline, its day stays as a line. What stands behind the signature's
// two dashes (RFC 3676, section 4.3) is none of the text.
func letter(lines []string) (text []string, subject string) {
	head := 0
	for head < len(lines) && field(lines[head]) != "" {
		head++
	}
	for _, l := range lines[:head] {
		switch _, value, _ := strings.Cut(l, ":"); field(l) {
		case "subject", "الموضوع", "العنوان", "عنوان الخبر":
			for _, passed := range [...]string{"Re:", "RE:", "Fwd:", "FWD:", "FW:", "Fw:"} {
				value = strings.TrimPrefix(strings.TrimSpace(value), passed)
			}
			subject = strings.TrimSpace(value)
		case "date", "sent", "التاريخ", "تاريخ الخبر":
			text = append(text, "Published: "+strings.TrimSpace(value)) // or above a headline it would be a masthead's
		}
	}
	if subject == "" || head < 2 {
		return lines, ""
	}
	text = append(text, lines[head:]...)
	if end := slices.Index(text, "--"); end > 0 {
		text = text[:end]
	}
	return text, subject
}

// field is the name of a line of a letter's head, in small letters; "" for any other.
func field(line string) string {
	name, _, found := strings.Cut(line, ":")
	switch name = strings.ToLower(strings.TrimSpace(name)); name {
	case "from", "to", "cc", "bcc", "reply-to", "date", "sent", "subject", "importance", "attachments", "من", "إلى", "الموضوع", "التاريخ", "نسخة", "المرفقات",
		"رقم الخبر", "الرقم", "تاريخ الخبر", "التصنيف", "القسم", "الأولوية", "العنوان", "عنوان الخبر", "النص", "نص الخبر": // as programs of agencies hand copy out
		if found {
			return name
		}
	}
	return ""
}

// claims takes each line for a place that gives a time; the earlier ones are the surer.
func claims(lines []string) []when.Claim {
	var out []when.Claim
	for _, l := range lines {
		out = append(out, when.Claim{Raw: l, From: dateline.FromText})
	}
	return out
}

// unwrap gives the lines of a text; lines that only fill a column are joined to
// their paragraph.
func unwrap(text string) []string {
	var out []string
	for group := range strings.SplitSeq(text, "\n\n") {
		lines := strings.Split(group, "\n")
		for i := 0; i < len(lines); {
			j := i + 1
			for j < len(lines) && filled(lines[j-1]) && (filled(lines[j]) || j == len(lines)-1 || continues(lines[j])) {
				j++
			}
			if l := strings.Join(lines[i:j], " "); l != "" {
				out = append(out, l)
			}
			i = j
		}
	}
	return out
}

// filled reports a line as long as the lines of a column are.
func filled(l string) bool {
	// RFC 5322, section 2.1.1, asks for lines of at most 78 characters; one before a long word
	// is shorter.
	n := utf8.RuneCountInString(l)
	return n >= 56 && n <= 90 && !dateLine(l)
}

// continues reports a line that begins in small letters: the one before it was no whole
// paragraph. Arabic has none of them.
func continues(l string) bool {
	r, _ := utf8.DecodeRuneInString(l)
	return unicode.IsLower(r)
}

// firstParagraph is the number of the first line that is running text.
func firstParagraph(lines []string) int {
	for i, l := range lines {
		n := len(strings.Fields(l))
		_, rest := opening.Split(l)
		if n >= 25 || n >= 10 && sentence(l) && i > 0 || rest != l && len(strings.Fields(rest)) >= 5 {
			return i
		}
	}
	// Nothing runs: the first line is the headline, if there is one.
	return min(1, len(lines))
}

// sentence reports a line that ends as a sentence does; the full stop may stand inside
// quotation marks or brackets.
func sentence(l string) bool {
	return strings.HasSuffix(strings.TrimRight(l, "\"”’»)"), ".") || strings.HasSuffix(l, "؟") || strings.HasSuffix(l, "?")
}

// closing reports the line with which a page's furniture begins again.
func closing(l string) bool {
	if utf8.RuneCountInString(l) > 160 {
		return false
	}
	s := strings.ToLower(l)
	return strings.HasPrefix(s, "©") || strings.HasPrefix(s, "copyright ") || strings.Contains(s, "all rights reserved") ||
		regards(s) || strings.Contains(s, "جميع الحقوق محفوظة") || body.SaysEnd(l) || strings.HasPrefix(s, "-ends-") || s == "ends" || s == "###" || s == "-30-"
}

// regards reports the line with which a letter closes, or says whom to ask: a signature
// is none of the text. It is in small letters.
func regards(l string) bool {
	if utf8.RuneCountInString(l) > 100 || sentence(l) {
		return false
	}
	return begin(l, "best regards", "kind regards", "warm regards", "regards,", "yours sincerely", "yours faithfully", "sincerely,", "media contact") ||
		lang.IsArabic(l) && begin(lang.Folded(l), "مع فائق", "مع خالص", "مع اطيب", "وتفضلوا بقبول", "تفضلوا بقبول", "وتقبلوا", "والسلام عليكم", "للاستفسار", "للتواصل", "لمزيد من المعلومات", "للمزيد من المعلومات", "جهه الاتصال")
}

// A preamble is what stands above the first paragraph.
type preamble struct {
	headline, standfirst string
	byline               []string
	published, updated   []string // lines with a date below the headline
	zone                 string   // of a clock above it
	opening              opening.Opening
}

// readPreamble sorts the lines above the text by what each can be; a standfirst is the
// first sentence under the headline that is nothing else.
func readPreamble(lines []string, h Hint) preamble {
	var p preamble
	at := chooseHeadline(lines, h)
	if at >= 0 {
		p.headline = lines[at]
	}
	released := slices.ContainsFunc(lines, forImmediate)
	for i, l := range lines {
		o, rest := opening.Split(l)
		author, isByline := byline.InLine(l, h.Name)
		switch {
		case i == at:
		case dateLine(l):
			p.date(l, i > at || released)
		case isByline:
			p.byline = append(p.byline, author.Names()...)
		case i > at && rest == "" && o.Credit != "":
			p.opening = o
		case i > at && at >= 0 && sentence(l) && p.standfirst == "":
			p.standfirst = l
		}
	}
	return p
}

// forImmediate reports the line over a press release that it may be used at once: a day near
// it is that of the release, and no masthead's.
func forImmediate(l string) bool {
	s := strings.ToLower(l)
	return begin(s, "for immediate release", "for release", "للنشر الفوري", "press release", "بيان صحفي")
}

// date sorts a line with a date: below the headline it is the item's, above it
// it is the masthead's unless it says that it is a time of publication.
func (p *preamble) date(l string, below bool) {
	published, updated := when.Labelled(l)
	labelled := len(updated) > 0 || len(published) > 0 && published[0] != l
	if below || labelled {
		p.published = append(p.published, published...)
		p.updated = append(p.updated, updated...)
		return
	}
	if st, ok := when.Find(l, when.Context{}); ok && st.Zone != "" {
		p.zone = st.Zone
	}
}

// chooseHeadline is the number of the line that is the headline: the longest
// that is no sentence, no date, no byline and no menu; -1 when there is none.
func chooseHeadline(lines []string, h Hint) int {
	best, bestScore := -1, 0
	for i, l := range lines {
		_, isByline := byline.InLine(l, h.Name)
		o, rest := opening.Split(l)
		// What ends like this goes on below: "Dear editor,", «نرفق لكم البيان التالي:».
		open := strings.HasSuffix(l, ":") || strings.HasSuffix(l, ",") || strings.HasSuffix(l, "،")
		if open || dateLine(l) || isByline || rest == "" && o != (opening.Opening{}) || strings.EqualFold(l, h.Name) || forImmediate(l) || reachable(l) {
			continue
		}
		score := min(20, len(strings.Fields(l)))
		// A sentence is the headline only where no other line can be; a question may well be it.
		if sentence(l) && !strings.HasSuffix(l, "?") && !strings.HasSuffix(l, "؟") {
			score = 1
		}
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	return best
}

// reachable reports a line that tells how to reach somebody: "Contact: Ann Lee,
// press@marsa.example, +961 1 234567".
func reachable(l string) bool {
	figures := 0
	for _, r := range l {
		if unicode.IsDigit(r) {
			figures++
		}
	}
	at := strings.IndexByte(l, '@')
	return at > 0 && strings.Contains(l[at:], ".") || figures >= 7 && strings.ContainsAny(l, "+:")
}

// dateLine reports a line that is a date with few words around it.
func dateLine(l string) bool {
	if len(strings.Fields(l)) > 12 {
		return false
	}
	_, ok := when.Find(l, when.Context{})
	return ok
}
