package read

import (
	"cmp"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/byline"
	"dateline/internal/read/headline"
	"dateline/internal/read/notice"
	"dateline/internal/read/opening"
)

// open splits what stands before the report off its first paragraphs: byline
// lines, notices, an embargo, dateline and credit.
func open(it *dateline.Item, outlets ...string) {
	var notices []dateline.Notice
	for range 3 {
		if len(it.Body) == 0 || it.Body[0].Kind != dateline.Paragraph && it.Body[0].Kind != dateline.Subhead {
			break
		}
		author, ok := byline.InLine(it.Body[0].Text, outlets...)
		// The last block stays, or an item of one line would have no text.
		if !ok || len(it.Body) == 1 {
			break
		}
		sign(it, author)
		it.Body = it.Body[1:]
	}
	it.Body, notices = notice.Body(it.Body)
	it.Notices = append(it.Notices, notices...)
	split(it, outlets)
	if n := len(it.Body); n > 0 && it.CreditLine == "" {
		// Agencies that sign at the end: the words stay, they are part of the text.
		it.CreditLine, _ = opening.End(it.Body[n-1].Text)
	}
	if n := len(it.Body); n > 0 && len(it.Byline) == 0 {
		it.Byline = byline.Foot(it.Body[n-1].Text, outlets...)
	}
	dropEcho(it, outlets...)
}

// split takes dateline and credit off the first paragraph. A paragraph that is
// nothing else goes whole.
func split(it *dateline.Item, outlets []string) {
	i := 0
	// Points in a list stand above the report at Reuters.
	for i < len(it.Body) && (it.Body[i].Kind == dateline.Subhead || it.Body[i].Kind == dateline.List && i < 2) {
		i++
	}
	if i >= len(it.Body) || it.Body[i].Kind != dateline.Paragraph {
		return
	}
	o, rest := opening.Split(it.Body[i].Text, outlets...)
	if o == (opening.Opening{}) {
		later(it, i+1, outlets)
		if author, after, ok := byline.Begin(rest); ok {
			sign(it, author)
			leave(it, i, after)
		}
		return
	}
	if ownName(outlets, o.Credit) && o.Byline == "" {
		var author byline.Reading
		author, rest = behindOutlet(rest)
		sign(it, author)
	}
	if before, ok := strings.CutSuffix(it.Body[i].Text, rest); ok && i == 0 && rest != "" { // a paragraph of its own is no part of the text
		it.Opening = before
	}
	it.Dateline = o.Dateline
	if o.Credit != "" {
		it.CreditLine = o.Credit
	}
	author, ok := byline.InLine(o.Byline, outlets...)
	if !ok && o.Byline != "" {
		author = byline.Read(o.Byline, outlets...)
	}
	sign(it, author)
	leave(it, i, rest)
}

// ownName reports one of the page's own names; where it states none, an empty one stands among them.
func ownName(outlets []string, name string) bool {
	return name != "" && slices.Contains(outlets, name)
}

// behindOutlet reads who wrote between the outlet's name and the text: «نبض الوطن - سمير حداد -
// أعلن». Arabic names are told from other words by the given name.
func behindOutlet(rest string) (byline.Reading, string) {
	name, text, ok := strings.Cut(rest, " - ")
	if other, behind, found := strings.Cut(rest, " – "); found && len(other) < len(name) {
		name, text, ok = other, behind, true
	}
	if !ok || len(name) > 60 || !lang.IsArabic(name) {
		return byline.Reading{}, rest
	}
	r := byline.Read(name)
	if len(r.People) == 0 || !byline.Whole(r, func(string) bool { return false }) {
		return byline.Reading{}, rest
	}
	return r, text
}

// later reads dateline and credit off the second paragraph, where the first is a standfirst:
// «القاهرة - سبوتنيك. أعلنت». Of an agency that is known the text keeps them; the page's own
// name goes, for only style sets it apart from the words of others.
func later(it *dateline.Item, i int, outlets []string) {
	if i >= len(it.Body) || it.Body[i].Kind != dateline.Paragraph || it.CreditLine != "" {
		return
	}
	if o, rest := opening.Split(it.Body[i].Text); rest != "" && o.Dateline.Place != "" && opening.Known(o.Credit) {
		it.Dateline, it.CreditLine = o.Dateline, o.Credit
		return
	}
	o, rest := opening.Split(it.Body[i].Text, outlets...)
	if !ownName(outlets, o.Credit) || rest == "" {
		return
	}
	// Where more paragraphs begin so, the outlet asks and somebody answers.
	asks := func(b dateline.Block) bool { return strings.HasPrefix(b.Text, o.Credit) }
	if !slices.ContainsFunc(it.Body[i+1:], asks) {
		it.Dateline, it.Body[i].Text = o.Dateline, rest // the credit may stand under the text: «المصدر: واس»
	}
}

// leave leaves of a paragraph what came after its opening. Where nothing did it
// goes, also when it was the only one: an empty block is no text.
func leave(it *dateline.Item, i int, rest string) {
	if rest == "" {
		it.Body = append(it.Body[:i:i], it.Body[i+1:]...)
		return
	}
	it.Body[i].Text = rest
}

