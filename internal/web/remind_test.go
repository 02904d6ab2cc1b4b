package web_test

import (
	"bytes"
	"context"
	"image/png"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app/bank"
	"thidua/internal/app/remind"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// shown gives what somebody reads at an address that answers with a status.
func (h *hall) shown(name, path string, status int) string {
	h.t.Helper()
	w := h.do(name, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil))
	if w.Code != status {
		h.t.Fatalf("%s answers %d, want %d", path, w.Code, status)
	}
	return w.Body.String()
}

// given sends a form, and gives what somebody reads then.
func (h *hall) given(name, path string, form url.Values, status int) string {
	h.t.Helper()
	w := h.post(name, path, form)
	if w.Code != status {
		h.t.Fatalf("%s answers %d, want %d", path, w.Code, status)
	}
	return w.Body.String()
}

func TestNoticesAreReadAndCounted(t *testing.T) {
	h := openHall(t)
	if err := remind.Over(h.core).Round(context.Background()); err != nil {
		t.Fatal(err)
	}
	head := "Lý Văn Dũng"
	page := h.shown(head, "/thong-bao", http.StatusOK)
	if !strings.Contains(page, "Đăng ký thi đua của Phòng Nghiệp vụ 2 năm 2025") || !strings.Contains(page, "còn 3 ngày (chưa có lịch nghỉ năm 2025)") {
		t.Fatalf("the head reads\n%s", page)
	}
	one := regexp.MustCompile(`name="thong-bao" value="([^"]+)"`).FindAllStringSubmatch(page, -1)
	h.given(head, "/thong-bao", url.Values{"thong-bao": {one[0][1]}}, http.StatusSeeOther)
	if left := strings.Count(h.shown(head, "/thong-bao", http.StatusOK), `name="thong-bao"`); left != len(one)-1 {
		t.Errorf("%d unread after one of %d", left, len(one))
	}
	h.given(head, "/thong-bao", url.Values{}, http.StatusSeeOther)
	if page := h.shown(head, "/thong-bao", http.StatusOK); strings.Contains(page, `name="thong-bao"`) {
		t.Error("something is unread after all were read")
	}
}

func TestTheCalendarIsOpenedByItsAddressAlone(t *testing.T) {
	h := openHall(t)
	office := "Nguyễn Thị Thu Hà"
	page := h.given(office, "/cach-nhan-nhac/lich", url.Values{"lam": {"tao"}}, http.StatusOK)
	found := regexp.MustCompile(`/lich/[a-z2-7]{26}\.ics`).FindString(page)
	if found == "" {
		t.Fatalf("no address on the page\n%s", page)
	}
	if again := h.shown(office, "/cach-nhan-nhac", http.StatusOK); strings.Contains(again, found) {
		t.Error("the address is shown a second time")
	}
	if file := h.shown("", found, http.StatusOK); !strings.HasPrefix(file, "BEGIN:VCALENDAR\r\n") || !strings.Contains(file, "BEGIN:VALARM") {
		t.Errorf("the calendar says\n%s", file)
	}
	h.shown("", "/lich/aaaaaaaaaaaaaaaaaaaaaaaaaa.ics", http.StatusNotFound)
	h.given(office, "/cach-nhan-nhac/lich", url.Values{"lam": {"huy"}}, http.StatusSeeOther)
	h.shown("", found, http.StatusNotFound)
}

