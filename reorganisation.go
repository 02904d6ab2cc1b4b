package thidua

import "slices"

// Forever is the last day of what has not ended.
const Forever Date = "9999-12-31"

// UnitVersion is what a unit is called between two days, and the change that named it so (empty for the first).
type UnitVersion struct {
	Unit     string
	From, To Date
	Name     string
	Short    string
	Kind     UnitKind
	Order    int
	Change   string
}

// AgencyVersion is what stands at the head of the agency's papers between two days, and the change that made it so.
type AgencyVersion struct {
	From, To                                           Date
	Name, Parent, Place, Symbol, LeaderTitle, HomeRule string
	Change                                             string
}

// Named gives the agency with the names of a version.
func (a Agency) Named(v AgencyVersion) Agency {
	a.Name, a.Parent, a.Place, a.Symbol, a.LeaderTitle, a.HomeRule = v.Name, v.Parent, v.Place, v.Symbol, v.LeaderTitle, v.HomeRule
	return a
}

// On gives the agency with the names that it carried on a day; the empty day leaves those that it has.
func (a Agency) On(day Date, versions []AgencyVersion) Agency {
	for _, v := range versions {
		if day != "" && v.From <= day && day <= v.To {
			return a.Named(v)
		}
	}
	return a
}

// Names gives the names of an agency as a version of them.
func (a Agency) Names() AgencyVersion {
	return AgencyVersion{Name: a.Name, Parent: a.Parent, Place: a.Place, Symbol: a.Symbol, LeaderTitle: a.LeaderTitle, HomeRule: a.HomeRule}
}

// ChangeKind is what a decision does to the organisation.
type ChangeKind string

// The kinds of change.
const (
	ChangeRename   ChangeKind = "rename"   // đổi tên
	ChangeMerge    ChangeKind = "merge"    // sáp nhập
	ChangeSplit    ChangeKind = "split"    // chia tách
	ChangeDissolve ChangeKind = "dissolve" // giải thể
	ChangeTransfer ChangeKind = "transfer" // chuyển nguyên trạng sang cơ quan khác
	ChangeAgency   ChangeKind = "agency"   // đổi tên, đổi cơ quan cấp trên của chính cơ quan
)

// ChangeKinds lists the kinds of change of units, in the order of a menu.
var ChangeKinds = []ChangeKind{ChangeRename, ChangeMerge, ChangeSplit, ChangeDissolve, ChangeTransfer}

// ChangeState is how far a change has come.
type ChangeState string

// The states of a change.
const (
	OrgDraft   ChangeState = "change.draft"   // being prepared: nothing has changed
	OrgPlanned ChangeState = "change.planned" // recorded, takes effect on its day
	OrgDone    ChangeState = "change.done"
	OrgUndone  ChangeState = "change.undone"
	OrgDropped ChangeState = "change.dropped"
)

// OrgChange is a change of the organisation (sắp xếp tổ chức bộ máy) with the decision that made it.
type OrgChange struct {
	ID       string
	Kind     ChangeKind
	State    ChangeState
	Day      Date   // from which it holds
	Number   string // số, ký hiệu of the decision
	Decided  Date
	Issuer   string
	Abstract string // trích yếu
	Scan     FileRef
	Plan     ChangePlan
	Done     ChangeResult
	Reason   string // why it was taken back
	ByName   string
	Version  int64
}

// ChangePlan is what a change will do.
type ChangePlan struct {
	Units  []string          // that it is about
	Into   []Unit            // that come of it; one with a Version exists already. A renaming has the new names here
	Keeps  bool              // the unit that is split goes on
	Counts bool              // awards of the old units count for the new ones
	To     string            // the agency to which a unit is transferred
	Agency AgencyVersion     // the new names of the agency
	Posts  []PostMove        // of everybody in the units
	Follow map[string]string // the unit to which open registrations and targets of an old one go; "" when they stay
}

// PostMove is what becomes of one post on the day: another post, none, or the same.
type PostMove struct {
	Post   string
	Person string
	Name   string
	Was    string // chức vụ until then
	From   string // the unit until then
	Way    PostWay
	Unit   string
	Title  string
	Rank   Rank
}

// Departs tells whether a move takes a post to another unit or rank than was proposed, which nobody may decide for himself where it leads a unit.
func (m PostMove) Departs(proposed PostMove) bool {
	return m.Way == PostGoes && (m.Way != proposed.Way || m.Unit != proposed.Unit || m.Rank != proposed.Rank)
}

// PostWay is what becomes of a post.
type PostWay string

// The ways of a post.
const (
	PostGoes  PostWay = "goes"  // another post begins on the day
	PostStays PostWay = "stays" // the post goes on as it is
	PostEnds  PostWay = "ends"  // the post ends, none begins here
)

