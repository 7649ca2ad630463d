package desk

import (
	"context"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/search"
	"dateline/internal/store/mem"
	"dateline/internal/web/look"
	"dateline/internal/wire"
)

// A visitor sits before the desk's page with a browser's cookies.
type visitor struct {
	t       *testing.T
	page    *Handler
	store   dateline.Store
	now     time.Time
	cookies []*http.Cookie
}

func newVisitor(t *testing.T) *visitor {
	t.Helper()
	v := &visitor{t: t, store: mem.New(), now: time.Date(2026, 11, 22, 14, 32, 0, 0, time.UTC)}
	l, err := look.New()
	if err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return v.now }
	pub := &dateline.Publication{
		Names: dateline.Names{"en": "Marsa", "ar": "مرسى"}, Base: "https://marsa.example",
		Editions: []dateline.Edition{{Language: "en"}, {Language: "ar"}},
	}
	desk := newsdesk.New(newsdesk.Config{Store: v.store, Now: clock, Words: search.Words})
	if v.page, err = New(Config{Desk: desk, Sources: desk, Edits: desk, Statements: desk, Texts: desk, Persons: desk, Publication: pub, Look: l, Now: clock}); err != nil {
		t.Fatal(err)
	}
	return v
}

func (v *visitor) send(r *http.Request) *httptest.ResponseRecorder {
	v.t.Helper()
	for _, c := range v.cookies {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	v.page.ServeHTTP(w, r)
	if set := w.Result().Cookies(); len(set) > 0 {
		v.cookies = set
	}
	return w
}

func (v *visitor) get(path string) *httptest.ResponseRecorder {
	v.t.Helper()
	return v.send(httptest.NewRequest(http.MethodGet, path, nil))
}

func (v *visitor) post(path string, form url.Values) *httptest.ResponseRecorder {
	v.t.Helper()
	return v.postFrom(path, form, http.Header{})
}

// postFrom sends a form with the headers of the page that it stands on.
func (v *visitor) postFrom(path string, form url.Values, headers http.Header) *httptest.ResponseRecorder {
	v.t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header = headers
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return v.send(r)
}

// enter goes in by a fresh link.
func (v *visitor) enter() {
	v.t.Helper()
	if w := v.get(v.page.Invite()); w.Code != http.StatusSeeOther {
		v.t.Fatalf("the link answered %d", w.Code)
	}
}

// newest is the newest item with its filing, after the wire has run.
func (v *visitor) newest() newsdesk.Line {
	v.t.Helper()
	ctx := context.Background()
	err := v.store.Update(ctx, func(tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, 0, 1000)
		if err != nil {
			return err
		}
		return wire.Stage{}.Step(ctx, tx, entries)
	})
	if err != nil {
		v.t.Fatal(err)
	}
	found, err := v.page.config.Desk.Find(ctx, newsdesk.Search{Limit: 1})
	if err != nil || len(found.Lines) == 0 {
		v.t.Fatalf("no item: %v", err)
	}
	return found.Lines[0]
}

func TestOnlyTheInvitedComeIn(t *testing.T) {
	v := newVisitor(t)
	for _, path := range []string{"/desk", "/desk?lang=ar", "/desk/enter", "/desk/enter?token=guess", "/desk/nowhere"} {
		if w := v.get(path); w.Code != http.StatusForbidden || strings.Contains(w.Body.String(), "<form method") {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	if w := v.post("/desk/file", url.Values{"headline": {"x"}, "urgency": {"5"}}); w.Code != http.StatusForbidden {
		t.Errorf("filing from outside: %d", w.Code)
	}
	if body := v.get("/desk?lang=ar").Body.String(); !strings.Contains(body, "قسم التحرير مغلق أمامك") {
		t.Error("the closed desk does not speak Arabic")
	}
}

// A typed address often ends in a slash.
func TestDeskWithASlash(t *testing.T) {
	if w := newVisitor(t).get("/desk/"); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/desk" {
		t.Errorf("%d, to %q", w.Code, w.Header().Get("Location"))
	}
}

// TestLinkFromAnotherSite follows the link from a letter that is read in the browser.
// Browsers send a strict cookie only where the desk itself leads, and no redirect of a
// visit that began elsewhere: whoever came so was shut out, and the link used up.
func TestLinkFromAnotherSite(t *testing.T) {
	for from, status := range map[string]int{"": 303, "none": 303, "same-origin": 303, "same-site": 303, "cross-site": 200} {
		v := newVisitor(t)
		link := v.page.Invite()
		r := httptest.NewRequest(http.MethodGet, link+"&lang=ar", nil)
		r.Header.Set("Sec-Fetch-Site", from)
		w := v.send(r)
		if w.Code != status || len(v.cookies) != 1 {
			t.Errorf("from %q: %d with %d cookies", from, w.Code, len(v.cookies))
		}
		if body := w.Body.String(); status == 200 && (!strings.Contains(body, `content="0;url=/desk?lang=ar"`) || strings.Contains(body, "token")) {
			t.Errorf("the page does not lead on, or tells the token:\n%s", body)
		}
		if w := v.get("/desk"); w.Code != 200 {
			t.Errorf("from %q: the desk answers %d", from, w.Code)
		}
	}
}

// TestLookAtTheLinkLeavesIt asks for the header alone, as programs do that look
// whether a link in a letter is good.
func TestLookAtTheLinkLeavesIt(t *testing.T) {
	v := newVisitor(t)
	link := v.page.Invite()
	if w := v.send(httptest.NewRequest(http.MethodHead, link, nil)); len(w.Result().Cookies()) > 0 {
		t.Error("a look at the link let somebody in")
	}
	if w := v.get(link); w.Code != http.StatusSeeOther {
		t.Errorf("after a look at it the link answers %d", w.Code)
	}
}

func TestLinkWorksOnce(t *testing.T) {
	v := newVisitor(t)
	link := v.page.Invite()
	v.get(link)
	c := v.cookies[0]
	if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || !c.Secure || c.Path != "/desk" {
		t.Errorf("cookie %+v", c)
	}
	if w := v.get("/desk"); w.Code != 200 || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("the desk: %d %v", w.Code, w.Header())
	}
	second := &visitor{t: t, page: v.page}
	if w := second.get(link); w.Code != http.StatusForbidden || len(second.cookies) > 0 {
		t.Errorf("the link worked twice: %d", w.Code)
	}
}

