package vi

import (
	"cmp"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"time"

	"thidua"
)

// sentences holds the text of every code; a new subject is one file sentences_<subject>.go and one entry here.
var sentences = merged(
	dossierSentences,
	fileSentences,
	helpSentences,
	launchSentences,
	accountSentences,
	changeSentences,
	sheetSentences,
	signSentences,
	generalSentences,
	nomineeSentences,
	pageSentences,
	parcelSentences,
	provinceSentences,
	organisationSentences,
	planSentences,
	praiseSentences,
	privacySentences,
	proofSentences,
	registrationSentences,
	reminderSentences,
	seasonSentences,
	sessionSentences,
	standardSentences,
	sendingSentences,
	storeSentences,
	taskSentences,
	trustSentences,
	voteSentences,
	workflowSentences,
)

const (
	unknownRefusal = "Không thực hiện được việc này. Nội dung đã nhập không thay đổi; nếu còn lặp lại, hãy báo quản trị hệ thống."
	unknownFault   = "Nội dung này chưa hợp lệ."
)

// Sentence says a refusal to the person who asked; a code without a sentence and a fault of ours get a general one that hides nothing useful.
func Sentence(e *thidua.Error) string {
	return say(e.Code, e.Args, unknownRefusal)
}

// FaultSentence says what is wrong with one field.
func FaultSentence(f thidua.Fault) string {
	return say(f.Code, f.Args, unknownFault)
}

var verb = regexp.MustCompile(`%\+?(\[\d+\])?\d*[sd]`)

// say falls back when the text and its arguments do not agree, because nobody should read a formatting mistake. Arguments that the
// text does not use are for the log.
func say(code thidua.Code, args []any, otherwise string) string {
	text, ok := sentences[code]
	if !ok {
		return otherwise
	}
	shown := make([]any, 0, len(args))
	for _, a := range args {
		shown = append(shown, spoken(a))
	}
	if n := len(verb.FindAllString(text, -1)); !strings.Contains(text, "%[") && n < len(shown) {
		shown = shown[:n]
	}
	out := fmt.Sprintf(text, shown...)
	if strings.Contains(out, "%!") {
		return otherwise
	}
	return out
}

// spoken gives an argument as it is read: days, instants, numbers and constants in words, lists joined; nil for what has no words.
func spoken(a any) any {
	switch v := a.(type) {
	case thidua.Date:
		return cmp.Or(Date(v), "(chưa ghi)")
	case time.Time:
		return DateTime(v)
	case thidua.Points:
		return Number(v)
	case thidua.Quantity:
		return Number(v)
	case string, int, int64:
		return v
	}
	switch v := reflect.ValueOf(a); v.Kind() {
	case reflect.String:
		return constant(a)
	case reflect.Slice:
		return list(v)
	}
	return nil
}

// constant keeps the raw spelling of a constant off the screen when it has no label yet.
func constant(a any) any {
	if word, ok := labels[a]; ok {
		return word
	}
	return nil
}

func list(v reflect.Value) any {
	words := make([]string, v.Len())
	for i := range words {
		word := spoken(v.Index(i).Interface())
		if word == nil {
			return nil
		}
		words[i] = fmt.Sprint(word)
	}
	return List(words)
}

var generalSentences = map[thidua.Code]string{
	thidua.CodeInvalid:   "Chưa lưu được: hãy sửa các ô được đánh dấu. Nội dung đã nhập vẫn còn.",
	thidua.CodeDateWrong: "Ngày chưa đúng. Nhập theo dạng ngày/tháng/năm, ví dụ 01/02/2025.",
	"not-found":          "Không tìm thấy nội dung này.",
	"no-right":           "Tài khoản này không được giao việc này.",
	"stale":              "Người khác vừa sửa nội dung này. Hãy xem bản mới rồi lưu lại; nội dung vừa nhập vẫn còn ở đây.",
	"taken":              "Tên hoặc số này đã có. Hãy chọn tên hoặc số khác.",
	"tied":               "Nội dung này đang được nơi khác dùng nên không xóa, không thay được.",
	"body-too-large":     "Tệp hoặc nội dung gửi lên vượt quá dung lượng cho phép.",
}

// pageSentences are the refusals that the pages make themselves, before any use case is asked.
var pageSentences = map[thidua.Code]string{
	"sign-in-needed":  "Đăng nhập để tiếp tục.",
	"role-missing":    "Vai trò của tài khoản này không được làm việc này. Không có gì được thay đổi.",
	"page-unknown":    "Đường dẫn có thể đã đổi, hồ sơ đã bị xóa, hoặc tài khoản này không có quyền xem.",
	"body-too-large":  "Tệp hoặc nội dung gửi lên lớn hơn mức cho phép là %s. Chọn tệp nhỏ hơn, hoặc chia thành nhiều lần gửi.",
	"field-too-long":  "Ô này đang có %s ký tự, nhiều nhất là %s, thừa %s ký tự. Rút ngắn rồi gửi lại; chưa có gì được lưu.",
	"password-repeat": "Nhập lại mật khẩu mới giống hệt ô phía trên.",
}

// storeSentences are read at a terminal by the person who runs the server, and on a page when the server is busy.
var storeSentences = map[thidua.Code]string{
	"store.no-data":     "Chưa có dữ liệu trong thư mục %s.",
	"store.in-use":      "Dữ liệu trong thư mục %s đang được một máy chủ khác dùng. Hãy dừng máy chủ đó trước.",
	"store.outdated":    "Dữ liệu được tạo bằng phiên bản cũ hơn của chương trình. Hãy chạy máy chủ một lần để nâng cấp dữ liệu.",
	"store.newer":       "Dữ liệu được tạo bằng phiên bản mới hơn của chương trình. Hãy dùng phiên bản mới đó.",
	"store.damaged":     "Tệp cơ sở dữ liệu trong thư mục %s bị hỏng hoặc không phải của chương trình này. Hãy dùng bản sao lưu.",
	"store.unreachable": "Không mở được dữ liệu tại %s. Hãy kiểm tra địa chỉ và quyền ghi.",
	"store.other-body":  "Biểu mẫu này đã được gửi một lần với nội dung khác. Nội dung vừa nhập vẫn còn ở đây; hãy xem nội dung đã lưu rồi gửi lại nếu cần.",
	"store.repeated":    "Biểu mẫu này đã được gửi và đã được ghi nhận một lần; lần gửi sau không làm gì thêm. Hãy mở lại trang để xem kết quả.",
	"store.unaudited":   "Hệ thống gặp lỗi. Không có nội dung nào thay đổi.",
	"store.busy":        "Nhiều người đang ghi cùng lúc. Hãy thử lại sau ít giây; nội dung vừa nhập vẫn còn.",
	"store.read-only":   "Dữ liệu đang mở ở chế độ chỉ đọc nên không ghi được.",
}

var workflowSentences = map[thidua.Code]string{
	thidua.CodeWrongState:    "Không thực hiện được “%s” khi đang ở trạng thái “%s”. Có thể người khác vừa xử lý; hãy tải lại trang.",
	thidua.CodeNotYours:      "Tài khoản này không được giao thực hiện “%s”.",
	thidua.CodeMissing:       "Chưa thực hiện được: %s.",
	thidua.CodeReasonMissing: "Hãy ghi lý do.",
}
