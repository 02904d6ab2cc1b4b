package web

import (
	"testing"

	"thidua"
	"thidua/internal/web/ui"
)

func everything(string) bool { return true }

// TestMenus keeps every role's menu within eight places and a phone's bar within five.
func TestMenus(t *testing.T) {
	for _, role := range thidua.Roles {
		m := menuFor(thidua.Actor{Roles: []thidua.Role{role}}, everything)
		if n := len(m.entries); n == 0 || n > 8 {
			t.Errorf("%s has %d places", role, n)
		}
		tabs := m.tabs("/")
		if n := len(tabs); n < 4 || n > 5 || tabs[n-1].Text != "Thêm" {
			t.Errorf("%s: phone bar %v", role, tabs)
		}
	}
}

func TestMenuLeadsNowhereInVain(t *testing.T) {
	m := menuFor(thidua.Actor{Roles: []thidua.Role{thidua.RoleOffice}}, func(path string) bool { return path == "/ho-so" })
	groups := m.groups("/ho-so/1", []Waiting{{URL: "/ho-so", Count: 4}})
	if len(groups) != 2 || len(groups[0].Items) != 1 {
		t.Fatalf("groups %v", groups)
	}
	want := ui.NavItem{Text: "Hồ sơ, văn bản", URL: "/ho-so", Icon: ui.IconFolders, Count: 4, Here: true}
	if groups[0].Items[0] != want || groups[0].Title != "Khen thưởng" {
		t.Errorf("item %v in %q", groups[0].Items[0], groups[0].Title)
	}
}

func TestTheFirstRoleMakesTheMenu(t *testing.T) {
	both := menuFor(thidua.Actor{Roles: []thidua.Role{thidua.RoleStaff, thidua.RoleHead}}, everything)
	if both.entries[1].url != "/dang-ky" || !both.more {
		t.Errorf("a head of a unit sees %v", both.entries[1])
	}
	if menuFor(thidua.Actor{Roles: []thidua.Role{thidua.RoleStaff}}, everything).more {
		t.Error("somebody without another role has nothing beyond the menu")
	}
}
