package thidua

import (
	"slices"
	"strings"
	"time"
)

// SendWay is how a paper went to a recipient (phương thức gửi).
type SendWay string

// The ways of an office.
const (
	WayAxis  SendWay = "axis"  // trục liên thông văn bản
	WayClerk SendWay = "clerk" // văn thư
	WayMail  SendWay = "mail"  // thư điện tử
	WayHand  SendWay = "hand"  // giao trực tiếp
)

// SendWays lists them in the order of a form.
var SendWays = []SendWay{WayAxis, WayClerk, WayMail, WayHand}

// Delivery is a paper sent to one recipient (nơi nhận) with its acknowledgement (xác nhận đã nhận). Without a document it is the plan itself.
type Delivery struct {
	ID        string
	Movement  string
	Document  string // id of a document of the movement; empty for the plan
	Recipient string
	Unit      string // a unit of the agency, which acknowledges in the program; empty for others
	Way       SendWay
	SentOn    Date
	AckOn     Date // ngày xác nhận; empty while it is awaited
	AckBy     string
	Scan      FileRef
	ByName    string
	Withdrawn string // why the line was taken out; empty while it stands
	Version   int64
}

// Acts of the launch of a movement, of guidance and of what stands around it.
const (
	SendOut       Action = "gui-noi-nhan"
	Acknowledge   Action = "xac-nhan-da-nhan"
	TakeBack      Action = "rut-noi-nhan"
	TickLaunch    Action = "danh-dau"
	SavePledge    Action = "luu-giao-uoc"
	SignPledge    Action = "ghi-nhan-giao-uoc"
	DropPledge    Action = "bo-giao-uoc"
	AddUnitPlan   Action = "ghi-ke-hoach-don-vi"
	DropUnitPlan  Action = "rut-ke-hoach-don-vi"
	AskQuestion   Action = "gui-cau-hoi"
	AnswerIt      Action = "tra-loi"
	ReadAnswer    Action = "da-doc"
	AddRelated    Action = "them-phong-trao-lien-quan"
	DropRelated   Action = "bo-phong-trao-lien-quan"
	MapGuided     Action = "doi-chieu-tieu-chi"
	DropGuided    Action = "bo-tieu-chi-huong-dan"
	BeginHandover Action = "lap-ban-giao"
	SaveHandover  Action = "luu-ban-giao"
	HandOver      Action = "ban-giao"
	SignHandover  Action = "ghi-nhan-bien-ban"
	DropHandover  Action = "bo-ban-giao"
)

// The tasks around the launch.
const (
	TaskAnswer      Code = "task.answer"      // the question
	TaskReadAnswer  Code = "task.read-answer" // the question
	TaskAcknowledge Code = "task.acknowledge" // the paper
	TaskTakeParcel  Code = "task.take-parcel" // the sender
)

// The faults of the launch.
const (
	CodeLaunchEmpty  Code = "launch.empty"
	CodeLaunchFuture Code = "launch.future"
	CodeLaunchEarly  Code = "launch.early" // the day on which it was sent
	CodeWayMissing   Code = "launch.way"
	CodeNobodyChosen Code = "launch.nobody"
	CodeAddress      Code = "launch.address"
	CodeUnitNeeded   Code = "launch.unit"
)

// MaxLine and MaxWord bound what is typed, in characters.
const MaxLine, MaxWord = 300, 4000

// needWords notes a field without words, or with too many.
func needWords(f *Faults, field, text string, most int) {
	if strings.TrimSpace(text) == "" {
		f.Add(field, CodeLaunchEmpty)
	}
	checkLength(f, field, text, most)
}

// pastDay notes a day that cannot be read or has not come yet.
func pastDay(f *Faults, field string, day, today Date) {
	switch {
	case !day.Valid():
		f.Add(field, CodeDateWrong)
	case day > today:
		f.Add(field, CodeLaunchFuture)
	}
}

// Check says what is wrong with a delivery as it was typed. Faults stand at "recipient", "way" and "sent".
func (d Delivery) Check(today Date) error {
	var f Faults
	needWords(&f, "recipient", d.Recipient, MaxLine)
	if !slices.Contains(SendWays, d.Way) {
		f.Add("way", CodeWayMissing)
	}
	pastDay(&f, "sent", d.SentOn, today)
	return f.Err()
}

// CheckAck says what is wrong with an acknowledgement. Faults stand at "on" and "by".
func (d Delivery) CheckAck(today Date) error {
	var f Faults
	pastDay(&f, "on", d.AckOn, today)
	if d.AckOn.Valid() && d.AckOn < d.SentOn {
		f.Add("on", CodeLaunchEarly, d.SentOn)
	}
	needWords(&f, "by", d.AckBy, MaxLine)
	return f.Err()
}

// States of a pledge (giao ước, cam kết thi đua).
const (
	PledgeDraft   State = "pledge.draft"   // Dự thảo
	PledgeSigned  State = "pledge.signed"  // Đã ký (ngày, bản chụp)
	PledgeDropped State = "pledge.dropped" // Đã bỏ
)

