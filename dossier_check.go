package thidua

import "slices"

// CheckKind is one automatic check of a dossier (kiểm tra tự động).
type CheckKind string

// The checks of a dossier.
const (
	CheckParts    CheckKind = "parts"        // every part is issued and its signed copy recorded; arguments: done, asked for
	CheckConfirm  CheckKind = "confirmation" // every report carries Xác nhận của cấp trình; arguments: missing
	CheckVote     CheckKind = "vote"         // every subject of the dossier passed the council
	CheckNames    CheckKind = "names"        // names and posts are the same in all papers and in the list
	CheckFigures  CheckKind = "figures"      // the figures of the papers are those of the data; arguments: papers that differ, codes of the criteria
	CheckQuota    CheckKind = "quota"        // arguments: units, their quota, people, their quota
	CheckCriteria CheckKind = "criteria"     // every report names the result on each criterion; arguments: reports that do not
	CheckDeadline CheckKind = "deadline"     // the day by which Sở Nội vụ wants it; arguments: the day
	CheckBases    CheckKind = "bases"        // the bases of the letter are in force on its date
)

// Grade is what a check says: it holds, it warns, or it blocks.
type Grade string

// The grades of a check.
const (
	GradeGood  Grade = "good"
	GradeWarn  Grade = "warn"
	GradeBlock Grade = "block"
)

// Check is one check with what it says and the numbers of its sentence.
type Check struct {
	Kind  CheckKind
	Grade Grade
	Args  []any
}

// Component is one paper that the plan asks for (thành phần hồ sơ), made or not: each report is one.
type Component struct {
	Kind    PaperKind
	Nominee string // of a report
	Name    string // of whom, or of what
	Paper   *Paper // nil while it is not made
	Fresh   bool   // its figures and names are those of the data
	Departs bool   // what is issued was edited on Word, and says other figures than the data with a reason
	Open    []Criterion
	Stale   []FigureChange // of a report: what the data say otherwise now
}

// FigureKind is what a figure of a report (số liệu của báo cáo) tells.
type FigureKind string

// The figures of a report that may grow old.
const (
	FigureTarget     FigureKind = "target"     // chỉ tiêu
	FigureActual     FigureKind = "actual"     // thực hiện
	FigureLevel      FigureKind = "level"      // mức đạt
	FigureEvidence   FigureKind = "evidence"   // minh chứng
	FigureLine       FigureKind = "line"       // a target that came in or went away
	FigureFact       FigureKind = "fact"       // reviewed points, papers of a criterion
	FigureSentence   FigureKind = "sentence"   // a figure within a sentence: rank, sum, comparison with last year
	FigureName       FigureKind = "name"       // name or post
	FigureInitiative FigureKind = "initiative" // sáng kiến
	FigureAward      FigureKind = "award"      // earlier awards
)

// FigureChange is a figure that a report states and the data now state otherwise (số liệu đã cũ); Was or Now is empty where there was none.
type FigureChange struct {
	Kind      FigureKind
	Criterion string // code, TC2; empty outside the criteria
	Of        string // the target or what else the figure belongs to
	Was, Now  string
}

// Done tells whether the component is issued with its signed copy.
func (c Component) Done() bool {
	return c.Paper != nil && c.Paper.State == PaperIssued && !c.Paper.Signed.Missing()
}

// Confirmed tells whether the confirmation stands, for a report; true for any other paper.
func (c Component) Confirmed() bool {
	return c.Kind != PaperReport || c.Paper != nil && c.Paper.Confirmed != ""
}

// File is a dossier with what its checks ask.
type File struct {
	Dossier    Dossier
	Round      Round
	Components []Component
	Nominees   []Nominee // those in the dossier
	Voted      []string  // nominees that the council passed
	BasesOpen  int       // bases of the letter that are not in force on its date
	SameNames  bool
	Today      Date
}

// Complete counts the components that are done.
func (f File) Complete() (done, all int) {
	for _, c := range f.Components {
		if c.Done() {
			done++
		}
	}
	return done, len(f.Components)
}

// Counts gives how many collectives and individuals the dossier proposes.
func (f File) Counts() (units, people int) {
	for _, n := range f.Nominees {
		if n.Subject.Kind == Collective {
			units++
		} else {
			people++
		}
	}
	return units, people
}

