package sheet_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"thidua/internal/sheet"
)

// TestCase43TableOfTextHoldsNoFormula opens what was written as a spreadsheet does, cell by cell.
func TestCase43TableOfTextHoldsNoFormula(t *testing.T) {
	cells := []string{"=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "＝1", `=cmd|' /C calc'!A0`, "Đăng ký, “gửi”", "", "10,5"}
	rows := make([][]string, len(cells))
	for i, c := range cells {
		rows[i] = []string{c}
	}
	data, err := sheet.CSV([]sheet.Column{{Key: "x", Title: "=Tên"}}, rows)
	if err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(string(data), "\uFEFF")
	read, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || !marked || len(read) < 10 {
		t.Fatalf("%d rows, marked %v: %v", len(read), marked, err)
	}
	for _, row := range read {
		if strings.ContainsAny(strings.TrimSpace(row[0])+" ", "\x00") || strings.HasPrefix(strings.TrimSpace(row[0]), "=") || strings.HasPrefix(row[0], "+") ||
			strings.HasPrefix(row[0], "-") || strings.HasPrefix(row[0], "@") || strings.HasPrefix(row[0], "＝") {
			t.Errorf("the cell %q could be a formula", row[0])
		}
	}
	if !strings.Contains(text, `"Đăng ký, “gửi”"`) {
		t.Errorf("a plain text was changed: %q", text)
	}
}
