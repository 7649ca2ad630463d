package body

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/byline"
	"dateline/internal/read/clean"
	"dateline/internal/read/opening"
	"dateline/internal/read/when"
)

// Trim takes away what is not the article: link lists and teasers everywhere,
// repeated headlines and meta lines before the first paragraph, boxes after the
// last.
func Trim(pieces []Piece, told Told) []dateline.Block {
	return blocks(trim(pieces, told))
}

// blocks are the pieces without what told them from furniture.
func blocks(pieces []Piece) []dateline.Block {
	out := make([]dateline.Block, 0, len(pieces))
	for _, p := range pieces {
		if p.post != "" && p.Kind == dateline.Quotation {
			out = posted(out, p)
			continue
		}
		texts := p.paragraphs()
		if len(texts) < 2 {
			out = append(out, p.Block)
			continue
		}
		for _, l := range texts {
			out = append(out, dateline.Block{Kind: p.Kind, Text: l})
		}
	}
	return out
}

// paragraphs are the lines of a piece that are paragraphs, as pages have them that end each
// with one line break; none where a line is short, as those of verses are, or fewer than two
// are texts. Before them who wrote and where may stand on a line, which is one of its own
// before a single text, too; behind them an agency's end.
func (p *Piece) paragraphs() []string {
	if p.Kind != dateline.Paragraph || len(p.lines) < 2 {
		return nil
	}
	lines, texts, head := slices.Clone(p.lines), 0, 0
	if heads(lines[0]) {
		head = 1
	}
	for i := head; i < len(lines); i++ {
		if SaysEnd(lines[i]) {
			lines = lines[:i]
			break
		}
		l, ended := cutEnd(lines[i])
		if ended {
			lines[i], lines = l, lines[:i+1]
		}
		n := utf8.RuneCountInString(l)
		if n < 50 || !sentence(l) {
			return nil
		}
		if n >= 100 {
			texts++
		}
	}
	if texts+head < 2 || len(lines) < 2 {
		return nil
	}
	return lines
}

// heads reports a line of who wrote, for whom or from where: «كتبت سلمى حداد:», «صدى الساحل -
// عمان».
func heads(line string) bool {
	if utf8.RuneCountInString(line) > 60 {
		return false
	}
	if _, signed := byline.InLine(strings.TrimRight(line, " :")); signed {
		return true
	}
	if o, rest := opening.Split(line); rest == "" && (opening.Known(o.Credit) || lang.IsArabic(line) && o != (opening.Opening{})) {
		return true
	}
	// Nothing but its shape tells the name of a paper that is not known.
	return lang.IsArabic(line) && (strings.ContainsAny(line, "-–—/:|") || strings.HasPrefix(line, "خاص ")) && len(strings.Fields(line)) <= 6 && strings.Trim(line[len(line)-1:], ".!") != ""
}

// trim is Trim with the pieces as they were: the traits ask which of them the rules keep.
func trim(pieces []Piece, told Told) []Piece {
	kept := make([]Piece, 0, len(pieces))
	led := false // a line such as "Read also:" announced the links after it
	for i, p := range pieces {
		led = p.Size < 40 && leads(p.Text) || led && p.Links > 0.8 && p.Size < 250
		if !led && !teaser(p) && !ornament(p) && (i == 0 || p.Text == "" || p.Text != pieces[i-1].Text) {
			kept = append(kept, p)
		}
	}
	return trimEnd(cutSections(trimStart(kept, told)), told)
}

// ornament reports a paragraph of signs: stars between parts, a full stop or a joiner
// of no width that an editor left. The rule "___" is one that agencies file.
func ornament(p Piece) bool {
	return p.Kind == dateline.Paragraph && p.Size < 20 && !strings.ContainsFunc(p.Text, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.So, r) || r == '_'
	})
}

