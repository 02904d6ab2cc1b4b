package vi

import "thidua"

// wording is an act in its two forms: on a button, and as the log tells it after the name of who did it.
type wording struct{ button, done string }

var actionLabels = merged(seasonActions, planActions, reformActions, resultActions, registrationActions, judgingActions, dossierActions, paperActions, organisationActions)

var seasonActions = map[thidua.Action]wording{
	thidua.Launch:           {"Phát động", "đã ghi nhận phát động phong trào"},
	thidua.BeginWork:        {"Bắt đầu thực hiện", "đã chuyển phong trào sang thực hiện"},
	thidua.BeginSumming:     {"Bắt đầu tổng kết", "đã chuyển phong trào sang tổng kết"},
	thidua.EndMovement:      {"Kết thúc phong trào", "đã kết thúc phong trào"},
	thidua.PutInForce:       {"Áp dụng phiên bản", "đã áp dụng phiên bản kế hoạch"},
	thidua.EndEdition:       {"Ngừng áp dụng", "đã ngừng áp dụng phiên bản kế hoạch"},
	thidua.OpenRegistration: {"Mở đăng ký", "đã mở đăng ký"},
	thidua.CloseRegister:    {"Đóng đăng ký", "đã đóng đăng ký"},
	thidua.BeginJudging:     {"Bắt đầu xét", "đã chuyển năm sang giai đoạn xét"},
	thidua.EndRound:         {"Kết thúc năm", "đã kết thúc và khóa năm"},
}

var registrationActions = map[thidua.Action]wording{
	thidua.Send:            {"Gửi", "đã gửi"},
	thidua.HeadApprove:     {"Duyệt", "đã duyệt"},
	thidua.RecordHeadOK:    {"Ghi nhận ý kiến duyệt", "đã ghi nhận ý kiến duyệt của cấp trên"},
	thidua.Review:          {"Rà soát", "đã rà soát"},
	thidua.AskMore:         {"Đề nghị bổ sung", "đã đề nghị bổ sung"},
	thidua.Withdraw:        {"Rút", "đã rút"},
	thidua.Restart:         {"Lập lại đăng ký", "đã lập lại đăng ký đã rút"},
	thidua.Draft:           {"Lưu nháp", "đã lưu nháp"},
	thidua.ApproveList:     {"Phê duyệt", "đã phê duyệt"},
	thidua.RecordApproval:  {"Ghi nhận ý kiến chỉ đạo", "đã ghi nhận ý kiến phê duyệt của lãnh đạo"},
	thidua.RecordSentUp:    {"Ghi nhận đã gửi Sở Nội vụ", "đã ghi nhận việc gửi Sở Nội vụ"},
	thidua.RecordConfirmed: {"Ghi nhận xác nhận", "đã ghi nhận xác nhận của Sở Nội vụ"},
	thidua.CalledUnit:      {"Đã gọi điện", "đã gọi điện nhắc gửi đăng ký"},
	thidua.AddNote:         {"Gửi ý kiến", "đã ghi ý kiến trao đổi"},
	thidua.KeepSheet:       {"Tải bản đã ký", "đã tải bản ký của người được nhập thay"},
	thidua.MakeSlip:        {"Trình lãnh đạo phê duyệt", "đã lập Phiếu trình"},
	thidua.CheckEvidence:   {"Đã kiểm", "đã kiểm tra minh chứng"},
	thidua.MendEvidence:    {"Bổ sung minh chứng", "đã bổ sung minh chứng"},
	thidua.SelfScore:       {"Lưu tự chấm", "đã tự chấm"},
	thidua.TakeUp:          {"Nhận phiếu", "đã nhận phiếu để chấm"},
	thidua.ReviewScore:     {"Lưu điểm chấm", "đã chấm"},
	thidua.AskExplain:      {"Yêu cầu giải trình", "đã yêu cầu giải trình"},
	thidua.Explain:         {"Gửi giải trình", "đã giải trình"},
	thidua.CloseSheet:      {"Chốt điểm", "đã chốt điểm"},
	thidua.ReopenSheet:     {"Mở lại", "đã mở lại phiếu chấm"},
	thidua.PublishSheets:   {"Công bố", "đã công bố kết quả xếp hạng"},
	thidua.RecordPublish:   {"Ghi nhận công bố", "đã ghi nhận ý kiến cho công bố kết quả xếp hạng"},
}

