package app

import (
	"context"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// FoundAgency makes an agency of the installation, for who stands at the machine itself; names that are left empty are filled in later.
func (a *App) FoundAgency(ctx context.Context, founder thidua.Actor, agency thidua.Agency) (thidua.Agency, error) {
	if agency.Name == "" {
		return agency, thidua.Faults{{Field: "agency", Code: thidua.CodeNameMissing}}.Err()
	}
	agency.ID, agency.Version = store.NewID(), 1
	founder.Tenant = agency.ID
	d := deed{verb: thidua.AgencyFounded, object: "agency:" + agency.ID, name: agency.Name, after: agency}
	return agency, a.write(ctx, founder, d, func(tx *store.Tx, _ *deed) error { return tx.InsertAgency(agency) })
}

// Agencies lists the agencies of the installation.
func (a *App) Agencies(ctx context.Context) (all []thidua.Agency, err error) {
	err = a.db.Read(ctx, "", func(tx *store.Tx) error {
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
func (a *App) Agency(ctx context.Context, actor thidua.Actor) (agency thidua.Agency, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		agency, err = tx.Agency()
		return err
	})
	return agency, err
}

// SaveAgency saves the names at the head of papers, of the given version; whether the roll of honour is public is set elsewhere.
func (a *App) SaveAgency(ctx context.Context, actor thidua.Actor, agency thidua.Agency) error {
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	if err := checkAgency(agency); err != nil {
		return err
	}
	d := deed{verb: thidua.AgencySaved, object: "agency:" + actor.Tenant, name: agency.Name}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		before, err := tx.Agency()
		if err != nil {
			return err
		}
		agency.ID, agency.Public, agency.Sample = before.ID, before.Public, before.Sample
		d.before, d.after = before, agency
		return tx.UpdateAgency(agency)
	})
}

// Holidays lists the days of a year that differ from an ordinary week.
func (a *App) Holidays(ctx context.Context, actor thidua.Actor, year int) (days []thidua.Holiday, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		days, err = tx.Holidays(year)
		return err
	})
	return days, err
}

// SaveHoliday adds a day to the table of holidays or replaces it.
func (a *App) SaveHoliday(ctx context.Context, actor thidua.Actor, h thidua.Holiday) error {
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	if err := h.Check(); err != nil {
		return err
	}
	d := deed{verb: thidua.HolidaySaved, object: "holiday:" + string(h.Day), name: vi.Date(h.Day), after: h}
	return a.write(ctx, actor, d, func(tx *store.Tx, _ *deed) error { return tx.SaveDay(h.Day, h.DayKind) })
}

// RemoveHoliday makes a day an ordinary one again.
func (a *App) RemoveHoliday(ctx context.Context, actor thidua.Actor, day thidua.Date) error {
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	d := deed{verb: thidua.HolidaySaved, object: "holiday:" + string(day), name: vi.Date(day)}
	return a.write(ctx, actor, d, func(tx *store.Tx, _ *deed) error { return tx.RemoveHoliday(day) })
}

// Councils lists the councils with their members, the latest first.
func (a *App) Councils(ctx context.Context, actor thidua.Actor) (all []thidua.Council, err error) {
	if err := may(actor, append(keepers, CouncilReaders...)...); err != nil {
		return nil, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		all, err = tx.Councils()
		return err
	})
	return all, err
}

// Council reads one council with its members.
func (a *App) Council(ctx context.Context, actor thidua.Actor, id string) (c thidua.Council, err error) {
	if err := may(actor, append(keepers, CouncilReaders...)...); err != nil {
		return c, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		c, err = tx.Council(id)
		return err
	})
	return c, err
}

// SaveCouncil adds a council (empty ID) or saves one of the given version, with its decision, its rules and its members in order.
func (a *App) SaveCouncil(ctx context.Context, actor thidua.Actor, c thidua.Council) (thidua.Council, error) {
	if err := may(actor, keepers...); err != nil {
		return c, err
	}
	if err := c.Check(); err != nil {
		return c, err
	}
	added := c.ID == ""
	d := deed{verb: thidua.CouncilSaved, name: c.Name}
	if added {
		d.verb, c.ID = thidua.CouncilAdded, store.NewID()
	}
	d.object, d.after = "council:"+c.ID, c
	err := a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		for _, m := range c.Members {
			if err := knownMember(tx, m.Person); err != nil {
				return err
			}
		}
		if added {
			return tx.InsertCouncil(c)
		}
		before, err := tx.Council(c.ID)
		if err != nil {
			return err
		}
		d.before = before
		return tx.UpdateCouncil(c)
	})
	return c, err
}

func knownMember(tx *store.Tx, person string) error {
	_, err := tx.Person(person)
	if thidua.KindOf(err) == thidua.NotFound {
		return thidua.Faults{{Field: "members", Code: thidua.CodePersonUnknown}}.Err()
	}
	return err
}

// NoteStart writes into the log of every agency that the server started, and whether sessions travel unprotected (plain HTTP).
func (a *App) NoteStart(ctx context.Context, operator thidua.Actor, plain bool) error {
	all, err := a.Agencies(ctx)
	if err != nil {
		return err
	}
	for _, g := range all {
		operator.Tenant = g.ID
		d := deed{verb: thidua.ServerStarted, object: "agency:" + g.ID, name: g.Name}
		if plain {
			d.reason = vi.PlainHTTP
		}
		if err := a.write(ctx, operator, d, func(*store.Tx, *deed) error { return nil }); err != nil {
			return err
		}
	}
	return nil
}
