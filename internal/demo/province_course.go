package demo

import (
	"bytes"
	"strconv"

	"thidua"
	post "thidua/internal/app/parcel"
	"thidua/internal/app/province"
	"thidua/internal/pack/parcel"
	"thidua/internal/vi"
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

// registrations plans the lists of registrations of two years: those of the senders by the table, and that of the agency whose season is played.
func (b *above) registrations() {
	for _, year := range []int{2024, 2025} {
		b.plan(moment(thidua.NewDate(year, 1, 5), 9, 0), func() error {
			due := thidua.DueDay{Day: thidua.NewDate(year, 2, 1), Document: told("list-due")}
			return b.bureau.SaveEnrolmentDue(b.ctx, b.home, thidua.Period{Movement: told("movement"), Year: year}, due)
		})
	}
	for _, r := range provinceRows("dang-ky") {
		year := int(number(r[0]) / 100)
		b.plan(moment(day(r[2]), 7, 45), b.sealList(year, r[1], day(r[2])))
		b.plan(moment(day(r[2]), 8, 0), b.take)
		if r[3] != "" {
			b.plan(moment(day(r[3]), 15, 0), b.answerList(year, b.senders[r[1]].Tenant, r[4] == "tra-lai", r[5]))
		}
	}
	for year, on := range map[int][2]thidua.Date{2024: {"2024-01-29", "2024-02-02"}, 2025: {"2025-01-22", "2025-02-05"}} {
		b.plan(moment(on[0], 15, 30), b.ownList(year))
		b.plan(moment(on[1], 9, 30), b.ownAnswer(year))
	}
}

// sealList packs the list of a sender; one that was returned comes back with the higher target that was asked for.
func (b *above) sealList(year int, key string, on thidua.Date) func() error {
	return func() error {
		again := b.listOf(year, b.senders[key].Tenant)
		d := parcel.Data{Movement: parcel.Movement{Name: told("movement"), From: 2021, To: 2025, Year: year}, Letter: parcel.Letter{Number: told("list-letter"), Dated: on},
			Deadline: &parcel.Deadline{Day: thidua.NewDate(year, 2, 1), Article: told("list-article")}, Registrations: registrationsOf(key, year, again.ID != ""),
			Papers: []parcel.Paper{{ID: "1", Kind: thidua.PaperRegistration, Title: vi.PaperKind(thidua.PaperRegistration), Signed: true, File: parcel.PaperFile(told("list-file"))}}}
		_, err := b.post.Seal(b.ctx, b.senders[key], post.Outgoing{Kind: thidua.ParcelRegistrations, To: b.home.Tenant, Of: again.Parcel, Object: "sample-list:" + key, Data: d,
			Papers: []parcel.Content{{Name: told("list-file"), Data: paper()}}})
		return err
	}
}

// registrationsOf lists who registers at a sender: those of the table of cases but those that it leaves out, and those that it adds.
func registrationsOf(key string, year int, mended bool) (out []parcel.Registration) {
	left := map[string]bool{}
	for _, r := range provinceRows("khong-dang-ky") {
		left[r[0]+r[1]] = true
	}
	for i, r := range append(provinceRows("truong-hop"), provinceRows("them")...) {
		if r[0] != key || left[key+r[2]] {
			continue
		}
		target := parcel.Target{Criterion: told("target-criterion"), Content: told("target-time"), Value: 95_00, Measure: "%", Direction: thidua.AtLeast, Due: thidua.NewDate(year, 12, 31)}
		if mended && len(out) == 0 {
			target.Value = 98_00
		}
		one := parcel.Registration{ID: key + "-" + strconv.Itoa(i), Subject: parcel.Subject{Kind: thidua.Collective, Name: r[2]}, Award: told("award"),
			Targets: []parcel.Target{target, {Criterion: told("target-criterion"), Content: told("target-initiative"), Value: 1_00, Measure: told("target-initiative-measure"),
				Direction: thidua.AtLeast, Due: thidua.NewDate(year, 10, 31)}}}
		if r[1] == "cn" {
			target.Content = told("target-person")
			one.Subject = parcel.Subject{Kind: thidua.Individual, Name: r[2], Title: r[4], Home: r[5], Sex: map[string]thidua.Sex{"nam": thidua.Male, "nu": thidua.Female}[r[3]]}
			one.Title, one.Targets = told("list-title"), []parcel.Target{target}
		}
		out = append(out, one)
	}
	return out
}

// listOf finds the list of an agency at Sở Nội vụ; the zero value while none came.
func (b *above) listOf(year int, tenant string) thidua.Enrolment {
	v, err := b.bureau.Enrolments(b.ctx, b.home, province.EnrolmentFilter{Period: province.PeriodKey(thidua.Period{Movement: told("movement"), Year: year})})
	for _, r := range v.Rows {
		if err == nil && r.From == tenant && r.List != nil {
			return *r.List
		}
	}
	return thidua.Enrolment{}
}

// answerList confirms a list, or returns it for the target of its first collective.
func (b *above) answerList(year int, tenant string, back bool, number string) func() error {
	return func() error {
		e := b.listOf(year, tenant)
		today := thidua.DateOf(b.clock.Now())
		m := province.EnrolmentMove{Do: thidua.ConfirmEnrolment, Version: e.Version, Number: number, Dated: today, Note: told("list-note")}
		if back {
			v, err := b.bureau.Enrolment(b.ctx, b.home, e.ID)
			if err != nil {
				return err
			}
			first := v.Data.Registrations[0]
			m = province.EnrolmentMove{Do: thidua.ReturnEnrolment, Version: e.Version, Note: told("list-return"), Until: today.AddDays(7),
				Asked: []thidua.AskedPart{{ID: first.ID, Name: first.Subject.Name, Reason: told("list-asked")}}}
		}
		return b.bureau.MoveEnrolment(b.ctx, b.home, e.ID, m)
	}
}

// ownList sends the list of the agency whose season is played, once its office has recorded that it went.
func (b *above) ownList(year int) func() error {
	return func() error {
		all, err := b.Submissions(b.ctx, b.as(office), b.rounds[year], thidua.SentRegistrations)
		if err != nil || len(all) == 0 {
			return err
		}
		if _, err := b.post.Send(b.ctx, b.as(office), all[len(all)-1].ID, b.home.Tenant); err != nil {
			return err
		}
		return b.take()
	}
}

// ownAnswer confirms the list of the agency whose season is played, which takes the answer in.
func (b *above) ownAnswer(year int) func() error {
	return func() error {
		if err := b.answerList(year, b.player.tenant, false, told("list-own-"+strconv.Itoa(year)))(); err != nil {
			return err
		}
		waiting, err := b.post.Waiting(b.ctx, b.as(office))
		for _, w := range waiting {
			if err == nil && w.Kind == thidua.ParcelAnswer && w.Year == year {
				_, err = b.post.Receive(b.ctx, b.as(office), w.ID)
			}
		}
		return err
	}
}
