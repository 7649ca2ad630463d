package feed

import (
	"bytes"
	"slices"
	"testing"
)

// TestParseReadsWhatIsWritten: one wire can follow another's feed. What both sides
// of a format have is the same on the other side.
func TestParseReadsWhatIsWritten(t *testing.T) {
	for format, write := range writers() {
		var b bytes.Buffer
		out := sample()
		out.Entries[0].Title = "Ferry returns & rests" // what RSS leaves open is read as markup
		if err := write(&b, out); err != nil {
			t.Fatal(err)
		}
		f, err := Parse(b.Bytes(), Input{URL: "https://other.example/feed"})
		if err != nil || len(f.Warnings) > 0 || f.Cut {
			t.Fatalf("%s: %v, %v", format, err, f.Warnings)
		}
		if f.Format != format || f.Title.Plain() != out.Title || f.Site != out.Home || f.Self != out.Self || f.Language != out.Language {
			t.Errorf("%s: head %+v", format, f)
		}
		if len(f.Entries) != len(out.Entries) {
			t.Fatalf("%s: %d entries", format, len(f.Entries))
		}
		for i, e := range f.Entries {
			w := out.Entries[i]
			var names []string
			for _, p := range e.Authors {
				names = append(names, p.Name)
			}
			if e.ID != w.ID || e.Link != address(w.URL) || e.Title.Plain() != w.Title || e.Language != w.Language || !slices.Equal(names, w.byline()) {
				t.Errorf("%s: entry %d: %q %q %q %q %q", format, i, e.ID, e.Link, e.Title.Plain(), e.Language, names)
			}
			if got := Stamp(e.Updated); !got.Time.Equal(w.Updated) {
				t.Errorf("%s: entry %d changed %s, not %s", format, i, got.Text(), w.Updated)
			}
			if _, instant := exact(w.Published); instant != (Stamp(e.Published).Text() == "2026-03-04T07:05:06+02:00") {
				t.Errorf("%s: entry %d is of %q", format, i, e.Published)
			}
		}
	}
}
