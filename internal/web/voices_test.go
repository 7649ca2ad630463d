package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/annotate/stage"
	"dateline/internal/wire"
)

// A spoken world has items in which people speak, in both languages, of a source
// whose whole text may stand here and of one that gives an excerpt.
func newSpokenWorld(t testing.TB) *world {
	t.Helper()
	w := newWorld(t)
	w.pub.Mail = "desk@marsa.example"
	w.rebuilt(w.pub.Editions...)
	en := "The gates were open.\n\nQulzar’s minister Salma Nawfal said on Wednesday that they would stay open. “We will not close them <this> winter,” Nawfal told reporters.\n\nThe two sides have met nine times since the spring in a house above the valley, and each time the river was lower.\n\n“Nobody has asked us,” said Idris Halwani. “I will wait,” Nawfal said."
	ar := "فُتحت البوابات.\n\nوقالت الوزيرة سلمى نوفل: «لن نغلقها هذا الشتاء»."
	w.file(nil, []dateline.Item{
		sample("delta", "spoken", "en", 20, "Gates stay open", en),
		sample("delta", "spoken-ar", "ar", 20, "البوابات مفتوحة", ar),
	})
	w.speak("spoken", "spoken-ar")
	return w
}

// speak marks statements as the stage does. Those in Arabic are made sure enough
// for the public: whether they are is not what is tested here.
func (w *world) speak(guids ...string) {
	w.t.Helper()
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		for _, guid := range guids {
			item, err := tx.Item(ctx, dateline.NewItemID("delta", guid))
			if err != nil {
				return err
			}
			m := dateline.Marked{Item: item.ID, Version: item.Version, Statements: stage.Mark(&item)}
			for i := range m.Statements {
				if s := &m.Statements[i]; item.Language == "ar" {
					s.Public, s.Named, s.Speaker = true, true, "سلمى نوفل"
				}
			}
			if err := tx.PutStatements(ctx, m); err != nil {
				return err
			}
			if err := tx.Append(ctx, dateline.Entry{Time: noon, Kind: dateline.EntryMarked, Item: item.ID, Version: item.Version}); err != nil {
				return err
			}
		}
		return nil
	})
	w.step()
}

// usageOf changes how much of a source may stand here.
func (w *world) usageOf(id dateline.SourceID, usage dateline.Usage) {
	w.t.Helper()
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		s, err := tx.Source(ctx, id)
		if err != nil {
			return err
		}
		s.Usage, s.UsageReason = usage, "agreed"
		return tx.PutSource(ctx, s, noon)
	})
	w.step()
}

func spokenPath(w *world, language, guid string) string {
	rec := w.get("/" + language + "/item/" + string(dateline.NewItemID("delta", guid)))
	return rec.Header().Get("Location")
}

var figure = regexp.MustCompile(`(?s)<figure id="([^"]+)">.*?<p[^>]*>(.*?)</p>.*?</figure>`)

func TestVoices(t *testing.T) {
	w := newSpokenWorld(t)
	w.usageOf("delta", dateline.UsageFull)
	for _, test := range []struct {
		language, guid string
		want           []string
	}{
		{"en", "spoken", []string{
			"<bdi>Salma Nawfal</bdi>", "2 statements", "1 statement", "<bdi>Idris Halwani</bdi>", "direct quotation", "Voices", "Report an error",
			"“We will not close them &lt;this&gt; winter,” Nawfal told reporters.", "“Nobody has asked us,” said Idris Halwani.",
		}},
		{"ar", "spoken-ar", []string{"<bdi>سلمى نوفل</bdi>", "تصريح واحد", "اقتباس مباشر", "من قال ماذا", "الإبلاغ عن خطأ", "وقالت الوزيرة سلمى نوفل: «لن نغلقها هذا الشتاء»."}},
	} {
		page := w.page(spokenPath(w, test.language, test.guid))
		for _, want := range test.want {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page lacks %q", test.language, want)
			}
		}
		// The reporter's words that come before are not shown as a statement.
		if strings.Contains(page, "lang=\"en\" dir=\"ltr\"><p>Qulzar’s minister") {
			t.Error("indirect speech is shown as a statement")
		}
		for _, m := range figure.FindAllStringSubmatch(page, -1) {
			if !strings.Contains(page, `id="in-`+m[1]+`"`) {
				t.Errorf("%s: the text has no place for %s", test.language, m[2])
			}
		}
	}
	page := w.page(spokenPath(w, "en", "spoken"))
	if want := `>“We will not close them &lt;this&gt; winter,”</span> Nawfal told reporters.`; !strings.Contains(page, want) {
		t.Errorf("the text is not marked as %s", want)
	}
}

