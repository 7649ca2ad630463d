package match

import (
	"strings"

	"dateline/internal/lang"
)

// Where copy says whom it is from: "(MENAFN - RT)" and "as reported by" at the
// beginning, the notice of rights or "نقلا عن" at the end.
const (
	creditHead = 60 // words
	creditTail = 40
)

// atEnds reports a word of the first or last ones of a text.
func atEnds(word, words int) bool { return word < creditHead || word >= words-creditTail }

// A creditPlace is where a name is a credit. It begins with one of the words from
// first to latest, and ends with one from least to last.
type creditPlace struct{ first, latest, least, last int32 }

const (
	longestSegment  = 8  // words between two marks, of which one may be a name
	longestOpening  = 10 // words of a line before a dash or a colon that are a dateline or a label
	shortLine       = 4  // words, but for numbers, of a line that says nothing but whom a text is from
	datedLine       = 8  // those of one with a date, as of the Saudi agency
	behindCue       = 6  // words behind "نقلا عن" in which a name ends
	longestHeadline = 30
)

// A creditReader finds the places of a text.
type creditReader struct {
	text   string
	words  []lang.Word
	places []creditPlace
}

// creditPlaces finds them in the first and the last words: between brackets or
// quotation marks, before the dash or colon with which a text begins, behind the
// bar with which a headline ends, on a short line of its own, and beside words such
// as "according to", "نقلا عن", "reported".
func creditPlaces(text string, words []lang.Word) []creditPlace {
	r := &creditReader{text: text, words: words}
	for i := range words {
		if !atEnds(i, len(words)) {
			continue
		}
		if gap := r.gap(i); gap != " " { // as most are
			if strings.ContainsAny(gap, "([«“\"") {
				r.enclosed(i)
			}
			if i == 0 || strings.Contains(gap, "\n") {
				r.line(i)
			}
		}
		r.cue(i)
	}
	return r.places
}

// gap is what stands before a word; behind the last one the rest of the text.
func (r *creditReader) gap(i int) string {
	from, to := 0, len(r.text)
	if i > 0 {
		from = r.words[i-1].End
	}
	if i < len(r.words) {
		to = r.words[i].Start
	}
	return r.text[from:to]
}

// enclosed adds what stands between marks from a word on to where they are closed, if
// that comes soon.
func (r *creditReader) enclosed(from int) {
	for last := from; last < min(from+longestSegment, len(r.words)); last++ {
		switch gap := r.gap(last + 1); {
		case strings.ContainsAny(gap, ")]»”\""):
			r.segments(from, last)
			return
		case strings.Contains(gap, "\n"):
			return
		}
	}
}

// segments adds the parts of some words that marks part from each other.
func (r *creditReader) segments(first, last int) {
	for i := first; i <= last; i++ {
		if i == last || isMark(r.gap(i+1)) {
			r.places = append(r.places, r.whole(first, i))
			first = i + 1
		}
	}
}

// whole is a place that a name fills, but for what may be left out of it.
func (r *creditReader) whole(first, last int) creditPlace {
	c := creditPlace{int32(first), int32(first), int32(last), int32(last)}
	for c.latest < c.last && r.leads(int(c.latest)) {
		c.latest++
	}
	for c.least > c.latest && (closers[r.words[c.least].Form] || isDigits(r.words[c.least].Form)) {
		c.least--
	}
	return c
}

// line adds what a line says that begins at a word: what it begins with, the last
// part of a headline, or all of one that is short.
func (r *creditReader) line(first int) {
	end, numbers := first+1, 0
	for end < len(r.words) && end-first <= longestHeadline && !strings.Contains(r.gap(end), "\n") {
		end++
	}
	for i := first; i < end; i++ {
		if isDigits(r.words[i].Form) {
			numbers++
		}
	}
	whole := end == len(r.words) || strings.Contains(r.gap(end), "\n")
	if n := end - first - numbers; whole && (n <= shortLine && first > 0 || n <= datedLine && numbers > 1) {
		r.places = append(r.places, creditPlace{int32(first), int32(end - 1), int32(first), int32(end - 1)})
		return
	}
	// Of the marks the last one ends the dateline: in "الرياض - واس: " that is the colon.
	for i := min(first+longestOpening, end) - 1; i >= first; i-- {
		if gap := r.gap(i + 1); isDash(gap) || strings.ContainsAny(gap, ":|") {
			r.segments(first, i)
			break
		}
	}
	if whole && first == 0 {
		for i := end - 1; i > first && i >= end-shortLine; i-- {
			if gap := r.gap(i); isDash(gap) || strings.Contains(gap, "|") {
				r.places = append(r.places, r.whole(i, end-1))
				break
			}
		}
	}
}

