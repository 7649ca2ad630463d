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
func reserved() []netip.Prefix {
	ranges := [...]string{
		"0.0.0.0/8",
		"100.64.0.0/10",    // behind carriers; also Alibaba's metadata
		"168.63.129.16/32", // Azure's wire server
		"192.0.0.0/24",     // protocol assignments; also Oracle's metadata
		"192.0.2.0/24",     // documentation
		"192.88.99.0/24",   // 6to4 relays
		"198.18.0.0/15",    // benchmarks
		"198.51.100.0/24",  // documentation
		"203.0.113.0/24",   // documentation
		"240.0.0.0/4",      // set aside, broadcast
		"::/96",            // IPv4 addresses written as IPv6 ones, of old
		"64:ff9b:1::/48",   // translation within a network (RFC 8215), to whatever it has
		"100::/64",         // discard
		"2001::/32",        // Teredo
		"2001:2::/48",      // benchmarks
		"2001:db8::/32",    // documentation
		"3fff::/20",        // documentation
		"5f00::/16",        // segment routing
		"fec0::/10",        // site-local of old
	}
	out := make([]netip.Prefix, len(ranges))
	for i, r := range ranges {
		out[i] = netip.MustParsePrefix(r)
	}
	return out
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
