package wire

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline"
)

// lines is a family told plainly: each question walks all the way up again.
type lines struct {
	out  []dateline.ItemID
	from map[dateline.ItemID]dateline.Match
}

func (l *lines) up(id dateline.ItemID) (ids []dateline.ItemID, kinds []dateline.MatchKind) {
	kind := dateline.MatchDuplicate
	for !slices.Contains(ids, id) {
		ids, kinds = append(ids, id), append(kinds, kind)
		row, ok := l.from[id]
		if !ok {
			break
		}
		kind, id = looser(kind, row.Kind), row.Of
	}
	return ids, kinds
}

func (l *lines) kind(id dateline.ItemID) dateline.MatchKind {
	if id == l.out[0] {
		return ""
	}
	as, kinds := l.up(id)
	bs, others := l.up(l.out[0])
	for i, a := range as {
		if j := slices.Index(bs, a); j >= 0 {
			return looser(kinds[i], others[j])
		}
	}
	return ""
}

func (l *lines) origin(id dateline.ItemID) (dateline.ItemID, dateline.MatchKind) {
	ids, kinds := l.up(id)
	for i := 1; i < len(ids); i++ {
		if slices.Contains(l.out, ids[i]) {
			return ids[i], kinds[i]
		}
	}
	return "", ""
}

func newFamily(r *rand.Rand, size int, rings bool) (f dateline.Family, out map[dateline.ItemID]dateline.Filing, rows map[dateline.ItemID][]dateline.Match) {
	kinds := []dateline.MatchKind{dateline.MatchDuplicate, dateline.MatchUpdate, dateline.MatchExcerpt, dateline.MatchRewrite}
	out, rows = map[dateline.ItemID]dateline.Filing{}, map[dateline.ItemID][]dateline.Match{}
	for i := range size {
		id := dateline.ItemID(fmt.Sprint("item", i))
		f.Members = append(f.Members, id)
		if r.IntN(3) > 0 {
			out[id] = dateline.Filing{Item: id}
		}
		of := r.IntN(size)
		if !rings {
			of = r.IntN(i + 1)
		}
		if of != i && r.IntN(8) > 0 {
			rows[id] = []dateline.Match{{Item: id, Of: dateline.ItemID(fmt.Sprint("item", of)), Kind: kinds[r.IntN(len(kinds))]}}
		}
	}
	r.Shuffle(size, func(i, j int) { f.Members[i], f.Members[j] = f.Members[j], f.Members[i] })
	return f, out, rows
}

// TestDescent asks of random families what each member is, and demands what one
// finds who walks up from it.
func TestDescent(t *testing.T) {
	related := 0
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 1))
		rings := seed%4 == 0
		f, out, rows := newFamily(r, 2+r.IntN(12), rings)
		k := kin(f, out, rows)
		if len(k.out) == 0 {
			continue
		}
		plain := lines{from: k.from}
		for _, filing := range k.out {
			plain.out = append(plain.out, filing.Item)
		}
		for _, id := range plain.out {
			kind, want := k.kind(id), plain.kind(id)
			if kind != want && !rings { // in a ring it is enough to come to an end
				t.Fatalf("seed %d: %s is %q to %s, want %q", seed, id, kind, plain.out[0], want)
			}
			of, ofKind := k.origin(id)
			wantOf, wantKind := plain.origin(id)
			if (of != wantOf || ofKind != wantKind) && !rings {
				t.Fatalf("seed %d: %s is from %s (%s), want %s (%s)", seed, id, of, ofKind, wantOf, wantKind)
			}
			if of != "" && kind != "" {
				related++
			}
		}
	}
	if related < 2000 {
		t.Errorf("only %d members are related: the test proves little", related)
	}
}

// BenchmarkKinship is a family of a thousand: copies of one, and copies of copies.
func BenchmarkKinship(b *testing.B) {
	for name, of := range map[string]func(int) int{"star": func(int) int { return 0 }, "chain": func(i int) int { return i - 1 }} {
		b.Run(name, func(b *testing.B) {
			var f dateline.Family
			out, rows := map[dateline.ItemID]dateline.Filing{}, map[dateline.ItemID][]dateline.Match{}
			for i := range 1000 {
				id := dateline.ItemID(fmt.Sprint("item", i))
				f.Members, out[id] = append(f.Members, id), dateline.Filing{Item: id}
				if i > 0 {
					rows[id] = []dateline.Match{{Item: id, Of: dateline.ItemID(fmt.Sprint("item", of(i))), Kind: dateline.MatchDuplicate}}
				}
			}
			for range b.N {
				k := kin(f, out, rows)
				for _, filing := range k.out {
					k.kind(filing.Item)
					k.origin(filing.Item)
				}
			}
		})
	}
}
