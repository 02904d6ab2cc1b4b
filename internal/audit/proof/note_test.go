package proof_test

import (
	"bytes"
	"encoding/base64"
	"mime/quotedprintable"
	"strings"
	"testing"

	"thidua/internal/audit/proof"
)

func TestACheckpointIsFoundInWhatPeopleKeep(t *testing.T) {
	k := newKeeping(t)
	for range 3 {
		k.log(t, "x", "thing:1")
	}
	one, two := k.sign(t, 2), k.sign(t, 3)
	words := "Kính gửi đồng chí,\n\nĐề nghị lưu thư này.\n\n" + two + "\nMã kiểm tra của khóa: 1234\n"
	var quoted bytes.Buffer
	w := quotedprintable.NewWriter(&quoted)
	if _, err := w.Write([]byte(strings.ReplaceAll(words, "\n", "\r\n"))); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	letter := "From: <a@x.vn>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted.String()
	parts := "From: <a@x.vn>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString([]byte(words)) + "\r\n--b--\r\n"
	for name, c := range map[string]struct {
		file string
		want []string
	}{
		"a saved note":         {two, []string{two}},
		"two notes":            {one + two, []string{one, two}},
		"Windows lines":        {strings.ReplaceAll(two, "\n", "\r\n"), []string{two}},
		"text around":          {words, []string{two}},
		"a letter":             {letter, []string{two}},
		"a letter of parts":    {parts, []string{two}},
		"no signature":         {"thidua audit log t1\n2\n", nil},
		"a name alone":         {"thidua audit log \n\nx", nil},
		"nothing":              {"", nil},
		"parts without an end": {"From: <a@x.vn>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", nil},
	} {
		got := proof.Notes([]byte(c.file))
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: %q", name, got)
		}
	}
	for _, note := range proof.Notes([]byte(letter)) {
		if c, err := k.key.Open(note); err != nil || c.Size != 3 {
			t.Errorf("%+v, %v", c, err)
		}
	}
}

func FuzzNotes(f *testing.F) {
	k := newKeeping(f)
	k.log(f, "x", "thing:1")
	f.Add([]byte(k.sign(f, 1)))
	f.Add([]byte("From: a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nthidua audit log x\n\n— a b\n--b--"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, n := range proof.Notes(data) {
			if !strings.HasPrefix(n, "thidua audit log ") || !strings.HasSuffix(n, "\n") {
				t.Errorf("no note: %q", n)
			}
		}
	})
}
