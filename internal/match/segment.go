package match

import (
	"slices"
	"sort"
)

// A segment holds postings in order of key. The upper bits of the key are the
// place in the directory, so a posting needs the lower ones only, and with the
// item's number in the segment it takes four bytes.
const (
	numberBits   = 18 // of an item in its segment
	lowBits      = 32 - numberBits
	segmentItems = 1 << numberBits
	numberMask   = segmentItems - 1
)

type segment struct {
	held
	begin  []uint32 // by upper bits of the key: where its postings begin; one more for the end
	posts  []uint32 // lower bits of the key, number of the item
	newest int      // day
}

// held is what is kept of each item beside its postings.
type held struct {
	ids      []uint64
	rare     []uint8  // see [marked.rare]
	ends     []uint32 // where its sketch ends
	sketches []byte
}

func (h *held) sketch(item uint32) []byte {
	from := uint32(0)
	if item > 0 {
		from = h.ends[item-1]
	}
	return h.sketches[from:h.ends[item]]
}

// with is what both hold, without room for more.
func (h *held) with(o *held) held {
	m := held{ids: slices.Concat(h.ids, o.ids), rare: slices.Concat(h.rare, o.rare), ends: slices.Concat(h.ends, o.ends), sketches: slices.Concat(h.sketches, o.sketches)}
	for i := range o.ends {
		m.ends[len(h.ends)+i] += uint32(len(h.sketches))
	}
	return m
}

// A bucket is where the postings of a key stand, if there are any, among others.
type bucket struct {
	posts []uint32
	at    int // about where
}

// bucket finds it. All keys of an item are asked for their buckets first, so
// that the many waits for memory overlap. Lower bits are spread evenly, so where
// to look is reckoned, not searched.
func (s *segment) bucket(key uint32) bucket {
	upper, low := key>>lowBits, key&(1<<lowBits-1)
	posts := s.posts[s.begin[upper]:s.begin[upper+1]]
	return bucket{posts, int(uint64(len(posts)) * uint64(low) >> lowBits)}
}

// touch makes the processor fetch the place, and wait for none.
func (b *bucket) touch() uint32 {
	if b.at < len(b.posts) {
		return b.posts[b.at]
	}
	return 0
}

// find appends the items of the bucket that have the key, and says how many they
// are; of a phrase, which more than common have, none are appended.
func (b *bucket) find(hits []hit, base hit, key uint32, common int) ([]hit, int) {
	posts, at := b.posts, b.at
	low := key & (1<<lowBits - 1)
	for at > 0 && posts[at-1]>>numberBits >= low {
		at--
	}
	for at < len(posts) && posts[at]>>numberBits < low {
		at++
	}
	end := at
	for end < len(posts) && posts[end]>>numberBits == low {
		if end++; end-at > common {
			n := sort.Search(len(posts)-end, func(i int) bool { return posts[end+i]>>numberBits > low })
			return hits, end + n - at
		}
	}
	for _, p := range posts[at:end] {
		hits = append(hits, base|hit(p&numberMask)<<keyBits)
	}
	return hits, end - at
}

// merge joins two segments, of which b is the later one.
func merge(a, b *segment) *segment {
	m := &segment{
		held:   a.with(&b.held),
		begin:  make([]uint32, len(a.begin)),
		posts:  make([]uint32, 0, len(a.posts)+len(b.posts)),
		newest: max(a.newest, b.newest),
	}
	shift := uint32(len(a.ids))
	for u := range len(a.begin) - 1 {
		x, y := a.posts[a.begin[u]:a.begin[u+1]], b.posts[b.begin[u]:b.begin[u+1]]
		for len(x) > 0 && len(y) > 0 {
			// Numbers of b come after all of a, so the key alone decides.
			if x[0]>>numberBits <= y[0]>>numberBits {
				m.posts, x = append(m.posts, x[0]), x[1:]
			} else {
				m.posts, y = append(m.posts, y[0]+shift), y[1:]
			}
		}
		m.posts = append(m.posts, x...)
		for _, p := range y {
			m.posts = append(m.posts, p+shift)
		}
		m.begin[u+1] = uint32(len(m.posts))
	}
	return m
}

// A buffer is the open segment: postings in a list for each key.
type buffer struct {
	held
	last   map[uint32]int32 // by key: its last posting, counted from 1
	posts  []posting
	newest int
}

type posting struct {
	key    uint32
	item   uint32
	before int32 // the posting of the same key before this one, 0 for none
	nth    int32 // of its key
}

func newBuffer() *buffer { return &buffer{last: map[uint32]int32{}} }

func (b *buffer) add(id uint64, day int, keys []uint64, rare uint8) {
	item := uint32(len(b.ids))
	b.ids, b.rare = append(b.ids, id), append(b.rare, rare)
	b.sketches = appendSketch(b.sketches, keys)
	b.ends = append(b.ends, uint32(len(b.sketches)))
	b.newest = max(b.newest, day)
	for _, k := range keys {
		key := short(k)
		p := posting{key: key, item: item, before: b.last[key], nth: 1}
		if p.before != 0 {
			p.nth += b.posts[p.before-1].nth
		}
		b.posts = append(b.posts, p)
		b.last[key] = int32(len(b.posts))
	}
}

func (b *buffer) find(hits []hit, base hit, key uint32, common int) ([]hit, int) {
	p := b.last[key]
	if p == 0 {
		return hits, 0
	}
	n := int(b.posts[p-1].nth)
	if n > common {
		return hits, n
	}
	for ; p != 0; p = b.posts[p-1].before {
		hits = append(hits, base|hit(b.posts[p-1].item)<<keyBits)
	}
	return hits, n
}

// seal puts the postings in order.
func (b *buffer) seal() *segment {
	s := &segment{held: b.held.with(&held{}), newest: b.newest, begin: make([]uint32, segmentItems+1), posts: make([]uint32, len(b.posts))}
	for _, p := range b.posts {
		s.begin[p.key>>lowBits+1]++
	}
	for u := range segmentItems {
		s.begin[u+1] += s.begin[u]
	}
	at := slices.Clone(s.begin)
	for _, p := range b.posts {
		u := p.key >> lowBits
		s.posts[at[u]] = p.key<<numberBits | p.item
		at[u]++
	}
	for u := range segmentItems {
		slices.Sort(s.posts[s.begin[u]:s.begin[u+1]])
	}
	return s
}
