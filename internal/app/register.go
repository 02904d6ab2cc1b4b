package app

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/form"
	"thidua/internal/doc/record"
	"thidua/internal/store"
)

// PaperRegister is what văn thư works from: papers that wait for number and day, and those that have them (sổ văn bản).
type PaperRegister struct {
	Drafts  []thidua.Paper // the latest first
	Waiting []thidua.Paper
	Issued  []thidua.Paper // the latest first
}

// PaperRegister reads the register of papers; Forbidden for who does not read them all.
func (a *App) PaperRegister(ctx context.Context, actor thidua.Actor) (r PaperRegister, err error) {
	if err := may(actor, paperReaders...); err != nil {
		return r, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		if r.Drafts, err = tx.PapersIn(thidua.PaperDraft); err != nil {
			return err
		}
		if r.Waiting, err = tx.PapersIn(thidua.PaperInSign); err != nil {
			return err
		}
		r.Issued, err = tx.PapersIn(thidua.PaperIssued)
		return err
	})
	return r, err
}

// Numbered tells whether a paper of the kind needs a number: reports, minutes and lists may have none.
func Numbered(k thidua.PaperKind) bool {
	f, _ := form.KindOf(k)
	return k == thidua.PaperProposal || k == thidua.PaperOther || f.Numbered
}

// openParts lists the parts of a paper that a person still has to write.
func openParts(p thidua.Paper) (out []string) {
	for _, o := range openCriteria(p) {
		out = append(out, o.Part())
	}
	if k, f, err := formOf(p); err == nil && f != nil {
		for _, field := range k.Missing(f) {
			out = append(out, field.Part)
		}
	}
	return out
}

// formOf reads a paper of the table of forms with its words; the form is nil for any other paper.
func formOf(p thidua.Paper) (form.Kind, form.Paper, error) {
	k, known := form.KindOf(p.Kind)
	if !known {
		return k, nil, nil
	}
	f, err := k.Open(p.Figures, p.Words)
	return k, f, err
}

// OwnReports lists the reports of achievements that the actor writes: those of the units led, with their people, and the own one.
func (a *App) OwnReports(ctx context.Context, actor thidua.Actor) (all []thidua.Paper, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		all, err = tx.ReportsOf(actor.Heads, actor.Person)
		return err
	})
	return all, err
}

// PaperSlip writes the latest Phiếu trình of a paper; NotFound while it has none.
func (a *App) PaperSlip(ctx context.Context, actor thidua.Actor, paper string) (d doc.Document, err error) {
	v, err := a.Paper(ctx, actor, paper)
	if err != nil {
		return d, err
	}
	if len(v.Slips) == 0 {
		return d, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		o := record.Occasion{Movement: v.Season.Movement, Year: v.Season.Round.Year, Closing: v.Season.Round.Closing}
		if o.Agency, err = tx.Agency(); err != nil {
			return err
		}
		o.Leader = leaderNamed(v.Leaders, o.Agency.LeaderTitle)
		office, err := officeHead(tx)
		d = o.PaperSlip(v.Title, v.Slips[len(v.Slips)-1], v.Season.Round.SendInternal, office).Document()
		return err
	})
	return d, err
}

// leadersInOrder lists the leadership of today, who heads the agency first.
func leadersInOrder(tx *store.Tx) ([]thidua.Staff, error) {
	agency, err := tx.Agency()
	if err != nil {
		return nil, err
	}
	all, err := leadersOf(tx)
	slices.SortStableFunc(all, func(a, b thidua.Staff) int {
		switch {
		case a.Post == b.Post:
			return 0
		case a.Post == agency.LeaderTitle:
			return -1
		case b.Post == agency.LeaderTitle:
			return 1
		}
		return 0
	})
	return all, err
}

// leaderNamed gives the name of the leader who holds the title, or of the first one.
func leaderNamed(leaders []thidua.Staff, title string) string {
	for _, s := range leaders {
		if s.Post == title {
			return s.Name
		}
	}
	if len(leaders) == 0 {
		return ""
	}
	return leaders[0].Name
}

