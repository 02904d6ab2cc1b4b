// Package movement holds the pages of a plan and of the movement that is made of it: reading a plan, checking it, the movement by year.
package movement

import (
	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/former"
	"thidua/internal/app/launch"
	"thidua/internal/app/pasting"
	"thidua/internal/file"
	"thidua/internal/web/handle"
)

// Pages are the pages of plans and movements.
type Pages struct {
	App     *app.App
	Launch  *launch.Desk
	Years   *former.Desk
	Pasting *pasting.Desk
	Known   func(path string) bool // whether the program answers at an address
}

// Office is who reads plans and sets the years of a movement: Văn phòng.
var Office = handle.For(thidua.MayKeepMovement)

// OfficeOrHead is who may record something of a task of a reform plan: Văn phòng, and heads for their units.
var OfficeOrHead = handle.For(thidua.MayWorkOnTask)

// UploadLimit is the size of a form with a plan, in bytes; a file of exactly file.MaxSize is answered as too large.
const UploadLimit = file.MaxSize

// ReviewLimit is the size of the form of a plan under review, in bytes: the whole text of a long plan as a browser writes it.
const ReviewLimit = 4 << 20

// The faults of what is typed on these pages.
const (
	CodeDay    thidua.Code = "plan.day"
	CodeYearly thidua.Code = "plan.yearly-day"
	CodeYear   thidua.Code = "plan.year"
	CodeTest   thidua.Code = "plan.test"
	CodePoints thidua.Code = "plan.points"
	CodeNumber thidua.Code = "round.number"
	// What still has to be typed or looked at before a plan is confirmed; the argument is the number of the item.
	CodeNoNumber  thidua.Code = "plan.open-number"
	CodeNoIssued  thidua.Code = "plan.open-issued"
	CodeNoDay     thidua.Code = "plan.open-day"
	CodeNotLooked thidua.Code = "plan.open-passage"
)

var errUnknown = thidua.Refuse(thidua.NotFound, "not-found")
