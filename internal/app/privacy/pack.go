package privacy

import (
	"context"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/vi"
	"thidua/internal/vi/held"
)

// Take writes all that is held on a person as a ZIP: the JSON for another program, a workbook to read, and their checksums. That it was taken, by whom and
// of whom, stands in the log before the first byte leaves; ground (căn cứ cung cấp) is why somebody else takes it, and may not be empty then. A fault
// stands at "ground".
func (d *Desk) Take(ctx context.Context, actor thidua.Actor, id, ground string, out io.Writer) (Held, error) {
	h, err := d.About(ctx, actor, id)
	ground = vi.NFC(strings.TrimSpace(ground))
	if err == nil && ground == "" && !actor.Own(id) {
		err = thidua.Faults{{Field: "ground", Code: CodeGround}}.Err()
	}
	if err == nil {
		err = d.data.Read(ctx, actor, func(tx *store.Tx) (err error) {
			h.Tables, err = gather(tx, id)
			return err
		})
	}
	if err != nil {
		return h, err
	}
	deed := act.Deed{Verb: thidua.DataTaken, Object: "person:" + id, Name: h.Person.Name, Reason: ground}
	if err := d.data.Write(ctx, actor, deed, func(*store.Tx, *act.Deed) error { return nil }); err != nil {
		return h, err
	}
	z := pack.New(out, d.app.Now())
	if _, err := z.Add(ctx, held.DataFile, ".json", h.writeJSON); err != nil {
		return h, err
	}
	if _, err := z.Add(ctx, held.DataFile, ".xlsx", h.writeSheets); err != nil {
		return h, err
	}
	return h, z.Close(ctx)
}

type packed struct {
	Agency string       `json:"agency"`
	Person string       `json:"person"`
	On     thidua.Date  `json:"on"`
	Tables []packedPart `json:"tables"`
}

type packedPart struct {
	Table string           `json:"table"`
	By    string           `json:"by"`
	Rows  []map[string]any `json:"rows"`
}

func (h Held) writeJSON(out io.Writer) error {
	p := packed{Agency: h.Agency.Name, Person: h.Person.Name, On: h.Today}
	for _, t := range h.Tables {
		part := packedPart{Table: t.Name, By: t.By}
		for _, row := range t.Rows {
			values := map[string]any{}
			for i, c := range t.Columns {
				values[c] = h.plain(c, row[i])
			}
			part.Rows = append(part.Rows, values)
		}
		p.Tables = append(p.Tables, part)
	}
	e := json.NewEncoder(out)
	e.SetIndent("", " ")
	return e.Encode(p)
}

func (h Held) writeSheets(out io.Writer) error {
	var all []sheet.Table
	for i, t := range h.Tables {
		name := held.Way(t.Name, t.By)
		s := sheet.Table{Name: held.Tab(strconv.Itoa(i+1), name), Title: name, Notes: held.Notes(h.Agency.Name, h.Person.Name, vi.Date(h.Today), h.Agency.Sample)}
		for _, c := range t.Columns {
			s.Columns = append(s.Columns, sheet.TableColumn{Head: held.Column(c), Width: 24})
		}
		for _, row := range t.Rows {
			cells := make([]any, len(row))
			for x, c := range t.Columns {
				cells[x] = h.shown(c, row[x])
			}
			s.Rows = append(s.Rows, cells)
		}
		all = append(all, s)
	}
	return sheet.WriteTables(out, slices.Clip(all)...)
}

// WriteRegister writes the register of personal data as a workbook.
func (d *Desk) WriteRegister(ctx context.Context, actor thidua.Actor, out io.Writer) error {
	if err := act.May(actor, Readers...); err != nil {
		return err
	}
	a, err := d.app.Agency(ctx, actor)
	if err != nil {
		return err
	}
	var all []sheet.Table
	register := Register()
	for i, s := range Subjects {
		w := held.Of(s)
		t := sheet.Table{Name: held.Tab(strconv.Itoa(i+1), w.Name), Title: w.Name,
			Notes: held.RegisterNotes(a.Name, vi.Date(d.app.Today()), a.Sample, w)}
		for x, head := range held.RegisterHeads {
			t.Columns = append(t.Columns, sheet.TableColumn{Head: head, Width: []float64{40, 90, 14}[x]})
		}
		for _, h := range register[s] {
			t.Rows = append(t.Rows, []any{held.Table(h.Table), held.Kinds(h.Kinds()), vi.YesNo(h.Restricted())})
		}
		all = append(all, t)
	}
	return sheet.WriteTables(out, all...)
}