// teaser reports a piece that leads elsewhere, wherever it stands.
func teaser(p Piece) bool {
	switch p.Kind {
	case dateline.Quotation:
		return p.Size < 120 && postFrame(p.Text)
	case dateline.List:
		return p.Links > 0.7 && p.Size < 120*len(p.Items)
	case dateline.Subhead:
		return p.Links > 0.9 && p.Size > 20 || label(p.Text) || p.Size < 120 && leads(p.Text)
	case dateline.Paragraph:
		if p.Links > 0.9 && p.Size < 200 && !sentence(p.Text) {
			return true
		}
		if p.Size < 100 && (strings.HasPrefix(p.Text, "©") || archived(p.Text)) {
			return true // whose picture stood here
		}
		if p.Size < 250 && strings.Contains(p.Text, "reader-supported publication") {
			return true // what a system for newsletters sets amid each text
		}
		if bracketed(p) || asksToSign(p) || p.Size < 120 && postFrame(p.Text) {
			return true
		}
		return (p.Size < 120 || p.Size < 250 && p.Links > 0.3) && leads(p.Text) || p.Size < 60 && (label(p.Text) || numbered(p.Text) || clockAlone(p.Text) || when.IsAgo(p.Text)) || p.consent
	}
	return false
}

// clockAlone reports the time of one entry of a live blog: "12:40", «١١:٠٥ ص».
func clockAlone(s string) bool {
	colon := false
	for i, r := range s {
		switch {
		case r == ':' && i > 0 && !colon:
			colon = true
		case !unicode.IsDigit(r) && r != ' ' && r != 'ص' && r != 'م' && r != 'ت' && r != 'ـ':
			return false
		}
	}
	return colon && utf8.RuneCountInString(s) <= 10
}

// consent reports the text of a cookie wall. A wall speaks to its reader; a report
// on cookies and privacy does not, and loses nothing.
func consent(s string) bool {
	if len(s) > 1500 {
		return false
	}
	if strings.Contains(s, "تعريف الارتباط") {
		return containsAny(s, "نستخدم", "موقعنا", "هذا الموقع", "تجربتك", "توافق على", "موافقتك")
	}
	if !strings.Contains(s, "ookie") {
		return false
	}
	s = clean.Lower(s)
	if containsAny(s, "browsing experience", "we use cookies") {
		return true
	}
	return containsAny(s, "consent", "privacy", "use of cookies", "accept") && (!sentence(s) || containsAny(s, "you", "our ", "we ", "us ", "this site", "this website"))
}

func containsAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// trimStart drops what repeats the headline or byline, and meta lines (a time,
// a place, "close") before the first paragraph.
func trimStart(pieces []Piece, told Told) []Piece {
	pieces = belowHeadline(pieces, told)
	out := pieces[:0:0]
	for i, p := range pieces {
		if header(p, told) || reportedFrom(p.Text, told.Names) || told.signs(p) || p.Size < 40 && when.Day(p.Text) {
			continue
		}
		if running(p) {
			return append(out, pieces[i:]...)
		}
		if !told.repeats(p.Plain()) && !metaLine(p) {
			out = append(out, p)
		}
		if len(out) > 5 {
			return append(out, pieces[i+1:]...)
		}
	}
	return out
}

// belowHeadline cuts what stands above a headline that is one of the first pieces: the name
// of the site or section, as a heading of its own.
func belowHeadline(pieces []Piece, told Told) []Piece {
	for i, p := range pieces[:min(8, len(pieces))] {
		if running(p) {
			break
		}
		if p.Kind != dateline.Subhead {
			continue
		}
		if i > 0 && told.repeats(p.Text) {
			return pieces[i:]
		}
		if told.ends(p.Text) {
			return pieces[i+1:]
		}
	}
	return pieces
}

// header reports headline, byline and day on lines of one piece, as pages without
// paragraphs have them.
func header(p Piece, told Told) bool {
	headline := false
	for _, l := range p.parts() {
		repeats := told.repeats(l)
		if headline = headline || repeats; repeats {
			continue
		}
		if _, ok := byline.InLine(l); !ok && !metaLine(Piece{Block: dateline.Block{Kind: dateline.Paragraph, Text: l}, Size: utf8.RuneCountInString(l)}) {
			return false
		}
	}
	return headline
}

// parts are what line breaks and bars divide a piece into; none of a piece without
// line breaks.
func (p *Piece) parts() []string {
	var out []string
	for _, l := range p.lines {
		out = append(out, strings.Split(l, "|")...)
	}
	return out
}

// running reports a paragraph of text. Short lines that only line breaks divide are
// none, however many they are: headline, byline and day, an address.
func running(p Piece) bool {
	return p.Kind == dateline.Paragraph && p.Links < 0.5 && (p.Size >= 120 || p.Size >= 60 && sentence(p.Text)) && !p.listed()
}

// listed reports lines of which none is a text.
func (p *Piece) listed() bool {
	return len(p.lines) > 1 && !slices.ContainsFunc(p.parts(), func(l string) bool { return utf8.RuneCountInString(l) >= 120 || sentence(l) })
}

