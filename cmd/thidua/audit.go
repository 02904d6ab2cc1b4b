package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/audit"
	"thidua/internal/audit/proof"
)

// auditVerify proves the log of every agency, against its own checkpoints and one that was kept elsewhere.
func auditVerify(ctx context.Context, c *call) (err error) {
	p, kept, save := c.place(), c.String("checkpoint", "", ""), c.String("save", "", "")
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
			return thidua.Refuse(thidua.NotFound, CodeFileMissing, *kept)
		}
		if anchors = proof.Notes(note); len(anchors) == 0 {
			return thidua.Refuse(thidua.Invalid, CodeAgainstNone, *kept)
		}
	}
	var reports []audit.Report
	err = db.Book(ctx, func(b audit.Book) (err error) {
		reports, err = audit.Verify(b, key, anchors...)
		return err
	})
	if err != nil {
		return err
	}
	agencies, err := app.New(db).Agencies(ctx)
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, g := range agencies {
		names[g.ID] = g.Name
	}
	if err := c.print(reports, names); err != nil || *save == "" {
		return err
	}
	return c.writeCheckpoints(*save, reports)
}

// writeCheckpoints writes the last signed notes of logs that were just proved, to be kept where nobody at the server can change them.
func (c *call) writeCheckpoints(name string, reports []audit.Report) error {
	var notes []string
	for _, r := range reports {
		if r.Note != "" {
			notes = append(notes, r.Note)
		}
	}
	if len(notes) == 0 {
		return thidua.Refuse(thidua.Conflict, CodeNothingSigned)
	}
	return c.writeFile(name, []byte(strings.Join(notes, "")), nil)
}

func (c *call) print(reports []audit.Report, names map[string]string) error {
	for _, r := range reports {
		if r.Flaw != audit.FlawNone {
			return thidua.Refuse(thidua.Conflict, CodeLogBroken, names[r.Tenant], r.BadSeq, c.say(r.Flaw))
		}
		if _, err := fmt.Fprintln(c.out, c.say(CodeLogGood, names[r.Tenant], r.Size, r.Anchored, r.Waiting, r.Erased)); err != nil {
			return err
		}
	}
	return nil
}
