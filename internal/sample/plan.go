package sample

import (
	"encoding/json"
	"strconv"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// planned is the day of the plan of every agency.
const planned thidua.Date = "2021-08-06"

// define makes the movement and the edition that all years are judged by, from the tables of words.
func (h *house) define() {
	at := moment(planned, 8, 0)
	h.plan = thidua.Movement{ID: h.id(at), Name: word("phong-trao", h.short), From: firstYear, To: lastYear, EndsOn: "2025-12-31", Regulation: h.row.HomeRule,
		State: h.movementState(), Version: 1}
	h.def = thidua.Definition{Edition: thidua.Edition{ID: h.id(at), Movement: h.plan.ID, Number: 1, From: planned, PlanNumber: word("so-ke-hoach", h.row.Symbol), PlanDate: planned,
		PlanTitle: word("ke-hoach", h.short), Signer: h.row.LeaderTitle + " " + h.people[0].Name, State: thidua.EditionInForce, Version: 1}}
	table := rows("plan")
	h.criteria(of(table, "tieu-chi"))
	for i, r := range of(table, "tieu-chuan") {
		s := thidua.Standard{ID: h.id(at), For: thidua.SubjectKind(r[0]), Name: r[1], Text: r[1] + ".", Article: word("muc-tieu-chuan"), Order: i + 1}
		if err := json.Unmarshal([]byte(r[2]), &s.Test); err != nil {
			panic(err)
		}
		h.def.Standards = append(h.def.Standards, s)
	}
	h.def.Deadlines = []thidua.Deadline{
		{ID: h.id(at), What: thidua.DeadlineRegistration, Day: "02-01", Actor: word("van-phong"), To: word("so-noi-vu-ten"), Article: word("muc-dang-ky"), Order: 1},
		{ID: h.id(at), What: thidua.DeadlineRegistration, Date: "2021-08-30", Actor: word("van-phong"), To: word("so-noi-vu-ten"), Article: word("muc-dang-ky"), Order: 2},
		{ID: h.id(at), What: thidua.DeadlineDossier, Reference: word("thoi-gian-xet"), Article: word("muc-ho-so"), Order: 3},
	}
	h.def.Awards = []thidua.AwardForm{{ID: h.id(at), Name: word("bang-khen"), Authority: word("tham-quyen"), Article: word("muc-hinh-thuc")}}
	for i, r := range of(table, "ho-so") {
		h.def.Parts = append(h.def.Parts, thidua.DossierPart{ID: h.id(at), Kind: thidua.PartKind(r[0]), Name: r[1], Article: word("muc-ho-so"), Order: i + 1})
	}
	h.def.Bases = []thidua.LegalBase{{ID: h.id(at), Kind: word("can-cu-loai"), Number: word("can-cu-so"), Date: "2021-06-28", Issuer: word("cap-tren", h.short), Order: 1}}
	h.lines(of(table, "dong"))
	h.def.OpenItems = len(h.def.Open())
	h.leaves = h.def.Leaves()
}

func (h *house) criteria(table [][]string) {
	parent := map[string]string{}
	for i, r := range table {
		points, err := strconv.Atoi(r[2])
		if err != nil {
			panic(err)
		}
		c := thidua.Criterion{ID: h.id(moment(planned, 8, 0)), Edition: h.def.ID, Code: r[0], Name: r[1], Text: word("tieu-chi", r[1]), Article: word("muc-tieu-chi"),
			ForUnits: true, ForPeople: true, MaxPoints: thidua.Points(points * 100), Order: i + 1}
		if c.Parent = parent[r[0][:1]]; c.Parent == "" {
			parent[r[0][2:]] = c.ID // the contents of TC2 are 2.1, 2.2, …
		}
		h.def.Criteria = append(h.def.Criteria, c)
	}
}

func (h *house) lines(table [][]string) {
	for _, r := range table {
		into := map[string]*[]string{"purpose": &h.def.Purposes, "requirement": &h.def.Requirements, "subject": &h.def.Subjects, "process": &h.def.Process}[r[0]]
		*into = append(*into, r[1])
	}
}

// launch writes movement, edition and rounds.
func (h *house) launch(tx *store.Tx) error {
	if err := tx.InsertMovement(h.plan, vi.Fold(h.plan.Name)); err != nil {
		return err
	}
	if err := tx.InsertDefinition(h.def); err != nil {
		return err
	}
	for year := firstYear; year <= lastYear; year++ {
		if err := tx.InsertRound(h.rounds[year]); err != nil {
			return err
		}
	}
	return nil
}
