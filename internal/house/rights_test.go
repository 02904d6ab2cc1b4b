package house

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/vi"
)

const rightsIntro = `# Quyền

Bảng thứ nhất: ai xem, ai làm việc gì với đối tượng nào, trong phạm vi nào. Ô trống là không có quyền. “Bản thân” là trường hợp, hồ sơ của chính
người đó; “đơn vị” là đơn vị mà người đó lãnh đạo hoặc công tác; “cơ quan” là toàn cơ quan; “cấp dưới gửi lên” là những gì các cơ quan đã gửi;
“công khai” là không cần đăng nhập. Một người giữ nhiều vai trò thì có quyền của các vai trò ấy, trừ trường hợp của chính mình. Trang, mục của
thanh bên, mục của “Tất cả chức năng” và nút dẫn đến trang đều theo bảng này.

Bảng thứ hai: ai làm cho đối tượng đổi trạng thái; điều kiện đầy đủ của từng bước ở [quy trình](workflow.md).

Tệp này được sinh ra từ bảng quyền của chương trình; sửa bảng rồi chạy ` + "`go generate .`" + `.
`

// columns are the roles in the order of the page, with heads that leave room for thirteen.
var columns = []struct {
	role thidua.Role
	head string
}{
	{thidua.RoleStaff, "Cá nhân"}, {thidua.RoleHead, "Trưởng, phó đơn vị"}, {thidua.RoleOffice, "Văn phòng"}, {thidua.RoleLeader, "Lãnh đạo"},
	{thidua.RoleCouncil, "Thành viên Hội đồng"}, {thidua.RoleSecretary, "Thư ký"}, {thidua.RoleChair, "Chủ tịch Hội đồng"}, {thidua.RoleClerk, "Văn thư"},
	{thidua.RoleHelper, "Đầu mối vận động"}, {thidua.RoleInspector, "Kiểm tra"}, {thidua.RoleAdmin, "Quản trị"}, {thidua.RoleAppraiser, "Sở Nội vụ"},
	{thidua.RoleProvince, "UBND tỉnh"},
}

// TestRightsPage holds docs/rights.md to the matrix of rights and the workflow tables: a right given to one role more is a changed cell.
func TestRightsPage(t *testing.T) {
	same(t, filepath.Join("..", "..", "docs", "rights.md"), rightsPage(t))
}

// TestEveryRightIsWhole asks each row for its words, a door that fits its cells, and no role twice.
func TestEveryRightIsWhole(t *testing.T) {
	seen := map[thidua.Right]bool{}
	for _, r := range thidua.Rights {
		object, act := vi.Right(r.Right)
		if object == "" || act == "" || seen[r.Right] || len(r.Holders) == 0 {
			t.Errorf("%s: no words, no holder, or a second row", r.Right)
		}
		seen[r.Right] = true
		who := r.Who()
		slices.Sort(who)
		if len(slices.Compact(slices.Clone(who))) != len(who) {
			t.Errorf("%s names a role twice", r.Right)
		}
		for _, h := range r.Holders {
			if vi.Scope(h.Scope) == "" || (h.Scope == thidua.ScopePublic) != (r.Door == thidua.DoorPublic) {
				t.Errorf("%s: %s has the scope %q behind the door %q", r.Right, h.By, h.Scope, r.Door)
			}
		}
	}
}

func rightsPage(t *testing.T) string {
	var b strings.Builder
	b.WriteString(rightsIntro)
	b.WriteString("\n## Xem và làm việc\n\n")
	head(&b, "Đối tượng", "Việc")
	for _, r := range thidua.Rights {
		object, act := vi.Right(r.Right)
		fmt.Fprintf(&b, "| %s | %s |", object, act)
		for _, c := range columns {
			fmt.Fprintf(&b, " %s |", vi.Scope(r.Scope(c.role)))
		}
		fmt.Fprintf(&b, " %s |\n", needs(thidua.Rule{Needs: r.Checks}))
	}
	b.WriteString("\n## Chuyển trạng thái\n\n")
	head(&b, "Đối tượng", "Việc")
	for _, m := range thidua.Machines {
		if machineNames[m.Name] == "" {
			t.Errorf("the workflow %s has no name for officials", m.Name)
		}
		for _, do := range acts(m) {
			fmt.Fprintf(&b, "| %s | %s |", machineNames[m.Name], told(m, do))
			for _, c := range columns {
				fmt.Fprintf(&b, " %s |", mover(m, do, c.role))
			}
			fmt.Fprintf(&b, " %s |\n", guard(m, do))
		}
	}
	return b.String()
}

func head(b *strings.Builder, first ...string) {
	names := slices.Clone(first)
	for _, c := range columns {
		names = append(names, c.head)
	}
	names = append(names, "Không làm được khi")
	fmt.Fprintf(b, "| %s |\n|%s\n", strings.Join(names, " | "), strings.Repeat("---|", len(names)))
}

// acts lists the actions of a machine, each once, in the order of its table.
func acts(m thidua.Machine) (out []thidua.Action) {
	for _, r := range m.Rules {
		if !slices.Contains(out, r.Do) {
			out = append(out, r.Do)
		}
	}
	return out
}

// mover says how far a role moves the objects of a machine: a person his own, a head those of his unit (Actor.For), others all.
func mover(m thidua.Machine, do thidua.Action, by thidua.Role) string {
	does := func(by thidua.Role) bool {
		return slices.ContainsFunc(m.Rules, func(r thidua.Rule) bool { return r.Do == do && r.By == by })
	}
	switch {
	case by == thidua.RoleHead && does(thidua.RoleReviewer):
		return "đơn vị được cử (phiếu của Văn phòng)"
	case !does(by):
		return ""
	case by == thidua.RoleStaff:
		return vi.Scope(thidua.ScopeSelf)
	case by == thidua.RoleHead:
		return vi.Scope(thidua.ScopeUnit)
	case by == thidua.RoleAppraiser || by == thidua.RoleProvince:
		return vi.Scope(thidua.ScopeAbove)
	}
	return vi.Scope(thidua.ScopeAgency)
}

// guard tells the relations that bar an act whatever roles somebody holds.
func guard(m thidua.Machine, do thidua.Action) string {
	var facts []thidua.Fact
	for _, r := range m.Rules {
		for _, f := range r.Needs {
			if r.Do == do && slices.Contains(relations, f) && !slices.Contains(facts, f) {
				facts = append(facts, f)
			}
		}
	}
	return needs(thidua.Rule{Needs: facts})
}

// relations are the facts that look at who asks, not at the object alone.
var relations = []thidua.Fact{thidua.NotOwnCase, thidua.ReviewerOwn, thidua.MayReview, thidua.PersonGone}

// askedByName is a role that a page asks for by its name, where it would have to ask the matrix of rights or a workflow.
var askedByName = regexp.MustCompile(`\.Has\([^)\n]*thidua\.Role`)

// TestPagesAskTheMatrix: menus and buttons are drawn by the same table as the doors (Actor.May, Actor.Does), so that none is left behind when a right moves.
func TestPagesAskTheMatrix(t *testing.T) {
	pages := 0
	err := filepath.WalkDir(filepath.Join("..", "web"), func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".templ") {
			return err
		}
		pages++
		text, err := os.ReadFile(path)
		for _, hit := range askedByName.FindAllString(string(text), -1) {
			t.Errorf("%s asks for a role by its name: %s", path, hit)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if pages < 80 {
		t.Errorf("only %d pages were read", pages)
	}
}
