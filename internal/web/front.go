package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/locale"
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
	frontSaid    = 3
	frontSide    = 15 // notices, statements and items of the other edition together
	flashHours   = 12
)

// A frontPage is the front of an edition.
type frontPage struct {
	Frame
	Flash   *Line
	Lead    *frontStory
	Stories []frontStory // with their opening words
	More    []frontStory // headlines alone
	File    []DayList
	Count   string // items on the newest day
	Notices []notice
	Said    []frontSaying
	Other   []DayList // newest of the other edition
}

// A frontStory is a story in the middle of the front: its lead item, who had
// that one's text earliest, and how many tell it.
type frontStory struct {
	Line
	Known  *known    // nil where nobody else has the text
	Told   *storyRef // nil where nobody tells it but those of Known
	Voices string    // of the lead: how many speak in it
	Words  *locale.MatchWords
}

// A frontSaying is a statement beside the stories of the front, and who made it.
type frontSaying struct {
	saying
	Speaker, Role string
	Item          Line
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
	// The tag of the list, not only of the items: what comes new is on no kept page yet.
	tags := tagsOf(newest.Views, listTag(e.Language()))
	if len(newest.Views) > 0 {
		if err := s.frontItems(&p, e, r, newest.Views); err != nil {
			return view{}, err
		}
		persons, err := s.frontSaid(&p, e, r, dayOf(newest.Views))
		if err != nil {
			return view{}, err
		}
		tags = append(tags, persons...)
	}
	noticed, err := s.config.Wire.Notices(r.Context(), e.Language(), dateline.Place{}, frontNotices)
	if err != nil {
		return view{}, err
	}
	// Also on a wire whose items were all withdrawn: that they were is then all there is to
	// say.
	p.Notices = s.noticesOf(e, noticed.Views, dayOf(newest.Views))
	if e.other != nil {
		other, err := s.config.Wire.List(r.Context(), wire.Query{
			Language: e.other.Language(), Limit: frontSide - len(p.Notices) - 2*len(p.Said), // a statement is as tall as two rows
		})
		if err != nil {
			return view{}, err
		}
		p.Other = s.byDay(e.other, other.Views) // its newest day may be another than the page's
		tags = append(tags, listTag(e.other.Language()))
	}
	return view{template: "front", data: p, tags: tags}, nil
}

// frontItems lays out flash, lead, stories and file. The file has all by the minute;
// what stands in the strip does not stand in the middle as well. Dates are left out
// for the newest item's day, which stands over the file.
func (s *Server) frontItems(p *frontPage, e *edition, r *http.Request, views []wire.View) error {
	day, middle := dayOf(views), views
	if flash := flashOf(views); flash != nil && len(views) > 1 { // alone it is the lead
		l := s.line(e, flash, day)
		p.Flash = &l
		middle = slices.DeleteFunc(slices.Clone(views), func(v wire.View) bool { return v.ID == flash.ID })
	}
	told, err := s.config.Wire.Told(r.Context(), idsOf(middle))
	if err != nil {
		return err
	}
	best := choose(middle, told, 1+frontStories+frontMore)
	refs, err := s.storyRefs(r.Context(), e, told, idsOf(best))
	if err != nil {
		return err
	}
	// All of them, those of the middle included: the file is the record of the day.
	file := views[:min(frontFile, len(views))]
	kin, err := s.config.Wire.Kin(r.Context(), slices.Concat(idsOf(best), idsOf(file)))
	if err != nil {
		return err
	}
	stories := make([]frontStory, len(best))
	for i := range best {
		stories[i] = s.frontStory(e, &best[i], kin, day)
		stories[i].tell(refs[best[i].ID])
	}
	p.Lead, stories = &stories[0], stories[1:]
	n := min(frontStories, len(stories))
	p.Stories, p.More = stories[:n], stories[n:]
	p.More = p.More[:len(p.More)&^1] // they stand in pairs
	p.File = s.byDay(e, file)
	e.markCopies(kin, linesOf(p.File)...)
	// The day that stands over the file, which is the edition's and not the reader's.
	y, m, d := day.In(e.Zone()).Date()
	count, err := s.config.Wire.Count(r.Context(), wire.Query{
		Language: e.Language(), Since: time.Date(y, m, d, 0, 0, 0, 0, e.Zone()),
	})
	p.Count = e.Count(e.words.List.Items, count)
	return err
}

