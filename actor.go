package thidua

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Role is what somebody may do; labels stand in package vi.
type Role string

// The roles of domain.md, section 1, that a running season needs.
const (
	RoleStaff     Role = "staff"     // cá nhân (cán bộ, công chức, người lao động): everybody with an account and a person
	RoleHead      Role = "head"      // trưởng, phó phòng; lãnh đạo Văn phòng: for the unit of the post
	RoleOffice    Role = "office"    // chuyên viên Văn phòng phụ trách
	RoleLeader    Role = "leader"    // lãnh đạo cơ quan
	RoleCouncil   Role = "council"   // thành viên Hội đồng
	RoleSecretary Role = "secretary" // thư ký Hội đồng
	RoleChair     Role = "chair"     // chủ tịch Hội đồng
	RoleClerk     Role = "clerk"     // văn thư
	RoleHelper    Role = "helper"    // Công đoàn hoặc đầu mối vận động, with dates
	RoleInspector Role = "inspector" // kiểm tra, giám sát: reads, with the log
	RoleAdmin     Role = "admin"     // quản trị: accounts and catalogues, never ballots nor locked data
	RoleAppraiser Role = "appraiser" // chuyên viên Sở Nội vụ: receives, appraises, chooses, proposes
	RoleProvince  Role = "province"  // UBND tỉnh: decides
)

// Roles lists every role, in the order in which a menu takes the first one.
var Roles = []Role{
	RoleOffice, RoleHead, RoleSecretary, RoleChair, RoleCouncil, RoleLeader, RoleClerk, RoleHelper, RoleInspector, RoleAppraiser, RoleProvince, RoleAdmin, RoleStaff,
}

// Granted lists the roles that the administrator of an agency gives by hand; the others follow from posts and from the council.
var Granted = []Role{RoleOffice, RoleLeader, RoleClerk, RoleHelper, RoleInspector, RoleAdmin}

// Actor is who acts: an account with its person and what that person may do today.
type Actor struct {
	Tenant  string
	Account string
	Person  string // id of the person; empty for an account without one
	Name    string
	Post    string // chức vụ as shown, such as "Chuyên viên Văn phòng"
	Unit    string // id of the unit of the person's post
	Roles   []Role
	Kind    AgencyKind // of the agency; empty counts as an ordinary one
	Heads   []string   // units that this person leads, for RoleHead

	LeadsOffice bool // Văn phòng is among them

	Deputy     string // id of the deputising (ủy quyền) under which the actor acts; empty in the actor's own name
	Behalf     string // id of the person for whom the actor acts then
	BehalfName string // and the name

	MustChange  bool // the password was set by somebody else: the next thing to do is to choose one's own
	PasswordOld bool // the password is older than the rule of the agency allows: the same is to do

	MustFactor bool // a role of this person asks for a second factor, and there is none yet

	Renew bool          // what the actor may do has changed since the token of the session was made
	Idle  time.Duration // without use the session ends after so long
}

// Add gives the actor a role, once.
func (a *Actor) Add(r Role) {
	if !a.Has(r) {
		a.Roles = append(a.Roles, r)
	}
}

// Has tells whether the actor holds one of the roles.
func (a Actor) Has(roles ...Role) bool {
	return slices.ContainsFunc(roles, func(r Role) bool { return slices.Contains(a.Roles, r) })
}

// May tells whether one of the actor's roles holds one of the rights over the whole agency or above it, as the matrix has it: a page asks it before it
// draws what leads there. What follows from the relation to an object is asked where the object is read.
func (a Actor) May(rights ...Right) bool {
	return slices.ContainsFunc(rights, func(r Right) bool { return a.Has(RolesFor(r)...) })
}

// Does tells whether some workflow lets one of the actor's roles do an act, whatever state an object is in.
func (a Actor) Does(do Action) bool {
	return slices.ContainsFunc(Machines, func(m Machine) bool {
		return slices.ContainsFunc(m.Rules, func(row Rule) bool { return row.Do == do && a.Has(row.By) })
	})
}

// Leads tells whether the actor is head or deputy of the unit.
func (a Actor) Leads(unit string) bool { return unit != "" && slices.Contains(a.Heads, unit) }

// For gives the roles that hold for an object of the given unit and person: RoleHead only for a unit that the actor leads,
// RoleStaff only for the actor's own object.
func (a Actor) For(unit, person string) []Role {
	var out []Role
	for _, r := range a.Roles {
		switch {
		case r == RoleHead && !a.Leads(unit):
		case r == RoleStaff && (person == "" || person != a.Person):
		default:
			out = append(out, r)
		}
	}
	return out
}

