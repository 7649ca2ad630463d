package read

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"dateline"
	"dateline/internal/datatest"
)

// heavyPage is a page of about 100 KB, most of it not the article, as pages are.
func heavyPage() []byte {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><title>Harbour opens after storm | Marsa Courier</title><style>`)
	for i := range 400 {
		fmt.Fprintf(&b, ".c%d .x__y%d{display:flex;margin:%dpx;color:#%06x}\n", i, i, i%40, i*977)
	}
	b.WriteString("</style><script>window.state={")
	for i := range 400 {
		fmt.Fprintf(&b, `"key_%d":{"id":%d,"label":"quay %d","on":true},`, i, i*31, i)
	}
	b.WriteString(`"end":0}</script></head><body><header><nav><ul>`)
	for i := range 150 {
		fmt.Fprintf(&b, `<li class="menu-item"><a href="/s/%d">Section %d</a></li>`, i, i)
	}
	b.WriteString(`</ul></nav></header><main><article class="story"><h1>Harbour opens after storm</h1><p class="byline">By <span class="author">Ann Lee</span></p><div class="article-body">`)
	for i := range 20 {
		fmt.Fprintf(&b, "<p>The harbour master said on day %d that ships could come in again, and that the quay had held. “We waited a long time for this,” he said, and thanked the crews.</p>\n", i)
	}
	b.WriteString(`</div></article></main><aside class="sidebar">`)
	for i := range 80 {
		fmt.Fprintf(&b, `<div class="teaser"><a href="/t/%d"><img src="/i/%d.jpg" alt=""><h4>Other item %d of the day</h4></a><p>A short line about another item that is not this one, number %d.</p></div>`, i, i, i, i)
	}
	b.WriteString(`</aside><footer><p>All rights reserved.</p></footer></body></html>`)
	return []byte(b.String())
}

// BenchmarkPage prints the time of Page as a multiple of html.Parse on the same
// bytes. The two take turns, so that what else the machine does hits both. With
// DATELINE_DATA it also does so for real pages.
func BenchmarkPage(b *testing.B) {
	b.Run("made", func(b *testing.B) { against(b, [][]byte{heavyPage()}) })
	for _, set := range [...]struct{ name, files string }{{"real", "extract-dev/html/*.html.gz"}, {"arabic", "ar-pages/*.html"}} {
		files, _ := filepath.Glob(filepath.Join(os.Getenv("DATELINE_DATA"), set.files))
		if len(files) == 0 {
			continue
		}
		var pages [][]byte
		for _, name := range files {
			pages = append(pages, load(b, name))
		}
		b.Run(set.name, func(b *testing.B) { against(b, pages) })
	}
}

// load is a page as it is kept: packed, or as it came.
func load(b testing.TB, name string) []byte {
	if strings.HasSuffix(name, ".gz") {
		return unzip(b, name)
	}
	page, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	return page
}

func unzip(b testing.TB, name string) []byte {
	f, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	page, err := io.ReadAll(z)
	if err != nil {
		b.Fatal(err)
	}
	return page
}

func against(b *testing.B, pages [][]byte) {
	b.ReportAllocs()
	var parse, read time.Duration
	for i := 0; b.Loop(); i++ {
		page := pages[i%len(pages)]
		start := datatest.CPU(b)
		if _, err := html.Parse(bytes.NewReader(page)); err != nil {
			b.Fatal(err)
		}
		between := datatest.CPU(b)
		if _, err := Page(dateline.Copy{Body: page, URL: "https://marsa.example/a"}, Hint{}); err != nil {
			b.Fatal(err)
		}
		parse += between - start
		read += datatest.CPU(b) - between
	}
	b.ReportMetric(float64(read)/float64(parse), "x-of-parse")
}

// BenchmarkEntry reads an entry as feeds carry them, with some 3 KB of content.
func BenchmarkEntry(b *testing.B) {
	e := FeedEntry{GUID: "1", URL: "https://marsa.example/1", Title: "Harbour opens after storm", Published: "Fri, 03 Jul 2026 10:15:00 +0300",
		Authors: []string{"Ann Lee"}, Content: "<p>MARSA (Marsa Press) — " + strings.Repeat("The harbour master said that ships could come in again, and that the quay had held.</p>\n<p>", 35) + "</p>"}
	b.ReportAllocs()
	for b.Loop() {
		Entry(e, feedCopy, Hint{Name: "Marsa Courier"})
	}
}
