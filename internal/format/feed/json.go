package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"dateline"
)

// jsonFeed is the head of a JSON Feed as it stands in the document.
type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	Home        string       `json:"home_page_url"`
	Self        string       `json:"feed_url"`
	Description string       `json:"description"`
	Icon        string       `json:"icon"`
	Author      *jsonPerson  `json:"author"` // version 1
	Authors     []jsonPerson `json:"authors"`
	Language    string       `json:"language"`
	Hubs        []struct {
		Type string `json:"type"`
		URL  string `json:"url"`
	} `json:"hubs"`
	Extension jsonState `json:"_dateline"`
}

// jsonEntry is one of its items.
type jsonEntry struct {
	ID          loose        `json:"id"`
	URL         string       `json:"url"`
	External    string       `json:"external_url"`
	Title       string       `json:"title"`
	HTML        string       `json:"content_html"`
	Text        string       `json:"content_text"`
	Summary     string       `json:"summary"`
	Image       string       `json:"image"`
	Banner      string       `json:"banner_image"`
	Published   string       `json:"date_published"`
	Modified    string       `json:"date_modified"`
	Author      *jsonPerson  `json:"author"`
	Authors     []jsonPerson `json:"authors"`
	Tags        []loose      `json:"tags"`
	Language    string       `json:"language"`
	Attachments []struct {
		URL  string `json:"url"`
		Type string `json:"mime_type"`
		Size loose  `json:"size_in_bytes"`
	} `json:"attachments"`
}

// jsonPerson is an author: an object, or wrongly just a name.
type jsonPerson struct {
	Name loose `json:"name"`
}

// UnmarshalJSON takes both.
func (p *jsonPerson) UnmarshalJSON(b []byte) error {
	if len(b) == 0 || b[0] != '{' {
		return p.Name.UnmarshalJSON(b)
	}
	var object struct {
		Name loose `json:"name"`
	}
	err := json.Unmarshal(b, &object)
	p.Name = object.Name
	return err
}

// loose is a string, or what stands where one should: programs write numbers
// for ids.
type loose string

// UnmarshalJSON never fails on sound JSON.
func (l *loose) UnmarshalJSON(b []byte) error {
	switch b[0] {
	case '"':
		var s string
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
		*l = loose(strings.TrimSpace(s))
	case '{', '[', 'n':
		*l = ""
	default:
		*l = loose(b)
	}
	return nil
}

// parseJSON reads a JSON Feed value by value, so that the entries before a cut
// are kept.
func parseJSON(doc, address string) (Feed, error) {
	var head jsonFeed
	var entries []Entry
	d := json.NewDecoder(strings.NewReader(doc))
	broken, hasItems := jsonObject(d, func(key string) error {
		if key != "items" {
			return readJSONHead(d, key, &head)
		}
		return jsonItems(d, func(j *jsonEntry, from int64) {
			e := adaptJSON(j, address)
			e.raw = strings.TrimLeft(doc[from:d.InputOffset()], ", \t\r\n")
			entries = append(entries, e)
		})
	})
	line := 1 + strings.Count(doc[:min(int(d.InputOffset()), len(doc))], "\n")
	// A feed without entries is one by its version alone, and other JSON is none.
	if !hasItems && !strings.Contains(head.Version, "jsonfeed.org") {
		if broken != nil {
			return Feed{}, invalid("JSON broken at line %d: %v", line, broken)
		}
		return Feed{}, invalid("this is JSON, but not a JSON Feed: it has no items")
	}
	f := adaptJSONHead(&head, address)
	f.Entries = entries
	for i := range f.Entries {
		f.Entries[i].inherit(&f)
	}
	if broken != nil {
		f.Cut = true
		if len(entries) == 0 {
			return f, invalid("JSON broken at line %d, before the first entry is complete: %v", line, broken)
		}
		f.Warnings = append(f.Warnings, cutWarning(line, len(entries)))
	}
	return f, nil
}

// inherit gives an item what the head of its feed says for all that do not say it
// themselves.
func (e *Entry) inherit(f *Feed) {
	e.Language = first(e.Language, f.Language)
	var authors []Person
	if len(e.Authors) == 0 {
		authors = f.writers()
		e.Authors = authors
	}
	e.head = jsonDocumentHead(e.Language, authors)
}

