package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// whatHolds names the files of a folder in which a text stands, be it compressed.
func whatHolds(t *testing.T, folder, text string) (files []string) {
	t.Helper()
	packed, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	magic := []byte{0x28, 0xB5, 0x2F, 0xFD}
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		body, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, part := range bytes.SplitAfter(body, magic) {
			frame, _ := packed.DecodeAll(append(bytes.Clone(magic), part...), nil) // the next record's header breaks it off
			if strings.Contains(strings.ToLower(string(part)+string(frame)), text) {
				files = append(files, filepath.Base(path))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestErasedBytesGo: of an item that came many times, as it was, set anew and
// changed, no file holds a word when it was erased.
func TestErasedBytesGo(t *testing.T) {
	const secret = "qvxwzkjhnm"
	var n atomic.Int64
	feed := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/rss" {
			http.NotFound(w, r)
			return
		}
		text := []string{"The ferry " + secret + " stopped.", "The  ferry " + secret + " stopped. ", "The ferry " + secret + " stopped.</description><category>Ports</category><description>", "&lt;p class=\"x\"&gt;The ferry " + secret + " stopped.&lt;/p&gt;", "The ferry " + secret + " stopped again."}[n.Add(1)-1]
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>Post</title><item><guid>1</guid><title>Ferry %s stops</title><link>https://post.example/1</link><description>%s</description></item>
<item><guid>2</guid><title>Bridge opens</title><description>The bridge opened.</description></item></channel></rss>`, secret, text)
	}))
	defer feed.Close()
	s := newShell(t)
	s.must("sources", "add", feed.URL+"/rss", "--id", "post", "--allow-private", "--delay", "0", "--pages", "never")
	n.Store(0) // the first answer was looked at only
	for range 5 {
		s.must("poll", "--all", "--wait")
	}
	folder := filepath.Join(s.dir, ".dateline")
	if files := whatHolds(t, folder, secret); len(files) < 2 {
		t.Fatalf("the test cannot see what it looks for: %v", files)
	}
	id, _, _ := strings.Cut(s.must("search", secret), " ")
	s.must("desk", "erase", "--yes", id)
	if files := whatHolds(t, folder, secret); len(files) > 0 {
		t.Errorf("it stands in %v still", files)
	}
	if files := whatHolds(t, folder, "bridge"); len(files) == 0 {
		t.Error("the other item is gone, too")
	}
}
