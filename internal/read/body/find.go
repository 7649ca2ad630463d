package body

import (
	"net/url"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// Find returns the part of the page that holds the article, nil when there is
// none. It changes the tree.
func Find(doc *html.Node, address string) *html.Node {
	u, err := url.Parse(address)
	if err != nil || !u.IsAbs() {
		u = &url.URL{Scheme: "http", Host: "localhost"}
	}
	p := readability.NewParser()
	p.DisableJSONLD = true
	p.KeepClasses = true
	article, err := p.ParseAndMutate(doc, u)
	if err != nil {
		return nil
	}
	return article.Node
}
