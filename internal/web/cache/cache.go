// Package cache keeps rendered pages until what they show has changed. A page
// is kept under its address with tags that say what is on it; whoever follows
// the log drops the tags of what changed.
package cache

import (
	"slices"
	"sync"
	"sync/atomic"
)

// A Cache is bounded in bytes. It is safe for concurrent use.
type Cache struct {
	limit int

	mu    sync.RWMutex
	pages map[string]*slot
	tags  map[string]map[string]struct{} // tag -> addresses
	ring  []*slot                        // what the clock's hand goes round
	hand  int
	bytes int
	works map[string]*work // renderings that others may wait for
	all   map[*work]struct{}
}

type slot struct {
	address string
	page    *Page
	place   int         // in the ring
	used    atomic.Bool // since the hand last came by
}

// A work is a page being rendered. What is dropped meanwhile is remembered,
// because the page may have been read before the change.
type work struct {
	done    chan struct{}
	page    *Page
	err     error
	dropped []string
}

// New returns an empty cache that holds at most limit bytes of pages.
func New(limit int) *Cache {
	return &Cache{
		limit: limit, pages: map[string]*slot{}, tags: map[string]map[string]struct{}{},
		works: map[string]*work{}, all: map[*work]struct{}{},
	}
}

// Get returns the page kept under address, or nil.
func (c *Cache) Get(address string) *Page {
	c.mu.RLock()
	s := c.pages[address]
	c.mu.RUnlock()
	if s == nil {
		return nil
	}
	if !s.used.Load() { // a load is cheaper than a store to a shared line
		s.used.Store(true)
	}
	return s.page
}

// Render returns the page kept under address or makes it. Requests that come
// while it is being made wait for that one rendering. A page is not kept when
// one of its tags was dropped meanwhile, nor without tags, nor on an error.
func (c *Cache) Render(address string, render func() (*Page, error)) (*Page, error) {
	if p := c.Get(address); p != nil {
		return p, nil
	}
	c.mu.Lock()
	// One rendering for all who ask at once: after a flash a thousand readers load the front.
	if w := c.works[address]; w != nil {
		c.mu.Unlock()
		<-w.done
		return w.page, w.err
	}
	w := &work{done: make(chan struct{}), err: errPanicked}
	c.works[address], c.all[w] = w, struct{}{}
	c.mu.Unlock()

	defer func() { // also when render panics: those who wait must not wait for ever
		c.mu.Lock()
		// A drop may have let another rendering of the address begin meanwhile, which stays.
		if c.works[address] == w {
			delete(c.works, address)
		}
		delete(c.all, w)
		if w.err == nil && len(w.page.Tags) > 0 && !overlap(w.page.Tags, w.dropped) {
			c.put(address, w.page)
		}
		c.mu.Unlock()
		close(w.done)
	}()
	w.page, w.err = render()
	return w.page, w.err
}

// Drop removes every page that carries one of the tags.
func (c *Cache) Drop(tags ...string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, tag := range tags {
		for address := range c.tags[tag] {
			c.remove(c.pages[address])
		}
	}
	// Also those that nobody may join any more: they still end, and would put their page in.
	for w := range c.all {
		w.dropped = append(w.dropped, tags...)
	}
	// Who asks from now on must not get a page that was read before.
	clear(c.works)
}

// Bytes returns how much the kept pages take.
func (c *Cache) Bytes() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.bytes
}

// Idle reports whether no page is kept or being made: nothing could be dropped.
func (c *Cache) Idle() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return len(c.pages) == 0 && len(c.all) == 0
}

// Len returns how many pages are kept.
func (c *Cache) Len() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return len(c.pages)
}

// put is called under the lock, by whoever rendered the page.
func (c *Cache) put(address string, page *Page) {
	if page.size() > c.limit/4 {
		return // one page must not push out all others
	}
	// Two renderings of one address may end one after the other, with a drop between them.
	if old := c.pages[address]; old != nil {
		c.remove(old)
	}
	s := &slot{address: address, page: page, place: len(c.ring)}
	c.pages[address] = s
	c.ring = append(c.ring, s)
	c.bytes += page.size()
	for _, tag := range page.Tags {
		if c.tags[tag] == nil {
			c.tags[tag] = map[string]struct{}{}
		}
		c.tags[tag][address] = struct{}{}
	}
	c.makeRoom(s)
}

// makeRoom turns the clock's hand: a page that was used since the last turn
// stays for one more, the next one goes. The newest is spared.
func (c *Cache) makeRoom(newest *slot) {
	for c.bytes > c.limit && len(c.ring) > 1 {
		c.hand %= len(c.ring)
		s := c.ring[c.hand]
		if s == newest || s.used.Swap(false) {
			c.hand++
			continue
		}
		c.remove(s)
	}
}

// remove is called under the lock, with a slot that is in the cache. The page may still be
// on its way to readers; nothing in it changes.
func (c *Cache) remove(s *slot) {
	delete(c.pages, s.address)
	c.bytes -= s.page.size()
	for _, tag := range s.page.Tags {
		delete(c.tags[tag], s.address)
		if len(c.tags[tag]) == 0 {
			delete(c.tags, tag)
		}
	}
	// The last one takes the empty place: a ring without gaps needs no search, and the order
	// in it means nothing.
	last := c.ring[len(c.ring)-1]
	c.ring[s.place], last.place = last, s.place
	c.ring = c.ring[:len(c.ring)-1]
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(tag string) bool { return slices.Contains(b, tag) })
}
