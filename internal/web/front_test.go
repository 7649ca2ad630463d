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

func TestPlaces(t *testing.T) {
	p := dateline.Place{Time: noon.Add(123456 * time.Microsecond), Item: "abc"}
	r := mustRequest(t, "/en/latest?before="+placeText(p))
	got, err := placeOf(r)
	if err != nil || !got.Time.Equal(p.Time) || got.Item != p.Item {
		t.Errorf("%v, %v", got, err)
	}
}
