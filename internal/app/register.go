package app

import (
	"context"
	"os"
	"slices"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/form"
	"thidua/internal/doc/record"
	"thidua/internal/pack"
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

// OwnReport is a report in the list of its author with what is still to be done: codes of the criteria without a result, and how many figures
// the data state otherwise now.
type OwnReport struct {
	thidua.Paper
	Open  []string
	Stale int
}

// PaperView is what the page of a paper shows.
type PaperView struct {
	thidua.Paper
	Season
	Subject thidua.Subject // of a report
	Steps   []store.PaperStep
	Offers  []thidua.Offer
	Parts   map[string]string // words by part, as they stand
	Open    []string          // parts that still need words
	Slips   []thidua.CoverSlip
	Leaders []thidua.Staff
	Closed  bool               // the dossier takes no changes now
	Files   []thidua.PaperFile // edited on Word or signed here, the latest first
	Agency  thidua.Agency
	Roles   []thidua.Role // of the actor, on this paper
	Facts   thidua.Facts
}

// Paper reads a paper with its path and what the actor may do with it; NotFound for who may not see it.
func (a *App) Paper(ctx context.Context, actor thidua.Actor, id string) (v PaperView, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		c, err := paperOf(tx, id)
		if err != nil {
			return err
		}
		if !c.seenBy(actor) {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		v.Paper, v.Subject, v.Parts, v.Slips, v.Closed = c.Paper, c.Subject, paperParts(c.Paper), c.Slips, !c.open()
		v.Open = openParts(c.Paper)
		v.Agency, v.Roles, v.Facts = c.Agency, c.roles(actor), c.facts(today(tx))
		if !v.Closed {
			v.Offers = thidua.PaperFlow.Offers(c.State, v.Roles, v.Facts)
		}
		if v.Season, err = seasonOf(tx, c.Round); err != nil {
			return err
		}
		if v.Steps, err = tx.PaperSteps(id); err != nil {
			return err
		}
		if v.Files, err = tx.PaperFiles(id); err != nil {
			return err
		}
		v.Leaders, err = leadersInOrder(tx, c.Agency)
		return err
	})
	return v, err
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
func (a *App) OwnReports(ctx context.Context, actor thidua.Actor) (all []OwnReport, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		papers, err := tx.ReportsOf(actor.Heads, actor.Person)
		if err != nil {
			return err
		}
		rounds := map[string]*drafting{}
		for _, p := range papers {
			r := OwnReport{Paper: p}
			for _, c := range openCriteria(p) {
				r.Open = append(r.Open, c.Code)
			}
			if p.State == thidua.PaperDraft || p.State == thidua.PaperInSign {
				if r.Stale, err = staleIn(tx, rounds, p); err != nil {
					return err
				}
			}
			all = append(all, r)
		}
		return nil
	})
	return all, err
}

// staleIn counts the old figures of a report; each round is read once.
func staleIn(tx *store.Tx, rounds map[string]*drafting, p thidua.Paper) (n int, err error) {
	g := rounds[p.Round]
	if g == nil {
		if g, err = draftingOf(tx, p.Round); err != nil {
			return 0, err
		}
		rounds[p.Round] = g
	}
	now, err := g.figures(p.Kind, p.Nominee, g.dayOf(p))
	if err != nil || now == nil {
		return 0, err
	}
	found, err := changes(p.Figures, now)
	return len(found), err
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
		slip := v.Slips[len(v.Slips)-1]
		if o.Agency, err = tx.AgencyOn(thidua.DateOf(slip.MadeAt)); err != nil {
			return err
		}
		o.Leader = leaderNamed(v.Leaders, o.Agency.LeaderTitle)
		office, err := officeHead(tx)
		d = o.PaperSlip(v.Title, slip, v.Season.Round.SendInternal, office).Document()
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

// DossierCopy opens the signed copy of a paper for who reads the dossier; the caller closes it.
func (a *App) DossierCopy(ctx context.Context, actor thidua.Actor, paper string) (*os.File, error) {
	if err := may(actor, dossierReaders...); err != nil {
		return nil, err
	}
	var p thidua.Paper
	err := a.read(ctx, actor, func(tx *store.Tx) (err error) {
		p, err = tx.Paper(paper)
		return err
	})
	if err != nil {
		return nil, err
	}
	if p.Signed.Missing() {
		return nil, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	return a.openFile(actor, p.Signed)
}

// DossierEdit reads the file edited on Word that is issued of a paper, for who reads the dossier.
func (a *App) DossierEdit(ctx context.Context, actor thidua.Actor, edit thidua.PaperFile) ([]byte, error) {
	if err := may(actor, dossierReaders...); err != nil {
		return nil, err
	}
	return a.Content(actor, edit.File)
}

// RecordExport notes in the log that the dossier left as one file: who took it, when, and the SHA-256 of the file by which it is known again.
func (a *App) RecordExport(ctx context.Context, actor thidua.Actor, dossier, sum string) error {
	if err := may(actor, dossierReaders...); err != nil {
		return err
	}
	d := deed{Verb: thidua.ExportDossier, Object: dossierObject(dossier), After: map[string]string{"sha256": sum}}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		kept, err := tx.Dossier(dossier)
		if err != nil {
			return err
		}
		s, err := seasonOf(tx, kept.Round)
		d.Name = s.Movement.Name
		return err
	})
}

// FileTitle makes the name of a file of the title of a paper, as every file system takes it.
func FileTitle(title string) string { return pack.Name(title) }

// SentToSign is the day on which a paper went to be signed; empty while it has not.
func (v PaperView) SentToSign() thidua.Date {
	for _, s := range v.Steps {
		if s.Action == thidua.SubmitForSign {
			return thidua.DateOf(s.At)
		}
	}
	return ""
}
