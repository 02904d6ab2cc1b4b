package province

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Enlist puts an agency into the list of those that send, or corrects its block; one of the installation keeps its own name. An agency from elsewhere is
// named with an id of its own and its public key.
func (b *Bureau) Enlist(ctx context.Context, actor thidua.Actor, p thidua.Partner) error {
	p.Name, p.Block = strings.TrimSpace(p.Name), strings.TrimSpace(p.Block)
	return b.write(ctx, actor, Appraisers, act.Deed{Verb: thidua.AddPartner, Object: "partner:" + p.ID}, func(tx *store.Tx, d *act.Deed) error {
		all, err := tx.Agencies()
		if err != nil {
			return err
		}
		if at := slices.IndexFunc(all, func(a thidua.Agency) bool { return a.ID == p.ID && a.ID != tx.Tenant }); at >= 0 {
			p.Name, p.Kind, p.Inside = all[at].Name, all[at].Kind, true
		}
		if p.Name == "" || p.ID == "" {
			return thidua.Faults{{Field: "agency", Code: thidua.CodeAgencyUnknown}}.Err()
		}
		d.Name, d.After = p.Name, p
		old, err := tx.Partner(p.ID)
		if thidua.KindOf(err) == thidua.NotFound {
			return tx.InsertPartner(p, vi.Fold(p.Name), vi.SortKey(p.Name))
		}
		if err != nil {
			return err
		}
		d.Verb, d.Before = thidua.ChangePartner, old
		p.Version, p.Key, p.Ended = old.Version, old.Key, old.Ended
		return tx.UpdatePartner(p, vi.Fold(p.Name), vi.SortKey(p.Name))
	})
}
