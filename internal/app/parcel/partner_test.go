package parcel_test

import (
	"errors"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app/parcel"
	sealed "thidua/internal/pack/parcel"
)

func faults(err error) string {
	var refusal *thidua.Error
	var out []string
	if errors.As(err, &refusal) {
		for _, f := range refusal.Faults {
			out = append(out, f.Field+" "+string(f.Code))
		}
	}
	return strings.Join(out, ", ")
}

func TestPartnersAreKnownOrEntered(t *testing.T) {
	h, away := open(t), open(t)
	admin := h.office
	admin.Roles = []thidua.Role{thidua.RoleAdmin}
	all, err := h.Partners(bg, admin)
	if h.must(err); len(all) != 2 || !all[0].Inside || all[0].ID == h.Tenant {
		t.Errorf("the agencies of the installation are %+v", all)
	}
	card, err := away.Card(thidua.Actor{Tenant: "xa"})
	h.must(err)
	form := parcel.PartnerForm{Partner: thidua.Partner{Name: " UBND xã Cốc San ", Kind: thidua.AgencyOrdinary, Block: "xã, phường"}, Line: card.Line,
		Spoken: strings.ToUpper(card.Fingerprint)}
	if _, err := h.AddPartner(bg, h.Actor("Lý Văn Dũng"), form); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("anybody enters a partner: %v", err)
	}
	for want, change := range map[string]func(*parcel.PartnerForm){
		"name org.name-missing": func(f *parcel.PartnerForm) { f.Name = " " },
		"kind partner.kind":     func(f *parcel.PartnerForm) { f.Kind = "x" },
		"card partner.card":     func(f *parcel.PartnerForm) { f.Line = strings.TrimSuffix(f.Line, "=") },
		"spoken partner.spoken": func(f *parcel.PartnerForm) { f.Spoken = sealed.NewKey().Public().Fingerprint() },
		"card partner.own":      func(f *parcel.PartnerForm) { f.Line = h.Tenant + f.Line[2:] },
		"card partner.known":    func(f *parcel.PartnerForm) { f.Line = h.home.Tenant + f.Line[2:] },
	} {
		wrong := form
		change(&wrong)
		if _, err := h.AddPartner(bg, admin, wrong); faults(err) != want {
			t.Errorf("%q, want %q", faults(err), want)
		}
	}
	kept, err := h.AddPartner(bg, admin, form)
	if h.must(err); kept.Name != "UBND xã Cốc San" || kept.ID != "xa" || card.Line != "xa:"+kept.Key {
		t.Errorf("kept %+v", kept)
	}
	renewed := form
	renewed.Partner, renewed.ID = kept, kept.ID
	key := sealed.NewKey().Public()
	renewed.Line, renewed.Spoken = "xa:"+key.String(), key.Fingerprint()
	if got := faults(h.ChangePartner(bg, admin, renewed)); got != "reason "+string(thidua.CodeReasonMissing) {
		t.Errorf("a key without a reason: %q", got)
	}
	renewed.Reason = "đối tác cài lại máy chủ"
	h.must(h.ChangePartner(bg, admin, renewed))
	all, err = h.Partners(bg, admin)
	h.must(err)
	for _, p := range all {
		if p.ID == "xa" && p.Key != key.String() {
			t.Errorf("the key is %s", p.Key)
		}
	}
	h.must(h.ChangePartner(bg, admin, parcel.PartnerForm{Partner: thidua.Partner{ID: h.home.Tenant, Block: "sở, ngành", Ended: true}, Reason: "sáp nhập"}))
	_, err = h.Seal(bg, h.office, outgoing(h.home.Tenant))
	want(t, "to somebody with whom nothing is exchanged", err, thidua.CodePartnerEnded)
}
