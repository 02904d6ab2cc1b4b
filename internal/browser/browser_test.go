package browser

import (
	"io"
	"net/http"
	"os"
	"slices"
	"testing"
)

func TestMain(m *testing.M) { os.Exit(Main(m)) }

func TestAxeFindsWhatHinders(t *testing.T) {
	p := Open(t, site(`<img src="/x.png"><h1>Thử</h1>`), Desk)
	p.Go("/")
	broken := p.Axe()
	if !slices.ContainsFunc(broken, func(v Violation) bool { return v.Rule == "image-alt" }) {
		t.Errorf("axe does not report an image without words: %v", broken)
	}
}

func TestScriptsAreReallyOff(t *testing.T) {
	const text = `<h1>Thử</h1><script>document.title = "chạy"</script>`
	on, off := Open(t, site(text), Desk), Open(t, site(text), Desk.WithoutScript())
	on.Go("/")
	off.Go("/")
	if on.Title() != "chạy" || off.Title() != "Trang" {
		t.Errorf("with scripts %q, without %q", on.Title(), off.Title())
	}
}

func TestTheDarkLookAndTheWidthReachThePage(t *testing.T) {
	p := Open(t, site(`<h1>Thử</h1>`), Phone.Night())
	p.Go("/")
	if !Eval[bool](p, "matchMedia('(prefers-color-scheme: dark)').matches && innerWidth === 390") {
		t.Error("the page does not see the dark theme at 390 px")
	}
}

func TestErrorsOfTheConsoleAreHeard(t *testing.T) {
	p := Open(t, site(`<script>throw new Error("hỏng")</script>`), Desk)
	p.Go("/")
	if len(p.Messages()) == 0 {
		t.Error("a thrown error was not heard")
	}
}

func site(body string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, `<!doctype html><html lang="vi"><head><meta name="viewport" content="width=device-width"><title>Trang</title></head><body><main>`+body+`</main></body></html>`)
	})
}
