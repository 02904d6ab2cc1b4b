package agency

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// FoundAgency makes an agency of the installation, for who stands at the machine itself; names that are left empty are filled in later. It
// begins with the holidays of the program; a sample brings its own.
func (k *Keeper) FoundAgency(ctx context.Context, founder thidua.Actor, agency thidua.Agency) (thidua.Agency, error) {
	if agency.Name == "" {
		return agency, thidua.Faults{{Field: "agency", Code: thidua.CodeNameMissing}}.Err()
	}
	if !slices.Contains(thidua.AgencyKinds, cmp.Or(agency.Kind, thidua.AgencyOrdinary)) {
		return agency, thidua.Faults{{Field: "kind", Code: thidua.CodeAgencyKind}}.Err()
	}
	agency.ID, agency.Version = store.NewID(), 1
	founder.Tenant = agency.ID
	d := act.Deed{Verb: thidua.AgencyFounded, Object: "agency:" + agency.ID, Name: agency.Name, After: agency}
	return agency, k.data.Write(ctx, founder, d, func(tx *store.Tx, _ *act.Deed) error { return found(tx, agency) })
}

func found(tx *store.Tx, agency thidua.Agency) error {
	if err := tx.InsertAgency(agency); err != nil || agency.Sample {
		return err
	}
	_, err := loadHolidays(tx, 0)
	return err
}

// CodeFounded is a beginning where there is an agency already.
const CodeFounded thidua.Code = "founding.done"

// FoundFirst adds the first agency of an installation with the account of its administrator, both or neither; Conflict when there is an agency
// already, also when two people begin at the same moment.
func (k *Keeper) FoundFirst(ctx context.Context, founder thidua.Actor, agency thidua.Agency, n NewAccount) error {
	if err := n.Check(); err != nil {
		return err
	}
	_, hash, err := firstPassword(ctx, auth.Profiles[0], n.UserName, n.Password)
	if err != nil {
		return err
	}
	agency.ID, agency.Version = store.NewID(), 1
	founder.Tenant = agency.ID
	d := act.Deed{Verb: thidua.AgencyFounded, Object: "agency:" + agency.ID, Name: agency.Name, After: struct {
		thidua.Agency
		Account string
		Roles   []thidua.Role
	}{agency, n.UserName, n.Roles}}
	return k.data.Write(ctx, founder, d, func(tx *store.Tx, _ *act.Deed) error {
		all, err := tx.Agencies()
		if err != nil {
			return err
		}
		if len(all) > 0 {
			return thidua.Refuse(thidua.Conflict, CodeFounded)
		}
		if err := found(tx, agency); err != nil {
			return err
		}
		return n.insert(tx, founder, store.NewID(), hash)
	})
}

// Agencies lists the agencies of the installation.
func (k *Keeper) Agencies(ctx context.Context) (all []thidua.Agency, err error) {
	err = k.data.DB.Read(ctx, "", func(tx *store.Tx) error {
		all, err = tx.Agencies()
		return err
	})
	return all, err
}

func checkAgency(agency thidua.Agency) error {
	var f thidua.Faults
	for _, c := range []struct{ field, value string }{
		{"name", agency.Name}, {"parent", agency.Parent}, {"place", agency.Place}, {"symbol", agency.Symbol}, {"leader", agency.LeaderTitle},
	} {
		if c.value == "" {
			f.Add(c.field, CodeBlank)
		}
	}
	return f.Err()
}

// CodeBlank is a field that must not be empty.
const CodeBlank thidua.Code = "blank"

// Agency reads the actor's agency.
func (k *Keeper) Agency(ctx context.Context, actor thidua.Actor) (agency thidua.Agency, err error) {
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		agency, err = tx.Agency()
		return err
	})
	return agency, err
}

// AgencyVersions lists what the agency was called, the latest first.
func (k *Keeper) AgencyVersions(ctx context.Context, actor thidua.Actor) (all []thidua.AgencyVersion, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return nil, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err = tx.AgencyVersions()
		slices.Reverse(all)
		return err
	})
	return all, err
}

