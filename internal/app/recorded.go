package app

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// CodeOwnCase is an act on the actor's own case, which is always left to somebody else (decision 8).
const CodeOwnCase thidua.Code = "own-case"

// SaveIndexResult records the agency's rank in the provincial reform index of a year, or corrects it: Văn phòng, with the document that
// publishes it.
func (a *App) SaveIndexResult(ctx context.Context, actor thidua.Actor, i thidua.IndexResult) error {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return err
	}
	i.Document = strings.TrimSpace(i.Document)
	d := deed{Verb: thidua.RecordIndex, Object: "index:" + strconv.Itoa(i.Year), Name: strconv.Itoa(i.Year), After: i}
	return a.write(ctx, actor, d, func(tx *store.Tx, _ *deed) error {
		if err := i.Check(today(tx)); err != nil {
			return err
		}
		i.ID = store.NewID()
		return tx.SaveIndexResult(i)
	})
}

// IndexResults lists the recorded ranks, the latest year first.
func (a *App) IndexResults(ctx context.Context, actor thidua.Actor) (out []thidua.IndexResult, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		out, err = tx.IndexResults()
		return err
	})
	return out, err
}

// SaveEvaluation records the class of a person in a year with its decision, or corrects it: Văn phòng, never for oneself.
func (a *App) SaveEvaluation(ctx context.Context, actor thidua.Actor, e thidua.EvaluationResult) error {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return err
	}
	if actor.Own(e.Person) {
		return thidua.Refuse(thidua.Forbidden, CodeOwnCase)
	}
	e.Unit = ""
	e.Decision = strings.TrimSpace(e.Decision)
	d := deed{Verb: thidua.RecordEvaluation, Object: "person:" + e.Person, After: e}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		if err := e.Check(today(tx)); err != nil {
			return err
		}
		person, err := tx.Person(e.Person)
		if err != nil {
			return err
		}
		d.Name, e.ID = person.Name, store.NewID()
		return tx.SaveEvaluation(e)
	})
}

// EvaluationRow is a person of the agency with the class of a year; Class is empty while none is recorded.
type EvaluationRow struct {
	thidua.Staff
	thidua.EvaluationResult
}

// Evaluations lists everybody who works today with the class of a year, by unit and given name; Văn phòng alone reads all.
func (a *App) Evaluations(ctx context.Context, actor thidua.Actor, year int) (out []EvaluationRow, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return nil, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		staff, err := tx.Staff(store.StaffFilter{On: today(tx)}, store.Page{})
		if err != nil {
			return err
		}
		have, err := tx.Evaluations(year)
		of := map[string]thidua.EvaluationResult{}
		for _, e := range have {
			of[e.Person] = e
		}
		for _, s := range staff {
			out = append(out, EvaluationRow{Staff: s, EvaluationResult: of[s.Person.ID]})
		}
		return err
	})
	return out, err
}

// SaveInitiative records an initiative of a unit and its author in short, or corrects it (ID set). The head of the unit, the author and Văn
// phòng may; that it was recognised outside the program is recorded by Văn phòng alone, with number and day of the decision.
func (a *App) SaveInitiative(ctx context.Context, actor thidua.Actor, asked thidua.Initiative) (i thidua.Initiative, err error) {
	asked.Name, asked.Decision = strings.TrimSpace(asked.Name), strings.TrimSpace(asked.Decision)
	err = a.write(ctx, actor, deed{Verb: thidua.RecordInitiative, Name: asked.Name}, func(tx *store.Tx, d *deed) error {
		i = asked
		save, err := mayRecord(tx, actor, &i, d)
		if err != nil {
			return err
		}
		if _, err := openRound(tx, i.Round); err != nil {
			return err
		}
		if err := i.Check(today(tx)); err != nil {
			return err
		}
		if _, err := tx.Unit(i.Unit); err != nil {
			return err
		}
		d.Object, d.After = "initiative:"+i.ID, i
		return save(i)
	})
	return i, err
}

// mayRecord gives a new initiative its id and its state, keeps one that is corrected in its round and its unit, and refuses who may not
// record it; save is how it is kept.
func mayRecord(tx *store.Tx, actor thidua.Actor, i *thidua.Initiative, d *deed) (save func(thidua.Initiative) error, err error) {
	before := thidua.Initiative{State: thidua.InitiativeDraft, Person: i.Person}
	save = tx.InsertInitiative
	if i.ID == "" {
		i.ID, i.State = store.NewID(), thidua.InitiativeDraft
	} else {
		if before, err = tx.Initiative(i.ID); err != nil {
			return nil, err
		}
		asked := *i
		*i, d.Before, save = before, before, tx.UpdateInitiative
		i.Name, i.Recognised, i.Decision, i.On = asked.Name, asked.Recognised, asked.Decision, asked.On
		if len(before.Authors) == 0 {
			i.Person = asked.Person
		}
	}
	if err := mayShorten(actor, before, *i); err != nil {
		return nil, err
	}
	if i.Recognised {
		i.State = thidua.InitiativeRecognised
	}
	return save, nil
}

