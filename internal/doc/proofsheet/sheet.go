// Package proofsheet makes the Phiếu kiểm chứng: one page beside a paper or dossier by which anybody finds out whether it is still what was issued.
// It is no official paper and stands on none.
package proofsheet

import (
	"fmt"
	"strings"
	"time"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// Sheet is what the page says.
type Sheet struct {
	Sample      bool
	Agency      string
	Title       string // of the paper or dossier
	Number      string
	Dated       thidua.Date
	Code        string // "7KQ4-…"
	Fingerprint string // of the statement, in groups
	Files       []File
	IssueSeq    int64 // places in the log, counted from 0
	SheetSeq    int64
	IssuedAt    time.Time // zero when it is not known
	MadeAt      time.Time
	Size        int64  // events that the checkpoint covers
	Root        string // as it stands in the checkpoint
	Moment      time.Time
	Key         string // fingerprint
	Link        string // what the QR code leads to; without an address of the program, what it says
	Address     string // where the code can be typed; empty when it is not known
}

// File is a file that the sheet speaks for.
type File struct {
	Name string
	Sum  string // SHA-256, in groups
}

// mostFiles is how many files are named at most; the fingerprint covers all.
const mostFiles = 8

// Document makes the page; it has one page always: where there are many files, as many are named as there is room for.
func (s Sheet) Document() doc.Document {
	d := s.with(mostFiles)
	for n := min(mostFiles, len(s.Files)) - 1; d.Pages() > 1 && n >= 0; n-- {
		d = s.with(n)
	}
	return d
}

func (s Sheet) with(files int) doc.Document {
	facts := doc.Table{Size: 12, Columns: []doc.Column{{Head: "Nội dung", Width: 48, Align: doc.Left}, {Head: "Theo nhật ký của hệ thống", Width: 118, Align: doc.Left}}}
	add := func(head, text string) {
		if text != "" {
			facts.Rows = append(facts.Rows, doc.Row{Cells: []string{head, text}})
		}
	}
	add("Văn bản, hồ sơ", s.Title)
	add("Số, ký hiệu", s.Number)
	add("Ngày ban hành", vi.Date(s.Dated))
	add("Cơ quan", s.Agency)
	add("Ghi nhận ban hành", "Sự kiện số "+place(s.IssueSeq)+moment(s.IssuedAt))
	add("Lập phiếu này", "Sự kiện số "+place(s.SheetSeq)+moment(s.MadeAt))
	add("Điểm chốt nhật ký", fmt.Sprintf("%s sự kiện%s\nGốc: %s", vi.Whole(int(s.Size)), moment(s.Moment), s.Root))
	add("Mã kiểm tra của khóa ký", s.Key)
	add("Dấu vân tay của phiếu", s.Fingerprint)
	for i, f := range s.Files {
		if i == files {
			add("Các tệp khác", fmt.Sprintf("%d tệp, ghi trong tệp chứng minh kèm phiếu", len(s.Files)-i))
			break
		}
		add("SHA-256 của tệp", f.Name+"\n"+f.Sum)
	}
	return doc.New("Phiếu kiểm chứng", thidua.DateOf(s.MadeAt), s.Sample,
		doc.Title{Kind: "PHIẾU KIỂM CHỨNG"},
		facts,
		doc.Code{Text: s.Link, Alt: "Mã QR của phiếu kiểm chứng " + s.Code},
		doc.Centered(doc.Run{Text: "Mã phiếu: " + s.Code, Bold: true}),
		doc.Para{Align: doc.Justify, NoIndent: true, Runs: []doc.Run{{Text: s.how(), Italic: true}}})
}

func (s Sheet) how() string {
	where := "Gõ mã phiếu vào trang Kiểm chứng văn bản của chương trình"
	if s.Address != "" {
		where = "Quét mã QR, hoặc gõ mã phiếu tại " + s.Address
	}
	return strings.Join([]string{where + "; hoặc không cần mạng: thidua verify với tệp chứng minh và bản đã ký, đối chiếu mã kiểm tra của khóa.",
		"Phiếu này để kiểm chứng, không phải văn bản hành chính và không thay văn bản đã ký."}, " ")
}

// place counts from 1, as people do.
func place(seq int64) string { return fmt.Sprint(seq + 1) }

func moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return ", lúc " + vi.DateTime(at)
}
