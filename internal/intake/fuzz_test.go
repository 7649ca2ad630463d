package intake

import (
	"bytes"
	"reflect"
	"testing"

	"dateline/internal/format/opml"
)

// FuzzList: the sources of any list can be written and come back as they were,
// each under a name of its own.
func FuzzList(f *testing.F) {
	f.Add([]byte(`<opml version="2.0" xmlns:x="urn:x"><body><outline text="Ports/East"><outline type="rss" text="Harbour Post" xmlUrl="http://a.example/rss" x:tone="dry" dateline:usage="full" dateline:delay="3s"/></outline></body></opml>`))
	f.Add([]byte(`<opml><body><outline text="مرسى" xmlUrl="//"/><outline text="مرسى" xmlUrl="//"/></body></opml>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		list, err := opml.Read(body)
		if err != nil {
			return
		}
		sources := FromOPML(list)
		seen := map[string]bool{}
		for _, s := range sources {
			if s.ID == "" || seen[string(s.ID)] || s.AllowPrivate || slug(string(s.ID)) != s.ID {
				t.Errorf("a bad source: %+v", s)
			}
			seen[string(s.ID)] = true
		}
		var b bytes.Buffer
		if err := ToOPML("L", sources).Write(&b); err != nil {
			t.Fatal(err)
		}
		again, err := opml.Read(b.Bytes())
		if err != nil {
			t.Fatalf("%v in %s", err, b.Bytes())
		}
		back := FromOPML(again)
		for i := range min(len(back), len(sources)) {
			if back[i].Feed != sources[i].Feed || back[i].Usage != sources[i].Usage || back[i].Delay != sources[i].Delay || !reflect.DeepEqual(back[i].Zone, sources[i].Zone) {
				t.Errorf("%+v came back as %+v", sources[i], back[i])
			}
		}
	})
}
