package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"thidua"
	"thidua/internal/plan/extract"
	"thidua/internal/plan/reader"
)

// CodeFileMissing is a file that is not there or cannot be read (the argument is its name).
const CodeFileMissing thidua.Code = "cli.file-missing"

// readWhole reads a file of at most limit bytes and one more, so that the reader can refuse what is larger.
func readWhole(name string, limit int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, thidua.Refuse(thidua.NotFound, CodeFileMissing, name)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, thidua.Refuse(thidua.NotFound, CodeFileMissing, name)
	}
	return data, nil
}

// planRead prints what the reader understands of a plan.
func planRead(ctx context.Context, c *call) error {
	format := c.String("format", "text", "")
	if err := c.parse(1); err != nil {
		return err
	}
	if *format != "text" && *format != "json" {
		return usage(CodeFlag, *format)
	}
	data, err := readWhole(c.positions[0], extract.MaxFile)
	if err != nil {
		return err
	}
	draft, err := reader.Read(ctx, c.positions[0], data)
	if err != nil {
		return err
	}
	if *format == "text" {
		_, err = fmt.Fprint(c.out, draft.Outline())
		return err
	}
	text, err := draft.JSON()
	if err != nil {
		return err
	}
	_, err = c.out.Write(text)
	return err
}
