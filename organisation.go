package thidua

import (
	"time"
	"unicode/utf8"
)

// Agency is the tenant (cơ quan): its names as they stand at the head of its papers.
type Agency struct {
	ID          string
	Kind        AgencyKind // empty is an ordinary one when it is founded
	Name        string     // Thanh tra tỉnh Lào Cai
	Parent      string     // UBND tỉnh Lào Cai, the superior body (cơ quan chủ quản)
	Place       string     // địa danh on papers: Lào Cai
	Symbol      string     // abbreviation in document symbols, such as TT
	LeaderTitle string     // chức vụ of the head: Chánh Thanh tra
	HomeRule    string     // province's regulation on commendation, as it is cited in the bases; empty when unknown
	Sample      bool       // every page and paper is marked as sample data
	Public      bool       // the roll of honour may be seen without an account
	Signing     bool       // papers may be signed in the program (ký số trong chương trình); off: only signed copies are kept
	Version     int64
}

// UnitKind tells the focal office from the other divisions.
type UnitKind string

// The kinds of collective that the plan names.
const (
	UnitOffice   UnitKind = "office"   // Văn phòng
	UnitDivision UnitKind = "division" // phòng
)

// Unit is a collective (tập thể: phòng, đơn vị) with the days between which it exists.
type Unit struct {
	ID      string
	Code    string // short code used in imports, such as NV2
	Name    string
	Short   string // as in tables: Phòng NV 2
	Kind    UnitKind
	Order   int
	From    Date
	To      Date // empty while it exists
	Version int64
}

// On tells whether the unit exists on a day.
func (u Unit) On(d Date) bool { return (u.From == "" || u.From <= d) && (u.To == "" || d <= u.To) }

// Sex decides ông or bà on papers.
type Sex string

// The two forms of address.
const (
	Male   Sex = "male"
	Female Sex = "female"
)

// Person is an official or worker (cán bộ, công chức, người lao động). Only what the papers need is kept.
type Person struct {
	ID        string
	Code      string // personnel code used in imports
	Name      string
	Sex       Sex
	Civil     bool // công chức; false for người lao động
	BirthYear int  // 0 when not recorded
	From      Date
	To        Date
	Version   int64
}

// Rank of a post inside its unit: head and deputy lead it, approve its people and send its registration.
type Rank string

// The ranks of a post.
const (
	RankHead   Rank = "head"   // trưởng phòng, Chánh Văn phòng
	RankDeputy Rank = "deputy" // phó trưởng phòng, Phó Chánh Văn phòng
	RankMember Rank = "member" // công chức, người lao động
	RankLeader Rank = "leader" // lãnh đạo cơ quan
)

// Post is the employment of a person in a unit between two days (quá trình công tác).
type Post struct {
	ID     string
	Person string
	Unit   string
	Title  string // chức vụ: Trưởng phòng Nghiệp vụ 1
	Rank   Rank
	From   Date
	To     Date
}

// On tells whether the post is held on a day.
func (p Post) On(d Date) bool { return (p.From == "" || p.From <= d) && (p.To == "" || d <= p.To) }

// Staff is a person with the post held today, as lists show it.
type Staff struct {
	Person
	Post     string // chức vụ
	Rank     Rank
	Unit     string
	UnitName string
	Account  string // user name; empty for a person without an account
}

// Account lets somebody sign in; it may belong to no person (an administrator of the machine room).
type Account struct {
	ID         string
	UserName   string
	Person     string
	PersonName string
	Disabled   time.Time
	MustChange bool
	Kind       AgencyKind // of its agency
	Version    int64
}

// Grant is a role given to an account between two days.
type Grant struct {
	ID      string
	Account string
	Role    Role
	From    Date
	To      Date
}

// On tells whether the grant holds on a day.
func (g Grant) On(d Date) bool { return (g.From == "" || g.From <= d) && (g.To == "" || d <= g.To) }

// SubjectKind tells a collective from an individual.
type SubjectKind string

// The two kinds of subject (đối tượng thi đua).
const (
	Collective SubjectKind = "collective" // tập thể
	Individual SubjectKind = "individual" // cá nhân
)

// Subject is who competes: a unit, or a person with the unit he or she works in.
type Subject struct {
	Kind   SubjectKind
	Unit   string
	Person string // empty for a collective
	Name   string // as printed
	Title  string // chức vụ, for a person
	Sex    Sex
	Home   string // name of the unit, for a person
}

// The faults of units, people and accounts.
const (
	CodeNameMissing     Code = "org.name-missing"
	CodeUnitMissing     Code = "org.unit-missing"
	CodeTitleMissing    Code = "org.title-missing"
	CodeSexMissing      Code = "org.sex-missing"
	CodePeriodBackwards Code = "org.period-backwards"
	CodeUserNameWrong   Code = "org.user-name-wrong"
	CodeRoleUnknown     Code = "org.role-unknown"
	// CodeCodeMissing is a unit or person without the short code that imports use.
	CodeCodeMissing Code = "org.code-missing"
	CodeNameLong    Code = "org.name-long" // characters allowed
	CodeOrderWrong  Code = "org.order-wrong"
	CodeBirthWrong  Code = "org.birth-wrong"
)

// The greatest number of characters of a name or title, and of a code: what stands on lists and papers stays readable there.
const (
	MaxName = 200
	MaxCode = 32
)

// Unreadable is a number that was typed and could not be read; 0 is one that was left out.
const Unreadable = -1

// MaxContent is the greatest number of characters of a target: it stands in a cell of a table on paper.
const MaxContent = 500

const maxOrder = 999

func checkLength(f *Faults, field, text string, most int) {
	if utf8.RuneCountInString(text) > most {
		f.Add(field, CodeNameLong, most)
	}
}