// ChangeResult is what a change did, so that it can be taken back.
type ChangeResult struct {
	Added  []string        // units
	Ended  map[string]Date // units with the last day that they had before
	Posts  []Post          // that began
	Closed map[string]Date // posts with the last day that they had before
	Rows   []MovedRow
}

// MovedRow is a row of the running year that went from one unit to another, or a target from one registration to another.
type MovedRow struct{ Table, ID, From, To string }

// UnitLink is the descent of a unit from another one (tiền thân, kế thừa).
type UnitLink struct {
	Old, New string
	Change   string
	Day      Date
	Kind     ChangeKind
	Number   string
	Counts   bool
}

// The faults of a change.
const (
	CodeChangeNumber   Code = "change.number"
	CodeChangeUnits    Code = "change.units"    // how many at least
	CodeChangeOne      Code = "change.one-unit" // a change about exactly one
	CodeChangeInto     Code = "change.into"     // how many at least
	CodeChangeAbsent   Code = "change.absent"   // name of a unit that does not exist on the day
	CodeChangeBoth     Code = "change.both"     // a unit is merged into itself
	CodeChangeSame     Code = "change.same-names"
	CodeChangeTo       Code = "change.to"
	CodeChangePostUnit Code = "change.post-unit" // name of the person
	CodeChangeSigned   Code = "change.signed-later"
	CodeChangeTaken    Code = "change.day-taken" // other names begin on the same day
	CodeChangeStands   Code = "change.stands"    // what came later and stands on it
	CodeChangeState    Code = "change.state"     // the change is no longer where this act begins
)

// Check says what is wrong with a change as it was typed; today is the day by the clock of business.
func (c OrgChange) Check(today Date) error {
	var f Faults
	if !c.Day.Valid() {
		f.Add("day", CodeDateWrong)
	}
	if c.Number == "" {
		f.Add("number", CodeChangeNumber)
	}
	switch {
	case !c.Decided.Valid():
		f.Add("decided", CodeDateWrong)
	case c.Decided > today:
		f.Add("decided", CodeChangeSigned)
	}
	if c.Issuer == "" {
		f.Add("issuer", CodeNameMissing)
	}
	checkLength(&f, "number", c.Number, MaxName)
	checkLength(&f, "issuer", c.Issuer, MaxName)
	checkLength(&f, "abstract", c.Abstract, MaxContent)
	if c.Kind != ChangeAgency {
		c.Plan.check(&f, c.Kind)
	}
	return f.Err()
}

func (p ChangePlan) check(f *Faults, kind ChangeKind) {
	p.checkUnits(f, kind)
	least := map[ChangeKind]int{ChangeRename: 1, ChangeMerge: 1, ChangeSplit: 2}[kind]
	if kind == ChangeSplit && p.Keeps {
		least = 1
	}
	if len(p.Into) < least {
		f.Add("name-1", CodeChangeInto, least)
	}
	if kind == ChangeMerge && slices.ContainsFunc(p.Into, func(u Unit) bool { return slices.Contains(p.Units, u.ID) }) {
		f.Add("into", CodeChangeBoth)
	}
	if kind == ChangeTransfer && p.To == "" {
		f.Add("to", CodeChangeTo)
	}
}

// checkUnits asks for one unit, or for several that are merged into a new one.
func (p ChangePlan) checkUnits(f *Faults, kind ChangeKind) {
	least := 1
	if kind == ChangeMerge && len(p.Into) > 0 && p.Into[0].Version == 0 {
		least = 2
	}
	switch {
	case len(p.Units) < least:
		f.Add("units", CodeChangeUnits, least)
	case kind != ChangeMerge && len(p.Units) > 1:
		f.Add("units", CodeChangeOne)
	}
}

// CheckPosts says which people have no unit to go to; units are those that exist from the day on.
func (p ChangePlan) CheckPosts(units []string) error {
	var f Faults
	for _, m := range p.Posts {
		if m.Way != PostGoes {
			continue
		}
		if !slices.Contains(units, m.Unit) {
			f.Add("unit-"+m.Post, CodeChangePostUnit, m.Name)
		}
		if m.Title == "" {
			f.Add("title-"+m.Post, CodeTitleMissing)
		}
		checkLength(&f, "title-"+m.Post, m.Title, MaxName)
	}
	return f.Err()
}

// Ends tells whether the units of the change end with it.
func (c OrgChange) Ends() bool {
	return c.Kind == ChangeMerge || c.Kind == ChangeDissolve || c.Kind == ChangeTransfer || c.Kind == ChangeSplit && !c.Plan.Keeps
}

// Forebears gives the units from which a unit came by the links, and how many: one may be compared with, none or several may not.
func Forebears(links []UnitLink, unit string) (out []string) {
	for _, l := range links {
		if l.New == unit {
			out = append(out, l.Old)
		}
	}
	return out
}