// TestVoicesWithinRights shows the same item as an excerpt and as a link.
func TestVoicesWithinRights(t *testing.T) {
	w := newSpokenWorld(t)
	for usage, shows := range map[dateline.Usage]bool{dateline.UsageExcerpt: true, dateline.UsageLink: false} {
		w.usageOf("delta", usage)
		page := w.page(spokenPath(w, "en", "spoken"))
		if got := strings.Contains(page, "Nawfal told reporters"); got != shows {
			t.Errorf("%s: the statement stands there: %v", usage, got)
		}
		if strings.Contains(page, "I will wait") {
			t.Errorf("%s: a statement stands there beyond the words of the excerpt", usage)
		}
		if strings.Contains(page, `class="said"`) {
			t.Errorf("%s: the excerpt is marked, whose places nobody knows", usage)
		}
	}
}

// TestFrontSays has the statements beside the stories that somebody speaks in, with
// their speaker, source and address, and none that stands in the middle already or
// that may not go out.
func TestFrontSays(t *testing.T) {
	w := newSpokenWorld(t)
	w.usageOf("delta", dateline.UsageFull)
	page := w.page("/en/")
	wellFormed(t, page)
	figures := strings.Count(page, `<figure class="heard">`)
	contains(t, page, `id="said">Who said what</h2>`, "“Nobody has asked us,” said Idris Halwani.", `<bdi>Idris Halwani</bdi>`, `href="/en/statement/`)
	if figures != 1 {
		t.Errorf("%d statements of one item beside the stories", figures)
	}
	lacks(t, page, "Nawfal said that they")                                 // not in the speaker’s own words
	if n := strings.Count(w.page("/ar/"), "لن نغلقها هذا الشتاء"); n != 1 { // all of the item stands in the middle
		t.Errorf("a sentence stands %d times on one page", n)
	}
	w.usageOf("delta", dateline.UsageLink)
	lacks(t, w.page("/en/"), "Idris Halwani", `id="said"`)
	w.usageOf("delta", dateline.UsageFull)
	w.decide(dateline.Decision{Item: dateline.NewItemID("delta", "spoken"), Kind: dateline.Kill, By: "hala", Time: noon, Reason: "wrong"})
	lacks(t, w.page("/en/"), "Idris Halwani")
}

// TestQuotable: a quotation that may stand alone is direct, by somebody who is named
// and not yet heard, and not shown twice on one page.
func TestQuotable(t *testing.T) {
	quote := func(speaker string, change func(*wire.Quote)) wire.Quote {
		q := wire.Quote{Speaker: speaker, Kind: dateline.Direct, Sentence: "“No,” " + speaker + " said."}
		change(&q)
		return q
	}
	v := wire.View{Excerpt: "It rained. “No,” Karam said.", Quotes: []wire.Quote{
		quote("Sabri", func(q *wire.Quote) { q.Kind = dateline.Indirect }),
		quote("Amin", func(q *wire.Quote) { q.Private = true }),
		quote("Karam", func(*wire.Quote) {}),
		quote("Lina", func(*wire.Quote) {}),
	}}
	for _, test := range []struct {
		excerpt bool
		heard   string
		want    string
	}{{false, "", "Karam"}, {true, "", "Lina"}, {false, "Karam", "Lina"}, {true, "Lina", ""}} {
		got := ""
		if q := quotable(&v, test.excerpt, map[string]bool{test.heard: true}); q != nil {
			got = q.Speaker
		}
		if got != test.want {
			t.Errorf("with the excerpt %v, %q heard: %q, want %q", test.excerpt, test.heard, got, test.want)
		}
	}
}

