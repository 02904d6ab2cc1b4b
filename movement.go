package thidua

import "strings"

// Movement is an emulation movement (phong trào thi đua) of several years.
type Movement struct {
	ID         string
	Name       string // without quotation marks: Cải cách hành chính trên địa bàn tỉnh Lào Cai
	From       int    // first year
	To         int    // last year
	EndsOn     Date
	EndArticle string // where the plan says when it ends: mục II.3
	Regulation string // the regulation that founds it, as cited: Quyết định số 33/2021/QĐ-UBND ngày 28/6/2021 của UBND tỉnh Lào Cai
	State      State
	Version    int64
}

// Years is how many years the movement runs.
func (m Movement) Years() int { return m.To - m.From + 1 }

// TakesYears tells whether a year of the movement may open its registration: it is launched and not summed up yet.
func (m Movement) TakesYears() bool { return m.State == MovementLaunched || m.State == MovementRunning }

// Over tells whether the last day of the movement has passed.
func (m Movement) Over(today Date) bool {
	return m.EndsOn != "" && m.EndsOn < today || m.EndsOn == "" && m.To < today.Year()
}

// Edition is a numbered, dated version of the plan (phiên bản kế hoạch); a round is judged by the edition that it points to.
type Edition struct {
	ID         string
	Movement   string
	Number     int
	From       Date
	PlanNumber string // số, ký hiệu of the plan; empty while it is unknown
	PlanDate   Date   // day of the plan; empty while it is unknown
	PlanTitle  string
	Signer     string // chức vụ and name as they stand in the plan
	State      State
	OpenItems  int // items that the clerk still has to settle ("Tạo, bổ sung sau")
	Version    int64
}

// Criterion is a criterion (tiêu chí thi đua) or, with a parent, one of its contents.
type Criterion struct {
	ID         string
	Edition    string
	Parent     string
	Code       string // TC1, or 2.1 for a content
	Name       string // short name for tables
	Text       string // as in the plan
	Article    string // where it stands: mục II.2
	ForUnits   bool
	ForPeople  bool
	MaxPoints  Points // 0 when the agency scores without points
	PointsNote string // how the points are given, written by Văn phòng
	Order      int
}

// DeadlineKind says what a deadline is for.
type DeadlineKind string

// The kinds of deadline that a plan sets.
const (
	DeadlineRegistration DeadlineKind = "registration"
	DeadlineDossier      DeadlineKind = "dossier"
	DeadlineReport       DeadlineKind = "report"
	DeadlineOther        DeadlineKind = "other"
)

// Deadline is one row of an edition: a yearly day, a single date, or a reference to a text that the office has not entered yet.
type Deadline struct {
	ID        string
	Edition   string
	What      DeadlineKind
	Day       string // MM-DD, every year
	Date      Date   // one date; wins over Day in its year
	NextYear  bool   // Day falls in the year after the round: the dossier of 2024 due on 15/02/2025
	Inclusive bool   // "chậm nhất ngày", "đến hết ngày"; false for "trước ngày", which excludes the day itself
	Actor     string
	To        string
	Reference string // Điều 12, Quyết định số 33/2021/QĐ-UBND: the text that sets the date when the plan does not
	Text      string // as in the plan, for what Day and Date cannot say
	Article   string // where it stands: mục II.4
	Order     int
}

// AwardForm is a form of commendation (hình thức khen thưởng) that the plan offers.
type AwardForm struct {
	ID        string
	Edition   string
	Name      string // Bằng khen
	Authority string // Chủ tịch UBND tỉnh
	Article   string
}

// Full gives the name with its authority: Bằng khen của Chủ tịch UBND tỉnh.
func (a AwardForm) Full(of string) string {
	if a.Authority == "" {
		return a.Name
	}
	return a.Name + " " + of + " " + a.Authority
}

// PartKind is a kind of paper that a dossier needs.
type PartKind string

// The papers of a dossier (thành phần hồ sơ) that the program writes itself, and any other.
const (
	PartProposal PartKind = "proposal" // Tờ trình
	PartMinutes  PartKind = "minutes"  // Biên bản họp xét
	PartReport   PartKind = "report"   // Báo cáo thành tích, one for each nominee
	PartOther    PartKind = "other"
)

// DossierPart is one part that the plan asks for.
type DossierPart struct {
	ID      string
	Edition string
	Kind    PartKind
	Name    string
	Article string
	Order   int
}

// Assignment is who does what in the plan (tổ chức thực hiện).
type Assignment struct {
	ID      string
	Edition string
	Who     string
	Text    string
	Article string
	Order   int
}

// Recipient is one line of Nơi nhận.
type Recipient struct {
	ID      string
	Edition string
	Name    string
	Order   int
}

// LegalBase is a document that the plan rests on (căn cứ).
type LegalBase struct {
	ID      string
	Edition string
	Kind    string
	Number  string
	Date    Date
	Issuer  string
	Order   int
}

// Definition is an edition with everything that it sets: what a plan says, as typed rows.
type Definition struct {
	Edition
	Criteria     []Criterion
	Standards    []Standard
	Deadlines    []Deadline
	Awards       []AwardForm
	Parts        []DossierPart
	Assignments  []Assignment
	Recipients   []Recipient
	Bases        []LegalBase
	Purposes     []string
	Requirements []string
	Subjects     []string // đối tượng thi đua
	Process      []string // quy trình
}

// Heads lists the criteria without their contents, in the order of the plan.
func (d Definition) Heads() []Criterion {
	var out []Criterion
	for _, c := range d.Criteria {
		if c.Parent == "" {
			out = append(out, c)
		}
	}
	return out
}

