package testkit

import (
	"context"
	"testing"

	"thidua"
	"thidua/internal/store"
)

// Province is one of the provinces of an installation, with its three agencies: one that runs movements, its Sở Nội vụ and its UBND tỉnh.
type Province struct {
	*Season
	HomeAffairs string // ids of agencies
	Decider     string
}

// FillProvinces makes two provinces in an open database, in rows and not in played seasons; the agencies that run movements have the given ids.
func FillProvinces(t testing.TB, db *store.DB, first, second string) (a, b Province) {
	t.Helper()
	return fillProvince(t, db, first), fillProvince(t, db, second)
}

func fillProvince(t testing.TB, db *store.DB, tenant string) Province {
	t.Helper()
	p := Province{Season: FillSeason(t, db, tenant), HomeAffairs: tenant + "-so-noi-vu", Decider: tenant + "-ubnd"}
	for id, kind := range map[string]thidua.AgencyKind{p.HomeAffairs: thidua.AgencyHomeAffairs, p.Decider: thidua.AgencyProvince} {
		act := &store.Act{Tenant: id, Actor: "account:cai-dat", ActorName: "Cài đặt", Verb: "mo-mua", Object: "agency:" + id}
		a := thidua.Agency{ID: id, Name: "UBND tỉnh (" + tenant + ")", Kind: kind, Sample: true}
		if kind == thidua.AgencyHomeAffairs {
			a.Name, a.Parent = "Sở Nội vụ ("+tenant+")", a.Name
		}
		err := db.Write(context.Background(), act, func(tx *store.Tx) error { return tx.InsertAgency(a) })
		if err != nil {
			t.Fatalf("fill the province: %v", err)
		}
	}
	return p
}
