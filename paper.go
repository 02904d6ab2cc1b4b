package thidua

import "time"

// PaperKind is a kind of official paper (văn bản) that the program writes.
type PaperKind string

// The papers of a season.
const (
	PaperProposal     PaperKind = "proposal"      // Tờ trình
	PaperMinutes      PaperKind = "minutes"       // Biên bản họp xét
	PaperReport       PaperKind = "report"        // Báo cáo thành tích
	PaperRegistration PaperKind = "registrations" // Danh sách đăng ký thi đua
	PaperOther        PaperKind = "other"         // a part of the dossier that is written elsewhere
)

// The papers around a season; what each is made of is a row of the table of forms.
const (
	PaperInvitation  PaperKind = "invitation"     // Giấy mời
	PaperProgramme   PaperKind = "programme"      // Chương trình
	PaperScript      PaperKind = "script"         // Kịch bản điều hành
	PaperBallotForm  PaperKind = "ballot"         // Phiếu bầu
	PaperCounting    PaperKind = "counting"       // Biên bản kiểm phiếu
	PaperPledge      PaperKind = "pledge"         // Giao ước thi đua
	PaperHalfYear    PaperKind = "half-year"      // Báo cáo sơ kết 6 tháng
	PaperYearReview  PaperKind = "year-review"    // Báo cáo sơ kết năm
	PaperFinalReview PaperKind = "final-review"   // Báo cáo tổng kết
	PaperRoster      PaperKind = "roster"         // Danh sách trích ngang
	PaperMerits      PaperKind = "merits"         // Tóm tắt thành tích
	PaperLetter      PaperKind = "letter"         // Công văn gửi hồ sơ
	PaperFigures     PaperKind = "figures-letter" // Công văn kèm phụ lục số liệu
	PaperDecision    PaperKind = "decision"       // Quyết định khen thưởng
	PaperNotice      PaperKind = "notice"         // Thông báo kết quả
	PaperPrizes      PaperKind = "prizes"         // Danh sách nhận thưởng
	PaperIndex       PaperKind = "archive-index"  // Mục lục hồ sơ lưu
	PaperUnitMerit   PaperKind = "unit-merit"     // Báo cáo thành tích tập thể (công trạng)
	PaperPersonMerit PaperKind = "person-merit"   // Báo cáo thành tích cá nhân (công trạng)
)

// Report tells whether a kind of paper is a report of achievements (báo cáo thành tích), which needs Xác nhận của cấp trình.
func (k PaperKind) Report() bool {
	return k == PaperReport || k == PaperUnitMerit || k == PaperPersonMerit
}

// Deeds on papers of the table of forms, and on an agency's own words for them (lời văn của mẫu).
const (
	MakePaper   Action = "lap-van-ban"
	SaveWording Action = "sua-loi-van-mau"
)

// Deeds by which what the log says reaches others: a proof sheet (phiếu kiểm chứng) for a paper or dossier, a checkpoint mailed to its keepers,
// the hashes of the whole log.
const (
	MakeProofSheet Action = "lap-phieu-kiem-chung"
	AnchorMailed   Action = "gui-diem-chot"
	ProofExported  Action = "xuat-bang-chung"
)

// OwnWords is what an agency says in the place of a part of a form from a day on; empty words give the part back to the form.
type OwnWords struct {
	Form string
	Part string
	From Date
	Text string
	By   string // name of who wrote it
	At   time.Time
}

// States of a paper: digital signing and own numbering are options, so that the agency's document system stays its master.
const (
	PaperDraft    State = "paper.draft"    // Dự thảo
	PaperInSign   State = "paper.in-sign"  // Đã trình ký
	PaperIssued   State = "paper.issued"   // Đã ban hành (số, ngày, bản đã ký)
	PaperRecalled State = "paper.recalled" // Thu hồi
)

// Actions on a paper.
const (
	SubmitForSign Action = "trinh-ky"
	ReturnPaper   Action = "tra-lai"
	RecordIssued  Action = "ghi-nhan-ban-hanh"
	RecallPaper   Action = "thu-hoi-van-ban"
	RewritePaper  Action = "sua-loi-van"
	ReceiveEdit   Action = "nhap-ban-sua" // an edited DOCX comes back
	SignPaper     Action = "ky-so"        // ký số trong chương trình, where the agency turned it on
)