// approvals are the acts by which somebody answers for what others brought: approving, passing, finding eligible, deciding.
var approvals = []Action{HeadApprove, ApproveList, RecordApproval, Agree, PublishSheets, RecogniseWork, RecordPassed, MarkEligible, IssueDecision, AnswerDecided}

// Approves tells whether the workflows let the role approve anything.
func (r Role) Approves() bool {
	return slices.ContainsFunc(Machines, func(m Machine) bool {
		return slices.ContainsFunc(m.Rules, func(row Rule) bool { return row.By == r && slices.Contains(approvals, row.Do) })
	})
}

// NeedsFactor tells whether whoever holds the role signs in with a second factor (xác thực hai lớp) where the operator asks for one: who looks
// after the accounts of others, and all who approve.
func (r Role) NeedsFactor() bool { return RowOf(MayKeepAccounts).Scope(r) != "" || r.Approves() }

// Own tells whether the object is the actor's own case, or that of whom the actor stands in for: nobody approves, reviews or votes on it.
func (a Actor) Own(person string) bool {
	return person != "" && (person == a.Person || person == a.Behalf)
}

// The refusals about accounts and roles.
const (
	CodeGrantForbidden Code = "account.grant-forbidden" // only an administrator gives roles
	CodeGrantOwn       Code = "account.grant-own"       // nobody gives a role to himself
	CodeGrantSeat      Code = "account.grant-seat"      // an administrator sits in no council
	CodeGrantHeld      Code = "account.grant-held"      // the account holds the role already
	CodeLastAdmin      Code = "account.last-admin"      // somebody must stay who can administer
	CodePersonUnknown  Code = "account.person-unknown"
)

// The bounds of a user name (tên đăng nhập), in characters.
const (
	userNameMin = 3
	userNameMax = 32
)

// CheckUserName says what is wrong with a user name: 3 to 32 small Latin letters, digits, dots, hyphens and underscores, the first a
// letter, so that no two names look alike.
func CheckUserName(name string) error {
	const letters, others = "abcdefghijklmnopqrstuvwxyz", "0123456789._-"
	good := len(name) >= userNameMin && len(name) <= userNameMax && strings.Contains(letters, name[:1]) &&
		strings.Trim(name, letters+others) == ""
	if good {
		return nil
	}
	return Faults{{Field: "user", Code: CodeUserNameWrong}}.Err()
}

// CheckGrant says why the actor may not give a role to an account: only an administrator gives roles, only those of the kind of his
// agency, never to himself, and that of an administrator to no member of a council.
func CheckGrant(by Actor, kind AgencyKind, account string, role Role, seated bool) error {
	switch {
	case !by.Has(RoleAdmin):
		return Refuse(Forbidden, CodeGrantForbidden)
	case !slices.Contains(kind.Granted(), role):
		return Faults{{Field: "role", Code: CodeRoleUnknown}}.Err()
	case by.Account == account:
		return Faults{{Field: "role", Code: CodeGrantOwn}}.Err()
	case role == RoleAdmin && seated:
		return Faults{{Field: "role", Code: CodeGrantSeat}}.Err()
	}
	return nil
}

// CheckPeriod says what is wrong with two days as they were typed, at the fields "from" and "to"; an empty day is open.
func CheckPeriod(from, to Date) error {
	var f Faults
	checkPeriod(&f, from, to)
	return f.Err()
}

// The faults of a council as it was typed; those of members stand at the field "member-N".
const (
	CodeDecisionMissing Code = "council.decision-missing"
	CodeShareWrong      Code = "council.share-wrong"
	CodeOneChair        Code = "council.one-chair"
	CodeOneSecretary    Code = "council.one-secretary"
	CodeMemberTwice     Code = "council.member-twice"
	CodeSourceMissing   Code = "council.source-missing"
	CodeSitsEarly       Code = "council.sits-early" // the day of the decision
)

// Check says what is wrong with a council as it was typed: its decision, one chair, one secretary, nobody twice, and shares that are
// fractions up to the whole, with the document that sets them.
func (c Council) Check() error {
	var f Faults
	if c.Name == "" {
		f.Add("name", CodeNameMissing)
	}
	c.checkDecision(&f)
	checkShare(&f, "quorum", c.Quorum)
	checkShare(&f, "threshold", c.Threshold)
	if c.RuleSource == "" {
		f.Add("source", CodeSourceMissing)
	}
	checkPeriod(&f, c.From, c.To)
	c.checkMembers(&f)
	return f.Err()
}

