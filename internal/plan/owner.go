package plan

import (
	"regexp"
	"strings"
	"unicode"

	"thidua"
	"thidua/internal/vi"
)

// Why a row has no owner proposed.
const (
	NoLead       = "Kế hoạch không ghi đơn vị chủ trì."
	UnknownLead  = "Không đơn vị nào của cơ quan mang đúng tên này."
	SeveralLeads = "Kế hoạch ghi nhiều đơn vị; chọn một đơn vị chịu trách nhiệm chính."
)

// Owner gives the id of the one unit that a written lead names, by its name, its short name or a usual short form; or why it gives none.
func (a Agency) Owner(lead string) (unit, why string) {
	words := bare(lead)
	if len(words) == 0 {
		return "", NoLead
	}
	for cut := len(words); cut > 0; cut-- {
		if cut < len(words) && !a.own(words[cut:]) {
			continue
		}
		switch found := a.called(words[:cut]); len(found) {
		case 0:
		case 1:
			return found[0], ""
		default:
			return "", SeveralLeads
		}
	}
	if a.mentioned(words) > 1 || several.MatchString(strings.Join(words, " ")) {
		return "", SeveralLeads
	}
	return "", UnknownLead
}

var several = regexp.MustCompile(`^(?:cac|nhung|tat ca|toan the)\b`)

// bare gives the folded words of a name without its marks.
func bare(name string) []string {
	return strings.FieldsFunc(vi.Fold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// own tells words after the name of a unit that only say whose it is: "Văn phòng cơ quan", "Văn phòng Sở" within Sở Nội vụ.
func (a Agency) own(tail []string) bool {
	if tail[0] == "thuoc" || tail[0] == "cua" {
		tail = tail[1:]
	}
	text := strings.Join(tail, " ")
	return text == "co quan" || text != "" && strings.HasPrefix(strings.Join(bare(a.Name), " ")+" ", text+" ")
}

// called lists the units of a name: written in one of the forms of a unit, or, where none is, as the first words of a longer name.
func (a Agency) called(words []string) (exact []string) {
	name := strings.Join(words, "")
	var longer []string
	for _, u := range a.Units {
		switch full := bare(u.Name); {
		case forms(u)[name]:
			exact = append(exact, u.ID)
		case len(words) > 1 && len(full) > len(words) && strings.Join(full[:len(words)], " ") == strings.Join(words, " "):
			longer = append(longer, u.ID)
		}
	}
	if len(exact) == 0 {
		return longer
	}
	return exact
}

// forms are the ways to write a unit in short, without spaces: phongnghiepvu2, phongnv2, pnv2, nv2.
func forms(u thidua.Unit) map[string]bool {
	full := bare(u.Name)
	out := map[string]bool{strings.Join(full, ""): true, strings.Join(bare(u.Short), ""): true, strings.Join(bare(u.Code), ""): true, initials(full): true}
	if len(full) > 2 && full[0] == "phong" {
		rest := initials(full[1:])
		out["phong"+rest], out["p"+strings.Join(full[1:], "")] = true, true
	}
	delete(out, "")
	return out
}

// initials writes words by their first letters; a number stays whole.
func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if unicode.IsDigit(rune(w[0])) {
			b.WriteString(w)
		} else {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// mentioned counts the units whose name stands somewhere in the words.
func (a Agency) mentioned(words []string) (n int) {
	text := " " + strings.Join(words, " ") + " "
	for _, u := range a.Units {
		for _, name := range []string{u.Name, u.Short} {
			if form := strings.Join(bare(name), " "); form != "" && strings.Contains(text, " "+form+" ") {
				n++
				break
			}
		}
	}
	return n
}
