package desk

import (
	"context"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"dateline"
	"dateline/internal/search"
)

// editForm is what the form of an own item would send as it stands, read as a browser does.
func (v *visitor) editForm(body string) url.Values {
	v.t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		v.t.Fatal(err)
	}
	form, within := url.Values{}, false
	for n := range doc.Descendants() {
		attr := map[string]string{}
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
		}
		switch {
		case n.Data == "form":
			within = attr["action"] == "/desk/file" && strings.Contains(n.Parent.Attr[0].Val, "edit")
		case within && n.Data == "input":
			form.Set(attr["name"], attr["value"])
		case within && n.Data == "option":
			if _, ok := attr["selected"]; ok {
				for _, a := range n.Parent.Attr {
					form.Set(a.Val, attr["value"]) // a select has a name and nothing else
				}
			}
		case within && n.Data == "textarea":
			form.Set(attr["name"], "")
			if n.FirstChild != nil {
				form.Set(attr["name"], strings.ReplaceAll(n.FirstChild.Data, "\n", "\r\n")) // HTML, 4.10.11: as it is submitted
			}
		}
	}
	if len(form) < 6 {
		v.t.Fatalf("the page's form has only %v", form)
	}
	return form
}

// keepsOwn keeps an own item that came from elsewhere, with all that the form does not show.
func (v *visitor) keepsOwn() dateline.Item {
	v.t.Helper()
	item := dateline.Item{
		ID: "ccccccccccccc", Source: dateline.OwnSource, GUID: "quays", URL: "https://press.example/quays", Language: "en", Direction: dateline.LeftToRight,
		Headline: "Marsa opens its quays", Slugline: "quays", Standfirst: "Ferries go again.", Byline: []string{"Nura Sabri"}, Dateline: dateline.Dateline{Place: "MARSA"},
		CreditLine: "MP", Genre: dateline.Analysis, Urgency: 3, Section: "Ports", Keywords: []string{"ferries"}, Published: dateline.Stamp{Time: v.now.Add(-time.Hour), Zone: "Z"},
		Received: v.now.Add(-time.Hour), FirstSeen: v.now.Add(-time.Hour), Embargo: v.now.Add(time.Hour), PubStatus: dateline.Usable,
		Picture: &dateline.Picture{URL: "https://press.example/quay.jpg", Credit: "Ann Lee"}, Rights: dateline.Rights{Holder: "Ann Lee"},
		Translations: []dateline.Translation{{Language: "ar", URL: "https://press.example/ar"}},
		Body: []dateline.Block{
			{Kind: dateline.Paragraph, Text: "Two of twelve\u00a0berths."}, {Kind: dateline.Subhead, Text: "What goes"},
			{Kind: dateline.List, Items: []string{"ferries", "- tugs"}}, {Kind: dateline.Table, Rows: [][]string{{"North | east", "4"}, {"South", ""}}},
			{Kind: dateline.Quotation, Text: "We have not slept."}, {Kind: dateline.Post, Text: "Open!", URL: "https://x.com/marsa/status/1"},
			{Kind: dateline.Paragraph, Text: "- Yes, he said."},
		},
	}
	err := v.store.Update(context.Background(), func(tx dateline.Tx) error {
		_, err := tx.Keep(context.Background(), []dateline.Kept{{Item: item, Words: search.Words(&item)}})
		return err
	})
	if err != nil {
		v.t.Fatal(err)
	}
	v.settles()
	return item
}

// TestEditKeepsTheRest: whoever edits a paragraph, in either language, changes that paragraph.
func TestEditKeepsTheRest(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		v := newVisitor(t)
		v.enter()
		was := v.keepsOwn()
		form := v.editForm(v.get("/desk/item/" + string(was.ID) + "?lang=" + lang).Body.String())
		v.now = v.now.Add(time.Minute)
		if w := v.post("/desk/file", form); w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		if now := v.item(was.ID); now.Version != 1 {
			t.Errorf("%s: saved as it was, it is %+v", lang, now)
		}
		form.Set("text", strings.Replace(form.Get("text"), "- tugs", "- tugs\r\n- boats", 1))
		if w := v.post("/desk/file", form); w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		now, want := v.item(was.ID), was
		want.Version, want.Received = 2, v.now
		want.Body = append([]dateline.Block{}, was.Body...)
		want.Body[2].Items = []string{"ferries", "- tugs", "boats"}
		if !reflect.DeepEqual(now, want) {
			t.Errorf("%s: edited it is\n%+v, want\n%+v", lang, now, want)
		}
		v.says("/desk/item/"+string(was.ID)+"?lang="+lang, true, "boats</li>", "<td><bdi>4</bdi></td>", `<blockquote lang="en" dir="ltr"><p>Open!</p>`)
	}
}

