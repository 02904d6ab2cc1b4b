package privacy_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/app/privacy"
	"thidua/internal/audit"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var bg = context.Background()

const (
	ha    = "Nguyễn Thị Thu Hà"
	dung  = "Lý Văn Dũng"
	mai   = "Phạm Mai Anh"
	admin = "Sùng Thị Mai"
)

type room struct {
	*testkit.Season
	*privacy.Desk
	core *app.App
	t    *testing.T
}

func open(t *testing.T) *room {
	t.Helper()
	s := testkit.OpenSeason(t)
	s.OpenAccounts(t)
	core := app.New(s.DB)
	return &room{s, privacy.Over(core), core, t}
}

// keeper is the administrator of the agency.
func (r *room) keeper() thidua.Actor {
	a := r.Actor(admin)
	a.Roles = append(slices.Clone(a.Roles), thidua.RoleAdmin)
	return a
}

func (r *room) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

func (r *room) wants(err error, kind thidua.Kind) {
	r.t.Helper()
	if thidua.KindOf(err) != kind || err == nil {
		r.t.Errorf("%v, want kind %v", err, kind)
	}
}

// told counts the events of a verb about somebody.
func (r *room) told(do thidua.Action) (n int) {
	r.t.Helper()
	r.must(r.DB.Read(bg, r.Tenant, func(tx *store.Tx) error {
		all, err := tx.Events(store.EventFilter{Verb: string(do)})
		n = len(all)
		return err
	}))
	return n
}

func TestLookingAtSomebodyIsToldOnceADay(t *testing.T) {
	r := open(t)
	for range 3 {
		r.must(r.Seen(bg, r.Actor(ha), r.People[mai].ID))
	}
	r.must(r.Seen(bg, r.Actor(mai), r.People[mai].ID))
	if n := r.told(thidua.DataSeen); n != 1 {
		t.Errorf("%d events of one viewer", n)
	}
	r.must(r.Seen(bg, r.keeper(), r.People[mai].ID))
	r.must(r.Seen(bg, r.Actor(ha), r.People[dung].ID))
	if n := r.told(thidua.DataSeen); n != 3 {
		t.Errorf("%d events of two viewers and two people", n)
	}
	r.wants(r.Seen(bg, r.Actor(ha), "nobody"), thidua.NotFound)
	for range 2 {
		r.must(r.ListTaken(bg, r.Actor(ha)))
	}
	if n := r.told(thidua.DataListed); n != 1 {
		t.Errorf("%d events about the list", n)
	}
}

func (r *room) taken(who string) map[string][]byte {
	r.t.Helper()
	var out bytes.Buffer
	_, err := r.Take(bg, r.Actor(who), r.People[who].ID, "", &out)
	r.must(err)
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	r.must(err)
	files := map[string][]byte{}
	for _, f := range z.File {
		in, err := f.Open()
		r.must(err)
		files[f.Name], err = io.ReadAll(in)
		r.must(err)
	}
	return files
}

