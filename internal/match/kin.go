package match

// A Kin is what is known of the members of a family, which are numbers of the
// caller's. A list of items compares them when asked; a stage that follows a log
// has compared some of them, once.
type Kin interface {
	// Credits reports whether i names the source of j as its own, and j not that
	// of i.
	Credits(i, j int) bool
	// Within is the share of item i that stands in j unchanged, 0 when the two
	// were never compared.
	Within(i, j int) float64
}

// clearly is by how much more of an item must stand in another one before that
// is taken for its origin instead of the earliest known: copies of copies keep
// most of what the earliest has.
const clearly = 0.15

// maxFamily bounds how many members are compared with each other: wire copy has
// hundreds of copies, and the first dozens tell the origin.
const maxFamily = 40

// From chooses what i was made from among the earlier members of its family, of
// which there is at least one, the earliest known first: the one that it
// credits, else the earliest known, unless clearly more of i stands in another.
func From(k Kin, i int, earlier []int) int {
	earlier = earlier[:min(len(earlier), maxFamily)]
	for _, e := range earlier {
		if k.Credits(i, e) {
			return e
		}
	}
	best, most := earlier[0], k.Within(i, earlier[0])+clearly
	for _, e := range earlier[1:] {
		if share := k.Within(i, e); share > most {
			best, most = e, share
		}
	}
	return best
}
