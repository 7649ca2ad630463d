package names

import (
	"cmp"
	_ "embed"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// The longest pieces of a unit, in letters.
const (
	maxArabic  = 2
	maxEnglish = 3
)

//go:embed letters.txt
var letters string

// A Model knows how Arabic names are written in Latin letters. It does not
// change and may be used by several goroutines.
type Model struct {
	arabic, latin map[string]int32
	prob          []float32 // by Arabic piece, then Latin piece

	ofArabic, ofLatin []float64 // of a piece alone, whatever stands for it
}

// New returns the model that was learnt from the training pairs. It fails when
// the table, which is part of the program, was spoilt.
func New() (*Model, error) {
	m, err := parse(letters)
	if err != nil {
		return nil, fmt.Errorf("table of letters: %w", err)
	}
	return m, nil
}

// parse reads a table as Write prints it; lines with # and of another shape say nothing.
func parse(text string) (*Model, error) {
	units := map[unit]float64{}
	for line := range strings.Lines(text) {
		fields := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(fields) != 3 {
			continue
		}
		p, err := strconv.ParseFloat(fields[2], 64)
		if err != nil {
			return nil, fmt.Errorf("probability of %q: %w", fields[:2], err)
		}
		units[unit{fields[0], fields[1]}] = p
	}
	return newModel(units), nil
}

// newModel numbers the pieces of each script, so that a unit is a place in a table and
// no key of a map: joint asks for every piece of one name beside every one of the other.
func newModel(units map[unit]float64) *Model {
	m := &Model{arabic: map[string]int32{}, latin: map[string]int32{}}
	// Added up in the order of a map, sums would differ in their last digits each time.
	list := slices.SortedFunc(maps.Keys(units), func(a, b unit) int { return cmp.Or(cmp.Compare(a.ar, b.ar), cmp.Compare(a.en, b.en)) })
	for _, u := range list {
		number(m.arabic, u.ar)
		number(m.latin, u.en)
	}
	m.prob = make([]float32, len(m.arabic)*len(m.latin))
	m.ofArabic, m.ofLatin = make([]float64, len(m.arabic)), make([]float64, len(m.latin))
	for _, u := range list {
		p := units[u]
		m.ofArabic[m.arabic[u.ar]] += p
		m.ofLatin[m.latin[u.en]] += p
		m.prob[int(m.arabic[u.ar])*len(m.latin)+int(m.latin[u.en])] = float32(p)
	}
	return m
}

// number gives a piece the next number, if it has none.
func number(ids map[string]int32, s string) {
	if _, ok := ids[s]; !ok {
		ids[s] = int32(len(ids))
	}
}

// cut lists the numbers of a name's pieces by end and length, -1 for one that no
// unit has.
func cut(name string, most int, ids map[string]int32) [][]int32 {
	var out [][]int32
	for _, list := range pieces(name, most) {
		row := make([]int32, len(list))
		for i, s := range list {
			row[i] = -1
			if id, ok := ids[s]; ok {
				row[i] = id
			}
		}
		out = append(out, row)
	}
	return out
}

// joint is the logarithm of the probability that the table makes the two names
// together, over all ways to cut them. f is room for the grid.
func (m *Model) joint(ar, en [][]int32, f []float64) float64 {
	w, latin := len(en), int32(len(m.latin))
	f = f[:len(ar)*w]
	clear(f)
	f[0] = 1
	for i := range ar {
		// Pieces of no Arabic letter last: they go on from this row itself.
		for x := len(ar[i]) - 1; x >= 0; x-- {
			a := ar[i][x]
			if a < 0 {
				continue
			}
			row, from := m.prob[a*latin:(a+1)*latin], f[(i-x)*w:]
			for j := range en {
				sum := 0.0
				for y, e := range en[j] {
					if e >= 0 && x+y > 0 {
						sum += from[j-y] * float64(row[e])
					}
				}
				f[i*w+j] += sum
			}
		}
	}
	return math.Log(f[len(f)-1] + 1e-300)
}

// A Guess is a Latin spelling of a name, by its number in the list, with a score
// that can be compared between names: above 0 it is clearly the best of its list.
type Guess struct {
	Latin int
	Score float64
}

// Rank gives for each Arabic name the most likely of the Latin ones, best first,
// at most n. Both lists together say how much a match is worth: short Latin
// names fit many Arabic ones somewhat, so each is weighed against how well it
// fits the whole other list.
func (m *Model) Rank(arabic, latin []string, n int) [][]Guess {
	fit := make([][]float64, len(arabic))
	// A name of 60 letters (clip) with its two signs has 63 places where it may be cut.
	var room [64 * 64]float64
	en := make([][][]int32, len(latin))
	alone := make([]float64, len(latin))
	for j, name := range latin {
		en[j] = cut(bound(clip(joined(foldLatin(name)))), maxEnglish, m.latin)
		alone[j] = m.alone(en[j], m.ofLatin, room[:])
	}
	for i, name := range arabic {
		ar := cut(bound(clip(joined(fold(name)))), maxArabic, m.arabic)
		fit[i] = make([]float64, len(latin))
		chance := m.alone(ar, m.ofArabic, room[:])
		for j := range en {
			fit[i][j] = max(m.joint(ar, en[j], room[:]), chance+alone[j]-unlikely)
		}
	}
	common := make([]float64, len(latin))
	for j := range latin {
		common[j] = logSum(fit, j)
	}
	out := make([][]Guess, len(arabic))
	for i := range arabic {
		out[i] = best(fit[i], common, n, len([]rune(arabic[i])))
	}
	return out
}

// unlikely is by how much less likely than chance two names are at least, as a
// logarithm. What the table cannot make at all would be less likely by hundreds, and
// of a list that has nothing like a name the least impossible one would be sure. At
// 0 it costs names that the table hardly knows (right first 0.977 for 0.981), at 10
// to 40 nothing.
const unlikely = 20

// joined is a name without what stands between its words: the table is learnt from single
// words, and knows no piece with a space or a hyphen in it, nor ى and ة but at an end.
func joined(s string) string {
	s = strings.NewReplacer("ى ", "ا ", "ة ", "ه ").Replace(s)
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '\u00a0' {
			return -1
		}
		return r
	}, s)
}

// clip keeps a name short enough for the grid; no name is longer.
func clip(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), 60)])
}

// logSum is the logarithm of a column's sum.
func logSum(rows [][]float64, j int) float64 {
	most := math.Inf(-1)
	for _, r := range rows {
		most = max(most, r[j])
	}
	sum := 0.0
	for _, r := range rows {
		sum += math.Exp(r[j] - most)
	}
	return most + math.Log(sum)
}

// best ranks one row. The score is how far a name is ahead of the next best,
// plus how well it fits at all, by letter: a name that stands alone in a list
// where nothing fits is no match.
func best(row, common []float64, n, letters int) []Guess {
	list := make([]Guess, len(row))
	for j := range row {
		list[j] = Guess{j, row[j] - common[j]/2}
	}
	slices.SortFunc(list, func(a, b Guess) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Latin, b.Latin)) })
	next := 0.0
	if len(list) > 1 {
		next = list[1].Score
	}
	list = list[:min(n, len(list))]
	first := 0.0
	for k := range list {
		if k == 0 {
			first = list[0].Score
		} else {
			next = first
		}
		list[k].Score = list[k].Score - next + list[k].Score/2/float64(letters+2)
	}
	return list
}
