package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Cut cuts a text up.
func Cut(body string) *Text {
	t := &Text{Body: body, Tokens: make([]Token, 0, len(body)/5+8)}
	wrapped := wrapped(body)
	for start := 0; start < len(body); {
		end := paraEnd(body, start, wrapped)
		t.para(start, end)
		start = end
	}
	return t
}

// longLine is how many bytes a line may have that was broken to fit a page.
const longLine = 160

// wrapped reports that the lines of a text are broken within sentences, as wire
// files have it: none of them is long.
func wrapped(s string) bool {
	for line := range strings.Lines(s) {
		if len(line) > longLine {
			return false
		}
	}
	return true
}

// paraEnd is where the paragraph that starts at i ends: at an empty line; where
// lines are not broken within sentences, at any line's end; else at a line's end
// after a mark that ends a sentence.
func paraEnd(s string, i int, wrapped bool) int {
	for {
		n := strings.IndexByte(s[i:], '\n')
		if n < 0 {
			return len(s)
		}
		i += n + 1
		rest := strings.TrimLeft(s[i:], " \t\r")
		if !wrapped || rest == "" || rest[0] == '\n' {
			return i
		}
		line := strings.TrimRight(s[:i], " \t\r\n")
		if last, _ := utf8.DecodeLastRuneInString(line); strings.ContainsRune(".!?؟:\"”»)", last) {
			return i
		}
	}
}

// para cuts one paragraph. Its quotations come before its sentences, which do not end
// within them. Blank lines make no paragraph.
func (t *Text) para(start, end int) {
	first := len(t.Tokens)
	t.words(start, end)
	if len(t.Tokens) == first {
		return
	}
	p := len(t.Paras)
	t.Paras = append(t.Paras, Run{first, len(t.Tokens)})
	t.quotes(p)
	t.sentences(p)
}

// words appends the tokens of a stretch of text.
func (t *Text) words(start, end int) {
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(t.Body[i:end])
		switch {
		case unicode.IsSpace(r) || r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r):
			i += n
		case letter(r) || leads(t.Body[i:end]):
			j := wordEnd(t.Body[:end], i)
			w := t.Body[i:j]
			t.Tokens = append(t.Tokens, Token{Start: i, End: j, Low: lower(w), Kind: Word, Upper: unicode.IsUpper(r) || articled(w)})
			i = j
		default:
			if next := t.Body[i:end]; strings.HasPrefix(next, "''") || strings.HasPrefix(next, "``") { // as old wire copy writes quote marks
				n = 2
			}
			t.Tokens = append(t.Tokens, Token{Start: i, End: i + n, Low: t.Body[i : i+n], Kind: mark(r)})
			i += n
		}
	}
}

// articled tells names that are written small with their article: al-Rashid, el-Hadi.
func articled(w string) bool {
	before, after, ok := strings.Cut(w, "-")
	if !ok || len(before) > 3 || after == "" {
		return false
	}
	switch before {
	case "al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az", "bin", "ben", "abu":
		first, _ := utf8.DecodeRuneInString(after)
		return unicode.IsUpper(first)
	}
	return false
}

// leads tells an amount or a handle ($3, #MeToo, @name), which is one word with
// its sign.
func leads(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("$£€#@", r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[n:])
	return letter(next)
}

// letter tells what words are made of: digits and vowel signs too, and the stroke that
// only stretches an Arabic word.
func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_' || r == 'ـ'
}

// wordEnd is the end of the word at i: letters, and between letters the marks
// that belong to words, and the full stop of an abbreviation.
func wordEnd(s string, i int) int {
	_, n := utf8.DecodeRuneInString(s[i:])
	for j := i + n; j < len(s); {
		r, n := utf8.DecodeRuneInString(s[j:])
		if !letter(r) && (r < utf8.RuneSelf || !unicode.Is(unicode.Cf, r)) {
			next, m := utf8.DecodeRuneInString(s[j+n:])
			if !strings.ContainsRune("'’-./,:&@٫٬", r) || !letter(next) || !joins(r, next, s[i:j]) {
				if r != '.' || !abbreviation(s[i:j]) || s[i:j] == "No" && !numbered(s[j+n:]) {
					return j
				}
				if rest := s[j+n:]; len(rest) > 1 && rest[0] == '-' && letter(rune(rest[1])) { // U.S.-led is one word
					j += n + 1
					continue
				}
				return j + n
			}
			n += m
		}
		j += n
	}
	return len(s)
}

// numbered reports a number behind blanks: No. 10 is short for a number, No. is an
// answer.
func numbered(rest string) bool {
	rest = strings.TrimLeft(rest, " \u00a0")
	return rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// joins tells whether a mark holds a word together: 3,000 and 3.5 and 19:30,
// ٣٫٥, a.m and U.S, Trump's, al-Arabi.
func joins(r, next rune, before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	switch r {
	case ',', ':', '/', '٫', '٬': // the last two are the point and the comma of Arabic numbers
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	case '.':
		if unicode.IsDigit(last) {
			return unicode.IsDigit(next)
		}
		one := len(before) == 1 || strings.ContainsRune(".-", rune(before[max(0, len(before)-2)])) // U.S, and D-N.Y behind a senator's name
		return one && next < utf8.RuneSelf || next >= 'a' && next <= 'z' && len(before) > 1
	default:
		return true
	}
}

// lower is what Token.Low promises. The Arabic letters have no case, so most words of
// both languages are returned as they are.
func lower(w string) string {
	if !strings.ContainsFunc(w, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 0x0620 || r > 0x06FF) }) {
		return w // as most words are
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '’':
			return '\''
		case r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r): // marks of direction, soft hyphens: said is said with them, too
			return -1
		}
		return unicode.ToLower(r)
	}, w)
}

// mark knows no quote marks: they are Other until quotes has paired them.
func mark(r rune) Kind {
	switch r {
	case '.', '!', '?', '؟', '…':
		return Stop
	case ',', '،':
		return Comma
	case ':':
		return Colon
	case '–', '—', '-', ';', '؛', '―':
		return Dash
	case '(', '[':
		return Left
	case ')', ']':
		return Right
	default:
		return Other
	}
}

// abbreviation tells words that keep their full stop in the middle of a
// sentence. Initials and U.S. count: that they sometimes end a sentence costs
// less than splitting names.
func abbreviation(w string) bool {
	if _, state, ok := strings.Cut(w, "-"); ok && w[0] >= 'A' && w[0] <= 'Z' { // (R-Wis.): the party, then the state
		w = state
	}
	if len(w) == 1 {
		return w[0] >= 'A' && w[0] <= 'Z' && w != "I"
	}
	if len(w) <= 6 && len(w) >= 3 && w[len(w)-2] == '.' {
		return true
	}
	switch w {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Gov", "Sen", "Rep", "Sens", "Reps", "Gen", "Lt", "Col", "Sgt", "Capt", "Maj", "Rev", "Hon", "St",
		"Jr", "Sr", "vs", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "No", "Pvt", "Cmdr", "Adm",
		"Fla", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass", "Md", "Mich", "Minn", "Miss",
		"Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo", "Ph":
		return true
	}
	return false
}