// Facts of a paper.
const (
	NumberAndDay  Fact = "number-and-day" // number and date are recorded; minutes of the council may have no number
	SignedCopy    Fact = "signed-copy"    // the signed copy is uploaded
	Confirmed     Fact = "confirmed"      // Xác nhận của cấp trình stands on the report
	WordsComplete Fact = "words-complete" // every part that a person must write is written
	NotRefused    Fact = "not-refused"    // the leader has not said no on the last Phiếu trình of the paper
	Unsigned      Fact = "unsigned"       // no signed copy is kept: nothing that is signed is made anew
	SigningOn     Fact = "signing-on"     // the agency signs in the program (ký số trong chương trình)
)

// PaperFlow is decision 2 of the product: Dự thảo → Đã trình ký → Đã ban hành. The rules of the secretary are for the papers of a session.
var PaperFlow = Machine{Name: "paper", Start: PaperDraft, Ends: []State{PaperRecalled}, Rules: []Rule{
	{From: PaperDraft, Do: RewritePaper, To: PaperDraft, By: RoleOffice},
	{From: PaperDraft, Do: RewritePaper, To: PaperDraft, By: RoleHead},
	{From: PaperDraft, Do: RewritePaper, To: PaperDraft, By: RoleStaff},
	{From: PaperDraft, Do: SubmitForSign, To: PaperInSign, By: RoleOffice, Needs: []Fact{WordsComplete}},
	{From: PaperInSign, Do: ReturnPaper, To: PaperDraft, By: RoleOffice, Reason: true},
	{From: PaperInSign, Do: RecordIssued, To: PaperIssued, By: RoleOffice, Needs: []Fact{NumberAndDay, SignedCopy, Confirmed, NotRefused}},
	{From: PaperInSign, Do: RecordIssued, To: PaperIssued, By: RoleClerk, Needs: []Fact{NumberAndDay, SignedCopy, Confirmed, NotRefused}},
	{From: PaperIssued, Do: RecallPaper, To: PaperRecalled, By: RoleOffice, Reason: true},
	{From: PaperDraft, Do: RewritePaper, To: PaperDraft, By: RoleSecretary},
	{From: PaperDraft, Do: SubmitForSign, To: PaperInSign, By: RoleSecretary, Needs: []Fact{WordsComplete}},
	{From: PaperInSign, Do: ReturnPaper, To: PaperDraft, By: RoleSecretary, Reason: true},
	{From: PaperInSign, Do: RecordIssued, To: PaperIssued, By: RoleSecretary, Needs: []Fact{NumberAndDay, SignedCopy, Confirmed}},
	{From: PaperDraft, Do: ReceiveEdit, To: PaperDraft, By: RoleOffice},
	{From: PaperDraft, Do: ReceiveEdit, To: PaperDraft, By: RoleHead},
	{From: PaperDraft, Do: ReceiveEdit, To: PaperDraft, By: RoleStaff},
	{From: PaperDraft, Do: ReceiveEdit, To: PaperDraft, By: RoleSecretary},
	{From: PaperInSign, Do: ReceiveEdit, To: PaperInSign, By: RoleOffice, Needs: []Fact{Unsigned}},
	{From: PaperInSign, Do: ReceiveEdit, To: PaperInSign, By: RoleSecretary, Needs: []Fact{Unsigned}},
	{From: PaperInSign, Do: SignPaper, To: PaperInSign, By: RoleLeader, Needs: []Fact{SigningOn}},
	{From: PaperInSign, Do: SignPaper, To: PaperInSign, By: RoleOffice, Needs: []Fact{SigningOn}},
	{From: PaperInSign, Do: SignPaper, To: PaperInSign, By: RoleClerk, Needs: []Fact{SigningOn}},
	{From: PaperInSign, Do: SignPaper, To: PaperInSign, By: RoleSecretary, Needs: []Fact{SigningOn}},
	{From: PaperInSign, Do: SignPaper, To: PaperInSign, By: RoleHead, Needs: []Fact{SigningOn}},
	{From: PaperInSign, Do: SignPaper, To: PaperInSign, By: RoleStaff, Needs: []Fact{SigningOn}},
}}

// States of an edited DOCX (bản sửa trên Word) that came back.
const (
	EditWaiting State = "edit.waiting" // Chờ chọn bản phát hành
	EditKept    State = "edit.kept"    // Lưu để đối chiếu: the program's own edition is issued
	EditTaken   State = "edit.taken"   // Đã nhận lời văn: the program writes its words
	EditUsed    State = "edit.used"    // Dùng làm bản phát hành: the file itself is signed
)

