package parcel

import (
	"cmp"
	"context"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/pack/parcel"
	"thidua/internal/vi"
)

// weighing is what the proposals of a dossier are gathered from.
type weighing struct {
	app.DossierView
	results map[string]app.Result
	rooms   map[string]app.Room // by session
	tasks   app.ReformView
}

func (p *Post) proposals(ctx context.Context, actor thidua.Actor, v app.DossierView) (out []parcel.Proposal, err error) {
	w := weighing{DossierView: v, results: map[string]app.Result{}, rooms: map[string]app.Room{}}
	all, err := p.App.Results(ctx, actor, v.Season.Round.ID)
	if err != nil {
		return nil, err
	}
	for _, r := range all.Subjects {
		w.results[r.Subject.Key()] = r
	}
	if w.tasks, err = p.App.ReformTasks(ctx, actor, v.Season.Round.ID); err != nil {
		return nil, err
	}
	for _, n := range v.Nominees {
		if _, read := w.rooms[n.Session]; !read && n.Session != "" {
			if w.rooms[n.Session], err = p.App.Room(ctx, actor, n.Session); err != nil {
				return nil, err
			}
		}
		out = append(out, w.proposal(n))
	}
	return out, nil
}

func (w weighing) proposal(n thidua.Nominee) parcel.Proposal {
	r := w.results[n.Subject.Key()]
	out := parcel.Proposal{ID: n.ID, Subject: subject(n.Subject), Summary: n.Summary, OnTime: w.onTime(n.Subject, r.Targets), Standards: w.standards(n),
		Criteria: []parcel.Criterion{}, Earlier: []parcel.Award{}}
	for _, a := range w.Season.Awards {
		if a.ID == n.Award {
			out.Award, out.Authority = a.Name, a.Authority
		}
	}
	for _, i := range r.Record.Initiatives {
		if i.Recognised {
			out.Initiatives++
		}
	}
	for _, c := range r.Criteria {
		out.Criteria = append(out.Criteria, parcel.Criterion{Code: c.Code, Name: c.Name, Targets: c.Tally.All, Reached: c.Tally.Reached, Percent: c.Completion})
	}
	if room, ok := w.rooms[n.Session]; ok {
		if outcome, err := room.Outcome(n); err == nil {
			out.Yes, out.Votes = outcome.Yes, outcome.Base
		}
	}
	for _, a := range w.Past {
		if a.Subject.Key() == n.Subject.Key() {
			out.Earlier = append(out.Earlier, parcel.Award{Year: a.Year, Form: a.Form, Decision: a.Decision.Number})
		}
	}
	return out
}

func (w weighing) standards(n thidua.Nominee) []parcel.Standard {
	out := []parcel.Standard{}
	for _, s := range w.Season.Standards {
		if s.For != n.Subject.Kind {
			continue
		}
		f, _ := n.Finding(s.ID)
		out = append(out, parcel.Standard{Name: s.Name, Verdict: f.Verdict, Reason: cmp.Or(f.Note, vi.FindingSentence(f))})
	}
	return out
}

// onTime gives the share of what had its day that kept it, in whole percent rounded down: targets that were reached by their day, and for a unit the
// tasks of the reform plans that it owns; -1 when nothing had its day yet.
func (w weighing) onTime(s thidua.Subject, targets []app.TargetResult) int {
	all, kept := 0, 0
	for _, t := range targets {
		if day := t.HeldFrom(t.Entries, w.Season.Round.ReachedFrom); day != "" || t.Due < w.Today {
			all++
			if day != "" && (t.Due == "" || day <= t.Due) {
				kept++
			}
		}
	}
	if s.Kind == thidua.Collective {
		had, done := w.tasksOf(s.Unit)
		all, kept = all+had, kept+done
	}
	if all == 0 {
		return -1
	}
	return kept * 100 / all
}

// tasksOf counts the tasks of a unit that had their day, and those done by it.
func (w weighing) tasksOf(unit string) (had, done int) {
	for _, l := range w.tasks.Lines {
		if l.Unit != unit || l.Due == "" {
			continue
		}
		switch l.Stand {
		case thidua.StandTaskDone:
			had, done = had+1, done+1
		case thidua.StandTaskLate, thidua.StandTaskOverdue:
			had++
		}
	}
	return had, done
}
