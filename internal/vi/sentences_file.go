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
	"sign.token":       "Dấu thời gian không khớp với chữ ký.",
	"sign.room":        "Chứng thư và các chứng thư cấp trên dài hơn chỗ dành cho chữ ký. Hãy chọn tệp chỉ có chứng thư của người ký.",
	"sign.late":        "Bước 1 làm đã quá một ngày. Hãy làm lại từ bước 1.",
	"sign.scan":        "Bản đã ký là bản quét, không thêm chữ ký số vào được.",
}

// sheetSentences are of Excel workbooks that somebody imports.
var sheetSentences = map[thidua.Code]string{
	"sheet.too-large":      "Tệp lớn hơn %d MB. Hãy chia thành nhiều tệp.",
	"sheet.damaged":        "Không đọc được tệp này. Hãy mở bằng Excel và lưu lại dạng .xlsx, không đặt mật khẩu.",
	"sheet.empty":          "Tệp không có dòng dữ liệu nào dưới dòng tiêu đề.",
	"sheet.column":         "Thiếu cột “%s”. Tải tệp mẫu bằng lệnh thidua export.",
	"sheet.column-twice":   "Cột “%s” có hai lần.",
	"sheet.too-many":       "Tệp có hơn %d dòng. Hãy chia thành nhiều tệp.",
	"sheet.too-many-cells": "Bảng tính có quá nhiều ô hoặc có ô nằm quá xa về bên phải. Hãy chép riêng các cột của danh sách sang tệp mới.",
	"import.choice":        "Chỉ nhập %s.",
	"import.unit":          "Không có đơn vị nào mang mã %s.",
	"import.twice":         "Mã này đã có ở dòng %d. Mỗi mã chỉ ghi một dòng.",
}