// officeHead gives the head of Văn phòng, who signs what it submits.
func officeHead(tx *store.Tx) (doc.Signer, error) {
	units, err := tx.Units(today(tx))
	if err != nil {
		return doc.Signer{}, err
	}
	at := slices.IndexFunc(units, func(u thidua.Unit) bool { return u.Kind == thidua.UnitOffice })
	if at < 0 {
		return doc.Signer{}, nil
	}
	staff, err := tx.Staff(store.StaffFilter{On: today(tx), Unit: units[at].ID}, store.Page{})
	for _, s := range staff {
		if s.Rank == thidua.RankHead {
			return doc.Signer{Titles: []string{s.Post}, Name: s.Name}, err
		}
	}
	return doc.Signer{}, err
}

// AnswerScan opens the scan of an answer of Sở Nội vụ, the decision among them; the caller closes it.
func (a *App) AnswerScan(ctx context.Context, actor thidua.Actor, submission, reply string) (*os.File, thidua.FileRef, error) {
	if err := may(actor, dossierReaders...); err != nil {
		return nil, thidua.FileRef{}, err
	}
	var s thidua.Submission
	err := a.read(ctx, actor, func(tx *store.Tx) (err error) {
		s, err = tx.Submission(submission)
		return err
	})
	if err != nil {
		return nil, thidua.FileRef{}, err
	}
	for _, r := range s.Answers {
		if r.ID == reply && !r.Scan.Missing() {
			f, err := a.openFile(actor, r.Scan)
			return f, r.Scan, err
		}
	}
	return nil, thidua.FileRef{}, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
}

// WriteDossier writes the whole set of the dossier as one ZIP, in the order of the plan and under Vietnamese names: every paper as DOCX and
// PDF, and the signed copy where there is one.
func (a *App) WriteDossier(ctx context.Context, actor thidua.Actor, dossier string, out io.Writer) error {
	if err := may(actor, dossierReaders...); err != nil {
		return err
	}
	var f thidua.File
	var made time.Time
	err := a.read(ctx, actor, func(tx *store.Tx) error {
		d, err := tx.Dossier(dossier)
		if err != nil {
			return err
		}
		g, err := draftingOf(tx, d.Round)
		if err != nil {
			return err
		}
		f, err = g.file(tx, d)
		made = tx.Now.In(thidua.Zone)
		return err
	})
	if err != nil {
		return err
	}
	z := zip.NewWriter(out)
	for i, c := range f.Components {
		if c.Paper == nil {
			continue
		}
		if err := a.pack(z, made, actor, fmt.Sprintf("%02d. %s", i+1, FileTitle(c.Paper.Title)), *c.Paper); err != nil {
			return err
		}
	}
	return z.Close()
}

func (a *App) pack(z *zip.Writer, made time.Time, actor thidua.Actor, name string, p thidua.Paper) error {
	create := func(name string) (io.Writer, error) {
		return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: made})
	}
	if p.Kind != thidua.PaperOther {
		d, err := DocumentOf(p)
		if err != nil {
			return err
		}
		for _, f := range []struct {
			ending string
			write  func(io.Writer) error
		}{{".docx", d.DOCX}, {".pdf", d.PDF}} {
			w, err := create(name + f.ending)
			if err != nil {
				return err
			}
			if err := f.write(w); err != nil {
				return err
			}
		}
	}
	if p.Signed.Missing() {
		return nil
	}
	signed, err := a.openFile(actor, p.Signed)
	if err != nil {
		return err
	}
	defer signed.Close()
	w, err := create(name + doc.SignedMark + ending(p.Signed.Name))
	if err != nil {
		return err
	}
	_, err = io.Copy(w, signed)
	return err
}

func ending(name string) string {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return strings.ToLower(name[i:])
	}
	return ""
}

// FileTitle makes the name of a file of the title of a paper: what a file system refuses gives way to a dash, in NFC.
func FileTitle(title string) string {
	return norm.NFC.String(strings.NewReplacer(": ", " - ", ":", "-", "/", "-", `\`, "-", "?", "", "*", "", `"`, "", "<", "", ">", "", "|", "-").Replace(title))
}
