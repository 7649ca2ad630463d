// Package opml reads and writes OPML 2.0, the lists by which readers of feeds
// exchange their subscriptions.
//
// Nothing is lost on the way through: folders keep their nesting, and attributes
// that nobody here has a word for go out again as they came in, in their order
// and with their prefixes.
//
// The package is pure: no network, no clock.
package opml

// A Document is one OPML file.
type Document struct {
	Version string // "2.0"
	// Attrs are further attributes of the root: mostly namespaces.
	Attrs []Attr
	// Head is what stands in the head, such as title and dateCreated, in order.
	Head     []Attr
	Outlines []Outline
}

// Title is the document's title.
func (d *Document) Title() string { return find(d.Head, "title") }

// An Outline is one line: a feed if it has an xmlUrl, else a folder or a note.
type Outline struct {
	Attrs    []Attr
	Outlines []Outline
}

// An Attr is a name, with its prefix if it has one, and its value.
type Attr struct{ Name, Value string }

// Get returns an attribute's value, "" if there is none. Names are compared
// without case: xmlURL, xmlurl and xmlUrl are all in use.
func (o *Outline) Get(name string) string { return find(o.Attrs, name) }

// Name is what an outline is called: its title, else its text.
func (o *Outline) Name() string {
	if t := o.Get("title"); t != "" {
		return t
	}
	return o.Get("text")
}

// Feed is the address of the feed, "" for a folder.
func (o *Outline) Feed() string { return o.Get("xmlUrl") }

// Walk calls f for each feed with the names of the folders it lies in.
func (d *Document) Walk(f func(folders []string, o *Outline)) { walk(d.Outlines, nil, f) }

func walk(list []Outline, folders []string, f func([]string, *Outline)) {
	for i := range list {
		o := &list[i]
		if o.Feed() != "" {
			f(folders, o)
		}
		if len(o.Outlines) > 0 {
			// Into a copy: folders side by side would write their names over each other.
			walk(o.Outlines, append(folders[:len(folders):len(folders)], o.Name()), f)
		}
	}
}
