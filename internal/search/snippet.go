package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/lang"
)

// A Piece is a run of text; a marked one was asked for.
type Piece struct {
	Text   string
	Marked bool
}

// A Marker finds in a text what a query asked for.
type Marker struct {
	terms []marks
}

// marks are the words and rows of words that meet one term.
type marks struct {
	forms, stems, roots map[string]bool
	rows                []dateline.Phrase
}

// How well a word meets a term.
const (
	byNothing = iota
	byRoot
	byStem
	byForm
)

// NewMarker makes a marker for the terms of a query.
func NewMarker(q Query) *Marker {
	m := &Marker{}
	for _, t := range content(q.Terms) {
		k := marks{forms: map[string]bool{}, stems: map[string]bool{}, roots: map[string]bool{}}
		for _, c := range t {
			k.add(c)
		}
		m.terms = append(m.terms, k)
	}
	return m
}

// add keeps rows by their form alone, as the index does (see phrases).
func (k *marks) add(c Choice) {
	if len(c.Words) > 1 || c.Quoted {
		k.rows = append(k.rows, c.phrases(false)...)
		return
	}
	k.forms[c.Words[0]] = true
	for _, r := range readings(c.Words[0]) {
		k.stems[r.stem] = true
		k.roots[r.root] = true
	}
}

// at returns how well the words at i meet the term, and how many words it takes.
// The stem is that of the first.
func (k *marks) at(words []lang.Word, i int, stem string) (kind, n int) {
	for _, row := range k.rows {
		if standsAt(words, i, row) {
			return byForm, len(row)
		}
	}
	switch {
	case k.forms[words[i].Form]:
		return byForm, 1
	case k.stems[stem]:
		return byStem, 1
	case len(k.roots) > 0 && k.roots[lang.Root(stem)]:
		return byRoot, 1
	}
	return byNothing, 0
}

// standsAt is false where the text ends before the row does.
func standsAt(words []lang.Word, i int, row dateline.Phrase) bool {
	if i+len(row) > len(words) {
		return false
	}
	for j, w := range row {
		if words[i+j].Form != w {
			return false
		}
	}
	return true
}

// A span is words of a text that meet a term.
type span struct {
	from, to   int // words
	term, kind int
}

// spans finds what is to be marked. Words that meet a term by their root alone
// are marked only when nothing meets it better: roots are coarse.
func (m *Marker) spans(words []lang.Word) []span {
	var all []span
	best := make([]int, len(m.terms))
	for i := 0; i < len(words) && len(m.terms) > 0; i++ {
		stem := lang.Stem(words[i].Form, "")
		for t := range m.terms {
			if kind, n := m.terms[t].at(words, i, stem); kind > byNothing {
				all = append(all, span{i, i + n, t, kind})
				best[t] = max(best[t], kind)
				i += n - 1 // marks never overlap, so a word is that of the first term it meets
				break
			}
		}
	}
	var out []span
	for _, s := range all {
		if s.kind > byRoot || best[s.term] == byRoot {
			out = append(out, s)
		}
	}
	return out
}

// Mark returns all of a text with what was asked for marked.
func (m *Marker) Mark(text string) []Piece {
	p := m.read(text)
	return p.pieces(0, len(p.words))
}

// Snippet returns the passage of at most n words that meets the most terms, cut
// at the beginning of a sentence where that loses nothing. Cut ends have an
// ellipsis. A text without any hit gives its beginning.
func (m *Marker) Snippet(text string, n int) []Piece {
	p, before, behind := m.window(text)
	from := bestStart(p.starts(n), p.spans, n)
	to := min(from+n, len(p.words))
	out := p.pieces(from, to)
	if before && from == 0 {
		out = append([]Piece{{Text: "… "}}, out...)
	}
	if behind && to == len(p.words) {
		out = append(out, Piece{Text: " …"})
	}
	return shorten(out)
}

const (
	// snippetWindow is how many bytes of a text a snippet is looked for in at a time:
	// all of an ordinary item, and never a whole book when its beginning will do.
	snippetWindow = 40_000
	// snippetReach is how far the windows go on while none has a hit. Reading takes
	// about 10 ms a window, and a page has twenty snippets.
	snippetReach = 10 * snippetWindow
	// windowOverlap lets a row of words that one window cuts stand whole in the next.
	windowOverlap = 500
)

// window reads the first part of a text that has a hit, else its beginning, and
// reports whether there is text before and behind that part.
func (m *Marker) window(text string) (p *passage, before, behind bool) {
	first := m.read(head(text, snippetWindow))
	if len(first.spans) > 0 || len(text) <= snippetWindow {
		return first, false, len(text) > snippetWindow
	}
	// The first window was read above; each begins a little before the one before it ended.
	for at := snippetWindow - windowOverlap; at+windowOverlap < min(len(text), snippetReach); at += snippetWindow - windowOverlap {
		rest := text[len(head(text, at)):]
		if p := m.read(head(rest, snippetWindow)); len(p.spans) > 0 {
			return p, true, len(rest) > snippetWindow
		}
	}
	return first, false, true
}

// A passage is a text with its words and what is to be marked.
type passage struct {
	text  string
	words []lang.Word
	spans []span
}