// cue adds the names before or behind a word that goes with them.
func (r *creditReader) cue(i int) {
	form := r.words[i].Form
	switch {
	case saysAfter(form):
		r.sayer(i)
	case isCue(form) || r.organ(i) || i > 0 && published(r.words[i-1].Form, form):
		first := i + 1
		at := first
		for at < len(r.words) && at < first+behindCue && r.leads(at) && !ends(r.gap(at)) {
			at++
		}
		if at < len(r.words) && !ends(r.gap(at)) {
			r.places = append(r.places, r.behind(first, at))
		}
	}
}

// behind is a place where a name begins at one of two words or between them. What has
// capitals goes on as long as they do: "by the National Assembly" credits no National.
func (r *creditReader) behind(first, latest int) creditPlace {
	last := latest
	for last+1 < len(r.words) && last < latest+behindCue && !ends(r.gap(last+1)) {
		if lang.IsCapital(r.text[r.words[latest].Start:]) && (isMark(r.gap(last+1)) || !lang.IsCapital(r.text[r.words[last+1].Start:])) {
			break
		}
		last++
	}
	c := creditPlace{int32(first), int32(latest), int32(first), int32(last)}
	if lang.IsCapital(r.text[r.words[latest].Start:]) {
		c.least = r.whole(latest, last).least
	}
	return c
}

// sayer adds the capitals before "reported".
func (r *creditReader) sayer(i int) {
	first := i
	for first > 0 && i-first < behindCue && !isMark(r.gap(first)) && !ends(r.gap(first)) && lang.IsCapital(r.text[r.words[first-1].Start:]) {
		first--
	}
	if first == i {
		return
	}
	c := r.whole(first, i-1)
	if first > 0 && r.words[first-1].Form == "the" {
		c.first--
	}
	r.places = append(r.places, c)
}

// organ reports the noun that Arabic puts before a name: وكالة رويترز, لصحيفة اليوم.
// Of every text a hundred words are asked, so that no list of readings is made.
func (r *creditReader) organ(i int) bool {
	const letter, particles = len("و"), 3
	form := r.words[i].Form
	for range particles {
		if organs[form] {
			return true
		}
		if len(form) <= letter || !strings.Contains("وفبكل", form[:letter]) {
			return false
		}
		form = form[letter:]
	}
	return organs[form]
}

// leads reports a word that may stand between a cue and a name.
func (r *creditReader) leads(i int) bool {
	switch r.words[i].Form {
	case "the", "to", "by", "agency", "newspaper", "broadcaster", "website", "channel", "daily", "news", "state", "عن", "ما", "لما", "به", "انباء", "الانباء":
		return true
	}
	return r.organ(i) || isCue(r.words[i].Form)
}

// isCue reports a word behind which the source of a text is named.
func isCue(form string) bool {
	switch form {
	case "by", "via", "told", "according", "citing", "quoting", "source", "sources", "courtesy", "credit", "copyright",
		"نقلا", "وفق", "وفقا", "بحسب", "حسب", "المصدر", "مصدر", "ذكرت", "ذكرته", "ذكر", "نقلت", "نقلته", "اوردت", "اوردته", "افادت", "نشرت", "نشرته", "بثته":
		return true
	}
	return false
}

// published reports "first on", "published in", "full story at", «أولا على»: where else
// a text stands, as the feeds of blogs say below each.
func published(before, form string) bool {
	switch form {
	case "on", "in", "at":
		return before == "first" || before == "published" || before == "appeared" || before == "story"
	case "علي":
		return before == "اولا"
	}
	return false
}

// saysAfter reports a verb before which the source of a text is named.
func saysAfter(form string) bool {
	switch form {
	case "reported", "reports", "said", "says", "wrote", "writes":
		return true
	}
	return false
}

func isDigits(form string) bool { return strings.Trim(form, "0123456789") == "" }

// isDash reports a dash between words; a hyphen within one has no space beside it.
func isDash(gap string) bool {
	return strings.ContainsAny(gap, "–—―") || strings.Contains(gap, " -") || strings.Contains(gap, "- ") || strings.Contains(gap, ")-")
}

// isMark reports what parts names from each other.
func isMark(gap string) bool { return isDash(gap) || strings.ContainsAny(gap, ",،/|:()[]+•") }

// ends reports the end of a sentence or line.
func ends(gap string) bool { return strings.ContainsAny(gap, ".!?؟;؛\n") }
