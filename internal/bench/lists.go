package main

import (
	"context"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"thidua/internal/demo"
	many "thidua/internal/sample"
)

// asked20 is how often each page of a large sample is asked for.
const asked20 = 20

// bound is what a page of a province may take at the median of one user.
const bound = 100 * time.Millisecond

// measureLists measures every page that can be reached by a link, one of each shape, for the parts that look at the largest lists, and prints the slowest
// first.
func measureLists(ctx context.Context, dir, password string) (table, error) {
	t := table{head: []string{"Page", "user", "rows", "queries", "p50 ms", "least ms", "HTML KB"}}
	s, err := openLists(ctx, dir, password)
	if err != nil {
		return t, err
	}
	defer s.close()
	var all []timed
	for _, user := range []string{"vanphong", "sonoivu", "ubndtinh", "quantri"} {
		pages, err := s.timeAll(user)
		if err != nil {
			return t, err
		}
		all = append(all, pages...)
	}
	slices.SortStableFunc(all, func(a, b timed) int { return int(b.p50 - a.p50) })
	slow := 0
	for _, p := range all {
		if p.p50 >= bound {
			slow++
		}
		t.add(kindOf(p.path), p.user, strconv.Itoa(p.rows), strconv.Itoa(p.queries), ms(p.p50), ms(p.least), kb(p.size))
	}
	t.add(fmt.Sprintf("%d pages, %d at or over %s ms", len(all), slow, ms(bound)), "", "", "", "", "", "")
	return t, nil
}

// openLists serves the sample of a folder, or without a password makes a province there.
func openLists(ctx context.Context, dir, password string) (*sample, error) {
	if password == "" {
		size, _ := many.SizeNamed("province")
		s, err := openLarge(ctx, dir, size, func(int, int) {})
		if err != nil {
			return nil, err
		}
		return s.sample, nil
	}
	clock := &demo.Clock{}
	clock.Set(many.After)
	s, err := serveSample(ctx, dir, "", clock)
	if err != nil {
		return nil, err
	}
	s.password = password
	return s, nil
}

// timed is a page with what it took.
type timed struct {
	path, user    string
	rows, queries int
	p50, least    time.Duration
	size          int
}

var (
	leads = regexp.MustCompile(`href="(/[^"?#]*)`)
	named = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f-]{27}`)
)

// kindOf is an address without the ids in it.
func kindOf(path string) string { return named.ReplaceAllString(path, "{}") }

// timeAll follows the links of somebody from the addresses without an id, one page of each shape, and measures each; files are left out.
func (s *sample) timeAll(user string) (out []timed, err error) {
	if err := s.signIn(user); err != nil {
		return nil, err
	}
	open, seen := s.addresses(), map[string]bool{}
	for len(open) > 0 {
		path := open[0]
		open = open[1:]
		if seen[kindOf(path)] || strings.Contains(path, ".") || strings.Contains(path, "/tep/") {
			continue
		}
		w := s.ask(user, path, "")
		if w.Code == http.StatusSeeOther {
			open = append(open, w.Header().Get("Location"))
		}
		if seen[kindOf(path)] = true; w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		body := w.Body.String()
		for _, m := range leads.FindAllStringSubmatch(body, -1) {
			open = append(open, m[1])
		}
		p := timed{path: path, user: user, rows: strings.Count(body, "<tr"), size: len(body)}
		p.queries = len(flat(s.heard.during(func() { s.ask(user, path, "") })))
		p.p50, p.least = s.median(user, path)
		out = append(out, p)
	}
	return out, nil
}

// addresses lists the pages without an id.
func (s *sample) addresses() (out []string) {
	for _, g := range s.server.Routes() {
		for _, r := range g.Routes {
			if path, ok := strings.CutPrefix(r.Pattern, "GET "); ok && !strings.Contains(path, "{") {
				out = append(out, path)
			}
		}
	}
	return out
}

// median is what a page takes as a browser asks for it, and the least that it took: what a machine that does nothing else would need.
func (s *sample) median(user, path string) (p50, least time.Duration) {
	times := make([]time.Duration, asked20)
	for i := range times {
		begin := time.Now()
		s.ask(user, path, packed)
		times[i] = time.Since(begin)
	}
	slices.Sort(times)
	return times[len(times)/2], times[0]
}
