package read

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"dateline"
	"dateline/internal/read/byline"
	"dateline/internal/read/clean"
	"dateline/internal/read/kind"
	"dateline/internal/read/when"
)

// record is one line of items as other programs write them, or as [Line] does; any
// field may be missing.
type record struct {
	ID        any    `json:"id"`
	URL       string `json:"url"`
	Lang      string `json:"lang"`
	Title     string `json:"title"`
	Text      string `json:"text"`
	Published any    `json:"published"`
	Source    string `json:"source"`

	Language  own[string]             `json:"language"`
	Direction own[dateline.Direction] `json:"direction"`
	Headline  own[string]             `json:"headline"`
	Byline    own[[]string]           `json:"byline"`
	Dateline  own[dateline.Dateline]  `json:"dateline"`
	Credit    own[string]             `json:"credit"`
	Body      own[[]dateline.Block]   `json:"body"`
	Embargo   any                     `json:"embargo"`
	PubStatus own[dateline.PubStatus] `json:"pubStatus"`
	Notices   own[[]dateline.Notice]  `json:"notices"`
	Urgency   own[dateline.Urgency]   `json:"urgency"`
	Rights    own[dateline.Rights]    `json:"rights"`
	Article   own[*bool]              `json:"article"`
	Page      own[kind.Kind]          `json:"page"`
	Evidence  own[string]             `json:"evidence"`

	Standfirst   own[string]                 `json:"standfirst"`
	Updated      any                         `json:"updated"`
	Section      own[string]                 `json:"section"`
	Keywords     own[[]string]               `json:"keywords"`
	Genre        own[dateline.Genre]         `json:"genre"`
	SourceKind   own[dateline.SourceKind]    `json:"sourceKind"`
	Picture      own[*dateline.Picture]      `json:"picture"`
	Translations own[[]dateline.Translation] `json:"translations"`
}

// own is a field of a [Line]. By the same name other programs mean other things: what
// does not fit is left out.
type own[T any] struct{ is T }

// UnmarshalJSON never fails.
func (o *own[T]) UnmarshalJSON(b []byte) error {
	var v T
	if json.Unmarshal(b, &v) == nil {
		o.is = v
	}
	return nil
}

// Record reads a line of JSON: {"id","lang","title","text","published","source"}, or
// one that [Line] was written to. Its id is kept as guid.
func Record(c dateline.Copy, h Hint) (dateline.Item, error) {
	var r record
	if err := json.Unmarshal(c.Body, &r); err != nil {
		return dateline.Item{}, fmt.Errorf("read a record: %v; each line must be one JSON object: %w", err, dateline.ErrInvalid)
	}
	if article := r.Article.is; article != nil && !*article && r.Page.is != "" {
		none := &NoArticle{Kind: r.Page.is, Evidence: r.Evidence.is}
		return dateline.Item{}, fmt.Errorf("read a record: %v: %w", none, dateline.ErrInvalid)
	}
	it := dateline.Item{Headline: clean.Markup(cmp.Or(r.Title, r.Headline.is)), URL: r.URL, Byline: byline.Clean(r.Byline.is), Body: plainBlocks(r.Text)}
	line := r.isLine()
	if line {
		r.take(&it)
	}
	speak(&it, cmp.Or(r.Lang, r.Language.is), c.Language)
	if line {
		r.speak(&it)
	}
	ctx := when.Context{Received: c.Received, Zone: c.Zone, Language: it.Language}
	it.Published, it.Updated = stampOf(r.Published, ctx), stampOf(r.Updated, ctx)
	r.limit(&it, ctx)
	embargo(&it, ctx)
	r.open(&it, h)
	r.describe(&it)
	announce(&it)
	if h.GUID == "" {
		h.GUID = r.guid()
	}
	identify(&it, c, h)
	return it, empty(it)
}

// limit keeps what holds an item back or bounds its use. It was read from parts of a page
// that its line does not show, so nothing else would tell it again.
func (r *record) limit(it *dateline.Item, ctx when.Context) {
	if end := plain(r.Embargo); end != "" {
		withhold(it, end, ctx)
	}
	if s := r.PubStatus.is; s == dateline.Withheld || s == dateline.Canceled {
		it.PubStatus = s
	}
	if u := r.Urgency.is; u >= dateline.Flash && u <= 8 {
		it.Urgency = u
	}
	for _, n := range r.Notices.is {
		switch n.Kind {
		case dateline.Correct, dateline.Clarify, dateline.Withdraw, dateline.Kill, dateline.Update:
			it.Notices = append(it.Notices, dateline.Notice{Kind: n.Kind, Text: clean.Line(n.Text)})
		}
	}
	it.Rights = r.Rights.is
	it.Rights.UsageTerms, it.Rights.Holder = clean.Line(it.Rights.UsageTerms), clean.Line(it.Rights.Holder)
}

// plain is a JSON value as text: ids and times come as strings and as numbers.
func plain(v any) string {
	switch v := v.(type) {
	case string:
		return clean.Line(v)
	case float64:
		return fmt.Sprintf("%.0f", v)
	}
	return ""
}

// plainBlocks are the paragraphs of a plain text: at blank lines, or at each
// line when there are none.
func plainBlocks(s string) []dateline.Block {
	s = clean.Lines(s)
	sep := "\n\n"
	if !strings.Contains(s, sep) {
		sep = "\n"
	}
	var out []dateline.Block
	for p := range strings.SplitSeq(s, sep) {
		if p = clean.Line(p); p != "" {
			out = append(out, dateline.Block{Kind: dateline.Paragraph, Text: p})
		}
	}
	return out
}
