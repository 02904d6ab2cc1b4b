package thidua

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestResultAgainstThresholdAndBase(t *testing.T) {
	twoThirds := Share{2, 3}
	for _, c := range []struct {
		name         string
		yes, no      int
		written      []Choice
		e            Electorate
		base, need   int
		passed       bool
		yesInTheBase int
	}{
		{"seven of nine", 7, 0, nil, Electorate{Members: 9, Present: 7}, 9, 6, true, 7},
		{"six of nine is exactly two thirds", 6, 1, nil, Electorate{Members: 9, Present: 7}, 9, 6, true, 6},
		{"five of nine", 5, 2, nil, Electorate{Members: 9, Present: 7}, 9, 6, false, 5},
		{"six of eight: the own case is out", 6, 0, nil, Electorate{Members: 9, Present: 6, Own: 1, OwnOut: true}, 8, 6, true, 6},
		{"five of eight is below two thirds", 5, 1, nil, Electorate{Members: 9, Present: 6, Own: 1, OwnOut: true}, 8, 6, false, 5},
		{"the own case stays in by default", 6, 0, nil, Electorate{Members: 9, Present: 6, Own: 1}, 9, 6, true, 6},
		{"written opinions count", 5, 2, []Choice{ChoiceYes, ChoiceBlank}, Electorate{Members: 9, Present: 7}, 9, 6, true, 6},
		{"a written no does not help", 5, 2, []Choice{ChoiceNo, ChoiceNo}, Electorate{Members: 9, Present: 7}, 9, 6, false, 5},
		{"nobody sits", 0, 0, nil, Electorate{}, 0, 0, false, 0},
	} {
		var written []Opinion
		for _, w := range c.written {
			written = append(written, Opinion{Choice: w})
		}
		o := Result(Count{Yes: c.yes, No: c.no}, written, c.e, twoThirds)
		if o.Base != c.base || o.Need != c.need || o.Passed != c.passed || o.Yes != c.yesInTheBase || o.Written != len(written) {
			t.Errorf("%s: %+v", c.name, o)
		}
	}
}

// The rule of the vote in whole numbers: a case passes exactly when its votes reach the number that is shown as needed.
func TestPassingIsReachingTheNeed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		den := rapid.IntRange(1, 20).Draw(t, "den")
		threshold := Share{rapid.IntRange(1, den).Draw(t, "num"), den}
		e := Electorate{Members: rapid.IntRange(1, 40).Draw(t, "members"), Own: rapid.IntRange(0, 1).Draw(t, "own"), OwnOut: rapid.Bool().Draw(t, "out")}
		c := Count{Yes: rapid.IntRange(0, e.Members).Draw(t, "yes")}
		o := Result(c, nil, e, threshold)
		if o.Base > 0 && o.Passed != (o.Yes >= o.Need) {
			t.Fatalf("%d of %d, threshold %d/%d: needs %d, passed %v", o.Yes, o.Base, threshold.Num, threshold.Den, o.Need, o.Passed)
		}
		more := Result(Count{Yes: c.Yes + 1}, nil, e, threshold)
		if o.Passed && !more.Passed {
			t.Fatal("one more vote undid the result")
		}
	})
}

func TestCountsAddUp(t *testing.T) {
	e := Electorate{Members: 9, Present: 7}
	for _, c := range []struct {
		kind  VoteKind
		count Count
		code  Code
	}{
		{ShowOfHands, Count{Yes: 6, No: 1}, ""},
		{ShowOfHands, Count{Yes: 6}, CodeCountSum},
		{ShowOfHands, Count{Yes: 8, No: -1}, CodeCountNegative},
		{PaperBallot, Count{Issued: 7, Returned: 6, Invalid: 1, Yes: 5}, ""},
		{PaperBallot, Count{Issued: 7, Returned: 6, Invalid: 1, Yes: 6}, CodeCountSum},
		{PaperBallot, Count{Issued: 8, Returned: 8, Yes: 8}, CodeCountIssued},
		{PaperBallot, Count{Issued: 6, Returned: 7, Yes: 7}, CodeCountReturned},
	} {
		err := c.count.Check(c.kind, e)
		if got := firstCode(err); got != c.code {
			t.Errorf("%s %+v: %q, want %q", c.kind, c.count, got, c.code)
		}
	}
}

func firstCode(err error) Code {
	var e *Error
	if !errors.As(err, &e) {
		return ""
	}
	if len(e.Faults) > 0 {
		return e.Faults[0].Code
	}
	return e.Code
}

