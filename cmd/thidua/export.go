package main

import (
	"context"
	"fmt"
	"os"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/privacy"
)

func exportUnits(ctx context.Context, c *call) error {
	return c.onAgency(ctx, true, func(a *app.App, who thidua.Actor, name string) error {
		data, err := a.ExportUnits(ctx, who)
		return c.writeFile(name, data, err)
	})
}

// exportPeople writes years of birth and codes, so the log is told first: the data are opened for writing.
func exportPeople(ctx context.Context, c *call) error {
	return c.onAgency(ctx, false, func(a *app.App, who thidua.Actor, name string) error {
		if err := privacy.Over(a).ListTaken(app.From(ctx, c.say(CodeOperator)), who); err != nil {
			return err
		}
		data, err := a.ExportPeople(ctx, who)
		return c.writeFile(name, data, err)
	})
}

func (c *call) writeFile(name string, data []byte, err error) error {
	if err != nil {
		return err
	}
	if err := os.WriteFile(name, data, 0o600); err != nil {
		return thidua.Refuse(thidua.Invalid, CodeFileUnwritable, name)
	}
	_, err = fmt.Fprintln(c.out, c.say(CodeExported, name))
	return err
}
