package vi

import "thidua"

// trustSentences are read at a terminal by the person who looks after the server.
var trustSentences = map[thidua.Code]string{
	"cli.usage": `Cách dùng: thidua LỆNH [--data THƯ-MỤC | --database-url ĐỊA-CHỈ] [--lang en]
  demo [--addr …] [--data ./thidua-demo] [--today dd/mm/yyyy]     cơ quan mẫu với kế hoạch thật; in các tài khoản
  user add TÊN [--role admin,office,…] [--agency "TÊN CƠ QUAN"]   thêm tài khoản; tài khoản đầu tiên lập luôn cơ quan
       [--person MÃ] [--password-stdin] [--parent …] [--place …] [--symbol …] [--leader …]
  user passwd TÊN                                                 cấp mật khẩu mới dùng một lần
  user disable TÊN                                                khóa tài khoản và kết thúc các phiên làm việc
  serve [--addr …] [--base-url …] [--tls-cert TỆP --tls-key TỆP | --tls-self-signed | --allow-http]   chạy máy chủ
  import units|people TỆP.xlsx [--dry-run]                        nhập đơn vị, người; --dry-run chỉ xem trước
  export units|people TỆP.xlsx                                    ghi danh sách ra tệp, cũng là tệp mẫu
  plan read TỆP [--format json|text]                              đọc kế hoạch
  audit verify [--checkpoint TỆP]                                 kiểm chứng nhật ký
  version                                                         phiên bản`,
	"cli.listening":      "Thi Đua đang chạy tại %s",
	"cli.demo-made":      "DỮ LIỆU MẪU – KHÔNG CÓ GIÁ TRỊ. Ngày minh họa: %s. Tài khoản (tên đăng nhập, mật khẩu, người, vai trò):",
	"cli.demo-account":   "– %s, mật khẩu %s: %s, %s",
	"cli.demo-day":       "Ngày chưa đúng: %s. Ghi như 14/01/2025.",
	"demo.other-data":    "Thư mục %s đã có dữ liệu khác. Hãy chọn thư mục khác bằng --data.",
	"demo.other-day":     "Dữ liệu mẫu trong %s đứng ở ngày %s. Hãy bỏ --today, hoặc chọn thư mục khác bằng --data.",
	"demo.day-before":    "Dữ liệu mẫu bắt đầu từ ngày %s.",
	"cli.tls-flags":      "Các tham số về kết nối không dùng cùng nhau được: --tls-cert đi với --tls-key; chỉ chọn một trong --tls-cert, --tls-self-signed, --allow-http.",
	"cli.tls-needed":     "Địa chỉ này mở ra ngoài máy. Hãy dùng --tls-cert và --tls-key, --tls-self-signed, hoặc --allow-http nếu chấp nhận không mã hóa.",
	"cli.file-missing":   "Không mở được tệp %s.",
	"cli.import-wrong":   "Chưa nhập gì: tệp có %d ô cần sửa, nêu ở trên.",
	"cli.import-dry":     "Nếu nhập: thêm %d, sửa %d, giữ nguyên %d. Chưa có gì thay đổi.",
	"cli.import-done":    "Đã nhập: thêm %d, sửa %d, giữ nguyên %d.",
	"cli.import-added":   "Dòng %d: thêm %s",
	"cli.import-changed": "Dòng %d: sửa %s",
	"cli.exported":       "Đã ghi tệp %s.",
	"cli.password-typed": "như đã nhập",
	"cli.flag":           "Tham số chưa đúng: %s",
	"cli.failed":         "Không thực hiện được: %s",
	"cli.agency-needed":  "Chưa có cơ quan này. Hãy ghi tên cơ quan bằng --agency.",
	"cli.agency-unclear": "Có nhiều cơ quan. Hãy chọn một cơ quan bằng --agency.",
	"cli.account-made":   "Đã thêm tài khoản %s. Mật khẩu dùng lần đầu, đổi khi đăng nhập: %s",
	"cli.password-given": "Tài khoản %s có mật khẩu mới dùng lần đầu: %s",
	"cli.account-closed": "Đã khóa tài khoản %s.",
	"cli.operator":       "Người quản lý máy chủ",
	"cli.log-good":       "%s: %d sự kiện còn nguyên như lúc ghi, %d đã được ký; %d chờ xếp thứ tự, %d đã xóa phần chi tiết.",
	"cli.log-broken":     "%s: nhật ký không còn nguyên vẹn từ mục %d (%s).",
	"audit.gap":          "thiếu một mục",
	"audit.gone":         "sự kiện của mục này không còn",
	"audit.changed":      "sự kiện đã bị sửa",
	"audit.detail":       "tên, lý do hoặc giá trị kèm theo đã bị sửa",
	"audit.node":         "cây kiểm chứng không khớp",
	"audit.checkpoint":   "khác với bản đã ký trước đây",
	"audit.signature":    "chữ ký của bản xác nhận không đúng",
	"audit.short":        "thiếu các sự kiện cuối đã được ký",
}
