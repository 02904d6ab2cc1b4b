package web

import (
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"thidua/internal/web/handle"
	"time"
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

// searches is how many searches and looks into a directory an account may make at once; after them it is one a second.
const searches = 120

// directories list people and accounts, or show one of them.
var directories = []string{"GET /nguoi", "GET /nguoi/{person}", "GET /nguoi-dung", "GET /nguoi-dung/{account}", "GET /du-lieu-ca-nhan/nguoi/{person}"}

// paced refuses who searches, or goes through the directory of people, faster than a person does. It counts by account, for visitors by address.
func (s *Server) paced(c *handle.Ctx) error {
	asked := c.R.URL.Query()
	if c.R.Method != http.MethodGet || asked.Get("q") == "" && asked.Get("ma") == "" && !slices.Contains(directories, c.Route.Pattern) {
		return nil
	}
	caller, now := c.Actor.Tenant+" "+c.Actor.Account, time.Now()
	if !c.SignedIn() {
		caller = "address " + c.From
	}
	if s.config.Core != nil {
		now = s.config.Core.Ground().DB.Wall()
	}
	wait := s.seek.Pass(caller, now)
	if wait == 0 {
		return nil
	}
	c.W.Header().Set("Retry-After", strconv.Itoa(int(wait/time.Second)))
	return errTooFast
}
