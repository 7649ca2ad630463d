package web

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/locale"
	"dateline/internal/wire"
)

// A voice is somebody who speaks in an item, with what may be shown of it.
type voice struct {
	Name, Role string // "" of whom the desk hides
	Href       string // their page; "" when there is none
	Count      string
	Said       []saying

	speaker string // what tells voices apart
}

// A saying is one statement: the sentence as the source has it.
type saying struct {
	Words     locale.VoiceWords
	Mark      string // the name of its place on the page
	Sentence  string
	Language  string
	Direction dateline.Direction
	Source    string
	Link      string // where the source has it
	What      string // kind, and what the cue does
	On        string // the day that the sentence tells
	InText    string // its place in the text, where the text is shown
	Number    string // which stands there as well
	Address   string
	Report    string // a letter to the desk; "" when the publication has no address
}

// voices are those who speak in an item, in the order in which they do.
func (s *Server) voices(e *edition, v *wire.View) (out []voice) {
	words := e.words.Voice
	for i := range v.Quotes {
		q := &v.Quotes[i]
		// By the speaker and not by what is shown: two whom the desk hides are two voices.
		at := slices.IndexFunc(out, func(o voice) bool { return o.speaker == q.Speaker })
		if at < 0 {
			at = len(out)
			out = append(out, voice{speaker: q.Speaker})
		}
		if !q.Private {
			out[at].Name, out[at].Role = q.Speaker, cmp.Or(out[at].Role, q.Role)
		}
		if out[at].Href == "" && q.Person != "" {
			out[at].Href = wire.PersonPath(e.Language(), q.Person)
		}
		out[at].Said = append(out[at].Said, s.saying(e, v, q))
	}
	for i := range out {
		out[i].Count = e.Count(words.Statements, len(out[i].Said))
	}
	return out
}

// saying is the whole sentence, verbatim, with its source and link: no other form of a
// statement may go out. Of a quote whose text is not shown there is no place to lead to.
func (s *Server) saying(e *edition, v *wire.View, q *wire.Quote) saying {
	words := e.words.Voice
	out := saying{
		Words: words, Mark: wire.StatementMark(q.ID), Sentence: q.Sentence, Language: tag(v.Language), Direction: lang.Direction(q.Sentence),
		Source: v.Source.Names.In(e.Language(), v.Source.Name), Link: v.Link, What: words.Kinds[q.Kind],
		Address: wire.StatementPath(e.Language(), q.ID),
	}
	if does := words.Polarities[q.Polarity]; does != "" {
		out.What += " · " + does
	}
	if !q.Said.IsZero() {
		out.On = words.SaidOn.With(e.In(time.UTC).Date(q.Said)) // a day, and no moment
	}
	if q.Content != nil {
		out.InText = textMark(q.ID)
	}
	if s.pub.Mail != "" {
		// Escaped as a path: in mailto a plus sign is itself and no space (RFC 6068, 5).
		out.Report = "mailto:" + url.PathEscape(s.pub.Mail) + "?subject=" + url.PathEscape(words.Subject.With(string(q.ID))) +
			"&body=" + url.PathEscape(s.pub.Base+out.Address)
	}
	return out
}

// textMark is the name of the place of a statement in the text itself.
func textMark(id dateline.StatementID) string { return "in-" + wire.StatementMark(id) }

// A piece is a stretch of a paragraph; Mark names the place where what somebody
// said begins, Also the places of others that begin there, and Said is so for
// all of it.
type piece struct {
	Text string
	Said bool
	Mark string
	Also []string

	Ends   string // the mark of the statement whose last words these are
	Number string // of that one among those of the text
}

// markSaid cuts paragraphs where what was said begins and ends. The blocks stand
// in the text as dateline.Item.Text joins them. It returns the names of the places:
// what is said in a table has none.
func markSaid(blocks []block, v *wire.View) map[string]bool {
	places := map[string]bool{}
	if len(v.Body) == 0 {
		return places
	}
	start := 0
	for i := range blocks {
		b := &blocks[i]
		text := b.Plain()
		if text == "" {
			continue
		}
		// In lists and tables words stay whole: a place within a point or a cell has no
		// pieces.
		if b.Kind == dateline.Paragraph || b.Kind == dateline.Quotation || b.Kind == dateline.Post {
			b.Pieces = pieces(text, start, v.Quotes)
		}
		for _, p := range b.Pieces {
			for _, mark := range append([]string{p.Mark}, p.Also...) {
				places[mark] = true
			}
		}
		start += len(text) + len("\n\n")
	}
	return places
}

