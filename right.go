package thidua

import "slices"

// Right names one row of the matrix of rights (quyền): an object, and whether it is read or worked on.
type Right string

// Scope is how far a right reaches (phạm vi); its words live in package vi.
type Scope string

// The scopes, from the narrowest to the widest.
const (
	ScopeSelf   Scope = "self"   // one's own case
	ScopeUnit   Scope = "unit"   // the unit of one's post
	ScopeAgency Scope = "agency" // the whole agency
	ScopeAbove  Scope = "above"  // what agencies sent up to Sở Nội vụ, UBND tỉnh
	ScopePublic Scope = "public" // everybody, without a session
)

// Door is who is let in before anything of the object is known.
type Door string

// The doors; behind that of an agency the relation to the object decides (Holders, Actor.For).
const (
	DoorRoles    Door = "roles"    // who holds a role of the row
	DoorAgency   Door = "agency"   // everybody with a session in an agency that runs movements
	DoorAnywhere Door = "anywhere" // everybody with a session
	DoorPublic   Door = "public"   // everybody
)

// Holder is one cell of the matrix: a role and how far the right reaches for it.
type Holder struct {
	By    Role
	Scope Scope
}

// RightRow is one row of the matrix: routes name it, lists of readers are taken from it, menus and buttons ask it.
type RightRow struct {
	Right   Right
	Door    Door
	Holders []Holder
	Checks  []Fact // what must be true of the object besides, whoever asks
}

// Who lists the roles of a row, in the order in which it names them.
func (r RightRow) Who() []Role {
	out := make([]Role, len(r.Holders))
	for i, c := range r.Holders {
		out[i] = c.By
	}
	return out
}

// Scope tells how far the row reaches for a role; empty where not at all.
func (r RightRow) Scope(by Role) Scope {
	for _, c := range r.Holders {
		if c.By == by {
			return c.Scope
		}
	}
	return ""
}

// Lets tells whether the door of the row opens to a signed-in actor.
func (r RightRow) Lets(a Actor) bool {
	switch r.Door {
	case DoorPublic, DoorAnywhere:
		return true
	case DoorAgency:
		return a.Kind.RunsSeasons()
	}
	return a.Has(r.Who()...)
}

// RowOf gives the row of a right; one that is not in the matrix lets nobody in.
func RowOf(right Right) RightRow {
	at := slices.IndexFunc(Rights, func(r RightRow) bool { return r.Right == right })
	if at < 0 {
		return RightRow{Right: right, Door: DoorRoles}
	}
	return Rights[at]
}

// RolesFor lists the roles that hold a right over the whole agency or above it: what a use case asks before it reads for everybody.
func RolesFor(right Right) (out []Role) {
	for _, c := range RowOf(right).Holders {
		if c.Scope == ScopeAgency || c.Scope == ScopeAbove {
			out = append(out, c.By)
		}
	}
	return out
}

// The rights of everybody, and those that belong to no object of a season.
const (
	MayVisit         Right = "program.visit"
	MayReadPublished Right = "published.read"
	MayUseLink       Right = "link.use" // a link with a secret of its own: that of a leader, of a calendar
	MayKeepAccount   Right = "account.own"
	MayKeepDesk      Right = "desk.own"
	MayDeputise      Right = "deputy.give"
)

// The rights over a movement and what stands around it.
const (
	MayReadMovement  Right = "movement.read"
	MayReadPlan      Right = "plan.read"
	MayKeepMovement  Right = "movement.keep"
	MayWorkOnTask    Right = "task.work"
	MayAsk           Right = "question.ask"
	MayReadPledge    Right = "pledge.read"
	MayKeepPledge    Right = "pledge.keep"
	MaySendGuidance  Right = "guidance.send"
	MayTakeDelivery  Right = "delivery.take"
	MayReadBank      Right = "bank.read"
	MayKeepBank      Right = "bank.keep"
	MayHandOver      Right = "handover.work"
	MayRemindUnits   Right = "reminder.send"
	MayInvite        Right = "leader-link.keep"
	MayKeepSummingUp Right = "closing.keep"
)

