package thidua

import "testing"

func TestWhoChecksEvidence(t *testing.T) {
	office := Actor{Person: "hà", Unit: "vp", Roles: []Role{RoleOffice, RoleStaff}}
	leader := Actor{Person: "tuấn", Unit: "vp", Heads: []string{"vp"}, LeadsOffice: true, Roles: []Role{RoleHead, RoleStaff}}
	head := Actor{Person: "sơn", Unit: "nv3", Heads: []string{"nv3"}, Roles: []Role{RoleHead, RoleStaff}}
	for _, c := range []struct {
		name string
		who  Actor
		e    Evidence
		want bool
	}{
		{"Văn phòng checks what a unit brought", office, Evidence{Unit: "nv3", AddedBy: "sơn"}, true},
		{"not what it brought itself", office, Evidence{Unit: "nv3", AddedBy: "hà"}, false},
		{"that is for a leader of Văn phòng", leader, Evidence{Unit: "nv3", AddedBy: "hà"}, true},
		{"not his own", leader, Evidence{Unit: "vp", AddedBy: "tuấn"}, false},
		{"a head of another unit checks nothing", head, Evidence{Unit: "nv3", AddedBy: "hà"}, false},
	} {
		c.e.State = EvidenceNew
		_, err := EvidenceFlow.Next(c.e.State, CheckEvidence, c.e.RolesOn(c.who), Facts{NotOwnCase: !c.who.Own(c.e.AddedBy)}, "")
		if (err == nil) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	returned := Evidence{Unit: "nv3", State: EvidenceReturned, AddedBy: "hà"}
	if _, err := EvidenceFlow.Next(EvidenceReturned, MendEvidence, returned.RolesOn(head), nil, ""); err != nil {
		t.Errorf("the head mends what was returned: %v", err)
	}
}

func TestEvidenceThatKeepsATargetFromBeingCounted(t *testing.T) {
	all := []Evidence{{Target: "a", State: EvidenceChecked}, {Target: "b", State: EvidenceNew}, {Target: "c", State: EvidenceNew},
		{Target: "c", State: EvidenceReturned}, {Target: "c", State: EvidenceNew}}
	for target, want := range map[string]State{"a": "", "b": EvidenceNew, "c": EvidenceReturned, "d": ""} {
		if got := Awaited(all, target); got != want {
			t.Errorf("%s: %q, want %q", target, got, want)
		}
	}
}

func TestATargetIsHeldFromTheDayOnWhichItStays(t *testing.T) {
	target := Target{Value: 100_00, Direction: AtLeast}
	entry := func(on Date, percent Quantity) Progress {
		return Progress{On: on, Value: percent * 100}
	}
	fell := []Progress{entry("2024-09-01", 100), entry("2024-03-01", 90), entry("2024-06-01", 100), entry("2024-07-01", 85)}
	for _, c := range []struct {
		name    string
		entries []Progress
		percent int
		want    Date
	}{
		{"nothing reported", nil, 100, ""}, {"below", []Progress{entry("2024-03-01", 90)}, 100, ""},
		{"the whole goal, again after it fell", fell, 100, "2024-09-01"}, {"by a convention that it never left", fell, 80, "2024-03-01"},
		{"by a convention that it left", fell, 90, "2024-09-01"}, {"corrected", append(fell, entry("2024-10-01", 50)), 80, ""},
	} {
		if got := target.HeldFrom(c.entries, c.percent); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
