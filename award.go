package thidua

// Deeds on papers, dossiers and the roll of honour that leave the state as it is, or make the object.
const (
	MakeDossier    Action = "lap-ho-so"
	RenewPaper     Action = "lam-ban-moi"
	RecordConfirm  Action = "ghi-nhan-xac-nhan"
	RecordHardCopy Action = "nop-ban-giay"
	PublishHonour  Action = "cong-bo-bang-vang"
	HideHonour     Action = "go-bang-vang"
)

// The faults of papers, dossiers, decisions and of the roll of honour.
const (
	CodeNobodyPassed   Code = "dossier.nobody-passed"
	CodeDossierFixed   Code = "dossier.fixed"
	CodePaperWords     Code = "paper.words-unknown"
	CodeDecisionSooner Code = "decision.before-session"
	CodeNoResult       Code = "decision.no-result"
	CodeWhyMissing     Code = "decision.why-missing"
	CodeIssuerMissing  Code = "decision.issuer-missing"
	CodeScanMissing    Code = "decision.scan-missing"
	CodeSignedMissing  Code = "paper.signed-missing"
	CodeAskDecision    Code = "decision.own-form"
	CodeNoAwards       Code = "honour.no-awards"
	CodeCeremonySooner Code = "ceremony.before-decision"
)

// DecisionLine is what the decision says of one nominee (danh sách theo Quyết định).
type DecisionLine struct {
	Nominee    string
	Answer     Answer // AnswerYes: được tặng; AnswerNo: không khen thưởng
	GoldNumber string // số sổ vàng
	Note       string // why not, or a remark
}

// Decision is a decision on awards as it was received, with what it says of every nominee.
type Decision struct {
	AwardDecision
	Lines []DecisionLine
}

// Check says what is wrong with a decision as it was typed on a day, for the nominees of the dossier and the day on which the council met;
// the faults of a line stand at "result-ID" and "note-ID".
func (d Decision) Check(nominees []Nominee, met, today Date) error {
	var f Faults
	if d.Number == "" {
		f.Add("number", CodeNumberMissing)
	}
	checkDay(&f, "dated", d.Dated, today)
	checkDay(&f, "received", d.ReceivedOn, today)
	switch {
	case d.Dated.Valid() && d.ReceivedOn.Valid() && d.ReceivedOn < d.Dated:
		f.Add("received", CodeDayBackwards)
	case d.Dated.Valid() && d.Dated < met:
		f.Add("dated", CodeDecisionSooner, met)
	}
	if d.Issuer == "" {
		f.Add("issuer", CodeIssuerMissing)
	}
	if d.Scan.Missing() {
		f.Add("scan", CodeScanMissing)
	}
	for _, n := range nominees {
		d.checkLine(&f, n.ID)
	}
	return f.Err()
}

func (d Decision) checkLine(f *Faults, nominee string) {
	l, ok := d.Line(nominee)
	switch {
	case !ok || l.Answer != AnswerYes && l.Answer != AnswerNo:
		f.Add("result-"+nominee, CodeNoResult)
	case l.Answer == AnswerNo && l.Note == "":
		f.Add("note-"+nominee, CodeWhyMissing)
	}
}

// Line finds what the decision says of a nominee.
func (d Decision) Line(nominee string) (DecisionLine, bool) {
	for _, l := range d.Lines {
		if l.Nominee == nominee {
			return l, true
		}
	}
	return DecisionLine{}, false
}
