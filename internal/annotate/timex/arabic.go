package timex

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/annotate/token"
	"dateline/internal/lang"
)

// Arabic finds the times of an Arabic text: days of the week, today and
// yesterday, dates in the months of the Levant, Egypt, the Maghreb and of Islam,
// years, clocks, lengths, and what is some days, weeks or months ago. The value of
// an Islamic date is its Gregorian day by the tabular calendar (calendar.Day); an
// Islamic month or year alone lies across two Gregorian ones and has no value.
func Arabic(t *token.Text, published string) []Time {
	r := &arabicReader{reader: newReader(t, published), folded: make([]string, len(t.Tokens))}
	for i, word := range t.Folded() {
		switch tok := &t.Tokens[i]; {
		case tok.Kind != token.Word:
		case strings.ContainsAny(tok.Low, inNumbers) || tok.Low[0] >= '0' && tok.Low[0] <= '9' && strings.IndexByte(tok.Low, '-') > 0:
			r.folded[i] = folded(tok.Low)
		default:
			r.folded[i] = word
		}
	}
	return r.read(r.isWord, []func(int) reading{r.date, r.numeric, r.clock, r.namedDay, r.unitName, r.ago, r.lately, r.set, r.quarterName, r.length, r.decadeName, r.yearName, r.reference})
}

const inNumbers = ":.,/٫٬"

// folded keeps the marks within numbers, which Fold drops: 9:30 and 3.5 are not 930
// and 35.
func folded(w string) string {
	var b strings.Builder
	for {
		at := strings.IndexAny(w, inNumbers+"-")
		if at < 0 {
			b.WriteString(lang.Fold(w))
			return b.String()
		}
		_, n := utf8.DecodeRuneInString(w[at:])
		b.WriteString(lang.Fold(w[:at]))
		b.WriteString(w[at : at+n])
		w = w[at+n:]
	}
}

// An arabicReader reads by folded words: with and without hamza, tanwin and vowel
// signs they are one word.
type arabicReader struct {
	*reader
	folded []string // by token; "" for marks
}

// isWord lets every word begin an expression: there is no list of beginnings as for
// English (mayStart).
func (r *arabicReader) isWord(i int) bool { return r.folded[i] != "" }

// word is the folded word at token i, "" for a mark and, as low, behind the end of the
// sentence.
func (r *arabicReader) word(i int) string {
	if i < 0 || i >= len(r.folded) || i >= r.last {
		return ""
	}
	return r.folded[i]
}

// direction reads الماضي and المقبل with their feminine and dual: 1 back, -1 ahead.
func (r *arabicReader) direction(i int) (int, bool) {
	w := r.word(i)
	// The longest first: of الماضيتين the shorter ين would leave a ت.
	for _, ending := range [...]string{"تين", "ين", "ه"} {
		if stem, ok := strings.CutSuffix(w, ending); ok {
			w = stem
			break
		}
	}
	switch w {
	case "الماضي", "الفائت", "المنصرم", "الفارط", "الاخير":
		return 1, true
	case "المقبل", "القادم", "التالي":
		return -1, true
	case "الحالي", "الجاري":
		return 0, true
	}
	return 0, false
}

// ahead tells that the sentence is about what will be: by the nearest word before
// token i that decides it, else by the word right behind the expression, at token
// end (يوم الأحد سيفتتح). Arabic puts its verb first, so that farther behind the
// next clause would be asked.
func (r *arabicReader) ahead(i, end int) bool {
	for k := i - 1; k >= r.first && k > i-10; k-- {
		if ahead, told := arabicTense(r.word(k)); told {
			return ahead
		}
	}
	if strings.HasPrefix(r.word(end), "و") {
		return false // وسيعود begins another clause
	}
	ahead, _ := arabicTense(r.word(end))
	return ahead
}

// unitName reads الأسبوع الماضي, العام المقبل, هذا الشهر. Of what is shorter than a
// week nothing: the last minute is one of a match, and this hour is now.
func (r *arabicReader) unitName(i int) reading {
	name, back, said := i, 0, false
	end := i + 2
	if w := r.word(i); w == "هذا" || w == "هذه" {
		name, said = i+1, true
	} else {
		back, said = r.direction(i + 1)
	}
	switch u := arabicUnit(r.word(name)).one; u {
	case week, month, year:
		if said && definite(r.word(name)) {
			return reading{end, Date, r.valueAgo(back, u)}
		}
	}
	return reading{}
}
