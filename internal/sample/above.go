package sample

import (
	"slices"
	"strings"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// ranked is the reform index of an agency in a year and its place among those of its block.
type ranked struct{ points, place, of int }

// rankIndexes gives every agency of a province its index of each year.
func rankIndexes(d dice, all []*house) {
	for year := firstYear - 1; year <= lastYear; year++ {
		blocks := map[string][]*house{}
		for _, h := range all {
			h.index[year] = ranked{points: d.between(7800, 9650)}
			blocks[h.block] = append(blocks[h.block], h)
		}
		for _, in := range blocks {
			slices.SortStableFunc(in, func(a, b *house) int { return b.index[year].points - a.index[year].points })
			for i, h := range in {
				h.index[year] = ranked{points: h.index[year].points, place: i + 1, of: len(in)}
			}
		}
	}
}

// published is the day on which the index of a year was made known.
func published(year int) thidua.Date { return thidua.NewDate(year+1, 4, 25) }

// ownIndex writes the ranks of the agency as it recorded them.
func (h *house) ownIndex(tx *store.Tx, year int) error {
	r, ok := h.index[year]
	if !ok || r.place == 0 {
		return nil
	}
	return tx.SaveIndexResult(thidua.IndexResult{ID: h.id(moment(published(year), 9, 0)), Year: year, Rank: r.place, Of: r.of, PublishedOn: published(year),
		Document: word("chi-so", year)})
}

// upper is Sở Nội vụ or UBND tỉnh while its data are made.
type upper struct {
	house
	raised map[int][]thidua.RaiseLine // at Sở Nội vụ: what went up, by year
}

// newUpper plans one of the bodies above the agencies of a province, with one room and two people.
func newUpper(d dice, place int, province string, kind thidua.AgencyKind) *upper {
	u := &upper{house: house{dice: d, place: place}, raised: map[int][]thidua.RaiseLine{}}
	at := moment(founded, 8, 0)
	name, title, chief, room, post := "so-noi-vu", "SNV", "giam-doc-so", []string{"phong-tdkt", "p-tdkt"}, "cv-tdkt"
	if kind == thidua.AgencyProvince {
		name, title, chief, room, post = "ubnd-tinh", "UBND", "chu-tich-tinh", []string{"vp-tinh", "vp-tinh"}, "cv-tinh"
	}
	u.row = thidua.Agency{ID: d.id(at), Kind: kind, Name: word(name, province), Parent: word("cap-tren", province), Place: province, Symbol: title, LeaderTitle: word(chief),
		Sample: true, Version: 1}
	u.units = []unit{{Unit: thidua.Unit{ID: d.id(at), Code: "TD", Name: word(room[0]), Short: word(room[1]), Kind: thidua.UnitOffice, Order: 1, From: founded, Version: 1}}}
	u.join(-1, word(chief), thidua.RankLeader)
	u.join(0, word(post), thidua.RankMember)
	return u
}

// open writes the body with its room and people.
func (u *upper) open(tx *store.Tx) error {
	if err := tx.InsertAgency(u.row); err != nil {
		return err
	}
	room := u.units[0]
	if err := tx.InsertUnit(room.Unit, store.Keys{Fold: vi.Fold(room.Name), Sort: vi.SortKey(room.Name)}); err != nil {
		return err
	}
	return u.hire(tx)
}

// enlist writes the agencies that send, with their block and their index of each year.
func (u *upper) enlist(tx *store.Tx, all []*house) error {
	for _, h := range all {
		p := thidua.Partner{ID: h.row.ID, Name: h.row.Name, Kind: thidua.AgencyOrdinary, Block: h.block, Inside: true}
		if err := tx.InsertPartner(p, vi.Fold(p.Name), vi.SortKey(p.Name)); err != nil {
			return err
		}
		for year := firstYear - 1; year < lastYear; year++ {
			i := h.index[year]
			if err := tx.SaveIndexPoint(thidua.IndexPoint{Agency: p.ID, Year: year, Points: thidua.Quantity(i.points), Rank: i.place, PublishedOn: published(year),
				Document: word("chi-so", year)}); err != nil {
				return err
			}
		}
	}
	return nil
}

func years(held []string, before int) string {
	var out []string
	for _, y := range held {
		if before == closingYear || y < padded(before, 4) {
			out = append(out, y)
		}
	}
	return strings.Join(slices.Compact(out), ", ")
}
