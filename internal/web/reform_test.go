package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/plan"
)

const dung = "Lý Văn Dũng"

// reformDraft is a yearly reform plan of three rows: with owner and day, with owner alone, with neither.
func reformDraft() plan.Draft {
	source := "KẾ HOẠCH\nCải cách hành chính năm 2025\n1\tBan hành kế hoạch\n2\tRà soát văn bản\n3\tKiểm tra"
	row := func(text string) plan.Seen {
		from := len([]rune(source[:strings.Index(source, text)]))
		return plan.Seen{Span: plan.Span{from, from + len([]rune(text))}, Confidence: plan.Plain}
	}
	d := plan.Draft{Kind: "KẾ HOẠCH", Title: "Cải cách hành chính năm 2025", Issuer: "Thanh tra tỉnh Mẫu", Source: source, Tasks: []plan.Task{
		{No: "1", Task: "Ban hành kế hoạch", Product: "Kế hoạch", Lead: "Văn phòng", Support: "Các phòng", Due: "Trước ngày 10/12/2025", Seen: row("1\tBan hành kế hoạch")},
		{No: "2", Task: "Rà soát văn bản", Lead: "Phòng NV2", Due: "Quý III", Seen: row("2\tRà soát văn bản")},
		{No: "3", Task: "Kiểm tra", Lead: "Các phòng", Due: "Thường xuyên", Seen: row("3\tKiểm tra")}},
		Layout: &plan.Layout{Place: plan.InParagraphs, Places: []int{1, 2, 5, 11, 17}}}
	d.Tasks[2].Confidence, d.Tasks[2].Reason = plan.Check, "Ô bị gộp"
	return d
}

func TestReformPlanShowsItsRows(t *testing.T) {
	h := openHall(t)
	path := h.keepDraft(reformDraft())
	d := mustGet(h, path)
	if d.Find("#bang-nhiem-vu tbody tr").Length() != 3 || d.Find(`[formaction$="/`+string(thidua.ConfirmPlan)+`"], [formaction$="/`+string(thidua.CreateFromPlan)+`"]`).Length() != 0 ||
		d.Find(`[formaction="`+path+"/"+string(thidua.CreateTasks)+`"]`).Length() != 1 || d.Find("#starts").Length() != 0 {
		t.Fatalf("the page of a reform plan: %s", d.Find("main").Text())
	}
	form := fieldsOf(d, "#ke-hoach")
	for name, want := range map[string]string{"round": h.Rounds[2025].ID, "task-1-take": "1", "task-1-owner": h.Units["VP"].ID, "task-1-due": "10/12/2025",
		"task-1-inclusive": "false", "task-2-owner": h.Units["NV2"].ID, "task-2-due": "", "task-3-take": "1", "task-3-owner": "", "task-3-due": ""} {
		if got := form.Get(name); got != want {
			t.Errorf("%s is proposed as %q, want %q", name, got, want)
		}
	}
	text := strings.Join(strings.Fields(d.Find("#bang-nhiem-vu").Text()), " ")
	for _, says := range []string{"Kế hoạch: Phòng NV2", "Kế hoạch: Quý III", "Kế hoạch: Thường xuyên", plan.SeveralLeads, "Ô bị gộp", "đang chọn 3 nhiệm vụ", "Các phòng"} {
		if !strings.Contains(text, says) {
			t.Errorf("%q is not in the table: %s", says, text)
		}
	}
	d.Find(`main a[href^="#"]`).Each(func(_ int, s *goquery.Selection) {
		if to := s.AttrOr("href", ""); d.Find(to).Length() != 1 {
			t.Errorf("%s leads to %d places", to, d.Find(to).Length())
		}
	})
	if to := d.Find(`mark[data-to="nhiem-vu-2"]`); to.Length() != 1 || !strings.Contains(to.Text(), "Rà soát văn bản") {
		t.Errorf("%d passages lead to the second row", to.Length())
	}
}

