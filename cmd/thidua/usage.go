package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"thidua"
)

// The texts of --help, one for each command; CodeUsage lists them.
const (
	// CodeHelpDemo is the help of demo.
	CodeHelpDemo thidua.Code = "help.demo"
	// CodeHelpServe is the help of serve.
	CodeHelpServe thidua.Code = "help.serve"
	// CodeHelpUserAdd is the help of user add.
	CodeHelpUserAdd thidua.Code = "help.user-add"
	// CodeHelpUserInvite is the help of user invite.
	CodeHelpUserInvite thidua.Code = "help.user-invite"
	// CodeHelpUser is the help of user passwd and user disable.
	CodeHelpUser thidua.Code = "help.user"
	// CodeHelpImport is the help of import.
	CodeHelpImport thidua.Code = "help.import"
	// CodeHelpExport is the help of export.
	CodeHelpExport thidua.Code = "help.export"
	// CodeHelpImportYear is the help of import registrations and import scores.
	CodeHelpImportYear thidua.Code = "help.import-year"
	// CodeHelpExportYear is the help of export registrations and export scores.
	CodeHelpExportYear thidua.Code = "help.export-year"
	// CodeHelpPlan is the help of plan read.
	CodeHelpPlan thidua.Code = "help.plan"
	// CodeHelpAudit is the help of audit verify.
	CodeHelpAudit thidua.Code = "help.audit"
	// CodeHelpDatabase is the help of database prepare.
	CodeHelpDatabase thidua.Code = "help.database"
	// CodeHelpVersion is the help of version.
	CodeHelpVersion thidua.Code = "help.version"
	// CodeHelpSample is the help of sample.
	CodeHelpSample thidua.Code = "help.sample"
	// CodeCommandUnknown is a command that there is not (the argument is as typed).
	CodeCommandUnknown thidua.Code = "cli.command-unknown"
	// CodeFlagUnknown is a flag that the command does not have (the arguments are the flag and the command).
	CodeFlagUnknown thidua.Code = "cli.flag-unknown"
	// CodeFlagEmpty is a flag without its value (the argument is the flag).
	CodeFlagEmpty thidua.Code = "cli.flag-empty"
)

// find gives the command that a line begins with and the words after it.
func find(args []string) (*command, []string) {
	for i := range commands {
		words := strings.Fields(commands[i].name)
		if len(args) >= len(words) && slices.Equal(args[:len(words)], words) {
			return &commands[i], args[len(words):]
		}
	}
	return nil, nil
}

// explain answers a line that names no command: the list of commands for a question, with exit code 0, and what is wrong otherwise.
func (c *call) explain(args []string) int {
	words := slices.DeleteFunc(slices.Clone(args), asksForHelp)
	text, known := CodeUsage, len(words) == 0 || strings.HasPrefix(words[0], "-")
	for _, cmd := range commands {
		if !known && strings.HasPrefix(cmd.name+" ", words[0]+" ") {
			text, known = cmd.help, true
		}
	}
	if len(words) < len(args) && known {
		fmt.Fprintln(c.out, c.say(text))
		return exitDone
	}
	if !known {
		fmt.Fprintln(c.errs, c.say(CodeCommandUnknown, words[0]))
	}
	fmt.Fprintln(c.errs, c.say(text))
	return exitUsage
}

func asksForHelp(word string) bool {
	return slices.Contains([]string{"help", "-h", "-help", "--help"}, word)
}

// flags reads flags before, between and after the words of a line.
func (c *call) flags() error {
	for rest := c.args; ; {
		if err := c.Parse(rest); err != nil {
			return c.wrongFlag(err)
		}
		if rest = c.Args(); len(rest) == 0 {
			return nil
		}
		c.positions, rest = append(c.positions, rest[0]), rest[1:]
	}
}

// parse reads the line, which must hold as many words beside the flags as named.
func (c *call) parse(words int) error {
	if err := c.flags(); err != nil {
		return err
	}
	if len(c.positions) != words {
		return usage(c.command.help)
	}
	return nil
}

// wrongFlag says in our own words what the flag package found.
func (c *call) wrongFlag(err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return err
	}
	if name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: "); ok {
		return usage(CodeFlagUnknown, twoDashes(name), c.command.name)
	}
	if name, ok := strings.CutPrefix(err.Error(), "flag needs an argument: "); ok {
		return usage(CodeFlagEmpty, twoDashes(name))
	}
	return usage(CodeFlag, err.Error())
}

func twoDashes(name string) string { return "--" + strings.TrimLeft(name, "-") }

// command is one word or two of the command line, what it does and the text of its --help.
type command struct {
	name string
	run  func(ctx context.Context, c *call) error
	help thidua.Code
}
