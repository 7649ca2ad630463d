package api

import (
	"strings"
	"testing"

	"dateline"
	"dateline/internal/wire"
)

// TestEntryByUsage: what stands whole leads nowhere for more of it, and a standfirst
// goes before the beginning of the text.
func TestEntryByUsage(t *testing.T) {
	p := newPress(t)
	e := p.api.editions[0]
	for _, c := range []struct {
		view    wire.View
		summary string
		more    bool
	}{
		{wire.View{Usage: dateline.UsageFull, Standfirst: "In short.", Excerpt: "The ferry"}, "In short.", false},
		{wire.View{Usage: dateline.UsageFull, Excerpt: "The ferry"}, "The ferry", false},
		{wire.View{Usage: dateline.UsageExcerpt, Excerpt: "The ferry"}, "The ferry", true},
		{wire.View{Usage: dateline.UsageLink}, "", true},
	} {
		got := p.api.entry(e, &c.view)
		if got.Summary != c.summary || (got.More != "") != c.more {
			t.Errorf("%s: summary %q, more %q", c.view.Usage, got.Summary, got.More)
		}
	}
}

// TestSaidEntryTellsTheDenial: whoever follows a person by a feed alone must learn that
// they have taken something back since.
func TestSaidEntryTellsTheDenial(t *testing.T) {
	p := newPress(t)
	for i, e := range p.api.editions {
		for _, denied := range []dateline.StatementID{"", "aaaaaaaaaaaaa-later"} {
			said := wire.Saying{Denied: denied, Said: wire.Said{Quote: wire.Quote{ID: "aaaaaaaaaaaaa-said", Speaker: "Salma Nawfal", Sentence: "“No.”"}}}
			got := strings.Join(p.api.saidEntry(e, &said).Notices, "|")
			if want := e.Messages().Persons.Denied; strings.Contains(got, want) != (denied != "") || want == "" {
				t.Errorf("edition %d, denied by %q: notices %q", i, denied, got)
			}
		}
	}
}
