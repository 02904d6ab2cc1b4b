package reader

import (
	"regexp"
	"thidua/internal/plan"
)

const actorHead = `Văn phòng|[Cc]ác [Pp]hòng|Phòng|Ban|Sở|Hội đồng|Công đoàn|Lãnh đạo|Trưởng|Thủ trưởng|[Cc]ác (?:đơn vị|cơ quan|sở|tập thể|bộ phận|cụm|khối)|UBND|Ủy ban|Thanh tra|Đoàn Thanh niên|Chi (?:cục|bộ)|Bộ phận|Tổ |Thường trực|Cụm|Khối|Cá nhân|Tập thể`

const actorVerbs = `tổng hợp|tăng cường|có trách nhiệm|chịu trách nhiệm|căn cứ|quyết tâm|chủ trì|phối hợp|tham mưu|theo dõi|gửi|thực hiện|đăng ký|triển khai|xây dựng|tổ chức|hướng dẫn|kiểm tra|báo cáo|lập|nộp|rà soát|đôn đốc|tuyên truyền|phát động|xem xét|hoàn thành|giúp|tiếp nhận|định kỳ|họp|tổng kết|sơ kết`

var actor = regexp.MustCompile(`^(?:(?:Giao|Đề nghị|Yêu cầu|Phân công)\s+(?:cho\s+)?|[^,.;:]*,\s+)?((?:` + actorHead + `)[\p{L}\d ,–-]{0,80}?)\s*(?:\s(?:` + actorVerbs + `)(?:[\s,.;:]|$)|:)`)

// actorIn gives who is to act in a sentence, an empty clip when it names nobody first.
func actorIn(c clip) clip {
	if m := actor.FindStringSubmatchIndex(c.text()); m != nil {
		return c.sub(m[2], m[3]).trim()
	}
	return clip{p: c.p}
}

var headActor = regexp.MustCompile(`^(?:Giao\s+|Đối với\s+|Trách nhiệm của\s+)?()(?:` + actorHead + `)`)

// actorOver gives the actor that a heading over the node names: "1. Văn phòng".
func actorOver(n *node) plan.Value {
	for p := n.parent; p != nil; p = p.parent {
		if m := headActor.FindStringSubmatchIndex(p.body.text()); m != nil && p.heading() {
			return plan.Value(p.body.sub(m[2], len(p.body.text())).trim().text())
		}
	}
	return ""
}

func (r *reader) assignments(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body.trim()
		a := plan.Assignment{Who: plan.Value(actorIn(n.body).text()), Text: c.text(), Seen: c.seen()}
		if a.Who == "" {
			a.Who = actorOver(n)
		}
		if a.Who == "" && n.rank == 0 {
			continue
		}
		if a.Who == "" {
			a.Seen = c.doubtful("Không thấy rõ ai thực hiện việc này.")
		}
		r.d.Assignments = append(r.d.Assignments, a)
	}
}
