package web_test

import (
	"context"
	"errors"
	"testing"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// fillForeign gives the other agency one object of every kind that a route can name; a new kind is one more line.
func fillForeign(t *testing.T, s *testkit.Season) {
	t.Helper()
	round, unit := s.Rounds[2025].ID, s.Units["NV2"].ID
	subject := thidua.Subject{Kind: thidua.Collective, Unit: unit}
	registration := thidua.Registration{ID: store.NewID(), Round: round, Subject: subject, State: thidua.RegistrationSent}
	target := thidua.Target{ID: store.NewID(), Criterion: s.Definition.Criteria[0].ID, Content: "Chỉ tiêu của cơ quan khác", Measure: "kỳ",
		Direction: thidua.AtLeast, Due: "2025-12-31", Order: 1}
	session := thidua.Session{ID: store.NewID(), Council: s.Council.ID, Round: round, Number: "01/2025", State: thidua.SessionPlanned}
	plan, inspection := store.NewID(), store.NewID()
	makes := []func(*store.Tx) error{
		func(tx *store.Tx) error { return fillLaunch(tx, s, round, unit) },
		func(tx *store.Tx) error {
			return tx.NoteFile(tx.Tenant, store.KeptFile{Address: store.NewID(), Title: "tep-cua-co-quan-khac.pdf", Type: "application/pdf", Size: 1, Scan: "off"})
		},
		func(tx *store.Tx) error {
			return tx.InsertPlanSource(thidua.PlanSource{ID: plan, File: thidua.FileRef{Hash: "00", Name: "ke-hoach.txt"}, Draft: "{}", Review: "{}",
				State: thidua.PlanOpen, ReadAt: testkit.Today})
		},
		func(tx *store.Tx) error {
			return tx.InsertReformTask(thidua.ReformTask{ID: store.NewID(), Round: round, Plan: plan, Order: 1, Text: "Nhiệm vụ của cơ quan khác", Unit: unit,
				State: thidua.ReformOpen})
		},
		func(tx *store.Tx) error {
			return tx.InsertMovementDocument(thidua.MovementDocument{ID: store.NewID(), Movement: s.Movement.ID, Kind: "Công văn", Number: "…/VP (mẫu)",
				Date: "2025-01-10", Issuer: "Văn phòng", Summary: "Đôn đốc", File: thidua.FileRef{Hash: "khac", Name: "khac.pdf"}, ByName: "Cài đặt"})
		},
		func(tx *store.Tx) error {
			return tx.InsertInitiative(thidua.Initiative{ID: store.NewID(), Round: round, Unit: unit, Name: "Sáng kiến của cơ quan khác", State: thidua.InitiativeSubmitted})
		},
		func(tx *store.Tx) error {
			return tx.InsertPublicityItem(thidua.PublicityItem{ID: store.NewID(), Round: round, Unit: unit, Form: thidua.FormArticle, Title: "Bài của cơ quan khác", On: "2025-01-10",
				Media: "Báo", State: thidua.PublicityVerified, AddedAt: testkit.Today, File: thidua.FileRef{Hash: "khac", Name: "khac.pdf"}})
		},
		func(tx *store.Tx) error {
			return tx.InsertExemplar(thidua.Exemplar{ID: store.NewID(), Round: round, Kind: thidua.KindModel, Subject: subject, Title: "Gương của cơ quan khác", Deed: "Việc làm",
				State: thidua.ExemplarPublished, AddedAt: testkit.Today})
		},
		func(tx *store.Tx) error {
			return tx.InsertOrgChange(thidua.OrgChange{ID: store.NewID(), Kind: thidua.ChangeDissolve, State: thidua.OrgDraft, Day: "2025-03-01",
				Number: "…/QĐ (mẫu)", Decided: "2025-01-10", Issuer: "Cơ quan khác", Plan: thidua.ChangePlan{Units: []string{unit}}})
		},
		func(tx *store.Tx) error {
			return tx.InsertInspection(thidua.Inspection{ID: inspection, Round: round, Name: "Đợt của cơ quan khác", Content: "Kiểm tra", From: "2025-03-01", To: "2025-03-31",
				State: thidua.InspectionOpen, Visits: []thidua.Visit{{Unit: unit}}})
		},
		func(tx *store.Tx) error {
			return tx.InsertRecommendation(thidua.Recommendation{ID: store.NewID(), Inspection: inspection, Unit: unit, Text: "Kiến nghị của cơ quan khác", Due: "2025-04-30",
				State: thidua.RecommendationOpen})
		},
		func(tx *store.Tx) error {
			return tx.InsertMobilisation(thidua.Mobilisation{ID: store.NewID(), Round: round, On: "2025-01-10", What: "Vận động", File: thidua.FileRef{Hash: "khac", Name: "khac.pdf"}})
		},
		func(tx *store.Tx) error {
			return tx.InsertProofSheet(store.ProofSheet{ID: store.NewID(), Code: "0000-0000-0000-0001", Object: "paper:khac", Statement: `{"format":"thidua proof sheet 1"}`})
		},
		func(tx *store.Tx) error {
			return tx.InsertDeputy(thidua.Deputy{ID: store.NewID(), From: s.People["Lý Văn Dũng"].ID, To: s.People["Giàng A Páo"].ID, Post: thidua.RoleHead, Unit: unit,
				Begin: "2025-01-01", End: "2025-12-31", ByName: "Người của cơ quan khác"})
		},
		func(tx *store.Tx) error {
			return tx.InsertLeaderLink(thidua.LeaderLink{ID: store.NewID(), Leader: "khac", LeaderName: "Người của cơ quan khác", Hash: store.NewID(), Until: "2025-02-01"})
		},
		func(tx *store.Tx) error {
			return tx.InsertImportStep(thidua.ImportRun{ID: store.NewID(), List: "dang-ky", Round: round, File: "khac.xlsx", ByName: "Người của cơ quan khác"},
				store.ImportStep{Order: 1, Object: "registration:" + registration.ID, Name: "Phòng của cơ quan khác", Group: subject.Key(), Lines: 1})
		},
		func(tx *store.Tx) error { return tx.InsertRegistration(registration) },
		func(tx *store.Tx) error {
			return tx.InsertDataRequest(thidua.DataRequest{ID: store.NewID(), Person: s.People["Phạm Mai Anh"].ID, Kind: thidua.RequestCorrect, Words: "Yêu cầu của cơ quan khác",
				State: thidua.RequestOpen, AskedAt: testkit.Today})
		},
		func(tx *store.Tx) error {
			return tx.SetTargets(registration.ID, []thidua.Target{target}, []string{"chi tieu"})
		},
		func(tx *store.Tx) error {
			return tx.InsertEvidence(thidua.Evidence{ID: store.NewID(), Round: round, Unit: unit, Criterion: target.Criterion, Target: target.ID,
				DocNumber: "…/BC (mẫu)", Abstract: "Báo cáo", State: thidua.EvidenceNew, AddedAt: testkit.Today})
		},
		func(tx *store.Tx) error {
			return tx.InsertScoreSheet(thidua.ScoreSheet{ID: store.NewID(), Round: round, Unit: unit, State: thidua.SheetDraft})
		},
		func(tx *store.Tx) error { return tx.InsertCouncilSession(session) },
		func(tx *store.Tx) error {
			return tx.InsertNominee(thidua.Nominee{ID: store.NewID(), Round: round, Session: session.ID, Subject: subject, Award: s.Definition.Awards[0].ID,
				State: thidua.NomineeBefore})
		},
		func(tx *store.Tx) error {
			return tx.InsertPaper(thidua.Paper{ID: store.NewID(), Round: round, Kind: thidua.PaperProposal, State: thidua.PaperDraft, Title: "Tờ trình",
				Figures: []byte(`{}`)}, "to trinh")
		},
		func(tx *store.Tx) error {
			return tx.InsertPaper(thidua.Paper{ID: store.NewID(), Round: round, Session: session.ID, Kind: thidua.PaperMinutes, State: thidua.PaperDraft,
				Title: "Biên bản", Figures: []byte(`{}`)}, "bien ban")
		},
		func(tx *store.Tx) error {
			all, err := tx.Papers(round)
			if err != nil {
				return err
			}
			if err := tx.InsertFileVersion(store.FileVersion{Object: "paper:" + all[0].ID, File: thidua.FileRef{Hash: "truoc", Name: "truoc.pdf"}, ReplacedBy: "Cài đặt"}); err != nil {
				return err
			}
			return tx.InsertPaperFile(thidua.PaperFile{ID: store.NewID(), Paper: all[0].ID, Kind: thidua.FileEdited, State: thidua.EditWaiting, Edition: 1,
				File: thidua.FileRef{Hash: "khac", Name: "khac.docx"}, ByName: "Cài đặt", At: testkit.Today})
		},
		func(tx *store.Tx) error {
			return tx.InsertCoverSlip(thidua.CoverSlip{ID: store.NewID(), Round: round, About: thidua.SlipRegistrations, Object: round, State: thidua.SlipWaiting, MadeAt: testkit.Today})
		},
		func(tx *store.Tx) error {
			return tx.InsertSubmission(thidua.Submission{ID: store.NewID(), Round: round, What: thidua.SentRegistrations, State: thidua.SubmissionSent,
				Number: "…/TT (mẫu)"})
		},
		func(tx *store.Tx) error {
			return tx.InsertDossier(thidua.Dossier{ID: store.NewID(), Round: round, State: thidua.DossierDraft, CreatedAt: testkit.Today})
		},
		func(tx *store.Tx) error {
			all, err := tx.Submissions(round, thidua.SentRegistrations)
			if err != nil {
				return err
			}
			return tx.InsertReply(thidua.Reply{ID: store.NewID(), Submission: all[0].ID, Kind: thidua.AnswerReceived, ReceivedOn: "2025-01-14", At: testkit.Today,
				Scan: thidua.FileRef{Hash: "khac", Name: "khac.pdf"}})
		},
		func(tx *store.Tx) error {
			return tx.InsertAppraisal(thidua.Appraisal{ID: store.NewID(), Parcel: store.NewID(), From: "khac", FromName: "Sở khác", State: thidua.AppraisalWaiting,
				SentOn: "2025-01-14", Period: thidua.Period{Movement: "Khác", Year: 2024}}, "so khac", "so khac")
		},
		func(tx *store.Tx) error {
			return tx.InsertEnrolment(thidua.Enrolment{ID: store.NewID(), Parcel: store.NewID(), From: "khac", FromName: "Sở khác", State: thidua.EnrolmentWaiting,
				Period: thidua.Period{Movement: "Khác", Year: 2024}, FirstOn: "2024-01-20", SentOn: "2024-01-20"}, "so khac")
		},
		func(tx *store.Tx) error {
			return tx.InsertRaiseList(thidua.RaisedList{ID: store.NewID(), Period: thidua.Period{Movement: "Khác", Year: 2024}, State: thidua.ListRaised, From: "Sở khác"})
		},
		func(tx *store.Tx) error {
			return tx.InsertPartner(thidua.Partner{ID: store.NewID(), Name: "Đối tác của cơ quan khác", Kind: thidua.AgencyOrdinary}, "doi tac", "doi tac")
		},
		func(tx *store.Tx) error {
			return tx.InsertParcelIn(thidua.Parcel{ID: store.NewID(), Kind: thidua.ParcelDossier, From: store.NewID(), Year: 2025, SealedAt: testkit.Today,
				File: thidua.FileRef{Hash: "khac", Name: "khac.zip"}}, "{}", testkit.Today, "Cài đặt")
		},
	}
	act := &store.Act{Tenant: s.Tenant, Actor: "account:cai-dat", Verb: "mo-mua"}
	err := s.DB.Write(context.Background(), act, func(tx *store.Tx) error {
		for _, do := range makes {
			if err := do(tx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("fill the other agency: %v", err)
	}
}

// fillLaunch makes one object of each kind that stands around the launch of a movement, and a handover.
func fillLaunch(tx *store.Tx, s *testkit.Season, round, unit string) error {
	scan, document := thidua.FileRef{Hash: "khac", Name: "khac.pdf"}, store.NewID()
	delivery := thidua.Delivery{ID: store.NewID(), Movement: s.Movement.ID, Recipient: "Nơi nhận của cơ quan khác", Unit: unit, Way: thidua.WayHand, SentOn: "2025-01-10", ByName: "Cài đặt"}
	pledge := thidua.Pledge{ID: store.NewID(), Round: round, Unit: unit, Text: "Giao ước", State: thidua.PledgeDraft, ByName: "Cài đặt"}
	handover := thidua.Handover{ID: store.NewID(), From: s.People["Phạm Mai Anh"].ID, FromName: "Phạm Mai Anh", State: thidua.HandoverDraft, ByName: "Cài đặt"}
	return errors.Join(tx.InsertDelivery(delivery, 1), tx.InsertPledge(pledge), tx.InsertHandover(handover),
		tx.InsertUnitPlan(thidua.UnitPlan{ID: store.NewID(), Round: round, Unit: unit, Number: "…/KH (mẫu)", Date: "2025-01-10", Summary: "Phát động", File: scan, ByName: "Cài đặt"}),
		tx.InsertQuestion(thidua.Question{ID: store.NewID(), Movement: s.Movement.ID, Person: handover.From, Name: "Phạm Mai Anh", Text: "Hỏi", At: testkit.Today}, "hoi"),
		tx.InsertRelatedMovement(thidua.RelatedMovement{ID: store.NewID(), Movement: s.Movement.ID, Relation: thidua.RelationParent, Name: "Phong trào khác", Agency: "Cơ quan khác"}),
		tx.InsertMovementDocument(thidua.MovementDocument{ID: document, Movement: s.Movement.ID, Kind: "Hướng dẫn", Number: "…/HD (mẫu)", Date: "2025-01-10", Issuer: "Cơ quan khác", ByName: "Cài đặt"}),
		tx.InsertGuidedCriterion(thidua.GuidedCriterion{ID: store.NewID(), Document: document, Code: "1", Text: "Tiêu chí khác", Criteria: []string{"TC1"}, Order: 1}))
}