func TestTwoCountsOfPaper(t *testing.T) {
	first := Count{Round: 1, By: "a", ByName: "A", Issued: 7, Returned: 7, Yes: 6, No: 1}
	same, other := first, first
	same.Round, same.By = 2, "b"
	other.Round, other.By, other.Yes, other.No = 2, "b", 5, 2
	byOne := same
	byOne.By = "a"
	for _, c := range []struct {
		name   string
		kind   VoteKind
		counts []Count
		code   Code
	}{
		{"by hand once", ShowOfHands, []Count{first}, ""},
		{"by hand not yet", ShowOfHands, nil, CodeMissing},
		{"on paper once", PaperBallot, []Count{first}, CodeMissing},
		{"on paper twice the same", PaperBallot, []Count{first, same}, ""},
		{"on paper different", PaperBallot, []Count{first, other}, CodeCountsDiffer},
		{"on paper by one person", PaperBallot, []Count{first, byOne}, CodeCountSameHand},
	} {
		if _, err := Agreed(c.kind, c.counts); firstCode(err) != c.code {
			t.Errorf("%s: %v, want %q", c.name, err, c.code)
		}
	}
	if got := Shown(PaperBallot, []Count{first}, "b"); got[0].Yes != 0 || got[0].Issued != 0 || got[0].ByName != "A" {
		t.Errorf("the second counter sees %+v", got)
	}
	if got := Shown(PaperBallot, []Count{first}, "a"); got[0] != first {
		t.Errorf("the first counter sees %+v", got)
	}
	if got := Shown(PaperBallot, []Count{first, other}, "c"); got[1] != other {
		t.Errorf("both counts are shown once both stand: %+v", got)
	}
}

func TestTurnOfCounting(t *testing.T) {
	a, b := Count{Round: 1, By: "a"}, Count{Round: 2, By: "b"}
	for _, c := range []struct {
		kind   VoteKind
		counts []Count
		who    string
		want   int
	}{
		{ShowOfHands, []Count{a}, "b", 1}, {PaperBallot, nil, "a", 1}, {PaperBallot, []Count{a}, "a", 1}, {PaperBallot, []Count{a}, "b", 2},
		{PaperBallot, []Count{a, b}, "b", 2}, {PaperBallot, []Count{a, b}, "c", 0},
	} {
		if got := Turn(c.kind, c.counts, c.who); got != c.want {
			t.Errorf("%s, %v, %s: count %d, want %d", c.kind, c.counts, c.who, got, c.want)
		}
	}
}

func nine() Council {
	c := Council{Quorum: Share{2, 3}, Threshold: Share{2, 3}, OwnOut: true, From: "2024-01-15"}
	for i := range 9 {
		c.Members = append(c.Members, CouncilMember{Person: string(rune('a' + i)), Name: string(rune('A' + i)), Seat: SeatMember, Order: i + 1})
	}
	c.Members[0].Seat, c.Members[8].Seat = SeatChair, SeatSecretary
	return c
}

func TestQuorumAndElectorate(t *testing.T) {
	c := nine()
	if c.QuorumMet(5) || !c.QuorumMet(6) || (Council{Quorum: Share{2, 3}}).QuorumMet(0) {
		t.Error("two thirds of nine are six, and nobody is no quorum")
	}
	roll := []Attendance{{Person: "a", Present: true}, {Person: "b", Present: true}, {Person: "c"}}
	own := Nominee{Subject: Subject{Kind: Individual, Person: "b", Unit: "u1"}}
	if e := c.Electorate(own, roll); e.Present != 1 || e.Base() != 8 {
		t.Errorf("the own case is in the room: %+v", e)
	}
	absent := Nominee{Subject: Subject{Kind: Individual, Person: "c", Unit: "u1"}}
	if e := c.Electorate(absent, roll); e.Present != 2 || e.Base() != 8 {
		t.Errorf("the own case is absent: %+v", e)
	}
	if e := c.Electorate(Nominee{Subject: Subject{Kind: Collective, Unit: "u1"}}, roll); e.Present != 2 || e.Base() != 9 {
		t.Errorf("a collective is nobody's own case: %+v", e)
	}
	if c.Seated(SeatSecretary).Person != "i" || c.Seated(SeatDeputy).Person != "" || !c.InForce("2024-01-15") || c.InForce("2024-01-14") {
		t.Error("seats and days of the council")
	}
}

func TestOverlapsAreNoted(t *testing.T) {
	c := nine()
	got := c.Overlaps([]Nominee{
		{ID: "n1", Subject: Subject{Kind: Collective, Unit: "u1", Name: "Đơn vị 1"}},
		{ID: "n2", Subject: Subject{Kind: Individual, Unit: "u2", Person: "b", Name: "B"}},
	}, map[string]string{"a": "u1", "b": "u2", "d": "u3"})
	if len(got) != 2 || got[0].Own || got[0].Member.Person != "a" || !got[1].Own || got[1].Nominee != "n2" {
		t.Errorf("overlaps %+v", got)
	}
}

