package handover

import (
	"slices"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// personal are the tasks that nobody takes over: one's own registration, one's own report, answers to one's own questions.
var personal = []thidua.Code{thidua.TaskRegister, thidua.TaskMendOwn, thidua.TaskWriteReport, thidua.TaskReadAnswer, thidua.TaskSupply}

// recorded lists what stands under somebody's name in the data: targets, papers, evidence, duties.
func recorded(tx *store.Tx, h thidua.Handover, giver thidua.Actor) (out []thidua.Matter, err error) {
	for _, read := range []func(*store.Tx, thidua.Handover) ([]thidua.Matter, error){targets, papers, evidence} {
		some, err := read(tx, h)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	duties, err := duties(tx, giver)
	return append(out, duties...), err
}

// targets are those of units that the person is in charge of; they go over to somebody of the same unit.
func targets(tx *store.Tx, h thidua.Handover) (out []thidua.Matter, err error) {
	all, err := tx.OwnedTargets(h.From)
	for _, t := range all {
		m := thidua.Matter{Kind: thidua.MatterTarget, ID: t.ID, Text: t.Content + " (" + t.Subject.Name + ")", Due: t.Due, Where: vi.MatterMoves, Moves: true}
		if h.To != "" && h.ToUnit != t.Subject.Unit {
			m.Moves, m.Where = false, vi.MatterOfUnit
		}
		out = append(out, m)
	}
	return out, err
}

// papers are the drafts of the person; a report of achievements stays with who wrote it.
func papers(tx *store.Tx, h thidua.Handover) (out []thidua.Matter, err error) {
	all, err := tx.DraftsOf(h.From)
	for _, p := range all {
		if !p.Kind.Report() {
			out = append(out, thidua.Matter{Kind: thidua.MatterPaper, ID: p.ID, Text: p.Title, Where: vi.PaperPlace(p), Moves: true})
		}
	}
	return out, err
}

// evidence is what came back to the person to be mended.
func evidence(tx *store.Tx, h thidua.Handover) (out []thidua.Matter, err error) {
	rounds, err := tx.OpenRounds()
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, r := range rounds {
		ids = append(ids, r.ID)
	}
	all, err := tx.OpenEvidence(ids)
	for _, e := range all {
		if e.State == thidua.EvidenceReturned && e.AddedBy == h.From {
			out = append(out, thidua.Matter{Kind: thidua.MatterEvidence, ID: e.ID, Text: e.Content, Where: vi.MatterOwn})
		}
	}
	return out, err
}

// duties are roles, units that are led and seats of the council: given anew by who gives them.
func duties(tx *store.Tx, giver thidua.Actor) (out []thidua.Matter, err error) {
	for _, r := range giver.Roles {
		if slices.Contains(thidua.Granted, r) {
			out = append(out, thidua.Matter{Kind: thidua.MatterDuty, Text: vi.Role(r), Where: vi.MatterOfAdmin})
		}
	}
	for _, unit := range giver.Heads {
		u, err := tx.Unit(unit)
		if err != nil {
			return nil, err
		}
		out = append(out, thidua.Matter{Kind: thidua.MatterDuty, Text: vi.Role(thidua.RoleHead) + ": " + u.Name, Where: vi.MatterOfHead})
	}
	seats, err := tx.Seats(giver.Person, thidua.DateOf(tx.Now))
	for _, s := range seats {
		out = append(out, thidua.Matter{Kind: thidua.MatterDuty, Text: vi.SeatDuty(s), Where: vi.MatterOfCouncil})
	}
	return out, err
}
