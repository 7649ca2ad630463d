package intake

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dateline"
	"dateline/internal/format/feed"
	"dateline/internal/store/mem"
)

func entryWithText(s string) *feed.Entry { return &feed.Entry{Content: feed.Text{Value: s}} }

func TestPollKeepsVersions(t *testing.T) {
	b := newBench(t)
	b.add("h", "/rss")
	one, two := [4]string{"One", "g1", "{}/1", long("first")}, [4]string{"Two", "g2", "{}/2", long("second")}
	b.web.put("/rss", rss(two, one))
	if r := b.poll(); r.Kept != 2 || r.Sources != 1 || len(r.Failed)+len(r.Warned) != 0 {
		t.Errorf("first: %+v", r)
	}
	if r := b.poll(); r.NotModified != 1 || r.Kept+r.Versions != 0 {
		t.Errorf("unchanged: %+v", r)
	}
	two[0] = "Two, corrected"
	b.web.put("/rss", rss([4]string{"Three", "g3", "{}/3", long("third")}, two, one))
	if r := b.poll(); r.Kept != 1 || r.Versions != 1 {
		t.Errorf("changed: %+v", r)
	}
	if it := b.item("h", "g2"); it.Version != 2 || it.Headline != "Two, corrected" || it.Source != "h" || it.URL != b.web.URL+"/2" {
		t.Errorf("item: %+v", it)
	}
	if s := b.source("h"); s.Poll.LastError != "" || s.Poll.Seen != 3 || s.Poll.LastGood != b.now || !s.Poll.Next.After(b.now) || s.Site != b.web.URL+"/" || s.Language != "en" {
		t.Errorf("source: %+v", s)
	}
	// The log has the items in the order in which they were filed.
	ctx := context.Background()
	_ = b.store.View(ctx, func(tx dateline.Tx) error {
		entries, _ := tx.Entries(ctx, 0, 100)
		var order []dateline.ItemID
		for _, e := range entries {
			if e.Kind == dateline.EntryKept {
				order = append(order, e.Item)
			}
		}
		if len(order) != 3 || order[0] != dateline.NewItemID("h", "g1") {
			t.Errorf("order %v", order)
		}
		return nil
	})
	if n := b.in.Stats(); n.Polls.Load() != 3 || n.Kept.Load() != 3 || n.Versions.Load() != 1 || n.NotModified.Load() != 1 {
		t.Errorf("counters: %d %d %d %d", n.Polls.Load(), n.Kept.Load(), n.Versions.Load(), n.NotModified.Load())
	}
}

func TestPollNamesWhatIsWrong(t *testing.T) {
	b := newBench(t)
	cases := map[string]struct {
		handler http.HandlerFunc
		body    string
		want    string
	}{
		"500": {handler: status(500), want: "the server answers 500"}, "404": {handler: status(404), want: "404"},
		"page": {body: "<!DOCTYPE html><link rel=alternate type=application/rss+xml href=/f>", want: "its feeds are " + b.web.URL + "/f"},
		"junk": {body: "hello", want: "neither XML nor JSON"}, "empty": {body: "", want: "empty"},
		"circle": {handler: func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, want: "circle"},
		"busy":   {handler: status(429, "Retry-After", "7200"), want: "asks to wait 2h0m0s"},
	}
	for name, c := range cases {
		b.add(dateline.SourceID(name), "/"+name)
		b.web.put("/"+name, c.body)
		if c.handler != nil {
			b.web.handle("/"+name, c.handler)
		}
	}
	b.add("guarded", "/empty", func(s *dateline.Source) { s.AllowPrivate = false })
	// The pause that one asks for is the whole host's; here all share a host.
	delete(cases, "busy")
	_ = b.store.Update(context.Background(), func(tx dateline.Tx) error { return tx.RemoveSource(context.Background(), "busy", b.now) })
	if r := b.poll(); len(r.Failed) != len(cases)+1 {
		t.Errorf("%+v", r)
	}
	for name, c := range cases {
		if s := b.source(dateline.SourceID(name)); !strings.Contains(s.Poll.LastError, c.want) || s.Poll.Failures != 1 {
			t.Errorf("%s: %q", name, s.Poll.LastError)
		}
	}
	if s := b.source("guarded"); !strings.Contains(s.Poll.LastError, "not on the public internet") {
		t.Errorf("guarded: %q", s.Poll.LastError)
	}
	if guarded, junk := b.source("guarded").Poll.Cause, b.source("junk").Poll.Cause; guarded != "guard" || junk != "feed" {
		t.Errorf("the causes are %q and %q", guarded, junk)
	}
	if e := b.in.Stats().Errors(); e["status"] != 2 || e["guard"] != 1 || e["feed"] != 3 {
		t.Errorf("counters %v", e)
	}
}

