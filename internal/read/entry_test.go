package read

import (
	"strings"
	"testing"
	"time"

	"dateline"
)

var feedCopy = dateline.Copy{Source: "marsa", URL: "https://marsa.example/feed.xml", Received: received, Zone: "Asia/Beirut", Language: "en"}

func TestEntry(t *testing.T) {
	e := FeedEntry{
		GUID: "tag:marsa.example,2026:1", URL: "https://marsa.example/news/harbour", Title: "Harbour opens &amp; ships come in <script>x()</script>",
		Summary:   "The harbour has opened.",
		Content:   "<p>MARSA (Marsa Press) — The harbour of Marsa has opened again after a storm that kept ships out for a week.</p>\n<p>Twelve ships came in.</p>",
		Published: "Fri, 03 Jul 2026 10:15:00 +0300", Authors: []string{"ann@marsa.example (Ann Lee)", "Ann Lee"}, Categories: []string{"Harbour"},
	}
	it := Entry(e, feedCopy, Hint{Name: "Marsa Courier"})
	if it.ID != dateline.NewItemID("marsa", e.GUID) || it.GUID != e.GUID || it.URL != e.URL || it.Source != "marsa" {
		t.Errorf("identity: %s %s %s", it.ID, it.GUID, it.URL)
	}
	if it.Headline != "Harbour opens & ships come in" {
		t.Errorf("headline %q", it.Headline)
	}
	if it.Dateline.Place != "MARSA" || it.CreditLine != "Marsa Press" || strings.Join(it.Byline, ";") != "Ann Lee" {
		t.Errorf("dateline %+v credit %q byline %q", it.Dateline, it.CreditLine, it.Byline)
	}
	if it.Published.Text() != "2026-07-03T10:15:00+03:00" || it.Published.From != dateline.FromFeed {
		t.Errorf("published %+v", it.Published)
	}
	if it.Text() != "The harbour of Marsa has opened again after a storm that kept ships out for a week.\n\nTwelve ships came in." || it.Summary {
		t.Errorf("text %q, summary %v", it.Text(), it.Summary)
	}
	if it.Standfirst != "The harbour has opened." {
		t.Errorf("standfirst %q", it.Standfirst)
	}
}

