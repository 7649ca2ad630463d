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
	case "Latin":
		return latin.detect(text)
	case "Arabic":
		return arabic.detect(text)
	case "Cyrillic":
		return cyrillic.detect(text)
	default:
		return soleLanguage(main)
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

// soleLanguage returns the language that, in news, is alone with its script.
func soleLanguage(script string) string {
	switch script {
	case "Hebrew":
		return "he"
	case "Greek":
		return "el"
	case "Han":
		return "zh"
	case "Kana":
		return "ja"
	case "Hangul":
		return "ko"
	case "Thai":
		return "th"
	case "Devanagari":
		return "hi"
	case "Bengali":
		return "bn"
	case "Armenian":
		return "hy"
	case "Georgian":
		return "ka"
	case "Ethiopic":
		return "am"
	}
	return Unknown
}

// mainScript returns the script of most letters. Japanese is known by its kana,
// however many ideographs stand beside them. Latin loses against an even half:
// a text in another script quotes Latin names, seldom the other way round.
func mainScript(text string) string {
	counts := map[string]int{}
	for _, r := range text {
		if s := scriptOf(r); s != "" {
			counts[s]++
		}
	}
	if counts["Kana"]*5 > counts["Han"] {
		counts["Kana"] += counts["Han"]
	}
	best, most := "", 0
	for _, s := range scripts() {
		n := counts[s.name]
		if s.name == "Latin" {
			n /= 2
		}
		if n > most || best == "" && counts[s.name] > 0 {
			best, most = s.name, n
		}
	}
	return best
}

type script struct {
	name  string
	table *unicode.RangeTable
}

func scripts() []script {
	return []script{
		{"Arabic", unicode.Arabic}, {"Cyrillic", unicode.Cyrillic}, {"Hebrew", unicode.Hebrew},
		{"Greek", unicode.Greek}, {"Kana", unicode.Hiragana}, {"Han", unicode.Han}, {"Hangul", unicode.Hangul},
		{"Thai", unicode.Thai}, {"Devanagari", unicode.Devanagari}, {"Bengali", unicode.Bengali},
		{"Armenian", unicode.Armenian}, {"Georgian", unicode.Georgian}, {"Ethiopic", unicode.Ethiopic},
		{"Latin", unicode.Latin},
	}
}

// scriptOf returns the name of a letter's script, "" for what is no letter.
func scriptOf(r rune) string {
	switch {
	case r < 0x80:
		if c := r | 0x20; 'a' <= c && c <= 'z' {
			return "Latin"
		}
		return ""
	case !unicode.IsLetter(r):
		return ""
	case 0x0620 <= r && r <= 0x06FF:
		return "Arabic"
	case unicode.Is(unicode.Katakana, r):
		return "Kana"
	}
	for _, s := range scripts() {
		if unicode.Is(s.table, r) {
			return s.name
		}
	}
	return ""
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
