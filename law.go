package thidua

// Law is a document of law that a paper may rest on, with the days between which it is in force (văn bản quy phạm pháp luật).
type Law struct {
	Name     string // as a base cites it: kind, number, date, issuer, abstract
	From, To Date   // first and last day in force; To is empty while it is in force
	Source   string // where the days were read: article, or section of a plan
	Verified bool   // false: shown as "cần kiểm chứng", and a check on it only warns
}

// InForce tells whether the law holds on a day.
func (l Law) InForce(d Date) bool { return l.From <= d && (l.To == "" || d <= l.To) }

// LawsOn gives the laws in force on a day, in the order of the table.
func LawsOn(laws []Law, on Date) []Law {
	var out []Law
	for _, l := range laws {
		if l.InForce(on) {
			out = append(out, l)
		}
	}
	return out
}
