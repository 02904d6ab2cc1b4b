package form

import (
	"strings"
	"testing"
)

func TestEveryPlaceholderHasAName(t *testing.T) {
	seen := 0
	for _, s := range Worded() {
		parts := Parts(s.Name, "2025-01-10")
		if len(parts) == 0 {
			t.Errorf("%s has no words to change", s.Name)
		}
		for _, p := range parts {
			names := map[string]bool{}
			for _, one := range p.Places {
				seen++
				if one.Name == "" || names[one.Name] {
					t.Errorf("%s %s: {%s} has no name of its own in placeholders.tsv", p.Form, p.Part, one.Key)
				}
				names[one.Name] = true
			}
			if kept, dropped, fault := p.Read(p.Text + " Thêm"); fault != nil || dropped != nil || p.Shown(kept) != p.Text+" Thêm" {
				t.Errorf("%s %s: the form's own words read as %q, dropped %v, fault %v", p.Form, p.Part, kept, dropped, fault)
			}
			if kept, _, fault := p.Read(p.Text); kept != "" || fault != nil {
				t.Errorf("%s %s: the form's own words are kept as %q, %v", p.Form, p.Part, kept, fault)
			}
		}
	}
	if seen < 70 {
		t.Errorf("only %d placeholders were looked at", seen)
	}
}

func part(t *testing.T, form, name string) Part {
	t.Helper()
	for _, p := range Parts(form, "2025-01-10") {
		if p.Part == name {
			return p
		}
	}
	t.Fatalf("%s has no part %s", form, name)
	return Part{}
}

func TestOwnWordsMayNotLoseAFigure(t *testing.T) {
	valid := part(t, "bien-ban-kiem-phieu", "valid")
	if valid.Text != "Số phiếu hợp lệ: {số phiếu hợp lệ} phiếu ({số phiếu hợp lệ bằng chữ})." {
		t.Errorf("shown as %q", valid.Text)
	}
	if _, _, fault := valid.Read("Các phiếu đều hợp lệ."); fault == nil || fault.Code != CodeOwnFigure || fault.Args[0] != "số phiếu hợp lệ" {
		t.Errorf("words without the figure: %v", fault)
	}
	if kept, dropped, fault := valid.Read("Có {số phiếu hợp lệ} phiếu\nhợp lệ."); fault != nil || kept != "Có {n} phiếu hợp lệ." || len(dropped) != 1 {
		t.Errorf("kept %q, dropped %v, fault %v", kept, dropped, fault)
	}
	if _, _, fault := valid.Read("{số phiếu hợp lệ} và {số phiếu xanh}"); fault == nil || fault.Code != CodeUnknown || fault.Args[0] != "số phiếu xanh" {
		t.Errorf("an unknown name: %v", fault)
	}
	if _, _, fault := valid.Read("{số phiếu hợp lệ}" + strings.Repeat("ă", MaxOwn)); fault == nil || fault.Code != CodeOwnLong {
		t.Errorf("too long: %v", fault)
	}
	if kept, _, _ := part(t, "giay-moi", "written").Read("và gửi ý kiến qua Thư ký"); kept != " và gửi ý kiến qua Thư ký" {
		t.Errorf("the blank before a clause is lost: %q", kept)
	}
}

func TestASampleShowsOwnWords(t *testing.T) {
	for name, own := range map[string]map[string]string{"giay-moi": {"close": "Kính mong các đại biểu dự họp./."}, "to-trinh": {"close": "Kính đề nghị xem xét./."}, "bien-ban-hop": {"place": "Họp tại {place}."}, "phu-luc": {"with": "(Gửi kèm {paper})"}} {
		d, known := SampleIn(name, own)
		for _, words := range own {
			words, _, _ = strings.Cut(words, "{")
			if !known || !strings.Contains(d.Dump(), words) {
				t.Errorf("the sample of %s does not say %q", name, words)
			}
		}
	}
	unshown := 0
	for _, r := range records {
		for _, p := range Parts(r.name, "2025-01-20") {
			d, known := SampleIn(r.name, map[string]string{p.Part: "Lời của cơ quan " + p.raw})
			if !known || !strings.Contains(d.Dump(), "Lời của cơ quan ") {
				unshown++
				t.Logf("%s: the sample has no place for %s", r.name, p.Part)
			}
			if p.Part == "kind" {
				t.Errorf("%s offers the kind of paper", r.name)
			}
		}
	}
	if unshown != 1 { // minutes that propose nobody
		t.Errorf("%d parts are offered and do not show in their sample", unshown)
	}
	if _, known := SampleIn("khong-co", nil); known {
		t.Error("a form that does not exist has a sample")
	}
}