// metaLine reports a short line that tells about the item: its time, its
// section, how to share it.
func metaLine(p Piece) bool {
	if p.Kind == dateline.List {
		return p.Links > 0.5 || p.Size < 40 || p.Size < 200 && dated(p.Items)
	}
	if p.Kind == dateline.Subhead || p.Size > 100 || remark(p.Text) {
		return false
	}
	if whomToAsk(p.Text) {
		return true
	}
	if sentence(p.Text) {
		return strings.HasSuffix(p.Text, ":") && len(strings.Fields(p.Text)) <= 3
	}
	if _, ok := when.Find(p.Text, when.Context{}); ok {
		return true
	}
	return p.Links > 0.5 || len(strings.Fields(p.Text)) <= 3 || meta(p.Text)
}

// whomToAsk reports the line above a press release that says whom to ask: a label, and how to
// reach somebody.
func whomToAsk(s string) bool {
	label, rest, found := strings.Cut(s, ":")
	if !found || len(strings.Fields(label)) > 4 {
		return false
	}
	label, asks := clean.Lower(label), false
	for _, word := range [...]string{"contact", "enquiries", "inquiries", "للتواصل", "للاستفسار"} {
		asks = asks || strings.Contains(label, word)
	}
	if !asks {
		return false
	}
	digits := 0 // in a row, as of a telephone: commas are those of an amount
	for _, r := range rest {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune(" -–()+./", r):
			digits = 0
		}
		if digits >= 7 {
			return true
		}
	}
	return strings.Contains(rest, "@")
}

// dated reports a list in which the time of the item stands.
func dated(items []string) bool {
	return slices.ContainsFunc(items, func(s string) bool {
		_, ok := when.Find(s, when.Context{})
		return ok && len(strings.Fields(s)) < 16
	})
}

// meta reports the words of a line about reading time or the picture above.
func meta(s string) bool {
	return metaWords.In(clean.Lower(s))
}

// metaWords are the words of such lines.
var metaWords = lang.NewPhrases("min read", "minute read", "reading time", "read time", "tempo de leitura", "lesedauer", "temps de lecture", "tiempo de lectura",
	"وقت القراءة", "مدة القراءة", "getty images", "ap photo", "shutterstock", "photo by", "photo:", "image:", "credit:", "courtesy of", "تصوير:", "المصدر:")

// remark reports a line about the item that is for readers or for the desk: a
// correction, an embargo.
func remark(s string) bool {
	return strings.HasPrefix(s, "(") || remarks.In(clean.Lower(s))
}

// remarks are the words of such lines.
var remarks = lang.NewPhrases("correct", "embargo", "for release", "not for publication", "publish before", "publish until", "تصحيح", "حظور", "يحظر", "حظر نشر", "حظر النشر")

// cutSections cuts what follows a heading that begins something else: comments,
// related items, the author. It must stand in the last quarter.
func cutSections(pieces []Piece) []Piece {
	total, sum := 0, 0
	for _, p := range pieces {
		total += p.Size
	}
	for i, p := range pieces {
		if sum > 0 && p.Kind == dateline.Subhead && comments(p.Text) {
			return pieces[:i] // however many there are
		}
		if 4*sum > 3*total && ends(p) {
			return pieces[:i]
		}
		if 4*sum > 3*total && p.Size < 80 && (p.Kind == dateline.Subhead || p.Kind == dateline.Paragraph && !sentence(p.Text)) && otherSection(p.Text) {
			return pieces[:i]
		}
		sum += p.Size
	}
	return pieces
}

// comments reports the heading above what readers wrote, with their number: "3
// Comments", «التعليقات (3)».
func comments(s string) bool {
	if !strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	switch strings.TrimFunc(clean.Lower(s), func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(" ():-–.,", r) }) {
	case "comment", "comments", "response", "responses", "reply", "replies", "reader comments", "comments on this story", "تعليق", "تعليقات", "التعليقات", "تعليقا", "نظرات", "نظر", "תגובות", "تبصرے":
		return true
	}
	return false
}

// sentence reports that a text ends as sentences do.
func sentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.Is(unicode.Pf, r) || r == '"' || r == ')' || r == '\'' || r == ' ' || r == ']'
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '.' || r == '!' || r == '?' || r == '؟' || r == '…' || r == '۔' || r == ':' || r == '。'
}
