package search

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
)

// ranked ranks texts for a query and writes their numbers, the best first. A
// line break ends the headline.
func ranked(query string, t *tally, texts ...string) string {
	found := make([]dateline.Candidate, len(texts))
	for i, text := range texts {
		headline, body, _ := strings.Cut(text, "\n")
		item := dateline.Item{Headline: headline, Body: []dateline.Block{{Kind: dateline.Paragraph, Text: body}}}
		found[i] = dateline.Candidate{Item: dateline.ItemID(fmt.Sprint(i)), Terms: Words(&item).Terms}
	}
	var out []string
	for _, c := range newRanker(Parse(query, time.UTC).Terms, t).rank(found) {
		out = append(out, string(c.Item))
	}
	return strings.Join(out, " ")
}

func TestRank(t *testing.T) {
	corpus := &tally{items: 1000, counts: map[string]int{
		"gale": 500, "ferry": 5, "harbour": 50, "ƨharbour": 20, "مدينه": 10, "ƍمدن": 10,
	}}
	padding := strings.Repeat(" word", 200)
	for _, c := range []struct {
		name, query string
		texts       []string
		want        string
	}{
		{"headline", "gale", []string{"\ngale gale", "gale\nx x", "\nx x"}, "1 0 2"},
		{"rarity", "gale ferry", []string{"\ngale gale gale", "\nferry x x"}, "1 0"},
		{"length", "gale", []string{"\ngale" + padding, "\ngale x"}, "1 0"},
		{"more mentions", "gale", []string{"\ngale x x", "\ngale gale x"}, "1 0"},
		{"saturation", "gale harbour", []string{"\ngale gale gale gale gale gale", "\ngale harbour x x x x"}, "1 0"},
		{"form before stem", "harbours", []string{"\nharbour x", "\nharbours x"}, "1 0"},
		{"stem before root", "مدينة", []string{"\nx مدن", "\nx المدينة", "\nx مدينة"}, "2 1 0"},
		{"function words", "the ferry of", []string{"\nthe of the of x", "\nferry x x x x"}, "1 0"},
		{"best choice only", "gale OR ferry", []string{"\ngale ferry x", "\nx x ferry", "\nx x gale"}, "0 1 2"},
		{"ties stay", "gale", []string{"\ngale a", "\ngale b", "\ngale c"}, "0 1 2"},
		{"nothing asked", "", []string{"\na", "\nb"}, "0 1"},
	} {
		if got := ranked(c.query, corpus, c.texts...); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestRarity(t *testing.T) {
	corpus := &tally{items: 100, counts: map[string]int{"rare": 1, "common": 90, "stem": 60, "ƨstem": 60}}
	rare, common, absent := corpus.rarity("rare"), corpus.rarity("common"), corpus.rarity("absent")
	if !(absent > rare && rare > common && common > 0) {
		t.Errorf("absent %.2f, rare %.2f, common %.2f", absent, rare, common)
	}
	if r := corpus.rarity("stem", "ƨstem"); r <= 0 {
		t.Errorf("words that stand in more items than there are have the rarity %.2f", r)
	}
	if (*tally)(nil).rarity("the") != functionWeight {
		t.Error("function words have a rarity of their own")
	}
}

func TestStatWords(t *testing.T) {
	got := strings.Join(statWords(Parse(`the elections "in rows"`, time.UTC).Terms), " ")
	if want := "elect elections in row rows ƨelect ƨin ƨrow"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// A cornerIndex answers as it is told, to see what Run asks.
type cornerIndex struct {
	counts map[string]int
	asked  []dateline.Find
	found  int
	err    error
}

func (x *cornerIndex) Find(_ context.Context, q dateline.Find) ([]dateline.Candidate, error) {
	x.asked = append(x.asked, q)
	found := make([]dateline.Candidate, min(x.found, q.Limit))
	for i := range found {
		found[i].Item = dateline.ItemID(fmt.Sprint(i))
	}
	return found, x.err
}

func (x *cornerIndex) WordStats(_ context.Context, words []string) ([]int, int, error) {
	counts := make([]int, len(words))
	for i, w := range words {
		counts[i] = x.counts[w]
	}
	return counts, 1_000_000, x.err
}

// TestRunAsksForTheRarest: of words that together stand in more items than are
// ranked, only the rarest choose who is.
func TestRunAsksForTheRarest(t *testing.T) {
	x := &cornerIndex{counts: map[string]int{"gale": 90_000, "ferry": 2_000, "quay": 500, "x1": 0}}
	if _, err := Run(context.Background(), x, Ask{Query: Parse("gale ferry quay x1", nil)}); err != nil {
		t.Fatal(err)
	}
	if len(x.asked) != 2 {
		t.Fatalf("asked %d times", len(x.asked))
	}
	all, some := x.asked[0], x.asked[1]
	if len(all.Clauses) != 4 || all.Any {
		t.Errorf("first asked for %v", all.Clauses)
	}
	var words []string
	for _, c := range some.Clauses {
		words = append(words, c[0][0])
	}
	if got := strings.Join(words, " "); got != "x1 quay ferry" || !some.Any {
		t.Errorf("then asked for any of %s", got)
	}
}

// TestRunReadsOnePage: newest first costs no more than the page.
func TestRunReadsOnePage(t *testing.T) {
	x := &cornerIndex{found: 5000}
	a, err := Run(context.Background(), x, Ask{Query: Parse("gale", nil), Order: Newest, Skip: 40, Limit: 20})
	if err != nil {
		t.Fatal(err)
	}
	if len(x.asked) != 1 || x.asked[0].Limit != 21 || x.asked[0].Skip != 40 {
		t.Errorf("asked for %+v", x.asked)
	}
	if len(a.Hits) != 20 || !a.More {
		t.Errorf("%d hits, more %v", len(a.Hits), a.More)
	}
}

func TestRunPassesErrorsOn(t *testing.T) {
	for _, order := range []Order{Best, Newest} {
		x := &cornerIndex{err: dateline.ErrUnavailable}
		_, err := Run(context.Background(), x, Ask{Query: Parse("gale", nil), Order: order})
		if !errors.Is(err, dateline.ErrUnavailable) {
			t.Errorf("%s: %v", order, err)
		}
	}
}

func TestRunKeepsFilters(t *testing.T) {
	x := &cornerIndex{}
	q := Parse("gale -ferry source:wire lang:en by:lee after:2025 before:2026", nil)
	if _, err := Run(context.Background(), x, Ask{Query: q, Public: true, Now: noon}); err != nil {
		t.Fatal(err)
	}
	for i, f := range x.asked {
		if !slices.Equal(f.Sources, []dateline.SourceID{"wire"}) || !slices.Equal(f.Languages, []string{"en"}) || len(f.By) != 1 || len(f.Not) != 1 ||
			f.After.Year() != 2025 || f.Before.Year() != 2026 || !f.Public || !f.Now.Equal(noon) {
			t.Errorf("question %d is %+v", i, f)
		}
	}
}
