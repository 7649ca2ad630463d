package desk

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/lang"
	"dateline/internal/locale"
	"dateline/internal/web"
	"dateline/internal/wire"
)

// Edits is what the page needs of the desk to tell what happens to items at
// their sources.
type Edits interface {
	Lost(ctx context.Context) ([]newsdesk.Edited, error)
	Edited(ctx context.Context, limit int) ([]newsdesk.Edited, error)
	History(ctx context.Context, id dateline.ItemID) (newsdesk.History, error)
}

// itemPage is what a form on the page of an item brings back, to lead there again.
const itemPage = "item"

// newestEdits is how many edits the desk sees on its page.
const newestEdits = 12

// An editLine is what happened to an item, with what can be decided on it.
type editLine struct {
	copyLine
	What string // the kind of edit
	Seen string // when
	At   string // for <time datetime>
	Of   string // headline of the item that it happened to, when that is another
	Lost bool
}

// editLine is of a copy, too, and then names the item to which it happened: the desk decides
// on the copy by what became of its origin.
func (h *Handler) editLine(e *locale.Edition, x *newsdesk.Edited) editLine {
	line := editLine{
		copyLine: h.copyLine(e, &x.Line), What: e.Messages().Edits.Kinds[x.Edit.Kind],
		Seen: e.DateTime(x.Edit.Time), At: machine(x.Edit.Time), Lost: x.Edit.Kind.Lost(),
	}
	if x.Edit.Of != "" {
		words := e.Messages().Edits.Of
		if x.Of.Source == x.Item.Source {
			words = e.Messages().Edits.By
		}
		line.Of = words.With(cmp.Or(wire.Headline(&x.Of), string(x.Edit.Of)))
	}
	return line
}

// edits fills in what its sources took away, which waits for a decision, and the
// newest edits of any kind.
func (h *Handler) edits(r *http.Request, p *page) error {
	lost, err := h.config.Edits.Lost(r.Context())
	if err != nil {
		return err
	}
	for i := range lost {
		p.Lost = append(p.Lost, h.editLine(p.E, &lost[i]))
	}
	newest, err := h.config.Edits.Edited(r.Context(), newestEdits)
	for i := range newest {
		p.Edits = append(p.Edits, h.editLine(p.E, &newest[i]))
	}
	return err
}

// A historyPage is an item with its versions, the newest first.
type historyPage struct {
	copyLine
	By, Credit string
	Text       []textBlock // all of it: nobody can decide on what they may not read
	Original   *original
	Edits      []editLine
	Shared     []sharedLine
	Versions   []versionLine
	Stated     []statedLine // of the newest version
	Further    *further     // nil when nothing more can be decided
	Made       []decisionLine
	all        []dateline.Item // its versions as they are kept
}

type versionLine struct {
	Label, Machine, Time string
	First                bool
	Parts                []web.Part
}

// history is the page of one item: all versions of whatever source, for the desk
// alone.
func (h *Handler) history(w http.ResponseWriter, r *http.Request) error {
	p, err := h.historyOf(r, dateline.ItemID(r.PathValue("id")))
	if err != nil {
		return err
	}
	return h.render(w, http.StatusOK, p)
}

func (h *Handler) historyOf(r *http.Request, id dateline.ItemID) (p page, err error) {
	item, err := h.config.Edits.History(r.Context(), id)
	if err != nil {
		return p, err
	}
	p = h.frame(r)
	p.Entered = true
	p.elsewhere(itemAt(item.Item.ID), url.Values{})
	made := &historyPage{copyLine: h.copyLine(p.E, &item.Line), all: item.Versions}
	made.Back = "page=" + itemPage
	made.read(p.E, &item)
	made.Further, made.Made = h.furtherOn(p.E, &item), decisionLines(p.E, item.Decisions)
	for i := range item.Edits {
		made.Edits = append(made.Edits, h.editLine(p.E, &item.Edits[i]))
	}
	var before *dateline.Item
	for i := range item.Versions {
		made.Versions = append(made.Versions, versionOf(p.E, before, &item.Versions[i]))
		before = &item.Versions[i]
	}
	// Compared from the first on, shown from the last: what changed now is what is asked.
	slices.Reverse(made.Versions)
	if made.Stated, err = h.stated(r.Context(), p.E, item.Item.ID); err != nil {
		return p, err
	}
	made.Shared, err = h.shared(r, p.E, item.Item.ID)
	p.History = made
	return p, err
}

// A textBlock is a block of an item as the desk reads it. A list or a table told as one
// paragraph would hide what is to be decided on.
type textBlock struct {
	dateline.Block
	Direction dateline.Direction
}

// An original is where the source has an item.
type original struct{ Address, Label string }

// read sets what the newest version says.
func (p *historyPage) read(e *locale.Edition, item *newsdesk.History) {
	v := &item.Item
	p.By, p.Credit = bylineIn(e, v), v.CreditLine
	for _, b := range append([]dateline.Block{{Kind: dateline.Paragraph, Text: v.Standfirst}}, v.Body...) {
		if text := b.Plain(); text != "" {
			p.Text = append(p.Text, textBlock{b, lang.Direction(text)})
		}
	}
	if v.URL != "" {
		p.Original = &original{v.URL, e.Messages().Item.Original.With(p.Source)}
	}
}

// versionOf is a version with what it changed of the one before it.
func versionOf(e *locale.Edition, before, v *dateline.Item) versionLine {
	line := versionLine{
		Label: e.Messages().Edits.Version.With(e.Figure(v.Version)), First: before == nil,
		Machine: machine(v.Received), Time: e.DateTime(v.Received),
	}
	if before != nil {
		// The same marks as on the public page of own items, so that both are learnt once.
		line.Parts = web.Changes(e, v.Language, wordingOf(before), wordingOf(v))
	}
	return line
}

// wordingOf is of the item itself, whole, where the site's is of what may go out.
func wordingOf(i *dateline.Item) web.Wording {
	return web.Wording{Headline: i.Headline, Standfirst: i.Standfirst, Text: i.Text(), Byline: strings.Join(i.Byline, "\n")}
}
