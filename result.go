package thidua

// What is recorded beside the workflows between registration and council.
const (
	ReportProgress   Action = "cap-nhat-tien-do"
	AttachEvidence   Action = "them-minh-chung"
	RecordInitiative Action = "ghi-sang-kien"
	RecordEvaluation Action = "ghi-xep-loai"
	RecordIndex      Action = "ghi-chi-so"
	SetScale         Action = "ghi-thang-diem"
	OpenSheets       Action = "mo-phieu-cham"
	CommentSheet     Action = "gop-y-phieu"
)

// The faults of recorded results: index, evaluation, initiative, scale.
const (
	CodeIndexYear       Code = "result.index-year"
	CodeIndexRank       Code = "result.index-rank"
	CodeDocumentMissing Code = "result.document-missing"
	CodeClassUnknown    Code = "result.class"
	CodePersonMissing   Code = "result.person-missing"
	CodeTitleOfWork     Code = "result.initiative-name"
	CodeScalePoints     Code = "result.scale-points"
	CodeFutureDay       Code = "result.future-day"
)

// Classes lists the classes of the yearly evaluation, the best first.
var Classes = []EvaluationClass{ClassExcellent, ClassGood, ClassCompleted, ClassNot}

// Check says what is wrong with a published rank as it was typed.
func (i IndexResult) Check(today Date) error {
	var f Faults
	if i.Year < 2000 || i.Year > today.Year() {
		f.Add("year", CodeIndexYear)
	}
	if i.Rank < 1 || i.Rank > i.Of {
		f.Add("rank", CodeIndexRank)
	}
	if i.Document == "" {
		f.Add("document", CodeDocumentMissing)
	}
	checkPast(&f, "published", i.PublishedOn, today)
	return f.Err()
}

// Check says what is wrong with a recorded class as it was typed: it is nothing without the decision that gives it.
func (e EvaluationResult) Check(today Date) error {
	var f Faults
	if e.Person == "" {
		f.Add("person", CodePersonMissing)
	}
	if e.Class != ClassExcellent && e.Class != ClassGood && e.Class != ClassCompleted && e.Class != ClassNot {
		f.Add("class", CodeClassUnknown)
	}
	if e.Decision == "" {
		f.Add("decision", CodeDocumentMissing)
	}
	checkPast(&f, "on", e.On, today)
	return f.Err()
}

// Good tells whether the class is at least Hoàn thành tốt nhiệm vụ.
func (e EvaluationResult) Good() bool { return e.Class == ClassExcellent || e.Class == ClassGood }

// Check says what is wrong with an initiative as it was typed: one that is recognised has its decision with number and day.
func (i Initiative) Check(today Date) error {
	var f Faults
	if i.Name == "" {
		f.Add("name", CodeTitleOfWork)
	}
	if i.Unit == "" {
		f.Add("unit", CodeUnitMissing)
	}
	if i.Recognised && (i.Decision == "" || i.On == "") {
		f.Add("decision", CodeDocumentMissing)
	}
	checkPast(&f, "on", i.On, today)
	return f.Err()
}

// Check says what is wrong with the record of the council's agreement to a scale as it was typed.
func (s Scale) Check(today Date) error {
	var f Faults
	if s.AgreedOn != "" && s.Decision == "" {
		f.Add("decision", CodeDocumentMissing)
	}
	checkPast(&f, "agreed", s.AgreedOn, today)
	return f.Err()
}

func checkPast(f *Faults, field string, day, today Date) {
	switch {
	case day == "":
	case !day.Valid():
		f.Add(field, CodeDateWrong)
	case day > today:
		f.Add(field, CodeFutureDay)
	}
}
