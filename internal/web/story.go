package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/wire"
)

// A storyPage is the items that tell one piece of news.
type storyPage struct {
	Frame
	Headline  string
	Language  string // of Headline
	Direction dateline.Direction
	In        string // the language of a headline that is not in the page's
	Count     string
	Since     string
	Languages []string
	Nothing   string // that the newest item is a copy of what was known
	Days      []storyDay
	Sources   []storySource
}

// A storyDay is the texts whose earliest known item is of one day.
type storyDay struct {
	Day   string
	Texts []storyText
}

// A storyText is one text of a story: its earliest known item, and the others
// that have it, folded away.
type storyText struct {
	Line
	Folded string // how many others
	Others []textRow
	when   time.Time
}

// A storySource is who tells a story, and how often.
type storySource struct {
	SourceRef
	Count string
	first time.Time
}

// story answers the address of a story. One that was merged is for good where it
// turned out to belong.
func (s *Server) story(e *edition, r *http.Request) (view, error) {
	id := dateline.StoryID(r.PathValue("id"))
	story, err := s.config.Wire.Story(r.Context(), id)
	if err != nil {
		return view{}, err
	}
	if story.Merged != "" {
		return view{}, &moved{to: wire.StoryPath(e.Language(), story.Merged), forGood: true}
	}
	p := s.storyPage(e, r, &story)
	tags := tagsOf(story.Views, storyTag(id))
	for i := range story.Families { // members may tell another story; they are named here
		for j := range story.Families[i].Members {
			tags = append(tags, itemTag(story.Families[i].Members[j].View.ID))
		}
	}
	return view{template: "story", data: p, tags: tags}, nil
}

func (s *Server) storyPage(e *edition, r *http.Request, story *wire.Story) storyPage {
	head := story.Head(e.Language())
	p := storyPage{
		Frame: s.frame(e, r, "story", head.Headline), Headline: head.Headline,
		Language: tag(head.Language), Direction: head.Direction,
		Count: e.storyCount(&story.Story), Since: e.words.Match.Since.With(e.DateTime(story.First)),
	}
	if !e.reads(head.Language) {
		p.In = e.words.Match.ElsewhereIn.With(e.LanguageName(head.Language))
	}
	for _, language := range story.Languages {
		p.Languages = append(p.Languages, e.LanguageName(language))
	}
	p.Description = cmp.Or(head.Excerpt, head.Headline)
	p.Frame.Feeds = s.feeds(e, wire.StoryPath(e.Language(), story.ID)+"/", head.Headline, nil)
	p.Share.List = s.itemList(e, story, head.Headline, p.Canonical)
	p.Days = s.storyDays(e, story)
	// A first item is no news beside others.
	if text, copied := brought(story); text && len(story.Views) > 1 {
		p.Days[0].Texts[0].New = e.words.Match.New
	} else if copied {
		p.Nothing = e.words.Match.NewNothing
	}
	p.Sources = e.storySources(story)
	return p
}

// brought reports whether the newest item brought a text of its own, or was a
// copy, which brings nothing however new it is. An update is neither.
func brought(story *wire.Story) (text, copied bool) {
	id := story.Views[0].ID
	f := familyOf(story, id)
	if f == nil || f.Earliest().View.ID == id {
		return true, false
	}
	kind := f.Member(id).Kind
	return false, kind == dateline.MatchDuplicate || kind == dateline.MatchExcerpt
}

// familyOf is nil for an item whose text nobody else has.
func familyOf(story *wire.Story, id dateline.ItemID) *wire.Family {
	for i := range story.Families {
		if story.Families[i].Member(id) != nil {
			return &story.Families[i]
		}
	}
	return nil
}

// storyDays lays out one line for each text, the newest text first: a text is as
// new as its earliest known item, and its copies say nothing more.
func (s *Server) storyDays(e *edition, story *wire.Story) (days []storyDay) {
	shown := map[*wire.Family]bool{}
	var texts []storyText
	for i := range story.Views {
		v := &story.Views[i]
		f := familyOf(story, v.ID)
		if f != nil && shown[f] {
			continue
		}
		if f == nil {
			texts = append(texts, storyText{Line: s.line(e, v, v.When), when: v.When})
			continue
		}
		shown[f] = true
		texts = append(texts, s.storyText(e, story, f))
	}
	slices.SortStableFunc(texts, func(a, b storyText) int { return b.when.Compare(a.when) })
	for _, t := range texts {
		day := e.dayHead(t.when)
		if n := len(days); n == 0 || days[n-1].Day != day {
			days = append(days, storyDay{Day: day})
		}
		last := &days[len(days)-1]
		last.Texts = append(last.Texts, t)
	}
	return days
}

// storyText puts the others that have a text under its earliest known item. The
// story's own view of that one is taken: it has its opening words.
func (s *Server) storyText(e *edition, story *wire.Story, f *wire.Family) storyText {
	first := &f.Earliest().View
	for i := range story.Views {
		if story.Views[i].ID == first.ID {
			first = &story.Views[i]
		}
	}
	t := storyText{Line: s.line(e, first, first.When), when: first.When}
	for i := range f.Members[1:] {
		m := &f.Members[i+1]
		t.Others = append(t.Others, textRow{Line: s.line(e, &m.View, first.When), What: e.what(m)})
	}
	t.Folded = e.Count(e.words.Match.Folded, len(t.Others))
	return t
}

// storySources lists who tells a story, who told it earliest first.
func (e *edition) storySources(story *wire.Story) (out []storySource) {
	at, counts := map[dateline.SourceID]int{}, []int{}
	for i := range story.Views {
		v := &story.Views[i]
		// A place in out and not a pointer, which append would leave behind.
		n, known := at[v.Source.ID]
		if !known {
			n = len(out)
			at[v.Source.ID] = n
			out, counts = append(out, storySource{SourceRef: e.sourceRef(&v.Source)}), append(counts, 0)
		}
		counts[n]++
		out[n].first = v.When // views are newest first
	}
	for n := range out {
		out[n].Count = e.Count(e.words.List.Items, counts[n])
	}
	slices.SortStableFunc(out, func(a, b storySource) int {
		return cmp.Or(a.first.Compare(b.first), strings.Compare(a.Name, b.Name))
	})
	return out
}

// An itemList is schema.org's, of what a story's page shows.
type itemList struct {
	Context  string  `json:"@context"`
	Type     string  `json:"@type"`
	Name     string  `json:"name"`
	Language string  `json:"inLanguage"`
	URL      string  `json:"url"`
	Main     listing `json:"mainEntity"`
}

type listing struct {
	Type  string     `json:"@type"`
	Count int        `json:"numberOfItems"`
	Items []listItem `json:"itemListElement"`
}

type listItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	URL      string `json:"url"`
}

// itemList has the items in the order of the views, newest first, each once and also those
// that the page folds away: search engines follow addresses, not folds.
func (s *Server) itemList(e *edition, story *wire.Story, name, canonical string) *itemList {
	list := &itemList{
		Context: "https://schema.org", Type: "CollectionPage", Name: name, Language: e.Tag(), URL: canonical,
		Main: listing{Type: "ItemList", Count: len(story.Views)},
	}
	for i := range story.Views {
		v := &story.Views[i]
		list.Main.Items = append(list.Main.Items, listItem{"ListItem", i + 1, v.Headline, s.pub.Base + escaped(s.itemPath(e, v))})
	}
	return list
}