func TestAllThatIsHeldLeavesAsOneFile(t *testing.T) {
	r := open(t)
	v, err := r.core.PersonRegistration(bg, r.Actor(mai), r.Rounds[2025].ID, r.People[mai].ID)
	r.must(err)
	one := v.Registration
	one.Targets = r.EightTargets()[:1]
	_, err = r.core.SaveRegistration(bg, r.Actor(mai), one)
	r.must(err)
	files := r.taken(mai)
	if len(files) != 3 || r.told(thidua.DataTaken) != 1 {
		t.Fatalf("%d files, %d events", len(files), r.told(thidua.DataTaken))
	}
	var all struct {
		Person string
		Tables []struct {
			Table, By string
			Rows      []map[string]any
		}
	}
	r.must(json.Unmarshal(files["Du lieu ve mot nguoi.json"], &all))
	rows := map[string]int{}
	for _, p := range all.Tables {
		rows[p.Table+"."+p.By] += len(p.Rows)
	}
	for _, way := range []string{"person.id", "post.person_id", "account.person_id", "registration.person_id", "target.registration_id", "event.actor"} {
		if rows[way] == 0 {
			t.Errorf("nothing by %s: %v", way, rows)
		}
	}
	h, err := r.About(bg, r.Actor(mai), r.People[mai].ID)
	r.must(err)
	counted := map[string]int{}
	for _, p := range h.Places {
		counted[p.Name+"."+p.By] = p.Rows
	}
	rows["event.actor"], rows["event.object"] = rows["event.actor"]+1, rows["event.object"]+1 // that it was taken
	if !maps.Equal(counted, rows) {
		t.Errorf("counted %v, taken %v", counted, rows)
	}
	book, err := excelize.OpenReader(bytes.NewReader(files["Du lieu ve mot nguoi.xlsx"]))
	r.must(err)
	defer book.Close()
	if n := len(book.GetSheetList()); n != len(all.Tables) || !strings.HasPrefix(book.GetSheetName(0), "1. Người") {
		t.Errorf("%d sheets %v for %d tables", n, book.GetSheetList(), len(all.Tables))
	}
	for name, person := range r.People {
		if name != mai && (bytes.Contains(files["Du lieu ve mot nguoi.json"], []byte(name)) || bytes.Contains(files["Du lieu ve mot nguoi.json"], []byte(person.ID))) {
			t.Errorf("%s stands in the data of %s", name, mai)
		}
	}
	if bytes.Contains(files["Du lieu ve mot nguoi.json"], []byte("argon2id")) {
		t.Error("the hash of the password leaves")
	}
	_, err = r.Take(bg, r.Actor(dung), r.People[mai].ID, "Thử", io.Discard)
	r.wants(err, thidua.Forbidden)
	var unfounded bytes.Buffer
	_, err = r.Take(bg, r.keeper(), r.People[mai].ID, " ", &unfounded)
	r.wants(err, thidua.Invalid)
	if unfounded.Len() != 0 || r.told(thidua.DataTaken) != 1 {
		t.Errorf("%d bytes leave without a ground", unfounded.Len())
	}
	const ground = "Đơn ngày 14/01/2025 của người đó"
	if _, err = r.Take(bg, r.keeper(), r.People[mai].ID, ground, io.Discard); err != nil || r.told(thidua.DataTaken) != 2 {
		t.Errorf("who answers: %v", err)
	}
	lines, _, err := r.core.Log(bg, thidua.Actor{Tenant: r.Tenant, Account: "x", Roles: []thidua.Role{thidua.RoleInspector}}, agency.LogQuery{Do: thidua.DataTaken})
	if err != nil || lines[0].Detail.Reason != ground {
		t.Errorf("the log tells the ground as %q, %v", lines[0].Detail.Reason, err)
	}
}

func TestARequestHasItsAnswer(t *testing.T) {
	r := open(t)
	r.wants(r.Ask(bg, r.Actor(mai), "other", "Sửa năm sinh"), thidua.Invalid)
	r.wants(r.Ask(bg, r.Actor(mai), thidua.RequestCorrect, " "), thidua.Invalid)
	r.must(r.Ask(bg, r.Actor(mai), thidua.RequestCorrect, "Năm sinh đúng là 1991"))
	r.must(r.Ask(bg, r.keeper(), thidua.RequestErase, "Xóa năm sinh"))
	_, err := r.Requests(bg, r.Actor(mai))
	r.wants(err, thidua.Forbidden)
	all, err := r.Requests(bg, r.keeper())
	r.must(err)
	for _, q := range all {
		switch q.Person {
		case r.People[admin].ID:
			r.wants(r.Answer(bg, r.keeper(), q.ID, q.Version, thidua.RequestGranted, "Đã xóa"), thidua.Forbidden)
		default:
			r.wants(r.Answer(bg, r.Actor(dung), q.ID, q.Version, thidua.RequestGranted, "Đã sửa"), thidua.Forbidden)
			r.wants(r.Answer(bg, r.keeper(), q.ID, q.Version, thidua.RequestGranted, ""), thidua.Invalid)
			for _, none := range []thidua.State{"", thidua.RequestOpen} {
				r.wants(r.Answer(bg, r.keeper(), q.ID, q.Version, none, "Đã sửa"), thidua.Invalid)
			}
			r.wants(r.Answer(bg, r.keeper(), q.ID, q.Version+1, thidua.RequestGranted, "Đã sửa"), thidua.Conflict)
			r.must(r.Answer(bg, r.keeper(), q.ID, q.Version, thidua.RequestGranted, "Đã sửa năm sinh ngày 14/01/2025"))
			r.wants(r.Answer(bg, r.Actor(ha), q.ID, q.Version+1, thidua.RequestRefused, "Không"), thidua.Conflict)
		}
	}
	h, err := r.About(bg, r.Actor(mai), r.People[mai].ID)
	r.must(err)
	if len(h.Requests) != 1 || h.Requests[0].State != thidua.RequestGranted || h.Requests[0].AnsweredBy != admin || r.told(thidua.DataAnswered) != 1 {
		t.Errorf("%+v", h.Requests)
	}
}

