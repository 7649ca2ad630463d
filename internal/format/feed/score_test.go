package feed

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/datatest"
)

// TestScore writes what is parsed of the test files of the Universal Feed
// Parser, in its shape, to the file that FEED_SCORE names, for score_feeds.py.
func TestScore(t *testing.T) {
	archive := datatest.Path(t, "formats", "feeds", "feedparser-tests.tgz")
	out := io.Discard
	if name := os.Getenv("FEED_SCORE"); name != "" {
		w, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		out = w
	}
	enc := json.NewEncoder(out)
	files, failed := 0, 0
	eachArchived(t, archive, func(name string, body []byte) {
		_, rel, ok := strings.Cut(name, "tests/")
		if !ok || !strings.HasSuffix(rel, ".xml") {
			return
		}
		files++
		row := map[string]any{"file": rel}
		if f, err := Parse(body, Input{}); err != nil {
			failed++
			row["err"] = err.Error()
		} else {
			row["d"] = shape(&f)
		}
		if err := enc.Encode(row); err != nil {
			t.Fatal(err)
		}
	})
	// Some of the files are no feeds; far more errors than that are a fault of ours.
	if files < 700 || failed > files/10 {
		t.Errorf("%d of %d files not parsed", failed, files)
	}
}

func eachArchived(t *testing.T, name string, each func(string, []byte)) {
	t.Helper()
	r, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	z, err := gzip.NewReader(r)
	if err != nil {
		t.Fatal(err)
	}
	for a := tar.NewReader(z); ; {
		h, err := a.Next()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		body, err := io.ReadAll(a)
		if err != nil {
			t.Fatal(err)
		}
		each(h.Name, body)
	}
}

type object = map[string]any

// shape is a feed as the Universal Feed Parser gives it.
func shape(f *Feed) object {
	head := object{}
	put(head, "title", f.Title.Value)
	put(head, "subtitle", f.Subtitle.Value)
	put(head, "rights", f.Rights.Value)
	put(head, "link", f.Site)
	put(head, "id", f.ID)
	put(head, "language", f.Language)
	put(head, "generator", f.Generator)
	if f.Image != "" {
		head["image"] = object{"href": f.Image}
	}
	common(head, f.Published, f.Updated, f.Categories, f.Links)
	persons(head, f.Authors, f.Contributors)
	entries := []any{}
	for i := range f.Entries {
		entries = append(entries, shapeEntry(&f.Entries[i]))
	}
	return object{"version": f.Format, "encoding": f.Encoding, "feed": head, "entries": entries}
}

func shapeEntry(e *Entry) object {
	o := object{}
	put(o, "title", e.Title.Value)
	put(o, "link", e.Link)
	put(o, "id", e.ID)
	put(o, "summary", e.Summary.Value)
	put(o, "rights", e.Rights.Value)
	put(o, "comments", e.Comments)
	if e.Content.Value != "" {
		o["content"] = []any{object{"value": e.Content.Value}}
	}
	var files []any
	for _, f := range e.Enclosures {
		files = append(files, object{"href": f.URL, "type": f.Type, "length": f.Length})
	}
	if files != nil {
		o["enclosures"] = files
	}
	if e.Origin != (Origin{}) {
		src := object{}
		put(src, "title", e.Origin.Title.Value)
		put(src, "href", e.Origin.Link)
		put(src, "id", e.Origin.ID)
		o["source"] = src
	}
	common(o, e.Published, e.Updated, e.Categories, e.Links)
	persons(o, e.Authors, e.Contributors)
	return o
}

func common(o object, published, updated string, tags []string, links []Link) {
	if v := parsed(Stamp(published)); v != nil {
		o["published_parsed"] = v
	}
	if updated == "" {
		updated = published
	}
	if v := parsed(Stamp(updated)); v != nil {
		o["updated_parsed"] = v
	}
	var terms []any
	for _, c := range tags {
		terms = append(terms, object{"term": c})
	}
	if terms != nil {
		o["tags"] = terms
	}
	var all []any
	for _, l := range links {
		if l.Rel == "" {
			l.Rel = "alternate"
		}
		all = append(all, object{"href": l.URL, "rel": l.Rel})
	}
	if all != nil {
		o["links"] = all
	}
}

func persons(o object, authors, contributors []Person) {
	if len(authors) > 0 {
		p := authors[0]
		detail := object{}
		put(detail, "name", p.Name)
		put(detail, "email", p.Email)
		o["author_detail"] = detail
		switch {
		case p.Name != "" && p.Email != "":
			o["author"] = p.Name + " (" + p.Email + ")"
		default:
			o["author"] = p.Name + p.Email
		}
	}
	var others []any
	for _, p := range contributors {
		c := object{}
		put(c, "name", p.Name)
		put(c, "email", p.Email)
		others = append(others, c)
	}
	if others != nil {
		o["contributors"] = others
	}
}

func put(o object, key, value string) {
	if value == "" {
		return
	}
	o[key] = value
	if key == "title" || key == "subtitle" || key == "summary" || key == "rights" {
		o[key+"_detail"] = object{"value": value}
	}
}

// parsed is a time as Python's struct_time, in UTC.
func parsed(s dateline.Stamp) []int {
	if s.IsZero() {
		return nil
	}
	t := s.Time.UTC()
	return []int{t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute(), t.Second(), (int(t.Weekday()) + 6) % 7, t.YearDay(), 0}
}