func TestEntryThin(t *testing.T) {
	tests := []struct {
		name  string
		e     FeedEntry
		check func(dateline.Item) bool
	}{
		{"summary only", FeedEntry{Title: "Harbour opens", Summary: "The harbour has opened…"}, func(i dateline.Item) bool { return i.Summary && len(i.Body) == 1 && i.Standfirst == "" }},
		{"no title", FeedEntry{Summary: "<p>The harbour has opened.</p>"}, func(i dateline.Item) bool { return i.Headline == "" && i.ID != "" }},
		{"nothing", FeedEntry{}, func(i dateline.Item) bool { return i.ID != "" && i.Published.IsZero() }},
		{"no guid", FeedEntry{URL: "https://marsa.example/1", Title: "x"}, func(i dateline.Item) bool { return i.GUID == "https://marsa.example/1" }},
		{"undated", FeedEntry{Title: "x", Published: "soon"}, func(i dateline.Item) bool { return i.Published.IsZero() }},
		{"year 0", FeedEntry{Title: "x", Published: "Mon, 01 Jan 0000 00:00:00 GMT"}, func(i dateline.Item) bool { return i.Published.IsZero() }},
		{"a wall clock", FeedEntry{Title: "x", Published: "2026-07-03 10:15"}, func(i dateline.Item) bool {
			return i.Published.Zone == "" && i.Published.Proposed == "Asia/Beirut" && i.Published.Time.UTC().Hour() == 7
		}},
		{"who reported it, in the brackets at its end", FeedEntry{Title: "Harbour opens", Content: "<p>MARSA (Reuters) - The harbour has opened.</p><p>Ships came in. (Reporting by Ann Lee; Editing by Bob Ray)</p>"},
			func(i dateline.Item) bool {
				return strings.Join(i.Byline, ";") == "Ann Lee" && i.CreditLine == "Reuters"
			}},
		{"the outlet that it comes from, behind the headline", FeedEntry{Title: "Harbour opens - The Quay Times", Origin: "Quay Times"}, func(i dateline.Item) bool { return i.Headline == "Harbour opens" }},
		{"an outlet that the headline does not name", FeedEntry{Title: "Harbour opens - at last", Origin: "Quay Times"}, func(i dateline.Item) bool { return i.Headline == "Harbour opens - at last" }},
		{"who wrote, on its first line", FeedEntry{Title: "Harbour opens", Content: "<p>By Ann Lee</p><p>" + strings.Join(englishText, "</p><p>") + "</p>"},
			func(i dateline.Item) bool { return strings.Join(i.Byline, ";") == "Ann Lee" && len(i.Body) == 3 }},
		{"where it was filed, on its first line", FeedEntry{Title: "افتتاح الميناء", Content: "<p>بيروت – رويترز</p><p>" + strings.Join(arabicText, "</p><p>") + "</p>"},
			func(i dateline.Item) bool {
				return i.Dateline.Place == "بيروت" && i.CreditLine == "رويترز" && len(i.Body) == 3
			}},
		{"who wrote, in Arabic", FeedEntry{Title: "افتتاح الميناء", Content: "<p>كتبت: سلمى حداد</p><p>" + strings.Join(arabicText, "</p><p>") + "</p>"},
			func(i dateline.Item) bool {
				return strings.Join(i.Byline, ";") == "سلمى حداد" && len(i.Body) == 3
			}},
		{"who signs in", FeedEntry{Title: "Harbour opens", Authors: []string{"annlee"}}, func(i dateline.Item) bool { return len(i.Byline) == 0 }},
		{"a list of others' items", FeedEntry{Title: "Harbour opens after storm - Quay Times", Origin: "Quay Times", Summary: `<a href=/1>Harbour opens after storm</a>&nbsp;&nbsp;<font color="#6f6f6f">Quay Times</font>`},
			func(i dateline.Item) bool { return len(i.Body) == 0 && i.Headline == "Harbour opens after storm" }},
		{"an invitation with dots", FeedEntry{Title: "Harbour opens", Summary: englishText[0] + ` <a href=x>Read more...</a>`}, func(i dateline.Item) bool { return i.Text() == englishText[0] && i.Summary }},
		{"HTML that is escaped twice", FeedEntry{Title: "Harbour opens", Summary: "&lt;p&gt;" + englishText[0] + "&lt;/p&gt;&lt;p&gt;" + englishText[1] + "&lt;/p&gt;"},
			func(i dateline.Item) bool { return i.Text() == englishText[0]+"\n\n"+englishText[1] }},
		{"less than, in a text", FeedEntry{Title: "Harbour opens", Summary: "Of ships &lt; 10 m, all came in."}, func(i dateline.Item) bool { return i.Text() == "Of ships < 10 m, all came in." }},
		{"an agency's lines", FeedEntry{Title: "اقتصادي / افتتاح ميناء مرسى أمس", Content: "مرسى 18 محرم 1448 هـ الموافق 03 يوليو 2026 م واس<br>" + strings.Join(arabicText, "<br>") + "<br>// انتهى //<br>12:12 ت مـ<br>0071"},
			func(i dateline.Item) bool {
				return i.Text() == strings.Join(arabicText, "\n\n") && i.Dateline.Place == "مرسى" && i.CreditLine == "واس" && i.Headline == "افتتاح ميناء مرسى أمس"
			}},
		{"a category", FeedEntry{Title: "افتتاح الميناء", Categories: []string{"عاجل"}}, func(i dateline.Item) bool { return i.Urgency == 1 }},
		{"a kill", FeedEntry{GUID: "1", Title: "KILL: Harbour opens"}, func(i dateline.Item) bool { return i.PubStatus == dateline.Canceled }},
		{"an Arabic item of an English feed", FeedEntry{Title: "AFP: افتتاح ميناء مرسى بعد العاصفة", Language: "en", Summary: "أعيد افتتاح ميناء مرسى بعد عاصفة أبقت السفن خارج الميناء."},
			func(i dateline.Item) bool { return i.Language == "ar" && i.Direction == dateline.RightToLeft }},
	}
	for _, tt := range tests {
		if it := Entry(tt.e, feedCopy, Hint{}); !tt.check(it) {
			t.Errorf("%s: %+v", tt.name, it)
		}
	}
}

