package web

import (
	"cmp"
	"net/http"
	"slices"
	"time"

	"dateline"
	"dateline/internal/wire"
)

// How much stands on the front page.
// Together they fill three columns of about the same height on a full day.
const (
	frontReach   = 60 // newest items that are considered
	frontFile    = 20
	frontStories = 4
	frontMore    = 8
	frontNotices = 5
	frontSide    = 15 // notices and items of the other edition together
	flashHours   = 12
)

// A frontPage is the front of an edition.
type frontPage struct {
	Frame
	Flash   *Line
	Lead    *Line
	Stories []Line // with their opening words
	More    []Line // headlines alone
	File    []DayList
	Count   string // items on the newest day
	Notices []notice
	Other   []Line // newest of the other edition
}

// front reads more items than it shows, because the middle is chosen by weight
// and the file by time.
func (s *Server) front(e *edition, r *http.Request) (view, error) {
	p := frontPage{Frame: s.frame(e, r, "front", "")}
	p.Description = e.words.List.FrontAbout.With(p.Name)
	newest, err := s.config.Wire.List(r.Context(), wire.Query{Language: e.Language(), Limit: frontReach})
	if err != nil {
		return view{}, err
	}
	tags := tagsOf(newest.Views, listTag(e.Language()))
	if len(newest.Views) > 0 {
		if err := s.frontItems(&p, e, r, newest.Views); err != nil {
			return view{}, err
		}
	}
	noticed, err := s.config.Wire.Notices(r.Context(), e.Language(), dateline.Place{}, frontNotices)
	if err != nil {
		return view{}, err
	}
	p.Notices = s.noticesOf(e, noticed.Views, frontNotices)
	if e.other != nil {
		other, err := s.config.Wire.List(r.Context(), wire.Query{
			Language: e.other.Language(), Limit: frontSide - len(p.Notices),
		})
		if err != nil {
			return view{}, err
		}
		p.Other = s.lines(e.other, other.Views, dayOf(other.Views))
		tags = append(tags, listTag(e.other.Language()))
	}
	return view{template: "front", data: p, tags: tags}, nil
}

// frontItems lays out flash, lead, stories and file. Dates are left out for
// the newest item's day, which stands over the file.
func (s *Server) frontItems(p *frontPage, e *edition, r *http.Request, views []wire.View) error {
	day := dayOf(views)
	if flash := flashOf(views); flash != nil {
		l := s.line(e, flash, day)
		p.Flash = &l
	}
	best := choose(withoutStrip(views, p.Flash), 1+frontStories+frontMore)
	stories := s.lines(e, best, day)
	p.Lead, stories = &stories[0], stories[1:]
	n := min(frontStories, len(stories))
	p.Stories, p.More = stories[:n], stories[n:]
	p.More = p.More[:len(p.More)&^1] // they stand in pairs
	p.File = s.byDay(e, views[:min(frontFile, len(views))])
	y, m, d := day.In(e.Zone()).Date()
	count, err := s.config.Wire.Count(r.Context(), wire.Query{
		Language: e.Language(), Since: time.Date(y, m, d, 0, 0, 0, 0, e.Zone()),
	})
	p.Count = e.Count(e.words.List.Items, count)
	return err
}

// dayOf is the time of the newest item. A cached page knows no other now.
func dayOf(views []wire.View) time.Time {
	if len(views) == 0 {
		return time.Time{}
	}
	return views[0].When
}

// flashOf is the newest flash, as long as the wire has not run on for hours.
func flashOf(views []wire.View) *wire.View {
	for i := range views {
		if views[i].Urgency == dateline.Flash && dayOf(views).Sub(views[i].When) < flashHours*time.Hour {
			return &views[i]
		}
	}
	return nil
}

// withoutStrip leaves out the flash that the strip already tells whole.
func withoutStrip(views []wire.View, strip *Line) []wire.View {
	if strip == nil || strip.Excerpt != "" || len(views) == 1 {
		return views
	}
	return slices.DeleteFunc(slices.Clone(views), func(v wire.View) bool { return v.ID == strip.ID })
}

// choose picks n items for the middle of the page, the lead first: the most
// urgent of a day, then what has text to show, then the newest, and of one
// source not more than a third while others have something. A headline stands
// there once, however many sources have it.
func choose(views []wire.View, n int) []wire.View {
	ranked := slices.Clone(views)
	slices.SortStableFunc(ranked, func(a, b wire.View) int {
		return cmp.Or(
			cmp.Compare(rank(&a, dayOf(views)), rank(&b, dayOf(views))),
			b.When.Compare(a.When),
		)
	})
	var picked, rest []wire.View
	of := map[dateline.SourceID]int{}
	said := map[string]bool{}
	for _, v := range ranked {
		if said[v.Headline] {
			continue
		}
		said[v.Headline] = true
		if of[v.Source.ID]++; of[v.Source.ID] > max(1, n/3) {
			rest = append(rest, v)
			continue
		}
		picked = append(picked, v)
	}
	picked = append(picked, rest...)
	return picked[:min(n, len(picked))]
}

// rank is lower for what stands higher. Urgency counts for a day; an item
// without one has the middle, and one without words to show stands after it.
func rank(v *wire.View, newest time.Time) int {
	urgency := int(cmp.Or(v.Urgency, 5))
	if newest.Sub(v.When) > 24*time.Hour {
		urgency = 8
	}
	if v.Excerpt == "" && v.Urgency != dateline.Flash {
		urgency++
	}
	return urgency
}
