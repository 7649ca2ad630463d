package web

import (
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
