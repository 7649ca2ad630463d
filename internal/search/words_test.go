package search

import (
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/lang"
)

func TestWords(t *testing.T) {
	w := Words(&dateline.Item{
		Language: "en", Headline: "Ministers’ talks", Standfirst: "In brief", Keywords: []string{"Trade"},
		Byline: []string{"Ann O'Neill"}, CreditLine: "MENAFN", Dateline: dateline.Dateline{Place: "CAIRO"},
		Body: []dateline.Block{{Kind: dateline.Paragraph, Text: "Talks opened: والمدارس."}},
	})
	for _, c := range []struct{ name, got, want string }{
		{"headline", w.Headline, "ministers talks"},
		{"body", w.Body, "in brief cairo trade talks opened والمدارس"},
		{"byline", w.Byline, "ann oneill menafn"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	stems := strings.Fields(w.Stems)
	for _, want := range []string{"ƨminist", "ƨtalk", "ƨopen", "ƨمدارس", "ƍدرس"} {
		if !slices.Contains(stems, want) {
			t.Errorf("stems %q lack %s", stems, want)
		}
	}
	slices.Sort(stems)
	if len(slices.Compact(slices.Clone(stems))) != len(stems) {
		t.Errorf("stems %q hold one twice", stems)
	}
	head, body, entries := vector(w.Terms).open()
	if head != 2 || body != 7 || len(entries) != 8*entrySize {
		t.Errorf("the vector has lengths %d and %d and %d bytes of entries", head, body, len(entries))
	}
}

func TestWordsOfNothing(t *testing.T) {
	w := Words(&dateline.Item{})
	if w.Headline+w.Body+w.Stems+w.Byline != "" {
		t.Errorf("an empty item has the words %+v", w)
	}
	if _, _, entries := vector(w.Terms).open(); len(entries) != 0 {
		t.Errorf("%d bytes of entries", len(entries))
	}
}

// TestWordsAreFound looks every word of an item up again by the key that a query
// makes of it.
func TestWordsAreFound(t *testing.T) {
	for language, text := range map[string]string{"en": englishCopy, "ar": arabicCopy} {
		item := benchmarkItem(language, text)
		w := Words(item)
		head, body, entries := vector(w.Terms).open()
		if want := len(strings.Fields(w.Headline)); head != want {
			t.Errorf("%s: %d words in the headline, want %d", language, head, want)
		}
		if want := len(strings.Fields(w.Body)); body != want {
			t.Errorf("%s: %d words in the body, want %d", language, body, want)
		}
		for _, word := range strings.Fields(w.Body) {
			stem := lang.Stem(word, language)
			form, _, _ := lookUp(entries, newKey(word, stem, lang.Root(stem)))
			if want := strings.Count(" "+w.Body+" ", " "+word+" "); form.body < min(want, mostBody) {
				t.Errorf("%s: %s stands %d times in the vector, want %d", language, word, form.body, want)
			}
			if mark := " " + stemMark + stem + " "; stem != word && strings.Count(" "+w.Stems+" ", mark) != 1 {
				t.Errorf("%s: the stem %s of %s is not written once", language, stem, word)
			}
		}
	}
}

func TestLookUp(t *testing.T) {
	_, _, entries := newVector([]uint64{
		newKey("elections", "elect", "elect").entry(counts{head: 1, body: 2}),
		newKey("elected", "elect", "elect").entry(counts{body: 100}),
		newKey("مدارس", "مدارس", "درس").entry(counts{head: 9}),
		newKey("المدرسه", "مدرس", "درس").entry(counts{body: 1}),
	}, 1, 1).open()
	for _, c := range []struct {
		form, stem, root string
		want             [3]counts
	}{
		{"elections", "elect", "elect", [3]counts{{1, 2}, {1, 2 + mostBody}, {1, 2 + mostBody}}},
		{"election", "elect", "elect", [3]counts{{}, {1, 2 + mostBody}, {1, 2 + mostBody}}},
		{"مدارس", "مدارس", "درس", [3]counts{{mostHead, 0}, {mostHead, 0}, {mostHead, 1}}},
		{"absent", "absent", "absent", [3]counts{}},
	} {
		form, stem, root := lookUp(entries, newKey(c.form, c.stem, c.root))
		if got := [3]counts{form, stem, root}; got != c.want {
			t.Errorf("%s: %v, want %v", c.form, got, c.want)
		}
	}
}

func FuzzVector(f *testing.F) {
	f.Add([]byte(newVector([]uint64{newKey("a", "a", "a").entry(counts{body: 1})}, 0, 1)))
	f.Add([]byte{vectorVersion, 0xFF})
	f.Fuzz(func(t *testing.T, b []byte) {
		_, _, entries := vector(b).open()
		lookUp(entries, newKey("a", "a", "a"))
		(&ranker{terms: newRanker([]Term{{{Words: []string{"a"}}}}, &tally{items: 1}).terms}).score(b, 10)
	})
}

func benchmarkItem(language, text string) *dateline.Item {
	return &dateline.Item{
		Language: language, Headline: text[:strings.IndexByte(text, '\n')],
		Body: []dateline.Block{{Kind: dateline.Paragraph, Text: strings.Repeat(text, 5000/len(text)+1)[:5000]}},
	}
}

const (
	englishCopy = `Ministers from eleven countries agreed on Thursday to reopen the northern shipping lane, officials
said, after negotiations that had twice been suspended. The agreement's text, seen by reporters, provides for joint
inspections and for compensation of the harbour workers who lost their jobs when the lane was closed in March. `
	arabicCopy = `اتفق وزراء إحدى عشرة دولة يوم الخميس على إعادة فتح الممر البحري الشمالي، بحسب ما قاله مسؤولون، بعد
مفاوضات عُلّقت مرتين. وينص الاتفاق الذي اطلع عليه صحفيون على عمليات تفتيش مشتركة وعلى تعويض عمال المرفأ الذين فقدوا
وظائفهم عندما أُغلق الممر في مارس. `
)

// BenchmarkWords makes the words of an item of 5 KB. Its text repeats itself, so
// a real one has more different forms to stem.
func BenchmarkWords(b *testing.B) {
	for _, item := range []*dateline.Item{benchmarkItem("en", englishCopy), benchmarkItem("ar", arabicCopy)} {
		b.Run(item.Language, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Words(item)
			}
		})
	}
}

// BenchmarkRank ranks a thousand candidates for three words.
func BenchmarkRank(b *testing.B) {
	found := make([]dateline.Candidate, 1000)
	for i := range found {
		found[i] = dateline.Candidate{Terms: Words(benchmarkItem("en", englishCopy)).Terms, Item: dateline.ItemID(rune(i + 'a'))}
	}
	r := newRanker([]Term{{{Words: []string{"agreement"}}}, {{Words: []string{"harbour"}}}, {{Words: []string{"x"}}}}, &tally{items: 1000})
	for b.Loop() {
		r.rank(found)
	}
}
