package opinion

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// visit is a link that holds, the leader whom it is for, and whether this device has opened it.
type visit struct {
	link   thidua.LeaderLink
	leader thidua.Actor
	option thidua.LinkOption
	open   bool // the device may read now
	known  bool // the link was opened on the device before
}

// absent is the answer to everything that is no link, or no longer one: a guess, a link that has ended or was withdrawn, that of somebody who
// leads no more.
func absent() error { return thidua.Refuse(thidua.NotFound, store.CodeNotFound) }

// find looks a link up by its secret, as a session is found by its token.
func (d *Desk) find(ctx context.Context, secret, device string) (v visit, err error) {
	var tenant, id string
	err = d.data.DB.Read(ctx, "", func(tx *store.Tx) error {
		tenant, id, err = tx.LinkAgency(auth.HashToken(secret))
		return err
	})
	if err != nil {
		return v, err
	}
	err = d.data.DB.Read(ctx, tenant, func(tx *store.Tx) error {
		v = visit{}
		if v.link, err = tx.LeaderLink(id); err != nil {
			return err
		}
		staff, err := tx.Staff(store.StaffFilter{On: act.Today(tx), Person: v.link.Leader}, store.Page{Size: 1})
		if err != nil {
			return err
		}
		if !v.link.Holds(act.Today(tx)) || len(staff) == 0 || staff[0].Rank != thidua.RankLeader {
			return absent()
		}
		v.leader = thidua.Actor{Tenant: tenant, Account: "lien-ket/" + id, Person: staff[0].ID, Name: staff[0].Name, Post: staff[0].Post, Unit: staff[0].Unit,
			Roles: []thidua.Role{thidua.RoleLeader}}
		if v.option, err = tx.LinkOption(); err != nil {
			return err
		}
		devices, err := tx.LinkDevices(id)
		at := slices.IndexFunc(devices, func(one thidua.LinkDevice) bool { return device != "" && one.Hash == auth.HashToken(device) })
		v.known = at >= 0
		v.open = v.known && devices[at].Open(tx.Now)
		return err
	})
	return v, err
}

// Open opens a link on a device and gives the device's secret, a new one for a device that has none. It stands in the log; Conflict when the link
// was opened on as many devices as it may.
func (d *Desk) Open(ctx context.Context, secret, device string) (string, error) {
	v, err := d.find(ctx, secret, device)
	if err != nil {
		return "", err
	}
	if !v.known {
		if v.link.Devices >= thidua.LinkDevices {
			return "", thidua.Refuse(thidua.Conflict, thidua.CodeLinkDevices, thidua.LinkDevices)
		}
		if device == "" {
			device, _ = auth.NewToken()
		}
	}
	deed := act.Deed{Verb: thidua.OpenLink, Object: object(v.link.ID), Name: v.link.LeaderName}
	err = d.data.Write(ctx, v.leader, deed, func(tx *store.Tx, _ *act.Deed) error {
		now, err := tx.LinkDevices(v.link.ID)
		if err != nil {
			return err
		}
		if !v.known && len(now) >= thidua.LinkDevices {
			return thidua.Refuse(thidua.Conflict, thidua.CodeLinkDevices, thidua.LinkDevices)
		}
		return tx.OpenLink(v.link.ID, auth.HashToken(device))
	})
	return device, err
}
