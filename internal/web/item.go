package web

import (
	"errors"
	"html/template"
	"net/http"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/wire"
)

// An itemPage is one item.
type itemPage struct {
	Frame
	Line                       // headline, kicker, source
	Usage       dateline.Usage // what of it stands here
	Standfirst  string
	Place       string // of the dateline
	Byline      []signature
	Credit      string
	Stamp       string
	StampText   string // for <time datetime>
	Evidence    string
	EvidenceIn  string // where the stamp was read, the handle of Evidence
	FirstSeen   Moment
	Notices     []notice
	Body        []block
	Link        string // where the source has it
	ReadAt      template.HTML
	Counterpart *Switch
	Foreign     template.HTML // says that the item is in another language than the page
	Facts       []fact
	Versions    []version
	Voices      []voice
	VersionsAt  string    // where they are compared, "" when that is for the desk
	Text        *textPart // nil where nobody else has it
	Corrections []notice  // by the source of its text, since it came in
	Story       *storyRef
	Elsewhere   []elsewhere
	Earlier     []Line
	EarlierOf   template.HTML
}

// A block is a part of the body with the direction of its own text: an Arabic
// paragraph that begins with a Latin name runs right to left all the same.
type block struct {
	dateline.Block
	Direction dateline.Direction
	Pieces    []piece  // of a paragraph in which somebody speaks
	Points    []part   // of a list
	Cells     [][]part // of a table
}

// Host is the network on which a post stands.
func (b block) Host() string { return host(b.URL) }

// A part is a point or a cell. Where its words run the other way it has a direction of
// its own within the list or table, whose bullets and columns stay on their side.
type part struct {
	Text  string
	Turns dateline.Direction // "" where it is that of the whole
}

// parts names a direction only where it differs: a list of Arabic points with one that is
// a Latin name keeps its bullets on the right, and the name still reads from the left.
func parts(texts []string, whole dateline.Direction) []part {
	out := make([]part, len(texts))
	for i, text := range texts {
		out[i].Text = text
		if own := lang.Direction(text); own != whole {
			out[i].Turns = own
		}
	}
	return out
}

// A signature is a name of the byline with what stands before it.
type signature struct{ Joint, Name string }

// byline joins names as the edition's language does.
func (e *edition) byline(names []string) (out []signature) {
	for i, name := range names {
		// Between all but the last two: "A, B and C"; Arabic has و before each.
		joint := e.words.Item.Then
		switch i {
		case 0:
			joint = ""
		case len(names) - 1:
			joint = e.words.Item.And
		}
		out = append(out, signature{joint, name})
	}
	return out
}

type fact struct {
	Label, Text, Href string
	Moment            *Moment
}

type version struct {
	Label  string
	Moment Moment
}

// item answers every address of an item. There is one that counts, with the
// headline in it; the others lead there, so that old links keep working when a
// headline changes.
func (s *Server) item(e *edition, r *http.Request) (view, error) {
	id := dateline.ItemID(r.PathValue("id"))
	v, err := s.config.Wire.Item(r.Context(), id)
	bare := wire.ItemPath(e.Language(), id, "")
	if errors.Is(err, dateline.ErrGone) {
		if r.PathValue("slug") != "" {
			return view{}, &moved{to: bare} // the address must not repeat the headline
		}
		return s.gone(e, r, &v, id), nil
	}
	if err != nil {
		return view{}, err
	}
	// Only a guest is sent on: an item in the page's own language stays where it is.
	if c, ok := v.Counterparts[e.Language()]; ok && !e.reads(v.Language) {
		return view{}, &moved{to: escaped(c.Path)} // there is one in the page's language
	}
	path := wire.ItemPath(e.Language(), id, v.Headline)
	if r.URL.Path != path {
		return view{}, &moved{to: escaped(path)}
	}
	p := s.itemPage(e, r, &v)
	// Items before this one, not the newest: a list that does not change leaves
	// the page in the cache when the source files again.
	earlier, err := s.config.Wire.List(r.Context(), wire.Query{
		Source: v.Source.ID, Before: dateline.Place{Time: v.When, Item: v.ID}, Limit: 5,
	})
	if err != nil && !errors.Is(err, dateline.ErrNotFound) { // a removed source has items all the same
		return view{}, err
	}
	p.Earlier, p.EarlierOf = s.lines(e, earlier.Views, v.When), isolated(e.words.List.MoreOf, p.Line.Source.Name)
	tags := tagsOf(earlier.Views, itemTag(id), sourceTag(v.Source.ID))
	related, err := s.relate(r.Context(), &p, e, &v)
	if err != nil {
		return view{}, err
	}
	tags = append(tags, related...)
	for i := range v.Quotes { // the page leads to theirs
		if id := v.Quotes[i].Person; id != "" {
			tags = append(tags, personTag(id))
		}
	}
	for _, c := range v.Counterparts { // the page names their addresses
		tags = append(tags, itemTag(c.ID))
	}
	return view{template: "item", data: p, tags: tags}, nil
}

