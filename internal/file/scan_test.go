package file_test

import (
	"encoding/binary"
	"io"
	"net"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"thidua"
	"thidua/internal/file"
	"thidua/internal/file/clamd"
)

// eicar is the string that every scanner calls a virus and that does nothing; written in two parts, so that none stands in this file.
const eicar = `X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-` + `ANTIVIRUS-TEST-FILE!$H+H*`

// daemon speaks INSTREAM as clamd does and finds the test string alone.
type daemon struct {
	clamd.Server
	heard  atomic.Int32
	answer atomic.Pointer[string] // said instead of a verdict
}

func listen(t *testing.T, network string) *daemon {
	t.Helper()
	address := "127.0.0.1:0"
	if network == "unix" {
		address = filepath.Join(t.TempDir(), "clamd.ctl")
	}
	l, err := net.Listen(network, address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	d := &daemon{Server: clamd.Server{Network: network, Address: l.Addr().String()}}
	go func() {
		for {
			line, err := l.Accept()
			if err != nil {
				return
			}
			go d.speak(line)
		}
	}()
	return d
}

func (d *daemon) speak(line net.Conn) {
	defer func() { _ = line.Close() }()
	d.heard.Add(1)
	command := make([]byte, len("zINSTREAM\x00"))
	if _, err := io.ReadFull(line, command); err != nil || string(command) != "zINSTREAM\x00" {
		return
	}
	var content strings.Builder
	for {
		var size uint32
		if err := binary.Read(line, binary.BigEndian, &size); err != nil {
			return
		}
		if size == 0 {
			break
		}
		if _, err := io.CopyN(&content, line, int64(size)); err != nil {
			return
		}
	}
	say := "stream: OK\x00"
	if strings.Contains(content.String(), eicar) {
		say = "stream: Eicar-Test-Signature FOUND\x00"
	}
	if told := d.answer.Load(); told != nil {
		say = *told
	}
	_, _ = io.WriteString(line, say)
}

func scanned(t *testing.T, s file.Scanner, late bool) (*file.Store, string) {
	t.Helper()
	dir := t.TempDir()
	store, err := file.Open(dir, file.WithScanner(s, late))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return store, dir
}

func TestCase34MalwareIsRefusedAndAScannerIsNeverSkipped(t *testing.T) {
	for _, network := range []string{"tcp", "unix"} {
		d := listen(t, network)
		s, dir := scanned(t, d, false)
		clean, err := s.Put(ctx, "a", "a.pdf", strings.NewReader(pdf))
		if err != nil || clean.Scan != file.ScanClean || d.heard.Load() != 1 {
			t.Errorf("%s: a clean file: %+v, %v", network, clean, err)
		}
		for name, content := range map[string]string{"virus.pdf": strings.Replace(pdf, "endobj", eicar+"\nendobj", 1), "no type at all.exe": "MZ" + eicar} {
			_, err = s.Put(ctx, "a", name, strings.NewReader(content))
			refusal(t, err, file.CodeInfected) // before its content was looked at
		}
		for _, odd := range []string{"INSTREAM size limit exceeded. ERROR\x00", "stream: OK", "", "OK\x00", "stream:  FOUND\x00"} {
			d.answer.Store(&odd)
			_, err := s.Put(ctx, "a", "a.pdf", strings.NewReader(pdf+"%%EOF\n"))
			refusal(t, err, file.CodeUnscanned)
		}
		if u, err := s.Usage(); err != nil || u.Files != 1 {
			t.Errorf("%s: kept %+v, %v", network, u, err)
		}
		empty(t, dir)
	}
}

func TestCase34AScannerThatIsDown(t *testing.T) {
	nobody := clamd.Server{Network: "unix", Address: filepath.Join(t.TempDir(), "none")}
	s, dir := scanned(t, nobody, false)
	_, err := s.Put(ctx, "a", "a.pdf", strings.NewReader(pdf))
	refusal(t, err, file.CodeUnscanned)
	if thidua.KindOf(err) != thidua.Unavailable {
		t.Errorf("kind %d", thidua.KindOf(err))
	}
	empty(t, dir)
	lenient, _ := scanned(t, nobody, true)
	if got, err := lenient.Put(ctx, "a", "a.pdf", strings.NewReader(pdf)); err != nil || got.Scan != file.ScanLate {
		t.Errorf("where the operator lets it in: %+v, %v", got, err)
	}
	none, _ := open(t)
	if got, err := none.Put(ctx, "a", "a.pdf", strings.NewReader(pdf)); err != nil || got.Scan != file.ScanOff {
		t.Errorf("without a scanner: %+v, %v", got, err)
	}
}

func TestAddressesOfADaemon(t *testing.T) {
	for address, want := range map[string]clamd.Server{
		"tcp://127.0.0.1:3310": {Network: "tcp", Address: "127.0.0.1:3310"}, "unix:/run/clamav/clamd.ctl": {Network: "unix", Address: "/run/clamav/clamd.ctl"},
		"localhost:3310": {}, "tcp://nowhere": {}, "unix:relative": {}, "http://x:1": {}, "": {},
	} {
		got, err := clamd.Parse(address)
		if got != want || (err == nil) != (want != clamd.Server{}) {
			t.Errorf("%q: %+v, %v", address, got, err)
		}
	}
}
