package certificate

import (
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// Words are what one certificate says, by part.
type Words map[Part]string

// Of gives the words of an award as its decision has them; citation is what the certificate says of the achievement.
func Of(w thidua.Award, agency thidua.Agency, citation string, t Template) Words {
	words := Words{PartName: w.Subject.Name, PartPost: agency.Name, PartCitation: strings.TrimRight(citation, ". "),
		PartTitle: strings.ToUpper(doc.Or(t.Title, w.Decision.Issuer)), PartSigner: t.Signer}
	if w.Subject.Kind == thidua.Individual {
		words[PartName] = strings.TrimSpace(vi.Sex(w.Subject.Sex) + " " + w.Subject.Name)
		words[PartPost] = doc.Join(vi.PostIn(w.Subject.Title, w.Subject.Home), agency.Name)
	}
	if w.Decision.Number != "" {
		words[PartDecision] = "Quyết định số: " + w.Decision.Number
		if w.Decision.Dated.Valid() {
			words[PartDecision] += ", " + doc.LongDate(w.Decision.Dated)
		}
	}
	if w.Decision.Dated.Valid() {
		words[PartPlace] = doc.PlaceDate(agency.Place, w.Decision.Dated)
	}
	if w.GoldNumber != "" {
		words[PartGold] = "Số sổ vàng: " + w.GoldNumber
	}
	return words
}

// Names are what people call the parts.
var Names = map[Part]string{
	PartName: "Tên tập thể, cá nhân", PartPost: "Chức vụ, đơn vị", PartCitation: "Lời thành tích", PartPlace: "Địa danh, ngày tháng",
	PartTitle: "Chức danh người ký", PartSigner: "Họ tên người ký", PartDecision: "Số, ngày quyết định", PartGold: "Số sổ vàng",
}
