package app

import (
	"cmp"
	"context"
	"os"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/store"
)

func slipObject(id string) string { return "cover-slip:" + id }

// CodeSlipOpen is a second cover slip while one waits for the leader.
const CodeSlipOpen thidua.Code = "slip.open"

// MakeCoverSlip makes the Phiếu trình that takes something of a round to the leader: the list of registrations (object is the round), a
// paper, the ranks or the roll of honour. proposal is what Văn phòng proposes. One slip at a time waits for the leader.
func (a *App) MakeCoverSlip(ctx context.Context, actor thidua.Actor, round string, about thidua.SlipSubject, object, proposal string) (s thidua.CoverSlip, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return s, err
	}
	err = a.write(ctx, actor, deed{Verb: thidua.MakeSlip}, func(tx *store.Tx, d *deed) error {
		season, err := seasonOf(tx, round)
		if err != nil {
			return err
		}
		if about == thidua.SlipRegistrations {
			object = round
			if err := listReady(tx, round); err != nil {
				return err
			}
		}
		before, err := tx.CoverSlips(about, object)
		if err != nil {
			return err
		}
		if n := len(before); n > 0 && before[n-1].State == thidua.SlipWaiting {
			return thidua.Refuse(thidua.Conflict, CodeSlipOpen)
		}
		s = thidua.CoverSlip{ID: store.NewID(), Round: round, About: about, Object: object, State: thidua.SlipWaiting,
			Proposal: strings.TrimSpace(proposal), MadeAt: tx.Now, Version: 1}
		d.Object, d.Name, d.After = slipObject(s.ID), season.Movement.Name, s
		return tx.InsertCoverSlip(s)
	})
	return s, err
}

func listReady(tx *store.Tx, round string) error {
	b, err := bookOf(tx, round)
	if err != nil {
		return err
	}
	return b.Block.Ready()
}

// Instruction is the leader's opinion (ý kiến chỉ đạo): said in the program by a leader, or recorded by Văn phòng "ghi thay" with the scan.
type Instruction struct {
	Version int64
	Do      thidua.Action // Agree, AgreeAmended or Disagree; the last two need Words
	Leader  string        // person; a leader who acts himself may leave it empty
	Form    thidua.OpinionForm
	On      thidua.Date
	Words   string
	Scan    thidua.FileRef
	ByLink  bool // the leader speaks through his link, which the use cases of the link have looked at
}

// RecordOpinion keeps the leader's opinion on a cover slip. Agreement on the list of registrations moves every reviewed one to Lãnh đạo
// phê duyệt.
func (a *App) RecordOpinion(ctx context.Context, actor thidua.Actor, slip string, in Instruction) (s thidua.CoverSlip, err error) {
	if in.Do == "" {
		return s, thidua.Faults{{Field: "opinion", Code: thidua.CodeOpinionMissing}}.Err()
	}
	err = a.write(ctx, actor, deed{Verb: in.Do, Object: slipObject(slip), Reason: strings.TrimSpace(in.Words)}, func(tx *store.Tx, d *deed) error {
		if s, err = tx.CoverSlip(slip); err != nil {
			return err
		}
		d.Before = s
		if err := giveOpinion(tx, actor, &s, in); err != nil {
			return err
		}
		if s.OnBehalf != "" {
			d.ForWho = s.LeaderName
		}
		d.Name, d.After = s.LeaderName, s
		if err := tx.UpdateCoverSlip(s); err != nil {
			return err
		}
		s.Version++
		return followOpinion(tx, s)
	})
	return s, err
}

// giveOpinion asks the workflow and writes the opinion into the slip.
func giveOpinion(tx *store.Tx, actor thidua.Actor, s *thidua.CoverSlip, in Instruction) error {
	own := actor.Has(thidua.RoleLeader) && (in.Leader == "" || in.Leader == actor.Person)
	roles := []thidua.Role{thidua.RoleLeader}
	if own {
		in.Leader, in.Form, in.On = cmp.Or(actor.Behalf, actor.Person), thidua.OpinionHere, today(tx)
		if in.ByLink {
			in.Form = thidua.OpinionByLink
		}
	} else {
		roles = onlyRole(actor, thidua.RoleOffice)
	}
	s.Leader, s.Form, s.On, s.Words, s.Scan = in.Leader, in.Form, in.On, strings.TrimSpace(in.Words), in.Scan
	rule, err := thidua.CoverSlipFlow.Next(s.State, in.Do, roles, thidua.Facts{thidua.ScanThere: !in.Scan.Missing()}, s.Words)
	if thidua.KindOf(err) == thidua.Forbidden || thidua.KindOf(err) == thidua.Conflict {
		return err
	}
	if faults := s.CheckOpinion(today(tx)); faults != nil {
		return faults
	}
	if err != nil {
		return err
	}
	if in.Version != s.Version {
		return thidua.Refuse(thidua.Conflict, store.CodeStale)
	}
	s.State = rule.To
	if !own || actor.Deputy != "" {
		s.OnBehalf, s.BehalfName = actor.Person, actor.Name
	}
	return nameLeader(tx, s)
}

