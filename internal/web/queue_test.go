package web_test

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"thidua/internal/web"
	"thidua/internal/web/handle"
)

// behind opens the pages again over a queue of its own, with a route beside them that makes a file when it is told to.
func (h *hall) behind(q *handle.Queue, slow func(io.Writer) error) {
	h.t.Helper()
	var err error
	h.server, err = web.New(web.Config{
		App: byName{h.core, h.Season}, Core: h.core, Log: slog.New(slog.NewJSONHandler(io.Discard, nil)), Now: h.DB.Clock, Making: q,
		Groups: []handle.Group{{Name: "slow", Routes: []handle.Route{{Pattern: "GET /cham.txt", Who: handle.SignedIn, Do: func(c *handle.Ctx) error {
			return c.Download("cham.txt", "text/plain", false, slow)
		}}}}},
	})
	if err != nil {
		h.t.Fatal(err)
	}
}

// TestCase70PapersInGreatNumberWaitInABoundedLine asks for 40 files at once while one can be made and three may wait; everybody else reads on.
func TestCase70PapersInGreatNumberWaitInABoundedLine(t *testing.T) {
	h := openHall(t)
	going, release := make(chan struct{}, 1), make(chan struct{})
	h.behind(handle.NewQueue(1, 3, 40, time.Hour), func(w io.Writer) error {
		select {
		case going <- struct{}{}:
		default:
		}
		<-release
		_, err := io.WriteString(w, "xong")
		return err
	})
	const asked, taken = 40, 4
	answers := make(chan *httptest.ResponseRecorder, asked)
	for range asked {
		go func() { answers <- h.do(ha, httptest.NewRequest(http.MethodGet, "http://127.0.0.1/cham.txt", nil)) }()
	}
	for range asked - taken {
		w := <-answers
		page, code := h.read(w)
		if text := page.Find("main").Text(); code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" || !strings.Contains(text, "chưa đến lượt tệp này") {
			t.Fatalf("%d, after %q: %.200s", code, w.Header().Get("Retry-After"), text)
		}
	}
	<-going
	for _, path := range []string{"/viec-cua-toi", "/ho-so", "/xep-hang"} {
		if _, code := h.get(ha, path); code >= 400 {
			t.Errorf("%s meanwhile: %d", path, code)
		}
	}
	close(release)
	for range taken {
		if w := <-answers; w.Code != http.StatusOK || w.Body.String() != "xong" {
			t.Errorf("in line: %d %q", w.Code, w.Body)
		}
	}
}

// openDossierHall is a hall whose dossier of 2024 has its papers, and its id.
func openDossierHall(t *testing.T) (*passed, string) {
	t.Helper()
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	return p, p.nth(t, p.Tenant, 0)("dossier")
}

// TestCase70EveryMadeFileTakesItsTurn lets nobody make anything: papers, lists and archives are refused, pages and kept files are not.
func TestCase70EveryMadeFileTakesItsTurn(t *testing.T) {
	h, dossier := openDossierHall(t)
	q := handle.NewQueue(1, 0, 1, time.Hour)
	h.behind(q, nil)
	done, err := q.Wait(t.Context(), "everybody")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []*http.Request{
		httptest.NewRequest(http.MethodGet, "http://127.0.0.1/ho-so/"+dossier+"/tep/phieu-kiem-tra.docx", nil),
		httptest.NewRequest(http.MethodPost, "http://127.0.0.1/ho-so/"+dossier+"/tron-bo.zip", nil),
		httptest.NewRequest(http.MethodGet, "http://127.0.0.1/theo-doi/"+h.round+"/bang.xlsx", nil),
	} {
		if w := h.do(ha, r.Clone(t.Context())); w.Code != http.StatusTooManyRequests {
			t.Errorf("%s %s: %d", r.Method, r.URL.Path, w.Code)
		}
	}
	done()
	if w := h.do(ha, httptest.NewRequest(http.MethodGet, "http://127.0.0.1/theo-doi/"+h.round+"/bang.xlsx", nil)); w.Code != http.StatusOK {
		t.Errorf("when there is room again: %d", w.Code)
	}
}

// TestCase70AThousandExports asks for real lists in parallel, 60 of them or as many as THIDUA_EXPORTS says: each is whole or refused with a
// time to come again, and never more than two are made at once.
func TestCase70AThousandExports(t *testing.T) {
	asked := 60
	if n, err := strconv.Atoi(os.Getenv("THIDUA_EXPORTS")); err == nil {
		asked = n
	}
	h, dossier := openDossierHall(t)
	h.behind(handle.NewQueue(2, 4, asked, time.Hour), nil)
	path := "http://127.0.0.1/ho-so/" + dossier + "/tep/phieu-kiem-tra.docx"
	var all sync.WaitGroup
	var whole, refused atomic.Int32
	for range asked {
		all.Go(func() {
			switch w := h.do(ha, httptest.NewRequest(http.MethodGet, path, nil)); {
			case w.Code == http.StatusOK && strings.HasPrefix(w.Body.String(), "PK") && strconv.Itoa(w.Body.Len()) == w.Header().Get("Content-Length"):
				whole.Add(1)
			case w.Code == http.StatusTooManyRequests && w.Header().Get("Retry-After") != "":
				refused.Add(1)
			default:
				t.Errorf("%d, %d bytes", w.Code, w.Body.Len())
			}
		})
	}
	all.Wait()
	if whole.Load() < 6 || int(whole.Load()+refused.Load()) != asked {
		t.Errorf("%d whole, %d refused of %d", whole.Load(), refused.Load(), asked)
	}
}
