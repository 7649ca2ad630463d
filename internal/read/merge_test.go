package read

import (
	"strings"
	"testing"
	"time"

	"dateline"
)

func texts(lines ...string) (out []dateline.Block) {
	for _, t := range lines {
		out = append(out, dateline.Block{Kind: dateline.Paragraph, Text: t})
	}
	return out
}

// TestMergeOfBodies: the page's text is taken unless it is plainly less than what
// the feed has in full; language, opening and dateline go with the text.
func TestMergeOfBodies(t *testing.T) {
	long := strings.Repeat("x", 100)
	for _, c := range []struct {
		name        string
		feed, page  string
		summary     bool // the feed has a summary
		want        string
		wantSummary bool
	}{
		{"as long", long, long, false, "page", false},
		{"nine tenths", long, long[:90], false, "page", false},
		{"less than nine tenths", long, long[:89], false, "feed", false},
		{"no text on the page", long, "", false, "feed", false},
		{"a summary, and more on the page", long[:50], long, true, "page", false},
		{"a summary as long as the page", long, long, true, "page", false},
		{"a long summary, and less on the page", long, long[:50], true, "feed", true},
		{"nothing in the feed", "", long, true, "page", false},
	} {
		feed := dateline.Item{Summary: c.summary, Language: "feed", Opening: "feed", Dateline: dateline.Dateline{Place: "feed"}, CreditLine: "feed"}
		page := dateline.Item{Language: "page", Opening: "page", Dateline: dateline.Dateline{Place: "page"}, CreditLine: "page"}
		if c.feed != "" {
			feed.Body = texts(c.feed)
		}
		if c.page != "" {
			page.Body = texts(c.page)
		}
		it := Merge(feed, page)
		if it.Language != c.want || it.Opening != c.want || it.Dateline.Place != c.want || it.Summary != c.wantSummary {
			t.Errorf("%s: of the %s and %s, %s and %s; summary %v", c.name, it.Language, it.Opening, it.Dateline.Place, it.CreditLine, it.Summary)
		}
	}
}

