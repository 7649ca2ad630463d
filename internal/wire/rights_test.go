package wire

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"dateline"
)

var (
	now    = time.Date(2026, 11, 22, 14, 30, 0, 0, time.UTC)
	before = now.Add(-time.Hour)
)

// marked makes an item in which every field holds words of its own, so that
// what went out can be told from what may not.
func marked(r *rand.Rand) dateline.Item {
	words := func(mark string, n int) string {
		w := make([]string, n)
		for i := range w {
			w[i] = fmt.Sprintf("%s%d", mark, i)
		}
		return strings.Join(w, " ")
	}
	item := dateline.Item{
		ID: "abc", Version: 1, Source: "nra", URL: "https://nra.example/1", Language: "en",
		Headline: words("headline", 5), CreditLine: "credit0", Byline: []string{"byline0"},
		Section: "section0", Keywords: []string{"keyword0"}, Slugline: "slugline0",
		FirstSeen: before, Received: before,
		Picture: &dateline.Picture{URL: "https://nra.example/picture0", Caption: "caption0"},
		Notices: []dateline.Notice{{Kind: dateline.Correct, Text: words("notice", r.IntN(60))}},
	}
	if r.IntN(2) == 0 {
		item.Standfirst = words("standfirst", r.IntN(80))
	}
	for i := range r.IntN(4) {
		item.Body = append(item.Body, dateline.Block{Kind: dateline.Paragraph, Text: words(fmt.Sprintf("body%dx", i), r.IntN(50))})
	}
	if r.IntN(3) == 0 {
		item.Headline = ""
	}
	item.Rights.Paywalled = r.IntN(4) == 0
	item.Rights.NoMining = r.IntN(4) == 0
	return item
}

func filed(item *dateline.Item) dateline.Filing {
	f := dateline.Filing{Item: item.ID, Source: item.Source, Language: item.Language, Status: dateline.Usable, When: before, Released: before}
	for _, n := range item.Notices {
		f.Notices = append(f.Notices, dateline.FiledNotice{Notice: n, Time: before})
	}
	return f
}

// everything is all text that a view carries, by reflection, so that a new
// field of View cannot slip past.
func everything(v any) string {
	var b strings.Builder
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			b.WriteString(v.String() + " ")
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				walk(v.MapIndex(k))
			}
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				walk(v.Elem())
			}
		}
	}
	walk(reflect.ValueOf(v))
	return b.String()
}

// foreign counts the words of the source's text that stand in s.
func foreign(s string) (n int) {
	for _, w := range strings.Fields(s) {
		for _, mark := range []string{"standfirst", "body", "notice", "caption", "keyword", "slugline"} {
			if strings.HasPrefix(w, mark) {
				n++
			}
		}
	}
	return n
}

func TestPublicNeverGivesMoreThanAllowed(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		item := marked(r)
		source := dateline.Source{ID: "nra", Name: "NRA"}
		source.Usage = []dateline.Usage{"", "full", "excerpt", "link", "desk", "nonsense"}[r.IntN(6)]
		if r.IntN(2) == 0 {
			source.UsageReason = "contract"
		}
		filing := filed(&item)
		view, err := Public(&item, &source, &filing, now)
		out := everything(view)
		want := Allowed(&item, &source)
		switch {
		case want == dateline.UsageDesk:
			if !errors.Is(err, dateline.ErrNotFound) || strings.TrimSpace(out) != "" {
				t.Fatalf("desk only, yet %v %q", err, out)
			}
			continue
		case err != nil:
			t.Fatal(err)
		}
		full := source.Usage == dateline.UsageFull && source.UsageReason != "" && !item.Rights.Paywalled && !item.Rights.NoMining
		if full != (want == dateline.UsageFull) {
			t.Fatalf("usage %s of %+v %+v", want, source, item.Rights)
		}
		if full {
			continue
		}
		most := ExcerptWords
		if want == dateline.UsageLink {
			most = 0
		}
		if n := foreign(out); n > most {
			t.Fatalf("%s: %d foreign words, at most %d: %q", want, n, most, out)
		}
		if view.Picture != nil || view.Body != nil || strings.Contains(out, "picture0") || strings.Contains(out, "section0") {
			t.Fatalf("%s shows more than headline, words, credit and link: %q", want, out)
		}
		if item.Headline != "" && !strings.Contains(out, "headline4") || view.Headline == "" || !strings.Contains(out, "credit0") || view.Link == "" {
			t.Fatalf("%s shows less than headline, credit and link: %q", want, out)
		}
	}
}

