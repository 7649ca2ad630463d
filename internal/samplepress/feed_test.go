package samplepress

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"dateline"
)

func TestCategories(t *testing.T) {
	tests := []struct {
		d    dispatch
		want string
	}{
		{dispatch{Section: "Region", Language: "en"}, "Region"},
		{dispatch{Section: "Region", Language: "en", Urgency: 1}, "Region, flash"},
		{dispatch{Section: "الإقليم", Language: "ar", Urgency: 1}, "الإقليم, flash"},
		{dispatch{Section: "Region", Language: "en", Urgency: 2}, "Region, urgent"},
		{dispatch{Section: "Region", Language: "en", Urgency: 3}, "Region"},
		{dispatch{Section: "Opinion", Language: "en", Genre: dateline.Opinion}, "Opinion"},
		{dispatch{Section: "Ideas", Language: "en", Genre: dateline.Analysis}, "Ideas, Analysis"},
		{dispatch{Section: "بيانات", Language: "ar", Genre: dateline.PressRelease}, "بيانات, بيان صحفي"},
		{dispatch{Section: "محليات", Language: "ar", Genre: dateline.Opinion, Urgency: 2}, "محليات, رأي, urgent"},
	}
	for _, tt := range tests {
		if got := strings.Join(tt.d.categories(), ", "); got != tt.want {
			t.Errorf("categories = %q, want %q", got, tt.want)
		}
	}
}

// entryOf finds an item in the feed of its source.
func (w *world) entryOf(key string) *gofeed.Item {
	w.t.Helper()
	source, slug, _ := strings.Cut(key, "/")
	items := w.feed(dateline.SourceID(source)).Items
	i := slices.IndexFunc(items, func(e *gofeed.Item) bool { return strings.HasSuffix(e.GUID, ":"+slug) })
	if i < 0 {
		w.t.Fatalf("%s is not in its feed", key)
	}
	return items[i]
}

// TestEntries looks at what each form of feed says of an entry.
func TestEntries(t *testing.T) {
	w := newWorld(t)
	w.at(time.Minute)
	tests := []struct{ key, published, updated, author, title, categories, says string }{
		{"barid-en/dam-talks", "2026-11-22T11:50:00+03:00", "2026-11-22T17:00:40+03:00", "Nura Sabri", "Water talks", "Region,urgent", "CORRECTION"},
		{"barid-ar/accord-flash", "2026-11-22T17:00:20+03:00", "2026-11-22T17:00:20+03:00", "", "عاجل:", "الإقليم,flash", "وافقت تبران"},
		{"courier/two-quiet-hours", "Sat, 21 Nov 2026 22:40:00 +0300", "", "Lara Dabbas", "Two quiet", "Region", "CORRECTION"},
		{"tsna/mahattat-shamsiya", "", "", "", "افتتاح", "اقتصاد", "١٠ جمادى"},
		{"tsna/laylat-shuhub", "Thu, 31 Dec 2099 23:59:00 +0000", "", "", "مرصد", "ثقافة", "الفلك"},
		{"fanar/ashjar-kharrub", "Sat, 01 Jan 0000 00:00:00 +0000", "", "", "بلدية", "محليات", "خرّوب"},
		{"mirwad/winter-bookings", "2026-11-21 17:15:00", "", "", `Mirwad Shipping <script>alert("winter")</script>`, "Offers,Press release", "19 for a car"},
		{"mirwad/warda-ii", "Sun, 22 Nov 2026 08:25:00 +0300", "", "", "Mirwad takes delivery of \u202e", "News,Press release", "320"},
		{"port/sailings-reduced", "2026-11-22T10:45:00+03:00", "", "", "Reduced", "Notices to travellers", "<table>"},
		{"dafatir/dry-year", "2026-11-22T14:55:00+03:00", "", "Wadad Kinani", "Who holds", "Analysis", "sentence about drought"},
	}
	for _, tt := range tests {
		e := w.entryOf(tt.key)
		if e.Published != tt.published {
			t.Errorf("%s: published %q, want %q", tt.key, e.Published, tt.published)
		}
		if tt.updated != "" && e.Updated != tt.updated {
			t.Errorf("%s: updated %q, want %q", tt.key, e.Updated, tt.updated)
		}
		if (len(e.Authors) > 0 && e.Authors[0].Name != tt.author) || (len(e.Authors) == 0 && tt.author != "") {
			t.Errorf("%s: authors %v, want %q", tt.key, e.Authors, tt.author)
		}
		if !strings.HasPrefix(e.Title, tt.title) || strings.Join(e.Categories, ",") != tt.categories {
			t.Errorf("%s: %q %q, want %q %q", tt.key, e.Title, e.Categories, tt.title, tt.categories)
		}
		if !strings.Contains(e.Description+e.Content, tt.says) {
			t.Errorf("%s does not say %q: %s", tt.key, tt.says, e.Description)
		}
	}
}

// TestNewestFirst: a feed begins with what was filed last.
func TestNewestFirst(t *testing.T) {
	w := newWorld(t)
	w.at(10 * time.Minute)
	items := w.feed("barid-en").Items
	for i := 1; i < len(items); i++ {
		if items[i].PublishedParsed.After(*items[i-1].PublishedParsed) {
			t.Errorf("%q stands after %q", items[i-1].Title, items[i].Title)
		}
	}
}

func TestMarkup(t *testing.T) {
	in := "A & B <i>.\n\n## Sub\n\n- one\n- two\n\n> Said.\n\n| | h |\n| a | 1 |"
	want := "<p>A &amp; B &lt;i&gt;.</p>\n<h2>Sub</h2>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<blockquote><p>Said.</p>\n</blockquote>\n" +
		"<table>\n<tr><th></th>\n<th>h</th>\n</tr>\n<tr><td>a</td>\n<td>1</td>\n</tr>\n</table>\n"
	if got := markup(parseBlocks(in)); got != want {
		t.Errorf("markup = %q, want %q", got, want)
	}
}

func TestText(t *testing.T) {
	d := dispatch{Note: "CORRECTION: x.", Opening: "MINA ZAYN (Barid) —", Body: parseBlocks("One.\n\nTwo.")}
	var got []string
	for _, b := range d.text() {
		got = append(got, b.Text)
	}
	if s := strings.Join(got, "|"); s != "CORRECTION: x.|MINA ZAYN (Barid) — One.|Two." {
		t.Errorf("text = %q", s)
	}
	if d.Body[0].Text != "One." {
		t.Errorf("the body was changed: %q", d.Body[0].Text)
	}
}
