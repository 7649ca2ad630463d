package web

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/wire"
	"dateline/internal/wire/saidtest"
)

// The text of "talks" stands in four other sources: "carried" has it whole,
// "mended" with additions, "part" in part, "told" in other words, and "aged" two
// weeks later. All of them tell one story with "aside", which has its own text.
func relatedItems() []dateline.Item {
	late := func(guid string, ago int) dateline.Item {
		return sample(dateline.SourceID(strings.Split(guid, "-")[0]), guid, "en", ago, "Dam talks as "+guid+" has them", "Talks resumed.")
	}
	old := sample("sahlan", "sahlan-origin", "en", 16*24*60, "River gauge agreed", "A gauge.")
	return []dateline.Item{
		late("delta-carried", 300), late("sahlan-part", 280), late("own-told", 200), late("gazette-copy", 190),
		sample("delta", "aside", "en", 100, "Upstream ministry calls a briefing", "The ministry."),
		old, late("delta-aged", 2*24*60),
	}
}

func relatedID(guid string) dateline.ItemID {
	return dateline.NewItemID(dateline.SourceID(strings.Split(guid, "-")[0]), guid)
}

// newRelatedWorld is a world with families, a story and a guessed translation.
func newRelatedWorld(t testing.TB) *world {
	t.Helper()
	w := newWorld(t)
	w.file(nil, relatedItems())
	talks := idOf("talks")
	w.family(talks, map[dateline.ItemID]dateline.MatchKind{
		relatedID("delta-carried"): dateline.MatchDuplicate, relatedID("sahlan-part"): dateline.MatchExcerpt,
		relatedID("own-told"): dateline.MatchRewrite, relatedID("gazette-copy"): dateline.MatchDuplicate,
	})
	w.family(relatedID("sahlan-origin"), map[dateline.ItemID]dateline.MatchKind{relatedID("delta-aged"): dateline.MatchDuplicate})
	w.tell("dam", talks, idOf("talks-ar"), dateline.NewItemID("delta", "aside"), relatedID("delta-carried"),
		relatedID("sahlan-part"), relatedID("own-told"), relatedID("gazette-copy"))
	w.matched(dateline.Match{Item: relatedID("sahlan-origin"), Of: arabicSample(), Kind: dateline.MatchTranslation, By: dateline.ByGuess})
	return w
}

// arabicSample is an Arabic item that is no counterpart of anything.
func arabicSample() dateline.ItemID {
	for _, item := range arabicItems() {
		if len(item.Translations) == 0 && item.GUID != "talks-ar" {
			return item.ID
		}
	}
	return ""
}

// family makes items of one text, all from the first.
func (w *world) family(first dateline.ItemID, of map[dateline.ItemID]dateline.MatchKind) {
	w.t.Helper()
	f := dateline.Family{ID: first, Members: []dateline.ItemID{first}}
	for _, item := range relatedItems() { // in a fixed order
		if kind, ok := of[item.ID]; ok {
			f.Members = append(f.Members, item.ID)
			w.matched(dateline.Match{Item: item.ID, Of: first, Kind: kind, OfShare: 0.5, By: dateline.ByWords})
		}
	}
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		if err := tx.PutFamilies(ctx, f); err != nil {
			return err
		}
		return tx.Append(ctx, dateline.Entry{Time: noon, Kind: dateline.EntryMatched, Item: first})
	})
	w.step()
}

func (w *world) matched(m dateline.Match) {
	w.t.Helper()
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		return tx.PutMatches(ctx, []dateline.ItemID{m.Item}, []dateline.Match{m})
	})
}

