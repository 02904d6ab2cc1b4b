package opinion

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/export"
	"thidua/internal/doc"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Waiting is a Phiếu trình that waits for a word, with the paper that it takes to the leader.
type Waiting struct {
	thidua.CoverSlip
	Year  int
	Title string       // of the paper; empty for the list of registrations
	Slip  doc.Document // the Phiếu trình itself
}

// Page is all that a link shows.
type Page struct {
	Link    thidua.LeaderLink
	Agency  thidua.Agency
	Words   bool // a word may be given
	Waiting []Waiting
	Year    app.MovementView // where the year stands; without Round in a fresh agency
	Coming  []thidua.Coming
	Today   thidua.Date
}

// Page reads what a link shows on a device; without Link while it has to be opened on this device first.
func (d *Desk) Page(ctx context.Context, secret, device string) (p Page, err error) {
	v, err := d.find(ctx, secret, device)
	if err != nil || !v.open {
		return p, err
	}
	work, err := d.app.Tasks(ctx, v.leader)
	if err != nil {
		return p, err
	}
	p.Link, p.Words, p.Today, p.Coming = v.link, v.option.Words, work.Today, work.Desk.Coming()
	err = d.data.Read(ctx, v.leader, func(tx *store.Tx) error {
		p.Agency, err = tx.Agency()
		return err
	})
	if err != nil {
		return p, err
	}
	if work.Movement.ID != "" {
		if p.Year, err = d.app.MovementOf(ctx, v.leader, work.Movement.ID, 0); err != nil {
			return p, err
		}
	}
	for _, s := range work.Desk.Slips {
		one, err := d.waiting(ctx, v.leader, s)
		if err != nil {
			return p, err
		}
		for _, r := range p.Year.Rounds {
			if r.ID == s.Round {
				one.Year = r.Year
			}
		}
		p.Waiting = append(p.Waiting, one)
	}
	return p, nil
}

// waiting reads what a slip takes to the leader.
func (d *Desk) waiting(ctx context.Context, leader thidua.Actor, s thidua.CoverSlip) (w Waiting, err error) {
	w.CoverSlip = s
	if s.About == thidua.SlipPaper {
		v, err := d.app.Paper(ctx, leader, s.Object)
		if err != nil {
			return w, err
		}
		w.Title = v.Title
		w.Slip, err = d.app.PaperSlip(ctx, leader, s.Object)
		return w, err
	}
	if s.About == thidua.SlipRegistrations {
		w.Slip, err = d.app.CoverSlipPaper(ctx, leader, s.ID)
	}
	return w, err
}

// opened finds a link that is open on the device, and a slip that waits.
func (d *Desk) opened(ctx context.Context, secret, device, slip string) (v visit, s thidua.CoverSlip, err error) {
	if v, err = d.find(ctx, secret, device); err != nil {
		return v, s, err
	}
	if !v.open {
		return v, s, absent()
	}
	err = d.data.Read(ctx, v.leader, func(tx *store.Tx) error {
		s, err = tx.CoverSlip(slip)
		return err
	})
	if err == nil && (s.State != thidua.SlipWaiting || s.About != thidua.SlipPaper && s.About != thidua.SlipRegistrations) {
		err = absent()
	}
	return v, s, err
}

// File gives the Phiếu trình with what it takes to the leader, as one set.
func (d *Desk) File(ctx context.Context, secret, device, slip string) (doc.Bundle, error) {
	v, s, err := d.opened(ctx, secret, device, slip)
	if err != nil {
		return doc.Bundle{}, err
	}
	if s.About == thidua.SlipPaper {
		return export.Paper(ctx, d.app, v.leader, s.Object)
	}
	return export.Registrations(ctx, d.app, v.leader, s.ID)
}

// Words are the choices that a leader has.
var Words = []thidua.Action{thidua.Agree, thidua.AgreeAmended, thidua.Disagree}

// Say keeps the word of the leader on a slip, as his own through the link; Forbidden where the agency keeps its links for reading. Faults stand at
// "opinion" and "reason".
func (d *Desk) Say(ctx context.Context, secret, device, slip string, version int64, do thidua.Action, words string) error {
	v, s, err := d.opened(ctx, secret, device, slip)
	if err != nil {
		return err
	}
	if !v.option.Words {
		return thidua.Refuse(thidua.Forbidden, thidua.CodeLinkReads)
	}
	if do != "" && !slices.Contains(Words, do) {
		return thidua.Faults{{Field: "opinion", Code: thidua.CodeOpinionMissing}}.Err()
	}
	_, err = d.app.RecordOpinion(ctx, v.leader, s.ID, app.Instruction{Version: version, Do: do, Words: vi.NFC(strings.TrimSpace(words)), ByLink: true})
	return err
}
