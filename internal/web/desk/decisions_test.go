package desk

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/locale"
	"dateline/internal/wire"
)

// decides posts a decision as the page of an item does.
func (v *visitor) decides(id dateline.ItemID, kind string, with url.Values) int {
	v.t.Helper()
	form := url.Values{"lang": {"en"}, "item": {string(id)}, "back": {"page=item"}, "kind": {kind}}
	for name, values := range with {
		form[name] = values
	}
	v.now = v.now.Add(time.Minute)
	w := v.post("/desk/decide", form)
	v.settles()
	return w.Code
}

// TestDecisionsOnItsPage makes every decision of an item's page, in a row, and reads it
// there.
func TestDecisionsOnItsPage(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	id := v.keeps("Port shut", "Twelve ships wait.", -10)
	if code := v.decides(id, "release", nil); code != http.StatusSeeOther {
		t.Fatalf("release: %d", code)
	}
	at := "/desk/item/" + string(id) + "?lang="
	for _, step := range []struct {
		kind       string
		with       url.Values
		code       int
		says       string // on the page afterwards
		says2, not string
	}{
		{"correct", nil, 400, `class="correct"`, `class="withdraw"`, "Notice: "},
		{"correct", url.Values{"notice": {"It was ten."}}, 303, "<b>Correction</b>", "It was ten.", ""},
		{"clarify", url.Values{"notice": {"Ten ships, not boats."}}, 303, "<b>Clarification</b>", "Ten ships, not boats.", ""},
		{"embargo", nil, 400, "released", "", "under embargo"},
		{"embargo", url.Values{"until": {"tomorrow"}}, 400, "released", "", "under embargo"},
		{"embargo", url.Values{"until": {"2026-11-22T10:00"}}, 400, "released", `min="2026-11-22T14:`, `value="lift"`},
		{"lift", nil, 400, "released", "", "under embargo"},
		{"embargo", url.Values{"until": {"2026-11-23T08:30"}}, 303, `class="state embargo">under embargo`, "23 Nov 2026, 08:30", ""},
		{"lift", nil, 303, `class="state release"`, "<b>Embargo ended</b>", `value="lift"`},
		{"spike", nil, 303, "spiked", "<b>Spike</b>", `value="spike"`},
		{"release", nil, 303, `value="spike"`, "", ""},
		{"withdraw", nil, 400, "released", "", ""},
		{"withdraw", url.Values{"reason": {"taken twice"}}, 303, "withdrawn", "taken twice", `class="correct"`},
		{"kill", url.Values{"reason": {"court order"}}, 303, "court order", `id="made"`, `value="embargo"`},
	} {
		if code := v.decides(id, step.kind, step.with); code != step.code {
			t.Errorf("%s %v: %d, want %d", step.kind, step.with, code, step.code)
		}
		page := bare(v.get(at + "en").Body.String())
		if !strings.Contains(page, step.says) || !strings.Contains(page, step.says2) || step.not != "" && strings.Contains(page, step.not) {
			t.Errorf("after %s %v the page lacks %q or %q, or says %q", step.kind, step.with, step.says, step.says2, step.not)
		}
	}
	past := url.Values{"lang": {"ar"}, "item": {string(id)}, "kind": {"embargo"}, "until": {"2001-01-01T10:00"}}
	if page := bare(v.post("/desk/decide", past).Body.String()); !strings.Contains(page, "مضى هذا الموعد") || strings.Contains(page, "in the past") {
		t.Error("that an embargo is over is not told in Arabic")
	}
	if page := bare(v.get(at + "ar").Body.String()); !strings.Contains(page, "القرارات") || !strings.Contains(page, "تنويه: It was ten.") || !strings.Contains(page, "<b>رفع الحظر</b>") || !strings.Contains(page, "<bdi>التحرير</bdi>") {
		t.Error("the decisions are not told in Arabic")
	}
}

