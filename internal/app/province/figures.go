package province

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Numbers is what Sở Nội vụ entered for a period: the numbers of awards with their documents, and how many are chosen.
type Numbers struct {
	Look
	Counts []Counted
	Blocks []string
}

// Numbers reads the numbers of a period.
func (b *Bureau) Numbers(ctx context.Context, actor thidua.Actor, period string) (v Numbers, err error) {
	err = b.read(ctx, actor, Appraisers, func(tx *store.Tx) error {
		if v.Look, err = lookAt(tx, period); err != nil {
			return err
		}
		partners, err := tx.Partners()
		if err != nil {
			return err
		}
		v.Blocks = Blocks(partners)
		cases, err := tx.Cases(store.CaseFilter{Period: v.Period, IndexYear: v.IndexYear}, store.Page{})
		for _, kind := range []thidua.SubjectKind{thidua.Collective, thidua.Individual} {
			if err == nil {
				var some []Counted
				some, err = countsOf(tx, v.Period, kind, cases)
				v.Counts = append(v.Counts, some...)
			}
		}
		return err
	})
	return v, err
}

// SaveQuota records a number of awards with the document that it comes from, or corrects it.
func (b *Bureau) SaveQuota(ctx context.Context, actor thidua.Actor, period string, q thidua.Quota) error {
	q.Document = strings.TrimSpace(q.Document)
	if err := q.Check(); err != nil {
		return err
	}
	if q.Kind != thidua.Collective {
		q.Kind = thidua.Individual
	}
	return b.write(ctx, actor, Appraisers, act.Deed{Verb: thidua.SaveQuota, After: q}, func(tx *store.Tx, d *act.Deed) error {
		l, err := lookAt(tx, period)
		if err != nil {
			return err
		}
		if l.Period.Year == 0 {
			return errNotFound
		}
		d.Object, d.Name = "quota:"+PeriodKey(l.Period), q.Document
		return tx.SaveQuota(l.Period, q)
	})
}

// Indexes is the reform index of every agency in a year.
type Indexes struct {
	Year     int
	Partners []thidua.Partner
	Points   []thidua.IndexPoint
}

// Indexes reads the index of a year; 0 is the latest one.
func (b *Bureau) Indexes(ctx context.Context, actor thidua.Actor, year int) (v Indexes, err error) {
	err = b.read(ctx, actor, Appraisers, func(tx *store.Tx) error {
		if v.Year = year; year == 0 {
			if v.Year, err = tx.IndexYear(act.Today(tx).Year()); err != nil {
				return err
			}
		}
		partners, err := tx.Partners()
		if err != nil {
			return err
		}
		for _, p := range partners {
			if p.Kind.RunsSeasons() && !p.Ended {
				v.Partners = append(v.Partners, p)
			}
		}
		v.Points, err = tx.IndexPoints(v.Year)
		return err
	})
	return v, err
}

// Of finds the index of an agency.
func (v Indexes) Of(agency string) (thidua.IndexPoint, bool) {
	for _, i := range v.Points {
		if i.Agency == agency {
			return i, true
		}
	}
	return thidua.IndexPoint{}, false
}

// SaveIndex records the index of an agency in a year with the document that published it, or corrects it.
func (b *Bureau) SaveIndex(ctx context.Context, actor thidua.Actor, i thidua.IndexPoint) error {
	i.Document = strings.TrimSpace(i.Document)
	return b.write(ctx, actor, Appraisers, act.Deed{Verb: thidua.SaveIndexPoint, Object: "index-point:" + i.Agency, After: i}, func(tx *store.Tx, d *act.Deed) error {
		if err := i.Check(act.Today(tx)); err != nil {
			return err
		}
		p, err := tx.Partner(i.Agency)
		if thidua.KindOf(err) == thidua.NotFound {
			return thidua.Faults{{Field: "agency", Code: thidua.CodeAgencyUnknown}}.Err()
		}
		if err != nil {
			return err
		}
		d.Name = p.Name
		return tx.SaveIndexPoint(i)
	})
}
