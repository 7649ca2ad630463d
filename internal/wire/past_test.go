package wire

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/search"
	"dateline/internal/store/mem"
)

// An event is something that happens on a wire: a version comes, or somebody
// decides.
type event struct {
	item     *dateline.Item
	decision dateline.Decision
}

// A replay is a store to which events have happened, with the time of the last.
type replay struct {
	t     *testing.T
	store dateline.Store
	at    time.Time
	seen  int64
}

// newReplay opens a store in which the sources of the tests are known.
func newReplay(t *testing.T) *replay {
	t.Helper()
	r := &replay{t: t, store: mem.New(), at: before}
	r.update(func(tx dateline.Tx) error {
		for id, usage := range map[dateline.SourceID]dateline.Usage{
			dateline.OwnSource: dateline.UsageFull, "full": dateline.UsageFull, "excerpt": dateline.UsageExcerpt,
			"link": dateline.UsageLink, "desk": dateline.UsageDesk,
		} {
			s := dateline.Source{ID: id, Name: string(id), Usage: usage, UsageReason: "agreed", Rule: dateline.RuleHold}
			if err := tx.PutSource(context.Background(), s, before); err != nil {
				return err
			}
		}
		return nil
	})
	return r
}

func (r *replay) update(f func(tx dateline.Tx) error) {
	r.t.Helper()
	if err := r.store.Update(context.Background(), f); err != nil {
		r.t.Fatal(err)
	}
}

// happen lets an event happen a second after the last one, runs the stages over
// it, and returns where the log then ends.
func (r *replay) happen(e event) search.Point {
	r.t.Helper()
	ctx := context.Background()
	r.at = r.at.Add(time.Second)
	r.update(func(tx dateline.Tx) error {
		if e.item != nil {
			item := *e.item
			item.Received = r.at
			_, err := tx.Keep(ctx, []dateline.Kept{{Item: item, Words: search.Words(&item)}})
			return err
		}
		d := e.decision
		d.Time = r.at
		_, err := tx.Decide(ctx, d)
		return err
	})
	r.update(func(tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, r.seen, 1000)
		if err != nil {
			return err
		}
		r.seen = entries[len(entries)-1].Seq
		return errors.Join(search.Stage{}.Step(ctx, tx, entries), Stage{}.Step(ctx, tx, entries))
	})
	p := search.Point{Time: r.at}
	r.update(func(tx dateline.Tx) (err error) {
		p.Seq, err = tx.Last(ctx)
		return err
	})
	return p
}

// ask asks the public search at a time, as of a point or "".
func (r *replay) ask(at time.Time, text, asOf string) Answer {
	r.t.Helper()
	reader := NewReader(r.store, dateline.Publication{}, func() time.Time { return at })
	a, err := reader.Search(context.Background(), Question{Text: text, Newest: true, Count: true, Limit: 1000, AsOf: asOf})
	if err != nil {
		r.t.Fatal(err)
	}
	return a
}

// names are the hits, as id.version, sorted.
func names(a Answer) (out []string) {
	for _, h := range a.Hits {
		out = append(out, fmt.Sprintf("%s.%d", h.View.ID, h.View.Version))
	}
	slices.Sort(out)
	return out
}

// TestPublicPastIsWhatWasOut lets much happen at random, and asks as of each
// point what the public finds. It must be what it found then, less what it may
// not see today: what is not out any more, and earlier versions of other
// sources' items.
func TestPublicPastIsWhatWasOut(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	events := randomEvents(r, 300)
	all := newReplay(t)
	points := make([]search.Point, len(events))
	for i, e := range events {
		points[i] = all.happen(e)
	}
	end := all.at.Add(time.Minute)
	outNow := map[dateline.ItemID]int{}
	for _, h := range all.ask(end, "headline", "").Hits {
		outNow[h.View.ID] = h.View.Version
	}
	shown, changed := 0, 0
	for i := 0; i < len(events); i += 13 {
		then := newReplay(t)
		for _, e := range events[:i+1] {
			then.happen(e)
		}
		var want []string
		for _, h := range then.ask(then.at, "headline", "").Hits {
			current, out := outNow[h.View.ID]
			if out && (current == h.View.Version || h.View.Source.ID == dateline.OwnSource) {
				want = append(want, fmt.Sprintf("%s.%d", h.View.ID, h.View.Version))
			}
		}
		slices.Sort(want)
		for _, asOf := range []string{strconv.FormatInt(points[i].Seq, 10), points[i].Time.Format(time.RFC3339Nano)} {
			got := all.ask(end, "headline", asOf)
			if !slices.Equal(names(got), want) {
				t.Errorf("after event %d, %+v, as of %s:\n got %v\nwant %v", i, events[i].decision, asOf, names(got), want)
			}
			if got.AsOf == nil || got.AsOf.Seq != points[i].Seq {
				t.Errorf("as of %s is said to be %v, want %d", asOf, got.AsOf, points[i].Seq)
			}
			shown, changed = shown+len(got.Hits), changed+got.Changed
		}
	}
	if shown < 120 || changed < 40 {
		t.Errorf("%d hits, %d of them changed since: the test proves little", shown, changed)
	}
}