func TestSessionsEnd(t *testing.T) {
	v := newVisitor(t)
	link := v.page.Invite()
	v.now = v.now.Add(inviteFor + time.Minute)
	if w := v.get(link); w.Code != http.StatusForbidden {
		t.Errorf("an old link: %d", w.Code)
	}
	v.enter()
	v.now = v.now.Add(sessionFor + time.Minute)
	if w := v.get("/desk"); w.Code != http.StatusForbidden {
		t.Errorf("an old session: %d", w.Code)
	}
	v.enter()
	kept := v.cookies
	v.post("/desk/leave", nil)
	v.cookies = kept // a cookie that was not thrown away
	if w := v.get("/desk"); w.Code != http.StatusForbidden {
		t.Errorf("after leaving: %d", w.Code)
	}
}

func TestOtherMethods(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	for _, r := range []struct{ method, path, allow string }{
		{http.MethodPut, "/desk", "GET, HEAD"}, {http.MethodDelete, "/desk/decide", "GET, HEAD, POST"},
		{http.MethodPost, "/desk", "GET, HEAD"}, {http.MethodPost, "/desk/nowhere", "GET, HEAD"},
	} {
		if w := v.send(httptest.NewRequest(r.method, r.path, nil)); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != r.allow {
			t.Errorf("%s %s: %d, allowed %q", r.method, r.path, w.Code, w.Header().Get("Allow"))
		}
	}
	if w := v.get("/desk/nowhere"); w.Code != http.StatusNotFound {
		t.Errorf("an unknown page: %d", w.Code)
	}
}

