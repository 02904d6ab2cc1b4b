// Package proof is what leaves the log to be checked by others, without the data it came from: the statement of a proof sheet with its proof,
// a whole log as hashes, and checkpoints out of letters. It knows no SQL and no files.
package proof

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"

	"thidua"
)

// Statement is what a proof sheet (phiếu kiểm chứng) says of a paper or dossier; its bytes are what the log commits to.
type Statement struct {
	Format string      `json:"format"`
	ID     string      `json:"id"` // random, so that nobody makes the fingerprint from what the paper says
	Agency string      `json:"agency"`
	Tenant string      `json:"tenant"`
	Object string      `json:"object"` // kind:id in the log, "paper:…" or "dossier:…"
	Title  string      `json:"title"`
	Number string      `json:"number,omitempty"` // số, ký hiệu
	Dated  thidua.Date `json:"dated,omitempty"`
	Issue  string      `json:"issue"` // id of the event by which it was issued
	Sample bool        `json:"sample"`
	Files  []File      `json:"files"`
}

// File is a file that a proof sheet speaks for, by its SHA-256.
type File struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	Sum  string `json:"sha256"` // hexadecimal
}

// statementFormat is the version of the statement; a reader refuses others.
const statementFormat = "thidua proof sheet 1"

// Text gives the bytes that are committed to.
func (s Statement) Text() (string, error) {
	s.Format = statementFormat
	text, err := json.Marshal(s)
	return string(text), err
}

// ParseStatement reads the bytes of a statement.
func ParseStatement(text string) (s Statement, err error) {
	if err := strict([]byte(text), &s); err != nil || s.Format != statementFormat {
		return Statement{}, thidua.Refuse(thidua.Invalid, CodeUnreadable)
	}
	return s, nil
}

// Fingerprint gives the SHA-256 of a statement in hexadecimal, as it stands on the sheet and in the object of its event.
func Fingerprint(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// ObjectKind opens the object of the event by which a sheet was made; the fingerprint follows.
const ObjectKind = "proof-sheet"

// Object gives that object.
func Object(fingerprint string) string { return ObjectKind + ":" + fingerprint }

// Covers finds the file of the statement that has these bytes.
func (s Statement) Covers(sum string) (File, bool) {
	for _, f := range s.Files {
		if f.Sum == sum {
			return f, true
		}
	}
	return File{}, false
}

// Sum gives the SHA-256 of a file in hexadecimal.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// strict reads one JSON value without unknown fields and nothing behind it; a byte order mark, as editors leave it, is passed over.
func strict(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errRest
	}
	return nil
}
