package read

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"dateline"
)

// statingPage states all that a line can say.
const statingPage = `<html lang="en"><head><title>Marsa opens its quays | Marsa Press</title>
<link rel="canonical" href="https://press.example/quays"><link rel="alternate" hreflang="ar" href="https://press.example/ar/quays">
<meta property="og:site_name" content="Marsa Press"><meta property="og:description" content="Ferries go as they did before the storm that closed the port.">
<meta property="article:published_time" content="2025-07-03T00:00:00+03:00"><meta property="article:modified_time" content="2025-07-03T12:40:00+03:00">
<meta property="article:section" content="Analysis"><meta name="keywords" content="ports, ferries"><meta property="og:image" content="https://press.example/quay.jpg">
<meta name="rights" content="Ask first">
<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"@type":"GovernmentOrganization","name":"Marsa Press"}}</script></head>
<body><h1>Marsa opens its quays</h1><p class="byline">By Ann Lee</p><article>
<figure><img src="https://press.example/quay.jpg"><figcaption>The quay on Thursday. Photo: Omar Nasser</figcaption></figure>
<p>MARSA, 3 July (MP) - CAIRO (Reuters) - said the first board at the pier on Thursday morning, and nobody knew why the port had put it there.</p>
<h2>What goes again</h2><ul><li>The ferry to Murjana, every hour</li><li>Cargo ships by turns, two at a time, until Sunday night</li></ul>
<p>Ferries go as they did before the storm, the port said, and ships come in by turns until Sunday.</p>
<table><tr><th>Quay</th><th>Ships</th></tr><tr><td>North</td><td>4</td></tr><tr><td>South</td><td></td></tr></table>
<blockquote>We have not slept for two nights, and we would do it again for this port.</blockquote>
<p>The harbour master thanked the crews of the nine tugs that stayed out through both nights of the storm.</p></article></body></html>`

const statingPageArabic = `<html lang="ar" dir="rtl"><head><meta property="og:site_name" content="صحيفة مرسى"><link rel="canonical" href="https://press.example/ar/quays">
<link rel="alternate" hreflang="en" href="https://press.example/quays"><meta property="og:description" content="عادت العبّارات إلى مواعيدها بعد العاصفة التي أغلقت الميناء.">
<meta property="article:published_time" content="2025-07-03T10:15:00"><meta property="article:section" content="رأي"><meta name="keywords" content="موانئ، عبّارات">
<meta property="og:image" content="https://press.example/quay.jpg"></head>
<body><h1>ميناء مرسى يعود إلى العمل</h1><p class="byline">كتبت: سلمى حداد</p><article>
<p>مرسى (و م ق) - أعيد افتتاح ميناء مرسى يوم الخميس بعد عاصفة استمرت يومين، على ما قال مدير الميناء.</p>
<ul><li>العبّارة إلى مرجانة كل ساعة</li><li>سفن الشحن بالدور حتى ليل الأحد</li></ul>
<p>وغادرت تسع عبّارات وسفينة شحن واحدة قبل الظهر، وتنتظر السفن الأخرى هدوء البحر في الليل.</p></article></body></html>`

// again reads a page, prints it, and reads the line.
func again(t *testing.T, page, zone string, blocks bool) (it, got dateline.Item) {
	t.Helper()
	it, err := Page(dateline.Copy{Source: "file", Received: received, ContentType: "text/html", Body: []byte(page), Zone: zone}, Hint{})
	if err != nil {
		t.Fatal(err)
	}
	made := NewLine("quays", it)
	if blocks {
		made.Body = it.Body
	}
	line, err := json.Marshal(made)
	if err != nil {
		t.Fatal(err)
	}
	if got, err = Record(dateline.Copy{Source: "file", Body: line, Received: received}, Hint{}); err != nil {
		t.Fatal(err)
	}
	return it, got
}

// TestRecordKeepsAll: a page that comes by its line is the item that the wire makes of it.
func TestRecordKeepsAll(t *testing.T) {
	for name, page := range map[string]string{"English": statingPage, "Arabic": statingPageArabic} {
		it, got := again(t, page, "Asia/Beirut", true)
		it.Opening, got.Opening = "", ""
		was, is := reflect.ValueOf(it), reflect.ValueOf(got)
		for i := range was.NumField() {
			if want, have := was.Field(i).Interface(), is.Field(i).Interface(); !sameValue(want, have) {
				t.Errorf("%s: %s is taken in as\n%+v, and was read as\n%+v", name, was.Type().Field(i).Name, have, want)
			}
		}
		// Without its blocks the text has lost their kinds, and nothing else.
		if _, flat := again(t, page, "Asia/Beirut", false); flat.Standfirst != it.Standfirst || flat.CreditLine != it.CreditLine || flat.Dateline != it.Dateline ||
			flat.Picture == nil || len(flat.Translations) != 1 || !strings.HasPrefix(flat.Text(), it.Body[0].Text) {
			t.Errorf("%s without blocks: %+v", name, flat)
		}
	}
	it, _ := again(t, statingPage, "", true)
	kinds := map[dateline.BlockKind]bool{}
	for _, b := range it.Body {
		kinds[b.Kind] = true
	}
	if len(kinds) < 5 || it.Standfirst == "" || it.Updated.IsZero() || it.Section == "" || len(it.Keywords) != 2 || it.Genre == "" || it.SourceKind == "" ||
		it.Picture == nil || it.Picture.Credit == "" || len(it.Translations) != 1 || it.Dateline.Place == "" {
		t.Errorf("the page shows too little: %+v", it)
	}
}

