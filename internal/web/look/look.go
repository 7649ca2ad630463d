// Package look holds what the pages look like and do in a browser: style,
// script, icon and type. All of it is served from the site itself, under
// addresses that change with the contents and may be kept for ever.
package look

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"dateline/internal/web/cache"
)

//go:embed style fonts/*.woff2 icon.svg script.js
var files embed.FS

// Prefix is the folder of the site under which everything here is served.
const Prefix = "/static/"

// Letters that the two halves of the type have. Whatever is in neither is
// left to the reader's own fonts.
const (
	latin  = "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-200B, U+2010-2027, U+202F-2065, U+20AC, U+2122, U+2212, U+2215"
	arabic = "U+0600-06FF, U+0750-077F, U+0870-088E, U+0890-0891, U+0898-08FF, U+200C-200E, U+FB50-FDFF, U+FE70-FEFC"
)

// sheets are the parts of the style, in the order of the cascade.
func sheets() []string {
	return []string{"fonts", "base", "frame", "lists", "item", "pages", "edits", "voices", "persons", "desk", "print"}
}

// Look serves the files.
type Look struct {
	Style, Script, Icon string            // addresses
	fonts               map[string]string // file name -> address
	pages               map[string]*cache.Page
}

// New puts the files together.
func New() (*Look, error) {
	l := &Look{fonts: map[string]string{}, pages: map[string]*cache.Page{}}
	names, err := fs.Glob(files, "fonts/*.woff2")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		contents, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		// Before the style, which names their addresses.
		l.fonts[path.Base(name)] = l.add(path.Base(name), contents)
	}
	style, err := l.style()
	if err != nil {
		return nil, err
	}
	l.Style = l.add("site.css", style)
	script, err := files.ReadFile("script.js")
	if err != nil {
		return nil, err
	}
	l.Script = l.add("site.js", script)
	icon, err := files.ReadFile("icon.svg")
	l.Icon = l.add("icon.svg", icon)
	return l, err
}

// Fonts returns the addresses of those a page in the language needs first.
func (l *Look) Fonts(language string) []string {
	if language == "ar" {
		// Two of them: what heads the page and what its times stand in. To load all of them
		// first would hold the page up.
		return []string{l.fonts["noto-naskh-600.woff2"], l.fonts["plex-sans-arabic-400.woff2"]}
	}
	return []string{l.fonts["source-serif-600.woff2"], l.fonts["plex-sans-400.woff2"]}
}

// ServeHTTP answers with the file, or 404.
func (l *Look) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if p := l.pages[r.URL.Path]; p != nil {
		p.ServeHTTP(w, r)
		return
	}
	http.NotFound(w, r)
}

// style joins the sheets and puts in letters and addresses of the fonts.
func (l *Look) style() ([]byte, error) {
	var b strings.Builder
	for _, name := range sheets() {
		sheet, err := files.ReadFile("style/" + name + ".css")
		if err != nil {
			return nil, err
		}
		b.Write(sheet)
	}
	pairs := []string{"LATIN", latin, "ARABIC", arabic}
	for name, address := range l.fonts {
		pairs = append(pairs, `"`+name+`"`, address)
	}
	return []byte(strings.NewReplacer(pairs...).Replace(b.String())), nil
}

// add makes contents servable and returns their address.
func (l *Look) add(name string, contents []byte) string {
	// The digest is in the address: browsers may keep a file for ever, and a new version of
	// it has another one.
	sum := sha256.Sum256(contents)
	address := Prefix + hex.EncodeToString(sum[:6]) + "/" + name
	l.pages[address] = cache.NewPage(http.StatusOK, contents, http.Header{
		"Content-Type":           {contentType(name)},
		"Cache-Control":          {"public, max-age=31536000, immutable"},
		"X-Content-Type-Options": {"nosniff"},
	})
	return address
}

// contentType does not ask the system, whose answers differ.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".woff2":
		return "font/woff2"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	}
	return "image/svg+xml"
}
