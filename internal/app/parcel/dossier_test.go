package parcel_test

import (
	"bytes"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/parcel"
	"thidua/internal/doc"
	sealed "thidua/internal/pack/parcel"
	"thidua/internal/store"
)

func pdf(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := doc.New("Bản mẫu", "2025-01-17", true, doc.Text("Bản mẫu")).PDF(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (h *house) signed() thidua.FileRef {
	h.t.Helper()
	ref, err := h.App.KeepFile(bg, h.office, "signed", "ban-ky.pdf", bytes.NewReader(pdf(h.t)))
	h.must(err)
	return ref
}

func (h *house) view() app.DossierView {
	h.t.Helper()
	v, err := h.App.DossierOf(bg, h.office, h.Rounds[2024].ID)
	h.must(err)
	return v
}

// sendable makes a dossier of which every paper is issued.
func (h *house) sendable() map[string]string {
	h.t.Helper()
	nominees := h.PassCouncil(h.t)
	_, err := h.App.MakeDossier(bg, h.office, h.Rounds[2024].ID)
	h.must(err)
	for _, c := range h.view().Components {
		if c.Kind == thidua.PaperMinutes {
			p := *c.Paper
			p.Signed = h.signed()
			h.write(h.Tenant, func(tx *store.Tx) error { return tx.UpdatePaper(p) })
			continue
		}
		p, err := h.App.MovePaper(bg, h.office, c.Paper.ID, thidua.SubmitForSign, app.PaperMove{Version: c.Paper.Version})
		h.must(err)
		if p.Kind == thidua.PaperReport {
			h.must(h.App.RecordConfirmation(bg, h.office, p.ID, p.Version, "2025-01-17"))
			p.Version++
		}
		_, err = h.App.MovePaper(bg, h.office, p.ID, thidua.RecordIssued, app.PaperMove{Version: p.Version, Number: "12/TTr-TT", On: "2025-01-17", Signed: h.signed()})
		h.must(err)
	}
	h.must(h.App.MoveDossier(bg, h.office, h.view().Dossier.ID, thidua.MarkWhole, h.view().Dossier.Version, ""))
	return nominees
}

// submit records that the dossier goes, and sends its package.
func (h *house) submit(on thidua.Date) (thidua.Submission, thidua.Parcel) {
	h.t.Helper()
	h.clock.Set(on.Time().Add(9 * time.Hour))
	v := h.view().Dossier
	s, err := h.App.RecordSubmission(bg, h.office, v.ID, v.Version, thidua.Submission{Number: "12/TTr-TT", Dated: "2025-01-17", SentOn: on})
	h.must(err)
	sent, err := h.Send(bg, h.office, s.ID, h.home.Tenant)
	h.must(err)
	return s, sent
}

// reply seals what Sở Nội vụ answers to a package.
func (h *house) reply(of string, a sealed.Answer, papers ...sealed.Content) thidua.Parcel {
	h.t.Helper()
	sent, err := h.Seal(bg, h.home, parcel.Outgoing{Kind: thidua.ParcelAnswer, To: h.Tenant, Of: of,
		Data: sealed.Data{Movement: sealed.Movement{Name: "Cải cách hành chính", Year: 2024}, Answer: &a}, Papers: papers})
	h.must(err)
	return sent
}

func (h *house) take(p thidua.Parcel) parcel.Taken {
	h.t.Helper()
	taken, err := h.Receive(bg, h.office, p.ID)
	h.must(err)
	return taken
}

func (h *house) state(submission string) thidua.State {
	h.t.Helper()
	for _, s := range h.view().Sendings {
		if s.ID == submission {
			return s.State
		}
	}
	return ""
}

// TestADossierGoesUpComesBackAndGoesAgain is the whole way: sealed, taken in, returned with a part, sent again with it mended, decided.
func TestADossierGoesUpComesBackAndGoesAgain(t *testing.T) {
	h := open(t)
	nominees := h.sendable()
	first, sent := h.submit("2025-01-18")
	_, err := h.Send(bg, h.office, first.ID, h.home.Tenant)
	want(t, "sealed again", err, parcel.CodeSent)
	_, err = h.Receive(bg, h.home, sent.ID)
	h.must(err)
	opened, _, err := h.Package(bg, h.home, sent.ID)
	h.must(err)
	weighed(t, opened, nominees)

	// What the sender changes later stays with the sender.
	h.write(h.Tenant, func(tx *store.Tx) error {
		n, err := tx.Nominee(nominees["NV2"])
		n.Summary = "Đã sửa sau khi gửi."
		if err != nil {
			return err
		}
		return tx.UpdateNominee(n)
	})
	again, _, err := h.Package(bg, h.home, sent.ID)
	if h.must(err); !bytes.Equal(again.Text, opened.Text) {
		t.Error("what the receiver reads follows the sender's rows")
	}

	if taken := h.take(h.reply(sent.ID, sealed.Answer{Kind: thidua.AnswerReceived})); !taken.Reply || taken.Submission != first.ID {
		t.Errorf("taken is %+v", taken)
	}
	if s := h.state(first.ID); s != thidua.SubmissionReceived {
		t.Errorf("after the receipt the sending is %s", s)
	}
	report := opened.Data.Papers[len(opened.Data.Papers)-1]
	h.take(h.reply(sent.ID, sealed.Answer{Kind: thidua.AnswerReturned, Text: "Hồ sơ cần bổ sung.",
		Parts: []sealed.Part{{Paper: report.ID, Name: report.Title, Reason: "thiếu xác nhận"}}}))
	if d := h.view().Dossier; d.State != thidua.DossierReturned {
		t.Errorf("the returned dossier is %s", d.State)
	}
	answers := h.view().Sendings[0].Answers
	if text := answers[len(answers)-1].Text; text != "Hồ sơ cần bổ sung.\n– "+report.Title+": thiếu xác nhận" {
		t.Errorf("the reason reads %q", text)
	}

	second, mended := h.submit("2025-01-20")
	if mended.Of != sent.ID {
		t.Errorf("the package replaces %q", mended.Of)
	}
	_, err = h.Receive(bg, h.home, mended.ID)
	h.must(err)
	opened, _, err = h.Package(bg, h.home, mended.ID)
	h.must(err)
	for _, p := range opened.Data.Papers {
		if p.Mended != (p.ID == report.ID) {
			t.Errorf("%s mended: %v", p.Title, p.Mended)
		}
	}
	decide(t, h, second, mended, nominees)
}

// weighed looks at what Sở Nội vụ reads of the four who were passed.
func weighed(t *testing.T, opened *sealed.Package, nominees map[string]string) {
	t.Helper()
	if len(opened.Data.Proposals) != len(nominees) || len(opened.Data.Papers) != 6 || opened.Data.Agency.Name != "Thanh tra tỉnh Lào Cai" {
		t.Fatalf("%d proposals, %d papers of %s", len(opened.Data.Proposals), len(opened.Data.Papers), opened.Data.Agency.Name)
	}
	for _, p := range opened.Data.Papers {
		if content, ok := opened.Paper(p.File); !ok || !p.Signed || !bytes.HasPrefix(content, []byte("%PDF")) {
			t.Errorf("%s is no signed copy", p.Title)
		}
	}
	for _, p := range opened.Data.Proposals {
		if p.ID != nominees["NV2"] {
			continue
		}
		if p.Subject.Name != "Phòng Nghiệp vụ 2" || p.Award != "Bằng khen" || len(p.Standards) != 6 || len(p.Criteria) < 5 || p.OnTime < 0 ||
			p.Criteria[0].Targets == 0 {
			t.Errorf("the case of NV2 is %+v", p)
		}
		for _, s := range p.Standards {
			if s.Name == "" || s.Reason == "" {
				t.Errorf("a standard without words: %+v", s)
			}
		}
	}
}

// decide takes the decision in as a package: the awards are those that a recorded decision makes.
func decide(t *testing.T, h *house, s thidua.Submission, sent thidua.Parcel, nominees map[string]string) {
	t.Helper()
	h.clock.Set(thidua.Date("2025-03-10").Time().Add(9 * time.Hour))
	answer := sealed.Answer{Kind: thidua.AnswerDecided, Number: "305/QĐ-UBND", Dated: "2025-03-05", Issuer: "Chủ tịch UBND tỉnh Lào Cai",
		File: sealed.PaperFile("Quyết định.pdf")}
	for name, id := range nominees {
		answer.Results = append(answer.Results, sealed.Result{Proposal: id, Granted: name != "VP", Reason: "Vượt số lượng", Gold: "0305"})
	}
	taken := h.take(h.reply(sent.ID, answer, sealed.Content{Name: "Quyết định.pdf", Data: pdf(t)}))
	if !taken.Reply || h.state(s.ID) != thidua.SubmissionResult {
		t.Errorf("the decision: %+v, %s", taken, h.state(s.ID))
	}
	v := h.view()
	if v.Dossier.State != thidua.DossierDecided || len(v.Decision) != 1 || v.Decision[0].Scan.Missing() || len(v.Awarded) != 3 {
		t.Errorf("the dossier is %s with %d decisions and %d awards", v.Dossier.State, len(v.Decision), len(v.Awarded))
	}
	for _, n := range v.All {
		if state := map[bool]thidua.State{true: thidua.NomineeNot, false: thidua.NomineeAwarded}[n.Subject.Name == "Văn phòng"]; n.State != state {
			t.Errorf("%s is %s", n.Subject.Name, n.State)
		}
	}
	late := h.take(h.reply(sent.ID, sealed.Answer{Kind: thidua.AnswerReceived}))
	if late.Reply || h.state(s.ID) != thidua.SubmissionResult {
		t.Errorf("an answer that came too late: %+v", late)
	}
}

// TestAnAnswerToNothing refuses answers to what this agency did not send, and of somebody else than the receiver.
func TestAnAnswerToNothing(t *testing.T) {
	h := open(t)
	h.sendable()
	_, sent := h.submit("2025-01-18")
	_, err := h.Receive(bg, h.office, h.reply("nothing", sealed.Answer{Kind: thidua.AnswerReceived}).ID)
	want(t, "of nothing", err, thidua.CodeParcelAnswered)
	h.home = h.other
	_, err = h.Receive(bg, h.office, h.reply(sent.ID, sealed.Answer{Kind: thidua.AnswerReceived}).ID)
	want(t, "of somebody else", err, thidua.CodeParcelAnswered)
	if waiting, err := h.Waiting(bg, h.office); err != nil || len(waiting) != 2 {
		t.Errorf("%d wait, %v", len(waiting), err)
	}
}