// randomEvents happen to thirty items of all sources.
func randomEvents(r *rand.Rand, n int) (events []event) {
	sources := []dateline.SourceID{dateline.OwnSource, dateline.OwnSource, "full", "excerpt", "link", "desk"}
	kinds := []dateline.DecisionKind{
		dateline.Release, dateline.Release, dateline.Release, dateline.Hold, dateline.Withdraw, dateline.Correct, dateline.Embargo,
	}
	known := map[int]bool{}
	for len(events) < n {
		i := r.IntN(30)
		id := dateline.ItemID(fmt.Sprintf("item%02d", i))
		if !known[i] || r.IntN(3) == 0 {
			item := &dateline.Item{
				ID: id, Source: sources[i%len(sources)], GUID: string(id), Language: "en",
				Headline: fmt.Sprintf("headline of event %d", len(events)), PubStatus: dateline.Usable,
			}
			if r.IntN(8) == 0 {
				item.Embargo = before.Add(time.Duration(r.IntN(n)) * time.Second)
			}
			known[i] = true
			events = append(events, event{item: item})
			continue
		}
		d := dateline.Decision{Item: id, Kind: kinds[r.IntN(len(kinds))], By: "mona", Notice: "notice"}
		if d.Kind == dateline.Embargo {
			d.Until = before.Add(time.Duration(r.IntN(n)) * time.Second)
		}
		if r.IntN(100) == 0 {
			d.Kind = dateline.Kill
		}
		events = append(events, event{decision: d})
	}
	return events
}

// story is an item with a text that says which version it is.
func story(source dateline.SourceID, version string) *dateline.Item {
	return &dateline.Item{
		ID: dateline.ItemID("of" + source), Source: source, GUID: "1", Language: "en", PubStatus: dateline.Usable,
		Headline: "Ferry " + version, CreditLine: "Credit " + version,
		Body: []dateline.Block{{Kind: dateline.Paragraph, Text: "The ferry is " + version + "."}},
	}
}

func release(source dateline.SourceID) event {
	return event{decision: dateline.Decision{Item: dateline.ItemID("of" + source), Kind: dateline.Release, By: "mona"}}
}

func TestPastShowsTheVersionOfThen(t *testing.T) {
	r := newReplay(t)
	r.happen(event{item: story(dateline.OwnSource, "adrift")})
	p := r.happen(release(dateline.OwnSource))
	r.happen(event{item: story(dateline.OwnSource, "safe")})
	a := r.ask(now, "adrift", strconv.FormatInt(p.Seq, 10))
	if len(a.Hits) != 1 || a.Changed != 1 || !a.Hits[0].Changed() || a.Hits[0].Current != 2 {
		t.Fatalf("found %+v", a)
	}
	v := a.Hits[0].View
	if v.Version != 1 || v.Headline != "Ferry adrift" || v.Credit != "Credit adrift" || strings.Contains(everything(a), "safe") {
		t.Errorf("it shows %+v", v)
	}
	if s := a.Hits[0].Snippet; len(s) != 3 || s[1].Text != "adrift" || !s[1].Marked {
		t.Errorf("its snippet is %v", s)
	}
	if a := r.ask(now, "ferry safe", strconv.FormatInt(p.Seq, 10)); len(a.Hits) != 1 || !a.SomeWords {
		t.Errorf("found by words of later: %+v", a)
	}
	for _, tt := range []struct{ text, asOf string }{{"safe", "1"}, {"adrift", ""}} {
		if a := r.ask(now, tt.text, tt.asOf); len(a.Hits) != 0 {
			t.Errorf("%q as of %q finds %v", tt.text, tt.asOf, names(a))
		}
	}
}

