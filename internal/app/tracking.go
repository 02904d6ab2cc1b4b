package app

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/custody"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Refusals of what is followed over the year.
const (
	// CodeRoundEnded is a change in a year that is locked; the argument is the year.
	CodeRoundEnded thidua.Code = "round.ended"
	// CodeNotYourTarget is an entry for a target of another unit.
	CodeNotYourTarget thidua.Code = "progress.not-yours"
)

// AddProgress enters what was reached of a target on a day. Only the head of the unit, the person in charge or Văn phòng may, and only in a
// year that is not locked; faults stand at "on", "value" and "text". Entries are never changed, a later one corrects.
func (a *App) AddProgress(ctx context.Context, actor thidua.Actor, p thidua.Progress) (thidua.Progress, error) {
	p.Text = strings.TrimSpace(p.Text)
	err := a.write(ctx, actor, deed{Verb: thidua.ReportProgress, Object: "target:" + p.Target}, func(tx *store.Tx, d *deed) error {
		target, round, err := tx.TrackedTarget(p.Target)
		if err != nil {
			return err
		}
		if err := mayReport(actor, target); err != nil {
			return err
		}
		if _, err := openRound(tx, round); err != nil {
			return err
		}
		if err := p.Check(today(tx)); err != nil {
			return err
		}
		p.ID, p.By, p.ByName, p.At = store.NewID(), actor.Person, actor.Name, tx.Now
		d.Name, d.After = target.Content, p
		return tx.InsertProgress(p)
	})
	return p, err
}

// mayReport refuses who may not speak for a target; what he may not even see is not found.
func mayReport(actor thidua.Actor, t store.Tracked) error {
	own := actor.Own(t.Subject.Person) || actor.Own(t.Owner)
	switch {
	case own || actor.Leads(t.Subject.Unit) || actor.Has(thidua.RoleOffice):
		return nil
	case sees(actor, t.Subject.Unit, t.Subject.Person):
		return thidua.Refuse(thidua.Forbidden, CodeNotYourTarget)
	}
	return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
}

// openRound reads a round that still takes changes; Conflict when it is locked.
func openRound(tx *store.Tx, id string) (thidua.Round, error) {
	r, err := tx.Round(id)
	if err == nil && r.State == thidua.RoundEnded {
		err = thidua.Refuse(thidua.Conflict, CodeRoundEnded, r.Year)
	}
	return r, err
}

// TargetResult is a followed target with what was reported of it: Latest decides, Entries are its course by day.
type TargetResult struct {
	store.Tracked
	Year       int // of its round
	Entries    []thidua.Progress
	Latest     thidua.Progress
	Measured   bool // something was reported
	Completion int  // percent, 0 to 100
	State      thidua.State
	Awaits     thidua.State // of evidence that is not checked yet or returned; empty when nothing stands out
	Reached    bool         // by the percentage of the round, with nothing awaited
}

// Shown is the state that a page shows: a target is not called complete while its evidence is awaited.
func (t TargetResult) Shown() thidua.State {
	if t.State == thidua.TargetReached && t.Awaits != "" {
		return t.Awaits
	}
	return t.State
}

// follow puts the entries to their targets and computes where each stands on a day.
func follow(targets []store.Tracked, of map[string][]thidua.Progress, evidence []thidua.Evidence, r thidua.Round, day thidua.Date) []TargetResult {
	out := make([]TargetResult, len(targets))
	for i, t := range targets {
		res := TargetResult{Tracked: t, Year: r.Year, Entries: of[t.ID]}
		res.Latest, res.Measured = thidua.Latest(res.Entries)
		res.Completion = t.Completion(res.Latest.Value, res.Measured)
		res.State = t.State(res.Latest.Value, res.Measured, thidua.NewDate(r.Year, 1, 1), day, r.State == thidua.RoundEnded)
		res.Awaits = thidua.Awaited(evidence, t.ID)
		res.Reached = r.Reached(res.Completion) && res.Awaits == ""
		out[i] = res
	}
	return out
}

