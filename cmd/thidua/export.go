package main

import (
	"context"
	"fmt"
	"os"

	"thidua"
	"thidua/internal/app"
)

func exportUnits(ctx context.Context, c *call) error {
	return c.onAgency(ctx, true, func(a *app.App, who thidua.Actor, name string) error {
		data, err := a.ExportUnits(ctx, who)
		return c.writeFile(name, data, err)
	})
}

func exportPeople(ctx context.Context, c *call) error {
	return c.onAgency(ctx, true, func(a *app.App, who thidua.Actor, name string) error {
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