func TestAWrongAddressKeepsWhatWasTyped(t *testing.T) {
	h := openHall(t)
	hash, err := auth.Hash(t.Context(), pass)
	if err != nil {
		t.Fatal(err)
	}
	anh := h.Actor("Phạm Mai Anh")
	act := &store.Act{Tenant: h.Tenant, Actor: "account:" + anh.Account, Verb: string(thidua.PasswordSet)}
	if err := h.DB.Write(t.Context(), act, func(tx *store.Tx) error { return tx.SetPassword(anh.Account, hash, false) }); err != nil {
		t.Fatal(err)
	}
	page := h.given("Phạm Mai Anh", "/cach-nhan-nhac", url.Values{"address": {"Mai Anh <a@x.vn>"}, "choice": {"daily"}, "version": {"0"}}, http.StatusUnprocessableEntity)
	if !strings.Contains(page, "Mai Anh &lt;a@x.vn&gt;") || !strings.Contains(page, "Địa chỉ thư điện tử chưa đúng") {
		t.Errorf("the form again:\n%s", page)
	}
	form := url.Values{"address": {"anh@x.vn"}, "choice": {"daily"}, "version": {"0"}, "password": {"sai"}}
	page = h.given("Phạm Mai Anh", "/cach-nhan-nhac", form, http.StatusUnprocessableEntity)
	if !strings.Contains(page, `value="anh@x.vn"`) || !strings.Contains(page, `id="password-e"`) || strings.Contains(page, `value="sai"`) {
		t.Errorf("a wrong password:\n%s", page)
	}
	form.Set("password", pass)
	h.given("Phạm Mai Anh", "/cach-nhan-nhac", form, http.StatusSeeOther)
	if page := h.shown("Phạm Mai Anh", "/cach-nhan-nhac", http.StatusOK); !strings.Contains(page, `value="anh@x.vn"`) {
		t.Error("the address was not kept")
	}
}

func TestThePictureShowsUnitsAndTheMessagesAreForTheOffice(t *testing.T) {
	h := openHall(t)
	at := "/nam/" + h.Rounds[2025].ID + "/nhac"
	page := h.shown("Nguyễn Thị Thu Hà", at, http.StatusOK)
	if !strings.Contains(page, "Văn phòng: Đề nghị") || !strings.Contains(page, "/nhac/nhac-dang-ky.png") {
		t.Errorf("the page says\n%s", page)
	}
	img, err := png.Decode(bytes.NewReader([]byte(h.shown("Nguyễn Thị Thu Hà", at+"/nhac-dang-ky.png", http.StatusOK))))
	if err != nil || img.Bounds().Dx() != 1080 {
		t.Errorf("the picture: %v", err)
	}
	h.shown("Phạm Mai Anh", at+"/nhac-dang-ky.png", http.StatusForbidden)
	h.shown("Nguyễn Thị Thu Hà", at+"/khac.png", http.StatusNotFound)
}

func TestSampleTargetsAndPastedRowsBecomeDrafts(t *testing.T) {
	h := openHall(t)
	head, form := "Lý Văn Dũng", "/nam/"+h.Rounds[2025].ID+"/dang-ky/"+h.Units["NV2"].ID
	sample := bank.Samples()[0]
	if page := h.shown(head, "/chi-tieu-mau?q=ke+hoach", http.StatusOK); !strings.Contains(page, "không phải chỉ tiêu được giao") || !strings.Contains(page, form) {
		t.Errorf("the bank says\n%s", page)
	}
	if page := h.shown(head, form+"?mau="+sample.ID, http.StatusOK); !strings.Contains(page, ">"+sample.Content+"<") || !strings.Contains(page, "chưa lưu") {
		t.Error("the sample target is not in the form")
	}
	first := h.Definition.Heads()[0].ID
	typed := url.Values{"target-1-criterion": {first}, "target-1-content": {"Dòng đã gõ"}, "target-1-value": {"mười"}, "version": {"0"}, "dan-hang": {"1"},
		"dan": {"STT\tNội dung\tSố\n1\tViết tin, bài\t4 bài\n2\tHọp\t31/02/2025"}}
	page := h.given(head, form, typed, http.StatusOK)
	for _, want := range []string{"Dòng đã gõ", `value="mười"`, ">Viết tin, bài<", "không đọc được ngày", "Đã đọc các hàng dán"} {
		if !strings.Contains(page, want) {
			t.Errorf("after the paste %q is not there", want)
		}
	}
	typed.Set("dan", " ")
	if page := h.given(head, form, typed, http.StatusUnprocessableEntity); !strings.Contains(page, "Chưa có gì để đọc") || !strings.Contains(page, "Dòng đã gõ") {
		t.Error("an empty paste is not refused beside what was typed")
	}
	v, err := h.core.UnitRegistration(context.Background(), h.Actor(head), h.Rounds[2025].ID, h.Units["NV2"].ID)
	if err != nil || v.Registration.ID != "" || v.Registration.State != thidua.RegistrationNone {
		t.Errorf("something was saved: %+v, %v", v.Registration, err)
	}
}
