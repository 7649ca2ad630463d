package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dateline"
	"dateline/internal/desk"
	"dateline/internal/search"
	"dateline/internal/store/mem"
	"dateline/internal/store/storetest"
	"dateline/internal/web/look"
	"dateline/internal/wire"
)

// noon is the now of the test world.
var noon = time.Date(2026, 11, 22, 14, 32, 0, 0, time.UTC)

// A world is a small wire in memory with everything that a page must be able
// to show: both languages, a flash, a correction, a kill, a counterpart, each
// usage, odd stamps, headlines of mixed direction.
type world struct {
	t     testing.TB
	store *moodyStore
	pub   dateline.Publication
	site  *Server
	seen  int64 // of the log
}

// A moodyStore counts how often it is read, and fails once when it is told to.
type moodyStore struct {
	dateline.Store
	views  atomic.Int64
	failAt atomic.Int64 // the count of views of which that one fails
}

func (s *moodyStore) View(ctx context.Context, f func(dateline.Tx) error) error {
	if s.views.Add(1) == s.failAt.Load() {
		return storetest.ErrDown
	}
	return s.Store.View(ctx, f)
}

func newWorld(t testing.TB) *world {
	t.Helper()
	w := emptyWorld(t)
	w.file(sampleSources(), sampleItems())
	return w
}

func emptyWorld(t testing.TB) *world {
	t.Helper()
	w := &world{t: t, store: &moodyStore{Store: mem.New()}, pub: dateline.Publication{
		Names:   dateline.Names{"en": "Marsa", "ar": "مرسى"},
		Credits: dateline.Names{"en": "Marsa", "ar": "مرسى"},
		About: dateline.Names{
			"en": "Marsa is a sample publication: the wire of a coast that does not exist.",
			"ar": "مرسى مطبوعة نموذجية: وكالة أنباء لساحل لا وجود له.",
		},
		Base:     "https://marsa.example",
		Editions: []dateline.Edition{{Language: "en"}, {Language: "ar"}},
	}}
	l, err := look.New()
	if err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return noon }
	w.site, err = New(Config{Wire: wire.NewReader(w.store, w.pub, clock), Look: l, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// file keeps sources and items and lets desk and wire do their work.
func (w *world) file(sources []dateline.Source, items []dateline.Item) {
	w.t.Helper()
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		for _, s := range sources {
			if err := tx.PutSource(ctx, s, noon); err != nil {
				return err
			}
		}
		kept := make([]dateline.Kept, len(items))
		for i := range items {
			kept[i] = dateline.Kept{Item: items[i], Words: search.Words(&items[i])}
		}
		_, err := tx.Keep(ctx, kept)
		return err
	})
	w.step()
}

func (w *world) decide(d dateline.Decision) {
	w.t.Helper()
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		_, err := tx.Decide(ctx, d)
		return err
	})
	w.step()
}

// step runs the stages over the new part of the log, then tells the site.
func (w *world) step() {
	w.t.Helper()
	for _, step := range []func(context.Context, dateline.Tx, []dateline.Entry) error{
		search.Stage{}.Step, desk.Rules{}.Step, wire.Stage{}.Step,
	} {
		w.update(func(ctx context.Context, tx dateline.Tx) error {
			entries, err := tx.Entries(ctx, w.seen, 10000)
			if err != nil || len(entries) == 0 {
				return err
			}
			return step(ctx, tx, entries)
		})
	}
	var entries []dateline.Entry
	err := w.store.View(context.Background(), func(tx dateline.Tx) (err error) {
		entries, err = tx.Entries(context.Background(), w.seen, 10000)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	if len(entries) > 0 {
		w.seen = entries[len(entries)-1].Seq
	}
	w.site.Changed(entries)
}

func (w *world) update(f func(context.Context, dateline.Tx) error) {
	w.t.Helper()
	ctx := context.Background()
	if err := w.store.Update(ctx, func(tx dateline.Tx) error { return f(ctx, tx) }); err != nil {
		w.t.Fatal(err)
	}
}

// get asks the site for a path.
func (w *world) get(path string, headers ...string) *httptest.ResponseRecorder {
	w.t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	rec := httptest.NewRecorder()
	w.site.ServeHTTP(rec, r)
	return rec
}

// page asks for a page that must be there.
func (w *world) page(path string) string {
	w.t.Helper()
	rec := w.get(path)
	if rec.Code != http.StatusOK {
		w.t.Fatalf("%s: %d\n%s", path, rec.Code, rec.Body)
	}
	return rec.Body.String()
}

// path is where an item of the samples stands.
func (w *world) path(edition, guid string) string {
	w.t.Helper()
	for _, item := range sampleItems() {
		if item.GUID == guid {
			return escaped(wire.ItemPath(edition, item.ID, item.Headline))
		}
	}
	w.t.Fatalf("no sample %q", guid)
	return ""
}

func idOf(guid string) dateline.ItemID {
	for _, item := range sampleItems() {
		if item.GUID == guid {
			return item.ID
		}
	}
	return ""
}

// contains and lacks are what most tests of a page say.
func contains(t testing.TB, page string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func lacks(t testing.TB, page string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if strings.Contains(page, want) {
			t.Errorf("the page has %q", want)
		}
	}
}
