package parcel

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"

	"thidua"
)

// Content is a file to be packed; Name is the last part of its name, such as "01. Tờ trình.pdf".
type Content struct {
	Name string
	Data []byte
}

// PaperFile gives the name under which a paper stands in the package, for Paper.File and Answer.File.
func PaperFile(name string) string { return papersFolder + name }

// Seal writes a package: m says kind, parties and times, papers stand in their order. The same content gives the same bytes, whatever
// machine writes them. TooLarge above the bounds.
func Seal(key *Key, m Manifest, data Data, papers []Content) ([]byte, Manifest, error) {
	data.Schema, m.Format, m.Schema = Schema, format, Schema
	m.SealedAt = m.SealedAt.UTC()
	m.Key = SealedWith{Public: key.Public().String(), Fingerprint: key.Public().Fingerprint()}
	text, err := json.MarshalIndent(data, "", " ")
	if err != nil {
		return nil, m, fmt.Errorf("seal a package: %w", err)
	}
	contents := []Content{{dataFile, text}, {schemaFile, SchemaText}}
	for _, p := range papers {
		contents = append(contents, Content{PaperFile(p.Name), p.Data})
	}
	m.Files = nil
	total := 0
	for _, c := range contents {
		total += len(c.Data)
		m.Files = append(m.Files, listed(c))
	}
	head, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, m, fmt.Errorf("seal a package: %w", err)
	}
	if total > MaxSize || len(contents) > maxFiles || len(text) > maxText || len(head) > maxText {
		return nil, m, tooLarge()
	}
	contents = append(append([]Content{{manifestFile, head}}, contents...), Content{signFile, key.sign(head)})
	var out bytes.Buffer
	if err := write(&out, contents); err != nil {
		return nil, m, err
	}
	_, err = Open(out.Bytes())
	return out.Bytes(), m, err
}

func tooLarge() error {
	return thidua.Refuse(thidua.TooLarge, thidua.CodeParcelTooLarge, MaxSize>>20)
}

func listed(c Content) File {
	sum := sha256.Sum256(c.Data)
	return File{Name: c.Name, Size: int64(len(c.Data)), Hash: hex.EncodeToString(sum[:])}
}

// write lays the files out the one way that a package may have: in order, stored as they are, without day or comment. Nothing is compressed,
// because compressors differ and a package is compared byte for byte; papers are compressed in themselves.
func write(out io.Writer, contents []Content) error {
	const utf8Names = 0x800
	z := zip.NewWriter(out)
	for _, c := range contents {
		size := uint64(len(c.Data))
		f, err := z.CreateRaw(&zip.FileHeader{Name: c.Name, Method: zip.Store, Flags: utf8Names, CRC32: crc32.ChecksumIEEE(c.Data),
			CompressedSize64: size, UncompressedSize64: size})
		if err == nil {
			_, err = f.Write(c.Data)
		}
		if err != nil {
			return fmt.Errorf("seal a package: %w", err)
		}
	}
	return z.Close()
}
