package intake

import (
	"bytes"
	"reflect"
	"slices"
	"testing"
	"time"

	"dateline"
	"dateline/internal/format/opml"
)

const wires = `<opml version="2.0" xmlns:fr="https://reader.example/opml"><head><title>W</title></head><body>
<outline text="Levant"><outline text="A/B 100%"><outline type="rss" text="Harbour" title="Harbour Wire" xmlUrl="https://www.h.example/rss" htmlUrl="https://www.h.example/" language="en" fr:filters="x" category="ports"/></outline>
<outline type="atom" text="مرسى" xmlUrl="https://h.example/ar"/></outline>
<outline text="Mine" xmlUrl="https://m.example/f" dateline:usage="full" dateline:allowPrivate="true" xmlns:dateline="urn:x"/></body></opml>`

func TestFromOPML(t *testing.T) {
	d, err := opml.Read([]byte(wires))
	if err != nil {
		t.Fatal(err)
	}
	got := FromOPML(d)
	want := []dateline.Source{
		{ID: "h-example", Name: "Harbour Wire", Feed: "https://www.h.example/rss", Site: "https://www.h.example/", Language: "en", Folder: "Levant/A%2FB 100%25",
			Attributes: map[string]string{"text": "Harbour", "fr:filters": "x", "category": "ports", "xmlns:fr": "https://reader.example/opml"}},
		{ID: "h-example-2", Name: "مرسى", Feed: "https://h.example/ar", Folder: "Levant", Attributes: map[string]string{"type": "atom"}},
		{ID: "m-example", Name: "Mine", Feed: "https://m.example/f", Attributes: map[string]string{"xmlns:dateline": "urn:x"}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

// TestOwnWords: settings that were written by hand are those that were meant, and a
// delay of less than nothing is the usual one.
func TestOwnWords(t *testing.T) {
	d, err := opml.Read([]byte(`<opml version="2.0" xmlns:dateline="urn:dateline:source"><body><outline text="H" xmlUrl="https://h.example/f" dateline:kind="Agency"
 dateline:usage=" Desk " dateline:rule="HOLD" dateline:pages="Never" dateline:again="never " dateline:lost="Kill" dateline:retired="True" dateline:delay="-5s"/>
<outline text="I" xmlUrl="https://i.example/f" dateline:usage="Full" dateline:delay="0"/><outline text="J" xmlUrl="https://j.example/f" dateline:delay="90s"/>
<outline text="K" xmlUrl="https://k.example/f" dateline:delay="soon" dateline:usage="everything"/></body></opml>`))
	if err != nil {
		t.Fatal(err)
	}
	got := FromOPML(d)
	for i := range got {
		got[i].ID, got[i].Name, got[i].Feed, got[i].Attributes = "", "", "", nil
	}
	want := []dateline.Source{
		{Kind: dateline.Agency, Usage: dateline.UsageDesk, Rule: dateline.RuleHold, Pages: dateline.PagesNever, Again: dateline.AgainNever, Lost: dateline.RuleKill, Retired: true},
		{Delay: -1}, {Delay: 90 * time.Second}, {Usage: "everything"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

// TestOPMLBothWays: what goes out comes in again as it was, but for what a list
// must not be able to grant.
func TestOPMLBothWays(t *testing.T) {
	sources := []dateline.Source{
		{ID: "a", Name: "A", Feed: "https://a.example/f", Site: "https://a.example/", Language: "ar", Zone: "Asia/Beirut", Folder: "X/Y%2FZ", Kind: dateline.Agency,
			Usage: dateline.UsageFull, UsageReason: "contract 7", Rule: dateline.RuleHold, Pages: dateline.PagesNever, Again: dateline.AgainNever, Lost: dateline.RuleHold, Delay: 5 * time.Second,
			Attributes: map[string]string{"fr:x": "1", "xmlns:fr": "u", "text": "other"}},
		{ID: "b", Name: "B", Names: dateline.Names{"ar": "باء", "en": "Bee"}, Feed: "https://b.example/f", Folder: "X", Delay: -1},
		{ID: "c", Name: "C", Feed: "https://c.example/f", AllowPrivate: true, Usage: dateline.UsageFull},
		{ID: "d", Name: "D", Feed: "https://d.example/f", Retired: true},
		{ID: "own", Name: "Own"},
	}
	var b bytes.Buffer
	if err := ToOPML("Mine", sources).Write(&b); err != nil {
		t.Fatal(err)
	}
	d, err := opml.Read(b.Bytes())
	if err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	got := FromOPML(d)
	want := slices.Clone(sources[:4])
	want[2].AllowPrivate, want[2].Usage = false, ""
	byID := map[dateline.SourceID]dateline.Source{}
	for _, s := range got {
		byID[s.ID] = s
	}
	for _, w := range want {
		if !reflect.DeepEqual(byID[w.ID], w) {
			t.Errorf("%+v\nbecame %+v", w, byID[w.ID])
		}
	}
	if len(got) != 4 {
		t.Errorf("%d sources", len(got))
	}
}

func TestIDs(t *testing.T) {
	for address, want := range map[string]dateline.SourceID{
		"https://www.Port.example/x": "port-example", "http://127.0.0.1:8900/f": "127-0-0-1-8900", "": "source", "https://مرسى.example/": "example",
	} {
		if got := IDFor(address); got != want {
			t.Errorf("%q: %s", address, got)
		}
	}
}
