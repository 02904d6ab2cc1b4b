package parcel

import (
	"context"
	"regexp"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// The faults of a partner, at the fields "name", "kind", "card" and "spoken".
const (
	CodeCardWrong    thidua.Code = "partner.card"
	CodeCardOwn      thidua.Code = "partner.own"
	CodeKindMissing  thidua.Code = "partner.kind"
	CodeSpokenDiffer thidua.Code = "partner.spoken"
	CodeKnownAlready thidua.Code = "partner.known"
)

// Card is what an agency gives its partners: its name among packages with the key of its installation, as one line, and the fingerprint to be
// compared by telephone.
type Card struct{ Line, Fingerprint string }

// Card gives the actor's agency's own; Conflict when the program has no key.
func (p *Post) Card(actor thidua.Actor) (Card, error) {
	if p.App.Seal() == nil {
		return Card{}, thidua.Refuse(thidua.Conflict, thidua.CodeParcelUnsealed)
	}
	key := p.App.Seal().Public()
	return Card{actor.Tenant + ":" + key.String(), key.Fingerprint()}, nil
}

// PartnerForm is a partner as it was typed: the line that it gave, and the fingerprint that it read aloud.
type PartnerForm struct {
	thidua.Partner
	Line, Spoken string
	Reason       string // why the key is another one, or why the exchange ended
}

// named is how an agency may be named in packages.
var named = regexp.MustCompile(`^[A-Za-z0-9-]{1,64}$`)

// key reads the line; it stands at its field when it is none, and the fingerprint at the other.
func (f PartnerForm) key(faults *thidua.Faults) (id string, key parcel.Public) {
	id, text, found := strings.Cut(strings.Join(strings.Fields(f.Line), ""), ":")
	key, err := parcel.ParsePublic(text)
	if !found || !named.MatchString(id) || err != nil {
		faults.Add("card", CodeCardWrong)
		return id, nil
	}
	squeeze := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), "")) }
	if squeeze(f.Spoken) != squeeze(key.Fingerprint()) {
		faults.Add("spoken", CodeSpokenDiffer)
	}
	return id, key
}

func (f PartnerForm) check(faults *thidua.Faults) {
	if f.Name == "" {
		faults.Add("name", thidua.CodeNameMissing)
	}
	if vi.AgencyKind(f.Kind) == "" {
		faults.Add("kind", CodeKindMissing)
	}
}

// AddPartner enters an agency elsewhere with its key: the administrator, after the fingerprint was read aloud.
func (p *Post) AddPartner(ctx context.Context, actor thidua.Actor, f PartnerForm) (kept thidua.Partner, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return kept, err
	}
	var faults thidua.Faults
	f.Name, f.Block = strings.TrimSpace(f.Name), strings.TrimSpace(f.Block)
	f.check(&faults)
	id, key := f.key(&faults)
	if faults != nil {
		return kept, faults.Err()
	}
	kept = thidua.Partner{ID: id, Name: f.Name, Kind: f.Kind, Block: f.Block, Key: key.String(), Version: 1}
	deed := act.Deed{Verb: thidua.AddPartner, Object: "partner:" + id, Name: f.Name, After: kept}
	err = p.data.Write(ctx, actor, deed, func(tx *store.Tx, _ *act.Deed) error {
		if id == tx.Tenant {
			return thidua.Faults{{Field: "card", Code: CodeCardOwn}}.Err()
		}
		known, err := partnerNamed(tx, id)
		if err == nil {
			return thidua.Faults{{Field: "card", Code: CodeKnownAlready, Args: []any{known.Name}}}.Err()
		}
		if thidua.KindOf(err) != thidua.NotFound {
			return err
		}
		return tx.InsertPartner(kept, vi.Fold(kept.Name), vi.SortKey(kept.Name))
	})
	return kept, err
}

// ChangePartner saves block and whether packages are exchanged, and of an agency elsewhere name, kind and, with the line of a new one, its key; a new
// key and an end need the reason.
func (p *Post) ChangePartner(ctx context.Context, actor thidua.Actor, f PartnerForm) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	f.Reason = strings.TrimSpace(f.Reason)
	deed := act.Deed{Verb: thidua.ChangePartner, Object: "partner:" + f.ID, Reason: f.Reason}
	return p.data.Write(ctx, actor, deed, func(tx *store.Tx, d *act.Deed) error {
		was, err := partnerNamed(tx, f.ID)
		if err != nil {
			return err
		}
		now, err := f.apply(was)
		if err != nil {
			return err
		}
		d.Name, d.Before, d.After = now.Name, was, now
		if was.Version == 0 {
			return tx.InsertPartner(now, vi.Fold(now.Name), vi.SortKey(now.Name))
		}
		return tx.UpdatePartner(now, vi.Fold(now.Name), vi.SortKey(now.Name))
	})
}

func (f PartnerForm) apply(was thidua.Partner) (now thidua.Partner, err error) {
	var faults thidua.Faults
	now = was
	now.Block, now.Ended, now.Version = strings.TrimSpace(f.Block), f.Ended, f.Version
	if !was.Inside {
		f.Name = strings.TrimSpace(f.Name)
		f.check(&faults)
		now.Name, now.Kind = f.Name, f.Kind
		if f.Line != "" {
			id, key := f.key(&faults)
			if key != nil && id != was.ID {
				faults.Add("card", CodeCardWrong)
			}
			now.Key = key.String()
		}
	}
	if (now.Key != was.Key || now.Ended && !was.Ended) && f.Reason == "" {
		faults.Add("reason", thidua.CodeReasonMissing)
	}
	return now, faults.Err()
}
