package app

import (
	"bytes"
	"context"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

func dossierObject(id string) string { return "dossier:" + id }

// DossierView is what the pages of a dossier show; Dossier has no ID while the round has none.
type DossierView struct {
	thidua.File
	Season
	Agency   thidua.Agency
	All      []thidua.Nominee // every nominee of the round, those left out too
	Met      thidua.Date
	Sendings []thidua.Submission // oldest first
	Decision []thidua.AwardDecision
	Awarded  []thidua.Award
	Past     []thidua.Award // of earlier years
	Offers   []thidua.Offer
	Leaders  []thidua.Staff
	Office   bool                        // the actor works on it
	Edits    map[string]thidua.PaperFile // by paper: the file edited on Word that is signed and issued of it
}

// CurrentDossier gives the round that the menu leads to: that of the newest dossier, or else the latest round that is judged; NotFound when
// there is neither.
func (a *App) CurrentDossier(ctx context.Context, actor thidua.Actor) (round string, err error) {
	if err := may(actor, dossierReaders...); err != nil {
		return "", err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		y, err := yearsOf(tx)
		if err != nil {
			return err
		}
		if r, ok := y.Judged(); ok {
			round = r.ID
			return nil
		}
		all, err := tx.Dossiers()
		switch {
		case err != nil:
			return err
		case len(all) > 0:
			round = all[0].Round
		default:
			last, ok := y.Current()
			if round = last.ID; !ok {
				return thidua.Refuse(thidua.NotFound, CodeNoRound)
			}
		}
		return nil
	})
	return round, err
}

var dossierReaders = thidua.RolesFor(thidua.MayReadDossier)

// DossierOf reads the dossier of a round with its checks, sendings and results.
func (a *App) DossierOf(ctx context.Context, actor thidua.Actor, round string) (v DossierView, err error) {
	if err := may(actor, dossierReaders...); err != nil {
		return v, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		g, err := draftingOf(tx, round)
		if err != nil {
			return err
		}
		v.Season, v.Agency, v.All, v.Met, v.Office = g.Season, g.Agency, g.nominees, g.met, actor.Has(thidua.RoleOffice)
		v.Past = g.past
		d, err := tx.DossierOf(round)
		if thidua.KindOf(err) == thidua.NotFound {
			d, err = thidua.Dossier{Round: round}, nil
		}
		if err != nil {
			return err
		}
		return v.read(tx, actor, g, d)
	})
	return v, err
}

func (v *DossierView) read(tx *store.Tx, actor thidua.Actor, g *drafting, d thidua.Dossier) (err error) {
	if v.File, err = g.file(tx, d); err != nil {
		return err
	}
	v.Edits = g.edits
	v.Offers = thidua.DossierFlow.Offers(d.State, actor.Roles, v.Facts())
	if v.Sendings, err = tx.Submissions(d.Round, thidua.SentDossier); err != nil {
		return err
	}
	if v.Decision, err = tx.Decisions(d.Round); err != nil {
		return err
	}
	if v.Awarded, err = tx.Awards(store.AwardFilter{Round: d.Round}, store.Page{}); err != nil {
		return err
	}
	v.Leaders, err = leadersInOrder(tx, g.Agency)
	return err
}

// MakeDossier opens the dossier of a round: the nominees that the council passed go in within the numbers that may be proposed, and the papers
// that the program writes are drafted.
func (a *App) MakeDossier(ctx context.Context, actor thidua.Actor, round string) (made thidua.Dossier, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return made, err
	}
	err = a.write(ctx, actor, deed{Verb: thidua.MakeDossier}, func(tx *store.Tx, d *deed) error {
		g, err := draftingOf(tx, round)
		if err != nil {
			return err
		}
		made = thidua.Dossier{ID: store.NewID(), Round: round, State: thidua.DossierDraft, CreatedAt: tx.Now, Version: 1}
		if err := tx.InsertDossier(made); err != nil {
			return err
		}
		for i := range g.nominees {
			n := &g.nominees[i]
			if n.State != thidua.NomineePassed || !g.room(n.Subject.Kind) {
				continue
			}
			n.State = thidua.NomineeInDossier
			if err := tx.UpdateNominee(*n); err != nil {
				return err
			}
		}
		if len(g.listed()) == 0 {
			return thidua.Refuse(thidua.Invalid, thidua.CodeNobodyPassed)
		}
		d.Object, d.Name, d.After = dossierObject(made.ID), g.Season.Movement.Name, made
		return g.draft(tx, actor, made)
	})
	return made, err
}

