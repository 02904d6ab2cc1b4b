package web_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/app/exchange"
	"thidua/internal/testkit"
	"thidua/internal/vi"
)

const lists = "/excel/dang-ky/"

// workbook is that of a list as somebody downloads it, open in Excel.
func (h *hall) workbook(who, at string) *excelize.File {
	h.t.Helper()
	r := h.do(who, request(at+"/bieu.xlsx"))
	if wrong := testkit.NotAFile("xlsx", r.Code, r.Header().Get("Content-Type"), r.Body.Bytes()); wrong != "" {
		h.t.Fatal(wrong)
	}
	f, err := excelize.OpenReader(r.Body)
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { _ = f.Close() })
	return f
}

func request(path string) *http.Request {
	return httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil)
}

// typeInto writes a value into the column of a key on the n-th row below the head of a sheet.
func typeInto(t *testing.T, f *excelize.File, tab, key string, n int, v any) {
	t.Helper()
	rows, err := f.GetRows(tab)
	if err != nil {
		t.Fatal(err)
	}
	head := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 0 && cells[0] == vi.CodeHead })
	at, err := excelize.CoordinatesToCellName(slices.Index(rows[head], vi.ExchangeHeads[key])+1, head+1+n)
	if err == nil {
		err = f.SetCellValue(tab, at, v)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// bring sends a workbook back and gives the page of differences.
func (h *hall) bring(who, at string, f *excelize.File) (*goquery.Document, int) {
	h.t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		h.t.Fatal(err)
	}
	return h.read(h.upload(who, at, "0", "tep", "bieu.xlsx", out.Bytes()))
}

// yes is the form of a page of differences, with the rows ticked that the page ticks.
func yes(page *goquery.Document) url.Values { return fieldsOf(page, "form[action$='/ap-dung']") }

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestAListComesBackRowByRow(t *testing.T) {
	h := openHall(t)
	const who = "Lý Văn Dũng"
	was := h.keep(who, "NV2", h.EightTargets())
	at := lists + h.Rounds[2025].ID
	f := h.workbook(who, at)
	typeInto(t, f, vi.UnitTargetsTab, "value", 1, 41)
	typeInto(t, f, vi.UnitTargetsTab, "value", 2, 42)
	typeInto(t, f, vi.UnitTargetsTab, "value", 3, "nhiều")
	for key, v := range map[string]any{"unit": "Phòng Nghiệp vụ 2", "criterion": "TC1", "content": "Chỉ tiêu thêm", "value": 3, "measure": "bài", "due": "1/6/2025"} {
		typeInto(t, f, vi.UnitTargetsTab, key, 9, v)
	}
	page, code := h.bring(who, at, f)
	text := flat(page.Find("main").Text())
	for _, want := range []string{"Sửa2Thêm1Giữ nguyên", "Lỗi1", "Ô F8, cột Chỉ tiêu: Nhập số", "1 dòng lỗi không áp dụng", "Chưa có gì thay đổi cho đến khi bấm Áp dụng", "Áp dụng 3 dòng"} {
		if code != http.StatusOK || !strings.Contains(text, want) {
			t.Errorf("%d, the page does not say %q", code, want)
		}
	}
	if now := h.kept2025(who); now.Version != was.Version {
		t.Error("the look changed something")
	}
	form := yes(page)
	if len(form["dong"]) != 4 || !slices.Equal(form["chon"], []string{"0", "1", "3"}) {
		t.Fatalf("%d rows, ticked %v", len(form["dong"]), form["chon"])
	}
	// somebody saves the second row meanwhile
	between := h.kept2025(who)
	between.Targets[1].Value = 77_00
	if _, err := h.core.SaveRegistration(t.Context(), h.Actor(who), between); err != nil {
		t.Fatal(err)
	}
	answer := h.post(who, at+"/ap-dung", form)
	page, code = h.read(answer)
	text = flat(page.Find("main").Text())
	for _, want := range []string{"Đã áp dụng 2 dòng:Dòng 6, Phòng Nghiệp vụ 2", "Không áp dụng 1 dòng:Dòng 7, Phòng Nghiệp vụ 2", "Đã có người sửa sau khi tải tệp: hiện nay là “77”"} {
		if code != http.StatusOK || !strings.Contains(text, want) {
			t.Errorf("%d, after the yes the page does not say %q: %.600s", code, want, text)
		}
	}
	now := h.kept2025(who)
	if len(now.Targets) != 9 || now.Targets[0].Value != 41_00 && now.Targets[1].Value != 41_00 {
		t.Errorf("%d targets, %+v", len(now.Targets), now.Targets[:2])
	}
	// the same form again adds nothing
	again := h.post(who, at+"/ap-dung", form)
	if to := again.Header().Get("Location"); again.Code != http.StatusSeeOther || to != at || len(h.kept2025(who).Targets) != 9 {
		t.Errorf("sent twice: %d to %q, %d targets", again.Code, to, len(h.kept2025(who).Targets))
	}
	// the row that was refused is shown against what stands there now, and may be ticked
	left := yes(page)
	left["chon"] = []string{"0"}
	if page, code := h.read(h.post(who, at+"/ap-dung", left)); code != http.StatusOK || !strings.Contains(page.Find("main").Text(), "Đã áp dụng 1 dòng") {
		t.Errorf("the second yes: %d %.300s", code, flat(page.Find("main").Text()))
	}
}

