package token

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// quotes finds the quotations of paragraph p. Quotations may lie within each
// other when their marks differ.
func (t *Text) quotes(p int) {
	run := t.Paras[p]
	mixed, turned := t.mixed(run), t.turned(run)
	var open [families]int // index of the open mark + 1, by family of marks
	for i := run.First; i < run.Last; i++ {
		family, side := t.quoteMark(i)
		if family < 0 {
			continue
		}
		// Open and Close change places.
		if turned[family] && side != Other {
			side = Open + Close - side
		}
		if family == curly && side == Open && open[curly] != 0 && t.Tokens[open[curly]-1].Low == "„" {
			side = Close // „so“
		}
		// Then both families are one, and open and close each other.
		if mixed && family == straight {
			family = curly
		}
		switch {
		case open[family] == 0 && side != Close:
			t.Tokens[i].Kind = Open
			open[family] = i + 1
		case open[family] != 0 && side != Open:
			t.Tokens[i].Kind = Close
			t.quote(Quote{Run: Run{open[family] - 1, i + 1}, Para: p, Closed: true})
			open[family] = 0
		case side == Open: // opened again without having been closed: the first was a slip
			t.Tokens[open[family]-1].Kind, t.Tokens[i].Kind = Other, Open
			open[family] = i + 1
		}
	}
	for family, o := range open {
		if o == 0 {
			continue
		}
		if family == single {
			t.Tokens[o-1].Kind = Other // an apostrophe at a word's start
			continue
		}
		t.quote(Quote{Run: Run{o - 1, run.Last}, Para: p})
	}
}

// turned tells by family whether a paragraph has its marks the wrong way round:
// ”so“ and »so«, as Arabic is often typed, where a mark looks on the screen like its
// partner, and as some languages print. The first mark tells, if it stands before a
// word and not behind one, and one behind it that would open and stands elsewhere.
func (t *Text) turned(run Run) (out [families]bool) {
	var seen, closes [families]bool
	for i := run.First; i < run.Last; i++ {
		family, side := t.quoteMark(i)
		if family != curly && family != guillemet {
			continue
		}
		if !seen[family] {
			seen[family], closes[family] = true, side == Close && t.straightSide(t.Tokens[i]) == Open
		} else if side == Open && closes[family] && t.straightSide(t.Tokens[i]) != Open {
			out[family] = true
		}
	}
	return out
}

// quote adds a quotation and marks its tokens. The outer of two wins, so that
// the words within belong to whoever is quoted first.
func (t *Text) quote(q Quote) {
	t.Quotes = append(t.Quotes, q)
	for i := q.First; i < q.Last; i++ {
		t.Tokens[i].Quote = len(t.Quotes)
	}
}

// The families of marks.
const (
	curly = iota
	guillemet
	straight
	single
	doubled
	families
)

// mixed reports a paragraph that opens with one family of marks and closes with
// another, as mended copy does ("like this”): within each family they do not
// pair, or their pairs cross.
func (t *Text) mixed(run Run) bool {
	var open []int // families of the marks that are open, the innermost last
	straights, curls := 0, 0
	for i := run.First; i < run.Last; i++ {
		if t.Tokens[i].Kind == Word {
			continue
		}
		family, side := t.quoteMark(i)
		if family != straight && family != curly {
			continue
		}
		if family == straight {
			straights++
		} else {
			curls++
		}
		inner := len(open) > 0 && open[len(open)-1] == family
		switch {
		case side == Open || side == Other && !inner:
			open = append(open, family)
		case inner:
			open = open[:len(open)-1]
		default: // closes what another family opened
			return straights > 0 && curls > 0
		}
	}
	return straights > 0 && curls > 0 && slices.Contains(open, straight)
}

// quoteMark tells the family and side of a mark; Other is a side that only the
// order tells. family is -1 for what is no such mark.
func (t *Text) quoteMark(i int) (family int, side Kind) {
	tok := t.Tokens[i]
	if tok.Kind == Word {
		return -1, Other
	}
	switch tok.Low {
	case "“", "„":
		return curly, Open
	case "”":
		return curly, Close
	case "«":
		return guillemet, Open
	case "»":
		return guillemet, Close
	case `"`:
		return straight, t.straightSide(tok)
	case "''":
		return doubled, Other
	case "``":
		return doubled, Open
	case "‘":
		return single, Open
	case "’", "'", "`":
		return single, t.singleSide(tok)
	}
	return -1, Other
}

// singleSide tells an opening ' (after a blank, before a letter) from a closing
// one. A mark between blanks is neither, and an apostrophe after s is taken for
// closing only if something is open, which the caller knows.
func (t *Text) singleSide(tok Token) Kind {
	before, _ := utf8.DecodeLastRuneInString(t.Body[:tok.Start])
	after, _ := utf8.DecodeRuneInString(t.Body[tok.End:])
	if (tok.Start == 0 || unicode.IsSpace(before) || before == '(') && unicode.IsLetter(after) {
		return Open
	}
	return Close
}

// straightSide tells the side of a " by the blanks beside it, so that one mark
// that was forgotten does not turn the rest of its paragraph inside out.
func (t *Text) straightSide(tok Token) Kind {
	before, _ := utf8.DecodeLastRuneInString(t.Body[:tok.Start])
	after, _ := utf8.DecodeRuneInString(t.Body[tok.End:])
	blank, space := tok.Start == 0 || unicode.IsSpace(before), tok.End == len(t.Body) || unicode.IsSpace(after)
	switch {
	case blank && !space:
		return Open
	case space && !blank:
		return Close
	}
	return Other
}