// verified checks the whole log and gives its report.
func (r *room) verified() audit.Report {
	r.t.Helper()
	key, err := audit.LoadKey(r.t.TempDir())
	r.must(err)
	_, err = audit.Sequence(bg, r.DB)
	r.must(err)
	var reports []audit.Report
	r.must(r.DB.Book(bg, func(b audit.Book) (err error) {
		reports, err = audit.Verify(b, key)
		return err
	}))
	for _, one := range reports {
		if one.Tenant == r.Tenant {
			return one
		}
	}
	r.t.Fatal("no report")
	return audit.Report{}
}

// exported is the log as an inspector takes it out.
func (r *room) exported() string {
	r.t.Helper()
	who := thidua.Actor{Tenant: r.Tenant, Account: "i", Roles: []thidua.Role{thidua.RoleInspector}}
	data, err := r.core.ExportLog(bg, who, agency.LogQuery{}, true)
	r.must(err)
	return string(data)
}

func TestWhoHasLeftIsMaskedAndTheLogStaysWhole(t *testing.T) {
	r := open(t)
	account := r.Actor(mai).Account
	r.wants(r.Mask(bg, r.Actor(ha), r.People[mai].ID, "Theo yêu cầu"), thidua.Forbidden)
	r.wants(r.Mask(bg, r.keeper(), r.People[mai].ID, ""), thidua.Invalid)
	r.wants(r.Mask(bg, r.keeper(), r.People[mai].ID, "Theo yêu cầu"), thidua.Conflict)
	r.must(r.core.Leave(bg, r.keeper(), r.People[mai].ID, r.core.Today().AddDays(-1)))
	r.wants(r.Mask(bg, r.keeper(), r.People[mai].ID, "Theo yêu cầu"), thidua.Conflict)
	r.must(r.core.CloseAccount(bg, r.keeper(), account, true))
	r.must(r.core.NoteRefused(act.From(bg, "192.0.2.77"), r.Actor(mai), "/nguoi-dung"))
	r.must(r.core.NoteRefused(act.From(bg, "192.0.2.78"), r.Actor(ha), "/nguoi-dung"))
	r.must(r.core.NoteTaken(act.From(bg, "192.0.2.77"), r.Actor(mai), "bang.xlsx", "/theo-doi"))
	if told := r.exported(); strings.Count(told, "192.0.2.77") != 2 || strings.Count(told, "192.0.2.78") != 1 {
		t.Errorf("before the masking the log tells the addresses of both: %s", told)
	}
	before := r.verified()
	r.must(r.Mask(bg, r.keeper(), r.People[mai].ID, "Theo yêu cầu"))
	if told := r.exported(); strings.Contains(told, "192.0.2.77") || !strings.Contains(told, "192.0.2.78") || !strings.Contains(told, "bang.xlsx") {
		t.Errorf("after the masking the log tells no address of hers, and all else: %s", told)
	}
	r.wants(r.Mask(bg, r.keeper(), r.People[mai].ID, "Theo yêu cầu"), thidua.Conflict)
	h, err := r.About(bg, r.keeper(), r.People[mai].ID)
	r.must(err)
	if h.Person.Name != mai || h.Person.BirthYear != 0 || !strings.HasPrefix(h.Person.Code, "che-") || h.MaskedOn == "" {
		t.Errorf("%+v, masked on %s", h.Person, h.MaskedOn)
	}
	r.must(r.DB.Read(bg, r.Tenant, func(tx *store.Tx) error {
		a, err := tx.Account(account)
		if err != nil || a.UserName != h.Person.Code || a.Hash != "" {
			t.Errorf("account %+v, %v", a, err)
		}
		open, err := tx.Sessions(account)
		if len(open) != 0 {
			t.Errorf("%d sessions", len(open))
		}
		events, failed := tx.Events(store.EventFilter{Object: "person:" + r.People[mai].ID})
		for _, e := range events {
			if e.Detail != nil && e.Verb != string(thidua.DataMasked) {
				t.Errorf("%s keeps its detail", e.Verb)
			}
		}
		if failed != nil {
			return failed
		}
		return err
	}))
	after := r.verified()
	if before.Flaw != audit.FlawNone || after.Flaw != audit.FlawNone || after.Erased == 0 || after.Size != before.Size+1 {
		t.Errorf("before %+v, after %+v", before, after)
	}
}