// frontSaid puts beside the stories what is said in them, of each story and each
// speaker one sentence: a quotation that does not stand in the middle already. It
// returns the tags of those who speak.
func (s *Server) frontSaid(p *frontPage, e *edition, r *http.Request, day time.Time) (tags []string, err error) {
	ids, inMiddle := []dateline.ItemID{p.Lead.ID}, map[dateline.ItemID]bool{p.Lead.ID: true}
	for i := range p.Stories {
		ids, inMiddle[p.Stories[i].ID] = append(ids, p.Stories[i].ID), true
	}
	for i := range p.More {
		ids = append(ids, p.More[i].ID)
	}
	views, err := s.config.Wire.Spoken(r.Context(), ids)
	heard := map[string]bool{}
	for i := range views {
		v := &views[i]
		if v.ID == p.Lead.ID {
			p.Lead.Voices = e.Count(e.words.Voice.Voices, len(s.voices(e, v)))
		}
		for j := range v.Quotes {
			if id := v.Quotes[j].Person; id != "" {
				tags = append(tags, personTag(id))
			}
		}
		if q := quotable(v, inMiddle[v.ID], heard); q != nil && len(p.Said) < frontSaid {
			heard[q.Speaker] = true
			p.Said = append(p.Said, frontSaying{saying: s.saying(e, v, q), Speaker: q.Speaker, Role: q.Role, Item: s.line(e, v, day)})
		}
	}
	return tags, err
}

// quotable is the first quotation of an item that may stand alone, nil when it has
// none: by somebody not yet heard, and not in the excerpt that is shown with it.
func quotable(v *wire.View, excerpt bool, heard map[string]bool) *wire.Quote {
	for i := range v.Quotes {
		q := &v.Quotes[i]
		if q.Kind == dateline.Direct && !q.Private && !heard[q.Speaker] && !(excerpt && strings.Contains(v.Excerpt, q.Sentence)) {
			return q
		}
	}
	return nil
}

// tell leads to the story. Where all that tell it have the one text whose copies are
// counted beside, the counts lead there: to say how many tell it would be to say
// the same number twice.
func (f *frontStory) tell(story *storyRef) {
	switch {
	case story == nil:
	case f.Known == nil || story.Items > f.Known.Items:
		f.Told = story
	default:
		f.Known.Href = story.Href
	}
}

// frontStory is an item of the middle with what is known of its family.
func (s *Server) frontStory(e *edition, v *wire.View, kin map[dateline.ItemID]wire.Kin, day time.Time) frontStory {
	out := frontStory{Line: s.line(e, v, day), Words: &e.words.Match}
	if k, ok := kin[v.ID]; ok {
		known := s.known(e, v, k, day)
		out.Known = &known
	}
	return out
}

func idsOf(views []wire.View) []dateline.ItemID {
	ids := make([]dateline.ItemID, len(views))
	for i := range views {
		ids[i] = views[i].ID
	}
	return ids
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

// choose picks n items for the middle of the page, the lead first: the most
// urgent of a day, then what has text to show, then the newest, and of one
// source not more than a third while others have something. A story stands there
// once, and so does a headline, however many sources have it.
func choose(views []wire.View, told map[dateline.ItemID]dateline.Told, n int) []wire.View {
	ranked := leads(views, told)
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
		// Agencies' copy comes in by many doors before it is known for one text.
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

// leads are the items that may stand for their stories: of each story the most
// urgent that has text to show, one that is no copy if there is one, the newest
// of these. Those that tell none stand for themselves.
func leads(views []wire.View, told map[dateline.ItemID]dateline.Told) []wire.View {
	best := map[dateline.StoryID]*wire.View{}
	for i := range views {
		v := &views[i]
		story := told[v.ID].Story
		if b := best[story]; b == nil || cmp.Or(
			cmp.Compare(rank(v, dayOf(views)), rank(b, dayOf(views))),
			copied(told[v.ID])-copied(told[b.ID]),
		) < 0 {
			best[story] = v
		}
	}
	return slices.DeleteFunc(slices.Clone(views), func(v wire.View) bool {
		story := told[v.ID].Story
		return story != "" && best[story].ID != v.ID
	})
}

// copied is a number, so that it takes its turn in cmp.Or after the rank.
func copied(t dateline.Told) int {
	if t.Copy {
		return 1
	}
	return 0
}

// rank is lower for what stands higher. Urgency counts for a day; an item
// without one has the middle, and one without words to show stands after it.
func rank(v *wire.View, newest time.Time) int {
	urgency := int(cmp.Or(v.Urgency, 5))
	if newest.Sub(v.When) > 24*time.Hour {
		// Yesterday's flash is no news today.
		urgency = 8
	}
	// A flash has no text when it comes, and is the news all the same.
	if v.Excerpt == "" && v.Urgency != dateline.Flash {
		urgency++
	}
	return urgency
}
