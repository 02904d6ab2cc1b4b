package main

import (
	"net"
	"strconv"
	"strings"
)

// beside is a second door for the other machines of the network: encrypted, with a certificate of our own.
type beside struct{ hosts []string }

func networkAddress() *beside {
	var b beside
	for _, h := range hostsOf(&listening{}) {
		if ip := net.ParseIP(h); ip != nil && !ip.IsLoopback() {
			b.hosts = append(b.hosts, h)
		}
	}
	return &b
}

func (b *beside) urls() string {
	var out []string
	for _, h := range b.hosts {
		out = append(out, "https://"+net.JoinHostPort(h, strconv.Itoa(networkPort)))
	}
	return strings.Join(out, ", ")
}

// open gives the listener of the second door.
func (b *beside) open(dir string) (net.Listener, error) {
	l := &listening{addr: net.JoinHostPort("", strconv.Itoa(networkPort)), selfSigned: true}
	listener, err := l.open()
	if err != nil {
		return nil, err
	}
	return l.secured(listener, dir)
}
