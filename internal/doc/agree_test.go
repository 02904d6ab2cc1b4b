package doc_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/chart"
	"thidua/internal/doc/form"
	"thidua/internal/doc/record"
	"thidua/internal/testkit/oracle"
	"thidua/internal/vi"
)

// drawn is a paper with charts, whose texts are part of a drawing.
type drawn struct{ doc.Document }

// DrawnTexts gives what stands in the charts of the paper, captions left out.
func (d drawn) DrawnTexts() []string {
	var out []string
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			c, ok := b.(doc.Chart)
			if !ok {
				continue
			}
			out = append(out, c.Labels...)
			for _, series := range c.Series {
				out = append(out, series.Name)
				for _, v := range series.Values {
					figure := chart.Figure(v, c.Decimals) + c.Unit
					out = append(out, figure, strings.ReplaceAll(figure, ",", "."))
				}
			}
			for v := -100; v <= 100; v += 5 {
				out = append(out, fmt.Sprint(v), fmt.Sprintf("%d%%", v))
			}
		}
	}
	return out
}

// agreed is the set of papers on which our PDF and a word processor must agree: every form with sample values, and what grows out of them, of one
// to twelve pages.
func agreed() map[string]doc.Document {
	set := map[string]doc.Document{}
	for _, s := range form.Samples {
		set[s.Name] = s.Make().Document()
	}
	for name, d := range grown() {
		set[name] = d
	}
	return set
}

// made gives a form by its name with the values of its sample.
func made[P form.Paper](name string) P {
	i := slices.IndexFunc(form.Samples, func(s form.Sample) bool { return s.Name == name })
	return form.Samples[i].Make().(P)
}

const longAgency = "Thanh tra tỉnh và Ban Quản lý các khu công nghiệp, khu kinh tế cửa khẩu quốc tế tỉnh Lào Cai"

func grown() map[string]doc.Document {
	ballot, prizes, decision, count := made[form.Ballot]("phieu-bau"), made[form.PrizeList]("danh-sach-nhan-thuong"), made[form.Decision]("quyet-dinh-khen-thuong"), made[form.CountingMinutes]("bien-ban-kiem-phieu")
	decision.Issuer.Agency = longAgency
	count.Witness = record.Attendee{}
	for i := range 60 {
		ballot.Cases = append(ballot.Cases, ballot.Cases[i%5])
		prizes.Prizes = append(prizes.Prizes, form.Prize{Praised: prizes.Prizes[i%3].Praised, Money: 1_500_000})
		decision.Praised = append(decision.Praised, decision.Praised[i%5])
		count.Cases = append(count.Cases, count.Cases[i%5])
	}
	return map[string]doc.Document{
		"phieu-bau-65": ballot.Document(), "danh-sach-nhan-thuong-63": prizes.Document(), "quyet-dinh-65": decision.Document(), "bien-ban-kiem-phieu-65": count.Document(),
		"bao-cao-8-trang": longReview(), "bien-ban-40": minutes(40), "to-trinh-can-cu": proposal(30), "to-trinh-ngan": proposal(1), "danh-sach-12-trang": list(60),
		"phu-luc-dai": appendices(), "ba-nguoi-ky": threeSigners(), "bieu-do": charts(), "doan-vua-het-trang": fullPage(), "ten-dai": longNames(),
	}
}

// longReview is a report of about eight pages with a table and charts of its years.
func longReview() doc.Document {
	r := made[form.Review]("bao-cao-tong-ket")
	for i := range r.Chapters {
		r.Chapters[i].Text = slices.Repeat(r.Chapters[i].Text, 11)
	}
	r.Awards, r.Limits, r.Lessons, r.Next = slices.Repeat(r.Awards, 5), slices.Repeat(r.Limits, 8), slices.Repeat(r.Lessons, 11), slices.Repeat(r.Next, 12)
	return r.Document()
}