func TestRetryAfterAndBackOff(t *testing.T) {
	b := newBench(t)
	b.add("busy", "/f")
	b.web.handle("/f", status(503, "Retry-After", "7200"))
	b.poll()
	if s := b.source("busy"); s.Poll.Next != b.now.Add(2*time.Hour) {
		t.Errorf("next %v after %v", s.Poll.Next, b.now)
	}
	in := b.in
	var p dateline.Poll
	last := time.Duration(0)
	for n := 1; n <= 40; n++ {
		p = in.failedPoll(p, errors.New("x"), b.now)
		pause := p.Next.Sub(b.now)
		if pause < last || pause > longest || n == 1 && pause != afterFailure || n == 4 && pause != 8*afterFailure {
			t.Errorf("failure %d: %v after %v", n, pause, last)
		}
		last = pause
	}
	if p.Failures != 40 || last != longest {
		t.Errorf("%d failures, %v", p.Failures, last)
	}
}

func TestMovedAndGone(t *testing.T) {
	b := newBench(t)
	b.add("moved", "/old")
	b.add("away", "/away")
	b.add("gone", "/gone")
	b.add("broken", "/to-broken")
	b.web.put("/new", rss([4]string{"One", "g1", "{}/1", long("x")}))
	to := func(path string, code int) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, path, code) }
	}
	b.web.handle("/old", to("/new", 308))
	b.web.handle("/away", to("/new", 302))
	b.web.handle("/gone", status(410))
	b.web.handle("/to-broken", to("/broken", 301))
	b.poll()
	if s := b.source("moved"); s.Feed != b.web.URL+"/new" {
		t.Errorf("moved to %s", s.Feed)
	}
	if s := b.source("away"); s.Feed != b.web.URL+"/away" {
		t.Errorf("a redirect for now moved it to %s", s.Feed)
	}
	if s := b.source("broken"); s.Feed != b.web.URL+"/to-broken" {
		t.Errorf("a move to nothing was followed for good: %s", s.Feed)
	}
	if s := b.source("gone"); !s.Retired || !strings.Contains(s.Poll.LastError, "gone for good") {
		t.Errorf("gone: %+v", s)
	}
	if r := b.poll(); r.Sources != 3 {
		t.Errorf("a retired source is polled: %+v", r)
	}
}

