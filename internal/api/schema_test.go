package api

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"dateline"
	"dateline/internal/datatest"
)

// tool finds a program that a test needs; in CI it must be there.
func tool(t *testing.T, name, pack string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing: install %s", name, pack)
		}
		t.Skipf("%s is missing: install %s", name, pack)
	}
	return path
}

// nasty is a publication with everything that has ever broken a feed.
func nasty(t *testing.T) *press {
	t.Helper()
	p := newPress(t)
	headlines := []string{
		"Plain", "", "<script>alert(1)</script> & ]]> \"quoted\"", "\u202eoverridden", "العبارة تعود إلى Marsa اليوم",
		"👩‍🚒 " + strings.Repeat("long ", 200), "control \x01\x0b\x1f", "\xff\xfe broken", "a/b?c#d%zz", "\ufffe",
	}
	var items []dateline.Item
	for i, h := range headlines {
		item := p.item(fmt.Sprintf("n%d", i))
		item.Headline, item.Standfirst = h, h
		item.Language = []string{"en", "ar"}[i%2]
		item.Body = []dateline.Block{
			{Kind: dateline.Paragraph, Text: h}, {Kind: dateline.List, Items: []string{h, ""}},
			{Kind: dateline.Table, Rows: [][]string{{h}, nil}}, {Kind: dateline.Quotation, Text: h},
		}
		item.Picture = &dateline.Picture{URL: "https://harbour.example/" + h, Caption: h}
		item.URL = []string{"https://harbour.example/" + h, "javascript:alert(1)", "", "https://harbour.example/?q=م م"}[i%4]
		item.Notices = []dateline.Notice{{Kind: dateline.Correct, Text: h}}
		switch i % 3 {
		case 0:
			item.Published = dateline.Stamp{}
		case 1:
			item.Published.Precision = dateline.ToDay
		}
		if i > 4 {
			item.Source = "outlet"
		}
		item.ID = dateline.NewItemID(item.Source, item.GUID)
		items = append(items, item)
	}
	p.file(items...)
	p.file(arabic(items[0]))
	p.decide(dateline.Decision{Item: items[2].ID, Kind: dateline.Kill, Notice: "]]>\x00\u202e"})
	return p
}

func TestJSONFeedsKeepToTheSchema(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile(datatest.Path(t, "formats", "jsonfeed", "jsonfeed-1.1.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	p := nasty(t)
	for _, path := range []string{"/en/feed.json", "/ar/feed.json", "/en/source/outlet/feed.json", "/ar/search/feed.json?q=%22%D8%A7"} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(p.get(path)))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestSitemapsKeepToTheSchema(t *testing.T) {
	schema := datatest.Path(t, "formats", "sitemap", "all.xsd")
	lint := tool(t, "xmllint", "libxml2-utils")
	empty, p := newPress(t), nasty(t)
	p.sitemap("/sitemap.xml") // of an index there is no schema here
	for name, body := range map[string]string{
		"day": p.get(sitemapPath(dayOf(p.now), 1)), "pages": p.get("/sitemap-pages.xml"),
		"news": p.get("/sitemap-news.xml"), "no-news": empty.get("/sitemap-news.xml"),
	} {
		file := filepath.Join(t.TempDir(), name+".xml")
		if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(lint, "--nonet", "--noout", "--schema", schema, file).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%.2000s\n%s", name, err, out, body)
		}
	}
}