func minutes(cases int) doc.Document {
	m := record.Minutes{
		Sample: true, Issuer: doc.Issuer{Superior: "Thanh tra tỉnh Lào Cai", Agency: "Hội đồng Thi đua - Khen thưởng"}, Number: "/BB-HĐTĐKT (mẫu)", Subject: "Họp xét, đề nghị khen thưởng năm 2024",
		Date: "2025-01-16", Start: "14:00", End: "17:20", Place: "Phòng họp tầng 2", Members: 9, Method: "giơ tay", Threshold: "Trường hợp được đề nghị khi trên 60% tổng số thành viên đồng ý.",
		Chair: record.Attendee{Honorific: "ông", Name: "Trần Mạnh Khôi", Role: "Chủ tịch Hội đồng"}, Secretary: record.Attendee{Honorific: "bà", Name: "Nguyễn Thị Thu Hà", Role: "Thư ký"},
		Discussion: []string{"Thư ký báo cáo kết quả theo dõi, chấm điểm. Hội đồng thảo luận từng trường hợp theo tiêu chuẩn."}, Collectives: 3, Individuals: cases - 3, Recipients: []string{"Lãnh đạo Thanh tra tỉnh", "Lưu: VT, HĐ"},
	}
	people := []string{"Bà Nguyễn Thị Hồng Nhung", "Ông Vàng A Sử", "Bà Lê Đặng Phương Thảo", "Phòng Nghiệp vụ 12", "Ông Trần Quốc Bảo"}
	for i := range cases {
		c := record.VoteCase{Name: people[i%len(people)], Award: "Bằng khen của Chủ tịch UBND tỉnh", Agree: 5 + i%4, Disagree: i % 3, Written: i % 2, Total: 9, Passed: i%5 > 0}
		m.Cases = append(m.Cases, c)
		m.Considered = append(m.Considered, c.Name+", "+c.Award)
		m.Remarks = append(m.Remarks, fmt.Sprintf("Trường hợp %s: ông Hoàng Minh Tuấn và bà Nguyễn Thị Thu Hà công tác tại đơn vị liên quan.", vi.LowerFirst(c.Name)))
	}
	m.Present = []record.Attendee{m.Chair, m.Secretary, {Honorific: "bà", Name: "Nguyễn Thị Bích Liên", Role: "Phó Chủ tịch"}, {Honorific: "ông", Name: "Hoàng Minh Tuấn", Role: "Ủy viên"}}
	return m.Document()
}

// proposal is a Tờ trình of an agency with a long name, on many bases when it is for many.
func proposal(people int) doc.Document {
	p := record.ProposalLetter{
		Sample: true, Issuer: doc.Issuer{Superior: "UBND tỉnh Lào Cai", Agency: "Thanh tra tỉnh", Place: "Lào Cai"}, Number: "/TTr-TTr (mẫu)", Date: "2025-02-05",
		Subject: "Về việc đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh", Addressee: "Chủ tịch UBND tỉnh Lào Cai (qua Sở Nội vụ)", Proposer: "Thanh tra tỉnh Lào Cai", Council: "Hội đồng Thi đua - Khen thưởng",
		MinutesDate: "2025-01-16", Award: "Bằng khen của Chủ tịch UBND tỉnh", Merit: "có thành tích xuất sắc năm 2024", Recipients: []string{"Như trên", "Sở Nội vụ", "Lưu: VT, VP"},
		Signer: doc.Signer{Titles: []string{"KT. Chánh Thanh tra", "Phó Chánh Thanh tra"}, Name: "Nguyễn Thị Bích Liên"}, Bases: []string{"Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"},
	}
	for i := range people {
		p.Individuals = append(p.Individuals, record.Nominee{Honorific: "Bà", Name: "Lê Đặng Phương Thảo", Post: fmt.Sprintf("Thanh tra viên chính, Phòng Nghiệp vụ %d", 1+i%6), Award: "Bằng khen", Summary: fmt.Sprintf("%02d/12 chỉ tiêu; %02d sáng kiến", 8+i%4, 1+i%3)})
		if i > 0 {
			p.Bases = append(p.Bases, fmt.Sprintf("Căn cứ Quyết định số %02d/2021/QĐ-UBND (mẫu) ngày 28 tháng 6 năm 2021 của UBND tỉnh Lào Cai ban hành Quy định về công tác thi đua, khen thưởng trên địa bàn tỉnh", i))
		}
	}
	return p.Document()
}

func list(people int) doc.Document {
	l := record.RegistrationList{Sample: true, Issuer: doc.Issuer{Superior: "UBND tỉnh Lào Cai", Agency: "Thanh tra tỉnh", Place: "Lào Cai"}, Date: "2025-01-22", Subject: "Đăng ký phong trào thi đua năm 2025",
		Recipients: []string{"Sở Nội vụ", "Lưu: VT, VP"}, Signer: doc.Signer{Titles: []string{"Chánh Thanh tra"}, Name: "Trần Mạnh Khôi"}}
	contents := []string{"Hoàn thành các nhiệm vụ cải cách hành chính được giao đúng tiến độ", "Sáng kiến", "Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng, văn bản trao đổi dưới dạng điện tử giữa các cơ quan, không để quá hạn"}
	for i := range people {
		r := record.Registrant{Honorific: "Ông", Name: "Vàng A Sử", Post: fmt.Sprintf("Thanh tra viên, Phòng Nghiệp vụ %d", 1+i/7), Award: []string{"", "Bằng khen của Chủ tịch UBND tỉnh"}[i%2]}
		for k := range 1 + i%4 {
			r.Lines = append(r.Lines, record.RegisteredLine{Content: contents[(i+k)%3], Target: "≥ 95%", Due: thidua.NewDate(2025, 3+k, 15)})
		}
		l.Individuals = append(l.Individuals, r)
	}
	return l.Document()
}

