package intake

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"dateline"
)

const other = "Grain prices rose in the inland markets for the third week, traders told reporters, as the dry spring cut the yields of wheat and barley on both banks."

// another is a page of other news.
func another() string {
	return strings.ReplaceAll(page("Grain dearer again", strings.Repeat(other+" ", 8), "x"), long("port"), other)
}

// TestLookFindsOtherNews: an address that leads to other news now, as sites send
// readers of what they took down to their front page or the latest story, tells
// nothing of the item but that its page is not there.
func TestLookFindsOtherNews(t *testing.T) {
	front := `<!DOCTYPE html><html lang="en"><head><title>Harbour Wire</title></head><body><main>` +
		strings.Repeat(`<section><h2><a href="/2">Grain dearer again</a></h2><p>`+other+`</p></section>`, 6) + `</main></body></html>`
	for name, body := range map[string]string{"other news": another(), "the front page": front} {
		b := newLookBench(t)
		b.web.put("/2", body)
		b.web.handle("/1", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/2", http.StatusFound) })
		b.later(time.Hour)
		b.has("to "+name+", once", 1, 2)
		b.later(10 * time.Minute)
		b.has("to "+name+", twice", 1, 3, dateline.EditMissing)
		b.web.put("/1", page("Port shut", opening, "one"))
		b.later(24 * time.Hour)
		b.has("from "+name+" back", 1, 4, dateline.EditMissing, dateline.EditRestored)
	}
}

// TestLookIsLedToTheFront: a front page tells of the item among fifty others, and the
// item's own page is away.
func TestLookIsLedToTheFront(t *testing.T) {
	front := page("Port shut", opening, "one") + strings.Repeat("<h2>Port shut</h2><p>"+opening+"</p>", 3)
	for path, away := range map[string]bool{"/": true, "": true, "/en/": true, "/en/port": false, "/?p=1": false} {
		b := newLookBench(t, func(s *dateline.Source) { s.Site = strings.TrimSuffix(s.Feed, "/feed") + "/en" })
		b.web.put("/", front)
		b.web.put("/en/", front)
		b.web.put("/en/port", front)
		b.web.handle("/1", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", b.web.URL+path) // http.Redirect would add the slash
			w.WriteHeader(http.StatusFound)
		})
		b.later(time.Hour)
		b.later(10 * time.Minute)
		if got := b.edits(); (len(got) == 1 && got[0] == dateline.EditMissing) != away {
			t.Errorf("to %q: %v", path, got)
		}
	}
}

// TestLookIsLedToAnotherHost: what stands there may be a wall of some kind, and the
// page is looked for again later.
func TestLookIsLedToAnotherHost(t *testing.T) {
	b := newLookBench(t)
	wall := newWeb(t)
	wall.put("/wall", another())
	at := strings.Replace(wall.URL, "127.0.0.1", "localhost", 1) + "/wall"
	b.web.handle("/1", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, at, http.StatusFound) })
	b.later(time.Hour)
	b.later(time.Hour)
	b.has("on another host", 1, 3)
	if wall.count("/wall") != 2 {
		t.Errorf("it was asked for %d times there", wall.count("/wall"))
	}
}

