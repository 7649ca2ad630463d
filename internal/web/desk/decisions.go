package desk

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/locale"
	"dateline/internal/web"
)

// liftKind is the form's word for the end of an embargo, which is an embargo until now.
const liftKind dateline.DecisionKind = "lift"

// A further is what can be decided on the page of an item and on no list: it takes words
// or a time, or is rare.
type further struct {
	Seen        bool // by readers: there is something to correct and to withdraw
	Spike, Lift bool
	Zone, Now   string // of the field for an embargo's end, which takes no earlier one
	Draft       *draftForm
}

// A draftForm is an own item as its form begins.
type draftForm struct {
	Version                        int // that it was made from
	Headline, Text, Byline, Notice string
	Urgencies, Languages           []choice
	Open                           bool // it was sent back, and shows what was typed
}

// draftOf is an own item as it stands. A flash by mistake is taken back here, and so is the
// wrong edition.
func (h *Handler) draftOf(e *locale.Edition, own *dateline.Item) *draftForm {
	f := &draftForm{
		Version: own.Version, Headline: own.Headline, Text: newsdesk.Written(own.Body), Byline: bylineIn(e, own),
		Urgencies: urgenciesOf(e, own.Urgency),
	}
	known := false
	for _, o := range h.editions {
		f.Languages = append(f.Languages, choice{o.Language(), e.LanguageName(o.Language()), o.Language() == own.Language})
		known = known || o.Language() == own.Language
	}
	if !known {
		f.Languages = append(f.Languages, choice{own.Language, e.LanguageName(own.Language), true})
	}
	return f
}

// urgenciesOf are the three that a desk tells apart, and the one that stands if it is another.
func urgenciesOf(e *locale.Edition, stands dateline.Urgency) []choice {
	words, normal := e.Messages().Desk, dateline.Urgency(5)
	if stands == 0 { // none was given, which saving the form must not change
		normal = 0
	}
	var list []choice
	add := func(u dateline.Urgency, label string) {
		list = append(list, choice{strconv.Itoa(int(u)), label, u == stands})
	}
	add(normal, words.Normal)
	add(3, words.High)
	add(dateline.Flash, e.Messages().List.Flash)
	if stands != normal && stands != 3 && stands != dateline.Flash {
		add(stands, e.Figure(int(stands)))
	}
	return list
}

// chosen are choices with another one chosen.
func chosen(list []choice, value string) []choice {
	out := slices.Clone(list)
	for i := range out {
		out[i].Chosen = out[i].Value == value
	}
	return out
}

// value is that of the chosen one.
func value(list []choice) string {
	for _, c := range list {
		if c.Chosen {
			return c.Value
		}
	}
	return ""
}

// why is the reason of a refusal, "" for any other error.
func why(err error) dateline.Why {
	var refused *dateline.Refusal
	if errors.As(err, &refused) {
		return refused.Why
	}
	return ""
}

// overtaken shows the item as it stands now, with the form as it was typed: whoever wrote
// for an hour must neither lose that nor take back what another one filed.
func (h *Handler) overtaken(w http.ResponseWriter, r *http.Request, err error) error {
	p, failed := h.historyOf(r, dateline.ItemID(r.PostFormValue("item")))
	if failed != nil {
		return failed
	}
	p.Refused = refusalWords(p.E, err)
	if f := p.History.Further; f != nil && f.Draft != nil {
		f.Draft.typed(r, h.draftFrom(p, r.PostFormValue("version")))
	}
	return h.render(w, web.Status(err), p)
}

// draftFrom is the form as it was made from a version of the item.
func (h *Handler) draftFrom(p page, version string) *draftForm {
	for i := range p.History.all {
		if v := &p.History.all[i]; strconv.Itoa(v.Version) == version {
			return h.draftOf(p.E, v)
		}
	}
	return &draftForm{}
}

