package app

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/custody"
	"thidua/internal/doc"
	"thidua/internal/doc/form"
	"thidua/internal/doc/record"
	"thidua/internal/store"
)

func paperObject(id string) string { return "paper:" + id }

// paperReaders see every paper; the author of a report sees that one too, members of the council the papers of their session.
var paperReaders = thidua.RolesFor(thidua.MayReadPapers)

// paperCase is a paper with the subject of its report; empty for any other paper.
type paperCase struct {
	thidua.Paper
	Subject thidua.Subject
	Dossier thidua.Dossier // empty for a paper that stands in none
	Worded  bool           // of minutes: every part that people write stands in the session
	Agency  thidua.Agency
	Slips   []thidua.CoverSlip
}

func paperOf(tx *store.Tx, id string) (c paperCase, err error) {
	if c.Paper, err = tx.Paper(id); err != nil {
		return c, err
	}
	if c.Paper.Dossier != "" {
		if c.Dossier, err = tx.Dossier(c.Paper.Dossier); err != nil {
			return c, err
		}
	}
	if c.Kind == thidua.PaperMinutes {
		r, err := roomOf(tx, c.Paper.Session)
		if err != nil {
			return c, err
		}
		c.Worded = r.worded()
	}
	if c.Nominee != "" {
		n, err := tx.Nominee(c.Nominee)
		if err != nil {
			return c, err
		}
		c.Subject = n.Subject
	}
	if c.Agency, err = tx.AgencyOn(c.IssuedOn); err != nil {
		return c, err
	}
	c.Slips, err = tx.CoverSlips(thidua.SlipPaper, id)
	return c, err
}

// slip is the state of the last Phiếu trình of the paper, which holds; empty when it has none.
func (c paperCase) slip() thidua.State {
	if len(c.Slips) == 0 {
		return ""
	}
	return c.Slips[len(c.Slips)-1].State
}

// roles are those that hold on the paper: a report belongs to its unit and person; the secretary has the papers of a session alone.
func (c paperCase) roles(actor thidua.Actor) []thidua.Role {
	return slices.DeleteFunc(actor.For(c.Subject.Unit, c.Subject.Person), func(r thidua.Role) bool {
		return r == thidua.RoleSecretary && c.Paper.Session == ""
	})
}

func (c paperCase) seenBy(actor thidua.Actor) bool {
	if actor.Has(paperReaders...) || c.Nominee != "" && (actor.Leads(c.Subject.Unit) || actor.Own(c.Subject.Person)) {
		return true
	}
	return c.Paper.Session != "" && actor.Has(CouncilReaders...)
}

// open tells whether the dossier that the paper stands in still takes changes.
func (c paperCase) open() bool {
	switch c.Dossier.State {
	case "", thidua.DossierDraft, thidua.DossierReturned:
		return true
	}
	return false
}

func (c paperCase) facts(today thidua.Date) thidua.Facts {
	return thidua.Facts{
		thidua.NumberAndDay:  (c.Number != "" || !Numbered(c.Kind)) && c.IssuedOn.Valid() && c.IssuedOn <= today,
		thidua.SignedCopy:    !c.Signed.Missing(),
		thidua.Unsigned:      c.Signed.Missing(),
		thidua.SigningOn:     c.Agency.Signing,
		thidua.Confirmed:     !c.Kind.Report() || c.Confirmed != "",
		thidua.NotRefused:    c.slip() != thidua.SlipRefused,
		thidua.WordsComplete: len(openParts(c.Paper)) == 0 && (c.Kind != thidua.PaperMinutes || c.Worded),
	}
}

// openCriteria lists the criteria of a report without any result; none for other papers.
func openCriteria(p thidua.Paper) []record.CriterionResult {
	if p.Kind != thidua.PaperReport {
		return nil
	}
	m, err := record.ReadManuscript(p.Figures, p.Words)
	if err != nil {
		return nil
	}
	return m.Open()
}

// CodePaperElsewhere is a paper that the program does not write: only its signed copy is kept.
const CodePaperElsewhere thidua.Code = "paper.elsewhere"

// DocumentOf writes a paper from its figures and words: what is previewed, downloaded and signed is the same.
func DocumentOf(p thidua.Paper) (doc.Document, error) {
	switch p.Kind {
	case thidua.PaperProposal:
		var l record.ProposalLetter
		err := json.Unmarshal(p.Figures, &l)
		if l = l.Edited(p.Words); p.Number != "" {
			l.Number = p.Number
		}
		l.Date = p.IssuedOn
		return l.Document(), err
	case thidua.PaperReport:
		var r record.AchievementReport
		err := json.Unmarshal(p.Figures, &r)
		r = r.Edited(p.Words)
		r.Number, r.Date = p.Number, p.IssuedOn
		return r.Document(), err
	case thidua.PaperMinutes:
		var m record.Minutes
		err := json.Unmarshal(p.Figures, &m)
		if p.Number != "" {
			m.Number = p.Number
		}
		return m.Document(), err
	}
	k, f, err := formOf(p)
	if f == nil || err != nil {
		return doc.Document{}, errors.Join(err, thidua.Refuse(thidua.NotFound, CodePaperElsewhere))
	}
	return k.Issued(f, p.Number, p.IssuedOn).Document(), nil
}

