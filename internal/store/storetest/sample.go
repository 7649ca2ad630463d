package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
	"unicode"

	"dateline"
)

// Sample makes n items with their search words, always the same for a seed:
// English and Arabic in turn, about 5 KB each when long, a few minutes apart,
// with words as frequent as words are.
func Sample(n int, long bool) []dateline.Kept {
	r := rand.New(rand.NewPCG(1, 2))
	w := writer{r: r, zipf: rand.NewZipf(r, 1.1, 4, 20000), long: long}
	kept := make([]dateline.Kept, n)
	for i := range kept {
		kept[i] = w.item(i)
	}
	return kept
}

// writer writes sample items.
type writer struct {
	r    *rand.Rand
	zipf *rand.Zipf
	long bool
}

// item is the ith item. Stamps go back and forth by some minutes, as those of feeds do.
func (w *writer) item(i int) dateline.Kept {
	language, direction := "en", dateline.LeftToRight
	if i%2 == 1 {
		language, direction = "ar", dateline.RightToLeft
	}
	source := dateline.SourceID(fmt.Sprintf("source-%d", i%7))
	paragraphs := 1 + w.r.IntN(3)
	if w.long {
		paragraphs = 12
	}
	body := make([]dateline.Block, paragraphs)
	for p := range body {
		body[p] = dateline.Block{Kind: dateline.Paragraph, Text: w.words(language, 40+w.r.IntN(40))}
	}
	guid := fmt.Sprintf("sample-%d", i)
	published := noon().Add(time.Duration(i-w.r.IntN(5)) * time.Minute)
	item := dateline.Item{
		ID: dateline.NewItemID(source, guid), Source: source, GUID: guid,
		URL:      fmt.Sprintf("https://%s.example/%d", source, i),
		Language: language, Direction: direction,
		Headline: w.words(language, 6+w.r.IntN(6)), Byline: []string{w.words(language, 2)},
		CreditLine: string(source),
		Published:  dateline.Stamp{Time: published, Zone: "GMT", Precision: dateline.ToSecond, From: dateline.FromFeed},
		Received:   published.Add(time.Minute), Body: body, Digest: fmt.Sprint("digest-", i),
	}
	return dateline.Kept{Item: item, Words: sampleWords(&item)}
}

// words is n words, a few of them in most texts and most of them in few.
func (w *writer) words(language string, n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = word(language, w.zipf.Uint64())
	}
	return strings.Join(list, " ")
}

// word spells a number in a language: the commoner, the shorter.
func word(language string, n uint64) string {
	letters := []rune("abcdefghiklmnopqrstuvwxyz")
	if language == "ar" {
		letters = []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
	}
	var b strings.Builder
	// From 30 on, so that no word has a single letter.
	for n += 30; n > 0; n /= uint64(len(letters)) {
		b.WriteRune(letters[n%uint64(len(letters))])
	}
	return b.String()
}

// sampleWords indexes an item as the suite does it: folded words, and all but
// the last letter of the longer ones as stems, each once.
func sampleWords(item *dateline.Item) dateline.SearchWords {
	body := fold(item.Text())
	var stems []string
	seen := map[string]bool{}
	for w := range strings.FieldsSeq(body) {
		if r := []rune(w); len(r) > 3 && !seen[w] {
			seen[w] = true
			stems = append(stems, string(r[:len(r)-1]))
		}
	}
	return dateline.SearchWords{
		Headline: fold(item.Headline), Body: body, Stems: strings.Join(stems, " "),
		Byline: fold(strings.Join(append(item.Byline, item.CreditLine), " ")),
		Terms:  []byte("terms of " + item.GUID),
	}
}

// fold leaves lower-case letters, digits and single spaces.
func fold(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// piece is a small item for a check; its GUID is its name.
func piece(guid, headline, text string) dateline.Kept {
	item := dateline.Item{
		ID: dateline.NewItemID("marsa", guid), Source: "marsa", GUID: guid, URL: "https://marsa.example/" + guid,
		Language: "en", Direction: dateline.LeftToRight, Headline: headline,
		Published: dateline.Stamp{Time: noon(), Zone: "Z", Precision: dateline.ToSecond},
		Received:  minute(1),
		Body:      []dateline.Block{{Kind: dateline.Paragraph, Text: text}},
		Digest:    "digest of " + guid,
	}
	return dateline.Kept{Item: item, Words: sampleWords(&item)}
}

// at is a piece published so many minutes after noon.
func at(minutes int, k dateline.Kept) dateline.Kept {
	k.Item.Published.Time = minute(minutes)
	k.Item.Received = minute(minutes + 1)
	return k
}

// filed is a usable filing of a piece.
func filed(k dateline.Kept) dateline.Filing {
	return dateline.Filing{
		Item: k.Item.ID, Source: k.Item.Source, Language: k.Item.Language, Version: 1,
		Status: dateline.Usable, When: k.Item.Published.Time,
	}
}
