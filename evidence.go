package thidua

import (
	"strings"
	"time"
)

// States of evidence (minh chứng).
const (
	EvidenceNew      State = "evidence.new"      // Chưa kiểm
	EvidenceChecked  State = "evidence.checked"  // Đã kiểm
	EvidenceReturned State = "evidence.returned" // Cần bổ sung
)

// Actions on evidence; AskMore returns it with a reason.
const (
	CheckEvidence Action = "kiem-tra"
	MendEvidence  Action = "bo-sung"
)

// EvidenceFlow is checked by Văn phòng; nobody checks what he brought himself. What the reviewer of Văn phòng brought, such as papers that a
// unit handed in, is checked by a leader of Văn phòng: RoleHead holds for new evidence only there (RolesOn).
var EvidenceFlow = Machine{Name: "evidence", Start: EvidenceNew, Ends: []State{EvidenceChecked}, Rules: []Rule{
	{From: EvidenceNew, Do: CheckEvidence, To: EvidenceChecked, By: RoleOffice, Needs: []Fact{NotOwnCase}},
	{From: EvidenceNew, Do: AskMore, To: EvidenceReturned, By: RoleOffice, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: EvidenceNew, Do: CheckEvidence, To: EvidenceChecked, By: RoleHead, Needs: []Fact{NotOwnCase}},
	{From: EvidenceNew, Do: AskMore, To: EvidenceReturned, By: RoleHead, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: EvidenceReturned, Do: MendEvidence, To: EvidenceNew, By: RoleHead},
	{From: EvidenceReturned, Do: MendEvidence, To: EvidenceNew, By: RoleStaff},
}}

// Evidence is a document behind a target: a file, or a reference alone (số, ký hiệu, ngày, trích yếu), which is the default where secrecy is possible.
type Evidence struct {
	ID          string
	Round       string
	Unit        string
	Person      string // whose it is; empty for a unit's own
	Criterion   string
	Target      string
	DocNumber   string // số, ký hiệu
	IssuedOn    Date
	Abstract    string // trích yếu
	Page        string // trang that proves it: "3", "3–5"; may be empty
	File        FileRef
	State       State
	Reason      string // why it was returned
	AddedBy     string // person
	AddedByName string
	AddedAt     time.Time
	Version     int64
}

// FileRef names a stored file by its content hash; the zero value means that there is none.
type FileRef struct {
	Hash string
	Name string
	Type string
	Size int64
}

// MaxPage is how many characters the page of a piece of evidence may have.
const MaxPage = 40

// Missing tells whether no file is named.
func (f FileRef) Missing() bool { return f.Hash == "" }

// The faults of evidence.
const (
	CodeEvidenceEmpty  Code = "evidence.empty"
	CodeEvidenceNumber Code = "evidence.number-missing"
	CodeDateWrong      Code = "date.wrong"
)

// Check says what is wrong with evidence as it was typed: a file or a reference with number, date and abstract is needed.
func (e Evidence) Check() error {
	var f Faults
	if e.File.Missing() && e.DocNumber == "" && e.Abstract == "" {
		f.Add("abstract", CodeEvidenceEmpty)
	}
	if e.File.Missing() && e.Abstract != "" && e.DocNumber == "" {
		f.Add("number", CodeEvidenceNumber)
	}
	if e.IssuedOn != "" && !e.IssuedOn.Valid() {
		f.Add("issued", CodeDateWrong)
	}
	checkLength(&f, "page", e.Page, MaxPage)
	return f.Err()
}

// Plan tells whether the evidence is a plan by its symbol: …/KH-…, the abbreviation of kế hoạch in Phụ lục III, Nghị định 30/2020/NĐ-CP.
func (e Evidence) Plan() bool {
	return e.State != EvidenceReturned && (strings.Contains(e.DocNumber, "/KH-") || strings.HasSuffix(e.DocNumber, "/KH"))
}

// RolesOn gives the roles that hold for a piece of evidence: a head mends what is of the own unit and, in Văn phòng, checks what is new;
// RoleStaff is also for who brought the evidence, so that he may mend it.
func (e Evidence) RolesOn(a Actor) []Role {
	var out []Role
	for _, r := range a.For(e.Unit, e.Person) {
		if r != RoleHead || e.State != EvidenceNew {
			out = append(out, r)
		}
	}
	if e.State == EvidenceNew && a.LeadsOffice {
		out = append(out, RoleHead)
	}
	if a.Own(e.AddedBy) {
		out = append(out, RoleStaff)
	}
	return out
}

// Awaited gives the state of the evidence behind a target that keeps it from being counted: returned before not looked at yet; empty when
// all of it is checked, or there is none.
func Awaited(all []Evidence, target string) State {
	var out State
	for _, e := range all {
		if e.Target == target && (e.State == EvidenceReturned || e.State == EvidenceNew && out == "") {
			out = e.State
		}
	}
	return out
}
