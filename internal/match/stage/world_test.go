package stage

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/store/mem"
)

// stager is a stage as the newsroom runs it.
type stager interface {
	Name() string
	Step(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) error
}

// run hands a stage the log as the newsroom does, so many entries at a time, and
// stops after so many steps; -1 is never.
func run(t testing.TB, store dateline.Store, s stager, batch, steps int) {
	t.Helper()
	ctx := context.Background()
	for ; steps != 0; steps-- {
		n := 0
		err := store.Update(ctx, func(tx dateline.Tx) error {
			at, err := tx.Cursor(ctx, s.Name())
			if err != nil {
				return err
			}
			entries, err := tx.Entries(ctx, at, batch)
			if n = len(entries); err != nil || n == 0 {
				return err
			}
			if err := s.Step(ctx, tx, entries); err != nil {
				return err
			}
			return tx.SetCursor(ctx, s.Name(), entries[n-1].Seq)
		})
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			return
		}
	}
}

func at(minutes int) time.Time {
	return time.Date(2031, 3, 4, 9, 0, 0, 0, time.UTC).Add(time.Duration(minutes) * time.Minute)
}

// prose is so many invented words, always the same for a seed.
func prose(seed uint64, words int) string {
	r := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	for i := range words {
		switch {
		case i > 0 && i%40 == 0:
			b.WriteString(".\n\n")
		case i > 0:
			b.WriteByte(' ')
		}
		for range 2 + r.IntN(3) {
			b.WriteString([]string{"ka", "lo", "mi", "ter", "san", "du", "re", "vo", "ne", "shi", "gar", "pol"}[r.IntN(12)])
		}
	}
	return b.String() + "."
}

// reworded changes some of the words of a text, leaves a paragraph out and adds
// one of its own.
func reworded(text string, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 8))
	words := strings.Split(text, " ")
	for i := range words {
		if r.IntN(5) == 0 {
			words[i] = fmt.Sprintf("other%d", r.IntN(1000))
		}
	}
	_, rest, _ := strings.Cut(strings.Join(words, " "), "\n\n")
	return rest + "\n\n" + prose(seed+500, 30)
}

// half is the first half of a text.
func half(text string) string {
	blocks := strings.Split(text, "\n\n")
	return strings.Join(blocks[:(len(blocks)+1)/2], "\n\n")
}

// item is one of a source, published at a minute and seen then.
func item(source dateline.SourceID, guid string, minute int, text string) dateline.Item {
	it := dateline.Item{
		ID: dateline.NewItemID(source, guid), Source: source, GUID: guid, Language: "en",
		URL: fmt.Sprintf("https://%s.example/%s", source, guid), Headline: prose(uint64(len(text)), 6),
		Published: dateline.Stamp{Time: at(minute), Zone: "Z", Precision: dateline.ToSecond}, Received: at(minute),
	}
	for p := range strings.SplitSeq(text, "\n\n") {
		it.Body = append(it.Body, dateline.Block{Kind: dateline.Paragraph, Text: p})
	}
	return it
}

