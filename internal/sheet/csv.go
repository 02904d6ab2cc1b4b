package sheet

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// CSV makes a text table that a desk opens in Excel: UTF-8 with its mark, the titles first. A cell that a program could take for a formula
// begins with an apostrophe.
func CSV(columns []Column, rows [][]string) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("\uFEFF")
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = c.Title
	}
	for _, cells := range append([][]string{titles}, rows...) {
		safe := make([]string, len(cells))
		for i, text := range cells {
			safe[i] = harmless(text)
		}
		if err := w.Write(safe); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// harmless keeps a text from being calculated where it is opened.
func harmless(text string) string {
	if strings.HasPrefix(text, "\t") || strings.HasPrefix(text, "\r") || strings.ContainsAny(first(strings.TrimSpace(text)), "=+-@＝＋－＠") {
		return "'" + text
	}
	return text
}

func first(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}
