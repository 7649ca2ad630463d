package web

import (
	"context"
	"html/template"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/locale"
	"dateline/internal/match"
	"dateline/internal/wire"
)

// A known says who is known to have had a text earliest, and how many have it.
type known struct {
	Earliest Line
	Here     bool // it is the item whose page or line it is
	Seen     Moment
	Counts   []string
	Items    int    // with the earliest, how many have it
	Href     string // to the list of who has it
}

// A textPart is where the text of an item stands elsewhere.
type textPart struct {
	Known known
	Late  template.HTML // that the item came long after the earliest known one
	Days  template.HTML // which days its text means, when it is so late
	Line  *timeline
	Rows  []textRow // the earliest known first
	More  []textRow // what would make the list longer than the text
	Fold  string    // how many those are
}

// textRows is how many rows stand open: more push all else in the rail out of
// sight, and nobody reads the names of a hundred outlets unasked.
const textRows = 8

// A textRow is an item that has the text.
type textRow struct {
	Line
	What string // what it is to the earliest known one, in plain words
	Late string
	Here bool
}

// text lays out a family on the page of one of its items.
func (s *Server) text(e *edition, v *wire.View, f wire.Family) *textPart {
	// The zero family of an item whose text nobody else has.
	own := f.Member(v.ID)
	if own == nil {
		return nil
	}
	t := &textPart{Known: s.known(e, v, f.Kin(v.ID), v.When)}
	first := &f.Earliest().View
	if late := lateness(first, v); late > 0 {
		t.Late, t.Days = isolated(e.words.Match.Late, e.After(late)), e.days(first, v)
	}
	var came []arrival
	for i := range f.Members {
		m := &f.Members[i]
		row := textRow{Line: s.line(e, &m.View, v.When), Here: m.View.ID == v.ID, What: e.what(m)}
		if late := lateness(first, &m.View); late > 0 {
			row.Late = e.words.Match.Late.With(e.After(late))
		}
		t.Rows = append(t.Rows, row)
		came = append(came, arrival{m.View.When, dotClass(i, m, row.Here)})
	}
	if len(t.Rows) > textRows+1 { // to fold one row away saves nothing
		t.Rows, t.More = t.Rows[:textRows], t.Rows[textRows:]
		t.Fold = e.Count(e.words.Match.Folded, len(t.More))
	}
	t.Line = newTimeline(e, came, v.When, strings.Join(t.Known.Counts, e.words.List.Comma+" "))
	return t
}

// lateness is how long after the earliest known item another one was published,
// where that is long enough to pass old news for new. Of one that gives no time
// nobody can say: it may have lain at its source for as long.
func lateness(first, v *wire.View) time.Duration {
	if v.Published.IsZero() {
		return 0
	}
	return match.Late(first.When, v.When)
}

// dotClass tells the style what the i-th member is.
func dotClass(i int, m *wire.Member, here bool) string {
	class := "other"
	switch {
	case i == 0:
		class = "earliest"
	case m.Kind == dateline.MatchDuplicate || m.Kind == dateline.MatchUpdate:
		class = "copy"
	}
	if here {
		class += " here"
	}
	return class
}

// what says what a member is to the earliest known one, and how much of that
// one's text it has: of a rewrite nobody could say so in honesty.
func (e *edition) what(m *wire.Member) string {
	word := e.words.Match.Kinds[m.Kind]
	if m.Kind != dateline.MatchRewrite && m.Share > 0 {
		word += e.words.List.Comma + " " + e.Share(m.Share)
	}
	return word
}

// known says it of an item's family; the zero value of none. Times on the day of
// day are shown without their date.
func (s *Server) known(e *edition, v *wire.View, kin wire.Kin, day time.Time) known {
	first := &kin.Earliest
	if first.ID == "" {
		return known{}
	}
	k := known{
		Earliest: s.line(e, first, day), Here: first.ID == v.ID,
		Seen:  moment(e.Edition, rfc(first.FirstSeen), day, first.FirstSeen),
		Items: 1, Href: escaped(s.itemPath(e, v)) + "#text",
	}
	w := &e.words.Match
	for _, c := range []struct {
		kind  dateline.MatchKind
		words locale.Plural
	}{
		{dateline.MatchDuplicate, w.Copies}, {dateline.MatchUpdate, w.Updates},
		{dateline.MatchExcerpt, w.Excerpts}, {dateline.MatchRewrite, w.Rewrites},
	} {
		if n := kin.Counts[c.kind]; n > 0 {
			k.Counts = append(k.Counts, e.Count(c.words, n))
			k.Items += n
		}
	}
	return k
}

// corrections are the notices that the sources of an item's text have given
// since it came in: whoever reads the copy must learn of them.
func (s *Server) corrections(e *edition, v *wire.View, f wire.Family) (out []notice) {
	for _, n := range f.Corrections(v.ID) {
		words := e.words.Match.Corrected
		if n.Kind == dateline.Clarify {
			words = e.words.Match.Clarified
		}
		out = append(out, notice{
			By:   isolated(words, e.sourceRef(&n.View.Source).Name),
			Text: n.Text, Language: tag(n.View.Language), Direction: lang.Direction(n.Text),
			Moment: moment(e.Edition, rfc(n.Time), v.When, n.Time),
			Href:   escaped(s.itemPath(e, n.View)), Of: n.View.Headline, OfLanguage: tag(n.View.Language), OfDirection: n.View.Direction,
		})
	}
	return out
}

// A storyRef leads to a story.
type storyRef struct {
	Href      string
	Headline  string
	Language  string
	Direction dateline.Direction
	Count     string // how many items from how many sources
	Items     int
}

