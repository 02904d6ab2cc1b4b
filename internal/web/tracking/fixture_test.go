package tracking_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/browser"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/vi"
	"thidua/internal/web"
)

func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }

// desk is the program over a season whose year 2024 is nearly over; somebody of the season asks for its pages.
type desk struct {
	*testkit.Season
	*app.App
	t      *testing.T
	server http.Handler
	round  string
	cells  map[string]string // id of the target by unit and criterion, such as "NV3 TC5"
	sheets map[string]string // id of the sheet of 2024 by code of the unit
}

// known is the program with sessions whose token is the name of a person.
type known struct {
	*app.App
	season *testkit.Season
}

// Session gives the actor whose name the token is.
func (k known) Session(_ context.Context, token string) (thidua.Actor, error) {
	name, err := url.QueryUnescape(token)
	if err != nil || k.season.Actor(name).Account == "" {
		return thidua.Actor{}, thidua.Refuse(thidua.SignIn, "session-ended")
	}
	return k.season.Actor(name), nil
}

// done is how far each unit came on each leaf, as on the screen of the board.
var done = map[string][]int{
	"VP": {100, 98, 100, 92, 100, 95, 96, 100, 90, 75}, "NV1": {95, 94, 91, 100, 90, 92, 82, 92, 88, 100},
	"NV2": {100, 100, 96, 100, 97, 95, 93, 98, 100, 100}, "NV3": {85, 92, 62, 100, 88, 80, 70, 84, 72, 50},
	"NV4": {92, 95, 86, 100, 90, 90, 74, 90, 88, 70}, "NV5": {88, 90, 76, 100, 93, 91, 68, 86, 60, 65},
}

// scores are the reviewed sums of 2023 and 2024.
var scores = map[string][2]thidua.Points{"VP": {93_50, 92_00}, "NV1": {92_00, 90_50}, "NV2": {91_00, 95_50}, "NV3": {88_00, 81_00}, "NV4": {84_00, 88_50}, "NV5": {82_50, 85_00}}

func openDesk(t *testing.T, parts ...file.Part) *desk {
	s := testkit.OpenSeason(t)
	files, err := file.Open(t.TempDir(), parts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = files.Close() })
	core := app.New(s.DB, app.WithFiles(files))
	d := &desk{Season: s, App: core, t: t, round: s.Rounds[2024].ID, cells: map[string]string{}, sheets: map[string]string{}}
	server, err := web.New(web.Config{App: known{core, s}, Core: core, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: s.DB.Clock})
	if err != nil {
		t.Fatal(err)
	}
	d.server = server.Handler()
	d.write(func(tx *store.Tx) error {
		for _, code := range []string{"VP", "NV1", "NV2", "NV3", "NV4", "NV5"} {
			if err := d.fillUnit(tx, code); err != nil {
				return err
			}
		}
		return nil
	})
	return d
}

func (d *desk) write(fn func(tx *store.Tx) error) {
	d.t.Helper()
	act := &store.Act{Tenant: d.Tenant, Actor: "account:cai-dat", ActorName: "Cài đặt", Verb: "mo-mua", Object: "agency:" + d.Tenant}
	if err := d.DB.Write(context.Background(), act, fn); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) fillUnit(tx *store.Tx, code string) error {
	unit := d.Units[code].ID
	r := thidua.Registration{ID: store.NewID(), Round: d.round, Subject: thidua.Subject{Kind: thidua.Collective, Unit: unit}, State: thidua.RegistrationConfirmed}
	var folds []string
	for _, c := range d.Definition.Leaves() {
		target := thidua.Target{ID: store.NewID(), Criterion: c.ID, Content: "Kết quả " + c.Name, Value: 100_00, Measure: "%", Direction: thidua.AtLeast, Due: "2024-12-31"}
		if c.Code == "TC5" {
			target.Content, target.Due, target.Owner = "Sáng kiến được Chánh Thanh tra công nhận", "2024-10-31", d.People["Vũ Quang Sơn"].ID
		}
		d.cells[code+" "+c.Code] = target.ID
		r.Targets, folds = append(r.Targets, target), append(folds, vi.Fold(target.Content))
	}
	if err := tx.InsertRegistration(r); err != nil {
		return err
	}
	if err := tx.SetTargets(r.ID, r.Targets, folds); err != nil {
		return err
	}
	for i, target := range r.Targets {
		for month := 1; month <= 12; month += 3 {
			p := thidua.Progress{ID: store.NewID(), Target: target.ID, On: thidua.NewDate(2024, month+2, 20), Value: thidua.Quantity(done[code][i]*(month+2)/12) * 100,
				Text: "Cập nhật theo báo cáo quý.", By: "x", ByName: "Vũ Quang Sơn", At: testkit.Today}
			if err := tx.InsertProgress(p); err != nil {
				return err
			}
		}
	}
	return tx.InsertEvidence(thidua.Evidence{ID: store.NewID(), Round: d.round, Unit: unit, Criterion: d.Definition.Heads()[0].ID, DocNumber: "12/KH-" + code,
		IssuedOn: "2024-01-20", Abstract: "Kế hoạch phát động thi đua", State: thidua.EvidenceNew, AddedBy: "x", AddedByName: "Vũ Quang Sơn", AddedAt: testkit.Today})
}

