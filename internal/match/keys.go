package match

import "slices"

// Sampling: of all runs of keyRun letters those are kept whose hash is 0 modulo
// keyEvery. The choice depends on the run alone, so a run kept here is kept in
// every text that has it, and the share of kept runs that two texts have in
// common estimates the containment of one in the other (Broder, "On the
// resemblance and containment of documents", 1997; the sampling is Manber's,
// "Finding similar files in a large file system", 1994). Winnowing (Schleimer,
// Wilkerson, Aiken 2003) promises a key in every window instead, but what it
// keeps depends on the neighbours, and under typing noise those differ.
const (
	keyRun        = 12
	keyEvery      = 32
	keyEveryBrief = 4   // of a headline, to which others add a few words: of 32 it has one
	maxKeys       = 255 // of one item; a long one is sampled from its beginning

	// A number is a key, too, but for single digits. Copies and rewrites keep the
	// numbers, and news told in one template has others; three digits do half as
	// much. A table has many.
	leastDigits = 2
	maxNumbers  = 32
)

// Keys are the sampled hashes of a text, each once, in the order of the text, and
// those of its numbers: on average one for 32 letters, about 50 for an item of 330
// words, and some more. A text shorter than a run has one key for all of it, an
// empty one none.
func (t *Text) Keys() []uint64 {
	if len(t.letters) == 0 {
		return nil
	}
	keys := make([]uint64, 0, min(maxKeys, len(t.letters)/keyEvery*3/2+4))
	least, every := ^uint64(0), uint64(keyEvery)
	if t.brief() {
		every = keyEveryBrief
	}
	roll(t.letters, keyRun, func(_ int, h uint64) {
		least = min(least, h)
		if h%every == 0 && len(keys) < maxKeys {
			keys = append(keys, h)
		}
	})
	if len(keys) == 0 {
		keys = append(keys, least) // short items are found at least by a copy of their own length
	}
	for _, n := range t.numbers[:min(len(t.numbers), maxNumbers)] {
		if number := t.letters[t.first[n.first]:t.first[n.last+1]]; len(number) >= leastDigits && len(keys) < maxKeys {
			keys = append(keys, runHash(number))
		}
	}
	return unique(keys)
}

// Crowd is the size of a family from which a further member is indexed by what is
// its [Own] only. Otherwise a dispatch that a hundred outlets carry would make its
// own keys too common to be asked for, and the next copy would be news.
const Crowd = 16

// Own are the keys by which a text is to be found beside its relatives, of which a
// crowd is indexed: those that none of them has, since whoever has the others finds
// the relatives. It is none where these are few, for then it would be a candidate
// for whatever shares one of them; and all where most are its own, so that its
// copies share more with it than with the crowd.
func Own(keys []uint64, relatives []*Text) []uint64 {
	known := map[uint64]bool{}
	for _, r := range relatives {
		for _, k := range r.Keys() {
			known[k] = true
		}
	}
	own := slices.DeleteFunc(slices.Clone(keys), func(k uint64) bool { return known[k] })
	switch {
	case len(own) <= fewKeys:
		return nil
	case 2*len(own) >= len(keys):
		return keys
	}
	return own
}

// unique drops what comes again; lists are short.
func unique(keys []uint64) []uint64 {
	seen := make(map[uint64]struct{}, len(keys))
	out := keys[:0]
	for _, k := range keys {
		if _, ok := seen[k]; !ok {
			seen[k] = struct{}{}
			out = append(out, k)
		}
	}
	return out
}

// base is that of the sums which are hashes of runs.
const base = 0x9E3779B97F4A7C15 | 1

// runHash is the hash of one run.
func runHash(letters []uint16) (h uint64) {
	for _, l := range letters {
		h = h*base + uint64(l) + 1
	}
	return mix(h)
}

// roll gives the hash of each run of n letters, and where it begins. A text
// shorter than n is one run.
func roll(letters []uint16, n int, each func(at int, hash uint64)) {
	n = min(n, len(letters))
	if n == 0 {
		return
	}
	var h uint64
	out := uint64(1) // base^n
	for _, l := range letters[:n] {
		h = h*base + uint64(l) + 1
		out *= base
	}
	each(0, mix(h))
	for i := n; i < len(letters); i++ {
		h = h*base + uint64(letters[i]) + 1 - out*(uint64(letters[i-n])+1)
		each(i-n+1, mix(h))
	}
}

// mix spreads a sum over all bits (the finalizer of MurmurHash3).
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
