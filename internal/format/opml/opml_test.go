package opml

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"dateline"
)

const list = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:fr="https://reader.example/opml">
<head><title>Wires &amp; more</title><ownerName>Desk</ownerName></head>
<body>
  <outline text="Levant" title="بلاد الشام" fr:color="red">
    <outline text="Ports">
      <outline type="rss" text="Harbour" title="Harbour Wire" xmlUrl="https://h.example/rss?a=1&b=2" htmlUrl="https://h.example/" language="en" fr:filters="x &#10; y" _weight="7"/>
    </outline>
    <outline type="rss" text="Marsa" xmlURL="https://m.example/rss"/>
  </outline>
  <outline text="a note"/>
</body></opml>`

func TestRead(t *testing.T) {
	d, err := Read([]byte(list))
	if err != nil {
		t.Fatal(err)
	}
	if d.Title() != "Wires & more" || d.Version != "2.0" || len(d.Outlines) != 2 {
		t.Errorf("%+v", d)
	}
	var got []string
	d.Walk(func(folders []string, o *Outline) {
		got = append(got, strings.Join(folders, "/")+" "+o.Name()+" "+o.Feed())
	})
	want := []string{
		"بلاد الشام/Ports Harbour Wire https://h.example/rss?a=1&b=2",
		"بلاد الشام Marsa https://m.example/rss",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
	if f := d.Outlines[0].Outlines[0].Outlines[0].Get("fr:filters"); f != "x \n y" {
		t.Errorf("an attribute of somebody else: %q", f)
	}
}

func TestRoundTrip(t *testing.T) {
	d, err := Read([]byte(list))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	again, err := Read(b.Bytes())
	if err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	if !reflect.DeepEqual(d, again) {
		t.Errorf("lost on the way:\n%+v\n%+v", d, again)
	}
}

func TestEncoding(t *testing.T) {
	doc := `<?xml version="1.0" encoding="windows-1256"?><opml version="1.0"><body><outline text="مرسى" xmlUrl="https://m.example/"/></body></opml>`
	body, err := charmap.Windows1256.NewEncoder().Bytes([]byte(doc))
	if err != nil {
		t.Fatal(err)
	}
	d, err := Read(body)
	if err != nil || d.Outlines[0].Name() != "مرسى" {
		t.Errorf("%v %+v", err, d)
	}
}

func TestBroken(t *testing.T) {
	for doc, want := range map[string]string{
		"":                                 "line 1",
		"<rss></rss>":                      "no OPML",
		"<opml><body>\n<outline text='a'>": "line 2",
		"<opml><body>" + strings.Repeat("<outline text='a'>", 100): "deep",
		"{}": "line 1",
	} {
		_, err := Read([]byte(doc))
		if !errors.Is(err, dateline.ErrInvalid) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v", doc, err)
		}
	}
}

// TestUnwritable: what XML could not hold does not spoil the rest.
func TestUnwritable(t *testing.T) {
	d := Document{Outlines: []Outline{{Attrs: []Attr{{"text", "a\x00<"}, {"bad name", "x"}, {"a:b:c", "x"}}}}}
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	again, err := Read(b.Bytes())
	if err != nil || len(again.Outlines) != 1 || len(again.Outlines[0].Attrs) != 1 {
		t.Errorf("%v %+v", err, again)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(list))
	f.Add([]byte("<opml><head><title>x</title></head><body><outline a:b='c'/></body></opml>"))
	f.Fuzz(func(t *testing.T, body []byte) {
		d, err := Read(body)
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := d.Write(&b); err != nil {
			t.Fatal(err)
		}
		again, err := Read(b.Bytes())
		if err != nil {
			t.Fatalf("not readable again: %v\n%s", err, b.String())
		}
		count := func(d *Document) (n int) {
			d.Walk(func([]string, *Outline) { n++ })
			return n
		}
		if count(d) != count(again) {
			t.Errorf("%d feeds became %d", count(d), count(again))
		}
	})
}
