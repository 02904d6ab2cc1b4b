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
	"slices"
	"strings"
	"syscall"

	"thidua"
)

// The exit codes of the program.
const (
	exitDone    = 0
	exitRefused = 1 // refused or failed, with one clear line on stderr
	exitUsage   = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// command is one word or two of the command line and what it does.
type command struct {
	name string
	run  func(ctx context.Context, c *call) error
}

// commands lists what the program can do; a longer name stands before a shorter one with the same beginning.
var commands = []command{
	{"audit verify", auditVerify},
	{"demo", runDemo},
	{"export people", exportPeople},
	{"export units", exportUnits},
	{"import people", importPeople},
	{"import units", importUnits},
	{"plan read", planRead},
	{"serve", serve},
	{"user add", userAdd},
	{"user passwd", userPasswd},
	{"user disable", userDisable},
	{"version", printVersion},
}

// call is one run of a command: its flags and where it reads and writes.
type call struct {
	*flag.FlagSet
	in        io.Reader
	out       io.Writer
	errs      io.Writer
	args      []string // as typed, flags included
	positions []string // what is left after parse
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
	cmd, rest := find(args)
	if cmd == nil {
		fmt.Fprintln(errs, c.say(CodeUsage))
		return exitUsage
	}
	c.args = rest
	err := cmd.run(ctx, c)
	var wrong *errUsage
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintln(out, c.say(CodeUsage))
		return exitDone
	case errors.As(err, &wrong):
		fmt.Fprintln(errs, c.say(wrong.said.Code, wrong.said.Args...))
		return exitUsage
	}
	fmt.Fprintln(errs, c.refusal(err))
	return exitRefused
}

func find(args []string) (*command, []string) {
	for i := range commands {
		words := strings.Fields(commands[i].name)
		if len(args) >= len(words) && slices.Equal(args[:len(words)], words) {
			return &commands[i], args[len(words):]
		}
	}
	return nil, nil
}

// parse reads flags before, between and after the words, which must be as many as named.
func (c *call) parse(words int) error {
	for rest := c.args; ; {
		if err := c.Parse(rest); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return err
			}
			return usage(CodeFlag, err.Error())
		}
		if rest = c.Args(); len(rest) == 0 {
			break
		}
		c.positions, rest = append(c.positions, rest[0]), rest[1:]
	}
	if len(c.positions) != words {
		return usage(CodeUsage)
	}
	return nil
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