// PaperMove is what accompanies a step of a paper: the version that was seen, and for RecordIssued number, day and signed copy.
type PaperMove struct {
	Version int64
	Number  string
	On      thidua.Date
	Signed  thidua.FileRef
	Reason  string
}

var moves = []thidua.Action{thidua.SubmitForSign, thidua.ReturnPaper, thidua.RecordIssued, thidua.RecallPaper}

// MovePaper takes a paper on: SubmitForSign, ReturnPaper with the reason, RecordIssued with number, day and signed copy, RecallPaper. A Tờ
// trình that goes to be signed brings its Phiếu trình with it. Faults stand at "number", "issued" and "signed".
func (a *App) MovePaper(ctx context.Context, actor thidua.Actor, paper string, do thidua.Action, m PaperMove) (kept thidua.Paper, err error) {
	m.Number, m.Reason = strings.TrimSpace(m.Number), strings.TrimSpace(m.Reason)
	if !slices.Contains(moves, do) {
		return kept, thidua.Refuse(thidua.Forbidden, CodeNoRight)
	}
	if err := a.unbroken(actor, "signed", m.Signed); err != nil {
		return kept, err
	}
	err = a.write(ctx, actor, deed{Verb: do, Object: paperObject(paper), Reason: m.Reason}, func(tx *store.Tx, d *deed) error {
		c, err := paperOf(tx, paper)
		if err != nil {
			return err
		}
		d.Name, d.Before = c.Title, c.State
		signed := c.Signed
		if err := c.move(actor, do, m, today(tx)); err != nil {
			return err
		}
		if err := custody.Replaced(tx, actor, "signed", d.Object, signed, c.Signed); err != nil {
			return err
		}
		d.After = c.Paper
		if do == thidua.SubmitForSign && c.Kind == thidua.PaperProposal {
			if err := ensureSlip(tx, c); err != nil {
				return err
			}
		}
		kept = c.Paper
		kept.Version++
		return keepPaper(tx, actor, c.Paper, do, m.Reason)
	})
	return kept, err
}

// move asks the workflow and writes the step into the paper.
func (c *paperCase) move(actor thidua.Actor, do thidua.Action, m PaperMove, today thidua.Date) error {
	if do == thidua.RecordIssued {
		c.Number, c.IssuedOn = m.Number, m.On
		if !m.Signed.Missing() {
			c.Signed = m.Signed
		}
	}
	rule, err := thidua.PaperFlow.Next(c.State, do, c.roles(actor), c.facts(today), m.Reason)
	switch {
	case thidua.KindOf(err) == thidua.Forbidden, thidua.KindOf(err) == thidua.Conflict:
		return err
	case !c.open():
		return thidua.Refuse(thidua.Conflict, thidua.CodeDossierFixed)
	}
	if do == thidua.RecordIssued {
		if faults := c.CheckIssue(Numbered(c.Kind), today); faults != nil {
			return faults
		}
	}
	if err != nil {
		return err
	}
	if do == thidua.ReturnPaper {
		c.Signed = thidua.FileRef{} // what was signed on the way is kept among the files of the paper
	}
	c.State, c.Version = rule.To, m.Version
	return nil
}

func keepPaper(tx *store.Tx, actor thidua.Actor, p thidua.Paper, did thidua.Action, reason string) error {
	if err := tx.UpdatePaper(p); err != nil {
		return err
	}
	return tx.InsertPaperStep(store.PaperStep{Paper: p.ID, Action: did, Edition: p.Edition, Words: p.Words, Reason: reason, ByName: actor.Name, At: tx.Now})
}

// ensureSlip makes the Phiếu trình of a paper unless one waits for the leader.
func ensureSlip(tx *store.Tx, c paperCase) error {
	if c.slip() == thidua.SlipWaiting {
		return nil
	}
	return tx.InsertCoverSlip(thidua.CoverSlip{ID: store.NewID(), Round: c.Round, About: thidua.SlipPaper, Object: c.ID, State: thidua.SlipWaiting,
		MadeAt: tx.Now})
}

