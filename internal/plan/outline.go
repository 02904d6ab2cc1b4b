package plan

import (
	"fmt"
	"strings"
)

// Outline gives the draft as a readable Vietnamese text, the default output of `thidua plan read`.
func (d Draft) Outline() string {
	o := &outline{}
	o.line("%s: %s", d.Kind, d.Title)
	o.field("Cơ quan ban hành", d.Issuer)
	o.field("Số, ký hiệu", blankNumber(d.Number))
	o.field("Ngày ban hành", or(dmy(d.Date.Value), "để trống ("+string(d.Date.Text)+")"))
	o.field("Phong trào", string(d.Movement.Name))
	o.field("Giai đoạn", strings.Trim(string(d.Movement.From+"–"+d.Movement.To), "–"))
	o.field("Kết thúc", dmy(d.Movement.EndsOn))
	show(o, "Căn cứ", d.Bases, func(b Basis) string {
		return phrase(b.Kind, "số "+string(b.Number), "ngày "+dmy(b.Date), "của "+string(b.Issuer))
	})
	show(o, "Mục đích", d.Purposes, plainText)
	show(o, "Yêu cầu", d.Requirements, plainText)
	show(o, "Đối tượng", d.Subjects, func(s Subject) string { return kindName[s.Kind] + ": " + s.Text })
	o.criteria(d.Criteria)
	show(o, "Thời hạn", d.Deadlines, sayDeadline)
	show(o, "Hình thức khen thưởng", d.Awards, func(a Award) string { return phrase(a.Form, "của "+string(a.Authority)) })
	show(o, "Tiêu chuẩn đối với tập thể", d.Standards.Collective, plainText)
	show(o, "Tiêu chuẩn đối với cá nhân", d.Standards.Individual, plainText)
	show(o, "Quy trình", d.Process, plainText)
	show(o, "Hồ sơ", d.Dossier, func(p Part) string { return p.Name })
	show(o, "Phân công", d.Assignments, func(a Assignment) string { return or(string(a.Who), "(không rõ)") + ": " + a.Text })
	if len(d.Tasks) > 0 {
		show(o, "Nhiệm vụ", d.Tasks, sayTask)
	}
	show(o, "Nơi nhận", d.Recipients, func(s string) string { return s })
	o.field("Người ký", strings.Trim(string(d.Signer.Position+", "+d.Signer.Name), ", "))
	show(o, "Cần kiểm tra", d.OpenItems(), func(i OpenItem) string { return i.Reason })
	return o.b.String()
}

// sayTask gives a row of the task table as one line, each cell as written.
func sayTask(t Task) string {
	line := or(string(t.No), "–") + " | " + t.Task
	for _, c := range []struct{ name, text string }{{"sản phẩm", string(t.Product)}, {"chủ trì", string(t.Lead)}, {"phối hợp", string(t.Support)}, {"thời gian", string(t.Due)}} {
		if c.text != "" {
			line += "; " + c.name + ": " + c.text
		}
	}
	return line
}

type outline struct{ b strings.Builder }

func (o *outline) line(format string, args ...any) { fmt.Fprintf(&o.b, format+"\n", args...) }

func (o *outline) field(name, value string) { o.line("%s: %s", name, or(value, "(không có)")) }

func (o *outline) head(name string, n int) { o.line("\n%s (%d)", name, n) }

func (o *outline) criteria(cs []Criterion) {
	o.head("Tiêu chí", len(cs))
	for i, c := range cs {
		points := ""
		if c.Points != nil {
			points = strings.Replace(fmt.Sprintf(" (%g điểm)", float64(*c.Points)/100), ".", ",", 1)
		}
		o.line("  %d. %s%s", i+1, c.Text, points)
		for _, s := range c.Contents {
			o.line("     - %s", s)
		}
	}
}

func show[T any](o *outline, name string, xs []T, of func(T) string) {
	o.head(name, len(xs))
	for i, x := range xs {
		o.line("  %d. %s", i+1, of(x))
	}
}

var kindName = map[SubjectKind]string{Collective: "Tập thể", Individual: "Cá nhân"}

func plainText(t Text) string { return t.Text }

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func blankNumber(n Number) string {
	return or(string(n.Value), "…") + "/" + or(string(n.Symbol), "…")
}

// phrase joins the parts that say something: "của " alone says nothing.
func phrase(parts ...string) string {
	var out []string
	for _, p := range parts {
		if !strings.HasSuffix(p, " ") {
			out = append(out, p)
		}
	}
	return strings.Join(out, " ")
}
