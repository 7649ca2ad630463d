package desk

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/wire"
)

// settles runs the desk's stages over the log.
func (v *visitor) settles() {
	v.t.Helper()
	ctx := context.Background()
	for range 2 {
		err := v.store.Update(ctx, func(tx dateline.Tx) error {
			entries, err := tx.Entries(ctx, 0, 1000)
			for _, step := range []func(context.Context, dateline.Tx, []dateline.Entry) error{newsdesk.Rules{}.Step, newsdesk.Edits{}.Step, wire.Stage{}.Step} {
				if err == nil {
					err = step(ctx, tx, entries)
				}
			}
			return err
		})
		if err != nil {
			v.t.Fatal(err)
		}
	}
}

// keeps keeps a version of a source's item.
func (v *visitor) keeps(headline, text string, minutes int) dateline.ItemID {
	v.t.Helper()
	ctx := context.Background()
	item := dateline.Item{
		ID: "aaaaaaaaaaaaa", Source: "port", GUID: "1", Headline: headline, Language: "en", Direction: dateline.LeftToRight,
		Body: []dateline.Block{{Kind: dateline.Paragraph, Text: text}}, Received: v.now.Add(time.Duration(minutes) * time.Minute),
		PubStatus: dateline.Usable,
	}
	err := v.store.Update(ctx, func(tx dateline.Tx) error {
		err := tx.PutSource(ctx, dateline.Source{ID: "port", Name: "Port"}, v.now)
		if err == nil {
			_, err = tx.Keep(ctx, []dateline.Kept{{Item: item}})
		}
		return err
	})
	if err != nil {
		v.t.Fatal(err)
	}
	v.settles()
	return item.ID
}

func (v *visitor) says(path string, want bool, words ...string) {
	v.t.Helper()
	body := bare(v.get(path).Body.String())
	for _, w := range words {
		if strings.Contains(body, w) != want {
			v.t.Errorf("%s: %q is there: %v, want %v", path, w, !want, want)
		}
	}
}

// TestDeskReadsItems: all of the text stands at the desk, however little of it may
// go out, with its paragraphs and where the source has it.
func TestDeskReadsItems(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	id := v.keeps("Port shut", "Twelve ships wait. "+strings.Repeat("They wait for the tide and for word from the harbour master. ", 20)+"The last word.", -10)
	page := "/desk/item/" + string(id)
	v.says(page+"?lang=en", true, `<h2 class="rule">Text</h2>`, `<p lang="en" dir="ltr">Twelve ships wait.`, "The last word.")
	v.says(page+"?lang=ar", true, `<h2 class="rule">النص</h2>`, `<div class="part" dir="ltr">`, `<p lang="en" dir="ltr">Twelve ships wait.`)
	v.says("/desk?lang=en", true, `href="`+page+`?lang=en">Text</a>`)
	v.post("/desk/decide", url.Values{"kind": {"hold"}, "item": {string(id)}})
	v.settles()
	v.says("/desk?lang=en", true, `<h3 lang="en" dir="ltr"><a href="`+page+`?lang=en">Port shut</a>`) // there is no page for readers
}

