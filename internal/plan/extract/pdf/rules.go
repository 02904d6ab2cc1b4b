package pdf

import "slices"

const (
	touch    = 3.0 // points; lines that come as near to each other meet
	minRule  = 8.0 // points; what is shorter is a dot or a dash
	maxRules = 2000
)

// rule is a straight line: at is its place across, from…to its length.
type rule struct{ at, from, to float64 }

// ruled sorts the strokes of a page into level and upright rules. A page that has more than any table is a drawing.
func ruled(strokes []box) (level, upright []rule) {
	for _, s := range strokes {
		switch {
		case s.height() < thin && s.width() >= minRule:
			level = append(level, rule{(s.y0 + s.y1) / 2, s.x0, s.x1})
		case s.width() < thin && s.height() >= minRule:
			upright = append(upright, rule{(s.x0 + s.x1) / 2, s.y0, s.y1})
		}
	}
	level, upright = joined(level), joined(upright)
	if len(level) > maxRules || len(upright) > maxRules {
		return nil, nil
	}
	return level, upright
}

// joined makes one rule of pieces that follow each other or lie beside each other.
func joined(all []rule) []rule {
	places := distinct(all, func(r rule) float64 { return r.at })
	for i := range all {
		all[i].at = nearest(places, all[i].at)
	}
	slices.SortFunc(all, func(a, b rule) int {
		if c := order(a.at, b.at); c != 0 {
			return c
		}
		return order(a.from, b.from)
	})
	var out []rule
	for _, r := range all {
		if n := len(out) - 1; n >= 0 && out[n].at == r.at && r.from <= out[n].to+touch {
			out[n].to = max(out[n].to, r.to)
			continue
		}
		out = append(out, r)
	}
	return out
}

// distinct gives the sorted values, one for those that come near each other.
func distinct[T any](all []T, of func(T) float64) []float64 {
	values := make([]float64, len(all))
	for i, x := range all {
		values[i] = of(x)
	}
	slices.Sort(values)
	out := values[:0]
	for _, v := range values {
		if n := len(out); n == 0 || v-out[n-1] > touch {
			out = append(out, v)
		}
	}
	return out
}

// nearest gives the value of the sorted, which are not empty, that is nearest to v.
func nearest(sorted []float64, v float64) float64 {
	i, _ := slices.BinarySearch(sorted, v)
	if i == len(sorted) || i > 0 && v-sorted[i-1] < sorted[i]-v {
		i--
	}
	return sorted[i]
}

// meet tells whether a level and an upright rule touch.
func meet(l, u rule) bool {
	return u.at >= l.from-touch && u.at <= l.to+touch && l.at >= u.from-touch && l.at <= u.to+touch
}

// nets groups the rules that hang together.
func nets(level, upright []rule) []net {
	group := newGroups(len(level) + len(upright))
	for i, l := range level {
		for k, u := range upright {
			if meet(l, u) {
				group.join(i, len(level)+k)
			}
		}
	}
	found := map[int]*net{}
	var out []*net
	of := func(i int) *net {
		root := group.root(i)
		if found[root] == nil {
			found[root] = &net{}
			out = append(out, found[root])
		}
		return found[root]
	}
	for i, l := range level {
		n := of(i)
		n.level = append(n.level, l)
	}
	for k, u := range upright {
		n := of(len(level) + k)
		n.upright = append(n.upright, u)
	}
	var whole []net
	for _, n := range out {
		if len(n.level) >= 2 && len(n.upright) >= 1 {
			whole = append(whole, *n)
		}
	}
	return whole
}

// net is rules that hang together.
type net struct{ level, upright []rule }

// groups is a union of numbers into disjoint sets.
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

func (g groups) root(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

// join puts two sets together under the lower number, which is the first cell of a merged one.
func (g groups) join(a, b int) {
	a, b = g.root(a), g.root(b)
	g[max(a, b)] = min(a, b)
}
