package outside

import (
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
func (d Desk) Signed(actor thidua.Actor, v app.PaperView) *SignedView {
	if v.Signed.Missing() {
		return nil
	}
	data, err := d.App.Content(actor, v.Paper.Signed)
	if err != nil {
		return &SignedView{Fault: err}
	}
	c := d.App.LookAt(data, v.Paper.Signed)
	return &SignedView{Copy: c, ByAgency: c.ByAgency(v.Agency.Name)}
}