// followed reads the targets of a round with their entries: two queries, beside the evidence of the round.
func followed(tx *store.Tx, r thidua.Round, f store.TargetFilter, evidence []thidua.Evidence) ([]TargetResult, error) {
	f.Rounds = []string{r.ID}
	targets, err := tx.TrackedTargets(f)
	if err != nil {
		return nil, err
	}
	of, err := progressOf(tx, f.Rounds, f.Target)
	return follow(targets, of, evidence, r, today(tx)), err
}

// progressOf reads the entries of rounds by their target.
func progressOf(tx *store.Tx, rounds []string, target string) (map[string][]thidua.Progress, error) {
	entries, err := tx.ProgressIn(rounds, target)
	of := map[string][]thidua.Progress{}
	for _, p := range entries {
		of[p.Target] = append(of[p.Target], p)
	}
	return of, err
}

// mean gives the average completion of the targets that match, -1 for none.
func mean(targets []TargetResult, match func(TargetResult) bool) int {
	var percents []int
	for _, t := range targets {
		if match(t) {
			percents = append(percents, t.Completion)
		}
	}
	return thidua.Mean(percents)
}

func ofUnit(unit string) func(TargetResult) bool {
	return func(t TargetResult) bool { return t.Subject.Kind == thidua.Collective && t.Subject.Unit == unit }
}

func tally(r thidua.Round, targets []TargetResult, match func(TargetResult) bool) thidua.Tally {
	var n thidua.Tally
	for _, t := range targets {
		if match(t) {
			n.All++
			if t.Reached {
				n.Reached++
			} else if t.Awaits != "" && r.Reached(t.Completion) {
				n.Awaited++
			}
		}
	}
	return n
}

// readers see the results of everybody, published or not.
var readers = thidua.RolesFor(thidua.MayReadResult)

// sees tells whether the actor may see the results of a unit, which are those of its people too, or of a person, which are not.
func sees(actor thidua.Actor, unit, person string) bool {
	if actor.Has(readers...) || actor.Own(person) || unit != "" && slices.Contains(actor.Heads, unit) {
		return true
	}
	return person == "" && unit != "" && actor.Unit == unit
}

// Sees tells whether the actor may see the results of a unit, or of a person, as every page of results asks it.
func Sees(actor thidua.Actor, s thidua.Subject) bool { return sees(actor, s.Unit, s.Person) }

// SeesRanks tells whether the actor sees the ranks of a round: everybody once they are published.
func SeesRanks(actor thidua.Actor, r thidua.Round) bool {
	return r.RanksPublished || actor.Has(readers...)
}

// OpenRound reads a round that still takes changes; Conflict for one that has ended.
func OpenRound(tx *store.Tx, id string) (thidua.Round, error) { return openRound(tx, id) }

// AddEvidence adds a document behind a target, or behind a criterion of a unit when no target is named: a kept file (KeepFile), or a
// reference alone. Faults stand at "number", "issued", "abstract", "page" and "criterion".
func (a *App) AddEvidence(ctx context.Context, actor thidua.Actor, e thidua.Evidence) (thidua.Evidence, error) {
	trimEvidence(&e)
	err := a.write(ctx, actor, deed{Verb: thidua.AttachEvidence}, func(tx *store.Tx, d *deed) error {
		if err := place(tx, actor, &e); err != nil {
			return err
		}
		if _, err := openRound(tx, e.Round); err != nil {
			return err
		}
		if err := errors.Join(checkEvidence(e, today(tx)), roomFor(tx, e)); err != nil {
			return err
		}
		e.ID, e.State, e.AddedBy, e.AddedByName, e.AddedAt, e.Version = store.NewID(), thidua.EvidenceNew, actor.Person, actor.Name, tx.Now, 1
		d.Object, d.Name, d.After = "evidence:"+e.ID, evidenceName(e), e
		return tx.InsertEvidence(e)
	})
	return e, err
}

