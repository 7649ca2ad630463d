package match

import (
	"slices"
	"unicode/utf8"

	"dateline/internal/lang"
)

// maxLetters bounds what is compared of a text, in letters: about 6,000 words.
const maxLetters = 32 << 10

// A Text is what is compared of an item. It is read once and does not change.
//
// Of words their places and letters are kept, not their forms: whoever matches
// holds the texts of many items, and forms took two thirds of all.
type Text struct {
	words   []place
	letters []uint16 // the folded letters of all words, nothing between them
	first   []int32  // by word: where its letters begin; one more for the end
	numbers []run    // the words that are numbers: of 5.6 two
	days    []int32  // those that are days of the week
	names   []int32  // the words that are names, of scripts with capitals
	care    float64  // how much it is spelled as wire copy is, by letter
	credits []creditPlace
}

// A run is words that follow each other, by number, both included.
type run struct{ first, last int32 }

// A place is where a word stands in its text, in bytes.
type place struct{ start, end int32 }

// Read makes a text ready. Headline and body go in as one, a line each.
func Read(text string) *Text {
	_, words := lang.Words(text)
	return ReadWords(text, words)
}

// ReadWords is [Read] for who has cut the text into its words already.
func ReadWords(text string, words []lang.Word) *Text {
	t := &Text{}
	words, letters := bounded(unlabelled(words))
	t.words, t.letters, t.first = make([]place, len(words)), make([]uint16, 0, letters), make([]int32, 0, len(words)+1)
	for i := range words {
		w := &words[i]
		t.words[i] = place{int32(w.Start), int32(w.End)}
		t.first = append(t.first, int32(len(t.letters)))
		for _, r := range w.Form {
			t.letters = append(t.letters, uint16(r)) // of rare scripts only the low half, as good as any hash
		}
		switch {
		case isNumber(t.letters[t.first[i]:]):
			t.addNumber(text, int32(i))
		case lang.Weekday(w.Form) > 0:
			t.days = append(t.days, int32(i))
		}
	}
	t.first = append(t.first, int32(len(t.letters)))
	t.names = names(text, words)
	t.credits = creditPlaces(text, words)
	t.care = float64(care(text)) / float64(max(1, len(t.letters)))
	return t
}

// addNumber adds a word to the numbers, or to the last of them where only a point or
// a comma stands between: 5.6 and 5,600 are one number each.
func (t *Text) addNumber(text string, word int32) {
	if n := len(t.numbers); n > 0 && t.numbers[n-1].last == word-1 {
		switch text[t.words[word-1].end:t.words[word].start] {
		case ".", ",", "٫", "٬":
			t.numbers[n-1].last = word
			return
		}
	}
	t.numbers = append(t.numbers, run{word, word})
}

// bounded is the words that are compared, and how many letters they have.
func bounded(words []lang.Word) ([]lang.Word, int) {
	letters := 0
	for i := range words {
		if letters >= maxLetters {
			return words[:i], letters
		}
		letters += utf8.RuneCountInString(words[i].Form)
	}
	return words, letters
}

// care counts the hamzas and the marked h, which careless typing leaves out, less
// the vowel signs, which wire copy does not have: a text that lost the former or
// has many of the latter was worked over.
func care(text string) (n int) {
	for i := 0; i+1 < len(text); i++ { // by bytes: of most texts nothing is to be decoded
		switch text[i] {
		case 0xD8:
			if b := text[i+1]; b == 0xA2 || b == 0xA3 || b == 0xA5 || b == 0xA9 { // آ أ إ ة
				n++
			}
		case 0xD9:
			if b := text[i+1]; 0x8B <= b && b <= 0x92 { // from fathatan to sukun
				n--
			}
		}
	}
	return n
}

// word is the letters of one.
func (t *Text) word(i int32) []uint16 { return t.letters[t.first[i]:t.first[i+1]] }

// form is a word as it is folded.
func (t *Text) form(i int) string {
	letters := t.word(int32(i))
	runes := make([]rune, len(letters))
	for k, l := range letters {
		runes[k] = rune(l)
	}
	return string(runes)
}

// all are the numbers of all words.
func (t *Text) all() []int32 {
	list := make([]int32, len(t.words))
	for i := range list {
		list[i] = int32(i)
	}
	return list
}

// capital reports a word that is one of the names.
func (t *Text) capital(word int) bool {
	_, is := slices.BinarySearch(t.names, int32(word))
	return is
}

// Words is the number of words.
func (t *Text) Words() int { return len(t.words) }

// wordAt is the number of the word in which a letter stands.
func (t *Text) wordAt(letter int32) int {
	lo, hi := 0, len(t.words)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.first[mid+1] <= letter {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return min(lo, len(t.words)-1)
}
