package thidua

import (
	"slices"
	"testing"
)

// relations are the facts that keep a case from its own people, whatever roles they hold.
var relations = []Fact{NotOwnCase, ReviewerOwn, MayReview, NobodyAbove}

// decided are the machines whose objects may be the case of the very person who moves them.
var decided = []Machine{RegistrationFlow, EvidenceFlow, ScoreSheetFlow, NomineeFlow, InitiativeFlow, PublicityFlow, ExemplarFlow, AppraisalFlow}

// undecided are the acts that need no such fact, with the reason; an act that is not here needs one.
var undecided = map[string][]Action{
	"the author writes, sends, answers or takes back": {Draft, Send, Withdraw, "lap-lai", "bo-sung", "bo-sung-tuyen-truyen", SelfScore, Explain, "nop-sang-kien", "dong-y-neu-guong", "ghi-lan-toa", "go-neu-guong"},
	"Văn phòng records what somebody else decided": {"ghi-nhan-phe-duyet", "ghi-nhan-da-gui", "ghi-nhan-xac-nhan", "ghi-nhan-cong-bo", "ghi-nhan-da-cong-nhan", "duoc-khen",
		"khong-khen", "trao-tang", "thu-hoi", "ket-qua-duoc-tang", "ket-qua-khong-khen"},
	"the list as a whole; the leader's own case is approved apart and printed": {ApproveList, "cong-bo", "trinh-ho-so", "dua-vao-ho-so", "dua-ra-khoi-ho-so"},
	"counted from the votes, in which nobody votes on the own case":            {"thong-qua", "khong-thong-qua"},
	"decides nothing: takes in, holds, gives back, opens again":                {"de-nghi-bo-sung", "tam-dung", "go-tam-dung", "tiep-nhan-ho-so", "tra-lai-ho-so", "nhan-bo-sung", "tham-dinh-lai"},
}

// TestCase09EveryDecisionAsksForTheOwnCase goes through every row by which somebody else than the author moves a case: it asks whose case it is, or the act
// decides nothing. The registration of a unit is reviewed by Văn phòng, its own too (decision 8: overlaps are shown).
func TestCase09EveryDecisionAsksForTheOwnCase(t *testing.T) {
	asked := 0
	for _, m := range decided {
		for _, r := range m.Rules {
			if slices.ContainsFunc(r.Needs, func(f Fact) bool { return slices.Contains(relations, f) }) {
				asked++
				continue
			}
			if r.By != RoleStaff && !decidesNothing(r.Do) && !slices.Contains(r.Needs, OfUnit) {
				t.Errorf("%s: %s by %s from %s asks nobody whose case it is", m.Name, r.Do, r.By, r.From)
			}
		}
	}
	if asked < 30 {
		t.Errorf("only %d rows ask", asked)
	}
}

func decidesNothing(do Action) bool {
	for _, acts := range undecided {
		if slices.Contains(acts, do) {
			return true
		}
	}
	return false
}

// TestCase09NobodyDecidesAboutHimself takes everybody who may stand near a case (its own person with every role, his deputy, who deputises for the deputy's
// case) through every row that asks: none passes. A stranger with the role does.
func TestCase09NobodyDecidesAboutHimself(t *testing.T) {
	all := slices.Concat(Roles, []Role{RoleReviewer})
	me := Actor{Account: "a", Person: "p", Roles: all, Heads: []string{"u"}}
	near := map[string]Actor{
		"the person with every role": me,
		"whom the person deputised":  Actor{Account: "b", Person: "q"}.Behind(Deputy{ID: "d", From: "p", Post: RoleHead, Unit: "u"}),
		"the person as a deputy":     me.Behind(Deputy{ID: "d", From: "r", Post: RoleHead, Unit: "u"}),
		"the person for the leader":  me.Behind(Deputy{ID: "d", From: "r", Post: RoleLeader}),
	}
	stranger := Actor{Account: "c", Person: "s", Roles: all, Heads: []string{"u"}}
	cases := []struct {
		machine Machine
		facts   func(Actor) Facts
	}{
		{InitiativeFlow, Initiative{Unit: "u", Authors: []Author{{Person: "p", Share: WholeShare}}}.Facts},
		{PublicityFlow, PublicityItem{Unit: "u", AddedBy: "p"}.Facts},
		{ExemplarFlow, Exemplar{Subject: Subject{Kind: Individual, Person: "p", Unit: "u"}}.Facts},
	}
	passed := 0
	for _, c := range cases {
		for _, r := range c.machine.Rules {
			if !slices.Contains(r.Needs, NotOwnCase) {
				continue
			}
			for who, a := range near {
				if _, err := c.machine.Next(r.From, r.Do, a.For("u", "p"), c.facts(a), "lý do"); err == nil && r.By != RoleStaff {
					t.Errorf("%s: %s passes %s", c.machine.Name, who, r.Do)
				}
			}
			if c.facts(stranger)[NotOwnCase] {
				passed++
			}
		}
	}
	if passed < 15 {
		t.Errorf("only %d rows tried", passed)
	}
}

// TestCase09ADeputyHasThePostAlone: neither his own roles, nor other units than that of the post.
func TestCase09ADeputyHasThePostAlone(t *testing.T) {
	me := Actor{Person: "p", Roles: []Role{RoleStaff, RoleOffice, RoleCouncil, RoleHead}, Heads: []string{"mine"}, LeadsOffice: true}
	got := me.Behind(Deputy{ID: "d", From: "q", Post: RoleHead, Unit: "theirs"})
	if !slices.Equal(got.Roles, []Role{RoleHead}) || got.Leads("mine") || !got.Leads("theirs") || got.LeadsOffice || !got.Own("p") || !got.Own("q") || got.Own("") {
		t.Errorf("behind a head: %+v", got)
	}
	if got := me.Behind(Deputy{ID: "d", From: "q", Post: RoleLeader}); !slices.Equal(got.Roles, []Role{RoleLeader}) || len(got.Heads) > 0 {
		t.Errorf("behind a leader: %+v", got)
	}
	if d := (Deputy{Begin: "2025-01-01", End: "2025-01-31"}); !d.On("2025-01-31") || d.On("2025-02-01") || d.On("2024-12-31") {
		t.Error("the days of a deputising are its first to its last")
	}
}
