package feed

import (
	"encoding/json"
	"io"

	"dateline"
)

// WriteJSON writes a JSON Feed 1.1, one item at a time.
func WriteJSON(w io.Writer, f *Out) (err error) {
	defer dateline.Wrap(&err, "write JSON Feed of %s", f.Self)
	head := jsonHead{
		Version:     "https://jsonfeed.org/version/1.1",
		Title:       line(f.Title),
		Home:        address(f.Home),
		Feed:        address(f.Self),
		Description: line(f.Description),
		Next:        address(f.Next),
		Language:    known(f.Language),
		Extension:   newJSONState(f),
		Items:       []struct{}{},
	}
	if name := line(f.Author); name != "" {
		head.Authors = []jsonAuthor{{name}}
	}
	return writeJSON(w, head, f.Entries)
}

// writeJSON writes the head up to its empty list of items, then the items into
// that list.
func writeJSON(w io.Writer, head jsonHead, entries []OutEntry) error {
	const tail = "]}"
	b, err := json.Marshal(head)
	if err != nil {
		return err
	}
	if _, err := w.Write(b[:len(b)-len(tail)]); err != nil {
		return err
	}
	for i := range entries {
		b, err := json.Marshal(newJSONItem(&entries[i]))
		if err != nil {
			return err
		}
		if i > 0 {
			b = append([]byte{','}, b...)
		}
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	_, err = io.WriteString(w, tail+"\n")
	return err
}

// jsonHead is a feed without its items, which must come last.
type jsonHead struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	Home        string       `json:"home_page_url,omitempty"`
	Feed        string       `json:"feed_url,omitempty"`
	Description string       `json:"description,omitempty"`
	Next        string       `json:"next_url,omitempty"`
	Language    string       `json:"language,omitempty"`
	Authors     []jsonAuthor `json:"authors,omitempty"`
	Extension   *jsonState   `json:"_dateline,omitempty"`
	Items       []struct{}   `json:"items"`
}

// jsonState tells which entries were withdrawn, and which past time the feed
// shows, for which JSON Feed has no words.
type jsonState struct {
	AsOf    string        `json:"as_of,omitempty"`
	Deleted []jsonDeleted `json:"deleted,omitempty"`
}

type jsonDeleted struct {
	ID   string `json:"id"`
	When string `json:"when"`
	Note string `json:"note,omitempty"`
}

// newJSONState is nil for a feed that shows now and has withdrawn nothing, so that its
// extension is left out.
func newJSONState(f *Out) *jsonState {
	if len(f.Gone) == 0 && f.AsOf.IsZero() {
		return nil
	}
	out := &jsonState{}
	if !f.AsOf.IsZero() {
		out.AsOf = instant(f.AsOf)
	}
	for _, g := range f.Gone {
		out.Deleted = append(out.Deleted, jsonDeleted{line(g.ID), instant(g.When), line(g.Note)})
	}
	return out
}

type jsonAuthor struct {
	Name string `json:"name"`
}

// A jsonItem always has its content, even an empty one: JSON Feed 1.1 wants content_html or
// content_text in every item.
type jsonItem struct {
	ID        string       `json:"id"`
	URL       string       `json:"url,omitempty"`
	External  string       `json:"external_url,omitempty"`
	Title     string       `json:"title,omitempty"`
	Content   string       `json:"content_html"`
	Summary   string       `json:"summary,omitempty"`
	Image     string       `json:"image,omitempty"`
	Published string       `json:"date_published,omitempty"`
	Modified  string       `json:"date_modified"`
	Authors   []jsonAuthor `json:"authors,omitempty"`
	Tags      []string     `json:"tags,omitempty"`
	Language  string       `json:"language,omitempty"`
	Extension jsonWire     `json:"_dateline"`
}

// jsonWire is what a wire says of an item and JSON Feed has no word for.
type jsonWire struct {
	Version   int               `json:"version"`
	Credit    string            `json:"credit,omitempty"`
	Source    string            `json:"source,omitempty"`
	Genre     dateline.Genre    `json:"genre,omitempty"`
	Urgency   dateline.Urgency  `json:"urgency,omitempty"`
	Notices   []string          `json:"notices,omitempty"`
	Published *jsonStamp        `json:"published,omitempty"`
	Alternate map[string]string `json:"alternate,omitempty"` // address by language
}

// jsonStamp is a time with all that is known about it, also when it is too
// coarse for date_published.
type jsonStamp struct {
	Time       string              `json:"time"`
	Zone       string              `json:"zone,omitempty"`
	Precision  dateline.Precision  `json:"precision,omitempty"`
	From       dateline.Evidence   `json:"from,omitempty"`
	Confidence dateline.Confidence `json:"confidence,omitempty"`
}

func newJSONItem(e *OutEntry) jsonItem {
	item := jsonItem{
		ID:        line(e.ID),
		URL:       address(e.URL),
		External:  address(e.Via),
		Title:     line(e.Title),
		Content:   e.contentHTML(),
		Summary:   line(e.Summary),
		Modified:  instant(e.Updated),
		Language:  known(e.Language),
		Extension: newJSONWire(e),
	}
	if t, ok := exact(e.Published); ok {
		// In the source's own zone, which tells more than UTC.
		item.Published = t.Format("2006-01-02T15:04:05Z07:00")
	}
	for _, name := range e.byline() {
		item.Authors = append(item.Authors, jsonAuthor{name})
	}
	if e.Genre != "" {
		item.Tags = []string{line(string(e.Genre))}
	}
	// An excerpt shows no picture: the right to it goes with the whole text.
	if e.Picture != nil && len(e.Body) > 0 {
		item.Image = address(e.Picture.URL)
	}
	return item
}

func newJSONWire(e *OutEntry) jsonWire {
	wire := jsonWire{
		Version: e.Version,
		Credit:  line(e.Credit),
		Source:  line(e.Source),
		Genre:   dateline.Genre(line(string(e.Genre))),
		Urgency: e.Urgency,
	}
	for _, n := range e.Notices {
		wire.Notices = append(wire.Notices, line(n))
	}
	if s := e.Published; !s.IsZero() && plausible(s.Time) {
		wire.Published = &jsonStamp{stampText(s), line(s.Zone), s.Precision, s.From, s.Confidence}
	}
	for _, l := range e.links() {
		if l.Rel == "alternate" {
			if wire.Alternate == nil {
				wire.Alternate = map[string]string{}
			}
			wire.Alternate[l.Language] = l.Href
		}
	}
	return wire
}

// stampText is a stamp no finer than it is.
func stampText(s dateline.Stamp) string {
	if s.Precision == dateline.ToDay {
		return s.Time.Format("2006-01-02")
	}
	return s.Text()
}
