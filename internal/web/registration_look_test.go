package web_test

import (
	"context"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/browser"
	"thidua/internal/store"
)

// asOn14January brings the season to where the screens show it: one unit returned, one reviewed, two sent, one at its draft, one without.
func (h *hall) asOn14January() thidua.Registration {
	h.t.Helper()
	ctx := context.Background()
	act := &store.Act{Tenant: h.Tenant, Actor: "account:cai-dat", Verb: "ngay-nghi"}
	err := h.DB.Write(ctx, act, func(tx *store.Tx) error {
		for day := thidua.Date("2025-01-25"); day <= "2025-02-02"; day = day.AddDays(1) {
			if err := tx.SaveHoliday(thidua.Holiday{Day: day, DayKind: thidua.DayKind{Free: true, Name: "Tết Nguyên đán"}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		h.t.Fatal(err)
	}
	h.keep("Hoàng Minh Tuấn", "VP", h.EightTargets()[:2])
	h.send("Trần Thị Hạnh", "NV1")
	h.step(ha, h.send("Vũ Quang Sơn", "NV3"), thidua.Review, app.Move{})
	four := h.EightTargets()[:7]
	h.step("Bùi Đức Long", h.keep("Bùi Đức Long", "NV4", four), thidua.Send, app.Move{})
	r := h.send("Lý Văn Dũng", "NV2")
	heads := h.Definition.Heads()
	r = h.step(ha, r, thidua.AskMore, app.Move{Reason: "ghi chỉ số thành phần ở tiêu chí 3 và minh chứng dự kiến ở tiêu chí 5.", Remarks: map[string]string{
		heads[2].ID: "Đề nghị ghi rõ chỉ số thành phần phòng phụ trách (thứ hạng của cơ quan công bố sau).",
		heads[4].ID: "Bổ sung tên và lĩnh vực dự kiến của 2 sáng kiến."}})
	for _, n := range []struct{ who, criterion, text string }{
		{"Lý Văn Dũng", heads[2].ID, "Phòng phụ trách 3 chỉ số thành phần, đã ghi trong nội dung, xin ý kiến trước khi gửi lại."}, {ha, "", "Nhất trí."},
	} {
		if err := h.core.AddNote(ctx, h.Actor(n.who), r.ID, n.criterion, n.text); err != nil {
			h.t.Fatal(err)
		}
	}
	return r
}

// TestRegistrationScreensAreClean looks at each screen of registration on a desk and on a phone, by day and by night.
func TestRegistrationScreensAreClean(t *testing.T) {
	h := openHall(t)
	r := h.asOn14January()
	unit := browser.Open(t, h.as("Lý Văn Dũng"), browser.Desk)
	look(t, unit, "04-dang-ky", "/dang-ky")
	head := browser.Open(t, h.as("Bùi Đức Long"), browser.Desk)
	look(t, head, "12-dang-ky-ca-nhan", "/dang-ky-ca-nhan")
	desk := browser.Open(t, h.as(ha), browser.Desk)
	look(t, desk, "04b-tong-hop", "/tong-hop")
	look(t, desk, "04b-ca-nhan", "/nam/"+r.Round+"/tong-hop?loai=ca-nhan")
	look(t, desk, "04-ra-soat", "/nam/"+r.Round+"/dang-ky/"+h.Units["NV1"].ID)
}

func TestSlipScreensAreClean(t *testing.T) {
	h := openHall(t)
	for unit, who := range map[string]string{"VP": "Hoàng Minh Tuấn", "NV1": "Trần Thị Hạnh", "NV2": "Lý Văn Dũng", "NV3": "Vũ Quang Sơn", "NV4": "Bùi Đức Long",
		"NV5": "Nguyễn Hải Yến"} {
		h.step(ha, h.send(who, unit), thidua.Review, app.Move{})
	}
	round := h.Rounds[2025].ID
	s, err := h.core.MakeCoverSlip(context.Background(), h.Actor(ha), round, thidua.SlipRegistrations, round, "")
	if err != nil {
		t.Fatal(err)
	}
	look(t, browser.Open(t, h.as(ha), browser.Desk), "13-phieu-trinh", "/phieu-trinh/"+s.ID)
	leader := h.Actor("Trần Mạnh Khôi")
	look(t, browser.Open(t, h.as(leader.Name), browser.Desk), "13-lanh-dao", "/phieu-trinh/"+s.ID)
	if _, err := h.core.RecordOpinion(context.Background(), leader, s.ID, app.Instruction{Version: s.Version, Do: thidua.Agree}); err != nil {
		t.Fatal(err)
	}
	look(t, browser.Open(t, h.as(ha), browser.Desk), "13-da-phe-duyet", "/phieu-trinh/"+s.ID)
}
