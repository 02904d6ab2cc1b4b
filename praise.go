package thidua

import "time"

// States of an initiative (sáng kiến).
const (
	InitiativeDraft      State = "initiative.draft"      // Nháp
	InitiativeSubmitted  State = "initiative.submitted"  // Đã nộp
	InitiativeFormal     State = "initiative.formal"     // Kiểm tra hình thức
	InitiativeReturned   State = "initiative.returned"   // Cần bổ sung
	InitiativeAssessed   State = "initiative.assessed"   // Đang chấm
	InitiativeMet        State = "initiative.met"        // Đã họp Hội đồng sáng kiến
	InitiativeRecognised State = "initiative.recognised" // Được công nhận
	InitiativeRefused    State = "initiative.refused"    // Không công nhận
)

// Actions on an initiative; AskMore returns it with a reason.
const (
	WriteInitiative   Action = "viet-sang-kien"
	SubmitInitiative  Action = "nop-sang-kien"
	CheckForm         Action = "kiem-tra-hinh-thuc"
	BeginAssessment   Action = "dua-ra-cham"
	RecordMeeting     Action = "ghi-nhan-hop-sang-kien"
	RecogniseWork     Action = "cong-nhan-sang-kien"
	RefuseRecognition Action = "khong-cong-nhan"
	RecordRecognised  Action = "ghi-nhan-da-cong-nhan"
	RecordReplication Action = "ghi-nhan-rong"
)

// MeetingHeld is that the session of the initiative council (Hội đồng sáng kiến) is recorded with number, day and result.
const MeetingHeld Fact = "meeting-held"

// InitiativeFlow is the way of an initiative; nobody judges his own. RecordRecognised keeps one whose decision was made outside the program.
var InitiativeFlow = Machine{Name: "initiative", Start: InitiativeDraft, Ends: []State{InitiativeRecognised, InitiativeRefused}, Rules: []Rule{
	{From: InitiativeDraft, Do: SubmitInitiative, To: InitiativeSubmitted, By: RoleStaff, Needs: []Fact{Complete}},
	{From: InitiativeDraft, Do: SubmitInitiative, To: InitiativeSubmitted, By: RoleHead, Needs: []Fact{Complete}},
	{From: InitiativeDraft, Do: SubmitInitiative, To: InitiativeSubmitted, By: RoleOffice, Needs: []Fact{Complete}},
	{From: InitiativeDraft, Do: RecordRecognised, To: InitiativeRecognised, By: RoleOffice, Needs: []Fact{NumberAndDay}},
	{From: InitiativeSubmitted, Do: RecordRecognised, To: InitiativeRecognised, By: RoleOffice, Needs: []Fact{NumberAndDay}},
	{From: InitiativeSubmitted, Do: CheckForm, To: InitiativeFormal, By: RoleOffice, Needs: []Fact{NotOwnCase}},
	{From: InitiativeSubmitted, Do: CheckForm, To: InitiativeFormal, By: RoleSecretary, Needs: []Fact{NotOwnCase}},
	{From: InitiativeFormal, Do: BeginAssessment, To: InitiativeAssessed, By: RoleOffice, Needs: []Fact{NotOwnCase}},
	{From: InitiativeFormal, Do: BeginAssessment, To: InitiativeAssessed, By: RoleSecretary, Needs: []Fact{NotOwnCase}},
	{From: InitiativeFormal, Do: AskMore, To: InitiativeReturned, By: RoleOffice, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: InitiativeFormal, Do: AskMore, To: InitiativeReturned, By: RoleSecretary, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: InitiativeReturned, Do: SubmitInitiative, To: InitiativeSubmitted, By: RoleStaff, Needs: []Fact{Complete}},
	{From: InitiativeReturned, Do: SubmitInitiative, To: InitiativeSubmitted, By: RoleHead, Needs: []Fact{Complete}},
	{From: InitiativeReturned, Do: SubmitInitiative, To: InitiativeSubmitted, By: RoleOffice, Needs: []Fact{Complete}},
	{From: InitiativeAssessed, Do: RecordMeeting, To: InitiativeMet, By: RoleOffice, Needs: []Fact{NotOwnCase, MeetingHeld}},
	{From: InitiativeAssessed, Do: RecordMeeting, To: InitiativeMet, By: RoleSecretary, Needs: []Fact{NotOwnCase, MeetingHeld}},
	{From: InitiativeMet, Do: RecogniseWork, To: InitiativeRecognised, By: RoleLeader, Needs: []Fact{NotOwnCase, NumberAndDay}},
	{From: InitiativeMet, Do: RecogniseWork, To: InitiativeRecognised, By: RoleOffice, Needs: []Fact{NotOwnCase, NumberAndDay}},
	{From: InitiativeMet, Do: RefuseRecognition, To: InitiativeRefused, By: RoleLeader, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: InitiativeMet, Do: RefuseRecognition, To: InitiativeRefused, By: RoleOffice, Needs: []Fact{NotOwnCase}, Reason: true},
}}

