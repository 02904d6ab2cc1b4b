// Package plan is what was read of an official plan document (kế hoạch thi đua): a draft whose every element is tied to its passage, and what a
// person makes of it before it becomes a movement. It knows no database and no screen.
package plan

// Draft is what the reader found in a plan; its JSON form is the contract of `thidua plan read`. Spans count characters of Source.
type Draft struct {
	Kind         string       `json:"kind"`
	Number       Number       `json:"number"`
	Place        string       `json:"place"`
	Date         IssueDate    `json:"date"`
	Issuer       string       `json:"issuer"`
	Title        string       `json:"title"`
	Movement     Movement     `json:"movement"`
	Bases        []Basis      `json:"bases"`
	Purposes     []Text       `json:"purposes"`
	Requirements []Text       `json:"requirements"`
	Subjects     []Subject    `json:"subjects"`
	Criteria     []Criterion  `json:"criteria"`
	Deadlines    []Deadline   `json:"deadlines"`
	Awards       []Award      `json:"awards"`
	Standards    Standards    `json:"standards"`
	Process      []Text       `json:"process"`
	Dossier      []Part       `json:"dossier"`
	Assignments  []Assignment `json:"assignments"`
	Recipients   []string     `json:"recipients"`
	Signer       Signer       `json:"signer"`
	Spans        Spans        `json:"spans"`
	Tasks        []Task       `json:"tasks,omitempty"`
	Warnings     []Warning    `json:"warnings"`
	Source       string       `json:"source"`
	Layout       *Layout      `json:"layout,omitempty"`
}

// Seen ties an element to its passage and says whether a person must look at it.
type Seen struct {
	Span       Span       `json:"span"`
	Confidence Confidence `json:"confidence"`
	Reason     string     `json:"reason,omitempty"` // a Vietnamese sentence, only with Check
}

// Confidence says whether an element was read plainly or must be checked.
type Confidence string

// The two confidences.
const (
	Plain Confidence = "read"
	Check Confidence = "check"
)

// Number is số, ký hiệu of the document; a number left blank is empty.
type Number struct {
	Value  Value `json:"value"`
	Symbol Value `json:"symbol"`
	Seen
}

// IssueDate is the day of issue as written, and as YYYY-MM-DD when it is complete.
type IssueDate struct {
	Text  Value `json:"text"`
	Value Value `json:"value"`
	Seen
}

// Movement is the emulation movement: its name, first and last year, and the day it ends (YYYY-MM-DD).
type Movement struct {
	Name   Value         `json:"name"`
	From   Value         `json:"from"`
	To     Value         `json:"to"`
	EndsOn Value         `json:"ends_on"`
	Spans  MovementSpans `json:"spans"`
	Seen
}

// MovementSpans holds the passages of the movement's plain values.
type MovementSpans struct {
	Name   Span `json:"name,omitzero"`
	Years  Span `json:"years,omitzero"`
	EndsOn Span `json:"ends_on,omitzero"`
}

// Basis is one căn cứ: the document on which the plan stands.
type Basis struct {
	Kind   string `json:"kind"`
	Number Value  `json:"number"`
	Date   Value  `json:"date"`
	Issuer Value  `json:"issuer"`
	Seen
}

// Text is a sentence or an item of a list, without its label and its end mark.
type Text struct {
	Text string `json:"text"`
	Seen
}

// SubjectKind says to which kind of subject (đối tượng) something applies.
type SubjectKind string

// The two kinds of subject: tập thể and cá nhân.
const (
	Collective SubjectKind = "collective"
	Individual SubjectKind = "individual"
)

// Subject is who takes part in the movement.
type Subject struct {
	Kind SubjectKind `json:"kind"`
	Text string      `json:"text"`
	Seen
}

// Criterion is one tiêu chí with its contents; Points is nil where the plan gives none.
type Criterion struct {
	Text     string         `json:"text"`
	Points   *Points        `json:"points"`
	Contents []string       `json:"contents"`
	Spans    CriterionSpans `json:"spans"`
	Seen
}

// CriterionSpans holds the passage of each content, in order.
type CriterionSpans struct {
	Contents []Span `json:"contents"`
}

// What says what a deadline is for.
type What string

// The kinds of deadline: đăng ký, hồ sơ khen thưởng, báo cáo, others.
const (
	ForRegistration What = "registration"
	ForDossier      What = "dossier"
	ForReport       What = "report"
	ForOther        What = "other"
)

// Recurrence says how often a deadline comes back.
type Recurrence string

// The recurrences: once, hằng tháng, hằng quý, 6 tháng, hằng năm.
const (
	Once       Recurrence = "none"
	Monthly    Recurrence = "monthly"
	Quarterly  Recurrence = "quarterly"
	HalfYearly Recurrence = "halfyearly"
	Yearly     Recurrence = "yearly"
)

// Deadline is one time limit. Exactly as much is filled as the plan says: Date (YYYY-MM-DD), Day (MM-DD of each year), Period (a month or
// quarter), After (counted from an event) or Reference (the article that fixes it). "Trước ngày" excludes the day: Inclusive is false.
type Deadline struct {
	What      What       `json:"what"`
	Date      Value      `json:"date"`
	Day       Value      `json:"day"`
	Recurs    Recurrence `json:"recurs"`
	Inclusive bool       `json:"inclusive"`
	Actor     Value      `json:"actor"`
	To        Value      `json:"to"`
	Reference Value      `json:"reference"`
	From      Value      `json:"from"`
	After     *After     `json:"after"`
	Period    Value      `json:"period"`
	Seen
}

// After is a time counted in days, or in working days, from an event.
type After struct {
	Days    int    `json:"days"`
	Working bool   `json:"working"`
	Event   string `json:"event"`
}

// Award is a form of commendation (hình thức khen thưởng) and who decides it.
type Award struct {
	Form      string `json:"form"`
	Authority Value  `json:"authority"`
	Seen
}

// Standards are the award standards (tiêu chuẩn khen thưởng) by kind of subject.
type Standards struct {
	Collective []Text `json:"collective"`
	Individual []Text `json:"individual"`
}

// Part is one paper of the award dossier (thành phần hồ sơ).
type Part struct {
	Name string `json:"name"`
	Seen
}

// Assignment is a duty and who has it; Who is empty when the plan names nobody.
type Assignment struct {
	Who  Value  `json:"who"`
	Text string `json:"text"`
	Seen
}

// Task is one row of the task table of a yearly reform plan (nhiệm vụ cải cách hành chính), each cell as written.
type Task struct {
	No      Value  `json:"no"`
	Task    string `json:"task"`
	Product Value  `json:"product"`
	Lead    Value  `json:"lead"`
	Support Value  `json:"support"`
	Due     Value  `json:"due"`
	Seen
}

// Signer is who signs: position (with KT., TM. as written) and name.
type Signer struct {
	Position Value `json:"position"`
	Name     Value `json:"name"`
	Seen
}

// Spans holds the passages of the plain values of a Draft, under the same names.
type Spans struct {
	Kind       Span   `json:"kind,omitzero"`
	Place      Span   `json:"place,omitzero"`
	Issuer     Span   `json:"issuer,omitzero"`
	Title      Span   `json:"title,omitzero"`
	Recipients []Span `json:"recipients"`
}

// Warning says in a Vietnamese sentence what the plan leaves open.
type Warning struct {
	Text string `json:"text"`
	Span Span   `json:"span"`
}
