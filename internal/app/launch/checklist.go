package launch

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Item names a line of the launch check list.
type Item string

// The lines of the check list: those of the movement first, then those of the year; the last are ticked by hand.
const (
	PlanIssued   Item = "ke-hoach"
	Launched     Item = "phat-dong"
	Regulation   Item = "quy-dinh"
	PlanSent     Item = "gui-ke-hoach"
	PlanTaken    Item = "xac-nhan"
	CouncilThere Item = "hoi-dong"
	Opened       Item = "mo-dang-ky"
	DaysSet      Item = "han"
	QuotaSet     Item = "so-luong"
	PlansMade    Item = "ke-hoach-don-vi"
	PledgesMade  Item = "giao-uoc"
	Meeting      Item = "hoi-nghi"
	Told         Item = "pho-bien"
	Published    Item = "dua-tin"
)

// OfMovement are the lines about the movement, OfYear those about the year, ByHand those that somebody ticks.
var (
	OfMovement = []Item{PlanIssued, Launched, Regulation, PlanSent, PlanTaken}
	OfYear     = []Item{CouncilThere, Opened, DaysSet, QuotaSet, PlansMade, PledgesMade}
	ByHand     = []Item{Meeting, Told, Published}
)

// Line is a line of the check list as it stands: how many of how many, or who ticked it when.
type Line struct {
	Item
	Done      bool
	Some, All int    // 0 of 0 where it is not counted
	Words     string // number of the plan, source of the quota
	On        thidua.Date
	Tick      thidua.LaunchTick
}

// Checklist is what is there for the launch of a movement in a year, and what is missing.
type Checklist struct {
	Movement thidua.Movement
	Round    thidua.Round
	Rounds   []thidua.Round
	Lines    []Line
	May      bool // the actor ticks
	Today    thidua.Date
}

// Of gives the lines of some items, in their order.
func (c Checklist) Of(items []Item) (out []Line) {
	for _, i := range items {
		for _, l := range c.Lines {
			if l.Item == i {
				out = append(out, l)
			}
		}
	}
	return out
}

// Done counts the lines that are there.
func (c Checklist) Done() (n int) {
	for _, l := range c.Lines {
		if l.Done {
			n++
		}
	}
	return n
}

// Checklist reads the launch check list of a year. Everybody of the agency may.
func (d *Desk) Checklist(ctx context.Context, actor thidua.Actor, round string) (c Checklist, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if c.Movement, c.Round, err = yearOf(tx, round); err != nil {
			return err
		}
		c.May, c.Today = actor.Has(thidua.RoleOffice) && c.Round.State != thidua.RoundEnded, act.Today(tx)
		if c.Rounds, err = tx.Rounds(c.Movement.ID); err != nil {
			return err
		}
		for _, read := range []func(*store.Tx) error{c.plan, c.sent, c.year, c.units, c.ticks} {
			if err := read(tx); err != nil {
				return err
			}
		}
		return nil
	})
	return c, err
}

func (c *Checklist) add(l Line) { c.Lines = append(c.Lines, l) }