// Only what a browser can follow is a link.
func TestLinksLeadToTheWeb(t *testing.T) {
	for address, want := range map[string]bool{
		"https://nra.example/a b/أخبار?x=1#y": true, "HTTP://nra.example/": true, "http://nra.example/100%sure": true,
		"javascript:alert(1)": false, "feed://nra.example/x": false, "mailto:desk@nra.example": false, "/relative": false, "http:///x": false, "": false,
	} {
		item := dateline.Item{ID: "x", URL: address, Headline: "Port opens"}
		filing := filed(&item)
		v, err := Public(&item, &dateline.Source{ID: "nra", Name: "NRA", Site: address}, &filing, now)
		if err != nil || (v.Link != "") != want || (v.Source.Site != "") != want {
			t.Errorf("%q: link %q, site %q, %v", address, v.Link, v.Source.Site, err)
		}
	}
}

// Who a source is says a person; where none did, the page's own word stands.
func TestKindOfSource(t *testing.T) {
	for _, tt := range []struct{ desk, page, want dateline.SourceKind }{
		{"", "", ""}, {"", dateline.Agency, dateline.Agency}, {dateline.Outlet, dateline.Agency, dateline.Outlet}, {dateline.Own, "", dateline.Own},
	} {
		item := dateline.Item{ID: "x", Headline: "Port opens", SourceKind: tt.page}
		filing := filed(&item)
		v, err := Public(&item, &dateline.Source{ID: "nra", Name: "NRA", Kind: tt.desk}, &filing, now)
		if err != nil || v.Source.Kind != tt.want {
			t.Errorf("desk %q, page %q: %q, %v", tt.desk, tt.page, v.Source.Kind, err)
		}
	}
}

func TestPublicHidesWhatIsNotOut(t *testing.T) {
	tests := []struct {
		name   string
		change func(*dateline.Filing)
		want   error
	}{
		{"usable", func(*dateline.Filing) {}, nil},
		{"held", func(f *dateline.Filing) { f.Status = dateline.Withheld }, dateline.ErrNotFound},
		{"no status", func(f *dateline.Filing) { f.Status = "" }, dateline.ErrNotFound},
		{"embargo ahead", func(f *dateline.Filing) { f.Embargo = now.Add(time.Second) }, dateline.ErrNotFound},
		{"embargo over", func(f *dateline.Filing) { f.Embargo = now }, nil},
		{"killed", func(f *dateline.Filing) { f.Status = dateline.Canceled }, dateline.ErrGone},
		{"killed before it was out", func(f *dateline.Filing) { f.Status, f.Released = dateline.Canceled, time.Time{} }, dateline.ErrNotFound},
	}
	r := rand.New(rand.NewPCG(3, 4))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			item := marked(r)
			source := dateline.Source{ID: "nra", Name: "NRA", Usage: dateline.UsageFull, UsageReason: "contract"}
			filing := filed(&item)
			tt.change(&filing)
			view, err := Public(&item, &source, &filing, now)
			if !errors.Is(err, tt.want) || tt.want == nil && err != nil {
				t.Fatalf("got %v, want %v", err, tt.want)
			}
			if err == nil {
				return
			}
			out := everything(view)
			if foreign(out) > 0 || strings.Contains(out, "headline") || strings.Contains(out, "credit0") {
				t.Errorf("shows %q", out)
			}
		})
	}
}

func TestKilledShowsTheDesksNoticeOnly(t *testing.T) {
	item := marked(rand.New(rand.NewPCG(5, 6)))
	source := dateline.Source{ID: "nra", Name: "NRA"}
	filing := filed(&item)
	filing.Status = dateline.Canceled
	filing.Notices = append(filing.Notices,
		dateline.FiledNotice{Notice: dateline.Notice{Kind: dateline.Kill, Text: "notice of the source"}},
		dateline.FiledNotice{Notice: dateline.Notice{Kind: dateline.Kill, Text: "legal reasons"}, Own: true})
	view, _ := Public(&item, &source, &filing, now)
	if len(view.Notices) != 2 || view.Notices[0].Text != "" || view.Notices[1].Text != "legal reasons" {
		t.Errorf("got %+v", view.Notices)
	}
	if view.Link != "" {
		t.Errorf("the link leads to the killed copy: %q", view.Link)
	}
}