// TestPublicThen tells for every usage and every fate what of an earlier version
// the public is shown.
func TestPublicThen(t *testing.T) {
	for _, tt := range []struct {
		source dateline.SourceID
		now    dateline.DecisionKind
		want   bool
	}{
		{dateline.OwnSource, dateline.Release, true}, {dateline.OwnSource, dateline.Correct, true},
		{dateline.OwnSource, dateline.Kill, false}, {dateline.OwnSource, dateline.Withdraw, false},
		{dateline.OwnSource, dateline.Hold, false}, {dateline.OwnSource, dateline.Spike, false},
		{"full", dateline.Release, false}, {"excerpt", dateline.Release, false}, {"link", dateline.Release, false},
		{"desk", dateline.Release, false}, {"full", dateline.Kill, false},
	} {
		t.Run(string(tt.source)+" "+string(tt.now), func(t *testing.T) {
			r := newReplay(t)
			r.happen(event{item: story(tt.source, "adrift")})
			then := r.happen(release(tt.source))
			r.happen(event{item: story(tt.source, "safe")})
			r.happen(event{decision: dateline.Decision{Item: dateline.ItemID("of" + tt.source), Kind: tt.now, By: "mona", Notice: "notice"}})
			for _, text := range []string{"ferry", "adrift", ""} {
				a := r.ask(now, text, strconv.FormatInt(then.Seq, 10))
				if (len(a.Hits) == 1) != tt.want || a.Total > 0 != tt.want || strings.Contains(everything(a), "adrift") != tt.want {
					t.Errorf("%q: %+v", text, a)
				}
			}
		})
	}
	// whoever comes by another way than the search is refused as well
	source := dateline.Source{ID: "full", Usage: dateline.UsageFull, UsageReason: "agreed"}
	item, old := story("full", "safe"), story("full", "adrift")
	item.Version, old.Version = 2, 1
	filing := filed(item)
	if v, err := PublicThen(old, Today{item, &source, &filing, now}); !errors.Is(err, dateline.ErrNotFound) || everything(v) != everything(View{}) {
		t.Errorf("an earlier version of another source goes out: %+v, %v", v, err)
	}
	if v, err := PublicThen(item, Today{item, &source, &filing, now}); err != nil || v.Headline != "Ferry safe" {
		t.Errorf("the current version does not: %+v, %v", v, err)
	}
	source.ID = dateline.OwnSource
	old.Embargo = now.Add(time.Hour)
	if _, err := PublicThen(old, Today{item, &source, &filing, now}); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("an earlier version under embargo goes out: %v", err)
	}
}

// TestDeskPast: the desk finds every version but those of canceled items.
func TestDeskPast(t *testing.T) {
	r := newReplay(t)
	points := map[string]search.Point{}
	for _, source := range []dateline.SourceID{"link", "desk", "full"} {
		points["first"] = r.happen(event{item: story(source, "adrift")})
	}
	points["withdrawn"] = r.happen(event{decision: dateline.Decision{Item: "oflink", Kind: dateline.Withdraw, By: "mona", Notice: "n"}})
	r.happen(release("link"))
	points["second"] = r.happen(event{item: story("desk", "safe")})
	r.happen(event{item: story("full", "safe")})
	r.happen(event{decision: dateline.Decision{Item: "offull", Kind: dateline.Kill, By: "mona", Notice: "n"}})
	for at, want := range map[string]string{"first": "ofdesk.1 oflink.1", "withdrawn": "ofdesk.1", "second": "oflink.1"} {
		var found []string
		err := r.store.View(t.Context(), func(tx dateline.Tx) error {
			ask := search.Ask{Query: search.Parse("adrift", nil), Past: Past(t.Context(), tx, points[at], false)}
			answer, err := search.Run(t.Context(), tx, ask)
			if err != nil {
				return err
			}
			thens, err := Thens(t.Context(), tx, answer.Hits)
			for _, h := range thens {
				found = append(found, fmt.Sprintf("%s.%d", h.Item.ID, h.Item.Version))
			}
			return err
		})
		slices.Sort(found)
		if err != nil || strings.Join(found, " ") != want {
			t.Errorf("as of %s: %v, %v; want %s", at, found, err, want)
		}
	}
}

