package web

import (
	"context"
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/wire"
	"dateline/internal/wire/saidtest"
)

const salma dateline.PersonID = "salmaaaaaaaaa"

const (
	gates = "“We will not close the <gates> of the dam this winter,” minister Nawfal told reporters."
	again = "On Friday Nawfal said: “We will not close the <gates> of the dam this winter,” and left."
	bil   = "وقالت الوزيرة سلمى نوفل: «لن نغلقها هذا الشتاء»."
)

// newPersonWorld has somebody who speaks in both languages and in two outlets.
func newPersonWorld(t testing.TB) *world {
	t.Helper()
	w := newWorld(t)
	w.pub.Mail = "desk@marsa.example"
	w.rebuilt(w.pub.Editions...)
	w.usageOf("delta", dateline.UsageFull)
	w.says(
		saidtest.Line{GUID: "p1", Source: "delta", Person: salma, Name: "Salma Nawfal", Role: "minister", Sentence: gates, At: noon.Add(-50 * time.Hour)},
		saidtest.Line{GUID: "p2", Source: "bahr", Person: salma, Name: "Salma Nawfal", Sentence: again, At: noon.Add(-49 * time.Hour)},
		saidtest.Line{GUID: "p3", Source: "delta", Language: "ar", Person: salma, Name: "سلمى نوفل", Role: "الوزيرة", Sentence: bil, At: noon.Add(-2 * time.Hour)},
	)
	return w
}

// says lets persons speak, and tells the site as the stages do.
func (w *world) says(lines ...saidtest.Line) {
	w.t.Helper()
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		if err := saidtest.Put(ctx, tx, lines...); err != nil {
			return err
		}
		for _, l := range lines {
			if err := tx.Append(ctx, dateline.Entry{Time: noon, Kind: dateline.EntryPerson, Item: l.ID(), Note: string(l.Person)}); err != nil {
				return err
			}
		}
		return nil
	})
	w.step()
}

// orders writes what the desk says of persons, as the stage does.
func (w *world) orders(persons ...dateline.Person) {
	w.t.Helper()
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		if err := tx.PutPersons(ctx, persons...); err != nil {
			return err
		}
		return tx.Append(ctx, dateline.Entry{Time: noon, Kind: dateline.EntryPerson, Note: string(persons[0].ID)})
	})
	w.step()
}

// TestPersonSaysWhatItLeavesOut: that there are older statements, and which items have
// versions that a reader may see.
func TestPersonSaysWhatItLeavesOut(t *testing.T) {
	w := emptyWorld(t)
	e := w.site.editions[0]
	for _, more := range []bool{false, true} {
		p := wire.Person{More: more, Said: []wire.Saying{{Said: wire.Said{When: noon, View: wire.View{ID: "aaaaaaaaaaaaa"}}}}}
		if got := w.site.personPage(e, mustRequest(t, "/en/person/x"), &p, 0); (got.Newest != "") != more {
			t.Errorf("more %v: %q", more, got.Newest)
		}
	}
	for _, c := range []struct {
		source  dateline.SourceID
		version int
		want    bool
	}{{dateline.OwnSource, 2, true}, {dateline.OwnSource, 1, false}, {"delta", 2, false}} {
		said := wire.Saying{Said: wire.Said{View: wire.View{ID: "aaaaaaaaaaaaa", Version: c.version, Source: wire.Source{ID: c.source}}}}
		if got := w.site.personSaying(e, &said).Versions; (got != "") != c.want {
			t.Errorf("version %d of %s: versions at %q", c.version, c.source, got)
		}
	}
}

