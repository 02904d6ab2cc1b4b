package web

import (
	"net/http"
	"net/netip"
	"strings"
)

// peer gives the address of the client; a proxy is believed only when the configuration names it.
func (s *Server) peer(r *http.Request) string {
	direct, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return ""
	}
	address := direct.Addr().Unmap()
	for _, p := range s.config.Proxies {
		if !p.Contains(address) {
			continue
		}
		hops := strings.Split(r.Header.Get("X-Forwarded-For"), ",")
		if told, err := netip.ParseAddr(strings.TrimSpace(hops[len(hops)-1])); err == nil {
			return told.Unmap().String()
		}
	}
	return address.String()
}