// appendices are those of a letter, upright and lying, over several pages each.
func appendices() doc.Document {
	rows := func(n, columns int) doc.Table {
		t := doc.Table{Columns: []doc.Column{{Head: "STT", Width: 1, Align: doc.Center}}}
		for k := 1; k < columns; k++ {
			t.Columns = append(t.Columns, doc.Column{Head: fmt.Sprintf("Nội dung số %d", k), Width: 5, Align: doc.Left})
		}
		for i := range n {
			cells := []string{fmt.Sprint(i + 1)}
			for k := 1; k < columns; k++ {
				cells = append(cells, strings.TrimSpace(strings.Repeat("Hồ sơ xử lý đúng hạn ", 1+(i+k)%3)))
			}
			t.Rows = append(t.Rows, doc.Row{Cells: cells})
		}
		return t
	}
	return form.Attach(made[form.Letter]("cong-van").Document(), nil, "Công văn số ……/TT-VP (mẫu) của Thanh tra tỉnh Lào Cai",
		form.Appendix{Title: "Kết quả thực hiện các chỉ tiêu", Blocks: []doc.Block{rows(70, 3)}},
		form.Appendix{Title: "Kết quả theo đơn vị", Landscape: true, Blocks: []doc.Block{rows(36, 6)}},
		form.Appendix{Title: "Giải trình", Blocks: slices.Repeat([]doc.Block{doc.Text("Thanh tra tỉnh Lào Cai giải trình về các chỉ tiêu chưa hoàn thành, nguyên nhân và biện pháp khắc phục trong thời gian tới.")}, 30)})
}

func threeSigners() doc.Document {
	signature := func(heading, note, name string, titles ...string) doc.Signature {
		return doc.Signature{Heading: heading, Note: note, Name: name, Titles: titles}
	}
	return doc.New("Báo cáo", "2025-01-10", true,
		doc.Issuer{Superior: "Thanh tra tỉnh Lào Cai", Agency: "Phòng Nghiệp vụ 2", Place: "Lào Cai"}.Letterhead("", doc.PlaceDate("Lào Cai", "2025-01-10")),
		doc.Title{Kind: "BÁO CÁO THÀNH TÍCH", Subject: "Đề nghị tặng Giấy khen của Chánh Thanh tra tỉnh năm 2024"}, doc.Text("Trên đây là báo cáo thành tích./."),
		doc.Signatures{Columns: []doc.Signature{
			signature("XÁC NHẬN CỦA CẤP TRÌNH", "(Ký, đóng dấu)", "Nguyễn Thị Bích Liên", "KT. CHÁNH THANH TRA", "PHÓ CHÁNH THANH TRA"),
			signature("XÁC NHẬN CỦA ĐƠN VỊ", "(Ký, ghi rõ họ tên)", "Lý Văn Dũng", "Q. TRƯỞNG PHÒNG"), signature("NGƯỜI BÁO CÁO", "(Ký, ghi rõ họ tên)", "Giàng A Páo"),
		}, Recipients: []string{"Như trên;", "Lưu: VT."}})
}

