package web_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/vi"
)

// hidden stands in reviews before they are published, in what the council noted and voted, and in what people wrote to each other.
const hidden = "DAU-VET-BI-MAT"

// TestAnAdministratorSeesNoReviews opens every page and every file as somebody who only administers: nothing of a review, of the council or of a vote is
// there. Văn phòng and the council find it, so the mark is where people look.
func TestAnAdministratorSeesNoReviews(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	w.plant(t)
	w.act(t)
	own, admin, found, asked := w.of(t, w.season.Tenant), w.holding(thidua.RoleAdmin), 0, 0
	for _, r := range w.routes {
		if !strings.HasPrefix(r.Pattern, "GET ") || r.Pattern == "GET /lich/{file}" {
			continue
		}
		for _, path := range paths(t, r.Pattern, own) {
			asked++
			if code, body, _ := w.ask(r, path, admin); strings.Contains(body, hidden) {
				t.Errorf("an administrator reads it at %s: %d", path, code)
			}
			if !r.Who.Allows(w.actors[w.holding(thidua.RoleOffice)]) {
				continue
			}
			if code, body, _ := w.ask(r, path, w.holding(thidua.RoleOffice)); code == http.StatusOK && strings.Contains(body, hidden) {
				found++
			}
		}
	}
	if asked < 200 || found < 4 {
		t.Errorf("%d pages asked, Văn phòng finds the mark on %d", asked, found)
	}
	w.toldHidden(t)
}

// act does what leaves the mark in events, before, after and as a reason.
func (w *walk) act(t *testing.T) {
	t.Helper()
	ctx, id, person := context.Background(), w.of(t, w.season.Tenant), w.season.People["Trần Quốc Bảo"].ID
	office := w.actors[w.holding(thidua.RoleOffice)]
	nominee := id("nominee")
	v, err := w.core.Nomination(ctx, office, nominee)
	if err != nil {
		t.Fatal(err)
	}
	standard := v.Season.StandardsFor(v.Subject.Kind)[0].ID
	if err := errors.Join(
		w.core.SaveFinding(ctx, office, nominee, thidua.Finding{Standard: standard, Verdict: thidua.VerdictMet, Note: hidden}),
		w.core.MoveNominee(ctx, office, nominee, thidua.HoldNominee, v.Version, "", hidden),
		w.core.SaveEvaluation(ctx, office, thidua.EvaluationResult{Person: person, Year: 2023, Class: thidua.ClassGood, Decision: hidden, On: "2024-01-05"}),
	); err != nil {
		t.Fatal(err)
	}
}

// toldHidden asks that an administrator is told of what he is not shown, and that an inspector is shown it in the very acts.
func (w *walk) toldHidden(t *testing.T) {
	t.Helper()
	for _, do := range []thidua.Action{thidua.FindByHand, thidua.HoldNominee, thidua.RecordEvaluation} {
		for role, told := range map[thidua.Role]string{thidua.RoleAdmin: vi.HiddenFromAdmin, thidua.RoleInspector: hidden} {
			_, body := w.page("/nhat-ky?viec="+string(do), w.holding(role))
			if !strings.Contains(body, told) {
				t.Errorf("%s is not told %q of %s", role, told, do)
			}
		}
	}
}

// plant writes the mark into the objects that a walk opens.
func (w *walk) plant(t *testing.T) {
	t.Helper()
	id := w.of(t, w.season.Tenant)
	nominee, session, sheet, paper, slip := id("nominee"), id("council_session"), id("score_sheet"), id("paper"), id("cover_slip")
	w.write(t, w.season.Tenant, func(tx *store.Tx) error {
		s, err := tx.CouncilSession(session)
		if err != nil {
			return err
		}
		s.Discussion, s.Conclusion, s.IndexWords = hidden, hidden, hidden
		if err := tx.UpdateCouncilSession(s); err != nil {
			return err
		}
		n, err := tx.Nominee(nominee)
		if err != nil {
			return err
		}
		n.Summary = hidden
		if err := tx.UpdateNominee(n); err != nil {
			return err
		}
		if err := tx.SaveFinding(nominee, thidua.Finding{Standard: w.season.Definition.Standards[0].ID, Verdict: thidua.VerdictMet, Note: hidden, ByName: hidden}); err != nil {
			return err
		}
		for _, object := range []string{"score-sheet:" + sheet, "registration:" + id("registration"), "paper:" + paper, "slip:" + slip} {
			if err := tx.InsertNote(thidua.Note{ID: store.NewID(), Object: object, Text: hidden, By: "p", ByName: hidden, At: testkit.Today}); err != nil {
				return err
			}
		}
		return tx.SaveCount(thidua.Count{Session: session, Nominee: nominee, Round: 1, Issued: 9, Returned: 9, Yes: 9, By: "p", ByName: hidden})
	})
}
