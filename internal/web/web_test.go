package web_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"thidua"
	"thidua/internal/browser"
	"thidua/internal/web"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func TestMain(m *testing.M) { os.Exit(performedAll(browser.Main(m))) }

// smallAgency is a small application of its own: one account, sessions in memory.
type smallAgency struct {
	mu       sync.Mutex
	sessions map[string]bool
	password string
	actor    thidua.Actor
	around   web.Surroundings
}

func newSmallAgency() *smallAgency {
	return &smallAgency{
		sessions: map[string]bool{}, password: "một câu dễ nhớ",
		actor: thidua.Actor{
			Tenant: "t1", Account: "a1", Person: "p1", Name: "Nguyễn Thị Thu Hà", Post: "Chuyên viên Văn phòng",
			Roles: []thidua.Role{thidua.RoleStaff, thidua.RoleOffice},
		},
		around: web.Surroundings{
			Agency: "Thanh tra tỉnh Lào Cai", Sample: true, Day: "14/01/2025", Movement: "Cải cách hành chính", Season: "2021–2025 · năm 2025",
			Campaign: "Phong trào thi đua “Cải cách hành chính trên địa bàn tỉnh Lào Cai” giai đoạn 2021-2025", Unread: 3,
			Waiting: []web.Waiting{{URL: "/viec-cua-toi", Count: 7}, {URL: "/tong-hop", Count: 2}, {URL: "/ho-so", Count: 1}},
		},
	}
}

func (a *smallAgency) SignInWith(_ context.Context, userName, password, _, _ string) (string, thidua.Actor, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case userName == "khoa":
		return "", thidua.Actor{}, thidua.Refuse(thidua.SignIn, "account-locked")
	case userName != "nttha" || password != a.password:
		return "", thidua.Actor{}, thidua.Refuse(thidua.SignIn, "sign-in-wrong")
	}
	a.sessions["the-session"] = true
	return "the-session", a.actor, nil
}

func (a *smallAgency) SignOut(_ context.Context, token string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.sessions, token)
	return nil
}

func (a *smallAgency) Session(_ context.Context, token string) (thidua.Actor, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.sessions[token] {
		return thidua.Actor{}, thidua.Refuse(thidua.SignIn, "session-ended")
	}
	return a.actor, nil
}

func (a *smallAgency) RenewSession(_ context.Context, token string) (string, error) {
	return token, nil
}

func (a *smallAgency) ChangePassword(_ context.Context, _ thidua.Actor, _, current, next string) (string, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if current != a.password {
		return "", &thidua.Error{Kind: thidua.Invalid, Code: thidua.CodeInvalid, Faults: []thidua.Fault{{Field: "current", Code: "password-wrong"}}}
	}
	a.password = next
	return "the-session", nil
}

func (a *smallAgency) Surroundings(context.Context, thidua.Actor) (web.Surroundings, error) {
	return a.around, nil
}

func (a *smallAgency) Setting(context.Context, thidua.Actor) (web.Surroundings, error) {
	return a.around, nil
}

// season stands for the pages of other packages, so that menus are whole.
func season() handle.Group {
	g := handle.Group{Name: "mùa thi đua"}
	for _, path := range strings.Fields(`/viec-cua-toi /phong-trao /tong-hop /theo-doi /xep-hang /hoi-dong /ho-so /ke-hoach /tong-ket /huong-dan
		/phong-trao-lien-quan /dang-ky-ca-nhan /kiem-tra /excel /cham-diem /chi-so /xep-loai /phieu-trinh /ket-qua-so-noi-vu /bang-vang
		/tuyen-truyen /dien-hinh /sang-kien /giao-uoc /don-vi /ban-giao /nhat-ky /sao-luu /tim /thong-bao`) {
		g.Routes = append(g.Routes, handle.Route{Pattern: "GET " + path, Who: handle.SignedIn, Do: func(c *handle.Ctx) error {
			return c.Page(http.StatusOK, ui.Page{Title: "Trang thử"}, ui.Head("Trang thử", ""))
		}})
	}
	return g
}

func newServer(t testing.TB, change func(*web.Config)) (*web.Server, *smallAgency) {
	t.Helper()
	a := newSmallAgency()
	config := web.Config{
		App: a, Groups: []handle.Group{season()}, Log: slog.New(slog.NewJSONHandler(io.Discard, nil)), Help: "Văn phòng, số nội bộ 102",
		Now: func() time.Time { return time.Date(2025, 1, 14, 9, 41, 0, 0, thidua.Zone) },
	}
	if change != nil {
		change(&config)
	}
	s, err := web.New(config)
	if err != nil {
		t.Fatal(err)
	}
	return s, a
}
