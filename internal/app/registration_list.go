package app

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/store"
)

// RegistrationBook is the consolidated list of a round (tổng hợp đăng ký).
type RegistrationBook struct {
	Season
	Agency   thidua.Agency
	Units    []RegistrationRow // every unit of today, registered or not, in the order of the agency
	People   []RegistrationRow // every person of today, by unit and given name
	Block    thidua.ListBlock
	Slip     thidua.CoverSlip    // the latest; without ID while there is none
	Sendings []thidua.Submission // oldest first
	Calls    []thidua.Note       // units that were called to remind them, oldest first
	Today    thidua.Date
	Calendar thidua.Calendar
	// Office is Văn phòng with its head, Leader who leads the agency: they sign.
	Office     thidua.Unit
	OfficeHead thidua.Staff
	Leader     thidua.Staff
	names      map[string]string // person → name
	own        []thidua.OwnWords
}

// RegistrationRow is one subject of the list; Registration has no ID while nothing is registered.
type RegistrationRow struct {
	thidua.Registration
	Lead     string // who registers for a unit
	LeadPost string
	Covered  int  // criteria with at least one target
	Joined   int  // of a unit: its people who have sent
	People   int  // of a unit: its people
	Account  bool // of a person: signs in
}

// RegistrationBook reads the list of a round for Văn phòng, leaders, the secretary and inspection.
func (a *App) RegistrationBook(ctx context.Context, actor thidua.Actor, round string) (b RegistrationBook, err error) {
	if err := may(actor, thidua.RoleOffice, thidua.RoleLeader, thidua.RoleInspector, thidua.RoleSecretary); err != nil {
		return b, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		b, err = bookOf(tx, round)
		return err
	})
	return b, err
}

func bookOf(tx *store.Tx, round string) (b RegistrationBook, err error) {
	if b.Season, err = seasonOf(tx, round); err != nil {
		return b, err
	}
	b.Today = today(tx)
	if b.Agency, err = tx.Agency(); err != nil {
		return b, err
	}
	if b.Calendar, err = tx.Calendar(b.Today); err != nil {
		return b, err
	}
	if err := b.rows(tx); err != nil {
		return b, err
	}
	slips, err := tx.CoverSlips(thidua.SlipRegistrations, round)
	if err != nil {
		return b, err
	}
	if len(slips) > 0 {
		b.Slip = slips[len(slips)-1]
	}
	if b.Sendings, err = tx.Submissions(round, thidua.SentRegistrations); err != nil {
		return b, err
	}
	if b.Calls, err = tx.Notes(callsOf(round)); err != nil {
		return b, err
	}
	b.own, err = tx.OwnWords()
	return b, err
}

func callsOf(round string) string { return "round:" + round }

// RecordCall notes that Văn phòng has called a unit about its registration of a round.
func (a *App) RecordCall(ctx context.Context, actor thidua.Actor, round, unit string) error {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{Verb: thidua.CalledUnit, Object: callsOf(round)}, func(tx *store.Tx, d *deed) error {
		if _, err := seasonOf(tx, round); err != nil {
			return err
		}
		u, err := tx.Unit(unit)
		if err != nil {
			return err
		}
		d.Name = u.Name
		return tx.InsertNote(thidua.Note{ID: store.NewID(), Object: callsOf(round), Text: u.Name, By: actor.Person, ByName: actor.Name, FromOffice: true, At: tx.Now})
	})
}

func (b *RegistrationBook) rows(tx *store.Tx) error {
	units, err := tx.Units(b.Today)
	if err != nil {
		return err
	}
	staff, err := tx.Staff(store.StaffFilter{On: b.Today}, store.Page{})
	if err != nil {
		return err
	}
	all, err := tx.Registrations(store.RegistrationFilter{Round: b.Round.ID}, b.Today, store.Page{})
	if err != nil {
		return err
	}
	targets, err := tx.TargetsOfRound(b.Round.ID)
	if err != nil {
		return err
	}
	for i := range all {
		all[i].Targets = targets[all[i].ID]
	}
	b.Block = thidua.BlockOf(all, len(units))
	b.place(units, staff, all)
	return b.readChiefs(tx, staff)
}

// place gives every unit and every person of today a row.
func (b *RegistrationBook) place(units []thidua.Unit, staff []thidua.Staff, all []thidua.Registration) {
	of := map[string]thidua.Registration{}
	for _, r := range all {
		of[r.Subject.Unit+r.Subject.Person] = r
		if r.Subject.Person != "" {
			of[r.Subject.Person] = r
		}
	}
	for _, u := range units {
		row := b.row(of[u.ID], thidua.Subject{Kind: thidua.Collective, Unit: u.ID, Name: u.Name, Home: u.Name})
		for _, s := range staff {
			if s.Unit != u.ID && (s.Unit != "" || u.Kind != thidua.UnitOffice) {
				continue
			}
			if s.Rank == thidua.RankHead && s.Unit == u.ID {
				row.Lead, row.LeadPost = s.Name, s.Post
			}
			person := b.row(of[s.ID], thidua.Subject{Kind: thidua.Individual, Unit: u.ID, Person: s.ID, Name: s.Name, Title: s.Post, Sex: s.Sex, Home: u.Name})
			person.Account = s.Account != ""
			if s.Unit == "" {
				person.Subject.Home = "" // lãnh đạo cơ quan stand with Văn phòng and are not of it
			}
			row.People++
			if person.Given() {
				row.Joined++
			}
			b.People = append(b.People, person)
		}
		b.Units = append(b.Units, row)
	}
}

