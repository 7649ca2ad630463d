package tree

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"
)

// strip leaves out of a page what no reader looks at: scripts but for linked
// data, styles, drawings, comments, and attributes that none of them asks for. They are more
// than half of the bytes of the measured pages; without them html.Parse takes
// half of its time and the tree half of its memory. tags is how many start and end
// tags are left.
func strip(s []byte) (rest []byte, tags int) {
	p := stripper{s: s, out: make([]byte, 0, len(s)/2), open: map[string]bool{}} // of real pages less is left
	for at := 0; ; {
		i := bytes.IndexByte(s[at:], '<')
		if i < 0 || at+i+1 >= len(s) {
			break
		}
		start := at + i
		at = start + 1
		switch c := s[at]; {
		case hasPrefix(s[at:], "!--"):
			at = endOfComment(s, at+3)
			p.cut(start, at)
		case c == '/' && at+1 < len(s) && letter(s[at+1]):
			tags++
			p.blank(start, at+1)
			at = p.name(at + 1)
			p.gap = at + 1
		case letter(c):
			tags++
			at = p.element(start)
		}
	}
	p.cut(len(s), len(s))
	return p.out, tags
}

// A stripper puts together the parts of a page that are left in.
type stripper struct {
	s    []byte
	kept int // up to here s is taken or left out
	out  []byte

	gap   int  // where the last tag ended
	block bool // it is one of a block

	open map[string]bool // names without an end: looking for it again would take square time
}

// element leaves out what is to go of the start tag that begins at start, and of what it
// holds. It gives where the stripper goes on: behind the tag, or behind its element.
func (p *stripper) element(start int) int {
	p.blank(start, start+1)
	kept, out := p.kept, p.out
	t := p.scanTag(start + 1)
	p.gap = t.end
	if t.unread() {
		p.kept, p.out = kept, out // without what was left in of its attributes
		p.cut(start, t.end)
		return t.end
	}
	holds, whole := t.leaveOut()
	if !holds && !t.linked && !t.is("title") || p.open[string(t.name)] {
		return t.end
	}
	end := endOfElement(p.s, t)
	if p.open[string(t.name)] = end < 0; end < 0 {
		return t.end
	}
	switch {
	case whole:
		p.cut(start, end)
	case holds:
		p.cut(t.end, t.end+bytes.LastIndexByte(p.s[t.end:end], '<'))
	}
	return end
}

// blank leaves out white space between a tag and the one that begins at start,
// whose name begins at, when one of them is of a block: it shows as nothing, and
// is a third of the nodes of a page.
func (p *stripper) blank(start, at int) {
	was := p.block
	p.block = blockAt(p.s, at)
	if p.gap >= start || p.gap < p.kept || !was && !p.block {
		return
	}
	for i := p.gap; i < start; i++ {
		if !space(p.s[i]) {
			return
		}
	}
	p.cut(p.gap, start)
}

// blockAt reports that the name that begins at is one of a block's.
func blockAt(s []byte, at int) bool {
	var lower [10]byte
	n := 0
	for ; at+n < len(s) && n < len(lower) && (letter(s[at+n]) || s[at+n] >= '1' && s[at+n] <= '6'); n++ {
		lower[n] = s[at+n] | 0x20
	}
	return Block(atom.Lookup(lower[:n]))
}

// cut leaves out s[from:to].
func (p *stripper) cut(from, to int) {
	if from > p.kept {
		p.out = append(p.out, p.s[p.kept:from]...)
	}
	p.kept = to
}

// name gives the end of the name of a tag that begins at. Elements that only
// look different become spans: a parser opens again in each paragraph what the
// one before it left open of them, so that 400 of those and 50,000 paragraphs
// would make a tree of 20 million.
func (p *stripper) name(at int) int {
	i := at
	for i < len(p.s) && !space(p.s[i]) && p.s[i] != '>' && p.s[i] != '/' {
		i++
	}
	if i < len(p.s) && looks(p.s[at:i]) {
		p.cut(at, i)
		p.out = append(p.out, "span"...)
	}
	return i
}

// looks reports the name of an element that formats its text and says no more.
func looks(name []byte) bool {
	var lower [6]byte
	if len(name) > len(lower) {
		return false
	}
	for i := range len(name) {
		lower[i] = name[i] | 0x20
	}
	switch string(lower[:len(name)]) {
	case "b", "i", "s", "u", "em", "tt", "big", "code", "font", "nobr", "small", "strike", "strong":
		return true
	}
	return false
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// space is white space between attributes, as HTML has it.
func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
}

// endOfComment is where a comment ends whose text begins at.
func endOfComment(s []byte, at int) int {
	// HTML takes "<!-->" and "<!--->" for whole comments, and lets "--!>" end one.
	for i := at; ; {
		j := bytes.IndexByte(s[i:], '>')
		if j < 0 {
			return len(s)
		}
		i += j + 1
		text := s[at : i-1]
		if len(text) == 0 || string(text) == "-" || hasSuffix(text, "--") || hasSuffix(text, "--!") {
			return i
		}
	}
}

// A tag is a start tag of the text of a page.
type tag struct {
	name   []byte // as written
	end    int    // after its ">"
	linked bool   // it holds linked data
	rel    []byte // what it says that it links to
	empty  bool   // it ends in "/>"
}

