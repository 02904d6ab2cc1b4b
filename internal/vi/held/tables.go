package held

// Table gives the name of a table of the schema as an official would call what stands in it; empty without one.
func Table(name string) string { return tables[name] }

var tables = map[string]string{
	"account": "Tài khoản", "appraisal": "Hồ sơ tiếp nhận", "appraisal_case": "Trường hợp trong hồ sơ tiếp nhận", "archive_place": "Nơi lưu bản giấy",
	"attendance": "Điểm danh phiên họp", "award": "Khen thưởng", "award_decision": "Quyết định khen thưởng", "calendar_feed": "Địa chỉ lịch riêng",
	"confirmation": "Xác nhận tham gia", "contact": "Cách nhận nhắc việc", "council_member": "Thành viên Hội đồng", "council_session": "Phiên họp",
	"cover_slip": "Phiếu trình", "data_request": "Yêu cầu về dữ liệu cá nhân", "data_view": "Lượt xem trang cá nhân", "delivery": "Nơi nhận văn bản",
	"edition": "Phiên bản kế hoạch", "enrolled": "Người trong danh sách đã xác nhận", "enrolment": "Danh sách đăng ký của các cơ quan",
	"evaluation_result": "Xếp loại hằng năm", "event": "Nhật ký", "event_detail": "Chi tiết nhật ký", "evidence": "Minh chứng", "exemplar": "Điển hình, người tốt việc tốt",
	"finding": "Đánh giá theo tiêu chuẩn", "grant_role": "Vai trò", "handover": "Bàn giao công việc", "idempotency": "Biểu mẫu đã gửi trong ngày",
	"import_run": "Lần nhập Excel", "import_step": "Dòng của lần nhập Excel", "initiative": "Sáng kiến", "initiative_author": "Đồng tác giả sáng kiến",
	"inspection": "Đợt kiểm tra", "inspection_visit": "Kết quả kiểm tra đơn vị", "launch_tick": "Việc phát động đã làm", "leader_link": "Liên kết cho lãnh đạo",
	"leader_link_device": "Thiết bị mở liên kết", "mobilisation": "Vận động", "movement_document": "Văn bản của phong trào", "nominee": "Trường hợp đề nghị",
	"note": "Ghi chép, trao đổi", "notice": "Thông báo", "org_change": "Thay đổi tổ chức", "outbox": "Việc chờ gửi", "own_words": "Lời văn riêng của mẫu", "paper": "Văn bản",
	"paper_file": "Tệp của văn bản", "paper_step": "Bước của văn bản", "parcel_in": "Gói hồ sơ nhận", "parcel_out": "Gói hồ sơ gửi", "person": "Người",
	"plan_source": "Kế hoạch đã nhập", "pledge": "Giao ước thi đua", "post": "Chức vụ, quá trình công tác", "progress": "Tiến độ", "publicity_item": "Tin, bài tuyên truyền",
	"question": "Câu hỏi", "raise_list": "Danh sách trình", "recommendation": "Kiến nghị", "reform_task": "Nhiệm vụ cải cách hành chính", "registration": "Đăng ký thi đua",
	"registration_step": "Bước của đăng ký", "remark": "Nhận xét của đơn vị", "reply": "Văn bản trả lời", "sample_phrase": "Câu mẫu chỉ tiêu", "score_line": "Dòng của phiếu chấm",
	"score_sheet": "Phiếu chấm điểm", "session": "Phiên đăng nhập", "sign_in_guard": "Lần đăng nhập sai", "submission": "Lần gửi hồ sơ", "target": "Chỉ tiêu",
	"account_link": "Mã đặt mật khẩu", "anchor_letter": "Thư điểm chốt nhật ký", "deputy": "Ủy quyền", "earlier_password": "Mật khẩu đã dùng", "file_purge": "Tệp đã gỡ bỏ",
	"file_version": "Phiên bản trước của tệp", "kept_file": "Tệp đang lưu", "known_device": "Thiết bị đã đăng nhập", "proof_sheet": "Phiếu kiểm chứng",
	"recovery_code": "Mã dự phòng", "second_factor": "Xác thực hai lớp", "sign_in_step": "Lần đăng nhập đang dở", "subject_link": "Liên kết tài khoản của tỉnh",
	"unit_plan": "Kế hoạch của đơn vị", "vote_count": "Kiểm phiếu", "written_opinion": "Ý kiến bằng văn bản",
}

// Column gives the heading of a column in the file that somebody takes of his own data; empty without one.
func Column(name string) string { return columns[name] }

var columns = map[string]string{
	"abstract": "Trích yếu", "address": "Địa chỉ thư", "agent": "Thiết bị", "annual_title": "Danh hiệu hằng năm", "answer": "Trả lời", "answered_at": "Trả lời lúc",
	"asked_at": "Gửi lúc", "at": "Lúc", "birth_year": "Năm sinh", "body": "Nội dung", "citation": "Thành tích", "civil": "Là công chức", "class": "Xếp loại", "code": "Mã",
	"consent_on": "Ngày đồng ý công khai", "content": "Nội dung", "day": "Ngày", "decided_on": "Ngày quyết định", "decision": "Quyết định", "deed": "Việc làm",
	"disabled_at": "Khóa lúc", "doc_number": "Số văn bản", "done_on": "Ngày", "due": "Thời hạn", "ended_on": "Thu hồi ngày", "file_name": "Tệp", "form": "Hình thức",
	"from_date": "Từ ngày", "from_post": "Chức vụ khi bàn giao", "to_post": "Chức vụ khi nhận", "gold_number": "Số vào sổ vàng", "issued_on": "Ngày văn bản", "kind": "Loại",
	"leader_post": "Chức vụ", "link": "Địa chỉ", "made_at": "Lập lúc", "masked_on": "Che dữ liệu ngày", "measure": "Đơn vị tính", "media": "Nơi đăng", "met_on": "Ngày nhận xét",
	"name": "Tên", "note": "Ghi chú", "number": "Số", "on_date": "Ngày", "opened_at": "Mở lúc", "peer": "Địa chỉ mạng", "place": "Nơi họp", "present": "Có mặt",
	"presented_on": "Ngày trao", "published_on": "Ngày công bố", "rank": "Vị trí", "reason": "Lý do", "received_on": "Ngày nhận", "role": "Vai trò", "round_id": "Năm thi đua",
	"seat": "Vị trí trong Hội đồng", "seen_at": "Dùng lần cuối", "sent_at": "Gửi lúc", "sent_on": "Ngày gửi", "sex": "Xưng hô", "share": "Phần đóng góp (phần nghìn)",
	"state": "Tình trạng", "subject_name": "Tên trên quyết định", "subject_title": "Chức vụ trên quyết định", "summary": "Tóm tắt", "title": "Tên, chức danh", "to_date": "Đến ngày",
	"unit_name": "Đơn vị", "until_date": "Có giá trị đến", "user_name": "Tên đăng nhập", "issuer": "Hệ thống xác thực", "subject": "Mã định danh", "linked_at": "Liên kết lúc", "value": "Mức", "verb": "Việc", "verdict": "Đánh giá", "words": "Nội dung", "year": "Năm",
	"closed_at": "Chốt lúc", "confirmed_at": "Bật lúc", "reset_at": "Bị bỏ lúc", "post": "Chức vụ được ủy quyền", "read_at": "Đọc lúc", "done_at": "Thực hiện lúc", "last_at": "Mở lần cuối", "voting_at": "Bỏ phiếu lúc", "choice": "Lựa chọn",
}