// jsonObject walks the members of the outermost object. It reports whether
// there were items.
func jsonObject(d *json.Decoder, member func(key string) error) (broken error, hasItems bool) {
	t, err := d.Token()
	if err != nil {
		return err, false
	}
	if t != json.Delim('{') {
		return errors.New("no object"), false
	}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return unexpected(err), hasItems
		}
		key, _ := t.(string)
		hasItems = hasItems || key == "items"
		if err := member(key); err != nil {
			return unexpected(err), hasItems
		}
	}
	_, err = d.Token()
	return unexpected(err), hasItems
}

// unexpected says of the end of the input that it came too early.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// jsonItems reads an array of items; from is the offset before each. What has a wrong shape in
// an item is left out.
func jsonItems(d *json.Decoder, each func(e *jsonEntry, from int64)) error {
	t, err := d.Token()
	if err != nil {
		return err
	}
	if t != json.Delim('[') {
		return errors.New("items is no array")
	}
	for d.More() {
		var e jsonEntry
		from := d.InputOffset()
		err := d.Decode(&e)
		var shape *json.UnmarshalTypeError
		switch {
		// The decoder goes on after a value of another type than asked for and reports it at the end.
		case errors.As(err, &shape): // the fields of the right shape are there
			if e.ID+loose(e.URL)+loose(e.Title)+loose(e.HTML)+loose(e.Text) != "" {
				each(&e, from)
			}
		case err != nil:
			return err
		default:
			each(&e, from)
		}
	}
	_, err = d.Token()
	return err
}

// readJSONHead reads one member of the head; one of a wrong shape is left out.
func readJSONHead(d *json.Decoder, key string, head *jsonFeed) error {
	var raw json.RawMessage
	if err := d.Decode(&raw); err != nil {
		return err
	}
	// As an object of this one member, so that the tags of jsonFeed find its field.
	var b bytes.Buffer
	b.WriteString("{")
	name, _ := json.Marshal(key)
	b.Write(name)
	b.WriteString(":")
	b.Write(raw)
	b.WriteString("}")
	_ = json.Unmarshal(b.Bytes(), head)
	return nil
}

func adaptJSONHead(h *jsonFeed, address string) Feed {
	// The version is an address that ends in the number; the feed's own address is its id
	// by the standard.
	version := h.Version
	if i := strings.LastIndexByte(version, '/'); i >= 0 {
		version = version[i+1:]
	}
	f := Feed{
		Format: "json", Version: version, ID: h.Self, Title: Text{h.Title, "text"},
		Subtitle: Text{h.Description, "text"}, Site: resolve(address, h.Home),
		Self: resolve(address, h.Self), Language: h.Language, Image: resolve(address, h.Icon),
		Authors: jsonPeople(h.Author, h.Authors),
	}
	for _, hub := range h.Hubs {
		if strings.EqualFold(hub.Type, "WebSub") {
			f.Hub = hub.URL
		}
	}
	for _, d := range h.Extension.Deleted {
		if d.ID != "" {
			f.Gone = append(f.Gone, Gone{d.ID, d.When})
		}
	}
	return f
}

// adaptJSON turns an item into an entry. The page that it only points to is its link
// where it has no page of its own.
func adaptJSON(j *jsonEntry, address string) Entry {
	e := Entry{
		ID: string(j.ID), Link: resolve(address, first(j.URL, j.External)),
		Title: Text{j.Title, "text"}, Summary: Text{j.Summary, "text"},
		Published: j.Published, Updated: j.Modified,
		Authors: jsonPeople(j.Author, j.Authors), Language: j.Language,
	}
	switch {
	// JSON Feed lets an item have both; the markup says more.
	case j.HTML != "":
		e.Content = Text{j.HTML, "html"}
	case j.Text != "":
		e.Content = Text{j.Text, "text"}
	}
	for _, t := range j.Tags {
		if t != "" {
			e.Categories = append(e.Categories, string(t))
		}
	}
	for _, a := range j.Attachments {
		e.Enclosures = append(e.Enclosures, Enclosure{resolve(address, a.URL), a.Type, string(a.Size)})
	}
	if u := first(j.Image, j.Banner); u != "" {
		e.Picture = &dateline.Picture{URL: resolve(address, u)}
	}
	return e
}

// jsonPeople prefers the list of version 1.1 to the one author of version 1, which
// feeds for older readers still give beside it.
func jsonPeople(one *jsonPerson, many []jsonPerson) []Person {
	if len(many) == 0 && one != nil {
		many = []jsonPerson{*one}
	}
	var out []Person
	for _, p := range many {
		if p.Name != "" {
			out = append(out, Person{Name: string(p.Name)})
		}
	}
	return out
}
