package app

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/store"
)

// Work is the first page of a person: what waits, strictly by date, and where the movement stands.
type Work struct {
	thidua.Desk
	Movement thidua.Movement
	All      []thidua.Round // of the movement, ended ones included
	Tasks    []thidua.Task
	Tet      thidua.Tet
}

// Tasks reads what waits for the actor on this day, in a fixed number of queries.
func (a *App) Tasks(ctx context.Context, actor thidua.Actor) (w Work, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		w, err = workOf(tx, actor)
		return err
	})
	return w, err
}

func workOf(tx *store.Tx, actor thidua.Actor) (w Work, err error) {
	y, err := yearsOf(tx)
	if err != nil {
		return w, err
	}
	w.Movement, w.All = y.Movement, y.Rounds
	for _, r := range y.Rounds {
		if r.State != thidua.RoundEnded && r.State != thidua.RoundWaiting {
			w.Rounds = append(w.Rounds, r)
		}
	}
	if err := fillDesk(tx, &w.Desk); err != nil {
		return w, err
	}
	w.Tasks, w.Tet = w.Desk.Tasks(actor), w.Calendar.NextTet(w.Today)
	return w, nil
}

// fillDesk reads what waits: one query for each kind of thing, whatever the number of rounds.
func fillDesk(tx *store.Tx, d *thidua.Desk) error {
	d.Today = today(tx)
	var rounds, registering []string
	for _, r := range d.Rounds {
		rounds = append(rounds, r.ID)
		if r.State == thidua.RoundRegistering {
			registering = append(registering, r.ID)
		}
	}
	steps := []func() error{
		func() (err error) { d.Calendar, err = tx.Calendar(d.Today); return err },
		func() (err error) { d.OpenItems, err = tx.OpenItems(); return err },
		func() (err error) { d.Article, err = tx.RegistrationArticle(); return err },
		func() (err error) { d.Units, err = tx.Units(d.Today); return err },
		func() (err error) { d.Staff, err = tx.Staff(store.StaffFilter{On: d.Today}, store.Page{}); return err },
		func() (err error) { d.Registrations, err = tx.RegistrationsIn(registering, d.Today); return err },
		func() (err error) { d.Evidence, err = tx.OpenEvidence(rounds); return err },
		func() (err error) { d.Sheets, err = tx.SheetsIn(rounds); return err },
		func() (err error) { d.Sessions, err = tx.SessionsIn(rounds); return err },
		func() (err error) { d.Members, err = tx.CouncilSize(d.Today); return err },
		func() (err error) { d.Nominees, err = tx.NomineesIn(rounds); return err },
		func() (err error) { d.Dossiers, err = tx.DossiersIn(rounds); return err },
		func() (err error) { d.Papers, err = tx.OpenPapers(rounds); return err },
		func() (err error) { d.Slips, err = tx.WaitingSlips(rounds); return err },
		func() (err error) { d.Sendings, err = tx.SendingsIn(rounds); return err },
	}
	for _, read := range steps {
		if err := read(); err != nil {
			return err
		}
	}
	return nil
}

// counters tells at which places of the menu a task is counted, beside the first page.
var counters = map[thidua.Code]string{
	thidua.TaskReviewUnits: "/tong-hop", thidua.TaskReviewPeople: "/tong-hop", thidua.TaskRegister: "/dang-ky-ca-nhan",
	thidua.TaskMendOwn: "/dang-ky-ca-nhan", thidua.TaskApprovePeople: "/dang-ky-ca-nhan", thidua.TaskEnterFor: "/dang-ky-ca-nhan",
	thidua.TaskRegisterUnit: "/dang-ky", thidua.TaskMendUnit: "/dang-ky", thidua.TaskSupply: "/ket-qua", thidua.TaskScore: "/cham-diem",
	thidua.TaskExplain: "/cham-diem", thidua.TaskReviewOffice: "/cham-diem", thidua.TaskReviewSheets: "/xep-hang",
	thidua.TaskDraftProposal: "/ho-so", thidua.TaskMakeDossier: "/ho-so", thidua.TaskFinishDossier: "/ho-so", thidua.TaskSendDossier: "/ho-so",
	thidua.TaskRecordResult: "/ho-so", thidua.TaskCeremony: "/ho-so", thidua.TaskIssue: "/van-ban", thidua.TaskWriteReport: "/bao-cao",
	thidua.TaskAttend: "/hoi-dong",
}

// firstPages are the addresses of Việc của tôi; that of a leader is Chờ ý kiến.
var firstPages = []string{"/viec-cua-toi", "/cho-y-kien"}

// waitingFor counts what waits for the actor behind the places of the menu.
func waitingFor(tx *store.Tx, actor thidua.Actor) ([]Waiting, error) {
	w, err := workOf(tx, actor)
	if err != nil {
		return nil, err
	}
	var out []Waiting
	for _, url := range firstPages {
		out = append(out, Waiting{URL: url, Count: len(w.Tasks)})
	}
	for _, t := range w.Tasks {
		url := counters[t.Code]
		if url == "" {
			continue
		}
		if i := slices.IndexFunc(out, func(w Waiting) bool { return w.URL == url }); i >= 0 {
			out[i].Count++
			continue
		}
		out = append(out, Waiting{URL: url, Count: 1})
	}
	return out, nil
}