// TestStatementAddress follows the addresses on the page, before and after the
// headline changes and the item is killed.
func TestStatementAddress(t *testing.T) {
	w := newSpokenWorld(t)
	w.usageOf("delta", dateline.UsageFull)
	for _, language := range []string{"en", "ar"} {
		guid := map[string]string{"en": "spoken", "ar": "spoken-ar"}[language]
		path := spokenPath(w, language, guid)
		page := w.page(path)
		addresses := regexp.MustCompile(`href="(/`+language+`/statement/[^"]+)"`).FindAllStringSubmatch(page, -1)
		if len(addresses) == 0 {
			t.Fatalf("%s: no address", language)
		}
		for _, a := range addresses {
			to := w.get(a[1])
			location, mark, _ := strings.Cut(to.Header().Get("Location"), "#")
			if to.Code != http.StatusFound && to.Code != http.StatusMovedPermanently || location != path || !strings.Contains(page, `<figure id="`+mark+`"`) {
				t.Errorf("%s leads with %d to %s#%s", a[1], to.Code, location, mark)
			}
		}
		id := dateline.NewItemID("delta", guid)
		w.decide(dateline.Decision{Item: id, Kind: dateline.Kill, By: "mona", Time: noon, Reason: "court order", Notice: "Withdrawn."})
		to := w.get(addresses[0][1])
		if got, want := to.Header().Get("Location"), wire.ItemPath(language, id, ""); got != want {
			t.Errorf("after the kill the statement leads to %q, want %q", got, want)
		}
		gone := w.get(wire.ItemPath(language, id, ""))
		if gone.Code != http.StatusGone || strings.Contains(gone.Body.String(), "Nawfal") || strings.Contains(gone.Body.String(), "نوفل") {
			t.Errorf("%s: a killed item answers %d and tells who spoke in it", language, gone.Code)
		}
	}
	for _, bad := range []string{"/en/statement/x", "/en/statement/" + string(idOf("talks")) + "-aaaaaa", "/ar/statement/aaaaaaaaaaaaa-aaaaaa"} {
		if got := w.get(bad).Code; got != http.StatusNotFound {
			t.Errorf("%s answers %d", bad, got)
		}
	}
}

// TestVoicesWhenMarkedAgain has a page in the cache when newer rules find that
// nobody speaks in it.
func TestVoicesWhenMarkedAgain(t *testing.T) {
	w := newSpokenWorld(t)
	w.usageOf("delta", dateline.UsageFull)
	path := spokenPath(w, "en", "spoken")
	if page := w.page(path); !strings.Contains(page, "<figure") {
		t.Fatal("nobody speaks")
	}
	id := dateline.NewItemID("delta", "spoken")
	w.update(func(ctx context.Context, tx dateline.Tx) error {
		if err := tx.PutStatements(ctx, dateline.Marked{Item: id, Version: 1}); err != nil {
			return err
		}
		return tx.Append(ctx, dateline.Entry{Time: noon, Kind: dateline.EntryMarked, Item: id, Version: 1})
	})
	w.step()
	if page := w.page(path); strings.Contains(page, "<figure") || strings.Contains(page, `class="said"`) {
		t.Error("the page in the cache shows statements that are gone")
	}
}

// TestReportAnError reads the letter that a reader would write.
func TestReportAnError(t *testing.T) {
	w := newSpokenWorld(t)
	w.usageOf("delta", dateline.UsageFull)
	page := w.page(spokenPath(w, "en", "spoken"))
	letters := regexp.MustCompile(`href="(mailto:[^"]+)"`).FindAllStringSubmatch(page, -1)
	if figures := strings.Count(page, "<figure"); len(letters) != figures || figures == 0 {
		t.Fatalf("%d letters for %d statements", len(letters), figures)
	}
	letter, err := url.Parse(strings.ReplaceAll(letters[0][1], "&amp;", "&"))
	if err != nil {
		t.Fatal(err)
	}
	if letter.Opaque != "desk@marsa.example" && letter.Opaque != "desk%40marsa.example" {
		t.Errorf("the letter goes to %q", letter.Opaque)
	}
	if body := letter.Query().Get("body"); !strings.HasPrefix(body, "https://marsa.example/en/statement/") {
		t.Errorf("the letter says %q", body)
	}
	w.pub.Mail = ""
	w.rebuilt(w.pub.Editions...)
	if page := w.page(spokenPath(w, "en", "spoken")); strings.Contains(page, "mailto:") || !strings.Contains(page, "<figure") {
		t.Error("without an address there is a letter, or no statement")
	}
}

