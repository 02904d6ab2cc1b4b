package province_test

import (
	"slices"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/province"
)

// TestFromPackageToResult goes the whole way: two dossiers, one returned for its minutes and sent again, a choice that is first over the number, the
// list, the decision of UBND tỉnh and the results back to both senders.
func TestFromPackageToResult(t *testing.T) {
	l := open(t)
	first, faulty := l.send(l.a, "", true), l.send(l.h, "", false)
	for _, p := range []thidua.Parcel{first, faulty} {
		l.must(l.Take(bg, l.home, p.ID))
		l.refused("a second time", l.Take(bg, l.home, p.ID), thidua.CodeParcelTwice)
	}
	l.tick(l.a)
	l.move(l.a, thidua.AcceptDossier)
	l.move(l.a, thidua.MarkEligible)
	l.giveBack(faulty)
	l.chooseWithin()
	list, err := l.MakeList(bg, l.home, "")
	l.must(err)
	if len(list.Lines) != 2 || list.Lines[0].Kind != thidua.Collective {
		t.Fatalf("list %+v", list.Lines)
	}
	l.clock.Add(31 * 24 * time.Hour)
	list.Number, list.Dated, list.Paper = "21/TTr-SNV", thidua.Date("2025-02-20"), l.keep(l.home)
	l.must(l.Raise(bg, l.home, list))
	if d := l.only(l.h); d.State != thidua.AppraisalRaised {
		t.Errorf("dossier of H is %s", d.State)
	}
	l.decideAt(list.ID)
}

// giveBack returns the dossier of H for its minutes, and takes the one that is sent again.
func (l *hall) giveBack(faulty thidua.Parcel) {
	l.t.Helper()
	d := l.only(l.h)
	l.tick(l.h)
	l.must(l.Move(bg, l.home, d.ID, province.Move{Do: thidua.AcceptDossier, Version: d.Version + 1}))
	d = l.only(l.h)
	l.refused("eligible without minutes", l.Move(bg, l.home, d.ID, province.Move{Do: thidua.MarkEligible, Version: d.Version}), thidua.CodeMissing)
	parts := slices.Clone(d.Parts)
	m := province.Move{Do: thidua.ReturnDossier, Version: d.Version, Reason: "Chưa có biên bản họp xét", Until: "2025-02-07", Parts: parts}
	l.refused("a return that names no part", l.Move(bg, l.home, d.ID, m), thidua.CodePartsAsked)
	for i := range parts {
		parts[i].Asked = parts[i].Paper == ""
	}
	l.must(l.Move(bg, l.home, d.ID, m))
	if got := l.answers(l.h); !slices.Equal(got, []thidua.Action{thidua.AnswerReceived, thidua.AnswerReturned}) {
		l.t.Errorf("H is told %v", got)
	}
	l.must(l.Take(bg, l.home, l.send(l.h, faulty.ID, true).ID))
	if d = l.only(l.h); d.State != thidua.AppraisalJudging || d.Times != 2 || len(d.Cases) != 2 {
		l.t.Errorf("after the resubmission: %s, sent %d times, %d cases", d.State, d.Times, len(d.Cases))
	}
	l.tick(l.h)
	l.move(l.h, thidua.MarkEligible)
}

