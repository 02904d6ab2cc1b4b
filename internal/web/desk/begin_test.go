package desk_test

import (
	"context"
	"log/slog"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/testkit"
	"thidua/internal/web"
)

// TestANewAgencyIsToldHowToBegin signs in on the first day, before there is a movement.
func TestANewAgencyIsToldHowToBegin(t *testing.T) {
	ctx, core := context.Background(), app.New(testkit.Open(t))
	who := thidua.Actor{Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	founded, err := core.FoundAgency(ctx, who, thidua.Agency{Name: "Thanh tra tỉnh Mẫu", Symbol: "TT"})
	if err != nil {
		t.Fatal(err)
	}
	who.Tenant = founded.ID
	for user, role := range map[string]thidua.Role{"vanphong": thidua.RoleOffice, "quantri": thidua.RoleAdmin, "vanthu": thidua.RoleClerk} {
		if _, _, err := core.AddAccount(ctx, who, agency.NewAccount{UserName: user, Password: password, Roles: []thidua.Role{role}}); err != nil {
			t.Fatal(err)
		}
	}
	s, err := web.New(web.Config{Core: core, Log: slog.New(slog.DiscardHandler), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	for user, want := range map[string]string{"vanphong": "/ke-hoach", "quantri": "/danh-muc", "vanthu": ""} {
		page := session(t, s.Handler(), user)("/viec-cua-toi")
		if link := page.Find("main .empty a").AttrOr("href", ""); link != want || !strings.Contains(page.Find("main").Text(), "Chưa có phong trào nào") {
			t.Errorf("%s is led to %q: %s", user, link, page.Find("main").Text())
		}
	}
}
