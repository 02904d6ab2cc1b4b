package testkit

import (
	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// fillMovement writes the definition that the plan of the agency gives, and the rounds 2023 to 2025.
func (s *Season) fillMovement(tx *store.Tx) error {
	s.Movement = thidua.Movement{ID: store.NewID(), Name: "Cải cách hành chính trên địa bàn tỉnh Lào Cai", From: 2021, To: 2025, EndsOn: "2025-12-31",
		Regulation: "Quyết định số 33/2021/QĐ-UBND ngày 28/6/2021 của UBND tỉnh Lào Cai", State: thidua.MovementRunning}
	if err := tx.InsertMovement(s.Movement, vi.Fold(s.Movement.Name)); err != nil {
		return err
	}
	s.Definition = definition(s.Movement.ID)
	if err := tx.InsertDefinition(s.Definition); err != nil {
		return err
	}
	for year, state := range map[int]thidua.State{2023: thidua.RoundEnded, 2024: thidua.RoundJudging, 2025: thidua.RoundRegistering} {
		r := thidua.Round{ID: store.NewID(), Movement: s.Movement.ID, Edition: s.Definition.ID, Year: year, State: state,
			RegistrationDue: thidua.NewDate(year, 2, 1), InternalDue: thidua.NewDate(year, 1, 17), WorkEnds: thidua.NewDate(year, 12, 31),
			ScoringDue: thidua.NewDate(year+1, 1, 10), DossierInternal: thidua.NewDate(year+1, 1, 20), SendInternal: thidua.NewDate(year+1, 1, 24),
			QuotaUnits: 2, QuotaPeople: 2, QuotaSource: "công văn của Sở Nội vụ (mẫu)", ReachedFrom: 70, ByPoints: true, OfficeReviewer: s.Units["NV1"].ID}
		s.Rounds[year] = r
		if err := tx.InsertRound(r); err != nil {
			return err
		}
	}
	return nil
}

func definition(movement string) thidua.Definition {
	d := thidua.Definition{Edition: thidua.Edition{ID: store.NewID(), Movement: movement, Number: 1, From: "2021-08-01", PlanTitle: "Kế hoạch triển khai phong trào thi đua",
		Signer: "CHÁNH THANH TRA Đàm Quang Vinh", State: thidua.EditionInForce, OpenItems: 3}}
	for i, c := range []struct {
		name     string
		points   thidua.Points
		contents []string
	}{
		{"Trách nhiệm lãnh đạo, chỉ đạo", 2000, nil},
		{"Thực hiện nhiệm vụ cải cách hành chính", 3000, []string{"Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tổ chức bộ máy",
			"Cải cách chế độ công vụ", "Cải cách tài chính công", "Xây dựng và phát triển chính quyền điện tử"}},
		{"Bộ chỉ số theo dõi, đánh giá, xếp hạng", 2000, nil},
		{"Tuyên truyền, chung tay cải cách", 1500, nil},
		{"Giải pháp, sáng kiến", 1500, nil},
	} {
		top := criterion(&d, "", "TC"+string(rune('1'+i)), c.name, c.points)
		for j, content := range c.contents {
			criterion(&d, top, string(rune('1'+i))+"."+string(rune('1'+j)), content, c.points/thidua.Points(len(c.contents)))
		}
	}
	d.Awards = []thidua.AwardForm{{ID: store.NewID(), Name: "Bằng khen", Authority: "Chủ tịch UBND tỉnh", Article: "mục III.1"}}
	d.Standards = standards()
	d.Deadlines = []thidua.Deadline{
		{ID: store.NewID(), What: thidua.DeadlineRegistration, Day: "02-01", Actor: "Văn phòng", To: "Sở Nội vụ", Article: "mục II.4", Order: 1},
		{ID: store.NewID(), What: thidua.DeadlineRegistration, Date: "2021-08-30", Actor: "Văn phòng", To: "Sở Nội vụ", Article: "mục II.4", Order: 2},
		{ID: store.NewID(), What: thidua.DeadlineDossier, Reference: "Điều 12, Quyết định số 33/2021/QĐ-UBND", Article: "mục IV.3", Order: 3},
	}
	for i, name := range []string{"Tờ trình đề nghị khen thưởng", "Biên bản họp xét của Hội đồng Thi đua - Khen thưởng", "Báo cáo thành tích của tập thể, cá nhân đề nghị khen thưởng"} {
		d.Parts = append(d.Parts, thidua.DossierPart{ID: store.NewID(), Kind: []thidua.PartKind{thidua.PartProposal, thidua.PartMinutes, thidua.PartReport}[i],
			Name: name, Article: "mục IV.2", Order: i + 1})
	}
	d.Bases = []thidua.LegalBase{
		{ID: store.NewID(), Kind: "Quyết định", Number: "33/2021/QĐ-UBND", Date: "2021-06-28", Issuer: "UBND tỉnh Lào Cai", Order: 1},
		{ID: store.NewID(), Kind: "Hướng dẫn", Number: "956/SNV-TĐKT", Date: "2021-07-30", Issuer: "Sở Nội vụ tỉnh Lào Cai", Order: 2},
	}
	return d
}

func criterion(d *thidua.Definition, parent, code, name string, points thidua.Points) string {
	c := thidua.Criterion{ID: store.NewID(), Parent: parent, Code: code, Name: name, Text: "Thi đua: " + name + ".", Article: "mục II.2", ForUnits: true,
		ForPeople: true, MaxPoints: points, Order: len(d.Criteria) + 1}
	d.Criteria = append(d.Criteria, c)
	return c.ID
}

func standards() []thidua.Standard {
	var out []thidua.Standard
	add := func(kind thidua.SubjectKind, name, article string, test thidua.Test) {
		out = append(out, thidua.Standard{ID: store.NewID(), For: kind, Name: name, Text: name + ".", Article: article, Test: test, Order: len(out) + 1})
	}
	c, i := thidua.Collective, thidua.Individual
	add(c, "Lãnh đạo, chỉ đạo, ban hành văn bản", "mục III.2.a, ý 1", thidua.Test{When: thidua.WhenTargetsReached, Criteria: []string{"TC1"}})
	add(c, "Kế hoạch phát động trong bộ phận", "mục III.2.a, ý 2", thidua.Test{When: thidua.WhenPlanIssued, Criteria: []string{"TC1"}})
	add(c, "Tuyên truyền", "mục III.2.a, ý 3", thidua.Test{When: thidua.WhenTargetsReached, Criteria: []string{"TC4"}})
	add(c, "Nhiệm vụ đúng chất lượng, tiến độ", "mục III.2.a, ý 4", thidua.Test{When: thidua.WhenTargetsReached, Criteria: []string{"TC2"}})
	add(c, "Thứ hạng trên địa bàn tỉnh", "mục III.2.a, ý 5", thidua.Test{When: thidua.WhenIndexRank})
	add(c, "Tham gia cải cách hành chính của cơ quan", "mục III.2.a, ý 6", thidua.Test{When: thidua.WhenManual})
	add(i, "Hoàn thành tốt nhiệm vụ, có giải pháp, sáng kiến", "mục III.2.b, ý 1", thidua.Test{When: thidua.WhenAll,
		Parts: []thidua.Test{{When: thidua.WhenEvaluation}, {When: thidua.WhenInitiative}}})
	add(i, "Phẩm chất đạo đức, gương mẫu", "mục III.2.b, ý 2", thidua.Test{When: thidua.WhenManual})
	return out
}