// Actions on an edited DOCX: Văn phòng decides which edition is issued.
const (
	KeepOwn   Action = "dung-ban-chuong-trinh"
	TakeWords Action = "nhan-loi-van"
	UseEdit   Action = "dung-ban-sua"
)

// Facts of an edited DOCX.
const (
	PaperDrafted Fact = "paper-drafted" // its paper is a draft, whose words may be written
	WordsToTake  Fact = "words-to-take" // it says words of a part that a person may write
)

// EditFlow decides what becomes of an edited DOCX. The rules of the secretary are for the minutes.
var EditFlow = Machine{Name: "edit", Start: EditWaiting, Ends: []State{EditKept, EditTaken}, Rules: []Rule{
	{From: EditWaiting, Do: KeepOwn, To: EditKept, By: RoleOffice},
	{From: EditWaiting, Do: KeepOwn, To: EditKept, By: RoleSecretary},
	{From: EditWaiting, Do: TakeWords, To: EditTaken, By: RoleOffice, Needs: []Fact{PaperDrafted, WordsToTake}},
	{From: EditWaiting, Do: TakeWords, To: EditTaken, By: RoleHead, Needs: []Fact{PaperDrafted, WordsToTake}},
	{From: EditWaiting, Do: TakeWords, To: EditTaken, By: RoleStaff, Needs: []Fact{PaperDrafted, WordsToTake}},
	{From: EditWaiting, Do: UseEdit, To: EditUsed, By: RoleOffice, Needs: []Fact{Unsigned}},
	{From: EditWaiting, Do: UseEdit, To: EditUsed, By: RoleSecretary, Needs: []Fact{Unsigned}},
	{From: EditUsed, Do: KeepOwn, To: EditKept, By: RoleOffice, Needs: []Fact{Unsigned}},
	{From: EditUsed, Do: KeepOwn, To: EditKept, By: RoleSecretary, Needs: []Fact{Unsigned}},
}}

// PaperFileKind is what a file of a paper is, beside the signed copy that it was issued with.
type PaperFileKind string

// The files of a paper.
const (
	FileEdited PaperFileKind = "edited" // bản sửa trên Word
	FileSigned PaperFileKind = "signed" // bản ký số trong chương trình, one for each signature
)

// PaperFile is a file that came to a paper: it is kept byte for byte, whatever is decided about it.
type PaperFile struct {
	ID      string
	Paper   string
	Kind    PaperFileKind
	State   State // of an edited DOCX
	Edition int   // bản with which it was compared; once it is used, the bản that it is
	File    FileRef
	Sum     string // SHA-256, hexadecimal
	Differs int    // figures that are not those of the data, when it was decided on
	Reason  string // why they may differ
	ByName  string
	At      time.Time
}

// InUse tells whether the file is what is signed and issued of a paper: a later edition takes its place.
func (f PaperFile) InUse(p Paper) bool {
	return f.Kind == FileEdited && f.State == EditUsed && f.Edition == p.Edition
}

// The faults of edited and signed files.
const (
	CodeEditKind     Code = "edit.kind"
	CodeEditUnread   Code = "edit.unread"
	CodeEditLong     Code = "edit.long"
	CodeEditFigures  Code = "edit.figures"
	CodeEditPDF      Code = "edit.no-pdf"
	CodeSignedBroken Code = "paper.signed-broken"
)

// Paper is one official paper with its path; its figures come from the data, its words may be edited while it is a draft.
type Paper struct {
	ID        string
	Round     string
	Dossier   string
	Session   string // for minutes and the other papers of a session
	Nominee   string // for a report
	Kind      PaperKind
	State     State
	Title     string
	Words     map[string]string // part of the form → words written by a person
	Figures   []byte            // what the data said when this edition was made, as the input of its form in JSON
	Edition   int               // bản 1, 2, 3 of the draft
	Number    string            // số, ký hiệu as recorded
	IssuedOn  Date
	Signed    FileRef
	Confirmed Date // Xác nhận của cấp trình, reports only
	Author    string
	Version   int64
}

