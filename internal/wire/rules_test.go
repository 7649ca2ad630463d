package wire

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/store/mem"
)

// TestAllowed: paywalled copy and copy that reserves text mining never goes beyond a
// link, except that what is the publication's own is its own; full needs a reason.
func TestAllowed(t *testing.T) {
	for _, c := range []struct {
		name   string
		source dateline.Source
		rights dateline.Rights
		want   dateline.Usage
	}{
		{"full with a reason", dateline.Source{ID: "nra", Usage: dateline.UsageFull, UsageReason: "agreed"}, dateline.Rights{}, dateline.UsageFull},
		{"full without one", dateline.Source{ID: "nra", Usage: dateline.UsageFull}, dateline.Rights{}, dateline.UsageExcerpt},
		{"nothing said", dateline.Source{ID: "nra"}, dateline.Rights{}, dateline.UsageExcerpt},
		{"a usage that nobody knows", dateline.Source{ID: "nra", Usage: "all", UsageReason: "agreed"}, dateline.Rights{}, dateline.UsageExcerpt},
		{"link", dateline.Source{ID: "nra", Usage: dateline.UsageLink}, dateline.Rights{}, dateline.UsageLink},
		{"paywalled", dateline.Source{ID: "nra", Usage: dateline.UsageFull, UsageReason: "agreed"}, dateline.Rights{Paywalled: true}, dateline.UsageLink},
		{"no mining", dateline.Source{ID: "nra", Usage: dateline.UsageExcerpt}, dateline.Rights{NoMining: true}, dateline.UsageLink},
		{"paywalled, for the desk", dateline.Source{ID: "nra", Usage: dateline.UsageDesk}, dateline.Rights{Paywalled: true}, dateline.UsageDesk},
		{"own", dateline.Source{ID: dateline.OwnSource, Usage: dateline.UsageFull}, dateline.Rights{Paywalled: true, NoMining: true}, dateline.UsageFull},
	} {
		if got := Allowed(&dateline.Item{Rights: c.rights}, &c.source); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestWordCost: a script that writes without spaces does not get a whole text for one
// word of an excerpt.
func TestWordCost(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"harbour", 1}, {strings.Repeat("x", 30), 1}, {strings.Repeat("x", 31), 16}, {strings.Repeat("港", 30), 1}, {strings.Repeat("港", 40), 20}, {strings.Repeat("港", 41), 21},
	} {
		if got := wordCost(c.text); got != c.want {
			t.Errorf("%d letters are %d words, want %d", len([]rune(c.text)), got, c.want)
		}
	}
}

// TestTurns: a number or a negation more makes another statement of the same words.
func TestTurns(t *testing.T) {
	for _, w := range []string{
		"40", "7m", "two", "hundreds", "dozen", "not", "never", "wont", "لا", "ولا", "فلن", "ليس", "بدون", "ثلاثه", "وثلاثه", "بثلاثه", "الثلاثه", "ثلاثمائه", "اربعمئه", "مائه", "مئه", "ومليون", "نصف", "عشرون",
		"الف", "الاف", "والفا", "الفي", "بالف", "بالفين", "الالف", "مائتي", "مئتي", "مليارين", "اثنتي",
	} {
		if !turns(w) {
			t.Errorf("%s does not turn a statement", w)
		}
	}
	for _, w := range []string{"one", "harbour", "note", "nobel", "tenor", "واحد", "الميناء", "سته" + "م", "فلاح", "وزير", "بائع", "مائهم", "الفنان", "الفريق", "في", "فان", "ان"} {
		if turns(w) {
			t.Errorf("%s turns a statement", w)
		}
	}
}

// TestSlugDropsSigns: what only lengthens an address: harakat from fathatan on, the
// tatweel, apostrophes.
func TestSlugDropsSigns(t *testing.T) {
	for r, want := range map[rune]rune{0x064B: -1, 0x064E: -1, 0x065F: -1, 0x0670: -1, 0x0640: -1, '\'': -1, '’': -1, 0x064A: 0x064A, 'A': 'a', '7': '7', '٧': '٧', '-': ' ', '—': ' ', '\n': ' ', '’' + 1: ' '} {
		if got := slugRune(r); got != want {
			t.Errorf("%U becomes %U, want %U", r, got, want)
		}
	}
}

