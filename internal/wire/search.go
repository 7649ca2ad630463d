package wire

import (
	"context"
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
}

// An Answer is one page of what was found among what is out.
type Answer struct {
	Hits      []Hit
	Total     int  // as far as it was counted
	More      bool // there are hits after these
	SomeWords bool // some hits have only some of the words
}

// A Hit is an item with the part of its public text that was found.
type Hit struct {
	View    View
	Snippet []search.Piece
}

// snippetWords is about how long a snippet is.
const snippetWords = 32

// Search answers a question. It finds words in all of an item's text, but shows
// only what may go out.
func (r *Reader) Search(ctx context.Context, q Question) (answer Answer, err error) {
	defer dateline.Wrap(&err, "search %q", q.Text)
	query := search.Parse(q.Text, r.zone(q.Language))
	ask := search.Ask{
		Query: query, Public: true, Now: r.now(), Skip: q.Skip, Limit: q.Limit, Count: q.Count,
	}
	if q.Newest {
		ask.Order = search.Newest
	}
	var found search.Answer
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		found, err = search.Run(ctx, tx, ask)
		return err
	})
	if err != nil {
		return Answer{}, err
	}
	ids := make([]dateline.ItemID, len(found.Hits))
	for i, h := range found.Hits {
		ids[i] = h.Item
	}
	views, err := r.Views(ctx, ids)
	if err != nil {
		return Answer{}, err
	}
	marker := search.NewMarker(query)
	answer = Answer{Total: found.Total, More: found.More, SomeWords: found.SomeWords}
	for i := range views {
		answer.Hits = append(answer.Hits, Hit{View: views[i], Snippet: marker.Snippet(shown(&views[i]), snippetWords)})
	}
	return answer, nil
}

// shown is the text of a view that a snippet may be taken from.
func shown(v *View) string {
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