// tell puts items into a story, and says so in the log.
func (w *world) tell(story dateline.StoryID, ids ...dateline.ItemID) {
	w.t.Helper()
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		items, err := tx.Heads(ctx, ids)
		if err != nil {
			return err
		}
		of, err := tx.MatchesOf(ctx, ids)
		if err != nil {
			return err
		}
		var told []dateline.Told
		for i := range items {
			item := &items[i]
			rows := of[item.ID]
			told = append(told, dateline.Told{
				Item: item.ID, Story: story, When: item.When(), Language: item.Language, Source: item.Source,
				Copy: len(rows) > 0 && rows[0].Kind == dateline.MatchDuplicate,
			})
		}
		if err := tx.Tell(ctx, told); err != nil {
			return err
		}
		return tx.Append(ctx, dateline.Entry{Time: noon, Kind: dateline.EntryStory, Item: ids[0]})
	})
	w.step()
}

// at is the page of an item, wherever it stands.
func (w *world) at(edition string, id dateline.ItemID) string {
	w.t.Helper()
	path := "/" + edition + "/item/" + string(id)
	if to := w.get(path).Header().Get("Location"); to != "" {
		path = to
	}
	return path
}

func TestItemBesideOthers(t *testing.T) {
	w := newRelatedWorld(t)
	first := w.page(w.path("en", "talks"))
	wellFormed(t, first)
	contains(t, first, "This is the earliest known item with this text", "2 copies", "1 excerpt", "1 rewrite",
		`<li class="here">`, "copy, about half", "rewritten</span>", `<svg class="way"`, `class="earliest here" cx="9.0"`,
		"On a line of time from", "From the story", "7 items from 6 sources", `href="/en/story/dam"`)
	lacks(t, first, "rewritten, about", "Published 2 days")

	carried := w.page(w.at("en", relatedID("delta-carried")))
	contains(t, carried, `<p class="known"><span>Earliest known: <a href="`+w.path("en", "talks")+`"><b><bdi>Nahr News Agency</bdi></b></a> <time datetime="2026-11-22T09:12:00Z">09:12`,
		"first seen here <time", `class="copy here"`)
	aside := w.page(w.at("en", dateline.NewItemID("delta", "aside")))
	contains(t, aside, "From the story")
	lacks(t, aside, "Earliest known:", `<svg class="way"`)
	alone := w.page(w.path("en", "olives"))
	lacks(t, alone, "Earliest known", "From the story", `id="text"`)

	ar := w.page(w.at("ar", relatedID("delta-carried")))
	contains(t, ar, "أقدم نشر معروف: <a", "نسختان", "مقتطف واحد", "صياغة أخرى واحدة", `cx="311.0"`, "ضمن القصة", "7 أخبار من 6 مصادر")
}

// What came days after the earliest known item says so, with its age.
func TestLateRepublication(t *testing.T) {
	w := newRelatedWorld(t)
	page := w.page(w.at("en", relatedID("delta-aged")))
	contains(t, page, `<p class="late">Published <bdi>14 days after</bdi> the earliest known item.</p>`)
	contains(t, w.page(w.at("ar", relatedID("delta-aged"))), "نُشر <bdi>بعد 14 يومًا من</bdi> أقدم نشر معروف")
	lacks(t, w.page(w.at("en", relatedID("sahlan-origin"))), `class="late"`)
}

func TestGuessedTranslationIsMarked(t *testing.T) {
	w := newRelatedWorld(t)
	page := w.page(w.at("en", relatedID("sahlan-origin")))
	contains(t, page, "In other languages", "by guess: names and numbers agree", "Arabic")
	lacks(t, page, "Not yet in Arabic")
	if strings.Contains(page, `hreflang="ar" href="https`) {
		t.Error("search engines are told of a guess as a counterpart")
	}
	// the explicit link wins and is not repeated
	lacks(t, w.page(w.path("en", "talks")), "by guess")
}

