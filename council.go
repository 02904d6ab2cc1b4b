package thidua

import (
	"slices"
	"time"
)

// Council is the Hội đồng Thi đua - Khen thưởng of the agency with the decision that formed it and its rules, as data with their source.
type Council struct {
	ID         string
	Name       string
	Decision   string // số, ký hiệu of the decision
	DecidedOn  Date
	From, To   Date
	Quorum     Share  // of all members
	Threshold  Share  // of the base
	RuleSource string // Quy chế Hội đồng (mẫu)
	OwnOut     bool   // a member who is the case does not count in the base of that case; false: stays in (default)
	Members    []CouncilMember
	Version    int64
}

// Seat is the place of a member in the council.
type Seat string

// The seats of a council.
const (
	SeatChair     Seat = "chair"     // Chủ tịch
	SeatDeputy    Seat = "deputy"    // Phó Chủ tịch
	SeatSecretary Seat = "secretary" // Ủy viên, Thư ký
	SeatMember    Seat = "member"    // Ủy viên
)

// CouncilMember is one member (thành viên Hội đồng).
type CouncilMember struct {
	Person string
	Name   string
	Sex    Sex
	Post   string // chức vụ in the agency
	Seat   Seat
	Order  int
}

// VoteKind is how the council votes.
type VoteKind string

// The kinds of vote of this release; thresholds and bases are those of the council's rules.
const (
	ShowOfHands    VoteKind = "show-of-hands"   // biểu quyết giơ tay
	PaperBallot    VoteKind = "paper"           // phiếu giấy
	WrittenOpinion VoteKind = "written-opinion" // ý kiến bằng văn bản, when no meeting is held
)

// VoteKinds lists the kinds of vote, the default first.
var VoteKinds = []VoteKind{ShowOfHands, PaperBallot, WrittenOpinion}

// States of a council session (phiên họp).
const (
	SessionPlanned   State = "session.planned"   // Dự kiến
	SessionCalled    State = "session.called"    // Đã triệu tập
	SessionOpen      State = "session.open"      // Đang họp
	SessionWriting   State = "session.writing"   // Lấy ý kiến bằng văn bản
	SessionVoting    State = "session.voting"    // Đang biểu quyết
	SessionConcluded State = "session.concluded" // Đã kết luận
	SessionSigned    State = "session.signed"    // Đã ký biên bản
	SessionPostponed State = "session.postponed" // Hoãn
)

// Actions on a session.
const (
	Summon       Action = "trieu-tap"
	OpenSession  Action = "khai-mac"
	AskInWriting Action = "lay-y-kien"
	BeginVote    Action = "bieu-quyet"
	Conclude     Action = "ket-luan"
	SignMinutes  Action = "ky-bien-ban"
	Postpone     Action = "hoan"
)

// Deeds at a session that leave its state as it is.
const (
	PlanSession  Action = "lap-phien"
	CallRoll     Action = "diem-danh"
	ChooseVote   Action = "chon-cach-bieu-quyet"
	EnterCount   Action = "nhap-ket-qua"
	EnterOpinion Action = "ghi-y-kien"
	WriteCourse  Action = "ghi-dien-bien"
	MakeMinutes  Action = "lap-bien-ban"
)

// Facts of a session.
const (
	QuorumThere   Fact = "quorum-there"   // enough members are present
	HasNominees   Fact = "has-nominees"   // at least one nominee is put before the council
	VotesWhole    Fact = "votes-whole"    // every nominee has its counts and they agree
	MinutesSigned Fact = "minutes-signed" // the signed minutes are recorded
	PlaceAndTime  Fact = "place-and-time" // the summons has time and place
)

// SessionFlow is the life of a session; the secretary records what the chair decides.
var SessionFlow = Machine{Name: "council-session", Start: SessionPlanned, Ends: []State{SessionSigned}, Rules: []Rule{
	{From: SessionPlanned, Do: Summon, To: SessionCalled, By: RoleSecretary, Needs: []Fact{PlaceAndTime}},
	{From: SessionCalled, Do: OpenSession, To: SessionOpen, By: RoleSecretary, Needs: []Fact{QuorumThere, HasNominees}},
	{From: SessionCalled, Do: OpenSession, To: SessionOpen, By: RoleChair, Needs: []Fact{QuorumThere, HasNominees}},
	{From: SessionCalled, Do: AskInWriting, To: SessionWriting, By: RoleSecretary, Needs: []Fact{HasNominees}, Reason: true},
	{From: SessionCalled, Do: Postpone, To: SessionPostponed, By: RoleSecretary, Reason: true},
	{From: SessionCalled, Do: Postpone, To: SessionPostponed, By: RoleChair, Reason: true},
	{From: SessionPostponed, Do: Summon, To: SessionCalled, By: RoleSecretary, Needs: []Fact{PlaceAndTime}},
	{From: SessionOpen, Do: BeginVote, To: SessionVoting, By: RoleSecretary, Needs: []Fact{QuorumThere}},
	{From: SessionOpen, Do: BeginVote, To: SessionVoting, By: RoleChair, Needs: []Fact{QuorumThere}},
	{From: SessionVoting, Do: Conclude, To: SessionConcluded, By: RoleSecretary, Needs: []Fact{VotesWhole}},
	{From: SessionVoting, Do: Conclude, To: SessionConcluded, By: RoleChair, Needs: []Fact{VotesWhole}},
	{From: SessionWriting, Do: Conclude, To: SessionConcluded, By: RoleSecretary, Needs: []Fact{VotesWhole}},
	{From: SessionConcluded, Do: SignMinutes, To: SessionSigned, By: RoleSecretary, Needs: []Fact{MinutesSigned}},
}}