// TestMergeOfTheRest: what only one of the two says is kept, and of two urgencies and
// embargoes the more careful.
func TestMergeOfTheRest(t *testing.T) {
	noon := time.Date(2026, 7, 5, 12, 0, 0, 0, time.UTC)
	standing, correction := dateline.Notice{Kind: dateline.Kill, Text: "x"}, dateline.Notice{Kind: dateline.Correct, Text: "y"}
	for _, c := range []struct {
		name       string
		feed, page dateline.Item
		ok         func(dateline.Item) bool
	}{
		{"the feed's byline", dateline.Item{Byline: []string{"Ann Lee"}}, dateline.Item{}, func(i dateline.Item) bool { return len(i.Byline) == 1 }},
		{"the page's byline", dateline.Item{Byline: []string{"Ann Lee"}}, dateline.Item{Byline: []string{"Bob Ray"}}, func(i dateline.Item) bool { return i.Byline[0] == "Bob Ray" }},
		{"the feed's standfirst", dateline.Item{Standfirst: "s"}, dateline.Item{}, func(i dateline.Item) bool { return i.Standfirst == "s" }},
		{"the feed's address", dateline.Item{URL: "https://f.example/"}, dateline.Item{}, func(i dateline.Item) bool { return i.URL == "https://f.example/" }},
		{"the feed's dateline", dateline.Item{Dateline: dateline.Dateline{Place: "MARSA"}}, dateline.Item{Body: texts("x")}, func(i dateline.Item) bool { return i.Dateline.Place == "MARSA" }},
		{"the feed's credit", dateline.Item{CreditLine: "MP"}, dateline.Item{Body: texts("x")}, func(i dateline.Item) bool { return i.CreditLine == "MP" }},
		{"the page's credit beside the feed's text", dateline.Item{Body: texts("x")}, dateline.Item{CreditLine: "MP"}, func(i dateline.Item) bool { return i.CreditLine == "MP" }},
		{"another headline is the page's fault", dateline.Item{Headline: "Harbour opens after storm"}, dateline.Item{Headline: "Please sign in"}, func(i dateline.Item) bool { return i.Headline == "Harbour opens after storm" }},
		{"no headline in the feed", dateline.Item{}, dateline.Item{Headline: "Harbour opens"}, func(i dateline.Item) bool { return i.Headline == "Harbour opens" }},
		{"the feed is more urgent", dateline.Item{Urgency: 1}, dateline.Item{Urgency: 4}, func(i dateline.Item) bool { return i.Urgency == 1 }},
		{"the page is more urgent", dateline.Item{Urgency: 4}, dateline.Item{Urgency: 1}, func(i dateline.Item) bool { return i.Urgency == 1 }},
		{"only the page says how urgent", dateline.Item{}, dateline.Item{Urgency: 2}, func(i dateline.Item) bool { return i.Urgency == 2 }},
		{"the feed's embargo ends later", dateline.Item{Embargo: noon}, dateline.Item{Embargo: noon.Add(-time.Hour)}, func(i dateline.Item) bool { return i.Embargo.Equal(noon) }},
		{"the feed withholds it", dateline.Item{PubStatus: dateline.Withheld}, dateline.Item{Body: texts("x")}, func(i dateline.Item) bool { return i.PubStatus == dateline.Withheld }},
		{"the page withholds it", dateline.Item{}, dateline.Item{PubStatus: dateline.Withheld}, func(i dateline.Item) bool { return i.PubStatus == dateline.Withheld }},
		{"the page's embargo ends later", dateline.Item{Embargo: noon.Add(-time.Hour)}, dateline.Item{Embargo: noon}, func(i dateline.Item) bool { return i.Embargo.Equal(noon) }},
		{"a kill by the feed", dateline.Item{PubStatus: dateline.Canceled, Notices: []dateline.Notice{standing}}, dateline.Item{Notices: []dateline.Notice{correction}},
			func(i dateline.Item) bool { return i.PubStatus == dateline.Canceled && i.Notices[0] == standing }},
		{"a kill by the page", dateline.Item{Notices: []dateline.Notice{correction}}, dateline.Item{PubStatus: dateline.Canceled, Notices: []dateline.Notice{standing}},
			func(i dateline.Item) bool { return i.PubStatus == dateline.Canceled && i.Notices[0] == standing }},
		{"the feed's notice", dateline.Item{Notices: []dateline.Notice{correction}}, dateline.Item{}, func(i dateline.Item) bool { return len(i.Notices) == 1 }},
		{"the page's genre", dateline.Item{Genre: dateline.Opinion}, dateline.Item{Genre: dateline.Analysis}, func(i dateline.Item) bool { return i.Genre == dateline.Analysis }},
		{"the page's keywords", dateline.Item{Keywords: []string{"f"}}, dateline.Item{Keywords: []string{"p"}}, func(i dateline.Item) bool { return i.Keywords[0] == "p" }},
		{"the feed's picture", dateline.Item{Picture: &dateline.Picture{URL: "f"}}, dateline.Item{}, func(i dateline.Item) bool { return i.Picture.URL == "f" }},
		{"the page's picture", dateline.Item{Picture: &dateline.Picture{URL: "f"}}, dateline.Item{Picture: &dateline.Picture{URL: "p"}}, func(i dateline.Item) bool { return i.Picture.URL == "p" }},
		{"the feed's terms", dateline.Item{Rights: dateline.Rights{UsageTerms: "t"}}, dateline.Item{Rights: dateline.Rights{Paywalled: true}},
			func(i dateline.Item) bool { return i.Rights.UsageTerms == "t" && i.Rights.Paywalled }},
	} {
		if it := Merge(c.feed, c.page); !c.ok(it) {
			t.Errorf("%s: %+v", c.name, it)
		}
	}
}

