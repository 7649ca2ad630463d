package api

import (
	"context"
	"strings"
	"testing"
	"time"

	"dateline"
)

// copied files an item and a copy of it by an outlet, an hour ago, which tell one
// story.
func copied(t *testing.T, p *press) (origin, again dateline.Item) {
	t.Helper()
	origin, again = p.item("one"), p.item("again")
	again.Source, again.Headline = "outlet", "Ferry again"
	again.ID = dateline.NewItemID("outlet", "again")
	for _, item := range []*dateline.Item{&origin, &again} {
		item.FirstSeen, item.Received = p.now.Add(-time.Hour), p.now.Add(-time.Hour)
	}
	p.file(origin, again)
	p.update(func(tx dateline.Tx) error {
		ctx := context.Background()
		m := dateline.Match{Item: again.ID, Of: origin.ID, Kind: dateline.MatchDuplicate, By: dateline.ByWords, OfShare: 1}
		if err := tx.PutMatches(ctx, []dateline.ItemID{again.ID}, []dateline.Match{m}); err != nil {
			return err
		}
		if err := tx.PutFamilies(ctx, dateline.Family{ID: origin.ID, Members: []dateline.ItemID{origin.ID, again.ID}}); err != nil {
			return err
		}
		if err := tx.Append(ctx, dateline.Entry{Time: p.now, Kind: dateline.EntryStory, Item: again.ID}); err != nil {
			return err
		}
		return tx.Tell(ctx, []dateline.Told{
			{Item: origin.ID, Story: "ferry", When: origin.When(), Language: "en", Source: "harbour"},
			{Item: again.ID, Story: "ferry", When: again.When(), Language: "en", Source: "outlet", Copy: true},
		})
	})
	p.settle()
	return origin, again
}

// A correction of the text that a copy was made from comes with the copy, in the
// words of the feed's language, and moves the copy's entry.
func TestCorrectionReachesTheFeedsOfCopies(t *testing.T) {
	p := newPress(t)
	origin, again := copied(t, p)
	for path, want := range map[string]string{
		"/en/source/outlet/feed.atom": "Correction by The harbour, the source of this text: Platform 2, not 3.",
		"/ar/source/outlet/feed.json": "تصحيح من The harbour، مصدر هذا النص: Platform 2, not 3.",
	} {
		if strings.Contains(p.get(path), "Platform 2") {
			t.Fatalf("%s knows of the correction before it is made", path)
		}
		defer func() {
			if body := p.get(path); !strings.Contains(body, want) {
				t.Errorf("%s does not say %q:\n%s", path, want, body)
			}
		}()
	}
	before := p.feed("/en/source/outlet/feed.atom").Items[0].UpdatedParsed
	p.now = p.now.Add(time.Minute)
	p.decide(dateline.Decision{Item: origin.ID, Kind: dateline.Correct, Notice: "Platform 2, not 3."})
	if after := p.feed("/en/source/outlet/feed.atom").Items[0].UpdatedParsed; !after.After(*before) {
		t.Errorf("the entry of %s was last changed at %v", again.ID, after)
	}
}

// Who follows an edition or the outlet learns that a copy was corrected at its origin
// also when it is listed no more.
func TestCorrectionBringsCopiesBack(t *testing.T) {
	p := newPress(t)
	origin, _ := copied(t, p)
	for i := range feedEntries + 1 {
		p.now = p.now.Add(time.Second)
		for _, source := range []dateline.SourceID{"harbour", "outlet"} {
			it := p.item("n" + strings.Repeat("i", i))
			it.Source, it.ID = source, dateline.NewItemID(source, it.GUID)
			p.file(it)
		}
	}
	paths := map[string]bool{"/en/feed.rss": true, "/en/source/outlet/feed.json": true, "/ar/feed.atom": false, "/en/source/harbour/feed.atom": false}
	for path := range paths {
		if strings.Contains(p.get(path), "Ferry again") {
			t.Fatalf("%s has the copy before the correction: the test shows nothing", path)
		}
	}
	p.now = p.now.Add(time.Hour)
	p.decide(dateline.Decision{Item: origin.ID, Kind: dateline.Correct, Notice: "Platform 2, not 3."})
	for path, want := range paths {
		if body := p.get(path); strings.Contains(body, "Ferry again") != want || want && !strings.Contains(body, "the source of this text: Platform 2") {
			t.Errorf("%s has the copy with the correction: %v", path, !want)
		}
	}
}

func TestStoryFeed(t *testing.T) {
	p := newPress(t)
	_, again := copied(t, p)
	feed := p.feed("/en/story/ferry/feed.rss")
	if got := headlines(feed); !strings.Contains(got, "Ferry one") || !strings.Contains(got, "Ferry again") {
		t.Errorf("the feed of a story has %q", got)
	}
	if !strings.Contains(feed.Title, "Ferry one") || !strings.Contains(feed.Description, "2 items from 2 sources") {
		t.Errorf("it is called %q, %q", feed.Title, feed.Description)
	}
	if w := p.ask("GET", "/en/story/none/feed.rss"); w.Code != 404 {
		t.Errorf("the feed of no story: %d", w.Code)
	}
	p.decide(dateline.Decision{Item: again.ID, Kind: dateline.Kill, Reason: "wrong"})
	if body := p.get("/en/story/ferry/feed.rss"); strings.Contains(body, "Ferry again") || !strings.Contains(body, "1 item from 1 source") {
		t.Errorf("after a kill:\n%s", body)
	}
	p.update(func(tx dateline.Tx) error { return tx.MergeStory(context.Background(), "ferry", "boats") })
	p.file(p.item("two"))
	if got := headlines(p.feed("/ar/story/ferry/feed.atom")); !strings.Contains(got, "Ferry one") {
		t.Errorf("a merged story's feed has %q", got)
	}
}

func TestNoticesFeed(t *testing.T) {
	p := newPress(t)
	one, two, three := p.item("one"), p.item("two"), p.item("three")
	p.file(one, two, three)
	p.decide(dateline.Decision{Item: one.ID, Kind: dateline.Correct, Notice: "At noon, not at one."})
	p.decide(dateline.Decision{Item: two.ID, Kind: dateline.Kill, Reason: "wrong"})
	body := p.get("/en/notices/feed.atom")
	for want, there := range map[string]bool{
		"At noon, not at one.": true, "Ferry one": true, "deleted-entry": true, "Ferry two": false, "Ferry three": false,
	} {
		if strings.Contains(body, want) != there {
			t.Errorf("%q in the feed of notices: %v", want, !there)
		}
	}
	if got := headlines(p.feed("/ar/notices/feed.rss")); got != "" {
		t.Errorf("the Arabic edition's notices are of %q", got)
	}
}
