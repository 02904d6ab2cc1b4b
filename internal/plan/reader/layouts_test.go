package reader

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// wordCell is a cell of a table with one paragraph for each line.
func wordCell(lines ...string) string { return "<w:tc>" + wordParas(lines...) + "</w:tc>" }

func wordList(id string, level int, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%s"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, level, id, text)
}

const lists = `<w:numbering ` + wordNS + `><w:abstractNum w:abstractNumId="0">` +
	`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>` +
	`<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`

// numberedWord is a plan whose headings carry automatic numbers, some through their style.
func numberedWord(t *testing.T) []byte {
	styles := `<w:styles ` + wordNS + `><w:style w:styleId="Muc"><w:basedOn w:val="Goc"/></w:style><w:style w:styleId="Goc"><w:basedOn w:val="Muc"/>` +
		`<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`
	styled := func(s string) string {
		return `<w:p><w:pPr><w:pStyle w:val="Muc"/></w:pPr><w:r><w:t>` + s + `</w:t></w:r></w:p>`
	}
	body := wordParas("SỞ MẪU", "Số: 7/KH-SM", "Mẫu Sơn, ngày 02 tháng 01 năm 2025", "KẾ HOẠCH", "Phát động phong trào thi đua “Một cửa thân thiện” giai đoạn 2025 - 2027",
		"Thực hiện Chỉ thị số 3/CT-UBND ngày 10/12/2024 của UBND tỉnh Mẫu;") +
		styled("MỤC ĐÍCH") + wordList("2", 0, "Giảm thời gian chờ.") +
		styled("TIÊU CHUẨN KHEN THƯỞNG") + wordList("1", 1, "Đối với tập thể") + wordList("2", 0, "Trả kết quả đúng hạn.") +
		wordList("1", 1, "Đối với cá nhân") + wordList("2", 0, "Được người dân hài lòng.") +
		styled("TỔ CHỨC THỰC HIỆN") + wordList("1", 1, "Các phòng báo cáo kết quả gửi Văn phòng trước ngày 15 tháng 11 hằng năm.") +
		wordList("1", 1, "Văn phòng tổng kết trong tháng 12/2027.") +
		wordParas("Nơi nhận:", "- Các phòng;", "- Lưu: VT.", "GIÁM ĐỐC", "Lê Thị Mẫu")
	return word(t, body, "word/numbering.xml", lists, "word/styles.xml", styles)
}

