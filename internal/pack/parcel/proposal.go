package parcel

import "thidua"

// Proposal is a case that the council passed, with everything that Sở Nội vụ weighs.
type Proposal struct {
	ID          string      `json:"id"` // of the nominee at the sender; answers name it
	Subject     Subject     `json:"subject"`
	Award       string      `json:"award"`
	Authority   string      `json:"authority"`
	Summary     string      `json:"summary"`
	Standards   []Standard  `json:"standards"`
	Criteria    []Criterion `json:"criteria"`
	Yes         int         `json:"yes"`     // votes in favour
	Votes       int         `json:"votes"`   // the number that the share counts against
	OnTime      int         `json:"on_time"` // share of targets and tasks that kept their day, in whole percent; -1 when unknown
	Initiatives int         `json:"initiatives"`
	Earlier     []Award     `json:"earlier"`
}

// Standard is a standard of the award with the verdict of the sender's council.
type Standard struct {
	Name    string         `json:"name"`
	Verdict thidua.Verdict `json:"verdict"`
	Reason  string         `json:"reason"`
}

// Criterion is what was reached of one criterion: targets, those reached, mean completion in whole percent (-1 without targets).
type Criterion struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Targets int    `json:"targets"`
	Reached int    `json:"reached"`
	Percent int    `json:"percent"`
}

// Award is an earlier award of the subject.
type Award struct {
	Year     int    `json:"year"`
	Form     string `json:"form"`
	Decision string `json:"decision"`
}