// PledgeFlow is the way of a pledge: a head keeps that of the own unit, Văn phòng all, those of blocks (khối, cụm) among them.
var PledgeFlow = Machine{Name: "pledge", Start: PledgeDraft, Ends: []State{PledgeSigned, PledgeDropped}, Rules: []Rule{
	{From: PledgeDraft, Do: SavePledge, To: PledgeDraft, By: RoleHead},
	{From: PledgeDraft, Do: SavePledge, To: PledgeDraft, By: RoleOffice},
	{From: PledgeDraft, Do: SignPledge, To: PledgeSigned, By: RoleHead},
	{From: PledgeDraft, Do: SignPledge, To: PledgeSigned, By: RoleOffice},
	{From: PledgeDraft, Do: DropPledge, To: PledgeDropped, By: RoleHead, Reason: true},
	{From: PledgeDraft, Do: DropPledge, To: PledgeDropped, By: RoleOffice, Reason: true},
}}

// Pledge is the pledge of a unit, or of a block of agencies, for a year (giao ước, cam kết thi đua).
type Pledge struct {
	ID       string
	Round    string
	Unit     string // empty for a block
	Block    string // name of the block (khối, cụm); empty for a unit
	UnitName string
	Text     string
	Signers  string // who signs: name and post, one a line
	State    State
	SignedOn Date
	Scan     FileRef
	Reason   string // why it was dropped
	ByName   string
	Version  int64
}

// Whose is the unit or the block that pledges.
func (p Pledge) Whose() string {
	if p.Unit != "" {
		return p.UnitName
	}
	return p.Block
}

// Check says what is wrong with a pledge as it was typed. Faults stand at "block", "text" and "signers", those of a signed one at "signed" too.
func (p Pledge) Check(today Date) error {
	var f Faults
	if p.Unit == "" {
		needWords(&f, "block", p.Block, MaxLine)
	}
	needWords(&f, "text", p.Text, MaxWord)
	checkLength(&f, "signers", p.Signers, MaxWord)
	if p.State == PledgeSigned {
		needWords(&f, "signers", p.Signers, MaxWord)
		pastDay(&f, "signed", p.SignedOn, today)
	}
	return f.Err()
}

// UnitPlan is the plan by which a unit launches and carries out the movement in a year (kế hoạch phát động, triển khai của đơn vị).
type UnitPlan struct {
	ID        string
	Round     string
	Unit      string
	UnitName  string
	Number    string // số, ký hiệu
	Date      Date
	Summary   string // trích yếu
	File      FileRef
	ByName    string
	Withdrawn string // why it was taken out; empty while it stands
	Version   int64
}

// Check says what is wrong with a plan of a unit as it was typed. Faults stand at "unit", "number", "issued" and "summary".
func (p UnitPlan) Check(today Date) error {
	var f Faults
	if p.Unit == "" {
		f.Add("unit", CodeUnitNeeded)
	}
	needWords(&f, "number", p.Number, MaxLine)
	pastDay(&f, "issued", p.Date, today)
	needWords(&f, "summary", p.Summary, MaxWord)
	return f.Err()
}

// Question is a question about the movement, which Văn phòng answers once for all with the document that the answer rests on (hỏi đáp).
type Question struct {
	ID         string
	Movement   string
	Person     string
	Name       string
	UnitName   string
	Text       string
	At         time.Time
	Answer     string // empty while it is open
	Basis      string // the document and article that the answer rests on, as it is cited
	AnsweredBy string
	AnsweredAt time.Time
	Seen       bool // who asked has read the answer
	Version    int64
}

// Open tells whether the question waits for its answer.
func (q Question) Open() bool { return q.Answer == "" }

// Check says what is wrong with a question at "text", and with its answer once there is one at "answer" and "basis".
func (q Question) Check(answered bool) error {
	var f Faults
	needWords(&f, "text", q.Text, MaxWord)
	if answered {
		needWords(&f, "answer", q.Answer, MaxWord)
		needWords(&f, "basis", q.Basis, MaxLine)
	}
	return f.Err()
}

// Relation is how another movement stands to this one.
type Relation string

// The relations of movements.
const (
	RelationParent  Relation = "parent"  // phong trào cấp trên
	RelationSibling Relation = "sibling" // phong trào cùng cấp
)

// RelatedMovement is a movement of another agency that this one follows or runs beside (phong trào liên quan).
type RelatedMovement struct {
	ID        string
	Movement  string
	Relation  Relation
	Name      string
	Agency    string
	Document  string // the document that launched it, as it is cited
	Address   string // of its page, https; may be empty
	Withdrawn string
	Version   int64
}

// Check says what is wrong with a related movement. Faults stand at "relation", "name", "agency", "document" and "address".
func (r RelatedMovement) Check() error {
	var f Faults
	if r.Relation != RelationParent && r.Relation != RelationSibling {
		f.Add("relation", CodeLaunchEmpty)
	}
	needWords(&f, "name", r.Name, MaxLine)
	needWords(&f, "agency", r.Agency, MaxLine)
	checkLength(&f, "document", r.Document, MaxLine)
	checkLength(&f, "address", r.Address, MaxLine)
	if r.Address != "" && !strings.HasPrefix(r.Address, "https://") && !strings.HasPrefix(r.Address, "http://") {
		f.Add("address", CodeAddress)
	}
	return f.Err()
}

