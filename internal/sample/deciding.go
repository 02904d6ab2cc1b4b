package sample

import (
	"strconv"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// decide writes the dossier of a round, its sending, the answers, the decision and the awards, and keeps what Sở Nội vụ received.
func (h *house) decide(tx *store.Tx, year int, all []nominee) error {
	next := judged(year)
	made, sent := thidua.NewDate(next, 1, 17), thidua.NewDate(next, 1, 24)
	if year == closingYear {
		made, sent = made.AddDays(5), sent.AddDays(3)
	}
	h.sent[year] = &sending{dated: sent}
	d := thidua.Dossier{ID: h.id(moment(made, 8, 30)), Round: h.rounds[year].ID, State: thidua.DossierPresented, HardCopy: sent, CreatedAt: moment(made, 8, 30)}
	if year != closingYear && year < lastYear-1 {
		d.State = thidua.DossierArchived
	}
	if err := tx.InsertDossier(d); err != nil {
		return err
	}
	if err := h.sendUp(tx, d, sent); err != nil {
		return err
	}
	return h.award(tx, year, all)
}

func (h *house) sendUp(tx *store.Tx, d thidua.Dossier, sent thidua.Date) error {
	office := h.official("chuyen-vien-vp")
	s := thidua.Submission{ID: h.id(moment(sent, 9, 0)), Round: d.Round, What: thidua.SentDossier, Dossier: d.ID, State: thidua.SubmissionResult,
		Number: word("to-trinh", h.row.Symbol), Dated: sent.AddDays(-1), SentOn: sent, By: office.ID, ByName: office.Name}
	if err := tx.InsertSubmission(s); err != nil {
		return err
	}
	for _, a := range []struct {
		kind thidua.Action
		days int
		key  string
	}{{thidua.AnswerReceived, 4, "da-nhan"}, {thidua.AnswerRaised, 27, "da-trinh"}, {thidua.AnswerDecided, 45, "da-quyet-dinh"}} {
		if err := h.answered(tx, s, a.kind, sent.AddDays(a.days), a.key); err != nil {
			return err
		}
	}
	return nil
}

// award writes the decision and an award for each case that stands in it.
func (h *house) award(tx *store.Tx, year int, all []nominee) error {
	dated := thidua.NewDate(judged(year), 3, 5)
	d := thidua.AwardDecision{ID: h.id(moment(dated, 8, 0)), Round: h.rounds[year].ID, Number: word("quyet-dinh"), Dated: dated, ReceivedOn: dated.AddDays(5),
		Issuer: word("ban-hanh", h.short)}
	if err := tx.InsertDecision(d); err != nil {
		return err
	}
	merit, of := word("thanh-tich-giai-doan"), lastYear
	if year != closingYear {
		merit, of = word("thanh-tich", year), year
	}
	for i, n := range all {
		if n.State != thidua.NomineePresented {
			continue
		}
		n.gold = word("so-vang", h.place*10+i+1, judged(year))
		w := thidua.Award{ID: h.id(moment(dated, 9, 0)), Decision: d, Round: d.Round, Year: of, Nominee: n.ID, Subject: n.Subject, Form: vi.AwardName(h.def.Awards[0]),
			Citation: merit, GoldNumber: n.gold, PresentedOn: dated.AddDays(25)}
		if err := tx.InsertAward(w, vi.Fold(n.Subject.Name)); err != nil {
			return err
		}
		h.held[n.Subject.Key()] = append(h.held[n.Subject.Key()], strconv.Itoa(of))
		h.sent[year].nominees = append(h.sent[year].nominees, n)
	}
	return nil
}

// sum writes the closing round: who was awarded in most years is proposed once more.
func (h *house) sum(tx *store.Tx, all []registered) error {
	if !h.closed() {
		return nil
	}
	if err := tx.InsertRound(h.rounds[closingYear]); err != nil {
		return err
	}
	var units, people []registered
	for _, r := range all {
		switch {
		case len(h.held[r.Subject.Key()]) == 0:
		case r.Subject.Kind == thidua.Collective:
			units = append(units, r)
		default:
			people = append(people, r)
		}
	}
	out := h.put(closingYear, units[:min(1, len(units))], h.rounds[closingYear].QuotaUnits)
	out = append(out, h.put(closingYear, people[:min(2, len(people))], h.rounds[closingYear].QuotaPeople)...)
	for i := range out {
		out[i].Summary = word("tom-tat-giai-doan")
	}
	if err := h.meet(tx, closingYear, out); err != nil {
		return err
	}
	return h.decide(tx, closingYear, out)
}
