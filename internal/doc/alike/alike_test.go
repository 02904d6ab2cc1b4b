package alike

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestPairsAsTheyStandInReports reads sentences as people write and copy them.
func TestPairsAsTheyStandInReports(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		alike bool
	}{
		{"Cung cấp đủ số liệu, tài liệu kiểm chứng cho các chỉ số thành phần được giao.", "Cung cấp đủ số liệu, tài liệu kiểm chứng cho chỉ số thành phần do phòng phụ trách.", true},
		{"Trưởng phòng trực tiếp chỉ đạo, phân công rõ người, rõ việc; kiểm điểm tiến độ hằng tháng.", "Truong phong truc tiep chi dao, phan cong ro nguoi ro viec, kiem diem tien do hang thang", true},
		{"Trong năm 2024, phòng đã tổ chức [12 buổi] tuyên truyền tại các xã vùng cao.", "Trong năm 2023, phòng đã tổ chức 9 buổi tuyên truyền tại các xã vùng cao.", true},
		{"Phòng tổ chức đối thoại với người khiếu nại trước khi ban hành quyết định giải quyết.", "Trước khi ban hành quyết định giải quyết, phòng tổ chức đối thoại với người khiếu nại.", true},
		{"Rà soát, chuẩn hóa quy trình nội bộ của phòng và công khai tại bảng tin.", "Phối hợp tuyên truyền trong các cuộc thanh tra, tiếp công dân định kỳ.", false},
		{"Hoàn thành tốt nhiệm vụ được giao trong phong trào thi đua cải cách hành chính.", "Phong trào thi đua cải cách hành chính: hoàn thành tốt nhiệm vụ được giao.", false},
		{"Đoàn kết, gương mẫu.", "Đoàn kết, gương mẫu.", false},
		{"Văn phòng làm đầu mối theo dõi, đôn đốc các phòng gửi báo cáo quý.", "Thanh tra viên lập hồ sơ công việc và nộp lưu trữ đúng quy định.", false},
	} {
		share := Usual.Likeness(c.a, c.b)
		if (share >= Usual.Share) != c.alike {
			t.Errorf("%d%% between\n%s\n%s", share, c.a, c.b)
		}
		found := NewIndex(Usual, []Sentence{{Of: "b", Text: c.b}}).Like(Sentence{Of: "a", Text: c.a})
		if len(found) > 0 != c.alike || c.alike && found[0].Share != share {
			t.Errorf("the index says %+v, likeness %d", found, share)
		}
	}
}

func TestSharedWordsAreMarkedOnBothSides(t *testing.T) {
	own := Sentence{Of: "NV2", Text: "Cung cấp đủ số liệu, tài liệu kiểm chứng cho các chỉ số thành phần được giao."}
	other := Sentence{Of: "Mai Anh", Text: "Cung cấp đủ số liệu, tài liệu kiểm chứng cho chỉ số thành phần do phòng phụ trách."}
	found := NewIndex(Usual, []Sentence{other}).Like(own)
	if len(found) != 1 {
		t.Fatalf("%d pairs", len(found))
	}
	if got := drawn(found[0].OwnPieces); got != "*Cung cấp đủ số liệu, tài liệu kiểm chứng cho* các *chỉ số thành phần* được giao." {
		t.Error(got)
	}
	if got := drawn(found[0].Pieces); got != "*Cung cấp đủ số liệu, tài liệu kiểm chứng cho chỉ số thành phần* do phòng phụ trách." {
		t.Error(got)
	}
	own.Text, other.Text = "Tác giả sáng kiến được Chánh Thanh tra công nhận, đã áp dụng tại phòng.", "Các sáng kiến được Chánh Thanh tra công nhận đã áp dụng tại cơ quan."
	if found = NewIndex(Usual, []Sentence{other}).Like(own); len(found) != 1 || drawn(found[0].OwnPieces) != "Tác giả *sáng kiến được Chánh Thanh tra công nhận, đã áp dụng tại* phòng." {
		t.Errorf("a fixed phrase breaks what is shared: %+v", found)
	}
}

func drawn(pieces []Piece) string {
	var out []string
	for _, p := range pieces {
		if p.Shared {
			p.Text = "*" + p.Text + "*"
		}
		out = append(out, p.Text)
	}
	return strings.Join(out, " ")
}

var pool = strings.Fields("phòng chỉ đạo rà soát quy trình hồ sơ công dân tiếp nhận đối thoại kiểm điểm tiến độ phân công báo cáo kết luận thanh tra lưu trữ đôn đốc")

func made(r *rand.Rand, n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = pool[r.IntN(len(pool))]
	}
	return strings.Join(out, " ")
}

// TestLikenessIsAMeasure holds for any sentences: the same both ways, whole with itself, 0 to 100, never less with a lower threshold, and the
// order of what is compared changes nothing.
func TestLikenessIsAMeasure(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 6))
	for range 400 {
		a, b := made(r, 4+r.IntN(20)), made(r, 4+r.IntN(20))
		if x, y := Usual.Likeness(a, b), Usual.Likeness(b, a); x != y || x < 0 || x > 100 {
			t.Fatalf("%d and %d: %q %q", x, y, a, b)
		}
		if _, long := NewIndex(Usual, nil).read(Sentence{Text: a}); long && Usual.Likeness(a, a) != 100 {
			t.Fatalf("not alike to itself: %q", a)
		}
	}
	var all []Sentence
	for i := range 60 {
		all = append(all, Sentence{Of: fmt.Sprint(i), Text: made(r, 12)})
	}
	own := Sentence{Of: "own", Text: all[7].Text + " " + made(r, 3)}
	loose := Usual
	loose.Share, loose.Most = 20, 60
	before := NewIndex(loose, all).Like(own)
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	after := NewIndex(loose, all).Like(own)
	if len(before) == 0 || fmt.Sprint(before) != fmt.Sprint(after) {
		t.Errorf("another order, another result: %d and %d pairs", len(before), len(after))
	}
	strict := loose
	strict.Share = 90
	if n := len(NewIndex(strict, all).Like(own)); n == 0 || n > len(before) {
		t.Errorf("%d pairs over the higher threshold, %d over the lower", n, len(before))
	}
	if of := (Sentence{Of: "7", Text: own.Text}); len(NewIndex(strict, all).Like(of)) != 0 {
		t.Error("a report is compared with itself")
	}
}

func TestSentencesEndWherePeopleEndThem(t *testing.T) {
	got := Sentences("Đạt 1.250 hồ sơ, theo số 12/BC-NV2 ngày 01.4.2024. Phòng giữ nghiêm thời hạn!\r\nKhông có vi phạm; kiểm điểm hằng tháng")
	if want := "Đạt 1.250 hồ sơ, theo số 12/BC-NV2 ngày 01.4.2024.|Phòng giữ nghiêm thời hạn!|Không có vi phạm; kiểm điểm hằng tháng"; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
}

// BenchmarkAgency compares the report of one person with those of 38 people over five years, twelve sentences each.
func BenchmarkAgency(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	var all []Sentence
	for i := range 38 * 5 * 12 {
		all = append(all, Sentence{Of: fmt.Sprint(i / 12), Text: made(r, 18)})
	}
	for b.Loop() {
		x := NewIndex(Usual, all)
		for _, s := range all[:12] {
			x.Like(s)
		}
	}
}