// GuidedCriterion is a criterion of an attached document (tiêu chí theo văn bản hướng dẫn) with those of the plan that answer to it.
type GuidedCriterion struct {
	ID        string
	Document  string
	Code      string
	Text      string
	Criteria  []string // codes of the criteria of the plan
	Order     int
	Withdrawn string // why it was taken out; empty while it stands
	Version   int64
}

// Check says what is wrong with a guided criterion. Faults stand at "code" and "text".
func (g GuidedCriterion) Check() error {
	var f Faults
	needWords(&f, "code", g.Code, 20)
	needWords(&f, "text", g.Text, MaxWord)
	return f.Err()
}

// States of a handover (bàn giao công việc).
const (
	HandoverDraft   State = "handover.draft"   // Đang chuẩn bị
	HandoverDone    State = "handover.done"    // Đã bàn giao
	HandoverSigned  State = "handover.signed"  // Đã ký biên bản
	HandoverDropped State = "handover.dropped" // Đã bỏ
)

// Facts of a handover.
const (
	PersonGone    Fact = "person-gone"    // who hands over holds no post any more
	ReceiverThere Fact = "receiver-there" // who takes over is named and holds a post
)

// HandoverFlow is the way of a handover: the person for himself, the head for somebody of the unit, Văn phòng for somebody who has left.
var HandoverFlow = Machine{Name: "handover", Start: HandoverDraft, Ends: []State{HandoverSigned, HandoverDropped}, Rules: handoverRules()}

func handoverRules() (out []Rule) {
	for _, by := range []Role{RoleStaff, RoleHead, RoleOffice} {
		var gone []Fact
		if by == RoleOffice {
			gone = []Fact{PersonGone}
		}
		out = append(out,
			Rule{From: HandoverDraft, Do: SaveHandover, To: HandoverDraft, By: by, Needs: gone},
			Rule{From: HandoverDraft, Do: HandOver, To: HandoverDone, By: by, Needs: append([]Fact{ReceiverThere}, gone...)},
			Rule{From: HandoverDraft, Do: DropHandover, To: HandoverDropped, By: by, Needs: gone, Reason: true},
			Rule{From: HandoverDone, Do: SignHandover, To: HandoverSigned, By: by, Needs: gone})
	}
	return out
}

// Handover is the handing over of somebody's work to another (bàn giao công việc); its matters are kept as they stood when it was done.
type Handover struct {
	ID                         string
	From, FromName, FromPost   string // person, name and post
	Unit, UnitName             string // of who hands over; empty for the leaders of the agency
	To, ToName, ToPost, ToUnit string
	Words                      string // what the person adds
	Contacts                   string // whom to ask, one a line
	Matters                    []Matter
	State                      State
	DoneAt                     time.Time
	Scan                       FileRef // of the signed minutes
	Reason                     string
	ByName                     string
	Version                    int64
}

// MatterKind groups what is handed over.
type MatterKind string

// The kinds of matter, in the order of the minutes.
const (
	MatterTask     MatterKind = "task"     // việc đang chờ
	MatterTarget   MatterKind = "target"   // chỉ tiêu phụ trách
	MatterPaper    MatterKind = "paper"    // văn bản đang soạn và nơi đang ở
	MatterEvidence MatterKind = "evidence" // minh chứng phải bổ sung
	MatterDuty     MatterKind = "duty"     // vai trò, nhiệm vụ trong Hội đồng, do người khác giao lại
)

// Matter is one thing that is handed over; Moves tells whether the program gives it to the receiver, the others are done by who is named in Where.
type Matter struct {
	Kind  MatterKind
	ID    string `json:",omitempty"`
	Text  string
	Due   Date   `json:",omitempty"`
	Where string // where it stands, or who gives it anew
	Moves bool   `json:",omitempty"`
}

// LaunchTick is a line of the launch check list that was ticked by hand (đánh dấu), for what the data do not tell.
type LaunchTick struct {
	Round, Item string
	On          Date
	Note        string
	ByName      string
}

// Check says what is wrong with a tick as it was typed, at "on" and "note".
func (t LaunchTick) Check(today Date) error {
	var f Faults
	pastDay(&f, "on", t.On, today)
	checkLength(&f, "note", t.Note, MaxLine)
	return f.Err()
}

// LaunchMatter is what came to somebody and waits: an open question, an answer to read, a paper to acknowledge, a sealed package to take in.
type LaunchMatter struct {
	Code   Code // of the task
	Object string
	Words  string
}

func (d Desk) launchTasks() (out []Task) {
	roles := map[Code]Role{TaskAnswer: RoleOffice, TaskReadAnswer: RoleStaff, TaskAcknowledge: RoleHead, TaskTakeParcel: RoleOffice}
	for _, m := range d.Launch {
		out = append(out, Task{Code: m.Code, Args: []any{m.Words}, Role: roles[m.Code], Object: m.Object})
	}
	return out
}