// chooseWithin chooses both collectives under a number of one, then one, and gives reasons for the rest.
func (l *hall) chooseWithin() {
	l.t.Helper()
	q := thidua.Quota{Kind: thidua.Collective, Number: 1, Document: "Công văn số …/UBND-NC (mẫu)"}
	l.must(l.SaveQuota(bg, l.home, "", q))
	var all []province.Choice
	for _, kind := range []thidua.SubjectKind{thidua.Collective, thidua.Individual} {
		v, err := l.Compare(bg, l.home, "", kind, "", 0)
		l.must(err)
		for _, c := range v.Cases {
			all = append(all, province.Choice{Case: c.ID, Version: c.Version, Chosen: kind == thidua.Collective})
		}
	}
	l.refused("two of one", l.Choose(bg, l.home, "", all), thidua.CodeOverUnits)
	all[0].Chosen, all[2].Chosen = false, true
	l.must(l.Choose(bg, l.home, "", all))
	_, err := l.MakeList(bg, l.home, "")
	l.refused("no reason for the others", err, thidua.CodeNotChosenWhy)
	for i := range all {
		all[i].Note = "Đề nghị xem xét năm sau"
	}
	v, err := l.Compare(bg, l.home, "", thidua.Collective, "", 0)
	l.must(err)
	w, err := l.Compare(bg, l.home, "", thidua.Individual, "", 0)
	l.must(err)
	for i := range all {
		for _, c := range append(v.Cases, w.Cases...) {
			if c.ID == all[i].Case {
				all[i].Version = c.Version
			}
		}
	}
	l.must(l.Choose(bg, l.home, "", all))
}

// decideAt takes the list to UBND tỉnh, decides it and brings the results to the senders.
func (l *hall) decideAt(list string) {
	l.t.Helper()
	waiting, err := l.WaitingHere(bg, l.decide)
	l.must(err)
	if len(waiting) != 1 {
		l.t.Fatalf("%d packages wait at UBND tỉnh", len(waiting))
	}
	l.must(l.Take(bg, l.decide, waiting[0].ID))
	here, err := l.Lists(bg, l.decide)
	l.must(err)
	in := here[0]
	in.Decision, in.Decided, in.Signer, in.Scan = "312/QĐ-UBND", "2025-02-20", "Chủ tịch UBND tỉnh Lào Cai", l.keep(l.decide)
	in.Lines[0].Granted = true
	l.refused("a refusal without a reason", l.Decide(bg, l.decide, in), thidua.CodeWhyMissing)
	in.Lines[0].Gold, in.Lines[1].Reason = "01/2025", "Đã khen năm trước"
	l.must(l.Decide(bg, l.decide, in))
	back, err := l.post.Waiting(bg, l.home)
	l.must(err)
	l.must(l.Take(bg, l.home, back[len(back)-1].ID))
	done, err := l.List(bg, l.home, list)
	l.must(err)
	if done.State != thidua.ListDecided || done.Decision != "312/QĐ-UBND" || !done.Lines[0].Granted || done.Lines[1].Granted {
		l.t.Fatalf("the list at Sở Nội vụ: %+v", done)
	}
	l.must(l.AnswerSenders(bg, l.home, list, done.Version))
	for _, who := range []thidua.Actor{l.a, l.h} {
		got := l.answers(who)
		if got[len(got)-1] != thidua.AnswerDecided {
			l.t.Errorf("%s is told %v", who.Name, got)
		}
	}
}

// TestNobodyElseSeesOrWrites asks for a dossier from every other tenant and with every other role.
func TestNobodyElseSeesOrWrites(t *testing.T) {
	l := open(t)
	l.must(l.Take(bg, l.home, l.send(l.a, "", true).ID))
	d := l.only(l.a)
	stranger := l.home
	stranger.Tenant = l.decide.Tenant
	for what, who := range map[string]thidua.Actor{"sender": l.a, "UBND tỉnh": l.decide, "appraiser of another tenant": stranger} {
		if _, err := l.Dossier(bg, who, d.ID); thidua.KindOf(err) != thidua.NotFound && thidua.KindOf(err) != thidua.Forbidden {
			t.Errorf("%s reads the dossier: %v", what, err)
		}
		if err := l.Move(bg, who, d.ID, province.Move{Do: thidua.AcceptDossier, Version: d.Version}); err == nil {
			t.Errorf("%s accepts the dossier", what)
		}
	}
	l.refused("a package that is for somebody else", l.Take(bg, l.decide, l.send(l.h, "", true).ID), "not-found")
	if l.only(l.a).State != thidua.AppraisalWaiting {
		t.Error("the dossier moved")
	}
}
