package wire

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"dateline"
)

// saying makes an item of paragraphs, all of whose sentences are statements by
// somebody named in them, sure enough for the public.
func saying(language string, paragraphs ...string) (dateline.Item, []dateline.Marked) {
	item := dateline.Item{ID: dateline.NewItemID("marsa", "a"), Version: 1, Source: "marsa", Language: language, Headline: "Gates"}
	for _, p := range paragraphs {
		item.Body = append(item.Body, dateline.Block{Kind: dateline.Paragraph, Text: p})
	}
	text, at := item.Text(), 0
	m := dateline.Marked{Item: item.ID, Version: 1, Program: 1}
	for i, p := range paragraphs {
		at += strings.Index(text[at:], p)
		span := dateline.Span{Start: at, End: at + len(p)}
		m.Statements = append(m.Statements, dateline.Statement{
			ID: dateline.NewStatementID(item.ID, p, i), Speaker: "Salma Nawfal", Named: true, Content: []dateline.Span{span}, Sentence: span,
			Kind: dateline.Direct, Polarity: dateline.Says, Confidence: 0.95, Public: true,
		})
		at += len(p)
	}
	return item, []dateline.Marked{m}
}

func viewed(t *testing.T, item *dateline.Item, usage dateline.Usage, notices ...dateline.FiledNotice) View {
	t.Helper()
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	filing := dateline.Filing{Item: item.ID, Status: dateline.Usable, Released: now, Notices: notices}
	v, err := Public(item, &dateline.Source{ID: item.Source, Usage: usage, UsageReason: "agreed"}, &filing, now)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

const short = "“The gates stay open,” Nawfal said." // six words

func TestQuotesByUsage(t *testing.T) {
	long := "“" + strings.Repeat("word ", 60) + "” Nawfal said."
	opening := strings.TrimSpace(strings.Repeat("opening ", 30))
	for _, test := range []struct {
		name       string
		usage      dateline.Usage
		paragraphs []string
		want       []int // which paragraphs
	}{
		{"full shows all", dateline.UsageFull, []string{short, long}, []int{0, 1}},
		{"an excerpt shows what it shows already", dateline.UsageExcerpt, []string{short, long}, []int{0}},
		{"an excerpt that is used up shows no more", dateline.UsageExcerpt, []string{opening, long, short}, nil},
		{"a link shows none", dateline.UsageLink, []string{short}, nil},
	} {
		item, marked := saying("en", test.paragraphs...)
		v := viewed(t, &item, test.usage)
		var want []string
		for _, i := range test.want {
			want = append(want, spaced(test.paragraphs[i]))
		}
		var got []string
		for _, q := range Quotes(&v, &item, marked) {
			got = append(got, q.Sentence)
			if (q.Content != nil) != (test.usage == dateline.UsageFull) {
				t.Errorf("%s: the place in the text is %v", test.name, q.Content)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %q, want %q", test.name, got, want)
		}
	}
}

// TestQuotesWithinTheExcerpt leaves room beside a standfirst.
func TestQuotesWithinTheExcerpt(t *testing.T) {
	item, marked := saying("en", short, "“Not this winter either,” Nawfal said.", "“No,” Nawfal said.")
	item.Standfirst = strings.TrimSpace(strings.Repeat("word ", 31))
	v := viewed(t, &item, dateline.UsageExcerpt)
	got := Quotes(&v, &item, marked)
	if len(got) != 2 || got[0].Sentence != short || got[1].Sentence != "“No,” Nawfal said." {
		t.Errorf("beside 31 words stand %+v, want the sentences of six and of three", got)
	}
	notice := dateline.FiledNotice{Notice: dateline.Notice{Kind: dateline.Correct, Text: "Corrects the day of it"}}
	v = viewed(t, &item, dateline.UsageExcerpt, notice)
	if got := Quotes(&v, &item, marked); len(got) != 1 || got[0].Sentence != "“No,” Nawfal said." {
		t.Errorf("beside 31 words and a notice of five stand %+v, want the sentence of three", got)
	}
}

// TestQuotesThatAreNotShown changes one thing of a statement that is shown.
func TestQuotesThatAreNotShown(t *testing.T) {
	for name, change := range map[string]func(*dateline.Statement, *dateline.Item){
		"":                           func(*dateline.Statement, *dateline.Item) {},
		"below the threshold":        func(s *dateline.Statement, _ *dateline.Item) { s.Public = false },
		"by nobody named":            func(s *dateline.Statement, _ *dateline.Item) { s.Named = false },
		"by somebody not in it":      func(s *dateline.Statement, _ *dateline.Item) { s.Speaker = "Idris Halwani" },
		"by nobody":                  func(s *dateline.Statement, _ *dateline.Item) { s.Speaker = "" },
		"out of a text that is gone": func(s *dateline.Statement, _ *dateline.Item) { s.Sentence.End = 5000 },
		"of another version":         func(_ *dateline.Statement, i *dateline.Item) { i.Version = 2 },
	} {
		item, marked := saying("en", short)
		change(&marked[0].Statements[0], &item)
		v := viewed(t, &item, dateline.UsageFull)
		if got := Quotes(&v, &item, marked); (len(got) == 1) != (name == "") {
			t.Errorf("a statement %s: %+v", name, got)
		}
	}
}

// TestQuotesNameInAnySpelling has the name in the sentence as an agency spells it.
func TestQuotesNameInAnySpelling(t *testing.T) {
	item, marked := saying("ar", "وقالت إيمان الأشقر: «لن نغلق البوابات».")
	marked[0].Statements[0].Speaker = "ايمان الاشقر"
	v := viewed(t, &item, dateline.UsageFull)
	if got := Quotes(&v, &item, marked); len(got) != 1 {
		t.Errorf("the sentence names her, and is not shown: %+v", got)
	}
}

// TestQuotesProperty makes items at random, with and without headline and notices,
// and demands what design.md does, by itself: nothing of a link, 40 words at most
// of an excerpt in all, whole sentences that stand in the text, and nothing below
// the threshold.
func TestQuotesProperty(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 5))
	shown := map[dateline.Usage]int{}
	headless, noticed := 0, 0 // quotes
	for n := range 3000 {
		var paragraphs []string
		for i := range 1 + r.IntN(5) {
			words := make([]string, 1+r.IntN(20))
			for j := range words {
				words[j] = fmt.Sprintf("w%d-%d", i, r.IntN(500))
			}
			paragraphs = append(paragraphs, "“"+strings.Join(words, " ")+",”\nNawfal  said.")
		}
		item, marked := saying("en", paragraphs...)
		if r.IntN(2) == 0 {
			item.Standfirst = strings.TrimSpace(strings.Repeat("word ", 1+r.IntN(50)))
		}
		for i := range marked[0].Statements {
			s := &marked[0].Statements[i]
			s.Public, s.Named = r.IntN(4) > 0, r.IntN(4) > 0
		}
		if r.IntN(3) == 0 {
			item.Headline = "" // some of the text heads it
		}
		var notices []dateline.FiledNotice
		if r.IntN(3) == 0 {
			notices = append(notices, dateline.FiledNotice{Notice: dateline.Notice{Kind: dateline.Correct, Text: strings.Repeat("notice ", r.IntN(50))}})
		}
		usage := []dateline.Usage{dateline.UsageFull, dateline.UsageExcerpt, dateline.UsageLink}[r.IntN(3)]
		v := viewed(t, &item, usage, notices...)
		got := Quotes(&v, &item, marked)
		shown[usage] += len(got)
		seen := map[string]bool{} // words of this item are told apart, but for the cue's
		count := len(strings.Fields(v.Excerpt))
		if item.Headline == "" {
			count += len(strings.Fields(v.Headline))
			headless += len(got)
		}
		for _, notice := range v.Notices {
			count += len(strings.Fields(notice.Text))
			noticed += len(got)
		}
		for _, q := range got {
			if !strings.Contains(strings.Join(strings.Fields(item.Text()), " "), q.Sentence) {
				t.Fatalf("item %d: %q does not stand in the text", n, q.Sentence)
			}
			for _, s := range marked[0].Statements {
				if s.ID == q.ID && (!s.Public || !s.Named) {
					t.Fatalf("item %d: %q is not for the public", n, q.Sentence)
				}
			}
			if !seen[q.Sentence] && !strings.Contains(v.Excerpt, q.Sentence) {
				count += len(strings.Fields(q.Sentence))
			}
			seen[q.Sentence] = true
		}
		switch {
		case usage == dateline.UsageLink && len(got) > 0:
			t.Fatalf("item %d: a link shows %+v", n, got)
		case usage == dateline.UsageExcerpt && count > ExcerptWords:
			t.Fatalf("item %d: an excerpt shows %d words", n, count)
		}
	}
	if shown[dateline.UsageFull] < 500 || shown[dateline.UsageExcerpt] < 100 || headless < 100 || noticed < 100 {
		t.Errorf("too little was shown for this to prove anything: %v, %d without headline, %d with a notice", shown, headless, noticed)
	}
}

func TestQuotesOfWhatIsWithdrawn(t *testing.T) {
	item, marked := saying("en", short)
	v := viewed(t, &item, dateline.UsageFull)
	v.Status = dateline.Canceled
	if got := Quotes(&v, &item, marked); len(got) != 0 {
		t.Errorf("a withdrawn item shows %+v", got)
	}
}
