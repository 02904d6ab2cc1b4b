package handover

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"thidua"
	"thidua/internal/vi"
)

// waiting puts what waits for the giver before what stands under his name.
func (d *Desk) waiting(ctx context.Context, giver thidua.Actor, h *thidua.Handover) error {
	w, err := d.app.Tasks(ctx, giver)
	var out []thidua.Matter
	for _, t := range w.Tasks {
		if !slices.Contains(personal, t.Code) {
			out = append(out, thidua.Matter{Kind: thidua.MatterTask, Text: vi.Task(t), Due: t.Due, Where: vi.MatterAtDesk})
		}
	}
	h.Matters = append(out, h.Matters...)
	return err
}

func markOf(matters []thidua.Matter) string {
	text, err := json.Marshal(matters)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}
