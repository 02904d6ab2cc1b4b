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
	"thidua/internal/store"
)

// PaperRegister is what văn thư works from: papers that wait for number and day, and those that have them (sổ văn bản).
type PaperRegister struct {
	Waiting []thidua.Paper
	Issued  []thidua.Paper // the latest first
}

// PaperRegister reads the register of papers; Forbidden for who does not read them all.
func (a *App) PaperRegister(ctx context.Context, actor thidua.Actor) (r PaperRegister, err error) {
	if err := may(actor, paperReaders...); err != nil {
		return r, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		if r.Waiting, err = tx.PapersIn(thidua.PaperInSign); err != nil {
			return err
		}
		r.Issued, err = tx.PapersIn(thidua.PaperIssued)
		return err
	})
	return r, err
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
		o := doc.Occasion{Movement: v.Season.Movement, Year: v.Season.Round.Year, Closing: v.Season.Round.Closing}
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
func leadersInOrder(tx *store.Tx, agency thidua.Agency) ([]thidua.Staff, error) {
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
	var edits map[string]thidua.PaperFile
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
		edits = g.edits
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
		if err := a.pack(z, made, actor, fmt.Sprintf("%02d. %s", i+1, FileTitle(c.Paper.Title)), *c.Paper, edits[c.Paper.ID]); err != nil {
			return err
		}
	}
	return z.Close()
}

// pack writes one paper; edit is the Word file that is issued of it, if there is one. Beside a signed copy every other file says that it is none.
func (a *App) pack(z *zip.Writer, made time.Time, actor thidua.Actor, name string, p thidua.Paper, edit thidua.PaperFile) error {
	create := func(name string) (io.Writer, error) {
		return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: made})
	}
	draft := name
	if !p.Signed.Missing() {
		draft += doc.DraftMark
	}
	for _, f := range a.drafts(actor, p, edit) {
		w, err := create(draft + f.ending)
		if err != nil {
			return err
		}
		if err := f.write(w); err != nil {
			return err
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

// draftFile is one file of a paper before it is signed.
type draftFile struct {
	ending string
	write  func(io.Writer) error
}

// drafts are the files of a paper before it is signed: the program's DOCX and PDF, or the Word file alone that takes their place.
func (a *App) drafts(actor thidua.Actor, p thidua.Paper, edit thidua.PaperFile) []draftFile {
	d, err := DocumentOf(p)
	switch {
	case edit.ID != "":
		return []draftFile{{".docx", func(w io.Writer) error {
			data, err := a.Content(actor, edit.File)
			if err == nil {
				_, err = w.Write(data)
			}
			return err
		}}}
	case thidua.KindOf(err) == thidua.NotFound:
		return nil
	case err != nil:
		return []draftFile{{".docx", func(io.Writer) error { return err }}}
	}
	return []draftFile{{".docx", d.DOCX}, {".pdf", d.PDF}}
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
