package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/store/mem"
)

var noon = time.Date(2025, 7, 22, 12, 0, 0, 0, time.UTC)

// story makes an item of a headline and a text, published minutes after noon.
func story(id, headline, text string, minutes int) dateline.Item {
	return dateline.Item{
		ID: dateline.ItemID(id), Source: "wire", GUID: id, Headline: headline,
		Language: lang.Detect(headline + "\n" + text),
		Body:     []dateline.Block{{Kind: dateline.Paragraph, Text: text}},
		Received: noon.Add(time.Duration(minutes) * time.Minute),
	}
}

// keep keeps items in a memory store, as intake does.
func keep(tb testing.TB, items ...dateline.Item) dateline.Store {
	tb.Helper()
	store := mem.New()
	keepIn(tb, store, items)
	return store
}

func keepIn(tb testing.TB, store dateline.Store, items []dateline.Item) {
	tb.Helper()
	err := store.Update(context.Background(), func(tx dateline.Tx) error {
		kept := make([]dateline.Kept, len(items))
		for i := range items {
			kept[i] = dateline.Kept{Item: items[i], Words: Words(&items[i])}
		}
		_, err := tx.Keep(context.Background(), kept)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
}

// run answers an ask and also writes the ids of the hits in one line, those
// with only some of the words behind a bar.
func run(tb testing.TB, store dateline.Store, ask Ask) (a Answer, ids string) {
	tb.Helper()
	err := store.View(context.Background(), func(tx dateline.Tx) (err error) {
		a, err = Run(context.Background(), tx, ask)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	var out []string
	some := false
	for _, h := range a.Hits {
		if h.SomeWords && !some {
			some = true
			out = append(out, "|")
		}
		out = append(out, string(h.Item))
	}
	return a, strings.Join(out, " ")
}

func TestRun(t *testing.T) {
	store := keep(t,
		story("a", "Harbour talks open", "Ministers met on Monday.", 1),
		story("b", "Ministers meet", "Talks about the harbour opened. The harbour is old.", 2),
		story("c", "Weather", "A storm closed the harbour and the talks were put off to the next day by ministers of state.", 3),
		story("d", "Football", "The elections of the club.", 4),
		story("e", "وزراء يبحثون الانتخابات", "قال وزير إن المدارس ستفتح.", 5),
		story("f", "Élections au Québec", "Le premier ministre est dans la ville pour les élections de la province.", 6),
	)
	for _, c := range []struct {
		query string
		order Order
		want  string
	}{
		{"harbour talks", Best, "a b c |"},
		{"harbour talks", Newest, "c b a |"},
		{"the harbour of talks", Best, "a b c |"},
		{`"harbour talks"`, Best, "a"},
		{"harbour -storm", Newest, "b a"},
		{"storm OR elections", Newest, "f d c"},
		{"election", Newest, "d"}, // French words are not stemmed
		{"elections", Newest, "f d"},
		{"storm football", Best, "| d c"},
		{"وزير", Newest, "e"},
		{"مدرسة", Best, "| e"},
		{"الوزراء", Best, "e"},
		{"lang:fr", Newest, "f"},
		{"lang:ar الانتخابات", Newest, "e"},
		{"source:none harbour", Newest, ""},
		{"-source:none -lang:ar -lang:en", Newest, "f"},
		{"-source:wire", Newest, ""},
		{"-source:wire harbour", Best, ""},
		{"-after:2025-07-22", Newest, ""},
		{"after:2025-07-22 before:2025-07-23 storm", Newest, "c"},
		{"before:2025-07 storm", Newest, ""},
		{"", Newest, "f e d c b a"},
		{"-harbour", Newest, "f e d"},
		{"absentword", Best, ""},
		{"the", Best, "d b c"},
	} {
		_, got := run(t, store, Ask{Query: Parse(c.query, time.UTC), Order: c.order})
		want, exact := strings.CutSuffix(c.want, " |")
		if got != want && !(exact && strings.HasPrefix(got, want)) {
			t.Errorf("%s %q: %s, want %s", c.order, c.query, got, c.want)
		}
	}
}

// TestRunPages: pages put together are the whole list, in both orders.
func TestRunPages(t *testing.T) {
	var items []dateline.Item
	for i := range 45 {
		text := strings.Repeat("filler ", i) + "gale"
		if i%5 == 0 {
			text += " warning"
		}
		items = append(items, story(fmt.Sprintf("item%02d", i), "A gale", text, i))
	}
	store := keep(t, items...)
	for _, order := range []Order{Best, Newest} {
		for _, query := range []string{"gale", "gale warning"} {
			ask := Ask{Query: Parse(query, time.UTC), Order: order, Limit: 1000, Count: true}
			whole, _ := run(t, store, ask)
			if len(whole.Hits) != 45 || whole.Total != 45 || whole.More {
				t.Errorf("%s %q: %d hits, total %d, more %v", order, query, len(whole.Hits), whole.Total, whole.More)
			}
			var pages []Hit
			for ask.Count, ask.Limit = false, 7; ; ask.Skip += ask.Limit {
				page, _ := run(t, store, ask)
				pages = append(pages, page.Hits...)
				if !page.More {
					break
				}
			}
			if !slices.Equal(pages, whole.Hits) {
				t.Errorf("%s %q: the pages differ from the whole list", order, query)
			}
		}
	}
}

func TestRunPublic(t *testing.T) {
	store := keep(t, story("out", "Gale", "", 1), story("held", "Gale", "", 2), story("late", "Gale", "", 3))
	err := store.Update(context.Background(), func(tx dateline.Tx) error {
		return tx.File(context.Background(), []dateline.Filing{
			{Item: "out", Status: dateline.Usable, When: noon},
			{Item: "held", Status: dateline.Withheld, When: noon},
			{Item: "late", Status: dateline.Usable, When: noon, Embargo: noon.Add(time.Hour)},
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, order := range []Order{Best, Newest} {
		ask := Ask{Query: Parse("gale", time.UTC), Order: order, Public: true, Now: noon}
		if _, got := run(t, store, ask); got != "out" {
			t.Errorf("%s: the public finds %q", order, got)
		}
	}
}

// TestSpellingsFindEachOther: whoever types one finds the other, both ways.
func TestSpellingsFindEachOther(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"أحمد", "احمد"}, {"إيران", "ايران"}, {"آسيا", "اسيا"}, {"مصطفى", "مصطفي"}, {"غزة", "غزه"},
		{"القُدْس", "القدس"}, {"الأردنّ", "الاردن"}, {"محـــمد", "محمد"}, {"۲۰۲۵", "٢٠٢٥"}, {"٢٠٢٥", "2025"},
		{"ایران", "إيران"}, {"کییف", "كييف"}, {"والقاهرة", "القاهرة"}, {"بالمدرسة", "مدرسة"}, {"للحكومة", "الحكومة"},
		{"حكومة", "الحكومات"}, {"لبوتين", "بوتين"}, {"وبوتين", "بوتين"}, {"Kiev", "Kyiv"}, {"Kiev", "كييف"},
		{"Putin", "بوتين"}, {"Putin", "لبوتين"}, {"Zelensky", "زيلينسكي"}, {"Zelenskyy", "Zelenskiy"},
		{"Gaddafi", "القذافي"}, {"Sana'a", "صنعاء"}, {"Erdoğan", "Erdogan"}, {"Saddam Hussein", "صدام حسين"},
		{"Abu Dhabi", "أبوظبي"}, {"Élysée", "elysee"}, {"U.S.", "US"}, {"minister's", "ministers"}, {"كتاب", "كتابًا"},
	} {
		for _, way := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			store := keep(t, story("x", "", "واحد "+way[1]+" اثنان", 1))
			a, _ := run(t, store, Ask{Query: Parse(way[0], time.UTC)})
			if len(a.Hits) != 1 || a.SomeWords {
				t.Errorf("%s does not find %s", way[0], way[1])
			}
		}
	}
}

// TestRootsFindEachOther: a broken plural and its singular, but only when too
// little else was found.
func TestRootsFindEachOther(t *testing.T) {
	for _, c := range []struct{ one, many string }{
		{"كتاب", "كتب"}, {"مدرسة", "المدارس"}, {"مدينة", "مدن"}, {"الحرب", "حروب"}, {"رئيس", "رؤساء"},
	} {
		for _, way := range [][2]string{{c.one, c.many}, {c.many, c.one}} {
			store := keep(t, story("x", "", "واحد "+way[1]+" اثنان", 1))
			if a, _ := run(t, store, Ask{Query: Parse(way[0], time.UTC)}); len(a.Hits) != 1 || !a.SomeWords {
				t.Errorf("%s: %+v", way[0], a)
			}
		}
	}
}

// TestExactFormComesFirst: of items that differ in nothing else.
func TestExactFormComesFirst(t *testing.T) {
	for _, c := range []struct{ query, exact, other string }{
		{"elections", "the elections", "an election"},
		{"مدارس", "في مدارس", "في مدرسة"},
		{"الحكومة", "قالت الحكومة", "قالت حكومته"},
	} {
		store := keep(t, story("other", "", c.other, 2), story("exact", "", c.exact, 1))
		if _, got := run(t, store, Ask{Query: Parse(c.query, time.UTC)}); !strings.HasPrefix(got, "exact") {
			t.Errorf("%q: %s", c.query, got)
		}
	}
}

// A number is told as the number only while all were counted.
func TestRunCountsUpToAWindow(t *testing.T) {
	for n, want := range map[int]bool{window - 1: false, window: true, window + 5: true} {
		var items []dateline.Item
		for i := range n {
			items = append(items, story(fmt.Sprintf("item%04d", i), "A gale", "gale", i))
		}
		store := keep(t, items...)
		for _, order := range []Order{Best, Newest} {
			got, _ := run(t, store, Ask{Query: Parse("gale", time.UTC), Order: order, Count: true})
			if got.Total != min(n, window) || got.AtLeast != want {
				t.Errorf("%d items, %s: %d found, at least that %v", n, order, got.Total, got.AtLeast)
			}
		}
	}
}

func TestQueryIsZero(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "*": true, "( ) -": true, `""`: true, "😀": true, "\x00": true,
		"a": false, "-a": false, "source:a": false, "-source:a": false, "lang:ar": false, "-lang:ar": false,
		"by:a": false, "-by:a": false, "said:a": false, "after:2026": false, "before:2026": false,
	} {
		if q := Parse(text, time.UTC); q.IsZero() != want {
			t.Errorf("%q: %v, want %v", text, !want, want)
		}
	}
}
