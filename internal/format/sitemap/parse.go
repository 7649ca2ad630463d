package sitemap

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"dateline"
)

// Parse reads a sitemap or an index, in XML that need not be valid. A file that
// breaks off gives what stands before the break, and Cut says why; a file
// without any address in it is an error.
func Parse(r io.Reader) (m Map, err error) {
	defer dateline.Wrap(&err, "parse sitemap")
	// One byte more than is allowed tells a full file from one that is too long.
	limited := &io.LimitedReader{R: r, N: MaxBytes + 1}
	decoder := xml.NewDecoder(limited)
	// Bare ampersands in addresses are as common here as in OPML lists.
	decoder.Strict = false
	decoder.Entity = xml.HTMLEntity
	decoder.CharsetReader = charset.NewReaderLabel
	m.Cut = parseRoot(decoder, &m)
	if m.Cut != nil && limited.N <= 0 {
		m.Cut = fmt.Errorf("longer than %d MB: %w", MaxBytes>>20, dateline.ErrTooLarge)
	}
	if m.Cut != nil && len(m.URLs) == 0 {
		return m, fmt.Errorf("%w: %w", dateline.ErrInvalid, m.Cut)
	}
	return m, nil
}

// parseRoot finds the root and reads what is in it.
func parseRoot(decoder *xml.Decoder, m *Map) error {
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return errors.New("no sitemap in it")
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "urlset":
			return parseURLs(decoder, m, "url")
		case "sitemapindex":
			m.Index = true
			return parseURLs(decoder, m, "sitemap")
		default:
			return fmt.Errorf("the root is %q, not urlset or sitemapindex", start.Name.Local)
		}
	}
}

// parseURLs reads the entries up to the end of the root and passes over all else in it.
// What came before an error stays in m.
func parseURLs(decoder *xml.Decoder, m *Map, name string) error {
	for {
		token, err := decoder.Token()
		if err != nil {
			return fmt.Errorf("after %d addresses: %w", len(m.URLs), err)
		}
		switch t := token.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			if t.Name.Local != name {
				if err := decoder.Skip(); err != nil {
					return err
				}
				continue
			}
			if len(m.URLs) == MaxURLs {
				return fmt.Errorf("more than %d addresses: %w", MaxURLs, dateline.ErrTooLarge)
			}
			var in inURL
			if err := decoder.DecodeElement(&in, &t); err != nil {
				return fmt.Errorf("after %d addresses: %w", len(m.URLs), err)
			}
			if u := in.adapt(); u.Loc != "" {
				m.URLs = append(m.URLs, u)
			}
		}
	}
}

// inURL is an entry as it comes in. Elements are known by their local names,
// since many sites get the namespaces wrong.
type inURL struct {
	Loc     string   `xml:"loc"`
	LastMod string   `xml:"lastmod"`
	News    *inNews  `xml:"news"`
	Links   []inLink `xml:"link"`
}

type inNews struct {
	Name      string `xml:"publication>name"`
	Language  string `xml:"publication>language"`
	Published string `xml:"publication_date"`
	Title     string `xml:"title"`
}

type inLink struct {
	Rel      string `xml:"rel,attr"`
	Language string `xml:"hreflang,attr"`
	Href     string `xml:"href,attr"`
}

// adapt cleans an entry. The caller leaves out one that has no address.
func (in *inURL) adapt() URL {
	u := URL{Loc: strings.TrimSpace(in.Loc), LastMod: stamp(in.LastMod)}
	for _, l := range in.Links {
		if l.Rel == "alternate" && l.Language != "" && l.Href != "" {
			u.Alternates = append(u.Alternates, Alternate{l.Language, strings.TrimSpace(l.Href)})
		}
	}
	if n := in.News; n != nil {
		u.News = &News{clean(n.Name), strings.TrimSpace(n.Language), stamp(n.Published), clean(n.Title)}
	}
	return u
}

// stamp reads a time in the W3C format, as fine as it is written. What it
// cannot read stays undated: a bad lastmod is no reason to lose a page.
func stamp(s string) dateline.Stamp {
	s = strings.TrimSpace(s)
	layouts := []struct {
		layout    string
		zoned     bool
		precision dateline.Precision
	}{
		{time.RFC3339, true, dateline.ToSecond},
		{"2006-01-02T15:04Z07:00", true, dateline.ToMinute},
		// What many programs write for it: an offset without its colon, a space for the T.
		{"2006-01-02T15:04:05Z0700", true, dateline.ToSecond},
		{"2006-01-02 15:04:05Z07:00", true, dateline.ToSecond},
		{"2006-01-02 15:04:05 Z07:00", true, dateline.ToSecond},
		{"2006-01-02 15:04:05 Z0700", true, dateline.ToSecond},
		{"2006-01-02T15:04:05", false, dateline.ToSecond},
		{"2006-01-02 15:04:05", false, dateline.ToSecond},
		{"2006-01-02T15:04", false, dateline.ToMinute},
		{time.DateOnly, false, dateline.ToDay},
	}
	for _, l := range layouts {
		t, err := time.Parse(l.layout, s)
		if err != nil {
			continue
		}
		out := dateline.Stamp{Time: t, Precision: l.precision, From: dateline.FromFeed, Confidence: dateline.Likely}
		if l.zoned {
			out.Zone, out.Confidence = t.Format("Z07:00"), dateline.Sure
		}
		return out
	}
	return dateline.Stamp{}
}
