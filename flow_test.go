package thidua_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"thidua"
)

func TestEveryStateIsReachedAndLeft(t *testing.T) {
	for _, m := range thidua.Machines {
		reached := map[thidua.State]bool{m.Start: true}
		for range m.Rules {
			for _, r := range m.Rules {
				reached[r.To] = reached[r.To] || reached[r.From]
			}
		}
		for _, s := range m.States() {
			if !reached[s] {
				t.Errorf("%s: nothing leads to %s", m.Name, s)
			}
			left := slices.ContainsFunc(m.Rules, func(r thidua.Rule) bool { return r.From == s && r.To != s })
			if final := slices.Contains(m.Ends, s); final == left {
				t.Errorf("%s: %s is final: %v, has a way out: %v", m.Name, s, final, left)
			}
		}
		for _, s := range m.Ends {
			if !reached[s] {
				t.Errorf("%s: the end %s is no state of it", m.Name, s)
			}
		}
	}
}

func TestEveryRoleExistsAndNoRuleIsWrittenTwice(t *testing.T) {
	for _, m := range thidua.Machines {
		for i, r := range m.Rules {
			if !slices.Contains(append(thidua.Roles, thidua.RoleReviewer), r.By) {
				t.Errorf("%s: the role %q does not exist", m.Name, r.By)
			}
			for _, s := range m.Rules[:i] {
				if s.From == r.From && s.Do == r.Do && s.By == r.By && slices.Equal(s.Needs, r.Needs) {
					t.Errorf("%s: %s from %s by %s is written twice", m.Name, r.Do, r.From, r.By)
				}
			}
		}
	}
}

// TestAnAdministratorMovesNothing: accounts and catalogues only, never the work itself.
func TestAnAdministratorMovesNothing(t *testing.T) {
	for _, m := range thidua.Machines {
		for _, r := range m.Rules {
			if r.By == thidua.RoleAdmin || r.By == thidua.RoleInspector {
				t.Errorf("%s: %s may do %s", m.Name, r.By, r.Do)
			}
		}
	}
}

// TestOfferedIsAllowed: what a page offers without anything missing, the server does; what it does not offer, the server refuses.
func TestOfferedIsAllowed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.SampledFrom(thidua.Machines).Draw(t, "machine")
		from := rapid.SampledFrom(m.States()).Draw(t, "state")
		roles := rapid.SliceOfNDistinct(rapid.SampledFrom(thidua.Roles), 0, 4, rapid.ID).Draw(t, "roles")
		facts := thidua.Facts{}
		for _, r := range m.Rules {
			for _, f := range r.Needs {
				facts[f] = facts[f] || rapid.Bool().Draw(t, string(f))
			}
		}
		open := map[thidua.Action]bool{}
		for _, o := range m.Offers(from, roles, facts) {
			open[o.Do] = len(o.Missing) == 0
		}
		for _, r := range m.Rules {
			next, err := m.Next(from, r.Do, roles, facts, "lý do")
			if (err == nil) != open[r.Do] {
				t.Fatalf("%s: %s from %s by %v: offered %v, answered %v", m.Name, r.Do, from, roles, open[r.Do], err)
			}
			if err == nil && (next.From != from || !slices.Contains(roles, next.By)) {
				t.Fatalf("%s: %s was done by %s from %s", m.Name, r.Do, next.By, next.From)
			}
		}
	})
}

func TestGrants(t *testing.T) {
	admin := thidua.Actor{Account: "a", Roles: []thidua.Role{thidua.RoleAdmin}}
	for name, c := range map[string]struct {
		by      thidua.Actor
		account string
		role    thidua.Role
		seated  bool
		good    bool
	}{
		"an administrator gives a role":   {admin, "b", thidua.RoleOffice, true, true},
		"a role that posts give":          {admin, "b", thidua.RoleHead, false, false},
		"a seat of the council":           {admin, "b", thidua.RoleChair, false, false},
		"to himself":                      {admin, "a", thidua.RoleOffice, false, false},
		"an administrator in the council": {admin, "b", thidua.RoleAdmin, true, false},
		"another administrator":           {admin, "b", thidua.RoleAdmin, false, true},
		"Văn phòng gives a role":          {thidua.Actor{Account: "c", Roles: []thidua.Role{thidua.RoleOffice}}, "b", thidua.RoleClerk, false, false},
	} {
		if err := thidua.CheckGrant(c.by, thidua.AgencyOrdinary, c.account, c.role, c.seated); (err == nil) != c.good {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestUserNames(t *testing.T) {
	for name, good := range map[string]bool{"nttha": true, "van-phong.1": true, "ab": false, "": false, "1ha": false, "Hà": false, "ha nt": false,
		"admın": false, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": false} {
		if err := thidua.CheckUserName(name); (err == nil) != good {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestAGrantHoldsFromItsFirstToItsLastDay(t *testing.T) {
	g := thidua.Grant{From: "2025-01-10", To: "2025-01-20"}
	for day, want := range map[thidua.Date]bool{"2025-01-09": false, "2025-01-10": true, "2025-01-20": true, "2025-01-21": false} {
		if g.On(day) != want {
			t.Errorf("on %s it holds: %v", day, !want)
		}
	}
	if open := (thidua.Grant{}); !open.On("2025-01-01") {
		t.Error("a grant without days does not hold")
	}
}
