package parcel_test

import (
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app/parcel"
	sealed "thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// TestNobodyWritesInAnotherAgency listens to every statement while a package goes up and its answer comes back: each write names the agency of who
// acts and no other.
func TestNobodyWritesInAnotherAgency(t *testing.T) {
	var acting string
	writes := 0
	h := openWith(t, func(c *store.Config) {
		c.Trace = func(query string, args []any) {
			verb, _, _ := strings.Cut(strings.TrimSpace(query), " ")
			if acting == "" || !slices.Contains([]string{"INSERT", "UPDATE", "DELETE"}, verb) {
				return
			}
			if writes++; len(args) == 0 || args[0] != acting {
				t.Errorf("%s acts, and %s names %v first", acting, query, args)
			}
		}
	})
	h.sendable()
	as := func(actor thidua.Actor, do func() error) {
		acting = actor.Tenant
		h.must(do())
		acting = ""
	}
	var sent thidua.Parcel
	as(h.office, func() error { _, sent = h.submit("2025-01-18"); return nil })
	as(h.home, func() error { _, err := h.Receive(bg, h.home, sent.ID); return err })
	var answer thidua.Parcel
	as(h.home, func() error { answer = h.reply(sent.ID, sealed.Answer{Kind: thidua.AnswerReceived}); return nil })
	as(h.office, func() error { _, err := h.Receive(bg, h.office, answer.ID); return err })
	admin := h.office
	admin.Roles = []thidua.Role{thidua.RoleAdmin}
	as(h.office, func() error {
		return h.ChangePartner(bg, admin, parcel.PartnerForm{Partner: thidua.Partner{ID: h.home.Tenant, Block: "sở, ngành"}})
	})
	if writes < 12 {
		t.Errorf("only %d writes were heard", writes)
	}
}
