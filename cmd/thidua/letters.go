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
	"thidua/internal/app/remind"
	"thidua/internal/job"
	"thidua/internal/mail"
)

// letters is how the server sends mail; without a host it sends none.
type letters struct {
	host, from, user, secret string
	tls                      bool
	password                 string
}

// What is wrong with the settings of mail.
const (
	// CodeSMTP is a host without a port, or without an address to send from.
	CodeSMTP thidua.Code = "cli.smtp"
	// CodeSMTPPassword is a file of a password that cannot be read (the argument is the file).
	CodeSMTPPassword thidua.Code = "cli.smtp-password"
)

func (l *letters) flags(c *call) {
	c.StringVar(&l.host, "smtp-host", "", "")
	c.StringVar(&l.from, "smtp-from", "", "")
	c.StringVar(&l.user, "smtp-user", "", "")
	c.StringVar(&l.secret, "smtp-password-file", "", "")
	c.BoolVar(&l.tls, "smtp-tls", false, "")
}

// check refuses settings with which no mail could be sent, and reads the password.
func (l *letters) check() error {
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
	l.password = string(bytes.TrimSpace(data))
	return nil
}

// over makes the reminders and the links to a password of the program and, when mail is set up, the handlers that send them.
func (l *letters) over(core *app.App, base string) (*remind.Desk, *account.Desk, map[string]job.Handler) {
	desk, links := remind.Over(core), account.Over(core)
	if l.host == "" {
		return desk, links, nil
	}
	server := mail.Server{Address: l.host, From: l.from, User: l.user, Password: l.password, TLS: l.tls, Plain: true, Now: time.Now}
	return desk.WithMail(base), links.WithMail(strings.TrimSuffix(base, "/")),
		map[string]job.Handler{remind.MailJob: desk.Deliver(server.Send), account.LinkJob: links.Deliver(server.Send)}
}