// read stems every word of the text, which is why window bounds how much it is given.
func (m *Marker) read(text string) *passage {
	_, words := lang.Words(text)
	return &passage{text, words, m.spans(words)}
}

// A start is a word where a snippet may begin.
type start struct {
	word     int
	sentence bool
}

// starts returns the beginnings of sentences and, for sentences longer than a
// snippet, places shortly before a hit.
func (p *passage) starts(n int) []start {
	out := []start{{0, true}}
	sentence, next := 0, 0
	for i := 1; i < len(p.words); i++ {
		if endsSentence(p.text[p.words[i-1].End:p.words[i].Start]) {
			sentence = i
			out = append(out, start{i, true})
		}
		for next < len(p.spans) && p.spans[next].from < i {
			next++
		}
		// Where a sentence began long before, the hit would stand at the end or beyond it.
		if next < len(p.spans) && p.spans[next].from == i && i-sentence > n/2 {
			// Never before the text: i is more than n/2 here.
			out = append(out, start{i - n/5, false})
		}
	}
	return out
}

// endsSentence looks at what stands between two words. A full stop counts with a space
// behind it: 3.5 and example.org end none. ؟ is the Arabic question mark, ۔ Urdu's full stop.
func endsSentence(gap string) bool {
	return strings.ContainsAny(gap, "!?؟۔\n") || strings.Contains(gap, ". ") || strings.Contains(gap, ".\u00a0")
}

// bestStart returns the word from which n words meet the most terms best.
func bestStart(starts []start, spans []span, n int) int {
	best, most := 0, -1.0
	for _, s := range starts {
		points := 0.0
		seen := map[int]int{}
		for _, p := range spans {
			if p.from < s.word || p.to > s.word+n {
				continue
			}
			switch {
			case p.kind > seen[p.term]:
				// A term met at all outweighs three more mentions of another one.
				points += float64(4 * (p.kind - seen[p.term]))
				seen[p.term] = p.kind
			default:
				points++ // a further mention
			}
		}
		if s.sentence {
			points += 0.5
		}
		if points > most {
			best, most = s.word, points
		}
	}
	return best
}

// pieces cuts the words from..to at the spans.
func (p *passage) pieces(from, to int) []Piece {
	if len(p.words) == 0 {
		return trim(appendPiece(nil, p.text, false))
	}
	var out []Piece
	pos, end := 0, len(p.text)
	if from > 0 {
		pos = p.words[from].Start - opening(p.text[:p.words[from].Start])
		out = appendPiece(out, "… ", false)
	}
	if to < len(p.words) {
		last := p.words[to-1].End
		end = last + closing(p.text[last:p.words[to].Start])
	}
	for _, s := range p.spans {
		if s.from < from || s.to > to {
			continue
		}
		first, last := p.words[s.from].Start, p.words[s.to-1].End
		out = appendPiece(out, p.text[pos:first], false)
		out = appendPiece(out, p.text[first:last], true)
		pos = last
	}
	out = appendPiece(out, p.text[pos:end], false)
	if to < len(p.words) {
		out = appendPiece(out, " …", false)
	}
	return trim(out)
}

// opening is the length of the signs that stand right before a word.
func opening(before string) int {
	return len(before) - len(strings.TrimRightFunc(before, func(r rune) bool {
		return r == '"' || r == '\'' || unicode.In(r, unicode.Ps, unicode.Pi)
	}))
}

// closing is the length of the signs that stand right behind a word.
func closing(gap string) int {
	for i, r := range gap {
		if !unicode.IsPunct(r) {
			return i
		}
	}
	return 0
}

// appendPiece adds text with each run of white space made one space.
func appendPiece(out []Piece, text string, marked bool) []Piece {
	var b strings.Builder
	space := len(out) > 0 && endsInSpace(out[len(out)-1].Text)
	for _, r := range text {
		if unicode.IsSpace(r) {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(r)
	}
	switch {
	case b.Len() == 0:
		return out
	case !marked && len(out) > 0 && !out[len(out)-1].Marked:
		out[len(out)-1].Text += b.String()
		return out
	}
	return append(out, Piece{b.String(), marked})
}

// endsInSpace is false of the empty text.
func endsInSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

// longestRun is how many characters may stand in a row without a space. An address
// is as long at times, a word of no language is; 32 ideographs with the signs
// between them are not.
const longestRun = 80

// shorten cuts the middle out of longer runs: a single one of 5,000 letters, as of
// an encoded picture, would push the hit behind it out of sight.
func shorten(out []Piece) []Piece {
	for i := range out {
		words := strings.Split(out[i].Text, " ")
		for j, word := range words {
			if len(word) <= longestRun || utf8.RuneCountInString(word) <= longestRun {
				continue
			}
			runes := []rune(word)
			words[j] = string(runes[:longestRun/2]) + "…" + string(runes[len(runes)-longestRun/4:])
		}
		out[i].Text = strings.Join(words, " ")
	}
	return out
}

// trim removes white space at both ends.
func trim(out []Piece) []Piece {
	if len(out) > 0 {
		out[0].Text = strings.TrimLeftFunc(out[0].Text, unicode.IsSpace)
		last := &out[len(out)-1]
		last.Text = strings.TrimRightFunc(last.Text, unicode.IsSpace)
	}
	return slices.DeleteFunc(out, func(p Piece) bool { return p.Text == "" })
}