// TestEntryWhole: an entry is an item and nothing else, so that of a short one all
// is kept, and of any what its system writes under it goes.
func TestEntryWhole(t *testing.T) {
	const running = "<p>The harbour of Marsa has opened again after a storm that kept all ships out of it for a week.</p>"
	for _, tt := range []struct{ name, title, content, want string }{
		{"a line", "", "<p>Port closed</p>", "Port closed"},
		{"lines", "", "<p>Port closed</p><p>Ferry on 9 July</p>", "Port closed\n\nFerry on 9 July"},
		{"a table", "Results", "<table><tr><td>Alma</td><td>1</td></tr><tr><td>Berta</td><td>2</td></tr></table>", "Alma\t1\nBerta\t2"},
		{"links", "Today", "<ul><li><a>The port and its strike</a></li><li><a>What comes next for crews</a></li></ul>", "The port and its strike\nWhat comes next for crews"},
		{"one link", "", "<p><a>Storm closes the port of Marsa</a></p>", "Storm closes the port of Marsa"},
		{"a list of terms", "Quake", "<dl><dt>Time</dt><dd>3 July 2026 10:00</dd><dt>Depth</dt><dd>10 km</dd></dl>", "Time\n\n3 July 2026 10:00\n\nDepth\n\n10 km"},
		{"words of a teaser alone", "", "<p>Related: the port.</p>", "Related: the port."},
		{"words of a teaser beside others", "", "<p>Port closed</p><p>Read also: <a>Ferry goes</a></p>", "Port closed"},
		{"the headline again", "Port closed", "<p>Port closed</p>", ""},
		{"a flash", "الميناء مغلق", "<p>إغلاق الميناء</p>", "إغلاق الميناء"},
		{"WordPress", "Port", running + "<p>The post <a>Port</a> appeared first on <a>Marsa Courier</a>.</p>", "The harbour of Marsa has opened again after a storm that kept all ships out of it for a week."},
		{"WordPress of a short one", "Port", "<p>Port closed.</p><p>The post <a>Port</a> appeared first on <a>Marsa Courier</a>.</p>", "Port closed."},
		{"WordPress in Arabic", "الميناء", "<p>أغلق الميناء.</p><p>ظهرت المقالة <a>الميناء</a> أولاً على <a>المرسى</a>.</p>", "أغلق الميناء."},
		{"a film", "Film", "<p>Port closed.</p><p>The film appeared first on screens in Marsa.</p>", "Port closed.\n\nThe film appeared first on screens in Marsa."},
		{"who submitted it", "Port", "<p>Port closed.</p><div>submitted by <a>/u/ann</a> <a>[link]</a></div>", "Port closed."},
	} {
		it := Entry(FeedEntry{Title: tt.title, Content: tt.content}, feedCopy, Hint{})
		if it.Text() != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, it.Text(), tt.want)
		}
	}
}

func TestMerge(t *testing.T) {
	at := func(s string, from dateline.Evidence, zone string, p dateline.Precision) dateline.Stamp {
		tm, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return dateline.Stamp{Time: tm, Zone: zone, From: from, Precision: p, Confidence: dateline.Sure}
	}
	body := func(s string) []dateline.Block { return []dateline.Block{{Kind: dateline.Paragraph, Text: s}} }
	entry := dateline.Item{ID: "e", GUID: "g", Source: "marsa", URL: "https://marsa.example/f", Headline: "Harbour opens after …", Byline: []string{"Ann Lee"},
		Published: at("2026-07-03T10:15:00+03:00", dateline.FromFeed, "+03:00", dateline.ToSecond), Body: body("Short."), Summary: true, Keywords: []string{"k"}, Urgency: 1}
	page := dateline.Item{ID: "p", GUID: "u", URL: "https://marsa.example/p", Headline: "Harbour opens after storm", Language: "en",
		Published: at("2026-07-03T00:00:00Z", dateline.FromText, "", dateline.ToDay), Body: body("A much longer text.")}
	it := Merge(entry, page)
	if it.ID != "e" || it.GUID != "g" || it.Source != "marsa" || it.URL != page.URL {
		t.Errorf("identity %+v", it)
	}
	if it.Headline != page.Headline || it.Text() != "A much longer text." || it.Summary || len(it.Byline) != 1 || it.Urgency != 1 || len(it.Keywords) != 1 {
		t.Errorf("fields %+v", it)
	}
	if it.Published != entry.Published {
		t.Errorf("published %+v: the feed knows more", it.Published)
	}
	page.Published = at("2026-07-03T10:16:00+03:00", dateline.FromStructuredData, "+03:00", dateline.ToSecond)
	if it := Merge(entry, page); it.Published != page.Published {
		t.Errorf("published %+v: the page is surer", it.Published)
	}
	page.Body, page.Headline = nil, "Please sign in"
	if it := Merge(entry, page); it.Text() != "Short." || !it.Summary || it.Headline != entry.Headline {
		t.Errorf("a page that shows nothing won: %+v", it)
	}
	entry.PubStatus, entry.Notices = dateline.Canceled, []dateline.Notice{{Kind: dateline.Kill, Text: "x"}}
	if it := Merge(entry, page); it.PubStatus != dateline.Canceled || len(it.Notices) != 1 {
		t.Errorf("the kill is lost: %+v", it)
	}
}