// Reach is how far an initiative has its effect (phạm vi ảnh hưởng).
type Reach string

// The reaches of an initiative, the smallest first.
const (
	ReachAgency   Reach = "agency"   // cấp cơ sở
	ReachSector   Reach = "sector"   // ngành
	ReachProvince Reach = "province" // tỉnh
	ReachNation   Reach = "nation"   // toàn quốc
)

// Reaches lists the reaches, the smallest first.
var Reaches = []Reach{ReachAgency, ReachSector, ReachProvince, ReachNation}

// Initiative is an initiative (sáng kiến) of a unit in a round: its authors, its description in the words of the form, the session of
// the initiative council and the decision that recognises it (số, ngày). Person is the first author; empty for one of the unit.
type Initiative struct {
	ID         string
	Round      string
	Unit       string
	Person     string
	Name       string
	Recognised bool
	Decision   string
	On         Date
	State      State
	Field      string // lĩnh vực
	Purpose    string // mục đích
	Problem    string // giải pháp đã biết và nhược điểm
	Solution   string // nội dung, tính mới, tính sáng tạo
	Effect     string // hiệu quả
	Apply      string // khả năng áp dụng, nhân rộng
	AppliedOn  Date   // ngày áp dụng lần đầu
	Meeting    InitiativeMeeting
	Reach      Reach
	Recogniser string // who recognised: "Chánh Thanh tra tỉnh"
	Reason     string // of the return or the refusal
	Version    int64
	Authors    []Author
	UsedBy     []InitiativeUse
}

// InitiativeMeeting is the recorded session of the initiative council (phiên họp Hội đồng sáng kiến); Agreed of Members stand for the
// votes, both 0 when none were counted.
type InitiativeMeeting struct {
	Number  string // số biên bản
	On      Date
	Result  string
	Agreed  int
	Members int
}

// Author is an author of an initiative (tác giả) with the share of contribution (tỷ lệ đóng góp) in hundredths of a percent.
type Author struct {
	Person string
	Name   string
	Share  Quantity
}

// WholeShare is the sum of the shares of all authors, 100 percent in hundredths.
const WholeShare Quantity = 100 * 100

// InitiativeUse is a proposal for an award in which an initiative stood as a standard; it serves once (R8).
type InitiativeUse struct {
	Initiative string
	Nominee    string
	Round      string
	Year       int
	Subject    Subject // who was proposed
}

// Replication is a place where an initiative was taken over (nhân rộng).
type Replication struct {
	ID         string
	Initiative string
	Place      string
	On         Date
	Document   string // giấy xác nhận, công văn
	Effect     string
}

// The faults of initiatives.
const (
	CodeSharesWrong   Code = "initiative.shares" // the sum, in hundredths of a percent
	CodeShareMissing  Code = "initiative.share"
	CodeAuthorTwice   Code = "initiative.author-twice"
	CodeAuthorUnknown Code = "initiative.author-unknown"
	CodeMeetingVotes  Code = "initiative.votes"
	CodePlaceMissing  Code = "initiative.place-missing"
)

// By tells whether a person is an author of the initiative.
func (i Initiative) By(person string) bool {
	if person == "" {
		return false
	}
	for _, a := range i.Authors {
		if a.Person == person {
			return true
		}
	}
	return i.Person == person
}

// ShareOf is a person's share of contribution in hundredths of a percent; the one author without recorded shares has the whole.
func (i Initiative) ShareOf(person string) Quantity {
	for _, a := range i.Authors {
		if a.Person == person {
			return a.Share
		}
	}
	if person != "" && i.Person == person {
		return WholeShare
	}
	return 0
}

// Editable tells whether the words of the initiative may still be changed by its authors.
func (i Initiative) Editable() bool {
	return i.State == InitiativeDraft || i.State == InitiativeReturned
}