func roomFor(tx *store.Tx, e thidua.Evidence) error {
	if e.Target != "" {
		return custody.Room(tx, "tep", e.File, store.HeldByTarget, e.Target)
	}
	return custody.Room(tx, "tep", e.File, store.HeldByCriterion, e.Round, e.Unit, e.Person, e.Criterion)
}

func trimEvidence(e *thidua.Evidence) {
	e.DocNumber, e.Abstract, e.Page = strings.TrimSpace(e.DocNumber), strings.TrimSpace(e.Abstract), strings.TrimSpace(e.Page)
}

func checkEvidence(e thidua.Evidence, day thidua.Date) error {
	var f thidua.Faults
	checkMark(&f, "number", e.DocNumber)
	checkMark(&f, "abstract", e.Abstract)
	checkMark(&f, "page", e.Page)
	if e.IssuedOn > day && e.IssuedOn.Valid() {
		f.Add("issued", thidua.CodeFutureDay)
	}
	var wrong *thidua.Error
	if errors.As(e.Check(), &wrong) {
		f = append(f, wrong.Faults...)
	}
	return f.Err()
}

// place fills in whose evidence it is from its target, and refuses who may not add it there.
func place(tx *store.Tx, actor thidua.Actor, e *thidua.Evidence) error {
	if e.Target != "" {
		t, round, err := tx.TrackedTarget(e.Target)
		if err != nil {
			return err
		}
		e.Round, e.Unit, e.Person, e.Criterion = round, t.Subject.Unit, t.Subject.Person, t.Criterion
		return mayReport(actor, t)
	}
	if !actor.Leads(e.Unit) && !actor.Has(thidua.RoleOffice) && !actor.Own(e.Person) {
		return thidua.Refuse(thidua.Forbidden, CodeNotYourTarget)
	}
	if _, err := tx.Unit(e.Unit); err != nil {
		return err
	}
	season, err := seasonOf(tx, e.Round)
	if err == nil && season.Criterion(e.Criterion).ID == "" {
		err = thidua.Faults{{Field: "criterion", Code: thidua.CodeCriterionUnknown}}.Err()
	}
	return err
}

func evidenceName(e thidua.Evidence) string {
	for _, name := range []string{e.DocNumber, e.File.Name, e.Abstract} {
		if name != "" {
			return name
		}
	}
	return e.ID
}

// MoveEvidence checks evidence, returns it with a reason, or mends it: mended holds the id, the version that was read and, for
// MendEvidence, the document as it should be now. Văn phòng does not check its own.
func (a *App) MoveEvidence(ctx context.Context, actor thidua.Actor, do thidua.Action, mended thidua.Evidence, reason string) error {
	trimEvidence(&mended)
	reason = strings.TrimSpace(reason)
	d := deed{Verb: do, Object: "evidence:" + mended.ID, Reason: reason}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		e, err := evidenceFor(tx, actor, mended.ID)
		if err != nil {
			return err
		}
		if _, err := openRound(tx, e.Round); err != nil {
			return err
		}
		rule, err := thidua.EvidenceFlow.Next(e.State, do, e.RolesOn(actor), evidenceFacts(actor, e), reason)
		if err != nil {
			return err
		}
		d.Name, d.Before = evidenceName(e), e
		e.Version, e.State, e.Reason = mended.Version, rule.To, reason
		if do == thidua.MendEvidence {
			e.DocNumber, e.IssuedOn, e.Abstract, e.Page = mended.DocNumber, mended.IssuedOn, mended.Abstract, mended.Page
			if !mended.File.Missing() {
				if err := custody.Replaced(tx, actor, "tep", d.Object, e.File, mended.File); err != nil {
					return err
				}
				e.File = mended.File
			}
			if err := checkEvidence(e, today(tx)); err != nil {
				return err
			}
		}
		d.After = e
		return tx.UpdateEvidence(e)
	})
}

