package main

import (
	"bytes"
	"net"
	"os"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/anchor"
	"thidua/internal/app/remind"
	"thidua/internal/audit"
	"thidua/internal/job"
	"thidua/internal/mail"
)

// letters is how the server sends mail; without a host it sends none.
type letters struct {
	host, from, user, secret string
	tls                      bool
	password                 thidua.Secret
	anchors                  string // addresses that get every checkpoint, parted by commas
}

// What is wrong with the settings of mail.
const (
	// CodeSMTP is a host without a port, or without an address to send from.
	CodeSMTP thidua.Code = "cli.smtp"
	// CodeSMTPPassword is a file of a password that cannot be read (the argument is the file).
	CodeSMTPPassword thidua.Code = "cli.smtp-password"
	// CodeAnchorTo is an address for checkpoints that is none, or one without a mail server (the argument is the address).
	CodeAnchorTo thidua.Code = "cli.anchor-to"
)

func (l *letters) flags(c *call) {
	c.StringVar(&l.host, "smtp-host", "", "")
	c.StringVar(&l.from, "smtp-from", "", "")
	c.StringVar(&l.user, "smtp-user", "", "")
	c.StringVar(&l.secret, "smtp-password-file", "", "")
	c.BoolVar(&l.tls, "smtp-tls", false, "")
	c.StringVar(&l.anchors, "anchor-to", "", "")
}

// check refuses settings with which no mail could be sent, and reads the password.
func (l *letters) check() error {
	for _, address := range l.anchorTo() {
		if !mail.Good(address) || l.host == "" {
			return usage(CodeAnchorTo, address)
		}
	}
	if l.host == "" && l.from == "" {
		return nil
	}
	if _, _, err := net.SplitHostPort(l.host); err != nil || !mail.Good(l.from) {
		return usage(CodeSMTP)
	}
	if l.secret == "" {
		return nil
	}
	data, err := os.ReadFile(l.secret)
	if err != nil {
		return thidua.Refuse(thidua.Invalid, CodeSMTPPassword, l.secret)
	}
	l.password = thidua.Hide(string(bytes.TrimSpace(data)))
	return nil
}

// anchorTo gives the addresses that the operator named for checkpoints.
func (l *letters) anchorTo() []string {
	return strings.FieldsFunc(l.anchors, func(r rune) bool { return r == ',' || r == ' ' })
}

// over makes what writes letters, the reminders and the anchors of the program, and the handlers of their jobs; without a mail server nothing is sent.
func (l *letters) over(core *app.App, key *audit.Key, base string) (*remind.Desk, *anchor.Desk, map[string]job.Handler) {
	desk, anchors := remind.Over(core), anchor.Over(core).WithKey(key, base)
	handlers := map[string]job.Handler{anchor.SealJob: anchors.Seal()}
	if l.host != "" {
		server := mail.Server{Address: l.host, From: l.from, User: l.user, Password: l.password, TLS: l.tls, Plain: true, Now: time.Now}
		desk, anchors = desk.WithMail(base), anchors.WithMail(l.anchorTo()...)
		handlers[remind.MailJob], handlers[anchor.MailJob] = desk.Deliver(server.Send), anchors.Deliver(server.Send)
	}
	return desk, anchors, handlers
}
