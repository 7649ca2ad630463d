package story

import (
	"cmp"
	"math"
	"slices"
	"time"
)

type knobs struct {
	read, lead                          int
	leadWeight, power, name, number     float64
	prior, dfpow, same, grow, fade, mix float64
	keep, kept, ask                     int
	window                              time.Duration
}

func defaultKnobs() knobs {
	return knobs{read: 400, lead: 50, leadWeight: 2, power: .5, name: 1.5, number: 1, prior: 200, same: .22, keep: 80, kept: 400, ask: 24, window: 7 * 24 * time.Hour, dfpow: 1}
}

// Config says how stories are told apart; zero means the default.
type Config struct {
	knobs *knobs
}

// Stories is what is known of all stories.
type Stories struct {
	k       knobs
	ids     map[string]int32
	df      []float64
	posts   [][]int32 // by term: the stories that have it
	stories []story
	items   float64
	seen    []int32 // by story: the item that last looked at it
}

type story struct {
	weights map[int32]float64
	norm    float64 // squared
	n       int
	last    time.Time
	docs    [][]weighted
}

type weighted struct {
	id     int32
	weight float64
}

// New knows no story.
func New(cfg Config) *Stories {
	k := defaultKnobs()
	if cfg.knobs != nil {
		k = *cfg.knobs
	}
	return &Stories{k: k, ids: map[string]int32{}}
}

// Add puts an item into the story that it tells, or begins one, and returns the
// story's number.
func (s *Stories) Add(it Item) int {
	v := s.vector(terms(&it, &s.k))
	best, score := s.nearest(v, it.Date)
	if best < 0 || score < s.k.same {
		best = len(s.stories)
		s.stories = append(s.stories, story{weights: map[int32]float64{}})
		s.seen = append(s.seen, 0)
	}
	s.put(best, v, it.Date)
	return best
}

// vector weighs terms by rarity and keeps the heaviest, to length one.
func (s *Stories) vector(list []term) []weighted {
	s.items++
	v := make([]weighted, 0, len(list))
	for _, t := range list {
		id, ok := s.ids[t.stem]
		if !ok {
			id = int32(len(s.df))
			s.ids[t.stem] = id
			s.df, s.posts = append(s.df, 0), append(s.posts, nil)
		}
		s.df[id]++
		v = append(v, weighted{id, t.weight * math.Pow(math.Log((s.items+s.k.prior)/s.df[id]), s.k.dfpow)})
	}
	slices.SortFunc(v, func(a, b weighted) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.id, b.id)) })
	v = v[:min(len(v), s.k.keep)]
	sum := 0.0
	for _, w := range v {
		sum += w.weight * w.weight
	}
	for i := range v {
		v[i].weight /= math.Sqrt(sum)
	}
	return v
}

// nearest is the story most like the item among those that share one of its
// heaviest terms.
func (s *Stories) nearest(v []weighted, date time.Time) (best int, score float64) {
	best = -1
	for _, t := range v[:min(len(v), s.k.ask)] {
		for _, n := range s.posts[t.id] {
			if s.seen[n] == int32(s.items) {
				continue
			}
			s.seen[n] = int32(s.items)
			st := &s.stories[n]
			if !date.IsZero() && !st.last.IsZero() && date.Sub(st.last).Abs() > s.k.window {
				continue
			}
			if sc := s.like(v, st); sc > score || sc == score && int(n) < best {
				best, score = int(n), sc
			}
		}
	}
	return best, score
}

func (s *Stories) like(v []weighted, st *story) float64 {
	dot := 0.0
	for _, t := range v {
		dot += t.weight * st.weights[t.id]
	}
	c := dot / math.Sqrt(st.norm)
	avg := dot / float64(st.n)
	return (1-s.k.mix)*c + s.k.mix*avg*2
}

func (s *Stories) put(n int, v []weighted, date time.Time) {
	st := &s.stories[n]
	for _, t := range v {
		old := st.weights[t.id]
		if old == 0 {
			s.posts[t.id] = append(s.posts[t.id], int32(n))
		}
		st.weights[t.id] = old + t.weight
		st.norm += t.weight * (2*old + t.weight)
	}
	st.n++
	if st.last.Before(date) {
		st.last = date
	}
}
