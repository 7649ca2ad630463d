package intake

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/format/feed"
	"dateline/internal/intake/fetch"
	"dateline/internal/read"
	"dateline/internal/read/kind"
)

// TestNamesOfEntries: an entry is called what its source calls it, unless the source
// calls several so; else by its address, else by what it says.
func TestNamesOfEntries(t *testing.T) {
	text := func(s string) feed.Text { return feed.Text{Value: s} }
	for _, c := range []struct {
		name    string
		entries []feed.Entry // as listed, the newest first
		want    []string     // guids, the oldest first; "…" for a digest
	}{
		{"ids", []feed.Entry{{ID: "2", Link: "https://a.example/2"}, {ID: "1", Link: "https://a.example/1"}}, []string{"1", "2"}},
		{"one id for all", []feed.Entry{{ID: "x", Link: "https://a.example/2"}, {ID: "x", Link: "https://a.example/1"}}, []string{"https://a.example/1", "https://a.example/2"}},
		{"one id, one address but for who counts its readers", []feed.Entry{{ID: "x", Link: "https://a.example/1?utm_source=a"}, {ID: "x", Link: "https://a.example/1?utm_source=b"}}, []string{"x"}},
		{"one id, one address", []feed.Entry{{ID: "x", Link: "https://a.example/1"}, {ID: "x", Link: "https://a.example/1"}}, []string{"x"}},
		{"addresses alone", []feed.Entry{{Link: "https://a.example/1?utm_source=rss"}}, []string{"https://a.example/1"}},
		{"the same address twice", []feed.Entry{{Link: "https://a.example/1"}, {Link: "https://a.example/1#utm_x=1"}}, []string{"https://a.example/1"}},
		{"words alone", []feed.Entry{{Title: text("A")}, {Summary: text("A")}, {Content: text("A")}}, []string{"…", "…", "…"}},
		{"the same words twice", []feed.Entry{{Title: text("A")}, {Title: text("A")}}, []string{"…"}},
		{"nothing", []feed.Entry{{}, {Title: text(" ")}}, nil},
	} {
		var got []string
		for _, n := range name("marsa", c.entries) {
			if n.id != dateline.NewItemID("marsa", n.guid) || n.digest == "" {
				t.Errorf("%s: %+v", c.name, n)
			}
			if strings.HasPrefix(n.guid, "sha256:") {
				n.guid = "…"
			}
			got = append(got, n.guid)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestDigestOfAnEntry changes with what an entry says, in any of its fields, and not
// with what is said about it. Its first half is of a text that is long enough to
// know it by.
func TestDigestOfAnEntry(t *testing.T) {
	long := feed.Text{Value: strings.Repeat("Ships came in. ", 50)}
	whole := feed.Entry{ID: "1", Link: "https://a.example/1", Title: feed.Text{Value: "T"}, Content: long, Published: "2026-07-03", Authors: []feed.Person{{Name: "Ann"}}, Categories: []string{"a"}}
	before := digest(&whole)
	for name, change := range map[string]func(*feed.Entry){
		"title":     func(e *feed.Entry) { e.Title.Value = "U" },
		"id":        func(e *feed.Entry) { e.ID = "2" },
		"link":      func(e *feed.Entry) { e.Link += "2" },
		"published": func(e *feed.Entry) { e.Published += "T10:00" },
		"updated":   func(e *feed.Entry) { e.Updated = "2026" },
		"rights":    func(e *feed.Entry) { e.Rights.Value = "R" },
		"origin":    func(e *feed.Entry) { e.Origin.Title.Value = "O" },
		"author":    func(e *feed.Entry) { e.Authors = append(e.Authors, feed.Person{Name: "Bob"}) },
		"category":  func(e *feed.Entry) { e.Categories = []string{"a", "b"} },
	} {
		e := whole
		change(&e)
		if after := digest(&e); after == before || textOf(after) != textOf(before) {
			t.Errorf("another %s: %s and %s", name, before, after)
		}
	}
	for name, change := range map[string]func(*feed.Entry){
		"comments":          func(e *feed.Entry) { e.Comments = "https://a.example/1#comments" },
		"a nameless mail":   func(e *feed.Entry) { e.Authors = append(e.Authors, feed.Person{Email: "x@a.example"}) },
		"another enclosure": func(e *feed.Entry) { e.Enclosures = []feed.Enclosure{{URL: "x"}} },
	} {
		e := whole
		if change(&e); digest(&e) != before {
			t.Errorf("%s is news", name)
		}
	}
	e := whole
	e.Content.Value += "More."
	if textOf(digest(&e)) == textOf(before) {
		t.Error("another text has the same first half")
	}
	short := feed.Entry{ID: "1", Summary: feed.Text{Value: "Short."}}
	a := digest(&short)
	short.Summary.Value = "Shorter."
	if b := digest(&short); textOf(a) != "" || a == b {
		t.Errorf("short texts: %s and %s", a, b)
	}
	// Fields do not run into each other.
	x, y := feed.Entry{ID: "ab", Link: "c"}, feed.Entry{ID: "a", Link: "bc"}
	if digest(&x) == digest(&y) {
		t.Error("ab, c and a, bc have one digest")
	}
	if textOf("no digest at all") != "" {
		t.Error("what is no digest has a text")
	}
}

// TestRhythm: entries a day over the time since the oldest of them that may count.
func TestRhythm(t *testing.T) {
	now := time.Date(2026, 7, 10, 12, 0, 0, 0, time.UTC)
	at := func(hours ...float64) (out []feed.Entry) {
		for _, h := range hours {
			out = append(out, feed.Entry{Published: now.Add(-time.Duration(h * float64(time.Hour))).Format(time.RFC3339)})
		}
		return out
	}
	for _, c := range []struct {
		name    string
		before  float64
		entries []feed.Entry
		want    float64
	}{
		{"nothing", 3, nil, 3},
		{"one tells no rhythm", 3, at(5), 3},
		{"two in two days", 0, at(1, 48), 1},
		{"many within an hour", 0, at(0.1, 0.2, 0.3), 3 * 24},
		{"evened out with what was known", 3, at(1, 48), 2},
		{"the future does not count", 0, at(-5, 1, 48), 1},
		{"nor what is older than 90 days", 0, at(1, 48, 91*24), 1},
		{"90 days do", 0, at(1, 90*24), 2.0 / 90},
		{"by the change where no other time is told", 0, append(at(48), feed.Entry{Updated: now.Add(-time.Hour).Format(time.RFC3339)}), 1},
		{"undated ones do not", 0, append(at(1, 48), feed.Entry{Published: "soon"}), 1},
	} {
		if got := rhythm(c.before, c.entries, now); got < c.want-0.001 || got > c.want+0.001 {
			t.Errorf("%s: %.3f a day, want %.3f", c.name, got, c.want)
		}
	}
}

// TestUsualPlaces: in the folder of an address and at the root, and not in a file.
func TestUsualPlaces(t *testing.T) {
	for address, want := range map[string][2]string{
		"https://a.example":               {"https://a.example/feed", ""},
		"https://a.example/":              {"https://a.example/feed", ""},
		"https://a.example/blog/":         {"https://a.example/blog/feed", "https://a.example/feed"},
		"https://a.example/blog/x.html":   {"https://a.example/blog/feed", "https://a.example/feed"},
		"https://a.example/index.php?p=1": {"https://a.example/feed", ""},
	} {
		got := usualPlaces(address)
		n := len(feed.CommonPaths())
		if got[0] != want[0] || (want[1] == "") != (len(got) == n) || want[1] != "" && got[n] != want[1] {
			t.Errorf("%s: %d places, %s first", address, len(got), got[0])
		}
	}
	if usualPlaces("%zz") != nil {
		t.Error("what is no address has places")
	}
}

// TestRankOfFeeds: what a page names goes before what it only links to, and items
// before what readers write about them.
func TestRankOfFeeds(t *testing.T) {
	order := []feed.Found{{URL: "/feed"}, {URL: "/comments/feed"}, {URL: "/rss", Hinted: true}, {URL: "/x", Title: "تعليقات القراء", Hinted: true}}
	for i, f := range order {
		if got := rank(f); got != i {
			t.Errorf("%+v ranks %d, want %d", f, got, i)
		}
	}
	if rank(feed.Found{URL: "/f", Title: "All Comments"}) != 1 {
		t.Error("comments by their title")
	}
}

// TestWebAddress: as browsers hand feeds to readers.
func TestWebAddress(t *testing.T) {
	for in, want := range map[string]string{" https://a.example/f ": "https://a.example/f", "feed://a.example/f": "http://a.example/f", "feed:https://a.example/f": "https://a.example/f", "feeder": "feeder", "": ""} {
		if got := webAddress(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestFolders: names of folders keep the character that stands between levels.
func TestFolders(t *testing.T) {
	for _, names := range [][]string{{"a"}, {"a", "b"}, {"a/b", "c"}, {"100%", "%2F"}, {"أخبار", "ميناء"}} {
		if got := splitFolders(joinFolders(names)); !slices.Equal(got, names) {
			t.Errorf("%q comes back as %q", names, got)
		}
	}
	if splitFolders("") != nil {
		t.Error("no folder has a name")
	}
}

// TestIDsOfSources: what an address or a name may give, told apart where letters
// alone do not.
func TestIDsOfSources(t *testing.T) {
	for in, want := range map[string]dateline.SourceID{
		"https://www.Marsa.example/feed": "marsa-example", "marsa.example": "marsa-example", "https://192.168.1.1:80/": "192-168-1-1-80", "": "source", "https://م.example/": "example",
		"https://desk:secret@marsa.example/feed": "marsa-example", "https://marsa.example?key=secret": "marsa-example", "https://marsa.example#a": "marsa-example",
		"https://أخبار.مرسى/feed": nameID("أخبار.مرسى"),
	} {
		if got := IDFor(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := slug(strings.Repeat("ab-", 30)); len(got) > 60 || strings.HasSuffix(string(got), "-") {
		t.Errorf("%q", got)
	}
	if a, b := nameID("وكالة مرسى"), nameID("وكالة عدن"); a == b || a != nameID("وكالة مرسى") {
		t.Errorf("two names: %q and %q", a, b)
	}
	if got := nameID("Marsa Press"); got != "marsa-press" {
		t.Errorf("%q", got)
	}
	taken := map[dateline.SourceID]bool{"a": true, "a-2": true}
	for id, want := range map[dateline.SourceID]dateline.SourceID{"a": "a-3", "b": "b"} {
		if got := UniqueID(id, func(id dateline.SourceID) bool { return taken[id] }); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

// TestApart: two stamps that cannot be of one moment.
func TestApart(t *testing.T) {
	noon := time.Date(2026, 7, 3, 12, 0, 0, 0, time.UTC)
	stamp := func(d time.Duration, p dateline.Precision) dateline.Stamp {
		return dateline.Stamp{Time: noon.Add(d), Precision: p}
	}
	for _, c := range []struct {
		name string
		a, b dateline.Stamp
		want bool
	}{
		{"the same", stamp(0, dateline.ToMinute), stamp(0, dateline.ToSecond), false},
		{"29 minutes", stamp(0, dateline.ToMinute), stamp(29*time.Minute, dateline.ToMinute), false},
		{"half an hour", stamp(30*time.Minute, dateline.ToMinute), stamp(0, dateline.ToMinute), true},
		{"a day and a clock", stamp(-12*time.Hour, dateline.ToDay), stamp(0, dateline.ToMinute), false},
		{"a day and a clock of the next", stamp(-12*time.Hour, dateline.ToDay), stamp(12*time.Hour, dateline.ToMinute), true},
		{"two days", stamp(0, dateline.ToDay), stamp(24*time.Hour, dateline.ToDay), true},
		{"nothing known", stamp(0, dateline.ToDay), dateline.Stamp{}, false},
	} {
		if apart(c.a, c.b) != c.want || apart(c.b, c.a) != c.want {
			t.Errorf("%s: not %v", c.name, c.want)
		}
	}
}

// TestKindsOfFailures: what a counter calls a failure, and which of them say that a
// page is away.
func TestKindsOfFailures(t *testing.T) {
	for _, c := range []struct {
		err  error
		kind string
		away bool
	}{
		{fmt.Errorf("poll: %w", &fetch.Error{Kind: "status", Status: http.StatusNotFound}), "status", true},
		{&fetch.Error{Kind: "status", Status: http.StatusInternalServerError}, "status", false},
		{&fetch.Error{Kind: "timeout"}, "timeout", false},
		{fmt.Errorf("read: %w", &read.NoArticle{Kind: kind.Error}), string(kind.Error), true},
		{&read.NoArticle{Kind: kind.Login}, string(kind.Login), false},
		{fmt.Errorf("parse: %w", dateline.ErrInvalid), "feed", false},
		{errors.New("disk"), "store", false},
	} {
		if got := kindOf(c.err); got != c.kind || missing(c.err) != c.away {
			t.Errorf("%v: %s, away %v", c.err, got, missing(c.err))
		}
	}
}

// TestDeletedEntries: a feed's word that an entry is gone stands unless the entry is
// listed and was changed since, or nobody can tell.
func TestDeletedEntries(t *testing.T) {
	for _, c := range []struct {
		name, updated, published, when string
		listed, stands, gone           bool
	}{
		{"not listed", "", "", "2026-07-03T10:00:00Z", false, false, true},
		{"listed, older", "2026-07-03T09:00:00Z", "", "2026-07-03T10:00:00Z", true, false, true},
		{"listed, as old", "2026-07-03T10:00:00Z", "", "2026-07-03T10:00:00Z", true, false, true},
		{"listed, changed since", "2026-07-03T11:00:00Z", "", "2026-07-03T10:00:00Z", true, true, false},
		{"listed, published before", "", "2026-07-03T09:00:00Z", "2026-07-03T10:00:00Z", true, false, true},
		{"listed, undated", "", "", "2026-07-03T10:00:00Z", true, true, false},
		{"listed, deleted at no time", "2026-07-03T09:00:00Z", "", "", true, true, false},
	} {
		var all []named
		if c.listed {
			all = name("marsa", []feed.Entry{{ID: "1", Updated: c.updated, Published: c.published}})
		}
		standing, gone := withoutGone("marsa", all, []feed.Gone{{ID: "1", When: c.when}})
		if (len(standing) == 1) != c.stands || (len(gone) == 1) != c.gone {
			t.Errorf("%s: %d stand, gone %v", c.name, len(standing), gone)
		}
	}
	id := dateline.NewItemID("marsa", "1")
	for digest, want := range map[string]int{"a-b": 1, deleted: 0, dateline.Erased: 0} {
		if got := isNews([]dateline.ItemID{id}, nil, map[dateline.ItemID]string{id: digest}); len(got) != want {
			t.Errorf("known as %s: %v", digest, got)
		}
	}
	if got := isNews([]dateline.ItemID{id}, nil, nil); len(got) != 0 {
		t.Errorf("never kept: %v", got)
	}
	if got := isNews([]dateline.ItemID{id}, []named{{id: id}}, map[dateline.ItemID]string{id: "a-b"}); len(got) != 0 {
		t.Errorf("recognized under another name: %v", got)
	}
}

// TestSameNews: a page whose teasers changed says what it said.
func TestSameNews(t *testing.T) {
	page := dateline.Item{Headline: "Harbour opens", Body: []dateline.Block{{Kind: dateline.Paragraph, Text: "Ships came in."}}, Byline: []string{"Ann Lee"}}
	before := pageState("e", "m", []byte("<p>one"), &page)
	if before.ETag != "e" || before.Modified != "m" || before.Headline != page.Headline {
		t.Errorf("%+v", before)
	}
	if after := pageState("", "", []byte("<p>two"), &page); after.Digest == before.Digest || !sameNews(before.Digest, after.Digest) {
		t.Error("other bytes alone are news")
	}
	for name, change := range map[string]func(*dateline.Item){
		"headline": func(i *dateline.Item) { i.Headline = "Harbour shuts" },
		"text":     func(i *dateline.Item) { i.Body = []dateline.Block{{Kind: dateline.Paragraph, Text: "Ships left."}} },
		"byline":   func(i *dateline.Item) { i.Byline = nil },
		"credit":   func(i *dateline.Item) { i.CreditLine = "MP" },
		"paywall":  func(i *dateline.Item) { i.Rights.Paywalled = true },
		"mining":   func(i *dateline.Item) { i.Rights.NoMining = true },
		"terms":    func(i *dateline.Item) { i.Rights.UsageTerms = "none" },
		"status":   func(i *dateline.Item) { i.PubStatus = dateline.Canceled },
		"notice":   func(i *dateline.Item) { i.Notices = []dateline.Notice{{Kind: dateline.Correct, Text: "x"}} },
		"dateline": func(i *dateline.Item) { i.Dateline.Place = "ADEN" },
	} {
		changed := page
		if change(&changed); sameNews(before.Digest, pageState("e", "m", []byte("<p>one"), &changed).Digest) {
			t.Errorf("another %s is no news", name)
		}
	}
}

// TestContentTypes by the names of files, however they are written.
func TestContentTypes(t *testing.T) {
	for name, want := range map[string]string{"a.html": "text/html", "A.HTM": "text/html", "a.txt": "text/plain", "feed.XML": "application/xml", "a.rss": "application/xml", "f.json": "application/feed+json", "a": "", "a.html.gz": ""} {
		if got := contentType(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestReadLine: lines as they are, the last one without an end too; one that is too
// long is told and passed over.
func TestReadLine(t *testing.T) {
	in := bufio.NewReaderSize(io.MultiReader(strings.NewReader("one\n\n"+strings.Repeat("x", maxLine)+"\ntwo\nthree")), 16)
	for i, want := range []string{"one\n", "\n", "too long", "two\n"} {
		line, err := readLine(in)
		if want == "too long" {
			if !errors.Is(err, dateline.ErrTooLarge) || line != nil {
				t.Errorf("line %d: %d bytes, %v", i+1, len(line), err)
			}
			continue
		}
		if string(line) != want || err != nil {
			t.Errorf("line %d: %q, %v", i+1, line, err)
		}
	}
	if line, err := readLine(in); string(line) != "three" || err != io.EOF {
		t.Errorf("the last line: %q, %v", line, err)
	}
}