// score makes the sheets of 2023 and 2024 in a state, with the sums of scores spread over the leaves.
func (d *desk) score(state thidua.State) {
	d.write(func(tx *store.Tx) error {
		if err := tx.SaveScale(thidua.Scale{Round: d.round, Decision: "Biên bản họp Hội đồng (mẫu)", AgreedOn: "2024-03-12"}); err != nil {
			return err
		}
		for code, sums := range scores {
			for i, year := range []int{2023, 2024} {
				s := d.sheetOf(code, year, sums[i])
				if year == 2023 {
					s.State = thidua.SheetPublished
				} else {
					s.State, d.sheets[code] = state, s.ID
				}
				if err := tx.InsertScoreSheet(s); err != nil {
					return err
				}
				if err := tx.UpdateScoreSheet(s); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func (d *desk) sheetOf(code string, year int, sum thidua.Points) thidua.ScoreSheet {
	s := thidua.ScoreSheet{ID: store.NewID(), Round: d.Rounds[year].ID, Unit: d.Units[code].ID, ByPoints: true, SentAt: testkit.Today, ClosedAt: testkit.Today, Version: 1}
	left := 100_00 - sum
	for _, c := range d.Definition.Leaves() {
		self, review := c.MaxPoints, c.MaxPoints
		if take := min(left, c.MaxPoints/4/50*50); take > 0 {
			review, left = review-take, left-take
		}
		line := thidua.ScoreLine{Criterion: c.ID, Max: c.MaxPoints, Self: &self, Review: &review}
		if review != self {
			line.Reason = "Một nội dung chậm so với kế hoạch (trừ điểm)."
		}
		s.Lines = append(s.Lines, line)
	}
	return s
}

// ask sends a request as somebody of the season; a form is posted when there is one.
func (d *desk) ask(who, path string, form url.Values) *httptest.ResponseRecorder {
	d.t.Helper()
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil)
	if form != nil {
		r = httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+path, strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	sign(r, who)
	w := httptest.NewRecorder()
	d.server.ServeHTTP(w, r)
	return w
}

func sign(r *http.Request, who string) {
	r.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: url.QueryEscape(who)})
}

// page asks for a page that must be there.
func (d *desk) page(who, path string) *goquery.Document {
	d.t.Helper()
	return d.read(d.ask(who, path, nil), http.StatusOK)
}

func (d *desk) read(w *httptest.ResponseRecorder, status int) *goquery.Document {
	d.t.Helper()
	if w.Code != status {
		d.t.Fatalf("status %d, want %d: %.400s", w.Code, status, w.Body)
	}
	doc, err := goquery.NewDocumentFromReader(w.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return doc
}

// moved checks that a form was taken and gives the address that it leads to.
func (d *desk) moved(w *httptest.ResponseRecorder) string {
	d.t.Helper()
	if w.Code != http.StatusSeeOther {
		d.t.Fatalf("status %d, want 303: %.600s", w.Code, w.Body)
	}
	return w.Header().Get("Location")
}
