package thidua

// States of a registration (đăng ký thi đua).
const (
	RegistrationNone      State = "registration.none"      // Chưa lập
	RegistrationDraft     State = "registration.draft"     // Nháp
	RegistrationSent      State = "registration.sent"      // Đã gửi
	RegistrationHeadOK    State = "registration.head-ok"   // Trưởng phòng duyệt
	RegistrationReviewed  State = "registration.reviewed"  // Văn phòng đã rà soát
	RegistrationReturned  State = "registration.returned"  // Cần bổ sung
	RegistrationApproved  State = "registration.approved"  // Lãnh đạo phê duyệt
	RegistrationSentUp    State = "registration.sent-up"   // Đã gửi Sở Nội vụ (số, ngày)
	RegistrationConfirmed State = "registration.confirmed" // Sở Nội vụ xác nhận
	RegistrationWithdrawn State = "registration.withdrawn" // Đã rút
)

// Actions on a registration; the last four are done for the whole list of a round at once.
const (
	Send            Action = "gui"
	HeadApprove     Action = "duyet"
	Review          Action = "ra-soat"
	AskMore         Action = "de-nghi-bo-sung"
	Withdraw        Action = "rut"
	Restart         Action = "lap-lai" // begins anew what was withdrawn
	RecordHeadOK    Action = "ghi-nhan-duyet"
	Draft           Action = "luu-nhap"
	ApproveList     Action = "phe-duyet"
	RecordApproval  Action = "ghi-nhan-phe-duyet"
	RecordSentUp    Action = "ghi-nhan-da-gui"
	RecordConfirmed Action = "ghi-nhan-xac-nhan"
)

// Facts that a registration, and many other objects, must fulfil.
const (
	Complete    Fact = "complete"     // there is a target, and every line is whole
	OfUnit      Fact = "of-unit"      // the registration is a unit's
	OfPerson    Fact = "of-person"    // the registration is a person's
	NotOwnCase  Fact = "not-own-case" // nobody approves or reviews his own
	WindowOpen  Fact = "window-open"  // the round takes registrations
	SignedSheet Fact = "signed-sheet" // entered for a person without a computer: the signed sheet is there
	OpinionGood Fact = "opinion-good" // the leader's agreement is recorded with its scan
	LetterNamed Fact = "letter-named" // number and date of the letter are recorded
	NobodyAbove Fact = "nobody-above" // nobody who could approve a person's registration has an account
	NoAccount   Fact = "no-account"   // the person has no account: the unit enters for him or her (nhập thay)
)

