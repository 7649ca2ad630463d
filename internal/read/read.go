package read

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"dateline"
	"dateline/internal/read/clean"
)

// A Hint is what is known about a copy besides its bytes and its source.
type Hint struct {
	// Name is the name of the source: it is cut off headlines and is nobody's byline.
	Name string
	// GUID is the source's own name for the item; "" takes the page's address.
	GUID string
}

// maxBody bounds what is read of one copy; no article is that long.
const maxBody = 8 << 20

// Item reads any copy: a page when it looks like one, else plain text.
func Item(c dateline.Copy, h Hint) (dateline.Item, error) {
	if isPage(c) {
		return Page(c, h)
	}
	return Text(c, h)
}

// isPage goes by the server's word, and where it has none by the first tags: people's
// copy and files come without a type.
func isPage(c dateline.Copy) bool {
	switch t := strings.ToLower(c.ContentType); {
	case strings.Contains(t, "html"):
		return true
	case strings.Contains(t, "text/plain"):
		return false
	}
	start := bytes.ToLower(bytes.TrimSpace(c.Body[:min(1024, len(c.Body))]))
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<article", "<meta", "<title", "<div", "<p>", "<!--"} {
		if bytes.Contains(start, []byte(tag)) {
			return true
		}
	}
	// In UTF-16 zero bytes divide the letters of each tag.
	return bytes.ContainsRune(start, 0) && !bytes.HasPrefix(start, []byte("\x00\x00"))
}

// decode gives the text of a copy. Bytes that are text in no encoding (behind
// entries of feeds stand PDFs and pictures, too) are refused: more than one in
// fifty of them is a control character. Text has next to none, and random bytes
// one in nine.
func decode(c dateline.Copy) ([]byte, error) {
	text := clean.Decode(c.Body[:min(maxBody, len(c.Body))], c.ContentType)
	start := text[:min(16<<10, len(text))]
	controls, all := 0, 0
	for _, b := range start {
		switch {
		case b == 0: // servers pad pages with them
			continue
		case b < '\t', b > '\r' && b < ' ':
			controls++
		}
		all++
	}
	if controls*50 > all {
		return nil, fmt.Errorf("this is neither a page nor text: %w", dateline.ErrInvalid)
	}
	return text, nil
}

// identify finishes an item: it gets its name, which is the source's own, else
// its address, else a digest of what it says.
func identify(it *dateline.Item, c dateline.Copy, h Hint) {
	letters(it)
	it.Source, it.Received = c.Source, c.Received
	if it.URL == "" {
		it.URL = c.URL
	}
	it.GUID = h.GUID
	if it.GUID == "" {
		it.GUID = it.URL
	}
	if it.GUID == "" {
		sum := sha256.Sum256([]byte(it.Headline + "\n" + it.Text()))
		it.GUID = "sha256:" + hex.EncodeToString(sum[:16])
	}
	it.ID = dateline.NewItemID(it.Source, it.GUID)
}

// empty is the error for a copy in which there is no news.
func empty(it dateline.Item) error {
	if it.Headline == "" && len(it.Body) == 0 {
		return fmt.Errorf("no headline and no text to read: %w", dateline.ErrInvalid)
	}
	return nil
}