func (c Council) checkDecision(f *Faults) {
	if c.Decision == "" || c.DecidedOn == "" {
		f.Add("decision", CodeDecisionMissing)
	}
	if c.DecidedOn != "" && !c.DecidedOn.Valid() {
		f.Add("decided", CodeDateWrong)
	}
	if c.DecidedOn.Valid() && c.From.Valid() && c.From < c.DecidedOn {
		f.Add("from", CodeSitsEarly, c.DecidedOn)
	}
}

func checkShare(f *Faults, field string, s Share) {
	if s.Num <= 0 || s.Den <= 0 || s.Num > s.Den {
		f.Add(field, CodeShareWrong)
	}
}

func (c Council) checkMembers(f *Faults) {
	seen, seats := map[string]bool{}, map[Seat]int{}
	for _, m := range c.Members {
		if seen[m.Person] {
			f.Add("members", CodeMemberTwice, m.Name)
		}
		seen[m.Person] = true
		seats[m.Seat]++
	}
	if seats[SeatChair] != 1 {
		f.Add("members", CodeOneChair)
	}
	if seats[SeatSecretary] != 1 {
		f.Add("members", CodeOneSecretary)
	}
}

// Holiday is one day that differs from an ordinary week (ngày nghỉ lễ, ngày làm bù); those of the law are loaded with the agency, which
// mends them and enters the days that are announced each year.
type Holiday struct {
	Day Date
	DayKind
	Source  string // văn bản, thông báo that says so
	Unsure  bool   // cần kiểm chứng: computed or known at second hand
	BuiltIn bool   // loaded with the program, not typed by the agency
}

// Check says what is wrong with a holiday as it was typed.
func (h Holiday) Check() error {
	var f Faults
	if !h.Day.Valid() {
		f.Add("day", CodeDateWrong)
	}
	if h.Name == "" {
		f.Add("name", CodeNameMissing)
	}
	checkLength(&f, "source", h.Source, MaxContent)
	return f.Err()
}

// What the log names besides the actions of the workflows: signing in, the organisation, its accounts and the server.
const (
	SignedIn       Action = "dang-nhap"
	SignInRefused  Action = "dang-nhap-sai"
	SignedOut      Action = "dang-xuat"
	PasswordSet    Action = "doi-mat-khau"
	FactorBegun    Action = "bat-dau-xac-thuc-hai-lop"
	FactorSet      Action = "bat-xac-thuc-hai-lop"
	FactorRemoved  Action = "tat-xac-thuc-hai-lop"
	FactorReset    Action = "dat-lai-xac-thuc-hai-lop"
	FactorWrong    Action = "ma-xac-thuc-sai"
	SubjectLinked  Action = "lien-ket-tai-khoan-tinh"
	RecoveryUsed   Action = "dung-ma-du-phong"
	RecoveryMade   Action = "cap-ma-du-phong"
	AgencyFounded  Action = "lap-co-quan"
	AgencySaved    Action = "sua-co-quan"
	UnitAdded      Action = "them-don-vi"
	UnitSaved      Action = "sua-don-vi"
	SampleMade     Action = "tao-du-lieu-mau" // rows of the sample command, which stand for many acts
	PersonAdded    Action = "them-nguoi"
	PersonSaved    Action = "sua-nguoi"
	PostChanged    Action = "chuc-vu-moi"
	PersonLeft     Action = "thoi-cong-tac"
	PeopleImported Action = "nhap-danh-sach"
	ImportUndone   Action = "hoan-tac-lan-nhap"
	AccountAdded   Action = "them-tai-khoan"
	AccountClosed  Action = "khoa-tai-khoan"
	AccountOpened  Action = "mo-tai-khoan"
	PasswordReset  Action = "dat-lai-mat-khau"
	AccountInvited Action = "lap-phieu-mat-khau"
	ResetAsked     Action = "gui-lien-ket-mat-khau"
	SessionsEnded  Action = "ket-thuc-phien"
	WaitLifted     Action = "go-cho-dang-nhap"

	SignInRuleSaved Action = "luu-quy-dinh-dang-nhap"

	RoleGranted    Action = "giao-vai-tro"
	RoleEnded      Action = "thoi-vai-tro"
	CouncilAdded   Action = "them-hoi-dong"
	CouncilSaved   Action = "sua-hoi-dong"
	HolidaySaved   Action = "sua-ngay-nghi"
	HolidaysLoaded Action = "nap-ngay-nghi"
	Reminded       Action = "nhac-viec"
	ContactSaved   Action = "luu-cach-nhan"
	FeedMade       Action = "tao-lich"
	FeedRevoked    Action = "bo-lich"
	PhraseAdded    Action = "them-chi-tieu-mau"
	PhraseHidden   Action = "an-chi-tieu-mau"
	PhraseShown    Action = "hien-chi-tieu-mau"
	ServerStarted  Action = "khoi-dong"
	ServerStopped  Action = "dung-may-chu"
	ClockJumped    Action = "dong-ho-lech"
	AccessRefused  Action = "tu-choi-truy-cap"
	FileTaken      Action = "tai-tep"
	BackupMade     Action = "sao-luu"
	DataRestored   Action = "khoi-phuc"
	DataSeen       Action = "xem-du-lieu-ca-nhan"  // somebody else's page, once a day
	LimitedSeen    Action = "xem-du-lieu-han-che"  // a page with restricted data of others, once a day
	DataListed     Action = "tai-danh-sach-nguoi"  // the list of people as a workbook, once a day
	DataTaken      Action = "xuat-du-lieu-ca-nhan" // all that is held on a person, as a file
	DataAsked      Action = "gui-yeu-cau-du-lieu"
	DataAnswered   Action = "tra-loi-yeu-cau-du-lieu"
	DataMasked     Action = "che-du-lieu-ca-nhan"
	FilePurged     Action = "go-bo-tep"
	FilesChecked   Action = "kiem-tra-tep"
	FileRefused    Action = "tu-choi-tep"
	ChangeDrafted  Action = "du-thao-thay-doi"
	ChangeSaved    Action = "luu-thay-doi"
	ChangeRecorded Action = "ghi-nhan-thay-doi"
	ChangeTook     Action = "thay-doi-co-hieu-luc"
	ChangeLeft     Action = "bo-thay-doi"
	ChangeTaken    Action = "hoan-tac-thay-doi"
	DeputyGiven    Action = "uy-quyen"
	DeputyTaken    Action = "thu-hoi-uy-quyen"
	DeputyBegun    Action = "lam-thay"
	DeputyLeft     Action = "thoi-lam-thay"
)

