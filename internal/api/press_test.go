package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"dateline"
	"dateline/internal/search"
	"dateline/internal/store/mem"
	"dateline/internal/store/storetest"
	"dateline/internal/wire"
)

const base = "https://marsa.example"

// press is a publication over a store in memory, with the real stage that files
// items and the real API in front. Its clock stands still unless it is moved.
type press struct {
	t       *testing.T
	store   *countingStore
	api     *API
	handler http.Handler
	now     time.Time
	seen    int64
}

// countingStore counts how often it is read, and fails once when it is told to.
type countingStore struct {
	dateline.Store
	views  atomic.Int64
	failAt atomic.Int64 // the count of views of which that one fails
}

func (s *countingStore) View(ctx context.Context, f func(dateline.Tx) error) error {
	if s.views.Add(1) == s.failAt.Load() {
		return storetest.ErrDown
	}
	return s.Store.View(ctx, f)
}

func newPress(t *testing.T) *press {
	t.Helper()
	p := &press{t: t, store: &countingStore{Store: mem.New()}, now: time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)}
	pub := dateline.Publication{
		Names:   dateline.Names{"en": "Marsa", "ar": "مرسى"},
		Credits: dateline.Names{"en": "Marsa", "ar": "مرسى"},
		Base:    base,
		Editions: []dateline.Edition{
			{Language: "en", Zone: "UTC", Digits: "latn"},
			{Language: "ar", Region: "LB", Zone: "Asia/Beirut", Digits: "latn", Months: "levant"},
		},
	}
	clock := func() time.Time { return p.now }
	api, err := New(Config{
		Store: p.store, Reader: wire.NewReader(p.store, pub, clock), Now: clock, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	p.api = api
	p.handler = api.Handler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "the site", http.StatusTeapot)
	}))
	p.source("harbour", dateline.UsageFull)
	p.source("outlet", dateline.UsageExcerpt)
	return p
}

func (p *press) update(f func(tx dateline.Tx) error) {
	p.t.Helper()
	if err := p.store.Update(context.Background(), f); err != nil {
		p.t.Fatal(err)
	}
}

// source adds a source, or changes its usage.
func (p *press) source(id dateline.SourceID, usage dateline.Usage) {
	p.t.Helper()
	p.update(func(tx dateline.Tx) error {
		return tx.PutSource(context.Background(), dateline.Source{
			ID: id, Name: "The " + string(id), Kind: dateline.Outlet, Usage: usage, UsageReason: "agreed", Language: "en",
		}, p.now)
	})
	p.settle()
}

// item is a plain English item of the source that may go out whole.
func (p *press) item(guid string) dateline.Item {
	return dateline.Item{
		ID: dateline.NewItemID("harbour", guid), GUID: guid, Source: "harbour", URL: "https://harbour.example/" + guid,
		Language: "en", Direction: dateline.LeftToRight, Headline: "Ferry " + guid, Standfirst: "Standfirst of " + guid,
		CreditLine: "HARBOUR", Byline: []string{"Mona Saleh"}, PubStatus: dateline.Usable,
		Body: []dateline.Block{{Kind: dateline.Paragraph, Text: "Body of " + guid}},
		Published: dateline.Stamp{Time: p.now.Add(-time.Minute), Zone: "Z", Precision: dateline.ToSecond,
			From: dateline.FromFeed, Confidence: dateline.Sure},
		Received: p.now, FirstSeen: p.now,
	}
}

// file keeps items and releases those that are new.
func (p *press) file(items ...dateline.Item) {
	p.t.Helper()
	kept := make([]dateline.Kept, len(items))
	for i := range items {
		kept[i] = dateline.Kept{Item: items[i], Words: search.Words(&items[i])}
	}
	p.update(func(tx dateline.Tx) error {
		outcomes, err := tx.Keep(context.Background(), kept)
		if err != nil {
			return err
		}
		for _, o := range outcomes {
			if o.What != dateline.EntryKept {
				continue
			}
			release := dateline.Decision{Item: o.ID, Kind: dateline.Release, By: dateline.ByRule, Time: p.now}
			if _, err := tx.Decide(context.Background(), release); err != nil {
				return err
			}
		}
		return nil
	})
	p.settle()
}

// decide records what a person decides.
func (p *press) decide(d dateline.Decision) {
	p.t.Helper()
	d.By, d.Time = "desk", p.now
	p.update(func(tx dateline.Tx) error {
		_, err := tx.Decide(context.Background(), d)
		return err
	})
	p.settle()
}

// settle runs the stage over what is new in the log and tells the API of it.
func (p *press) settle() {
	p.t.Helper()
	for {
		var entries []dateline.Entry
		p.update(func(tx dateline.Tx) (err error) {
			if entries, err = tx.Entries(context.Background(), p.seen, 1000); err != nil {
				return err
			}
			return errors.Join(search.Stage{}.Step(context.Background(), tx, entries), wire.Stage{}.Step(context.Background(), tx, entries))
		})
		if len(entries) == 0 {
			return
		}
		p.seen = entries[len(entries)-1].Seq
		p.api.Changed(entries)
	}
}

// ask sends a request with headers in pairs.
func (p *press) ask(method, path string, headers ...string) *httptest.ResponseRecorder {
	p.t.Helper()
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	return w
}

// get returns the body at an address that must be there.
func (p *press) get(path string) string {
	p.t.Helper()
	w := p.ask(http.MethodGet, path)
	if w.Code != http.StatusOK {
		p.t.Fatalf("%s: status %d: %s", path, w.Code, w.Body)
	}
	return w.Body.String()
}
