package thidua

// The faults of an opinion, of a sending and of an answer, at the fields of their forms.
const (
	CodeLeaderMissing   Code = "slip.leader-missing"
	CodeFormMissing     Code = "slip.form-missing"
	CodeOpinionMissing  Code = "slip.opinion-missing"
	CodeAnswerMissing   Code = "reply.kind-missing"
	CodeDayMissing      Code = "day.missing"
	CodeDayFuture       Code = "day.future"
	CodeDayBackwards    Code = "day.backwards"
	CodeNumberMissing   Code = "letter.number-missing"
	CodeNothingApproved Code = "submission.nothing-approved"
)

// checkDay wants a day that exists and is not later than today.
func checkDay(f *Faults, field string, d, today Date) {
	switch {
	case d == "":
		f.Add(field, CodeDayMissing)
	case !d.Valid():
		f.Add(field, CodeDateWrong)
	case d > today:
		f.Add(field, CodeDayFuture)
	}
}

// CheckOpinion says what is wrong with a leader's opinion as it was typed; fields "leader", "form", "on".
func (s CoverSlip) CheckOpinion(today Date) error {
	var f Faults
	if s.Leader == "" {
		f.Add("leader", CodeLeaderMissing)
	}
	switch s.Form {
	case OpinionOnSlip, OpinionInSystem, OpinionAtMeeting, OpinionHere:
	default:
		f.Add("form", CodeFormMissing)
	}
	checkDay(&f, "on", s.On, today)
	return f.Err()
}

// Good tells whether the leader agreed, with changes or without.
func (s CoverSlip) Good() bool { return s.State == SlipAgreed || s.State == SlipAmended }

// Check says what is wrong with a sending as it was typed; fields "number", "dated", "sent".
func (s Submission) Check(today Date) error {
	var f Faults
	if s.Number == "" {
		f.Add("number", CodeNumberMissing)
	}
	checkDay(&f, "dated", s.Dated, today)
	checkDay(&f, "sent", s.SentOn, today)
	if s.Dated.Valid() && s.SentOn.Valid() && s.SentOn < s.Dated {
		f.Add("sent", CodeDayBackwards)
	}
	return f.Err()
}

// Check says what is wrong with an answer as it was typed; fields "number", "dated", "received". A letter has number and day; an answer
// without a letter (by telephone, or seen on the axis of documents) has neither.
func (r Reply) Check(today Date) error {
	var f Faults
	checkDay(&f, "received", r.ReceivedOn, today)
	if r.Number == "" && r.Dated != "" {
		f.Add("number", CodeNumberMissing)
	}
	if r.Number != "" || r.Dated != "" {
		checkDay(&f, "dated", r.Dated, today)
	}
	return f.Err()
}

// CheckDay says what is wrong with a day as it was typed: missing, no day, later than today.
func CheckDay(field string, d, today Date) error {
	var f Faults
	checkDay(&f, field, d, today)
	return f.Err()
}

// CheckIssue says what is wrong with the record of an issued paper: number (where the kind has one), day and signed copy; fields "number",
// "issued", "signed".
func (p Paper) CheckIssue(numbered bool, today Date) error {
	var f Faults
	if numbered && p.Number == "" {
		f.Add("number", CodeNumberMissing)
	}
	checkDay(&f, "issued", p.IssuedOn, today)
	if p.Signed.Missing() {
		f.Add("signed", CodeSignedMissing)
	}
	return f.Err()
}
