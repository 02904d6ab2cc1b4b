package vi

import "thidua"

// helpSentences are the texts of --help, read at a terminal.
var helpSentences = map[thidua.Code]string{
	"cli.usage": `Cách dùng: thidua LỆNH [THAM SỐ]

  demo                      mở một cơ quan mẫu với kế hoạch thật, in các tài khoản
  start                     chạy trên máy này và mở trình duyệt, như khi nhấp đúp
  serve                     chạy máy chủ cho cơ quan
  user add TÊN              thêm tài khoản; tài khoản đầu tiên lập luôn cơ quan
  user invite TÊN           cấp liên kết hoặc mã dùng một lần để người dùng tự đặt mật khẩu
  user passwd TÊN           cấp mật khẩu mới, dùng một lần
  user reset-factor TÊN     bỏ xác thực hai lớp khi đã mất điện thoại và các mã dự phòng
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
  sample --size CỠ          tạo dữ liệu mẫu cỡ lớn: agency, province hoặc nation
  audit verify              kiểm chứng nhật ký
  database prepare          chuẩn bị PostgreSQL: cấu trúc, quyền của máy chủ
  files check               kiểm tra mọi tệp đang lưu, tìm mã độc
  backup TỆP.zip            sao lưu toàn bộ dữ liệu vào một tệp
  restore TỆP.zip           khôi phục bản sao lưu vào một thư mục trống
  verify TỆP                kiểm chứng văn bản, phiếu kiểm chứng, gói hồ sơ, nhật ký
  version                   in phiên bản

Tham số của từng lệnh: thidua LỆNH --help. Thêm --lang en để đọc bằng tiếng Anh.`,

	"help.demo": `Cách dùng: thidua demo [THAM SỐ]
Tạo một cơ quan mẫu (lần đầu mất khoảng một phút), in tài khoản rồi chạy máy chủ.

  --data THƯ-MỤC        nơi đặt dữ liệu mẫu (mặc định ./thidua-demo); thư mục đã có thì mở lại
  --today dd/mm/yyyy    ngày minh họa (mặc định 14/01/2025, sớm nhất 10/08/2021)
  --province            thêm Sở Nội vụ, UBND tỉnh và các cơ quan gửi hồ sơ (tài khoản sonoivu, ubndtinh)
  --addr MÁY:CỔNG       địa chỉ mở trên trình duyệt (mặc định localhost:8080)
Các tham số kết nối khác như của thidua serve.`,

	"help.sample": `Cách dùng: thidua sample --size agency|province|nation [THAM SỐ]
Tạo dữ liệu mẫu cỡ lớn các năm 2021–2025 trong một thư mục trống và in vài tài khoản. Cùng số --seed thì cùng dữ liệu;
mật khẩu và giờ ghi nhật ký mỗi lần một khác. Nhấn Ctrl+C để dừng; dừng giữa chừng thì không để lại gì.

  --size agency           một cơ quan, 10 đơn vị, 120 người
  --size province         160 cơ quan, 1.500 đơn vị, 30.000 người, cùng Sở Nội vụ và UBND tỉnh
  --size nation           34 tỉnh, mỗi tỉnh 10 cơ quan, 94 đơn vị, 1.000 người
  --seed SỐ               số khác cho dữ liệu khác (mặc định 1)
  --data THƯ-MỤC          nơi đặt dữ liệu (mặc định ./thidua-data); thư mục phải trống hoặc chưa có
  --database-url ĐỊA-CHỈ  cơ sở dữ liệu PostgreSQL trống (postgres://…) thay cho thư mục`,

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
  --backup-dir THƯ-MỤC    nơi giữ bản sao lưu (mặc định thidua-sao-luu cạnh thư mục dữ liệu)
  --signature-roots TỆP   chứng thư gốc của nơi cấp chữ ký số mà cơ quan tin cậy (PEM)
  --help-line CHỮ         nơi trợ giúp, hiện ở trang đăng nhập
  --log-format DẠNG       dạng nhật ký kỹ thuật: text (mặc định) hoặc json
  --unconfined            không nhờ hệ điều hành chặn những gì máy chủ không cần (Linux); chỉ dùng khi tìm lỗi
  --second-factor CÁCH    required (bắt buộc) hoặc offered (tùy chọn) xác thực hai lớp với người quản trị và người
                          có quyền duyệt (mặc định bắt buộc khi máy khác vào được, còn lại là tùy chọn)
  --oidc-issuer ĐỊA-CHỈ   cho đăng nhập thêm bằng hệ thống xác thực (OpenID Connect, https://…), ví dụ của tỉnh;
                          cần --base-url; hoặc biến THIDUA_OIDC_ISSUER
  --oidc-client-id MÃ --oidc-secret-file TỆP    mã của máy chủ này tại đó và tệp chứa khóa bí mật
  --oidc-name TÊN         tên gọi trên nút đăng nhập (THIDUA_OIDC_NAME)
  --oidc-hosts MÁY,…      các máy khác của hệ thống ấy mà chương trình được hỏi (THIDUA_OIDC_HOSTS)
  --smtp-host MÁY:CỔNG    máy chủ thư của cơ quan; không có thì chương trình không gửi thư
  --smtp-from ĐỊA-CHỈ     địa chỉ gửi thư nhắc; đi cùng --smtp-host
  --smtp-user TÊN         tên đăng nhập máy chủ thư, nếu cần
  --smtp-password-file TỆP  tệp chứa mật khẩu của tên ấy
  --smtp-tls              mã hóa ngay từ đầu (cổng 465); không có thì dùng STARTTLS
  --anchor-to ĐỊA-CHỈ,…   nơi nhận điểm chốt nhật ký mỗi ngày, ngoài lãnh đạo và người kiểm tra, giám sát (ví dụ Sở Nội vụ)
  --s3-endpoint ĐỊA-CHỈ   kho tệp S3 thay cho thư mục dữ liệu (https://…); hoặc biến THIDUA_S3_ENDPOINT
  --s3-bucket TÊN --s3-region VÙNG --s3-key MÃ    nơi trong kho, vùng và mã truy cập (THIDUA_S3_BUCKET, …)
  --s3-secret-file TỆP    tệp chứa khóa bí mật của kho
  --clamd ĐỊA-CHỈ         máy quét mã độc ClamAV: tcp://MÁY:CỔNG hoặc unix:/ĐƯỜNG-DẪN (THIDUA_CLAMD)
  --clamd-accept-unscanned  khi máy quét không trả lời vẫn nhận tệp, ghi rõ là chưa quét`,

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
  --kind co-quan|so-noi-vu|ubnd-tinh   loại cơ quan khi lập (mặc định co-quan)
  --data THƯ-MỤC        thư mục dữ liệu (mặc định ./thidua-data), hoặc --database-url ĐỊA-CHỈ
Với dữ liệu trong thư mục, dừng máy chủ trước khi chạy lệnh này.`,

	"help.user-invite": `Cách dùng: thidua user invite TÊN [THAM SỐ]
Cấp mã để chủ tài khoản tự đặt mật khẩu: dùng một lần, trong 7 ngày; mã cấp trước hết hiệu lực.

  --base-url ĐỊA-CHỈ    địa chỉ mọi người dùng: in liên kết; không có thì in mã và chỗ nhập mã
  --new                 thêm tài khoản trước khi cấp mã; khi đó ghi thêm được
  --role VAI-TRÒ,…      office, leader, clerk, helper, inspector, admin (mặc định: không vai trò nào)
  --person MÃ           gắn với người mang mã này trong danh sách
  --agency "TÊN"        cơ quan, khi có nhiều cơ quan
  --data THƯ-MỤC        thư mục dữ liệu (mặc định ./thidua-data), hoặc --database-url ĐỊA-CHỈ
Với dữ liệu trong thư mục, dừng máy chủ trước khi chạy lệnh này.`,

	"help.user": `Cách dùng: thidua user passwd TÊN | thidua user reset-factor TÊN | thidua user disable TÊN
passwd cấp mật khẩu mới, dùng một lần; reset-factor bỏ xác thực hai lớp; disable khóa tài khoản. Mọi phiên làm việc đang mở của
tài khoản kết thúc ngay.

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
Ghi danh sách đơn vị hoặc người ra tệp Excel, cũng là tệp mẫu để nhập. Danh sách người có năm sinh: việc ghi ra được ghi vào nhật ký, nên với cơ sở
dữ liệu đi kèm phải dừng máy chủ trước, hoặc tải trên trang Biểu Excel.

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

  --save TỆP        ghi điểm chốt đã ký gần nhất ra tệp, để cất ở nơi khác
  --checkpoint TỆP  điểm chốt đã cất trước đây, hoặc thư điểm chốt lưu thành tệp, để so với nhật ký
  --key TỆP         khóa công khai (audit.pub) đã cất trước đây, thay cho khóa trong thư mục dữ liệu
  --data THƯ-MỤC    thư mục dữ liệu (mặc định ./thidua-data), hoặc --database-url ĐỊA-CHỈ`,

	"help.database": `Cách dùng: thidua database prepare --database-url ĐỊA-CHỈ --role VAI-TRÒ
Chạy bằng địa chỉ của chủ dữ liệu: đưa cấu trúc về đúng phiên bản, rồi cấp quyền cho vai trò mà máy chủ dùng. Trong nhật ký,
vai trò đó chỉ được đọc và ghi thêm. Tạo vai trò trước bằng CREATE ROLE … LOGIN PASSWORD …; chạy lại sau mỗi lần nâng cấp.

  --database-url ĐỊA-CHỈ  địa chỉ của chủ dữ liệu, chỉ dùng cho lệnh này
  --role VAI-TRÒ          vai trò trong địa chỉ mà máy chủ dùng`,

	"help.verify": `Cách dùng: thidua verify TỆP [THAM SỐ]
Kiểm chứng không cần mạng, không cần dữ liệu. TỆP là gói hồ sơ, tệp chứng minh của phiếu kiểm chứng (.json), chính bản đã ký (PDF, Word, ảnh quét; tệp
chứng minh đặt cạnh), tệp bằng chứng nhật ký (.jsonl), hoặc thư điểm chốt lưu thành tệp. Dữ liệu mẫu không bao giờ được coi là hợp lệ.

  --paper TỆP       bản đã ký, để đối chiếu với tệp chứng minh
  --against TỆP-CŨ  tệp bằng chứng hoặc thư của ngày trước, để biết nhật ký chỉ được ghi nối thêm
  --key TỆP         khóa đã công bố: audit.pub (mỗi dòng một khóa); với gói hồ sơ: seal.pub hoặc dòng khóa ở trang Đối tác; khóa khác thì từ chối
  --data THƯ-MỤC    thư mục dữ liệu của cơ quan, lấy khóa ở đó; với gói hồ sơ có thể dùng --database-url ĐỊA-CHỈ`,

	"help.version": `Cách dùng: thidua version
In phiên bản của chương trình.`,

	"help.backup": `Cách dùng: thidua backup TỆP.zip | thidua backup THƯ-MỤC
Sao lưu toàn bộ dữ liệu (cơ sở dữ liệu, tệp minh chứng, bản đã ký, khóa) vào một tệp, kể cả khi máy chủ đang chạy.
Ghi THƯ-MỤC (ổ USB chẳng hạn) thì tên tệp có ngày, giờ. Bản sao lưu chứa dữ liệu cá nhân và khóa: giữ như chính dữ liệu.

  --data THƯ-MỤC        thư mục dữ liệu (mặc định ./thidua-data)
  --database-url ĐỊA-CHỈ  dữ liệu trên PostgreSQL; tệp và khóa vẫn ở --data
  --s3-endpoint, --s3-bucket, --s3-region, --s3-key, --s3-secret-file   kho tệp S3, như của thidua serve
Tệp bị mất, bị thay đổi không làm hỏng bản sao lưu: lệnh nêu tên từng tệp và kết thúc với mã 1.`,

	"help.files": `Cách dùng: thidua files check [THAM SỐ]
Đọc lại mọi tệp đang lưu, đối chiếu với mã đã lưu, cho máy quét tìm mã độc, như việc kiểm tra mỗi đêm. Có tệp bị mất, bị
thay đổi hoặc có mã độc thì nêu tên và kết thúc với mã 1. Máy chủ đang chạy thì chỉ đọc, không ghi gì.

  --data THƯ-MỤC        thư mục dữ liệu (mặc định ./thidua-data)
  --database-url ĐỊA-CHỈ  dữ liệu trên PostgreSQL; tệp và khóa vẫn ở --data
  --clamd ĐỊA-CHỈ       máy quét mã độc ClamAV: tcp://MÁY:CỔNG hoặc unix:/ĐƯỜNG-DẪN
  --s3-endpoint, --s3-bucket, --s3-region, --s3-key, --s3-secret-file   kho tệp S3, như của thidua serve`,

	"help.restore": `Cách dùng: thidua restore TỆP.zip --data THƯ-MỤC
Kiểm tra từng tệp trong bản sao lưu rồi khôi phục vào một thư mục trống hoặc chưa có. Mọi người phải đăng nhập lại.

  --dry-run             chỉ kiểm tra bản sao lưu, không khôi phục
  --data THƯ-MỤC        nơi khôi phục (mặc định ./thidua-data)
  --database-url ĐỊA-CHỈ  khôi phục cơ sở dữ liệu vào PostgreSQL còn trống; tệp và khóa vẫn ở --data
  --s3-endpoint, --s3-bucket, --s3-region, --s3-key, --s3-secret-file   kho tệp S3, như của thidua serve`,

	"help.start": `Cách dùng: thidua start [THAM SỐ]
Chạy Thi Đua trên máy này và mở trình duyệt; như khi nhấp đúp vào chương trình. Không cần quyền quản trị của máy.

  --data THƯ-MỤC     thư mục dữ liệu (mặc định thidua-data cạnh chương trình)
  --network          cho máy khác trong mạng nội bộ cùng dùng, mã hóa bằng chứng thư tự tạo
  --restore TỆP.zip  khôi phục bản sao lưu trước; cũng là khi kéo tệp thả vào chương trình
  --no-browser       không mở trình duyệt
  --addr MÁY:CỔNG    địa chỉ riêng (mặc định cổng trống đầu tiên từ localhost:8080)`,
}