var judgingActions = map[thidua.Action]wording{
	thidua.Summon:         {"Triệu tập", "đã triệu tập phiên họp"},
	thidua.OpenSession:    {"Khai mạc phiên họp", "đã khai mạc phiên họp"},
	thidua.AskInWriting:   {"Lấy ý kiến bằng văn bản", "đã chuyển sang lấy ý kiến bằng văn bản"},
	thidua.BeginVote:      {"Bắt đầu biểu quyết", "đã bắt đầu biểu quyết"},
	thidua.Conclude:       {"Kết luận", "đã ghi kết luận phiên họp"},
	thidua.SignMinutes:    {"Ghi nhận biên bản đã ký", "đã ghi nhận biên bản đã ký"},
	thidua.Postpone:       {"Hoãn phiên họp", "đã hoãn phiên họp"},
	thidua.PutBefore:      {"Đưa ra Hội đồng", "đã đưa ra Hội đồng"},
	thidua.RecordPassed:   {"Ghi nhận thông qua", "đã ghi nhận Hội đồng thông qua"},
	thidua.RecordFailed:   {"Ghi nhận không thông qua", "đã ghi nhận Hội đồng không thông qua"},
	thidua.TakeIn:         {"Đưa vào hồ sơ", "đã đưa vào hồ sơ trình"},
	thidua.RecordAwarded:  {"Ghi nhận được khen thưởng", "đã ghi nhận được khen thưởng"},
	thidua.RecordNot:      {"Ghi nhận không khen thưởng", "đã ghi nhận không khen thưởng"},
	thidua.RecordPresent:  {"Ghi nhận trao tặng", "đã ghi nhận trao tặng"},
	thidua.HoldNominee:    {"Tạm dừng", "đã tạm dừng trường hợp"},
	thidua.LiftHold:       {"Gỡ tạm dừng", "đã gỡ tạm dừng"},
	thidua.RevokeAward:    {"Ghi nhận thu hồi", "đã ghi nhận thu hồi khen thưởng"},
	thidua.TakeOutDossier: {"Đưa ra khỏi hồ sơ", "đã đưa ra khỏi hồ sơ trình"},
	thidua.PlanSession:    {"Lập phiên họp", "đã lập phiên họp"},
	thidua.CallRoll:       {"Lưu điểm danh", "đã điểm danh"},
	thidua.ChooseVote:     {"Chọn cách biểu quyết", "đã chọn cách biểu quyết"},
	thidua.EnterCount:     {"Lưu kết quả biểu quyết", "đã nhập kết quả biểu quyết"},
	thidua.EnterOpinion:   {"Ghi ý kiến bằng văn bản", "đã ghi ý kiến bằng văn bản"},
	thidua.WriteCourse:    {"Lưu diễn biến", "đã ghi diễn biến phiên họp"},
	thidua.MakeMinutes:    {"Lập biên bản", "đã lập biên bản họp"},
	thidua.Propose:        {"Đề xuất", "đã đề xuất khen thưởng"},
	thidua.FindByHand:     {"Lưu nhận xét", "đã nhận xét tiêu chuẩn"},
	thidua.Refresh:        {"Xét lại tiêu chuẩn", "đã xét lại tiêu chuẩn"},
	thidua.Summarise:      {"Lưu tóm tắt thành tích", "đã ghi tóm tắt thành tích"},
}

var dossierActions = map[thidua.Action]wording{
	thidua.SubmitForSign:   {"Trình ký", "đã trình ký"},
	thidua.ReturnPaper:     {"Trả lại dự thảo", "đã trả lại dự thảo"},
	thidua.RecordIssued:    {"Ghi nhận số, ngày ban hành", "đã ghi nhận số, ngày ban hành"},
	thidua.RecallPaper:     {"Thu hồi văn bản", "đã ghi nhận thu hồi văn bản"},
	thidua.RewritePaper:    {"Sửa lời văn", "đã sửa lời văn"},
	thidua.ReceiveEdit:     {"Nhập bản sửa trên Word", "đã nhập bản sửa trên Word"},
	thidua.KeepOwn:         {"Dùng bản của chương trình", "đã chọn bản của chương trình làm bản phát hành"},
	thidua.TakeWords:       {"Nhận lời văn vào chương trình", "đã nhận lời văn của bản sửa trên Word"},
	thidua.UseEdit:         {"Dùng bản sửa", "đã chọn bản sửa trên Word làm bản phát hành"},
	thidua.SignPaper:       {"Ký số", "đã đưa chữ ký số vào văn bản"},
	thidua.Agree:           {"Đồng ý", "đã ghi ý kiến đồng ý"},
	thidua.AgreeAmended:    {"Đồng ý, có chỉnh sửa", "đã ghi ý kiến đồng ý, có chỉnh sửa"},
	thidua.Disagree:        {"Không đồng ý", "đã ghi ý kiến không đồng ý"},
	thidua.MarkWhole:       {"Xác nhận đủ hồ sơ", "đã xác nhận đủ hồ sơ"},
	thidua.ReopenDossier:   {"Mở lại hồ sơ", "đã mở lại hồ sơ"},
	thidua.SendDossier:     {"Ghi nhận đã gửi Sở Nội vụ", "đã ghi nhận việc gửi hồ sơ đến Sở Nội vụ"},
	thidua.RecordReturn:    {"Ghi nhận trả lại", "đã ghi nhận Sở Nội vụ trả lại hồ sơ"},
	thidua.RecordDecision:  {"Ghi nhận quyết định", "đã ghi nhận quyết định khen thưởng"},
	thidua.RecordRefusal:   {"Ghi nhận không khen thưởng", "đã ghi nhận hồ sơ không được khen thưởng"},
	thidua.RecordCeremony:  {"Ghi nhận trao thưởng", "đã ghi nhận lễ trao thưởng"},
	thidua.Archive:         {"Lưu hồ sơ", "đã lưu hồ sơ"},
	thidua.AnswerReceived:  {"Đã tiếp nhận", "đã ghi nhận Sở Nội vụ tiếp nhận"},
	thidua.AnswerReturned:  {"Trả lại bổ sung", "đã ghi nhận Sở Nội vụ trả lại để bổ sung"},
	thidua.AnswerConsult:   {"Lấy ý kiến (hiệp y)", "đã ghi nhận Sở Nội vụ lấy ý kiến hiệp y"},
	thidua.AnswerRaised:    {"Đã trình Chủ tịch UBND tỉnh", "đã ghi nhận Sở Nội vụ trình Chủ tịch UBND tỉnh"},
	thidua.AnswerDecided:   {"Có quyết định", "đã ghi nhận kết quả có quyết định"},
	thidua.AnswerRefused:   {"Không khen thưởng", "đã ghi nhận kết quả không khen thưởng"},
	thidua.AnswerConfirmed: {"Xác nhận", "đã ghi nhận Sở Nội vụ xác nhận"},
}

