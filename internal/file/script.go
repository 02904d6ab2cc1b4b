package file

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"

	"thidua"
)

// CodeScript is a PDF that runs a script or starts another program when it is opened.
const CodeScript thidua.Code = "file.script"

// maxObjects bounds what the packed objects of one PDF unpack to.
const maxObjects = 100 << 20

var (
	streamBegins = regexp.MustCompile(`\bstream\r?\n`)
	escapedName  = regexp.MustCompile(`#[0-9A-Fa-f]{2}`)
	runs         = regexp.MustCompile(`/S[\s\x00]*/(?:JavaScript|Launch)\b`)
	packed       = regexp.MustCompile(`/Type[\s\x00]*/ObjStm\b`)
)

// lookScript refuses a PDF with an action that runs a script or starts a program, in its plain objects and in those that are packed. Where a page
// opens, attached files and signatures are no such action. An encrypted file tells nothing; it is given as an attachment like all others.
func lookScript(data []byte) error {
	left := int64(maxObjects)
	for {
		begins := streamBegins.FindIndex(data)
		plain := data
		if begins != nil {
			plain = data[:begins[0]]
		}
		if runs.Match(named(plain)) {
			return thidua.Refuse(thidua.Invalid, CodeScript)
		}
		if begins == nil {
			return nil
		}
		content := data[begins[1]:]
		ends := bytes.Index(content, []byte("endstream"))
		if ends < 0 {
			return nil
		}
		if head := named(plain[max(0, bytes.LastIndex(plain, []byte(" obj"))):]); packed.Match(head) {
			objects := unpacked(content[:ends], left)
			if left -= int64(len(objects)); left <= 0 {
				return errBomb
			}
			if runs.Match(named(objects)) {
				return thidua.Refuse(thidua.Invalid, CodeScript)
			}
		}
		data = content[ends:]
	}
}

// named writes the names of a PDF as they are meant: #4A is J.
func named(text []byte) []byte {
	return escapedName.ReplaceAllFunc(text, func(b []byte) []byte {
		n, _ := strconv.ParseUint(string(b[1:]), 16, 8)
		return []byte{byte(n)}
	})
}

// unpacked gives what a deflated stream holds, as far as it can be read.
func unpacked(content []byte, limit int64) []byte {
	z, err := zlib.NewReader(bytes.NewReader(content))
	if err != nil {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(z, limit))
	return out
}
