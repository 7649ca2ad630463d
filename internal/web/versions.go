package web

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/wire"
)

// A versionsPage is what the versions of an own item changed, the newest first.
type versionsPage struct {
	Frame
	Line     Line
	Versions []versionLine
}

type versionLine struct {
	Label  string
	First  bool
	Moment Moment
	Parts  []Part
}

// versions answers for the publication's own items alone: of anybody else's the
// wire gives none.
func (s *Server) versions(e *edition, r *http.Request) (view, error) {
	id := dateline.ItemID(r.PathValue("id"))
	v, all, err := s.config.Wire.History(r.Context(), id)
	if errors.Is(err, dateline.ErrGone) {
		return s.gone(e, r, &v, id), nil
	}
	if err != nil {
		return view{}, err
	}
	p := versionsPage{Frame: s.frame(e, r, "versions", e.words.Edits.ChangesOf.With(v.Headline)), Line: s.line(e, &v, v.When)}
	p.Robots = "noindex" // the item is what shall be found
	var before wire.View
	for i := range all {
		p.Versions = append(p.Versions, s.versionLine(e, &before, &all[i]))
		before = all[i]
	}
	slices.Reverse(p.Versions)
	return view{template: "versions", data: p, tags: []string{itemTag(id)}}, nil
}

// versionLine of the first version is given the zero view before it, and compares nothing.
func (s *Server) versionLine(e *edition, before, v *wire.View) versionLine {
	line := versionLine{
		Label: e.words.Edits.Version.With(e.Figure(v.Version)), First: before.ID == "",
		Moment: Moment{Machine: rfc(v.Received), Shown: e.DateTime(v.Received)},
	}
	if !line.First {
		line.Parts = Changes(e.Edition, v.Language, wordingOf(before), wordingOf(v))
	}
	return line
}

// wordingOf is what may be compared of a view.
func wordingOf(v *wire.View) Wording {
	var text []string
	for _, b := range v.Body {
		text = append(text, b.Plain())
	}
	return Wording{Headline: v.Headline, Standfirst: v.Standfirst, Text: strings.Join(text, "\n\n"), Byline: strings.Join(v.Byline, "\n")}
}

// versionsPath is where what changed in an item stands.
func versionsPath(e *edition, id dateline.ItemID) string {
	return "/" + e.Language() + "/versions/" + string(id)
}
