package file

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"path"
	"strings"

	"thidua"
)

// The bounds of an office file, which is a ZIP archive.
const (
	maxEntries  = 2000
	maxUnpacked = 200 << 20
	maxRatio    = 100
	freeRatio   = 1 << 20 // a small part may be as repetitive as it likes
)

var (
	errDamaged = thidua.Refuse(thidua.Invalid, CodeDamaged)
	errBomb    = thidua.Refuse(thidua.Invalid, CodeBomb)
	errType    = thidua.Refuse(thidua.Invalid, CodeType)
)

// Archive is a ZIP whose list of entries is sound: bounded in number, each name once, none leading outside, none overlapping.
type Archive struct {
	parts map[string]*zip.File
	order []*zip.File
}

// OpenArchive reads the list of entries of an office file; nothing is unpacked yet.
func OpenArchive(r io.ReaderAt, size int64) (*Archive, error) {
	if n, err := countEntries(r, size); err != nil || n > maxEntries {
		return nil, errors.Join(err, errBomb)
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, errDamaged
	}
	a := &Archive{parts: make(map[string]*zip.File, len(z.File)), order: z.File}
	var packed, unpacked uint64
	for _, f := range z.File {
		name := strings.ToLower(f.Name)
		if a.parts[name] != nil || !sound(f) {
			return nil, errDamaged
		}
		a.parts[name] = f
		packed += min(f.CompressedSize64, uint64(size)+1)
		unpacked += min(f.UncompressedSize64, maxUnpacked+1)
	}
	if packed > uint64(size) || unpacked > maxUnpacked || len(z.File) > maxEntries {
		return nil, errBomb
	}
	return a, nil
}

// countEntries reads the number of entries from the end of the file, before a list of a million of them is made; a number too small
// is found out when the list is read.
func countEntries(r io.ReaderAt, size int64) (int, error) {
	tail := make([]byte, min(size, 66<<10))
	if _, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF {
		return 0, err
	}
	at := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if at < 0 || len(tail) < at+12 {
		return 0, errDamaged
	}
	return int(binary.LittleEndian.Uint16(tail[at+10:])), nil
}

// sound tells a plain entry from a link, an encrypted one and one that leads outside.
func sound(f *zip.File) bool {
	const encrypted = 1
	return inside(f.Name) && (f.Mode().IsRegular() || f.Mode().IsDir()) && f.Flags&encrypted == 0
}

func inside(name string) bool {
	clean := path.Clean(name)
	return name != "" && !path.IsAbs(name) && !strings.ContainsAny(name, "\\:\x00") && clean != ".." && !strings.HasPrefix(clean, "../")
}

// Has tells whether the archive holds a part; names differ in more than capitals.
func (a *Archive) Has(name string) bool { return a.parts[strings.ToLower(name)] != nil }
