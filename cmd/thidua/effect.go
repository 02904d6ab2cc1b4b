package main

import (
	"context"
	"log/slog"
	"time"

	"thidua"
	"thidua/internal/app"
)

// effectEvery is how often it is looked whether the day of a planned change of the organisation has come.
const effectEvery = time.Minute

// takeEffect does the changes of the organisation whose day has come, now and then, until the server ends.
func takeEffect(ctx context.Context, core *app.App, operator thidua.Actor, log *slog.Logger) {
	operator.Roles = []thidua.Role{thidua.RoleAdmin}
	tick := time.NewTicker(effectEvery)
	defer tick.Stop()
	for {
		if err := core.TakeEffect(ctx, operator); err != nil && ctx.Err() == nil {
			log.Warn("a planned change of the organisation waits", "reason", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
