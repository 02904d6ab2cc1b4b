package confine

import (
	"net"
	"net/url"
	"regexp"
	"strconv"
)

// usual are the ports of addresses that name none.
var usual = map[string]uint16{"http": 80, "https": 443, "postgres": 5432, "postgresql": 5432}

// named finds the ports in what a URL cannot hold: several hosts, or the words of a PostgreSQL line.
var named = regexp.MustCompile(`(?:\bport=|:)(\d{1,5})\b`)

// Ports gives the TCP ports of addresses as an operator writes them: host:port, a URL, or the connection line of PostgreSQL. An empty address has
// none.
func Ports(addresses ...string) (out []uint16) {
	for _, address := range addresses {
		out = append(out, portsOf(address)...)
	}
	return out
}

func portsOf(address string) (out []uint16) {
	if address == "" {
		return nil
	}
	if _, port, err := net.SplitHostPort(address); err == nil {
		if n, ok := number(port); ok {
			return []uint16{n}
		}
	}
	u, err := url.Parse(address)
	if err == nil && u.Host != "" && u.Port() == "" {
		return []uint16{usual[u.Scheme]}
	}
	if err == nil && u.Host != "" {
		address = u.Host
	}
	for _, m := range named.FindAllStringSubmatch(address, -1) {
		if n, ok := number(m[1]); ok {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		out = []uint16{usual["postgres"]}
	}
	return out
}

func number(text string) (uint16, bool) {
	n, err := strconv.ParseUint(text, 10, 16)
	return uint16(n), err == nil && n > 0
}
