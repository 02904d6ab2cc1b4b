package plan_test

import (
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/plan"
)

// TestDueDays proposes a day only where the written time says one.
func TestDueDays(t *testing.T) {
	for text, want := range map[string]string{
		"Trước 30/11/2025":      "2025-11-30 before",
		"Trước ngày 10/12/2025": "2025-12-10 before",
		"15/12/2025":            "2025-12-15",
		"30/9/2025.":            "2025-09-30",
		"Trước ngày 20/6":       "2025-06-20 before",
		"20/6":                  "2025-06-20",
		"Xong trước ngày 15 tháng 12 năm 2025":      "2025-12-15 before",
		"Chậm nhất ngày 15 tháng 3":                 "2025-03-15",
		"Đến hết ngày 31.12.2025":                   "2025-12-31",
		"Quý III, trước 30/9/2025":                  "2025-09-30 before",
		"Quý IV":                                    "",
		"Quý III/2025":                              "",
		"Tháng 10":                                  "",
		"Tháng 11/2025":                             "",
		"Tháng 3/6/9/12":                            "",
		"Tháng 01/2025 - 12/2025":                   "",
		"Thường xuyên":                              "",
		"Cả năm":                                    "",
		"Năm 2025":                                  "",
		"":                                          "",
		"Trước ngày 15 hằng tháng":                  "",
		"Trước ngày 15/12 hằng năm":                 "",
		"Trước ngày 15/6 và 15/12/2025":             "",
		"Từ ngày 01/3/2025 đến ngày 30/6/2025":      "",
		"Sau ngày 30/6/2025":                        "",
		"Trước ngày 31/02/2025":                     "",
		"Trước 30/11/25":                            "",
		"Trước ngày 25 tháng cuối quý":              "",
		"Đạt 1/2 số thủ tục":                        "",
		"Định kỳ, báo cáo trước 20/6/2025":          "",
		"Sau 10 ngày làm việc kể từ ngày ban hành":  "",
		"Hoàn thành trong Quý I năm 2025 (31/3/25)": "",
	} {
		day, inclusive := plan.DueDay(text, 2025)
		got := string(day)
		if day != "" && !inclusive {
			got += " before"
		}
		if got != want {
			t.Errorf("%q is proposed as %q, want %q", text, got, want)
		}
	}
	if day, _ := plan.DueDay("Trước ngày 20/6", 0); day != "" {
		t.Errorf("a day without a year, of a plan without one: %s", day)
	}
}

var agency = plan.Agency{Name: "Thanh tra tỉnh Mẫu Sơn", Units: []thidua.Unit{
	{ID: "vp", Code: "VP", Name: "Văn phòng", Short: "Văn phòng", Kind: thidua.UnitOffice},
	{ID: "nv1", Code: "NV1", Name: "Phòng Nghiệp vụ 1", Short: "Phòng NV 1"}, {ID: "nv2", Code: "NV2", Name: "Phòng Nghiệp vụ 2", Short: "Phòng NV 2"},
	{ID: "cs", Code: "CSDT", Name: "Phòng Chính sách dân tộc", Short: "Phòng CSDT"}, {ID: "tcd", Code: "TCD", Name: "Phòng Tiếp công dân và Xử lý đơn", Short: "Phòng TCD"},
}}

// TestOwners names a unit only where the written lead names exactly one.
func TestOwners(t *testing.T) {
	for lead, want := range map[string]string{
		"Văn phòng": "vp", "VĂN PHÒNG": "vp", "văn  phòng.": "vp", "VP": "vp", "Văn phòng Thanh tra tỉnh": "vp", "Văn phòng cơ quan": "vp", "Phòng Nghiệp vụ 2": "nv2",
		"Phòng NV2": "nv2", "Phòng NV 2": "nv2", "P. Nghiệp vụ 2": "nv2", "NV2": "nv2", "Phòng Chính sách": "cs", "Phòng Tiếp công dân và Xử lý đơn": "tcd",
		"Văn phòng UBND tỉnh": plan.UnknownLead, "Văn phòng Sở Nội vụ": plan.UnknownLead, "Phòng Nghiệp vụ 12": plan.UnknownLead, "Công an tỉnh": plan.UnknownLead,
		"Phòng": plan.UnknownLead, "": plan.NoLead, "-": plan.NoLead, "Văn phòng, Phòng Nghiệp vụ 1": plan.SeveralLeads, "Phòng Nghiệp vụ": plan.SeveralLeads,
		"Các phòng": plan.SeveralLeads, "Văn phòng và các phòng": plan.UnknownLead,
	} {
		unit, why := agency.Owner(lead)
		if unit+why != want || unit != "" && why != "" {
			t.Errorf("%q gives %q, %q; want %q", lead, unit, why, want)
		}
	}
}

