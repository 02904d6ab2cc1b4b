package parcel

import (
	_ "embed"
	"time"

	"thidua"
)

// The names of the files of a package; papers stand in a folder of their own.
const (
	manifestFile = "manifest.json"
	dataFile     = "data.json"
	schemaFile   = "schema.json"
	signFile     = "manifest.sig"
	papersFolder = "papers/"
)

// The bounds of a package.
const (
	MaxSize  = 64 << 20 // bytes of the whole
	maxFiles = 1000
	maxText  = 8 << 20 // bytes of the manifest or of the data
)

// format tells a package from every other ZIP.
const format = "thidua-parcel"

// SchemaText is the published schema of the data (JSON Schema); every package carries it.
//
//go:embed schema.json
var SchemaText []byte

// Manifest says what a package is, and every other file in it with its size and hash; the seal covers it byte for byte.
type Manifest struct {
	Format   string            `json:"format"`
	Schema   int               `json:"schema"`
	ID       string            `json:"id"`
	Kind     thidua.ParcelKind `json:"kind"`
	From     Party             `json:"from"`
	To       Party             `json:"to"`
	Of       string            `json:"of,omitempty"`
	Movement string            `json:"movement"`
	Year     int               `json:"year"`
	Closing  bool              `json:"closing"`
	Letter   Letter            `json:"letter"`
	SealedAt time.Time         `json:"sealed_at"`
	Sample   bool              `json:"sample,omitempty"` // made of sample data, without value
	Key      SealedWith        `json:"key"`
	Files    []File            `json:"files"`
}

// Party is an agency that sends or receives.
type Party struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// SealedWith is the public key of the sender; that it is written here proves nothing about whose it is.
type SealedWith struct {
	Public      string `json:"public"`
	Fingerprint string `json:"fingerprint"`
}

// File is one file of the package: size in bytes and SHA-256 in hexadecimal.
type File struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	Hash string `json:"sha256"`
}

// Parcel gives what the manifest says as the program keeps it; the file is the caller's.
func (m Manifest) Parcel() thidua.Parcel {
	return thidua.Parcel{ID: m.ID, Kind: m.Kind, From: m.From.ID, FromName: m.From.Name, To: m.To.ID, ToName: m.To.Name, Key: m.Key.Fingerprint,
		Of: m.Of, Movement: m.Movement, Year: m.Year, Closing: m.Closing, Number: m.Letter.Number, Dated: m.Letter.Dated, SealedAt: m.SealedAt}
}