// filed reads dateline and credit on a short line of their own above the text,
// «بيروت – النشرة», which is no part of the body.
func (r *reader) filed(it *dateline.Item) {
	lines := strings.Split(strings.Join(r.found.Lines, "\n"), "\n")
	lines = lines[max(0, len(lines)-8):]
	head := len(lines)
	for i, l := range append(lines, r.beginning()...) { // those are dropped from the text where they name who wrote
		if it.Dateline != (dateline.Dateline{}) || len(l) > longestFiled {
			continue
		}
		o, rest := opening.Split(l, r.outlets()...)
		// «بيروت – القاهرة» are two places, and nobody's credit.
		placed := o.Dateline.Place != "" || o.Byline != "" // «كتبت سلمى حداد - أ ش أ»
		filed := o.Credit != "" && !opening.IsPlace(o.Credit) || opening.IsPlace(o.Dateline.Place) && slices.Contains(it.Byline, o.Byline)
		// The outlet before the place, beside somebody's name, is where they work: the BBC has it so.
		filed = filed && !(i < head && len(it.Byline) > 0 && o.Credit != "" && strings.HasPrefix(l, o.Credit))
		if rest == "" && placed && filed {
			it.Dateline = o.Dateline
			it.CreditLine = cmp.Or(it.CreditLine, o.Credit)
		}
	}
}

// longestFiled is how many bytes such a line has at most, in letters of two.
const longestFiled = 160

// sourced reads the agency, or the page's own outlet, that a line behind the text, or under the
// headline, names as the source, «المصدر: وكالات», where nothing else says who filed.
func (r *reader) sourced(it *dateline.Item) {
	pieces := r.found.Pieces
	var lines []string
	for _, p := range pieces[max(0, len(pieces)-4):] {
		lines = append(lines, p.Plain())
	}
	// At the very end an agency's name needs no sign: "REUTERS".
	if n := len(lines); n > 0 && it.CreditLine == "" && opening.Known(lines[n-1]) {
		it.CreditLine = strings.Trim(lines[n-1], " ()[]")
	}
	lines = append(lines, r.found.Below...)
	for _, l := range r.found.Lines {
		lines = append(lines, strings.Split(l, "\n")...)
	}
	own := append(r.outlets(), headline.Tail(r.page.Title))
	for i, l := range lines {
		if isSource(l) && i+1 < len(lines) { // the label in an element of its own
			l += ":" + lines[i+1]
		}
		// Alone on a line in brackets or behind dashes: «--(بترا)», "--SPA".
		if name := strings.Trim(l, " -–—()"); name != l && it.CreditLine == "" && opening.Known(name) {
			it.CreditLine = name
		}
		source, found := sourceIn(strings.Trim(l, "()[] "))
		if !found || it.CreditLine != "" || len(source) > 60 {
			continue
		}
		for _, name := range strings.FieldsFunc(source, func(r rune) bool { return r == '+' || r == '/' || r == '،' || r == ',' || r == '|' || r == '-' }) {
			if name = strings.Trim(name, " \"“”«»"); opening.IsAgency(name) || strings.HasPrefix(name, "وكالة ") || slices.Contains(own, name) {
				it.CreditLine = name
				break
			}
		}
	}
}

// sourceIn is what a line names as the source: «المصدر: رويترز», «المصدر | وكالات», «نقلاً عن رويترز».
func sourceIn(line string) (string, bool) {
	for _, begin := range [...]string{"نقلا عن", "نقلاً عن"} {
		if rest, ok := strings.CutPrefix(line, begin); ok {
			return strings.TrimLeft(rest, " :"), len(strings.Fields(rest)) <= 3
		}
	}
	label, source, found := strings.Cut(line, ":")
	if i := strings.IndexAny(line, ":|-–"); i > 0 && lang.IsArabic(line) {
		label, source, found = line[:i], strings.TrimLeft(line[i:], " :|-–"), true
	}
	return source, found && isSource(label)
}

// isSource reports the word before the name of who filed.
func isSource(label string) bool {
	switch strings.ToLower(strings.TrimSpace(label)) {
	case "المصدر", "مصدر الخبر", "منبع", "منبع خبر", "source":
		return true
	}
	return false
}

// sign sets the byline, or the credit, that an opening gives, where the page
// has none of its own.
func sign(it *dateline.Item, author byline.Reading) {
	if len(it.Byline) == 0 {
		it.Byline = author.Names()
	}
	if it.CreditLine == "" {
		it.CreditLine = author.Outlet
	}
}

// announce reads the labels of the headline and the category: a flash, a
// correction, a kill.
func announce(it *dateline.Item, categories ...string) {
	var labels []notice.Label
	it.Headline, labels = notice.Headline(it.Headline)
	for _, c := range categories {
		if l, ok := notice.Category(c); ok && l.Urgency > 0 {
			labels = append(labels, l)
		}
	}
	for _, l := range labels {
		switch {
		case l.Urgency > 0 && (it.Urgency == 0 || l.Urgency < it.Urgency):
			it.Urgency = l.Urgency
		case l.Kind == dateline.Kill || l.Kind == dateline.Withdraw:
			it.PubStatus = dateline.Canceled
			it.Notices = []dateline.Notice{notice.Standing(l.Kind, it.Language)}
		case l.Kind == dateline.Update && len(it.Notices) == 0:
			it.Notices = append(it.Notices, dateline.Notice{Kind: l.Kind, Text: l.Text}) // it may have a number
		case l.Kind != "" && len(it.Notices) == 0:
			// Without the label, or readers are told "Correction: Correction".
			it.Notices = append(it.Notices, dateline.Notice{Kind: l.Kind})
		}
	}
}
