package handle_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app/custody"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
)

var update = flag.Bool("update", false, "write docs/files.md anew")

const filesIntro = `# Tệp tải lên

Mỗi ô chọn tệp của chương trình nhận loại tệp nào, lớn nhất bao nhiêu, đối tượng của ô giữ nhiều nhất bao nhiêu tệp. Một ô nhận mỗi lần một tệp; tệp
có đuôi khác, lớn hơn hoặc quá số thì bị từ chối ngay tại ô, nội dung đã nhập vẫn còn. “Lấy dữ liệu” là tệp được đọc để lấy dữ liệu, không đính kèm vào đâu. Nội dung
được kiểm tra theo chính tệp chứ không theo tên: tệp không đúng đuôi, có macro, có mã chạy trong PDF, giải nén ra quá lớn hoặc có dấu mật đều không nhận.

Tệp này được sinh ra từ bảng của chương trình; sửa bảng rồi chạy ` + "`go generate .`" + `.

`

func filesPage() string {
	var b strings.Builder
	b.WriteString(filesIntro)
	b.WriteString("| Địa chỉ | Ô | Loại tệp | Lớn nhất | Số tệp |\n|---|---|---|---|---|\n")
	for _, t := range handle.Takes {
		holds := vi.Whole(t.Holds)
		if t.Holds == 0 {
			holds = "lấy dữ liệu"
		}
		_, path, _ := strings.Cut(t.Pattern, " ")
		fmt.Fprintf(&b, "| `%s` | `%s` | %s | %s | %s |\n", path, t.Field, strings.Join(t.Kinds, ", "), vi.FileSize(t.Size), holds)
	}
	q := custody.DefaultQuota
	fmt.Fprintf(&b, "\nNgoài ra, nếu người vận hành không đặt khác: một tài khoản gửi nhiều nhất %s tệp hoặc %d GB, một cơ quan giữ nhiều nhất %s tệp hoặc %d GB;\n"+
		"một chỉ tiêu, phong trào, kế hoạch hoặc văn bản giữ nhiều nhất %d tệp, kể cả tệp trước khi thay.\n", vi.Whole(q.OwnFiles), q.OwnGB, vi.Whole(q.Files), q.GB, thidua.MaxFiles)
	return b.String()
}

// TestFilesPage holds docs/files.md to the table of what is taken: a kind or a size more is a changed cell.
func TestFilesPage(t *testing.T) {
	path := filepath.Join("..", "..", "..", "docs", "files.md")
	if *update {
		if err := os.WriteFile(path, []byte(filesPage()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != filesPage() {
		t.Errorf("%s is not what the table says (%v): run go generate .", path, err)
	}
}
