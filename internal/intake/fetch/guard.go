package fetch

import (
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"

	"dateline"
)

// guarded refuses, when a connection is about to be made, addresses that are
// not on the public internet. By then names are resolved, so there is no second
// look-up that could say something else.
func guarded(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil || !Public(at.Addr()) {
		return failure(KindGuard, dateline.ErrForbidden,
			"%s is not on the public internet; allow private addresses for this source if it belongs to you", address)
	}
	return nil
}

// Public reports whether an address is on the public internet: not loopback,
// private, link-local (where clouds keep their metadata), multicast or set
// aside, nor an IPv6 address that leads to such an IPv4 one.
func Public(a netip.Addr) bool {
	a = a.Unmap()
	if a.Zone() != "" || !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, p := range reserved() {
		if p.Contains(a) {
			return false
		}
	}
	if v4, ok := embedded(a); ok {
		return Public(v4)
	}
	return true
}

// reserved are the ranges that net/netip has no question for.
func reserved() [17]netip.Prefix {
	return [...]netip.Prefix{
		prefix4(0, 0, 0, 0, 8),
		prefix4(100, 64, 0, 0, 10),    // behind carriers; also Alibaba's metadata
		prefix4(168, 63, 129, 16, 32), // Azure's wire server
		prefix4(192, 0, 0, 0, 24),     // protocol assignments; also Oracle's metadata
		prefix4(192, 0, 2, 0, 24),     // documentation
		prefix4(192, 88, 99, 0, 24),   // 6to4 relays
		prefix4(198, 18, 0, 0, 15),    // benchmarks
		prefix4(198, 51, 100, 0, 24),  // documentation
		prefix4(203, 0, 113, 0, 24),   // documentation
		prefix4(240, 0, 0, 0, 4),      // set aside, broadcast
		prefix6(0x0100, 0, 64),        // discard
		prefix6(0x2001, 0, 32),        // Teredo
		prefix6(0x2001, 0x0002, 48),   // benchmarks
		prefix6(0x2001, 0x0db8, 32),   // documentation
		prefix6(0x3fff, 0, 20),        // documentation
		prefix6(0x5f00, 0, 16),        // segment routing
		prefix6(0xfec0, 0, 10),        // site-local of old
	}
}

func prefix4(a, b, c, d byte, bits int) netip.Prefix {
	return netip.PrefixFrom(netip.AddrFrom4([4]byte{a, b, c, d}), bits)
}

func prefix6(first, second uint32, bits int) netip.Prefix {
	a := [16]byte{byte(first >> 8), byte(first), byte(second >> 8), byte(second)}
	return netip.PrefixFrom(netip.AddrFrom16(a), bits)
}

// embedded is the IPv4 address inside a translated IPv6 one: NAT64 and 6to4.
func embedded(a netip.Addr) (netip.Addr, bool) {
	if !a.Is6() {
		return netip.Addr{}, false
	}
	b := a.As16()
	switch {
	case b[0] == 0 && b[1] == 0x64 && b[2] == 0xff && b[3] == 0x9b:
		return netip.AddrFrom4([4]byte(b[12:16])), true
	case b[0] == 0x20 && b[1] == 0x02:
		return netip.AddrFrom4([4]byte(b[2:6])), true
	}
	return netip.Addr{}, false
}

// transport is tuned for many hosts with a few requests each. No proxy of the
// environment is used: it would resolve names out of the guard's sight.
func (c *Config) transport(guard bool) *http.Transport {
	d := &net.Dialer{Timeout: c.DialTimeout, KeepAlive: 30 * time.Second, Resolver: c.Resolver}
	if guard {
		d.Control = guarded
	}
	return &http.Transport{
		DialContext:            d.DialContext,
		TLSHandshakeTimeout:    c.DialTimeout,
		ResponseHeaderTimeout:  c.HeaderTimeout,
		MaxResponseHeaderBytes: 64 << 10,
		MaxIdleConns:           4 * c.AtOnce,
		MaxIdleConnsPerHost:    c.AtOnce, // manners keep to fewer where they apply
		IdleConnTimeout:        30 * time.Second,
		DisableCompression:     true, // undone here, with a limit
		ForceAttemptHTTP2:      true,
		ReadBufferSize:         16 << 10,
	}
}
