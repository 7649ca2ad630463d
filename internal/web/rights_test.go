package web

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/api/rightstest"
	"dateline/internal/desk"
	"dateline/internal/newsroom"
	"dateline/internal/search"
	"dateline/internal/store/mem"
	"dateline/internal/web/look"
	"dateline/internal/wire"
)

// A rightsSite is the site over a world in which every word tells whose it is.
type rightsSite struct {
	t     *testing.T
	store dateline.Store
	room  *newsroom.Newsroom
	site  *Server
}

func newRightsSite(t *testing.T, world *rightstest.World, now time.Time) *rightsSite {
	t.Helper()
	store := mem.New()
	if err := world.Fill(context.Background(), store, search.Words); err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return now }
	looks, err := look.New()
	if err != nil {
		t.Fatal(err)
	}
	pub := dateline.Publication{
		Names: dateline.Names{"en": "Marsa", "ar": "مرسى"}, Base: "http://127.0.0.1",
		Editions: []dateline.Edition{{Language: "en", Zone: "UTC"}, {Language: "ar", Zone: "UTC"}},
	}
	site, err := New(Config{Wire: wire.NewReader(store, pub, clock), Look: looks, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	room := newsroom.New(newsroom.Config{
		Store: store, Stages: []newsroom.Stage{search.Stage{}, desk.Rules{}, wire.Stage{}}, Now: clock,
		Log: slog.New(slog.DiscardHandler), Holder: "test",
	})
	s := &rightsSite{t: t, store: store, room: room, site: site}
	s.settle(0)
	return s
}

// settle runs the stages and tells the site what is new after a log entry.
func (s *rightsSite) settle(after int64) (last int64) {
	s.t.Helper()
	ctx := context.Background()
	if err := s.room.CatchUp(ctx); err != nil {
		s.t.Fatal(err)
	}
	err := s.store.View(ctx, func(tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, after, 1<<20)
		if len(entries) > 0 {
			last = entries[len(entries)-1].Seq
			s.site.Changed(entries)
		}
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return last
}

func (s *rightsSite) get(path string) string {
	rec := httptest.NewRecorder()
	s.site.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, path, nil))
	return rec.Body.String()
}

// rightsPaths is every address at which an item of the world may stand.
func rightsPaths(world *rightstest.World) (paths []string) {
	for _, language := range []string{"en", "ar"} {
		root := "/" + language
		for _, page := range []string{"/", "/latest", "/notices", "/sources", "/about", "/search?q=headline", "/search?q=zzitem1", "/search?q=body&order=new"} {
			paths = append(paths, root+page)
		}
		for _, id := range world.Sources() {
			paths = append(paths, root+"/source/"+string(id))
		}
		for _, id := range world.IDs() {
			paths = append(paths, root+"/item/"+string(id))
		}
	}
	return paths
}

// pastPaths is the search page as of several points of a log.
func pastPaths(last int64) (paths []string) {
	for seq := int64(5); seq < last; seq += last / 6 {
		for _, q := range []string{"after:2000", "after:2000&order=new", "after:2000&skip=20", "-nothing+before:2100"} {
			paths = append(paths, fmt.Sprintf("/en/search?as-of=%d&q=%s", seq, q), fmt.Sprintf("/ar/search?as-of=%d&q=%s", seq, q))
		}
	}
	return paths
}

// TestNoPageShowsWhatItMayNot looks at every page, kept ones included, before
// and after what was on the wire is erased. Redirects to an item's full address
// are followed by their page being asked for as well.
func TestNoPageShowsWhatItMayNot(t *testing.T) {
	now := time.Date(2026, 11, 22, 14, 30, 0, 0, time.UTC)
	worlds, shown, earlier, spoken := 3, 0, 0, 0
	if testing.Short() {
		worlds = 1
	}
	for seed := range worlds {
		world := rightstest.New(uint64(seed), 60, now)
		s := newRightsSite(t, world, now)
		statements, err := world.Speak(context.Background(), s.store)
		if err != nil {
			t.Fatal(err)
		}
		last := s.settle(0)
		_, stories, err := world.Relate(context.Background(), s.store)
		if err != nil {
			t.Fatal(err)
		}
		last = s.settle(last)
		paths := rightsPaths(world)
		for story := range stories {
			paths = append(paths, "/en/story/"+string(story), "/ar/story/"+string(story))
		}
		for _, id := range statements {
			paths = append(paths, "/en/statement/"+string(id), "/ar/statement/"+string(id))
		}
		for _, id := range world.Persons() {
			paths = append(paths, "/en/person/"+string(id), "/ar/person/"+string(id))
		}
		for i := 0; i < len(paths); i++ { // grows by the addresses that are led to
			rec := httptest.NewRecorder()
			s.site.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, paths[i], nil))
			if to := rec.Header().Get("Location"); to != "" && !strings.Contains(strings.Join(paths, " "), to) {
				paths = append(paths, to)
			}
			shown += world.Shown(rec.Body.String())
			spoken += strings.Count(rec.Body.String(), "<figure id=")
		}
		for _, path := range pastPaths(last) {
			earlier += world.Earlier(s.get(path))
		}
		if err := world.Finish(context.Background(), s.store); err != nil {
			t.Fatal(err)
		}
		s.settle(last)
		for _, path := range paths {
			if faults := world.Broken(s.get(path)); len(faults) > 0 {
				t.Errorf("world %d, %s:\n%s", seed, path, strings.Join(faults[:min(5, len(faults))], "\n"))
			}
		}
		for _, path := range pastPaths(last) {
			if faults := world.BrokenPast(s.get(path)); len(faults) > 0 {
				t.Errorf("world %d, %s:\n%s", seed, path, strings.Join(faults[:min(5, len(faults))], "\n"))
			}
		}
	}
	if spoken < 20*worlds {
		t.Errorf("the pages showed %d statements in all: the test proves little", spoken)
	}
	if earlier < 10*worlds {
		t.Errorf("the past showed %d earlier versions in all: the test proves little", earlier)
	}
	if shown < 100*worlds {
		t.Errorf("the pages showed %d items in all: the test proves little", shown)
	}
}
