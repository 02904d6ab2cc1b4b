package form

import "thidua"

// The headings under which the list of forms has them, in the order of a season.
const (
	GroupLaunch  = "Phát động, đăng ký, theo dõi"
	GroupSession = "Phiên họp Hội đồng"
	GroupDossier = "Hồ sơ đề nghị khen thưởng"
	GroupResult  = "Kết quả, trao thưởng, lưu hồ sơ"
	GroupWhole   = "Tổng kết phong trào"
)

// Groups are the headings in their order.
var Groups = []string{GroupLaunch, GroupSession, GroupDossier, GroupResult, GroupWhole}

var (
	byOffice  = []thidua.Role{thidua.RoleOffice}
	byCouncil = []thidua.Role{thidua.RoleSecretary, thidua.RoleOffice}
	byAuthor  = []thidua.Role{thidua.RoleOffice, thidua.RoleHead, thidua.RoleStaff}
)

// Kinds are all forms that can be made of the data, in the order of a season. A new form is one row here and a file with its input, its filling
// and its fields; its words are rows of wording.tsv.
var Kinds = []Kind{
	of(Kind{Kind: thidua.PaperPledge, Name: "giao-uoc-thi-dua", Title: "Giao ước thi đua", About: "Các đơn vị ký kết từ chỉ tiêu đã đăng ký.", Stage: AtRound, Group: GroupLaunch,
		Who: byOffice, Awaits: needsRegistrations}, func(p *Pledge) *Head { return &p.Head }, fillPledge, pledgeFields),
	of(Kind{Kind: thidua.PaperHalfYear, Name: "bao-cao-so-ket", Title: "Báo cáo sơ kết 6 tháng", About: "Số liệu theo tiêu chí đến ngày lập.", Stage: AtRound, Group: GroupLaunch,
		Who: byOffice, Numbered: true, Awaits: needsRegistrations}, func(p *Review) *Head { return &p.Head }, fillReview(true), reviewFields),
	of(Kind{Kind: thidua.PaperYearReview, Name: "bao-cao-so-ket", Title: "Báo cáo sơ kết năm", About: "Kết quả cả năm theo từng tiêu chí.", Stage: AtRound, Group: GroupLaunch,
		Who: byOffice, Numbered: true, Awaits: needsRegistrations}, func(p *Review) *Head { return &p.Head }, fillReview(false), reviewFields),
	of(Kind{Kind: thidua.PaperFigures, Name: "cong-van", Title: "Công văn kèm phụ lục số liệu", About: "Phụ lục I theo tiêu chí, Phụ lục II theo đơn vị.", Stage: AtRound, Group: GroupLaunch,
		Who: byOffice, Numbered: true, Awaits: needsRegistrations}, func(p *FigureLetter) *Head { return &p.Head }, fillFigures, figuresFields),

	of(Kind{Kind: thidua.PaperInvitation, Name: "giay-moi", Title: "Giấy mời họp", About: "Thời gian, địa điểm, người chủ trì lấy từ phiên họp.", Stage: AtSession, Group: GroupSession,
		Who: byCouncil, Numbered: true}, func(p *Invitation) *Head { return &p.Head }, fillInvitation, invitationFields),
	of(Kind{Kind: thidua.PaperProgramme, Name: "chuong-trinh", Title: "Chương trình họp", About: "Gửi kèm giấy mời.", Stage: AtSession, Group: GroupSession, Who: byCouncil},
		func(p *Programme) *Head { return &p.Head }, fillProgramme(false), programmeFields),
	of(Kind{Kind: thidua.PaperScript, Name: "kich-ban-dieu-hanh", Title: "Kịch bản điều hành", About: "Lời dẫn cho người chủ trì và thư ký.", Stage: AtSession, Group: GroupSession, Who: byCouncil},
		func(p *Programme) *Head { return &p.Head }, fillProgramme(true), programmeFields),
	of(Kind{Kind: thidua.PaperBallotForm, Name: "phieu-bau", Title: "Phiếu bầu", About: "Đủ các trường hợp đưa ra Hội đồng; không ghi tên người bỏ phiếu.", Stage: AtSession, Group: GroupSession,
		Who: byCouncil, Dated: true, Awaits: needsCases}, func(p *Ballot) *Head { return &p.Head }, fillBallot, ballotFields),
	of(Kind{Kind: thidua.PaperCounting, Name: "bien-ban-kiem-phieu", Title: "Biên bản kiểm phiếu", About: "Số phiếu lấy từ kết quả kiểm phiếu đã nhập.", Stage: AtSession, Group: GroupSession,
		Who: byCouncil, Dated: true, Awaits: needsCounts}, func(p *CountingMinutes) *Head { return &p.Head }, fillCounting, countingFields),

	of(Kind{Kind: thidua.PaperUnitMerit, Name: "bao-cao-cong-trang-tap-the", Title: "Báo cáo thành tích tập thể (công trạng)", About: meritAbout, Stage: AtNominee, Group: GroupDossier,
		Who: byAuthor, Awaits: needsCandidate}, func(p *MeritReport) *Head { return &p.Head }, fillMerit, meritFields),
	of(Kind{Kind: thidua.PaperPersonMerit, Name: "bao-cao-cong-trang-ca-nhan", Title: "Báo cáo thành tích cá nhân (công trạng)", About: meritAbout, Stage: AtNominee, Group: GroupDossier,
		Who: byAuthor, Awaits: needsCandidate}, func(p *MeritReport) *Head { return &p.Head }, fillMerit, meritFields),
	of(Kind{Kind: thidua.PaperRoster, Name: "danh-sach-trich-ngang", Title: "Danh sách trích ngang", About: "Kèm theo Tờ trình.", Stage: AtRound, Group: GroupDossier, Who: byOffice, Awaits: needsPassed},
		func(p *Roster) *Head { return &p.Head }, fillRoster, rosterFields),
	of(Kind{Kind: thidua.PaperMerits, Name: "tom-tat-thanh-tich", Title: "Tóm tắt thành tích", About: "Mỗi tập thể, cá nhân không quá mười dòng.", Stage: AtRound, Group: GroupDossier,
		Who: byOffice, Awaits: needsPassed}, func(p *MeritSummary) *Head { return &p.Head }, fillMerits, meritsFields),
	of(Kind{Kind: thidua.PaperLetter, Name: "cong-van", Title: "Công văn gửi Sở Nội vụ", About: "Gửi hồ sơ đề nghị khen thưởng.", Stage: AtRound, Group: GroupDossier, Who: byOffice,
		Numbered: true, Awaits: needsPassed}, func(p *Letter) *Head { return &p.Head }, fillLetter, letterFields),

	of(Kind{Kind: thidua.PaperDecision, Name: "quyet-dinh-khen-thuong", Title: "Quyết định khen thưởng", About: "Chỉ dùng khi thủ trưởng cơ quan quyết định khen.", Stage: AtRound, Group: GroupResult,
		Who: byOffice, Numbered: true, Apart: noOwnAward, Awaits: needsOwnAward}, func(p *Decision) *Head { return &p.Head }, fillDecision, decisionFields),
	of(Kind{Kind: thidua.PaperNotice, Name: "thong-bao-ket-qua", Title: "Thông báo kết quả", About: "Được khen, chưa được khen và lý do.", Stage: AtRound, Group: GroupResult, Who: byOffice,
		Numbered: true, Awaits: needsDecision}, func(p *Notice) *Head { return &p.Head }, fillNotice, noticeFields),
	of(Kind{Kind: thidua.PaperPrizes, Name: "danh-sach-nhan-thuong", Title: "Danh sách nhận thưởng", About: "Ký nhận tiền thưởng, hiện vật.", Stage: AtRound, Group: GroupResult, Who: byOffice,
		Awaits: needsDecision}, func(p *PrizeList) *Head { return &p.Head }, fillPrizes, prizesFields),
	of(Kind{Kind: thidua.PaperIndex, Name: "muc-luc-ho-so-luu", Title: "Mục lục hồ sơ lưu", About: "Văn bản đã ban hành, lần gửi và quyết định, theo ngày.", Stage: AtRound, Group: GroupResult,
		Who: byOffice, Awaits: needsPapers}, func(p *ArchiveIndex) *Head { return &p.Head }, fillIndex, indexFields),

	of(Kind{Kind: thidua.PaperFinalReview, Name: "bao-cao-tong-ket", Title: "Báo cáo tổng kết phong trào", About: "Số liệu các năm của cả giai đoạn.", Stage: AtMovement, Group: GroupWhole,
		Who: byOffice, Numbered: true}, func(p *Review) *Head { return &p.Head }, fillFinal, reviewFields),
}

const meritAbout = "Chỉ cho khen thưởng công trạng."