// Session is one meeting of the council (phiên họp) about one round.
type Session struct {
	ID         string
	Council    string
	Round      string
	Number     string // 01/2025
	State      State
	At         time.Time
	Place      string
	VoteKind   VoteKind
	Counters   []string // persons named to count (người kiểm phiếu), beside the secretary and the chair
	Chair      string   // person in the chair
	Secretary  string
	StartedAt  time.Time
	VotingAt   time.Time // when the vote began
	EndedAt    time.Time
	Discussion string // what was said, in words
	IndexWords string // the council's sentence on the index that comes late
	Conclusion string
	SummonedAt time.Time
	Version    int64
}

// MayCount tells whether somebody counts votes at the session without being its secretary or chair.
func (s Session) MayCount(person string) bool {
	return person != "" && slices.Contains(s.Counters, person)
}

// Before tells whether nobody has voted yet: nominees may still be put before the session.
func (s Session) Before() bool {
	return s.State == SessionPlanned || s.State == SessionCalled || s.State == SessionOpen || s.State == SessionPostponed
}

// Voting tells whether counts and opinions are taken.
func (s Session) Voting() bool { return s.State == SessionVoting || s.State == SessionWriting }

// Over tells whether the result stands.
func (s Session) Over() bool { return s.State == SessionConcluded || s.State == SessionSigned }

// Attendance is one line of the roll call (điểm danh).
type Attendance struct {
	Person  string
	Present bool
	Reason  string // why absent
}

// Present counts who is there.
func Present(roll []Attendance) int {
	n := 0
	for _, a := range roll {
		if a.Present {
			n++
		}
	}
	return n
}

// QuorumMet tells whether enough members are there: the share counts all members.
func (c Council) QuorumMet(present int) bool {
	return len(c.Members) > 0 && Share{present, len(c.Members)}.AtLeast(c.Quorum)
}

// Member finds a member by person; false for who does not sit in the council.
func (c Council) Member(person string) (CouncilMember, bool) {
	at := slices.IndexFunc(c.Members, func(m CouncilMember) bool { return person != "" && m.Person == person })
	if at < 0 {
		return CouncilMember{}, false
	}
	return c.Members[at], true
}

// Seated gives the first member with a seat, such as the chair; the zero value when the seat is empty.
func (c Council) Seated(seat Seat) CouncilMember {
	for _, m := range c.Members {
		if m.Seat == seat {
			return m
		}
	}
	return CouncilMember{}
}

// InForce tells whether the council sits on a day.
func (c Council) InForce(d Date) bool {
	return (c.From == "" || c.From <= d) && (c.To == "" || d <= c.To)
}

// Electorate tells who votes on a nominee: whoever is the case does not, and counts in the base as the council's rules say.
func (c Council) Electorate(n Nominee, roll []Attendance) Electorate {
	e := Electorate{Members: len(c.Members), Present: Present(roll), OwnOut: c.OwnOut}
	if _, own := c.Member(n.Subject.Person); !own {
		return e
	}
	e.Own = 1
	for _, a := range roll {
		if a.Person == n.Subject.Person && a.Present {
			e.Present--
		}
	}
	return e
}

// Overlap is a member of the council who stands near a case: noted in the minutes, and only the own case keeps from voting.
type Overlap struct {
	Member  CouncilMember
	Nominee string // id
	Subject Subject
	Own     bool // the member is the case
}

// Overlaps finds the own cases, and the members whose unit (by person) is the nominee or the nominee's.
func (c Council) Overlaps(nominees []Nominee, units map[string]string) []Overlap {
	var out []Overlap
	for _, n := range nominees {
		for _, m := range c.Members {
			own := n.Subject.Person == m.Person
			if own || n.Subject.Unit != "" && units[m.Person] == n.Subject.Unit {
				out = append(out, Overlap{Member: m, Nominee: n.ID, Subject: n.Subject, Own: own})
			}
		}
	}
	return out
}
