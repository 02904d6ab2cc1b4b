package vi

import "thidua"

// helpSentences are the texts of --help, read at a terminal.
var helpSentences = map[thidua.Code]string{
	"cli.usage": `Cách dùng: thidua LỆNH [THAM SỐ]

  demo                      mở một cơ quan mẫu với kế hoạch thật, in các tài khoản
  serve                     chạy máy chủ cho cơ quan
  user add TÊN              thêm tài khoản; tài khoản đầu tiên lập luôn cơ quan
  user passwd TÊN           cấp mật khẩu mới, dùng một lần
  user disable TÊN          khóa tài khoản và kết thúc các phiên làm việc
  import units TỆP.xlsx     nhập đơn vị từ tệp Excel
  import people TỆP.xlsx    nhập người, chức vụ từ tệp Excel
  import registrations TỆP.xlsx   nhập lại biểu đăng ký thi đua đã sửa trong Excel
  import scores TỆP.xlsx    nhập lại biểu chấm điểm đã sửa trong Excel
  export units TỆP.xlsx     ghi danh sách đơn vị ra tệp, cũng là tệp mẫu để nhập
  export people TỆP.xlsx    ghi danh sách người ra tệp, cũng là tệp mẫu để nhập
  export registrations TỆP.xlsx   ghi biểu đăng ký thi đua để sửa trong Excel
  export scores TỆP.xlsx    ghi biểu chấm điểm để sửa trong Excel
  paper samples --out THƯ-MỤC   ghi mỗi mẫu văn bản một bản, dạng DOCX và PDF
  plan read TỆP             đọc bản kế hoạch, in nội dung đã trích xuất
  audit verify              kiểm chứng nhật ký
  version                   in phiên bản

Tham số của từng lệnh: thidua LỆNH --help. Thêm --lang en để đọc bằng tiếng Anh.`,

	"help.demo": `Cách dùng: thidua demo [THAM SỐ]
Tạo một cơ quan mẫu (lần đầu mất khoảng một phút), in tài khoản rồi chạy máy chủ.

  --data THƯ-MỤC        nơi đặt dữ liệu mẫu (mặc định ./thidua-demo); thư mục đã có thì mở lại
  --today dd/mm/yyyy    ngày minh họa (mặc định 14/01/2025, sớm nhất 03/01/2023)
  --addr MÁY:CỔNG       địa chỉ mở trên trình duyệt (mặc định localhost:8080)
Các tham số kết nối khác như của thidua serve.`,

	"help.serve": `Cách dùng: thidua serve [THAM SỐ]
Chạy máy chủ trên dữ liệu của cơ quan đến khi nhấn Ctrl+C.

  --data THƯ-MỤC          thư mục dữ liệu (mặc định ./thidua-data)
  --database-url ĐỊA-CHỈ  dùng PostgreSQL (postgres://…); tệp và khóa ký nhật ký vẫn ở --data
  --addr MÁY:CỔNG         địa chỉ nhận kết nối (mặc định localhost:8080: chỉ máy này)
  --tls-cert TỆP --tls-key TỆP    mã hóa bằng chứng thư của cơ quan
  --tls-self-signed       mã hóa bằng chứng thư tự tạo, giữ trong thư mục dữ liệu
  --allow-http            nhận kết nối không mã hóa từ máy khác; việc này được ghi nhật ký
  --base-url ĐỊA-CHỈ      địa chỉ người dùng gõ, khi khác địa chỉ nhận kết nối
  --trusted-proxies DẢI   dải địa chỉ của máy chủ trung gian, ví dụ 10.0.0.0/8
  --signature-roots TỆP   chứng thư gốc của nơi cấp chữ ký số mà cơ quan tin cậy (PEM)
  --help-line CHỮ         nơi trợ giúp, hiện ở trang đăng nhập
  --smtp-host MÁY:CỔNG    máy chủ thư của cơ quan; không có thì chương trình không gửi thư
  --smtp-from ĐỊA-CHỈ     địa chỉ gửi thư nhắc; đi cùng --smtp-host
  --smtp-user TÊN         tên đăng nhập máy chủ thư, nếu cần
  --smtp-password-file TỆP  tệp chứa mật khẩu của tên ấy
  --smtp-tls              mã hóa ngay từ đầu (cổng 465); không có thì dùng STARTTLS`,

	"help.user-add": `Cách dùng: thidua user add TÊN [THAM SỐ]
Thêm tài khoản và in mật khẩu dùng lần đầu. Tên gồm 3 đến 32 chữ thường không dấu, chữ số, dấu chấm, gạch.

  --agency "TÊN"        cơ quan; cần khi lập cơ quan, hoặc khi có nhiều cơ quan
  --role VAI-TRÒ,…      admin quản trị (mặc định), office chuyên viên Văn phòng, leader lãnh đạo cơ quan,
                        clerk văn thư, helper Công đoàn hoặc đầu mối vận động, inspector kiểm tra, giám sát
  --admin               thêm vai trò quản trị
  --person MÃ           gắn với người mang mã này trong danh sách
  --password-stdin      đọc mật khẩu ở dòng nhập vào, thay vì tạo mật khẩu mới
Khi lập cơ quan, ghi thêm những gì in trên văn bản:
  --parent "UBND tỉnh …"  --place "địa danh"  --symbol "chữ viết tắt"  --leader "chức vụ người đứng đầu"
  --data THƯ-MỤC        thư mục dữ liệu (mặc định ./thidua-data), hoặc --database-url ĐỊA-CHỈ
Với dữ liệu trong thư mục, dừng máy chủ trước khi chạy lệnh này.`,

	"help.user": `Cách dùng: thidua user passwd TÊN | thidua user disable TÊN
passwd cấp mật khẩu mới, dùng một lần; disable khóa tài khoản. Cả hai kết thúc ngay các phiên làm việc đang mở.

  --agency "TÊN"    cơ quan, khi có nhiều cơ quan
  --data THƯ-MỤC    thư mục dữ liệu (mặc định ./thidua-data), hoặc --database-url ĐỊA-CHỈ
Với dữ liệu trong thư mục, dừng máy chủ trước khi chạy lệnh này.`,

	"help.import": `Cách dùng: thidua import units TỆP.xlsx | thidua import people TỆP.xlsx
Nhập danh sách từ tệp Excel: dòng có mã đã có thì sửa, chưa có thì thêm. Có ô sai thì không nhập dòng nào và in từng ô.

  --dry-run         chỉ xem trước
  --agency "TÊN"    cơ quan, khi có nhiều cơ quan
  --data THƯ-MỤC    thư mục dữ liệu (mặc định ./thidua-data), hoặc --database-url ĐỊA-CHỈ
Tệp mẫu: thidua export units TỆP.xlsx, thidua export people TỆP.xlsx.
Với dữ liệu trong thư mục, dừng máy chủ trước khi chạy lệnh này.`,

	"help.export": `Cách dùng: thidua export units TỆP.xlsx | thidua export people TỆP.xlsx
Ghi danh sách đơn vị hoặc người ra tệp Excel, cũng là tệp mẫu để nhập.

  --agency "TÊN"    cơ quan, khi có nhiều cơ quan
  --data THƯ-MỤC    thư mục dữ liệu (mặc định ./thidua-data), hoặc --database-url ĐỊA-CHỈ`,

	"help.import-year": `Cách dùng: thidua import registrations TỆP.xlsx --as TÊN | thidua import scores TỆP.xlsx --as TÊN
Nhập lại biểu đã ghi bằng thidua export và đã sửa trong Excel: in khác biệt từng dòng rồi lưu. Có dòng sai thì không lưu dòng nào và in từng ô.

  --as TÊN          tài khoản thực hiện: chỉ sửa được những gì tài khoản đó được sửa
  --dry-run         chỉ xem trước
  --agency "TÊN"    cơ quan, khi có nhiều cơ quan
  --data THƯ-MỤC    thư mục dữ liệu (mặc định ./thidua-data), hoặc --database-url ĐỊA-CHỈ
Với dữ liệu trong thư mục, dừng máy chủ trước khi chạy lệnh này.`,

	"help.export-year": `Cách dùng: thidua export registrations TỆP.xlsx --as TÊN | thidua export scores TỆP.xlsx --as TÊN
Ghi biểu đăng ký thi đua hoặc biểu chấm điểm của một năm để sửa trong Excel rồi nhập lại.

  --as TÊN          tài khoản thực hiện: biểu có những gì tài khoản đó được xem
  --year NĂM        năm (mặc định năm đang đăng ký)
  --agency "TÊN"    cơ quan, khi có nhiều cơ quan
  --data THƯ-MỤC    thư mục dữ liệu (mặc định ./thidua-data), hoặc --database-url ĐỊA-CHỈ`,

	"help.paper": `Cách dùng: thidua paper samples --out THƯ-MỤC
Ghi mỗi mẫu văn bản một bản, TÊN.docx và TÊN.pdf (tập trình ký, lời Bằng khen và tờ thử chỉ có PDF), có dòng “DỮ LIỆU MẪU – KHÔNG CÓ GIÁ TRỊ” ở mọi trang. Dữ liệu mẫu được dựng trong thư mục tạm;
văn bản của bước chưa có trong dữ liệu mẫu thì lấy giá trị mẫu đi kèm.

  --out THƯ-MỤC    nơi đặt tệp; chưa có thì được tạo, tệp trùng tên trong đó bị thay thế`,

	"help.plan": `Cách dùng: thidua plan read TỆP [--format text|json]
Đọc một bản kế hoạch (.docx, .doc, .pdf, .txt) và in nội dung đã trích xuất; không ghi gì vào dữ liệu.

  --format text|json    dạng đề cương (mặc định) hoặc JSON, kèm vị trí của từng nội dung trong văn bản`,

	"help.audit": `Cách dùng: thidua audit verify [THAM SỐ]
Kiểm chứng nhật ký của mọi cơ quan, chỉ đọc; chạy được cả khi máy chủ đang chạy.

  --save TỆP        ghi bản xác nhận đã ký gần nhất ra tệp, để cất ở nơi khác
  --checkpoint TỆP  bản xác nhận đã cất trước đây, để so với nhật ký
  --data THƯ-MỤC    thư mục dữ liệu (mặc định ./thidua-data), hoặc --database-url ĐỊA-CHỈ`,

	"help.version": `Cách dùng: thidua version
In phiên bản của chương trình.`,
}
