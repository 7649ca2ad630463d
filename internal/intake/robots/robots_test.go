package robots

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"dateline/internal/datatest"
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

// group is a robots.txt of one group for everybody.
func group(lines ...string) Rules {
	return Parse([]byte("user-agent: *\n"+strings.Join(lines, "\n")), "Dateline")
}

func TestPatterns(t *testing.T) {
	tests := []struct {
		rule, path string
		match      bool
	}{
		{"/desk", "/desk", true}, {"/desk", "/desk/x", true}, {"/desk", "/des", false}, {"/desk", "/a/desk", false},
		{"/desk$", "/desk", true}, {"/desk$", "/desk/", false}, {"/$", "/", true}, {"/$", "/x", false},
		{"/*/print", "/a/print", true}, {"/*/print", "/a/b/print/2", true}, {"/*/print", "/print", false},
		{"/a*b*c", "/a1b2c3", true}, {"/a*b*c", "/a1c2b", false}, {"/a*b*c", "/abc", true}, {"/a*b*c", "/ab", false},
		{"/a*b*c$", "/a1b2c", true}, {"/a*b*c$", "/a1b2c3", false}, {"/a*b*c$", "/acb", false}, {"/a*b*c$", "/abcbc", true},
		{"/*ab*ab$", "/ab", false}, // the same letters do not count twice
		{"/a*", "/a", true}, {"/a*$", "/a/b", true}, {"*.pdf", "/x.pdf?y", true}, {"*", "/", true},
		{"/مرسى", "/%D9%85%D8%B1%D8%B3%D9%89/1", true}, {"/مرسى", "/%d9%85%d8%b1%d8%b3%d9%89/1", true}, {"/مرسى", "/%d9%85", false},
		{"/%d9%85", "/%D9%85", true}, {"/%D9%85", "/%d9%85", true}, {"/100%", "/100%", true}, {"/a%2", "/a%2Fb", true}, {"/a%2f", "/a%2Fb", true},
		{"/%41b", "/%41B", false}, // the two digits alone: paths know capitals
	}
	for _, tt := range tests {
		if got := !group("disallow: " + tt.rule).Allows(tt.path); got != tt.match {
			t.Errorf("%s keeps away from %s: %v, want %v", tt.rule, tt.path, got, tt.match)
		}
	}
}

func TestLongestDecides(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		path  string
		want  bool
	}{
		{"the longer one forbids", []string{"allow: /a", "disallow: /a/b"}, "/a/b", false},
		{"the longer one allows", []string{"allow: /a/b", "disallow: /a"}, "/a/b", true},
		{"of the same length, first", []string{"allow: /a", "disallow: /a"}, "/a", true},
		{"of the same length, last", []string{"disallow: /a", "allow: /a"}, "/a", true},
		{"a shorter one that comes later", []string{"disallow: /a/b", "allow: /a"}, "/a/b", false},
		{"another of the same length does not match", []string{"disallow: /a", "allow: /b"}, "/a", false},
		{"an index page allows its folder", []string{"disallow: /", "allow: /a/index.html"}, "/a/", true},
		{"and nothing else in it", []string{"disallow: /", "allow: /a/index.html"}, "/a/b", false},
		{"the root's index page", []string{"disallow: /", "allow: /index.htm"}, "/", true},
		{"a forbidden index page forbids itself alone", []string{"disallow: /a/index.html"}, "/a/", true},
		{"nor does it open its folder", []string{"disallow: /", "disallow: /a/index.html"}, "/a/", false},
		{"an empty rule is none", []string{"disallow:"}, "/a", true},
		{"a path without its slash", []string{"disallow: /a"}, "a", false},
		{"no path is the root", []string{"disallow: /$"}, "", false},
	}
	for _, tt := range tests {
		if got := group(tt.lines...).Allows(tt.path); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestSloppyLines(t *testing.T) {
	tests := []struct{ name, text string }{
		{"no colon", "user-agent *\ndisallow /a"},
		{"a byte order mark", "\ufeffuser-agent: *\ndisallow: /a"},
		{"carriage returns", "user-agent: *\rdisallow: /a"},
		{"a comment behind", "user-agent: * # all\ndisallow: /a # this"},
		{"capitals and spaces", "  USER-AGENT :*\n\tDisallow\t:\t/a"},
		{"misspelt", "useragent: *\ndissallow: /a"},
		{"a star with more behind", "user-agent: * all\ndisallow: /a"},
		{"with its version", "user-agent: DateLine/2.1 (wire)\ndisallow: /a"},
		{"a later group of two", "user-agent: *\nallow: /\nuser-agent: dateline\nuser-agent: x\ndisallow: /a"},
		{"named among others", "user-agent: x\nuser-agent: dateline\nuser-agent: y\ndisallow: /a"},
	}
	for _, tt := range tests {
		r := Parse([]byte(tt.text), "Dateline")
		if r.Allows("/a") || !r.Allows("/b") {
			t.Errorf("%s: not understood", tt.name)
		}
	}
	for _, text := range []string{"user-agent: datelinebot\ndisallow: /", "disallow: /", "user-agent: *\ndisallow of all /", "user-agent: 7\ndisallow: /",
		"user-agent: *\nallow: /b\nuser-agent: other\ndisallow: /", "user-agent: dateline\nallow: /b\nuser-agent: other\ndisallow: /"} {
		if !Parse([]byte(text), "Dateline").Allows("/a") {
			t.Errorf("%q forbids", text)
		}
	}
}

func TestDelay(t *testing.T) {
	tests := map[string]time.Duration{
		"1.5": 1500 * time.Millisecond, "59": 59 * time.Second, "60": maxDelay, "61": maxDelay, "inf": maxDelay,
		"0": 0, "-3": 0, "soon": 0, "nan": 0, "": 0,
	}
	for value, want := range tests {
		if got := group("crawl-delay: " + value).Delay; got != want {
			t.Errorf("Crawl-delay: %s is %v, want %v", value, got, want)
		}
	}
	if r := Parse([]byte("user-agent: *\ncrawl-delay: 2\nuser-agent: other\ndisallow: /"), "Dateline"); !r.Allows("/") {
		t.Error("a delay must end the names of its group")
	}
}

// TestReference runs the cases of the reference parser.
func TestReference(t *testing.T) {
	b, err := os.ReadFile(datatest.Path(t, "formats", "robots", "robots_cases.json"))
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
