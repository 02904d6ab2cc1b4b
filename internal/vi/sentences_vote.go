package vi

import "thidua"

var voteSentences = map[thidua.Code]string{
	thidua.CodeCountSum:       "Các số cộng lại là %d, phải bằng %d.",
	thidua.CodeCountNegative:  "Nhập số nguyên từ 0 trở lên.",
	thidua.CodeCountReturned:  "Số phiếu thu về (%d) nhiều hơn số phiếu phát ra (%d).",
	thidua.CodeCountIssued:    "Số phiếu phát ra (%d) nhiều hơn số thành viên được biểu quyết có mặt (%d).",
	thidua.CodeCountsDiffer:   "Hai lần kiểm phiếu cho kết quả khác nhau. Hãy kiểm lại phiếu.",
	thidua.CodeCountSameHand:  "Hai lần kiểm phiếu phải do hai người khác nhau thực hiện.",
	thidua.CodeOpinionPresent: "Thành viên có mặt biểu quyết tại phiên họp, không gửi ý kiến bằng văn bản.",
	thidua.CodeOwnVote:        "Thành viên là người được xét thì không tham gia biểu quyết trường hợp của mình.",
	thidua.CodeCountsTaken:    "Hai người khác đã kiểm phiếu trường hợp này.",
	thidua.CodeOnlyWritten:    "Phiên này lấy ý kiến bằng văn bản nên không nhập số phiếu.",
}
