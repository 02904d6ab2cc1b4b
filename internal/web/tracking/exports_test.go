package tracking_test

import (
	"bytes"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/testkit/oracle"
)

// follow downloads what a button of a page leads to.
func (d *desk) follow(who string, page *goquery.Document, button string) []byte {
	d.t.Helper()
	link := page.Find("main a").FilterFunction(func(_ int, a *goquery.Selection) bool { return strings.TrimSpace(a.Text()) == button })
	at, ok := link.Attr("href")
	if !ok {
		d.t.Fatalf("%s has no button %q", who, button)
	}
	w := d.ask(who, at, nil)
	if w.Code != http.StatusOK {
		d.t.Fatalf("%s for %s: %d", at, who, w.Code)
	}
	return w.Body.Bytes()
}

func TestTheBoardIsTakenAsAWorkbook(t *testing.T) {
	d := openDesk(t)
	at := "/theo-doi/" + d.round
	for who, units := range map[string]int{officer: 6, head3: 1} {
		page := d.page(who, at)
		book, err := excelize.OpenReader(bytes.NewReader(d.follow(who, page, "Tải bảng tính")))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.GetRows(book.GetSheetName(0))
		if err != nil {
			t.Fatal(err)
		}
		head := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 1 && r[1] == "Đơn vị" })
		if head < 0 {
			t.Fatalf("no head among %v", rows)
		}
		shown := page.Find(".hm-t tbody tr")
		if shown.Length() != units || len(rows)-head-1 != units {
			t.Fatalf("%s: %d units on the page, %d in the workbook, want %d", who, shown.Length(), len(rows)-head-1, units)
		}
		shown.Each(func(i int, s *goquery.Selection) {
			row := rows[head+1+i]
			if n := s.Find("td a").Length(); n != 10 {
				t.Errorf("%d cells on line %d of the page", n, i+1)
			}
			s.Find("td a").Each(func(j int, cell *goquery.Selection) {
				_, criterion, _ := strings.Cut(rows[head][2+j], " ")
				if got, want := strings.TrimSpace(cell.Text()), row[1]+", "+criterion+": "+row[2+j]+"%"; got != want {
					t.Errorf("%q in the workbook, %q on the page", want, got)
				}
			})
		})
	}
	if got := d.ask(staff2, at+"/bang.xlsx", nil); got.Code != http.StatusForbidden {
		t.Errorf("somebody without a part in it takes the board: %d", got.Code)
	}
}

func TestSheetsAndRanksArePrinted(t *testing.T) {
	d := openDesk(t)
	d.score(thidua.SheetClosed)
	sheet, ranks := "/phieu-cham/"+d.sheets["NV3"], "/xep-hang/"+d.round
	if text := d.printed(d.follow(officer, d.page(officer, sheet), "In phiếu")); !strings.Contains(text, "Phòng Nghiệp vụ 3") || !strings.Contains(text, "81,0") {
		t.Errorf("the printed sheet says:\n%s", text)
	}
	text := d.printed(d.follow(officer, d.page(officer, ranks), "In bảng"))
	rest := text
	for _, unit := range []string{"Phòng Nghiệp vụ 2", "Văn phòng", "Phòng Nghiệp vụ 1", "Phòng Nghiệp vụ 4", "Phòng Nghiệp vụ 5", "Phòng Nghiệp vụ 3"} {
		_, after, found := strings.Cut(rest, unit)
		if !found {
			t.Errorf("%s is not in its place in:\n%s", unit, text)
		}
		rest = after
	}
	for _, points := range []string{"95,5", "92,0", "90,5", "88,5", "85,0", "81,0"} {
		if !strings.Contains(text, points) {
			t.Errorf("nobody has %s in:\n%s", points, text)
		}
	}
	for at, who := range map[string]string{"/phieu-cham/" + d.sheets["NV2"] + "/phieu.pdf": head3, sheet + "/phieu.pdf": staff2, ranks + "/bang.pdf": staff2} {
		if got := d.ask(who, at, nil); got.Code == http.StatusOK || bytes.HasPrefix(got.Body.Bytes(), []byte("%PDF-")) {
			t.Errorf("%s prints %s", who, at)
		}
	}
}

// printed gives the words of a PDF.
func (d *desk) printed(file []byte) string {
	d.t.Helper()
	path := filepath.Join(d.t.TempDir(), "in.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		d.t.Fatal(err)
	}
	out, err := exec.Command(oracle.Need(d.t, "pdftotext", "poppler-utils"), "-layout", path, "-").Output()
	if err != nil {
		d.t.Fatal(err)
	}
	return string(out)
}
