package browser_test

import (
	"path/filepath"
	"testing"

	"thidua"
	"thidua/internal/app/backup"
	files "thidua/internal/backup"
	"thidua/internal/browser"
)

// as gives the account of somebody in the sample, to do what no page of the test does.
func (h *house) as(t *testing.T, user string) thidua.Actor {
	t.Helper()
	_, who, err := h.SignIn(t.Context(), user, password, "")
	if err != nil {
		t.Fatal(err)
	}
	return who
}

// round is the round of a year in the sample.
func (h *house) round(t *testing.T, year int) string {
	t.Helper()
	y, err := h.Years(t.Context(), h.as(t, "nttha"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range y.Rounds {
		if r.Year == year && !r.Closing {
			return r.ID
		}
	}
	t.Fatalf("no round of %d", year)
	return ""
}

// TestScreensOfWhatIsTakenOver looks at the pages of a year that has not begun: its settings and those of the year before, and a table of
// tasks that is pasted and read with doubts.
func TestScreensOfWhatIsTakenOver(t *testing.T) {
	h, season := sample(t)
	if err := season.Until("2025-01-14"); err != nil {
		t.Fatal(err)
	}
	p := h.enter(t, "nttha", browser.Desk)
	year := "/nam/" + h.round(t, 2025)
	see(t, p, "03-thiet-lap", year+"/thiet-lap")
	p.Follow("main a[href$='/nam-truoc']")
	see(t, p, "03-thiet-lap-nam-truoc", p.Path())
	see(t, p, "03-dan-nhiem-vu", year+"/nhiem-vu/dan")
	browser.Eval[string](p, `document.querySelector("#dan").value = "STT\tNhiệm vụ\tSản phẩm\tChủ trì\tPhối hợp\tThời hạn\n" +
		"1\tCông khai thủ tục hành chính thuộc thẩm quyền\tBảng niêm yết\tPhòng Nghiệp vụ 1\tVăn phòng\t30/09/2025\n" +
		"2\tBáo cáo kết quả cải cách hành chính hằng quý\tBáo cáo\tCác phòng\t\tHằng quý"`)
	p.Follow("main button.pri")
	if got := browser.Eval[int](p, `document.querySelectorAll(".bnv tbody tr").length`); got != 2 {
		t.Errorf("%d rows are read", got)
	}
	glance(t, p, "03-dan-nhiem-vu-da-doc")
	p.Follow("main button.pri")
	glance(t, p, "03-dan-nhiem-vu-loi")
}

// TestScreenOfTheLastBackup looks at the state of the server after a backup.
func TestScreenOfTheLastBackup(t *testing.T) {
	h, season := sample(t)
	if err := season.Until("2025-01-14"); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "thidua-2025-01-14-0900.zip")
	if _, err := backup.Make(t.Context(), files.Source{DB: h.db, Dir: t.TempDir()}, h.as(t, "dddat"), name, func(files.Progress) {}); err != nil {
		t.Fatal(err)
	}
	p := h.enter(t, "dddat", browser.Desk)
	see(t, p, "may-chu-da-sao-luu", "/tinh-trang")
}
