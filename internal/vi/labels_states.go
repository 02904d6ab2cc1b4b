package vi

import "thidua"

// stateLabels are the exact words of the states; a state that carries a number and a day shows them beside these words.
var stateLabels = map[thidua.State]string{
	thidua.MovementPlanned:  "Đang lập kế hoạch",
	thidua.MovementLaunched: "Đã phát động",
	thidua.MovementRunning:  "Đang thực hiện",
	thidua.MovementSumming:  "Đang tổng kết",
	thidua.MovementEnded:    "Đã kết thúc",

	thidua.EditionDraft:   "Dự thảo",
	thidua.EditionInForce: "Đang áp dụng",
	thidua.EditionEnded:   "Hết áp dụng",

	thidua.PlanOpen:    "Đang đối chiếu",
	thidua.PlanApplied: "Đã đưa vào thực hiện",
	thidua.PlanDropped: "Đã bỏ",

	thidua.RoundWaiting:     "Chưa nhận đăng ký",
	thidua.RoundRegistering: "Đang nhận đăng ký",
	thidua.RoundRunning:     "Đang thực hiện",
	thidua.RoundJudging:     "Đang xét",
	thidua.RoundEnded:       "Đã kết thúc",

	thidua.ReformOpen:      "Đang thực hiện",
	thidua.ReformDone:      "Đã hoàn thành",
	thidua.ReformWithdrawn: "Đã rút",

	thidua.InspectionPlanned:      "Đã lên kế hoạch",
	thidua.InspectionOpen:         "Đang kiểm tra",
	thidua.InspectionEnded:        "Đã kết thúc kiểm tra",
	thidua.RecommendationOpen:     "Chờ thực hiện",
	thidua.RecommendationAnswered: "Đơn vị đã báo cáo",
	thidua.RecommendationDone:     "Đã thực hiện xong",

	thidua.RegistrationNone:      "Chưa lập",
	thidua.RegistrationDraft:     "Nháp",
	thidua.RegistrationSent:      "Đã gửi",
	thidua.RegistrationHeadOK:    "Trưởng phòng duyệt",
	thidua.RegistrationReviewed:  "Văn phòng đã rà soát",
	thidua.RegistrationReturned:  "Cần bổ sung",
	thidua.RegistrationApproved:  "Lãnh đạo phê duyệt",
	thidua.RegistrationSentUp:    "Đã gửi Sở Nội vụ",
	thidua.RegistrationConfirmed: "Sở Nội vụ xác nhận",
	thidua.RegistrationWithdrawn: "Đã rút",

	thidua.TargetOnTrack: "Đúng tiến độ",
	thidua.TargetSlow:    "Chậm",
	thidua.TargetOverdue: "Quá hạn",
	thidua.TargetReached: "Hoàn thành",
	thidua.TargetMissed:  "Không hoàn thành",

	thidua.EvidenceNew:      "Chưa kiểm",
	thidua.EvidenceChecked:  "Đã kiểm",
	thidua.EvidenceReturned: "Cần bổ sung",

	thidua.SheetDraft:     "Nháp",
	thidua.SheetSent:      "Đã gửi",
	thidua.SheetReviewing: "Văn phòng đang chấm",
	thidua.SheetExplain:   "Cần giải trình",
	thidua.SheetClosed:    "Đã chốt",
	thidua.SheetPublished: "Đã công bố",

	thidua.SessionPlanned:   "Dự kiến",
	thidua.SessionCalled:    "Đã triệu tập",
	thidua.SessionOpen:      "Đang họp",
	thidua.SessionWriting:   "Lấy ý kiến bằng văn bản",
	thidua.SessionVoting:    "Đang biểu quyết",
	thidua.SessionConcluded: "Đã kết luận",
	thidua.SessionSigned:    "Đã ký biên bản",
	thidua.SessionPostponed: "Hoãn",

	thidua.NomineeProposed:  "Đề nghị",
	thidua.NomineeBefore:    "Đưa ra Hội đồng",
	thidua.NomineePassed:    "Hội đồng thông qua",
	thidua.NomineeFailed:    "Hội đồng không thông qua",
	thidua.NomineeInDossier: "Trong hồ sơ trình",
	thidua.NomineeAwarded:   "Được khen thưởng",
	thidua.NomineeNot:       "Không khen thưởng",
	thidua.NomineePresented: "Đã trao tặng",
	thidua.NomineeHeld:      "Tạm dừng",
	thidua.NomineeWithdrawn: "Đã rút",
	thidua.NomineeRevoked:   "Thu hồi",

	thidua.EditWaiting: "Chờ chọn bản phát hành",
	thidua.EditKept:    "Lưu để đối chiếu",
	thidua.EditTaken:   "Đã nhận lời văn",
	thidua.EditUsed:    "Dùng làm bản phát hành",

	thidua.PaperDraft:    "Dự thảo",
	thidua.PaperInSign:   "Đã trình ký",
	thidua.PaperIssued:   "Đã ban hành",
	thidua.PaperRecalled: "Thu hồi",

	thidua.SlipWaiting: "Chờ ý kiến",
	thidua.SlipAgreed:  "Đồng ý",
	thidua.SlipAmended: "Đồng ý, có chỉnh sửa",
	thidua.SlipRefused: "Không đồng ý",

	thidua.DossierDraft:     "Đang lập",
	thidua.DossierWhole:     "Đủ hồ sơ",
	thidua.DossierSent:      "Đã gửi Sở Nội vụ",
	thidua.DossierReturned:  "Cần bổ sung",
	thidua.DossierDecided:   "Có quyết định",
	thidua.DossierNot:       "Không khen thưởng",
	thidua.DossierPresented: "Đã trao tặng",
	thidua.DossierArchived:  "Đã lưu",
	thidua.DossierWithdrawn: "Đã rút",

	thidua.SubmissionSent:     "Đã gửi",
	thidua.SubmissionReceived: "Sở Nội vụ đã tiếp nhận",
	thidua.SubmissionReturned: "Trả lại bổ sung",
	thidua.SubmissionAppraise: "Đang thẩm định",
	thidua.SubmissionRaised:   "Đã trình Chủ tịch UBND tỉnh",
	thidua.SubmissionResult:   "Có kết quả",
}