func TestPersonPage(t *testing.T) {
	w := newPersonWorld(t)
	for language, want := range map[string][]string{
		"en": {
			`<h1 class="title" lang="en" dir="ltr">Salma Nawfal</h1>`, `lang="ar" dir="rtl">سلمى نوفل</p>`, `lang="en" dir="ltr">minister</p>`,
			"2 statements", "from 2 sources", "Put together by a program", "also in 1 other item", "Report an error",
			`lang="ar" dir="rtl"><p>` + bil + "</p>", "We will not close the &lt;gates&gt; of the dam", `href="/en/person/salmaaaaaaaaa/feed.atom"`,
		},
		"ar": {
			`<h1 class="title" lang="ar" dir="rtl">سلمى نوفل</h1>`, `lang="en" dir="ltr">Salma Nawfal</p>`, "تصريحان", "ورد أيضًا في خبر آخر",
			"جمعها برنامج", "الإبلاغ عن خطأ", `lang="en" dir="ltr"><p>“We will`, `href="/ar/person/salmaaaaaaaaa/feed.rss"`,
		},
	} {
		rec := w.get("/" + language + "/person/" + string(salma))
		page := rec.Body.String()
		contains(t, page, want...)
		contains(t, page, `<meta name="robots" content="noindex">`)
		if got := rec.Header().Get("X-Robots-Tag"); got != "noindex" {
			t.Errorf("%s: the header says %q", language, got)
		}
		marks := map[string]bool{}
		for _, m := range figure.FindAllStringSubmatch(page, -1) {
			marks[m[1]] = true
		}
		if len(marks) != 3 {
			t.Errorf("%s: the places of three statements are %v", language, marks)
		}
		if n := strings.Count(page, "<blockquote"); n != 3 {
			t.Errorf("%s: %d sentences", language, n)
		}
	}
	w.orders(dateline.Person{ID: salma, Confirmed: true})
	rec := w.get("/en/person/" + string(salma))
	contains(t, rec.Body.String(), "Confirmed by the desk")
	lacks(t, rec.Body.String(), "noindex", "Put together")
	if got := rec.Header().Get("X-Robots-Tag"); got != "" {
		t.Errorf("confirmed, the header says %q", got)
	}
}

// TestPersonDrawing demands that time runs the other way in Arabic.
func TestPersonDrawing(t *testing.T) {
	w := newPersonWorld(t)
	places := map[string]string{}
	for _, language := range []string{"en", "ar"} {
		page := w.page("/" + language + "/person/" + string(salma))
		for _, m := range regexp.MustCompile(`<rect x="([^"]+)"`).FindAllStringSubmatch(page, -1) {
			places[language] += " " + m[1]
		}
	}
	if places["en"] != " 1.0 311.0" || places["ar"] != " 311.0 1.0" {
		t.Errorf("bars stand at %v", places)
	}
}

// TestPersonComesAndGoes follows a page in the cache through the desk's orders.
func TestPersonComesAndGoes(t *testing.T) {
	w := newPersonWorld(t)
	path, link := "/en/person/"+string(salma), `<a class="link" href="/en/person/`+string(salma)+`" dir="auto">`
	itemPath := w.get("/en/item/" + string(dateline.NewItemID("delta", "p1"))).Header().Get("Location")
	contains(t, w.page(itemPath), link, `"@type":"Quotation"`, `"name":"Salma Nawfal"`, `<bdi>minister</bdi>`)
	w.page(path)

	w.orders(dateline.Person{ID: salma, Private: true})
	if got := w.get(path).Code; got != http.StatusNotFound {
		t.Errorf("hidden, the page answers %d", got)
	}
	page := w.page(itemPath)
	lacks(t, page, link, `"@type":"Quotation"`, `"name":"Salma Nawfal"`, `<bdi>Salma Nawfal</bdi>`, `<bdi>minister</bdi>`)
	contains(t, page, "Nawfal told reporters", "<figure") // the sentence stays, it is the source's
	w.orders(dateline.Person{ID: salma})
	contains(t, w.page(itemPath), link)
	contains(t, w.page(path), "also in 1 other item")

	w.decide(dateline.Decision{Item: dateline.NewItemID("delta", "p3"), Kind: dateline.Kill, By: "mona", Time: noon, Reason: "court order"})
	page = w.page(path)
	contains(t, page, "1 statement")
	lacks(t, page, "نوفل")
	for guid, source := range map[string]dateline.SourceID{"p1": "delta", "p2": "bahr"} {
		w.decide(dateline.Decision{Item: dateline.NewItemID(source, guid), Kind: dateline.Hold, By: "mona", Time: noon})
	}
	if got := w.get(path).Code; got != http.StatusNotFound {
		t.Errorf("with nothing to show the page answers %d", got)
	}
	for guid, source := range map[string]dateline.SourceID{"p1": "delta", "p2": "bahr"} { // the second must reach a page in the cache
		w.decide(dateline.Decision{Item: dateline.NewItemID(source, guid), Kind: dateline.Release, By: "mona", Time: noon})
		w.page(path)
	}
	contains(t, w.page(path), "also in 1 other item")
}

