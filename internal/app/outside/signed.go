package outside

import (
	"context"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/seal"
)

// SignedView is the signed copy of a paper as it is kept.
type SignedView struct {
	seal.Copy
	ByAgency bool  // Đã ký số của cơ quan
	Fault    error // it cannot be opened: nothing else is known
}

// Signed examines the signed copy of a paper that the actor sees; nil while there is none.
func (d Desk) Signed(ctx context.Context, actor thidua.Actor, v app.PaperView) (*SignedView, error) {
	if v.Signed.Missing() {
		return nil, nil
	}
	agency, err := d.App.Agency(ctx, actor)
	if err != nil {
		return nil, err
	}
	data, err := d.App.Content(actor, v.Paper.Signed)
	if err != nil {
		return &SignedView{Fault: err}, nil
	}
	c := d.App.LookAt(data, v.Paper.Signed)
	return &SignedView{Copy: c, ByAgency: c.ByAgency(agency.Name)}, nil
}
