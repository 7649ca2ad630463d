package read

import (
	"strings"

	"dateline"
	"dateline/internal/read/clean"
	"dateline/internal/read/headline"
	"dateline/internal/read/opening"
)

// dropEcho removes a standfirst that is none: a description that repeats the
// headline, or the beginning of the text. Outlets are as for [opening.Split].
func dropEcho(it *dateline.Item, outlets ...string) {
	if it.Standfirst == "" {
		return
	}
	// The length first: comparing words costs more, and most standfirsts are longer.
	if len(it.Standfirst) < 2*len(it.Headline) && headline.Likeness(it.Standfirst, it.Headline) > 0.9 {
		it.Standfirst = ""
		return
	}
	text := beginning(it.Body, 2*len(it.Standfirst))
	whole := strings.TrimRight(it.Standfirst, ellipsis)
	if !strings.Contains(text, whole[max(0, len(whole)-20):]) {
		return // whatever opening is cut off it, its end is not there
	}
	_, start := opening.Split(it.Standfirst, outlets...)
	if strings.HasPrefix(text, strings.TrimRight(clean.Line(start), ellipsis)) {
		it.Standfirst = ""
	}
}

// ellipsis is what systems leave, or set, where they cut a text off.
const ellipsis = ".…,، []"

// beginning is the text of the first paragraphs on one line, at least n bytes where
// there are as many: a description cut off by words runs from one into the next.
func beginning(body []dateline.Block, n int) string {
	var b strings.Builder
	for _, block := range body {
		if block.Kind != dateline.Paragraph {
			continue
		}
		if b.Len() > n {
			break
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(clean.Line(block.Text))
	}
	return b.String()
}

// showStandfirst puts what readers see as a standfirst in the place of what is told to
// machines, which is often written for searchers, unless it is an echo. A slogan is none.
func (r *reader) showStandfirst(it *dateline.Item, outlets []string) {
	if r.found.Slogan(it.Standfirst) {
		it.Standfirst = ""
	}
	shown := *it
	shown.Standfirst = r.found.Deck
	if dropEcho(&shown, outlets...); shown.Standfirst != "" {
		it.Standfirst = shown.Standfirst
	}
	fileFrom(it, outlets)
}

// fileFrom takes dateline and credit off a standfirst, where the agencies of Iran have them:
// «تهران- ایرنا- …». A place alone may begin its sentence.
func fileFrom(it *dateline.Item, outlets []string) {
	o, rest := opening.Split(it.Standfirst, outlets...)
	own := ownName(outlets, o.Credit) && opening.IsPlace(o.Dateline.Place)
	if rest == "" || o.Dateline.Place == "" || !own && !opening.Known(o.Credit) {
		return
	}
	it.Standfirst = rest
	if it.Dateline == (dateline.Dateline{}) && (it.CreditLine == "" || it.CreditLine == o.Credit) {
		it.Dateline, it.CreditLine = o.Dateline, o.Credit
	}
}

// lead gives a text its first paragraph back where the page's description is the
// beginning of it, cut off: nobody writes a standfirst that ends in the middle.
func (r *reader) lead(it *dateline.Item) {
	start := strings.TrimRight(it.Standfirst, ellipsis)
	if len(start) == len(it.Standfirst) || strings.HasSuffix(it.Standfirst, ".") && !strings.HasSuffix(it.Standfirst, "..") || len(start) < 60 {
		return
	}
	for _, b := range it.Body {
		if strings.Contains(b.Text, start) {
			return
		}
	}
	for _, p := range r.found.Pieces {
		if p.Kind == dateline.Paragraph && p.Links < 0.3 && len(p.Text) > len(it.Standfirst) && strings.HasPrefix(p.Text, start) {
			it.Body = append([]dateline.Block{p.Block}, it.Body...)
			return
		}
	}
}