// A pairing is a store to which items of several languages come, with the entries
// that the stage wrote for each batch.
type pairing struct {
	t     *testing.T
	store dateline.Store
	seen  int64
}

func (p *pairing) come(items ...dateline.Item) (filed []dateline.ItemID) {
	p.t.Helper()
	ctx := context.Background()
	err := p.store.Update(ctx, func(tx dateline.Tx) error {
		for i := range items {
			items[i].GUID, items[i].Source, items[i].Received = string(items[i].ID), "nra", before
			if items[i].Headline == "" {
				items[i].Headline = "One"
			}
			if _, err := tx.Keep(ctx, []dateline.Kept{{Item: items[i]}}); err != nil {
				return err
			}
		}
		entries, err := tx.Entries(ctx, p.seen, 1000)
		if err != nil {
			return err
		}
		if err := (Stage{}).Step(ctx, tx, entries); err != nil {
			return err
		}
		written, err := tx.Entries(ctx, p.seen+int64(len(entries)), 1000)
		for _, e := range written {
			filed = append(filed, e.Item)
		}
		p.seen += int64(len(entries) + len(written))
		return err
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return filed
}

func (p *pairing) counterparts(id dateline.ItemID) (out map[string]dateline.ItemID) {
	p.t.Helper()
	err := p.store.View(context.Background(), func(tx dateline.Tx) error {
		filings, err := tx.FilingsOf(context.Background(), []dateline.ItemID{id})
		out = filings[id].Counterparts
		return err
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return out
}

// TestCounterparts: an item and its translation lead to each other, whichever of them
// comes first and names the other, and both are filed anew for it.
func TestCounterparts(t *testing.T) {
	english := dateline.Item{ID: "englishaaaaaa", Language: "en", URL: "https://nra.example/en/1"}
	arabic := dateline.Item{ID: "arabicaaaaaaa", Language: "ar", URL: "https://nra.example/ar/1", Translations: []dateline.Translation{{Language: "en", URL: english.URL}}}
	for name, batches := range map[string][][]dateline.Item{
		"the translation last":  {{english}, {arabic}},
		"in one batch":          {{english, arabic}},
		"in one batch, turned":  {{arabic, english}},
		"the translation first": {{arabic}, {english}},
		"filed again, the same": {{english}, {arabic}, {arabic}},
	} {
		p := &pairing{t: t, store: mem.New()}
		filed := map[dateline.ItemID]int{}
		for _, b := range batches {
			for _, id := range p.come(b...) {
				filed[id]++
			}
		}
		want := map[dateline.ItemID]map[string]dateline.ItemID{english.ID: {"ar": arabic.ID}, arabic.ID: {"en": english.ID}}
		for id, w := range want {
			if got := p.counterparts(id); !maps.Equal(got, w) {
				t.Errorf("%s: %s leads to %v, want %v", name, id, got, w)
			}
		}
		// The one that came first is filed once more when the other one comes.
		wantFiled := map[dateline.ItemID]int{english.ID: 1, arabic.ID: 1}
		if len(batches) > 1 {
			wantFiled[batches[0][0].ID] = 2
		}
		if !maps.Equal(filed, wantFiled) {
			t.Errorf("%s: filed %v, want %v", name, filed, wantFiled)
		}
	}
}

// TestCounterpartsDerivedAnew: in whatever batches two items were filed, and whatever
// their later versions name, a wire that is filed anew says the same.
func TestCounterpartsDerivedAnew(t *testing.T) {
	english := dateline.Item{ID: "englishaaaaaa", Language: "en", URL: "https://nra.example/en/1"}
	arabic := dateline.Item{ID: "arabicaaaaaaa", Language: "ar", URL: "https://nra.example/ar/1"}
	naming, silent := arabic, arabic
	naming.Translations = []dateline.Translation{{Language: "en", URL: english.URL}}
	silent.Headline = "names none any more"
	for name, batches := range map[string][][]dateline.Item{
		"named first, in two batches":    {{naming}, {english}},
		"named last, in two batches":     {{english}, {naming}},
		"named by the first version":     {{english}, {naming}, {silent}},
		"named by the second version":    {{english}, {silent}, {naming}},
		"named by one nobody names back": {{naming}, {silent}, {english}},
	} {
		p := &pairing{t: t, store: mem.New()}
		for _, b := range batches {
			p.come(b...)
		}
		want := fmt.Sprint(p.counterparts(english.ID), p.counterparts(arabic.ID))
		if want != fmt.Sprint(map[string]dateline.ItemID{"ar": arabic.ID}, map[string]dateline.ItemID{"en": english.ID}) {
			t.Errorf("%s: the two lead to %s", name, want)
		}
		for size := 1; size <= 3; size++ {
			p.again(size)
			if got := fmt.Sprint(p.counterparts(english.ID), p.counterparts(arabic.ID)); got != want {
				t.Errorf("%s: filed anew, %d entries at once, the two lead to %s, before to %s", name, size, got, want)
			}
		}
	}
}

// again files the wire anew, so many entries of the log at once.
func (p *pairing) again(size int) {
	p.t.Helper()
	ctx := context.Background()
	err := p.store.Update(ctx, func(tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, 0, 1000)
		if err != nil {
			return err
		}
		if err := tx.ClearFilings(ctx); err != nil {
			return err
		}
		for part := range slices.Chunk(entries, size) {
			if err := (Stage{}).Step(ctx, tx, part); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		p.t.Fatal(err)
	}
}

// TestNoCounterpart: an item is none of itself, none of another in its own language,
// and one in a language that has another already takes its place.
func TestNoCounterpart(t *testing.T) {
	p := &pairing{t: t, store: mem.New()}
	one := dateline.Item{ID: "oneaaaaaaaaaa", Language: "en", URL: "https://nra.example/en/1", Translations: []dateline.Translation{{Language: "ar", URL: "https://nra.example/en/1"}}}
	two := dateline.Item{ID: "twoaaaaaaaaaa", Language: "en-GB", URL: "https://nra.example/en/2", Translations: []dateline.Translation{{Language: "ar", URL: one.URL}}}
	p.come(one)
	p.come(two)
	for _, id := range []dateline.ItemID{one.ID, two.ID} {
		if got := p.counterparts(id); len(got) > 0 {
			t.Errorf("%s leads to %v", id, got)
		}
	}
	for _, id := range []dateline.ItemID{"firstaaaaaaaa", "secondaaaaaaa"} {
		p.come(dateline.Item{ID: id, Language: "ar", URL: "https://nra.example/ar/" + string(id), Translations: []dateline.Translation{{Language: "en", URL: one.URL}}})
	}
	if got := p.counterparts(one.ID); !maps.Equal(got, map[string]dateline.ItemID{"ar": "secondaaaaaaa"}) {
		t.Errorf("leads to %v", got)
	}
}

// TestQuoteRefuses names what is none and what is not shown.
func TestQuoteRefuses(t *testing.T) {
	unsure := says("b", 2, water)
	unsure.Unsure = true
	w := newSpokenWorld(t, says("a", 1, gates), unsure)
	sure := says("a", 1, gates)
	if v, q, err := w.reader.Quote(t.Context(), sure.Statement()); err != nil || q.ID != sure.Statement() || v.ID != sure.ID() {
		t.Errorf("%s of %s: %v", q.ID, v.ID, err)
	}
	for _, id := range []dateline.StatementID{"", "x", unsure.Statement(), dateline.NewStatementID(sure.ID(), "other words", 0), dateline.NewStatementID("nosuchitemaaa", "x", 0)} {
		if _, q, err := w.reader.Quote(t.Context(), id); !errors.Is(err, dateline.ErrNotFound) || q.ID != "" {
			t.Errorf("%q: %v, %+v", id, err, q)
		}
	}
}
