package fetch

import (
	"context"
	"net"
	"net/url"
	"strings"
	"sync"
	"time"
)

// hosts keeps the manners towards each host.
type hosts struct {
	mu  sync.Mutex
	all map[string]*host
}

// maxHosts bounds the memory: beyond it, hosts that nobody waits for are
// forgotten.
const maxHosts = 10_000

// A host is one server's address with its port.
type host struct {
	conns   chan struct{} // one place for each connection at once
	mu      sync.Mutex
	next    time.Time // when the next request may begin
	waiting int       // users; a record in use that was forgotten would be made twice, and allow twice as much
	pause   time.Time // the server asked to be left alone until then
	robots  robotsEntry
}

// hostOf names a server, however an address writes it: case, the usual port and
// encryption make no other host, to which twice as much could be asked.
func hostOf(u *url.URL) string {
	name := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	switch port := u.Port(); {
	case port == "", port == "80" && u.Scheme == "http", port == "443" && u.Scheme == "https":
		return name
	default:
		return net.JoinHostPort(name, port)
	}
}

// get returns the host's record, and counts its user until done is called.
func (h *hosts) get(name string, perHost int) (one *host, done func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	one = h.all[name]
	if one == nil {
		h.forget()
		one = &host{conns: make(chan struct{}, perHost)}
		h.all[name] = one
	}
	one.mu.Lock()
	one.waiting++
	one.mu.Unlock()
	return one, func() {
		one.mu.Lock()
		one.waiting--
		one.mu.Unlock()
	}
}

// forget makes room when there are too many hosts.
func (h *hosts) forget() {
	if len(h.all) < maxHosts {
		return
	}
	now := time.Now()
	for name, one := range h.all {
		one.mu.Lock()
		idle := one.waiting == 0 && one.next.Before(now) && one.pause.Before(now)
		one.mu.Unlock()
		// Where none is idle the map grows past its bound: a host forgotten in use could be asked
		// twice as much.
		if idle {
			delete(h.all, name)
		}
	}
}

// turn waits until the host may be asked again, and takes one of its
// connections, which the caller gives back with leave.
func (h *host) turn(ctx context.Context, delay time.Duration) error {
	select {
	case h.conns <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	h.mu.Lock()
	now := time.Now()
	start := h.next
	if start.Before(now) {
		start = now
	}
	h.next = start.Add(delay) // taken at once, so that those behind queue up without waiting for this one
	h.mu.Unlock()
	if start.After(now) {
		t := time.NewTimer(start.Sub(now))
		defer t.Stop()
		select {
		case <-t.C:
		case <-ctx.Done():
			h.giveUp(start, delay)
			h.leave()
			return ctx.Err()
		}
	}
	return nil
}

// giveUp takes back a turn that was not used, if nobody stands behind it: polls
// that give up before a long delay is over would otherwise put it off for ever.
func (h *host) giveUp(start time.Time, delay time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.next.Equal(start.Add(delay)) {
		h.next = start
	}
}

// leave is for whom turn let in, once; it would wait for ever if nobody held a place.
func (h *host) leave() { <-h.conns }

// rest remembers that the server asked to be left alone.
func (h *host) rest(until time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if until.After(h.pause) {
		h.pause = until
	}
}

// resting is how long the host still wants to be left alone.
func (h *host) resting(now time.Time) time.Duration {
	h.mu.Lock()
	defer h.mu.Unlock()
	return max(0, h.pause.Sub(now))
}
