package desk

import (
	"context"
	"errors"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/search"
	"dateline/internal/wire"
)

// stock keeps items of two sources: n of Nahr in English, and three of Delta, one
// of which is held and one killed.
func (v *visitor) stock(n int) {
	v.t.Helper()
	ctx := context.Background()
	var kept []dateline.Kept
	var decisions []dateline.Decision
	add := func(id, source, language, headline string, decided dateline.DecisionKind) {
		item := dateline.Item{
			ID: dateline.ItemID(id), Source: dateline.SourceID(source), GUID: id, Language: language, Direction: dateline.LeftToRight,
			Headline: headline, Received: v.now.Add(-time.Duration(len(kept)) * time.Minute),
		}
		kept = append(kept, dateline.Kept{Item: item, Words: search.Words(&item)})
		decisions = append(decisions, dateline.Decision{Item: item.ID, Kind: decided, By: "rania", Time: v.now, Reason: "court"})
	}
	for i := range n {
		add(fmt.Sprintf("n%012d", i), "nahr", "en", fmt.Sprintf("Dam talks, day %d", i), dateline.Release)
	}
	add("d000000000001", "delta", "ar", "تعليق المحادثات", dateline.Hold)
	add("d000000000002", "delta", "en", "Reservoir talks named wrongly", dateline.Kill)
	add("d000000000003", "delta", "de", "Der Damm & das Tal", dateline.Release)
	err := v.store.Update(ctx, func(tx dateline.Tx) error {
		_, err := tx.Keep(ctx, kept)
		_, decided := tx.Decide(ctx, decisions...)
		return errors.Join(err, decided,
			tx.PutSource(ctx, dateline.Source{ID: "nahr", Name: "Nahr", Names: dateline.Names{"ar": "نهر"}}, v.now),
			tx.PutSource(ctx, dateline.Source{ID: "delta", Name: "Delta & Sons"}, v.now),
			tx.PutSource(ctx, dateline.Source{ID: dateline.OwnSource, Name: "Marsa", Kind: dateline.Own}, v.now))
	})
	if err == nil {
		err = v.store.Update(ctx, func(tx dateline.Tx) error {
			entries, err := tx.Entries(ctx, 0, 10000)
			return errors.Join(err, wire.Stage{}.Step(ctx, tx, entries))
		})
	}
	if err != nil {
		v.t.Fatal(err)
	}
}

// listed are the ids on a page of the desk.
func listed(body string) (ids []string) {
	for _, m := range regexp.MustCompile(`id="item-(\w+)"`).FindAllStringSubmatch(body, -1) {
		ids = append(ids, m[1])
	}
	return ids
}

func TestFilters(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	v.stock(3)
	for query, want := range map[string]string{
		"":        "n0 n1 n2 d1 d2 d3",
		"q=talks": "n0 n1 n2 d2",
		"q=" + "%D9%85%D8%AD%D8%A7%D8%AF%D8%AB%D8%A9": "d1",
		"state=withheld":              "d1",
		"state=canceled":              "d2",
		"state=usable&source=delta":   "d3",
		"in=ar":                       "d1",
		"in=other":                    "d3",
		"q=talks&state=canceled":      "d2",
		"q=talks&source=nahr":         "n0 n1 n2",
		"q=source:delta":              "d1 d2 d3",
		"source=gone":                 "",
		"q=d000000000003":             "d3",
		"q=zzqx":                      "",
		"source=own":                  "",
		"done=decided&q=%20&state=":   "n0 n1 n2 d1 d2 d3",
		"q=said:mansour":              "",
		"q=%22day+1%22&state=usable":  "n1",
		"q=talks+-day&state=withheld": "",
	} {
		for _, lang := range []string{"en", "ar"} {
			w := v.get("/desk?lang=" + lang + "&" + query)
			var got []string
			for _, id := range listed(w.Body.String()) {
				got = append(got, id[:1]+id[12:])
			}
			if w.Code != http.StatusOK || strings.Join(got, " ") != want {
				t.Errorf("%s in %s: %d, %q, want %q", query, lang, w.Code, got, want)
			}
		}
	}
	if w := v.get("/desk?state=lost"); w.Code != http.StatusBadRequest {
		t.Errorf("an unknown state: %d", w.Code)
	}
}