// RegistrationFlow is decision 3 of the product: a person's registration goes to the head of the unit, a unit's to Văn phòng, which
// reviews and never approves; the leader approves the list, in the program or on paper.
var RegistrationFlow = Machine{
	Name: "registration", Start: RegistrationNone, Ends: []State{RegistrationConfirmed},
	Rules: []Rule{
		{From: RegistrationNone, Do: Draft, To: RegistrationDraft, By: RoleStaff, Needs: []Fact{OfPerson, WindowOpen}},
		{From: RegistrationNone, Do: Draft, To: RegistrationDraft, By: RoleHead, Needs: []Fact{OfUnit, WindowOpen}},
		{From: RegistrationNone, Do: Draft, To: RegistrationDraft, By: RoleHead, Needs: []Fact{OfPerson, NoAccount, WindowOpen}},
		{From: RegistrationDraft, Do: Draft, To: RegistrationDraft, By: RoleStaff, Needs: []Fact{OfPerson, WindowOpen}},
		{From: RegistrationDraft, Do: Draft, To: RegistrationDraft, By: RoleHead, Needs: []Fact{OfUnit, WindowOpen}},
		{From: RegistrationDraft, Do: Draft, To: RegistrationDraft, By: RoleHead, Needs: []Fact{OfPerson, NoAccount, WindowOpen}},
		{From: RegistrationReturned, Do: Draft, To: RegistrationReturned, By: RoleStaff, Needs: []Fact{OfPerson}},
		{From: RegistrationReturned, Do: Draft, To: RegistrationReturned, By: RoleHead, Needs: []Fact{OfUnit}},
		{From: RegistrationReturned, Do: Draft, To: RegistrationReturned, By: RoleHead, Needs: []Fact{OfPerson, NoAccount}},
		{From: RegistrationDraft, Do: Send, To: RegistrationSent, By: RoleStaff, Needs: []Fact{OfPerson, Complete, WindowOpen}},
		{From: RegistrationDraft, Do: Send, To: RegistrationSent, By: RoleHead, Needs: []Fact{OfUnit, Complete, WindowOpen}},
		{From: RegistrationDraft, Do: Send, To: RegistrationSent, By: RoleHead, Needs: []Fact{OfPerson, NoAccount, Complete, SignedSheet, WindowOpen}},
		{From: RegistrationReturned, Do: Send, To: RegistrationSent, By: RoleStaff, Needs: []Fact{OfPerson, Complete}},
		{From: RegistrationReturned, Do: Send, To: RegistrationSent, By: RoleHead, Needs: []Fact{OfUnit, Complete}},
		{From: RegistrationReturned, Do: Send, To: RegistrationSent, By: RoleHead, Needs: []Fact{OfPerson, NoAccount, Complete, SignedSheet}},
		{From: RegistrationSent, Do: HeadApprove, To: RegistrationHeadOK, By: RoleHead, Needs: []Fact{OfPerson, NotOwnCase}},
		{From: RegistrationSent, Do: HeadApprove, To: RegistrationHeadOK, By: RoleLeader, Needs: []Fact{OfPerson, NotOwnCase}},
		{From: RegistrationSent, Do: RecordHeadOK, To: RegistrationHeadOK, By: RoleOffice, Needs: []Fact{OfPerson, NotOwnCase, NobodyAbove}, Reason: true},
		{From: RegistrationSent, Do: Review, To: RegistrationReviewed, By: RoleOffice, Needs: []Fact{OfUnit}},
		{From: RegistrationHeadOK, Do: Review, To: RegistrationReviewed, By: RoleOffice, Needs: []Fact{OfPerson, NotOwnCase}},
		{From: RegistrationHeadOK, Do: Review, To: RegistrationReviewed, By: RoleHead, Needs: []Fact{OfPerson, NotOwnCase, ReviewerOwn}},
		{From: RegistrationSent, Do: AskMore, To: RegistrationReturned, By: RoleHead, Needs: []Fact{OfPerson, NotOwnCase}, Reason: true},
		{From: RegistrationSent, Do: AskMore, To: RegistrationReturned, By: RoleOffice, Reason: true},
		{From: RegistrationHeadOK, Do: AskMore, To: RegistrationReturned, By: RoleOffice, Reason: true},
		{From: RegistrationReviewed, Do: AskMore, To: RegistrationReturned, By: RoleOffice, Reason: true},
		{From: RegistrationSentUp, Do: AskMore, To: RegistrationReturned, By: RoleOffice, Reason: true},
		{From: RegistrationReviewed, Do: ApproveList, To: RegistrationApproved, By: RoleLeader},
		{From: RegistrationReviewed, Do: RecordApproval, To: RegistrationApproved, By: RoleOffice, Needs: []Fact{OpinionGood}},
		{From: RegistrationApproved, Do: RecordSentUp, To: RegistrationSentUp, By: RoleOffice, Needs: []Fact{LetterNamed}},
		{From: RegistrationSentUp, Do: RecordConfirmed, To: RegistrationConfirmed, By: RoleOffice},
		{From: RegistrationDraft, Do: Withdraw, To: RegistrationWithdrawn, By: RoleStaff, Needs: []Fact{OfPerson}, Reason: true},
		{From: RegistrationDraft, Do: Withdraw, To: RegistrationWithdrawn, By: RoleHead, Needs: []Fact{OfUnit}, Reason: true},
		{From: RegistrationDraft, Do: Withdraw, To: RegistrationWithdrawn, By: RoleHead, Needs: []Fact{OfPerson, NoAccount}, Reason: true},
		{From: RegistrationSent, Do: Withdraw, To: RegistrationWithdrawn, By: RoleStaff, Needs: []Fact{OfPerson}, Reason: true},
		{From: RegistrationSent, Do: Withdraw, To: RegistrationWithdrawn, By: RoleHead, Needs: []Fact{OfUnit}, Reason: true},
		{From: RegistrationSent, Do: Withdraw, To: RegistrationWithdrawn, By: RoleHead, Needs: []Fact{OfPerson, NoAccount}, Reason: true},
		{From: RegistrationReturned, Do: Withdraw, To: RegistrationWithdrawn, By: RoleStaff, Needs: []Fact{OfPerson}, Reason: true},
		{From: RegistrationReturned, Do: Withdraw, To: RegistrationWithdrawn, By: RoleHead, Needs: []Fact{OfUnit}, Reason: true},
		{From: RegistrationReturned, Do: Withdraw, To: RegistrationWithdrawn, By: RoleHead, Needs: []Fact{OfPerson, NoAccount}, Reason: true},
		{From: RegistrationWithdrawn, Do: Restart, To: RegistrationDraft, By: RoleStaff, Needs: []Fact{OfPerson, WindowOpen}},
		{From: RegistrationWithdrawn, Do: Restart, To: RegistrationDraft, By: RoleHead, Needs: []Fact{OfUnit, WindowOpen}},
		{From: RegistrationWithdrawn, Do: Restart, To: RegistrationDraft, By: RoleHead, Needs: []Fact{OfPerson, NoAccount, WindowOpen}},
	},
}

// ReviewerOwn is true when the registration is that of a reviewer of Văn phòng: the leader of Văn phòng reviews it.
const ReviewerOwn Fact = "reviewer-own"

// Acts beside the workflow, for the log.
const (
	AddNote   Action = "ghi-trao-doi"    // a remark in the exchange beside an object
	KeepSheet Action = "luu-ban-ky"      // the signed sheet of somebody without an account
	MakeSlip  Action = "lap-phieu-trinh" // a cover slip
	// CalledUnit notes that Văn phòng has called a unit that has not sent.
	CalledUnit Action = "ghi-da-goi-dien"
)

// Settled tells whether a registration has passed the review of Văn phòng.
func (r Registration) Settled() bool {
	switch r.State {
	case RegistrationReviewed, RegistrationApproved, RegistrationSentUp, RegistrationConfirmed:
		return true
	}
	return false
}

// Given tells whether a registration was sent and not taken back.
func (r Registration) Given() bool {
	switch r.State {
	case RegistrationNone, RegistrationDraft, RegistrationWithdrawn, "":
		return false
	}
	return true
}
