// Package outbound is the one door through which the program asks other servers over HTTP: never an address inside the network unless the
// operator named its host, never through a redirect or a proxy of the environment.
package outbound

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"syscall"
	"time"
)

// ErrPrivate is an address that is none of the public network's and whose host no configuration names.
var ErrPrivate = errors.New("the address lies inside the network")

// The bounds of one request to another server.
const (
	dialFor = 10 * time.Second
	wholeOf = 60 * time.Second
)

// Client makes a client for the hosts that the operator named, which may lie anywhere, and for any other host on the public network alone.
// Names are looked up first and the address is judged where it is dialled, so that a name that changes its mind is refused too.
func Client(named ...string) *http.Client {
	outside := &net.Dialer{Timeout: dialFor, Control: func(_, address string, _ syscall.RawConn) error { return judge(address) }}
	inside := &net.Dialer{Timeout: dialFor}
	return &http.Client{
		Timeout: wholeOf,
		Transport: &http.Transport{
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				host, _, err := net.SplitHostPort(address)
				if err == nil && slices.ContainsFunc(named, func(n string) bool { return strings.EqualFold(n, host) }) {
					return inside.DialContext(ctx, network, address)
				}
				return outside.DialContext(ctx, network, address)
			},
			ForceAttemptHTTP2:      true,
			TLSHandshakeTimeout:    dialFor,
			ResponseHeaderTimeout:  wholeOf / 2,
			IdleConnTimeout:        wholeOf,
			MaxIdleConnsPerHost:    4,
			MaxResponseHeaderBytes: 64 << 10,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// kept are networks that are public by their form and private by their use (RFC 6890): shared by carriers, tests, tunnels into IPv4.
var kept = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"),
	netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("2001::/32"), netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"),
	netip.MustParsePrefix("fec0::/10"),
}

func judge(address string) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("outbound: %w", err)
	}
	ip := to.Addr().WithZone("").Unmap()
	public := ip.IsGlobalUnicast() && !ip.IsPrivate() && !slices.ContainsFunc(kept, func(p netip.Prefix) bool { return p.Contains(ip) })
	if !public {
		return fmt.Errorf("outbound %s: %w", ip, ErrPrivate)
	}
	return nil
}
