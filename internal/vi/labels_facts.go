package vi

import "thidua"

// factLabels say what is missing, so that they can stand after "Chưa gửi được: " and be joined in one sentence.
var factLabels = map[thidua.Fact]string{
	thidua.NothingOpen: "còn nội dung của kế hoạch chưa kiểm tra",
	thidua.RoundsEnded: "còn năm thi đua hoặc đợt tổng kết chưa kết thúc",
	thidua.OfMovement:  "đây là kế hoạch cải cách hành chính năm, chỉ tạo nhiệm vụ",
	thidua.OfReform:    "kế hoạch không có bảng nhiệm vụ cải cách hành chính",

	thidua.Complete:    "nội dung chưa ghi đủ",
	thidua.OfUnit:      "đây không phải đăng ký của đơn vị",
	thidua.OfPerson:    "đây không phải đăng ký của cá nhân",
	thidua.NotOwnCase:  "không ai tự duyệt, tự rà soát trường hợp của mình",
	thidua.ReviewerOwn: "việc này do người rà soát khác của Văn phòng thực hiện",
	thidua.NobodyAbove: "người duyệt có tài khoản, tự duyệt trong chương trình",
	thidua.WindowOpen:  "năm này không nhận đăng ký",
	thidua.SignedSheet: "chưa có bản ký của người được nhập thay",
	thidua.NoAccount:   "chỉ nhập thay cho người không có tài khoản",
	thidua.OpinionGood: "chưa ghi nhận ý kiến đồng ý của lãnh đạo kèm bản quét",
	thidua.LetterNamed: "chưa ghi số, ngày của văn bản gửi",

	thidua.EveryUnitSeen: "còn đơn vị chưa ghi kết quả kiểm tra",

	thidua.SelfWhole:    "chưa tự chấm đủ các dòng",
	thidua.ReviewWhole:  "chưa chấm đủ các dòng hoặc chưa ghi lý do chênh lệch",
	thidua.MayReview:    "phiếu của một đơn vị do người của đơn vị khác chấm",
	thidua.ScaleAgreed:  "thang điểm chưa được Hội đồng thông qua",
	thidua.RoundUnended: "năm này đã kết thúc",
	thidua.AllClosed:    "còn phiếu chấm chưa chốt",

	thidua.QuorumThere:   "chưa đủ số thành viên dự họp",
	thidua.HasNominees:   "chưa có trường hợp nào được đưa ra Hội đồng",
	thidua.VotesWhole:    "chưa ghi đủ kết quả biểu quyết hoặc hai lần kiểm phiếu chưa khớp",
	thidua.MinutesSigned: "chưa ghi nhận biên bản đã ký",
	thidua.PlaceAndTime:  "chưa ghi thời gian, địa điểm họp",

	thidua.FindingsWhole: "còn tiêu chuẩn chưa được xét hoặc chưa ghi lý do",
	thidua.NothingUnmet:  "còn tiêu chuẩn chưa đạt",
	thidua.WithinQuota:   "đã đủ số lượng được đề nghị",
	thidua.HeldProposed:  "trường hợp được tạm dừng ở bước khác",
	thidua.HeldBefore:    "trường hợp được tạm dừng ở bước khác",
	thidua.HeldPassed:    "trường hợp được tạm dừng ở bước khác",
	thidua.HeldInDossier: "trường hợp được tạm dừng ở bước khác",

	thidua.NumberAndDay:  "chưa ghi số, ngày văn bản",
	thidua.SignedCopy:    "chưa tải bản đã ký",
	thidua.Confirmed:     "chưa có xác nhận của cấp trình",
	thidua.WordsComplete: "còn phần lời văn chưa viết",
	thidua.NotRefused:    "lãnh đạo không đồng ý: trả lại dự thảo, sửa rồi trình lại",
	thidua.Unsigned:      "văn bản đã có bản ký, không soạn lại",
	thidua.SigningOn:     "cơ quan chưa bật ký số trong chương trình",
	thidua.PaperDrafted:  "văn bản đã trình ký, không sửa lời văn",
	thidua.WordsToTake:   "tệp không có phần lời văn nào nhận vào chương trình được",
	thidua.ScanThere:     "chưa tải bản quét ý kiến của lãnh đạo",

	thidua.PartsWhole:    "hồ sơ chưa đủ thành phần hoặc chưa có bản đã ký",
	thidua.NamesAgree:    "tên trong văn bản khác danh sách đề nghị",
	thidua.InQuota:       "số đề nghị vượt số lượng được phép",
	thidua.ListRecorded:  "còn trường hợp chưa ghi kết quả",
	thidua.ListWhole:     "chưa chọn trường hợp nào",
	thidua.DecisionNamed: "chưa ghi số, ngày hoặc chưa tải bản quét quyết định",

	thidua.PersonGone:    "người bàn giao còn công tác: tự bàn giao, hoặc lãnh đạo đơn vị bàn giao thay",
	thidua.ReceiverThere: "chưa chọn người nhận bàn giao",
	thidua.MeetingHeld:   "chưa ghi số, ngày, kết luận của phiên họp Hội đồng sáng kiến",
	thidua.ConsentGiven:  "chưa có sự đồng ý của người được nêu gương",
}
