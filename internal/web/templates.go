package web

import (
	"embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed site/*.html
var site embed.FS

// templates holds a page's template by name. Each is the frame and the shared
// parts with the page's own "main".
type templates map[string]*template.Template

// pageNames are the pages of the site; each has a file in site.
func pageNames() []string {
	return []string{"front", "latest", "item", "sources", "source", "search", "notices", "about", "versions", "story", "person", "trouble"}
}

func parseTemplates() (templates, error) {
	shared, err := template.New("frame.html").ParseFS(site, "site/frame.html", "site/parts.html", "site/voices.html")
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	all := templates{} // each page fills the same blocks, so each needs a set of its own
	for _, name := range pageNames() {
		t, err := template.Must(shared.Clone()).ParseFS(site, "site/"+name+".html")
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", name, err)
		}
		all[name] = t
	}
	return all, nil
}

func (t templates) execute(w io.Writer, name string, data any) error {
	if err := t[name].ExecuteTemplate(w, "frame.html", data); err != nil {
		return fmt.Errorf("template %s: %w", name, err)
	}
	return nil
}
