package read

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dateline"
	"dateline/internal/datatest"
)

// hashedFile holds what a person marked on the pages of ar-pages before any
// rule was tuned on them, as hashes: the texts belong to their publishers.
const hashedFile = "testdata/ar-pages.json"

// A hashed page is the same without a word of it: enough to tell how much of a
// reading is right, not what it says.
type hashed struct {
	Headline   string   `json:"headline"`
	Byline     []string `json:"byline"`
	Published  string   `json:"published"`
	Updated    string   `json:"updated,omitempty"`
	Words      int      `json:"words"`
	Body       string   `json:"body"`       // of all words in order
	Paragraphs []string `json:"paragraphs"` // of each paragraph
	Windows    string   `json:"windows"`    // 32 bits for each window of four words, sorted, in base64
}

// plainWords are the words of a text without what spellings differ in by
// keyboard only: presentation forms, tatweel, vowel signs, joiners.
func plainWords(s string) []string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || r == 'ـ' {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
	return word.FindAllString(s, -1)
}

func digest(words []string) string {
	sum := sha256.Sum256([]byte("dateline ar-pages\n" + strings.Join(words, " ")))
	return base64.RawStdEncoding.EncodeToString(sum[:8])
}

// windows are the hashed windows of four words, sorted.
func windows(words []string) []uint32 {
	var out []uint32
	for i := 0; i == 0 && len(words) > 0 || i+4 <= len(words); i++ {
		sum := sha256.Sum256([]byte(strings.Join(words[i:min(i+4, len(words))], " ")))
		out = append(out, binary.BigEndian.Uint32(sum[:]))
	}
	slices.Sort(out)
	return out
}

// common counts what two sorted lists share, each element as often as both have it.
func common(a, b []uint32) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// arabicScore adds up how much of the marked pages was read right.
type arabicScore struct {
	precision, recall                                               float64
	pages, exact, headline, byline, day, minute, zone, asked, zones int
}

func (s *arabicScore) add(t *testing.T, id string, want hashed, it dateline.Item) {
	packed, err := base64.RawStdEncoding.DecodeString(want.Windows)
	if err != nil {
		t.Fatal(err)
	}
	var truth []uint32
	for i := 0; i < len(packed); i += 4 {
		truth = append(truth, binary.BigEndian.Uint32(packed[i:]))
	}
	words := plainWords(NewLine(id, it).Text)
	found := windows(words)
	n := common(truth, found)
	p, r := float64(n)/float64(max(1, len(found))), float64(n)/float64(max(1, len(truth)))
	s.pages, s.precision, s.recall = s.pages+1, s.precision+p, s.recall+r
	count := func(ok bool, to *int, what string, got any) {
		if ok {
			*to++
		} else {
			t.Logf("%s: %s: %v", id, what, got)
		}
	}
	count(digest(words) == want.Body, &s.exact, "text", []float64{p, r})
	if digest(words) != want.Body {
		explain(t, want, it)
	}
	count(digest(plainWords(it.Headline)) == want.Headline, &s.headline, "headline", it.Headline)
	var names []string
	for _, b := range it.Byline {
		names = append(names, digest(plainWords(b)))
	}
	count(slices.Equal(names, want.Byline), &s.byline, "byline", it.Byline)
	s.times(want.Published, it.Published.Text(), func(ok bool, to *int, what string) { count(ok, to, what, it.Published.Text()) })
}

// times compares day, minute and zone, the last two where the page gives them.
func (s *arabicScore) times(want, got string, count func(ok bool, to *int, what string)) {
	const day, minute = len("2006-01-02"), len("2006-01-02T15:04")
	cut := func(t string, n int) string { return t[:min(n, len(t))] }
	count(cut(want, day) == cut(got, day), &s.day, "day")
	if len(want) >= minute {
		s.asked++
		count(cut(want, minute) == cut(got, minute), &s.minute, "minute")
	}
	// A zone that the page gives to machines must not be lost on the way.
	zone := func(t string) string {
		i := strings.LastIndexAny(t, "Z+-")
		return strings.Replace(t[max(i, min(minute, len(t))):], "+00:00", "Z", 1)
	}
	if z := zone(want); z != "" && len(want) > minute {
		s.zones++
		count(z == zone(got), &s.zone, "zone")
	}
}

// explain names the paragraphs that are not marked ones; -v shows them.
func explain(t *testing.T, want hashed, it dateline.Item) {
	for _, b := range it.Body {
		if !slices.Contains(want.Paragraphs, digest(plainWords(b.Plain()))) {
			t.Logf("  not as marked: %s %.90q", b.Kind, b.Plain())
		}
	}
}

// TestMeasuredArabic holds the reading of the marked Arabic and Persian pages
// to what it has reached.
func TestMeasuredArabic(t *testing.T) {
	b, err := os.ReadFile(hashedFile)
	if err != nil {
		t.Fatal(err)
	}
	var pages map[string]hashed
	if err := json.Unmarshal(b, &pages); err != nil {
		t.Fatal(err)
	}
	var s arabicScore
	for id, want := range pages {
		b, err := os.ReadFile(datatest.Path(t, "ar-pages", id+".html"))
		if err != nil {
			t.Fatal(err)
		}
		it, _ := Page(dateline.Copy{Body: b}, Hint{})
		s.add(t, id, want, it)
	}
	p, r := s.precision/float64(s.pages), s.recall/float64(s.pages)
	t.Logf("%d pages: F1 %.4f (precision %.4f, recall %.4f), exact %d, headline %d, byline %d, day %d, minute %d of %d, zone %d of %d",
		s.pages, 2*p*r/(p+r), p, r, s.exact, s.headline, s.byline, s.day, s.minute, s.asked, s.zone, s.zones)
	for _, least := range []struct {
		what      string
		got, want int
	}{{"exact", s.exact, 13}, {"headline", s.headline, 13}, {"byline", s.byline, 13}, {"day", s.day, 12}, {"minute", s.minute, 11}, {"zone", s.zone, 8}} {
		if least.got < least.want {
			t.Errorf("%s: right on %d pages, was %d", least.what, least.got, least.want)
		}
	}
	if f1 := 2 * p * r / (p + r); f1 < 0.999 {
		t.Errorf("F1 %.4f is less than 0.999", f1)
	}
}