func TestOtherSitesCannotPost(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	r := httptest.NewRequest(http.MethodPost, "/desk/file", strings.NewReader("headline=x&urgency=5"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	if w := v.send(r); w.Code != http.StatusForbidden {
		t.Errorf("a post from another site: %d", w.Code)
	}
}

// TestFormLeavesTheLanguageToTheText sends the form as it stands: what is written in
// Arabic on the English page belongs into the Arabic edition.
func TestFormLeavesTheLanguageToTheText(t *testing.T) {
	chosen := regexp.MustCompile(`(?s)<select name="language">.*?<option value="([^"]*)" selected`)
	for _, lang := range []string{"en", "ar"} {
		for text, want := range map[string]string{"إعادة فتح الأرصفة": "ar", "بيان": "ar", "Berths reopen": "en", "Berri, Aoun meet": "en"} {
			v := newVisitor(t)
			v.enter()
			form := chosen.FindStringSubmatch(v.get("/desk?lang=" + lang).Body.String())
			if form == nil {
				t.Fatal("no language is chosen in the form")
			}
			v.post("/desk/file", url.Values{"lang": {lang}, "language": {form[1]}, "headline": {text}, "urgency": {"5"}})
			if got := v.newest().Item.Language; got != want {
				t.Errorf("%q, written on the page in %s, is filed in %s", text, lang, got)
			}
		}
	}
}

func TestFileAndDecide(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	w := v.post("/desk/file", url.Values{
		"lang": {"ar"}, "language": {"ar"}, "headline": {"إعادة فتح جميع الأرصفة"}, "text": {"فقرة\n\nفقرة"}, "urgency": {"5"}, "flash": {"1"},
	})
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/desk?done=filed&lang=ar" {
		t.Fatalf("filing: %d to %q\n%s", w.Code, w.Header().Get("Location"), w.Body)
	}
	line := v.newest()
	if line.Item.Urgency != dateline.Flash || line.Item.Direction != dateline.RightToLeft || line.Filing.Status != dateline.Usable {
		t.Fatalf("filed %+v %+v", line.Item, line.Filing)
	}
	body := v.get("/desk?lang=ar&done=filed").Body.String()
	for _, want := range []string{"أُرسل.", `<h3 lang="ar" dir="rtl"><a href="/ar/item/`, "منشور", `value="hold"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the desk lacks %q", want)
		}
	}
	item := url.Values{"item": {string(line.Item.ID)}}
	for _, test := range []struct {
		kind, reason string
		status       int
		after        dateline.DecisionKind
	}{
		{"hold", "", 303, dateline.Hold},
		{"release", "", 303, dateline.Release},
		{"update", "", 400, dateline.Release},
		{"kill", "", 400, dateline.Release},
		{"kill", "wrong port", 303, dateline.Kill},
		{"release", "", 409, dateline.Kill},
	} {
		v.now = v.now.Add(time.Minute)
		item.Set("kind", test.kind)
		item.Set("reason", test.reason)
		if w := v.post("/desk/decide", item); w.Code != test.status {
			t.Errorf("%s: %d, want %d\n%s", test.kind, w.Code, test.status, w.Body)
		} else if at := w.Header().Get("Location"); test.status == http.StatusSeeOther && !strings.HasSuffix(at, "#item-"+string(line.Item.ID)) {
			t.Errorf("after %s the desk goes on at %q", test.kind, at)
		}
		if got := v.newest().Filing.Decided; got != test.after {
			t.Errorf("after %s: %q, want %q", test.kind, got, test.after)
		}
	}
	told := v.get("/desk?lang=en&done=decided&item=" + string(line.Item.ID)).Body.String()
	if n := strings.Count(told, `<p class="told" role="status">Decided.</p>`); n != 1 || strings.Index(told, "told") < strings.Index(told, `id="item-`) {
		t.Errorf("%d times it is told that it was decided, and not at the item", n)
	}
	if body := v.get("/desk").Body.String(); strings.Contains(body, `value="release"`) || !strings.Contains(body, "killed") {
		t.Error("a killed item can still be decided on")
	}
}

// TestOlderItems: what has left the newest fifty can still be decided on.
func TestOlderItems(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	for i := range newestItems + 2 {
		v.now = v.now.Add(time.Minute)
		w := v.post("/desk/file", url.Values{"lang": {"en"}, "language": {"en"}, "headline": {fmt.Sprintf("Item no %d.", i)}, "text": {"Text."}, "urgency": {"5"}})
		if w.Code != http.StatusSeeOther {
			t.Fatalf("filing answers %d", w.Code)
		}
	}
	v.newest() // the wire has what was filed
	page := v.get("/desk?lang=ar").Body.String()
	next := regexp.MustCompile(`href="(/desk\?[^"]+)" rel="next">الأقدم`).FindStringSubmatch(page)
	if n := strings.Count(page, `id="item-`); next == nil || n != newestItems || strings.Contains(page, "Item no 1.") {
		t.Fatalf("%d items on the desk's page, which goes on at %q", n, next)
	}
	page = v.get(html.UnescapeString(next[1])).Body.String()
	if n := strings.Count(page, `id="item-`); n != 2 || !strings.Contains(page, "Item no 0.") || !strings.Contains(page, "Item no 1.") || !strings.Contains(page, `lang="ar"`) {
		t.Errorf("%d items on the next page", n)
	}
	if strings.Contains(page, `rel="next"`) || !strings.Contains(page, `href="/desk?lang=ar">الأحدث</a>`) {
		t.Error("the last page goes on, or does not lead back")
	}
	if w := v.get("/desk?before=nowhere"); w.Code != http.StatusBadRequest {
		t.Errorf("a place that is none: %d", w.Code)
	}
}

func TestBadForms(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	for name, form := range map[string]url.Values{
		"no headline": {"urgency": {"5"}},
		"no urgency":  {"headline": {"x"}},
		"urgency":     {"headline": {"x"}, "urgency": {"99"}},
	} {
		w := v.post("/desk/file", form)
		if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "Not understood") {
			t.Errorf("%s: %d", name, w.Code)
		}
		for _, way := range []string{`<nav class="menu"`, `action="/desk/leave"`, `<a class="button" href="/desk?lang=en">`} {
			if !strings.Contains(w.Body.String(), way) {
				t.Errorf("%s: whoever is in loses %s", name, way)
			}
		}
	}
	if w := v.post("/desk/file", url.Values{"headline": {"x"}, "urgency": {"5"}, "text": {strings.Repeat("x", longestForm)}}); w.Code != 413 || !strings.Contains(w.Body.String(), "longer than the desk takes") {
		t.Errorf("a form that is too long: %d", w.Code)
	}
	if w := v.post("/desk/decide", url.Values{"item": {"none"}, "kind": {"hold"}}); w.Code != http.StatusNotFound {
		t.Errorf("an item that is not there: %d", w.Code)
	}
}
