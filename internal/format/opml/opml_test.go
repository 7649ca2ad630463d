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

// TestOthers: elements of other programs, in whatever place, are left out with
// all in them, and what stands behind them is read.
func TestOthers(t *testing.T) {
	d, err := Read([]byte(`<opml version="1.1" by="x"><!-- a list --><x><y><head><title>no</title></head></y></x><head><title>Wires <b>of the <i>coast</i></b></title><a:b> c </a:b></head>
<body><x:note><outline text="no"/></x:note><outline text="Ports&nbsp;caf&eacute;"><note>no</note><outline text="Marsa" xmlUrl="https://m.example/"/></outline></body><foot/></opml>`))
	if err != nil {
		t.Fatal(err)
	}
	want := &Document{Version: "1.1", Attrs: []Attr{{"by", "x"}}, Head: []Attr{{"title", "Wires of the coast"}, {"a:b", "c"}},
		Outlines: []Outline{{Attrs: []Attr{{"text", "Ports\u00a0café"}}, Outlines: []Outline{{Attrs: []Attr{{"text", "Marsa"}, {"xmlUrl", "https://m.example/"}}}}}}}
	if !reflect.DeepEqual(d, want) {
		t.Errorf("read\n%+v, want\n%+v", d, want)
	}
}

// TestCut: a list that breaks off anywhere is an error, never half a list.
func TestCut(t *testing.T) {
	const whole = `<opml version="2.0"><x><y/></x><head><title>a<b>c</b></title></head><body><note>z</note><outline text="d"><outline text="e"/></outline></body></opml>`
	if _, err := Read([]byte(whole)); err != nil {
		t.Fatal(err)
	}
	for end := range len(whole) - len("</opml>") {
		if d, err := Read([]byte(whole[:end])); !errors.Is(err, dateline.ErrInvalid) || d != nil {
			t.Fatalf("cut after %q: %+v, %v", whole[:end], d, err)
		}
	}
	for depth, want := range map[int]bool{maxDepth: true, maxDepth + 1: false} {
		list := strings.Repeat("<outline>", depth) + strings.Repeat("</outline>", depth)
		if _, err := Read([]byte("<opml><body>" + list + "</body></opml>")); (err == nil) != want {
			t.Errorf("folders %d deep: %v", depth, err)
		}
	}
}

func TestWrite(t *testing.T) {
	feed := Outline{Attrs: []Attr{{"text", `"Marsa" & co`}, {"xmlUrl", "https://m.example/"}}}
	d := Document{Head: []Attr{{"title", "موانئ"}, {"bad name", "x"}, {"ownerName", "Desk"}},
		Outlines: []Outline{{Attrs: []Attr{{"text", "Ports"}}, Outlines: []Outline{feed}}, feed}}
	const want = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head>
  <title>موانئ</title>
  <ownerName>Desk</ownerName>
</head>
<body>
  <outline text="Ports">
    <outline text="&#34;Marsa&#34; &amp; co" xmlUrl="https://m.example/"/>
  </outline>
  <outline text="&#34;Marsa&#34; &amp; co" xmlUrl="https://m.example/"/>
</body>
</opml>
`
	var b strings.Builder
	if err := d.Write(&b); err != nil || b.String() != want {
		t.Errorf("%v, written\n%s", err, b.String())
	}
	d.Version = "1.0"
	b.Reset()
	if err := d.Write(&b); err != nil || !strings.Contains(b.String(), `version="1.0"`) {
		t.Errorf("%v, written\n%s", err, b.String())
	}
}

func TestIsName(t *testing.T) {
	for name, want := range map[string]bool{"xmlUrl": true, "a:b": true, "_w-7.0": true, "a9": true, "عنوان": true, "Az": true, "zA": true,
		"": false, "0a": false, "-a": false, ".a": false, ":a": false, "a:": false, "a:b:c": false, "a b": false, "a/b": false, "a<": false, "a=": false, "a;": false} {
		if isName(name) != want {
			t.Errorf("isName(%q) = %v", name, !want)
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

// TestSiblings: what stands beside a feed, before and behind it, in folders and at the
// top, goes out in its order.
func TestSiblings(t *testing.T) {
	feed := func(name string) Outline {
		return Outline{Attrs: []Attr{{"text", name}, {"xmlUrl", "https://" + name + ".example/rss"}}}
	}
	folder := func(name string, inside ...Outline) Outline {
		return Outline{Attrs: []Attr{{"text", name}}, Outlines: inside}
	}
	doc := Document{Version: "2.0", Outlines: []Outline{feed("a"), feed("b"), folder("ports", feed("c"), folder("old", feed("d")), feed("e")), feed("f")}}
	var b strings.Builder
	if err := doc.Write(&b); err != nil {
		t.Fatal(err)
	}
	again, err := Read([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	again.Walk(func(folders []string, o *Outline) { got = append(got, strings.Join(append(folders, o.Name()), "/")) })
	if want := "a b ports/c ports/old/d ports/e f"; strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestNames: attributes whose names XML can hold go out, others do not.
func TestNames(t *testing.T) {
	for name, want := range map[string]bool{
		"text": true, "xmlUrl": true, "_x": true, "x1": true, "x-y.z": true, "dl:id": true, "اسم": true, "Z": true, "a": true, "z": true, "A": true,
		"": false, "1x": false, "-x": false, ":x": false, "x:": false, "a:b:c": false, "a b": false, "a=b": false, "x>": false,
	} {
		if got := isName(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}
