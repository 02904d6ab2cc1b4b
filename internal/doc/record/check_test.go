package record

import (
	"slices"
	"testing"

	"thidua/internal/doc"
	"thidua/internal/testkit/nd30"
)

func TestFormsPassTheirOwnCheck(t *testing.T) {
	for name, d := range samples() {
		for _, f := range doc.Check(d) {
			t.Errorf("%s — %s: %s", name, f.Component, f.Text)
		}
	}
}

func TestFinishedFilesFollowDecree30(t *testing.T) {
	for name, d := range samples() {
		nd30.Check(t, name, doc.SampleMark, nd30.Write(t, name, d))
	}
}

func TestCheckNamesWhatIsWrong(t *testing.T) {
	for component, spoil := range map[string]func([]doc.Block){
		"Quốc hiệu, Tiêu ngữ": func(b []doc.Block) { b[0] = doc.PageBreak{} },
		"Tên cơ quan ban hành": func(b []doc.Block) {
			b[0] = doc.Letterhead{Agency: "Thanh tra tỉnh", PlaceDate: "Lào Cai, ngày 05 tháng 02 năm 2024"}
		},
		"Số, ký hiệu": func(b []doc.Block) {
			b[0] = doc.Letterhead{Agency: "THANH TRA TỈNH", Number: "Số: 5/TTr", PlaceDate: "Lào Cai, ngày 05 tháng 02 năm 2024"}
		},
		"Địa danh, thời gian": func(b []doc.Block) {
			b[0] = doc.Letterhead{Agency: "THANH TRA TỈNH", PlaceDate: "Lào Cai, ngày 5 tháng 2 năm 2024"}
		},
		"Tên loại, trích yếu": func(b []doc.Block) { b[1] = doc.Title{Kind: "TỜ TRÌNH"} },
		"Căn cứ":              func(b []doc.Block) { b[3] = doc.Basis("Căn cứ Luật Thi đua, khen thưởng") },
		"Nội dung":            func(b []doc.Block) { b[len(b)-2] = doc.Text("kính trình xem xét, quyết định.") },
		"Chức vụ, họ tên người ký": func(b []doc.Block) {
			b[len(b)-1] = doc.Signatures{Columns: []doc.Signature{{Titles: []string{"CHÁNH THANH TRA"}, Name: "TS. Nguyễn Văn Mẫu"}}}
		},
		"Nơi nhận": func(b []doc.Block) {
			b[len(b)-1] = doc.Signatures{Columns: []doc.Signature{sampleProposal().Signer.Signature()}, Recipients: []string{"Như trên;"}}
		},
	} {
		d := sampleProposal().Document()
		spoil(d.Sections[0].Blocks)
		findings := doc.Check(d)
		if !slices.ContainsFunc(findings, func(f doc.Finding) bool { return f.Component == component && f.Text != "" }) {
			t.Errorf("%s not found among %v", component, findings)
		}
	}
}