// TestEmbargoInTheEditionsZone: the field has no zone of its own, and the page's stands beside it.
func TestEmbargoInTheEditionsZone(t *testing.T) {
	v := newVisitor(t)
	beirut, err := locale.New(dateline.Edition{Language: "en", Zone: "Asia/Beirut"})
	if err != nil {
		t.Fatal(err)
	}
	v.page.editions = []*locale.Edition{beirut}
	r, err := http.NewRequest(http.MethodPost, "/desk/decide", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.PostForm = url.Values{"until": {"2026-11-23T08:30:15"}}
	r.Form = r.PostForm
	got, err := v.page.until(r)
	if want := time.Date(2026, 11, 23, 6, 30, 15, 0, time.UTC); err != nil || !got.Equal(want) {
		t.Errorf("%s %v, want %s", got, err, want)
	}
}

// TestWhoDecided: rules and sources are told in words, people by their names.
func TestWhoDecided(t *testing.T) {
	v := newVisitor(t)
	for i, want := range []string{"rule of the source", "the source itself", "Desk", "rania"} {
		by := []string{dateline.ByRule, dateline.BySource, person, "rania"}[i]
		lines := decisionLines(v.page.editions[0], []dateline.Decision{{Kind: dateline.Hold, By: by, Time: v.now}})
		if len(lines) != 1 || lines[0].By != want {
			t.Errorf("%s: %+v, want %q", by, lines, want)
		}
	}
}

// TestEditOwnItem: an own item is filed again from its page, with or without a notice, and
// with the names that stand in its form; a source's item has no such form, and none is taken.
func TestEditOwnItem(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	id, err := v.page.config.Desk.File(context.Background(), newsdesk.Draft{
		Headline: "Berths reopen", Text: "Two of twelve.\n\nMore later.", Language: "en", Byline: []string{"Nura Sabri"}, Urgency: 3, By: "rania",
	})
	if err != nil {
		t.Fatal(err)
	}
	v.settles()
	v.says("/desk/item/"+string(id)+"?lang=en", true, `value="Berths reopen"`, "Two of twelve.\n\nMore later.</textarea>", `<option value="3" selected>`, `name="byline" value="Nura Sabri"`)
	form := url.Values{"lang": {"en"}, "item": {string(id)}, "headline": {"All berths reopen"}, "text": {"Twelve of twelve."}, "language": {"en"}, "urgency": {"3"}, "byline": {" Nura  Sabri، Jaber al-Ashi, "}, "notice": {"Twelve, not two."}}
	v.now = v.now.Add(time.Minute + 123456789) // finer than a store keeps the time of a decision
	if w := v.post("/desk/file", form); w.Header().Get("Location") != "/desk/item/"+string(id)+"?done=filed&lang=en" {
		t.Fatalf("%d to %q", w.Code, w.Header().Get("Location"))
	}
	line := v.newest()
	if line.Item.ID != id || line.Item.Version != 2 || line.Item.Headline != "All berths reopen" || len(line.Filing.Notices) != 1 || !slices.Equal(line.Item.Byline, []string{"Nura Sabri", "Jaber al-Ashi"}) || line.Item.Urgency != 3 {
		t.Errorf("filed again: %+v %+v", line.Item, line.Filing)
	}
	v.says("/desk/item/"+string(id)+"?lang=en&done=filed", true, "Filed.", "Twelve, not two.", `id="versions"`)
	// Readers are told what the version is, as of a source's that says so itself.
	public, err := wire.NewReader(v.store, dateline.Publication{}, func() time.Time { return v.now }).Item(context.Background(), id)
	if err != nil || len(public.Versions) != 2 || public.Versions[1].Notice != dateline.Correct || public.Versions[0].Notice != "" {
		t.Errorf("versions %+v %v", public.Versions, err)
	}
	theirs := v.keeps("Port shut", "Twelve ships wait.", -10)
	v.says("/desk/item/"+string(theirs)+"?lang=en", false, "<textarea")
	form.Set("item", string(theirs))
	if w := v.post("/desk/file", form); w.Code != http.StatusForbidden {
		t.Errorf("a source's item is edited: %d", w.Code)
	}
}