// itemPage lays out what the view allows. It asks for no right itself: what
// may not go out is not in the view.
func (s *Server) itemPage(e *edition, r *http.Request, v *wire.View) itemPage {
	p := itemPage{
		Frame: s.frame(e, r, "item", v.Headline), Line: s.line(e, v, v.When), Usage: v.Usage,
		Standfirst: v.Standfirst, Place: v.Dateline.Place, Byline: e.byline(v.Byline), Credit: v.Credit,
		Stamp: e.Stamp(v.Published), StampText: stampText(v.Published), Evidence: e.Evidence(v.Published),
		EvidenceIn: e.words.Stamp.Evidence[v.Published.From],
		FirstSeen:  Moment{Machine: rfc(v.FirstSeen), Shown: e.ClockOn(v.When, v.FirstSeen)},
		Notices:    s.noticesOn(e, v, v.When), Body: blocks(v), Link: v.Link,
		ReadAt: e.readAt(v),
		Facts:  s.facts(e, v), Versions: e.versions(v), Voices: s.voices(e, v),
	}
	// In this order: a number is given only to words whose place is in the text.
	leadTo(markSaid(p.Body, v), p.Voices)
	numberSaid(e, p.Body, p.Voices)
	// Of anybody else's the page would answer 404 (wire.History).
	if len(p.Versions) > 0 && v.Source.ID == dateline.OwnSource {
		p.VersionsAt = versionsPath(e, v.ID)
	}
	p.Kicker = itemKicker(e, v)
	p.Frame.Open = v.ID
	// What search engines show is what lists show, and no more of the text.
	p.Description = v.Excerpt
	if !e.reads(v.Language) {
		p.Foreign = isolated(e.words.Item.NotHere, e.LanguageName(v.Language))
		p.Robots = "noindex" // the item is indexed where it is at home
	}
	s.itemFrame(&p, e, v)
	return p
}

// itemFrame sets canonical address, counterpart and what other programs read.
func (s *Server) itemFrame(p *itemPage, e *edition, v *wire.View) {
	// The item's own home, also on the page that shows it in the other furniture.
	p.Canonical = s.pub.Base + escaped(wire.Path(s.pub, v))
	p.Share = Share{Type: "article", Title: v.Headline, Published: fixed(v.Stated()), Article: s.article(e, v, p.Canonical)}
	p.Alternates = nil
	if e.other == nil {
		return
	}
	c, ok := v.Counterparts[e.other.Language()]
	switch {
	case ok:
		p.turn(s, e, escaped(c.Path))
		p.Counterpart = &Switch{
			Href: escaped(c.Path), Language: e.other.Language(), Direction: e.other.Direction(), Label: e.words.OtherWords.Read,
		}
	case e.other.reads(v.Language):
		// the page is the item in the wrong furniture: its own is the counterpart
		p.turn(s, e, escaped(wire.ItemPath(e.other.Language(), v.ID, v.Headline)))
		p.Alternates = nil
		own := *p.Switch
		own.Label = e.words.OtherWords.Read
		p.Counterpart = &own
	case !e.reads(v.Language):
		// neither edition's language: both pages are guests' rooms
		p.Switch.Href = escaped(wire.ItemPath(e.other.Language(), v.ID, v.Headline))
	default:
		// no counterpart yet: the switch shows the same item in the other
		// furniture, which says so; search engines are told of this page alone
		p.Alternates = []Alternate{{e.Language(), p.Canonical}, {"x-default", p.Canonical}}
		p.Switch.Href = escaped(wire.ItemPath(e.other.Language(), v.ID, v.Headline))
	}
}