// SecurityActs lists the acts of security (sự kiện an toàn): who came in or was refused, by what and as whom, what left as a file or by a link, accounts
// and roles, the settings of the agency, the server and its data.
var SecurityActs = []Action{
	SignedIn, SignInRefused, SignedOut, PasswordSet, PasswordReset, FactorBegun, FactorSet, FactorRemoved, FactorReset, FactorWrong, RecoveryUsed, RecoveryMade, SubjectLinked,
	AccountAdded, AccountClosed, AccountOpened, AccountInvited, ResetAsked, SessionsEnded, WaitLifted, SignInRuleSaved, RoleGranted, RoleEnded, AccessRefused, FileTaken,
	AgencyFounded, AgencySaved, ContactSaved, FeedMade, FeedRevoked, MakeLink, EndLink, OpenLink, SetLinkWords, AddPartner, ChangePartner, ServerStarted, ServerStopped,
	ClockJumped, BackupMade, DataRestored, DataSeen, LimitedSeen, DataListed, DataTaken, DataMasked, FilePurged, FilesChecked, FileRefused, ProofExported,
	DeputyGiven, DeputyTaken, DeputyBegun, DeputyLeft,
}

// MailChoice is how somebody wants to be reminded by mail (thư điện tử).
type MailChoice string

// The choices; none is the default.
const (
	MailNone   MailChoice = "none"
	MailDaily  MailChoice = "daily"   // one mail on a working morning
	MailAtOnce MailChoice = "at-once" // one mail for what has come since the last look
)

// MailChoices lists the choices in the order of the page.
var MailChoices = []MailChoice{MailNone, MailDaily, MailAtOnce}

// Contact is where and how an account wants to be reminded by mail (cách nhận nhắc việc).
type Contact struct {
	Account  string
	Address  string // an address without a name; empty when none was given
	Choice   MailChoice
	DigestOn Date // the last day for which the mail of the day was made
	Version  int64
}

// Secret is a password, a key or a token (bí mật) on its way through the program. However it is formatted, inside whatever it stands, only a mask is
// written; Reveal gives it to the one place that needs it.
type Secret struct{ text *string }

// SecretMask stands in the log and on the screen instead of a secret.
const SecretMask = "[che]"

// Hide makes a secret of a text.
func Hide(text string) Secret { return Secret{&text} }

// Reveal gives the text; empty for the zero Secret.
func (s Secret) Reveal() string {
	if s.text == nil {
		return ""
	}
	return *s.text
}

// Format writes the mask for every verb.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(SecretMask)) }

// MarshalText gives the mask to JSON, XML and the log.
func (s Secret) MarshalText() ([]byte, error) { return []byte(SecretMask), nil }