// WordsOn sorts an agency's own words by form and part as they stand on a day: the latest that begin then or before; words that were given
// back are left out. All come with the latest day of a part first.
func WordsOn(all []OwnWords, on Date) map[string]map[string]string {
	out, seen := map[string]map[string]string{}, map[[2]string]bool{}
	for _, w := range all {
		key := [2]string{w.Form, w.Part}
		if w.From > on || seen[key] {
			continue
		}
		seen[key] = true
		if w.Text == "" {
			continue
		}
		if out[w.Form] == nil {
			out[w.Form] = map[string]string{}
		}
		out[w.Form][w.Part] = w.Text
	}
	return out
}

// States of a cover slip (Phiếu trình) and what the leader said.
const (
	SlipWaiting State = "slip.waiting" // Chờ ý kiến
	SlipAgreed  State = "slip.agreed"  // Đồng ý
	SlipAmended State = "slip.amended" // Đồng ý, có chỉnh sửa
	SlipRefused State = "slip.refused" // Không đồng ý
)

// Actions on a cover slip: the leader says it in the program, or Văn phòng records it "ghi thay".
const (
	Agree        Action = "dong-y"
	AgreeAmended Action = "dong-y-chinh-sua"
	Disagree     Action = "khong-dong-y"
)

// ScanThere is true when the scan with the leader's signature is uploaded.
const ScanThere Fact = "scan-there"

// CoverSlipFlow takes a paper or a list to the leader, who needs no account.
var CoverSlipFlow = Machine{Name: "cover-slip", Start: SlipWaiting, Ends: []State{SlipAgreed, SlipAmended, SlipRefused}, Rules: []Rule{
	{From: SlipWaiting, Do: Agree, To: SlipAgreed, By: RoleLeader},
	{From: SlipWaiting, Do: AgreeAmended, To: SlipAmended, By: RoleLeader, Reason: true},
	{From: SlipWaiting, Do: Disagree, To: SlipRefused, By: RoleLeader, Reason: true},
	{From: SlipWaiting, Do: Agree, To: SlipAgreed, By: RoleOffice, Needs: []Fact{ScanThere}},
	{From: SlipWaiting, Do: AgreeAmended, To: SlipAmended, By: RoleOffice, Needs: []Fact{ScanThere}, Reason: true},
	{From: SlipWaiting, Do: Disagree, To: SlipRefused, By: RoleOffice, Needs: []Fact{ScanThere}, Reason: true},
}}

// SlipSubject is what a cover slip takes to the leader.
type SlipSubject string

// The subjects of cover slips.
const (
	SlipRegistrations SlipSubject = "registrations" // the list of registrations of a round
	SlipPaper         SlipSubject = "paper"         // a paper of the dossier
	SlipRanking       SlipSubject = "ranking"       // publishing the ranks of units
	SlipHonour        SlipSubject = "honour"        // publishing the roll of honour
)

// OpinionForm is how the leader gave the opinion.
type OpinionForm string

// The forms of an opinion.
const (
	OpinionOnSlip    OpinionForm = "slip"    // bút phê trên Phiếu trình
	OpinionInSystem  OpinionForm = "system"  // ký trên QLVB
	OpinionAtMeeting OpinionForm = "meeting" // ý kiến tại cuộc họp
	OpinionHere      OpinionForm = "here"    // in the program
)

// CoverSlip is one Phiếu trình with the leader's opinion (ý kiến chỉ đạo).
type CoverSlip struct {
	ID         string
	Round      string
	About      SlipSubject
	Object     string // id of the paper, or of the round
	State      State
	Proposal   string // ý kiến Văn phòng
	Leader     string // person who gave the opinion
	LeaderName string
	LeaderPost string
	Form       OpinionForm
	On         Date
	Words      string
	Scan       FileRef
	OnBehalf   string // person who recorded it for the leader ("ghi thay"); empty when the leader acted himself
	BehalfName string
	MadeAt     time.Time
	Version    int64
}

// Law is a document of law that a paper may rest on, with the days between which it is in force (văn bản quy phạm pháp luật).
type Law struct {
	Name     string // as a base cites it: kind, number, date, issuer, abstract
	From, To Date   // first and last day in force; To is empty while it is in force
	Source   string // where the days were read: article, or section of a plan
	Verified bool   // false: shown as "cần kiểm chứng", and a check on it only warns
}

// InForce tells whether the law holds on a day.
func (l Law) InForce(d Date) bool { return l.From <= d && (l.To == "" || d <= l.To) }

// LawsOn gives the laws in force on a day, in the order of the table.
func LawsOn(laws []Law, on Date) []Law {
	var out []Law
	for _, l := range laws {
		if l.InForce(on) {
			out = append(out, l)
		}
	}
	return out
}