// storyRefs leads to the stories of items that two items or more out tell.
func (s *Server) storyRefs(
	ctx context.Context, e *edition, told map[dateline.ItemID]dateline.Told, ids []dateline.ItemID,
) (map[dateline.ItemID]*storyRef, error) {
	var stories []dateline.StoryID
	for _, id := range ids {
		if t, ok := told[id]; ok {
			stories = append(stories, t.Story)
		}
	}
	sums, err := s.config.Wire.Stories(ctx, stories)
	if err != nil {
		return nil, err
	}
	out := map[dateline.ItemID]*storyRef{}
	for _, id := range ids {
		if sum, ok := sums[told[id].Story]; ok {
			out[id] = &storyRef{Href: wire.StoryPath(e.Language(), sum.ID), Count: e.storyCount(&sum), Items: sum.Items}
		}
	}
	return out, nil
}

// storyOf is storyRefs of one item, with the story's headline.
func (s *Server) storyOf(ctx context.Context, e *edition, id dateline.ItemID) (ref *storyRef, tags []string, err error) {
	told, err := s.config.Wire.Told(ctx, []dateline.ItemID{id})
	if err != nil || told[id].Story == "" {
		return nil, nil, err
	}
	tags = []string{storyTag(told[id].Story)}
	sums, err := s.config.Wire.Stories(ctx, []dateline.StoryID{told[id].Story})
	sum, ok := sums[told[id].Story]
	if err != nil || !ok {
		return nil, tags, err
	}
	head := e.headOf(&sum)
	views, err := s.config.Wire.Views(ctx, []dateline.ItemID{head})
	if err != nil || len(views) == 0 {
		return nil, tags, err
	}
	ref = &storyRef{
		Href: wire.StoryPath(e.Language(), sum.ID), Count: e.storyCount(&sum),
		Headline: views[0].Headline, Language: tag(views[0].Language), Direction: views[0].Direction,
	}
	return ref, append(tags, itemTag(head)), nil
}

// headOf is the item that heads a story in an edition: in its language, else in
// the other edition's, else in any.
func (e *edition) headOf(sum *dateline.Story) dateline.ItemID {
	if id, ok := sum.Headlines[e.Language()]; ok {
		return id
	}
	if e.other != nil {
		if id, ok := sum.Headlines[e.other.Language()]; ok {
			return id
		}
	}
	// The first one's: any will do where neither edition has a headline.
	for _, language := range sum.Languages {
		return sum.Headlines[language]
	}
	return ""
}

// storyCount is two counts, each in its own plural: "7 items from 3 sources". Arabic has six
// forms of each, so that no one sentence could hold both.
func (e *edition) storyCount(sum *dateline.Story) string {
	return e.Count(e.words.List.Items, sum.Items) + " " + e.Count(e.words.Match.FromSources, sum.Sources)
}

// markCopies says on the lines of a list which of them are copies, and of whom.
func (s *Server) markCopies(ctx context.Context, e *edition, lists ...[]Line) error {
	var ids []dateline.ItemID
	for _, lines := range lists {
		for i := range lines {
			ids = append(ids, lines[i].ID)
		}
	}
	// One question for all lists of a page: families overlap.
	kin, err := s.config.Wire.Kin(ctx, ids)
	if err == nil {
		e.markCopies(kin, lists...)
	}
	return err
}

// markCopies marks duplicates alone: an update or a rewrite has something of its own to say,
// and a word beside it would have readers pass it over.
func (e *edition) markCopies(kin map[dateline.ItemID]wire.Kin, lists ...[]Line) {
	for _, lines := range lists {
		for i := range lines {
			if k := kin[lines[i].ID]; k.Kind == dateline.MatchDuplicate {
				lines[i].Copy = e.words.Match.Kinds[k.Kind]
				lines[i].CopyOf = isolated(e.words.Match.CopyOf, e.sourceRef(&k.Earliest.Source).Name)
			}
		}
	}
}

// linesOf are the lists of days.
func linesOf(days []DayList) (lists [][]Line) {
	for i := range days {
		lists = append(lists, days[i].Lines)
	}
	return lists
}

// An elsewhere is the item's news in another language.
type elsewhere struct {
	Line
	In    string // the language
	Guess string // says that it was found by guess; "" when somebody said so
}

// relate adds to an item's page what is known of it beside others, and returns
// the tags for that.
func (s *Server) relate(ctx context.Context, p *itemPage, e *edition, v *wire.View) (tags []string, err error) {
	families, err := s.config.Wire.Families(ctx, []dateline.ItemID{v.ID})
	if err != nil {
		return nil, err
	}
	f := families[v.ID]
	for i := range f.Members {
		// The page names each of them: it is made anew when one is corrected or withdrawn.
		tags = append(tags, itemTag(f.Members[i].View.ID))
	}
	p.Text, p.Corrections = s.text(e, v, f), s.corrections(e, v, f)
	var told []string
	if p.Story, told, err = s.storyOf(ctx, e, v.ID); err != nil {
		return nil, err
	}
	translations, err := s.config.Wire.Translations(ctx, v.ID)
	if err != nil {
		return nil, err
	}
	for i := range translations {
		t := &translations[i]
		tags = append(tags, itemTag(t.View.ID))
		if _, linked := v.Counterparts[base(t.View.Language)]; linked {
			continue // an explicit link wins
		}
		one := elsewhere{Line: s.line(e, &t.View, v.When), In: e.LanguageName(t.View.Language)}
		if t.By == dateline.ByGuess {
			one.Guess = e.words.Match.Guess
		}
		p.Elsewhere = append(p.Elsewhere, one)
	}
	return append(tags, told...), nil
}
