package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"thidua"
)

// What a workbook may hold beside its bytes. A few bytes of a compressed file can ask for gigabytes; this is counted part by part before
// anything is built of them.
const (
	maxParts = 1_000
	maxTags  = 2_000_000 // of all parts
	maxGap   = 1 << 20   // bytes from one tag to the next
	maxCells = 1_000_000 // of one sheet: every row reaches as far as its last cell
)

// meter counts the tags that pass; most is how many cells a sheet may reach over.
type meter struct {
	in   io.Reader
	tags int
	gap  int
	most int
}

var (
	errMany = thidua.Refuse(thidua.TooLarge, CodeTooManyCells)
	errGap  = thidua.Refuse(thidua.Invalid, CodeDamaged)
)

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.in.Read(p)
	m.tags += bytes.Count(p[:n], []byte("<"))
	if at := bytes.LastIndexByte(p[:n], '<'); at >= 0 {
		m.gap = n - at
	} else {
		m.gap += n
	}
	switch {
	case m.tags > maxTags:
		return 0, errMany
	case m.gap > maxGap:
		return 0, errGap
	}
	return n, err
}

// bounded refuses a workbook that would cost more than a list may, and one that is not packed plainly: behind a password, or with a
// second file before the first.
func bounded(data []byte, most int) error {
	if !bytes.HasPrefix(data, []byte("PK")) {
		return thidua.Refuse(thidua.Invalid, CodeDamaged)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) > maxParts {
		return thidua.Refuse(thidua.Invalid, CodeDamaged)
	}
	m := &meter{most: most}
	for _, f := range z.File {
		if f.UncompressedSize64 > maxXML {
			return thidua.Refuse(thidua.TooLarge, CodeTooManyCells)
		}
		part, err := f.Open()
		if err != nil {
			return thidua.Refuse(thidua.Invalid, CodeDamaged)
		}
		err = m.part(part)
		part.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// part counts one part. Where the text stops being XML the reader of the list stops too, so what comes after costs nothing: a picture is
// over at its first byte.
func (m *meter) part(in io.Reader) error {
	m.in, m.gap = in, 0
	foreign := false
	d := xml.NewDecoder(m)
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { foreign = true; return in, nil }
	var c cells
	for {
		token, err := d.RawToken()
		var refusal *thidua.Error
		switch {
		case errors.As(err, &refusal):
			return refusal
		case foreign:
			return thidua.Refuse(thidua.Invalid, CodeDamaged) // Excel writes UTF-8
		case err != nil:
			return nil //nolint:nilerr // what is no XML is the reader's to refuse, and costs nothing
		}
		if e, ok := token.(xml.StartElement); ok && c.add(e) > m.most {
			return errMany
		}
	}
}

// mergeCost is what a merged range counts, because every cell is held against every range.
const mergeCost = 100

// cells counts the cells that the rows of a sheet reach over.
type cells struct{ sum, row, column int }

func (c *cells) add(e xml.StartElement) int {
	switch e.Name.Local {
	case "row":
		c.sum, c.row, c.column = c.sum+c.row, 0, 0
	case "mergeCell":
		c.sum += mergeCost
	case "c":
		c.column++
		for _, a := range e.Attr {
			if a.Name.Local == "r" {
				c.column = column(a.Value)
			}
		}
		c.row = max(c.row, c.column)
	}
	return c.sum + c.row
}

// column gives the number of the column that a reference such as XFD7 names.
func column(reference string) int {
	n := 0
	for _, r := range strings.ToUpper(strings.ReplaceAll(reference, "$", "")) {
		if r < 'A' || r > 'Z' || n > maxCells {
			break
		}
		n = n*26 + int(r-'A') + 1
	}
	return n
}
