package form

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/testkit/golden"
	"thidua/internal/testkit/nd30"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGoldenTrees(t *testing.T) {
	for _, s := range Samples {
		path := filepath.Join("testdata", s.Name+".txt")
		got := []byte(s.Make().Document().Dump())
		if *update {
			if err := os.WriteFile(path, got, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s; look at the difference, then run with -update", s.Name, path)
		}
	}
}

// TestEveryFormHasAGoldenTree reads the forms out of the source, so that a new one cannot be forgotten, and looks for golden files of none.
func TestEveryFormHasAGoldenTree(t *testing.T) {
	have, names := map[string]bool{}, []string{}
	for _, s := range Samples {
		have[reflect.TypeOf(s.Make()).Name()] = true
		names = append(names, s.Name)
	}
	for _, form := range golden.Forms(t, ".") {
		if !have[form] {
			t.Errorf("%s has no sample and no golden tree", form)
		}
	}
	golden.NoOrphans(t, names)
}

func TestFormsPassTheCheck(t *testing.T) {
	for _, s := range Samples {
		d := s.Make().Document()
		for _, f := range doc.Check(d) {
			t.Errorf("%s — %s: %s", s.Name, f.Component, f.Text)
		}
		nd30.Check(t, s.Name, doc.SampleMark, nd30.Write(t, s.Name, d))
	}
}

// long are forms whose tables go over pages, of an agency with a long name.
func long() map[string]Paper {
	ballot, prizes, decision, count := sampleBallot(), samplePrizes(), sampleDecision(), sampleCount()
	decision.Issuer.Agency = "Thanh tra tỉnh và Ban Quản lý các khu công nghiệp, khu kinh tế cửa khẩu quốc tế tỉnh Lào Cai"
	count.Witness = record.Attendee{}
	for i := range 60 {
		ballot.Cases = append(ballot.Cases, nominees[i%len(nominees)])
		prizes.Prizes = append(prizes.Prizes, Prize{praised[i%len(praised)], 1_500_000})
		decision.Praised = append(decision.Praised, praised[i%len(praised)])
		count.Cases = append(count.Cases, count.Cases[i%5])
	}
	return map[string]Paper{"long-ballot": ballot, "long-prizes": prizes, "long-decision": decision, "long-count": count}
}

func TestLongFormsPassTheCheck(t *testing.T) {
	for name, p := range long() {
		nd30.Check(t, name, doc.SampleMark, nd30.Write(t, name, p.Document()))
	}
}

func TestFormsStandWithNothingFilledIn(t *testing.T) {
	for name, p := range map[string]Paper{
		"invitation": Invitation{}, "programme": Programme{}, "script": Programme{Script: true}, "count": CountingMinutes{}, "ballot": Ballot{}, "notice": Notice{},
		"letter": Letter{}, "decision": Decision{}, "pledge": Pledge{}, "review": Review{}, "final": Review{Final: true}, "prizes": PrizeList{}, "roster": Roster{},
		"merits": MeritSummary{}, "index": ArchiveIndex{}, "unit": MeritReport{Collective: true}, "person": MeritReport{},
	} {
		d := p.Document()
		if nd30.Write(t, name, d).Pages == nil {
			t.Errorf("%s has no page", name)
		}
		if left := unfilled.FindString(d.Dump()); left != "" {
			t.Errorf("%s prints %s", name, left)
		}
	}
}

var unfilled = regexp.MustCompile(`\{[a-z]+\}`)

func TestEveryWordingIsUsedAndFilledIn(t *testing.T) {
	for _, s := range Samples {
		d := s.Make().Document()
		if left := unfilled.FindString(d.Dump()); left != "" {
			t.Errorf("%s prints %s", s.Name, left)
		}
		if source := Source(s.Name, d.Date); !strings.Contains(source, "Nghị định") && !strings.Contains(source, "cần kiểm chứng") {
			t.Errorf("%s follows %q: an article, or it is still to be verified", s.Name, source)
		}
	}
	if rows := strings.Count(strings.TrimSpace(wordingFile), "\n") + strings.Count(strings.TrimSpace(record.WordingFile), "\n"); rows != len(Wordings) {
		t.Errorf("%d of %d rows of wording.tsv are read", len(Wordings), rows)
	}
}

func TestAnAgencysOwnWordsKeepTheFigures(t *testing.T) {
	m := sampleCount()
	m.Wording = map[string]string{"issued": "Ban Kiểm phiếu đã phát {n} phiếu."}
	if !strings.Contains(m.Document().Dump(), "Ban Kiểm phiếu đã phát 07 phiếu.") {
		t.Error("the agency's own words are not printed with the figure")
	}
}

func TestWordingFollowsTheDay(t *testing.T) {
	kept := Wordings
	defer func() { Wordings = kept }()
	Wordings = append([]Wording{{Form: "giay-moi", Part: "close", To: "2024-12-31", Text: "Trân trọng kính mời./."}}, Wordings...)
	i := sampleInvitation()
	if strings.Contains(i.Document().Dump(), "Trân trọng kính mời./.") {
		t.Error("words that ended in 2024 stand on a paper of 2025")
	}
	if i.Date = "2024-06-01"; !strings.Contains(i.Document().Dump(), "Trân trọng kính mời./.") {
		t.Error("the words of 2024 are missing on a paper of that year")
	}
}

func TestMeritReportFollowsTheDecreeOfItsDay(t *testing.T) {
	for day, want := range map[thidua.Date]string{"2025-01-10": "98/2023/NĐ-CP, Phụ lục I, Mẫu 02", "2025-07-01": "cần kiểm chứng"} {
		if source := Source("bao-cao-cong-trang-tap-the", day); !strings.Contains(source, want) {
			t.Errorf("on %s it follows %q", day, source)
		}
	}
}

func TestSummariesHaveTenLines(t *testing.T) {
	s := sampleMerits()
	if long := s.Overlong(); long != nil {
		t.Errorf("%v are too long", long)
	}
	s.Merits[2].Text = strings.Repeat("Hoàn thành nhiệm vụ được giao. ", 30)
	if long := s.Overlong(); !slices.Equal(long, []string{"Bà Phạm Mai Anh"}) {
		t.Errorf("too long: %v", long)
	}
}

func TestBallotNamesNoVoter(t *testing.T) {
	if dump := sampleBallot().Document().Dump(); strings.Contains(dump, "signatures") {
		t.Error("a ballot is signed")
	}
}

func TestDecisionForOneNeedsNoList(t *testing.T) {
	d := sampleDecision()
	d.Praised = d.Praised[2:3]
	made := d.Document()
	if len(made.Sections) != 1 || !strings.Contains(made.Dump(), "cho ông Trần\u00a0Quốc\u00a0Bảo") && !strings.Contains(made.Dump(), `cho ông Trần\u00a0Quốc\u00a0Bảo`) {
		t.Error(made.Dump())
	}
}

func TestPrizesAddUp(t *testing.T) {
	l := samplePrizes()
	for i := range l.Prizes {
		l.Prizes[i].Money = 1_000_000 * (i + 1)
	}
	if dump := l.Document().Dump(); !strings.Contains(dump, "6.000.000 đồng (bằng chữ: sáu triệu đồng)") {
		t.Error(dump)
	}
}

func TestFormsAreFilledFromASeason(t *testing.T) {
	unit := thidua.Subject{Kind: thidua.Collective, Name: "Phòng Tổng hợp"}
	person := thidua.Subject{Kind: thidua.Individual, Name: "Lê Thị Mẫu", Title: "Chuyên viên", Person: "p", Home: "Phòng Tổng hợp", Sex: thidua.Female}
	s := Season{Agency: thidua.Agency{Name: "Sở Mẫu"}, Award: thidua.AwardForm{Name: "Giấy khen", Authority: "Giám đốc Sở"},
		Session:  thidua.Session{At: time.Date(2025, 2, 3, 8, 30, 0, 0, thidua.Zone), Place: "Phòng họp 1"},
		Nominees: []thidua.Nominee{{ID: "1", Subject: unit, Summary: "Hoàn thành 8/8 chỉ tiêu."}, {ID: "2", Subject: person, State: thidua.NomineeFailed, Summary: "Chưa đủ."}},
		Earlier:  []thidua.Award{{Subject: unit, Year: 2023, Form: "Giấy khen của Giám đốc Sở"}, {Subject: person, Year: 2023, Form: "Bằng khen"}},
		Awards:   []thidua.Award{{Nominee: "1", Subject: unit, Decision: thidua.AwardDecision{Number: "12/QĐ-SM", Dated: "2025-03-01", Issuer: "Giám đốc Sở Mẫu"}}},
	}
	for name, want := range map[string][]string{
		"giay-moi":              {"08 giờ 30 phút, thứ Hai, ngày 03 tháng 02 năm 2025", "Phòng họp 1"},
		"phieu-bau":             {"Phòng Tổng hợp", "Bà Lê Thị Mẫu", "02 trường hợp"},
		"tom-tat-thanh-tich":    {"TẬP THỂ", "Hoàn thành 8/8 chỉ tiêu."},
		"thong-bao-ket-qua":     {"Quyết định số 12/QĐ-SM ngày 01 tháng 3 năm 2025 của Giám đốc Sở Mẫu", "Không đạt tỷ lệ đồng ý", "01 tập thể"},
		"danh-sach-nhan-thuong": {"12/QĐ-SM", "01 tập thể"},
		"danh-sach-trich-ngang": {"Giấy khen của Giám đốc Sở năm 2023", "01 tập thể"},
		"cong-van":              {"V/v gửi hồ sơ"},
	} {
		i := slices.IndexFunc(Samples, func(s Sample) bool { return s.Name == name })
		dump := s.Fill(Samples[i].Make()).Document().Dump()
		for _, w := range want {
			if !strings.Contains(dump, w) {
				t.Errorf("%s does not say %q:\n%s", name, w, dump)
			}
		}
		if name == "danh-sach-trich-ngang" && strings.Contains(dump, "Năm sinh") {
			t.Error("a column in which nobody has anything")
		}
		if name == "tom-tat-thanh-tich" && strings.Contains(dump, "Chưa đủ") {
			t.Error("a summary of somebody whom the council did not let pass")
		}
	}
}
