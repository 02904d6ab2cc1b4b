package change

// fields are the names of what an event keeps before and after an act, as the pages call them.
var fields = map[string]string{
	"Abstract": "Trích yếu", "AckBy": "Người xác nhận", "AckOn": "Ngày xác nhận đã nhận", "AddedByName": "Người thêm", "AddedAt": "Thời điểm thêm",
	"AgreedOn": "Ngày thống nhất", "Answer": "Trả lời", "AnsweredAt": "Thời điểm trả lời", "AnsweredBy": "Người trả lời", "AppliedOn": "Ngày áp dụng",
	"Apply": "Áp dụng", "Article": "Căn cứ", "Basis": "Căn cứ", "BehalfName": "Ghi thay", "BirthYear": "Năm sinh", "Blank": "Phiếu trắng",
	"Block": "Khối", "ByName": "Người ghi", "ByPoints": "Chấm theo điểm", "Civil": "Là công chức", "ClosedAt": "Thời điểm chốt",
	"Closing": "Tổng kết phong trào", "Code": "Mã", "Conclusion": "Kết luận", "Confirmed": "Ngày xác nhận", "ConsentOn": "Ngày đồng ý", "Content": "Nội dung",
	"Date": "Ngày", "Dated": "Ngày văn bản", "Day": "Ngày", "Decision": "Quyết định", "Deed": "Việc làm", "Discussion": "Diễn biến",
	"DocNumber": "Số, ký hiệu văn bản", "Document": "Văn bản", "DossierDue": "Hạn hồ sơ", "DossierInternal": "Hạn hồ sơ nội bộ", "Due": "Thời hạn",
	"Effect": "Hiệu quả", "Finding": "Kết quả kiểm tra", "From": "Từ ngày", "FromName": "Bên giao", "GoldNumber": "Số vào sổ vàng", "HeldFrom": "Tạm dừng từ",
	"Home": "Đơn vị", "HonourPublished": "Công khai Bảng vàng", "IndexWords": "Ý kiến về chỉ số", "InternalDue": "Hạn nội bộ",
	"InternalRank": "Xếp hạng nội bộ", "Invalid": "Phiếu không hợp lệ", "Issued": "Phiếu phát ra", "IssuedOn": "Ngày ban hành", "Issuer": "Cơ quan ban hành",
	"LaunchedOn": "Ngày phát động", "LeaderName": "Lãnh đạo", "LeaderPost": "Chức vụ lãnh đạo", "LeaderTitle": "Chức danh người đứng đầu", "Link": "Liên kết",
	"MadeAt": "Thời điểm lập", "Max": "Điểm tối đa", "Measure": "Đơn vị tính", "Media": "Nơi đăng", "MetOn": "Ngày họp", "Name": "Tên", "No": "Không đồng ý",
	"Note": "Ghi chú", "Number": "Số", "On": "Ngày", "Page": "Trang", "Parent": "Cấp trên trực tiếp", "Place": "Địa điểm", "Points": "Điểm",
	"PointsNote": "Ghi chú điểm", "Post": "Chức vụ", "Present": "Có mặt", "Problem": "Thực trạng", "Proposal": "Đề xuất", "Public": "Công khai",
	"PublishedOn": "Ngày đăng", "Purpose": "Mục đích", "QuotaPeople": "Số lượng cá nhân", "QuotaSource": "Căn cứ số lượng", "QuotaUnits": "Số lượng tập thể",
	"RanksPublished": "Công bố xếp hạng", "Rank": "Chức danh", "Reach": "Phạm vi ảnh hưởng", "Reason": "Lý do", "ReceivedOn": "Ngày nhận", "Recipient": "Nơi nhận",
	"Recogniser": "Cơ quan công nhận", "RegistrationDue": "Hạn đăng ký", "Result": "Kết quả", "Returned": "Phiếu thu về", "Review": "Điểm chấm",
	"ReviewName": "Người chấm", "Reviewed": "Nhận xét chấm", "Roles": "Vai trò", "ScoredOn": "Ngày chấm", "ScoringDue": "Hạn chấm điểm", "Seat": "Vị trí",
	"Seen": "Đã xem", "Self": "Điểm tự chấm", "SelfNote": "Giải trình tự chấm", "SendInternal": "Hạn gửi nội bộ", "SentAt": "Thời điểm gửi", "SentOn": "Ngày gửi",
	"Sex": "Giới tính", "Short": "Tên gọi tắt", "Solution": "Giải pháp", "Spread": "Phạm vi nhân rộng", "State": "Trạng thái", "Summary": "Tóm tắt",
	"Symbol": "Ký hiệu văn bản", "Text": "Nội dung", "Title": "Chức vụ, tên gọi", "To": "Đến ngày", "ToName": "Bên nhận", "UnitName": "Đơn vị",
	"UserName": "Tên đăng nhập", "Account": "Tên đăng nhập", "Value": "Giá trị chỉ tiêu", "Verified": "Kết quả xác minh", "VerifiedBy": "Người xác minh",
	"Words": "Nhận xét", "WorkEnds": "Kết thúc thực hiện", "Year": "Năm", "Yes": "Đồng ý", "Kind": "Loại", "Targets": "Chỉ tiêu", "Members": "Thành viên",
	"Scores": "Điểm từng tiêu chí", "Findings": "Nhận xét từng tiêu chuẩn", "Answers": "Trả lời", "Authors": "Tác giả", "Days": "Các ngày",
	"Begin": "Từ ngày", "End": "Đến ngày", "Principal": "Người ủy quyền", "Substitute": "Người được ủy quyền",
	"AdminMinutes": "Số phút tự đăng xuất (quản trị)", "IdleMinutes": "Số phút tự đăng xuất", "Profile": "Mức quy định",
	"SecondFor": "Vai trò thêm xác thực hai lớp",
}

// silent are what no reader of a log wants to be told: inner names, counters, the bytes of files.
var silent = map[string]bool{"ID": true, "Version": true, "Hash": true, "Type": true, "Size": true, "Order": true}

// hundredths are kept as whole numbers and told with a decimal comma.
var hundredths = map[string]bool{"Max": true, "Self": true, "Review": true, "Points": true, "Value": true}

const (
	wholeValue = "Nội dung"
	stateField = "Trạng thái"
	otherWord  = "(mục chọn khác)"
	emptyWord  = "–"
)