// charts is a paper with a chart of every kind between its paragraphs.
func charts() doc.Document {
	years, units := []string{"2021", "2022", "2023", "2024", "2025"}, []string{"Văn phòng", "Phòng Nghiệp vụ 1", "Phòng Nghiệp vụ 2", "Ban Quản lý các khu công nghiệp tỉnh Lào Cai", "Phòng Nghiệp vụ 3"}
	first, second := []float64{86, 88.5, 90.2, 93, math.NaN()}, []float64{12, 33, 21, 8, 19}
	blocks := []doc.Block{doc.Issuer{Agency: "Thanh tra tỉnh", Place: "Lào Cai"}.Letterhead("", doc.PlaceDate("Lào Cai", "2025-01-10")), doc.Title{Kind: "BÁO CÁO", Subject: "Kết quả qua các năm"}}
	for i, c := range []chart.Chart{
		{Kind: chart.Line, Unit: "%", Decimals: 1, Labels: years, Series: []chart.Series{{Name: "Mức hoàn thành", Values: first}, {Name: "Mức đăng ký", Values: second}}},
		{Labels: units, Series: []chart.Series{{Name: "Tập thể", Values: second}, {Name: "Cá nhân", Values: []float64{5, 13, 11, 8, -4}}}},
		{Kind: chart.Stacked, Labels: years, Series: []chart.Series{{Name: "Tập thể", Values: second}, {Name: "Cá nhân", Values: []float64{5, 13, 11, 8, 4}}}},
		{Horizontal: true, Unit: "%", Decimals: 1, Labels: units, Series: []chart.Series{{Name: "Mức hoàn thành", Values: first}}},
	} {
		blocks = append(blocks, doc.Heading{Text: fmt.Sprintf("%d. Kết quả", i+1), Level: 2}, doc.Text("Văn phòng theo dõi, đôn đốc hằng quý; kiểm tra việc thực hiện tại các đơn vị, kiến nghị khắc phục những nội dung chậm so với kế hoạch đã đăng ký trong năm."),
			doc.Chart{Chart: c, Caption: fmt.Sprintf("Biểu đồ %d. Kết quả theo dõi trong kỳ", i+1)})
	}
	blocks = append(blocks, doc.Text("Trên đây là báo cáo kết quả qua các năm./."), doc.Signatures{Columns: []doc.Signature{{Titles: []string{"CHÁNH THANH TRA"}, Name: "Trần Mạnh Khôi"}}})
	return doc.New("Báo cáo", "2025-01-10", true, blocks...)
}

// fullPage has a single closing line that just does not fit: the paragraph above goes along.
func fullPage() doc.Document {
	blocks := []doc.Block{doc.Issuer{Agency: "Thanh tra tỉnh", Place: "Lào Cai"}.Letterhead("", doc.PlaceDate("Lào Cai", "2025-01-10")), doc.Title{Kind: "THÔNG BÁO", Subject: "Về việc nộp hồ sơ"}}
	for range 29 {
		blocks = append(blocks, doc.Text("Các đơn vị nộp hồ sơ đúng thời hạn, đủ thành phần và chịu trách nhiệm về số liệu, tài liệu kiểm chứng của mình trước Hội đồng."))
	}
	blocks = append(blocks, doc.Text("Nơi nhận chịu trách nhiệm thi hành./."), doc.Signatures{Columns: []doc.Signature{{Titles: []string{"TUQ. CHÁNH THANH TRA", "CHÁNH VĂN PHÒNG"}, Name: "Hoàng Minh Tuấn"}}, Recipients: []string{"Các đơn vị;", "Lưu: VT."}})
	return doc.New("Thông báo", "2025-01-10", true, blocks...)
}

// longNames is a paper of an agency and with a subject that take many lines.
func longNames() doc.Document {
	return doc.New("Báo cáo", "2025-02-03", true,
		doc.Issuer{Superior: "Ủy ban nhân dân tỉnh Lào Cai và Ban Chỉ đạo cải cách hành chính tỉnh Lào Cai", Agency: longAgency, Place: "Lào Cai"}.Letterhead("05/BC-TTr-BQLKCN-KKTCK", doc.PlaceDate("Lào Cai", "2025-02-03")),
		doc.Title{Kind: "BÁO CÁO", Subject: "Kết quả thực hiện " + strings.Repeat("phong trào thi đua “Cải cách hành chính trên địa bàn tỉnh Lào Cai” và ", 4) + "nhiệm vụ năm 2025"},
		doc.Text("Kính gửi báo cáo./."), doc.Signatures{Columns: []doc.Signature{{Titles: []string{"TL. CHÁNH THANH TRA KIÊM TRƯỞNG BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP", "PHÓ CHÁNH VĂN PHÒNG"}, Name: "Nguyễn Thị Bích Liên"}},
			Recipients: []string{strings.Repeat("Các đơn vị thuộc "+longAgency+", ", 2) + "các phòng;", "Lưu: VT."}})
}

// TestWordProcessorBreaksLikeOurPDF asks LibreOffice about the whole set in one call.
func TestWordProcessorBreaksLikeOurPDF(t *testing.T) {
	t.Parallel()
	papers := map[string]oracle.Paper{}
	for name, d := range agreed() {
		papers[name] = drawn{d}
	}
	if len(papers) < 25 {
		t.Errorf("%d papers are too few", len(papers))
	}
	oracle.Compare(t, papers, doc.SampleMark)
}