// organisationActions are kept by the log and stand in no workflow.
var organisationActions = map[thidua.Action]wording{
	thidua.SignedIn:       {"Đăng nhập", "đã đăng nhập"},
	thidua.SignInRefused:  {"Đăng nhập", "đăng nhập không thành công"},
	thidua.SignedOut:      {"Đăng xuất", "đã đăng xuất"},
	thidua.PasswordSet:    {"Đổi mật khẩu", "đã đổi mật khẩu"},
	thidua.AgencyFounded:  {"Lập cơ quan", "đã lập dữ liệu của cơ quan"},
	thidua.AgencySaved:    {"Lưu thông tin cơ quan", "đã sửa thông tin cơ quan"},
	thidua.UnitAdded:      {"Thêm đơn vị", "đã thêm đơn vị"},
	thidua.UnitSaved:      {"Lưu đơn vị", "đã sửa đơn vị"},
	thidua.PersonAdded:    {"Thêm người", "đã thêm người"},
	thidua.PersonSaved:    {"Lưu thông tin", "đã sửa thông tin của người"},
	thidua.PostChanged:    {"Ghi chức vụ mới", "đã ghi chức vụ mới"},
	thidua.PersonLeft:     {"Ghi ngày thôi công tác", "đã ghi ngày thôi công tác"},
	thidua.PeopleImported: {"Nhập danh sách", "đã nhập danh sách từ tệp Excel"},
	thidua.AccountAdded:   {"Thêm tài khoản", "đã thêm tài khoản"},
	thidua.AccountClosed:  {"Khóa tài khoản", "đã khóa tài khoản"},
	thidua.AccountOpened:  {"Mở tài khoản", "đã mở lại tài khoản"},
	thidua.PasswordReset:  {"Đặt lại mật khẩu", "đã đặt lại mật khẩu"},
	thidua.RoleGranted:    {"Giao vai trò", "đã giao vai trò"},
	thidua.RoleEnded:      {"Thôi vai trò", "đã cho thôi vai trò"},
	thidua.CouncilAdded:   {"Thêm Hội đồng", "đã ghi Quyết định thành lập Hội đồng"},
	thidua.CouncilSaved:   {"Lưu Hội đồng", "đã sửa Hội đồng"},
	thidua.ServerStarted:  {"Khởi động máy chủ", "đã khởi động máy chủ"},
	thidua.HolidaySaved:   {"Lưu ngày nghỉ", "đã sửa bảng ngày nghỉ"},
	thidua.HolidaysLoaded: {"Nạp ngày nghỉ có sẵn", "đã nạp ngày nghỉ có sẵn"},
	thidua.Reminded:       {"Nhắc việc", "đã nhắc việc theo hạn"},
	thidua.ContactSaved:   {"Lưu cách nhận", "đã lưu cách nhận nhắc việc"},
	thidua.FeedMade:       {"Tạo địa chỉ lịch", "đã tạo địa chỉ lịch riêng"},
	thidua.FeedRevoked:    {"Hủy địa chỉ lịch", "đã hủy địa chỉ lịch riêng"},
	thidua.PhraseAdded:    {"Thêm câu mẫu", "đã thêm câu mẫu vào ngân hàng chỉ tiêu"},
	thidua.PhraseHidden:   {"Ẩn câu mẫu", "đã ẩn câu mẫu của ngân hàng chỉ tiêu"},
	thidua.PhraseShown:    {"Hiện câu mẫu", "đã hiện lại câu mẫu của ngân hàng chỉ tiêu"},
}

func actionButtons() map[thidua.Action]string {
	out := make(map[thidua.Action]string, len(actionLabels))
	for a, l := range actionLabels {
		out[a] = l.button
	}
	return out
}
