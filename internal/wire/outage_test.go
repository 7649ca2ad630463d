package wire

import (
	"context"
	"testing"
	"time"

	"dateline"
	"dateline/internal/store/storetest"
	"dateline/internal/wire/saidtest"
)

// TestOutage: whatever readers ask while the store fails, they are told so. A page
// put together from what could still be read would show a kill as never ordered, a
// copy as the earliest, or a person as silent.
func TestOutage(t *testing.T) {
	w := newRelatedWorld(t, 7)
	r := w.reader
	family, story := w.shown(t)
	ids := w.families[family].Members
	first := w.out(ids)[0]
	for name, op := range map[string]func(context.Context) error{
		"list":             func(ctx context.Context) error { _, err := r.List(ctx, Query{Limit: 3}); return err },
		"list of a source": func(ctx context.Context) error { _, err := r.List(ctx, Query{Source: w.sourceOf(first)}); return err },
		"count":            func(ctx context.Context) error { _, err := r.Count(ctx, Query{}); return err },
		"notices":          func(ctx context.Context) error { _, err := r.Notices(ctx, "en", dateline.Place{}, 2); return err },
		"item":             func(ctx context.Context) error { _, err := r.Item(ctx, first); return err },
		"views":            func(ctx context.Context) error { _, err := r.Views(ctx, ids); return err },
		"sources":          func(ctx context.Context) error { _, err := r.Sources(ctx); return err },
		"source":           func(ctx context.Context) error { _, err := r.Source(ctx, w.sourceOf(first)); return err },
		"record":           func(ctx context.Context) error { _, err := r.Record(ctx, w.sourceOf(first)); return err },
		"families":         func(ctx context.Context) error { _, err := r.Families(ctx, ids); return err },
		"kin":              func(ctx context.Context) error { _, err := r.Kin(ctx, ids); return err },
		"told":             func(ctx context.Context) error { _, err := r.Told(ctx, ids); return err },
		"stories":          func(ctx context.Context) error { _, err := r.Stories(ctx, []dateline.StoryID{story}); return err },
		"newest stories":   func(ctx context.Context) error { _, err := r.NewestStories(ctx, 5); return err },
		"story":            func(ctx context.Context) error { _, err := r.Story(ctx, story); return err },
		"related":          func(ctx context.Context) error { _, err := r.Related(ctx, ids); return err },
		"translations":     func(ctx context.Context) error { _, err := r.Translations(ctx, first); return err },
		"search": func(ctx context.Context) error {
			_, err := r.Search(ctx, Question{Text: "source:" + string(w.sourceOf(first))})
			return err
		},
		"search as of": func(ctx context.Context) error {
			_, err := r.Search(ctx, Question{Text: "lang:en", AsOf: "2100-01-01"})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) { storetest.Outage(t, op) })
	}
	t.Run("stage", func(t *testing.T) {
		var entries []dateline.Entry
		err := w.store.View(t.Context(), func(tx dateline.Tx) (err error) {
			entries, err = tx.Entries(t.Context(), 0, 40)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		storetest.Outage(t, func(ctx context.Context) error {
			return w.store.Update(ctx, func(tx dateline.Tx) error { return (Stage{}).Step(ctx, tx, entries) })
		})
	})
}

// shown is a family of which two are out, and a story that is out.
func (w *relatedWorld) shown(t *testing.T) (family int, story dateline.StoryID) {
	t.Helper()
	family = -1
	for i, f := range w.families {
		if len(w.out(f.Members)) > 1 {
			family = i
		}
	}
	for id := range w.stories {
		if _, err := w.reader.Story(t.Context(), id); err == nil {
			story = id
		}
	}
	if family < 0 || story == "" {
		t.Fatal("no family and no story is out")
	}
	return family, story
}

func (w *relatedWorld) sourceOf(id dateline.ItemID) (out dateline.SourceID) {
	v, err := w.reader.Item(context.Background(), id)
	if err != nil {
		w.t.Fatal(err)
	}
	return v.Source.ID
}

// TestOutageOfPersons: the same of what is shown of who speaks.
func TestOutageOfPersons(t *testing.T) {
	line := says("a", 1, gates)
	w := newSpokenWorld(t, line, says("b", 2, water),
		saidtest.Line{GUID: "c", Source: "delta", Person: salma, Name: "سلمى نوفل", Language: "ar", Sentence: "قالت سلمى نوفل: «لا».", At: hours(3)},
		saidtest.Line{GUID: "d", Source: "delta", Person: idris, Name: "Idris Halwani", Sentence: "“No,” Idris Halwani said.", At: hours(4)})
	w.mark(dateline.Person{ID: salma, Confirmed: true})
	r := w.reader
	for name, op := range map[string]func(context.Context) error{
		"person":    func(ctx context.Context) error { _, err := r.Person(ctx, salma); return err },
		"confirmed": func(ctx context.Context) error { _, err := r.Confirmed(ctx, 5); return err },
		"spoken":    func(ctx context.Context) error { _, err := r.Spoken(ctx, []dateline.ItemID{line.ID()}); return err },
		"quote":     func(ctx context.Context) error { _, _, err := r.Quote(ctx, line.Statement()); return err },
		"said":      func(ctx context.Context) error { _, err := r.Search(ctx, Question{Text: "said:nawfal"}); return err },
		"said a word": func(ctx context.Context) error {
			_, err := r.Search(ctx, Question{Text: "said:nawfal gates"})
			return err
		},
		"said by both": func(ctx context.Context) error {
			_, err := r.Search(ctx, Question{Text: "said:(nawfal OR halwani)"})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) { storetest.Outage(t, op) })
	}
}

// TestOutageOfHistory: a version whose decisions could not be read is not public.
func TestOutageOfHistory(t *testing.T) {
	r := newReplay(t)
	item := story(dateline.OwnSource, "adrift")
	r.happen(event{item: item})
	r.happen(release(dateline.OwnSource))
	r.happen(event{item: story(dateline.OwnSource, "safe")})
	reader := NewReader(r.store, dateline.Publication{}, func() time.Time { return now })
	storetest.Outage(t, func(ctx context.Context) error {
		_, versions, err := reader.History(ctx, item.ID)
		if err != nil && len(versions) > 0 {
			t.Errorf("%v, and %d versions beside it", err, len(versions))
		}
		return err
	})
}
