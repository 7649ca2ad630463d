package stage

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/match/story"
)

// together has two reports of words of their own, each with its translation, in
// one story and the two English ones in one strand, and splits them again at the
// entry. With bound set, the first report's translation is one of the second as well.
func together(t *testing.T, bound bool) (store dateline.Store, reports, translations [2]dateline.Item, at dateline.Entry) {
	t.Helper()
	store = press(t)
	for i, words := range []string{fire(0), flood(0)} {
		name := fmt.Sprint(i)
		reports[i], translations[i] = item("nra", "en"+name, 10+i, words), item("nra", "ar"+name, 20+i, prose(uint64(i+1), 80))
		translations[i].Language = "ar"
		translations[i].Translations = []dateline.Translation{{Language: "en", URL: reports[i].URL}}
	}
	if bound {
		translations[0].Translations = append(translations[0].Translations, dateline.Translation{Language: "en", URL: reports[1].URL})
	}
	keep(t, store, reports[0], reports[1], translations[0], translations[1])
	stage := New()
	run(t, store, stage, 100, -1)
	ctx := context.Background()
	err := store.Update(ctx, func(tx dateline.Tx) error {
		by, err := tx.ToldBy(ctx, []dateline.ItemID{reports[0].ID, reports[1].ID})
		if err != nil {
			return err
		}
		at = dateline.Entry{Seq: 1000, Kind: dateline.EntryKept, Item: reports[1].ID, Version: 1}
		b := &batch{ctx: ctx, tx: tx, m: stage, told: map[dateline.ItemID]dateline.Told{}}
		first := by[reports[0].ID].Strand
		err = b.change([]change{
			{kind: story.Merged, strand: first, other: by[reports[1].ID].Strand},
			{kind: story.Split, strand: first, other: at.Seq, items: []dateline.ItemID{reports[1].ID}},
		}, at)
		if err != nil {
			return err
		}
		return b.write()
	})
	if err != nil {
		t.Fatal(err)
	}
	return store, reports, translations, at
}

// TestSplitTakesTranslationsAlong: what words put apart is two events, and each
// is told in two languages.
func TestSplitTakesTranslationsAlong(t *testing.T) {
	store, reports, translations, at := together(t, false)
	var stories [2]dateline.StoryID
	for i := range reports {
		s, told := storyOf(t, store, reports[i])
		stories[i] = s.ID
		if other, _ := storyOf(t, store, translations[i]); other.ID != s.ID || s.Items != 2 || len(s.Languages) != 2 {
			t.Errorf("the report tells %+v, its translation %+v", s, other)
		}
		if split := told.Strand == at.Seq; split != (i == 1) {
			t.Errorf("report %d is in strand %d", i, told.Strand)
		}
	}
	if stories[0] == stories[1] {
		t.Error("two events are one story")
	}
	if notes := notesOf(t, store); !strings.Contains(notes, fmt.Sprintf("%s split from %s", stories[1], stories[0])) {
		t.Errorf("the log says\n%s", notes)
	}
}

// TestTiedStoryStaysOne: words put two reports apart that one translation ties.
func TestTiedStoryStaysOne(t *testing.T) {
	store, reports, translations, at := together(t, true)
	first, _ := storyOf(t, store, reports[0])
	for _, it := range append(reports[1:], translations[:]...) {
		if s, _ := storyOf(t, store, it); s.ID != first.ID || s.Items != 4 {
			t.Errorf("%s tells %+v, not %s", it.ID, s, first.ID)
		}
	}
	if _, told := storyOf(t, store, reports[1]); told.Strand != at.Seq {
		t.Errorf("its words are in strand %d, want one of their own", told.Strand)
	}
	if notes := notesOf(t, store); strings.Contains(notes, "split from") {
		t.Errorf("the log says\n%s", notes)
	}
}