// gone is the page of a withdrawn item: its notices and nothing of itself.
func (s *Server) gone(e *edition, r *http.Request, v *wire.View, id dateline.ItemID) view {
	made := s.troubleView(e, r, http.StatusGone)
	p := made.data.(troublePage)
	p.Notices = s.noticesOn(e, v, time.Time{}) // with their dates: the page states no day
	// Killed and withdrawn are two words, and the newest notice has the right one.
	if len(p.Notices) > 0 {
		p.Heading = p.Notices[0].Label
	}
	if e.other != nil {
		p.Switch.Href = wire.ItemPath(e.other.Language(), id, "")
	}
	made.data, made.tags = p, []string{itemTag(id)}
	return made
}

// readAt leads to the source: for more than stands here, or for the original.
func (e *edition) readAt(v *wire.View) template.HTML {
	name := v.Source.Names.In(e.Language(), v.Source.Name)
	if v.Usage == dateline.UsageFull {
		return isolated(e.words.Item.Original, name)
	}
	return isolated(e.words.Item.ReadAt, name)
}

// blocks are those of the body; of an excerpt item, its words.
func blocks(v *wire.View) (out []block) {
	if len(v.Body) == 0 && v.Excerpt != "" {
		return []block{{Block: dateline.Block{Kind: dateline.Paragraph, Text: v.Excerpt}, Direction: lang.Direction(v.Excerpt)}}
	}
	for _, b := range v.Body {
		made := block{Block: b, Direction: lang.Direction(b.Plain())}
		made.Points = parts(b.Items, made.Direction)
		for _, row := range b.Rows {
			made.Cells = append(made.Cells, parts(row, made.Direction))
		}
		out = append(out, made)
	}
	return out
}

// facts are the rail's. The time when we first saw it stands beside the
// source's claim, because the claim may be wrong and this cannot be.
func (s *Server) facts(e *edition, v *wire.View) []fact {
	source := e.sourceRef(&v.Source)
	facts := []fact{{Label: e.words.Item.Source, Text: source.Name, Href: source.Href}}
	if source.Kind != "" {
		facts = append(facts, fact{Label: e.words.Source.Kind, Text: source.Kind})
	}
	facts = append(facts,
		fact{Label: e.words.Item.Language, Text: e.LanguageName(v.Language)},
		fact{Label: e.words.Source.Usage, Text: e.words.Source.Usages[v.Usage]},
		fact{Label: e.words.Item.FirstSeen, Moment: &Moment{Machine: rfc(v.FirstSeen), Shown: e.DateTime(v.FirstSeen)}},
	)
	return facts
}

// versions are the lines of an item's history, newest first; an item that has
// only one has none.
func (e *edition) versions(v *wire.View) (out []version) {
	if len(v.Versions) < 2 {
		return nil
	}
	for i := len(v.Versions) - 1; i >= 0; i-- {
		one := v.Versions[i]
		label := e.Figure(one.Number)
		if one.Notice != "" {
			label += " · " + e.words.Notices[one.Notice]
		} else if i > 0 {
			// A version for which nobody gave a reason: the source filed again.
			label += " · " + e.words.Notices[dateline.Update]
		}
		out = append(out, version{label, Moment{Machine: rfc(one.Time), Shown: e.ClockOn(v.When, one.Time)}})
	}
	return out
}

// itemKicker says section, genre and who the source is.
func itemKicker(e *edition, v *wire.View) string {
	text := e.words.Genres[v.Genre] // an opinion must not pass for a report
	if text == "" {
		text = e.words.Genres[dateline.Report]
	}
	if kind := e.words.Kinds[v.Source.Kind]; kind != "" {
		text += " · " + kind
	}
	return text
}