// Facts tells what holds of the dossier, for its workflow.
func (f File) Facts() Facts {
	done, all := f.Complete()
	return Facts{
		PartsWhole: all > 0 && done == all && len(f.Nominees) > 0,
		InQuota:    f.quota().Grade != GradeBlock,
		NamesAgree: f.SameNames,
	}
}

// Checks answers every check, in the order in which the page shows them.
func (f File) Checks() []Check {
	return []Check{f.parts(), f.confirmations(), f.vote(), f.names(), f.figures(), f.quota(), f.criteria(), f.deadline(), f.bases()}
}

func graded(kind CheckKind, good bool, otherwise Grade, args ...any) Check {
	if good {
		return Check{Kind: kind, Grade: GradeGood, Args: args}
	}
	return Check{Kind: kind, Grade: otherwise, Args: args}
}

func (f File) parts() Check {
	done, all := f.Complete()
	return graded(CheckParts, all > 0 && done == all, GradeBlock, done, all)
}

func (f File) confirmations() Check {
	missing := f.count(func(c Component) bool { return !c.Confirmed() })
	return graded(CheckConfirm, missing == 0, GradeBlock, missing)
}

func (f File) vote() Check {
	unvoted := 0
	for _, n := range f.Nominees {
		if !slices.Contains(f.Voted, n.ID) {
			unvoted++
		}
	}
	return graded(CheckVote, unvoted == 0, GradeBlock, unvoted)
}

func (f File) names() Check { return graded(CheckNames, f.SameNames, GradeBlock) }

// figures blocks while a paper can still be made anew; a difference after the signing, or one
// that Văn phòng gave a reason for, only warns, for a person to judge.
func (f File) figures() Check {
	stale := f.count(func(c Component) bool { return c.Paper != nil && (!c.Fresh || c.Departs) })
	open := f.count(func(c Component) bool { return c.Paper != nil && !c.Fresh && c.Paper.State != PaperIssued })
	if stale > 0 && open == 0 {
		return Check{Kind: CheckFigures, Grade: GradeWarn, Args: []any{stale, f.staleCriteria()}}
	}
	return graded(CheckFigures, stale == 0, GradeBlock, stale, f.staleCriteria())
}

// staleCriteria gives the codes of the criteria of which a report states old figures, each once.
func (f File) staleCriteria() []string {
	var out []string
	for _, c := range f.Components {
		for _, s := range c.Stale {
			if s.Criterion != "" && !slices.Contains(out, s.Criterion) {
				out = append(out, s.Criterion)
			}
		}
	}
	slices.Sort(out)
	return out
}

// quota blocks only when the numbers name the document that sets them; unknown numbers are -1.
func (f File) quota() Check {
	units, people := f.Counts()
	within := (f.Round.QuotaUnits < 0 || units <= f.Round.QuotaUnits) && (f.Round.QuotaPeople < 0 || people <= f.Round.QuotaPeople)
	known := f.Round.QuotaSource != "" && f.Round.QuotaUnits >= 0 && f.Round.QuotaPeople >= 0
	grade := GradeBlock
	if f.Round.QuotaSource == "" {
		grade = GradeWarn
	}
	if within && !known {
		return Check{Kind: CheckQuota, Grade: GradeWarn, Args: []any{units, f.Round.QuotaUnits, people, f.Round.QuotaPeople}}
	}
	return graded(CheckQuota, within, grade, units, f.Round.QuotaUnits, people, f.Round.QuotaPeople)
}

func (f File) criteria() Check {
	open := f.count(func(c Component) bool { return len(c.Open) > 0 })
	return graded(CheckCriteria, open == 0, GradeBlock, open)
}

func (f File) deadline() Check {
	due := f.Round.DossierDue
	return graded(CheckDeadline, due != "" && f.Today <= due, GradeWarn, due)
}

func (f File) bases() Check { return graded(CheckBases, f.BasesOpen == 0, GradeWarn, f.BasesOpen) }

func (f File) count(match func(Component) bool) int {
	n := 0
	for _, c := range f.Components {
		if match(c) {
			n++
		}
	}
	return n
}