// The rights over registrations, results and scores.
const (
	MayReadRegistration Right = "registration.read"
	MayWorkRegistration Right = "registration.work"
	MayReadBook         Right = "book.read"
	MayGather           Right = "book.work"
	MayReadSlip         Right = "slip.read"
	MayReadResult       Right = "result.read"
	MayWorkResult       Right = "result.work"
	MayReadPraise       Right = "praise.read"
	MayReadInitiative   Right = "initiative.read"
	MayWorkPraise       Right = "praise.work"
	MayKeepPraise       Right = "praise.keep"
	MayReadBoard        Right = "board.read"
	MayReadSheet        Right = "sheet.read"
	MayWorkSheet        Right = "sheet.work"
	MayKeepScores       Right = "score.keep"
	MayReadRanking      Right = "ranking.read"
	MayPublishRanking   Right = "ranking.publish"
	MayReadInspection   Right = "inspection.read"
	MayKeepInspection   Right = "inspection.keep"
	MayAnswerInspection Right = "recommendation.work"
	MayReadMobilising   Right = "mobilising.read"
	MayMobilise         Right = "mobilising.work"
	MayConfirmMoving    Right = "mobilising.confirm"
	MayExchange         Right = "exchange.work"
)

// The rights over the council, dossiers and papers.
const (
	MayReadCouncil  Right = "council.read"
	MayCallCouncil  Right = "council.keep"
	MaySitInCouncil Right = "council.work"
	MayReadCase     Right = "case.read"
	MayReadSlate    Right = "slate.read"
	MayPropose      Right = "case.work"
	MaySignMinutes  Right = "minutes.work"
	MayReadDossier  Right = "dossier.read"
	MayWorkDossier  Right = "dossier.work"
	MayKeepDossier  Right = "dossier.keep"
	MayGiveOpinion  Right = "opinion.give"
	MayReadPaper    Right = "paper.read"
	MayWorkPaper    Right = "paper.work"
	MayReadPapers   Right = "papers.read"
	MayMakePaper    Right = "paper.make"
	MayKeepWording  Right = "wording.keep"
	MayReadRegister Right = "register.read"
	MayKeepRegister Right = "register.keep"
	MayReadProof    Right = "proof.read"
	MayMakeProof    Right = "proof.make"
	MayReadParcel   Right = "parcel.read"
	MaySendParcel   Right = "parcel.send"
	MayReadPartner  Right = "partner.read"
	MayKeepPartner  Right = "partner.keep"
)

// The rights over the agency itself, and those of the levels above.
const (
	MayKeepOrganisation Right = "organisation.keep"
	MayKeepAccounts     Right = "accounts.keep"
	MayKeepAgency       Right = "agency.keep"
	MayKeepMachine      Right = "machine.keep"
	MayReadLog          Right = "log.read"
	MayProveLog         Right = "log.prove"
	MayReadData         Right = "personal-data.read"
	MayAnswerData       Right = "personal-data.answer"
	MayMaskData         Right = "personal-data.mask"
	MayAppraise         Right = "appraisal.work"
	MayDecide           Right = "decision.work"
	MayReadRaised       Right = "raised.read"
)

func held(scope Scope, by ...Role) []Holder {
	out := make([]Holder, len(by))
	for i, r := range by {
		out[i] = Holder{r, scope}
	}
	return out
}

// ofAgency are the roles of an agency that runs movements.
var ofAgency = []Role{
	RoleStaff, RoleHead, RoleOffice, RoleLeader, RoleCouncil, RoleSecretary, RoleChair, RoleClerk, RoleHelper, RoleInspector, RoleAdmin,
}

// byRole is a row that only its roles open, for the whole agency.
func byRole(right Right, by ...Role) RightRow {
	return RightRow{Right: right, Door: DoorRoles, Holders: held(ScopeAgency, by...)}
}

// byRelation is a row behind the door of the agency: what somebody sees follows from the object.
func byRelation(right Right, groups ...[]Holder) RightRow {
	return RightRow{Right: right, Door: DoorAgency, Holders: slices.Concat(groups...)}
}

// and gives a row further cells.
func (r RightRow) and(scope Scope, by ...Role) RightRow {
	r.Holders = slices.Concat(r.Holders, held(scope, by...))
	return r
}

// needs gives a row what must be true of the object besides.
func (r RightRow) needs(facts ...Fact) RightRow {
	r.Checks = facts
	return r
}

// Rights is the matrix role × object × action, printed in docs/rights.md; what changes the state of an object stands in Machines besides.
var Rights = slices.Concat(rightsOfAll, rightsAround, rightsOfSeason, rightsOfAward, rightsAbove)