func (b *RegistrationBook) row(r thidua.Registration, s thidua.Subject) RegistrationRow {
	if r.ID == "" {
		r = thidua.Registration{Round: b.Round.ID, Subject: s, State: thidua.RegistrationNone}
	}
	return RegistrationRow{Registration: r, Covered: r.Covered(b.Definition)}
}

// Draftable is a registration, kept or not yet, with what keeps the actor from changing it; nil when nothing does.
type Draftable struct {
	thidua.Registration
	Shut error
}

// Draftables reads the registrations of a round that the actor sees, for lists that are filled in outside the pages: of everybody for Văn
// phòng, leaders, the secretary and inspection, of the units led for their heads. Forbidden for who has no part in them.
func (a *App) Draftables(ctx context.Context, actor thidua.Actor, round string) (all []Draftable, err error) {
	every := actor.Has(thidua.RoleOffice, thidua.RoleLeader, thidua.RoleInspector, thidua.RoleSecretary)
	if !every && !actor.Has(thidua.RoleHead) {
		return nil, may(actor, thidua.RoleHead)
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		b := RegistrationBook{Today: today(tx)}
		all = nil
		if b.Season, err = seasonOf(tx, round); err != nil {
			return err
		}
		if err := b.rows(tx); err != nil {
			return err
		}
		for _, r := range append(b.Units, b.People...) {
			if every || actor.Leads(r.Subject.Unit) || actor.Own(r.Subject.Person) {
				all = append(all, Draftable{r.Registration, b.shut(actor, r)})
			}
		}
		return nil
	})
	return all, err
}

// shut asks the workflow whether an actor may save a draft, as saving does.
func (b RegistrationBook) shut(actor thidua.Actor, r RegistrationRow) error {
	person := r.Subject.Kind == thidua.Individual
	facts := thidua.Facts{thidua.OfUnit: !person, thidua.OfPerson: person, thidua.NoAccount: person && !r.Account,
		thidua.WindowOpen: b.Round.State == thidua.RoundRegistering}
	_, err := thidua.RegistrationFlow.Next(r.State, thidua.Draft, actor.For(r.Subject.Unit, r.Subject.Person), facts, "")
	return err
}

// Tally counts rows: how many there are, how many were sent, how many reviewed, and the targets of what was sent.
type Tally struct{ All, Given, Settled, Targets int }

// TallyOf counts the rows of a list.
func TallyOf(rows []RegistrationRow) Tally {
	t := Tally{All: len(rows)}
	for _, r := range rows {
		if r.Given() {
			t.Given++
			t.Targets += len(r.Targets)
		}
		if r.Settled() {
			t.Settled++
		}
	}
	return t
}

// Chosen is a ticked row of the list: a registration and its version as it was seen.
type Chosen struct {
	ID      string
	Version int64
}

// Moved tells what became of the ticked rows, in their order.
type Moved struct {
	Done    []thidua.Registration
	Refused []NotMoved
}

// NotMoved is a registration that a step was refused to, and why.
type NotMoved struct {
	thidua.Registration
	Why error
}

// MoveChosen reviews the ticked registrations or asks for more in them, one after another, each with its own event; a row that is refused does
// not keep the others. An error means that nothing was begun, or that the work broke off.
func (a *App) MoveChosen(ctx context.Context, actor thidua.Actor, chosen []Chosen, do thidua.Action, reason string) (m Moved, err error) {
	if err := mayMoveChosen(actor, chosen, do, reason); err != nil {
		return m, err
	}
	all := make([]thidua.Registration, len(chosen))
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		for i, c := range chosen {
			if all[i], err = tx.Registration(c.ID, today(tx)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return m, err
	}
	for i, c := range chosen {
		moved, err := a.MoveRegistration(ctx, actor, c.ID, do, Move{Version: c.Version, Reason: reason})
		switch thidua.KindOf(err) {
		case thidua.Conflict, thidua.Invalid:
			m.Refused = append(m.Refused, NotMoved{all[i], err})
		default:
			if err != nil {
				return m, err
			}
			m.Done = append(m.Done, moved)
		}
	}
	return m, nil
}

// mayMoveChosen refuses what would be refused to every row.
func mayMoveChosen(actor thidua.Actor, chosen []Chosen, do thidua.Action, reason string) error {
	switch err := may(actor, thidua.RoleOffice); {
	case err != nil:
		return err
	case do != thidua.Review && do != thidua.AskMore:
		return thidua.Refuse(thidua.Forbidden, thidua.CodeNotYours, do)
	case len(chosen) == 0:
		return thidua.Faults{{Field: "chon", Code: CodeNoneChosen}}.Err()
	case do == thidua.AskMore && strings.TrimSpace(reason) == "":
		return thidua.Faults{{Field: "reason", Code: thidua.CodeReasonMissing}}.Err()
	}
	return nil
}

// CodeNoneChosen is an act on rows of a list of which none is ticked.
const CodeNoneChosen thidua.Code = "list.none-chosen"