// sameValue compares times as what they tell.
func sameValue(a, b any) bool {
	if s, ok := a.(dateline.Stamp); ok {
		o := b.(dateline.Stamp)
		same := s.Equal(o)
		s.Time = o.Time
		return same && s == o
	}
	return reflect.DeepEqual(a, b)
}

// TestRecordNames: the id of a line is its file's, which others share.
func TestRecordNames(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`{"id":"index","url":"https://press.example/a","headline":"Port opens","text":"It did.","article":true}`, "https://press.example/a"},
		{`{"id":"page","url":"","headline":"Port opens","text":"It did.","article":true}`, "page"},
		{`{"id":"-","url":"","headline":"Port opens","text":"It did.","article":true}`, "sha256:"},
		{`{"id":"a1","url":"https://press.example/a","title":"Port opens","text":"It did."}`, "a1"},
	} {
		it, err := Record(dateline.Copy{Source: "file", Body: []byte(c.line), Received: received}, Hint{})
		if err != nil || !strings.HasPrefix(it.GUID, c.want) {
			t.Errorf("%s: %v %q", c.line, err, it.GUID)
		}
	}
}

// TestRecordRefusesWrong: what a line says and cannot mean is left out of the item.
func TestRecordRefusesWrong(t *testing.T) {
	for _, field := range []string{`"standfirst":["x"]`, `"section":5`, `"keywords":"ports"`, `"genre":"poem"`, `"sourceKind":"own"`, `"picture":"https://press.example/p.jpg"`,
		`"picture":{"url":"javascript:alert(1)"}`, `"translations":[{"language":"ar","url":"data:text/html,x"},{"language":"?","url":"https://press.example/ar"}]`, `"updated":{"time":5}`,
		`"updated":{"time":"soon","zone":"Z"}`, `"body":"It opened."`, `"body":[{"kind":"list"},{"kind":"table","rows":[[]]}]`, `"dateline":"MARSA"`, `"direction":"up"`} {
		it, err := Record(dateline.Copy{Source: "file", Received: received, Body: []byte(`{"headline":"Harbour opens","text":"The harbour of Marsa has opened.","article":true,"language":"en",` + field + `}`)}, Hint{})
		if err != nil || it.Standfirst+it.Section+string(it.Genre)+string(it.SourceKind)+it.Dateline.Place != "" || len(it.Keywords)+len(it.Translations) > 0 ||
			it.Picture != nil || !it.Updated.IsZero() || it.Text() != "The harbour of Marsa has opened." || it.Direction != dateline.LeftToRight {
			t.Errorf("%s: %v %+v", field, err, it)
		}
	}
	it, err := Record(dateline.Copy{Body: []byte(`{"headline":"x","article":true,"body":[{"kind":"post","text":"Open!","url":"javascript:alert(1)"},{"kind":"map","text":"A map."}]}`)}, Hint{})
	if want := []dateline.Block{{Kind: dateline.Post, Text: "Open!"}, {Kind: dateline.Paragraph, Text: "A map."}}; err != nil || !reflect.DeepEqual(it.Body, want) {
		t.Errorf("%v %+v", err, it.Body)
	}
}

// TestRecordZone: a zone that a line makes up is not shown as the page's.
func TestRecordZone(t *testing.T) {
	for zone, want := range map[string]string{"+03:00": "+03:00", "AST": "AST", "Asia/Beirut": "Asia/Beirut", "توقيت مكة": "توقيت مكة", "<b>": "+03:00", strings.Repeat("x", 5000): "+03:00", "": "+03:00"} {
		it, err := Record(dateline.Copy{Source: "file", Received: received, Body: []byte(`{"headline":"Harbour opens","text":"It did.","article":true,"published":{"time":"2026-07-03T00:00:00+03:00","zone":"` + zone + `"}}`)}, Hint{})
		if err != nil || it.Published.Zone != want || it.Published.Text() != "2026-07-03T00:00:00+03:00" {
			t.Errorf("%.20q: %v %.20q %s", zone, err, it.Published.Zone, it.Published.Text())
		}
	}
}

// TestRecordOfTheFuture: no line makes sure of a time that has not come.
func TestRecordOfTheFuture(t *testing.T) {
	for year, want := range map[string]dateline.Confidence{"2999": dateline.Doubtful, "2025": dateline.Sure} {
		it, err := Record(dateline.Copy{Source: "file", Received: received, Body: []byte(`{"headline":"Harbour opens","text":"It did.","article":true,"published":{"time":"` + year + `-07-03T10:15:00+03:00","zone":"+03:00","confidence":"` + string(dateline.Sure) + `"}}`)}, Hint{})
		if err != nil || it.Published.Confidence != want {
			t.Errorf("%s: %v %+v", year, err, it.Published)
		}
	}
}
