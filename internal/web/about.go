package web

import (
	"html/template"
	"net/http"
)

// An aboutPage says who publishes and how.
type aboutPage struct {
	Frame
	Heading template.HTML
	About   string // the publication's own words
}

// about changes only with the configuration, and so with a start. Its tag, which nothing
// drops, is there because a page without tags is not kept.
func (s *Server) about(e *edition, r *http.Request) (view, error) {
	p := aboutPage{Frame: s.frame(e, r, "about", e.words.Frame.About)}
	p.Heading = isolated(e.words.About.Title, p.Name)
	p.About = s.pub.About.In(e.Language(), "")
	p.Description = p.About
	return view{template: "about", data: p, tags: []string{"about"}}, nil
}
