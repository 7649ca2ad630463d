package robots

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const file = `# everybody
User-agent: *
Disallow: /private/
Disallow: /*.pdf$
Crawl-delay: 2

User-agent: otherbot
User-agent: Dateline/1.0
Disallow: /desk
Allow: /desk/open
Disallow: /مرسى
crawl-delay: 500

User-agent: dateline
Disallow: /second
`

func TestAllows(t *testing.T) {
	cases := []struct {
		product, path string
		want          bool
	}{
		{"Dateline", "/", true},
		{"Dateline", "/private/x", true}, // its own groups hold, not everybody's
		{"Dateline", "/desk/x", false},
		{"Dateline", "/desk/open/1", true},
		{"Dateline", "/second", false}, // groups are joined
		{"Dateline", "/%D9%85%D8%B1%D8%B3%D9%89", false},
		{"Else", "/private/x", false},
		{"Else", "/a/b.pdf", false},
		{"Else", "/a/b.pdf?x", true},
		{"Else", "/desk", true},
	}
	for _, c := range cases {
		if got := Parse([]byte(file), c.product).Allows(c.path); got != c.want {
			t.Errorf("%s %s: %v", c.product, c.path, got)
		}
	}
	if d := Parse([]byte(file), "Else").Delay; d != 2*time.Second {
		t.Errorf("delay %v", d)
	}
	if d := Parse([]byte(file), "Dateline").Delay; d != maxDelay {
		t.Errorf("an endless delay became %v", d)
	}
	if !(Rules{}).Allows("/x") {
		t.Error("no rules must allow")
	}
}

// TestReference runs the cases of the reference parser where DATELINE_DATA is set.
func TestReference(t *testing.T) {
	data := os.Getenv("DATELINE_DATA")
	if data == "" {
		t.Skip("DATELINE_DATA is not set")
	}
	b, err := os.ReadFile(filepath.Join(data, "formats/robots/robots_cases.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Test, Robots, UA, URL string
		Allow                 bool
	}
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	bad := 0
	for _, c := range cases {
		_, path, _ := strings.Cut(c.URL, "://")
		if i := strings.IndexByte(path, '/'); i >= 0 {
			path = path[i:]
		} else {
			path = "/"
		}
		if got := Parse([]byte(c.Robots), c.UA).Allows(path); got != c.Allow {
			bad++
			t.Errorf("%s: %s for %q: %v\n%s", c.Test, c.URL, c.UA, got, c.Robots)
		}
	}
	t.Logf("%d of %d right", len(cases)-bad, len(cases))
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(file), "/desk")
	f.Add([]byte("user-agent: *\ndisallow: /*a*b*$"), "/ab")
	f.Fuzz(func(t *testing.T, body []byte, path string) {
		Parse(body, "dateline").Allows(path)
	})
}
