package testkit

import (
	"context"
	"testing"
	"time"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Passed are those whom the council of PassCouncil passes, collectives first.
var Passed = []string{"NV2", "VP", "Phạm Mai Anh", "Trần Thị Hạnh"}

// Met is when that council met: 16/01/2025, two in the afternoon.
var Met = time.Date(2025, 1, 16, 14, 0, 0, 0, thidua.Zone)

// PassCouncil makes the year 2024 as the council left it: the four of Passed with tracked targets at every criterion, a signed session and
// its minutes. It gives the nominees by name of Passed.
func (s *Season) PassCouncil(t testing.TB) map[string]string {
	t.Helper()
	ids := map[string]string{}
	act := &store.Act{Tenant: s.Tenant, Actor: "account:cai-dat", ActorName: "Cài đặt", Verb: "hoi-dong", Object: "agency:" + s.Tenant}
	err := s.DB.Write(context.Background(), act, func(tx *store.Tx) error {
		session, err := s.fillSession(tx)
		if err != nil {
			return err
		}
		for i, name := range Passed {
			subject := s.Subject(name)
			ids[name] = store.NewID()
			n := thidua.Nominee{ID: ids[name], Round: s.Rounds[2024].ID, Session: session, Subject: subject, Award: s.Definition.Awards[0].ID,
				State: thidua.NomineePassed, Summary: "Hoàn thành vượt các chỉ tiêu đã đăng ký năm 2024.", Order: i + 1}
			if err := tx.InsertNominee(n); err != nil {
				return err
			}
			if err := s.fillYear(tx, subject); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("pass the council: %v", err)
	}
	return ids
}

func (s *Season) fillSession(tx *store.Tx) (string, error) {
	session := thidua.Session{ID: store.NewID(), Council: s.Council.ID, Round: s.Rounds[2024].ID, Number: "01/2025", State: thidua.SessionSigned, At: Met,
		Place: "Phòng họp tầng 2", VoteKind: thidua.ShowOfHands, Chair: s.Council.Members[0].Person, Secretary: s.Council.Members[8].Person,
		StartedAt: Met, EndedAt: Met.Add(80 * time.Minute), Conclusion: "Hội đồng thống nhất đề nghị."}
	if err := tx.InsertCouncilSession(session); err != nil {
		return "", err
	}
	title := vi.PaperKind(thidua.PaperMinutes)
	return session.ID, tx.InsertPaper(thidua.Paper{ID: store.NewID(), Round: session.Round, Session: session.ID, Kind: thidua.PaperMinutes,
		State: thidua.PaperIssued, Title: title, Edition: 1, Figures: []byte(`{}`), IssuedOn: thidua.DateOf(Met),
		Signed: thidua.FileRef{Hash: "bien-ban", Name: "bien-ban.pdf", Type: "application/pdf", Size: 9}}, vi.Fold(title))
}

// fillYear registers one target at each criterion of the plan and reports it as reached, with a paper that proves it.
func (s *Season) fillYear(tx *store.Tx, subject thidua.Subject) error {
	round := s.Rounds[2024].ID
	r := thidua.Registration{ID: store.NewID(), Round: round, Subject: subject, State: thidua.RegistrationConfirmed, Award: s.Definition.Awards[0].ID}
	if err := tx.InsertRegistration(r); err != nil {
		return err
	}
	var targets []thidua.Target
	var folds []string
	for _, head := range s.Definition.Heads() {
		targets = append(targets, thidua.Target{ID: store.NewID(), Criterion: head.ID, Content: "Chỉ tiêu về " + head.Name, Value: 90_00, Measure: "%",
			Direction: thidua.AtLeast, Due: "2024-12-31"})
		folds = append(folds, vi.Fold(head.Name))
	}
	if err := tx.SetTargets(r.ID, targets, folds); err != nil {
		return err
	}
	for _, target := range targets {
		err := tx.InsertProgress(thidua.Progress{ID: store.NewID(), Target: target.ID, On: "2024-12-20", Value: 96_40, Text: "Số liệu cuối năm",
			By: "p", ByName: "Nguyễn Thị Thu Hà", At: tx.Now})
		if err != nil {
			return err
		}
		err = tx.InsertEvidence(thidua.Evidence{ID: store.NewID(), Round: round, Unit: subject.Unit, Person: subject.Person, Criterion: target.Criterion,
			Target: target.ID, DocNumber: "…/BC-TT (mẫu)", IssuedOn: "2024-12-20", State: thidua.EvidenceChecked, AddedBy: "p", AddedByName: "Văn phòng",
			AddedAt: tx.Now})
		if err != nil {
			return err
		}
	}
	return nil
}
