package confine

import (
	"slices"
	"testing"
)

func TestPortsOfAddresses(t *testing.T) {
	for address, want := range map[string][]uint16{
		"": nil, "mail.example:587": {587}, "[2001:db8::1]:25": {25}, "https://sso.example": {443}, "https://sso.example:8443/realm?a=1:2": {8443},
		"http://s3.local": {80}, "postgres://u:12345@db/thidua": {5432}, "postgres://u:p@db:6543/thidua?sslmode=disable": {6543},
		"postgres://u:p@a:6001,b:6002/thidua": {6001, 6002}, "host=db port=7000 user=u": {7000}, "host=/run/postgresql": {5432},
	} {
		if got := Ports(address); !slices.Equal(got, want) {
			t.Errorf("%q has the ports %v, want %v", address, got, want)
		}
	}
}