// SaveAgency saves the names at the head of papers, of the given version; whether the roll of honour is public is set elsewhere.
func (k *Keeper) SaveAgency(ctx context.Context, actor thidua.Actor, agency thidua.Agency) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	if err := checkAgency(agency); err != nil {
		return err
	}
	d := act.Deed{Verb: thidua.AgencySaved, Object: "agency:" + actor.Tenant, Name: agency.Name}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		before, err := tx.Agency()
		if err != nil {
			return err
		}
		agency.ID, agency.Kind, agency.Sample = before.ID, before.Kind, before.Sample
		d.Before, d.After = before, agency
		return tx.UpdateAgency(agency)
	})
}

// NoteStart writes into the log of every agency that the server started, and whether sessions travel unprotected (plain HTTP); a clock that
// stands before the last event is told first.
func (k *Keeper) NoteStart(ctx context.Context, operator thidua.Actor, plain bool) error {
	back, err := k.clockBack(ctx)
	if err != nil {
		return err
	}
	if back > ClockLimit {
		err = k.NoteClock(ctx, operator, -back)
	}
	reason := ""
	if plain {
		reason = vi.PlainHTTP
	}
	return errors.Join(err, k.noteAll(ctx, operator, thidua.ServerStarted, reason))
}

// NoteStop writes into the log of every agency that the server is stopped.
func (k *Keeper) NoteStop(ctx context.Context, operator thidua.Actor) error {
	return k.noteAll(ctx, operator, thidua.ServerStopped, "")
}

// ClockLimit is how far the clock of the server may be set without a word in the log.
const ClockLimit = 5 * time.Second

// NoteClock writes into the log of every agency by how much the clock of the server was set, backwards when below zero.
func (k *Keeper) NoteClock(ctx context.Context, operator thidua.Actor, by time.Duration) error {
	return k.noteAll(ctx, operator, thidua.ClockJumped, vi.ClockSet(by))
}

// clockBack tells how far the clock stands before the newest event of the installation.
func (k *Keeper) clockBack(ctx context.Context) (back time.Duration, err error) {
	all, err := k.Agencies(ctx)
	for _, g := range all {
		err = errors.Join(err, k.data.DB.Read(ctx, g.ID, func(tx *store.Tx) error {
			last, err := tx.Events(store.EventFilter{Page: store.Page{Size: 1}})
			if err == nil && len(last) > 0 {
				back = max(back, last[0].At.Sub(tx.Wall))
			}
			return err
		}))
	}
	return back, err
}

// NoteRefused writes into the log that the actor was refused at an address of the program.
func (k *Keeper) NoteRefused(ctx context.Context, actor thidua.Actor, address string) error {
	return k.noteOne(ctx, actor, act.Deed{Verb: thidua.AccessRefused, Object: "account:" + actor.Account, Name: address})
}

// NoteTaken writes into the log that the actor took a file away, under which name and from which address.
func (k *Keeper) NoteTaken(ctx context.Context, actor thidua.Actor, file, address string) error {
	return k.noteOne(ctx, actor, act.Deed{Verb: thidua.FileTaken, Object: "file:" + address, Name: file})
}

func (k *Keeper) noteAll(ctx context.Context, operator thidua.Actor, verb thidua.Action, reason string) error {
	all, err := k.Agencies(ctx)
	for _, g := range all {
		operator.Tenant = g.ID
		err = errors.Join(err, k.noteOne(ctx, operator, act.Deed{Verb: verb, Object: "agency:" + g.ID, Name: g.Name, Reason: reason}))
	}
	return err
}

func (k *Keeper) noteOne(ctx context.Context, actor thidua.Actor, d act.Deed) error {
	return k.data.Write(ctx, actor, d, func(*store.Tx, *act.Deed) error { return nil })
}
