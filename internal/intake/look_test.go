package intake

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
)

func TestNextLook(t *testing.T) {
	in := New(Config{})
	came := time.Date(2026, 3, 4, 5, 0, 0, 0, time.UTC)
	at := func(hours float64) time.Time { return came.Add(time.Duration(hours * float64(time.Hour))) }
	for _, c := range []struct {
		name  string
		look  dateline.Look
		hurry bool
		now   float64 // hours after it came
		want  float64 // likewise; negative is never
	}{
		{"when it came", dateline.Look{}, false, 0, 1},
		{"just before the first look", dateline.Look{}, false, 0.99, 1},
		{"at the first look", dateline.Look{}, false, 1, 24},
		{"at a first look that came late", dateline.Look{}, false, 9, 24},
		{"at the second look", dateline.Look{}, false, 24, 168},
		{"at the last look", dateline.Look{}, false, 168, -1},
		{"a flash", dateline.Look{}, true, 0.5, 0.5 + 1.0/6},
		{"a flash before the first look", dateline.Look{}, true, 0.9, 1},
		{"an old flash", dateline.Look{}, true, 2, 24},
		{"edited just now", dateline.Look{Edited: at(30)}, false, 30, 30 + 1.0/6},
		{"edited an hour ago", dateline.Look{Edited: at(29)}, false, 30, 168},
		{"edited at the last look", dateline.Look{Edited: at(168)}, false, 168, 168 + 1.0/6},
		{"away at the last look", dateline.Look{Lost: dateline.EditGone}, false, 168, 192},
		{"away for a month", dateline.Look{Lost: dateline.EditGone}, false, 720, -1},
	} {
		c.look.FirstSeen = came
		want := at(c.want)
		if c.want < 0 {
			want = time.Time{}
		}
		if got := in.nextLook(&c.look, c.hurry, at(c.now)); got.Sub(want).Abs() > time.Second {
			t.Errorf("%s: %v, want %v", c.name, got, want)
		}
	}
}

// page is a page with a text between teasers, as sites have it.
func page(title, text, teaser string) string {
	return `<!DOCTYPE html><html lang="en"><head><title>` + title + `</title></head><body><nav><a href="/x">` + teaser + `</a></nav><article><h1>` +
		title + `</h1><p>` + text + `</p><p>` + long("port") + `</p></article><aside><h2>More</h2><a href="/y">` + teaser + `</a></aside></body></html>`
}

const opening = "The harbour master said on Sunday that twelve ships wait outside the port."

// newLookBench polls one entry whose page is read.
func newLookBench(t *testing.T, change ...func(*dateline.Source)) *bench {
	b := newBench(t)
	b.web.put("/feed", rss([4]string{"Port shut", "1", "{}/1", "…"}))
	b.web.put("/1", page("Port shut", opening, "one"))
	b.add("harbour", "/feed", change...)
	b.poll()
	return b
}

// later looks at what is due so long after. Feeds do not change.
func (b *bench) later(d time.Duration) {
	b.Helper()
	b.now = b.now.Add(d - time.Minute)
	b.poll()
}

