package nd30

import (
	"slices"
	"strings"
	"testing"

	"thidua/internal/doc"
	"thidua/internal/doc/form"
	"thidua/internal/testkit/oracle"
)

// spoiled are finished papers with one thing made wrong, by the component that must be named.
var spoiled = []struct {
	component, form string
	from, to        string       // in the body of the DOCX
	part            string       // another part of the DOCX
	page            func(*Paper) // what is made wrong in the PDF
}{
	{component: "Khổ giấy", form: "giay-moi", from: `w:w="11906"`, to: `w:w="12240"`},
	{component: "Trang nằm ngang", form: "phu-luc", from: ` w:orient="landscape"`},
	{component: "Trang nằm ngang", form: "phu-luc", page: func(p *Paper) { last := &p.Pages[2]; last.Width, last.Height = last.Height, last.Width }},
	{component: "Lề trang", form: "phu-luc", from: `w:left="1701"`, to: `w:left="1134"`},
	{component: "Lề trang", form: "giay-moi", page: func(p *Paper) { p.line("Thời gian").Left = 60 }},
	{component: "Phông chữ", form: "giay-moi", part: "word/styles.xml", from: "Times New Roman", to: "Arial"},
	{component: "Số trang", form: "quyet-dinh-khen-thuong", from: "<w:titlePg/>"},
	{component: "Số trang", form: "bao-cao-tong-ket", page: func(p *Paper) { p.Pages[1].top().Left -= 100 }},
	{component: "Số trang", form: "bao-cao-tong-ket", page: func(p *Paper) { p.Pages[1].top().Inner = "3" }},
	{component: "Vị trí", form: "giay-moi", page: func(p *Paper) { p.line("Số: ").Left += 300 }},
	{component: "Vị trí", form: "cong-van", page: func(p *Paper) { p.line("V/v").Top -= 60 }},
	{component: "Quốc hiệu", form: "giay-moi", page: func(p *Paper) { p.line(nation).size = 11 }},
	{component: "Tiêu ngữ: đậm", form: "giay-moi", page: func(p *Paper) { p.line(motto).Inner = motto }},
	{component: "Đường kẻ dưới Tiêu ngữ, trong PDF", form: "giay-moi", page: func(p *Paper) { p.shorten(0.5) }},
	{component: "Đường kẻ dưới cơ quan", form: "giay-moi", page: func(p *Paper) { p.Pages[0].rules = nil }},
	{component: "Số dưới 10", form: "giay-moi", page: func(p *Paper) { p.line("Số: ").Inner = "Số: 5/GM-TTr" }},
	{component: "Địa danh", form: "giay-moi", page: func(p *Paper) { p.line("Lào Cai, ngày").size = 12 }},
	{component: "Ngày dưới 10", form: "bao-cao-tong-ket", from: "Qua các năm", to: "Ngày 5, ngày 5 tháng 3 năm 2024, qua các năm"},
	{component: "Ngày dưới 10", form: "giay-moi", from: "tháng 01 năm", to: "tháng 1 năm"},
	{component: "Ngày dưới 10", form: "bien-ban-kiem-phieu", page: func(p *Paper) { p.line("Thời gian").Inner = "<i>Lào Cai, ngày 16 tháng 01 năm 2025</i>" }},
	{component: "Trích yếu: đậm", form: "giay-moi", page: func(p *Paper) { p.line("Họp Hội đồng").Inner = "Họp Hội đồng Thi đua - Khen thưởng" }},
	{component: "Tên loại, trích yếu", form: "giay-moi", page: func(p *Paper) { p.line("GIẤY MỜI").Left += 30 }},
	{component: "Căn cứ: mỗi căn cứ", form: "quyet-dinh-khen-thuong", from: "năm 2022;", to: "năm 2022"},
	{component: "Nội dung", form: "giay-moi", part: "word/styles.xml", from: `w:line="240"`, to: `w:line="200"`},
	{component: "Nội dung", form: "giay-moi", from: `<w:spacing w:before="120" w:after="0"/>`, to: `<w:spacing w:before="60" w:after="0"/>`},
	{component: "Phần, mục", form: "bao-cao-tong-ket", page: func(p *Paper) { l := p.line("I. CÔNG TÁC"); l.Inner = l.Text() }},
	{component: "Dấu kết thúc", form: "giay-moi", from: "./.", to: "."},
	{component: "Quyền hạn", form: "chuong-trinh", from: "TL. CHÁNH THANH TRA", to: "TL. Chánh Thanh tra"},
	{component: "Quyền hạn", form: "chuong-trinh", from: "Hoàng Minh Tuấn", to: "ThS. Hoàng Minh Tuấn"},
	{component: "Danh sách nơi nhận: từng dòng", form: "giay-moi", from: "- Như trên;", to: "- Như trên."},
	{component: "Danh sách nơi nhận: 11", form: "giay-moi", page: func(p *Paper) { p.line("- Lưu:").size = 13 }},
	{component: "Khối chữ ký", form: "giay-moi", page: func(p *Paper) { p.alone("Trần Mạnh Khôi") }},
	{component: "Phụ lục", form: "phu-luc", from: `<w:pgNumType w:start="1"/>`},
	{component: "Phụ lục", form: "phu-luc", from: "(Kèm theo", to: "(Theo"},
	{component: "Bảng", form: "chuong-trinh", from: "<w:tblHeader/>", to: ""},
	{component: "Dữ liệu mẫu", form: "giay-moi", page: func(p *Paper) { p.line(doc.SampleMark).Inner = "" }},
}