// InitiativeList is the initiatives of a round that an actor sees, with the units and people for whom he may record one.
type InitiativeList struct {
	Season
	Rounds []thidua.Round
	Sought InitiativeFilter
	Rows   []InitiativeRow
	Units  []thidua.Unit
	People []thidua.Staff
}

// InitiativeRow is an initiative with the name of its author, or of the unit.
type InitiativeRow struct {
	thidua.Initiative
	By string
}

// Initiatives lists the initiatives of a round: all for who may see all results, otherwise those of the own unit.
func (a *App) Initiatives(ctx context.Context, actor thidua.Actor, round string, sought InitiativeFilter) (l InitiativeList, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		l = InitiativeList{Sought: sought}
		if l.Season, err = seasonOf(tx, round); err != nil {
			return err
		}
		if l.Rounds, err = tx.Rounds(l.Movement.ID); err != nil {
			return err
		}
		units, err := tx.UnitsNamed(l.unitsOn(today(tx)))
		if err != nil {
			return err
		}
		staff, err := tx.Staff(store.StaffFilter{On: today(tx)}, store.Page{})
		if err != nil {
			return err
		}
		all, err := tx.Initiatives(round, "")
		for _, i := range all {
			if sees(actor, i.Unit, "") || i.By(actor.Person) {
				if r := (InitiativeRow{i, authorOf(units, staff, i)}); sought.keeps(r) {
					l.Rows = append(l.Rows, r)
				}
			}
		}
		l.offer(actor, units, staff)
		return err
	})
	return l, err
}

func authorOf(units []thidua.Unit, staff []thidua.Staff, i thidua.Initiative) string {
	for _, s := range staff {
		if i.Person != "" && s.Person.ID == i.Person {
			return s.Name + ", " + s.UnitName
		}
	}
	return unitOf(units, i.Unit).Name
}

// offer keeps the units and people for whom the actor may record an initiative.
func (l *InitiativeList) offer(actor thidua.Actor, units []thidua.Unit, staff []thidua.Staff) {
	for _, u := range units {
		if actor.Has(thidua.RoleOffice) || u.ID == actor.Unit {
			l.Units = append(l.Units, u)
		}
	}
	for _, s := range staff {
		if actor.Has(thidua.RoleOffice) || actor.Leads(s.Unit) || actor.Own(s.Person.ID) {
			l.People = append(l.People, s)
		}
	}
}

// ScaleForm is how a round scores: by points or by yes and no, the points of each leaf, who reviews the sheet of Văn phòng, and by which
// decision the council agreed.
type ScaleForm struct {
	Season
	Scale  thidua.Scale
	Leaves []thidua.Criterion // with MaxPoints and PointsNote
	Units  []thidua.Unit
	Open   bool // sheets stand on it: the points are fixed, the agreement may still be recorded
}

// ScaleOf reads how a round scores, for who may see all results and for heads of units.
func (a *App) ScaleOf(ctx context.Context, actor thidua.Actor, round string) (f ScaleForm, err error) {
	if err := may(actor, append([]thidua.Role{thidua.RoleHead}, readers...)...); err != nil {
		return f, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		f, err = scaleOf(tx, round)
		return err
	})
	return f, err
}

func scaleOf(tx *store.Tx, round string) (f ScaleForm, err error) {
	if f.Season, err = seasonOf(tx, round); err != nil {
		return f, err
	}
	f.Leaves = f.scored()
	if f.Scale, err = tx.Scale(round); err != nil {
		return f, err
	}
	if f.Units, err = tx.Units(f.unitsOn(today(tx))); err != nil {
		return f, err
	}
	sheets, err := tx.ScoreSheets(round)
	f.Open = len(sheets) > 0
	return f, err
}

// SaveScale saves how a round scores; Scale.Version and Round.Version are those that were read. Points, kind of sheet and reviewer are fixed
// once sheets are open (Conflict "score.sheets-open"); the council's agreement may be recorded until the round ends. Faults stand at
// "max-N", counted from 1, "decision", "agreed" and "reviewer".
func (a *App) SaveScale(ctx context.Context, actor thidua.Actor, typed ScaleForm) error {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return err
	}
	d := deed{Verb: thidua.SetScale, Object: "round:" + typed.Round.ID}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		if _, err := openRound(tx, typed.Round.ID); err != nil {
			return err
		}
		now, err := scaleOf(tx, typed.Round.ID)
		if err != nil {
			return err
		}
		if err := now.check(typed, today(tx)); err != nil {
			return err
		}
		typed.Scale.Round = now.Round.ID
		d.Before, d.After = now.Scale, typed.Scale
		if err := tx.SaveScale(typed.Scale); err != nil || now.Open {
			return err
		}
		return now.saveBasis(tx, typed)
	})
}

