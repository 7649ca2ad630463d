package lang

import (
	"strings"
	"unicode"
)

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
		return byEvidence(text, latinEvidence)
	case "Arabic":
		return byEvidence(text, arabicEvidence)
	case "Cyrillic":
		return byEvidence(text, cyrillicEvidence)
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

// byEvidence returns the language with the most evidence, if it has enough and
// clearly more than the next.
func byEvidence(text string, known []evidence) string {
	points := make([]float64, len(known))
	_, words := Words(text)
	for i := range known {
		for _, w := range words {
			points[i] += known[i].ofWord(w.Form)
		}
		points[i] += known[i].ofLetters(text)
	}
	best, second := -1, 0.0
	for i, p := range points {
		switch {
		case best < 0 || p > points[best]:
			if best >= 0 {
				second = points[best]
			}
			best = i
		case p > second:
			second = p
		}
	}
	if points[best] < 1 || points[best] < 1.2*second {
		return Unknown
	}
	return known[best].language
}

// ofWord is what one folded word tells: a function word a full point (shared by
// languages, it cancels out), a typical beginning or ending a part of one.
func (e *evidence) ofWord(form string) float64 {
	if e.words[form] {
		return 1
	}
	for _, s := range e.starts {
		if len(form) > len(s)+2 && strings.HasPrefix(form, s) {
			return 0.5
		}
	}
	for _, s := range e.ends {
		if len(form) > len(s)+2 && strings.HasSuffix(form, s) {
			return 0.4
		}
	}
	return 0
}

// ofLetters is what letters tell that few languages have. One may stand in a
// foreign name; three are no accident.
func (e *evidence) ofLetters(text string) float64 {
	n := 0
	for _, r := range text {
		if r >= 0x80 && strings.ContainsRune(e.letters, unicode.ToLower(r)) {
			n++
		}
	}
	return 0.7 * float64(min(n, 6))
}