// line finds a line of the first page by its beginning.
func (p *Paper) line(prefix string) *Line { return p.Pages[0].line(prefix) }

func (p Page) line(prefix string) *Line {
	return &p.Texts[slices.IndexFunc(p.Texts, func(l Line) bool { return strings.HasPrefix(l.Text(), prefix) })]
}

// top is the page number, the highest line.
func (p Page) top() *Line {
	highest := &p.Texts[0]
	for i := range p.Texts {
		if p.Texts[i].Top < highest.Top {
			highest = &p.Texts[i]
		}
	}
	return highest
}

// shorten takes a share off the right end of every rule, and moves it back to the middle.
func (p *Paper) shorten(share float64) {
	for i, r := range p.Pages[0].rules {
		cut := r.length() * share / 2
		p.Pages[0].rules[i].left, p.Pages[0].rules[i].right = r.left+cut, r.right-cut
	}
}

// alone leaves on the first page nothing above the block of a name.
func (p *Paper) alone(name string) {
	block := p.line(name).Top - 60
	p.Pages[0].Texts = slices.DeleteFunc(p.Pages[0].Texts, func(l Line) bool { return l.Top < block && l.Left < 130 })
}

func TestEveryFaultIsNamed(t *testing.T) {
	dir := t.TempDir()
	files := map[string][2]string{}
	for i, s := range spoiled {
		if files[s.form][0] == "" {
			made := form.Samples[slices.IndexFunc(form.Samples, func(f form.Sample) bool { return f.Name == s.form })]
			docx, pdf := oracle.Write(t, dir, s.form, made.Make().Document())
			files[s.form] = [2]string{docx, pdf}
		}
		p := Open(t, files[s.form][0], files[s.form][1])
		p.mark = doc.SampleMark
		if faults := p.faults(); len(faults) > 0 {
			t.Fatalf("%s has faults before it is spoiled: %v", s.form, faults)
		}
		if s.page != nil {
			s.page(&p)
		} else {
			part := s.part
			if part == "" {
				part = "word/document.xml"
			}
			if !strings.Contains(p.Files[part], s.from) {
				t.Fatalf("%d: %s has no %q to spoil", i, s.form, s.from)
			}
			p.Files[part] = strings.Replace(p.Files[part], s.from, s.to, 1)
			if err := p.read(); err != nil {
				t.Fatal(err)
			}
		}
		named := false
		for component := range p.faults() {
			named = named || strings.HasPrefix(component, s.component)
		}
		if !named {
			t.Errorf("%d: %s spoiled (%s): only %v is named", i, s.form, s.component, p.faults())
		}
	}
}
