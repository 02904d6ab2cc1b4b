package main

import (
	"bytes"
	"net"
	"os"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/account"
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

// posted is what writes letters.
type posted struct {
	reminders *remind.Desk
	links     *account.Desk
	anchors   *anchor.Desk
	handlers  map[string]job.Handler
}

// over makes what writes letters (reminders, links to a password, anchors) and the handlers of their jobs; without a mail server nothing is sent.
func (l *letters) over(core *app.App, key *audit.Key, base string) posted {
	p := posted{remind.Over(core), account.Over(core), anchor.Over(core).WithKey(key, base), map[string]job.Handler{}}
	p.handlers[anchor.SealJob] = p.anchors.Seal()
	if l.host != "" {
		server := mail.Server{Address: l.host, From: l.from, User: l.user, Password: l.password, TLS: l.tls, Plain: true, Now: time.Now}
		p.reminders, p.links, p.anchors = p.reminders.WithMail(base), p.links.WithMail(strings.TrimSuffix(base, "/")), p.anchors.WithMail(l.anchorTo()...)
		p.handlers[remind.MailJob], p.handlers[account.LinkJob] = p.reminders.Deliver(server.Send), p.links.Deliver(server.Send)
		p.handlers[anchor.MailJob] = p.anchors.Deliver(server.Send)
	}
	return p
}
