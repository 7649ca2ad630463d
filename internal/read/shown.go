package read

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline"
	"dateline/internal/read/page"
	"dateline/internal/read/when"
)

// times are what one part of a page says of times.
type times struct {
	published, changed []when.Claim
	labelled           []when.Claim // those of published that say so
}

// under is what stands between the headline and the text: elements first.
func (r *reader) under() times {
	var out times
	at := r.headlineAt
	r.elements(&out, func(t page.Time) bool { return t.At >= at && t.At < at+nearAfter })
	out.lines(r.found.Lines)
	return out
}

// over is what stands above the headline, where a masthead's clock stands too:
// all but elements that are made for times is doubtful.
func (r *reader) over() times {
	var out times
	at := r.headlineAt
	r.elements(&out, func(t page.Time) bool { return t.At < at && t.At > at-nearBefore })
	// Of two days that only classes mark, the nearer to the headline is the item's: the other is
	// the masthead's. So is one that stands above the last lines.
	n := slices.IndexFunc(out.published, func(c when.Claim) bool { return c.From != dateline.FromTimeElement })
	var marked []when.Claim
	if n >= 0 {
		marked, out.published = slices.Clone(out.published[n:]), out.published[:n:n]
		slices.Reverse(marked)
	}
	near := func(c when.Claim) bool {
		return slices.ContainsFunc(r.found.Above, func(l string) bool { return strings.Contains(l, c.Raw) })
	}
	far := slices.IndexFunc(marked, func(c when.Claim) bool { return !near(c) })
	if far < 0 {
		far = len(marked)
	}
	out.published = append(out.published, marked[:far]...)
	out.lines(r.found.Above)
	out.published = append(out.published, marked[far:]...)
	for i := range out.published {
		out.published[i].Weak = out.published[i].From != dateline.FromTimeElement
	}
	return out
}

// longest is how long a line is that says when an item was published; longer
// ones are notes and sources.
const longest = 100

// elsewhere is what stands behind the text. Other items are named there with
// their days, so that it counts only where it says what it is, or where there
// is one day in all, which is doubtful then.
func (r *reader) elsewhere() times {
	var labelled, all times
	at := r.headlineAt
	r.elements(&all, func(t page.Time) bool { return t.At >= at+nearAfter })
	r.elements(&labelled, func(t page.Time) bool { return t.At >= at+nearAfter && t.Published })
	lines := slices.Clone(r.found.Below)
	pieces := r.found.Pieces
	for _, p := range pieces[max(0, len(pieces)-6):] {
		if p.Kind != dateline.Quotation {
			lines = append(lines, p.Plain())
		}
	}
	lines = slices.DeleteFunc(lines, func(l string) bool { return utf8.RuneCountInString(l) > longest })
	all.lines(lines)
	for _, l := range lines {
		if when.IsLabelled(l) {
			labelled.lines([]string{l})
		}
	}
	if when.Count(labelled.published) > 1 {
		labelled.published = nil // those of several items
	}
	labelled.labelled = slices.Clone(labelled.published)
	if len(labelled.published)+len(labelled.changed) == 0 && when.Count(slices.Concat(all.published, all.changed)) == 1 {
		labelled = all
		for i := range labelled.published {
			labelled.published[i].Weak = true
		}
	}
	return labelled
}

// elements adds the elements that show a time, time elements before others.
func (r *reader) elements(out *times, ok func(page.Time) bool) {
	for _, element := range [...]bool{true, false} {
		for _, t := range r.page.Times {
			if t.Element != element || !ok(t) {
				continue
			}
			if t.Value != "" {
				out.add(when.Claim{Raw: t.Value, From: dateline.FromTimeElement}, t.Updated)
			}
			published, changed := when.Labelled(t.Text)
			for _, part := range published {
				// A label in the text itself is nearer than that of a class.
				out.add(when.Claim{Raw: part, From: dateline.FromText}, t.Updated && !when.IsLabelled(t.Text))
			}
			for _, part := range changed {
				out.add(when.Claim{Raw: part, From: dateline.FromText}, true)
			}
		}
	}
}

// lines adds the lines that give a time, those that say of what before the others:
// beside "Published: 2 July" another day is a masthead's. A line that is a label and
// no more goes with the one that follows.
func (c *times) lines(lines []string) {
	label := ""
	var labelled, others times
	for _, l := range joined(lines) {
		if l, label = label+l, ""; when.IsLabel(l) {
			label = l + " "
			continue
		}
		for _, part := range short(l) {
			published, changed := when.Labelled(part)
			to := &others
			if len(changed) > 0 || len(published) != 1 || published[0] != part {
				to = &labelled
			}
			to.claims(published, changed)
		}
	}
	for _, t := range [...]times{labelled, others} {
		c.published = append(c.published, t.published...)
		c.changed = append(c.changed, t.changed...)
	}
}

// joined are the lines, the day and the clock in one where they stand on two: «10:15 ص», «الجمعة
// 3 يوليو 2026».
func joined(lines []string) []string {
	var out []string
	for i := 0; i < len(lines); i++ {
		if i+1 < len(lines) && utf8.RuneCountInString(lines[i])+utf8.RuneCountInString(lines[i+1]) < 60 {
			a, b := lines[i], lines[i+1]
			if strings.Contains(a, ":") {
				a, b = b, a
			}
			if strings.Contains(b, ":") && !strings.Contains(a, ":") && when.Clock(b) && when.Day(a) {
				out = append(out, a+" "+b)
				i++
				continue
			}
		}
		out = append(out, lines[i])
	}
	return out
}

// short is a line that is short enough to say when an item was published, or those
// parts of it: «نشر في: … | آخر تحديث: … | كتب: … | المشاهدات: …», on one line.
func short(line string) []string {
	if utf8.RuneCountInString(line) <= longest {
		return []string{line}
	}
	list := strings.IndexByte(line, '\n') >= 0 && when.IsLabelled(line) // of times; others are menus
	parts := strings.FieldsFunc(line, func(r rune) bool { return r == '|' || r == '•' || r == '·' || r == '\n' && list })
	return slices.DeleteFunc(parts, func(p string) bool { return utf8.RuneCountInString(p) > longest })
}

// claims adds what a label divides a line into.
func (c *times) claims(published, changed []string) {
	for _, part := range published {
		c.add(when.Claim{Raw: part, From: dateline.FromText}, false)
	}
	for _, part := range changed {
		c.add(when.Claim{Raw: part, From: dateline.FromText}, true)
	}
}

func (c *times) add(claim when.Claim, changed bool) {
	if changed {
		c.changed = append(c.changed, claim)
	} else {
		c.published = append(c.published, claim)
	}
}
