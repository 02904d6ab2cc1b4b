package anchor_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/app/anchor"
	"thidua/internal/audit"
	"thidua/internal/doc"
	"thidua/internal/file"
	"thidua/internal/job"
	"thidua/internal/mail"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

const (
	ha    = "Nguyễn Thị Thu Hà"
	khoi  = "Trần Mạnh Khôi"
	thanh = "Lê Văn Thanh"
	mai   = "Sùng Thị Mai"
)

var bg = context.Background()

// house is a season whose dossier is drafted, the anchors over it and the worker beside it.
type house struct {
	*testkit.Season
	*anchor.Desk
	t      *testing.T
	core   *app.App
	key    *audit.Key
	public *audit.Key
	clock  *testkit.Clock
	work   *job.Worker
	sent   []mail.Letter
	fail   error
	round  string
}

// open makes a house of an agency that is no sample, unless a test asks for one.
func open(t *testing.T, sample bool, to ...string) *house {
	t.Helper()
	h := &house{t: t, clock: testkit.NewClock("2025-01-17")}
	h.clock.Add(9 * time.Hour)
	var config store.Config
	h.Season = testkit.OpenSeason(t, func(c *store.Config) {
		c.Clock, c.Wall = h.clock.Now, h.clock.Now
		config = *c
	})
	files, err := file.Open(t.TempDir())
	h.must(err)
	t.Cleanup(func() { h.must(files.Close()) })
	if !sample {
		h.real(config)
	}
	dir := t.TempDir()
	h.key, err = audit.LoadKey(dir)
	h.must(err)
	h.public, err = audit.LoadPublic(dir)
	h.must(err)
	h.core = app.New(h.DB, app.WithFiles(files))
	h.Desk = anchor.Over(h.core).WithKey(h.key, "https://thidua.example.vn")
	if len(to) > 0 {
		h.WithMail(to...)
	}
	h.work = job.New(h.DB, h.key, slog.New(slog.DiscardHandler), map[string]job.Handler{anchor.SealJob: h.Seal(), anchor.MailJob: h.Deliver(func(_ context.Context, l mail.Letter) error {
		if h.fail == nil {
			h.sent = append(h.sent, l)
		}
		return h.fail
	})})
	h.work.Also("anchor", time.Minute, h.Round)
	h.PassCouncil(t)
	h.round = h.Rounds[2024].ID
	_, err = h.core.MakeDossier(bg, h.Actor(ha), h.round)
	h.must(err)
	return h
}

// real makes the agency one that is no sample, which no use case does.
func (h *house) real(c store.Config) {
	h.t.Helper()
	driver, source := "sqlite", filepath.Join(c.Dir, store.FileName)
	if c.URL != "" {
		driver, source = "pgx", c.URL
	}
	raw, err := sql.Open(driver, source)
	h.must(err)
	defer func() { h.must(raw.Close()) }()
	_, err = raw.Exec(`UPDATE tenant SET sample = FALSE`)
	h.must(err)
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) write(verb string, fn func(*store.Tx) error) {
	h.t.Helper()
	h.must(h.DB.Write(bg, &store.Act{Tenant: h.Tenant, Actor: "account:thu", ActorName: "Thử", Verb: verb, Object: "agency:x"}, fn))
}

// keepLog is a round of the worker, some minutes later.
func (h *house) keepLog() {
	h.t.Helper()
	h.clock.Add(2 * time.Minute)
	h.must(h.work.Round(bg, false))
}

func (h *house) view() app.DossierView {
	h.t.Helper()
	v, err := h.core.DossierOf(bg, h.Actor(ha), h.round)
	h.must(err)
	return v
}

// signed keeps a signed copy; its words tell copies apart.
func (h *house) signed(words string) (thidua.FileRef, []byte) {
	h.t.Helper()
	var b bytes.Buffer
	h.must(doc.New("Bản ký", "2025-01-17", true, doc.Text(words)).PDF(&b))
	ref, err := h.core.KeepFile(bg, h.Actor(ha), "signed", "ban-ky.pdf", bytes.NewReader(b.Bytes()))
	h.must(err)
	return ref, b.Bytes()
}

// issue takes a paper to its end.
func (h *house) issue(p thidua.Paper) (thidua.Paper, []byte) {
	h.t.Helper()
	ref, data := h.signed(p.Title + p.ID)
	if p.Kind == thidua.PaperMinutes {
		p.Signed = ref
		h.write("sua-bien-ban", func(tx *store.Tx) error { return tx.UpdatePaper(p) })
		return p, data
	}
	p, err := h.core.MovePaper(bg, h.Actor(ha), p.ID, thidua.SubmitForSign, app.PaperMove{Version: p.Version})
	h.must(err)
	if p.Kind == thidua.PaperReport {
		h.must(h.core.RecordConfirmation(bg, h.Actor(ha), p.ID, p.Version, "2025-01-17"))
		p.Version++
	}
	p, err = h.core.MovePaper(bg, h.Actor(ha), p.ID, thidua.RecordIssued, app.PaperMove{Version: p.Version, Number: "12/TTr-TT", On: "2025-01-17", Signed: ref})
	h.must(err)
	return p, data
}

// proposal issues the Tờ trình.
func (h *house) proposal() (thidua.Paper, []byte) {
	h.t.Helper()
	for _, c := range h.view().Components {
		if c.Kind == thidua.PaperProposal {
			return h.issue(*c.Paper)
		}
	}
	h.t.Fatal("no Tờ trình")
	return thidua.Paper{}, nil
}

// sheet issues the Tờ trình and makes its proof sheet.
func (h *house) sheet() (string, thidua.Paper, []byte) {
	h.t.Helper()
	p, data := h.proposal()
	h.keepLog()
	id, err := h.MakeOfPaper(bg, h.Actor(ha), p.ID)
	h.must(err)
	h.keepLog()
	return id, p, data
}

func wants(t *testing.T, what string, err error, kind thidua.Kind, code thidua.Code) {
	t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Kind != kind || e.Code != code {
		t.Errorf("%s: got %v, want %s", what, err, code)
	}
}

// look is a look-up by a visitor.
func (h *house) look(code string) anchor.Found {
	h.t.Helper()
	f, err := h.LookUp(act.From(bg, "192.0.2.1"), thidua.Actor{Tenant: h.Tenant}, code)
	h.must(err)
	return f
}

func text(t *testing.T, r io.Reader) string {
	t.Helper()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(data))
}
