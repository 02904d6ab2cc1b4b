package sample

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed words
var words embed.FS

// rows reads a table of words: cells parted by |, lines that begin with # are remarks. That a table is there is fixed when the program is built.
func rows(name string) [][]string {
	data, err := words.ReadFile("words/" + name + ".txt")
	if err != nil {
		panic(err)
	}
	var out [][]string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\n"); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "|"))
		}
	}
	return out
}

// of gives the rows of a table whose first cell is the key, without it.
func of(table [][]string, key string) (out [][]string) {
	for _, r := range table {
		if r[0] == key {
			out = append(out, r[1:])
		}
	}
	return out
}

var phrases = func() map[string]string {
	out := map[string]string{}
	for _, r := range rows("words") {
		out[r[0]] = r[1]
	}
	return out
}()

// word gives a phrase by its key, with what stands in it.
func word(key string, args ...any) string {
	text, ok := phrases[key]
	if !ok {
		panic("no such phrase: " + key)
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// marked adds to a name that it is a sample.
func marked(name string) string { return name + word("mau") }
