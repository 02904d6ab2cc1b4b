package web_test

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/plan"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// keepDraft keeps a plan as if it had been read so, and gives the address of its review.
func (h *hall) keepDraft(d plan.Draft) string {
	h.t.Helper()
	draft, err := json.Marshal(d)
	if err != nil {
		h.t.Fatal(err)
	}
	review, err := json.Marshal(plan.Propose(d))
	if err != nil {
		h.t.Fatal(err)
	}
	p := thidua.PlanSource{ID: store.NewID(), File: thidua.FileRef{Hash: store.NewID(), Name: "ke-hoach.docx"}, Draft: string(draft), Review: string(review),
		State: thidua.PlanOpen, ReadAt: testkit.Today, ReadBy: ha}
	act := &store.Act{Tenant: h.Tenant, Actor: "account:cai-dat", ActorName: "Cài đặt", Verb: string(thidua.ReadPlan), Object: "plan:" + p.ID}
	if err := h.DB.Write(context.Background(), act, func(tx *store.Tx) error { return tx.InsertPlanSource(p) }); err != nil {
		h.t.Fatal(err)
	}
	return "/ke-hoach/" + p.ID
}

// TestPlacesOfTheOriginal says for each format in its own unit where a passage stands.
func TestPlacesOfTheOriginal(t *testing.T) {
	h := openHall(t)
	docx, err := os.ReadFile("../plan/testdata/lao-cai.docx")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data        []byte
		head, place string
	}{"ke-hoach.docx": {docx, " đoạn", "đoạn "}, "ke-hoach.txt": {otherPlan(t), " dòng", "dòng "}} {
		_, d := h.reviewOf(name, c.data)
		head := d.Find(`section[aria-label="Văn bản nguồn"] .ch`).Text()
		item := d.Find("#t8 .exh h3").Text()
		if !strings.Contains(head, "toàn văn, ") || !strings.Contains(head, c.head) || !strings.Contains(item, "· "+c.place) {
			t.Errorf("%s: %q, item 8: %q", name, head, item)
		}
		if n := d.Find(".vb .lno").Length(); n < 10 || d.Find(".vb .pg").Length() != 0 {
			t.Errorf("%s: %d numbers in the margin", name, n)
		}
	}
	pdf, err := os.ReadFile("../plan/testdata/plans/19-cchc-bang-hai-trang.pdf")
	if err != nil {
		t.Fatal(err)
	}
	_, printed := h.reviewOf("ke-hoach.pdf", pdf)
	if rows := printed.Find("#bang-nhiem-vu tbody tr").Length(); rows < 5 || printed.Find(".vb .pg").Text() != "Trang 1Trang 2" || !strings.Contains(printed.Find(".exh").Text(), "· tr. 2") {
		t.Errorf("%d rows, pages %q", rows, printed.Find(".vb .pg").Text())
	}
	d := plan.Draft{Kind: "KẾ HOẠCH", Title: "Thi đua", Source: "KẾ HOẠCH\nThi đua\nMột\nHai", Purposes: []plan.Text{{Text: "Một", Seen: plan.Seen{Span: plan.Span{17, 20},
		Confidence: plan.Plain}}}, Layout: &plan.Layout{Place: plan.InPages, Places: []int{1, 1, 2, 3}}}
	page := mustGet(h, h.keepDraft(d))
	if pages := page.Find(".vb .pg").Text(); pages != "Trang 1Trang 2Trang 3" || !strings.Contains(page.Find(".exh").Text(), "· tr. 2") {
		t.Errorf("pages %q in %q", pages, page.Find(".exh").Text())
	}
	d.Layout = nil
	if page = mustGet(h, h.keepDraft(d)); page.Find(".vb .pg, .vb .lno").Length() != 0 || strings.Contains(page.Find("main").Text(), "toàn văn,") {
		t.Error("a draft without places shows some")
	}
}