// saveBasis saves what sheets will stand on.
func (f ScaleForm) saveBasis(tx *store.Tx, typed ScaleForm) error {
	for i, c := range f.Leaves {
		c.MaxPoints, c.PointsNote = typed.Leaves[i].MaxPoints, typed.Leaves[i].PointsNote
		if err := tx.SetPoints(c); err != nil {
			return err
		}
	}
	r := f.Round
	r.ByPoints, r.OfficeReviewer, r.Version = typed.Round.ByPoints, typed.Round.OfficeReviewer, typed.Round.Version
	return tx.UpdateRound(r)
}

func (f ScaleForm) check(typed ScaleForm, day thidua.Date) error {
	if f.Open && f.differs(typed) {
		return thidua.Refuse(thidua.Conflict, CodeSheetsOpen)
	}
	var faults thidua.Faults
	for i, c := range typed.Leaves {
		if typed.Round.ByPoints && (c.MaxPoints <= 0 || c.MaxPoints%thidua.Half != 0) {
			faults.Add("max-"+strconv.Itoa(i+1), thidua.CodeScalePoints)
		}
	}
	if u := unitOf(f.Units, typed.Round.OfficeReviewer); typed.Round.OfficeReviewer != "" && (u.ID == "" || u.Kind == thidua.UnitOffice) {
		faults.Add("reviewer", thidua.CodeUnitMissing)
	}
	var wrong *thidua.Error
	if errors.As(typed.Scale.Check(day), &wrong) {
		faults = append(faults, wrong.Faults...)
	}
	return faults.Err()
}

// differs tells whether what was typed changes anything that sheets stand on.
func (f ScaleForm) differs(typed ScaleForm) bool {
	if typed.Round.ByPoints != f.Round.ByPoints || typed.Round.OfficeReviewer != f.Round.OfficeReviewer || len(typed.Leaves) != len(f.Leaves) {
		return true
	}
	for i, c := range f.Leaves {
		if c.MaxPoints != typed.Leaves[i].MaxPoints {
			return true
		}
	}
	return false
}

// YearPaper makes the state of a year to print: its figures, the units that the actor may see, the criteria.
func (a *App) YearPaper(ctx context.Context, actor thidua.Actor, movement string, year int) (d doc.Document, err error) {
	v, err := a.MovementOf(ctx, actor, movement, year)
	if err != nil {
		return d, err
	}
	if v.Round.ID == "" {
		return d, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	f := v.Figures
	p := record.YearReport{Sample: v.Agency.Sample, Issuer: issuerOf(v.Agency), Date: a.Today(), Year: v.Round.Year, Of: vi.YearOf(v.Movement, v.Round.Year),
		Figures: vi.YearFigures{Units: f.Units, AllUnits: f.AllUnits, People: f.People, AllPeople: f.AllPeople, Targets: f.Targets.All,
			Reached: f.Targets.Reached, Awaited: f.Targets.Awaited, ReachedFrom: v.Round.ReachedFrom, Initiatives: f.Initiatives}.Lines(),
		Note: vi.YearNote(a.Today(), v.Round.ByPoints, v.Scale), Maker: actor.Name}
	for _, l := range v.Lines {
		points := ""
		if l.Reviewed != nil {
			points = vi.Score(*l.Reviewed)
		}
		p.Units = append(p.Units, []string{l.Name, strconv.Itoa(l.Takes) + "/" + strconv.Itoa(l.Staff), percentOrBlank(l.Completion), points})
	}
	for _, c := range v.Criteria {
		p.Criteria = append(p.Criteria, []string{c.Code, c.Name, pointsOrBlank(v.mostOf(c)), percentOrBlank(v.Completion[c.ID])})
	}
	leaders, err := a.Leaders(ctx, actor)
	if err == nil && len(leaders) > 0 {
		first := leaders[max(slices.IndexFunc(leaders, func(s thidua.Staff) bool { return s.Post == v.Agency.LeaderTitle }), 0)]
		p.Signer = doc.Signer{Titles: vi.HeadOf(v.Agency, first.Post), Name: first.Name}
	}
	return p.Document(), err
}

// mostOf is the largest score of a criterion: its own points and those of its contents.
func (v *MovementView) mostOf(c thidua.Criterion) thidua.Points {
	most := c.MaxPoints
	for _, leaf := range v.Criteria {
		if leaf.Parent == c.ID {
			most += leaf.MaxPoints
		}
	}
	return most
}

func percentOrBlank(n int) string {
	if n < 0 {
		return ""
	}
	return strconv.Itoa(n) + "%"
}

func pointsOrBlank(p thidua.Points) string {
	if p == 0 {
		return ""
	}
	return vi.Number(p)
}