func TestPersonJoined(t *testing.T) {
	w := newPersonWorld(t)
	const other dateline.PersonID = "otheraaaaaaaa"
	w.says(saidtest.Line{GUID: "p4", Source: "delta", Person: other, Name: "S. Nawfal", Sentence: "“The water is low,” said S. Nawfal.", At: noon})
	w.page("/ar/person/" + string(other))
	w.orders(dateline.Person{ID: other, Into: salma})
	rec := w.get("/ar/person/" + string(other))
	if to := rec.Header().Get("Location"); rec.Code != http.StatusFound || to != wire.PersonPath("ar", salma) {
		t.Errorf("the joined one answers %d %s", rec.Code, to)
	}
	contains(t, w.page("/ar/person/"+string(salma)), "The water is low")
	w.update(func(ctx context.Context, tx dateline.Tx) error { return tx.ClearPersons(ctx) }) // derived anew, and nobody is joined
	w.says(saidtest.Line{GUID: "p5", Source: "delta", Person: other, Name: "S. Nawfal", Sentence: "“It rises,” said S. Nawfal.", At: noon})
	contains(t, w.page("/ar/person/"+string(other)), "It rises")
}

// TestSaidDayIsTheSameEverywhere has editions on both sides of Greenwich: the day
// that a sentence tells is no moment, and moves into no zone. One that is only
// known from its item does.
func TestSaidDayIsTheSameEverywhere(t *testing.T) {
	w := newWorld(t)
	w.usageOf("delta", dateline.UsageFull)
	w.rebuilt(dateline.Edition{Language: "en", Zone: "America/New_York"}, dateline.Edition{Language: "ar", Zone: "Asia/Riyadh"})
	day := time.Date(2026, 11, 17, 0, 0, 0, 0, time.UTC)
	told := saidtest.Line{GUID: "z1", Source: "delta", Person: salma, Name: "Salma Nawfal", Sentence: "“No,” Salma Nawfal said on 17 November.", At: day.Add(44 * time.Hour), On: "2026-11-17"}
	late := saidtest.Line{GUID: "z2", Source: "delta", Person: salma, Name: "Salma Nawfal", Sentence: "“Not yet,” Salma Nawfal said.", At: day.Add(2 * time.Hour)}
	w.says(told, late)
	for language, wants := range map[string][]string{
		"en": {`<h2 class="rule">Tuesday 17 November 2026</h2>`, `<h2 class="rule">Monday 16 November 2026</h2>`, "said on \u2068Tuesday 17 November 2026", "16 Nov 2026", "17 Nov 2026", `datetime="2026-11-17"`},
		"ar": {`<h2 class="rule">الثلاثاء 17 تشرين الثاني/نوفمبر 2026</h2>`, "<span>17/11/2026</span>"},
	} {
		contains(t, w.page("/"+language+"/person/"+string(salma)), wants...)
	}
	contains(t, w.page(spokenPath(w, "en", "z1")), "said on \u2068Tuesday 17 November 2026")
}