// RolesOn gives the roles that hold for an initiative: RoleHead in its own unit, RoleStaff for its authors.
func (i Initiative) RolesOn(a Actor) []Role {
	out := a.For(i.Unit, "")
	if i.By(a.Person) {
		out = append(out, RoleStaff)
	}
	return out
}

// Facts is what is true of the initiative for an actor, for InitiativeFlow.
func (i Initiative) Facts(a Actor) Facts {
	return Facts{
		Complete:     i.Name != "" && i.Field != "" && i.Problem != "" && i.Solution != "" && i.Effect != "" && i.Apply != "" && CheckShares(i.Authors) == nil,
		NotOwnCase:   !i.By(a.Person) && !i.By(a.Behalf),
		MeetingHeld:  i.Meeting.Number != "" && i.Meeting.On != "" && i.Meeting.Result != "",
		NumberAndDay: i.Decision != "" && i.On != "",
	}
}

// CheckShares says what is wrong with the authors of an initiative: each once, each with a share above zero, all shares 100 percent
// together. Faults stand at "authors".
func CheckShares(authors []Author) error {
	var f Faults
	var sum Quantity
	seen := map[string]bool{}
	for _, a := range authors {
		switch {
		case a.Person == "":
			f.Add("authors", CodeAuthorUnknown, a.Name)
		case seen[a.Person]:
			f.Add("authors", CodeAuthorTwice, a.Name)
		case a.Share <= 0 || a.Share > WholeShare:
			f.Add("authors", CodeShareMissing, a.Name)
		default:
			sum += a.Share
		}
		seen[a.Person] = true
	}
	if len(f) == 0 && sum != WholeShare {
		f.Add("authors", CodeSharesWrong, sum)
	}
	return f.Err()
}

// Check says what is wrong with an initiative as it was typed: one that is recognised has its decision with number and day.
func (i Initiative) Check(today Date) error {
	var f Faults
	if i.Name == "" {
		f.Add("name", CodeTitleOfWork)
	}
	if i.Unit == "" {
		f.Add("unit", CodeUnitMissing)
	}
	if i.Recognised && (i.Decision == "" || i.On == "") {
		f.Add("decision", CodeDocumentMissing)
	}
	checkPast(&f, "on", i.On, today)
	checkPast(&f, "applied", i.AppliedOn, today)
	checkPast(&f, "met", i.Meeting.On, today)
	if i.Meeting.Agreed < 0 || i.Meeting.Agreed > i.Meeting.Members {
		f.Add("agreed", CodeMeetingVotes)
	}
	return f.Err()
}

// MayRemark tells whether an actor writes the remark on a person of a unit: its head or deputy, for lãnh đạo cơ quan and for heads also
// another leader; nobody on himself.
func MayRemark(a Actor, unit, person string, rank Rank) bool {
	if a.Own(person) || a.Person == "" {
		return false
	}
	above := rank == RankLeader || rank == RankHead || rank == RankDeputy
	return a.Leads(unit) || above && a.Has(RoleLeader)
}

// PraiseCount is how many initiatives were recognised, exemplars published and publicity items verified of a unit in a year.
type PraiseCount struct {
	Year        int
	Unit        string
	Initiatives int
	Exemplars   int
	Publicity   int
}

// States of an exemplar.
const (
	ExemplarFound     State = "exemplar.found"     // Mới đề xuất
	ExemplarVerified  State = "exemplar.verified"  // Đã xác minh
	ExemplarPublished State = "exemplar.published" // Đã nêu gương
	ExemplarTaken     State = "exemplar.taken"     // Đã gỡ
	ExemplarRefused   State = "exemplar.refused"   // Không nêu gương
)

// Actions on an exemplar; the reason of VerifyExemplar is what was verified, in words.
const (
	ProposeExemplar Action = "de-xuat-guong"
	VerifyExemplar  Action = "xac-minh-guong"
	RefuseExemplar  Action = "khong-neu-guong"
	AgreeToPublish  Action = "dong-y-neu-guong"
	PublishExemplar Action = "neu-guong"
	TakeDown        Action = "go-neu-guong"
	RecordSpread    Action = "ghi-lan-toa"
)

// ConsentGiven is that the person agrees to be published; a collective needs none.
const ConsentGiven Fact = "consent-given"