// is compares without regard to case; name is in small letters.
func (t tag) is(name string) bool { return len(t.name) == len(name) && startsWith(t.name, name) }

// startsWith reports that s begins with a name in small letters, however that is
// written.
func startsWith(s []byte, name string) bool {
	if len(s) < len(name) {
		return false
	}
	for i := range len(name) {
		if s[i]|0x20 != name[i] {
			return false
		}
	}
	return true
}

func hasPrefix(s []byte, p string) bool { return len(s) >= len(p) && string(s[:len(p)]) == p }

func hasSuffix(s []byte, p string) bool { return len(s) >= len(p) && string(s[len(s)-len(p):]) == p }

// unread reports a link to a style, a font, an icon: heads are full of them, and a parser
// makes an element and two attributes of each.
func (t tag) unread() bool {
	switch string(t.rel) {
	case "stylesheet", "preload", "prefetch", "dns-prefetch", "preconnect", "icon", "shortcut icon", "apple-touch-icon", "modulepreload", "manifest":
		return t.is("link")
	}
	return false
}

// leaveOut says whether what an element holds is for no reader, and whether the
// element is to go as well. Title and linked data hold text.
func (t tag) leaveOut() (holds, whole bool) {
	switch len(t.name) {
	case 3:
		holds = t.is("svg") && !t.empty
	case 5:
		holds = t.is("style")
	case 6:
		if t.is("iframe") {
			return true, false // it may show a player
		}
		holds = t.is("script") && !t.linked || t.is("select")
	case 8:
		holds = t.is("noscript") || t.is("template") || t.is("textarea")
	}
	return holds, holds
}

// scanTag reads the start tag whose name begins at and cuts out attributes that
// are for nobody here.
func (p *stripper) scanTag(at int) tag {
	s, i := p.s, p.name(at)
	t := tag{name: s[at:i]}
	holds, _ := t.leaveOut()
	for i < len(s) {
		before := i
		for i < len(s) && (space(s[i]) || s[i] == '/') {
			i++
		}
		if i == len(s) || s[i] == '>' {
			t.empty = i > before && s[i-1] == '/'
			break
		}
		name, value, next := scanAttr(s, i)
		i = next
		if !holds && !t.asked(name, value) {
			p.cut(before, i)
		}
		if string(name) == "rel" {
			t.rel = value
		}
		if string(name) == "type" && hasPrefix(bytes.TrimSpace(value), "application/ld") {
			t.linked = true
		}
	}
	t.end = min(i+1, len(s))
	return t
}

// scanAttr reads the attribute that begins at.
func scanAttr(s []byte, at int) (name, value []byte, next int) {
	i := at + 1 // even "=" begins a name
	for i < len(s) && !space(s[i]) && s[i] != '>' && s[i] != '/' && s[i] != '=' {
		i++
	}
	name = s[at:i]
	j := i
	for j < len(s) && space(s[j]) {
		j++
	}
	if j == len(s) || s[j] != '=' {
		return name, nil, i
	}
	// HTML lets white space stand around the equals sign.
	for j++; j < len(s) && space(s[j]); j++ {
	}
	if j == len(s) {
		return name, nil, j
	}
	if q := s[j]; q == '"' || q == '\'' {
		end := bytes.IndexByte(s[j+1:], q)
		if end < 0 {
			return name, nil, len(s)
		}
		return name, s[j+1 : j+1+end], j + end + 2
	}
	k := j
	for k < len(s) && !space(s[k]) && s[k] != '>' {
		k++
	}
	return name, s[j:k], k
}

// endOfElement is where the element of a start tag ends; -1 when the page does
// not say and the parser has to decide.
func endOfElement(s []byte, t tag) int {
	// Of elements that nest in themselves each start wants an end of its own.
	depth, escaped := 1, false
	own := strings.ToLower(string(t.name))
	for at := t.end; ; {
		i := bytes.IndexByte(s[at:], '<')
		if i < 0 {
			return -1
		}
		at += i + 1
		closes := at < len(s) && s[at] == '/'
		name := at
		if closes {
			name++
		}
		if name+len(t.name) >= len(s) || !startsWith(s[name:], own) {
			if !escaped && t.is("script") && hasPrefix(s[at:], "!--") {
				at, escaped = endOfEscape(s, at), true
			}
			continue
		}
		if c := s[name+len(t.name)]; !space(c) && c != '>' && c != '/' {
			continue
		}
		if !closes {
			if t.is("svg") || t.is("template") {
				depth++
			}
			continue
		}
		if depth--; depth > 0 {
			continue
		}
		end := bytes.IndexByte(s[name:], '>')
		if end < 0 {
			return -1
		}
		return name + end + 1
	}
}

// endOfEscape is where the search for the end of a script goes on after "<!--":
// old pages hide scripts so, and a script written out in such a one ends with
// its own "</script>".
func endOfEscape(s []byte, at int) int {
	end := bytes.Index(s[at:], []byte("-->"))
	first := bytes.Index(s[at:], []byte("</script"))
	if end < 0 || first < 0 || first > end || !bytes.Contains(s[at:at+first], []byte("<script")) {
		return at
	}
	return at + end
}
