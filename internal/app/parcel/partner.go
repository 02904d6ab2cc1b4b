package parcel

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// Partners lists with whom packages are exchanged: the other agencies of the installation, which are known by themselves, and those that were
// entered, in the order of their names.
func (p *Post) Partners(ctx context.Context, actor thidua.Actor) (all []thidua.Partner, err error) {
	if err := act.May(actor, slices.Concat(thidua.RolesFor(thidua.MayReadPartner), readers)...); err != nil {
		return nil, err
	}
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err = partners(tx)
		return err
	})
	return all, err
}

func partners(tx *store.Tx) ([]thidua.Partner, error) {
	all, err := tx.Partners()
	if err != nil {
		return nil, err
	}
	inside, err := tx.Agencies()
	for _, a := range inside {
		at := slices.IndexFunc(all, func(p thidua.Partner) bool { return p.ID == a.ID })
		switch {
		case a.ID == tx.Tenant:
		case at < 0:
			all = append(all, thidua.Partner{ID: a.ID, Name: a.Name, Kind: a.Kind, Inside: true})
		default:
			all[at].Name, all[at].Kind, all[at].Inside = a.Name, a.Kind, true
		}
	}
	return all, err
}

// recipient finds for whom a package is sealed; Conflict when nothing is exchanged with it any more.
func recipient(tx *store.Tx, id string) (thidua.Partner, error) {
	p, err := partnerNamed(tx, id)
	if err == nil && p.Ended {
		err = thidua.Refuse(thidua.Conflict, thidua.CodePartnerEnded, p.Name)
	}
	return p, err
}

func partnerNamed(tx *store.Tx, id string) (thidua.Partner, error) {
	all, err := partners(tx)
	for _, p := range all {
		if p.ID == id {
			return p, nil
		}
	}
	if err == nil {
		err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	return thidua.Partner{}, err
}

// keysOf gives the public keys by which packages of an agency are known: the installation's own for an agency of it, else the one that was entered.
func (p *Post) keysOf(tx *store.Tx, agency string) ([]string, error) {
	of, err := partnerNamed(tx, agency)
	switch {
	case thidua.KindOf(err) == thidua.NotFound || of.Ended:
		return nil, nil
	case err != nil:
		return nil, err
	case of.Inside && p.App.Seal() != nil:
		return []string{p.App.Seal().Public().String()}, nil
	case of.Inside:
		return nil, nil
	}
	return []string{of.Key}, nil
}

// Partner reads one partner for the administrator.
func (p *Post) Partner(ctx context.Context, actor thidua.Actor, id string) (one thidua.Partner, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return one, err
	}
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error {
		one, err = partnerNamed(tx, id)
		return err
	})
	return one, err
}

// Fingerprint gives what is compared of the key of a partner elsewhere; empty where it has none.
func Fingerprint(p thidua.Partner) string {
	key, err := parcel.ParsePublic(p.Key)
	if err != nil {
		return ""
	}
	return key.Fingerprint()
}