func TestCorrectionReachesCopies(t *testing.T) {
	w := newRelatedWorld(t)
	carried, told := w.at("en", relatedID("delta-carried")), w.at("en", relatedID("own-told"))
	arabic := w.at("ar", relatedID("delta-carried"))
	for _, path := range []string{carried, told, arabic} {
		lacks(t, w.page(path), "Correction by")
	}
	w.decide(dateline.Decision{Item: idOf("talks"), Kind: dateline.Correct, By: "hala", Time: noon, Notice: "The round is on 3 December."})
	contains(t, w.page(carried), "Correction by <bdi>Nahr News Agency</bdi>, the source of this text", "The round is on 3 December.",
		`href="`+w.path("en", "talks")+`"`)
	contains(t, w.page(arabic), "تصحيح من <bdi>وكالة نهر للأنباء</bdi>، مصدر هذا النص", "The round is on 3 December.")
	lacks(t, w.page(told), "The round is on 3 December.") // a rewrite may never have had it
}

func TestStoryPage(t *testing.T) {
	w := newRelatedWorld(t)
	page := w.page("/en/story/dam")
	wellFormed(t, page)
	contains(t, page, `<html lang="en" dir="ltr"`, "7 items from 6 sources", "since \u2068Sun 22 Nov 2026, 09:12",
		`<p class="kicker" dir="ltr"><span class="new">Newest</span>`, "Upstream ministry calls a briefing", "4 more with this text", `<details class="folded">`,
		`href="/en/story/dam/feed.rss"`, `hreflang="ar" href="https://marsa.example/ar/story/dam"`, `<h2 class="rule">Sources</h2>`, "Arabic, English")
	if n := strings.Count(page, `class="line`); n != 3 {
		t.Errorf("%d texts stand on the page, want 3: copies are folded", n)
	}
	var ld map[string]any
	found := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`).FindStringSubmatch(page)
	if found == nil || json.Unmarshal([]byte(found[1]), &ld) != nil || fmt.Sprint(ld["mainEntity"].(map[string]any)["numberOfItems"]) != "7" {
		t.Errorf("JSON-LD: %v", found)
	}
	ar := w.page("/ar/story/dam")
	contains(t, ar, `<html lang="ar" dir="rtl"`, "استئناف محادثات السد", "7 أخبار من 6 مصادر", "4 أخبار أخرى بهذا النص", "الأحدث</span>")
}

func TestStoryAddresses(t *testing.T) {
	w := newRelatedWorld(t)
	w.tell("other", idOf("olives"), idOf("rate"))
	only := w.page("/ar/story/other") // no headline in Arabic: the other one, marked
	contains(t, only, `lang="en" dir="ltr"`, "باللغة \u2068الإنجليزية\u2069")
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		if err := tx.MergeStory(ctx, "other", "dam"); err != nil {
			return err
		}
		return tx.Append(ctx, dateline.Entry{Time: noon, Kind: dateline.EntryStory, Item: idOf("olives")})
	})
	w.step()
	if rec := w.get("/en/story/other"); rec.Code != 301 || rec.Header().Get("Location") != "/en/story/dam" {
		t.Errorf("a merged story: %d to %q", rec.Code, rec.Header().Get("Location"))
	}
	if rec := w.get("/en/story/none"); rec.Code != 404 {
		t.Errorf("an unknown story: %d", rec.Code)
	}
	contains(t, w.page("/en/story/dam"), "9 items", "Olive harvest")
}

// A kill, a release and a new copy change the pages of the others that have the
// text, and of the story, although nothing happened to these.
func TestPagesOfOthersChange(t *testing.T) {
	w := newRelatedWorld(t)
	talks, told := w.path("en", "talks"), w.at("en", relatedID("own-told"))
	contains(t, w.page(talks), "2 copies")
	contains(t, w.page("/en/story/dam"), "7 items")
	contains(t, w.page("/en/"), "2 copies")
	w.page(told)
	w.decide(dateline.Decision{Item: relatedID("delta-carried"), Kind: dateline.Hold, By: "hala", Time: noon})
	contains(t, w.page(talks), "1 copy")
	contains(t, w.page(told), "1 copy")
	contains(t, w.page("/en/story/dam"), "6 items")
	lacks(t, w.page("/en/story/dam"), "Delta Monitor</bdi></a> <span>copy")
	w.decide(dateline.Decision{Item: relatedID("delta-carried"), Kind: dateline.Release, By: "hala", Time: noon})
	for path, want := range map[string]string{talks: "2 copies", told: "2 copies", "/en/": "2 copies", "/en/story/dam": "7 items"} {
		contains(t, w.page(path), want)
	}
	w.decide(dateline.Decision{Item: idOf("talks"), Kind: dateline.Kill, By: "hala", Time: noon, Reason: "wrong"})
	page := w.page(told)
	lacks(t, page, "Nahr News Agency", "3 copies")
	contains(t, page, "Earliest known: <a", "Delta Monitor")
}

func TestFrontShowsStoriesOnce(t *testing.T) {
	w := newRelatedWorld(t)
	page := w.page("/en/")
	lead := page[strings.Index(page, `<section class="lead">`):strings.Index(page, `<section class="file"`)]
	if n := strings.Count(lead, "Dam talks"); n != 1 {
		t.Errorf("the story stands %d times in the middle", n)
	}
	contains(t, lead, "Earliest known: <a", "2 copies", `<a class="link" href="/en/story/dam">7 items from 6 sources</a>`)
	contains(t, page[strings.Index(page, `<section class="file"`):], `<span class="carried">copy</span>`)
	contains(t, w.page("/en/latest"), `<span class="carried">copy of <bdi>Nahr News Agency</bdi></span>`)
	contains(t, w.page("/ar/"), "7 أخبار من 6 مصادر")
	// an item without a story is whole
	contains(t, lead, "Olive harvest", `<b><bdi>Delta Monitor</bdi></b>`)
}

func TestSourceRecord(t *testing.T) {
	w := newRelatedWorld(t)
	contains(t, w.page("/en/source/nahr"), "Too little of it stands elsewhere to compare.")
	var items []dateline.Item
	for i := range 6 {
		items = append(items,
			sample("nahr", fmt.Sprint("nahr-r", i), "en", 600+i, fmt.Sprint("Report ", i), "x"),
			sample("minbar", fmt.Sprint("minbar-r", i), "en", 480+i, fmt.Sprint("Report again ", i), "x"))
	}
	w.file(nil, items)
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		for i := 0; i < len(items); i += 2 {
			a, b := items[i].ID, items[i+1].ID
			if err := tx.PutFamilies(ctx, dateline.Family{ID: a, Members: []dateline.ItemID{a, b}}); err != nil {
				return err
			}
			if err := tx.Append(ctx, dateline.Entry{Time: noon, Kind: dateline.EntryMatched, Item: a, Source: "nahr"}); err != nil {
				return err
			}
		}
		return nil
	})
	w.step()
	contains(t, w.page("/en/source/nahr"), "Earliest known of texts that others carry", "\u20687\u2069 of \u2068")
	minbar := w.page("/en/source/minbar")
	contains(t, minbar, "Copies of others", "\u20686\u2069 of \u2068", "usually \u20682 hours after\u2069 the earliest known item")
	contains(t, w.page("/ar/source/minbar"), "عادةً \u2068بعد ساعتين من\u2069 أقدم نشر معروف")
}

// TestBrought says of a story whether its newest item brings a text of its own.
func TestBrought(t *testing.T) {
	for kind, want := range map[dateline.MatchKind][2]bool{
		"": {true, false}, dateline.MatchDuplicate: {false, true}, dateline.MatchExcerpt: {false, true},
		dateline.MatchUpdate: {false, false}, dateline.MatchRewrite: {false, false},
	} {
		story := wire.Story{Views: []wire.View{{ID: "new"}, {ID: "old"}}}
		if kind != "" {
			story.Families = []wire.Family{{Members: []wire.Member{{View: wire.View{ID: "old"}}, {View: wire.View{ID: "new"}, Kind: kind}}}}
		}
		if text, copied := brought(&story); text != want[0] || copied != want[1] {
			t.Errorf("%q: a text %v, a copy %v", kind, text, copied)
		}
	}
}

// TestLatenessOfTheUndated: what gives no time may have lain at its source for as long.
func TestLatenessOfTheUndated(t *testing.T) {
	first := wire.View{When: noon.AddDate(0, 0, -9)}
	dated := wire.View{When: noon, Published: dateline.Stamp{Time: noon, Zone: "Z", Precision: dateline.ToSecond}}
	undated := wire.View{When: noon}
	if late := lateness(&first, &dated); late < 8*24*time.Hour {
		t.Errorf("nine days late is %v", late)
	}
	if late := lateness(&first, &undated); late != 0 {
		t.Errorf("what gives no time is %v late", late)
	}
}

// TestRecordSaysNothingOfFew: how late copies are is told of five of them or more, and
// nothing at all of a source of which hardly anything stands elsewhere.
func TestRecordSaysNothingOfFew(t *testing.T) {
	e := emptyWorld(t).site.editions[0]
	for _, c := range []struct {
		earliest, copies, edited int
		want                     string
	}{
		{2, 2, 9, ""},
		{3, 2, 0, "earliest copy"}, {5, 0, 2, "earliest copy edited"}, {0, 5, 0, "earliest copy late"}, {1, 4, 0, "earliest copy"},
	} {
		facts := e.record(&wire.Record{Items: 50, Earliest: c.earliest, Copies: c.copies, Edited: c.edited, Late: time.Hour})
		w, got := e.words.Match, []string{}
		for _, f := range facts {
			got = append(got, map[string]string{w.WasEarliest: "earliest", w.WasCopy: "copy", w.WasLate: "late", w.WasEdited: "edited"}[f.Label])
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

// A text that many carry shows the first of them; the others are folded away.
func TestManyCarriers(t *testing.T) {
	w := newWorld(t)
	first := idOf("talks")
	f := dateline.Family{ID: first, Members: []dateline.ItemID{first}}
	var items []dateline.Item
	for i := range 20 {
		item := sample("delta", fmt.Sprint("many", i), "en", 200-i, fmt.Sprint("Dam talks ", i), "Talks.")
		items, f.Members = append(items, item), append(f.Members, item.ID)
	}
	w.file(nil, items)
	for _, item := range items {
		w.matched(dateline.Match{Item: item.ID, Of: first, Kind: dateline.MatchDuplicate, OfShare: 1})
	}
	w.update(func(ctx context.Context, tx dateline.Tx) error { return tx.PutFamilies(ctx, f) })
	page := w.page(w.path("en", "talks"))
	wellFormed(t, page)
	contains(t, page, "20 copies", "13 more with this text")
	open := page[strings.Index(page, `<ol class="carriers">`):strings.Index(page, `<details class="folded">`)]
	if n := strings.Count(open, "<li"); n != textRows {
		t.Errorf("%d rows stand open", n)
	}
	if n := strings.Count(page, `cy="12"`); n != 21 {
		t.Errorf("%d dots for 21 items", n)
	}
}

// TestOneMoreCarrierIsNotFolded: a line that says there is one more is as long as it.
func TestOneMoreCarrierIsNotFolded(t *testing.T) {
	w := emptyWorld(t)
	for members, folded := range map[int]int{textRows: 0, textRows + 1: 0, textRows + 2: 2} {
		var f wire.Family
		for i := range members {
			m := wire.Member{View: wire.View{ID: dateline.ItemID(fmt.Sprint(i)), When: noon, Headline: "Talks"}}
			if i > 0 {
				m.Kind = dateline.MatchDuplicate
			}
			f.Members = append(f.Members, m)
		}
		part := w.site.text(w.site.editions[0], &f.Members[0].View, f)
		if len(part.More) != folded || len(part.Rows)+len(part.More) != members {
			t.Errorf("of %d, %d stand open and %d are folded, want %d", members, len(part.Rows), len(part.More), folded)
		}
	}
}

func TestTimeline(t *testing.T) {
	w := emptyWorld(t)
	en, ar := w.site.editions[0], w.site.editions[1]
	at := func(minutes ...int) (came []arrival) {
		for _, m := range minutes {
			came = append(came, arrival{noon.Add(time.Duration(m) * time.Minute), "copy"})
		}
		return came
	}
	xs := func(e *edition, came []arrival) string {
		var out []string
		for _, d := range newTimeline(e, came, noon, "2 copies").Dots {
			out = append(out, d.X)
		}
		return strings.Join(out, " ")
	}
	for _, test := range []struct {
		name   string
		e      *edition
		came   []arrival
		wanted string
	}{
		{"by the clock", en, at(0, 30, 60), "9.0 160.0 311.0"},
		{"mirrored", ar, at(0, 30, 60), "311.0 160.0 9.0"},
		{"too near to tell apart", en, at(0, 1, 60), "9.0 19.0 311.0"},
		{"near the end", en, at(0, 60, 60), "9.0 301.0 311.0"},
		{"a day by the clock", en, at(0, 60, 24*60), "9.0 21.6 311.0"},
		{"a week by its logarithm", en, at(0, 60, 7*24*60), "9.0 143.7 311.0"},
		{"all at once", en, at(0, 0), "9.0 19.0"},
		{"earlier than the earliest known", en, at(10, 0, 20), "9.0 19.0 311.0"},
	} {
		if got := xs(test.e, test.came); got != test.wanted {
			t.Errorf("%s: %s, want %s", test.name, got, test.wanted)
		}
	}
	if newTimeline(en, at(0), noon, "") != nil {
		t.Error("one item is no line")
	}
	many := newTimeline(en, at(make([]int, 90)...), noon, "89 copies")
	if n := len(many.Dots); n != lineDots {
		t.Errorf("%d dots of 90", n)
	}
	for _, d := range many.Dots {
		if strings.HasPrefix(d.X, "-") || len(d.X) > 5 {
			t.Errorf("a dot at %s", d.X)
		}
	}
}

// A source of which nothing may go out any more leaves the pages that it shares
// with others, too: of a person, a story, an item with the same text.
func TestSourceLeavesPagesOfOthers(t *testing.T) {
	w := newRelatedWorld(t)
	w.says(
		saidtest.Line{GUID: "p1", Source: "delta", Person: salma, Name: "Salma Nawfal", Sentence: gates, At: noon.Add(-50 * time.Hour)},
		saidtest.Line{GUID: "p2", Source: "sahlan", Person: salma, Name: "Salma Nawfal", Sentence: again, At: noon.Add(-49 * time.Hour)},
	)
	pages := map[string]string{
		"/en/person/" + string(salma): "and left.", "/en/story/dam": "Dam talks as sahlan-part", w.path("en", "talks"): "Sahlan Wire",
		w.at("en", relatedID("own-told")): "Sahlan Wire",
	}
	for path, words := range pages {
		contains(t, w.page(path), words)
	}
	w.usageOf("sahlan", dateline.UsageDesk)
	for path, words := range pages {
		lacks(t, w.page(path), words)
	}
	w.usageOf("sahlan", dateline.UsageExcerpt)
	for path, words := range pages {
		contains(t, w.page(path), words)
	}
	// How a source is read says nothing of what may go out of it.
	kept := w.get("/en/story/dam").Header().Get("Etag")
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		return tx.Append(ctx, dateline.Entry{Time: noon, Kind: dateline.EntrySource, Source: "sahlan", Note: dateline.NoteDrifted})
	})
	w.step()
	if w.site.pages.Get("/en/story/dam") == nil || w.get("/en/story/dam").Header().Get("Etag") != kept {
		t.Error("drift dropped the page of a story")
	}
}