func keep(t testing.TB, store dateline.Store, items ...dateline.Item) {
	t.Helper()
	ctx := context.Background()
	err := store.Update(ctx, func(tx dateline.Tx) error {
		for _, it := range items {
			if _, err := tx.Keep(ctx, []dateline.Kept{{Item: it}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func erase(t testing.TB, store dateline.Store, id dateline.ItemID) {
	t.Helper()
	ctx := context.Background()
	if err := store.Update(ctx, func(tx dateline.Tx) error { return tx.Erase(ctx, id, at(9999)) }); err != nil {
		t.Fatal(err)
	}
}

// press is a store with the sources of the tests.
func press(t testing.TB) dateline.Store {
	t.Helper()
	ctx := context.Background()
	store := mem.New()
	err := store.Update(ctx, func(tx dateline.Tx) error {
		for _, id := range []dateline.SourceID{"barid", "marsa", "nra", "port"} {
			if err := tx.PutSource(ctx, dateline.Source{ID: id, Name: "Agency " + strings.ToUpper(string(id))}, at(0)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

// rows is all that the stages derive, as text that can be compared.
func rows(t testing.TB, store dateline.Store) string {
	t.Helper()
	ctx := context.Background()
	var b strings.Builder
	err := store.View(ctx, func(tx dateline.Tx) error {
		keyed, err := tx.Keys(ctx, 0, 100000)
		if err != nil {
			return err
		}
		ids := idsOf(keyed)
		of, err := tx.MatchesOf(ctx, ids)
		if err != nil {
			return err
		}
		families, err := tx.FamiliesOf(ctx, ids)
		if err != nil {
			return err
		}
		told, err := tx.ToldBy(ctx, ids)
		if err != nil {
			return err
		}
		for _, k := range keyed {
			fmt.Fprintf(&b, "%d %s.%d %x\n", k.Seq, k.Item, k.Version, k.Keys)
		}
		for _, id := range ids {
			fmt.Fprintf(&b, "%s of %+v in %v tells %+v\n", id, of[id], families[id], told[id])
			stories, err := tx.StoriesByID(ctx, []dateline.StoryID{told[id].Story, dateline.NewStoryID(id)})
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, "  %+v\n", stories)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func idsOf(keyed []dateline.Keyed) (ids []dateline.ItemID) {
	for _, k := range keyed {
		ids = append(ids, k.Item)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// A history is what happens to a press, in order.
type history []func(testing.TB, dateline.Store)

// invent makes a history in which items come in, are copied, cut, reworded and
// changed, some of them late, early or undated, and some erased.
func invent(r *rand.Rand, n int, erasing bool) history {
	var h history
	var items []dateline.Item
	sources := []dateline.SourceID{"barid", "marsa", "nra", "port"}
	for i := range n {
		minute := i*7 + r.IntN(30)
		it := item(sources[r.IntN(4)], fmt.Sprint(i), minute, prose(uint64(1000+i), 60+r.IntN(200)))
		if len(items) > 0 && r.IntN(3) > 0 {
			from := items[r.IntN(len(items))]
			text := from.Text()
			switch r.IntN(8) {
			case 4: // the same news in Arabic
				text = prose(uint64(5000+i), 100)
				it = item(from.Source, fmt.Sprint(i), minute, text)
				it.Language, it.Translations = "ar", []dateline.Translation{{Language: "en", URL: from.URL}}
				items = append(items, it)
				h = append(h, func(t testing.TB, s dateline.Store) { keep(t, s, it) })
				continue
			case 5: // other news at the old address
				again := item(from.Source, from.GUID, minute, prose(uint64(9000+i), 150))
				again.Language = from.Language
				h = append(h, func(t testing.TB, s dateline.Store) { keep(t, s, again) })
				continue
			case 0:
				text = half(text)
			case 1:
				text = reworded(text, uint64(i))
			case 2:
				text += "\n\n" + prose(uint64(i), 50)
			case 3: // a change, not a copy
				again := from
				again.Body = append(slices.Clone(from.Body), dateline.Block{Kind: dateline.Paragraph, Text: prose(uint64(i), 40)})
				again.Received = at(minute)
				h = append(h, func(t testing.TB, s dateline.Store) { keep(t, s, again) })
				continue
			}
			it = item(sources[r.IntN(4)], fmt.Sprint(i), minute, text)
			if r.IntN(4) == 0 {
				it.CreditLine = "Agency " + strings.ToUpper(string(from.Source))
			}
		}
		switch r.IntN(8) {
		case 0:
			it.Published = dateline.Stamp{}
		case 1:
			it.Published.Time = at(minute - 600)
		}
		items = append(items, it)
		h = append(h, func(t testing.TB, s dateline.Store) { keep(t, s, it) })
		if erasing && r.IntN(12) == 0 {
			id := items[r.IntN(len(items))].ID
			h = append(h, func(t testing.TB, s dateline.Store) { erase(t, s, id) })
		}
	}
	return h
}