// edits are the kinds of edit on the item, oldest first.
func (b *bench) edits() (kinds []dateline.EditKind) {
	b.Helper()
	ctx := context.Background()
	id := dateline.NewItemID("harbour", "1")
	err := b.store.View(ctx, func(tx dateline.Tx) error {
		on, err := tx.EditsOn(ctx, []dateline.ItemID{id})
		for _, e := range on[id] {
			kinds = append(kinds, e.Kind)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return kinds
}

// has demands the version of the item, and how often its page was asked for.
func (b *bench) has(what string, version, asked int, edits ...dateline.EditKind) {
	b.Helper()
	if got := b.item("harbour", "1").Version; got != version {
		b.Errorf("%s: version %d, want %d", what, got, version)
	}
	if got := b.web.count("/1"); got != asked {
		b.Errorf("%s: the page was asked for %d times, want %d", what, got, asked)
	}
	if got := b.edits(); !slices.Equal(got, edits) {
		b.Errorf("%s: edits %v, want %v", what, got, edits)
	}
}

func TestLookAgain(t *testing.T) {
	b := newLookBench(t)
	b.has("at first", 1, 1)
	b.later(30 * time.Minute)
	b.has("nothing is due", 1, 1)
	pages := b.in.Stats().Bytes.Load()
	b.now = b.now.Add(39 * time.Minute)
	if r := b.poll(); r.Looks != 1 {
		t.Errorf("the report tells of %d looks, want 1", r.Looks)
	}
	b.has("after an hour", 1, 2)
	if got := b.in.Stats().Bytes.Load() - pages; got != 0 {
		t.Errorf("an unchanged page cost %d bytes: it was not asked for with its validators", got)
	}
	b.web.put("/1", page("Port shut", opening, "another teaser"))
	b.later(23 * time.Hour)
	b.has("other teasers after a day", 1, 3)
	b.web.put("/1", page("Port shut", strings.Replace(opening, "twelve", "fifteen", 1), "another teaser"))
	b.later(6 * 24 * time.Hour)
	b.has("another number after a week", 2, 4)
	if it := b.item("harbour", "1"); !strings.Contains(it.Text(), "fifteen ships") {
		t.Errorf("the new version says %q", it.Text())
	}
	b.web.put("/1", page("Port open again", opening, "third teaser"))
	b.later(10 * time.Minute)
	b.has("another headline ten minutes later", 3, 5)
	if got := b.item("harbour", "1").Headline; got != "Port open again" {
		t.Errorf("the headline is %q", got)
	}
	for range 10 {
		b.later(11 * time.Minute)
	}
	asked := b.web.count("/1")
	b.later(40 * 24 * time.Hour)
	if got := b.web.count("/1"); got != asked {
		t.Errorf("the page is looked at for ever")
	}
}

func TestLookFindsLoss(t *testing.T) {
	b := newLookBench(t)
	whole := page("Port shut", opening, "one")
	b.web.handle("/1", http.NotFound)
	b.later(time.Hour)
	b.has("404 once", 1, 2)
	b.later(10 * time.Minute)
	b.has("404 twice", 1, 3, dateline.EditMissing)
	b.later(24 * time.Hour)
	b.has("404 a day later", 1, 4, dateline.EditMissing)
	b.web.put("/1", whole)
	b.later(7 * 24 * time.Hour)
	b.has("back", 1, 5, dateline.EditMissing, dateline.EditRestored)
	if b.item("harbour", "1").Headline != "Port shut" {
		t.Error("the item has changed")
	}
}

func TestLookFindsGone(t *testing.T) {
	b := newLookBench(t)
	b.web.handle("/1", status(http.StatusGone))
	b.later(time.Hour)
	b.has("410", 1, 2, dateline.EditGone)
	b.later(24 * time.Hour)
	b.has("410 a day later", 1, 3, dateline.EditGone)
}

func TestLookBears(t *testing.T) {
	b := newLookBench(t)
	b.web.handle("/1", http.NotFound)
	b.later(time.Hour)
	b.web.put("/1", page("Port shut", opening, "one"))
	b.later(10 * time.Minute)
	b.has("404 for a moment", 1, 3)
	b.web.handle("/1", status(http.StatusServiceUnavailable, "Retry-After", "7200"))
	b.later(23 * time.Hour)
	b.has("503", 1, 4)
	b.later(time.Hour)
	b.has("an hour after 503 with two hours of rest", 1, 4)
	b.web.put("/1", `<html><body><article><h1>Port shut</h1><p>The harbour master said so.</p></article></body></html>`)
	b.later(2 * time.Hour)
	b.has("a page that is hardly read any more", 1, 5)
}

func TestLookKnowsItsPlace(t *testing.T) {
	for name, change := range map[string]func(*dateline.Source){
		"the source's pages are not read":         func(s *dateline.Source) { s.Pages = dateline.PagesNever },
		"the source's pages are not looked again": func(s *dateline.Source) { s.Again = dateline.AgainNever },
	} {
		b := newLookBench(t, change)
		before := b.web.count("/1")
		b.later(2 * time.Hour)
		if b.web.count("/1") != before {
			t.Errorf("%s, and yet they are", name)
		}
	}
	b := newLookBench(t)
	b.web.put("/robots.txt", "User-agent: *\nDisallow: /1\n")
	b.in = b.intake(b.store) // has not read robots.txt yet
	b.later(2 * time.Hour)
	b.has("robots.txt forbids it", 1, 1)
	b = newLookBench(t)
	ctx := context.Background()
	if err := b.store.Update(ctx, func(tx dateline.Tx) error { return tx.RemoveSource(ctx, "harbour", b.now) }); err != nil {
		t.Fatal(err)
	}
	b.later(2 * time.Hour)
	b.has("its source was removed", 1, 1)
}

// A notice in the page is taken, and a kill there takes the item back.
func TestLookFindsNotices(t *testing.T) {
	b := newLookBench(t)
	b.web.put("/1", page("Port shut", "Correction: An earlier version gave a wrong number of ships.</p><p>"+opening, "one"))
	b.later(time.Hour)
	b.has("a correction", 2, 2)
	if n := b.item("harbour", "1").Notices; len(n) != 1 || n[0].Kind != dateline.Correct {
		t.Errorf("notices %v", n)
	}
}

// A flash is looked at every ten minutes for two hours.
func TestLookHurries(t *testing.T) {
	b := newBench(t)
	b.web.put("/feed", rss([4]string{"FLASH: Port shut", "1", "{}/1", "…"}))
	b.web.put("/1", page("FLASH: Port shut", opening, "one"))
	b.add("harbour", "/feed")
	b.poll()
	if u := b.item("harbour", "1").Urgency; u != dateline.Flash {
		t.Fatalf("urgency %d", u)
	}
	for range 18 {
		b.later(10 * time.Minute)
	}
	if got := b.web.count("/1"); got < 12 || got > 14 {
		t.Errorf("a flash was asked for %d times in three hours", got)
	}
}

func TestHabits(t *testing.T) {
	in := New(Config{})
	s := dateline.Source{ID: "a"}
	item := dateline.Item{}
	for n := range 9 {
		in.habits.add("a", n%2 == 0)
	}
	if in.hurries(&s, &item) {
		t.Error("nine looks tell what a source does")
	}
	in.habits.add("a", false)
	if !in.hurries(&s, &item) {
		t.Error("a source that edits half of what it files is not hurried after")
	}
	in.habits.drop("a", in.habits.into("a", &s.Poll))
	if s.Poll.Looked != 10 || s.Poll.Edited != 5 || !in.hurries(&s, &item) {
		t.Errorf("the poll keeps %v of %v", s.Poll.Edited, s.Poll.Looked)
	}
	for range 40 {
		in.habits.add("a", false)
	}
	if in.hurries(&s, &item) {
		t.Error("a tenth is often")
	}
	for range 300 {
		in.habits.add("a", false)
	}
	if in.habits.into("a", &s.Poll); s.Poll.Looked != 175 {
		t.Errorf("the poll keeps %v looks", s.Poll.Looked)
	}
}

// A forgetful store runs each update twice, as a conflict makes a store do, and
// keeps the second.
type forgetful struct{ dateline.Store }

func (f forgetful) Update(ctx context.Context, do func(dateline.Tx) error) error {
	again := errors.New("once more")
	err := f.Store.Update(ctx, func(tx dateline.Tx) error {
		if err := do(tx); err != nil {
			return err
		}
		return again
	})
	if err != again {
		return err
	}
	return f.Store.Update(ctx, do)
}

// TestHabitsOfARepeatedUpdate: what looks found is counted once, however often
// the transaction is run that keeps it.
func TestHabitsOfARepeatedUpdate(t *testing.T) {
	b := newBench(t)
	b.in = b.intake(forgetful{b.store})
	b.add("h", "/rss")
	b.web.put("/rss", rss([4]string{"One", "g1", "", long("first")}))
	b.in.habits.add("h", true)
	b.in.habits.add("h", false)
	b.poll()
	if p := b.source("h").Poll; p.Looked != 2 || p.Edited != 1 || p.Seen != 1 {
		t.Errorf("%+v", p)
	}
	b.in.habits.add("h", false)
	b.poll()
	if p := b.source("h").Poll; p.Looked != 3 || p.Edited != 1 {
		t.Errorf("the next poll: %+v", p)
	}
}

// TestLookAfterAnUpdate: what an older program read otherwise is no edit of the source.
func TestLookAfterAnUpdate(t *testing.T) {
	b := newLookBench(t)
	ctx := context.Background()
	older := b.item("harbour", "1")
	older.Body = append([]dateline.Block{{Kind: dateline.Paragraph, Text: "Share this story with whoever waits for a ship."}}, older.Body...)
	err := b.store.Update(ctx, func(tx dateline.Tx) error {
		if _, err := tx.Keep(ctx, []dateline.Kept{{Item: older}}); err != nil {
			return err
		}
		looks, err := tx.LooksOf(ctx, []dateline.ItemID{older.ID})
		if err != nil {
			return err
		}
		l := looks[older.ID]
		l.Digest = rawDigest(nil) + "-" + readDigest(&older)
		return tx.PutLooks(ctx, l)
	})
	if err != nil {
		t.Fatal(err)
	}
	b.has("read by an older program", 2, 1)
	b.web.put("/1", page("Port shut", opening, "another teaser"))
	b.later(time.Hour)
	b.has("other teasers after an update", 2, 2)
	b.web.put("/1", page("Port shut", strings.Replace(opening, "twelve", "fifteen", 1), "another teaser"))
	b.later(24 * time.Hour)
	b.has("another number", 3, 3)
}
