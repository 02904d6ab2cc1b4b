package store_test

import (
	"reflect"
	"testing"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

func TestReformTasksComeBackAsTheyWereSaved(t *testing.T) {
	db := testkit.Open(t)
	s, other := testkit.FillSeason(t, db, "thanh-tra"), testkit.FillSeason(t, db, "so-khac")
	plan := func(of *testkit.Season, file string, state thidua.State) thidua.PlanSource {
		p := thidua.PlanSource{ID: store.NewID(), File: thidua.FileRef{Hash: file, Name: file}, Draft: "{}", Review: "{}", State: state, ReadAt: testkit.Today, Version: 1}
		must(t, db.Write(ctx, act(of.Tenant, "add"), func(tx *store.Tx) error { return tx.InsertPlanSource(p) }))
		return p
	}
	source, foreign := plan(s, "tep", thidua.PlanApplied), plan(other, "tep", thidua.PlanApplied)
	task := func(of *testkit.Season, p thidua.PlanSource, order, year int, unit string, due thidua.Date) thidua.ReformTask {
		return thidua.ReformTask{ID: store.NewID(), Round: of.Rounds[year].ID, Plan: p.ID, Order: order, Number: "4.1", Text: "Công khai thủ tục", Product: "Bảng niêm yết",
			Unit: of.Units[unit].ID, Lead: "Văn phòng Ban", Support: "Các phòng", When: "Thường xuyên", Due: due, Inclusive: due != "", State: thidua.ReformOpen,
			Version: 1, UnitName: of.Units[unit].Name, Year: year}
	}
	second, first := task(s, source, 2, 2025, "NV2", "2025-06-30"), task(s, source, 1, 2025, "VP", "")
	ended, theirs := task(s, source, 3, 2023, "NV2", "2023-06-30"), task(other, foreign, 1, 2025, "NV2", "")
	for _, x := range []thidua.ReformTask{second, first, ended} {
		must(t, db.Write(ctx, act(s.Tenant, "add"), func(tx *store.Tx) error { return tx.InsertReformTask(x) }))
	}
	must(t, db.Write(ctx, act(other.Tenant, "add"), func(tx *store.Tx) error { return tx.InsertReformTask(theirs) }))
	lost := task(s, source, 4, 2025, "NV2", "")
	lost.Unit = other.Units["NV2"].ID
	refusal(t, db.Write(ctx, act(s.Tenant, "add"), func(tx *store.Tx) error { return tx.InsertReformTask(lost) }), thidua.Conflict, store.CodeTied)

	done := second
	done.Text, done.Product, done.Unit, done.UnitName, done.Due, done.Inclusive = "Công khai", "Bảng", s.Units["NV1"].ID, s.Units["NV1"].Name, "2025-07-01", false
	done.State, done.DoneOn, done.DoneNote, done.Reason = thidua.ReformDone, "2025-06-20", "Bảng số 3", "ghi lại"
	refusal(t, db.Write(ctx, act(other.Tenant, "mend"), func(tx *store.Tx) error { return tx.UpdateReformTask(done) }), thidua.Conflict, store.CodeStale)
	must(t, db.Read(ctx, s.Tenant, func(tx *store.Tx) error {
		open, err := tx.OpenReformTasks([]string{s.Units["NV2"].ID, other.Units["NV2"].ID})
		if err != nil || !reflect.DeepEqual(open, []thidua.ReformTask{second}) {
			t.Errorf("open %+v, %v", open, err)
		}
		return nil
	}))
	must(t, db.Write(ctx, act(s.Tenant, "mend"), func(tx *store.Tx) error { return tx.UpdateReformTask(done) }))
	refusal(t, db.Write(ctx, act(s.Tenant, "mend"), func(tx *store.Tx) error { return tx.UpdateReformTask(done) }), thidua.Conflict, store.CodeStale)
	done.Version = 2
	must(t, db.Read(ctx, s.Tenant, func(tx *store.Tx) error {
		all, err := tx.ReformTasks(s.Rounds[2025].ID)
		if err != nil || !reflect.DeepEqual(all, []thidua.ReformTask{first, done}) {
			t.Errorf("%+v, %v; want %+v", all, err, []thidua.ReformTask{first, done})
		}
		count, err := tx.ReformCount(s.Rounds[2025].ID)
		if err != nil || count != (store.ReformCount{All: 2, Done: 1}) {
			t.Errorf("counted %+v, %v", count, err)
		}
		if open, err := tx.OpenReformTasks([]string{done.Unit}); err != nil || len(open) != 0 {
			t.Errorf("what is done is still open: %+v, %v", open, err)
		}
		_, err = tx.ReformTask(theirs.ID)
		refusal(t, err, thidua.NotFound, store.CodeNotFound)
		rounds, err := tx.OpenRounds()
		if err != nil || len(rounds) != 2 || rounds[0].Year != 2024 || rounds[1].Year != 2025 {
			t.Errorf("open rounds %+v, %v", rounds, err)
		}
		used, err := tx.PlanApplied("tep", "another")
		if err != nil || used.ID != source.ID {
			t.Errorf("the plan of the file is %+v, %v", used, err)
		}
		_, err = tx.PlanApplied("tep", source.ID)
		refusal(t, err, thidua.NotFound, store.CodeNotFound)
		return nil
	}))
}