// TestBetterStamp: the surer evidence wins, unless the feed knows the zone or the
// hour of about the same day.
func TestBetterStamp(t *testing.T) {
	at := func(s string, from dateline.Evidence, doubtful bool) dateline.Stamp {
		day, clock, zoned := strings.Cut(s, " ")
		out := dateline.Stamp{From: from, Precision: dateline.ToDay, Confidence: dateline.Sure}
		layout, value := time.DateOnly, day
		if zoned {
			out.Precision, out.Zone, layout, value = dateline.ToMinute, "Z", "2006-01-02 15:04", day+" "+clock
		}
		if doubtful {
			out.Confidence = dateline.Doubtful
		}
		var err error
		if out.Time, err = time.Parse(layout, value); err != nil {
			t.Fatal(err)
		}
		return out
	}
	unzoned := func(s dateline.Stamp) dateline.Stamp { s.Zone = ""; return s }
	feed := at("2026-07-03 10:15", dateline.FromFeed, false)
	for _, c := range []struct {
		name       string
		feed, page dateline.Stamp
		wantFeed   bool
	}{
		{"nothing on the page", feed, dateline.Stamp{}, true},
		{"nothing in the feed", dateline.Stamp{}, at("2026-07-03", dateline.FromText, true), false},
		{"structured data", feed, at("2026-07-01 09:00", dateline.FromStructuredData, false), false},
		{"a bare day in structured data", feed, at("2026-07-03", dateline.FromStructuredData, false), true},
		{"a bare day that is another", feed, at("2026-06-20", dateline.FromStructuredData, false), false},
		{"a bare day 36 hours off", at("2026-07-04 12:00", dateline.FromFeed, false), at("2026-07-03", dateline.FromStructuredData, false), false},
		{"a bare day less than 36 hours off", at("2026-07-04 11:59", dateline.FromFeed, false), at("2026-07-03", dateline.FromStructuredData, false), true},
		{"a bare day in the feed", at("2026-07-03", dateline.FromFeed, false), at("2026-07-03 09:00", dateline.FromText, false), true},
		{"words on the page", feed, at("2026-06-20 09:00", dateline.FromText, false), true},
		{"words on the page, and a doubtful feed", at("2026-07-03 10:15", dateline.FromFeed, true), at("2026-06-20 09:00", dateline.FromText, false), false},
		{"doubtful structured data", feed, at("2026-06-20 09:00", dateline.FromStructuredData, true), true},
		{"both doubtful", at("2026-07-03 10:15", dateline.FromFeed, true), at("2026-06-20 09:00", dateline.FromMeta, true), false},
		{"a clock without a zone in structured data", feed, unzoned(at("2026-07-03 09:00", dateline.FromStructuredData, false)), true},
		{"a clock without a zone in the feed", unzoned(feed), at("2026-07-03 09:00", dateline.FromText, false), true},
		{"evidence that nobody knows", feed, at("2026-06-20 09:00", "rumour", false), true},
	} {
		want := c.page
		if c.wantFeed {
			want = c.feed
		}
		if got := betterStamp(c.feed, c.page); got != want {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// TestRetell: the text of the page as it is read now, with what goes with it; what
// the page no longer says stays.
func TestRetell(t *testing.T) {
	old := dateline.Item{ID: "i", Headline: "H", Body: texts("old"), Summary: true, Standfirst: "s", Byline: []string{"Ann Lee"}, Dateline: dateline.Dateline{Place: "MARSA"}, CreditLine: "MP", Language: "en"}
	it := old
	Retell(&it, dateline.Item{Headline: "other", Body: texts("new"), Opening: "o", Language: "ar", Direction: dateline.RightToLeft})
	if it.Text() != "new" || it.Summary || it.Opening != "o" || it.Language != "ar" || it.Direction != dateline.RightToLeft {
		t.Errorf("the text: %+v", it)
	}
	if it.ID != "i" || it.Headline != "H" || it.Standfirst != "s" || len(it.Byline) != 1 || it.Dateline.Place != "MARSA" || it.CreditLine != "MP" {
		t.Errorf("what stays: %+v", it)
	}
	it = old
	Retell(&it, dateline.Item{Body: texts("new"), Standfirst: "t", Byline: []string{"Bob Ray"}, Dateline: dateline.Dateline{Place: "ADEN"}, CreditLine: "AP"})
	if it.Standfirst != "t" || it.Byline[0] != "Bob Ray" || it.Dateline.Place != "ADEN" || it.CreditLine != "AP" {
		t.Errorf("what is new: %+v", it)
	}
}

// TestFill: the longer of content and summary is the body; the other one is a
// standfirst if it is short.
func TestFill(t *testing.T) {
	sentence := strings.Repeat("Ships came in. ", 50) // 750 letters
	for _, c := range []struct {
		name, content, summary string
		body, standfirst       string // how they begin
		only                   bool   // the body is a summary
	}{
		{"both", "Ships came in, and went.", "Ships came.", "Ships came in, and", "Ships came.", false},
		{"the same", "Ships came.", "Ships came.", "Ships came.", "", false},
		{"a long summary", sentence + sentence, sentence, "Ships came in. Ships", "", false},
		{"a summary alone", "", "Ships came.", "Ships came.", "", true},
		{"all in the summary", "", sentence + sentence, "Ships", "", false},
		{"all in the summary, cut off", "", sentence + sentence + "Read more", "Ships", "", true},
		{"a content that is cut off", "Ships came in, and …", "", "Ships", "", true},
		{"neither", "", "", "", "", false},
	} {
		it := dateline.Item{}
		fill(&it, FeedEntry{Content: c.content, Summary: c.summary})
		if c.name == "neither" {
			c.only = it.Summary // there is no text of which it could be said
		}
		if !strings.HasPrefix(it.Text(), c.body) || it.Standfirst != c.standfirst || it.Summary != c.only {
			t.Errorf("%s: %.30q, standfirst %.30q, summary %v", c.name, it.Text(), it.Standfirst, it.Summary)
		}
	}
}

// TestCutOff: the signs by which feeds say that the rest is elsewhere.
func TestCutOff(t *testing.T) {
	for text, want := range map[string]bool{
		"Ships came …": true, "Ships came...": true, "Ships came […]": true, "Ships came [...] »": true, "Ships came. Read more": true, "Ships came. Continue reading →": true,
		"وصلت السفن. اقرأ المزيد": true, "Ships came. (more)": true, "Ships came.": false, "… ships came.": false, "Read more ships.": false,
		"Ships came. READ MORE »": true, "Ships came… Keep reading": true, "وصلت السفن. تابع القراءة": true,
	} {
		if got := cutOff(texts("First.", text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if cutOff(nil) {
		t.Error("no text is cut off")
	}
}

// TestUninvited: the invitation to read on goes, and nothing that is said.
func TestUninvited(t *testing.T) {
	for text, want := range map[string]string{
		"Ships came. Read more":            "Ships came.",
		"Ships came […] Read More »":       "Ships came […]",
		"Ships came… (more)":               "Ships came…",
		"“Ships came.” Continue reading →": "“Ships came.”",
		"وصلت السفن. المزيد":               "وصلت السفن.",
		"وصلت السفن؟ اقرأ المزيد":          "وصلت السفن؟",
		"وطلب الركاب المزيد":               "وطلب الركاب المزيد",
		"They asked children to read more": "They asked children to read more",
		"Read more":                        "Read more",
		"Ships came.":                      "Ships came.",
		"":                                 "",
	} {
		it := dateline.Item{}
		fill(&it, FeedEntry{Content: text})
		if got := it.Text(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	it := dateline.Item{}
	fill(&it, FeedEntry{Summary: "<p>Ships came. <a>Continue reading</a></p>", Content: "<p>Ships came to the harbour of Marsa in the morning.</p>"})
	if it.Standfirst != "Ships came." {
		t.Errorf("standfirst %q", it.Standfirst)
	}
}
