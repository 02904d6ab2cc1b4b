package main

import (
	"context"
	"errors"
	"testing"

	"thidua"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/vi"
)

// entrant is who enters the progress of a target over and over.
type entrant struct{ account, session, target string }

// enrol makes an agency with a season and a followed target, and opens a session for who enters.
func (l *measuredLog) enrol(ctx context.Context, t testing.TB) (e entrant, err error) {
	s := testkit.FillSeason(t, l.db, l.tenant)
	s.OpenAccounts(t)
	head := s.Actor("Lý Văn Dũng")
	r := thidua.Registration{ID: store.NewID(), Round: s.Rounds[2025].ID, State: thidua.RegistrationApproved, Award: s.Definition.Awards[0].ID,
		Subject: thidua.Subject{Kind: thidua.Collective, Unit: head.Unit}}
	e = entrant{account: head.Account, session: store.NewID()}
	a := store.Act{Tenant: l.tenant, Actor: "bench", Verb: string(thidua.ApproveList), Object: "registration:" + r.ID}
	err = l.db.Write(ctx, &a, func(tx *store.Tx) error {
		targets := s.EightTargets()
		folds := make([]string, len(targets))
		for i := range targets {
			targets[i].ID, folds[i] = store.NewID(), vi.Fold(targets[i].Content)
		}
		e.target = targets[0].ID
		return errors.Join(tx.InsertRegistration(r), tx.SetTargets(r.ID, targets, folds),
			tx.InsertSession(e.session, auth.Session{ID: store.NewID(), Tenant: l.tenant, Account: e.account}))
	})
	return e, err
}

// enter is what the program asks and writes for one form, of the smaller ones: who sends it and whether it was sent before, its key, the target
// with its year, a row, and the answer that is kept. In place of the entry it writes a notice, which the store also takes without an event.
func (l *measuredLog) enter(ctx context.Context, write func(context.Context, func(*store.Tx) error) error) error {
	form := store.Attempt{Tenant: l.tenant, Account: l.by.account, Key: store.NewID(), Body: "hash"}
	err := l.db.Read(ctx, l.tenant, func(tx *store.Tx) error {
		_, err := tx.Session(l.by.session)
		_, _, answered := tx.Answered(form)
		return errors.Join(err, answered)
	})
	if err != nil {
		return err
	}
	err = write(ctx, func(tx *store.Tx) error {
		tx.Tenant = l.tenant
		if err := tx.Claim(form); err != nil {
			return err
		}
		target, round, err := tx.TrackedTarget(l.by.target)
		if err != nil {
			return err
		}
		if _, err := tx.Round(round); err != nil {
			return err
		}
		return tx.InsertNotice(thidua.Notice{ID: form.Key, Account: l.by.account, Key: form.Key, Text: target.Content, Code: "bench", Round: round})
	})
	if err != nil {
		return err
	}
	return l.db.WriteUpkeep(ctx, func(tx *store.Tx) error { return tx.KeepAnswer(form, "/chi-tieu/"+l.by.target) })
}

// loggedEntry is a form with its event.
func (l *measuredLog) loggedEntry(ctx context.Context) error {
	return l.enter(ctx, func(ctx context.Context, body func(*store.Tx) error) error {
		a := store.Act{Tenant: l.tenant, Actor: "account:" + l.by.account, ActorName: "Lý Văn Dũng", Verb: string(thidua.ReportProgress),
			Object: "target:" + l.by.target, ObjectName: "Ban hành kế hoạch", From: "192.0.2.1",
			After: thidua.Progress{Target: l.by.target, On: "2025-03-04", Value: 1_00, Text: "Đã ban hành", ByName: "Lý Văn Dũng"}}
		return l.db.Write(ctx, &a, body)
	})
}

// unloggedEntry is the same form without an event.
func (l *measuredLog) unloggedEntry(ctx context.Context) error {
	return l.enter(ctx, func(ctx context.Context, body func(*store.Tx) error) error { return l.db.WriteUpkeep(ctx, body) })
}

// measureEntries lets fifty send forms at once, without the log and with it, in turn.
func (l *measuredLog) measureEntries(ctx context.Context, rounds int) (t table, err error) {
	t.head = []string{"Fifty forms", "without log a s", "with log a s", "kept %"}
	const turns = 5
	var plain, logged, kept []float64
	for range turns {
		p, err := throughput(ctx, rounds*20, l.unloggedEntry)
		if err != nil {
			return t, err
		}
		stop := l.sequencing(ctx)
		w, err := throughput(ctx, rounds*20, l.loggedEntry)
		if err = errors.Join(err, stop()); err != nil {
			return t, err
		}
		plain, logged, kept = append(plain, p), append(logged, w), append(kept, 100*w/p)
	}
	t.add(l.engine, rounded(middle(plain)), rounded(middle(logged)), rounded(middle(kept)))
	return t, nil
}
