//go:build !fuzz

package api

import (
	"context"
	"database/sql"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite" // newsboat keeps what it reads in such a file
)

// TestNewsboatReadsOurFeeds has a feed reader that people use take in the feeds,
// and looks at what it kept.
func TestNewsboatReadsOurFeeds(t *testing.T) {
	newsboat := tool(t, "newsboat", "newsboat")
	p := newPress(t)
	p.file(p.item("one"), p.item("two"))
	p.file(arabic(p.item("one")))
	server := httptest.NewServer(p.handler)
	defer server.Close()

	home := t.TempDir()
	urls, cache := filepath.Join(home, "urls"), filepath.Join(home, "cache.db")
	for _, feed := range []string{"rss", "atom"} {
		lines := server.URL + "/en/feed." + feed + "\n" + server.URL + "/ar/feed." + feed + "\n"
		for file, text := range map[string]string{urls: lines, filepath.Join(home, "config"): ""} {
			if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		os.Remove(cache)
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		cmd := exec.CommandContext(ctx, newsboat, "-q", "-C", filepath.Join(home, "config"), "-u", urls, "-c", cache, "-x", "reload")
		cmd.Env = append(os.Environ(), "HOME="+home, "LC_ALL=C.UTF-8")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("newsboat: %v\n%s", err, out)
		}
		checkNewsboat(t, cache, feed)
	}
}

func checkNewsboat(t *testing.T, cache, feed string) {
	t.Helper()
	db, err := sql.Open("sqlite", cache)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("SELECT guid, title, author, url, pubDate, content FROM rss_item ORDER BY title")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var titles []string
	published := newPress(t).item("").Published.Time.Unix()
	for rows.Next() {
		var guid, title, author, url, content string
		var date int64
		if err := rows.Scan(&guid, &title, &author, &url, &date, &content); err != nil {
			t.Fatal(err)
		}
		titles = append(titles, title)
		if !strings.HasPrefix(guid, "tag:marsa.example,2026:item/") || author != "Mona Saleh" ||
			!strings.HasPrefix(url, base) || date != published || !strings.Contains(content, "HARBOUR") {
			t.Errorf("%s: newsboat kept %q %q %q %d %q", feed, guid, author, url, date, content)
		}
	}
	if got := strings.Join(titles, "|"); got != "Ferry one|Ferry two|العبارة" {
		t.Errorf("%s: newsboat has %q", feed, got)
	}
	var rtl int
	if err := db.QueryRow("SELECT count(*) FROM rss_feed WHERE title = ?", "مرسى").Scan(&rtl); err != nil || rtl != 1 {
		t.Errorf("%s: newsboat has %d Arabic feeds (%v)", feed, rtl, err)
	}
}
