package sample

import (
	"thidua"
	"thidua/internal/store"
)

// above writes Sở Nội vụ and UBND tỉnh of a province with what they had of its agencies.
func (l *load) above(d dice, at int, name string, all []*house) error {
	home, top := newUpper(d, -1, name, thidua.AgencyHomeAffairs), newUpper(d, -2, name, thidua.AgencyProvince)
	for _, u := range []*upper{home, top} {
		if err := l.write(&u.house, thidua.AgencyFounded, "agency:"+u.row.ID, moment(planned, 9, 0), u.open); err != nil {
			return err
		}
		l.tell()
	}
	if err := l.write(&home.house, thidua.SampleMade, "agency:"+home.row.ID, moment("2025-05-05", 9, 0), func(tx *store.Tx) error { return home.enlist(tx, all) }); err != nil {
		return err
	}
	for _, year := range []int{2021, 2022, 2023, 2024, 2025, closingYear} {
		p, on := all[0].period(year), moment(thidua.NewDate(judged(year), 3, 12), 9, 0)
		if err := l.write(&home.house, thidua.SampleMade, "agency:"+home.row.ID, on, func(tx *store.Tx) error { return home.appraise(tx, year, all) }); err != nil {
			return err
		}
		for _, u := range []*upper{home, top} {
			if err := l.write(&u.house, thidua.SampleMade, "agency:"+u.row.ID, on, func(tx *store.Tx) error { return u.raise(tx, year, home, p) }); err != nil {
				return err
			}
		}
	}
	if at > 0 {
		return nil
	}
	for _, u := range []struct {
		of   *upper
		name string
		role thidua.Role
	}{{home, "sonoivu", thidua.RoleAppraiser}, {top, "ubndtinh", thidua.RoleProvince}} {
		one := u.of.people[1]
		account := u.of.part(u.name, &one, []thidua.Role{u.role}, nil)
		if err := l.open(&u.of.house, "agency:"+u.of.row.ID, []opened{account}); err != nil {
			return err
		}
	}
	return nil
}
