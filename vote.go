package thidua

// Count is one entering of the counts for a nominee: by show of hands once, on paper twice by two members independently.
type Count struct {
	Session  string
	Nominee  string
	Round    int // 1 or 2: which of the independent counts
	Issued   int // phiếu phát ra
	Returned int // phiếu thu về
	Invalid  int // phiếu không hợp lệ
	Yes      int // đồng ý
	No       int // không đồng ý
	Blank    int // không có ý kiến
	By       string
	ByName   string
}

// Choice is one member's answer in writing.
type Choice string

// The choices; none is preselected.
const (
	ChoiceYes   Choice = "yes"   // Đồng ý
	ChoiceNo    Choice = "no"    // Không đồng ý
	ChoiceBlank Choice = "blank" // Không có ý kiến
)

// Opinion is a written opinion (ý kiến bằng văn bản) of one member on one nominee.
type Opinion struct {
	Session string
	Nominee string
	Person  string
	Name    string
	Choice  Choice
	On      Date
	File    FileRef
}

// Electorate is who votes on one nominee: all members make the base, those present vote by hand or ballot, the absent in writing;
// one who is the case does not vote.
type Electorate struct {
	Members int  // total members of the council
	Present int  // present, less the one who is the case
	Own     int  // 1 when a member is the case
	OwnOut  bool // the council's rules take that member out of the base
}

// Base is the denominator: all members, less the own case where the council's rules say so.
func (e Electorate) Base() int {
	if e.OwnOut {
		return e.Members - e.Own
	}
	return e.Members
}

// Outcome is the result for one nominee.
type Outcome struct {
	Yes, No, Blank int // by hand or ballot, and in writing
	Written        int // of these in writing
	Base           int
	Need           int // votes that the threshold asks of the base, rounded up
	Passed         bool
}

// The faults of counts.
const (
	CodeCountSum       Code = "vote.sum"         // entered, expected
	CodeCountNegative  Code = "vote.negative"    //
	CodeCountReturned  Code = "vote.returned"    // returned more than issued
	CodeCountIssued    Code = "vote.issued"      // issued more than present
	CodeCountsDiffer   Code = "vote.differ"      // the two counts differ
	CodeCountSameHand  Code = "vote.same-hand"   // the same person counted twice
	CodeOpinionPresent Code = "vote.was-present" // a present member votes in the room
	CodeOwnVote        Code = "vote.own-case"
	CodeCountsTaken    Code = "vote.taken"        // two others have counted already
	CodeOnlyWritten    Code = "vote.only-written" // the session takes opinions in writing only
)

// Check says what is wrong with a count for the electorate: by hand the three add up to those present; on paper valid and invalid
// ballots add up to those returned.
func (c Count) Check(kind VoteKind, e Electorate) error {
	var f Faults
	if min(c.Issued, c.Returned, c.Invalid, c.Yes, c.No, c.Blank) < 0 {
		f.Add("yes", CodeCountNegative)
		return f.Err()
	}
	sum := c.Yes + c.No + c.Blank
	if kind != PaperBallot {
		if sum != e.Present {
			f.Add("yes", CodeCountSum, sum, e.Present)
		}
		return f.Err()
	}
	switch {
	case c.Issued > e.Present:
		f.Add("issued", CodeCountIssued, c.Issued, e.Present)
	case c.Returned > c.Issued:
		f.Add("returned", CodeCountReturned, c.Returned, c.Issued)
	case sum+c.Invalid != c.Returned:
		f.Add("yes", CodeCountSum, sum+c.Invalid, c.Returned)
	}
	return f.Err()
}

// Turn tells which of the independent counts a person enters: the own one again, else the first that is free; 0 when both are others'.
func Turn(kind VoteKind, counts []Count, person string) int {
	if kind != PaperBallot {
		return 1
	}
	free := 1
	for _, c := range counts {
		if c.By == person {
			return c.Round
		}
		if c.Round == free {
			free++
		}
	}
	if free > 2 {
		return 0
	}
	return free
}

// Shown gives the counts of one nominee as a person may see them: the figures of a single paper count are its counter's alone, so that
// the second counting is independent.
func Shown(kind VoteKind, counts []Count, person string) []Count {
	if kind != PaperBallot || len(counts) != 1 || counts[0].By == person {
		return counts
	}
	c := counts[0]
	return []Count{{Session: c.Session, Nominee: c.Nominee, Round: c.Round, By: c.By, ByName: c.ByName}}
}

// Agreed gives the count that holds: the one by hand, or both on paper when two different people found the same.
func Agreed(kind VoteKind, counts []Count) (Count, error) {
	switch {
	case kind == WrittenOpinion:
		return Count{}, nil
	case len(counts) == 0, kind == PaperBallot && len(counts) < 2:
		return Count{}, Refuse(Invalid, CodeMissing, []Fact{VotesWhole})
	case kind != PaperBallot:
		return counts[0], nil
	case counts[0].By == counts[1].By:
		return Count{}, Refuse(Invalid, CodeCountSameHand)
	case !counts[0].same(counts[1]):
		return Count{}, Refuse(Invalid, CodeCountsDiffer)
	}
	return counts[0], nil
}

func (c Count) same(d Count) bool {
	return c.Issued == d.Issued && c.Returned == d.Returned && c.Invalid == d.Invalid &&
		c.Yes == d.Yes && c.No == d.No && c.Blank == d.Blank
}

// Result adds the written opinions to the agreed count and compares the share of đồng ý in the base with the threshold, as fractions.
func Result(c Count, written []Opinion, e Electorate, threshold Share) Outcome {
	o := Outcome{Yes: c.Yes, No: c.No, Blank: c.Blank, Written: len(written), Base: e.Base(), Need: threshold.Of(e.Base())}
	for _, w := range written {
		switch w.Choice {
		case ChoiceYes:
			o.Yes++
		case ChoiceNo:
			o.No++
		default:
			o.Blank++
		}
	}
	o.Passed = Share{o.Yes, o.Base}.AtLeast(threshold)
	return o
}
