package main

import (
	"context"
	"os"
	"path/filepath"
	"thidua/internal/plan/reader"
)

// plans is where the real plan lies, from the folder of the project.
const plans = "internal/plan/testdata"

// realPDF is the real plan as a PDF. Each reading starts a process of its own, so that it is always measured from cold.
const realPDF = "../extract/pdf/testdata/lao-cai.pdf"

// measureReading reads the real plan in each of its forms into a draft of the movement.
func measureReading(ctx context.Context, _ *sample, rounds int) (table, error) {
	t := table{head: []string{"Reading the plan", "p50 ms", "allocs", "KB", "file KB"}}
	for _, name := range []string{"lao-cai.txt", "lao-cai.docx", "lao-cai.doc", realPDF} {
		data, err := os.ReadFile(filepath.Join(plans, name))
		if err != nil {
			return t, err
		}
		times := rounds/3 + 1
		if name == realPDF {
			times = rounds/10 + 1
		}
		c, err := measure(times, func() error {
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
