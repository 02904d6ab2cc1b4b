package parcel

import "thidua"

// Answer is what the receiver decided about a package: received, returned with the parts to mend, or the result with its decision.
type Answer struct {
	Kind    thidua.Action `json:"kind"` // an action of the submission's workflow
	Text    string        `json:"text"`
	Number  string        `json:"number,omitempty"` // of the letter or of the decision
	Dated   thidua.Date   `json:"dated,omitempty"`  // its day
	Issuer  string        `json:"issuer,omitempty"` // who decided: Chủ tịch UBND tỉnh
	File    string        `json:"file,omitempty"`   // where the letter or the decision stands in the package
	Until   thidua.Date   `json:"until,omitempty"`  // by when what is missing is asked for
	Parts   []Part        `json:"parts,omitempty"`
	Results []Result      `json:"results,omitempty"`
}

// Part is a part of the dossier that is asked for again, with the reason.
type Part struct {
	Paper  string `json:"paper,omitempty"` // id of the paper; empty for one that is missing
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// Result is what became of a proposal.
type Result struct {
	Proposal string `json:"proposal"`
	Granted  bool   `json:"granted"`
	Reason   string `json:"reason"`
	Gold     string `json:"gold,omitempty"` // số sổ vàng
}