// TestLookFollows: an item whose page has moved with its words, or under another
// headline, is there; and a page that changes where it stands is a version, for
// some addresses carry other news every day.
func TestLookFollows(t *testing.T) {
	for name, c := range map[string]struct {
		moved   bool
		body    string
		version int
	}{
		"moved as it was":        {true, page("Port shut", opening, "one"), 1},
		"moved with another one": {true, page("Ships wait", opening, "one"), 2},
		"moved and told anew":    {true, page("Port shut until Monday", strings.Repeat(other+" ", 8), "one"), 2},
		"other news in place":    {false, another(), 2},
	} {
		b := newLookBench(t)
		if b.web.put("/1", c.body); c.moved {
			b.web.put("/2", c.body)
			b.web.handle("/1", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/2", http.StatusMovedPermanently) })
		}
		b.later(time.Hour)
		b.has(name, c.version, 2)
	}
}

// TestPageOfOtherNews: an entry whose address leads to other news from the first is
// kept as the feed has it.
func TestPageOfOtherNews(t *testing.T) {
	b := newBench(t)
	b.web.put("/2", another())
	b.web.handle("/1", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/2", http.StatusFound) })
	b.web.put("/3", page("Port shut again, say pilots", opening, "one"))
	b.web.handle("/go", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/3", http.StatusFound) })
	b.web.put("/خبر", another()) // an address that goes over the wire in other letters
	b.web.put("/feed", rss([4]string{"Video", "4", "{}/خبر", "Watch what our reporter saw there last night."}, [4]string{"Pilots walk out", "1", "{}/1", "Twelve ships wait outside the harbour."},
		[4]string{"Harbour closed", "3", "{}/go", "Twelve ships wait."}))
	b.add("harbour", "/feed")
	if r := b.poll(); r.Kept != 3 || len(r.Warned) != 1 || !strings.Contains(r.Warned[0].Warning, "1 of its pages could not be read: the page is no article but an error: its address leads to other news, at "+b.web.URL+"/2") {
		t.Errorf("%+v", r)
	}
	if it := b.item("harbour", "1"); strings.Contains(it.Text(), "Grain") || it.URL != b.web.URL+"/1" || !it.Summary {
		t.Errorf("it says %q, at %s", it.Text(), it.URL)
	}
	if it := b.item("harbour", "4"); !strings.Contains(it.Text(), "Grain") {
		t.Errorf("at its own address: %q", it.Text())
	}
	if it := b.item("harbour", "3"); !strings.Contains(it.Text(), "twelve ships wait outside the port") {
		t.Errorf("behind a link that is counted: %q", it.Text())
	}
}

// TestTells in both languages: inflections count, function words do not.
func TestTells(t *testing.T) {
	arabic := dateline.Item{Language: "ar", Headline: "إغلاق الميناء الشرقي", Body: []dateline.Block{{Text: "أغلقت سلطات الميناء الشرقي مرفأها أمام السفن يوم الأحد بسبب إضراب المرشدين البحريين."}}}
	english := dateline.Item{Language: "en", Headline: "Pilots walk out", Body: []dateline.Block{{Text: "Twelve ships are waiting outside the eastern port, where the pilots have been on strike since Sunday."}}}
	text := func(language, text string) *dateline.Item {
		return &dateline.Item{Language: language, Body: []dateline.Block{{Text: text}}}
	}
	for _, c := range []struct {
		name string
		page *dateline.Item
		item *dateline.Item
		want bool
	}{
		{"told anew", text("ar", "قال مرشدون بحريون إن إضرابهم يستمر، ومرفأ السفن الشرقي مغلق منذ الأحد."), &arabic, true},
		{"other news", text("ar", "ارتفعت أسعار القمح في الأسواق الداخلية للأسبوع الثالث على التوالي بسبب الجفاف."), &arabic, false},
		{"told anew", text("en", "The strike of the port's pilots goes on and no ship has left."), &english, true},
		{"other news in the same small words", text("en", "They have been in the house where, since the rise, nobody stood and some are out on their own."), &english, false},
		{"too little to tell", text("en", other), &dateline.Item{Language: "en", Headline: "Flash: quake"}, true},
		{"nothing", text("en", ""), &english, false},
		{"another language", text("ar", "قال مرشدون بحريون إن إضرابهم يستمر، ومرفأ السفن الشرقي مغلق منذ الأحد."), &english, true},
		{"another country's", text("en-GB", other), &english, false},
	} {
		if got := tells(c.page, c.item); got != c.want {
			t.Errorf("%s, %s: %v", c.item.Language, c.name, got)
		}
	}
}
