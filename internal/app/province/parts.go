package province

import (
	"thidua"
	"thidua/internal/pack/parcel"
	"thidua/internal/vi"
)

// partsOf lists the parts that a dossier has to have (mục IV.2 of the plan: Tờ trình, Biên bản họp xét, a Báo cáo thành tích for each case) beside
// the papers that came.
func partsOf(d parcel.Data) []thidua.PartCheck {
	var out []thidua.PartCheck
	for _, kind := range []thidua.PaperKind{thidua.PaperProposal, thidua.PaperMinutes} {
		found := papersOf(d, kind, "")
		if len(found) == 0 {
			found = []thidua.PartCheck{{Kind: kind, Name: vi.PaperKind(kind)}}
		}
		out = append(out, found...)
	}
	for _, p := range d.Proposals {
		found := papersOf(d, thidua.PaperReport, p.ID)
		if len(found) == 0 {
			found = []thidua.PartCheck{{Kind: thidua.PaperReport, Name: vi.PaperKind(thidua.PaperReport) + ": " + p.Subject.Name}}
		}
		out = append(out, found...)
	}
	return out
}

func papersOf(d parcel.Data, kind thidua.PaperKind, about string) (out []thidua.PartCheck) {
	for _, paper := range d.Papers {
		if paper.Kind == kind && (about == "" || paper.About == about) {
			out = append(out, thidua.PartCheck{Kind: kind, Name: paper.Title, Paper: paper.ID, Signed: paper.Signed})
		}
	}
	return out
}
