package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestATableOfTasksIsPastedLookedAtAndSaved(t *testing.T) {
	h := openHall(t)
	path := "/nam/" + h.Rounds[2025].ID + "/nhiem-vu"
	if empty, code, _ := h.submit(path+"/dan", url.Values{"dan": {" "}, "dan-hang": {"1"}}); code != 422 || empty.Find("#dan-e").Length() != 1 {
		t.Errorf("nothing pasted: %d", code)
	}
	read, code, _ := h.submit(path+"/dan", url.Values{"dan-hang": {"1"}, "dan": {"STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\t\"Công khai\nthủ tục\"\tPhòng Nghiệp vụ 1\t30/09/2025\n2\tBáo cáo quý\tCác phòng\tHằng quý"}})
	if code != 200 || read.Find("#task-1-text").Text() != "Công khai thủ tục" || read.Find("#task-1-due").AttrOr("value", "") != "30/09/2025" ||
		!strings.Contains(read.Text(), "“Hằng quý” không nêu một ngày cụ thể") || !strings.Contains(read.Text(), "1 hàng cần xem lại") {
		t.Fatalf("read with %d: %s", code, read.Find("main").Text())
	}
	if strings.Contains(mustGet(h, path).Text(), "Công khai thủ tục") {
		t.Error("reading has saved a task")
	}
	form := fieldsOf(read, "main form")
	form.Set("task-1-product", "Bảng niêm yết")
	again, code, _ := h.submit(path+"/dan", form)
	if code != 422 || again.Find("#task-2-owner-e").Length() != 1 || again.Find("#task-1-product").Text() != "Bảng niêm yết" {
		t.Fatalf("a row without owner: %d", code)
	}
	form = fieldsOf(again, "main form")
	form.Del("task-2-take")
	if _, code, to := h.submit(path+"/dan", form); code != http.StatusSeeOther || !strings.HasPrefix(to, path) {
		t.Fatalf("saved with %d to %s", code, to)
	}
	if text := mustGet(h, path).Text(); !strings.Contains(text, "Công khai thủ tục") || strings.Contains(text, "Báo cáo quý") {
		t.Error("the tasks of the year are not those that were chosen")
	}
}