// Whatever the roles do, a session is concluded only after a vote with a quorum, and its minutes are signed only after that.
func TestRandomWalksOfASession(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		state, seen := SessionFlow.Start, []State{}
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			facts := Facts{}
			for _, f := range []Fact{PlaceAndTime, QuorumThere, HasNominees, VotesWhole, MinutesSigned} {
				facts[f] = rapid.Bool().Draw(t, string(f))
			}
			rule := rapid.SampledFrom(SessionFlow.Rules).Draw(t, "rule")
			next, err := SessionFlow.Next(state, rule.Do, []Role{rule.By}, facts, rapid.SampledFrom([]string{"", "lý do"}).Draw(t, "reason"))
			if err != nil {
				continue
			}
			if next.To == SessionConcluded && !facts[VotesWhole] || next.To == SessionOpen && !(facts[QuorumThere] && facts[HasNominees]) {
				t.Fatalf("%s without %v", next.Do, next.Needs)
			}
			seen, state = append(seen, next.To), next.To
		}
		concluded := slices.Index(seen, SessionConcluded)
		if at := slices.Index(seen, SessionSigned); at >= 0 && (concluded < 0 || concluded > at) {
			t.Fatalf("signed before concluded: %v", seen)
		}
		if concluded > 0 && seen[concluded-1] != SessionVoting && seen[concluded-1] != SessionWriting {
			t.Fatalf("concluded without a vote: %v", seen)
		}
	})
}

// A case is never awarded without the council's vote and the dossier.
func TestRandomWalksOfANominee(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := Nominee{State: NomineeFlow.Start}
		passed, inDossier := false, false
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			facts := n.HoldFacts(Session{State: SessionCalled})
			for _, f := range []Fact{FindingsWhole, NothingUnmet, WithinQuota, NotOwnCase} {
				facts[f] = rapid.Bool().Draw(t, string(f))
			}
			rule := rapid.SampledFrom(NomineeFlow.Rules).Draw(t, "rule")
			next, err := NomineeFlow.Next(n.State, rule.Do, []Role{rule.By}, facts, "lý do")
			if err != nil {
				continue
			}
			if next.Do == HoldNominee {
				n.HeldFrom = n.State
			}
			if next.Do == LiftHold && next.To != n.HeldFrom {
				t.Fatalf("a hold from %s led to %s", n.HeldFrom, next.To)
			}
			n.State = next.To
			passed, inDossier = passed || next.To == NomineePassed, inDossier || next.To == NomineeInDossier
			if next.To == NomineeBefore && !(facts[FindingsWhole] && facts[NothingUnmet]) && next.Do == PutBefore {
				t.Fatal("before the council with a standard open or not met")
			}
		}
		if (n.State == NomineeAwarded || n.State == NomineePresented || n.State == NomineeRevoked) && !(passed && inDossier) {
			t.Fatalf("%s without council or dossier", n.State)
		}
	})
}

func TestStandardsDecideWhetherACaseIsReady(t *testing.T) {
	standards := []Standard{{ID: "1"}, {ID: "2"}}
	for _, c := range []struct {
		name        string
		findings    []Finding
		whole, none bool
	}{
		{"nothing judged", nil, false, true},
		{"one judged", []Finding{{Standard: "1", Verdict: VerdictMet, Code: FindRegistered}}, false, true},
		{"a human one without words", []Finding{{Standard: "1", Verdict: VerdictMet, Code: FindRegistered}, {Standard: "2", Verdict: VerdictConsider, Code: FindManual}}, false, true},
		{"a human one in words", []Finding{{Standard: "1", Verdict: VerdictMet, Code: FindRegistered}, {Standard: "2", Verdict: VerdictMet, Code: FindManual, Note: "tốt"}}, true, true},
		{"awaited is no bar", []Finding{{Standard: "1", Verdict: VerdictAwaited, Code: FindIndexAwaited}, {Standard: "2", Verdict: VerdictMet, Code: FindRegistered}}, true, true},
		{"one not met", []Finding{{Standard: "1", Verdict: VerdictNotMet, Code: FindScore}, {Standard: "2", Verdict: VerdictMet, Code: FindRegistered}}, true, false},
	} {
		facts := Nominee{Findings: c.findings}.StandardFacts(standards)
		if facts[FindingsWhole] != c.whole || facts[NothingUnmet] != c.none {
			t.Errorf("%s: %v", c.name, facts)
		}
	}
}

func TestOnlyANumberWithItsDocumentBinds(t *testing.T) {
	in := []Nominee{{Subject: Subject{Kind: Collective}, State: NomineeInDossier}, {Subject: Subject{Kind: Collective}, State: NomineePassed}}
	for _, c := range []struct {
		round Round
		want  bool
	}{
		{Round{QuotaUnits: 2, QuotaSource: "công văn"}, true}, {Round{QuotaUnits: 1, QuotaSource: "công văn"}, false},
		{Round{QuotaUnits: 1}, true}, {Round{QuotaUnits: -1, QuotaSource: "công văn"}, true},
	} {
		if got := c.round.RoomFor(Collective, in); got != c.want {
			t.Errorf("%+v: %v", c.round, got)
		}
	}
}
