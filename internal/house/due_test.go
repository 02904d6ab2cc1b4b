package house

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// dated is a deadline written by other means than the component: its day formatted, with nothing of what is left.
var dated = regexp.MustCompile(`(vi\.(Date|DayMonth|DayLong|Before)|\bday)\([^()]*(\.Due|InternalDue|RegistrationDue|ScoringDue|DossierDue|DossierInternal|SendInternal|LastDay)\b`)

// plainDues are the lines that may write such a day: values of form fields, hints beside them, and sentences that are copied out of the program.
var plainDues = map[string][]string{
	"internal/web/movement/former.templ":    {"dayOf(name, r)"},
	"internal/web/movement/movement.go":     {`"internal": {day(r.InternalDue)}`},
	"internal/web/movement/pasting.go":      {`"due", day(k.Due)`},
	"internal/web/movement/reform.go":       {`"due": {day(v.Due)}`, `in.day("due")`},
	"internal/web/movement/settings.templ":  {"Sở Nội vụ nhận đến hết ngày"},
	"internal/web/movement/tasktable.templ": {`"due", day(t.Due)`},
	"internal/web/office/slip.templ":        {"Gửi \" + vi.Before"},
	"internal/web/province/enrol.go":        {`"due": {vi.Date(v.Due.Day)}`},
	"internal/web/remind/message.templ":     {"vi.Left(v.Left)"},
	"internal/web/tracking/detail.templ":    {"cập nhật chỉ tiêu"},
	"internal/web/unit/lines.go":            {`"due": vi.Date(t.Due)`},
	"internal/web/unit/paste.go":            {`text += " · " + vi.Date(t.Due)`},
}

// TestEveryDeadlineGoesThroughTheComponent keeps one way of showing by when something is to be done: ui.DueOn, with the words of vi.Left.
func TestEveryDeadlineGoesThroughTheComponent(t *testing.T) {
	root := filepath.Join("..", "web")
	seen := 0
	err := filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		if err != nil || strings.HasSuffix(path, "_templ.go") || strings.HasSuffix(path, "_test.go") || !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".templ") {
			return err
		}
		text, err := os.ReadFile(path)
		name := "internal/web/" + filepath.ToSlash(strings.TrimPrefix(path, root+string(filepath.Separator)))
		for n, line := range strings.Split(string(text), "\n") {
			seen += strings.Count(line, "ui.DueOn(") + strings.Count(line, "ui.DueCell(")
			if dated.MatchString(line) && !excused(name, line) {
				t.Errorf("%s:%d: %s: a deadline is shown by ui.DueOn, ui.DueCell or ui.Fact.Due, so that every page counts the same days in the same words", name, n+1, strings.TrimSpace(line))
			}
		}
		return err
	})
	if err != nil || seen < 10 {
		t.Errorf("%d deadlines go through the component, %v", seen, err)
	}
}

func excused(name, line string) bool {
	for _, part := range plainDues[name] {
		if strings.Contains(line, part) {
			return true
		}
	}
	return false
}
