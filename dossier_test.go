package thidua

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func issued(kind PaperKind, nominee string) Component {
	return Component{Kind: kind, Nominee: nominee, Fresh: true, Paper: &Paper{State: PaperIssued, Confirmed: "2025-01-17", Signed: FileRef{Hash: "h"}}}
}

func wholeFile() File {
	f := File{Round: Round{QuotaUnits: 2, QuotaPeople: 2, QuotaSource: "công văn (mẫu)", DossierDue: "2025-02-01"}, SameNames: true, Today: "2025-01-17"}
	f.Components = []Component{issued(PaperProposal, ""), issued(PaperMinutes, "")}
	for i, kind := range []SubjectKind{Collective, Collective, Individual, Individual} {
		id := fmt.Sprint("n", i)
		f.Components = append(f.Components, issued(PaperReport, id))
		f.Nominees = append(f.Nominees, Nominee{ID: id, Subject: Subject{Kind: kind}})
		f.Voted = append(f.Voted, id)
	}
	return f
}

func TestChecksOfADossier(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*File)
		kind  CheckKind
		grade Grade
	}{
		{"whole", func(*File) {}, CheckParts, GradeGood},
		{"a copy missing", func(f *File) { f.Components[0].Paper.Signed = FileRef{} }, CheckParts, GradeBlock},
		{"no paper", func(f *File) { f.Components[3].Paper = nil }, CheckParts, GradeBlock},
		{"unconfirmed", func(f *File) { f.Components[2].Paper.Confirmed = "" }, CheckConfirm, GradeBlock},
		{"the minutes need no confirmation", func(f *File) { f.Components[1].Paper.Confirmed = "" }, CheckConfirm, GradeGood},
		{"not voted", func(f *File) { f.Voted = f.Voted[1:] }, CheckVote, GradeBlock},
		{"other names", func(f *File) { f.SameNames = false }, CheckNames, GradeBlock},
		{"old figures in a draft", func(f *File) { f.Components[2].Fresh, f.Components[2].Paper.State = false, PaperDraft }, CheckFigures, GradeBlock},
		{"old figures once signed", func(f *File) { f.Components[2].Fresh = false }, CheckFigures, GradeWarn},
		{"over the number", func(f *File) { f.Round.QuotaUnits = 1 }, CheckQuota, GradeBlock},
		{"over an assumed number", func(f *File) { f.Round.QuotaUnits, f.Round.QuotaSource = 1, "" }, CheckQuota, GradeWarn},
		{"number unknown", func(f *File) { f.Round.QuotaUnits, f.Round.QuotaPeople = -1, -1 }, CheckQuota, GradeWarn},
		{"a criterion open", func(f *File) { f.Components[4].Open = []Criterion{{Code: "TC4"}} }, CheckCriteria, GradeBlock},
		{"day unknown", func(f *File) { f.Round.DossierDue = "" }, CheckDeadline, GradeWarn},
		{"too late", func(f *File) { f.Today = "2025-02-02" }, CheckDeadline, GradeWarn},
		{"old law", func(f *File) { f.BasesOpen = 1 }, CheckBases, GradeWarn},
	} {
		f := wholeFile()
		c.spoil(&f)
		for _, got := range f.Checks() {
			if got.Kind == c.kind && got.Grade != c.grade {
				t.Errorf("%s: %s is %s, want %s", c.name, c.kind, got.Grade, c.grade)
			}
		}
	}
}

func TestLawsOfADay(t *testing.T) {
	laws := []Law{{Name: "a", To: "2023-12-31"}, {Name: "b", From: "2024-01-01", To: "2025-06-30"}, {Name: "c", From: "2025-07-01"}}
	for day, want := range map[Date]string{"2021-08-01": "a", "2023-12-31": "a", "2024-01-01": "b", "2025-06-30": "b", "2025-07-01": "c", "2030-01-01": "c"} {
		if got := LawsOn(laws, day); len(got) != 1 || got[0].Name != want {
			t.Errorf("on %s: %v, want %s", day, got, want)
		}
	}
}

// TestNoAwardWithoutTheCouncil walks nominee and dossier at random: a state after the council is reached only through it, and nothing leads
// out of a final state.
func TestNoAwardWithoutTheCouncil(t *testing.T) {
	after := map[State]bool{NomineeInDossier: true, NomineeAwarded: true, NomineePresented: true, NomineeRevoked: true}
	rapid.Check(t, func(t *rapid.T) {
		state, passed := NomineeFlow.Start, false
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			offers := NomineeFlow.Offers(state, []Role{RoleOffice, RoleSecretary, RoleChair}, Facts{FindingsWhole: true, NothingUnmet: true, WithinQuota: true})
			if len(offers) == 0 {
				return
			}
			o := rapid.SampledFrom(offers).Draw(t, "offer")
			if o.Do == LiftHold {
				passed = false
			}
			if state, passed = o.To, passed || o.To == NomineePassed; after[state] && !passed {
				t.Fatalf("%s without the council", state)
			}
		}
	})
}

// TestAWholeFileGoesUp walks the papers of a dossier at random: it is complete exactly when each is issued with its copy and confirmed.
func TestAWholeFileGoesUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, all := wholeFile(), true
		for i := range f.Components {
			p := *f.Components[i].Paper
			p.State = rapid.SampledFrom(PaperFlow.States()).Draw(t, "state")
			if rapid.Bool().Draw(t, "unsigned") {
				p.Signed = FileRef{}
			}
			all = all && p.State == PaperIssued && !p.Signed.Missing()
			f.Components[i].Paper = &p
		}
		if f.Facts()[PartsWhole] != all {
			t.Fatalf("complete is %v, want %v", f.Facts()[PartsWhole], all)
		}
	})
}

// TestAFileThatDepartsFromTheDataWarns: a reason was given for it, so it blocks nothing; a draft that is stale does.
func TestAFileThatDepartsFromTheDataWarns(t *testing.T) {
	figures := func(change func(*Component)) Check {
		f := wholeFile()
		change(&f.Components[0])
		for _, c := range f.Checks() {
			if c.Kind == CheckFigures {
				return c
			}
		}
		return Check{}
	}
	draft := func(c *Component) { p := *c.Paper; p.State = PaperDraft; c.Paper = &p }
	for name, c := range map[string]struct {
		change func(*Component)
		want   Grade
	}{
		"as the data": {func(*Component) {}, GradeGood}, "departs": {func(c *Component) { c.Departs = true }, GradeWarn},
		"departs as a draft": {func(c *Component) { draft(c); c.Departs = true }, GradeWarn}, "stale as a draft": {func(c *Component) { draft(c); c.Fresh = false }, GradeBlock},
	} {
		if got := figures(c.change); got.Grade != c.want {
			t.Errorf("%s: %s %v, want %s", name, got.Grade, got.Args, c.want)
		}
	}
}

func TestAnEditedFileIsInUseUntilTheNextEdition(t *testing.T) {
	p, f := Paper{Edition: 3}, PaperFile{Kind: FileEdited, State: EditUsed, Edition: 3}
	if !f.InUse(p) {
		t.Error("the edition that was chosen is not in use")
	}
	p.Edition++
	kept := f
	kept.State = EditKept
	if f.InUse(p) || kept.InUse(Paper{Edition: 3}) || (PaperFile{Kind: FileSigned, State: EditUsed, Edition: 3}).InUse(Paper{Edition: 3}) {
		t.Error("a later edition, or another file, is in use")
	}
}