// TestFilterStays: the form shows what is asked for, and pages, the other edition
// and decisions keep it.
func TestFilterStays(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	v.stock(newestItems + 5)
	body := v.get("/desk?lang=ar&q=talks&state=usable&source=nahr&in=en&done=decided").Body.String()
	for _, want := range []string{
		`type="search" name="q" value="talks"`, `<option value="usable" selected>منشور</option>`, `<option value="nahr" dir="auto" selected>نهر</option>`,
		`<option value="en" selected>الإنجليزية</option>`, `<option value="delta" dir="auto">Delta &amp; Sons</option>`, `href="/desk?lang=ar">كل الأخبار</a>`,
		`href="/desk?in=en&amp;lang=en&amp;q=talks&amp;source=nahr&amp;state=usable"`,
		`name="back" value="in=en&amp;q=talks&amp;source=nahr&amp;state=usable"`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the filtered desk lacks %s", want)
		}
	}
	if first := strings.Index(body, `value="own"`); first < 0 || first > strings.Index(body, `value="delta"`) {
		t.Error("own items are not offered first")
	}
	next := regexp.MustCompile(`href="(/desk\?[^"]+)" rel="next"`).FindStringSubmatch(body)
	if next == nil || strings.Contains(next[1], "done") {
		t.Fatalf("the list goes on at %q", next)
	}
	second := v.get(html.UnescapeString(next[1])).Body.String()
	if got := listed(second); len(got) != 5 || !strings.Contains(second, `name="q" value="talks"`) {
		t.Errorf("%d items on the second page", len(got))
	}
	back := html.UnescapeString(regexp.MustCompile(`name="back" value="([^"]+)"`).FindStringSubmatch(second)[1])
	w := v.post("/desk/decide", url.Values{"lang": {"ar"}, "item": {"n000000000052"}, "kind": {"hold"}, "back": {back + "&evil=1"}})
	to, err := url.Parse(w.Header().Get("Location"))
	if q := to.Query(); err != nil || to.Path != "/desk" || q.Get("q") != "talks" || q.Get("before") == "" || q.Get("lang") != "ar" || q.Has("evil") {
		t.Errorf("a decision leads to %s", to)
	}
	v.newest()
	after := v.get(to.RequestURI()).Body.String()
	if got := listed(after); len(got) != 4 || !strings.Contains(after, `<p class="told" role="status">نُفّذ القرار.</p>`) {
		t.Errorf("%d items after one of five was held, or it is not told", len(got))
	}
}

// TestDecideOnItsPage: who decides where the whole item is read stays there.
func TestDecideOnItsPage(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	v.post("/desk/file", url.Values{"headline": {"Berths reopen"}, "urgency": {"5"}, "flash": {"1"}})
	id := string(v.newest().Item.ID)
	body := v.get("/desk/item/" + id + "?lang=ar").Body.String()
	if !strings.Contains(body, `name="back" value="page=item"`) || !strings.Contains(body, `<code dir="ltr">`+id) {
		t.Error("the item's page does not lead back to itself, or lacks its id")
	}
	if n := strings.Count(v.get("/desk?lang=ar").Body.String(), `<b class="urgent">عاجل</b>`); n != 1 {
		t.Errorf("a flash is marked %d times in the list", n)
	}
	w := v.post("/desk/decide", url.Values{"lang": {"ar"}, "item": {id}, "kind": {"hold"}, "back": {"page=item"}})
	at := w.Header().Get("Location")
	if at != "/desk/item/"+id+"?done=decided&lang=ar" {
		t.Fatalf("%d, to %s", w.Code, at)
	}
	v.newest()
	if body := v.get(at).Body.String(); !strings.Contains(body, "نُفّذ القرار.") || !strings.Contains(body, `class="state hold"`) {
		t.Error("it is not told that it was decided")
	}
	if w := v.post("/desk/decide", url.Values{"item": {id}, "kind": {"release"}, "back": {"%zz"}}); w.Code != http.StatusBadRequest || v.newest().Filing.Decided != dateline.Hold {
		t.Errorf("with a list that is none: %d", w.Code)
	}
}

// TestNothingFound says so in words, and leads out.
// TestGoesOnOnlyBehindAShortPage: a page that is full leads on by itself; one that is
// short and leads on says why.
func TestGoesOnOnlyBehindAShortPage(t *testing.T) {
	v := newVisitor(t)
	e := v.page.editions[0]
	next := dateline.Place{Time: v.now, Item: "n"}
	for _, c := range []struct {
		lines       int
		next        dateline.Place
		count, goes bool
	}{
		{newestItems, next, false, false}, {3, next, false, true}, {3, dateline.Place{}, true, false}, {0, next, false, true},
	} {
		f := filterForm{On: true}
		f.tell(e, &newsdesk.Found{Lines: make([]newsdesk.Line, c.lines), Next: c.next, Count: -1})
		if (f.Count != "") != c.count || (f.GoesOn != "") != c.goes || f.None != "" {
			t.Errorf("%d lines, more behind them %v: %+v", c.lines, c.next.Item != "", f)
		}
	}
}

// TestEmbargoIsTold: what was released and is not out yet is under embargo, whatever was
// decided last.
func TestEmbargoIsTold(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	id := v.keeps("Port shut", "Twelve ships wait.", -10)
	v.says("/desk?lang=en", true, `class="state release"`)
	err := v.store.Update(context.Background(), func(tx dateline.Tx) error {
		_, err := tx.Decide(context.Background(), dateline.Decision{Item: id, Kind: dateline.Embargo, By: "rania", Time: v.now, Until: v.now.Add(time.Hour)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	v.settles()
	v.says("/desk?lang=en", true, `class="state embargo"`)
	v.says("/desk?lang=en", false, `href="/en/item/`+string(id))
}

func TestNothingFound(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	for query, want := range map[string][2]string{
		"":               {"Nothing to decide.", "لا شيء يستدعي قرارًا."},
		"q=zzqx":         {"No item matches.", "لا خبر يطابق."},
		"state=canceled": {"No item matches.", "لا خبر يطابق."},
		"q=said:mansour": {"under Persons", "صفحة الأشخاص"},
	} {
		for i, lang := range []string{"en", "ar"} {
			if body := v.get("/desk?lang=" + lang + "&" + query).Body.String(); !strings.Contains(body, want[i]) {
				t.Errorf("%q in %s does not say %q", query, lang, want[i])
			}
		}
	}
}
