package deputy_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/app/deputy"
	"thidua/internal/testkit"
	"thidua/internal/vi/change"
)

type office struct {
	t    *testing.T
	s    *testkit.Season
	core *app.App
	*deputy.Desk
}

func open(t *testing.T) office {
	t.Helper()
	s := testkit.OpenSeason(t)
	core := app.New(s.DB)
	return office{t, s, core, deputy.Over(core)}
}

// wants fails the test unless an error carries a code, as a refusal or as a fault of a field.
func (o office) wants(err error, code thidua.Code) {
	o.t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Code != code && !slices.ContainsFunc(e.Faults, func(f thidua.Fault) bool { return f.Code == code }) {
		o.t.Errorf("%v, wants %s", err, code)
	}
}

func (o office) given(by thidua.Actor) thidua.Deputy {
	o.t.Helper()
	v, err := o.List(context.Background(), by)
	if err != nil || len(v.Lines) == 0 {
		o.t.Fatalf("no deputising: %v", err)
	}
	return v.Lines[0]
}

func (o office) ofHead(from, to, unit string) thidua.Deputy {
	return thidua.Deputy{From: o.s.People[from].ID, To: o.s.People[to].ID, Post: thidua.RoleHead, Unit: o.s.Units[unit].ID, Begin: "2025-01-10", End: "2025-01-31"}
}

func TestAHeadIsStoodInFor(t *testing.T) {
	o, ctx := open(t), context.Background()
	head, mai, other := o.s.Actor("Lý Văn Dũng"), o.s.Actor("Phạm Mai Anh"), o.s.Actor("Giàng A Páo")
	d := o.ofHead("Lý Văn Dũng", "Phạm Mai Anh", "NV2")
	if err := o.Give(ctx, head, d); err != nil {
		t.Fatal(err)
	}
	o.wants(o.Give(ctx, head, d), thidua.CodeDeputyHeld)
	id := o.given(mai).ID
	behind, err := o.Acting(ctx, mai, id)
	if err != nil || !slices.Equal(behind.Roles, []thidua.Role{thidua.RoleHead}) || !behind.Leads(d.Unit) || !behind.Own(head.Person) || !behind.Own(mai.Person) {
		t.Fatalf("behind the head: %+v, %v", behind, err)
	}
	if behind.Name != "Phạm Mai Anh (được Lý Văn Dũng ủy quyền)" {
		t.Errorf("named %q", behind.Name)
	}
	_, err = o.Acting(ctx, other, id)
	o.wants(err, thidua.CodeDeputyEnded)
	o.wants(o.Give(ctx, behind, o.ofHead("Lý Văn Dũng", "Giàng A Páo", "NV2")), thidua.CodeDeputyChain)
	if _, err := o.Leave(ctx, behind, ""); err != nil {
		t.Fatal(err)
	}
	lines, _, err := o.core.Log(ctx, thidua.Actor{Tenant: o.s.Tenant, Account: "x", Roles: []thidua.Role{thidua.RoleInspector}}, agency.LogQuery{Object: "deputy:" + id})
	if err != nil || len(lines) != 2 || !lines[0].ByDeputy() || lines[0].ActingFor != "person:"+head.Person || !strings.Contains(lines[0].Detail.ActorName, "ủy quyền") || lines[1].ByDeputy() {
		t.Errorf("the log tells %+v, %v", lines, err)
	}
	if words, _ := change.Lines(lines[1].Detail.Before, lines[1].Detail.After, 20); !slices.Contains(words, change.Line{Field: "Người được ủy quyền", Before: "–", After: "Phạm Mai Anh"}) {
		t.Errorf("the log tells what was given as %+v", words)
	}
	if err := o.Withdraw(ctx, mai, id); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("the deputy withdraws: %v", err)
	}
	if err := o.Withdraw(ctx, head, id); err != nil {
		t.Fatal(err)
	}
	_, err = o.Acting(ctx, mai, id)
	o.wants(err, thidua.CodeDeputyEnded)
}