// tableWord has head and ending in tables of two columns, and tracked changes.
func tableWord(t *testing.T) []byte {
	row := func(cells ...string) string {
		return "<w:tbl><w:tr>" + strings.Join(cells, "") + "</w:tr></w:tbl>"
	}
	body := row(wordCell("UBND TỈNH MẪU", "THANH TRA TỈNH", "Số: /KH-TT"), wordCell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Mẫu Sơn, ngày … tháng … năm 2026")) +
		wordParas("KẾ HOẠCH THI ĐUA NĂM 2026", "Căn cứ Nghị định 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết; Công văn số 12/SNV ngày 30/02/2026 của Sở Nội vụ;",
			"I. HỒ SƠ ĐỀ NGHỊ KHEN THƯỞNG") +
		`<w:p><w:r><w:t>- Tờ trình</w:t></w:r><w:del><w:r><w:delText> cũ</w:delText><w:t> cũ</w:t></w:r></w:del><w:ins><w:r><w:t> mới</w:t></w:r></w:ins></w:p>` +
		`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>- Danh </w:t></w:r></w:p>` + wordParas("sách.") +
		wordParas("II. THỜI GIAN", "1. Gửi hồ sơ về Sở Nội vụ đến hết ngày 20/10/2026.", "2. Báo cáo trước ngày 31/4/2026.", "3. Sơ kết trước ngày 05 hằng tháng.",
			"4. Thời hạn trình theo khoản 2 Điều 8 của Quy chế.") +
		row(wordCell("Nơi nhận:", "- Như trên;"), wordCell("TM. HỘI ĐỒNG", "CHỦ TỊCH", "Phạm Văn Mẫu"))
	return word(t, body)
}

func TestOtherLayouts(t *testing.T) {
	for name, data := range map[string][]byte{"danh-so-tu-dong": numberedWord(t), "bang-hai-cot": tableWord(t)} {
		d, err := Read(context.Background(), name, data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		golden(t, name+".json", asJSON(t, d))
	}
	golden(t, "bao-hien.json", asJSON(t, read(t, "bao-hien.txt")))
}

// Each way to write a time limit, in short: what, the value, once or how often, ( exclusive or ] inclusive.
func TestWaysToWriteATimeLimit(t *testing.T) {
	for s, want := range map[string]string{
		"Văn phòng gửi hồ sơ về Sở Nội vụ trước ngày 01/02 hằng năm": "dossier 02-01 yearly ) Văn phòng>Sở Nội vụ",
		"Riêng năm 2021 đăng ký trước ngày 30/8":                     "registration 2021-08-30 none ) >",
		"Báo cáo chậm nhất ngày 15/12/2023":                          "report 2023-12-15 none ] >",
		"Báo cáo chậm nhất là ngày 15 tháng 11 năm 2023":             "report 2023-11-15 none ] >",
		"Báo cáo đến hết ngày 1/2/2024":                              "report 2024-02-01 none ] >",
		"Báo cáo trước 30/11":                                        "report 11-30 none ) >",
		"Sơ kết vào tháng 12/2025":                                   "report 2025-12 none ] >",
		"Tổng kết trong Quý IV":                                      "report Q4 none ] >",
		"Tổng kết trong quý 2 năm 2025":                              "report 2025-Q2 none ] >",
		"Định kỳ hằng quý báo cáo":                                   "report  quarterly ] >",
		"Định kỳ 6 tháng báo cáo":                                    "report  halfyearly ] >",
		"Định kỳ hằng quý, 6 tháng báo cáo":                          "report  quarterly ] >; report  halfyearly ] >",
		"Trong 10 ngày làm việc kể từ ngày có kết quả":               "other 10 true ngày có kết quả none ] >",
		"Thời hạn nộp theo Điều 12, Quyết định số 33/2021/QĐ-UBND":   "other Điều 12, Quyết định số 33/2021/QĐ-UBND none ) >",
		"Từ ngày 1/3 đến ngày 5/3/2025 nộp hồ sơ":                    "dossier 2025-03-01..2025-03-05 none ] >",
		"Theo Quyết định số 5/QĐ-X ngày 2/3/2025 và 5/7 đơn vị":      "",
	} {
		d, err := Read(context.Background(), "", []byte("KẾ HOẠCH\nThi đua\n\nI. CÔNG VIỆC\n1. "+s+"."))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range d.Deadlines {
			v := string(x.Date + x.Day + x.Period + x.Reference)
			if x.From != "" {
				v = string(x.From) + ".." + v
			}
			if x.After != nil {
				v = fmt.Sprint(x.After.Days, " ", x.After.Working, " ", x.After.Event)
			}
			side := ")"
			if x.Inclusive {
				side = "]"
			}
			got = append(got, fmt.Sprintf("%s %s %s %s %s>%s", x.What, v, x.Recurs, side, x.Actor, x.To))
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%s:\n got %s\nwant %s", s, g, want)
		}
	}
}

// TestHeadOfThePage reads what stands in the head of the first page alone, and not what the text says again.
func TestHeadOfThePage(t *testing.T) {
	body := wordParas("KẾ HOẠCH", "Thi đua năm 2025", "I. MỤC ĐÍCH", "1. Làm tốt hơn.") +
		`<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="r1"/><w:headerReference w:type="first" r:id="r2"/><w:titlePg/></w:sectPr></w:pPr></w:p>`
	rels := `<Relationships><Relationship Id="r1" Target="header1.xml"/><Relationship Id="r2" Target="/word/header2.xml"/></Relationships>`
	data := word(t, body, "word/_rels/document.xml.rels", rels, "word/header1.xml", "<w:hdr>"+wordParas("Số: 1/KH-KHAC")+"</w:hdr>",
		"word/header2.xml", "<w:hdr>"+wordParas("SỞ MẪU", "Số: 9/KH-SM", "2", "Thi đua năm 2025")+"</w:hdr>")
	d, err := Read(context.Background(), "x.docx", data)
	if err != nil || d.Number.Value != "9" || d.Number.Symbol != "KH-SM" || d.Issuer != "SỞ MẪU" {
		t.Errorf("%v, number %+v, issuer %q", err, d.Number, d.Issuer)
	}
	if strings.Count(d.Source, "Thi đua năm 2025") != 1 || strings.Contains(d.Source, "KHAC") {
		t.Errorf("source\n%s", d.Source)
	}
}
