package newsroom_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"reflect"
	"testing"
	"time"

	"dateline"
	"dateline/internal/desk"
	match "dateline/internal/match/stage"
	"dateline/internal/newsroom"
	"dateline/internal/store/mem"
	"dateline/internal/wire"
)

var start = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

func quiet() *slog.Logger { return slog.New(slog.NewTextHandler(io.Discard, nil)) }

// open returns a newsroom of the real stages, which takes two entries a step so
// that there are many steps to be killed between.
func open(store dateline.Store, holder string, now time.Time) *newsroom.Newsroom {
	return newsroom.New(newsroom.Config{
		Store: store, Stages: []newsroom.Stage{match.New(), desk.Rules{}, wire.Stage{}},
		Now: func() time.Time { return now }, Log: quiet(), Holder: holder, Batch: 2,
	})
}

// fill keeps items of a releasing and of a holding source, translations, an
// update, an embargo and a source's kill of its own item.
func fill(t *testing.T, store dateline.Store) {
	t.Helper()
	ctx := context.Background()
	item := func(source dateline.SourceID, n int) dateline.Item {
		return dateline.Item{
			ID: dateline.NewItemID(source, fmt.Sprint(n)), Source: source, GUID: fmt.Sprint(n), Language: "en",
			URL: fmt.Sprintf("https://%s.example/%d", source, n), Headline: fmt.Sprintf("Item %d", n),
			Received: start.Add(time.Duration(n) * time.Minute), Published: dateline.Stamp{Time: start.Add(time.Duration(n) * time.Minute), Zone: "GMT"},
		}
	}
	update := func(items ...dateline.Item) {
		err := store.Update(ctx, func(tx dateline.Tx) error {
			kept := make([]dateline.Kept, len(items))
			for i, it := range items {
				kept[i] = dateline.Kept{Item: it, Words: dateline.SearchWords{Headline: "item"}}
			}
			_, err := tx.Keep(ctx, kept)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	err := store.Update(ctx, func(tx dateline.Tx) error {
		return errors.Join(
			tx.PutSource(ctx, dateline.Source{ID: "nra", Name: "NRA"}, start),
			tx.PutSource(ctx, dateline.Source{ID: "held", Name: "Held", Rule: dateline.RuleHold}, start))
	})
	if err != nil {
		t.Fatal(err)
	}
	for n := range 6 {
		update(item("nra", n), item("held", n))
	}
	// Two copies of one report, and one of half of it.
	text := "The harbour of Port Elsin opens again on Friday, mayor Maren Holt said, after engineers had raised the last of four barges from the basin."
	for n, body := range []string{text, text, text[:len(text)/2]} {
		report := item("nra", 20+n)
		report.Body = []dateline.Block{{Kind: dateline.Paragraph, Text: body}}
		update(report)
	}
	en, ar := item("nra", 10), item("nra", 11)
	ar.Language, ar.Headline = "ar", "خبر"
	en.Translations = []dateline.Translation{{Language: "ar", URL: ar.URL}}
	ar.Translations = []dateline.Translation{{Language: "en", URL: en.URL}}
	changed := item("nra", 2)
	changed.Headline = "Item 2, corrected"
	changed.Notices = []dateline.Notice{{Kind: dateline.Correct, Text: "Corrects the number."}}
	changed.Received = start.Add(time.Hour)
	killed := item("nra", 3)
	killed.PubStatus, killed.Headline = dateline.Canceled, "KILL"
	killed.Received = start.Add(2 * time.Hour)
	embargoed := item("nra", 12)
	embargoed.Embargo = start.Add(5 * time.Hour)
	update(en)
	update(ar, changed)
	update(killed, embargoed)
}

// record is all that the stages derive.
type record struct {
	Filings   []dateline.Filing
	Decisions map[dateline.ItemID][]dateline.DecisionKind
	Filed     map[string]int // how often each filing was announced
	Matches   map[dateline.ItemID][]dateline.Match
	Families  map[dateline.ItemID]dateline.Family
	Told      map[dateline.ItemID]dateline.Told
}

func recordOf(t *testing.T, store dateline.Store) record {
	t.Helper()
	ctx := context.Background()
	r := record{Decisions: map[dateline.ItemID][]dateline.DecisionKind{}, Filed: map[string]int{}}
	err := store.View(ctx, func(tx dateline.Tx) error {
		var err error
		if r.Filings, err = tx.Filings(ctx, dateline.FilingQuery{Limit: 1000}); err != nil {
			return err
		}
		var ids []dateline.ItemID
		for _, f := range r.Filings {
			ids = append(ids, f.Item)
		}
		decisions, err := tx.DecisionsOn(ctx, ids)
		for id, ds := range decisions {
			for _, d := range ds {
				r.Decisions[id] = append(r.Decisions[id], d.Kind)
			}
		}
		if err != nil {
			return err
		}
		var failed [3]error
		r.Matches, failed[0] = tx.MatchesOf(ctx, ids)
		r.Families, failed[1] = tx.FamiliesOf(ctx, ids)
		r.Told, failed[2] = tx.ToldBy(ctx, ids)
		if err := errors.Join(failed[:]...); err != nil {
			return err
		}
		entries, err := tx.Entries(ctx, 0, 10000)
		for _, e := range entries {
			if e.Kind == dateline.EntryFiled {
				r.Filed[string(e.Item)]++
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestStagesDerive(t *testing.T) {
	store := mem.New()
	fill(t, store)
	if err := open(store, "a", start).CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	r := recordOf(t, store)
	if len(r.Filings) != 18 {
		t.Fatalf("%d filings, want 18", len(r.Filings))
	}
	status := map[dateline.PubStatus]int{}
	byID := map[dateline.ItemID]dateline.Filing{}
	for _, f := range r.Filings {
		status[f.Status]++
		byID[f.Item] = f
	}
	if status[dateline.Usable] != 11 || status[dateline.Withheld] != 6 || status[dateline.Canceled] != 1 {
		t.Errorf("statuses %v", status)
	}
	id := func(n int) dateline.ItemID { return dateline.NewItemID("nra", fmt.Sprint(n)) }
	if got := byID[id(10)].Counterparts["ar"]; got != id(11) {
		t.Errorf("counterpart of the English item: %q", got)
	}
	if got := byID[id(11)].Counterparts["en"]; got != id(10) {
		t.Errorf("counterpart of the Arabic item: %q", got)
	}
	corrected := byID[id(2)]
	if corrected.Version != 2 || len(corrected.Notices) != 1 || corrected.Notices[0].Own || !corrected.Noticed.Equal(start.Add(time.Hour)) {
		t.Errorf("corrected: %+v", corrected)
	}
	if got := r.Decisions[id(3)]; !reflect.DeepEqual(got, []dateline.DecisionKind{dateline.Release, dateline.Kill}) &&
		!reflect.DeepEqual(got, []dateline.DecisionKind{dateline.Kill}) {
		t.Errorf("decisions on the killed item: %v", got)
	}
}

// A fault kills the newsroom at one of its updates, before or after the commit.
type fault struct {
	dateline.Store
	at     int
	after  bool
	update int
}

var errKilled = errors.New("killed")

func (f *fault) Update(ctx context.Context, do func(dateline.Tx) error) error {
	f.update++
	if f.update < f.at {
		return f.Store.Update(ctx, do)
	}
	if f.update > f.at {
		return errKilled // dead is dead
	}
	if f.after {
		if err := f.Store.Update(ctx, do); err != nil {
			return err
		}
		return errKilled
	}
	return f.Store.Update(ctx, func(tx dateline.Tx) error {
		if err := do(tx); err != nil {
			return err
		}
		return errKilled
	})
}

func TestKilledBetweenAnyTwoSteps(t *testing.T) {
	want := func() record {
		store := mem.New()
		fill(t, store)
		if err := open(store, "a", start).CatchUp(context.Background()); err != nil {
			t.Fatal(err)
		}
		return recordOf(t, store)
	}()
	for _, after := range []bool{false, true} {
		for at := 1; ; at++ {
			store := mem.New()
			fill(t, store)
			f := &fault{Store: store, at: at, after: after}
			err := open(f, "a", start).CatchUp(context.Background())
			if err == nil {
				if at < 10 {
					t.Fatalf("only %d updates: the fault hits too little", at)
				}
				break // it needs fewer updates than at: every place was tried
			}
			// The next newsroom has to wait for the dead one's lease.
			if err := open(store, "b", start).CatchUp(context.Background()); at > 1 && !errors.Is(err, dateline.ErrConflict) {
				t.Fatalf("two newsrooms lead: %v", err)
			}
			if err := open(store, "b", start.Add(time.Minute)).CatchUp(context.Background()); err != nil {
				t.Fatal(err)
			}
			if got := recordOf(t, store); !reflect.DeepEqual(got, want) {
				t.Fatalf("killed at update %d (after commit: %v):\ngot  %+v\nwant %+v", at, after, got, want)
			}
		}
	}
}

func TestRebuildIsIdentical(t *testing.T) {
	ctx := context.Background()
	store := mem.New()
	fill(t, store)
	room := open(store, "a", start)
	if err := room.CatchUp(ctx); err != nil {
		t.Fatal(err)
	}
	want := recordOf(t, store)
	for _, clear := range []bool{false, true} {
		err := store.Update(ctx, func(tx dateline.Tx) error {
			if clear {
				if err := errors.Join(tx.ClearFilings(ctx), tx.ClearMatches(ctx), tx.ClearStories(ctx)); err != nil {
					return err
				}
			}
			return errors.Join(tx.SetCursor(ctx, "wire", 0), tx.SetCursor(ctx, "desk", 0), tx.SetCursor(ctx, "match", 0))
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := room.CatchUp(ctx); err != nil {
			t.Fatal(err)
		}
		got := recordOf(t, store)
		if !reflect.DeepEqual(got.Matches, want.Matches) || !reflect.DeepEqual(got.Families, want.Families) || !reflect.DeepEqual(got.Told, want.Told) {
			t.Errorf("cleared %v: rebuilt\n%+v\n%+v\nwant\n%+v\n%+v", clear, got.Matches, got.Told, want.Matches, want.Told)
		}
		if !reflect.DeepEqual(got.Filings, want.Filings) || !reflect.DeepEqual(got.Decisions, want.Decisions) {
			t.Errorf("cleared %v: rebuilt\n%+v\nwant\n%+v", clear, got.Filings, want.Filings)
		}
		if !clear && !reflect.DeepEqual(got.Filed, want.Filed) {
			t.Errorf("filings that did not change were announced again")
		}
	}
}

func TestEmbargoEndsInTheLog(t *testing.T) {
	ctx := context.Background()
	store := mem.New()
	fill(t, store)
	end := start.Add(5 * time.Hour)
	for _, now := range []time.Time{start, end.Add(-time.Second), end.Add(time.Second), end.Add(time.Hour)} {
		if err := open(store, "a", now).CatchUp(ctx); err != nil {
			t.Fatal(err)
		}
		ended := 0
		entries := entriesOf(t, store)
		for _, e := range entries {
			if e.Kind == dateline.EntryEmbargo {
				ended++
			}
		}
		if want := now.After(end); (ended == 1) != want || ended > 1 {
			t.Errorf("at %v the log has %d ends", now, ended)
		}
	}
}

// TestEmbargoAfterAWrongDate: a machine whose date was years ahead told of an end
// too early. Set right, it tells of it again when it comes, and of those that were
// set meanwhile.
func TestEmbargoAfterAWrongDate(t *testing.T) {
	ctx := context.Background()
	store := mem.New()
	fill(t, store)
	end := start.Add(5 * time.Hour)
	for i, step := range []struct {
		now   time.Time
		ended int
	}{
		{start, 0}, {start.AddDate(4, 0, 0), 1}, {start, 1}, {end.Add(-time.Second), 1}, {end.Add(time.Second), 2}, {end.Add(time.Hour), 2},
		{end.Add(time.Hour - time.Second), 2}, {end.Add(2 * time.Hour), 2}, // a second back is what clocks do
	} {
		if err := open(store, "a", step.now).CatchUp(ctx); err != nil {
			t.Fatal(err)
		}
		ended := 0
		for _, e := range entriesOf(t, store) {
			if e.Kind == dateline.EntryEmbargo {
				ended++
			}
		}
		if ended != step.ended {
			t.Errorf("step %d, at %v: the log has %d ends, want %d", i, step.now, ended, step.ended)
		}
	}
}

func entriesOf(t *testing.T, store dateline.Store) (entries []dateline.Entry) {
	t.Helper()
	ctx := context.Background()
	err := store.View(ctx, func(tx dateline.Tx) (err error) {
		entries, err = tx.Entries(ctx, 0, 10000)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// A newsroom that froze and wakes up after another took over must not write.
func TestEpochStopsTheLate(t *testing.T) {
	ctx := context.Background()
	store := mem.New()
	late := open(store, "late", start)
	if err := late.CatchUp(ctx); err != nil {
		t.Fatal(err)
	}
	if err := open(store, "next", start.Add(time.Minute)).CatchUp(ctx); err != nil {
		t.Fatal(err)
	}
	fill(t, store)
	if err := late.CatchUp(ctx); !errors.Is(err, dateline.ErrConflict) {
		t.Errorf("got %v, want ErrConflict", err)
	}
	if r := recordOf(t, store); len(r.Filings) > 0 {
		t.Errorf("the late one wrote %d filings", len(r.Filings))
	}
}

func TestResign(t *testing.T) {
	ctx := context.Background()
	store := mem.New()
	first := open(store, "a", start)
	if err := errors.Join(first.CatchUp(ctx), first.Resign(ctx)); err != nil {
		t.Fatal(err)
	}
	second := open(store, "b", start)
	if err := second.CatchUp(ctx); err != nil {
		t.Errorf("the next has to wait: %v", err)
	}
	// One that leads no more has nothing to resign from.
	if err := first.Resign(ctx); err != nil {
		t.Fatal(err)
	}
	if err := open(store, "c", start).CatchUp(ctx); !errors.Is(err, dateline.ErrConflict) {
		t.Errorf("got %v: the second lost its lease", err)
	}
}

// stubborn cannot take one item.
type stubborn struct {
	bad   dateline.ItemID
	seen  map[int64]int
	steps int
}

func (s *stubborn) Name() string { return "stubborn" }

func (s *stubborn) Step(_ context.Context, _ dateline.Tx, entries []dateline.Entry) error {
	s.steps++
	for _, e := range entries {
		if e.Item == s.bad {
			return errors.New("cannot take it")
		}
		s.seen[e.Seq]++
	}
	return nil
}

func TestOneBadEntryDoesNotStopTheWire(t *testing.T) {
	store := mem.New()
	fill(t, store)
	stage := &stubborn{bad: dateline.NewItemID("nra", "4"), seen: map[int64]int{}}
	room := newsroom.New(newsroom.Config{
		Store: store, Stages: []newsroom.Stage{stage}, Now: func() time.Time { return start }, Log: quiet(), Holder: "a",
	})
	if err := room.CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	entries := entriesOf(t, store)
	for _, e := range entries {
		if e.Item != stage.bad && stage.seen[e.Seq] == 0 {
			t.Errorf("entry %d was lost with the bad one", e.Seq)
		}
	}
	if room.Failures() != 1 {
		t.Errorf("%d failures counted, want 1", room.Failures())
	}
}

// A fullDisk is a store that, while it is full, has no room for what a stage
// writes; to move a cursor takes none.
type fullDisk struct {
	dateline.Store
	stage *stubborn
	full  bool
}

func (s *fullDisk) Update(ctx context.Context, f func(dateline.Tx) error) error {
	return s.Store.Update(ctx, func(tx dateline.Tx) error {
		before := s.stage.steps
		err := f(tx)
		if s.full && s.stage.steps > before && err == nil {
			return fmt.Errorf("commit: the disk is full: %w", dateline.ErrUnavailable)
		}
		return err
	})
}

// TestFullDiskLosesNothing: what fails because of the machine is no bad entry.
func TestFullDiskLosesNothing(t *testing.T) {
	store := mem.New()
	fill(t, store)
	stage := &stubborn{bad: "none", seen: map[int64]int{}}
	disk := &fullDisk{store, stage, true}
	room := newsroom.New(newsroom.Config{
		Store: disk, Stages: []newsroom.Stage{stage}, Now: func() time.Time { return start }, Log: quiet(), Holder: "a",
	})
	for range 5 {
		if err := room.CatchUp(context.Background()); !errors.Is(err, dateline.ErrUnavailable) {
			t.Fatalf("on a full disk: %v", err)
		}
	}
	if room.Failures() != 0 {
		t.Errorf("%d entries were passed over on a full disk", room.Failures())
	}
	disk.full, stage.seen = false, map[int64]int{}
	if err := room.CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, e := range entriesOf(t, store) {
		if stage.seen[e.Seq] == 0 {
			t.Errorf("entry %d was lost to a full disk", e.Seq)
		}
	}
}

func TestFollow(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	store := mem.New()
	fill(t, store)
	last, err := newsroom.Last(ctx, store)
	if err != nil {
		t.Fatal(err)
	}
	var got []dateline.Entry
	done := make(chan struct{})
	go func() {
		defer close(done)
		newsroom.Follow(ctx, store, newsroom.Follower{After: last, Entries: func(entries []dateline.Entry) {
			got = append(got, entries...)
			cancel()
		}, Failed: func(err error) { t.Error(err) }})
	}()
	err = store.Update(ctx, func(tx dateline.Tx) error {
		return tx.Append(ctx, dateline.Entry{Kind: dateline.EntrySource, Note: "new"})
	})
	if err != nil {
		t.Fatal(err)
	}
	<-done
	if len(got) != 1 || got[0].Note != "new" || got[0].Seq != last+1 {
		t.Errorf("followed %+v, want the one new entry", got)
	}
}
