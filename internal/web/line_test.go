package web

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/wire"
)

// TestFieldTakesAWholeQuestion: the fields take what the site answers, and no less, or a
// question that came by a link could not be changed.
func TestFieldTakesAWholeQuestion(t *testing.T) {
	w := newWorld(t)
	long := strings.Repeat("ا", longestQuery)
	for _, path := range []string{"/en/", "/ar/search", "/ar/search?q=" + url.QueryEscape(long)} {
		contains(t, w.page(path), fmt.Sprintf(`maxlength="%d"`, longestQuery))
	}
	if rec := w.get("/ar/search?q=" + url.QueryEscape(long+"ا")); rec.Code != http.StatusBadRequest {
		t.Errorf("one letter more answers %d", rec.Code)
	}
}

// TestAlternates names the same page in each language, the first edition for readers of
// none, and nothing for a part of a list.
func TestAlternates(t *testing.T) {
	w := newWorld(t)
	for _, path := range []string{"/en/latest", "/ar/latest"} {
		contains(t, w.page(path), `rel="alternate" hreflang="ar" href="https://marsa.example/ar/latest"`,
			`rel="alternate" hreflang="x-default" href="https://marsa.example/en/latest"`)
	}
	lacks(t, w.page("/en/latest?before=1.x"), `rel="alternate" hreflang`)
}

// TestKicker says section and genre, where they say something.
func TestKicker(t *testing.T) {
	e := emptyWorld(t).site.editions[0]
	for _, c := range []struct {
		section string
		genre   dateline.Genre
		want    string
	}{
		{"", "", ""}, {"", dateline.Report, ""}, {"Region", dateline.Report, "Region"}, {"", dateline.Opinion, "Opinion"},
		{"Region", dateline.Opinion, "\u2068Region\u2069 · \u2068Opinion\u2069"},
	} {
		if got := kicker(e, &wire.View{Section: c.section, Genre: c.genre}); got != c.want {
			t.Errorf("%q and %q: %q, want %q", c.section, c.genre, got, c.want)
		}
	}
}

// TestNoticeOfWhatIsGone names and links an item as long as it is there.
func TestNoticeOfWhatIsGone(t *testing.T) {
	w := emptyWorld(t)
	for status, linked := range map[dateline.PubStatus]bool{dateline.Usable: true, dateline.Canceled: false} {
		v := wire.View{ID: "aaaaaaaaaaaaa", Language: "en", Headline: "Port shut", Status: status, Notices: []dateline.FiledNotice{
			{Notice: dateline.Notice{Kind: dateline.Withdraw, Text: "Wrong port."}, Time: noon},
		}}
		got := w.site.noticesOn(w.site.editions[0], &v, noon)
		if len(got) != 1 || (got[0].Href != "") != linked || (got[0].Of != "") != linked {
			t.Errorf("%s: %+v", status, got)
		}
	}
}

// TestGuestsHaveNoAlternates: an item in the language of no edition stands in both, and
// neither is its home that search engines should be told of.
func TestGuestsHaveNoAlternates(t *testing.T) {
	w := newWorld(t)
	for _, lang := range []string{"en", "ar"} {
		page := w.page(w.path(lang, "fr"))
		lacks(t, page, `rel="alternate" hreflang`)
		contains(t, page, `href="`+w.path(map[string]string{"en": "ar", "ar": "en"}[lang], "fr")+`"`)
	}
	contains(t, w.page(w.path("en", "olives")), `rel="alternate" hreflang="en"`)
}

// TestByline joins names as each language does: in Arabic the and is written with
// the name behind it, and stands before each.
func TestByline(t *testing.T) {
	two, three := []string{"Rania Sabbagh", "Yusuf Karam"}, []string{"Rania Sabbagh", "Yusuf Karam", "Hala Mansour"}
	arabic := []string{"رانيا صباغ", "يوسف كرم", "John Smith"}
	for _, c := range []struct {
		lang  string
		names []string
		want  string
	}{
		{"en", two[:1], "by Rania Sabbagh"},
		{"en", two, "by Rania Sabbagh and Yusuf Karam"},
		{"en", three, "by Rania Sabbagh, Yusuf Karam and Hala Mansour"},
		{"ar", arabic[:2], "بقلم رانيا صباغ ويوسف كرم"},
		{"ar", arabic, "بقلم رانيا صباغ ويوسف كرم وJohn Smith"},
	} {
		w := emptyWorld(t)
		item := sample("delta", "byline", c.lang, 1, "Port shut", "Twelve ships wait.")
		item.Byline = c.names
		w.file(sampleSources(), []dateline.Item{item})
		page := w.page(w.get("/" + c.lang + "/item/" + string(item.ID)).Header().Get("Location"))
		if got := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page, ""); !strings.Contains(got, c.want+" ") {
			t.Errorf("the page lacks %q", c.want)
		}
	}
}

// TestDirectionInLists gives points of a list and cells of a table the direction of
// their own words where that is another: «12,000 t» turned round in an Arabic table.
func TestDirectionInLists(t *testing.T) {
	w := emptyWorld(t)
	item := sample("nahr", "cells", "ar", 1, "حمولات السفن في ميناء الزين", "")
	item.Body = []dateline.Block{
		{Kind: dateline.List, Items: []string{"50 عاملاً", "Workers (30).", "MSC Aurora ترسو في الميناء"}},
		{Kind: dateline.Table, Rows: [][]string{{"السفينة", "الحمولة"}, {"MSC Aurora", "12,000 t"}}},
	}
	w.file(sampleSources(), []dateline.Item{item})
	page := w.page(w.get("/ar/item/" + string(item.ID)).Header().Get("Location"))
	contains(t, page, `<ul dir="rtl">`, `<table dir="rtl">`,
		`<li>50 عاملاً</li>`, `<li><bdi dir="ltr">Workers (30).</bdi></li>`, `<li>MSC Aurora ترسو في الميناء</li>`,
		`<th scope="col">الحمولة</th>`, `<td><bdi dir="ltr">12,000 t</bdi></td>`)
}

// TestBriefTellsAnotherYear: a column of times leaves out the year of the day that
// the page states, and no other.
func TestBriefTellsAnotherYear(t *testing.T) {
	for _, c := range []struct {
		at     time.Time
		en, ar string
	}{
		{noon.Add(-time.Hour), "13:32", "13:32"},
		{noon.AddDate(0, 0, -3), "19 Nov", "19/11"},
		{noon.AddDate(-1, 0, 0), "22 Nov 2025", "22/11/2025"},
		{noon.AddDate(0, 2, 0), "22 Jan 2027", "22/1/2027"},
	} {
		w := newWorld(t)
		for i, want := range []string{c.en, c.ar} {
			e := w.site.editions[i]
			if got := moment(e.Edition, "", noon, c.at).Brief; got != want {
				t.Errorf("%s: %q, want %q", c.at, got, want)
			}
			day := wire.View{When: c.at, Published: dateline.Stamp{Time: c.at, Zone: "Z", Precision: dateline.ToDay}}
			if want == "13:32" {
				continue
			}
			if got := e.moment(&day, noon).Brief; got != want {
				t.Errorf("a bare day, %s: %q, want %q", c.at, got, want)
			}
		}
	}
}