// TestFormOffersWhatStands: an urgency and a language that the desk does not offer stay where
// nobody chose another one.
func TestFormOffersWhatStands(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	was := v.keepsOwn()
	for i, c := range []struct {
		language, offered string
		urgency           dateline.Urgency
	}{{"fr", "6", 6}, {"en", "0", 0}, {"ar", "3", 3}} {
		was.Language, was.Urgency = c.language, c.urgency
		err := v.store.Update(t.Context(), func(tx dateline.Tx) error {
			_, err := tx.Keep(t.Context(), []dateline.Kept{{Item: was, Words: search.Words(&was)}})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		page := v.get("/desk/item/" + string(was.ID) + "?lang=en").Body.String()
		form := v.editForm(page)
		if form.Get("language") != c.language || form.Get("urgency") != c.offered || strings.Contains(page, ">0</option>") {
			t.Errorf("the form has %v", form)
		}
		form.Set("headline", "Edited "+c.language)
		w := v.post("/desk/file", form)
		if is := v.item(was.ID); w.Code != http.StatusSeeOther || is.Version != 3+2*i || is.Language != c.language || is.Urgency != c.urgency {
			t.Errorf("%d: filed as version %d in %q, urgency %d", w.Code, is.Version, is.Language, is.Urgency)
		}
	}
}

// TestFlashTakenBack: a flash by mistake, in the wrong edition, is set right by an edit.
func TestFlashTakenBack(t *testing.T) {
	for lang, words := range map[string][2]string{"en": {`<option value="1" selected>Flash</option>`, `<option value="ar" selected>Arabic</option>`}, "ar": {`<option value="1" selected>عاجل</option>`, `<option value="ar" selected>العربية</option>`}} {
		v := newVisitor(t)
		v.enter()
		if w := v.post("/desk/file", url.Values{"lang": {lang}, "headline": {"Port shut"}, "urgency": {"5"}, "flash": {"1"}, "language": {"ar"}}); w.Code != http.StatusSeeOther {
			t.Fatalf("%d", w.Code)
		}
		at := "/desk/item/" + string(v.newest().Item.ID) + "?lang=" + lang
		v.says(at, true, words[0], words[1])
		form := v.editForm(v.get(at).Body.String())
		form.Set("urgency", "5")
		form.Set("language", "en")
		v.now = v.now.Add(time.Minute)
		if w := v.post("/desk/file", form); w.Code != http.StatusSeeOther {
			t.Fatalf("%d", w.Code)
		}
		if now := v.newest().Item; now.Urgency != 5 || now.Language != "en" || now.Version != 2 {
			t.Errorf("edited in %s it is %+v", lang, now)
		}
		form = v.editForm(v.get(at).Body.String())
		form.Set("language", "ar") // and nothing else
		if w := v.post("/desk/file", form); w.Code != http.StatusSeeOther || v.newest().Item.Language != "ar" {
			t.Errorf("of the other edition alone: %d, %+v", w.Code, v.newest().Item)
		}
	}
}

// TestFiledAndHeld: what is under an embargo is written without being out for a moment.
func TestFiledAndHeld(t *testing.T) {
	for lang, words := range map[string][3]string{"en": {"File and hold", "Filed and held", "held"}, "ar": {"أرسل محجوبًا", "أُرسل محجوبًا،", "محجوب"}} {
		v := newVisitor(t)
		v.enter()
		v.says("/desk?lang="+lang, true, `name="held" value="1">`+words[0])
		w := v.post("/desk/file", url.Values{"lang": {lang}, "headline": {"Budget of Marsa"}, "urgency": {"5"}, "held": {"1"}})
		line := v.newest()
		if at := "/desk/item/" + string(line.Item.ID) + "?done=held&lang=" + lang; w.Header().Get("Location") != at {
			t.Fatalf("%d to %q", w.Code, w.Header().Get("Location"))
		}
		if line.Filing.Out(v.now) || !line.Filing.Released.IsZero() || line.Filing.Decided != dateline.Hold {
			t.Errorf("it is filed as %+v", line.Filing)
		}
		v.says("/desk/item/"+string(line.Item.ID)+"?done=held&lang="+lang, true, words[1], `class="state hold">`+words[2], `value="embargo"`)
		v.decides(line.Item.ID, "release", nil)
		if line = v.newest(); !line.Filing.Out(v.now) {
			t.Errorf("released it is filed as %+v", line.Filing)
		}
	}
}

// TestRefusedTextStays: nobody loses what they wrote because their session ended, or a field
// was wrong.
func TestRefusedTextStays(t *testing.T) {
	for lang, says := range map[string]string{"en": "What you wrote is here.", "ar": "هذا ما كتبته."} {
		v := newVisitor(t)
		form := url.Values{"lang": {lang}, "headline": {"Budget <1>"}, "urgency": {"99"}, "text": {"An hour of work."}, "byline": {"Nura Sabri"}, "notice": {"Two, not one."}}
		for range 2 {
			body := v.post("/desk/file", form).Body.String()
			if !strings.Contains(body, says) || !strings.Contains(body, "Budget &lt;1&gt;\n\nAn hour of work.\n\nNura Sabri\n\nTwo, not one.</textarea>") {
				t.Errorf("%s: the text is not there: %s", lang, body)
			}
			if body := v.post("/desk/decide", form).Body.String(); strings.Contains(body, "An hour of work.") {
				t.Error("the form of a decision is sent back")
			}
			v.enter()
		}
	}
}

// TestWriteBlocks: what a paragraph is not is written with signs, which the form explains.
func TestWriteBlocks(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	for lang, words := range map[string][2]string{"en": {"Ferries", "point of a list"}, "ar": {"عبّارات", "بند في قائمة"}} {
		v.says("/desk?lang="+lang, true, words[1])
		v.now = v.now.Add(time.Minute)
		w := v.post("/desk/file", url.Values{"lang": {lang}, "headline": {words[0]}, "urgency": {"5"}, "text": {"## " + words[0] + "\r\n\r\n- " + words[0] + "\r\n- 2\r\n\r\n> " + words[0]}})
		if w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		got := v.item(v.newest().Item.ID).Body
		want := []dateline.Block{{Kind: dateline.Subhead, Text: words[0]}, {Kind: dateline.List, Items: []string{words[0], "2"}}, {Kind: dateline.Quotation, Text: words[0]}}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v", lang, got)
		}
	}
}

// item is one as it is kept.
func (v *visitor) item(id dateline.ItemID) (item dateline.Item) {
	v.t.Helper()
	err := v.store.View(context.Background(), func(tx dateline.Tx) (err error) {
		item, err = tx.Item(context.Background(), id)
		return err
	})
	if err != nil {
		v.t.Fatal(err)
	}
	return item
}