// ExemplarFlow is the way of an exemplar; RoleHead is a head of its unit, RoleStaff the praised person, who may end the publication.
var ExemplarFlow = Machine{Name: "exemplar", Start: ExemplarFound, Ends: []State{ExemplarRefused}, Rules: []Rule{
	{From: ExemplarFound, Do: VerifyExemplar, To: ExemplarVerified, By: RoleOffice, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: ExemplarFound, Do: VerifyExemplar, To: ExemplarVerified, By: RoleHead, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: ExemplarFound, Do: RefuseExemplar, To: ExemplarRefused, By: RoleOffice, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: ExemplarFound, Do: RefuseExemplar, To: ExemplarRefused, By: RoleHead, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: ExemplarVerified, Do: AgreeToPublish, To: ExemplarVerified, By: RoleStaff},
	{From: ExemplarVerified, Do: AgreeToPublish, To: ExemplarVerified, By: RoleOffice, Reason: true},
	{From: ExemplarVerified, Do: PublishExemplar, To: ExemplarPublished, By: RoleOffice, Needs: []Fact{NotOwnCase, ConsentGiven}},
	{From: ExemplarVerified, Do: PublishExemplar, To: ExemplarPublished, By: RoleLeader, Needs: []Fact{NotOwnCase, ConsentGiven}},
	{From: ExemplarPublished, Do: RecordSpread, To: ExemplarPublished, By: RoleOffice, Reason: true},
	{From: ExemplarPublished, Do: TakeDown, To: ExemplarTaken, By: RoleOffice, Reason: true},
	{From: ExemplarPublished, Do: TakeDown, To: ExemplarTaken, By: RoleLeader, Reason: true},
	{From: ExemplarPublished, Do: TakeDown, To: ExemplarTaken, By: RoleStaff, Reason: true},
	{From: ExemplarTaken, Do: AgreeToPublish, To: ExemplarVerified, By: RoleStaff},
	{From: ExemplarTaken, Do: AgreeToPublish, To: ExemplarVerified, By: RoleOffice, Reason: true},
}}

// ExemplarKind tells a model (điển hình tiên tiến) from a good deed (người tốt việc tốt).
type ExemplarKind string

// The kinds of exemplars.
const (
	KindModel ExemplarKind = "model" // Điển hình tiên tiến
	KindDeed  ExemplarKind = "deed"  // Người tốt việc tốt
)

// Exemplar is a collective or a person held up as an example (gương điển hình): the deed in words, its evidence, who verified it and how
// far it spread (phạm vi lan tỏa).
type Exemplar struct {
	ID          string
	Round       string
	Year        int // of the round
	Kind        ExemplarKind
	Subject     Subject // Name and Home are those of today
	Title       string
	Deed        string
	DocNumber   string
	File        FileRef
	State       State
	ConsentOn   Date   // day on which the person agreed; empty for not yet
	Verified    string // what was verified, in words
	VerifiedBy  string // name
	Reason      string // of the refusal, or why it was taken down
	PublishedOn Date
	Spread      string
	AddedBy     string // person
	AddedByName string
	AddedAt     time.Time
	Version     int64
}

// The faults of exemplars.
const (
	CodeExemplarKind    Code = "exemplar.kind"
	CodeExemplarSubject Code = "exemplar.subject"
	CodeExemplarTitle   Code = "exemplar.title"
	CodeExemplarDeed    Code = "exemplar.deed"
)

// RolesOn gives the roles that hold for an exemplar.
func (e Exemplar) RolesOn(a Actor) []Role { return a.For(e.Subject.Unit, e.Subject.Person) }

// Facts is what is true of the exemplar for an actor: nobody verifies or publishes himself or what he proposed.
func (e Exemplar) Facts(a Actor) Facts {
	return Facts{
		NotOwnCase:   !a.Own(e.Subject.Person) && (e.State != ExemplarFound || !a.Own(e.AddedBy)),
		ConsentGiven: e.Subject.Kind == Collective || e.ConsentOn != "",
	}
}

// Check says what is wrong with an exemplar as it was typed; faults stand at "kind", "subject", "title" and "deed".
func (e Exemplar) Check() error {
	var f Faults
	if e.Kind != KindModel && e.Kind != KindDeed {
		f.Add("kind", CodeExemplarKind)
	}
	if e.Subject.Unit == "" {
		f.Add("subject", CodeExemplarSubject)
	}
	if e.Title == "" {
		f.Add("title", CodeExemplarTitle)
	}
	if e.Deed == "" {
		f.Add("deed", CodeExemplarDeed)
	}
	return f.Err()
}