// Check says what is wrong with a unit as it was typed.
func (u Unit) Check() error {
	var f Faults
	if u.Name == "" {
		f.Add("name", CodeNameMissing)
	}
	checkLength(&f, "name", u.Name, MaxName)
	checkLength(&f, "short", u.Short, MaxName)
	checkCode(&f, u.Code)
	if u.Order < 0 || u.Order > maxOrder {
		f.Add("order", CodeOrderWrong)
	}
	checkPeriod(&f, u.From, u.To)
	return f.Err()
}

// Check says what is wrong with a person as he or she was typed.
func (p Person) Check() error { return p.faults().Err() }

func (p Person) faults() Faults {
	var f Faults
	if p.Name == "" {
		f.Add("name", CodeNameMissing)
	}
	checkLength(&f, "name", p.Name, MaxName)
	if p.Sex != Male && p.Sex != Female {
		f.Add("sex", CodeSexMissing)
	}
	checkCode(&f, p.Code)
	if p.BirthYear != 0 && (p.BirthYear < 1900 || p.BirthYear > 2099) {
		f.Add("birth", CodeBirthWrong)
	}
	return f
}

// Check says what is wrong with a post as it was typed.
func (p Post) Check() error { return p.faults().Err() }

func (p Post) faults() Faults {
	var f Faults
	if p.Title == "" {
		f.Add("title", CodeTitleMissing)
	}
	checkLength(&f, "title", p.Title, MaxName)
	if p.Unit == "" && p.Rank != RankLeader {
		f.Add("unit", CodeUnitMissing)
	}
	checkPeriod(&f, p.From, p.To)
	return f
}

// CodePostOwn is a post that leads a unit and that somebody would give to himself.
const CodePostOwn Code = "org.post-own"

// CheckOwnPost refuses a post that leads a unit (trưởng, phó đơn vị) to who would give it to himself, at the field "rank": as with roles, somebody else
// who keeps the organisation does it.
func CheckOwnPost(by Actor, person string, rank Rank) error {
	if by.Own(person) && (rank == RankHead || rank == RankDeputy) {
		return Faults{{Field: "rank", Code: CodePostOwn}}.Err()
	}
	return nil
}

// CheckStaff says what is wrong with a person and the first post as they were typed.
func CheckStaff(p Person, post Post) error { return append(p.faults(), post.faults()...).Err() }

func checkCode(f *Faults, code string) {
	if code == "" {
		f.Add("code", CodeCodeMissing)
	}
	checkLength(f, "code", code, MaxCode)
}

func checkPeriod(f *Faults, from, to Date) {
	if from != "" && !from.Valid() {
		f.Add("from", CodeDateWrong)
	}
	if to != "" && !to.Valid() {
		f.Add("to", CodeDateWrong)
	}
	if from.Valid() && to.Valid() && to < from {
		f.Add("to", CodePeriodBackwards)
	}
}

// Key names a subject among those of a round, whatever post or unit name it carries.
func (s Subject) Key() string {
	if s.Kind == Individual {
		return string(s.Kind) + ":" + s.Person
	}
	return string(Collective) + ":" + s.Unit
}

// NamedPost is a post with the name of who holds it.
type NamedPost struct {
	Post
	Name string
}

// ImportRun is a list that was brought in from Excel at one time (lần nhập), with what the list of such imports tells of it.
type ImportRun struct {
	ID, List, Round, File string // Round is empty for a list of no year
	Account, ByName       string
	At                    time.Time
	Lines                 int // rows of the file that were applied
	Undone                time.Time
	UndoneBy              string
}

// The refusals of taking an import back; it changes nothing then.
const (
	CodeImportChanged Code = "import.changed" // the object, who changed it since
	CodeImportDiffers Code = "import.differs" // the object, changed since by what leaves no name at it
	CodeImportTied    Code = "import.tied"    // the object, what has been built on it
	CodeImportUndone  Code = "import.undone"  // it was taken back already, by whom
)

// RequestKind is what somebody asks about the personal data held on him (yêu cầu về dữ liệu cá nhân).
type RequestKind string

// The three kinds of request.
const (
	RequestCopy    RequestKind = "copy"    // Cung cấp dữ liệu
	RequestCorrect RequestKind = "correct" // Chỉnh sửa
	RequestErase   RequestKind = "erase"   // Xóa, che
)

// States of a request about personal data.
const (
	RequestOpen    State = "request.open"    // Chờ trả lời
	RequestGranted State = "request.granted" // Đã giải quyết
	RequestRefused State = "request.refused" // Không giải quyết, có lý do
)

// DataRequest is a request about personal data with its answer; AnsweredAt is zero while it waits.
type DataRequest struct {
	ID         string
	Person     string
	PersonName string
	Kind       RequestKind
	Words      string
	AskedAt    time.Time
	State      State
	Answer     string
	AnsweredBy string // a name
	AnsweredAt time.Time
	Version    int64
}

// Faults of requests about personal data.
const (
	CodeRequestKind   Code = "request.kind"
	CodeRequestWords  Code = "request.words"
	CodeRequestResult Code = "request.result" // nobody chose whether it was granted
	CodeRequestAnswer Code = "request.answer"
)

// Check says what is wrong with a request as it was typed. Faults stand at "kind" and "words".
func (r DataRequest) Check() error {
	var f Faults
	if r.Kind != RequestCopy && r.Kind != RequestCorrect && r.Kind != RequestErase {
		f.Add("kind", CodeRequestKind)
	}
	if r.Words == "" {
		f.Add("words", CodeRequestWords)
	}
	checkLength(&f, "words", r.Words, MaxContent)
	return f.Err()
}