// Leaves lists the criteria that carry points or progress: contents, and criteria without contents, in the order of the plan.
func (d Definition) Leaves() []Criterion {
	parents := map[string]bool{}
	for _, c := range d.Criteria {
		parents[c.Parent] = true
	}
	var out []Criterion
	for _, c := range d.Criteria {
		if !parents[c.ID] {
			out = append(out, c)
		}
	}
	return out
}

// Criterion finds a criterion by id; the zero value when there is none.
func (d Definition) Criterion(id string) Criterion {
	for _, c := range d.Criteria {
		if c.ID == id {
			return c
		}
	}
	return Criterion{}
}

// Within tells whether a criterion is the given one or one of its contents.
func (d Definition) Within(id, of string) bool {
	if id == of {
		return true
	}
	for i := range d.Criteria {
		if c := &d.Criteria[i]; c.ID == id {
			return c.Parent != "" && c.Parent == of
		}
	}
	return false
}

// Top gives the criterion that a content belongs to, or the criterion itself.
func (d Definition) Top(id string) Criterion {
	c := d.Criterion(id)
	if c.Parent == "" {
		return c
	}
	return d.Criterion(c.Parent)
}

// StandardsFor lists the standards of one kind of subject, in the order of the plan.
func (d Definition) StandardsFor(kind SubjectKind) []Standard {
	var out []Standard
	for _, s := range d.Standards {
		if s.For == kind {
			out = append(out, s)
		}
	}
	return out
}

// Round is one year of a movement, or its closing (năm, đợt), with the days and numbers that hold for it.
type Round struct {
	ID               string
	Movement         string
	Edition          string
	Year             int
	Closing          bool
	State            State
	LaunchedOn       Date
	RegistrationDue  Date // before this day, at Sở Nội vụ; with Inclusive, on it
	RegistrationIncl bool
	InternalDue      Date // Văn phòng takes registrations until the end of this day
	WorkEnds         Date // thực hiện đến
	ScoringDue       Date
	ScoredOn         Date // the day on which the last sheet was closed
	DossierDue       Date // the last day on which the dossier may be sent; empty while Điều 12 is not entered
	DossierInternal  Date // nội bộ: dossier ready
	SendInternal     Date // nội bộ: dossier sent
	QuotaUnits       int  // -1 when the number is unknown
	QuotaPeople      int
	QuotaSource      string // the document that sets the numbers; empty when the agency assumes them
	ReachedFrom      int    // percent from which a target counts as reached (quy ước của cơ quan)
	ByPoints         bool   // false: the yes/no sheet by standard
	InternalRank     bool   // the internal rank stands in for the provincial one (decision 6)
	OfficeReviewer   string // unit that reviews the sheet of Văn phòng
	RanksPublished   bool
	HonourPublished  bool
	Version          int64
}

// IndexResult is the rank in the provincial reform index (Bộ chỉ số CCHC) of one year, as published.
type IndexResult struct {
	ID          string
	Year        int
	Rank        int
	Of          int
	PublishedOn Date
	Document    string
}

// EvaluationClass is the result of the yearly evaluation (kết quả xếp loại), recorded with its decision and never recomputed.
type EvaluationClass string

// The four classes.
const (
	ClassExcellent EvaluationClass = "excellent" // Hoàn thành xuất sắc nhiệm vụ
	ClassGood      EvaluationClass = "good"      // Hoàn thành tốt nhiệm vụ
	ClassCompleted EvaluationClass = "completed" // Hoàn thành nhiệm vụ
	ClassNot       EvaluationClass = "not"       // Không hoàn thành nhiệm vụ
)

// EvaluationResult is one recorded class of a person, or of a unit as a collective (tập thể) when Unit is set and Person is empty.
type EvaluationResult struct {
	ID       string
	Person   string
	Unit     string
	Year     int
	Class    EvaluationClass
	Decision string // số, ký hiệu
	On       Date
}

// MovementDocument is a document of a movement beside its plan (văn bản của phong trào): a decision, a guidance, a letter. One that was
// attached while the plan was under review goes over to the movement that is made of it.
type MovementDocument struct {
	ID        string
	Movement  string // empty while the plan is under review
	Plan      string // id of the plan with which it was attached; empty for none
	Kind      string // loại văn bản
	Number    string
	Date      Date
	Issuer    string
	Summary   string // trích yếu
	File      FileRef
	ByName    string // who added it
	Withdrawn string // why it was taken out of the list; empty while it stands
	Version   int64
}

// Is tells whether a document that stands has a number, written with or without spaces, in small letters or capitals.
func (d MovementDocument) Is(number string) bool {
	bare := func(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), "")) }
	return d.Withdrawn == "" && bare(number) != "" && bare(d.Number) == bare(number)
}

// The faults of a document of a movement.
const (
	CodeDocumentKind   Code = "document.kind"
	CodeDocumentNumber Code = "document.number"
	CodeDocumentDate   Code = "document.date"
	CodeDocumentIssuer Code = "document.issuer"
)

// Check says what keeps a document from being kept today.
func (d MovementDocument) Check(today Date) error {
	var f Faults
	for _, w := range []struct {
		field, text string
		code        Code
	}{{"kind", d.Kind, CodeDocumentKind}, {"number", d.Number, CodeDocumentNumber}, {"issuer", d.Issuer, CodeDocumentIssuer}} {
		if w.text == "" {
			f.Add(w.field, w.code)
		}
	}
	switch {
	case !d.Date.Valid():
		f.Add("issued", CodeDocumentDate)
	case d.Date > today:
		f.Add("issued", CodePlanFuture)
	}
	return f.Err()
}
