// Command thidua runs an emulation movement (phong trào thi đua) of a public agency: the server, and the commands around it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"thidua/internal/plan/extract/pdf"

	"thidua"
)

// The exit codes of the program.
const (
	exitDone    = 0
	exitRefused = 1 // refused or failed, with one clear line on stderr
	exitUsage   = 2
)

func main() {
	pdf.Child()
	ownProcess = true
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	window := alone()
	code := run(ctx, byDoubleClick(os.Args[1:], window), os.Stdin, os.Stdout, os.Stderr)
	stop()
	if window && code != exitDone {
		(&call{in: os.Stdin, out: os.Stdout}).hold()
	}
	os.Exit(code)
}

// commands lists what the program can do; a longer name stands before a shorter one with the same beginning.
var commands = []command{
	{"audit verify", auditVerify, CodeHelpAudit},
	{"files check", checkKept, CodeHelpFiles},
	{"backup", runBackup, CodeHelpBackup},
	{"database prepare", prepareDatabase, CodeHelpDatabase},
	{"demo", runDemo, CodeHelpDemo},
	{"export people", exportPeople, CodeHelpExport},
	{"export registrations", exportRegistrations, CodeHelpExportYear},
	{"export scores", exportScores, CodeHelpExportYear},
	{"export units", exportUnits, CodeHelpExport},
	{"import people", importPeople, CodeHelpImport},
	{"import registrations", importRegistrations, CodeHelpImportYear},
	{"import scores", importScores, CodeHelpImportYear},
	{"import units", importUnits, CodeHelpImport},
	{"paper samples", paperSamples, CodeHelpPaper},
	{"plan read", planRead, CodeHelpPlan},
	{"restore", restore, CodeHelpRestore},
	{"sample", makeSample, CodeHelpSample},
	{"serve", serve, CodeHelpServe},
	{"start", start, CodeHelpStart},
	{"user add", userAdd, CodeHelpUserAdd},
	{"user invite", userInvite, CodeHelpUserInvite},
	{"user passwd", userPasswd, CodeHelpUser},
	{"user reset-factor", userResetFactor, CodeHelpUser},
	{"user disable", userDisable, CodeHelpUser},
	{"verify", verify, CodeHelpVerify},
	{"version", printVersion, CodeHelpVersion},
}

// call is one run of a command: its flags and where it reads and writes.
type call struct {
	*flag.FlagSet
	in        io.Reader
	out       io.Writer
	errs      io.Writer
	args      []string // as typed, flags included
	positions []string // what is left after parse
	command   *command
	lang      string
}

// errUsage is a command line that cannot be understood; what was wrong has been said.
type errUsage struct{ said thidua.Error }

// Error gives the code, for logs only.
func (e *errUsage) Error() string { return e.said.Error() }

func usage(code thidua.Code, args ...any) error {
	return &errUsage{*thidua.Refuse(thidua.Invalid, code, args...)}
}

func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	c := &call{FlagSet: flag.NewFlagSet("thidua", flag.ContinueOnError), in: in, out: out, errs: errs, lang: languageOf(args)}
	c.SetOutput(io.Discard)
	c.StringVar(&c.lang, "lang", c.lang, "")
	if c.command, c.args = find(args); c.command == nil {
		return c.explain(args)
	}
	err := c.command.run(ctx, c)
	var wrong *errUsage
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintln(out, c.say(c.command.help))
		return exitDone
	case errors.As(err, &wrong):
		fmt.Fprintln(errs, c.say(wrong.said.Code, wrong.said.Args...))
		return exitUsage
	}
	fmt.Fprintln(errs, c.refusal(err))
	return exitRefused
}

// languageOf looks for --lang before anything else is understood, so that a wrong line is answered in the right language too.
func languageOf(args []string) string {
	for i, a := range args {
		if name, value, cut := strings.Cut(strings.TrimLeft(a, "-"), "="); a != name && name == "lang" {
			if !cut && i+1 < len(args) {
				value = args[i+1]
			}
			return value
		}
	}
	return "vi"
}
