// Package parcel seals and opens the packages (gói hồ sơ) that agencies send each other: a manifest, the data, the papers, their hashes and a
// signature over all of it.
package parcel

import "thidua"

// Schema is the version of the data that this program writes and the newest that it reads; schema 1 had no deadline, and registrations without ID and
// title.
const Schema = 2

// Data is what a package says, as JSON: figures and words of the day on which it was sealed, complete in themselves, so that the receiver
// never reads the sender's live rows.
type Data struct {
	Schema        int            `json:"schema"`
	Agency        Agency         `json:"agency"`
	Movement      Movement       `json:"movement"`
	Letter        Letter         `json:"letter"`
	Registrations []Registration `json:"registrations,omitempty"`
	Proposals     []Proposal     `json:"proposals,omitempty"`
	Papers        []Paper        `json:"papers,omitempty"`
	Answer        *Answer        `json:"answer,omitempty"`
	Deadline      *Deadline      `json:"deadline,omitempty"`
}

// Deadline is the day by which the plan of the sender asks for the registrations at Sở Nội vụ.
type Deadline struct {
	Day       thidua.Date `json:"day"`
	Inclusive bool        `json:"inclusive"` // on the day itself it is still in time
	Article   string      `json:"article,omitempty"`
}

// Agency is the sender as its papers name it.
type Agency struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Parent string `json:"parent"`
	Place  string `json:"place"`
}

// Movement is the movement and the round of it that the package is about.
type Movement struct {
	Name    string `json:"name"`
	From    int    `json:"from"`
	To      int    `json:"to"`
	Year    int    `json:"year"`
	Closing bool   `json:"closing"`
}

// Letter is the công văn or tờ trình with which the package goes.
type Letter struct {
	Number string      `json:"number"`
	Dated  thidua.Date `json:"dated"`
	Signer string      `json:"signer"`
}

// Subject is a collective or a person as the papers of the day name them.
type Subject struct {
	Kind  thidua.SubjectKind `json:"kind"`
	Name  string             `json:"name"`
	Title string             `json:"title,omitempty"`
	Sex   thidua.Sex         `json:"sex,omitempty"`
	Home  string             `json:"home,omitempty"`
}

// Registration is what a subject registered: its targets and the award it aims at.
type Registration struct {
	ID      string   `json:"id,omitempty"` // at the sender; answers name it
	Subject Subject  `json:"subject"`
	Award   string   `json:"award"`
	Title   string   `json:"title,omitempty"` // danh hiệu thi đua of the year
	Targets []Target `json:"targets"`
}

// Target is one registered target; its value is in hundredths.
type Target struct {
	Criterion string           `json:"criterion"`
	Content   string           `json:"content"`
	Value     thidua.Quantity  `json:"value"`
	Measure   string           `json:"measure"`
	Direction thidua.Direction `json:"direction"`
	Due       thidua.Date      `json:"due"`
}

// Paper is a paper of the dossier: where its file stands in the package, with number and day where it has them.
type Paper struct {
	ID     string           `json:"id"`
	Kind   thidua.PaperKind `json:"kind"`
	Title  string           `json:"title"`
	Number string           `json:"number,omitempty"`
	Dated  thidua.Date      `json:"dated,omitempty"`
	About  string           `json:"about,omitempty"`  // id of the proposal
	Signed bool             `json:"signed"`           // the file is the signed copy
	Mended bool             `json:"mended,omitempty"` // asked for again with the package that this one replaces
	File   string           `json:"file"`
}