// TestPersonTurns reads all pages of somebody who said much.
func TestPersonTurns(t *testing.T) {
	w := newPersonWorld(t)
	var lines []saidtest.Line
	for i := range pageStatements + 5 {
		at := noon.Add(-time.Duration(100+i) * time.Hour)
		lines = append(lines, saidtest.Line{
			GUID: "q" + at.Format("150405.02"), Source: "delta", Person: salma, Name: "Salma Nawfal", Sentence: "“It is " + at.Format("15:04 on 2 Jan") + ",” Nawfal said.", At: at,
		})
	}
	w.says(lines...)
	path, found := "/en/person/"+string(salma), 0
	for range 3 {
		page := w.page(path)
		contains(t, page, "47 statements")
		found += strings.Count(page, `<li class="voice">`)
		next := regexp.MustCompile(`href="([^"]+)" rel="next"`).FindStringSubmatch(page)
		if next == nil {
			break
		}
		path = next[1]
	}
	if found != 47 {
		t.Errorf("%d statements on all pages", found)
	}
	for _, bad := range []string{"/en/person/x", "/en/person/" + string(salma) + "?skip=x"} {
		if got := w.get(bad).Code; got != http.StatusNotFound && got != http.StatusBadRequest {
			t.Errorf("%s answers %d", bad, got)
		}
	}
}

// TestPersonForPrograms reads what the page tells search engines.
func TestPersonForPrograms(t *testing.T) {
	page := newPersonWorld(t).page("/ar/person/" + string(salma))
	data := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`).FindStringSubmatch(page)
	var got profile
	if data == nil || json.Unmarshal([]byte(data[1]), &got) != nil {
		t.Fatalf("no data in %v", data)
	}
	if got.Main.Type != "Person" || got.Main.Name != "سلمى نوفل" || len(got.Main.Names) != 1 || len(got.Quotes) != 2 {
		t.Errorf("the page tells %+v", got)
	}
	if q := got.Quotes[0]; q.Text != bil || !strings.HasPrefix(q.ID, "https://marsa.example/ar/statement/") {
		t.Errorf("the first quotation is %+v", q)
	}
}

// TestSaidOnTheSite asks who said something, before and after a new statement and
// an order, and finds the help in both languages.
func TestSaidOnTheSite(t *testing.T) {
	w := newPersonWorld(t)
	const path = "/en/search?q=said:nawfal+water"
	contains(t, w.page(path), "Nothing on this wire matches")
	w.says(saidtest.Line{GUID: "p9", Source: "delta", Person: salma, Name: "Salma Nawfal", Sentence: "“The water is low,” said Salma Nawfal.", At: noon})
	page := w.page(path)
	contains(t, page, "Report p9", "The <mark>water</mark> is low")
	lacks(t, page, "Report p1")
	contains(t, w.page("/ar/search?q=said:%D9%86%D9%88%D9%81%D9%84"), "تقرير p3", "Report p1") // نوفل finds both scripts
	w.orders(dateline.Person{ID: salma, Private: true})
	contains(t, w.page(path), "Nothing on this wire matches")
	contains(t, w.page("/en/search"), "said:Sabbagh harbour", "said by somebody, with the word")
	contains(t, w.page("/ar/search"), "said:صباغ ميناء", "قالها شخص بعينه وفيها الكلمة")
	for lang, says := range map[string]string{"en": "leave out the time", "ar": "احذف الوقت"} {
		got := w.get("/" + lang + "/search?q=said:nawfal+water&as-of=2026-11-01")
		if got.Code != http.StatusBadRequest {
			t.Errorf("%s: a past point answers %d", lang, got.Code)
		}
		contains(t, got.Body.String(), says, `value="said:nawfal water"`, `href="/`+lang+`/search?q=said%3Anawfal&#43;water"`)
	}
}

// TestErasedNameLeavesThePage has a name in an item that shows the name alone: no
// statement of it stands on the page, and so no tag tells of it.
func TestErasedNameLeavesThePage(t *testing.T) {
	w := newPersonWorld(t)
	l := saidtest.Line{
		GUID: "p9", Source: "delta", Person: salma, Name: "Salma Secretname", Sentence: "“No,” said Salma Secretname in the hall.", At: noon.Add(-time.Hour), Unsure: true,
	}
	w.says(l)
	path := "/en/person/" + string(salma)
	contains(t, w.page(path), "Secretname")
	w.update(func(ctx context.Context, tx dateline.Tx) error { return tx.Erase(ctx, l.ID(), noon) })
	w.step()
	lacks(t, w.page(path), "Secretname")
}
