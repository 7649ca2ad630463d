package samplepress

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
)

func (w *world) titles(id dateline.SourceID) map[string]string {
	out := map[string]string{}
	for _, e := range w.feed(id).Items {
		out[e.GUID] = e.Title
	}
	return out
}

// TestFiling follows the first minutes of a press by its clock.
func TestFiling(t *testing.T) {
	w := newWorld(t)
	steps := []struct {
		source dateline.SourceID
		slug   string
		due    time.Duration
		begins string // the headline, or the text for a correction
		before int    // status of the page before
	}{
		{"barid-en", "accord-flash", 20 * time.Second, "FLASH:", 404},
		{"barid-ar", "accord-flash", 20 * time.Second, "عاجل:", 404},
		{"barid-en", "dam-talks", 40 * time.Second, "CORRECTION:", 200},
		{"barid-ar", "dam-talks", 40 * time.Second, "تصحيح:", 200},
		{"barid-en", "mayor-inquiry", 75 * time.Second, "KILL:", 200},
		{"barid-ar", "mayor-inquiry", 80 * time.Second, "إلغاء:", 200},
		{"mirwad", "full-timetable", 9*time.Minute + 20*time.Second, "Mirwad Shipping returns", 404},
	}
	for _, s := range steps {
		path := "/" + string(s.source) + "/item/" + s.slug
		guid := "tag:" + string(s.source) + ".example,2026:" + s.slug
		w.at(s.due - time.Second)
		resp, page := w.get(path)
		if resp.StatusCode != s.before || strings.Contains(readable(page), s.begins) {
			t.Errorf("%s a second before: %s", path, resp.Status)
		}
		if _, there := w.titles(s.source)[guid]; there != (s.before == 200) {
			t.Errorf("%s a second before: in the feed is %v", path, there)
		}
		w.at(s.due)
		if _, page := w.get(path); !strings.Contains(readable(page), s.begins) {
			t.Errorf("%s: its page does not say %s", path, s.begins)
		}
		if _, there := w.titles(s.source)[guid]; !there {
			t.Errorf("%s is not in the feed", path)
		}
		if _, feed := w.get("/" + string(s.source) + "/feed"); !strings.Contains(feed, s.begins) {
			t.Errorf("%s: the feed does not say %s", path, s.begins)
		}
	}
}

// TestCorrectionChangesTheText and leaves the rest of it as it was.
func TestCorrectionChangesTheText(t *testing.T) {
	w := newWorld(t)
	for source, figures := range map[string][2]string{"barid-en": {"2.4 billion", "4.2 billion"}, "barid-ar": {"2.4 مليار", "4.2 مليار"}} {
		it := w.press.items[source+"/dam-talks"]
		before, after := it.versions[0], it.versions[1]
		for i := range before.Body {
			want := strings.ReplaceAll(before.Body[i].Plain(), figures[0], figures[1])
			if got := after.Body[i].Plain(); got != want {
				t.Errorf("%s paragraph %d = %q, want %q", source, i+1, got, want)
			}
		}
		if !strings.Contains(before.Body[3].Text, figures[0]) {
			t.Errorf("%s: paragraph 4, which the note names, has no %s", source, figures[0])
		}
	}
}

// TestKillTellsNothing of what is killed.
func TestKillTellsNothing(t *testing.T) {
	w := newWorld(t)
	for _, source := range []string{"barid-en", "barid-ar"} {
		it := w.press.items[source+"/mayor-inquiry"]
		w.at(2 * time.Minute)
		_, page := w.get(w.press.itemURL(it))
		_, feed := w.get("/" + source + "/feed")
		for _, told := range []string{it.versions[0].Headline, it.versions[0].Body[0].Text, "2.3 million", "2.3 مليون"} {
			if strings.Contains(page, told) || strings.Contains(feed, told) {
				t.Errorf("%s: the kill repeats %q", source, told)
			}
		}
	}
}

// TestNext walks through all that is still to be filed.
func TestNext(t *testing.T) {
	w := newWorld(t)
	at, count, wire := w.start, 0, 0
	for {
		next, who, ok := w.press.Next(at)
		if !ok {
			break
		}
		if !next.After(at) || len(who) == 0 {
			t.Fatalf("Next(%v) = %v, %v", at, next, who)
		}
		if count == 0 && (next.Sub(w.start) != 20*time.Second || !slices.Equal(who, []dateline.SourceID{"barid-en", "barid-ar"})) {
			t.Errorf("first comes %v at %v", who, next.Sub(w.start))
		}
		at, count, wire = next, count+1, wire+len(who)
	}
	if at.Sub(w.start) > 10*time.Minute || count < 12 || wire < 16 {
		t.Errorf("%d times, %d filings, the last after %v", count, wire, at.Sub(w.start))
	}
}