// numberSaid counts the statements of a text in its order, so that the words in the
// text and the sentence beside it find each other. The figures are drawn by the
// style: what a source wrote gets no signs put in that somebody might copy.
func numberSaid(e *edition, blocks []block, voices []voice) {
	numbers := map[string]string{}
	for i := range blocks {
		for j := range blocks[i].Pieces {
			if p := &blocks[i].Pieces[j]; p.Ends != "" {
				p.Number = e.Figure(len(numbers) + 1)
				numbers[p.Ends] = p.Number
			}
		}
	}
	for i := range voices {
		for j := range voices[i].Said {
			voices[i].Said[j].Number = numbers[voices[i].Said[j].Mark]
		}
	}
}

// leadTo takes away the links to places that are not there.
func leadTo(places map[string]bool, voices []voice) {
	for i := range voices {
		for j := range voices[i].Said {
			if said := &voices[i].Said[j]; !places[said.InText] {
				said.InText = ""
			}
		}
	}
}

// pieces cuts one paragraph, which begins at a place of the text; nil when
// nobody speaks in it. Of statements that overlap the earlier one counts; one that
// begins within it ("Ray said that Lee had said …") has its place there.
func pieces(text string, start int, quotes []wire.Quote) (out []piece) {
	done := 0
	for i := range quotes {
		for n, span := range quotes[i].Content {
			from, to := max(span.Start-start, done), min(span.End-start, len(text))
			if from >= to {
				continue
			}
			if from > done {
				out = append(out, piece{Text: text[done:from]})
			}
			said := piece{Text: text[from:to], Said: true}
			// The number stands behind the last span alone, and where the words end in this
			// paragraph.
			if n == len(quotes[i].Content)-1 && to == span.End-start {
				said.Ends = wire.StatementMark(quotes[i].ID)
			}
			if n == 0 && from == span.Start-start {
				said.Mark = textMark(quotes[i].ID)
			}
			out = append(out, said)
			done = to
		}
	}
	if done > 0 && done < len(text) {
		out = append(out, piece{Text: text[done:]})
	}
	for i := range quotes {
		if q := &quotes[i]; len(q.Content) > 0 {
			out = within(out, q.Content[0].Start-start, textMark(q.ID))
		}
	}
	return out
}

// within gives a place of the text its mark, where a statement begins there and no
// piece does for it.
func within(pieces []piece, at int, mark string) []piece {
	for i := range pieces {
		p := &pieces[i]
		switch n := len(p.Text); {
		case at < 0 || p.Mark == mark:
			return pieces
		case at >= n:
			at -= n
		case at > 0:
			inner := piece{Text: p.Text[at:], Said: p.Said, Mark: mark, Ends: p.Ends}
			p.Text, p.Ends = p.Text[:at], ""
			return slices.Insert(pieces, i+1, inner)
		case p.Mark == "":
			p.Mark = mark
			return pieces
		default:
			p.Also = append(p.Also, mark)
			return pieces
		}
	}
	return pieces
}

// statement leads to the place of a statement on the page of its item: there it
// stands with its source, its day and its notices.
func (s *Server) statement(_ *edition, r *http.Request) (view, error) {
	id := dateline.StatementID(r.PathValue("id"))
	v, q, err := s.config.Wire.Quote(r.Context(), id)
	if errors.Is(err, dateline.ErrGone) { // whose page says so
		return view{}, &moved{to: wire.ItemPath(wire.EditionOf(s.pub, v.Language), id.Item(), "")}
	}
	if err != nil {
		return view{}, err
	}
	return view{}, &moved{to: escaped(wire.Path(s.pub, &v)) + "#" + wire.StatementMark(q.ID)}
}

// A quotation is schema.org's.
type quotation struct {
	Type    string `json:"@type"`
	ID      string `json:"@id"`
	Text    string `json:"text"`
	Creator entity `json:"creator"`
	BasedOn string `json:"isBasedOn,omitempty"`
}

// quotations tells other programs what the page shows of statements, but of nobody
// whom the desk hides: what a machine has read once it tells everywhere.
func (s *Server) quotations(e *edition, v *wire.View) (out []quotation) {
	for _, q := range v.Quotes {
		if q.Private {
			continue
		}
		out = append(out, quotation{
			Type: "Quotation", ID: s.pub.Base + wire.StatementPath(e.Language(), q.ID), Text: q.Sentence,
			Creator: entity{Type: "Person", Name: q.Speaker}, BasedOn: v.Link,
		})
	}
	return out
}
