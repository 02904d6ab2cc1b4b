package admin

import (
	"slices"
	"strconv"

	"thidua"
	"thidua/internal/web/handle"
)

func changeOf(c *handle.Ctx, v changeForm, scan thidua.FileRef) thidua.OrgChange {
	out := decisionOf(c, v.kind, scan)
	out.Plan = thidua.ChangePlan{Units: c.Form.All("units"), Keeps: c.Form.Has("keeps"), Counts: c.Form.Has("counts"), To: c.Form.Text("to")}
	if i := slices.IndexFunc(v.units, func(u thidua.Unit) bool { return u.ID == c.Form.Get("into") }); i >= 0 && v.kind == thidua.ChangeMerge {
		out.Plan.Into = v.units[i : i+1]
		return out
	}
	for i := range newRows(v.kind) {
		n := "-" + strconv.Itoa(i+1)
		u := thidua.Unit{Code: c.Form.Text("code" + n), Name: c.Form.Text("name" + n), Short: c.Form.Text("short" + n), Kind: thidua.UnitDivision}
		if kind, order := kindAndOrder(v.units, out.Plan.Units); v.kind == thidua.ChangeRename {
			u.Kind, u.Order = kind, order
		} else {
			u.Order = order
		}
		if u.Name != "" || u.Code != "" {
			out.Plan.Into = append(out.Plan.Into, u)
		}
	}
	return out
}

// kindAndOrder are those of the first unit that a change is about: a new name leaves both, and new units stand in the list where it stood.
func kindAndOrder(units []thidua.Unit, of []string) (thidua.UnitKind, int) {
	for _, u := range units {
		if slices.Contains(of, u.ID) {
			return u.Kind, u.Order
		}
	}
	return thidua.UnitDivision, 0
}

func decisionOf(c *handle.Ctx, kind thidua.ChangeKind, scan thidua.FileRef) thidua.OrgChange {
	return thidua.OrgChange{Kind: kind, Day: c.Form.Day("day"), Number: c.Form.Text("number"), Decided: c.Form.Day("decided"), Issuer: c.Form.Text("issuer"),
		Abstract: c.Form.Text("abstract"), Scan: scan}
}
