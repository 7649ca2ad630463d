package web

import (
	"context"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/api/rightstest"
	"dateline/internal/diff"
	"dateline/internal/locale"
)

// bareMarks takes away what is only read aloud.
var bareMarks = strings.NewReplacer(
	`<span class="aloud" lang="en">deleted: </span>`, "", `<span class="aloud" lang="en">inserted: </span>`, "", `<span class="aloud" lang="en"> end</span>`, "", ` dir="ltr"`, "")

func TestChanges(t *testing.T) {
	e, err := locale.New(dateline.Edition{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	before := Wording{Headline: "Port shut", Text: "One.\n\nTwelve ships <wait>.\n\nThree.\n\nFour.", Byline: "Rania Sabbagh"}
	after := Wording{Headline: "Port open", Text: "One.\n\nTen ships <wait> today.\n\nThree.\n\nFour.", Byline: "Rania Sabbagh"}
	parts := Changes(e, "en", before, after)
	if len(parts) != 2 || parts[0].Label != "Headline" || parts[1].Label != "Text" {
		t.Fatalf("parts %+v", parts)
	}
	if got := bareMarks.Replace(string(parts[0].Paragraphs[0].Text)); got != "Port <del>shut</del><ins>open</ins>" {
		t.Errorf("the headline is marked %s", got)
	}
	text := parts[1].Paragraphs
	if len(text) != 3 || bareMarks.Replace(string(text[1].Text)) != "<del>Twelve</del> <ins>Ten</ins> ships &lt;wait&gt;<ins> today</ins>." &&
		bareMarks.Replace(string(text[1].Text)) != "<del>Twelve</del> <ins>Ten</ins> ships &lt;wait&gt; <ins>today</ins>." {
		t.Errorf("the text is marked %+v", text)
	}
	if !strings.Contains(string(text[1].Text), `<del dir="ltr"><span class="aloud" lang="en">deleted: </span>Twelve<span class="aloud" lang="en"> end</span></del>`) {
		t.Errorf("nothing says aloud what was deleted: %s", text[1].Text)
	}
	if parts := Changes(e, "ar", Wording{Text: "كَتَبَ الوَزيرُ"}, Wording{Text: "كتب الوزيـــر"}); len(parts) != 0 {
		t.Errorf("vowel signs are a change: %+v", parts)
	}
}

func TestMarkedKeepsDirection(t *testing.T) {
	e, err := locale.New(dateline.Edition{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	p := marked(e, diff.Texts("MSC قالت إن السفينة وصلت أمس إلى الميناء", "MSC قالت إن السفينة وصلت اليوم إلى الميناء"))
	if p.Direction != dateline.RightToLeft {
		t.Error("an Arabic paragraph that begins with a Latin name runs left to right")
	}
	p = marked(e, diff.Texts("قالت شركة Maersk إن السفن وصلت أمس وعددها 12 سفينة.", "قالت شركة Hapag إن السفن وصلت أمس وعددها 15 سفينة."))
	for _, want := range []string{`<del dir="ltr">`, `Maersk`, `<ins dir="rtl"><span class="aloud" lang="en">inserted: </span>15`} {
		if !strings.Contains(string(p.Text), want) {
			t.Errorf("%q is not in %s", want, p.Text)
		}
	}
}

// An own item shows what changed in it until it is killed, a source's item never
// does.
func TestVersionsPage(t *testing.T) {
	now := time.Date(2026, 11, 22, 14, 30, 0, 0, time.UTC)
	world := rightstest.New(1, 5, now)
	s := newRightsSite(t, world, now)
	ctx := context.Background()
	own, other := keepVersions(t, s, dateline.OwnSource, now), keepVersions(t, s, "nobody-knows", now)
	last := s.settle(0)
	for lang, want := range map[string][]string{"en": {"Version 3", "deleted:", "First version"}, "ar": {"الإصدار 3", "محذوف:", "الإصدار الأول"}} {
		page := strings.NewReplacer("\u2068", "", "\u2069", "").Replace(s.get("/" + lang + "/versions/" + string(own)))
		for _, w := range append(want, "<del", "twelve", "fifteen", "ten") {
			if !strings.Contains(page, w) {
				t.Errorf("%s: the page of versions does not say %q", lang, w)
			}
		}
		if page := s.get("/" + lang + "/versions/" + string(other)); strings.Contains(page, "twelve") || strings.Contains(page, "<del") {
			t.Errorf("%s: a source's versions are public", lang)
		}
	}
	if page := s.get("/en/item/" + string(own) + "/port-3"); !strings.Contains(page, "/en/versions/"+string(own)) {
		t.Error("the item does not lead to what changed in it")
	}
	err := s.store.Update(ctx, func(tx dateline.Tx) error {
		_, err := tx.Decide(ctx, dateline.Decision{Item: own, Kind: dateline.Kill, By: "rania", Reason: "court", Time: now})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	s.settle(last)
	if page := s.get("/en/versions/" + string(own)); strings.Contains(page, "twelve") || strings.Contains(page, "Port") || !strings.Contains(page, "Killed") {
		t.Errorf("after the kill the page of versions says:\n%s", page)
	}
}

// keepVersions keeps an item in three versions, released.
func keepVersions(t *testing.T, s *rightsSite, source dateline.SourceID, now time.Time) dateline.ItemID {
	t.Helper()
	ctx := context.Background()
	item := dateline.Item{Source: source, GUID: "v", Language: "en", Direction: dateline.LeftToRight, PubStatus: dateline.Usable}
	item.ID = dateline.NewItemID(source, "v")
	err := s.store.Update(ctx, func(tx dateline.Tx) error {
		for i, word := range []string{"twelve", "fifteen", "ten"} {
			item.Headline, item.Received = "Port "+string(rune('1'+i)), now.Add(time.Duration(i-10)*time.Minute)
			item.Body = []dateline.Block{{Kind: dateline.Paragraph, Text: "The harbour master said that " + word + " ships wait outside."}}
			if _, err := tx.Keep(ctx, []dateline.Kept{{Item: item}}); err != nil {
				return err
			}
			if i > 0 {
				continue
			}
			if _, err := tx.Decide(ctx, dateline.Decision{Item: item.ID, Kind: dateline.Release, By: "rania", Time: item.Received}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return item.ID
}

// TestNoVersionsPageShowsWhatItMayNot looks at the page of versions of every item
// of the world, before and after what was on the wire is taken off it: earlier
// versions of own items may stand there, nothing of anybody else's.
func TestNoVersionsPageShowsWhatItMayNot(t *testing.T) {
	now := time.Date(2026, 11, 22, 14, 30, 0, 0, time.UTC)
	earlier := 0
	for seed := range uint64(3) {
		world := rightstest.New(seed, 60, now)
		s := newRightsSite(t, world, now)
		last := s.settle(0)
		look := func(when string, found *int) {
			for _, id := range world.IDs() {
				for _, lang := range []string{"en", "ar"} {
					page := s.get("/" + lang + "/versions/" + string(id))
					*found += world.Earlier(page)
					if faults := world.BrokenPast(page); len(faults) > 0 {
						t.Errorf("world %d, versions of %s %s:\n%s", seed, id, when, strings.Join(faults[:min(5, len(faults))], "\n"))
					}
				}
			}
		}
		look("before", &earlier)
		if err := world.Finish(context.Background(), s.store); err != nil {
			t.Fatal(err)
		}
		s.settle(last)
		after := 0
		look("after", &after)
	}
	if earlier < 5 {
		t.Errorf("the pages showed %d earlier versions in all: the test proves little", earlier)
	}
}