func TestPastCannotBeRead(t *testing.T) {
	reader := NewReader(mem.New(), dateline.Publication{}, func() time.Time { return now })
	_, err := reader.Search(t.Context(), Question{Text: "ferry", AsOf: "yesterday"})
	if !errors.Is(err, dateline.ErrInvalid) || !strings.Contains(err.Error(), "2025-07-22T10:00Z") {
		t.Errorf("%v does not say what to give", err)
	}
	a, err := reader.Search(t.Context(), Question{Text: "ferry", AsOf: "2999-01-01"})
	if err != nil || a.AsOf == nil || !a.AsOf.Time.Equal(now) {
		t.Errorf("what has not come yet is %+v, %v; want now", a.AsOf, err)
	}
}

// TestSearchCountsNothingForTheDesk: whoever counts results word by word would learn
// what stands in items that are for the desk alone.
func TestSearchCountsNothingForTheDesk(t *testing.T) {
	r := newReplay(t)
	for _, source := range []dateline.SourceID{"desk", "full", "link"} {
		r.happen(event{item: story(source, "harbour ميناء")})
		r.happen(release(source))
	}
	for _, asOf := range []string{"", r.at.Format(time.RFC3339Nano)} {
		for _, text := range []string{"harbour", "ميناء", "harbour -nothing", "harbour source:desk OR source:full OR source:link"} {
			if a := r.ask(now, text, asOf); len(a.Hits) != 2 || a.Total != 2 || a.More {
				t.Errorf("%s as of %q: %d hits of %d (more: %t), want 2", text, asOf, len(a.Hits), a.Total, a.More)
			}
		}
		if a := r.ask(now, "harbour source:desk", asOf); a.Total != 0 {
			t.Errorf("as of %q: %d items of a source for the desk", asOf, a.Total)
		}
	}
}

func TestCountLeavesOutWhatIsForTheDesk(t *testing.T) {
	r := newReplay(t)
	for _, source := range []dateline.SourceID{"desk", "full", "link"} {
		r.happen(event{item: story(source, "adrift")})
		r.happen(release(source))
	}
	r.happen(event{item: story("excerpt", "held")})
	reader := NewReader(r.store, dateline.Publication{}, func() time.Time { return now })
	for _, c := range []struct {
		q    Query
		want int
	}{
		{Query{}, 2}, {Query{Language: "en"}, 2}, {Query{Language: "ar"}, 0}, {Query{Source: "full"}, 1}, {Query{Source: "desk"}, 0}, {Query{Since: now}, 0}, {Query{Limit: 1}, 2},
	} {
		page, err := reader.List(context.Background(), Query{Language: c.q.Language, Since: c.q.Since})
		if err != nil {
			t.Fatal(err)
		}
		n, err := reader.Count(context.Background(), c.q)
		if err != nil || n != c.want || c.q.Source == "" && n != len(page.Views) {
			t.Errorf("%+v: %d of %d listed (%v), want %d", c.q, n, len(page.Views), err, c.want)
		}
	}
}

// TestAnotherAddressIsNoUpdate: readers see versions that tell something else. One with
// another address alone is kept, since links lead to it, and changed nothing that they read.
func TestAnotherAddressIsNoUpdate(t *testing.T) {
	r := newReplay(t)
	for i, e := range []struct{ words, url string }{
		{"adrift", "https://marsa.example/1"}, {"adrift", "https://marsa.example/ferry"}, {"safe", "https://marsa.example/ferry"}, {"safe", "https://marsa.example/safe"},
	} {
		it := story(dateline.OwnSource, e.words)
		it.URL = e.url
		r.happen(event{item: it})
		if i == 0 {
			r.happen(release(dateline.OwnSource))
		}
	}
	v, err := NewReader(r.store, dateline.Publication{}, func() time.Time { return now }).Item(t.Context(), "of"+dateline.ItemID(dateline.OwnSource))
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	for _, one := range v.Versions {
		got = append(got, one.Number)
	}
	if !slices.Equal(got, []int{1, 3}) || v.Version != 4 {
		t.Errorf("versions %v of %d, want the first and the third of 4", got, v.Version)
	}
}