func (h *hall) kept2025(who string) thidua.Registration {
	h.t.Helper()
	v, err := h.core.UnitRegistration(h.t.Context(), h.Actor(who), h.Rounds[2025].ID, h.Units["NV2"].ID)
	if err != nil {
		h.t.Fatal(err)
	}
	return v.Registration
}

// TestTheFormOfDifferencesIsFilteredAndGivenBackWithItsFaults goes on with what the form holds: nothing was kept of the file.
func TestTheFormOfDifferencesIsFilteredAndGivenBackWithItsFaults(t *testing.T) {
	h := openHall(t)
	const who = "Lý Văn Dũng"
	h.keep(who, "NV2", h.EightTargets())
	at := lists + h.Rounds[2025].ID
	f := h.workbook(who, at)
	typeInto(t, f, vi.UnitTargetsTab, "value", 1, 41)
	typeInto(t, f, vi.UnitTargetsTab, "due", 2, "32/01/2025")
	page, _ := h.bring(who, at, f)
	form := yes(page)
	form.Set("loc", "loi")
	page, code := h.read(h.post(who, at, form))
	if rows := page.Find("#kb tbody tr:not([hidden])"); code != http.StatusOK || rows.Length() != 1 || !strings.Contains(rows.Text(), "32/01/2025") {
		t.Errorf("%d, %d rows: %s", code, rows.Length(), flat(rows.Text()))
	}
	if ticks := yes(page)["chon"]; !slices.Equal(ticks, []string{"0"}) {
		t.Errorf("the hidden tick is lost: %v", ticks)
	}
	form.Set("loc", "tat-ca")
	page, _ = h.read(h.post(who, at, form))
	if rows := page.Find("#kb tbody tr").Length(); rows < 10 {
		t.Errorf("all are %d rows", rows)
	}
	answer := h.post(who, at+"/loi", form)
	if wrong := testkit.NotAFile("xlsx", answer.Code, answer.Header().Get("Content-Type"), answer.Body.Bytes()); wrong != "" {
		t.Fatal(wrong)
	}
	marked, err := excelize.OpenReader(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	defer marked.Close()
	rows, err := marked.GetRows(vi.UnitTargetsTab)
	if err != nil || !slices.ContainsFunc(rows, func(cells []string) bool {
		return slices.Contains(cells, "32/01/2025") && slices.ContainsFunc(cells, func(s string) bool { return strings.HasPrefix(s, "Hạn: Ngày chưa đúng") })
	}) {
		t.Errorf("%v, the faults are not in the file: %v", err, rows)
	}
	page, _ = h.bring(who, at, marked)
	if got := yes(page)["dong"]; len(got) != 2 {
		t.Errorf("the file with its faults comes back with %d differences", len(got))
	}
	form.Del("chon")
	if page, code := h.read(h.post(who, at+"/ap-dung", form)); code != http.StatusUnprocessableEntity || len(yes(page)["dong"]) != 2 || yes(page).Get("ten-tep") != "bieu.xlsx" {
		t.Errorf("nothing ticked: %d, of the file %q", code, yes(page).Get("ten-tep"))
	}
}

// TestAForgedFormIsHeldToTheRightsOfThePage sends rows that no page wrote.
func TestAForgedFormIsHeldToTheRightsOfThePage(t *testing.T) {
	h := openHall(t)
	was := h.keep("Lý Văn Dũng", "NV2", h.EightTargets())
	at := lists + h.Rounds[2025].ID
	row := `{"b":0,"n":6,"m":"` + was.Targets[0].ID + `","o":[{"k":"content","d":"` + was.Targets[0].Content + `","t":"Sửa trộm"}]}`
	for _, who := range []string{ha, "Trần Thị Hạnh"} {
		answer := h.post(who, at+"/ap-dung", url.Values{"dong": {row}, "chon": {"0"}, "key": {"forged-" + who}})
		if answer.Code != http.StatusConflict || h.kept2025("Lý Văn Dũng").Version != was.Version {
			t.Errorf("%s: %d", who, answer.Code)
		}
	}
	for _, bad := range []string{"x", `{"b":9}`, `{"b":-1}`, `[]`, `{"n":-4}`} {
		if answer := h.post("Lý Văn Dũng", at+"/ap-dung", url.Values{"dong": {bad}, "chon": {"0"}}); answer.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", bad, answer.Code)
		}
	}
	unread := `{"b":0,"n":6,"m":"` + was.Targets[0].ID + `","o":[{"k":"unit","t":"Phòng Nghiệp vụ 1"},{"k":"khong-co","t":"x"},{"k":"state","t":"Đã gửi"}]}`
	if answer := h.post("Lý Văn Dũng", at+"/ap-dung", url.Values{"dong": {unread}, "chon": {"0"}}); answer.Code != http.StatusConflict {
		t.Errorf("columns that may not be changed: %d", answer.Code)
	}
}