// WritePaper keeps a person's words for a draft, part by part; a part that is not named stays, an empty one falls back to the words of the
// form. Figures cannot be written. Every change is a new edition (bản).
func (a *App) WritePaper(ctx context.Context, actor thidua.Actor, paper string, version int64, words map[string]string) (kept thidua.Paper, err error) {
	err = a.write(ctx, actor, deed{Verb: thidua.RewritePaper, Object: paperObject(paper)}, func(tx *store.Tx, d *deed) error {
		c, err := paperOf(tx, paper)
		if err != nil {
			return err
		}
		if _, err := thidua.PaperFlow.Next(c.State, thidua.RewritePaper, c.roles(actor), nil, ""); err != nil {
			return err
		}
		if !c.open() {
			return thidua.Refuse(thidua.Conflict, thidua.CodeDossierFixed)
		}
		d.Name, d.Before = c.Title, c.Words
		if err := c.write(words); err != nil {
			return err
		}
		d.After = c.Words
		c.Version, c.Edition = version, c.Edition+1
		kept = c.Paper
		kept.Version++
		return keepPaper(tx, actor, c.Paper, thidua.RewritePaper, "")
	})
	return kept, err
}

func (c *paperCase) write(words map[string]string) error {
	var f thidua.Faults
	if k, known := form.KindOf(c.Kind); known {
		for part, text := range words {
			checkMark(&f, part, text)
		}
		kept, faults, err := k.Write(c.Figures, c.Words, words)
		if err != nil {
			return err
		}
		c.Words = kept
		return append(f, faults...).Err()
	}
	all := maps.Clone(c.Words)
	if all == nil {
		all = map[string]string{}
	}
	parts := paperParts(c.Paper)
	for _, part := range slices.Sorted(maps.Keys(words)) {
		if _, known := parts[part]; !known {
			return thidua.Refuse(thidua.Invalid, thidua.CodePaperWords)
		}
		text := words[part]
		checkMark(&f, part, text)
		if all[part] = c.locked(&f, part, text); all[part] == "" {
			delete(all, part)
		}
	}
	c.Words = all
	return f.Err()
}

// Refusals of a figure in the words of a report: it is none of the data. Arguments: as it was typed, those that may be meant.
const (
	CodeFigureUnknown thidua.Code = "report.figure-unknown"
	CodeFigureNone    thidua.Code = "report.figure-none"
)

// locked gives a part as it is kept: in a report every figure in brackets is tied to the data, and one that they do not have is a fault.
func (c *paperCase) locked(f *thidua.Faults, part, text string) string {
	m, err := record.ReadManuscript(c.Figures, c.Words)
	if c.Kind != thidua.PaperReport || err != nil {
		return strings.TrimSpace(text)
	}
	words, wrong := m.Lock(part, text)
	switch {
	case wrong != nil && wrong.Meant == "":
		f.Add(part, CodeFigureNone, wrong.Typed)
	case wrong != nil:
		f.Add(part, CodeFigureUnknown, wrong.Typed, wrong.Meant)
	}
	return words
}

// paperParts gives the parts that may be written with the words that stand there now; none for minutes, whose words are the session's.
func paperParts(p thidua.Paper) map[string]string {
	out := map[string]string{}
	switch p.Kind {
	case thidua.PaperProposal:
		var l record.ProposalLetter
		if json.Unmarshal(p.Figures, &l) == nil {
			return l.Edited(p.Words).LetterWords()
		}
	case thidua.PaperReport:
		if m, err := record.ReadManuscript(p.Figures, p.Words); err == nil {
			return m.Parts()
		}
	default:
		if k, f, err := formOf(p); err == nil && f != nil {
			for _, field := range k.Fields(f) {
				out[field.Part] = field.Value
			}
		}
	}
	return out
}

// RecordConfirmation records Xác nhận của cấp trình on a report: the day on which the head of the agency confirmed it.
func (a *App) RecordConfirmation(ctx context.Context, actor thidua.Actor, paper string, version int64, on thidua.Date) error {
	if err := may(actor, thidua.RoleOffice, thidua.RoleClerk, thidua.RoleLeader); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{Verb: thidua.RecordConfirm, Object: paperObject(paper)}, func(tx *store.Tx, d *deed) error {
		c, err := paperOf(tx, paper)
		if err != nil {
			return err
		}
		if !c.Kind.Report() || c.State != thidua.PaperInSign {
			return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, d.Verb, c.State)
		}
		if err := thidua.CheckDay("confirmed", on, today(tx)); err != nil {
			return err
		}
		d.Name, d.Before, d.After = c.Title, c.Confirmed, on
		c.Confirmed, c.Version = on, version
		return keepPaper(tx, actor, c.Paper, thidua.RecordConfirm, "")
	})
}