// TestADeputisingEndsByItself: before its first day it gives nothing, and whoever loses the post has nobody stand in for it.
func TestADeputisingEndsByItself(t *testing.T) {
	o, ctx := open(t), context.Background()
	head, mai := o.s.Actor("Lý Văn Dũng"), o.s.Actor("Phạm Mai Anh")
	later := o.ofHead("Lý Văn Dũng", "Phạm Mai Anh", "NV2")
	later.Begin, later.End = "2025-01-15", "2025-01-20"
	if err := o.Give(ctx, head, later); err != nil {
		t.Fatal(err)
	}
	_, err := o.Acting(ctx, mai, o.given(head).ID)
	o.wants(err, thidua.CodeDeputyEnded)
	now := o.ofHead("Lý Văn Dũng", "Giàng A Páo", "NV2")
	if err := o.Give(ctx, head, now); err != nil {
		t.Fatal(err)
	}
	pao := o.s.Actor("Giàng A Páo")
	id := o.given(pao).ID
	if _, err := o.Acting(ctx, pao, id); err != nil {
		t.Fatal(err)
	}
	if err := o.core.Leave(ctx, o.s.Actor("Nguyễn Thị Thu Hà"), head.Person, "2025-01-13"); err != nil {
		t.Fatal(err)
	}
	_, err = o.Acting(ctx, pao, id)
	o.wants(err, thidua.CodeDeputyEnded)
}

func TestWhoMayDeputiseWhat(t *testing.T) {
	o, ctx := open(t), context.Background()
	head, mai := o.s.Actor("Lý Văn Dũng"), o.s.Actor("Phạm Mai Anh")
	admin := thidua.Actor{Tenant: o.s.Tenant, Account: "quan-tri", Name: "Quản trị", Roles: []thidua.Role{thidua.RoleAdmin}}
	o.wants(o.Give(ctx, head, o.ofHead("Lý Văn Dũng", "Phạm Mai Anh", "NV1")), thidua.CodeDeputyPost)
	o.wants(o.Give(ctx, head, o.ofHead("Lý Văn Dũng", "Lý Văn Dũng", "NV2")), thidua.CodeDeputyTo)
	if err := o.Give(ctx, mai, o.ofHead("Lý Văn Dũng", "Phạm Mai Anh", "NV2")); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("somebody helps himself to a post: %v", err)
	}
	chair := thidua.Deputy{From: o.s.People["Trần Mạnh Khôi"].ID, To: mai.Person, Post: thidua.RoleChair, Begin: "2025-01-14", End: "2025-01-31"}
	o.wants(o.Give(ctx, admin, chair), thidua.CodeDeputyNumber)
	chair.Number, chair.Dated = "12/UQ (mẫu)", "2025-01-13"
	o.wants(o.Give(ctx, admin, chair), thidua.CodeDeputySeat)
	chair.To = head.Person
	if err := o.Give(ctx, admin, chair); err != nil {
		t.Fatal(err)
	}
	both := admin
	both.Person = mai.Person
	own := o.ofHead("Lý Văn Dũng", "Phạm Mai Anh", "NV2")
	own.Number, own.Dated = "13/UQ (mẫu)", "2025-01-13"
	o.wants(o.Give(ctx, both, own), thidua.CodeDeputyOwn)
	past := o.ofHead("Lý Văn Dũng", "Phạm Mai Anh", "NV2")
	past.End = "2025-01-13"
	o.wants(o.Give(ctx, head, past), thidua.CodeDeputyDays)
	if _, err := o.Acting(ctx, head, o.given(head).ID); err != nil {
		t.Errorf("a member stands in for the chair: %v", err)
	}
	admins := head
	admins.Roles = append(slices.Clone(head.Roles), thidua.RoleAdmin)
	_, err := o.Acting(ctx, admins, o.given(head).ID)
	o.wants(err, thidua.CodeDeputyEnded)
	v, err := o.List(ctx, o.s.Actor("Giàng A Páo"))
	if err != nil || len(v.Lines) != 0 || len(v.Posts) != 0 {
		t.Errorf("somebody else sees %d deputisings and %d posts: %v", len(v.Lines), len(v.Posts), err)
	}
}