func reform() plan.Draft {
	return plan.Draft{Kind: "KẾ HOẠCH", Title: "Cải cách hành chính năm 2025", Source: "KẾ HOẠCH\n\n1\tViệc một\n2\tViệc hai\n",
		Tasks: []plan.Task{{No: "1", Task: "Việc một", Lead: "Văn phòng", Due: "20/6", Seen: plan.Seen{Span: plan.Span{10, 20}, Confidence: plan.Plain}},
			{No: "2", Task: "Việc hai", Lead: "Các phòng", Due: "Quý IV", Seen: plan.Seen{Span: plan.Span{21, 31}, Confidence: plan.Check, Reason: "Ô bị gộp"}}},
		Warnings: []plan.Warning{{Text: "Ô bị gộp"}, {Text: "Bảng không có dòng tiêu đề"}},
		Layout:   &plan.Layout{Place: plan.InParagraphs, Places: []int{1, 4, 7}}}
}

func TestTasksAreProposedForTheOneOpenRound(t *testing.T) {
	a := agency
	a.Rounds = []thidua.Round{{ID: "r4", Year: 2024}, {ID: "r5", Year: 2025}, {ID: "end", Year: 2025, Closing: true}}
	rows, round := plan.ProposeTasks(reform(), a)
	if len(rows) != 2 || round != "r5" || rows[0] != (plan.TaskRow{Key: "tasks.0", Take: true, Owner: "vp", Due: "2025-06-20", Inclusive: true}) ||
		rows[1] != (plan.TaskRow{Key: "tasks.1", Take: true}) {
		t.Errorf("proposed %+v in %q", rows, round)
	}
	a.Rounds = append(a.Rounds, thidua.Round{ID: "other", Year: 2025})
	if _, round := plan.ProposeTasks(reform(), a); round != "" {
		t.Errorf("of two rounds of the year %q is proposed", round)
	}
	d := reform()
	d.Title = "Cải cách hành chính giai đoạn 2021-2025"
	if rows, round := plan.ProposeTasks(d, a); round != "" || rows[0].Due != "" {
		t.Errorf("a plan of several years proposes %q and %q", round, rows[0].Due)
	}
}

func TestTasksAreElementsWithTheirPlace(t *testing.T) {
	d := reform()
	items := d.Items()
	at := slices.IndexFunc(items, func(it plan.Item) bool { return it.Key == "tasks" })
	if at < 0 || len(items[at].Elements) != 2 || !items[at].Check || d.Size() != 2 || slices.ContainsFunc(items, func(it plan.Item) bool { return it.Key == "movement" }) {
		t.Fatalf("items %+v of size %d", items, d.Size())
	}
	place := d.Placer()
	if from, to := place(d.Tasks[1].Span); from != 7 || to != 7 {
		t.Errorf("the second row stands at %d to %d", from, to)
	}
	if from, to := place(plan.Span{0, 20}); from != 1 || to != 4 {
		t.Errorf("both lines stand at %d to %d", from, to)
	}
	if from, _ := (plan.Draft{Source: "x"}).Placer()(plan.Span{0, 1}); from != 0 {
		t.Errorf("a draft that was kept before knows place %d", from)
	}
	if w := d.LooseWarnings(); len(w) != 1 || w[0].Text != "Bảng không có dòng tiêu đề" {
		t.Errorf("warnings of no item: %+v", w)
	}
	if text := d.Outline(); !strings.Contains(text, "Nhiệm vụ (2)\n  1. 1 | Việc một; chủ trì: Văn phòng; thời gian: 20/6") {
		t.Errorf("outline: %s", text)
	}
	if !d.Settle("tasks.1") || d.Items()[at].Check {
		t.Error("a row that was looked at is still in doubt")
	}
	movement := reform()
	movement.Criteria = []plan.Criterion{{Text: "Thi đua"}}
	if movement.Reform() {
		t.Error("a movement that assigns its work in a table is taken for a reform plan")
	}
	if d.Awards = []plan.Award{{Form: "Bằng khen"}}; !reform().Reform() || d.Reform() {
		t.Error("a plan with a task table and no award is a reform plan, and only that")
	}
}

func TestDeadlinesInWords(t *testing.T) {
	for want, d := range map[string]plan.Deadline{
		"tháng 12/2025": {Period: "2025-12", Recurs: plan.Once},
		"quý IV":        {Period: "Q4", Recurs: plan.Once},
		"10 ngày làm việc kể từ ngày ban hành": {After: &plan.After{Days: 10, Working: true, Event: "ngày ban hành"}},
		"hằng quý":                                  {Recurs: plan.Quarterly},
		"từ ngày 01/03/2025, quý II/2025":           {From: "2025-03-01", Period: "2025-Q2"},
		"từ ngày 01/03/2025 6 tháng một lần":        {From: "2025-03-01", Recurs: plan.HalfYearly},
		"trước ngày 01/02 hằng năm":                 {Day: "02-01", Recurs: plan.Yearly},
		"theo Điều 12 (không ghi ngày)":             {Reference: "Điều 12"},
		"từ ngày 01/03/2025, trước ngày 30/06/2025": {From: "2025-03-01", Date: "2025-06-30"},
	} {
		if got := d.When(); got != want {
			t.Errorf("said as %q, want %q", got, want)
		}
		if dated := d.Day != "" || d.Date != "" || d.Reference != ""; dated == d.Worded() {
			t.Errorf("%q is only words: %v", want, d.Worded())
		}
	}
}
