package demo

import (
	"bytes"

	"thidua"
	"thidua/internal/app/province"
)

// look accepts the dossier of a sender, checks its parts, and goes as far as the table says: returned for its minutes, or eligible.
func (b *above) look(key, far string) func() error {
	return func() error {
		d, err := b.dossier(key)
		if err != nil {
			return err
		}
		if err := b.tick(d); err != nil {
			return err
		}
		if err := b.move(d.ID, province.Move{Do: thidua.AcceptDossier}); err != nil {
			return err
		}
		switch far {
		case "du":
			return b.move(d.ID, province.Move{Do: thidua.MarkEligible})
		case "thieu":
			for i := range d.Parts {
				if d.Parts[i].Paper == "" {
					d.Parts[i].Asked, d.Parts[i].Reason = true, told("asked")
				}
			}
			return b.move(d.ID, province.Move{Do: thidua.ReturnDossier, Reason: told("return"), Until: "2025-02-07", Parts: d.Parts})
		}
		return nil
	}
}

func (b *above) dossier(key string) (province.Dossier, error) {
	v, err := b.bureau.Inbox(b.ctx, b.home, province.Filter{})
	for _, r := range v.Rows {
		if r.From == b.senders[key].Tenant {
			return b.bureau.Dossier(b.ctx, b.home, r.ID)
		}
	}
	return province.Dossier{}, err
}

func (b *above) tick(d province.Dossier) error {
	good := make([]bool, len(d.Parts))
	for i := range good {
		good[i] = true
	}
	return b.bureau.Tick(b.ctx, b.home, d.ID, d.Version, good)
}

func (b *above) move(id string, m province.Move) error {
	d, err := b.bureau.Dossier(b.ctx, b.home, id)
	if err != nil {
		return err
	}
	m.Version = d.Version
	return b.bureau.Move(b.ctx, b.home, id, m)
}

func kindNamed(word string) thidua.SubjectKind {
	if word == "cn" {
		return thidua.Individual
	}
	return thidua.Collective
}

// numbers enters the numbers of awards with their document.
func (b *above) numbers() error {
	for _, r := range provinceRows("so-luong") {
		q := thidua.Quota{Kind: kindNamed(r[0]), Block: r[1], Number: int(number(r[2]) / 100), Document: told("quota")}
		if err := b.bureau.SaveQuota(b.ctx, b.home, "", q); err != nil {
			return err
		}
	}
	return nil
}

// finish brings every dossier that is whole to the end of its appraisal.
func (b *above) finish() error {
	v, err := b.bureau.Inbox(b.ctx, b.home, province.Filter{})
	if err != nil {
		return err
	}
	for _, r := range v.Rows {
		d, err := b.bureau.Dossier(b.ctx, b.home, r.ID)
		if err == nil && (d.State == thidua.AppraisalWaiting || d.State == thidua.AppraisalJudging) {
			err = b.tick(d)
		}
		if err == nil && d.State == thidua.AppraisalWaiting {
			err = b.move(d.ID, province.Move{Do: thidua.AcceptDossier})
		}
		if err == nil && (d.State == thidua.AppraisalWaiting || d.State == thidua.AppraisalJudging) {
			err = b.move(d.ID, province.Move{Do: thidua.MarkEligible})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// choose writes choice and notes as the table has them; of the agency whose season is played everybody who was not awarded before.
func (b *above) choose() error {
	var all []province.Choice
	for _, kind := range []thidua.SubjectKind{thidua.Collective, thidua.Individual} {
		v, err := b.bureau.Compare(b.ctx, b.home, "", kind, "", 0)
		if err != nil {
			return err
		}
		for _, c := range v.Cases {
			all = append(all, b.choice(c))
		}
	}
	return b.bureau.Choose(b.ctx, b.home, "", all)
}

func (b *above) choice(c thidua.AppraisalCase) province.Choice {
	out := province.Choice{Case: c.ID, Version: c.Version}
	if c.From == b.player.tenant {
		out.Chosen = c.Kind == thidua.Individual || c.Earlier == "" || !bytes.Contains([]byte(c.Earlier), []byte("2023"))
		if !out.Chosen {
			out.Note = told("own-note")
		}
		return out
	}
	for _, r := range provinceRows("truong-hop") {
		if b.senders[r[0]].Tenant == c.From && r[2] == c.Name && kindNamed(r[1]) == c.Kind {
			out.Chosen, out.Note = r[9] == "x", r[10]
		}
	}
	return out
}

// raise makes the list and records that it went to Chủ tịch UBND tỉnh.
func (b *above) raise() error {
	l, err := b.bureau.MakeList(b.ctx, b.home, "")
	if err != nil {
		return err
	}
	l.Number, l.Dated = told("raise"), "2025-02-20"
	if l.Paper, err = b.KeepFile(b.ctx, b.home, "paper", "to-trinh.pdf", bytes.NewReader(paper())); err != nil {
		return err
	}
	return b.bureau.Raise(b.ctx, b.home, l)
}

// decideOn takes the list in at UBND tỉnh and issues the decision for everybody on it.
func (b *above) decideOn() error {
	waiting, err := b.bureau.WaitingHere(b.ctx, b.decide)
	for _, w := range waiting {
		if err == nil {
			err = b.bureau.Take(b.ctx, b.decide, w.ID)
		}
	}
	if err != nil {
		return err
	}
	all, err := b.bureau.Lists(b.ctx, b.decide)
	if err != nil {
		return err
	}
	l := all[0]
	for i := range l.Lines {
		l.Lines[i].Granted = true
	}
	l.Decision, l.Decided, l.Signer = told("decision"), "2025-03-05", told("signer")
	if l.Scan, err = b.KeepFile(b.ctx, b.decide, "scan", "quyet-dinh.pdf", bytes.NewReader(paper())); err != nil {
		return err
	}
	return b.bureau.Decide(b.ctx, b.decide, l)
}

// tell takes the decision in at Sở Nội vụ and answers every sender.
func (b *above) tell() error {
	if err := b.take(); err != nil {
		return err
	}
	all, err := b.bureau.Lists(b.ctx, b.home)
	if err != nil {
		return err
	}
	return b.bureau.AnswerSenders(b.ctx, b.home, all[0].ID, all[0].Version)
}