// TestReformPlansAreReadFromEachFormat uploads plans with a task table as they come, and makes the tasks of one.
func TestReformPlansAreReadFromEachFormat(t *testing.T) {
	h := openHall(t)
	for name, rows := range map[string]int{"13-cchc-2025.txt": 6, "17-cchc-phu-luc-ngang.docx": 8, "18-cchc-bang-trong-than.doc": 6} {
		data, err := os.ReadFile("../plan/testdata/plans/" + name)
		if err != nil {
			t.Fatal(err)
		}
		path, d := h.reviewOf(name, data)
		if n := d.Find("#bang-nhiem-vu tbody tr").Length(); n != rows {
			t.Errorf("%s shows %d rows", name, n)
		}
		d.Find(`main a[href^="#"]`).Each(func(_ int, s *goquery.Selection) {
			if to := s.AttrOr("href", ""); d.Find(to).Length() != 1 {
				t.Errorf("%s: %s leads to %d places", name, to, d.Find(to).Length())
			}
		})
		form := fieldsOf(d, "#ke-hoach")
		form.Set("round", h.Rounds[2025].ID)
		for n := 1; n <= rows; n++ {
			form.Del("task-" + strconv.Itoa(n) + "-take")
		}
		form.Set("task-1-take", "1")
		form.Set("task-1-owner", "")
		again, code, _ := h.submit(path+"/"+string(thidua.CreateTasks), form)
		if code != 422 || again.Find("#task-1-owner-e").Length() != 1 {
			t.Errorf("%s without an owner: %d", name, code)
			continue
		}
		form = fieldsOf(again, "#ke-hoach")
		form.Set("task-1-owner", h.Units["NV1"].ID)
		if _, code, to := h.submit(path+"/"+string(thidua.CreateTasks), form); code != http.StatusSeeOther || !strings.HasPrefix(to, "/nam/") {
			t.Errorf("%s: made with %d", name, code)
		}
	}
	if list := mustGet(h, "/nam/"+h.Rounds[2025].ID+"/nhiem-vu"); list.Find("tbody tr").Length() != 3 {
		t.Errorf("%d tasks of three plans", list.Find("tbody tr").Length())
	}
}

func TestReformPlanIsMadeTasks(t *testing.T) {
	h := openHall(t)
	path := h.keepDraft(reformDraft())
	makes := path + "/" + string(thidua.CreateTasks)
	form := fieldsOf(mustGet(h, path), "#ke-hoach")
	form.Set("task-1-due", "31/02/2025")
	form.Del("task-2-take")
	again, code, _ := h.submit(makes, form)
	if code != 422 || again.Find("#task-1-due-e").Length() != 1 || again.Find("#task-1-due").AttrOr("value", "") != "31/02/2025" ||
		again.Find("#task-2-take[checked]").Length() != 0 {
		t.Fatalf("a wrong day: %d %s", code, again.Find(".errs").Text())
	}
	form.Set("task-1-due", "10/12/2035")
	form.Set("round", "")
	again, code, _ = h.submit(makes, form)
	if code != 422 || again.Find("#round-e").Length() != 1 || again.Find("#task-3-owner-e").Length() != 1 || again.Find("#task-1-due").AttrOr("value", "") != "10/12/2035" {
		t.Fatalf("no round, no owner: %d %s", code, again.Find(".errs").Text())
	}
	form = fieldsOf(again, "#ke-hoach")
	form.Set("round", h.Rounds[2025].ID)
	for n := range 3 {
		form.Del("task-" + strconv.Itoa(n+1) + "-take")
	}
	again, code, _ = h.submit(makes, form)
	if code != 422 || again.Find("#task-1-take-e").Length() != 1 || again.Find("#task-1-due").AttrOr("value", "") != "10/12/2035" {
		t.Fatalf("nothing chosen: %d %s", code, again.Find(".errs").Text())
	}
	form = fieldsOf(again, "#ke-hoach")
	form.Set("task-1-take", "1")
	form.Set("task-2-take", "1")
	form.Set("task-1-due", "10/12/2025")
	stale := url.Values{}
	for name, values := range form {
		stale[name] = values
	}
	stale.Set("version", "1")
	stale.Set("key", "another window")
	if late, code, _ := h.submit(makes, stale); code != http.StatusConflict || !strings.Contains(late.Text(), "người khác vừa lưu") {
		t.Fatalf("the second to save: %d", code)
	}
	_, code, to := h.submit(makes, form)
	if code != http.StatusSeeOther || to != "/nam/"+h.Rounds[2025].ID+"/nhiem-vu?xong="+string(thidua.CreateTasks) {
		t.Fatalf("made with %d to %q", code, to)
	}
	list := mustGet(h, to)
	if list.Find("tbody tr").Length() != 2 || !strings.Contains(list.Find("main").Text(), "Trước 10/12/2025") || !strings.Contains(list.Find("main").Text(), "Quý III") {
		t.Errorf("the list: %s", list.Find("main").Text())
	}
	byDay := mustGet(h, "/nam/"+h.Rounds[2025].ID+"/nhiem-vu?theo=han")
	if heads := byDay.Find("main h2").Text(); !strings.Contains(heads, "Chưa đến hạn") || !strings.Contains(heads, "Không ghi ngày") {
		t.Errorf("by day: %s", heads)
	}
	if after := mustGet(h, path); !strings.Contains(after.Find("main").Text(), "Kế hoạch này đã tạo nhiệm vụ") || after.Find(`[formaction$="`+string(thidua.CreateTasks)+`"]`).Length() != 0 {
		t.Error("the plan does not lead to its tasks")
	}
	if year := mustGet(h, "/phong-trao/"+h.Movement.ID+"?nam=2025"); year.Find(`a[href="/nam/`+h.Rounds[2025].ID+`/nhiem-vu"]`).Length() != 1 {
		t.Error("the year does not lead to its tasks")
	}
	if plans := mustGet(h, "/ke-hoach"); !strings.Contains(plans.Text(), "Đã đưa vào thực hiện") {
		t.Error("the list of plans does not tell that the plan was put to use")
	}
}

