package body

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline"
	"dateline/internal/read/tree"
)

// postAt is the address of the post that a quotation is, "" when it is none: networks set
// the link to a post below its words, behind those that it has itself.
func postAt(n *html.Node) (address string) {
	tree.Find(n, func(c *html.Node) bool {
		if href := tree.Attr(c, "href"); c.DataAtom == atom.A && isPost(href) {
			address = href
		}
		return false
	})
	return address
}

// isPost reports the address of one post of a network.
func isPost(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return false
	}
	path := strings.Split(strings.Trim(u.Path, "/"), "/")
	switch strings.TrimPrefix(strings.TrimPrefix(u.Host, "www."), "mobile.") {
	case "twitter.com", "x.com":
		return len(path) >= 3 && (path[1] == "status" || path[1] == "statuses")
	case "instagram.com":
		return slices.Contains(path, "p") || slices.Contains(path, "reel") || slices.Contains(path, "tv")
	case "tiktok.com":
		return slices.Contains(path, "video")
	case "facebook.com":
		return slices.Contains(path, "posts") || slices.Contains(path, "videos") || path[0] == "permalink.php"
	case "bsky.app", "threads.net", "threads.com":
		return slices.Contains(path, "post")
	case "t.me": // posts have numbers; the rest invites and shares
		return len(path) >= 2 && strings.Trim(path[len(path)-1], "0123456789") == ""
	}
	return false
}

// posted adds a piece of a post to the block of the same post, if that is the last: its
// words and the line of who posted it are two paragraphs.
func posted(out []dateline.Block, p Piece) []dateline.Block {
	if last := len(out) - 1; last >= 0 && out[last].URL == p.post {
		out[last].Text += " " + p.Text
		return out
	}
	return append(out, dateline.Block{Kind: dateline.Post, Text: p.Text, URL: p.post})
}
