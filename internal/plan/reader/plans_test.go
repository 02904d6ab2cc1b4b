package reader

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/plan"
	"thidua/internal/plan/extract"
)

// TestPlans reads plans of many offices and forms. What each says was written down by somebody who read it, before the reader did.
func TestPlans(t *testing.T) {
	files, err := filepath.Glob("../testdata/plans/*")
	if err != nil {
		t.Fatal(err)
	}
	read20 := 0
	for _, f := range files {
		if filepath.Ext(f) == ".json" {
			continue
		}
		read20++
		name := "plans/" + filepath.Base(f)
		d := read(t, name)
		golden(t, strings.TrimSuffix(name, filepath.Ext(f))+".json", asJSON(t, d))
		passagesAreTexts(t, name, d)
	}
	if read20 < 20 {
		t.Errorf("%d plans", read20)
	}
}

var strayNumber = regexp.MustCompile(`(?m)^\d{1,3}$`)

// passagesAreTexts holds every passage to the text that it stands for, line breaks and the numbers of pages apart.
func passagesAreTexts(t *testing.T, name string, d plan.Draft) {
	t.Helper()
	for _, e := range d.Elements() {
		got := strings.Join(strings.Fields(strayNumber.ReplaceAllString(d.Passage(e.Span), "")), " ")
		switch key, _, _ := strings.Cut(e.Key, "."); key {
		case "movement", "number", "date", "bases", "awards", "signer":
			if got == "" && e.Text != "" {
				t.Errorf("%s: %s has no passage", name, e.Key)
			}
		default:
			if got != e.Text {
				t.Errorf("%s: %s: passage %q, text %q", name, e.Key, got, e.Text)
			}
		}
	}
}

// TestRefusedDocuments: what is no plan to read is refused with its reason.
func TestRefusedDocuments(t *testing.T) {
	for name, code := range map[string]thidua.Code{
		"quyet-dinh.txt":               CodeOtherKind,
		"bao-cao.txt":                  CodeOtherKind,
		"to-trinh.txt":                 CodeOtherKind,
		"giay-moi.txt":                 CodeOtherKind,
		"quy-che.txt":                  CodeOtherKind,
		"quyet-dinh-kem-ke-hoach.docx": CodeOtherKind,
		"so-ke-hoach-dau-tu.txt":       CodeNoKind,
		"bai-bao.txt":                  CodeNoKind,
		"danh-sach.txt":                CodeNoKind,
		"ke-hoach-pccc.txt":            CodeOtherSubject,
		"tiep-cong-dan.txt":            CodeOtherSubject,
		"mau-de-trong.txt":             CodeBlankForm,
		"mat.txt":                      CodeSecret,
		"bang-tinh-doi-ten.docx":       extract.CodeNotDocument,
		"mat-khau.docx":                extract.CodeLocked,
		"mat-khau-cu.doc":              extract.CodeLocked,
		"tai-do-dang.docx":             extract.CodeDamaged,
		"ban-quet.pdf":                 extract.CodeScanned,
		"mat-khau-pdf.pdf":             extract.CodeLocked,
	} {
		b, err := os.ReadFile("../testdata/refused/" + name)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Read(context.Background(), name, b)
		var e *thidua.Error
		if !errors.As(err, &e) || e.Code != code {
			t.Errorf("%s: %v, want %s", name, err, code)
		}
	}
}
