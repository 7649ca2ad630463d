package feed

import (
	"fmt"
	"slices"
	"strings"
)

// maxDepth bounds the tree; deeper elements are left out. No feed nests so far,
// and everything that walks the tree may recurse safely.
const maxDepth = 200

// A node is one element.
type node struct {
	key   string // "title", or with the usual prefix of its vocabulary: "dc:creator"
	attrs []pair
	kids  []*node
	text  string    // character data right inside it, decoded
	inner string    // all that is inside it, as it stands in the document
	outer string    // the same with its tags
	open  bool      // the document ended before it did
	bound []binding // namespaces in force around it, of entries alone
}

// A pair is one attribute, its name keyed like an element's.
type pair struct{ key, value string }

// written is the element's name as the document writes it.
func (n *node) written() string {
	at := scanner{doc: n.outer, at: 1}
	return at.name()
}

// attr returns an attribute's value without space around it, "" if there is none.
func (n *node) attr(key string) string {
	for _, a := range n.attrs {
		if a.key == key {
			return strings.TrimSpace(a.value)
		}
	}
	return ""
}

// kid returns the first child with one of the keys, the earlier key winning, or
// nil. Children without text, attributes or children do not count.
func (n *node) kid(keys ...string) *node {
	for _, key := range keys {
		for _, k := range n.kids {
			if k.key == key && (strings.TrimSpace(k.text) != "" || len(k.attrs)+len(k.kids) > 0) {
				return k
			}
		}
	}
	return nil
}

