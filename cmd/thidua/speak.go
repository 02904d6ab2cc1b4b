package main

import (
	"errors"
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/vi"
)

// What the commands say beside the refusals of the program.
const (
	// CodeUsage is the list of commands.
	CodeUsage thidua.Code = "cli.usage"
	// CodeFlag is a flag that cannot be read (the argument is the reader's own word).
	CodeFlag thidua.Code = "cli.flag"
	// CodeFailed is a fault of the machine (the argument is its own word).
	CodeFailed thidua.Code = "cli.failed"
	// CodeAgencyNeeded is a command on data without an agency.
	CodeAgencyNeeded thidua.Code = "cli.agency-needed"
	// CodeAgencyUnclear is a command on data of several agencies that names none of them.
	CodeAgencyUnclear thidua.Code = "cli.agency-unclear"
	// CodeAccountMade has the user name and what is said of its password as its arguments.
	CodeAccountMade thidua.Code = "cli.account-made"
	// CodePasswordTyped stands in for a password that the operator typed.
	CodePasswordTyped thidua.Code = "cli.password-typed"
	// CodePasswordFirst marks a password that the program made (the argument is the password).
	CodePasswordFirst thidua.Code = "cli.password-first"
	// CodePasswordGiven has the user name and the new password as its arguments.
	CodePasswordGiven thidua.Code = "cli.password-given"
	// CodeAccountInvited has the user name and one of the next two sentences as its arguments.
	CodeAccountInvited thidua.Code = "cli.account-invited"
	// CodeInviteLink has the time until which it lives and the link as its arguments.
	CodeInviteLink thidua.Code = "cli.invite-link"
	// CodeInviteCode has the time until which it lives and the code as its arguments.
	CodeInviteCode thidua.Code = "cli.invite-code"
	// CodeInviteNew is a role or a person that was named for an account that is there already.
	CodeInviteNew thidua.Code = "cli.invite-new"
	// CodeFactorGone has the user name as its argument.
	CodeFactorGone thidua.Code = "cli.factor-gone"
	// CodeAccountClosed has the user name as its argument.
	CodeAccountClosed thidua.Code = "cli.account-closed"
	// CodeAccountUnknown is a user name that nobody has (the argument is the name).
	CodeAccountUnknown thidua.Code = "cli.account-unknown"
	// CodePersonUncoded is a person code of no list (the argument is the code).
	CodePersonUncoded thidua.Code = "cli.person-uncoded"
	// CodeOperator is the name under which the log shows who stands at the machine.
	CodeOperator thidua.Code = "cli.operator"
	// CodeNothingSigned is a checkpoint asked of a log that was not signed yet.
	CodeNothingSigned thidua.Code = "cli.nothing-signed"
	// CodeLogBroken has the agencies whose logs are broken as its argument.
	CodeLogBroken thidua.Code = "cli.log-broken"
)

// say gives a sentence in the language of the call.
func (c *call) say(code thidua.Code, args ...any) string {
	if c.lang != "en" {
		return vi.Sentence(thidua.Refuse(thidua.Internal, code, args...))
	}
	if text, ok := englishHelp[code]; ok {
		return text
	}
	text, ok := english[code]
	if !ok {
		return strings.TrimSpace("refused: " + string(code) + " " + strings.Trim(fmt.Sprint(args...), "[]"))
	}
	return fmt.Sprintf(text, args[:min(len(args), strings.Count(text, "%"))]...)
}

// refusal says an error in one line; the faults of a form stand in for its head.
func (c *call) refusal(err error) string {
	var e *thidua.Error
	if !errors.As(err, &e) {
		return c.say(CodeFailed, strings.ReplaceAll(err.Error(), "\n", "; "))
	}
	if len(e.Faults) == 0 {
		return c.say(e.Code, e.Args...)
	}
	lines := make([]string, len(e.Faults))
	for i, f := range e.Faults {
		lines[i] = c.say(f.Code, f.Args...)
	}
	return strings.Join(lines, " ")
}
