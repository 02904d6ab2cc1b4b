package sample

import (
	"fmt"
	"slices"
	"strings"

	"thidua"
)

// draft is an agency before it is made.
type draft struct {
	row    thidua.Agency
	bare   string // name without the mark of a sample
	short  string // of the province, as documents name it
	deputy string
	block  string
	kind   string // which units it has
	units  int
	people int
}

// provinceNames are invented, one for each province of the country.
var provinceNames = strings.Split(of(rows("places"), "tinh")[0][0], ";")

// drafts plans the agencies of a province.
func drafts(d dice, s Size, name string) []draft {
	var out []draft
	units, people := shares(s.Units, s.Agencies), shares(s.People, s.Agencies)
	for i, r := range chosen(d, s.Agencies) {
		where := name
		bare := r[1]
		if strings.Contains(bare, "%s") {
			bare = fmt.Sprintf(bare, name)
		} else {
			where = r[6]
		}
		a := draft{bare: bare, short: name, kind: r[0], deputy: r[4], block: r[5], units: units[i], people: people[i]}
		a.row = thidua.Agency{Name: marked(bare), Parent: word("cap-tren", name), Place: where, Symbol: r[2], LeaderTitle: r[3],
			HomeRule: word("quy-dinh", name), Sample: true, Public: true, Version: 1}
		out = append(out, a)
	}
	return out
}

// chosen gives the rows of so many agencies: those of the province first, half of them in a small one, then communes and wards.
func chosen(d dice, count int) [][]string {
	own := rows("agencies")
	if count < 2*len(own) {
		own = own[:(count+1)/2]
	}
	kinds, places := rows("communes"), rows("places")
	var names []string
	for _, first := range strings.Split(of(places, "dau")[0][0], ";") {
		for _, last := range strings.Split(of(places, "cuoi")[0][0], ";") {
			names = append(names, first+" "+last)
		}
	}
	d.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	out := slices.Clone(own)
	for i := 0; len(out) < count; i++ {
		r := slices.Clone(kinds[min(i%5/4, len(kinds)-1)]) // every fifth is a ward
		r[1] = fmt.Sprintf(r[1], names[i])
		out = append(out, append(r, names[i]))
	}
	return out
}