// TestAllThatWasReadIsShown keeps what has no field, or no day, on the page in words.
func TestAllThatWasReadIsShown(t *testing.T) {
	h := openHall(t)
	points := plan.Points(2050)
	seen := func(from, to int, reason string) plan.Seen {
		s := plan.Seen{Span: plan.Span{from, to}, Confidence: plan.Plain, Reason: reason}
		if reason != "" {
			s.Confidence = plan.Check
		}
		return s
	}
	d := plan.Draft{Kind: "KẾ HOẠCH", Title: "Phong trào thi đua", Place: "Mẫu Sơn", Issuer: "Ban Dân tộc Mẫu", Source: strings.Repeat("chữ\n", 20),
		Movement: plan.Movement{Name: "Thi đua mẫu", From: "2026", To: "2027"},
		Subjects: []plan.Subject{{Kind: plan.Collective, Text: "Các phòng", Seen: seen(0, 3, "")}, {Kind: plan.Individual, Text: "Công chức", Seen: seen(4, 7, "")}},
		Criteria: []plan.Criterion{{Text: "Tiêu chí một", Points: &points, Seen: seen(8, 11, "")}},
		Deadlines: []plan.Deadline{
			{What: plan.ForReport, Period: "2026-Q4", Inclusive: true, Actor: "Các phòng", To: "Văn phòng", Seen: seen(12, 15, "")},
			{What: plan.ForOther, After: &plan.After{Days: 10, Working: true, Event: "ngày ban hành"}, Seen: seen(16, 19, "Không rõ ai thực hiện")},
			{What: plan.ForReport, Recurs: plan.Quarterly, Seen: seen(20, 23, "")},
			{What: plan.ForReport, From: "2026-03-01", Date: "2026-06-30", Seen: seen(24, 27, "")},
		},
		Awards:   []plan.Award{{Form: "Giấy khen", Seen: seen(28, 31, "Không rõ ai khen"), Authority: "Trưởng Ban"}},
		Warnings: []plan.Warning{{Text: "Không rõ ai khen"}, {Text: "Có phụ lục không đọc được"}}}
	path := h.keepDraft(d)
	page := mustGet(h, path)
	text := strings.Join(strings.Fields(page.Find("main").Text()), " ")
	for _, says := range []string{"Kế hoạch của Ban Dân tộc Mẫu · địa danh: Mẫu Sơn", "“Thi đua mẫu”, 2026–2027", "Tập thể: Các phòng", "Cá nhân: Công chức", "(20,5 điểm)",
		"Quý IV/2026 · Báo cáo · Các phòng gửi Văn phòng", "10 ngày làm việc kể từ ngày ban hành", "Hằng quý", "Từ ngày 01/03/2026", "Không rõ ai thực hiện", "Không rõ ai khen",
		"Lưu ý khi đọc văn bản", "Có phụ lục không đọc được"} {
		if !strings.Contains(text, says) {
			t.Errorf("%q is not on the page", says)
		}
	}
	if strings.Count(text, "Không rõ ai khen") != 1 {
		t.Error("a warning of an item is told twice")
	}
	for field, there := range map[string]int{"deadline-1-day": 0, "deadline-2-day": 0, "deadline-3-day": 0, "deadline-4-day": 1} {
		if n := page.Find(`[name="` + field + `"]`).Length(); n != there {
			t.Errorf("%d fields %s", n, field)
		}
	}
	form := fieldsOf(page, "#ke-hoach")
	form.Set("deadline-1-actor", "Các phòng thuộc Ban")
	form.Set("criterion-1-points", "hai mươi")
	again, code, _ := h.submit(path, form)
	if code != 422 || again.Find("#criterion-1-points-e").Length() != 1 || again.Find("[name=deadline-1-actor]").AttrOr("value", "") != "Các phòng thuộc Ban" {
		t.Fatalf("wrong points: %d", code)
	}
	form.Set("criterion-1-points", "25")
	_, code, to := h.submit(path, form)
	if code != http.StatusSeeOther {
		t.Fatalf("saved with %d", code)
	}
	if saved := mustGet(h, to).Find("main").Text(); !strings.Contains(saved, "(25 điểm)") || !strings.Contains(saved, "Các phòng thuộc Ban gửi Văn phòng") {
		t.Errorf("what was typed is not kept: %s", strings.Join(strings.Fields(saved), " "))
	}
	err := h.DB.Read(context.Background(), h.Tenant, func(tx *store.Tx) error {
		kept, err := tx.PlanSource(strings.TrimPrefix(path, "/ke-hoach/"))
		if n := strings.Count(kept.Review, `"Inclusive":true`); n != 1 {
			t.Errorf("%d time limits take in their last day", n)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