// typed puts into the form what was sent. What was left as it stood in the form before is
// as it stands now: else it would be taken back unseen, a flash for one.
func (f *draftForm) typed(r *http.Request, before *draftForm) {
	sent := func(name, was, is string) string {
		value := strings.ReplaceAll(r.PostFormValue(name), "\r\n", "\n")
		if value == was {
			return is
		}
		return value
	}
	f.Headline, f.Text = sent("headline", before.Headline, f.Headline), sent("text", before.Text, f.Text)
	f.Byline, f.Notice, f.Open = sent("byline", before.Byline, f.Byline), r.PostFormValue("notice"), true
	f.Urgencies = chosen(f.Urgencies, sent("urgency", value(before.Urgencies), value(f.Urgencies)))
	f.Languages = chosen(f.Languages, sent("language", value(before.Languages), value(f.Languages)))
}

// A decisionLine is what was decided, by whom and why.
type decisionLine struct {
	What, By, Machine, Time string
	Until, Reason, Notice   string
}

// furtherOn is nil of what was killed: nothing stands over that.
func (h *Handler) furtherOn(e *locale.Edition, item *newsdesk.History) *further {
	state, now := item.Filing.Decided, h.config.Now()
	if state == dateline.Kill {
		return nil
	}
	f := &further{
		Seen: !item.Filing.Released.IsZero() && state != dateline.Withdraw,
		Lift: item.Filing.Embargo.After(now), Spike: state != dateline.Spike && state != dateline.Withdraw,
		Zone: e.ZoneLabel(now), Now: now.In(e.Zone()).Format(fieldLayout),
	}
	if own := &item.Item; own.Source == dateline.OwnSource {
		f.Draft = h.draftOf(e, own)
	}
	return f
}

// decisionLines are the newest first: what stands now is what is asked.
func decisionLines(e *locale.Edition, decisions []dateline.Decision) (lines []decisionLine) {
	words := e.Messages().Decide
	for _, d := range slices.Backward(decisions) {
		line := decisionLine{
			What: e.Messages().Notices[d.Kind], By: byWhom(e, d.By), Machine: machine(d.Time), Time: e.DateTime(d.Time), Reason: d.Reason,
		}
		if d.Kind == dateline.Embargo && !d.Until.After(d.Time) { // until then means no more
			line.What = words.Lifted
		} else if !d.Until.IsZero() {
			line.Until = words.UntilAt.With(e.DateTime(d.Until))
		}
		if d.Notice != "" {
			line.Notice = words.Notice.With(d.Notice)
		}
		lines = append(lines, line)
	}
	return lines
}

// byWhom is who decided, in words where it is no name.
func byWhom(e *locale.Edition, by string) string {
	switch words := e.Messages().Decide; by {
	case dateline.ByRule:
		return words.ByRule
	case dateline.BySource:
		return words.BySource
	case person:
		return e.Messages().Desk.Title
	}
	return by
}

// fieldLayout is what a browser's field for a time sends, to the minute.
const fieldLayout = "2006-01-02T15:04"

// bylineIn is who wrote an item, as the edition parts names.
func bylineIn(e *locale.Edition, item *dateline.Item) string {
	return strings.Join(item.Byline, e.Messages().List.Comma+" ")
}

// bylineOf parts names as either edition's keyboard parts them. It is never nil: a field
// that was emptied takes the names away.
func bylineOf(text string) []string {
	names := []string{}
	for name := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == '،' }) {
		if name = strings.Join(strings.Fields(name), " "); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// until is the end of an embargo in the zone of the page's edition, which stands beside the
// field; zero when none was sent.
func (h *Handler) until(r *http.Request) (time.Time, error) {
	text := r.PostFormValue("until")
	if text == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{fieldLayout, fieldLayout + ":05"} { // with seconds where the browser has them
		if t, err := time.ParseInLocation(layout, text, h.edition(r).Zone()); err == nil {
			return t, nil
		}
	}
	return time.Time{}, dateline.Refuse(dateline.WhyNoTime, dateline.ErrInvalid, "until=%q is no time such as 2027-01-31T12:00", text)
}
