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

// TestEveryPageHasOnePlace asks where a person is in his menu: one place at most, none only beside the search and the account.
func TestEveryPageHasOnePlace(t *testing.T) {
	for _, o := range []struct {
		role        thidua.Role
		path, place string
	}{
		{thidua.RoleOffice, "/nam/1/ho-so", "/ho-so"}, {thidua.RoleOffice, "/nguoi/1", allURL}, {thidua.RoleAdmin, "/nguoi/1", "/don-vi"},
		{thidua.RoleAdmin, "/nguoi-dung/1", "/nguoi-dung"}, {thidua.RoleAdmin, "/thanh-lap-hoi-dong", "/danh-muc"}, {thidua.RoleOffice, "/thanh-lap-hoi-dong/1", allURL},
		{thidua.RoleOffice, "/truong-hop/1", "/hoi-dong"}, {thidua.RoleHead, "/truong-hop/1", "/bao-cao"}, {thidua.RoleOffice, "/nam/x/in-bang-khen", "/ho-so"}, {thidua.RoleOffice, "/nhat-ky", allURL},
		{thidua.RoleLeader, "/chi-tieu/1", "/phong-trao"}, {thidua.RoleHead, "/chi-tieu/1", "/theo-doi"}, {thidua.RoleStaff, "/chi-tieu/1", "/ket-qua"},
		{thidua.RoleOffice, "/phieu-cham/1", "/xep-hang"}, {thidua.RoleHead, "/phieu-cham/1", "/cham-diem"}, {thidua.RoleInspector, "/phieu-cham/1", "/phong-trao"},
		{thidua.RoleOffice, "/nam/1/ca-nhan/2", "/tong-hop"}, {thidua.RoleHead, "/nam/1/ca-nhan/2", "/dang-ky-ca-nhan"},
		{thidua.RoleOffice, "/tim", ""}, {thidua.RoleStaff, "/tai-khoan", ""}, {thidua.RoleOffice, "/doi-mat-khau", ""},
	} {
		m := menuFor(thidua.Actor{Roles: []thidua.Role{o.role}}, everything)
		if got := m.place(o.path); got != o.place {
			t.Errorf("%s at %s is at %q", o.role, o.path, got)
		}
		lit := 0
		for _, g := range m.groups(o.path, nil) {
			for _, it := range g.Items {
				if it.Here {
					lit++
				}
			}
		}
		if want := min(len(o.place), 1); lit != want {
			t.Errorf("%s at %s: %d places are lit", o.role, o.path, lit)
		}
	}
}

// TestAShortMenuGoesOn with the places of the other roles, up to seven beside "Tất cả chức năng"; no place stands twice.
func TestAShortMenuGoesOn(t *testing.T) {
	clerk := menuFor(thidua.Actor{Roles: []thidua.Role{thidua.RoleStaff, thidua.RoleClerk}}, everything)
	if n := len(clerk.entries); n != places || clerk.entries[5].url != "/viec-cua-toi" || clerk.entries[5].group != "Cá nhân" || clerk.entries[0].url != "/van-ban" {
		t.Errorf("văn thư has %d places: %v", n, clerk.entries)
	}
	chair := menuFor(thidua.Actor{Roles: []thidua.Role{thidua.RoleChair, thidua.RoleCouncil, thidua.RoleLeader}}, func(path string) bool { return path != "/phieu" })
	seen := map[string]int{}
	for _, e := range chair.entries {
		seen[e.url]++
	}
	if len(chair.entries) != places || seen["/cho-y-kien"] != 1 || seen["/hoi-dong"] != 1 {
		t.Errorf("the chair has %v", seen)
	}
}

// TestTheUnionGivesWayByDate names the part of mobilising after the end of the trade union as that of whom the agency names.
func TestTheUnionGivesWayByDate(t *testing.T) {
	for day, want := range map[thidua.Date]string{"2025-06-15": "Công đoàn", "2025-06-16": "Đầu mối vận động"} {
		m := menuFor(thidua.Actor{Roles: []thidua.Role{thidua.RoleHelper}}, everything).on(day)
		if got := m.groups("/tham-gia", nil)[0].Title; got != want {
			t.Errorf("on %s the part is called %q", day, got)
		}
	}
}
