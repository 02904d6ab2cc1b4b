package closing

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/app/act"
)

// The refusals of this package.
const (
	// CodeNotBegun is a movement whose summing up has not begun.
	CodeNotBegun thidua.Code = "closing.not-begun"
	// CodeQuotaNumber is a number that cannot be read, CodeQuotaSource one without the document that sets it.
	CodeQuotaNumber thidua.Code = "closing.quota-number"
	CodeQuotaSource thidua.Code = "closing.quota-source"
)

// Quota is how many may be proposed for the whole period, with the document that says so (công văn của Sở Nội vụ).
type Quota struct {
	Movement      string
	Units, People int
	Source        string
	Version       int64 // of the closing round
}

// SaveQuota records how many collectives and people may be proposed for the period. Faults stand at "units", "people" and "source".
func (c *Closing) SaveQuota(ctx context.Context, actor thidua.Actor, q Quota) error {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return err
	}
	v, err := c.View(ctx, actor, q.Movement)
	switch {
	case err != nil:
		return err
	case v.Closing.ID == "":
		return thidua.Refuse(thidua.Conflict, CodeNotBegun)
	}
	var f thidua.Faults
	if q.Units < 0 {
		f.Add("units", CodeQuotaNumber)
	}
	if q.People < 0 {
		f.Add("people", CodeQuotaNumber)
	}
	if q.Source = strings.TrimSpace(q.Source); q.Source == "" {
		f.Add("source", CodeQuotaSource)
	}
	if err := f.Err(); err != nil {
		return err
	}
	r := v.Closing
	r.QuotaUnits, r.QuotaPeople, r.QuotaSource, r.Version = q.Units, q.People, q.Source, q.Version
	return c.app.SaveRound(ctx, actor, r)
}