func TestABadWorkbookIsRefusedInWords(t *testing.T) {
	h := openHall(t)
	at := "/excel/nguoi/" + exchange.NoRound
	good := h.do(ha, request(at+"/bieu.xlsx")).Body.Bytes()
	for _, c := range []struct {
		at      string
		content []byte
		says    string
	}{
		{at, nil, "Chưa chọn tệp"}, {at, []byte("Mã,Họ và tên\nA,B"), "Đây không phải tệp Excel"}, {at, good[:len(good)/2], "Không đọc được tệp này"},
		{lists + h.Rounds[2025].ID, good, "Tệp này là biểu “Danh sách người”"}, {at, officeBomb(t), "Đây không phải tệp Excel"},
		{at, written(t, []string{"Mã", "Họ và tên"}), "danh sách đơn vị, người ghi bằng lệnh thidua export thì nhập bằng lệnh thidua import"},
	} {
		page, code := h.read(h.upload(ha, c.at, "0", "tep", "bieu.xlsx", c.content))
		if text := page.Find("main").Text(); code != http.StatusUnprocessableEntity || !strings.Contains(text, c.says) || page.Find("#tep[aria-invalid]").Length() != 1 {
			t.Errorf("%d, wants %q in %.300s", code, c.says, flat(page.Find(".errs").Text()))
		}
		comparesNothing(t, page)
	}
	for path, want := range map[string]int{at + "/mau-trong.xlsx": 200, at + "/khac.xlsx": 404, "/excel/khong-co/" + exchange.NoRound: 404, "/excel/nguoi/" + h.Rounds[2025].ID: 404,
		"/excel": 200, "/excel/nguoi": 303, "/excel/dang-ky": 303} {
		if r := h.do(ha, request(path)); r.Code != want {
			t.Errorf("%s: %d, want %d", path, r.Code, want)
		}
	}
	if r := h.do("Phạm Mai Anh", request("/excel")); r.Code != http.StatusForbidden {
		t.Errorf("somebody without a part in it: %d", r.Code)
	}
}

// comparesNothing is what a page shows whose file was refused: no counts, and no word that the file is like the data.
func comparesNothing(t *testing.T, page *goquery.Document) {
	t.Helper()
	if text := flat(page.Find("main").Text()); strings.Contains(text, "không khác gì") || page.Find("[aria-labelledby=h-khac-biet] dl").Length() != 0 ||
		!strings.Contains(text, "Chọn tệp ở bước 2") || page.Find(".files").Length() != 0 {
		t.Errorf("nothing was compared and the page says %.900s", text)
	}
}

// written is a workbook with a row of heads that no form of the program made.
func written(t *testing.T, heads []string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetRow("Sheet1", "A1", &heads); err != nil {
		t.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestRowsMayBePastedOnThePage copies a row with the heads, as Excel puts it on the clipboard.
func TestRowsMayBePastedOnThePage(t *testing.T) {
	h := openHall(t)
	const who = "Lý Văn Dũng"
	h.keep(who, "NV2", h.EightTargets())
	at := lists + h.Rounds[2025].ID
	rows, err := h.workbook(who, at).GetRows(vi.UnitTargetsTab)
	if err != nil {
		t.Fatal(err)
	}
	head := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 0 && cells[0] == vi.CodeHead })
	rows[head+1][slices.Index(rows[head], vi.ExchangeHeads["value"])] = "41,5"
	text := strings.Join(rows[head], "\t") + "\r\n" + strings.Join(rows[head+1], "\t") + "\r\n"
	page, code := h.read(h.post(who, at, url.Values{"dan": {text}}))
	if got := yes(page); code != http.StatusOK || len(got["dong"]) != 1 || !strings.Contains(page.Find("#kb").Text(), "41,5") {
		t.Errorf("%d: %s", code, flat(page.Find("main").Text()))
	}
	page, code = h.read(h.post(who, at, url.Values{"dan": {"không có tiêu đề"}}))
	if code != http.StatusUnprocessableEntity || page.Find("textarea#dan").Text() != "không có tiêu đề" || page.Find("details[open]").Length() != 1 {
		t.Errorf("%d, what was pasted is lost", code)
	}
	comparesNothing(t, page)
}

