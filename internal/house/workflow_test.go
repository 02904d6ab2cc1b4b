package house

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/vi"
)

var update = flag.Bool("update", false, "write docs/workflow.md and the matrix of rights anew")

// machineNames are the objects whose workflows an official reads in docs/workflow.md.
var machineNames = map[string]string{
	"plan": "Bản kế hoạch tải lên", "movement": "Phong trào", "edition": "Phiên bản kế hoạch", "round": "Năm thi đua", "reform-task": "Nhiệm vụ cải cách hành chính", "registration": "Đăng ký thi đua", "evidence": "Minh chứng",
	"score-sheet": "Phiếu chấm điểm", "council-session": "Phiên họp Hội đồng", "nominee": "Người, tập thể được đề nghị", "paper": "Văn bản", "edit": "Bản sửa trên Word của văn bản",
	"cover-slip": "Phiếu trình", "dossier": "Hồ sơ đề nghị khen thưởng", "submission": "Lần gửi", "appraisal": "Hồ sơ tại Sở Nội vụ",
	"enrolment": "Danh sách đăng ký thi đua tại Sở Nội vụ", "raise-list": "Danh sách trình Chủ tịch UBND tỉnh", "pledge": "Giao ước, cam kết thi đua", "handover": "Bàn giao công việc", "initiative": "Sáng kiến",
	"publicity": "Tin, bài tuyên truyền", "exemplar": "Gương điển hình", "inspection": "Đợt kiểm tra, hướng dẫn", "recommendation": "Kiến nghị sau kiểm tra",
}

func TestWorkflowPages(t *testing.T) {
	same(t, filepath.Join("..", "..", "docs", "workflow.md"), workflowPage(t))
	same(t, filepath.Join("testdata", "rights.txt"), rights())
}

func same(t *testing.T, path, want string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%s is not what the workflow tables say (%v): look at the change of rights, then run go generate .", path, err)
	}
}

const workflowIntro = `# Quy trình

Mỗi đối tượng có một bảng: đang ở trạng thái nào, ai được làm việc gì, chuyển sang trạng thái nào. Cột “Không làm được khi” nêu điều làm cho
việc đó bị chặn; cột “Lý do” cho biết việc nào phải ghi lý do. Nút trên màn hình và việc kiểm tra ở máy chủ đều theo các bảng này.

Tệp này được sinh ra từ các bảng quy trình của chương trình; sửa bảng rồi chạy ` + "`go generate .`" + `.
`

// told names an action of a table; what others did and Văn phòng only records is told as such.
func told(m thidua.Machine, do thidua.Action) string {
	if m.Name == "submission" {
		return "Ghi nhận: " + vi.Action(do)
	}
	return vi.Action(do)
}

func workflowPage(t *testing.T) string {
	var b strings.Builder
	b.WriteString(workflowIntro)
	for _, m := range thidua.Machines {
		name := machineNames[m.Name]
		if name == "" {
			t.Errorf("the workflow %s has no name for officials", m.Name)
		}
		fmt.Fprintf(&b, "\n## %s\n\n```mermaid\nstateDiagram-v2\n", name)
		for i, s := range m.States() {
			fmt.Fprintf(&b, "    state \"%s\" as s%d\n", vi.State(s), i)
		}
		fmt.Fprintf(&b, "    [*] --> s0\n")
		arrows(&b, m)
		for _, s := range m.Ends {
			fmt.Fprintf(&b, "    s%d --> [*]\n", slices.Index(m.States(), s))
		}
		b.WriteString("```\n\n| Từ trạng thái | Việc | Ai | Sang trạng thái | Không làm được khi | Lý do |\n|---|---|---|---|---|---|\n")
		for _, r := range m.Rules {
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", vi.State(r.From), told(m, r.Do), vi.Role(r.By), vi.State(r.To), needs(r), reason(r))
		}
	}
	return b.String()
}

// arrows draws each way once, whoever may go it.
func arrows(b *strings.Builder, m thidua.Machine) {
	var drawn []string
	for _, r := range m.Rules {
		line := fmt.Sprintf("    s%d --> s%d: %s\n", slices.Index(m.States(), r.From), slices.Index(m.States(), r.To), told(m, r.Do))
		if r.From != r.To && !slices.Contains(drawn, line) {
			drawn = append(drawn, line)
			b.WriteString(line)
		}
	}
}

func needs(r thidua.Rule) string {
	words := make([]string, len(r.Needs))
	for i, f := range r.Needs {
		words[i] = vi.Fact(f)
	}
	return strings.Join(words, "; ")
}

func reason(r thidua.Rule) string {
	if r.Reason {
		return "bắt buộc"
	}
	return ""
}

// rights is the matrix role × state × action, one line each, so that a changed right is a changed line.
func rights() string {
	var lines []string
	for _, m := range thidua.Machines {
		for _, r := range m.Rules {
			line := fmt.Sprintf("%-16s %-10s %-24s %-22s -> %s", m.Name, r.By, r.From, r.Do, r.To)
			for _, f := range r.Needs {
				line += " +" + string(f)
			}
			if r.Reason {
				line += " !reason"
			}
			lines = append(lines, line)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n") + "\n"
}
