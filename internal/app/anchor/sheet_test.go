package anchor_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/anchor"
	"thidua/internal/audit/proof"
	"thidua/internal/store"
)

// TestCase80ASheetProvesItsPaperAfterAYear makes a sheet, lets a year of events go by, and proves the paper with nothing but the file and the key.
func TestCase80ASheetProvesItsPaperAfterAYear(t *testing.T) {
	h := open(t, false)
	id, p, data := h.sheet()
	name, early, err := h.Proof(bg, h.Actor(ha), id)
	h.must(err)
	for range 12 {
		for range 5 {
			h.write("viec", func(*store.Tx) error { return nil })
		}
		h.clock.Add(30 * 24 * time.Hour)
		h.keepLog()
	}
	_, late, err := h.Proof(bg, h.Actor(ha), id)
	h.must(err)
	if !bytes.Equal(early, late) || !strings.HasSuffix(name, ".json") {
		t.Errorf("the proof of a sheet has changed, or its name is %q", name)
	}
	read, err := proof.Decode(early)
	h.must(err)
	r, err := read.Check(h.public)
	h.must(err)
	if f, ok := r.Statement.Covers(proof.Sum(data)); !ok || f.Size != int64(len(data)) || r.Statement.Number != "12/TTr-TT" || r.Statement.Sample || r.Fingerprint != id {
		t.Errorf("proved %+v", r)
	}
	if _, ok := r.Statement.Covers(proof.Sum(append(bytes.Clone(data), 0))); ok {
		t.Error("a changed PDF is covered")
	}
	before, err := anchorOf(h, r.Checkpoint.Size)
	h.must(err)
	e, err := h.Export(bg, h.Actor(khoi))
	h.must(err)
	defer func() { h.must(e.Close()) }()
	log, err := proof.CheckLog(e.File, []proof.Mark{before}, h.public)
	if err != nil || !log.Grown || log.Anchored < log.Size-2 || log.Size < 60 {
		t.Errorf("the log after a year: %+v, %v", log, err)
	}
	if p.Number != r.Statement.Number {
		t.Errorf("the sheet names %q", r.Statement.Number)
	}
}

func anchorOf(h *house, size int64) (m proof.Mark, err error) {
	err = h.DB.Read(bg, h.Tenant, func(tx *store.Tx) error {
		note, err := tx.CheckpointOver(size - 1)
		if err != nil {
			return err
		}
		c, err := h.public.Open(note)
		m = proof.Mark{Tenant: c.Tenant, Size: c.Size, Root: c.Root}
		return err
	})
	return m, err
}

