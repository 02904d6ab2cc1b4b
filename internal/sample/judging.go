package sample

import (
	"slices"
	"strconv"

	"thidua"
	"thidua/internal/store"
)

// sending is the dossier of a round as Sở Nội vụ sees it.
type sending struct {
	dated    thidua.Date
	nominees []nominee
}

// nominee is a case with what the council and the decision said of it.
type nominee struct {
	thidua.Nominee
	yes, no int
	onTime  int // percent of the targets that were reached
	gold    string
}

// propose chooses who is put before the council: the units of most points that aim at the award, and people who aim at it, all registered.
func (h *house) propose(year int, all []registered) []nominee {
	units := slices.DeleteFunc(slices.Clone(all), func(r registered) bool { return r.Subject.Kind != thidua.Collective || r.Award == "" })
	slices.SortStableFunc(units, func(a, b registered) int { return int(h.scores[year][b.Subject.Unit] - h.scores[year][a.Subject.Unit]) })
	people := slices.DeleteFunc(slices.Clone(all), func(r registered) bool {
		return r.Subject.Kind != thidua.Individual || r.Award == "" || h.low[r.Subject.Person]
	})
	slices.SortStableFunc(people, func(a, b registered) int { return b.reached*len(a.Targets) - a.reached*len(b.Targets) })
	out := h.put(year, units[:min(3, len(units))], h.rounds[year].QuotaUnits)
	return append(out, h.put(year, people[:min(5, len(people))], h.rounds[year].QuotaPeople)...)
}

// put makes cases of those chosen: the last one beyond the number fails in the council, or is not within the number.
func (h *house) put(year int, chosen []registered, quota int) (out []nominee) {
	met := moment(thidua.NewDate(judged(year), 1, 13), 14, 0)
	present := len(h.board.Members)
	for i, r := range chosen {
		n := nominee{Nominee: thidua.Nominee{ID: h.id(met), Round: h.rounds[year].ID, Subject: r.Subject, Award: h.def.Awards[0].ID, State: thidua.NomineeBefore,
			Summary: h.summary(year, r), Order: i + 1}, onTime: 100 * r.reached / len(r.Targets)}
		switch {
		case !h.over(year):
		case i == 4:
			n.State, n.Reason, n.yes = thidua.NomineeFailed, word("chua-du-phieu"), present/2
		case i >= quota:
			n.State, n.Reason, n.yes = thidua.NomineePassed, word("vuot-so-luong"), present-1
		default:
			n.State, n.yes = thidua.NomineePresented, present-h.IntN(2)
		}
		n.no = present - n.yes
		out = append(out, n)
	}
	return out
}

func (h *house) summary(year int, r registered) string {
	if r.Subject.Kind == thidua.Individual {
		return word("tom-tat-nguoi")
	}
	points := h.scores[year][r.Subject.Unit]
	return word("tom-tat-don-vi", r.reached, len(r.Targets), strconv.Itoa(int(points/100))+","+strconv.Itoa(int(points%100/10)))
}

// meet writes the session of a round with its cases, what was found of them and the counts.
func (h *house) meet(tx *store.Tx, year int, all []nominee) error {
	s := h.session(year)
	if err := tx.InsertCouncilSession(s); err != nil {
		return err
	}
	if err := h.roll(tx, s); err != nil {
		return err
	}
	for i := range all {
		all[i].Session = s.ID
		if err := h.try(tx, s, all[i]); err != nil {
			return err
		}
	}
	return nil
}

func (h *house) session(year int) thidua.Session {
	day := thidua.NewDate(judged(year), 1, 16)
	number := "01/"
	if year == closingYear {
		day, number = day.AddDays(4), "02/"
	}
	s := thidua.Session{ID: h.id(moment(day, 7, 0)), Council: h.board.ID, Round: h.rounds[year].ID, Number: number + strconv.Itoa(judged(year)),
		State: thidua.SessionCalled, At: moment(day, 14, 0), Place: word("phong-hop"), VoteKind: thidua.ShowOfHands, SummonedAt: moment(day.AddDays(-3), 9, 0),
		Chair: h.board.Members[0].Person, Secretary: h.official("chuyen-vien-vp").ID}
	if h.over(year) {
		s.State, s.StartedAt, s.VotingAt, s.EndedAt = thidua.SessionSigned, s.At, moment(day, 14, 55), moment(day, 15, 20)
		s.Discussion, s.IndexWords, s.Conclusion = word("thao-luan"), word("ve-chi-so"), word("ket-luan")
	}
	return s
}

func (h *house) roll(tx *store.Tx, s thidua.Session) error {
	if s.State == thidua.SessionCalled {
		return nil
	}
	var roll []thidua.Attendance
	for _, m := range h.board.Members {
		roll = append(roll, thidua.Attendance{Person: m.Person, Present: true})
	}
	return tx.SaveAttendance(s.ID, roll)
}

func (h *house) try(tx *store.Tx, s thidua.Session, n nominee) error {
	if err := tx.InsertNominee(n.Nominee); err != nil {
		return err
	}
	office := h.official("chuyen-vien-vp")
	for _, standard := range h.def.StandardsFor(n.Subject.Kind) {
		f := thidua.Finding{Standard: standard.ID, Verdict: thidua.VerdictMet, Code: thidua.FindManual, Args: []any{}, Note: word("nhan-xet"), By: office.ID, ByName: office.Name}
		if err := tx.SaveFinding(n.ID, f); err != nil {
			return err
		}
	}
	if s.State == thidua.SessionCalled {
		return nil
	}
	secretary := h.board.Members[3]
	return tx.SaveCount(thidua.Count{Session: s.ID, Nominee: n.ID, Round: 1, Yes: n.yes, No: n.no, By: secretary.Person, ByName: secretary.Name})
}
