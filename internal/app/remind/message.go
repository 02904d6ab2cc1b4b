package remind

import (
	"context"
	"io"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/doc"
	"thidua/internal/doc/poster"
	"thidua/internal/vi"
)

// Messages is what Văn phòng sends to units that have not registered, by whatever means it uses.
type Messages struct {
	Book  app.RegistrationBook
	Left  thidua.Left
	All   string // to everybody who is late
	Units []UnitMessage
}

// UnitMessage is a unit and what is said to it; Text is empty when the unit and its people have sent theirs.
type UnitMessage struct {
	Unit   thidua.Unit
	Given  bool // the registration of the unit itself
	People []string
	Text   string
}

// Messages writes the reminders about the registrations of a round, for Văn phòng.
func (d *Desk) Messages(ctx context.Context, actor thidua.Actor, round string) (m Messages, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return m, err
	}
	if m.Book, err = d.app.RegistrationBook(ctx, actor, round); err != nil {
		return m, err
	}
	m.Left = m.Book.Calendar.Left(m.Book.Today, m.Book.Round.InternalDue)
	var late []string
	for _, u := range m.Book.Units {
		one := UnitMessage{Unit: thidua.Unit{ID: u.Subject.Unit, Name: u.Subject.Name}, Given: u.Given()}
		for _, p := range m.Book.People {
			if p.Subject.Unit == u.Subject.Unit && !p.Given() {
				one.People = append(one.People, p.Subject.Name)
			}
		}
		if !one.Given || len(one.People) > 0 {
			one.Text = vi.RemindUnit(one.Unit.Name, one.Given, one.People, m.Book.Round, m.Left)
		}
		if !one.Given {
			late = append(late, one.Unit.Name)
		}
		m.Units = append(m.Units, one)
	}
	if len(late) > 0 {
		m.All = vi.RemindUnits(late, m.Book.Round, m.Left)
	}
	return m, nil
}

// Picture draws the reminder for a group: units with sent or not yet, never people, never in the order of anything but the agency's own.
func (m Messages) Picture(w io.Writer) error {
	p := poster.Poster{From: vi.OfficeOf(m.Book.Agency.Name), Title: vi.PosterTitle(m.Book.Round.Year), Lead: m.Book.Movement.Name,
		Due: vi.PosterDue(m.Book.Round, m.Left), Note: vi.PosterNote(m.Book.Today)}
	if m.Book.Agency.Sample {
		p.Note += " " + doc.SampleMark + "."
	}
	for _, u := range m.Units {
		p.Rows = append(p.Rows, poster.Row{Name: u.Unit.Name, State: vi.PosterState(u.Given), Done: u.Given})
	}
	return p.Write(w)
}

// CodeNoPicture is a picture of a name that there is not.
const CodeNoPicture thidua.Code = "remind.no-picture"
