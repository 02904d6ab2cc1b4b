package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"thidua"
	"thidua/internal/audit"
)

// auditVerify proves the log of every agency, against its own checkpoints and one that was kept elsewhere.
func auditVerify(ctx context.Context, c *call) (err error) {
	p, kept := c.place(), c.String("checkpoint", "", "")
	if err := c.parse(0); err != nil {
		return err
	}
	db, err := p.open(ctx, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	key, err := audit.LoadPublic(p.dir)
	if err != nil {
		return err
	}
	var anchors []string
	if *kept != "" {
		note, err := os.ReadFile(*kept)
		if err != nil {
			return err
		}
		anchors = append(anchors, string(note))
	}
	var reports []audit.Report
	err = db.Book(ctx, func(b audit.Book) (err error) {
		reports, err = audit.Verify(b, key, anchors...)
		return err
	})
	if err != nil {
		return err
	}
	return c.print(reports)
}

func (c *call) print(reports []audit.Report) error {
	for _, r := range reports {
		if r.Flaw != audit.FlawNone {
			return thidua.Refuse(thidua.Conflict, CodeLogBroken, r.Tenant, r.BadSeq, string(r.Flaw))
		}
		if _, err := fmt.Fprintln(c.out, c.say(CodeLogGood, r.Tenant, r.Size, r.Anchored, r.Waiting, r.Erased)); err != nil {
			return err
		}
	}
	return nil
}
