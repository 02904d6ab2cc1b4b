package main

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// measured are the pages with who asks for them: Văn phòng for all but the two homes of others.
var measured = []struct{ name, user, path string }{
	{"home (office)", "nttha", "/viec-cua-toi"},
	{"home (staff)", "pmanh", "/viec-cua-toi"},
	{"home (leader)", "tmkhoi", "/cho-y-kien"},
	{"board", "nttha", "/theo-doi"},
	{"ranking", "nttha", "/xep-hang"},
	{"dossier", "nttha", "/ho-so"},
	{"registrations", "nttha", "/tong-hop"},
	{"roll of honour (visitor)", "", "/bang-vang"},
}

// packed is what browsers take.
const packed = "gzip, deflate, br, zstd"

func measurePages(ctx context.Context, s *sample, rounds int) (table, error) {
	t := table{head: []string{"Page", "queries", "p50 ms", "allocs", "KB", "HTML KB", "sent KB", "unpacked p50 ms", "bare p50 ms", "bare allocs", "bare KB", "ratio"}}
	for _, p := range measured {
		path, err := s.land(p.user, p.path)
		if err != nil {
			return t, err
		}
		queries, err := s.queriesOf(p.user, path)
		if err != nil {
			return t, err
		}
		c, err := measure(rounds,
			func() error { return s.get(p.user, path, packed) },
			func() error { return s.get(p.user, path, "") },
			func() error { return replay(ctx, s.bare, queries) })
		if err != nil {
			return t, err
		}
		whole, plain, bare := c[0], c[1], c[2]
		t.add(p.name, strconv.Itoa(len(flat(queries))), ms(whole.p50), count(whole.allocs), kb(whole.bytes),
			kb(s.ask(p.user, path, "").Body.Len()), kb(s.ask(p.user, path, packed).Body.Len()), ms(plain.p50),
			ms(bare.p50), count(bare.allocs), kb(bare.bytes), ratio(whole.p50, bare.p50))
	}
	return t, nil
}

func (s *sample) get(user, path, encoding string) error {
	if w := s.ask(user, path, encoding); w.Code != http.StatusOK {
		return fmt.Errorf("%s for %s: %d", path, user, w.Code)
	}
	return nil
}

// queriesOf gives the queries of a page by transaction, the session already in use; a page that writes cannot be replayed.
func (s *sample) queriesOf(user, path string) (queries [][]statement, err error) {
	if err := s.get(user, path, ""); err != nil {
		return nil, err
	}
	queries = s.heard.during(func() { err = s.get(user, path, "") })
	for _, q := range flat(queries) {
		if !strings.HasPrefix(strings.TrimSpace(q.text), "SELECT") && !strings.HasPrefix(strings.TrimSpace(q.text), "WITH") {
			return nil, fmt.Errorf("%s writes: %s", path, q.text)
		}
	}
	return queries, err
}
