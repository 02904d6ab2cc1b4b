package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/plan/extract/pdf"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/vi"
)

func TestMain(m *testing.M) {
	pdf.Child()
	testscript.Main(m, commandsOfTests)
}

// commandsOfTests are the programs that tests can start beside this one; others are added where they stand.
var commandsOfTests = map[string]func(){"thidua": main}

// TestScripts runs the real program on the command lines of testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", Cmds: map[string]func(*testscript.TestScript, bool, []string){"workbook": workbook}})
}

// workbook makes an .xlsx of a text file whose cells are parted by |; the first line holds the titles.
func workbook(ts *testscript.TestScript, _ bool, args []string) {
	var columns []sheet.Column
	var rows [][]string
	for i, line := range strings.Split(strings.TrimSpace(ts.ReadFile(args[1])), "\n") {
		cells := strings.Split(line, "|")
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		if i > 0 {
			rows = append(rows, cells)
			continue
		}
		for _, title := range cells {
			columns = append(columns, sheet.Column{Title: title})
		}
	}
	data, err := sheet.Write("Sheet", columns, rows)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}

// started serves until stop is called, which gives the exit code; url is the address that the server says.
func started(t *testing.T, flags ...string) (url string, stop func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	read, write := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, append([]string{"serve"}, flags...), strings.NewReader(""), write, io.Discard)
		_ = write.Close()
	}()
	said, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		cancel()
		t.Fatalf("%v: the server said nothing: %v", flags, err)
	}
	return strings.TrimSpace(said[strings.Index(said, "http"):]), func() int {
		cancel()
		return <-ended
	}
}

// TestServeAnswersAndStops starts the server on a free port, with its own certificate and without one.
// refusesWeak tries to speak to a server in a version and in cipher suites that are not good enough any more.
func refusesWeak(t *testing.T, address string) {
	t.Helper()
	for name, weak := range map[string]*tls.Config{
		"TLS 1.1":         {MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11},
		"CBC with SHA256": {MaxVersion: tls.VersionTLS12, CipherSuites: []uint16{tls.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256}},
		"RC4":             {MaxVersion: tls.VersionTLS12, CipherSuites: []uint16{tls.TLS_ECDHE_ECDSA_WITH_RC4_128_SHA}},
	} {
		weak.InsecureSkipVerify = true
		if conn, err := tls.Dial("tcp", address, weak); err == nil {
			_ = conn.Close()
			t.Errorf("the server speaks %s", name)
		}
	}
	good, err := tls.Dial("tcp", address, &tls.Config{InsecureSkipVerify: true, MaxVersion: tls.VersionTLS12})
	if err != nil {
		t.Errorf("TLS 1.2: %v", err)
		return
	}
	_ = good.Close()
}

func TestServeAnswersAndStops(t *testing.T) {
	for name, flags := range map[string][]string{"plain on this machine": nil, "own certificate": {"--tls-self-signed"}} {
		url, stop := started(t, append([]string{"--addr", "127.0.0.1:0", "--data", filepath.Join(t.TempDir(), "d")}, flags...)...)
		if strings.HasPrefix(url, "https") != (len(flags) > 0) {
			t.Errorf("%s: the address is %s", name, url)
		}
		client := &http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
		answer, err := client.Get(url + "/dang-nhap")
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		body, err := io.ReadAll(answer.Body)
		if err != nil || answer.StatusCode != http.StatusOK || !strings.Contains(string(body), "Đăng nhập") {
			t.Errorf("%s: %d, %v", name, answer.StatusCode, err)
		}
		_ = answer.Body.Close()
		client.CloseIdleConnections()
		if len(flags) > 0 {
			refusesWeak(t, strings.TrimPrefix(url, "https://"))
		}
		if code := stop(); code != exitDone {
			t.Errorf("%s: ended with %d", name, code)
		}
	}
}

// TestPlainHTTPBeyondThisMachineIsNoted keeps in the log of the agency that its pages travel unprotected, and says nothing of it otherwise.
func TestPlainHTTPBeyondThisMachineIsNoted(t *testing.T) {
	for _, c := range []struct {
		flags []string
		notes string
	}{{[]string{"--addr", "127.0.0.1:0"}, ""}, {[]string{"--addr", "0.0.0.0:0", "--allow-http"}, vi.PlainHTTP}, {[]string{"--addr", "0.0.0.0:0", "--tls-self-signed"}, ""}} {
		dir := filepath.Join(t.TempDir(), "d")
		if code, _, errs := thiduaRun(t, "user", "add", "quantri", "--agency", "Mẫu", "--data", dir); code != exitDone {
			t.Fatal(errs)
		}
		if _, stop := started(t, append(c.flags, "--data", dir)...); stop() != exitDone {
			t.Errorf("%v: the server did not end well", c.flags)
		}
		db, err := store.Open(context.Background(), store.Config{Dir: dir})
		if err != nil {
			t.Fatal(err)
		}
		var starts []store.EventRow
		agencies, err := app.New(db).Agencies(context.Background())
		if err == nil {
			err = db.Read(context.Background(), agencies[0].ID, func(tx *store.Tx) (err error) {
				starts, err = tx.Events(store.EventFilter{Object: "agency:" + agencies[0].ID, Verb: string(thidua.ServerStarted)})
				return err
			})
		}
		if err != nil || len(starts) != 1 || starts[0].Detail.Reason != c.notes {
			t.Errorf("%v: %v, %d starts in the log %+v, want one that says %q", c.flags, err, len(starts), starts, c.notes)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestABusyAddressIsSaidBeforeAnyWork keeps the sample from being made for a server that could not answer.
func TestABusyAddressIsSaidBeforeAnyWork(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = taken.Close() })
	for _, command := range []string{"serve", "demo"} {
		dir := filepath.Join(t.TempDir(), "d")
		code, out, errs := thiduaRun(t, command, "--addr", taken.Addr().String(), "--data", dir)
		if code != exitRefused || out != "" || !strings.Contains(errs, "đang có chương trình khác dùng") {
			t.Errorf("%s: code %d, %q %q", command, code, out, errs)
		}
		if _, err := os.Stat(dir); !os.IsNotExist(err) {
			t.Errorf("%s: the folder was made", command)
		}
	}
}
