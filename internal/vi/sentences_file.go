package vi

import "thidua"

// fileSentences are of files that somebody adds as evidence.
var fileSentences = map[thidua.Code]string{
	"file.too-large": "Tệp lớn hơn %d MB. Hãy giảm dung lượng rồi chọn lại.",
	"file.empty":     "Tệp không có nội dung.",
	"file.type":      "Không nhận loại tệp này. Hãy chọn loại tệp ghi ở ô chọn tệp.",
	"file.extension": "Tên tệp không đúng với nội dung; nội dung là tệp %s.",
	"file.damaged":   "Tệp bị hỏng hoặc chưa tải về đủ. Hãy mở, lưu lại rồi chọn lại.",
	"file.bomb":      "Tệp chứa lượng dữ liệu bất thường nên không nhận.",
	"file.macro":     "Tệp có chứa macro nên không nhận. Hãy lưu thành tệp không có macro.",
	"file.secret":    "Tệp có dấu “%s”. Không đưa bí mật nhà nước vào chương trình này.",
	"file.changed":   "Tệp đang lưu không còn đúng như lúc gửi. Hãy báo quản trị hệ thống.",
}

// signSentences are of signing with a key in the program.
var signSentences = map[thidua.Code]string{
	"sign.as":          "Hãy chọn loại chữ ký.",
	"sign.certificate": "Tệp này không có chứng thư số. Hãy chọn tệp .cer, .crt, .pem hoặc .p7b của người ký.",
	"sign.key":         "Khóa của chứng thư này không thuộc loại RSA hoặc ECDSA nên chưa dùng được.",
	"sign.expired":     "Chứng thư này đã hết hạn hoặc chưa có hạn.",
	"sign.image":       "Hình không phải tệp PNG, hoặc lớn hơn 3000 điểm mỗi chiều.",
	"sign.width":       "Hãy nhập bề rộng của hình, từ 5 đến 100 mm.",
	"sign.unreadable":  "Không đọc được cấu trúc tệp PDF này nên không đưa chữ ký vào được. Hãy ký bằng phần mềm của nơi cấp chữ ký số rồi tải bản đã ký.",
	"sign.encrypted":   "Tệp PDF có mật khẩu nên không ký thêm được.",
	"sign.refused":     "Người ký trước đã khóa tệp PDF, không cho ký thêm.",
	"sign.value":       "Giá trị chữ ký không khớp với chứng thư và văn bản này. Hãy ký lại đúng tệp đã tải ở bước 1; nếu văn bản đã đổi, hãy làm lại từ bước 1.",
	"sign.token":       "Tệp trả lời không có dấu thời gian cho chữ ký này. Hãy tải lại yêu cầu dấu thời gian và gửi lại cho nơi cấp.",
	"sign.room":        "Chứng thư và các chứng thư cấp trên dài hơn chỗ dành cho chữ ký. Hãy chọn tệp chỉ có chứng thư của người ký.",
	"sign.late":        "Bước 1 làm đã quá một ngày. Hãy làm lại từ bước 1.",
	"sign.scan":        "Bản đã ký là bản quét, không thêm chữ ký số vào được.",
}