// room tells whether one more of the kind may go into the dossier: a number without a document does not bind.
func (g *drafting) room(kind thidua.SubjectKind) bool {
	quota := g.Round.QuotaPeople
	if kind == thidua.Collective {
		quota = g.Round.QuotaUnits
	}
	if quota < 0 || g.Round.QuotaSource == "" {
		return true
	}
	taken := 0
	for _, n := range g.listed() {
		if n.Subject.Kind == kind {
			taken++
		}
	}
	return taken < quota
}

// draft makes the papers that are missing and writes stale drafts anew, each as a new edition; papers on their way to be signed stay.
func (g *drafting) draft(tx *store.Tx, actor thidua.Actor, d thidua.Dossier) error {
	papers, err := tx.Papers(d.Round)
	if err != nil {
		return err
	}
	components, err := g.components(papers)
	if err != nil {
		return err
	}
	for _, c := range components {
		switch {
		case c.Kind == thidua.PaperMinutes:
		case c.Paper == nil:
			err = g.first(tx, actor, d, c, recalledWords(c, papers))
		case c.Paper.State == thidua.PaperDraft:
			err = g.renew(tx, actor, *c.Paper)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// recalledWords gives what people wrote in the paper that was recalled, so that the one in its place goes on from there.
func recalledWords(c thidua.Component, papers []thidua.Paper) map[string]string {
	words := map[string]string{}
	for _, p := range papers {
		if p.State == thidua.PaperRecalled && p.Kind == c.Kind && p.Nominee == c.Nominee {
			words = p.Words
		}
	}
	return words
}

func (g *drafting) first(tx *store.Tx, actor thidua.Actor, d thidua.Dossier, c thidua.Component, words map[string]string) (err error) {
	p := thidua.Paper{ID: store.NewID(), Round: d.Round, Dossier: d.ID, Nominee: c.Nominee, Kind: c.Kind, State: thidua.PaperDraft, Title: c.Name,
		Words: words, Edition: 1, Author: actor.Person}
	if c.Kind == thidua.PaperReport {
		p.Title = vi.PaperTitle(c.Kind, c.Name)
	}
	if p.Figures, err = g.figures(c.Kind, c.Nominee, g.day); err != nil {
		return err
	}
	if err := tx.InsertPaper(p, vi.Fold(p.Title)); err != nil {
		return err
	}
	return tx.InsertPaperStep(store.PaperStep{Paper: p.ID, Action: thidua.RenewPaper, Edition: 1, Words: p.Words, ByName: actor.Name, At: tx.Now})
}

// renew writes a draft from the data of today; one that says the same stays the edition that it is.
func (g *drafting) renew(tx *store.Tx, actor thidua.Actor, p thidua.Paper) error {
	now, err := g.figures(p.Kind, p.Nominee, g.dayOf(p))
	if err != nil || now == nil || bytes.Equal(now, p.Figures) {
		return err
	}
	p.Figures = now
	p.Edition++
	return keepPaper(tx, actor, p, thidua.RenewPaper, "")
}

// opened reads a dossier for a change of its papers or its list; Conflict when it takes none now.
func opened(tx *store.Tx, id string) (d thidua.Dossier, g *drafting, err error) {
	if d, err = tx.Dossier(id); err != nil {
		return d, nil, err
	}
	if d.State != thidua.DossierDraft && d.State != thidua.DossierReturned {
		return d, nil, thidua.Refuse(thidua.Conflict, thidua.CodeDossierFixed)
	}
	g, err = draftingOf(tx, d.Round)
	return d, g, err
}

// RenewPapers writes every draft of the dossier anew from the data, and makes those that are missing or were recalled; words stay.
func (a *App) RenewPapers(ctx context.Context, actor thidua.Actor, dossier string) error {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{Verb: thidua.RenewPaper, Object: dossierObject(dossier)}, func(tx *store.Tx, d *deed) error {
		kept, g, err := opened(tx, dossier)
		if err != nil {
			return err
		}
		d.Name = g.Season.Movement.Name
		return g.draft(tx, actor, kept)
	})
}

// RenewReport writes the draft of one report anew from the data, for who writes its words; they stay.
func (a *App) RenewReport(ctx context.Context, actor thidua.Actor, paper string, version int64) error {
	return a.write(ctx, actor, deed{Verb: thidua.RenewPaper, Object: paperObject(paper)}, func(tx *store.Tx, d *deed) error {
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
		g, err := draftingOf(tx, c.Round)
		if err != nil {
			return err
		}
		d.Name, d.Before = c.Title, c.Edition
		c.Version = version
		return g.renew(tx, actor, c.Paper)
	})
}

// ListNominee takes a nominee that the council passed into the dossier (TakeIn, within the number), or out of it again (TakeOutDossier, with
// the reason); the drafts follow.
func (a *App) ListNominee(ctx context.Context, actor thidua.Actor, dossier, nominee string, do thidua.Action, version int64, reason string) error {
	if do != thidua.TakeIn && do != thidua.TakeOutDossier {
		return thidua.Refuse(thidua.Forbidden, CodeNoRight)
	}
	return a.write(ctx, actor, deed{Verb: do, Object: "nominee:" + nominee, Reason: reason}, func(tx *store.Tx, d *deed) error {
		if err := may(actor, thidua.RoleOffice); err != nil {
			return err
		}
		kept, g, err := opened(tx, dossier)
		if err != nil {
			return err
		}
		n := g.nominee(nominee)
		if n == nil {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		facts := thidua.Facts{thidua.WithinQuota: g.room(n.Subject.Kind)}
		rule, err := thidua.NomineeFlow.Next(n.State, do, actor.For(n.Subject.Unit, n.Subject.Person), facts, reason)
		if err != nil {
			return err
		}
		d.Name, d.Before, d.After = n.Subject.Name, n.State, rule.To
		n.State, n.Reason, n.Version = rule.To, reason, version
		if err := tx.UpdateNominee(*n); err != nil {
			return err
		}
		return g.draft(tx, actor, kept)
	})
}

func (g *drafting) nominee(id string) *thidua.Nominee {
	for i := range g.nominees {
		if g.nominees[i].ID == id {
			return &g.nominees[i]
		}
	}
	return nil
}

// MoveDossier takes a dossier on by hand: MarkWhole, ReopenDossier and Withdraw with the reason, Archive. Sending, answers, decision and
// ceremony have their own records.
func (a *App) MoveDossier(ctx context.Context, actor thidua.Actor, dossier string, do thidua.Action, version int64, reason string) error {
	switch do {
	case thidua.MarkWhole, thidua.ReopenDossier, thidua.Withdraw, thidua.Archive:
	default:
		return thidua.Refuse(thidua.Forbidden, CodeNoRight)
	}
	return a.write(ctx, actor, deed{Verb: do, Object: dossierObject(dossier), Reason: reason}, func(tx *store.Tx, d *deed) error {
		_, err := moveDossier(tx, actor, dossier, do, version, reason, d)
		return err
	})
}

// moveDossier asks the workflow with what holds of the dossier and saves the step.
func moveDossier(tx *store.Tx, actor thidua.Actor, id string, do thidua.Action, version int64, reason string, d *deed) (*drafting, error) {
	kept, err := tx.Dossier(id)
	if err != nil {
		return nil, err
	}
	g, err := draftingOf(tx, kept.Round)
	if err != nil {
		return g, err
	}
	f, err := g.file(tx, kept)
	if err != nil {
		return g, err
	}
	facts := f.Facts()
	facts[thidua.LetterNamed], facts[thidua.DecisionNamed], facts[thidua.ListRecorded] = true, true, true
	rule, err := thidua.DossierFlow.Next(kept.State, do, actor.Roles, facts, reason)
	if err != nil {
		return g, err
	}
	d.Object, d.Name, d.Before, d.After = dossierObject(id), g.Season.Movement.Name, kept.State, rule.To
	kept.State, kept.Version = rule.To, version
	return g, tx.UpdateDossier(kept)
}

// RecordHardCopy records that the set of originals on paper (01 bộ bản chính giấy) was handed in on a day.
func (a *App) RecordHardCopy(ctx context.Context, actor thidua.Actor, dossier string, version int64, on thidua.Date) error {
	if err := may(actor, thidua.RoleOffice, thidua.RoleClerk); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{Verb: thidua.RecordHardCopy, Object: dossierObject(dossier)}, func(tx *store.Tx, d *deed) error {
		kept, err := tx.Dossier(dossier)
		if err != nil {
			return err
		}
		if err := thidua.CheckDay("handed", on, today(tx)); err != nil {
			return err
		}
		d.Before, d.After = kept.HardCopy, on
		kept.HardCopy, kept.Version = on, version
		return tx.UpdateDossier(kept)
	})
}

// RoundOfDossier gives the round of a dossier, for the address of its page; NotFound for another agency's.
func (a *App) RoundOfDossier(ctx context.Context, actor thidua.Actor, dossier string) (round string, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		d, err := tx.Dossier(dossier)
		round = d.Round
		return err
	})
	return round, err
}
