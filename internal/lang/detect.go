package lang

import "unicode"

// Unknown is the language of a text that gives too little evidence.
const Unknown = "und"

// detectWindow is how many bytes of a text are looked at: a language shows in
// its first lines.
const detectWindow = 1000

// Detect tells the language of a text by its script, and where languages share
// one, by letters and function words that only one of them uses. It returns
// Unknown rather than guess.
func Detect(text string) string {
	text = head(text, detectWindow)
	switch main := mainScript(text); main {
	case latinScript:
		return latin.detect(text)
	case arabicScript:
		return arabic.detect(text)
	case cyrillicScript:
		return cyrillic.detect(text)
	default:
		return main.soleLanguage()
	}
}

// head cuts text to n bytes at a rune's boundary.
func head(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && text[n]&0xC0 == 0x80 {
		n--
	}
	return text[:n]
}

// detect returns the language with the most evidence, if it has enough and
// clearly more than the next.
func (f *family) detect(text string) string {
	points := make([]float64, len(f.languages))
	_, words := Words(text)
	for _, w := range words {
		f.addWord(points, w.Form)
	}
	f.addLetters(points, text)
	best, second := 0, 0.0
	for i, p := range points[1:] {
		if p > points[best] {
			best, second = i+1, points[best]
		} else {
			second = max(second, p)
		}
	}
	if points[best] < 1 || points[best] < 1.2*second {
		return Unknown
	}
	return f.languages[best]
}

// addWord adds what one folded word tells: a function word a full point (shared
// by languages, it cancels out), a typical beginning or ending a part of one.
func (f *family) addWord(points []float64, form string) {
	whole := f.words[form]
	var start, end set
	for n := 1; n <= f.longest && n+3 <= len(form); n++ {
		start |= f.starts[form[:n]]
		end |= f.ends[form[len(form)-n:]]
	}
	for i := range points {
		switch {
		case whole.has(i):
			points[i]++
		case start.has(i):
			points[i] += 0.5
		case end.has(i):
			points[i] += 0.4
		}
	}
}

// addLetters adds what letters tell that few languages have. One may stand in a
// foreign name; three are no accident, and more tell nothing new.
func (f *family) addLetters(points []float64, text string) {
	counts := make([]int, len(points))
	for _, r := range text {
		if r < 0x80 {
			continue
		}
		if with := f.letters[unicode.ToLower(r)]; with != 0 {
			for i := range counts {
				if with.has(i) {
					counts[i]++
				}
			}
		}
	}
	for i, n := range counts {
		points[i] += 0.7 * float64(min(n, 6))
	}
}