// sheetSentences are of Excel workbooks that somebody imports.
var sheetSentences = map[thidua.Code]string{
	"sheet.too-large":        "Tệp lớn hơn %d MB. Hãy chia thành nhiều tệp.",
	"sheet.damaged":          "Không đọc được tệp này. Hãy mở bằng Excel và lưu lại dạng .xlsx, không đặt mật khẩu.",
	"sheet.empty":            "Tệp không có dòng dữ liệu nào dưới dòng tiêu đề.",
	"sheet.column":           "Thiếu cột “%s”. Tải tệp mẫu bằng lệnh thidua export.",
	"sheet.column-twice":     "Cột “%s” có hai lần.",
	"sheet.too-many":         "Tệp có hơn %d dòng. Hãy chia thành nhiều tệp.",
	"sheet.too-many-cells":   "Bảng tính có quá nhiều ô hoặc có ô nằm quá xa về bên phải. Hãy chép riêng các cột của danh sách sang tệp mới.",
	"sheet.old-format":       "Đây là tệp Excel đời cũ (.xls) hoặc tệp có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx rồi chọn lại.",
	"sheet.open-document":    "Đây là tệp .ods. Hãy lưu lại dạng Excel (.xlsx) rồi chọn lại.",
	"sheet.macro":            "Tệp có chứa macro (.xlsm) nên không nhận. Hãy lưu lại dạng .xlsx không có macro.",
	"sheet.no-workbook":      "Đây không phải tệp Excel (.xlsx). Hãy chọn lại đúng biểu đã tải từ chương trình.",
	"sheet.not-ours":         "Tệp này không phải biểu tải từ chương trình. Hãy tải biểu Excel, sửa ngay trong biểu đó rồi nhập lại.",
	"sheet.tab":              "Tệp thiếu trang tính “%s”. Hãy giữ nguyên tên các trang tính của biểu đã tải.",
	"sheet.title":            "Thiếu cột “%s” ở trang tính “%s”. Hãy giữ nguyên dòng tiêu đề của biểu đã tải.",
	"sheet.pasted":           "Không nhận ra nội dung dán. Trong biểu đã tải, chọn cả bảng từ dòng tiêu đề (Ctrl+A), chép rồi dán lại.",
	"sheet.cell-number":      "Nhập số, ví dụ 92,5; nhiều nhất hai chữ số sau dấu phẩy.",
	"sheet.cell-whole":       "Nhập số nguyên, ví dụ 1985.",
	"sheet.cell-choice":      "“%s” không có trong danh sách của ô. Hãy chọn một giá trị trong danh sách.",
	"sheet.cell-formula":     "Ô có công thức. Hãy dán lại thành giá trị (Dán đặc biệt, Giá trị).",
	"sheet.cell-error":       "Ô đang báo lỗi của Excel. Hãy nhập lại giá trị.",
	"exchange.row-unknown":   "Mã dòng này không có trong danh sách hiện nay; có thể dòng đã bị xóa. Hãy tải lại biểu.",
	"exchange.row-twice":     "Dòng này chép từ dòng %d, cùng mã dòng ẩn. Muốn thêm thì ghi vào các dòng trống ở cuối trang tính.",
	"exchange.no-new":        "Danh sách này không thêm dòng mới bằng tệp.",
	"exchange.cell-shut":     "Cột này không sửa được ở dòng này.",
	"exchange.stale":         "Đã có người sửa sau khi tải tệp: hiện nay là “%s”. Hãy xem lại rồi chọn.",
	"exchange.incomplete":    "Dòng mới còn thiếu: %s.",
	"exchange.other-list":    "Tệp này là biểu “%s”. Hãy nhập ở đúng danh sách đó.",
	"exchange.other-agency":  "Tệp này là biểu của cơ quan khác.",
	"exchange.other-round":   "Tệp này là biểu của năm khác. Hãy chọn đúng năm rồi nhập lại.",
	"exchange.other-edition": "Kế hoạch của năm này đã thay đổi sau khi tải tệp. Hãy tải lại biểu.",
	"exchange.code-held":     "Mã này đang dùng cho %s. Hãy chọn mã khác.",
	"exchange.day-alone":     "Ngày này chỉ ghi khi đổi đơn vị, chức vụ hoặc vị trí.",
	"import.choice":          "Chỉ nhập %s.",
	"import.unit":            "Không có đơn vị nào mang mã %s.",
	"import.twice":           "Mã này đã có ở dòng %d. Mỗi mã chỉ ghi một dòng.",

	"backup.not-backup":   "%s không phải là bản sao lưu của Thi Đua.",
	"backup.changed":      "Bản sao lưu đã bị thay đổi hoặc hỏng ở %s. Hãy dùng bản khác.",
	"backup.newer":        "Bản sao lưu được tạo bằng phiên bản mới hơn của chương trình. Hãy dùng phiên bản mới đó.",
	"backup.folder-taken": "Thư mục %s đã có dữ liệu. Hãy chọn thư mục trống hoặc chưa có để khôi phục.",
	"backup.file-taken":   "Đã có tệp %s. Hãy chọn tên khác.",
	"backup.no-room":      "Không đủ chỗ trống tại %s. Bản sao lưu chưa được tạo.",
	"backup.no-place":     "Không ghi được vào %s. Hãy kiểm tra ổ đĩa và quyền ghi.",
	"store.not-empty":     "Cơ sở dữ liệu đã có một cơ quan. Chỉ khôi phục vào cơ sở dữ liệu trống.",
}