func FuzzEntry(f *testing.F) {
	f.Add("Harbour <b>opens", "<p>MARSA (MP) - x", "Fri, 03 Jul 2026 10:15:00 +0300", "Ann Lee")
	f.Add("KILL:", "EMBARGOED UNTIL 5 July 2026", "9999999999999", "By")
	f.Fuzz(func(t *testing.T, title, content, published, author string) {
		e := FeedEntry{Title: title, Content: content, Summary: title, Published: published, Authors: []string{author}, Categories: []string{author}}
		it := Entry(e, feedCopy, Hint{Name: author})
		if it.ID == "" || strings.ContainsAny(it.Headline, "\n\x00") {
			t.Errorf("a bad item: %+v", it)
		}
		Merge(it, it)
	})
}

// Atom asks for the time of the last change and not for that of publication:
// where only the former is given, the entry was out by then.
func TestEntryThatOnlySaysWhenItChanged(t *testing.T) {
	c := dateline.Copy{Received: time.Date(2026, 11, 23, 6, 0, 0, 0, time.UTC)}
	for _, tt := range []struct {
		published, updated string
		want               string
		sure               dateline.Confidence
	}{
		{"2026-11-20T08:00:00Z", "2026-11-21T09:00:00Z", "2026-11-20T08:00:00Z", dateline.Sure},
		{"", "2026-11-21T09:00:00+02:00", "2026-11-21T09:00:00+02:00", dateline.Doubtful},
		{"yesterday", "2026-11-21T09:00:00Z", "2026-11-21T09:00:00Z", dateline.Doubtful},
		{"", "", "", ""},
	} {
		it := Entry(FeedEntry{GUID: "g", Title: "Port opens", Published: tt.published, Updated: tt.updated}, c, Hint{})
		if it.Published.Text() != tt.want || it.Published.Confidence != tt.sure {
			t.Errorf("%q, %q: %+v", tt.published, tt.updated, it.Published)
		}
	}
}

// TestEntryPicture: feeds give a picture its credit beside the caption, or in it as pages do.
func TestEntryPicture(t *testing.T) {
	for _, c := range []struct{ given, want dateline.Picture }{
		{dateline.Picture{URL: "p", Caption: "الأرصفة صباح السبت (رويترز)"}, dateline.Picture{URL: "p", Caption: "الأرصفة صباح السبت", Credit: "رويترز"}},
		{dateline.Picture{URL: "p", Caption: "A quay (left). Photo: Ann Lee"}, dateline.Picture{URL: "p", Caption: "A quay (left).", Credit: "Ann Lee"}},
		{dateline.Picture{URL: "p", Caption: "A quay (AFP)", Credit: "Ann Lee"}, dateline.Picture{URL: "p", Caption: "A quay (AFP)", Credit: "Ann Lee"}},
		{dateline.Picture{URL: "p", Caption: "A quay (left)"}, dateline.Picture{URL: "p", Caption: "A quay (left)"}},
	} {
		it := Entry(FeedEntry{Title: "Harbour opens", Picture: &c.given}, dateline.Copy{}, Hint{})
		if it.Picture == nil || *it.Picture != c.want {
			t.Errorf("%+v is read as %+v", c.given, it.Picture)
		}
	}
	if it := Entry(FeedEntry{Title: "Harbour opens", Picture: &dateline.Picture{Caption: "A quay"}}, dateline.Copy{}, Hint{}); it.Picture != nil {
		t.Errorf("a picture without an address: %+v", it.Picture)
	}
}
