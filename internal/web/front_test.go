package web

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/wire"
)

func v(id string, source dateline.SourceID, ago int, urgency dateline.Urgency) wire.View {
	return wire.View{
		ID: dateline.ItemID(id), Source: wire.Source{ID: source}, Urgency: urgency,
		When: noon.Add(-time.Duration(ago) * time.Minute), Excerpt: "words", Headline: "Headline " + id,
	}
}

func ids(views []wire.View) (out string) {
	for i := range views {
		out += string(views[i].ID)
	}
	return out
}

func TestChoose(t *testing.T) {
	mute := v("m", "x", 0, 0)
	mute.Excerpt = ""
	flash := v("f", "y", 9, 1)
	flash.Excerpt = ""
	same := v("s", "z", 5, 0)
	same.Headline = "Headline a"
	for _, test := range []struct {
		name  string
		views []wire.View
		n     int
		want  string
	}{
		{"newest first", []wire.View{v("a", "x", 1, 0), v("b", "y", 2, 0)}, 5, "ab"},
		{"urgent before newer", []wire.View{v("a", "x", 1, 0), v("b", "y", 200, 2)}, 5, "ba"},
		{"urgency ends after a day", []wire.View{v("a", "x", 1, 0), v("b", "y", 1500, 2)}, 5, "ab"},
		{"a flash needs none", []wire.View{v("a", "x", 1, 2), flash}, 5, "fa"},
		{"words before none", []wire.View{mute, v("a", "x", 9, 0)}, 5, "am"},
		{"no more than a third of one source",
			[]wire.View{v("a", "x", 1, 0), v("b", "x", 2, 0), v("c", "x", 3, 0), v("d", "y", 4, 0)}, 3, "adb"},
		{"a headline once", []wire.View{v("a", "x", 1, 0), same, v("b", "y", 9, 0)}, 5, "ab"},
		{"one source alone fills the page", []wire.View{v("a", "x", 1, 0), v("b", "x", 2, 0)}, 5, "ab"},
	} {
		if got := ids(choose(test.views, nil, test.n)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestFlashOf(t *testing.T) {
	old := []wire.View{v("a", "x", 0, 0), v("f", "x", 13*60, 1)}
	if flashOf(old) != nil {
		t.Error("a flash of yesterday still stands")
	}
	if f := flashOf([]wire.View{v("a", "x", 0, 0), v("f", "x", 60, 1)}); f == nil || f.ID != "f" {
		t.Error("the flash is missing")
	}
	if flashOf(nil) != nil {
		t.Error("a flash out of nothing")
	}
}

// A time on the front page without a day is one of the day that stands over it,
// in both editions' lists and among the notices.
func TestFrontStatesEachDay(t *testing.T) {
	w := emptyWorld(t)
	corrected := sample("delta", "kites", "en", 1500, "Kites over Marj Ayn", "Kites flew on Saturday.")
	w.file(sampleSources(), []dateline.Item{
		sample("nahr", "rain", "en", 5, "Rain at last", "It rained on Sunday."), corrected,
		sample("minbar", "kites-ar", "ar", 1490, "طائرات ورقية فوق مرج عين", "حلّقت الطائرات الورقية يوم السبت."),
	})
	w.decide(dateline.Decision{Item: corrected.ID, Kind: dateline.Correct, By: "hala", Time: noon.Add(-24 * time.Hour), Notice: "Nine kites, not ten."})
	contains(t, w.page("/en/"),
		`<p class="day"><span>Sunday 22 November 2026 · GMT</span> <span>1 item</span></p>`,
		`<p class="day"><span>Saturday 21 November 2026 · GMT</span></p>`,
		"<p class=\"day\">السبت 21 تشرين الثاني/نوفمبر 2026 · ت\u00a0غ</p>", "13:42",
		`<b>Correction</b> <time datetime="2026-11-21T14:32:00Z">21 Nov, 14:32</time>`)
	contains(t, w.page("/ar/"), `<p class="day">Sunday 22 November 2026 · GMT</p>`, `<p class="day">Saturday 21 November 2026 · GMT</p>`)
}

// onFront are the ids on the front page: the flash's, those of the middle and
// those of the file.
func (w *world) onFront(lang string) (flash string, middle, file []string) {
	w.t.Helper()
	page := w.page("/" + lang + "/")
	if m := regexp.MustCompile(`id="flash"[^>]*><a class="wide" href="/\w+/item/(\w{13})`).FindStringSubmatch(page); m != nil {
		flash = m[1]
	}
	page, _, _ = strings.Cut(page, `<aside class="side">`) // the other edition's stand beside
	lead, list, _ := strings.Cut(page, `<section class="file"`)
	find := func(text string) (ids []string) {
		for _, m := range regexp.MustCompile(`data-item="(\w+)"`).FindAllStringSubmatch(text, -1) {
			ids = append(ids, m[1])
		}
		return ids
	}
	return flash, find(lead), find(list)
}

// TestFrontPlaces: the file has all by the minute; the middle has each item once, and
// not what the strip has: a flash with text stood in strip, lead and file at once.
func TestFrontPlaces(t *testing.T) {
	for _, n := range []int{1, 2, 3, 10, 12, 13, 40} {
		for _, flashed := range []bool{false, true} {
			w := emptyWorld(t)
			var items []dateline.Item
			for i := range n {
				items = append(items, sample([]dateline.SourceID{"nahr", "delta", "minbar"}[i%3], fmt.Sprint("n", i), "en", i, fmt.Sprint("Headline of number ", i), "Some text of its own."))
			}
			if flashed {
				items[n/2].Urgency = dateline.Flash
			}
			w.file(sampleSources(), items)
			flash, middle, file := w.onFront("en")
			if want := flashed && n > 1; (flash == string(items[n/2].ID)) != want {
				t.Errorf("%d items, a flash among them %v: in the strip stands %q", n, flashed, flash)
			}
			slices.SortFunc(items, func(a, b dateline.Item) int { return b.When().Compare(a.When()) })
			var newest []string
			for i := range min(n, frontFile) {
				newest = append(newest, string(items[i].ID))
			}
			if !slices.Equal(file, newest) {
				t.Errorf("%d items, a flash among them %v: the file has %v, want the newest, %v", n, flashed, file, newest)
			}
			slices.Sort(middle)
			if len(middle) == 0 || len(slices.Compact(slices.Clone(middle))) != len(middle) || flash != "" && slices.Contains(middle, flash) {
				t.Errorf("%d items, a flash among them %v: %q in the strip, %v in the middle", n, flashed, flash, middle)
			}
		}
	}
}

// TestWelcome: a wire without an item says what to do, and nothing of itself.
func TestWelcome(t *testing.T) {
	w := emptyWorld(t)
	for lang, want := range map[string][]string{
		"en": {"Nothing has been filed yet.", "If you run this wire", "Add a source", "link that works once"},
		"ar": {"لم يُنشر شيء بعد.", "إن كنت تدير هذه الوكالة", "أضف مصدرًا"},
	} {
		page := w.page("/" + lang + "/")
		contains(t, page, append(want, `<code dir="ltr">dateline sources add https://example.org/</code>`, `dateline desk link`)...)
		lacks(t, page, "token=", ".dateline", "127.0.0.1")
	}
	w.file(sampleSources(), []dateline.Item{sample("nahr", "rain", "en", 5, "Rain at last", "It rained.")})
	lacks(t, w.page("/en/"), "dateline sources add")
	ar := w.page("/ar/") // what there is stands in the other edition
	lacks(t, ar, "dateline sources add")
	contains(t, ar, "لم يُنشر شيء بعد.", "Latest in English", "Rain at last")
}

// TestSourcesByName: a long list is looked through by name; a short one is not.
func TestSourcesByName(t *testing.T) {
	w := newWorld(t)
	lacks(t, w.page("/en/sources"), `name="name"`)
	w.update(func(ctx context.Context, tx dateline.Tx) (err error) {
		for i := range manySources {
			s := dateline.Source{ID: dateline.SourceID(fmt.Sprint("more", i)), Name: fmt.Sprint("أخبار الميناء ", i), Site: fmt.Sprintf("https://www.port%d.example/", i), Usage: dateline.UsageExcerpt}
			if i == 7 {
				s.Usage = dateline.UsageDesk
			}
			if err == nil {
				err = tx.PutSource(ctx, s, noon)
			}
		}
		return err
	})
	w.step()
	contains(t, w.page("/ar/sources"), `<form class="ask narrow" role="search" action="/ar/sources"`, "اسم المصدر أو موقعه")
	for name, want := range map[string]int{"اخبار الميناء": manySources - 1, "port3.example": 1, "NAHR": 2, "ميناء 7": 0, "ZZQX": 0} {
		page := w.page("/en/sources?name=" + strings.ReplaceAll(name, " ", "+"))
		if got := strings.Count(page, `class="name"`); got != want {
			t.Errorf("%q finds %d sources, want %d", name, got, want)
		}
		contains(t, page, `<meta name="robots" content="noindex">`, `<b>Marsa</b>`, `href="/en/sources">All sources</a>`, `href="/ar/sources?name=`)
		if want == 0 {
			contains(t, page, "No source is called so.")
		}
	}
}

// To a story whose items all have the text that is counted beside, the counts lead.
func TestTell(t *testing.T) {
	for _, test := range []struct {
		known *known
		items int
		leads bool
	}{{nil, 2, true}, {&known{Items: 3}, 3, false}, {&known{Items: 3}, 4, true}} {
		f := frontStory{Known: test.known}
		f.tell(&storyRef{Items: test.items, Href: "story"})
		if (f.Told != nil) != test.leads || !test.leads && f.Known.Href != "story" {
			t.Errorf("a story of %d items beside %+v: led to %v", test.items, test.known, f.Told != nil)
		}
	}
	var alone frontStory
	if alone.tell(nil); alone.Told != nil {
		t.Error("no story is led to")
	}
}

func TestPlaces(t *testing.T) {
	p := dateline.Place{Time: noon.Add(123456 * time.Microsecond), Item: "abc"}
	r := mustRequest(t, "/en/latest?before="+placeText(p))
	got, err := PlaceOf(r)
	if err != nil || !got.Time.Equal(p.Time) || got.Item != p.Item {
		t.Errorf("%v, %v", got, err)
	}
}

// TestUpdatesAreNoNotices files items whose copy calls itself an update, newer than
// any correction. They push none off the front, and make no day under which nothing
// stands.
func TestUpdatesAreNoNotices(t *testing.T) {
	w := newWorld(t)
	correction := "The rate was held at 6.25 per cent"
	contains(t, w.page("/en/"), correction)
	later := noon.AddDate(0, 0, 10)
	var items []dateline.Item
	for i := range 2 * frontNotices {
		guid := fmt.Sprintf("update-%d", i)
		items = append(items, dateline.Item{
			ID: dateline.NewItemID("nra", guid), Source: "nra", GUID: guid, Language: "en", Headline: "Ferry talks, part " + guid,
			PubStatus: dateline.Usable, Received: later, FirstSeen: later, Notices: []dateline.Notice{{Kind: dateline.Update, Text: "Adds details."}},
		})
	}
	w.file(nil, items)
	contains(t, w.page("/en/"), correction)
	contains(t, w.page("/en/notices"), correction)
	lacks(t, w.page("/en/notices"), "2 December 2026")
}

// TestCorrectedStaysCorrected follows a correction by an update, which takes nothing
// back: the item is still labelled, and machines are still told.
func TestCorrectedStaysCorrected(t *testing.T) {
	notice := func(kind dateline.DecisionKind, minute int) dateline.FiledNotice {
		return dateline.FiledNotice{Notice: dateline.Notice{Kind: kind, Text: string(kind)}, Time: noon.Add(time.Duration(minute) * time.Minute)}
	}
	for _, c := range []struct {
		name    string
		notices []dateline.FiledNotice
		want    bool
		last    time.Time
	}{
		{"none", nil, false, time.Time{}},
		{"an update", []dateline.FiledNotice{notice(dateline.Update, 1)}, false, time.Time{}},
		{"corrected", []dateline.FiledNotice{notice(dateline.Correct, 1)}, true, noon.Add(time.Minute)},
		{"and updated", []dateline.FiledNotice{notice(dateline.Correct, 1), notice(dateline.Update, 2)}, true, noon.Add(time.Minute)},
		{"and clarified", []dateline.FiledNotice{notice(dateline.Correct, 1), notice(dateline.Clarify, 2)}, false, noon.Add(2 * time.Minute)},
	} {
		view := wire.View{Notices: c.notices}
		if corrected(&view) != c.want || !lastNotice(&view).Equal(c.last) {
			t.Errorf("%s: corrected %v, last notice %v", c.name, corrected(&view), lastNotice(&view))
		}
	}
}
