package main

import (
	"context"
	"path/filepath"

	"thidua/internal/demo"
	many "thidua/internal/sample"
)

// large is a sample of the command `sample` behind its real pages, with the accounts that it has.
type large struct {
	*sample
	accounts []many.Account
}

// openLarge makes a sample of a size in an embedded database below a folder and serves it on a day after its last act.
func openLarge(ctx context.Context, dir string, size many.Size, step many.Progress) (*large, error) {
	dir = filepath.Join(dir, "sample")
	m, err := many.Into(ctx, dir, "", size, 1, step)
	if err != nil {
		return nil, err
	}
	clock := &demo.Clock{}
	clock.Set(many.After)
	s, err := serveSample(ctx, dir, "", clock)
	if err != nil {
		return nil, err
	}
	s.password = m.Password
	return &large{s, m.Accounts}, nil
}
