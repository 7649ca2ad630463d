package body

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dateline"
)

func TestIsPost(t *testing.T) {
	for address, want := range map[string]bool{
		"https://twitter.com/annlee/status/12345?ref_src=x": true, "https://x.com/annlee/status/1": true, "https://twitter.com/annlee": false, "https://twitter.com/hashtag/port?src=hash": false,
		"https://www.instagram.com/p/Cabc/?utm_source=ig_embed": true, "https://www.instagram.com/annlee/": false, "https://www.tiktok.com/@annlee/video/7": true, "https://www.tiktok.com/@annlee": false,
		"https://www.facebook.com/marsa/posts/7": true, "https://www.facebook.com/marsa": false, "https://bsky.app/profile/annlee.example/post/3k": true, "https://t.me/marsa/12": true, "https://t.me/marsa": false, "https://t.me/marsa/12/": true, "https://t.me/c/1234/12": true,
		"https://t.me/joinchat/AAAAAE": false, "https://t.me/share/url?url=x": false, "https://t.me/s/marsa": false, "https://t.me/marsa/": false,
		"https://marsa.example/status/1/post": false, "javascript:alert(1)//x.com/a/status/1": false, "//x.com/a/status/1": false, "": false, "https://x.com/%zz": false,
	} {
		if got := isPost(address); got != want {
			t.Errorf("%s: %v, want %v", address, got, want)
		}
	}
}

// TestPost: an embedded post is one block with its address, whatever the network sets it in;
// what somebody said is a quotation, also beside one.
func TestPost(t *testing.T) {
	const before, behind = "<p>The harbour of Marsa opened its four quays again on Friday, after a week in which no ship had come in, the port said.</p>",
		"<p>Ships will come in by turns until Sunday evening, and the ferries to the islands go as they did before the storm, it added.</p>"
	for name, c := range map[string]struct{ html, address, text string }{
		"X":            {`<blockquote class="twitter-tweet"><p lang="en" dir="ltr">All four quays are open. <a href="https://t.co/x">pic</a></p>&mdash; Port of Marsa (@port) <a href="https://twitter.com/port/status/12">July 3, 2026</a></blockquote>`, "https://twitter.com/port/status/12", "All four quays are open."},
		"Arabic":       {`<figure class="wp-block-embed"><div><blockquote class="twitter-tweet"><p dir="rtl">الأرصفة الأربعة مفتوحة منذ صباح اليوم.</p>— ميناء مرسى <a href="https://x.com/port/status/13">3 يوليو 2026</a></blockquote></div></figure>`, "https://x.com/port/status/13", "الأرصفة الأربعة مفتوحة"},
		"a quoted one": {`<blockquote><p>All four quays are open, said the harbour master, who asked for <a href="https://twitter.com/port">patience</a>.</p></blockquote>`, "", "All four quays are open"},
	} {
		doc, err := html.Parse(strings.NewReader("<article><h1>Harbour opens</h1>" + before + c.html + behind + "</article>"))
		if err != nil {
			t.Fatal(err)
		}
		blocks := Find(doc).Article(Told{Headlines: []string{"Harbour opens"}})
		at := slices.IndexFunc(blocks, func(b dateline.Block) bool { return strings.Contains(b.Text, c.text) })
		kind := dateline.Post
		if c.address == "" {
			kind = dateline.Quotation
		}
		if at < 0 || blocks[at].Kind != kind || blocks[at].URL != c.address {
			t.Errorf("%s: %+v", name, blocks)
		}
		if n := len(blocks); n != 3 || blocks[0].URL+blocks[2].URL != "" {
			t.Errorf("%s: %d blocks, %+v", name, n, blocks)
		}
	}
}
