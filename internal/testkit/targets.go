package testkit

import (
	"context"
	"testing"

	"thidua"
	"thidua/internal/store"
)

// EightTargets are those of Phòng Nghiệp vụ 2 for 2025, invented: two, three, one, one and one at the five criteria.
func (s *Season) EightTargets() []thidua.Target {
	heads := s.Definition.Heads()
	var out []thidua.Target
	for _, l := range []struct {
		criterion int
		content   string
		value     thidua.Quantity
		measure   string
		due       thidua.Date
	}{
		{0, "Ban hành kế hoạch cải cách hành chính năm 2025 của phòng", 1_00, "văn bản", "2025-02-20"},
		{0, "Họp giao ban kiểm điểm tiến độ hằng tháng", 12_00, "cuộc họp", "2025-12-31"},
		{1, "Kết luận thanh tra ban hành đúng thời hạn", 100_00, "%", "2025-12-31"},
		{1, "Hồ sơ công việc xử lý trên môi trường mạng", 95_00, "%", "2025-12-31"},
		{1, "Văn bản quy phạm tham gia góp ý đúng hạn", 100_00, "%", "2025-12-31"},
		{2, "Điểm Bộ chỉ số cải cách hành chính phần phòng phụ trách", 92_50, "điểm", "2025-12-31"},
		{3, "Tin, bài tuyên truyền trên Trang thông tin điện tử", 8_00, "bài", "2025-11-30"},
		{4, "Sáng kiến được Chánh Thanh tra công nhận", 2_00, "sáng kiến", "2025-10-31"},
	} {
		out = append(out, thidua.Target{Criterion: heads[l.criterion].ID, Content: l.content, Value: l.value, Measure: l.measure,
			Direction: thidua.AtLeast, Due: l.due, Order: len(out) + 1})
	}
	return out
}

// OpenAccounts gives everybody of the season an account with the roles of the cast, but for Lê Văn Thanh, who uses no computer.
func (s *Season) OpenAccounts(t testing.TB) {
	t.Helper()
	act := &store.Act{Tenant: s.Tenant, Actor: "account:cai-dat", ActorName: "Cài đặt", Verb: "mo-tai-khoan", Object: "agency:" + s.Tenant}
	err := s.DB.Write(context.Background(), act, func(tx *store.Tx) error {
		for _, c := range cast {
			a := s.actors[c.name]
			if c.name == "Lê Văn Thanh" {
				continue
			}
			if err := tx.InsertAccount(thidua.Account{ID: a.Account, UserName: a.Account, Person: a.Person}, a.Account, "không đăng nhập"); err != nil {
				return err
			}
			for _, role := range c.roles {
				if err := tx.InsertGrant(thidua.Grant{ID: store.NewID(), Account: a.Account, Role: role, From: "2021-01-01"}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("open the accounts: %v", err)
	}
}
