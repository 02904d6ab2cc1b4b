package province

import (
	"fmt"
	"hash/crc32"

	"thidua"
	"thidua/internal/store"
)

// Look is the period that a page shows, with the others to choose from.
type Look struct {
	Period    thidua.Period
	Periods   []thidua.Period
	IndexYear int // latest year of which the index is known, up to the period's; 0 when none is
}

// PeriodKey names a period in an address; movements of one year are told apart by their names.
func PeriodKey(p thidua.Period) string {
	closing := ""
	if p.Closing {
		closing = "-tong-ket"
	}
	return fmt.Sprintf("%d%s-%08x", p.Year, closing, crc32.ChecksumIEEE([]byte(p.Movement)))
}

// lookAt chooses the period of a key, the latest one for none; NotFound for a key of no period.
func lookAt(tx *store.Tx, key string) (l Look, err error) {
	if l.Periods, err = tx.Periods(); err != nil {
		return l, err
	}
	for i, p := range l.Periods {
		if key == PeriodKey(p) || key == "" && i == 0 {
			l.Period = p
			l.IndexYear, err = tx.IndexYear(p.Year)
			return l, err
		}
	}
	if key != "" {
		return l, errNotFound
	}
	return l, nil
}