// TestDeskReadsBlocks: a list, a table and a subhead stand as such, and not run together.
func TestDeskReadsBlocks(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	ctx := context.Background()
	item := dateline.Item{
		ID: "bbbbbbbbbbbbb", Source: "port", GUID: "2", Headline: "Berths", Language: "en", Direction: dateline.LeftToRight, Received: v.now, PubStatus: dateline.Usable,
		Standfirst: "In short.",
		Body: []dateline.Block{
			{Kind: dateline.Subhead, Text: "What is open"}, {Kind: dateline.List, Items: []string{"Berth one", "رصيف ثانٍ"}},
			{Kind: dateline.Table, Rows: [][]string{{"Berth", "Ships"}, {"One", "12"}}}, {Kind: dateline.Quotation, Text: "We wait."},
			{Kind: dateline.Post, Text: "Open again.", URL: "https://social.example/1"}, {Kind: dateline.List}, {Kind: dateline.Paragraph, Text: "The end."},
		},
	}
	err := v.store.Update(ctx, func(tx dateline.Tx) error {
		_, err := tx.Keep(ctx, []dateline.Kept{{Item: item}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	v.settles()
	v.says("/desk/item/bbbbbbbbbbbbb?lang=ar", true, `<p lang="en" dir="ltr">In short.</p>`, `<h3 class="subhead" lang="en" dir="ltr">What is open</h3>`,
		`<li dir="auto">Berth one</li><li dir="auto">رصيف ثانٍ</li></ul>`, `<tr><td><bdi>One</bdi></td><td><bdi>12</bdi></td></tr></table>`,
		`<blockquote lang="en" dir="ltr"><p>We wait.</p></blockquote>`, `href="https://social.example/1"`, `<p lang="en" dir="ltr">The end.</p>`)
	v.says("/desk/item/bbbbbbbbbbbbb", false, "<li></li>", `<ul lang="en" dir="ltr"></ul>`)
}

func TestDeskSeesEdits(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	id := v.keeps("Port shut", "The harbour master said that twelve ships wait outside.", -10)
	v.says("/desk?lang=en", false, "Edits at the sources", "What changed")
	v.keeps("Port shut", "The harbour master said that fifteen ships wait outside.", -5)
	v.says("/desk?lang=en", true, "Edits at the sources", "text changed without a notice", `href="/desk/item/`+string(id)+`?lang=en`)
	v.says("/desk?lang=ar", true, "تعديلات لدى المصادر", "تغيّر النص دون تنويه")
	v.says("/desk/item/"+string(id)+"?lang=en", true, "Version 2", "First version", "twelve", "fifteen", "<del", "<ins", "deleted:", "text changed without a notice")
	v.says("/desk/item/"+string(id)+"?lang=ar", true, "الإصدار 2", "محذوف:", "مضاف:")
	if w := v.get("/desk/item/bbbbbbbbbbbbb"); w.Code != http.StatusNotFound {
		t.Errorf("an item that never was answers %d", w.Code)
	}
	out := newVisitor(t)
	out.store, out.page.config = v.store, v.page.config
	if w := out.get("/desk/item/" + string(id)); w.Code != http.StatusForbidden || strings.Contains(w.Body.String(), "twelve") {
		t.Errorf("somebody who was not let in gets %d", w.Code)
	}
}

func TestDeskSeesWhatIsLost(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	id := v.keeps("Port shut", "Twelve ships wait.", -10)
	err := v.store.Update(context.Background(), func(tx dateline.Tx) error {
		return tx.PutEdits(context.Background(), dateline.Edit{Item: id, Version: 1, Source: "port", Kind: dateline.EditGone, Time: v.now.Add(-time.Minute)})
	})
	if err != nil {
		t.Fatal(err)
	}
	v.settles()
	lost := `data-lost="` + string(id) + `"`
	v.says("/desk?lang=en", true, lost, "Taken away at the source", "removed for good by its source (410, or deleted in its feed)", `value="hold"`, `value="kill"`)
	v.says("/desk?lang=ar", true, lost, "أخبار سحبها مصدرها", "أزاله المصدر نهائيًا (410 أو حذفه من خلاصته)")
	if f := v.newest().Filing; f.Status != dateline.Usable {
		t.Errorf("the item is %s: it was hidden", f.Status)
	}
	if w := v.post("/desk/decide", url.Values{"lang": {"en"}, "item": {string(id)}, "kind": {"hold"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("holding answers %d", w.Code)
	}
	v.settles()
	v.says("/desk?lang=en", false, lost)
	v.says("/desk?lang=en", true, "removed for good by its source")
}

// TestDeskTellsWhoseLossItIs flags a copy for what happened to its origin: the page
// of the copy must not say that it was the copy.
func TestDeskTellsWhoseLossItIs(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	id := v.keeps("Port shut", "Twelve ships wait.", -10)
	ctx := context.Background()
	origin := dateline.Item{
		ID: "bbbbbbbbbbbbb", Source: "post", GUID: "1", Headline: "Twelve ships wait outside the port", Language: "en",
		Direction: dateline.LeftToRight, Received: v.now, PubStatus: dateline.Usable,
	}
	err := v.store.Update(ctx, func(tx dateline.Tx) error {
		if _, err := tx.Keep(ctx, []dateline.Kept{{Item: origin}}); err != nil {
			return err
		}
		return tx.PutEdits(ctx, dateline.Edit{Item: id, Version: 1, Source: "port", Kind: dateline.EditGone, Time: v.now, Of: origin.ID})
	})
	if err != nil {
		t.Fatal(err)
	}
	v.settles()
	for lang, words := range map[string]string{"en": "removed for good by its source", "ar": "أزاله المصدر نهائيًا"} {
		v.says("/desk/item/"+string(id)+"?lang="+lang, true, words, origin.Headline)
	}
}

// TestDeskNamesWhatHasNoHeadline: by its first words, else by its id.
func TestDeskNamesWhatHasNoHeadline(t *testing.T) {
	for text, want := range map[string]string{"Twelve ships wait.": "Twelve ships wait.", "": "aaaaaaaaaaaaa"} {
		v := newVisitor(t)
		v.enter()
		v.keeps("", text, -10)
		v.says("/desk?lang=en", true, ">"+want+"</a></h3>")
		v.says("/desk/item/aaaaaaaaaaaaa?lang=en", true, ">"+want+"</a></h1>")
	}
}

// TestNoLinkToWhatNobodyMaySee: an item of a source for the desk alone is released
// like any other and is never out, so that its page for readers would answer 404.
func TestNoLinkToWhatNobodyMaySee(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	id := string(v.keeps("Port shut", "Twelve ships wait.", -10))
	inside := `href="/desk/item/` + id + `?lang=en">Port shut`
	for _, c := range []struct {
		usage dateline.Usage
		out   bool
	}{{dateline.UsageExcerpt, true}, {dateline.UsageLink, true}, {dateline.UsageDesk, false}} {
		err := v.store.Update(context.Background(), func(tx dateline.Tx) error {
			return tx.PutSource(context.Background(), dateline.Source{ID: "port", Name: "Port", Usage: c.usage}, v.now)
		})
		if err != nil {
			t.Fatal(err)
		}
		v.says("/desk?lang=en", c.out, `href="/en/item/`+id)
		v.says("/desk?lang=en", !c.out, inside)
		v.says("/desk/item/"+id+"?lang=en", c.out, `href="/en/item/`+id)
	}
}