// TestKilledAfterWithdrawn: what the desk wrote when it withdrew an item may name its headline,
// which nobody forbade then.
func TestKilledAfterWithdrawn(t *testing.T) {
	item := marked(rand.New(rand.NewPCG(5, 6)))
	source := dateline.Source{ID: "nra", Name: "NRA"}
	filing := filed(&item)
	filing.Status = dateline.Canceled
	filing.Notices = []dateline.FiledNotice{{Notice: dateline.Notice{Kind: dateline.Withdraw, Text: "We take back: " + item.Headline}, Own: true}}
	if view, _ := Public(&item, &source, &filing, now); len(view.Notices) != 1 || view.Notices[0].Text == "" {
		t.Errorf("withdrawn: %+v", view.Notices)
	}
	filing.Notices = append(filing.Notices, dateline.FiledNotice{Notice: dateline.Notice{Kind: dateline.Kill, Text: "legal reasons"}, Own: true})
	view, _ := Public(&item, &source, &filing, now)
	if len(view.Notices) != 2 || view.Notices[0].Text != "" || view.Notices[1].Text != "legal reasons" {
		t.Errorf("killed: %+v", view.Notices)
	}
}

// TestHeadless: an item without a headline is headed by its first words, by
// which readers can open it, and by its source where none of them may go out.
func TestHeadless(t *testing.T) {
	item := dateline.Item{ID: "abc", Source: "nra", Language: "ar", Body: []dateline.Block{
		{Kind: dateline.Subhead, Text: "Not this"}, {Kind: dateline.Paragraph, Text: "One two three four five six seven eight nine ten eleven twelve thirteen."},
	}}
	short := dateline.Item{ID: "abc", Source: "nra", Standfirst: "Short."}
	source := dateline.Source{ID: "nra", Name: "NRA", Names: dateline.Names{"ar": "ن ر أ"}, UsageReason: "contract"}
	for _, c := range []struct {
		item  dateline.Item
		usage dateline.Usage
		want  string
	}{
		{item, dateline.UsageFull, "One two three four five six seven eight nine ten eleven twelve…"},
		{item, dateline.UsageExcerpt, "One two three four five six seven eight nine ten eleven twelve…"},
		{item, dateline.UsageLink, "ن ر أ"},
		{short, dateline.UsageExcerpt, "Short."},
		{dateline.Item{ID: "abc", Source: "nra"}, dateline.UsageFull, "NRA"},
	} {
		source.Usage = c.usage
		filing := filed(&c.item)
		v, err := Public(&c.item, &source, &filing, now)
		if err != nil || v.Headline != c.want {
			t.Errorf("%s: %q, %v; want %q", c.usage, v.Headline, err, c.want)
		}
	}
	if got := Headline(&item); !strings.HasSuffix(got, " twelve…") {
		t.Errorf("the desk sees %q", got)
	}
}

// A feed may file the whole text as title: what is longer than an excerpt may be
// is no headline, and counts as the excerpt.
func TestTextAsHeadline(t *testing.T) {
	title := strings.TrimSpace(strings.Repeat("word ", 300))
	short := strings.TrimSpace(strings.Repeat("word ", ExcerptWords))
	body := []dateline.Block{{Kind: dateline.Paragraph, Text: "And more of it."}}
	for _, c := range []struct {
		usage          dateline.Usage
		headline, want string
		excerpt        string
	}{
		{dateline.UsageExcerpt, title, short + "…", ""},
		{dateline.UsageLink, title, short + "…", ""},
		{dateline.UsageFull, title, title, "And more of it."},
		{dateline.UsageExcerpt, short, short, "And more of it."},
		{dateline.UsageExcerpt, strings.Repeat("x", 5000), "NRA", "And more of it."},
	} {
		item := dateline.Item{ID: "abc", Source: "nra", Headline: c.headline, Body: body}
		filing := filed(&item)
		v, err := Public(&item, &dateline.Source{ID: "nra", Name: "NRA", Usage: c.usage, UsageReason: "contract"}, &filing, now)
		if err != nil || v.Headline != c.want || v.Excerpt != c.excerpt {
			t.Errorf("%s of %.20q: %q, %q, %v", c.usage, c.headline, v.Headline, v.Excerpt, err)
		}
	}
}

