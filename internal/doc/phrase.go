package doc

import (
	"regexp"
	"slices"
	"strings"

	"thidua/internal/doc/font"
)

// office is the name of a numbered office, which a cell keeps on one line where its column has the room.
var office = regexp.MustCompile(`[Pp]hòng(?: \pL+){1,2}[ \x{00a0}](?:\pL+\x{00a0})?\d+`)

// offices gives the names of numbered offices in a text; most texts have none.
func offices(s string) []string {
	if !strings.Contains(s, "hòng ") {
		return nil
	}
	return office.FindAllString(s, -1)
}

// kept holds the names of numbered offices together that fit into the room.
func kept(s string, f font.Face, size float64, room int) string {
	for _, name := range offices(s) {
		if twips(f, size, name) <= float64(room) {
			s = strings.ReplaceAll(s, name, strings.ReplaceAll(name, " ", nbsp))
		}
	}
	return s
}

// compounds are words of two syllables that the lines of a title do not divide.
var compounds = strings.Fields(`bằng_khen giấy_khen cờ_thi tập_thể cá_nhân phong_trào thi_đua khen_thưởng cải_cách hành_chính địa_bàn thanh_tra chủ_tịch
	ubnd_tỉnh đề_nghị thành_tích xuất_sắc lào_cai hội_đồng giai_đoạn cơ_quan đơn_vị kết_quả thực_hiện báo_cáo hồ_sơ đăng_ký danh_hiệu chiến_sĩ lao_động
	tiên_tiến công_tác nhiệm_vụ kế_hoạch số_liệu chuyển_đổi đổi_số chỉ_tiêu văn_phòng trên_địa tổng_kết sơ_kết`)

// joinable tells whether two neighbours in a title belong together: a compound, the two sides of a dash, a year after "năm", the first words of a
// quotation.
func joinable(a, b string) bool {
	pair := strings.ToLower(strings.Trim(a, "“”,;.() -–")) + "_" + strings.ToLower(strings.Trim(b, "“”,;.() -–"))
	if strings.HasSuffix(a, "-") || strings.HasSuffix(a, "–") {
		return true
	}
	if strings.HasPrefix(b, "“") || strings.HasSuffix(a, "”") || strings.HasSuffix(a, ",") {
		return false
	}
	return strings.HasPrefix(a, "“") || strings.EqualFold(a, "năm") || slices.Contains(compounds, pair)
}

// groups joins the words of a title that stand together.
func groups(parts []string) []string {
	var out []string
	for i, p := range parts {
		if i > 0 && joinable(parts[i-1], p) {
			out[len(out)-1] += " " + p
			continue
		}
		out = append(out, p)
	}
	return out
}
