package web

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/wire"
)

func mustRequest(t *testing.T, target string) *http.Request {
	t.Helper()
	return httptest.NewRequest(http.MethodGet, target, nil)
}

func TestPagesAreKeptUntilTheyChange(t *testing.T) {
	w := newWorld(t)
	front, item, other, about := "/en/", w.path("en", "olives"), w.path("en", "boat"), "/en/about"
	etags := map[string]string{}
	for _, path := range []string{front, item, other, about} {
		etags[path] = w.get(path).Header().Get("Etag")
		if w.site.pages.Get(path) == nil {
			t.Errorf("%s is not kept", path)
		}
		if rec := w.get(path, "If-None-Match", etags[path]); rec.Code != http.StatusNotModified {
			t.Errorf("%s again: %d", path, rec.Code)
		}
	}
	w.decide(dateline.Decision{Item: idOf("olives"), Kind: dateline.Correct, By: "hala", Time: noon, Notice: "A sixth, not a fifth."})
	contains(t, w.page(item), "A sixth, not a fifth.")
	contains(t, w.page("/en/notices"), "A sixth, not a fifth.")
	for path, dropped := range map[string]bool{front: true, item: true, other: false, about: false} {
		if changed := w.get(path).Header().Get("Etag") != etags[path]; changed != dropped {
			t.Errorf("%s changed: %v, want %v", path, changed, dropped)
		}
	}
}

func TestKillReachesEveryPage(t *testing.T) {
	w := newWorld(t)
	item := w.path("en", "olives")
	paths := []string{"/en/", "/en/latest", "/en/source/delta", "/ar/", w.path("en", "talks"), item}
	for _, path := range paths {
		w.page(path)
	}
	w.decide(dateline.Decision{Item: idOf("olives"), Kind: dateline.Kill, By: "hala", Time: noon, Reason: "wrong"})
	for _, path := range paths {
		lacks(t, w.get(path).Body.String(), "Olive harvest")
	}
	rec := w.get(item)
	if rec.Code != http.StatusFound || rec.Header().Get("Location") != "/en/item/"+string(idOf("olives")) {
		t.Errorf("the address of a killed item: %d to %s", rec.Code, rec.Header().Get("Location"))
	}
	gone := w.get("/ar/item/" + string(idOf("olives")))
	if gone.Code != http.StatusGone {
		t.Errorf("the killed item: %d", gone.Code)
	}
	contains(t, gone.Body.String(), "إلغاء", "يُرجى عدم استخدامه")
	lacks(t, gone.Body.String(), "Olive", "olive", "wrong")
}

// listen opens the event stream and returns its lines as they come.
func listen(t *testing.T, server *httptest.Server, language, after string) (lines chan string) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"/events?lang="+language, nil)
	if err != nil {
		t.Fatal(err)
	}
	if after != "" {
		r.Header.Set("Last-Event-ID", after)
	}
	answer, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if got := answer.Header.Get("Content-Type"); got != "text/event-stream" {
		t.Fatalf("Content-Type %q", got)
	}
	lines = make(chan string, 100)
	go func() {
		defer answer.Body.Close()
		defer close(lines)
		for s := bufio.NewScanner(answer.Body); s.Scan(); {
			lines <- s.Text()
		}
	}()
	until(t, lines, "retry:")
	return lines
}

// until reads up to a line with that beginning.
func until(t *testing.T, lines chan string, prefix string) string {
	t.Helper()
	for {
		select {
		case line, ok := <-lines:
			if !ok {
				t.Fatalf("the stream ended before %q", prefix)
			}
			if strings.HasPrefix(line, prefix) {
				return line
			}
		case <-time.After(time.Minute):
			t.Fatalf("no %q came", prefix)
		}
	}
}

