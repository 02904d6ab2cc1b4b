package testkit

import (
	"archive/zip"
	"bytes"
	"fmt"
	"net/http"
	"strings"
)

// kinds tells of each kind of file how its answer is called and what stands in it.
var kinds = map[string]struct{ kind, begins, holds string }{
	"pdf":  {"application/pdf", "%PDF-", ""},
	"docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK", "word/document.xml"},
	"xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK", "xl/workbook.xml"},
	"zip":  {"application/zip", "PK", ""},
}

// NotAFile says why an answer is no file of a kind (pdf, docx, xlsx, zip); empty when it is one.
func NotAFile(kind string, status int, header string, body []byte) string {
	want, known := kinds[kind]
	header, _, _ = strings.Cut(header, ";")
	switch {
	case !known:
		return "no kind " + kind
	case status != http.StatusOK || header != want.kind || !bytes.HasPrefix(body, []byte(want.begins)):
		return fmt.Sprintf("status %d, %s, %d bytes that begin %.8q", status, header, len(body), body)
	case want.begins != "PK":
		return ""
	}
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil || len(archive.File) == 0 {
		return fmt.Sprintf("%d bytes that are no archive: %v", len(body), err)
	}
	for _, f := range archive.File {
		if f.Name == want.holds || want.holds == "" {
			return ""
		}
	}
	return "an archive without " + want.holds
}
