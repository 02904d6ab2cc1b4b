package main

import (
	"context"
	"os"
	"path/filepath"
	"thidua/internal/plan/reader"
)

// plans is where the real plan lies, from the folder of the project.
const plans = "internal/plan/testdata"

// measureReading reads the real plan as text and as Word files into a draft of the movement.
func measureReading(ctx context.Context, _ *sample, rounds int) (table, error) {
	t := table{head: []string{"Reading the plan", "p50 ms", "allocs", "KB", "file KB"}}
	for _, name := range []string{"lao-cai.txt", "lao-cai.docx", "lao-cai.doc"} {
		data, err := os.ReadFile(filepath.Join(plans, name))
		if err != nil {
			return t, err
		}
		c, err := measure(rounds/3+1, func() error {
			_, err := reader.Read(ctx, name, data)
			return err
		})
		if err != nil {
			return t, err
		}
		t.add("as "+filepath.Ext(name), ms(c[0].p50), count(c[0].allocs), kb(c[0].bytes), kb(len(data)))
	}
	return t, nil
}