// TestUnitsComeInAndAWholeImportIsTakenBack brings units in, takes them back, and asks once more and after a change.
func TestUnitsComeInAndAWholeImportIsTakenBack(t *testing.T) {
	h := openHall(t)
	const who = "Nguyễn Thị Thu Hà"
	at := "/excel/don-vi/" + exchange.NoRound
	bring := func(short string) {
		t.Helper()
		f := h.workbook(who, at)
		typeInto(t, f, vi.UnitsTab, "short", 1, short)
		for key, v := range map[string]any{"code": "NV8", "named": "Phòng Nghiệp vụ 8", "kind": "Phòng", "order": "tám", "begins": "1/1/2025"} {
			typeInto(t, f, vi.UnitsTab, key, len(h.Units)+1, v)
		}
		page, _ := h.bring(who, at, f)
		if text := flat(page.Find("main").Text()); !strings.Contains(text, "Sửa1Thêm0") || !strings.Contains(text, "cột Thứ tự: ") {
			t.Errorf("the differences: %.900s", text)
		}
		if page, code := h.read(h.post(who, at+"/ap-dung", yes(page))); code != http.StatusOK || !strings.Contains(page.Find("main").Text(), "Đã áp dụng 1 dòng") {
			t.Fatalf("the yes: %d %.300s", code, flat(page.Find("main").Text()))
		}
	}
	undo := func() (string, *goquery.Document) {
		page, _ := h.get(who, at)
		button := page.Find("#cac-lan-nhap form[action*='/hoan-tac/']").First()
		to, _ := button.Attr("action")
		return to, page
	}
	short := func() string {
		u, err := h.core.UnitList(t.Context(), h.Actor(who), false)
		if err != nil {
			t.Fatal(err)
		}
		return u[0].Short
	}
	was := short()
	bring("Tên ngắn mới")
	to, page := undo()
	if text := flat(page.Find("#cac-lan-nhap").Text()); !strings.Contains(text, "bieu.xlsx 14/01/2025, 09:00 Nguyễn Thị Thu Hà 1 Hoàn tác lần nhập này") || short() == was {
		t.Errorf("the list of imports says %s", text)
	}
	if r := h.post(who, to, url.Values{"khoa": {"1"}}); r.Code != http.StatusSeeOther || short() != was {
		t.Errorf("taken back: %d, the unit is called %s", r.Code, short())
	}
	if page, _ = h.get(who, at); !strings.Contains(flat(page.Find("#cac-lan-nhap").Text()), "Đã hoàn tácNguyễn Thị Thu Hà, 14/01/2025, 09:00") {
		t.Errorf("the list of imports says %s", flat(page.Find("#cac-lan-nhap").Text()))
	}
	if page, code := h.read(h.post(who, to, url.Values{"khoa": {"2"}})); code != http.StatusConflict || !strings.Contains(page.Find("main").Text(), "đã được Nguyễn Thị Thu Hà hoàn tác") {
		t.Errorf("twice: %d %.300s", code, flat(page.Find("main").Text()))
	}
	bring("Tên ngắn khác")
	to, _ = undo()
	all, _ := h.core.UnitList(t.Context(), h.Actor(who), false)
	all[0].Short = "Sửa sau"
	if _, err := h.core.SaveUnit(t.Context(), h.Actor(who), all[0]); err != nil {
		t.Fatal(err)
	}
	if page, code := h.read(h.post(who, to, url.Values{"khoa": {"3"}})); code != http.StatusConflict || short() != "Sửa sau" ||
		!strings.Contains(page.Find("main .note.do").Text(), "Không hoàn tác được: "+all[0].Name+" đã được Nguyễn Thị Thu Hà sửa sau lần nhập này") {
		t.Errorf("changed since: %d %.300s", code, flat(page.Find("main").Text()))
	}
	if r := h.post("Lý Văn Dũng", to, url.Values{"khoa": {"4"}}); r.Code != http.StatusForbidden {
		t.Errorf("a head takes back an import of units: %d", r.Code)
	}
}