// TestWhatIsNew: the log says that a filing changed, and not from what to what.
func TestWhatIsNew(t *testing.T) {
	w := emptyWorld(t)
	for _, c := range []struct {
		name string
		v    *wire.View
		want event
	}{
		{"just released", &wire.View{ID: "a", Language: "en", Released: noon.Add(-newWithin / 2)}, event{"new", "en"}},
		{"told of already", &wire.View{ID: "a", Language: "en", Released: noon.Add(-newWithin / 2)}, event{kind: "changed"}},
		{"released long ago", &wire.View{ID: "b", Language: "en", Released: noon.Add(-2 * newWithin)}, event{kind: "changed"}},
		{"in Arabic", &wire.View{ID: "c", Language: "ar-EG", Released: noon}, event{"new", "ar"}},
		{"in the language of no edition", &wire.View{ID: "d", Language: "fr", Released: noon}, event{"new", "en"}},
		{"not out", nil, event{kind: "gone"}},
	} {
		got, said := w.site.eventOf(dateline.Entry{Item: "x", Time: noon}, c.v)
		if got != c.want || said.Headline != "" {
			t.Errorf("%s: %+v, %+v", c.name, got, said)
		}
	}
}

func TestEvents(t *testing.T) {
	w := newWorld(t)
	server := httptest.NewServer(w.site)
	defer server.Close()
	defer w.site.Close()
	english, arabic := listen(t, server, "en", ""), listen(t, server, "ar", "")

	flash := sample("own", "live", "en", 0, "Live flash", "")
	flash.Urgency = dateline.Flash
	w.file(nil, []dateline.Item{flash})
	id := strings.TrimPrefix(until(t, english, "id: "), "id: ")
	until(t, english, "event: new")
	data := until(t, english, "data: ")
	contains(t, data, `data: [{"id":"`, `"headline":"Live flash"`, `"urgency":1`, `"dir":"ltr"`, `"path":"/en/item/`, `"clock":"14:32"`)

	w.decide(dateline.Decision{Item: flash.ID, Kind: dateline.Clarify, By: "hala", Time: noon, Notice: "More."})
	until(t, english, "event: changed")
	w.decide(dateline.Decision{Item: flash.ID, Kind: dateline.Kill, By: "hala", Time: noon, Reason: "wrong"})
	until(t, english, "event: gone")

	// the other edition hears of changes, not of new items in this one
	if line := until(t, arabic, "event: "); line != "event: changed" {
		t.Errorf("the Arabic edition was told %q", line)
	}
	// a page whose connection broke is told what it missed
	missed := listen(t, server, "en", id)
	until(t, missed, "event: changed")
	until(t, missed, "event: gone")
}

// Many items that come at once are one event, and only a flash is described.
func TestEventsOfMany(t *testing.T) {
	w := newWorld(t)
	server := httptest.NewServer(w.site)
	defer server.Close()
	defer w.site.Close()
	english := listen(t, server, "en", "")
	var many []dateline.Item
	for i := range 300 {
		many = append(many, sample("delta", "bulk"+strings.Repeat("i", i), "en", i, "One of many", ""))
	}
	w.file(nil, many)
	until(t, english, "event: new")
	data := until(t, english, "data: ")
	if n := strings.Count(data, `"id"`); n != 300 {
		t.Errorf("%d items in the event, want 300", n)
	}
	lacks(t, data, "One of many")
	w.decide(dateline.Decision{Item: many[0].ID, Kind: dateline.Hold, By: "hala", Time: noon})
	if line := until(t, english, "event: "); line != "event: gone" {
		t.Errorf("after a hold: %s", line)
	}
}

func TestCloseEndsStreams(t *testing.T) {
	w := newWorld(t)
	server := httptest.NewServer(w.site)
	defer server.Close()
	lines := listen(t, server, "en", "")
	if n := w.site.Listeners(); n != 1 {
		t.Errorf("%d listen, want 1", n)
	}
	w.site.Close()
	for range lines { // ends when the stream does
	}
}

// A reader who goes while a page is made for all must not spoil it for others.
func TestRenderingOutlivesTheReader(t *testing.T) {
	w := newWorld(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	about := w.site.page(w.site.editions[0], func(e *edition, r *http.Request) (view, error) {
		if err := r.Context().Err(); err != nil {
			return view{}, err
		}
		return w.site.about(e, r)
	})
	rec := httptest.NewRecorder()
	about.ServeHTTP(rec, mustRequest(t, "/en/about").WithContext(ctx))
	if rec.Code != http.StatusOK || w.site.pages.Get("/en/about") == nil {
		t.Errorf("the page was not made: %d", rec.Code)
	}
}
