package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"thidua/internal/plan/extract"
	"thidua/internal/plan/extract/pdf"
)

func init() { commandsOfTests["prisoner"] = prisoner }

// prisoner runs the server as main does and, once it answers, tries from inside of the same process what a fault of it could be made to try.
func prisoner() {
	pdf.Child()
	ownProcess = true
	ctx, cancel := context.WithCancel(context.Background())
	read, write := io.Pipe()
	var over sync.WaitGroup
	over.Go(func() {
		code := run(ctx, append([]string{"serve"}, os.Args[3:]...), strings.NewReader(""), write, os.Stderr)
		_ = write.CloseWithError(fmt.Errorf("the server ended with %d", code))
	})
	lines := bufio.NewReader(read)
	line, err := lines.ReadString('\n')
	fmt.Print(line, "started: ", verdict(err), "\n")
	over.Go(func() { _, _ = io.Copy(io.Discard, lines) })
	outside, foreign := os.Args[1], os.Args[2]
	data := os.Args[len(os.Args)-1]
	_, err = os.ReadFile(filepath.Join(outside, "bi-mat.txt"))
	fmt.Println("read outside:", verdict(err))
	_, err = os.ReadDir("/root")
	fmt.Println("list outside:", verdict(err))
	fmt.Println("write outside:", verdict(os.WriteFile(filepath.Join(outside, "moi.txt"), []byte("x"), 0o600)))
	fmt.Println("remove outside:", verdict(os.Remove(filepath.Join(outside, "bi-mat.txt"))))
	fmt.Println("write data:", verdict(os.WriteFile(filepath.Join(data, "files", "tmp", "thu"), []byte("#!/bin/sh\n"), 0o700)))
	fmt.Println("run what was written:", verdict(exec.Command(filepath.Join(data, "files", "tmp", "thu")).Run()))
	fmt.Println("run a program:", verdict(exec.Command("/bin/ls").Run()))
	fmt.Println("write backup:", verdict(os.WriteFile(filepath.Join(filepath.Dir(data), "thidua-sao-luu", "thu"), nil, 0o600)))
	c, err := net.Dial("tcp", foreign)
	if err == nil {
		_ = c.Close()
	}
	fmt.Println("ask another port:", verdict(err))
	var plain net.ListenConfig
	plain.SetMultipathTCP(false) // Landlock knows TCP alone
	l, err := plain.Listen(ctx, "tcp", "127.0.0.1:0")
	if err == nil {
		_ = l.Close()
	}
	fmt.Println("open a port:", verdict(err))
	_, err = extract.Read(context.Background(), aPDF)
	fmt.Println("read a PDF in a child:", verdict(err))
	cancel()
	over.Wait()
}

// aPDF is a small plan; it is read before the process is confined.
var aPDF, _ = os.ReadFile(os.Getenv("THIDUA_TEST_PDF"))

func verdict(err error) string {
	switch {
	case err == nil:
		return "done"
	case errors.Is(err, syscall.EACCES) || errors.Is(err, syscall.EPERM):
		return "refused"
	}
	return err.Error()
}

// TestTheRunningServerIsConfined asks the kernel, by trying, for each thing that the server must not be able to do; on a kernel without Landlock the
// log has to say that nothing is refused.
func TestTheRunningServerIsConfined(t *testing.T) {
	outside, data := t.TempDir(), filepath.Join(t.TempDir(), "d")
	if err := os.WriteFile(filepath.Join(outside, "bi-mat.txt"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	foreign, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = foreign.Close() })
	plan, err := filepath.Abs("../../internal/plan/extract/pdf/testdata/own.pdf")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	run := exec.CommandContext(ctx, "prisoner", outside, foreign.Addr().String(), "--addr", "127.0.0.1:0", "--data", data)
	run.Env = append(os.Environ(), "THIDUA_TEST_PDF="+plan)
	var out, errs bytes.Buffer
	run.Stdout, run.Stderr = &out, &errs
	if err := run.Run(); err != nil {
		t.Fatalf("%v\n%s\n%s", err, out.String(), errs.String())
	}
	open, always := "done", []string{"started: done", "write data: done", "write backup: done", "read a PDF in a child: done"}
	files := []string{"read outside", "list outside", "write outside", "remove outside", "run what was written", "run a program"}
	ports := []string{"ask another port", "open a port"}
	want := map[string]string{}
	switch said := errs.String(); {
	case strings.Contains(said, "what=\"files and ports\""):
		grade(want, files, "refused")
		grade(want, ports, "refused")
	case strings.Contains(said, "what=files"):
		grade(want, files, "refused")
		grade(want, ports, open)
	case !strings.Contains(said, "not confined: this system has no Landlock"):
		t.Errorf("the log says nothing of the confinement: %s", said)
	}
	for what, answer := range want {
		if !strings.Contains(out.String(), what+": "+answer+"\n") {
			t.Errorf("%s: not %s", what, answer)
		}
	}
	for _, line := range always {
		if !strings.Contains(out.String(), line+"\n") {
			t.Errorf("missing: %s", line)
		}
	}
	if t.Failed() {
		t.Logf("%s\n%s", out.String(), errs.String())
	}
}

func grade(want map[string]string, what []string, answer string) {
	for _, w := range what {
		want[w] = answer
	}
}
