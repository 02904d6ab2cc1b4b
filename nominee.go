package thidua

// Nominee is one subject proposed for one award for one achievement (tập thể, cá nhân được đề nghị).
type Nominee struct {
	ID       string
	Round    string
	Session  string // the session that considers it; empty before
	Subject  Subject
	Award    string // id of the award form
	State    State
	Summary  string // tóm tắt thành tích, ten lines at most
	Findings []Finding
	Order    int
	Reason   string // of the last side step
	Version  int64
}

// States of a nominee.
const (
	NomineeProposed  State = "nominee.proposed"  // Đề nghị
	NomineeBefore    State = "nominee.before"    // Đưa ra Hội đồng
	NomineePassed    State = "nominee.passed"    // Hội đồng thông qua
	NomineeFailed    State = "nominee.failed"    // Hội đồng không thông qua
	NomineeInDossier State = "nominee.dossier"   // Trong hồ sơ trình
	NomineeAwarded   State = "nominee.awarded"   // Được khen thưởng (quyết định số, ngày)
	NomineeNot       State = "nominee.not"       // Không khen thưởng
	NomineePresented State = "nominee.presented" // Đã trao tặng
	NomineeHeld      State = "nominee.held"      // Tạm dừng
	NomineeWithdrawn State = "nominee.withdrawn" // Đã rút
	NomineeRevoked   State = "nominee.revoked"   // Thu hồi
)

// Actions on a nominee; the result of a vote and of a decision are recorded for all of them at once.
const (
	PutBefore      Action = "dua-ra-hoi-dong"
	RecordPassed   Action = "thong-qua"
	RecordFailed   Action = "khong-thong-qua"
	TakeIn         Action = "dua-vao-ho-so"
	RecordAwarded  Action = "duoc-khen"
	RecordNot      Action = "khong-khen"
	RecordPresent  Action = "trao-tang"
	HoldNominee    Action = "tam-dung"
	LiftHold       Action = "go-tam-dung"
	RevokeAward    Action = "thu-hoi"
	TakeOutDossier Action = "dua-ra-khoi-ho-so"
)

// Deeds on a nominee that leave its state as it is, or make it.
const (
	Propose    Action = "de-xuat"
	FindByHand Action = "nhan-xet"
	Refresh    Action = "xet-lai-tieu-chuan"
	Summarise  Action = "tom-tat-thanh-tich"
)

// Facts of a nominee.
const (
	FindingsWhole Fact = "findings-whole" // every standard is judged, with a reason
	NothingUnmet  Fact = "nothing-unmet"  // no standard says "chưa đạt"
	WithinQuota   Fact = "within-quota"   // the number that may be proposed is not passed, where a document sets it
)

// NomineeFlow is the way of a case through council, dossier and decision; the council advises, the head decides.
var NomineeFlow = Machine{
	Name: "nominee", Start: NomineeProposed, Ends: []State{NomineeFailed, NomineeNot, NomineeWithdrawn, NomineeRevoked},
	Rules: []Rule{
		{From: NomineeProposed, Do: PutBefore, To: NomineeBefore, By: RoleOffice, Needs: []Fact{FindingsWhole, NothingUnmet}},
		{From: NomineeProposed, Do: PutBefore, To: NomineeBefore, By: RoleSecretary, Needs: []Fact{FindingsWhole, NothingUnmet}},
		{From: NomineeBefore, Do: RecordPassed, To: NomineePassed, By: RoleSecretary},
		{From: NomineeBefore, Do: RecordPassed, To: NomineePassed, By: RoleChair},
		{From: NomineeBefore, Do: RecordFailed, To: NomineeFailed, By: RoleSecretary},
		{From: NomineeBefore, Do: RecordFailed, To: NomineeFailed, By: RoleChair},
		{From: NomineePassed, Do: TakeIn, To: NomineeInDossier, By: RoleOffice, Needs: []Fact{WithinQuota}},
		{From: NomineeInDossier, Do: TakeOutDossier, To: NomineePassed, By: RoleOffice, Reason: true},
		{From: NomineeInDossier, Do: RecordAwarded, To: NomineeAwarded, By: RoleOffice},
		{From: NomineeInDossier, Do: RecordNot, To: NomineeNot, By: RoleOffice, Reason: true},
		{From: NomineeAwarded, Do: RecordPresent, To: NomineePresented, By: RoleOffice},
		{From: NomineePresented, Do: RevokeAward, To: NomineeRevoked, By: RoleOffice, Reason: true},
		{From: NomineeProposed, Do: HoldNominee, To: NomineeHeld, By: RoleOffice, Reason: true},
		{From: NomineeBefore, Do: HoldNominee, To: NomineeHeld, By: RoleOffice, Reason: true},
		{From: NomineePassed, Do: HoldNominee, To: NomineeHeld, By: RoleOffice, Reason: true},
		{From: NomineeInDossier, Do: HoldNominee, To: NomineeHeld, By: RoleOffice, Reason: true},
		{From: NomineeHeld, Do: LiftHold, To: NomineeProposed, By: RoleOffice, Reason: true},
		{From: NomineeProposed, Do: Withdraw, To: NomineeWithdrawn, By: RoleOffice, Reason: true},
		{From: NomineeBefore, Do: Withdraw, To: NomineeWithdrawn, By: RoleOffice, Reason: true},
		{From: NomineePassed, Do: Withdraw, To: NomineeWithdrawn, By: RoleOffice, Reason: true},
	},
}
