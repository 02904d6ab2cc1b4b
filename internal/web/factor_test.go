package web_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"thidua/internal/app/factor"
	"thidua/internal/auth/totp"
	"thidua/internal/vi"
	"thidua/internal/web"
)

// TestSettingUpASecondFactorPageByPage takes somebody through the set-up with a wrong password: the drawing of the secret is a picture of a page
// and no file that left, and the page does not say that it still holds what it never shows again.
func TestSettingUpASecondFactorPageByPage(t *testing.T) {
	h := openHall(t)
	const who, page = "Nguyễn Thị Thu Hà", "/xac-thuc-hai-lop"
	server, err := web.New(web.Config{App: byName{h.core, h.Season}, Core: h.core, Second: factor.Over(h.core, totp.NewKey(), false),
		Log: slog.New(slog.NewJSONHandler(io.Discard, nil)), Now: h.DB.Clock})
	if err != nil {
		t.Fatal(err)
	}
	h.server = server
	admin := h.Actor("Đỗ Đức Đạt")
	if _, _, err := h.core.ResetPassword(context.Background(), admin, h.Actor(who).Account); err != nil {
		t.Fatal(err)
	}
	if w := h.post(who, page, url.Values{}); w.Code != http.StatusSeeOther {
		t.Fatalf("begun: %d %s", w.Code, w.Body)
	}
	picture := h.do(who, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+page+"/ma-qr", nil))
	if kind := picture.Header().Get("Content-Type"); picture.Code != http.StatusOK || kind != "image/png" || !strings.HasPrefix(picture.Body.String(), "\x89PNG") {
		t.Fatalf("the picture: %d %s", picture.Code, kind)
	}
	d, code := h.read(h.post(who, page+"/xac-nhan", url.Values{"password": {"không phải"}, "code": {"000000"}}))
	if text := d.Find(".errs").Text(); code != http.StatusUnprocessableEntity || strings.Contains(text, "vẫn giữ nguyên") || !strings.Contains(text, "không giữ lại") {
		t.Errorf("refused: %d %s", code, text)
	}
	log := h.shown(who, "/nhat-ky", http.StatusOK)
	if !strings.Contains(log, "đã bắt đầu thiết lập xác thực hai lớp") || strings.Contains(log, "ma-qr") {
		t.Error("the log does not tell the set-up alone:", log)
	}
}

// TestTheLogPromisesNoMoreThanItKeeps reads the head of the log as Văn phòng and as an administrator, who is told what he does not see.
func TestTheLogPromisesNoMoreThanItKeeps(t *testing.T) {
	h := openHall(t)
	for who, hidden := range map[string]bool{"Nguyễn Thị Thu Hà": false, "Đỗ Đức Đạt": true} {
		d, code := h.get(who, "/nhat-ky")
		lead := d.Find(".lead").Text()
		if code != http.StatusOK || !strings.Contains(lead, "neo ngoài") || strings.Contains(lead, "không xem được nội dung") != hidden {
			t.Errorf("%s: %d %q", who, code, lead)
		}
	}
	if text := vi.SignedUpTo(3700, h.DB.Clock()); !strings.Contains(text, "điểm chốt 3.700 sự kiện") || strings.Contains(text, "neo") {
		t.Errorf("an event that is signed, and held by nothing outside, is told as %q", text)
	}
}
