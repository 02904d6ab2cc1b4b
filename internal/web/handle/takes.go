package handle

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/file"
	"thidua/internal/pack/parcel"
	"thidua/internal/plan/extract"
	"thidua/internal/sheet"
)

// Take is what a field of a form takes as a file (docs/files.md): the endings of its name, its greatest size in bytes, and how many the object
// behind it may hold; 0 for a file that is read and not kept.
type Take struct {
	Pattern, Field string
	Kinds          []string
	Size           int64
	Holds          int
}

var (
	scans     = []string{".pdf", ".jpg", ".jpeg", ".png"}
	minutes   = append(slices.Clone(scans), ".docx")
	documents = append(slices.Clone(scans), ".docx", ".doc")
	proofs    = append(slices.Clone(scans), ".docx", ".xlsx")
	parcels   = []string{".zip"}
)

// Takes is every field of the program that takes a file into its archive, or reads one, in the order of the addresses; small parts of a
// signature are not among them.
var Takes = []Take{
	{"POST /ban-giao/{handover}/{action}", "scan", scans, file.MaxSize, 1},
	{"POST /bien-ban/{paper}/{action}", "signed", minutes, file.MaxSize, 1},
	{"POST /chi-tieu/{target}/minh-chung", "tep", append(slices.Clone(proofs), ".txt"), file.MaxSize, thidua.MaxFiles},
	{"POST /cho-quyet-dinh/nhan-tep", "tep-goi", parcels, parcel.MaxSize, 0},
	{"POST /co-quan/thay-doi", "scan", scans, file.MaxSize, 1},
	{"POST /dang-ky/{registration}/ban-ky", "sheet", scans, file.MaxSize, 1},
	{"POST /danh-sach-trinh/{raised}", "scan", scans, file.MaxSize, 1},
	{"POST /dien-hinh/{round}", "tep", proofs, file.MaxSize, 1},
	{"POST /excel/{list}/{round}", "tep", []string{".xlsx"}, sheet.MaxFile, 0},
	{"POST /ghi-so/{paper}", "signed", scans, file.MaxSize, 1},
	{"POST /giao-uoc/{pledge}/{action}", "scan", scans, file.MaxSize, 1},
	{"POST /goi-ho-so", "tep", parcels, parcel.MaxSize, 0},
	{"POST /hoi-dong/{session}/{action}", "scan", minutes, file.MaxSize, 1},
	{"POST /ke-hoach", "file", []string{".docx", ".doc", ".pdf", ".txt"}, extract.MaxFile, 1},
	{"POST /ke-hoach/{plan}/van-ban", "file", documents, file.MaxSize, thidua.MaxFiles},
	{"POST /kien-nghi/{recommendation}/{action}", "evidence", proofs, file.MaxSize, 1},
	{"POST /lan-gui/{submission}/ket-qua", "scan", scans, file.MaxSize, 1},
	{"POST /minh-chung/{evidence}/{action}", "tep", append(slices.Clone(proofs), ".txt"), file.MaxSize, 1},
	{"POST /nam/{round}/bang-vang/{action}", "scan", scans, file.MaxSize, 1},
	{"POST /nam/{round}/ke-hoach-don-vi", "file", minutes, file.MaxSize, thidua.MaxFiles},
	{"POST /noi-nhan/{delivery}/{action}", "scan", scans, file.MaxSize, 1},
	{"POST /phieu-trinh/{slip}/ket-qua", "scan", scans, file.MaxSize, 1},
	{"POST /phieu-trinh/{slip}/y-kien", "scan", scans, file.MaxSize, 1},
	{"POST /phong-trao/{movement}/van-ban", "file", documents, file.MaxSize, thidua.MaxFiles},
	{"POST /tai-lieu/{document}/{action}", "file", documents, file.MaxSize, 1},
	{"POST /thay-doi-to-chuc", "scan", scans, file.MaxSize, 1},
	{"POST /tiep-nhan/nhan-tep", "tep-goi", parcels, parcel.MaxSize, 0},
	{"POST /tin-bai/{publicity}/{action}", "tep", proofs, file.MaxSize, 1},
	{"POST /trinh-ubnd-tinh/{raised}/{action}", "paper", []string{".pdf", ".docx"}, file.MaxSize, 1},
	{"POST /tuyen-truyen/{round}", "tep", proofs, file.MaxSize, 1},
	{"POST /van-ban/{paper}/{action}", "edited", []string{".docx"}, file.MaxSize, thidua.MaxFiles},
	{"POST /van-ban/{paper}/{action}", "scan", scans, file.MaxSize, 1},
	{"POST /van-ban/{paper}/{action}", "signed", scans, file.MaxSize, 1},
	{"POST /van-dong/{round}", "evidence", proofs, file.MaxSize, 1},
	{"POST /xep-hang/{round}/ghi-nhan-cong-bo", "tep", scans, file.MaxSize, 1},
}

// fits refuses a name whose ending the field does not take; a field that Takes does not have takes nothing.
func (c *Ctx) fits(field, name string) error {
	at := slices.IndexFunc(Takes, func(t Take) bool { return t.Pattern == c.Route.Pattern && t.Field == field })
	if at < 0 {
		return fmt.Errorf("%s takes no file as %q", c.Route.Pattern, field)
	}
	if !slices.Contains(Takes[at].Kinds, strings.ToLower(path.Ext(name))) {
		return thidua.Faults{{Field: field, Code: file.CodeType}}.Err()
	}
	return nil
}