func TestFirstSentences(t *testing.T) {
	tests := []struct {
		text string
		n    int
		want string
	}{
		{"The gates opened. The text", 3, "The gates opened."}, // nothing of what follows fits
		{"The gates opened. The text was one page long.", 5, "The gates opened."},
		{"The gates opened. The text was one page long.", 20, "The gates opened. The text was one page long."},
		{"Nobody came. The ministers of the three states met for two hours.", 10, "Nobody came. The ministers of the three states met for…"},
		{"They met Gov. Tariq Karam at last in the old house", 5, "They met Gov. Tariq Karam…"},
		{"“We came by sea.” Nobody asked why they had", 6, "“We came by sea.”"},
		{"Who pays? The three states have not said", 3, "Who pays?"},
		{"“No,” Karam said. He would give no reason at all", 5, "“No,” Karam said."}, {"The port of Qasr Lina. It was shut", 6, "The port of Qasr Lina. It…"},
		{"They leave their pay as it is. “We asked for more than that”", 8, "They leave their pay as it is."},
		{"Marsa vs. Khan Qirfa was the last one", 5, "Marsa vs. Khan Qirfa was…"}, {"It was no. 5 of the line that day", 5, "It was no. 5 of…"},
		{"It rained in the U.S. South for days on end", 7, "It rained in the U.S. South for…"},
		{"The price of bread. rose again on the next day", 6, "The price of bread. rose again…"},
		{"اجتمع الوفدان يوم الاثنين. وقالت الوزيرة إنها غير راضية", 6, "اجتمع الوفدان يوم الاثنين."},
		{"هل تُفتح البوابات؟ قالت الوزيرة إن القرار بيد اللجنة", 5, "هل تُفتح البوابات؟"},
		{"one", 0, ""}, {"", 3, ""}, {"Opened. Then", 1, "Opened…"},
		{strings.Repeat("汉", 80) + " x", 40, strings.Repeat("汉", 80) + "…"},
	}
	for _, tt := range tests {
		if got := firstSentences(tt.text, tt.n); got != tt.want {
			t.Errorf("firstSentences(%q, %d) = %q; want %q", tt.text, tt.n, got, tt.want)
		}
	}
}

func TestFirstWords(t *testing.T) {
	tests := []struct {
		text string
		n    int
		want string
		used int
	}{
		{"one two three", 3, "one two three", 3},
		{"one two, three", 2, "one two…", 2},
		{"  one\n\ntwo  ", 5, "one two", 2},
		{"one", 0, "", 0},
		{"", 3, "", 0},
		{"وقال الوزير، أمس", 2, "وقال الوزير…", 2},
		{strings.Repeat("汉", 80) + " x", 40, strings.Repeat("汉", 80) + "…", 40},
		{strings.Repeat("汉", 200), 40, "", 0},
	}
	for _, tt := range tests {
		if got, used := firstWords(tt.text, tt.n); got != tt.want || used != tt.used {
			t.Errorf("firstWords(%q, %d) = %q, %d; want %q, %d", tt.text, tt.n, got, used, tt.want, tt.used)
		}
	}
}

// Machines are told no time from the future, which begins when this version came in.
func TestStated(t *testing.T) {
	for _, c := range []struct {
		name                string
		published, received time.Duration // since it was first seen
		stated              bool
	}{
		{"before", -time.Hour, 0, true}, {"a fast clock", skew, 0, true}, {"in an hour", time.Hour, 0, false},
		{"filed anew an hour later", time.Hour, 2 * time.Hour, true}, {"filed anew, in an hour", 3 * time.Hour, 2 * time.Hour, false},
	} {
		item := dateline.Item{ID: "x", Headline: "Port opens", FirstSeen: now, Received: now.Add(c.received)}
		item.Published = dateline.Stamp{Time: now.Add(c.published), Zone: "Z", Precision: dateline.ToSecond, Confidence: dateline.Sure}
		filing := filed(&item)
		v, err := Public(&item, &dateline.Source{ID: "nra", Name: "NRA"}, &filing, now)
		if err != nil || !v.Stated().IsZero() != c.stated || (v.Published.Confidence == dateline.Sure) != c.stated {
			t.Errorf("%s: stated %v, claimed %+v, %v", c.name, v.Stated(), v.Published, err)
		}
	}
}