func onlyRole(actor thidua.Actor, role thidua.Role) []thidua.Role {
	if actor.Has(role) {
		return []thidua.Role{role}
	}
	return nil
}

// nameLeader writes down who the leader is today; only somebody of the leadership can say it.
func nameLeader(tx *store.Tx, s *thidua.CoverSlip) error {
	staff, err := tx.Staff(store.StaffFilter{On: today(tx), Person: s.Leader}, store.Page{Size: 1})
	if err != nil {
		return err
	}
	if len(staff) == 0 || staff[0].Rank != thidua.RankLeader {
		return thidua.Faults{{Field: "leader", Code: thidua.CodeLeaderMissing}}.Err()
	}
	s.LeaderName, s.LeaderPost = staff[0].Name, staff[0].Post
	return nil
}

// followOpinion is what agreement sets going, by what the slip is about.
func followOpinion(tx *store.Tx, s thidua.CoverSlip) error {
	if !s.Good() || s.About != thidua.SlipRegistrations {
		return nil
	}
	_, err := tx.MoveRegistrations(s.Round, thidua.RegistrationReviewed, thidua.RegistrationApproved)
	return err
}

// SlipView is what the page of a cover slip shows.
type SlipView struct {
	RegistrationBook
	Shown   thidua.CoverSlip
	Leaders []thidua.Staff // lãnh đạo cơ quan of today
	OwnCase thidua.Event   // the approval of the registration that the leader who decides sent himself; without Verb when there is none
	Offers  []thidua.Offer
}

// CoverSlip reads a cover slip: with the list when it takes the registrations to the leader, alone when it is about something else, which
// has a page of its own.
func (a *App) CoverSlip(ctx context.Context, actor thidua.Actor, id string) (v SlipView, err error) {
	if err := may(actor, thidua.RoleOffice, thidua.RoleLeader, thidua.RoleInspector, thidua.RoleClerk); err != nil {
		return v, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		if v.Shown, err = tx.CoverSlip(id); err != nil || v.Shown.About != thidua.SlipRegistrations {
			return err
		}
		if v.RegistrationBook, err = bookOf(tx, v.Shown.Round); err != nil {
			return err
		}
		if v.Agency, err = tx.AgencyOn(thidua.DateOf(v.Shown.MadeAt)); err != nil {
			return err
		}
		v.Offers = thidua.CoverSlipFlow.Offers(v.Shown.State, actor.Roles, thidua.Facts{thidua.ScanThere: true})
		if v.Leaders, err = leadersOf(tx); err != nil {
			return err
		}
		return v.readOwnCase(tx)
	})
	return v, err
}

// readOwnCase finds who approved the registration of the leader who decides on the list: never the leader (decision 8).
func (v *SlipView) readOwnCase(tx *store.Tx) error {
	leader := v.Shown.Leader
	if leader == "" {
		leader = v.Leader.ID
	}
	i := slices.IndexFunc(v.People, func(r RegistrationRow) bool { return r.Subject.Person == leader && r.Given() })
	if leader == "" || i < 0 {
		return nil
	}
	steps, err := tx.RegistrationSteps(v.People[i].ID)
	for _, e := range steps {
		if do := thidua.Action(e.Verb); do == thidua.HeadApprove || do == thidua.RecordHeadOK {
			e.ObjectName = v.People[i].Subject.Name
			v.OwnCase = e
		}
	}
	return err
}

func leadersOf(tx *store.Tx) ([]thidua.Staff, error) {
	staff, err := tx.Staff(store.StaffFilter{On: today(tx)}, store.Page{})
	var out []thidua.Staff
	for _, s := range staff {
		if s.Rank == thidua.RankLeader {
			out = append(out, s)
		}
	}
	return out, err
}

// Leaders lists the leaders of the agency of today, for whom Văn phòng may record an opinion.
func (a *App) Leaders(ctx context.Context, actor thidua.Actor) (out []thidua.Staff, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		out, err = leadersOf(tx)
		return err
	})
	return out, err
}

// OpenSlipScan opens the scan with the leader's signature; the caller closes it.
func (a *App) OpenSlipScan(ctx context.Context, actor thidua.Actor, id string) (ref thidua.FileRef, f *os.File, err error) {
	v, err := a.CoverSlip(ctx, actor, id)
	if err != nil {
		return ref, nil, err
	}
	if v.Shown.Scan.Missing() {
		return ref, nil, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	f, err = a.openFile(actor, v.Shown.Scan)
	return v.Shown.Scan, f, err
}
