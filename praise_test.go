package thidua

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSharesOfAuthorsAreTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "authors")
		left := WholeShare
		var authors []Author
		for i := range n {
			share := left
			if i < n-1 {
				share = Quantity(rapid.IntRange(1, int(left)-(n-1-i)).Draw(t, "share"))
			}
			left -= share
			authors = append(authors, Author{Person: string(rune('a' + i)), Share: share})
		}
		if err := CheckShares(authors); err != nil {
			t.Fatalf("shares that are the whole are refused: %v of %+v", err, authors)
		}
		at := rapid.IntRange(0, n-1).Draw(t, "at")
		by := Quantity(rapid.IntRange(1, 500).Draw(t, "by"))
		authors[at].Share += by
		if CheckShares(authors) == nil {
			t.Fatalf("shares above the whole are taken: %+v", authors)
		}
		authors[at].Share -= 2 * by
		if CheckShares(authors) == nil {
			t.Fatalf("shares below the whole are taken: %+v", authors)
		}
	})
	if CheckShares([]Author{{Person: "a", Share: 5000}, {Person: "a", Share: 5000}}) == nil || CheckShares(nil) == nil ||
		CheckShares([]Author{{Share: WholeShare}}) == nil {
		t.Error("an author twice, no author or a nameless one is taken")
	}
}

func TestNobodyJudgesTheOwnInitiative(t *testing.T) {
	i := Initiative{Unit: "vp", State: InitiativeDraft, Authors: []Author{{Person: "ha", Share: WholeShare}}}
	ha := Actor{Person: "ha", Unit: "vp", Roles: []Role{RoleStaff, RoleOffice, RoleSecretary, RoleLeader}}
	other := Actor{Person: "bao", Unit: "vp", Roles: []Role{RoleStaff, RoleOffice, RoleSecretary, RoleLeader}}
	i.Meeting, i.Decision, i.On = InitiativeMeeting{Number: "1", On: "2025-01-10", Result: "Đạt"}, "5/QĐ", "2025-01-11"
	for _, c := range []struct {
		from State
		do   Action
	}{{InitiativeSubmitted, CheckForm}, {InitiativeFormal, BeginAssessment}, {InitiativeFormal, AskMore}, {InitiativeAssessed, RecordMeeting}, {InitiativeMet, RecogniseWork},
		{InitiativeMet, RefuseRecognition}} {
		if _, err := InitiativeFlow.Next(c.from, c.do, i.RolesOn(ha), i.Facts(ha), "lý do"); KindOf(err) != Invalid {
			t.Errorf("%s of the own initiative: %v", c.do, err)
		}
		if _, err := InitiativeFlow.Next(c.from, c.do, i.RolesOn(other), i.Facts(other), "lý do"); err != nil {
			t.Errorf("%s by another: %v", c.do, err)
		}
	}
	i.Decision = ""
	if _, err := InitiativeFlow.Next(InitiativeMet, RecogniseWork, i.RolesOn(other), i.Facts(other), ""); KindOf(err) != Invalid {
		t.Errorf("recognised without a decision: %v", err)
	}
}

func TestAnInitiativeServesOnce(t *testing.T) {
	test := Standard{Test: Test{When: WhenAll, Parts: []Test{{When: WhenEvaluation}, {When: WhenInitiative}}}}
	r := Record{Evaluation: &EvaluationResult{Class: ClassGood, Decision: "9/QĐ"}}
	fresh := Initiative{Recognised: true, Decision: "5/QĐ", On: "2025-01-11"}
	used := fresh
	used.UsedBy = []InitiativeUse{{Year: 2024, Subject: Subject{Name: "Phạm Mai Anh"}}}
	if r.Initiatives = []Initiative{used}; test.Judge(r).Verdict != VerdictConsider || test.Judge(r).Code != FindUsed {
		t.Errorf("a used initiative: %+v", test.Judge(r))
	}
	if r.Initiatives = []Initiative{used, fresh}; test.Judge(r).Verdict != VerdictMet {
		t.Errorf("a fresh one beside it: %+v", test.Judge(r))
	}
	if !test.Test.Asks(WhenInitiative) || test.Test.Asks(WhenRemark) {
		t.Error("which predicates a test asks")
	}
}

func TestARemarkThatIsMissingIsNeverMet(t *testing.T) {
	s := Standard{Test: Test{When: WhenRemark}}
	if f := s.Judge(Record{}); f.Verdict != VerdictConsider || f.Code != FindNoRemark {
		t.Errorf("without a remark: %+v", f)
	}
	f := s.Judge(Record{Remark: &Remark{Verdict: VerdictMet, Words: "Gương mẫu", MetOn: "2024-12-26", ByName: "Lý Văn Dũng"}})
	if f.Verdict != VerdictMet || f.Note != "Gương mẫu" || f.ByName != "Lý Văn Dũng" || f.Args[0] != Date("2024-12-26") {
		t.Errorf("with a remark: %+v", f)
	}
	head := Actor{Person: "dung", Unit: "nv2", Roles: []Role{RoleStaff, RoleHead}, Heads: []string{"nv2"}}
	leader := Actor{Person: "khoi", Roles: []Role{RoleStaff, RoleLeader}}
	for _, c := range []struct {
		by   Actor
		unit string
		who  string
		rank Rank
		may  bool
	}{{head, "nv2", "anh", RankMember, true}, {head, "nv2", "dung", RankHead, false}, {head, "nv3", "son", RankMember, false}, {leader, "nv2", "dung", RankHead, true},
		{leader, "nv2", "anh", RankMember, false}, {leader, "", "khoi", RankLeader, false}, {leader, "", "lien", RankLeader, true}} {
		if MayRemark(c.by, c.unit, c.who, c.rank) != c.may {
			t.Errorf("%s on %s of %q: not %t", c.by.Person, c.who, c.unit, c.may)
		}
	}
}

func TestAPersonIsPublishedWithConsent(t *testing.T) {
	e := Exemplar{State: ExemplarVerified, Subject: Subject{Kind: Individual, Unit: "nv2", Person: "anh"}, AddedBy: "dung"}
	office := Actor{Person: "ha", Roles: []Role{RoleStaff, RoleOffice}}
	if _, err := ExemplarFlow.Next(e.State, PublishExemplar, e.RolesOn(office), e.Facts(office), ""); KindOf(err) != Invalid {
		t.Errorf("published without consent: %v", err)
	}
	e.ConsentOn = "2025-01-10"
	if _, err := ExemplarFlow.Next(e.State, PublishExemplar, e.RolesOn(office), e.Facts(office), ""); err != nil {
		t.Errorf("with consent: %v", err)
	}
	praised := Actor{Person: "anh", Roles: []Role{RoleStaff}}
	if r, err := ExemplarFlow.Next(ExemplarPublished, TakeDown, e.RolesOn(praised), e.Facts(praised), "rút sự đồng ý"); err != nil || r.To != ExemplarTaken {
		t.Errorf("the praised person takes it down: %+v, %v", r, err)
	}
	stranger := Actor{Person: "bao", Roles: []Role{RoleStaff}}
	if _, err := ExemplarFlow.Next(ExemplarPublished, TakeDown, e.RolesOn(stranger), e.Facts(stranger), "lý do"); KindOf(err) != Forbidden {
		t.Errorf("a stranger takes it down: %v", err)
	}
}
