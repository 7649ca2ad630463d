package read

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
)

func TestRecord(t *testing.T) {
	tests := []struct {
		name, in string
		check    func(dateline.Item) bool
	}{
		{"whole", `{"id":"a1","lang":"en","title":"Harbour opens","text":"MARSA (MP) - The harbour has opened.\n\nShips came in.","published":"2026-07-03T10:15:00Z","source":"Marsa Press"}`,
			func(i dateline.Item) bool {
				return i.GUID == "a1" && i.Headline == "Harbour opens" && i.CreditLine == "MP" && i.Dateline.Place == "MARSA" &&
					len(i.Body) == 2 && i.Published.Text() == "2026-07-03T10:15:00Z" && i.Published.From == dateline.FromFile
			}},
		{"a number for an id", `{"id":17,"text":"The harbour has opened."}`, func(i dateline.Item) bool { return i.GUID == "17" && i.Headline == "" && i.Published.IsZero() }},
		{"source as credit", `{"title":"x y z","source":"Marsa Press"}`, func(i dateline.Item) bool { return i.CreditLine == "Marsa Press" && i.GUID != "" }},
		{"seconds", `{"title":"x","published":1753162193}`, func(i dateline.Item) bool { return i.Published.Text() == "2025-07-22T05:29:53Z" }},
		{"lines without blank ones", `{"title":"x","text":"One.\nTwo."}`, func(i dateline.Item) bool { return len(i.Body) == 2 }},
		{"nulls", `{"id":null,"title":"x","published":null,"lang":null}`, func(i dateline.Item) bool { return i.Published.IsZero() }},
	}
	for _, tt := range tests {
		it, err := Record(dateline.Copy{Source: "file", Body: []byte(tt.in), Received: received}, Hint{})
		if err != nil || !tt.check(it) {
			t.Errorf("%s: %v %+v", tt.name, err, it)
		}
	}
	for _, in := range []string{"", "{", "[]", `{"id":"1"}`, `{"title":5}`} {
		if _, err := Record(dateline.Copy{Body: []byte(in)}, Hint{}); !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("Record(%q) = %v", in, err)
		}
	}
}

// TestRecordOfLine: what one command read another takes in.
func TestRecordOfLine(t *testing.T) {
	page := dateline.Copy{Source: "file", Received: received, URL: "https://marsa.example/harbour", ContentType: "text/html", Body: []byte(`<html lang="ar"><head>
<meta property="article:published_time" content="2026-07-03T10:15:00+03:00"></head><body><h1>ميناء مرسى يعود إلى العمل</h1><p class="byline">كتبت: سلمى حداد</p>
<article><p>مرسى (و م ق) - أعيد افتتاح ميناء مرسى يوم الجمعة بعد عاصفة استمرت يومين، على ما قال مدير الميناء.</p>
<p>وغادرت تسع عبّارات وسفينة شحن واحدة قبل الظهر، وتنتظر السفن الأخرى هدوء البحر في الليل.</p></article></body></html>`)}
	it, err := Page(page, Hint{})
	if err != nil {
		t.Fatal(err)
	}
	line, err := json.Marshal(NewLine("harbour", it))
	if err != nil {
		t.Fatal(err)
	}
	got, err := Record(dateline.Copy{Source: "file", Body: line, Received: received}, Hint{})
	if err != nil {
		t.Fatal(err)
	}
	if got.Headline != it.Headline || got.Text() != it.Text() || !slices.Equal(got.Byline, it.Byline) || got.CreditLine != it.CreditLine ||
		got.Dateline != it.Dateline || !got.Published.Instant().Equal(it.Published.Instant()) || got.Language != "ar" || got.URL != it.URL {
		t.Errorf("read again:\n%+v\nwas\n%+v", got, it)
	}
	if len(it.Byline) == 0 || it.CreditLine == "" || it.Dateline.Place == "" {
		t.Errorf("the page shows too little: %+v", it)
	}
}