var rightsOfAll = []RightRow{
	{Right: MayVisit, Door: DoorPublic, Holders: held(ScopePublic, Roles...)},
	{Right: MayReadPublished, Door: DoorPublic, Holders: held(ScopePublic, Roles...)},
	{Right: MayUseLink, Door: DoorPublic, Holders: held(ScopePublic, Roles...)},
	{Right: MayKeepAccount, Door: DoorAnywhere, Holders: held(ScopeSelf, Roles...)},
	byRelation(MayKeepDesk, held(ScopeSelf, ofAgency...)),
	byRelation(MayDeputise, held(ScopeSelf, RoleStaff), held(ScopeAgency, RoleAdmin)),
	byRole(MayKeepOrganisation, RoleAdmin, RoleOffice),
	byRole(MayKeepAccounts, RoleAdmin),
	byRole(MayKeepAgency, RoleAdmin),
	byRole(MayKeepMachine, RoleAdmin),
	byRole(MayReadLog, RoleOffice, RoleLeader, RoleInspector, RoleAdmin),
	byRole(MayProveLog, RoleLeader, RoleInspector, RoleAdmin),
	byRole(MayReadData, RoleAdmin, RoleOffice, RoleInspector),
	byRole(MayAnswerData, RoleAdmin, RoleOffice).needs(NotOwnCase),
	byRole(MayMaskData, RoleAdmin),
}

var rightsAround = []RightRow{
	byRelation(MayReadMovement, held(ScopeAgency, ofAgency...)),
	byRelation(MayReadPlan, held(ScopeAgency, ofAgency...)).needs(NothingOpen),
	byRole(MayKeepMovement, RoleOffice),
	byRole(MayWorkOnTask, RoleOffice).and(ScopeUnit, RoleHead),
	byRelation(MayAsk, held(ScopeAgency, RoleOffice), held(ScopeSelf, RoleStaff)),
	byRelation(MayReadPledge, held(ScopeAgency, ofAgency...)),
	byRole(MayKeepPledge, RoleOffice).and(ScopeUnit, RoleHead),
	byRole(MaySendGuidance, RoleOffice, RoleClerk),
	byRole(MayTakeDelivery, RoleOffice, RoleClerk).and(ScopeUnit, RoleHead),
	byRelation(MayReadBank, held(ScopeAgency, ofAgency...)),
	byRole(MayKeepBank, RoleOffice),
	byRelation(MayHandOver, held(ScopeAgency, RoleOffice, RoleLeader, RoleInspector, RoleAdmin), held(ScopeUnit, RoleHead), held(ScopeSelf, RoleStaff)),
	byRole(MayRemindUnits, RoleOffice),
	byRole(MayInvite, RoleOffice),
	byRole(MayKeepSummingUp, RoleOffice),
}

var rightsOfSeason = []RightRow{
	byRelation(MayReadRegistration, held(ScopeAgency, RoleOffice, RoleLeader, RoleSecretary, RoleInspector), held(ScopeUnit, RoleHead, RoleStaff)),
	byRelation(MayWorkRegistration, held(ScopeAgency, RoleOffice), held(ScopeUnit, RoleHead), held(ScopeSelf, RoleStaff)).needs(NotOwnCase),
	byRole(MayReadBook, RoleOffice, RoleLeader, RoleInspector, RoleSecretary),
	byRole(MayGather, RoleOffice),
	byRole(MayReadSlip, RoleOffice, RoleLeader),
	byRelation(MayReadResult, held(ScopeAgency, RoleOffice, RoleLeader, RoleCouncil, RoleSecretary, RoleChair, RoleInspector), held(ScopeUnit, RoleHead, RoleStaff)),
	byRelation(MayWorkResult, held(ScopeAgency, RoleOffice), held(ScopeUnit, RoleHead), held(ScopeSelf, RoleStaff)).needs(NotOwnCase),
	byRelation(MayReadPraise, held(ScopeAgency, ofAgency...)),
	byRelation(MayReadInitiative, held(ScopeAgency, RoleOffice, RoleLeader, RoleCouncil, RoleSecretary, RoleChair, RoleInspector), held(ScopeUnit, RoleHead, RoleStaff)),
	byRole(MayWorkPraise, RoleOffice, RoleLeader, RoleSecretary).and(ScopeUnit, RoleHead).and(ScopeSelf, RoleStaff).needs(NotOwnCase),
	byRole(MayKeepPraise, RoleOffice),
	byRole(MayReadBoard, RoleOffice, RoleLeader, RoleCouncil, RoleSecretary, RoleChair, RoleInspector).and(ScopeUnit, RoleHead),
	byRole(MayReadSheet, RoleOffice, RoleLeader, RoleCouncil, RoleSecretary, RoleChair, RoleInspector).and(ScopeUnit, RoleHead),
	byRole(MayWorkSheet, RoleOffice, RoleLeader, RoleCouncil, RoleSecretary, RoleChair, RoleInspector).and(ScopeUnit, RoleHead).needs(MayReview),
	byRole(MayKeepScores, RoleOffice),
	byRelation(MayReadRanking, held(ScopeAgency, ofAgency...)),
	byRole(MayPublishRanking, RoleLeader),
	byRole(MayReadInspection, RoleOffice, RoleLeader, RoleInspector, RoleSecretary).and(ScopeUnit, RoleHead),
	byRole(MayKeepInspection, RoleOffice),
	byRole(MayAnswerInspection, RoleOffice).and(ScopeUnit, RoleHead),
	byRole(MayReadMobilising, RoleHelper, RoleOffice, RoleLeader, RoleInspector),
	byRole(MayMobilise, RoleHelper, RoleOffice),
	byRole(MayConfirmMoving, RoleHelper),
	byRole(MayExchange, RoleOffice, RoleLeader, RoleInspector, RoleSecretary, RoleAdmin).and(ScopeUnit, RoleHead),
}

