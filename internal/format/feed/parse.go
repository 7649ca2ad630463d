package feed

import (
	"fmt"
	"strings"

	"dateline"
)

// Input is what is known of a document beside its bytes.
type Input struct {
	ContentType string // as the server says
	URL         string // where it was fetched from; relative addresses resolve against it
}

// Parse reads a feed of any format. Its errors are of the kind ErrInvalid and
// say what the document is instead; one that is a web page is a *PageError,
// which knows the page's feeds.
func Parse(body []byte, in Input) (Feed, error) {
	doc, encoding, twice := Decode(body, in.ContentType)
	start := strings.TrimLeft(doc, " \t\r\n\u00a0\ufeff")
	var f Feed
	var err error
	switch {
	case start == "":
		return Feed{}, invalid("the feed is empty")
	case start[0] == '{' || start[0] == '[':
		f, err = parseJSON(start, in.URL)
	default:
		f, err = parseXML(doc, in.URL)
	}
	if f.Encoding = encoding; twice > 0 {
		f.Warnings = append(f.Warnings, fmt.Sprintf("text in it was encoded twice; places that are read as they were meant: %d", twice))
	}
	return f, err
}

// parseXML reads RSS and Atom. A document that is cut is an error only when nothing whole
// stands before the cut.
func parseXML(doc, address string) (Feed, error) {
	s := scan(doc)
	var warnings []string
	// The scan comes first since nearly all feeds begin as they should; looking for one behind
	// junk is for the rest.
	if !isFeed(s.root) {
		at := feedStart(doc)
		if at <= 0 {
			return Feed{}, notFeed(s, doc, address)
		}
		warnings = append(warnings, fmt.Sprintf("there are %d bytes before the feed begins", at))
		s = scan(doc[at:])
	}
	f := adaptFeed(s.root, address)
	f.Cut = s.cut
	if fault := s.fault(); fault != "" {
		warnings = append(warnings, fault)
	}
	if s.cut {
		line := s.line(len(s.doc))
		if len(f.Entries) == 0 {
			return f, invalid("XML broken at line %d: the feed ends there, before its first entry is complete", line)
		}
		warnings = append(warnings, cutWarning(line, len(f.Entries)))
	}
	f.Warnings = warnings
	return f, nil
}

func cutWarning(line, entries int) string {
	return fmt.Sprintf("the feed breaks off at line %d; entries before the cut are kept: %d", line, entries)
}

// isFeed reports the root of a feed; a channel is one of RSS that lacks its rss element.
func isFeed(root *node) bool {
	if root == nil {
		return false
	}
	switch root.key {
	case "rss", "rdf:rdf", "feed", "channel":
		return true
	}
	return false
}

// feedStart finds a feed behind something that does not belong to it, such as
// the warnings of a faulty program; -1 if there is none. It looks through the
// first 64 KB, and at the document as it stands: small letters of some scripts
// take more bytes than the large ones, and the place would be another.
func feedStart(doc string) int {
	head := doc[:min(len(doc), 64<<10)]
	for at := 0; ; at++ {
		i := strings.IndexByte(head[at:], '<')
		if i < 0 {
			return -1
		}
		at += i
		for _, root := range [...]string{"rss", "rdf:rdf", "feed"} {
			end := at + 1 + len(root)
			// The tag may go on in the next line.
			if end < len(head) && hasPrefixFold(head[at+1:], root) && (head[end] == '>' || isSpace(head[end])) {
				return at
			}
		}
	}
}

// notFeed says what a document is instead.
func notFeed(s *scanner, doc, address string) error {
	if s.root == nil {
		if s.cut {
			return invalid("XML broken at line %d: the feed ends inside its first element", s.line(len(s.doc)))
		}
		return invalid("this is neither XML nor JSON, so it is no feed")
	}
	switch s.root.key {
	case "urlset", "sitemapindex":
		return invalid("this is a sitemap, not a feed")
	case "opml":
		return invalid("this is an OPML list of sources, not a feed: import it as sources")
	}
	// A page may begin with comments and banners before its html element.
	head := strings.ToLower(doc[:min(len(doc), 2048)])
	if s.root.key == "html" || strings.Contains(head, "<!doctype html") || strings.Contains(head, "<html") || strings.Contains(head, "<head") || strings.Contains(head, "<body") {
		return &PageError{Feeds: Find(doc, address)}
	}
	return invalid("this is XML, but not a feed: it begins with <%s>", s.root.key)
}

// A PageError says that a document is a web page where a feed was expected.
type PageError struct {
	Feeds []Found // the feeds that the page names
}

// Error names the page's feeds.
func (e *PageError) Error() string {
	if len(e.Feeds) == 0 {
		return "this is a web page, not a feed, and it names no feeds"
	}
	var urls []string
	for _, f := range e.Feeds[:min(len(e.Feeds), 5)] {
		urls = append(urls, f.URL)
	}
	return "this is a web page, not a feed; its feeds are " + strings.Join(urls, ", ")
}

// Unwrap makes it an ErrInvalid.
func (e *PageError) Unwrap() error { return dateline.ErrInvalid }

// invalid is an error of the kind ErrInvalid in plain words.
func invalid(format string, args ...any) error {
	return &plainError{fmt.Sprintf(format, args...)}
}

// A plainError shows only its own words: they stand in lists of sources, where
// the kind would be noise.
type plainError struct{ text string }

// Error gives the plain words.
func (e *plainError) Error() string { return e.text }

// Unwrap makes it an ErrInvalid.
func (e *plainError) Unwrap() error { return dateline.ErrInvalid }
