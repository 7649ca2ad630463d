package web

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/wire"
)

// afresh forgets every page that was made.
func (w *world) afresh() { w.site.Changed([]dateline.Entry{{Kind: dateline.EntrySource}}) }

// TestOutage lets each view that a page is made from fail: readers are told in their
// language to come again, see no half of a page, and the failure is not kept.
func TestOutage(t *testing.T) {
	w := newRelatedWorld(t)
	killed := w.killed()
	for _, path := range []string{
		"/en/", "/ar/latest", "/en/sources", "/en/source/nahr", "/en/search?q=dam", "/ar/notices", "/en/story/dam", "/en/item/" + string(killed.ID), w.path("ar", "talks-ar"),
	} {
		w.afresh()
		w.store.views.Store(0)
		want := w.get(path)
		for views := w.store.views.Load(); views > 0; views-- {
			w.afresh()
			w.store.views.Store(0)
			w.store.failAt.Store(views)
			got := w.get(path)
			w.store.failAt.Store(0)
			body := got.Body.String()
			if got.Code != http.StatusServiceUnavailable || !strings.Contains(body, `class="trouble"`) || strings.Contains(body, "the store is down") {
				t.Errorf("%s, view %d: status %d", path, views, got.Code)
			}
			if strings.HasPrefix(path, "/ar/") != strings.Contains(body, `dir="rtl"`) && strings.Contains(body, `<html lang="ar"`) != strings.HasPrefix(path, "/ar/") {
				t.Errorf("%s, view %d: told in the other language", path, views)
			}
			if back := w.get(path); back.Code != want.Code || back.Body.String() != want.Body.String() {
				t.Errorf("%s, view %d: asked again, status %d instead of %d", path, views, back.Code, want.Code)
			}
		}
	}
}

// TestForgetsAllWhenItCannotAsk: where the store does not say what stands beside an
// item that changed, no page is kept.
func TestForgetsAllWhenItCannotAsk(t *testing.T) {
	w := newRelatedWorld(t)
	w.page("/en/about")
	before := w.store.views.Load()
	if w.page("/en/about"); w.store.views.Load() != before {
		t.Fatal("a page is made twice")
	}
	w.store.failAt.Store(w.store.views.Load() + 1)
	w.site.Changed([]dateline.Entry{{Kind: dateline.EntryFiled, Item: idOf("talks"), Source: "nahr", Note: string(dateline.Usable)}})
	w.store.failAt.Store(0)
	if w.site.pages.Idle() {
		return
	}
	t.Error("pages are kept")
}

// TestFacets: the sources of a person's statements, those of variants included, most
// first, each with what leads to it.
func TestFacets(t *testing.T) {
	w := newWorld(t)
	said := func(source dateline.SourceID, also ...dateline.SourceID) wire.Saying {
		view := func(id dateline.SourceID) wire.View {
			return wire.View{Source: wire.Source{ID: id, Name: "The " + string(id)}}
		}
		out := wire.Saying{Said: wire.Said{View: view(source)}}
		for _, id := range also {
			out.Also = append(out.Also, wire.Said{View: view(id)})
		}
		return out
	}
	p := &wire.Person{Said: []wire.Saying{said("delta"), said("bahr", "delta", "nahr"), said("delta"), said("nahr")}}
	var got []string
	for _, f := range w.site.editions[0].facets(p) {
		got = append(got, fmt.Sprint(f.Name, " ", f.Count))
	}
	if want := "The delta 3 statements, The nahr 2 statements, The bahr 1 statement"; strings.Join(got, ", ") != want {
		t.Errorf("%q, want %s", got, want)
	}
}

// TestVersionsOfAnItem: newest first, each with its number and what it was for; an
// item that never changed has no history.
func TestVersionsOfAnItem(t *testing.T) {
	e := newWorld(t).site.editions[0]
	at := func(n int) time.Time { return noon.Add(time.Duration(n) * time.Hour) }
	v := wire.View{When: noon, Versions: []wire.Version{{Number: 1, Time: noon}}}
	if got := e.versions(&v); got != nil {
		t.Errorf("one version: %+v", got)
	}
	v.Versions = append(v.Versions, wire.Version{Number: 2, Time: at(1)}, wire.Version{Number: 3, Time: at(2), Notice: dateline.Correct})
	got := e.versions(&v)
	if len(got) != 3 {
		t.Fatalf("%d lines", len(got))
	}
	for i, want := range []string{"3 · " + e.words.Notices[dateline.Correct], "2 · " + e.words.Notices[dateline.Update], "1"} {
		if got[i].Label != want {
			t.Errorf("line %d: %q, want %q", i, got[i].Label, want)
		}
	}
	// Of what was filed and held the first version that readers see updates nothing.
	v.Versions = v.Versions[1:]
	if got = e.versions(&v); len(got) != 2 || got[1].Label != "2" {
		t.Errorf("without the first one: %+v", got)
	}
}

// TestMomentsInLists: a time that is not sure says so, and a second is the least in
// which two differ.
func TestMomentsInLists(t *testing.T) {
	e := newWorld(t).site.editions[0]
	stamp := func(zone, proposed string, p dateline.Precision) dateline.Stamp {
		return dateline.Stamp{Time: noon, Zone: zone, Proposed: proposed, Precision: p, From: dateline.FromFeed, Confidence: dateline.Sure}
	}
	for _, c := range []struct {
		name string
		view wire.View
		note string
		day  bool // the day alone
	}{
		{"sure", wire.View{When: noon, Published: stamp("Z", "", dateline.ToSecond)}, "", false},
		{"kept with fewer digits", wire.View{When: noon.Add(-time.Second), Published: stamp("Z", "", dateline.ToSecond)}, "", false},
		{"listed by another time", wire.View{When: noon.Add(2 * time.Second), FirstSeen: noon, Published: stamp("Z", "", dateline.ToSecond)}, e.words.Item.FirstSeen, false},
		{"undated", wire.View{When: noon, FirstSeen: noon}, e.words.Item.FirstSeen, false},
		{"a day", wire.View{When: noon, Published: stamp("Z", "", dateline.ToDay)}, "", true},
		{"no zone", wire.View{When: noon, Published: stamp("", "", dateline.ToSecond)}, e.words.Stamp.ZoneUnknown, false},
	} {
		m := e.moment(&c.view, noon)
		if m.Note != c.note || (len(m.Machine) == len(time.DateOnly)) != c.day {
			t.Errorf("%s: %+v, want the note %q", c.name, m, c.note)
		}
	}
	v := wire.View{When: noon, Published: stamp("", "Asia/Beirut", dateline.ToSecond)}
	if m := e.moment(&v, noon); m.Note == "" || m.Note == e.words.Stamp.ZoneUnknown {
		t.Errorf("a zone that is proposed: %+v", m)
	}
}

// TestTitles: each page is named by what it is and by the publication, and says what
// it is about to whoever links to it.
func TestTitles(t *testing.T) {
	w := newWorld(t)
	contains(t, w.page("/en/sources"), "<title>\u2068Sources\u2069 · \u2068Marsa\u2069</title>")
	contains(t, w.page("/en/"), "<title>Marsa</title>", `<meta name="description" content="`)
	contains(t, w.page("/ar/"), "<title>مرسى</title>")
	contains(t, w.page(w.path("en", "talks")), " · \u2068Marsa\u2069</title>")
}
