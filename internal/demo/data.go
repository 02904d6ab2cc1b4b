package demo

import (
	"bytes"
	"embed"
	"fmt"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/vi"
)

//go:embed season
var season embed.FS

// rows reads a table of the sample season: cells parted by |, lines that begin with # are remarks.
func rows(name string) [][]string {
	var out [][]string
	for line := range strings.Lines(string(table(name))) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		out = append(out, cells)
	}
	return out
}

// table gives an embedded file; that it is there is fixed when the program is built.
func table(name string) []byte {
	data, err := season.ReadFile("season/" + name)
	if err != nil {
		panic(err)
	}
	return bytes.TrimPrefix(data, []byte("\ufeff"))
}

// word gives a phrase of the sample season by its key.
func word(key string) string {
	for _, r := range rows("words.txt") {
		if r[0] == key {
			return r[1]
		}
	}
	panic("no such phrase: " + key)
}

// day reads a day of the tables; empty for an empty cell.
func day(cell string) thidua.Date {
	d, _ := vi.ParseDate(cell)
	return d
}

// number reads a number with a decimal comma, in hundredths.
func number(cell string) int64 {
	f, err := strconv.ParseFloat(strings.ReplaceAll(cell, ",", "."), 64)
	if err != nil {
		panic(fmt.Errorf("sample season: %w", err))
	}
	return int64(f*100 + 0.5)
}

// called finds who holds a part in the season: the first one with the role, or the chair.
func called(role thidua.Role) string {
	for _, r := range rows("people.txt") {
		if r[6] == string(role) {
			return r[0]
		}
	}
	panic("nobody is " + string(role))
}

var (
	office = called(thidua.RoleOffice)
	chief  = called(thidua.RoleLeader)
)