// Descent is what each unit that came about in a year was before it: nothing, one unit or several.
type Descent map[string][]string

// DescentOf finds the units that a change of the year concerns; one that took others in was itself a unit before as well.
func DescentOf(year int, units []Unit, links []UnitLink) Descent {
	out := Descent{}
	of := slices.DeleteFunc(slices.Clone(links), func(l UnitLink) bool { return l.Day.Year() != year })
	for _, u := range units {
		made, before := u.From.Year() == year, Forebears(of, u.ID)
		if made || len(before) > 0 {
			if !made {
				before = append(before, u.ID)
			}
			out[u.ID] = before
		}
	}
	return out
}

// Origins is how many units a unit was before the change, as Standing has it.
func (d Descent) Origins(unit string) int {
	before, changed := d[unit]
	switch {
	case !changed || len(before) == 1:
		return 0
	case len(before) == 0:
		return NoOrigin
	}
	return len(before)
}

// Deputy is one deputising (ủy quyền): somebody holds the rights of another's post for some days.
type Deputy struct {
	ID        string
	From, To  string // persons: who deputises, and who acts
	FromName  string
	ToName    string
	Post      Role // one of DeputyPosts
	Unit      string
	UnitName  string // of the post of a head
	Begin     Date   // the first day
	End       Date   // the last one
	Number    string // of the document; always there when an administrator enters it
	Dated     Date
	ByName    string // who entered it
	Withdrawn bool
	Ender     string // who withdrew it
	Version   int64
}

// DeputyPosts are the posts in which somebody may be stood in for; all other roles are given by name, to as many as there must be.
var DeputyPosts = []Role{RoleHead, RoleLeader, RoleChair}

// The refusals of a deputising.
const (
	CodeDeputyPost    Code = "deputy.post"     // who deputises does not hold the post
	CodeDeputyTo      Code = "deputy.to"       // nobody else of the agency, with an account
	CodeDeputyAdmin   Code = "deputy.admin"    // an administrator stands in for nobody
	CodeDeputySeat    Code = "deputy.seat"     // the chair is stood in for by a member of the council
	CodeDeputyDays    Code = "deputy.days"     // both days, the last not before the first and not past
	CodeDeputyNumber  Code = "deputy.number"   // an administrator enters what a document says
	CodeDeputyOwn     Code = "deputy.own"      // an administrator enters none for himself
	CodeDeputyChain   Code = "deputy.chain"    // what was deputised is not passed on
	CodeDeputyEnded   Code = "deputy.ended"    // not on this day, or withdrawn
	CodeDeputyHeld    Code = "deputy.held"     // the same was given already
	CodeDeputyNotSelf Code = "deputy.not-self" // one acts in one's own name already
)

// On tells whether the deputising holds on a day.
func (d Deputy) On(day Date) bool { return !d.Withdrawn && d.Begin <= day && day <= d.End }

// Again tells whether another deputising gives the same to the same person on some of the same days.
func (d Deputy) Again(o Deputy) bool {
	same := d.From == o.From && d.To == o.To && d.Post == o.Post && d.Unit == o.Unit
	return same && !o.Withdrawn && o.Begin <= d.End && d.Begin <= o.End
}

// Check says what is wrong with a deputising as it was typed. Faults stand at "post", "to", "from", "until", "number" and "dated".
func (d Deputy) Check(by Actor, today Date) error {
	var f Faults
	entered := !by.Own(d.From)
	switch {
	case !slices.Contains(DeputyPosts, d.Post):
		f.Add("post", CodeDeputyPost)
	case d.To == "" || d.To == d.From:
		f.Add("to", CodeDeputyTo)
	case entered && by.Own(d.To):
		f.Add("to", CodeDeputyOwn)
	}
	d.checkDays(&f, today)
	if entered && (d.Number == "" || !d.Dated.Valid()) {
		f.Add("number", CodeDeputyNumber)
	}
	checkLength(&f, "number", d.Number, MaxWord)
	return f.Err()
}

func (d Deputy) checkDays(f *Faults, today Date) {
	if !d.Begin.Valid() || !d.End.Valid() || d.End < d.Begin || d.End < today {
		f.Add("until", CodeDeputyDays)
	}
	if d.Dated != "" && !d.Dated.Valid() {
		f.Add("dated", CodeDateWrong)
	}
}

// Behind gives the actor under a deputising: the rights of the post alone, and neither the own case nor that of who deputised.
func (a Actor) Behind(d Deputy) Actor {
	a.Deputy, a.Behalf, a.BehalfName = d.ID, d.From, d.FromName
	a.Roles, a.Heads, a.LeadsOffice = []Role{d.Post}, nil, false
	if d.Post == RoleHead {
		a.Heads = []string{d.Unit}
	}
	return a
}
