package web_test

import (
	"net/http"
	"strings"
	"testing"
)

// TestRefusalsAndFilesThatLeaveStandInTheLog goes where it may not, asks for what is not its own and takes a file away, and reads the log: each of
// these stands there once, with its address or name; an address that leads nowhere does not.
func TestRefusalsAndFilesThatLeaveStandInTheLog(t *testing.T) {
	h := openHall(t)
	const staff, office = "Phạm Mai Anh", "Nguyễn Thị Thu Hà"
	for _, c := range []struct {
		who, path string
		status    int
	}{
		{staff, "/nguoi-dung", http.StatusForbidden}, {staff, "/dang-ky/cua-ai-khac", http.StatusNotFound}, {staff, "/khong-co-trang-nay", http.StatusNotFound},
		{staff, "/dang-ky/" + strings.Repeat("ạ", 5000), http.StatusNotFound},
		{office, "/nhat-ky/xuat?dang=csv", http.StatusOK},
	} {
		if _, code := h.get(c.who, c.path); code != c.status {
			t.Fatalf("%s at %s: %d", c.who, c.path, code)
		}
	}
	d, _ := h.get(office, "/nhat-ky")
	rows := map[string]int{}
	for _, row := range d.Find("main tbody tr").EachIter() {
		text := strings.Join(strings.Fields(row.Text()), " ")
		for _, want := range []string{"bị từ chối truy cập Tài khoản/nguoi-dung", "/dang-ky/cua-ai-khac", "/khong-co-trang-nay", "đã tải tệp về máy Tệp tải vềnhat-ky.csv"} {
			if strings.Contains(text, want) {
				rows[want]++
			}
		}
	}
	if text := d.Find("main tbody").Text(); !strings.Contains(text, "/dang-ky/ạ") || strings.Contains(text, strings.Repeat("ạ", 101)) {
		t.Error("an address of any length stands in the log")
	}
	if len(rows) != 3 || rows["/khong-co-trang-nay"] != 0 {
		t.Errorf("the log tells %v of:\n%s", rows, d.Find("main tbody").Text())
	}
}
