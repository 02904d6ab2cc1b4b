package web_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

// TestCase32BrokenFormsAreRefusedAndLeaveNothing sends forms that are not what their head says, or made of far too many parts, with and without
// a length told before; the folder of temporary files is empty afterwards.
func TestCase32BrokenFormsAreRefusedAndLeaveNothing(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	h := openHall(t)
	before := h.files()
	part := func(head, body string) string {
		return "--b\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + body + "\r\n"
	}
	var many strings.Builder
	for n := range 10_000 {
		many.WriteString(part(fmt.Sprintf(`name="f%d"`, n), "x"))
	}
	begun := part(`name="file"; filename="a.pdf"`, "%PDF-1.7\n"+strings.Repeat("a", 2<<20)+"\n%%EOF\n")
	for name, c := range map[string]struct {
		kind, body string
		code       int
	}{
		"wrong boundary": {"multipart/form-data; boundary=other", begun + "--b--\r\n", http.StatusBadRequest},
		"no boundary":    {"multipart/form-data", begun, http.StatusBadRequest},
		"cut off":        {"multipart/form-data; boundary=b", begun[:len(begun)-1<<20], http.StatusBadRequest},
		"10,000 parts":   {"multipart/form-data; boundary=b", begun + many.String() + "--b--\r\n", http.StatusRequestEntityTooLarge},
		"a name of 1 MB": {"multipart/form-data; boundary=b", begun + part(`name="`+strings.Repeat("n", 1<<20)+`"`, "x") + "--b--\r\n", http.StatusRequestEntityTooLarge},
	} {
		for _, told := range []bool{true, false} {
			r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/ke-hoach", struct{ io.Reader }{strings.NewReader(c.body)})
			if r.ContentLength = -1; told {
				r.ContentLength = int64(len(c.body))
			}
			r.Header.Set("Content-Type", c.kind)
			if w := h.do(ha, r); w.Code != c.code {
				t.Errorf("%s, length told %v: %d, wants %d", name, told, w.Code, c.code)
			}
			if left, err := os.ReadDir(temp); err != nil || len(left) != 0 {
				t.Errorf("%s, length told %v: %d temporary files stay, %v", name, told, len(left), err)
			}
		}
	}
	if after := h.files(); after != before {
		t.Errorf("kept:\n%s", after)
	}
}