func evidenceFacts(actor thidua.Actor, e thidua.Evidence) thidua.Facts {
	return thidua.Facts{thidua.NotOwnCase: !actor.Own(e.AddedBy) && !actor.Own(e.Person)}
}

// evidenceFor reads evidence that the actor may see; NotFound otherwise.
func evidenceFor(tx *store.Tx, actor thidua.Actor, id string) (thidua.Evidence, error) {
	e, err := tx.Evidence(id)
	if err == nil && !sees(actor, e.Unit, e.Person) && !actor.Own(e.AddedBy) {
		err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	return e, err
}

// Evidence is one piece with what the actor may do to it.
type Evidence struct {
	thidua.Evidence
	Criterion thidua.Criterion
	Offers    []thidua.Offer
	Earlier   []store.FileVersion // files that another took the place of, the latest first
}

// Evidence reads one piece of evidence; NotFound for who may not see it.
func (a *App) Evidence(ctx context.Context, actor thidua.Actor, id string) (out Evidence, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		e, err := evidenceFor(tx, actor, id)
		if err != nil {
			return err
		}
		season, err := seasonOf(tx, e.Round)
		if err != nil {
			return err
		}
		out = Evidence{Evidence: e, Criterion: season.Criterion(e.Criterion), Offers: offersOf(actor, e)}
		out.Earlier, err = tx.FileVersions("evidence:" + id)
		return err
	})
	return out, err
}

func offersOf(actor thidua.Actor, e thidua.Evidence) []thidua.Offer {
	return thidua.EvidenceFlow.Offers(e.State, e.RolesOn(actor), evidenceFacts(actor, e))
}

// OpenEvidence gives the file of evidence to who may see it, or with the id of a version an earlier one; the caller closes it.
func (a *App) OpenEvidence(ctx context.Context, actor thidua.Actor, id, version string) (thidua.FileRef, *os.File, error) {
	e, err := a.Evidence(ctx, actor, id)
	ref := e.File
	if version != "" {
		ref = versionOf(e.Earlier, version)
	}
	if err == nil && ref.Missing() {
		err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	if err != nil {
		return thidua.FileRef{}, nil, err
	}
	f, err := a.openFile(actor, ref)
	return ref, f, err
}

func versionOf(all []store.FileVersion, id string) thidua.FileRef {
	for _, v := range all {
		if v.ID == id {
			return v.File
		}
	}
	return thidua.FileRef{}
}

// checkMark refuses words that carry the mark of a state secret: such a document is not even named here (decision 13).
func checkMark(f *thidua.Faults, field, text string) {
	if mark := file.Marked(text); mark != "" {
		f.Add(field, file.CodeSecret, mark)
	}
}

// InitiativeFilter narrows a list of initiatives: by state, and by words of its name, authors or unit; empty fields do not.
type InitiativeFilter struct {
	State thidua.State
	Text  string
}

func (f InitiativeFilter) keeps(r InitiativeRow) bool {
	return (f.State == "" || r.State == f.State) && strings.Contains(vi.Fold(r.Name+" "+r.By+" "+vi.Authors(r.Initiative)), vi.Fold(f.Text))
}

// mayShorten refuses what the short record of an initiative may not say: others than Văn phòng that it is recognised, and anybody what the
// initiative council has in hand.
func mayShorten(actor thidua.Actor, before, i thidua.Initiative) error {
	if !actor.Has(thidua.RoleOffice) && (i.Recognised || before.Recognised || !actor.Leads(i.Unit) && !before.By(actor.Person)) {
		return thidua.Refuse(thidua.Forbidden, CodeNoRight)
	}
	short := before.State == thidua.InitiativeDraft || before.State == thidua.InitiativeSubmitted || before.State == thidua.InitiativeRecognised
	if i.Recognised && !short || !i.Recognised && !before.Editable() {
		return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.RecordRecognised, before.State)
	}
	return nil
}
