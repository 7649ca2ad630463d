package read

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"dateline"
	"dateline/internal/read/byline"
	"dateline/internal/read/clean"
	"dateline/internal/read/when"
)

// record is one line of items as other programs write them, or as [Line] does; any
// field may be missing.
type record struct {
	ID        any      `json:"id"`
	URL       string   `json:"url"`
	Lang      string   `json:"lang"`
	Language  string   `json:"language"`
	Title     string   `json:"title"`
	Headline  string   `json:"headline"`
	Text      string   `json:"text"`
	Published any      `json:"published"`
	Source    string   `json:"source"`
	Byline    []string `json:"byline"`
	Credit    string   `json:"credit"`
}

// Record reads a line of JSON: {"id","lang","title","text","published","source"}, or
// one that [Line] was written to. Its id is kept as guid.
func Record(c dateline.Copy, h Hint) (dateline.Item, error) {
	var r record
	if err := json.Unmarshal(c.Body, &r); err != nil {
		return dateline.Item{}, fmt.Errorf("read a record: %v; each line must be one JSON object: %w", err, dateline.ErrInvalid)
	}
	it := dateline.Item{Headline: clean.Markup(cmp.Or(r.Title, r.Headline)), URL: r.URL, Byline: byline.Clean(r.Byline), Body: plainBlocks(r.Text)}
	speak(&it, cmp.Or(r.Lang, r.Language), c.Language)
	ctx := when.Context{Received: c.Received, Zone: c.Zone, Language: it.Language}
	it.Published = when.Choose([]when.Claim{{Raw: moment(r.Published), From: dateline.FromFile}}, ctx)
	embargo(&it, ctx)
	open(&it, h.Name)
	if it.CreditLine == "" {
		it.CreditLine = clean.Line(cmp.Or(r.Credit, r.Source))
	}
	announce(&it)
	if h.GUID == "" {
		h.GUID = plain(r.ID)
	}
	identify(&it, c, h)
	return it, empty(it)
}

// moment is a time as a value of its own, or in the stamp of a [Line].
func moment(v any) string {
	if stamp, ok := v.(map[string]any); ok {
		return plain(stamp["time"])
	}
	return plain(v)
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
