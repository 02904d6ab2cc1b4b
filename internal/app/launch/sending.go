package launch

import (
	"context"
	"errors"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Sending is what is recorded at one time: the chosen recipients by name, one more by its name, the way and the day.
type Sending struct {
	Movement, Document string
	Chosen             []string // names of offered recipients
	Other              string
	Way                thidua.SendWay
	On                 thidua.Date
}

// SendOut records to whom a paper went (ghi nhận đã gửi): Văn phòng or văn thư. Faults stand at "chosen", "other", "way" and "sent".
func (d *Desk) SendOut(ctx context.Context, actor thidua.Actor, s Sending) error {
	if err := act.May(actor, Senders...); err != nil {
		return err
	}
	s.Other = text(s.Other)
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.SendOut}, func(tx *store.Tx, w *act.Deed) error {
		v, err := distributionOf(tx, s.Movement, s.Document)
		if err != nil {
			return err
		}
		w.Object, w.Name = "movement:"+v.Movement.ID, v.name()
		lines, err := v.lines(s, actor.Name)
		if err != nil {
			return err
		}
		w.After = lines
		for i, l := range lines {
			if err := tx.InsertDelivery(l, len(v.Lines)+i+1); err != nil {
				return err
			}
		}
		return nil
	})
}

// name is the paper as the log names it.
func (v Distribution) name() string {
	if v.Document.ID != "" {
		return v.Document.Kind + " " + v.Document.Number
	}
	return v.Movement.Name
}

func (v Distribution) lines(s Sending, by string) (out []thidua.Delivery, err error) {
	all := slices.DeleteFunc(slices.Clone(v.Offered), func(r Recipient) bool { return !slices.Contains(s.Chosen, r.Name) })
	if s.Other != "" {
		all = append(all, Recipient{Name: s.Other})
	}
	if len(all) == 0 {
		return nil, thidua.Faults{{Field: "chosen", Code: thidua.CodeNobodyChosen}}.Err()
	}
	for _, r := range all {
		l := thidua.Delivery{ID: store.NewID(), Movement: v.Movement.ID, Document: v.Document.ID, Recipient: r.Name, Unit: r.Unit, Way: s.Way, SentOn: s.On,
			ByName: by, Version: 1}
		if err := l.Check(v.Today); err != nil {
			return nil, renamed(err, "recipient", "other")
		}
		out = append(out, l)
	}
	return out, unmarked("other", s.Other)
}

// renamed puts the faults of one field at another.
func renamed(err error, from, to string) error {
	var e *thidua.Error
	if errors.As(err, &e) {
		for i := range e.Faults {
			if e.Faults[i].Field == from {
				e.Faults[i].Field = to
			}
		}
	}
	return err
}