var rightsOfAward = []RightRow{
	byRole(MayReadCouncil, RoleChair, RoleCouncil, RoleOffice, RoleSecretary, RoleLeader, RoleInspector),
	byRole(MayCallCouncil, RoleSecretary, RoleOffice),
	byRole(MaySitInCouncil, RoleSecretary, RoleOffice, RoleChair, RoleCouncil).needs(NotOwnCase),
	byRole(MayReadCase, RoleChair, RoleCouncil, RoleOffice, RoleSecretary, RoleLeader, RoleInspector).and(ScopeUnit, RoleHead),
	byRole(MayReadSlate, RoleOffice, RoleSecretary, RoleLeader, RoleInspector).and(ScopeUnit, RoleHead),
	byRole(MayPropose, RoleSecretary, RoleOffice).and(ScopeUnit, RoleHead).needs(NotOwnCase),
	byRole(MaySignMinutes, RoleSecretary, RoleOffice, RoleClerk),
	byRole(MayReadDossier, RoleOffice, RoleLeader, RoleClerk, RoleInspector, RoleSecretary),
	byRole(MayWorkDossier, RoleOffice, RoleLeader, RoleClerk),
	byRole(MayKeepDossier, RoleOffice),
	byRole(MayGiveOpinion, RoleLeader),
	byRelation(MayReadPaper, held(ScopeAgency, RoleOffice, RoleLeader, RoleClerk, RoleInspector), held(ScopeUnit, RoleHead), held(ScopeSelf, RoleStaff)),
	byRole(MayWorkPaper, RoleOffice, RoleLeader, RoleClerk, RoleSecretary).and(ScopeUnit, RoleHead).and(ScopeSelf, RoleStaff),
	byRole(MayReadPapers, RoleOffice, RoleLeader, RoleClerk, RoleInspector),
	byRole(MayMakePaper, RoleOffice, RoleSecretary),
	byRole(MayKeepWording, RoleOffice, RoleAdmin),
	byRole(MayReadRegister, RoleClerk, RoleOffice, RoleLeader, RoleInspector),
	byRole(MayKeepRegister, RoleClerk, RoleOffice),
	byRole(MayReadProof, RoleOffice, RoleLeader, RoleClerk, RoleInspector, RoleSecretary),
	byRole(MayMakeProof, RoleOffice, RoleClerk, RoleSecretary),
	byRole(MayReadParcel, RoleOffice, RoleLeader, RoleClerk, RoleInspector),
	byRole(MaySendParcel, RoleOffice),
	byRole(MayReadPartner, RoleAdmin, RoleOffice, RoleLeader, RoleClerk, RoleInspector),
	byRole(MayKeepPartner, RoleAdmin),
}

var rightsAbove = []RightRow{
	{Right: MayAppraise, Door: DoorRoles, Holders: held(ScopeAbove, RoleAppraiser), Checks: []Fact{NotOwnCase}},
	{Right: MayDecide, Door: DoorRoles, Holders: held(ScopeAbove, RoleProvince)},
	{Right: MayReadRaised, Door: DoorRoles, Holders: held(ScopeAbove, RoleAppraiser, RoleProvince)},
}