// all returns the children with any of the keys, in document order.
func (n *node) all(keys ...string) []*node {
	var out []*node
	for _, k := range n.kids {
		for _, key := range keys {
			if k.key == key {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

// value returns the trimmed text of the first child with one of the keys that
// has any.
func (n *node) value(keys ...string) string {
	for _, key := range keys {
		for _, k := range n.kids {
			if k.key == key {
				if t := strings.TrimSpace(k.text); t != "" {
					return t
				}
			}
		}
	}
	return ""
}

// A scanner makes a tree out of markup. It never fails: what it cannot make
// sense of is text.
type scanner struct {
	doc      string
	at       int
	stack    []frame
	root     *node
	names    names
	cut      bool // the document ended inside an element
	mendedAt int  // offset of the first thing that had to be mended, -1 if none
	mended   string
	bound    []binding // those in force around the last entry
}

// A frame is an element whose end has not come yet.
type frame struct {
	node   *node
	name   string // as written
	begin  int    // where its start tag begins
	from   int    // where its inside begins
	pieces []string
	spaces int // how many namespaces were bound before it
	hidden int // elements inside it beyond maxDepth that are open
}

// scan reads a document.
func scan(doc string) *scanner {
	s := &scanner{doc: doc, mendedAt: -1, names: newNames()}
	for s.at < len(s.doc) {
		lt := strings.IndexByte(s.doc[s.at:], '<')
		if lt < 0 {
			s.text(unescape(s.doc[s.at:]))
			break
		}
		if lt > 0 {
			s.text(unescape(s.doc[s.at : s.at+lt]))
			s.at += lt
		}
		s.markup()
	}
	for len(s.stack) > 0 {
		s.cut = true
		s.top().node.open = true
		s.pop(len(s.doc), len(s.doc))
	}
	return s
}

// top is the innermost open element. There must be one.
func (s *scanner) top() *frame { return &s.stack[len(s.stack)-1] }

// text adds character data to the innermost element. Around the root it belongs to none.
func (s *scanner) text(t string) {
	if len(s.stack) > 0 {
		s.top().pieces = append(s.top().pieces, t)
	}
}

// mend remembers the first fault, to be told to whoever looks after the source.
func (s *scanner) mend(what string) {
	if s.mendedAt < 0 {
		s.mendedAt, s.mended = s.at, what
	}
}

// line is the number of the line at an offset.
func (s *scanner) line(at int) int { return 1 + strings.Count(s.doc[:min(at, len(s.doc))], "\n") }

// fault describes the first thing that was mended, "" if nothing was.
func (s *scanner) fault() string {
	if s.mendedAt < 0 {
		return ""
	}
	return fmt.Sprintf("XML broken at line %d: %s", s.line(s.mendedAt), s.mended)
}

// markup reads what begins with "<".
func (s *scanner) markup() {
	// Comments and CDATA sections go first: they begin as a declaration does.
	rest := s.doc[s.at:]
	switch {
	case strings.HasPrefix(rest, "<!--"):
		s.skip("-->")
	case strings.HasPrefix(rest, "<![CDATA["):
		s.at += len("<![CDATA[")
		from := s.at
		s.skip("]]>")
		s.text(strings.TrimSuffix(s.doc[from:s.at], "]]>"))
	case strings.HasPrefix(rest, "<!"):
		s.declaration()
	case strings.HasPrefix(rest, "<?"):
		s.skip("?>")
	case len(rest) > 2 && rest[1] == '/' && isNameStart(rest[2]):
		s.endTag()
	case len(rest) > 1 && isNameStart(rest[1]):
		s.startTag()
	default:
		s.mend("a < that opens nothing")
		s.text("<")
		s.at++
	}
}

// skip moves behind an end mark, or to the end of the document.
func (s *scanner) skip(mark string) {
	if i := strings.Index(s.doc[s.at:], mark); i >= 0 {
		s.at += i + len(mark)
		return
	}
	s.at = len(s.doc)
}

// declaration skips a DOCTYPE with what stands in its brackets. Entities that
// it declares are not expanded: that is how bombs are built.
func (s *scanner) declaration() {
	depth := 0
	for i := s.at; i < len(s.doc); i++ {
		switch s.doc[i] {
		case '[':
			depth++
		case ']':
			depth--
		case '>':
			if depth <= 0 {
				s.at = i + 1
				return
			}
		}
	}
	s.at = len(s.doc)
}

// startTag opens an element. An item or entry ends one of its own name that is still
// open; what stands deeper than maxDepth gets no node, and its end is waited for.
func (s *scanner) startTag() {
	begin := s.at
	s.at++
	name := s.name()
	bound := s.names.len()
	raw, closed, ok := s.attributes()
	if !ok { // the document ends inside the tag
		s.names.reset(bound)
		s.cut = true
		return
	}
	key := s.names.key(name)
	if key == "item" || key == "entry" {
		own := slices.Clone(s.names.bound[bound:])
		s.closeOpen(name, begin)
		bound = min(bound, s.names.len())
		s.names.bound = append(s.names.bound[:bound], own...) // those before it took theirs along
	}
	if len(s.stack) >= maxDepth {
		s.names.reset(bound)
		if !closed {
			s.top().hidden++
		}
		return
	}
	n := &node{key: key}
	if key == "item" || strings.HasSuffix(key, "entry") {
		if outside := s.names.bound[:bound]; !slices.Equal(s.bound, outside) { // one list for all: it hardly ever changes
			s.bound = slices.Clone(outside)
		}
		n.bound = s.bound
	}
	if len(raw) > 0 {
		n.attrs = make([]pair, len(raw))
		for i, a := range raw {
			n.attrs[i] = pair{s.names.attrKey(a.key), a.value}
		}
	}
	s.attach(n, name)
	s.stack = append(s.stack, frame{node: n, name: name, begin: begin, from: s.at, spaces: bound})
	if closed {
		s.pop(s.at, s.at)
	}
}

// attach hangs a node into the tree. The first element is the root, and its
// vocabulary needs no prefix; a later one beside the root is left out.
func (s *scanner) attach(n *node, name string) {
	switch {
	case len(s.stack) > 0:
		p := s.top().node
		p.kids = append(p.kids, n)
	case s.root == nil:
		s.names.native(name)
		n.key = s.names.key(name)
		s.root = n
	}
}

// closeOpen ends an entry that was not ended before the next one begins:
// entries do not nest.
func (s *scanner) closeOpen(name string, at int) {
	for i := len(s.stack) - 1; i > 0; i-- {
		if s.stack[i].name == name {
			s.mend("<" + name + "> inside <" + name + ">")
			for len(s.stack) > i {
				s.pop(at, at)
			}
			return
		}
	}
}

// endTag ends the innermost element of that name, and those inside it that were
// never ended. One that ends nothing is left out.
func (s *scanner) endTag() {
	begin := s.at
	s.at += 2
	name := s.name()
	s.skip(">")
	// An element that was left out for its depth has no frame: its end must not end another.
	if len(s.stack) > 0 && s.top().hidden > 0 {
		s.top().hidden--
		return
	}
	for i := len(s.stack) - 1; i >= 0; i-- {
		if s.stack[i].name != name {
			continue
		}
		if i != len(s.stack)-1 {
			s.mend("<" + s.top().name + "> is not closed")
		}
		for len(s.stack) > i+1 {
			s.pop(begin, begin)
		}
		s.pop(begin, s.at)
		return
	}
	s.mend("</" + name + "> closes nothing")
}

// pop ends the innermost element: where its inside ends, and where its end tag
// does.
func (s *scanner) pop(at, end int) {
	f := s.top()
	f.node.inner = s.doc[min(f.from, at):at]
	f.node.outer = s.doc[f.begin:end]
	switch len(f.pieces) {
	case 0:
	// Only where all of the text came in one piece: two sections side by side are how "]]>"
	// is written within one.
	case 1:
		f.node.text = unwrap(f.pieces[0])
	default:
		f.node.text = strings.Join(f.pieces, "")
	}
	s.names.reset(f.spaces)
	s.stack = s.stack[:len(s.stack)-1]
}

// unwrap takes a CDATA section for one that was escaped: some programs write it
// into what they escape afterwards.
func unwrap(text string) string {
	t := strings.TrimSpace(text)
	if inside, ok := strings.CutPrefix(t, "<![CDATA["); ok && strings.HasSuffix(inside, "]]>") {
		return strings.TrimSuffix(inside, "]]>")
	}
	return text
}

// name reads a name.
func (s *scanner) name() string {
	from := s.at
	for s.at < len(s.doc) && isName(s.doc[s.at]) {
		s.at++
	}
	return s.doc[from:s.at]
}

// attributes reads attributes up to and with the end of the tag. Namespaces are
// bound as they are met. ok is false when the document ends first.
func (s *scanner) attributes() (raw []pair, closed, ok bool) {
	for s.at < len(s.doc) {
		switch c := s.doc[s.at]; {
		case c == '>':
			s.at++
			return raw, closed, true
		case c == '/':
			closed = true
			s.at++
		case c == '<': // the tag was never ended; take it as if it had been
			s.mend("a tag without >")
			return raw, closed, true
		case isNameStart(c):
			closed = false
			name := s.name()
			value := s.attributeValue()
			if !s.names.bind(name, value) {
				raw = append(raw, pair{name, value})
			}
		default:
			s.at++
		}
	}
	return raw, closed, false
}

// attributeValue reads ="…", ='…' or =word, or nothing.
func (s *scanner) attributeValue() string {
	// HTML's attributes without a value get into feeds with markup that nobody escaped.
	s.space()
	if s.at >= len(s.doc) || s.doc[s.at] != '=' {
		return ""
	}
	s.at++
	s.space()
	if s.at >= len(s.doc) {
		return ""
	}
	from := s.at
	if q := s.doc[s.at]; q == '"' || q == '\'' {
		// A quotation mark that is not closed takes all that is left: the feed was cut there.
		end := strings.IndexByte(s.doc[from+1:], q)
		if end < 0 {
			s.at = len(s.doc)
			return ""
		}
		s.at = from + 1 + end + 1
		return unescape(s.doc[from+1 : s.at-1])
	}
	for s.at < len(s.doc) && !isSpace(s.doc[s.at]) && s.doc[s.at] != '>' {
		s.at++
	}
	return unescape(s.doc[from:s.at])
}

func (s *scanner) space() {
	for s.at < len(s.doc) && isSpace(s.doc[s.at]) {
		s.at++
	}
}

// isSpace knows the white space of XML 1.0, section 2.3: a no-break space is text.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// isNameStart takes all bytes beyond ASCII for letters: XML allows those of nearly every
// script, and nothing here depends on which.
func isNameStart(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c >= 0x80
}

func isName(c byte) bool {
	return isNameStart(c) || c >= '0' && c <= '9' || c == ':' || c == '-' || c == '.'
}
