package wire

import (
	"context"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/search"
)

// A Question is what a reader asks.
type Question struct {
	Text     string
	Language string // of the edition it is asked in; its days begin in that edition's zone
	Newest   bool   // newest first instead of best first
	Skip     int
	Limit    int // 0 means 10
	// Count has Total counted in newest order too, where it costs more than the
	// hits do.
	Count bool
	All   bool // only hits with all of the words, however few
	// AsOf asks as of a past point of the log, as Reader.Point reads it; "" is
	// now. ErrInvalid when it cannot be read.
	AsOf string
}

// An Answer is one page of what was found among what is out.
type Answer struct {
	Hits      []Hit
	Total     int  // as far as it was counted
	AtLeast   bool // Total is what was found until there was enough
	More      bool // there are hits after these
	SomeWords bool // some hits have only some of the words
	// AsOf is the point of the log that was asked for, nil for now.
	AsOf *search.Point
	// Changed is how many of the hits have another version today.
	Changed int
}

// A Hit is an item with the part of its public text that was found.
type Hit struct {
	View    View
	Snippet []search.Piece
	// Current is the number of the item's version today; View.Version is another
	// when it was found in the past and has changed since.
	Current int
}

// Changed reports whether the item has another version today.
func (h *Hit) Changed() bool { return h.View.Version != h.Current }

// snippetWords is about how long a snippet is.
const snippetWords = 32

// Search answers a question. It finds words in all of an item's text, but shows
// only what may go out.
func (r *Reader) Search(ctx context.Context, q Question) (answer Answer, err error) {
	defer dateline.Wrap(&err, "search %q", q.Text)
	query := search.Parse(q.Text, r.zone(q.Language))
	ask := search.Ask{
		Query: query, Public: true, Now: r.now(), Skip: q.Skip, Limit: q.Limit, Count: q.Count, All: q.All,
	}
	if q.Newest {
		ask.Order = search.Newest
	}
	// Who said what stands in no index of words; it is a search of its own.
	if len(query.Said) > 0 {
		return r.searchSaid(ctx, q, query)
	}
	if q.Text != "" && query.IsZero() { // a sign alone asks for nothing, where no text asks for all
		return Answer{}, nil
	}
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		if q.AsOf != "" {
			p, err := r.Point(ctx, tx, q.AsOf, q.Language)
			if err != nil {
				return err
			}
			answer.AsOf, ask.Past = &p, Past(ctx, tx, p, true)
		}
		hidden, err := DeskOnly(ctx, tx)
		if err != nil {
			return err
		}
		ask.Query.NotSources = slices.Concat(query.NotSources, hidden)
		found, err := search.Run(ctx, tx, ask)
		if err != nil {
			return err
		}
		answer.Total, answer.AtLeast, answer.More, answer.SomeWords = found.Total, found.AtLeast, found.More, found.SomeWords
		answer.Hits, err = r.hits(ctx, tx, found.Hits)
		return err
	})
	if err != nil {
		return Answer{}, err
	}
	// Outside of the transaction: marking reads no store and takes the longer time.
	marker := search.NewMarker(query)
	for i := range answer.Hits {
		h := &answer.Hits[i]
		h.Snippet = marker.Snippet(shown(&h.View), snippetWords)
		if h.Changed() {
			answer.Changed++
		}
	}
	return answer, nil
}

// shown is the text of a view that a snippet may be taken from.
func shown(v *View) string {
	// The excerpt and no more, though the words were found in the whole text.
	if len(v.Body) == 0 {
		return v.Excerpt
	}
	var b strings.Builder
	b.WriteString(v.Standfirst)
	for _, block := range v.Body {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(block.Plain())
	}
	return b.String()
}

// zone is that of the edition in a language.
func (r *Reader) zone(language string) *time.Location {
	e, ok := r.pub.Edition(language)
	if !ok {
		return time.UTC
	}
	zone, err := time.LoadLocation(e.Zone)
	if err != nil {
		return time.UTC
	}
	return zone
}