// TestQuotationsForPrograms reads what the page tells search engines.
func TestQuotationsForPrograms(t *testing.T) {
	w := newSpokenWorld(t)
	w.usageOf("delta", dateline.UsageFull)
	page := w.page(spokenPath(w, "ar", "spoken-ar"))
	data := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`).FindStringSubmatch(page)
	if data == nil {
		t.Fatal("no data")
	}
	var article struct {
		HasPart []quotation `json:"hasPart"`
	}
	if err := json.Unmarshal([]byte(data[1]), &article); err != nil {
		t.Fatal(err)
	}
	if len(article.HasPart) != 1 {
		t.Fatalf("quotations are %+v", article.HasPart)
	}
	q := article.HasPart[0]
	if q.Type != "Quotation" || q.Creator.Name != "سلمى نوفل" || q.Creator.Type != "Person" || q.Text != "وقالت الوزيرة سلمى نوفل: «لن نغلقها هذا الشتاء»." ||
		!strings.HasPrefix(q.ID, "https://marsa.example/ar/statement/") || q.BasedOn != "https://delta.example/spoken-ar" {
		t.Errorf("the quotation is %+v", q)
	}
}

// TestPieces cuts paragraphs at the ends of what was said.
func TestPieces(t *testing.T) {
	const text = "“One,” said Ray. “Two.”"
	first, second := strings.Index(text, " said"), strings.LastIndex(text, "“")
	for name, test := range map[string]struct {
		spans []dateline.Span
		start int
		want  string
	}{
		"nobody speaks":           {nil, 0, ""},
		"two parts":               {[]dateline.Span{{Start: 0, End: first}, {Start: second, End: len(text)}}, 0, "[“One,”] said Ray. [“Two.”]"},
		"in a later paragraph":    {[]dateline.Span{{Start: 100, End: 100 + first}}, 100, "[“One,”] said Ray. “Two.”"},
		"over several paragraphs": {[]dateline.Span{{Start: 50, End: 500}}, 100, "[“One,” said Ray. “Two.”]"},
		"in the paragraph before": {[]dateline.Span{{Start: 50, End: 98}}, 100, ""},
		"in the paragraph behind": {[]dateline.Span{{Start: 300, End: 310}}, 100, ""},
		"two that overlap":        {[]dateline.Span{{Start: 0, End: first}, {Start: 3, End: first + 5}}, 0, "[“One,”][ said] Ray. “Two.”"},
	} {
		got := ""
		for _, p := range pieces(text, test.start, []wire.Quote{{ID: dateline.NewStatementID("aaaaaaaaaaaaa", "x", 0), Content: test.spans}}) {
			if p.Said {
				got += "[" + p.Text + "]"
			} else {
				got += p.Text
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// TestPiecesWithin has statements that begin within another one's words: each has
// its place in the text, once.
func TestPiecesWithin(t *testing.T) {
	const text = "Ray said that Lee had told him that the pier is safe."
	outer, inner := strings.Index(text, "Lee had"), strings.Index(text, "the pier")
	for name, test := range map[string]struct {
		starts []int
		want   string
	}{
		"one":              {[]int{outer}, "Ray said that [a:Lee had told him that the pier is safe]."},
		"one in another":   {[]int{outer, inner}, "Ray said that [a:Lee had told him that ][b:the pier is safe]."},
		"the inner first":  {[]int{inner, outer}, "Ray said that (b:Lee had told him that )[a:the pier is safe]."},
		"both at a place":  {[]int{outer, outer}, "Ray said that [a b:Lee had told him that the pier is safe]."},
		"three":            {[]int{outer, inner, inner}, "Ray said that [a:Lee had told him that ][b c:the pier is safe]."},
		"before the text":  {[]int{-90, outer}, "[:Ray said that ][b:Lee had told him that the pier is safe]."},
		"in another block": {[]int{outer, 400}, "Ray said that [a:Lee had told him that the pier is safe]."},
	} {
		var quotes []wire.Quote
		for i, at := range test.starts {
			id := dateline.StatementID("aaaaaaaaaaaaa-" + string(rune('a'+i)))
			quotes = append(quotes, wire.Quote{ID: id, Content: []dateline.Span{{Start: 100 + at, End: 100 + len(text) - 1}}})
		}
		got := ""
		for _, p := range pieces(text, 100, quotes) {
			if !p.Said && p.Mark == "" {
				got += p.Text
				continue
			}
			edges := "[]"
			if !p.Said {
				edges = "()"
			}
			marks := append([]string{p.Mark}, p.Also...)
			for i := range marks {
				marks[i] = strings.TrimPrefix(marks[i], textMark("aaaaaaaaaaaaa-"))
			}
			got += edges[:1] + strings.Join(marks, " ") + ":" + p.Text + edges[1:]
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// TestNumberSaid counts what is said in the order of the text, not of who speaks; what
// has no place in the text has no number, and of a statement in two parts the last
// one carries it.
func TestNumberSaid(t *testing.T) {
	text := "“One,” said Karam. “Two,” said Lina. “Th” – “ree,” said Karam."
	v := wire.View{Body: []dateline.Block{{Kind: dateline.Paragraph, Text: text}}}
	said := func(id dateline.StatementID, words ...string) {
		q := wire.Quote{ID: "aaaaaaaaaaaaa-" + id}
		for _, w := range words {
			at := strings.Index(text, w)
			q.Content = append(q.Content, dateline.Span{Start: at, End: at + len(w)})
		}
		v.Quotes = append(v.Quotes, q)
	}
	said("one", "“One,”")
	said("table")
	said("two", "“Two,”")
	said("three", "“Th”", "“ree,”")
	voices := []voice{{}, {}}
	for i := range v.Quotes {
		voices[i%2].Said = append(voices[i%2].Said, saying{Mark: wire.StatementMark(v.Quotes[i].ID)})
	}
	page := blocks(&v)
	markSaid(page, &v)
	numberSaid(emptyWorld(t).site.editions[0], page, voices)
	got := ""
	for _, p := range page[0].Pieces {
		if p.Number != "" {
			got += p.Text + p.Number
		}
	}
	if want := "“One,”1“Two,”2“ree,”3"; got != want {
		t.Errorf("in the text stands %s, want %s", got, want)
	}
	if got := voices[0].Said[0].Number + voices[0].Said[1].Number + "/" + voices[1].Said[0].Number + voices[1].Said[1].Number; got != "12/3" {
		t.Errorf("beside it stands %s", got)
	}
}

// TestPiecesOverParagraphs cuts words that go on in the next paragraph: they are said in
// both, begin in the first and end in the second alone.
func TestPiecesOverParagraphs(t *testing.T) {
	first, second := "He said: “One,", "two.” And left."
	from, to := strings.Index(first, "“"), len(first)+2+strings.Index(second, " And")
	q := []wire.Quote{{ID: "aaaaaaaaaaaaa-one", Content: []dateline.Span{{Start: from, End: to}}}}
	show := func(list []piece) (out string) {
		for _, p := range list {
			out += "[" + p.Mark + p.Text + p.Ends + "]"
		}
		return out
	}
	mark := textMark(q[0].ID)
	if got, want := show(pieces(first, 0, q)), "[He said: ]["+mark+"“One,]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := show(pieces(second, len(first)+2, q)), "[two.”"+wire.StatementMark(q[0].ID)+"][ And left.]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestVoicesLeadToPlacesThatAreThere has a statement within another one, and one in
// a table, which is not cut.
func TestVoicesLeadToPlacesThatAreThere(t *testing.T) {
	blocks := []block{{Block: dateline.Block{Kind: dateline.Paragraph, Text: "He said it."}}, {Block: dateline.Block{Kind: dateline.Subhead, Text: "She said it."}}}
	v := wire.View{Body: []dateline.Block{blocks[0].Block, blocks[1].Block}}
	at := func(id dateline.StatementID, from int) {
		v.Quotes = append(v.Quotes, wire.Quote{ID: id, Content: []dateline.Span{{Start: from, End: from + 2}}})
	}
	at("aaaaaaaaaaaaa-outer", 3)
	at("aaaaaaaaaaaaa-inner", 4)
	at("aaaaaaaaaaaaa-table", 15)
	voices := []voice{{}}
	for i := range v.Quotes {
		voices[0].Said = append(voices[0].Said, saying{InText: textMark(v.Quotes[i].ID)})
	}
	leadTo(markSaid(blocks, &v), voices)
	for i, want := range []string{"in-said-outer", "in-said-inner", ""} {
		if got := voices[0].Said[i].InText; got != want {
			t.Errorf("statement %d leads to %q, want %q", i, got, want)
		}
	}
}
