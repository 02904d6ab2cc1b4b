package parcel_test

import (
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/parcel"
	sealed "thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// TestRegistrationsGoUpAndAreConfirmed sends the registrations of a year and takes their confirmation in.
func TestRegistrationsGoUpAndAreConfirmed(t *testing.T) {
	h := open(t)
	r, err := h.App.SaveRegistration(bg, h.Actor("Lý Văn Dũng"), thidua.Registration{Round: h.Rounds[2025].ID, Subject: h.Subject("NV2"),
		Award: h.Definition.Awards[0].ID, Targets: h.EightTargets()})
	h.must(err)
	h.write(h.Tenant, func(tx *store.Tx) error { r.State = thidua.RegistrationApproved; return tx.UpdateRegistration(r) })
	s, err := h.App.RecordSentUp(bg, h.office, thidua.Submission{Round: r.Round, What: thidua.SentRegistrations, Number: "07/TT-VP", Dated: "2025-01-16", SentOn: "2025-01-17"})
	h.must(err)
	_, err = h.Send(bg, h.office, s.ID, "")
	if faults(err) != "to "+string(parcel.CodeNoReceiver) {
		t.Errorf("to nobody: %v", err)
	}
	_, err = h.Send(bg, h.home, s.ID, h.Tenant)
	if thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("another agency sends it: %v", err)
	}
	sent, err := h.Send(bg, h.office, s.ID, h.home.Tenant)
	h.must(err)
	_, err = h.Receive(bg, h.home, sent.ID)
	h.must(err)
	opened, _, err := h.Package(bg, h.home, sent.ID)
	h.must(err)
	if n := len(opened.Data.Registrations); n != 1 || opened.Kind != thidua.ParcelRegistrations || opened.Year != 2025 || len(opened.Data.Papers) != 1 {
		t.Fatalf("%d registrations in %+v", n, opened.Manifest)
	}
	if one := opened.Data.Registrations[0]; one.Subject.Name != "Phòng Nghiệp vụ 2" || len(one.Targets) != 8 || one.Targets[0].Criterion == "" || one.Award != "Bằng khen" {
		t.Errorf("the registration is %+v", one)
	}
	h.take(h.reply(sent.ID, sealed.Answer{Kind: thidua.AnswerConfirmed, Number: "90/SNV-TĐKT", Dated: "2025-01-17"}))
	var view app.RegistrationView
	if view, err = h.App.UnitRegistration(bg, h.office, r.Round, r.Subject.Unit); err != nil || view.Registration.State != thidua.RegistrationConfirmed {
		t.Errorf("after the confirmation it is %s, %v", view.Registration.State, err)
	}
}
