package read

import (
	"encoding/json"
	"fmt"
	"strings"

	"dateline"
	"dateline/internal/read/clean"
	"dateline/internal/read/when"
)

// record is one line of items as other programs write them; any field may be missing.
type record struct {
	ID        any    `json:"id"`
	URL       string `json:"url"`
	Lang      string `json:"lang"`
	Title     string `json:"title"`
	Text      string `json:"text"`
	Published any    `json:"published"`
	Source    string `json:"source"`
}

// Record reads a line of JSON: {"id","lang","title","text","published","source"}.
// Its id is kept as guid.
func Record(c dateline.Copy, h Hint) (dateline.Item, error) {
	var r record
	if err := json.Unmarshal(c.Body, &r); err != nil {
		return dateline.Item{}, fmt.Errorf("read a record: %v; each line must be one JSON object: %w", err, dateline.ErrInvalid)
	}
	it := dateline.Item{Headline: clean.Markup(r.Title), URL: r.URL, Body: plainBlocks(r.Text)}
	speak(&it, r.Lang, c.Language)
	ctx := when.Context{Received: c.Received, Zone: c.Zone, Language: it.Language}
	it.Published = when.Choose([]when.Claim{{Raw: plain(r.Published), From: dateline.FromFile}}, ctx)
	embargo(&it, ctx)
	open(&it, h.Name)
	if it.CreditLine == "" {
		it.CreditLine = clean.Line(r.Source)
	}
	announce(&it)
	if h.GUID == "" {
		h.GUID = plain(r.ID)
	}
	identify(&it, c, h)
	return it, empty(it)
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