// A clock that was years ahead and has been set right leaves no source waiting
// for those years.
func TestClockSetBack(t *testing.T) {
	b := newBench(t)
	b.web.put("/feed", rss([4]string{"One", "g1", "{}/1", long("x")}))
	due := map[dateline.SourceID]time.Time{"years": b.now.AddDate(4, 0, 0), "tomorrow": b.now.Add(20 * time.Hour)}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for id, next := range due {
		b.add(id, "/feed", func(s *dateline.Source) { s.Pages = dateline.PagesNever })
		if err := b.store.Update(ctx, func(tx dateline.Tx) error { return tx.Polled(ctx, id, dateline.Poll{Next: next}) }); err != nil {
			t.Fatal(err)
		}
	}
	ended := make(chan error)
	go func() { ended <- b.in.Run(ctx) }()
	for ctx.Err() == nil && b.source("years").Poll.LastGood.IsZero() {
		time.Sleep(time.Millisecond)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	if s := b.source("years"); s.Poll.LastGood.IsZero() || s.Poll.Next.After(b.now.Add(2*time.Hour)) {
		t.Errorf("%+v", s.Poll)
	}
	if s := b.source("tomorrow"); !s.Poll.LastTry.IsZero() || !s.Poll.Next.Equal(due["tomorrow"]) {
		t.Errorf("what waits for its time was polled: %+v", s.Poll)
	}
}

// Lists name a feed by its old address and by its new one: once the old one leads
// there, one of the two is enough.
func TestMovedOntoAnother(t *testing.T) {
	b := newBench(t)
	b.web.put("/new", rss([4]string{"One", "g1", "{}/1", long("x")}))
	b.web.handle("/old", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/new", http.StatusMovedPermanently) })
	for _, s := range []struct{ id, path string }{{"a", "/old"}, {"b", "/new"}, {"c", "/old"}} {
		b.add(dateline.SourceID(s.id), s.path, func(s *dateline.Source) { s.Pages = dateline.PagesNever })
	}
	if r := b.poll(); r.Kept != 1 {
		t.Errorf("one entry was kept %d times", r.Kept)
	}
	b.web.put("/new", rss([4]string{"Two", "g2", "{}/2", long("y")}))
	if r := b.poll(); r.Sources != 1 || r.Kept != 1 {
		t.Errorf("polled %d, kept %d", r.Sources, r.Kept)
	}
	for _, id := range []dateline.SourceID{"a", "c"} {
		if s := b.source(id); !s.Retired || s.Feed != b.web.URL+"/old" || !strings.Contains(s.Poll.Warning, "to that of the source b") {
			t.Errorf("%s: %+v", id, s)
		}
	}
	if s := b.source("b"); s.Retired {
		t.Error("the one that had not moved is retired")
	}
}

// Two that move to one new address at the same time: one of them goes on there.
func TestMovedTogether(t *testing.T) {
	b := newBench(t)
	old := func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/new", http.StatusMovedPermanently) }
	never := func(s *dateline.Source) { s.Pages = dateline.PagesNever }
	for _, path := range []string{"/a", "/b", "/c"} {
		b.web.put(path, rss([4]string{"One", "g1", "{}/1", long("x")}))
		b.add(dateline.SourceID(path[1:]), path, never)
	}
	b.poll()
	b.web.put("/new", rss([4]string{"Two", "g2", "{}/2", long("y")}, [4]string{"One", "g1", "{}/1", long("x")}))
	for _, path := range []string{"/a", "/b", "/c"} {
		b.web.handle(path, old)
	}
	if r := b.poll(); r.Kept != 1 {
		t.Errorf("one new entry was kept %d times", r.Kept)
	}
	retired := 0
	for _, id := range []dateline.SourceID{"a", "b", "c"} {
		if s := b.source(id); s.Retired {
			retired++
		} else if s.Feed != b.web.URL+"/new" || s.Poll.Seen != 2 {
			t.Errorf("the one that goes on: %+v", s)
		}
	}
	if retired != 2 {
		t.Errorf("%d are retired, want 2", retired)
	}
}

func TestPages(t *testing.T) {
	b := newBench(t)
	b.web.put("/1", article("One", "page"))
	b.web.handle("/2", status(404))
	b.web.handle("/3", status(503))
	feed := rss([4]string{"One", "g1", "{}/1", "Short…"}, [4]string{"Two", "g2", "{}/2", "Short"}, [4]string{"Three", "g3", "{}/3", "Short"},
		[4]string{"Four", "g4", "{}/4", long("whole")})
	for _, mode := range []dateline.PageMode{dateline.PagesShort, dateline.PagesNever, dateline.PagesAlways} {
		b.web.put("/"+string(mode), feed)
		b.add(dateline.SourceID(mode), "/"+string(mode), func(s *dateline.Source) { s.Pages = mode })
	}
	r := b.poll()
	if r.Kept != 12 || r.Pages != 2 {
		t.Errorf("%+v", r)
	}
	if it := b.item("short", "g1"); !strings.Contains(it.Text(), "page council") || it.Summary || it.Headline != "One" {
		t.Errorf("with its page: %+v", it)
	}
	if it := b.item("short", "g2"); !it.Summary || it.Text() != "Short" || it.Digest == "" {
		t.Errorf("without its page: %+v", it)
	}
	if it := b.item("never", "g1"); strings.Contains(it.Text(), "page council") {
		t.Errorf("never: %+v", it)
	}
	if n := b.web.count("/4"); n != 1 { // always alone
		t.Errorf("the page of a whole entry was asked for %d times", n)
	}
	if s := b.source("short"); !strings.Contains(s.Poll.Warning, "2 of its pages could not be read") {
		t.Errorf("warning %q", s.Poll.Warning)
	}
	// A page that may come back is asked for again as long as the feed lists it.
	b.web.put("/3", article("Three", "returned"))
	b.web.put("/short", feed+"<!-- changed -->")
	before := b.web.count("/2")
	if r := b.poll(); r.Versions != 1 {
		t.Errorf("again: %+v", r)
	}
	if it := b.item("short", "g3"); !strings.Contains(it.Text(), "returned council") {
		t.Errorf("page that came back: %+v", it)
	}
	if b.web.count("/2") != before {
		t.Error("a page that is not there was asked for again")
	}
}

// TestPagesThatAreNoArticle: what a wall, an error or a front says never takes
// the place of what the feed says, and the health of the source tells of it.
func TestPagesThatAreNoArticle(t *testing.T) {
	b := newBench(t)
	b.web.put("/wall", "<title>One</title><h1>One</h1><p>Subscribe to continue reading</p>")
	b.web.put("/gone", "<title>Page not found</title><h1>404</h1><p>"+strings.Repeat("The page you are looking for is not here. ", 9)+"</p>")
	b.web.put("/check", "<title>Just a moment...</title><h1>harbour</h1><p>Verifying you are human.</p>")
	feed := rss([4]string{"One", "g1", "{}/wall", "Short text of one"}, [4]string{"Two", "g2", "{}/gone", "Short text of two"},
		[4]string{"Three", "g3", "{}/check", "Short text of three"})
	b.web.put("/f", feed)
	b.add("s", "/f")
	if r := b.poll(); r.Kept != 3 || r.Pages != 0 {
		t.Errorf("%+v", r)
	}
	for guid, text := range map[string]string{"g1": "Short text of one", "g2": "Short text of two", "g3": "Short text of three"} {
		if it := b.item("s", guid); it.Text() != text || !it.Summary {
			t.Errorf("%s: %q", guid, it.Text())
		}
	}
	if !b.item("s", "g1").Rights.Paywalled || b.item("s", "g2").Rights.Paywalled {
		t.Error("the wall is not known as one, or the error is")
	}
	if s := b.source("s"); !strings.Contains(s.Poll.Warning, "3 of its pages could not be read") || !strings.Contains(s.Poll.Warning, "no article but") {
		t.Errorf("warning %q", s.Poll.Warning)
	}
	if e := b.in.Stats().Errors(); e["page-paywall"] != 1 || e["page-error"] != 1 || e["page-robot"] != 1 {
		t.Errorf("counted %v", e)
	}
	// A test for robots may let the page through another time; the others stay.
	b.web.put("/check", article("Three", "returned"))
	b.web.put("/f", feed+"<!-- changed -->")
	gone := b.web.count("/gone")
	b.poll()
	if it := b.item("s", "g3"); !strings.Contains(it.Text(), "returned council") {
		t.Errorf("page that came back: %q", it.Text())
	}
	if b.web.count("/gone") != gone {
		t.Error("an error was asked for again")
	}
}

// TestOutOfTime: when a poll must end, what is read is kept and the rest is left
// to the next poll, which sees the whole feed again.
func TestOutOfTime(t *testing.T) {
	b := newBench(t)
	b.add("h", "/rss")
	b.web.put("/rss", rss([4]string{"Two", "g2", "{}/2", "Short"}, [4]string{"One", "g1", "{}/1", "Short"}))
	b.web.put("/1", article("One", "first"))
	asked := make(chan bool, 1)
	b.web.handle("/2", func(w http.ResponseWriter, r *http.Request) {
		asked <- true
		<-r.Context().Done()
	})
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	k := b.in.newKeeper(ctx)
	poll, stop := context.WithDeadline(ctx, time.Now().Add(time.Second))
	defer stop()
	r := b.in.poll(poll, k, b.source("h"))
	k.stop()
	<-asked
	if r.Kept != 1 || r.Error != "" || !strings.Contains(r.Warning, "1 of its entries are left") {
		t.Errorf("%+v", r)
	}
	if p := b.source("h").Poll; p.ETag != "" || p.Next != b.now.Add(time.Minute) {
		t.Errorf("%+v", p)
	}
	b.web.put("/2", article("Two", "second"))
	if r := b.poll(); r.Kept != 1 || len(r.Warned) != 0 {
		t.Errorf("next: %+v", r)
	}
	if it := b.item("h", "g2"); !strings.Contains(it.Text(), "second council") {
		t.Errorf("%+v", it)
	}
}

func TestIdentity(t *testing.T) {
	b := newBench(t)
	b.add("h", "/rss")
	b.web.put("/rss", `<rss><channel><title>T</title>
<item><title>No guid</title><link>{}/a</link><description>`+long("a")+`</description></item>
<item><title>Neither</title><description>`+long("b")+`</description></item>
<item><title>Same guid</title><guid isPermaLink="false">same</guid><link>{}/c</link><description>`+long("c")+`</description></item>
<item><title>Same guid again</title><guid isPermaLink="false">same</guid><link>{}/d</link><description>`+long("d")+`</description></item>
<item><title>Twice</title><guid isPermaLink="false">twice</guid><link>{}/e</link><description>`+long("e")+`</description></item>
<item><title>Twice</title><guid isPermaLink="false">twice</guid><link>{}/e</link><description>`+long("e")+`</description></item>
<item></item></channel></rss>`)
	if r := b.poll(); r.Kept != 5 || len(r.Failed) != 0 {
		t.Errorf("%+v", r)
	}
	for _, guid := range []string{b.web.URL + "/a", b.web.URL + "/c", b.web.URL + "/d", "twice"} {
		if it := b.item("h", guid); it.Version != 1 {
			t.Errorf("%s has %d versions", guid, it.Version)
		}
	}
}

// TestStrangeEntries: bad entries give clean items and harm nothing else.
func TestStrangeEntries(t *testing.T) {
	b := newBench(t)
	b.add("h", "/rss")
	date := func(guid, title, d string) string {
		return "<item><title>" + title + "</title><guid isPermaLink=\"false\">" + guid + "</guid><pubDate>" + d + "</pubDate><description>" + long(guid) + "</description></item>"
	}
	b.web.put("/rss", "<rss><channel>"+date("zero", "Year nought", "0000-01-01T00:00:00Z")+date("far", "Far", "Fri, 01 Jan 2099 00:00:00 GMT")+
		date("script", "&lt;script&gt;alert(1)&lt;/script&gt;Port opens", "x")+date("rlo", "Port \u202eopens", "Mon, 02 Mar 2026 10:00:00 GMT")+
		date("bare", "A &amp; B &nbsp; C & D", "")+"</channel></rss>")
	if r := b.poll(); r.Kept != 5 {
		t.Fatalf("%+v", r)
	}
	if it := b.item("h", "zero"); it.Published.Confidence == dateline.Sure && !it.Published.IsZero() && it.Published.Time.Year() < 1 {
		t.Errorf("year 0: %+v", it.Published)
	}
	if it := b.item("h", "far"); it.When().Year() != 2026 {
		t.Errorf("2099 orders it at %v", it.When())
	}
	if it := b.item("h", "script"); strings.Contains(it.Headline, "<") || !strings.Contains(it.Headline, "Port opens") {
		t.Errorf("script: %q", it.Headline)
	}
}

// TestGiant: a feed of 100,000 entries is kept whole, in several transactions.
func TestGiant(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	const n = 100_000
	b := newBench(t)
	b.add("giant", "/rss", func(s *dateline.Source) { s.Pages = dateline.PagesNever })
	var f strings.Builder
	f.WriteString("<rss><channel><title>G</title>")
	for i := range n {
		fmt.Fprintf(&f, "<item><title>Port news %d</title><guid>g%d</guid></item>", i, i)
	}
	b.web.put("/rss", f.String()+"</channel></rss>")
	counted := &counting{Store: b.store}
	b.in = b.intake(counted)
	if r := b.poll(); r.Kept != n || len(r.Failed) != 0 {
		t.Errorf("%d kept, failed %v", r.Kept, r.Failed)
	}
	if got := counted.updates.Load(); got < n/chunk {
		t.Errorf("%d items in %d transactions", n, got)
	}
}

// Of a feed that is larger than is read, the entries before that count, the
// health says why there are no more, and as long as it does not change it is not
// sent again.
func TestTooLarge(t *testing.T) {
	b := newBench(t)
	var many, items strings.Builder
	for i := range 200 {
		fmt.Fprintf(&many, "<item><title>Port news %d</title><guid>g%d</guid><description>%s</description></item>", i, i, long("port"))
		fmt.Fprintf(&items, `{"id":"g%d","title":"Port news %d","content_text":%q},`, i, i, long("port"))
	}
	b.web.put("/rss", "<rss><channel><title>G</title>"+many.String()+"</channel></rss>")
	b.web.put("/json", `{"version":"https://jsonfeed.org/version/1.1","title":"G","items":[`+items.String()+`{"id":"z"}]}`)
	b.web.put("/page", "<!DOCTYPE html><html><body>"+strings.Repeat("<p>Port news</p>", 20_000))
	c := b.in.c
	c.Fetch.MaxBody = 200 << 10
	b.in = New(c)
	for _, id := range []dateline.SourceID{"rss", "json", "page"} {
		b.add(id, "/"+string(id), func(s *dateline.Source) { s.Pages = dateline.PagesNever })
	}
	if r := b.poll(); r.Kept < 150 || r.Kept > 220 || len(r.Failed) != 1 || len(r.Warned) != 2 {
		t.Errorf("%d kept, failed %v, warned %v", r.Kept, r.Failed, r.Warned)
	}
	for _, id := range []dateline.SourceID{"rss", "json", "page"} {
		s := b.source(id)
		if !strings.Contains(s.Poll.Warning+s.Poll.LastError, "larger than") {
			t.Errorf("%s: %+v", id, s.Poll)
		}
	}
	if r := b.poll(); r.NotModified != 2 {
		t.Errorf("asked again: %+v", r)
	}
	if found, err := b.in.Discover(context.Background(), b.web.URL+"/rss", dateline.Source{AllowPrivate: true, Delay: -1}); err != nil || found[0].Entries < 50 {
		t.Errorf("discovered %v, %v", found, err)
	}
}

// counting is a store that counts its updates, and may refuse one.
type counting struct {
	dateline.Store
	updates atomic.Int64
	refuse  func(n int64) bool
}

var errDead = errors.New("the store is dead")

func (c *counting) Update(ctx context.Context, f func(dateline.Tx) error) error {
	n := c.updates.Add(1)
	if c.refuse != nil && c.refuse(n) {
		return errDead
	}
	return c.Store.Update(ctx, f)
}

// TestDeath kills the store at every transaction in turn. Whatever the moment, a
// later poll makes the items whole, each kept once, and the validators are never
// there before the items are.
func TestDeath(t *testing.T) {
	for at := int64(1); at < 12; at++ {
		b := newBench(t)
		const sources, each = 3, 400
		for i := range sources {
			var items [][4]string
			for j := range each {
				items = append(items, [4]string{fmt.Sprintf("News %d", j), fmt.Sprintf("%d-%d", i, j), "", "text"})
			}
			path := fmt.Sprintf("/%d", i)
			b.web.put(path, rss(items...))
			b.add(dateline.SourceID(fmt.Sprintf("s%d", i)), path, func(s *dateline.Source) { s.Pages = dateline.PagesNever })
		}
		dying := b.intake(&counting{Store: b.store, refuse: func(n int64) bool { return n >= at }})
		_, _ = dying.PollAll(context.Background(), nil) // it fails, as it should
		before := kept(t, b.store)
		for i := range sources {
			s := b.source(dateline.SourceID(fmt.Sprintf("s%d", i)))
			if s.Poll.ETag == "" {
				continue
			}
			for j := range each {
				if before[fmt.Sprintf("%d-%d", i, j)] == 0 {
					t.Fatalf("died at %d: the validators of %s were kept before item %d", at, s.ID, j)
				}
			}
		}
		b.poll()
		after := kept(t, b.store)
		if len(after) != sources*each {
			t.Errorf("died at %d: %d items of %d", at, len(after), sources*each)
		}
		for guid, n := range after {
			if n != 1 {
				t.Errorf("died at %d: %s was kept %d times", at, guid, n)
			}
		}
	}
}

// TestStop: a poll that is stopped gives its source back and keeps nothing of it.
func TestStop(t *testing.T) {
	b := newBench(t)
	b.add("h", "/rss")
	reached := make(chan bool)
	b.web.handle("/rss", func(w http.ResponseWriter, r *http.Request) {
		reached <- true
		<-r.Context().Done()
	})
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- b.in.Run(ctx) }()
	<-reached
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if s := b.source("h"); s.Poll.LastError+s.Poll.Cause != "" || s.Poll.Failures != 0 {
		t.Errorf("%+v", s.Poll)
	}
	b.web.put("/rss", rss([4]string{"One", "g1", "{}/1", long("x")}))
	ctx, stop = context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	go func() {
		for b.in.Stats().Kept.Load() == 0 && ctx.Err() == nil {
			time.Sleep(time.Millisecond)
		}
		stop()
	}()
	if err := b.in.Run(ctx); err != nil || b.in.Stats().Kept.Load() != 1 {
		t.Errorf("after the stop: %v, %d kept", err, b.in.Stats().Kept.Load())
	}
}

// TestGroupCommit: many sources share few transactions.
func TestGroupCommit(t *testing.T) {
	b := newBench(t)
	const sources = 60
	for i := range sources {
		path := fmt.Sprintf("/%d", i)
		b.web.put(path, rss([4]string{"One", "g", "{}/1", long("x")}))
		b.add(dateline.SourceID(fmt.Sprintf("s%d", i)), path)
	}
	counted := &counting{Store: b.store}
	b.in = b.intake(counted)
	if r := b.poll(); r.Kept != sources {
		t.Errorf("%+v", r)
	}
	if n := counted.updates.Load(); n > sources/3 {
		t.Errorf("%d transactions for %d polls", n, sources)
	}
}

func TestInterval(t *testing.T) {
	in := New(Config{})
	cases := []struct {
		perDay float64
		silent time.Duration
		want   time.Duration
	}{
		{0, 0, unknown}, {24, 0, 30 * time.Minute}, {10_000, 0, shortest}, {0.01, 0, longest},
		{240, 10 * time.Hour, time.Hour}, {24, 365 * 24 * time.Hour, longest}, {1e-300, 0, longest}, {1e300, 0, shortest},
	}
	for _, c := range cases {
		if got := in.interval(c.perDay, c.silent); got != c.want {
			t.Errorf("%v a day, silent for %v: %v, want %v", c.perDay, c.silent, got, c.want)
		}
	}
}

// TestIntervalBounds: a demonstration polls every second or two, whatever the
// rhythm.
func TestIntervalBounds(t *testing.T) {
	in := New(Config{MinInterval: time.Second, MaxInterval: 2 * time.Second, Jitter: func() float64 { return 0.5 }})
	if s := in.goodPoll(dateline.Poll{}, &polled{feed: feed.Feed{Every: time.Hour}}, 0, time.Now()); s.Interval != 2*time.Second {
		t.Errorf("%v", s.Interval)
	}
	if s := in.goodPoll(dateline.Poll{}, &polled{perDay: 1e6}, 0, time.Now()); s.Interval != time.Second {
		t.Errorf("%v", s.Interval)
	}
	if s := in.failedPoll(dateline.Poll{}, errors.New("x"), time.Time{}); s.Next.Sub(time.Time{}) != 2*time.Second {
		t.Errorf("after a failure %v", s.Next.Sub(time.Time{}))
	}
}

// TestWishes: ttl and Cache-Control lengthen the interval, within a bound.
func TestWishes(t *testing.T) {
	b := newBench(t)
	var entries []feed.Entry
	for i := range 48 {
		entries = append(entries, feed.Entry{Published: b.now.Add(-time.Duration(i) * 10 * time.Minute).Format(time.RFC3339)})
	}
	for _, c := range []struct{ every, fresh, want time.Duration }{
		{0, 0, 4*time.Minute + 53*time.Second}, {20 * time.Minute, 0, 20 * time.Minute}, {0, 30 * time.Minute, 30 * time.Minute}, {50 * time.Hour, 0, asked},
	} {
		p := &polled{feed: feed.Feed{Every: c.every}, fetched: fetched{fresh: c.fresh}, perDay: rhythm(0, entries, b.now)}
		s := b.in.goodPoll(dateline.Poll{}, p, 0, b.now)
		if s.Interval.Truncate(time.Second) != c.want || !s.Next.Equal(b.now.Add(s.Interval)) {
			t.Errorf("%+v: %v, next in %v", c, s.Interval, s.Next.Sub(b.now))
		}
	}
}

// A greedy store leases what becomes due before anybody else can, as a server on
// the same store may, and says of the first source a little later, of the others at
// once that it was polled.
type greedy struct {
	dateline.Store
	took atomic.Bool
}

func (g *greedy) Update(ctx context.Context, f func(dateline.Tx) error) error {
	if err := g.Store.Update(ctx, f); err != nil || g.took.Swap(true) {
		return err
	}
	var sources []dateline.Source
	now := time.Now()
	err := g.Store.Update(ctx, func(tx dateline.Tx) (err error) {
		if sources, err = tx.LeaseSources(ctx, now.Add(time.Hour), now.Add(lease), 10); err != nil {
			return err
		}
		for ; len(sources) > 1; sources = sources[:len(sources)-1] {
			s := sources[len(sources)-1]
			s.Poll.LastTry, s.Poll.Next = time.Now(), time.Now().Add(3*time.Hour)
			if err := tx.Polled(ctx, s.ID, s.Poll); err != nil {
				return err
			}
		}
		return nil
	})
	go func() {
		time.Sleep(50 * time.Millisecond)
		_ = g.Store.Update(ctx, func(tx dateline.Tx) error {
			for _, s := range sources {
				s.Poll.LastTry, s.Poll.Next = time.Now(), time.Now().Add(3*time.Hour)
				if err := tx.Polled(ctx, s.ID, s.Poll); err != nil {
					return err
				}
			}
			return nil
		})
	}()
	return err
}

// TestPollAllWaitsForOthers: what a server that runs was faster to poll has been
// polled when polling all ends.
func TestPollAllWaitsForOthers(t *testing.T) {
	store := &greedy{Store: mem.New()}
	ctx := context.Background()
	err := store.Store.Update(ctx, func(tx dateline.Tx) error {
		for _, id := range []dateline.SourceID{"post", "radio"} {
			s := dateline.Source{ID: id, Name: "Post", Feed: "http://127.0.0.1:1/" + string(id), AllowPrivate: true}
			if err := tx.PutSource(ctx, s, time.Now()); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	r, err := New(Config{Store: store, Now: time.Now}).PollAll(ctx, nil)
	if err != nil || r.Sources != 0 || r.Elsewhere != 2 {
		t.Errorf("%+v, %v", r, err)
	}
	_ = store.View(ctx, func(tx dateline.Tx) error {
		if s, err := tx.Source(ctx, "post"); err != nil || s.Poll.LastTry.Before(began) {
			t.Errorf("it ended before the other process had polled: %+v, %v", s.Poll, err)
		}
		return nil
	})
	store.took.Store(false)
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := New(Config{Store: store, Now: time.Now}).PollAll(ended, nil); err == nil {
		t.Error("whoever has left is told that all is polled")
	}
}

// TestTimesHaveNoZoneOfTheMachine: what is kept is the same wherever it is taken in.
func TestTimesHaveNoZoneOfTheMachine(t *testing.T) {
	b := newBench(t)
	b.now = b.now.In(time.FixedZone("here", 3*3600+1800))
	b.add("harbour", "/rss")
	b.web.put("/rss", rss([4]string{"Port shut", "1", "", long("port")}))
	b.poll()
	it, s := b.item("harbour", "1"), b.source("harbour")
	for name, at := range map[string]time.Time{"received": it.Received, "first seen": it.FirstSeen, "last good": s.Poll.LastGood, "next": s.Poll.Next} {
		if _, offset := at.Zone(); offset != 0 || at.IsZero() {
			t.Errorf("%s: %v", name, at)
		}
	}
}

// TestLeaseFromNow: polling all takes what was due when it began, for as long as
// any poll may last, however long ago that was: nobody else polls it meanwhile.
func TestLeaseFromNow(t *testing.T) {
	b := newBench(t)
	b.add("harbour", "/rss")
	began := b.now
	b.now = b.now.Add(lease - time.Minute)
	if got, err := b.in.lease(t.Context(), began, 1, 1); err != nil || len(got.sources) != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	b.now = b.now.Add(lease - time.Minute)
	if got, err := b.in.lease(t.Context(), b.now, 1, 1); err != nil || len(got.sources) != 0 {
		t.Errorf("somebody else got %+v, %v", got, err)
	}
	b.now = b.now.Add(2 * time.Minute)
	if got, err := b.in.lease(t.Context(), b.now, 1, 1); err != nil || len(got.sources) != 1 {
		t.Errorf("when it has run out: %+v, %v", got, err)
	}
}

// kept are the guids of all items, in the order of the log, each as often as it
// was kept.
func kept(t testing.TB, store dateline.Store) map[string]int {
	t.Helper()
	out := map[string]int{}
	ctx := context.Background()
	err := store.View(ctx, func(tx dateline.Tx) error {
		for after := int64(0); ; {
			entries, err := tx.Entries(ctx, after, 1000)
			if err != nil || len(entries) == 0 {
				return err
			}
			var ids []dateline.ItemID
			for _, e := range entries {
				after = e.Seq
				if e.Kind == dateline.EntryKept || e.Kind == dateline.EntryVersion {
					ids = append(ids, e.Item)
				}
			}
			items, err := tx.Heads(ctx, ids)
			if err != nil {
				return err
			}
			for _, it := range items {
				out[it.GUID]++
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestNameFromTheFeed: a source that nobody gave a name has the feed's, without what
// turns lines round.
func TestNameFromTheFeed(t *testing.T) {
	b := newBench(t)
	b.add("h", "/rss", func(s *dateline.Source) { s.Name = "" })
	b.web.put("/rss", "<rss><channel><title>مرسى \u202e Wire</title><item><title>One</title><guid>1</guid></item></channel></rss>")
	b.poll()
	if s := b.source("h"); s.Name != "مرسى Wire" {
		t.Errorf("%q", s.Name)
	}
}

// TestOutOfTimeOverKnown: so it is when one of the entries was known before, and
// must be compared with what is kept.
func TestOutOfTimeOverKnown(t *testing.T) {
	b := newBench(t)
	b.add("h", "/rss")
	b.web.put("/rss", rss([4]string{"One", "g1", "{}/1", "Short"}))
	b.web.put("/1", article("One", "first"))
	b.poll()
	b.web.put("/rss", rss([4]string{"Two", "g2", "{}/2", "Short"}, [4]string{"One more", "g1", "{}/1", "Short"}))
	b.web.put("/1", article("One more", "second"))
	b.web.handle("/2", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	k := b.in.newKeeper(context.Background())
	poll, stop := context.WithDeadline(context.Background(), time.Now().Add(time.Second))
	defer stop()
	r := b.in.poll(poll, k, b.source("h"))
	k.stop()
	if r.Versions != 1 || r.Error != "" {
		t.Errorf("%+v", r)
	}
	if it := b.item("h", "g1"); it.Headline != "One more" {
		t.Errorf("%+v", it)
	}
}
