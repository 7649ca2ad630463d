package web

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"sync"
)

//go:embed site/*.html
var site embed.FS

// templates are those of the pages by name. Each is the frame and the shared
// parts with the page's own "main", and is read when it is first asked for: all
// of them take longer than the rest of the site's start.
type templates map[string]func() (*template.Template, error)

// pageNames are the pages of the site; each has a file in site.
func pageNames() []string {
	return []string{"front", "latest", "item", "sources", "source", "search", "notices", "about", "versions", "story", "person", "trouble"}
}

// newTemplates reads none of them yet. Two readers may ask for the first page at the same
// time; each template is read once all the same, and its error is kept with it.
func newTemplates() templates {
	all := templates{}
	for _, name := range pageNames() {
		all[name] = sync.OnceValues(func() (*template.Template, error) { return parseTemplate(name) })
	}
	return all
}

// parseTemplate reads a page's set. Each page fills the same blocks, so each
// needs a set of its own.
func parseTemplate(name string) (*template.Template, error) {
	return template.New("frame.html").ParseFS(site,
		"site/frame.html", "site/parts.html", "site/voices.html", "site/"+name+".html")
}

// execute writes a page as it goes, so w must be a buffer. The name is one of pageNames.
func (t templates) execute(w io.Writer, name string, data any) error {
	page, err := t[name]()
	if err == nil {
		err = page.ExecuteTemplate(w, "frame.html", data)
	}
	if err != nil {
		return fmt.Errorf("template %s: %w", name, err)
	}
	return nil
}
