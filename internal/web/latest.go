package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"dateline"
	"dateline/internal/wire"
)

// pageItems is a day of a small wire, and an hour of a large one.
const pageItems = 40

// A latestPage is the whole file, newest first.
type latestPage struct {
	Frame
	Days  []DayList
	Other []Line // newest items in languages of no edition
	Turn  Turn
}

// Turn leads through the pages of a list; empty addresses are not offered.
type Turn struct{ Newest, Older string }

// latest is the whole file of an edition.
func (s *Server) latest(e *edition, r *http.Request) (view, error) {
	before, err := PlaceOf(r)
	if err != nil {
		return view{}, err
	}
	p := latestPage{Frame: s.frame(e, r, "latest", e.words.Frame.Latest)}
	p.Description = e.words.List.LatestAbout
	list, err := s.config.Wire.List(r.Context(), wire.Query{Language: e.Language(), Before: before, Limit: pageItems})
	if err != nil {
		return view{}, err
	}
	p.Days = s.byDay(e, list.Views)
	if err := s.markCopies(r.Context(), e, linesOf(p.Days)...); err != nil {
		return view{}, err
	}
	p.Turn = TurnOf(r, before, list.Next)
	// Items in languages of no edition would never be seen otherwise.
	other, err := s.config.Wire.List(r.Context(), wire.Query{NotIn: s.languages(), Limit: 12})
	if err != nil {
		return view{}, err
	}
	p.Other = s.lines(e, other.Views, dayOf(list.Views))
	return view{template: "latest", data: p, tags: tagsOf(list.Views, listTag(e.Language()), everyList)}, nil
}

// languages are those of the editions.
func (s *Server) languages() (out []string) {
	for _, e := range s.editions {
		out = append(out, e.Language())
	}
	return out
}

// Lists go on after a place, not after a count: items that came meanwhile push
// nothing onto the next page twice, and old pages stay in the cache.

// A place in a list is written as its time in microseconds and an item's id.
func placeText(p dateline.Place) string {
	return strconv.FormatInt(p.Time.UnixMicro(), 36) + "." + string(p.Item)
}

// PlaceOf reads where the list goes on; no place is its beginning.
func PlaceOf(r *http.Request) (dateline.Place, error) {
	text := r.URL.Query().Get("before")
	if text == "" {
		return dateline.Place{}, nil
	}
	stamp, id, ok := strings.Cut(text, ".")
	micros, err := strconv.ParseInt(stamp, 36, 64)
	// An id as well as a time: two items of one second would else be skipped or shown twice.
	if !ok || err != nil || id == "" {
		return dateline.Place{}, fmt.Errorf("before=%q is no place in a list: start from its first page: %w", text, dateline.ErrInvalid)
	}
	return dateline.Place{Time: time.UnixMicro(micros).UTC(), Item: dateline.ItemID(id)}, nil
}

// TurnOf makes the links of a list that has come to before and goes on at next.
func TurnOf(r *http.Request, before, next dateline.Place) (t Turn) {
	q := r.URL.Query()
	// Back to the beginning and not one page: a list that grows at its top has no page before.
	if before.Item != "" {
		q.Del("before")
		t.Newest = withQuery(r.URL.EscapedPath(), q)
	}
	if next.Item != "" {
		q.Set("before", placeText(next))
		t.Older = withQuery(r.URL.EscapedPath(), q)
	}
	return t
}

// withQuery gives one address to one question, under which its page is kept once: Encode
// sorts by name, and an empty query leaves no question mark behind.
func withQuery(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}