func TestASheetIsOfWhatIsIssued(t *testing.T) {
	h := open(t, false)
	var draft thidua.Paper
	for _, c := range h.view().Components {
		if c.Kind == thidua.PaperProposal {
			draft = *c.Paper
		}
	}
	_, err := h.MakeOfPaper(bg, h.Actor(ha), draft.ID)
	wants(t, "of a draft", err, thidua.Conflict, anchor.CodeNotIssued)
	_, err = h.MakeOfDossier(bg, h.Actor(ha), h.round)
	wants(t, "of a dossier that is not whole", err, thidua.Conflict, anchor.CodeNotIssued)
	p, _ := h.issue(draft)
	_, err = h.MakeOfPaper(bg, h.Actor(ha), p.ID)
	wants(t, "before the event has its place", err, thidua.Conflict, anchor.CodeWaiting)
	h.keepLog()
	_, err = h.MakeOfPaper(bg, h.Actor(thanh), p.ID)
	wants(t, "by who does not see the paper", err, thidua.NotFound, store.CodeNotFound)
	_, err = h.MakeOfPaper(bg, h.Actor(mai), p.ID)
	wants(t, "by the inspector", err, thidua.Forbidden, "no-right")
	id, err := h.MakeOfPaper(bg, h.Actor(ha), p.ID)
	h.must(err)
	_, _, err = h.Proof(bg, h.Actor(ha), id)
	wants(t, "the proof before a checkpoint", err, thidua.Conflict, anchor.CodeWaiting)
	_, _, err = h.Print(bg, h.Actor(ha), id)
	wants(t, "the page before a checkpoint", err, thidua.Conflict, anchor.CodeWaiting)
	h.keepLog()
	name, page, err := h.Print(bg, h.Actor(mai), id)
	h.must(err)
	s, err := h.Sheet(bg, h.Actor(ha), id)
	h.must(err)
	dump := page.Dump()
	for _, want := range []string{s.Kept.Code, "https://thidua.example.vn/kiem-chung?ma=" + s.Kept.Code, proof.Grouped(id), s.Key, "12/TTr-TT", "Thanh tra tỉnh Lào Cai", "ban-ky.pdf"} {
		if !strings.Contains(dump, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if page.Pages() != 1 || page.Sample || !strings.Contains(name, s.Kept.Code) {
		t.Errorf("%d pages, sample %v, name %q", page.Pages(), page.Sample, name)
	}
	_, err = h.Sheet(bg, h.Actor(thanh), id)
	wants(t, "read by who does not see the paper", err, thidua.NotFound, store.CodeNotFound)
	all, err := h.Sheets(bg, h.Actor(mai), "paper:"+p.ID)
	if err != nil || len(all) != 1 || all[0].Says.Title != p.Title {
		t.Errorf("%+v, %v", all, err)
	}
	bare := anchor.Over(h.core)
	_, _, err = bare.Proof(bg, h.Actor(ha), id)
	wants(t, "without the key", err, thidua.Conflict, anchor.CodeNoKey)
}

func TestASheetOfADossierCoversEverySignedCopy(t *testing.T) {
	h := open(t, false)
	var copies [][]byte
	for _, c := range h.view().Components {
		_, data := h.issue(*c.Paper)
		if c.Kind != thidua.PaperMinutes {
			copies = append(copies, data)
		}
	}
	v := h.view().Dossier
	h.must(h.core.MoveDossier(bg, h.Actor(ha), v.ID, thidua.MarkWhole, v.Version, ""))
	h.keepLog()
	id, err := h.MakeOfDossier(bg, h.Actor(ha), h.round)
	h.must(err)
	h.keepLog()
	_, file, err := h.Proof(bg, h.Actor(ha), id)
	h.must(err)
	p, err := proof.Decode(file)
	h.must(err)
	r, err := p.Check(h.public)
	h.must(err)
	for i, c := range copies {
		if _, ok := r.Statement.Covers(proof.Sum(c)); !ok {
			t.Errorf("copy %d is not covered", i)
		}
	}
	if got := h.look(proof.Code(id)); got.Verdict != anchor.VerdictValid {
		t.Errorf("the dossier is %s", got.Verdict)
	}
	v = h.view().Dossier
	h.must(h.core.MoveDossier(bg, h.Actor(ha), v.ID, thidua.ReopenDossier, v.Version, "sửa lời văn"))
	if got := h.look(proof.Code(id)); got.Verdict != anchor.VerdictChanged {
		t.Errorf("a dossier that is open again is %s", got.Verdict)
	}
}

// another is a letter of codes that is not this one.
func another(letter string) string {
	if letter == "Z" {
		return "Y"
	}
	return "Z"
}

func TestALookUpTellsWhatBecameOfThePaper(t *testing.T) {
	h := open(t, false)
	id, p, _ := h.sheet()
	code := proof.Code(id)
	if f := h.look(strings.ToLower(code)); f.Verdict != anchor.VerdictValid || f.Sheet.Says.Number != "12/TTr-TT" || f.Sheet.Seq < 0 {
		t.Fatalf("%+v", f)
	}
	for _, unknown := range []string{"x", "0000-0000-0000-0000", code[:18] + another(code[18:]), strings.Repeat("x", 500)} {
		if f := h.look(unknown); f.Verdict != anchor.VerdictUnknown || f.Sheet.Kept.ID != "" || len(f.Typed) > 60 {
			t.Errorf("%q: %+v", unknown, f)
		}
	}
	other, _ := h.signed("một bản khác")
	changed := p
	changed.Signed = other
	h.write("sua", func(tx *store.Tx) error { return tx.UpdatePaper(changed) })
	if f := h.look(code); f.Verdict != anchor.VerdictChanged {
		t.Errorf("with another signed copy it is %s", f.Verdict)
	}
	changed.Signed, changed.Version = p.Signed, p.Version+1
	h.write("sua", func(tx *store.Tx) error { return tx.UpdatePaper(changed) })
	if f := h.look(code); f.Verdict != anchor.VerdictValid {
		t.Errorf("with its own signed copy again it is %s", f.Verdict)
	}
	_, err := h.core.MovePaper(bg, h.Actor(ha), p.ID, thidua.RecallPaper, app.PaperMove{Version: changed.Version + 1, Reason: "sai tên"})
	h.must(err)
	if f := h.look(code); f.Verdict != anchor.VerdictWithdrawn {
		t.Errorf("recalled, it is %s", f.Verdict)
	}
}

func TestASampleIsNeverCalledValid(t *testing.T) {
	h := open(t, true)
	id, _, _ := h.sheet()
	if f := h.look(proof.Code(id)); f.Verdict != anchor.VerdictSample {
		t.Errorf("a sample is %s", f.Verdict)
	}
	_, file, err := h.Proof(bg, h.Actor(ha), id)
	h.must(err)
	p, err := proof.Decode(file)
	h.must(err)
	if r, err := p.Check(h.public); err != nil || !r.Statement.Sample {
		t.Errorf("%+v, %v", r, err)
	}
	_, page, err := h.Print(bg, h.Actor(ha), id)
	if err != nil || !page.Sample {
		t.Errorf("the page is not marked: %v", err)
	}
}

func TestALookUpIsClosedToVisitorsAndCounted(t *testing.T) {
	h := open(t, false)
	_, err := h.LookUp(bg, thidua.Actor{}, "x")
	wants(t, "by a visitor of an agency that is not open", err, thidua.NotFound, store.CodeNotFound)
	for range 20 {
		h.look("0000-0000-0000-0000")
	}
	_, err = h.LookUp(bg, thidua.Actor{Tenant: h.Tenant}, "0000-0000-0000-0000")
	h.must(err) // from another address
	id, _, _ := h.sheet()
	for range 30 {
		h.look(proof.Code(id)) // after two quiet minutes; what is known is not counted
	}
	h.look("0000-0000-0000-0000")
	_, err = h.LookUp(fromSame(), thidua.Actor{Tenant: h.Tenant}, proof.Code(id))
	wants(t, "after too many unknown codes", err, thidua.Conflict, anchor.CodeTooOften)
}
