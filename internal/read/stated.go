package read

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/clean"
	"dateline/internal/read/when"
)

// isLine reports a line that [Line] wrote, and no other program's.
func (r *record) isLine() bool { return r.Article.is != nil && r.Title == "" }

// take takes over what the page was read for already. Read once more, by less than was
// there then, a desk would lose its byline and a headline its signs.
func (r *record) take(it *dateline.Item) {
	it.Headline, it.Byline = clean.Line(r.Headline.is), lines(r.Byline.is)
	if blocks := blocksOf(r.Body.is); len(blocks) > 0 {
		it.Body = blocks
	}
}

// speak sets the language that the line gives: what told it may have stood elsewhere
// on the page.
func (r *record) speak(it *dateline.Item) {
	if b := lang.Base(lang.Canonical(r.Language.is)); b != "" {
		it.Language = b
	}
	if d := r.Direction.is; d == dateline.LeftToRight || d == dateline.RightToLeft {
		it.Direction = d
	}
}

// open reads dateline and credit off the text. Blocks stand without their opening, so
// that a second one is a part of the text; what the line says of either holds.
func (r *record) open(it *dateline.Item, h Hint) {
	line := r.isLine()
	if !line {
		open(it, h.Name)
		it.CreditLine = cmp.Or(it.CreditLine, clean.Line(cmp.Or(r.Credit.is, r.Source)))
		return
	}
	credit := clean.Line(r.Credit.is)
	if len(r.Body.is) == 0 {
		open(it, h.Name, credit)
	}
	it.CreditLine = cmp.Or(credit, it.CreditLine, clean.Line(r.Source))
	if d := (dateline.Dateline{Place: clean.Line(r.Dateline.is.Place), Date: clean.Line(r.Dateline.is.Date)}); d != (dateline.Dateline{}) {
		it.Dateline = d
	}
}

// describe keeps what a page states beside its text.
func (r *record) describe(it *dateline.Item) {
	it.Standfirst, it.Section = clean.Line(r.Standfirst.is), clean.Line(r.Section.is)
	keywords := lines(r.Keywords.is)
	it.Keywords = keywords[:min(40, len(keywords))]
	switch g := r.Genre.is; g {
	case dateline.Report, dateline.Analysis, dateline.Opinion, dateline.PressRelease, dateline.Sponsored:
		it.Genre = g
	}
	if k := r.SourceKind.is; slices.Contains(dateline.SourceKinds(), k) {
		it.SourceKind = k
	}
	if p := r.Picture.is; p != nil && onWeb(p.URL) {
		it.Picture = &dateline.Picture{URL: p.URL, Caption: clean.Line(p.Caption), Credit: clean.Line(p.Credit)}
	}
	for _, t := range r.Translations.is {
		if onWeb(t.URL) && lang.Canonical(t.Language) != "" {
			it.Translations = append(it.Translations, t)
		}
	}
}

// guid is the source's own name for the item. The id of a [Line] is that of a file,
// which pages of many sites share; its address is the name by which a poll knows it.
func (r *record) guid() string {
	id := plain(r.ID)
	if !r.isLine() {
		return id
	}
	if id == "-" { // standard input, whose lines all have it
		id = ""
	}
	return cmp.Or(r.URL, id)
}

// lines are texts of one line each, without those that say nothing.
func lines(texts []string) (out []string) {
	for _, s := range texts {
		if s = clean.Line(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// blocksOf are the blocks of a line that have text, of the kinds there are.
func blocksOf(blocks []dateline.Block) (out []dateline.Block) {
	for _, b := range blocks {
		made := dateline.Block{Kind: b.Kind}
		switch b.Kind {
		case dateline.List:
			made.Items = lines(b.Items)
		case dateline.Table:
			for _, row := range b.Rows {
				cells := make([]string, len(row)) // an empty one keeps its column
				for i, cell := range row {
					cells[i] = clean.Line(cell)
				}
				made.Rows = append(made.Rows, cells)
			}
		case dateline.Post:
			if onWeb(b.URL) {
				made.URL = b.URL
			}
			made.Text = clean.Lines(b.Text)
		case dateline.Paragraph, dateline.Subhead, dateline.Quotation:
			made.Text = clean.Lines(b.Text)
		default: // of a later version, or of nobody
			made.Kind, made.Text = dateline.Paragraph, clean.Lines(b.Text)
		}
		if made.Plain() != "" {
			out = append(out, made)
		}
	}
	return out
}

// onWeb reports an address that a reader's browser may be sent to.
func onWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// stampOf is a time as a value of its own, or as the stamp of a [Line], which says where
// it was read and how surely.
func stampOf(v any, ctx when.Context) dateline.Stamp {
	told, ok := v.(map[string]any)
	if !ok {
		return when.Choose([]when.Claim{{Raw: plain(v), From: dateline.FromFile}}, ctx)
	}
	raw, zone := plain(told["time"]), plain(told["zone"])
	ctx.Zone = cmp.Or(plain(told["proposed"]), ctx.Zone)
	st := when.Choose([]when.Claim{{Raw: raw, From: dateline.FromFile}}, ctx)
	if st.IsZero() {
		return st
	}
	// Midnight with its zone would be read as a day of some other zone.
	if t, err := time.Parse(time.RFC3339, raw); err == nil && namesZone(zone) {
		st.Time, st.Zone, st.Proposed = t, zone, ""
	}
	if p := dateline.Precision(plain(told["precision"])); p == dateline.ToDay || p == dateline.ToMinute || p == dateline.ToSecond {
		st.Precision = p
	}
	if f := dateline.Evidence(plain(told["from"])); slices.Contains(evidences[:], f) {
		st.From = f
	}
	if c := dateline.Confidence(plain(told["confidence"])); st.Confidence != dateline.Doubtful && (c == dateline.Sure || c == dateline.Likely || c == dateline.Doubtful) {
		st.Confidence = c
	}
	return st
}

// namesZone reports what pages call a zone: "+03:00", "GMT", "Asia/Beirut", «توقيت مكة». Readers are shown it.
func namesZone(s string) bool {
	return s != "" && len(s) <= 60 && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" +-−:/_.()", r)
	})
}

// evidences are where a page may tell a time.
var evidences = [...]dateline.Evidence{dateline.FromStructuredData, dateline.FromMeta, dateline.FromTimeElement, dateline.FromFeed, dateline.FromFile, dateline.FromText, dateline.FromURL}
