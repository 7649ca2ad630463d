package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"dateline"
)

// An Order says which hits come first.
type Order string

// The orders.
const (
	Best   Order = "best"
	Newest Order = "newest"
)

// Ask says which hits of a query are wanted.
type Ask struct {
	Query  Query
	Order  Order     // "" is Best
	Public bool      // only what is out at Now
	Now    time.Time // needed with Public
	Skip   int
	Limit  int // 0 means 10
	// Count has Total counted in newest order too, where it costs more than the
	// hits do.
	Count bool
	All   bool  // only hits with all of the words, however few
	Past  *Past // nil asks for what stands now
}

// An Answer is one page of hits.
type Answer struct {
	Hits []Hit
	// Total is how many hits there are, as far as was counted: up to 1,000.
	Total   int
	AtLeast bool // counting stopped there
	More    bool // there are hits after these
	// SomeWords says that hits of this page have only some of the words, or have
	// them in other inflections than asked.
	SomeWords bool
}

// A Hit is an item that was found.
type Hit struct {
	Item    dateline.ItemID
	Version int
	When    time.Time
	// SomeWords says that it has not all of the words.
	SomeWords bool
}

const (
	fewHits     = 10   // below that, items with any of the words follow
	window      = 1000 // the newest candidates with all words are ranked
	someWindow  = 3000 // and that many of those with any of them
	defaultHits = 10
)

// Run answers a query: all words are required; when fewer than ten items match,
// those with any of the words follow, the best first. Within the hits with all
// words the order is the one asked for.
func Run(ctx context.Context, index dateline.Index, ask Ask) (answer Answer, err error) {
	defer dateline.Wrap(&err, "search")
	// Answered without it the query would find more than was asked for.
	if len(ask.Query.Said) > 0 {
		return answer, fmt.Errorf("an index of words does not tell who said them: %w", dateline.ErrInvalid)
	}
	s := inquiry{ctx: ctx, index: index, ask: ask, content: content(ask.Query.Terms)}
	s.ask.Limit = cmp.Or(ask.Limit, defaultHits)
	s.ask.Skip = max(ask.Skip, 0)
	if ask.Order == Newest && !ask.Count && (ask.All || s.ask.Skip+s.ask.Limit >= fewHits) {
		answer, enough, err := s.newest()
		if err != nil || enough {
			return answer, err
		}
	}
	return s.counted()
}

// An inquiry is one run of a query.
type inquiry struct {
	ctx     context.Context
	index   dateline.Index
	ask     Ask
	content []Term
	tally   *tally
}

// find asks the store within the query's filters.
func (s *inquiry) find(q dateline.Find) ([]dateline.Candidate, error) {
	all := s.ask.Query.find()
	all.Clauses, all.Any, all.Skip, all.Limit = q.Clauses, q.Any, q.Skip, q.Limit
	all.Public, all.Now = s.ask.Public, s.ask.Now
	if s.ask.Past != nil {
		return s.ask.Past.find(s.ctx, s.index, all)
	}
	return s.index.Find(s.ctx, all)
}

// newest reads no more than one page. It is not enough when so few items match
// that others shall follow.
func (s *inquiry) newest() (Answer, bool, error) {
	skip, limit := s.ask.Skip, s.ask.Limit
	// One more than is shown tells whether there is a page after this one.
	found, err := s.find(dateline.Find{Clauses: clauses(s.content, false), Skip: skip, Limit: limit + 1})
	// On a page that is empty nobody knows how many came before: it may be past the end
	// of a few.
	if err != nil || !s.ask.All && (len(found) == 0 || skip+len(found) < fewHits) {
		return Answer{}, false, err
	}
	answer := Answer{Total: skip + len(found), More: len(found) > limit}
	answer.AtLeast = answer.More
	answer.Hits = hits(found[:min(limit, len(found))], false)
	return answer, true, nil
}

// counted finds all hits and returns a page of them.
func (s *inquiry) counted() (Answer, error) {
	found, err := s.find(dateline.Find{Clauses: clauses(s.content, false), Limit: window})
	if err != nil {
		return Answer{}, err
	}
	if s.ask.Order != Newest {
		if found, err = s.rank(found); err != nil {
			return Answer{}, err
		}
	}
	all := hits(found, false)
	if len(found) < fewHits && len(s.content) > 0 && !s.ask.All {
		some, err := s.some(found)
		if err != nil {
			return Answer{}, err
		}
		all = append(all, hits(some, true)...)
	}
	answer := Answer{Total: len(all), AtLeast: len(found) == window}
	all = all[min(s.ask.Skip, len(all)):]
	answer.More = len(all) > s.ask.Limit
	answer.Hits = all[:min(s.ask.Limit, len(all))]
	answer.SomeWords = slices.ContainsFunc(answer.Hits, func(h Hit) bool { return h.SomeWords })
	return answer, nil
}

// some finds the items with any of the words but those already found. Of many
// words the rarest are asked for, as many as the window holds; all are ranked by.
func (s *inquiry) some(found []dateline.Candidate) ([]dateline.Candidate, error) {
	if err := s.count(); err != nil {
		return nil, err
	}
	some, err := s.find(dateline.Find{Clauses: s.rarest(), Any: true, Limit: someWindow})
	if err != nil {
		return nil, err
	}
	known := make(map[dateline.ItemID]bool, len(found))
	for _, c := range found {
		known[c.Item] = true
	}
	some, err = s.rank(some)
	return slices.DeleteFunc(some, func(c dateline.Candidate) bool { return known[c.Item] }), err
}

// rarest returns the clauses of the rarest terms, at least one.
func (s *inquiry) rarest() []dateline.Clause {
	type counted struct {
		clause dateline.Clause
		items  int
	}
	var all []counted
	// With roots: these hits make up for few, so other words of the same root are welcome.
	for _, c := range clauses(s.content, true) {
		n := 0
		for _, p := range c {
			n += s.tally.counts[p[0]]
		}
		all = append(all, counted{c, n})
	}
	slices.SortStableFunc(all, func(a, b counted) int { return cmp.Compare(a.items, b.items) })
	var out []dateline.Clause
	sum := 0
	for _, c := range all {
		// What is in no item costs nothing, and may be a word of the past that is not counted.
		if sum += c.items; sum > someWindow && len(out) > 0 && c.items > 0 {
			break
		}
		out = append(out, c.clause)
	}
	return out
}

// rank gives candidates back as the store has them, newest first, where nothing ranks them.
func (s *inquiry) rank(found []dateline.Candidate) ([]dateline.Candidate, error) {
	// Newest first is the order of the store, and the best when nothing is asked for.
	if len(found) < 2 || len(s.ask.Query.Terms) == 0 {
		return found, nil
	}
	if err := s.count(); err != nil {
		return nil, err
	}
	return newRanker(s.ask.Query.Terms, s.tally).rank(found), nil
}

// count asks once how rare the words are.
func (s *inquiry) count() error {
	if s.tally != nil {
		return nil
	}
	// Of the whole corpus and not of the candidates: both stores then rank alike.
	words := statWords(s.ask.Query.Terms)
	counts, items, err := s.index.WordStats(s.ctx, words)
	if err != nil {
		return err
	}
	s.tally = &tally{counts: make(map[string]int, len(words)), items: items}
	for i, w := range words {
		s.tally.counts[w] = counts[i]
	}
	return nil
}

func hits(found []dateline.Candidate, some bool) []Hit {
	out := make([]Hit, len(found))
	for i, c := range found {
		out[i] = Hit{Item: c.Item, Version: c.Version, When: c.When, SomeWords: some}
	}
	return out
}