func TestLine(t *testing.T) {
	b, err := json.Marshal(NewLine("x", dateline.Item{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"byline":[]`, `"time":null`, `"dateline":{"place":"","date":""}`, `"text":""`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%s lacks %s", b, want)
		}
	}
}

// TestRecordKeepsLimits: what holds an item back, or bounds its use, stood in a part of the
// page that its line does not show.
func TestRecordKeepsLimits(t *testing.T) {
	for name, c := range map[string]struct {
		head, above string
		want        dateline.Item
	}{
		"an embargo":         {"", "<p>EMBARGOED UNTIL 10:00 GMT 3 July 2031</p>", dateline.Item{Embargo: time.Date(2031, 7, 3, 10, 0, 0, 0, time.UTC)}},
		"one without an end": {"", "<p>EMBARGOED UNTIL FURTHER NOTICE</p>", dateline.Item{PubStatus: dateline.Withheld}},
		"a wall":             {`<meta property="article:content_tier" content="locked">`, "", dateline.Item{Rights: dateline.Rights{Paywalled: true}}},
		"a reservation":      {`<meta name="tdm-reservation" content="1"><meta name="rights" content="Ask first">`, "", dateline.Item{Rights: dateline.Rights{NoMining: true, UsageTerms: "Ask first"}}},
		"a kill":             {"", "<h1>KILL: Marsa harbour opens its quays</h1>", dateline.Item{PubStatus: dateline.Canceled, Notices: []dateline.Notice{{Kind: dateline.Kill, Text: "The source has killed this item."}}}},
		"a flash":            {"", "<h1>FLASH: Marsa harbour opens its quays</h1>", dateline.Item{Urgency: dateline.Flash}},
	} {
		above := c.above
		if !strings.Contains(above, "<h1>") {
			above = "<h1>Marsa harbour opens its quays</h1>" + above
		}
		page := `<html lang="en"><head>` + c.head + "</head><body>" + above + "<article><p>The harbour of Marsa opened its four quays again on Friday, the port said in the morning.</p><p>Ferries go as they did before the storm, and ships come in by turns until Sunday.</p></article></body></html>"
		it, err := Page(dateline.Copy{ContentType: "text/html", URL: "https://marsa.example/quays", Body: []byte(page), Received: received}, Hint{})
		if err != nil {
			t.Fatal(err)
		}
		line, err := json.Marshal(NewLine("quays", it))
		if err != nil {
			t.Fatal(err)
		}
		got, err := Record(dateline.Copy{Source: "file", Body: line, Received: received}, Hint{})
		if err != nil || !got.Embargo.Equal(c.want.Embargo) || got.PubStatus != c.want.PubStatus || got.Rights != c.want.Rights || got.Urgency != c.want.Urgency || !slices.Equal(got.Notices, c.want.Notices) {
			t.Errorf("%s: %s\nis taken in as %+v, %v", name, line, got, err)
		}
	}
}

// TestRecordOfOthers: other programs mean other things by the names that a line has.
func TestRecordOfOthers(t *testing.T) {
	for _, field := range []string{`"byline":"Ann Lee"`, `"language":{"code":"en"}`, `"credit":["MP"]`, `"rights":"Ask first"`, `"notices":"none"`, `"notices":[{"kind":"release"}]`, `"urgency":"high"`,
		`"urgency":12`, `"pubStatus":"usable"`, `"pubStatus":7`, `"article":"yes"`, `"article":false`, `"headline":5`, `"embargo":null`} {
		it, err := Record(dateline.Copy{Source: "file", Body: []byte(`{"title":"Harbour opens","text":"It opened.",` + field + `}`)}, Hint{})
		if err != nil || it.Headline != "Harbour opens" || it.PubStatus != "" || it.Urgency != 0 || len(it.Notices) > 0 || it.Rights != (dateline.Rights{}) {
			t.Errorf("%s: %v %+v", field, err, it)
		}
	}
	it, err := Record(dateline.Copy{Source: "file", Body: []byte(`{"title":"Harbour opens","embargo":"when the minister has spoken"}`)}, Hint{})
	if err != nil || it.PubStatus != dateline.Withheld {
		t.Errorf("an embargo whose end is not read: %v %+v", err, it)
	}
	for _, page := range []string{"error", "robot"} {
		_, err := Record(dateline.Copy{Source: "file", Body: []byte(`{"headline":"Not found","text":"Nothing.","article":false,"page":"` + page + `","evidence":"it says so"}`)}, Hint{})
		if !errors.Is(err, dateline.ErrInvalid) || errors.Is(err, dateline.ErrUnavailable) || !strings.Contains(err.Error(), "it says so") {
			t.Errorf("a line of no article: %v", err)
		}
	}
}

// TestLineStates: what a page states is on its line, under the item's own names.
func TestLineStates(t *testing.T) {
	it := dateline.Item{
		Standfirst: "In short.", Updated: dateline.Stamp{Time: received, Precision: dateline.ToMinute}, Embargo: received, PubStatus: dateline.Withheld,
		Notices: []dateline.Notice{{Kind: dateline.Correct, Text: "Corrects paragraph 3"}}, Urgency: dateline.Flash, Section: "Ports",
		Keywords: []string{"ships"}, Genre: dateline.Analysis, SourceKind: dateline.Agency, Picture: &dateline.Picture{URL: "https://marsa.example/p.jpg"},
		Rights: dateline.Rights{UsageTerms: "Ask first", Paywalled: true, NoMining: true}, Translations: []dateline.Translation{{Language: "ar", URL: "https://marsa.example/ar"}},
	}
	b, err := json.Marshal(NewLine("x", it))
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]json.RawMessage
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	for field, want := range map[string]string{
		"standfirst": `"In short."`, "pubStatus": `"withheld"`, "urgency": `1`, "section": `"Ports"`, "keywords": `["ships"]`, "genre": `"analysis"`, "sourceKind": `"agency"`,
		"notices": `[{"kind":"correct","text":"Corrects paragraph 3"}]`, "picture": `{"url":"https://marsa.example/p.jpg"}`,
		"rights": `{"usageTerms":"Ask first","paywalled":true,"noMining":true}`, "translations": `[{"language":"ar","url":"https://marsa.example/ar"}]`,
		"embargo": `"` + received.Format(time.RFC3339) + `"`,
	} {
		if string(got[field]) != want {
			t.Errorf("%s: %s, want %s", field, got[field], want)
		}
	}
	if got["updated"] == nil {
		t.Errorf("no time of update: %s", b)
	}
}

func FuzzRecord(f *testing.F) {
	f.Add([]byte(`{"id":1,"title":"x","text":"y","published":"2026-07-03"}`))
	f.Add([]byte(`{"id":{},"published":[]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if it, err := Record(dateline.Copy{Body: b, Received: received}, Hint{}); err == nil && it.ID == "" {
			t.Errorf("an item without an id: %+v", it)
		}
	})
}