// madeTasks makes the first two rows tasks of 2025 and gives their addresses, that of Văn phòng first.
func (h *hall) madeTasks() []string {
	h.t.Helper()
	path := h.keepDraft(reformDraft())
	form := fieldsOf(mustGet(h, path), "#ke-hoach")
	form.Del("task-3-take")
	_, code, to := h.submit(path+"/"+string(thidua.CreateTasks), form)
	if code != http.StatusSeeOther {
		h.t.Fatalf("made with %d", code)
	}
	var out []string
	mustGet(h, to).Find("tbody th a").Each(func(_ int, s *goquery.Selection) { out = append(out, s.AttrOr("href", "")) })
	if len(out) != 2 {
		h.t.Fatalf("tasks %v", out)
	}
	if strings.Contains(mustGet(h, out[0]).Find("main").Text(), "Phòng Nghiệp vụ 2 chủ trì") {
		out[0], out[1] = out[1], out[0]
	}
	return out
}

func TestTaskOnItsPage(t *testing.T) {
	h := openHall(t)
	at := h.madeTasks()[1]
	head, code := h.get(dung, at)
	if code != http.StatusOK || head.Find("main form").Length() != 1 {
		t.Fatalf("the head of the unit: %d with %d forms", code, head.Find("main form").Length())
	}
	if other, _ := h.get("Trần Thị Hạnh", at); other.Find("main form").Length() != 0 || !strings.Contains(other.Text(), "Chỉ để xem") {
		t.Error("the head of another unit has forms")
	}
	w := h.post("Trần Thị Hạnh", at+"/"+string(thidua.CompleteTask), url.Values{"version": {"1"}, "on": {"13/01/2025"}})
	if w.Code != http.StatusForbidden {
		t.Errorf("the head of another unit records: %d", w.Code)
	}
	if w := h.post("Phạm Mai Anh", at+"/"+string(thidua.CompleteTask), url.Values{"version": {"1"}, "on": {"13/01/2025"}}); w.Code != http.StatusForbidden {
		t.Errorf("somebody of the unit records: %d", w.Code)
	}
	form := fieldsOf(head, "main form")
	form.Set("on", "32/01/2025")
	form.Set("note", "Báo cáo số 12/BC-TT")
	again, code := h.read(h.post(dung, at+"/"+string(thidua.CompleteTask), form))
	if code != 422 || again.Find("#on").AttrOr("value", "") != "32/01/2025" || again.Find("#on-e").Length() != 1 || again.Find("#note").Text() != "Báo cáo số 12/BC-TT" {
		t.Fatalf("a wrong day: %d", code)
	}
	mend := fieldsOf(mustGet(h, at), `form[action$="`+string(thidua.MendTask)+`"]`)
	mend.Set("due", "20/01/2025")
	mend.Set("owner", "")
	if again, code, _ := h.submit(at+"/"+string(thidua.MendTask), mend); code != 422 || again.Find("#owner-e").Length() != 1 || again.Find("#due").AttrOr("value", "") != "20/01/2025" {
		t.Fatalf("without an owner: %d", code)
	}
	mend.Set("owner", h.Units["NV2"].ID)
	if _, code, _ := h.submit(at+"/"+string(thidua.MendTask), mend); code != http.StatusSeeOther {
		t.Fatalf("mended with %d", code)
	}
	mend.Set("key", "another window")
	if late, code, _ := h.submit(at+"/"+string(thidua.MendTask), mend); code != http.StatusConflict || late.Find("#due").AttrOr("value", "") != "20/01/2025" {
		t.Errorf("the second to save: %d", code)
	}
	desk, _ := h.get(dung, "/viec-cua-toi")
	if link := desk.Find(`a[href="` + at + `"]`); link.Length() == 0 || !strings.Contains(desk.Find("main").Text(), "Trước 20/01/2025") {
		t.Errorf("Việc của tôi: %s", desk.Find("main").Text())
	}
	form.Set("on", "13/01/2025")
	form.Set("version", "2")
	if w := h.post(dung, at+"/"+string(thidua.CompleteTask), form); w.Code != http.StatusSeeOther {
		t.Errorf("done with %d", w.Code)
	}
	page := mustGet(h, at)
	if text := page.Find("main").Text(); !strings.Contains(text, "Đã hoàn thành") || !strings.Contains(text, "ngày 13/01/2025") || !strings.Contains(text, "Báo cáo số 12/BC-TT") {
		t.Errorf("done: %s", text)
	}
	if w := h.do(dung, httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+at+"/"+string(thidua.Launch), nil)); w.Code != http.StatusNotFound {
		t.Errorf("an act of another table: %d", w.Code)
	}
}
