package writing

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/doc"
	"thidua/internal/doc/form"
	"thidua/internal/store"
)

// WordingKeepers may change what the agency says in the place of the forms' own words.
var WordingKeepers = thidua.RolesFor(thidua.MayKeepWording)

// The refusals of own words.
const (
	CodeWordingDay  thidua.Code = "wording.day"     // the first day on which own words may begin
	CodeWordingNone thidua.Code = "wording.nothing" // nothing was changed
)

// standing finds the own words of a part on a day; all come with the latest day first.
func standing(all []thidua.OwnWords, name, part string, on thidua.Date) (thidua.OwnWords, bool) {
	at := slices.IndexFunc(all, func(w thidua.OwnWords) bool { return w.Form == name && w.Part == part && w.From <= on })
	if at < 0 {
		return thidua.OwnWords{}, false
	}
	return all[at], true
}

// FormWording is a form as the list of wordings has it.
type FormWording struct {
	form.Sample
	Source string // what it follows
	Parts  int
	Own    int // parts in the agency's own words today
}

// Wordings lists the forms with what they follow and how many parts are in the agency's own words.
func (d *Desk) Wordings(ctx context.Context, actor thidua.Actor) (out []FormWording, err error) {
	all, today, err := d.ownWords(ctx, actor)
	if err != nil {
		return nil, err
	}
	own := thidua.WordsOn(all, today)
	for _, s := range form.Worded() {
		out = append(out, FormWording{Sample: s, Source: form.Source(s.Name, today), Parts: len(form.Parts(s.Name, today)), Own: len(own[s.Name])})
	}
	return out, nil
}

func (d *Desk) ownWords(ctx context.Context, actor thidua.Actor) (all []thidua.OwnWords, today thidua.Date, err error) {
	if err := act.May(actor, WordingKeepers...); err != nil {
		return nil, "", err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		today = act.Today(tx)
		all, err = tx.OwnWords()
		return err
	})
	return all, today, err
}

// WordedPart is a part of a form with the agency's own words for it.
type WordedPart struct {
	form.Part
	Own    string // in force today, with Vietnamese names in braces; empty when the form's own hold
	Latest thidua.OwnWords
	Coming []thidua.OwnWords // from a later day, the earliest first
}

// WordingView is the page of the words of one form.
type WordingView struct {
	FormWording
	Parts  []WordedPart
	Today  thidua.Date
	Sample doc.Document // with the words of today
}

// Wording reads the words of one form; NotFound for a name without a form.
func (d *Desk) Wording(ctx context.Context, actor thidua.Actor, name string) (v WordingView, err error) {
	all, today, err := d.ownWords(ctx, actor)
	if err != nil {
		return v, err
	}
	own := thidua.WordsOn(all, today)[name]
	at := slices.IndexFunc(form.Worded(), func(s form.Sample) bool { return s.Name == name })
	if at < 0 {
		return v, thidua.Refuse(thidua.NotFound, CodeNoForm)
	}
	v.FormWording = FormWording{Sample: form.Worded()[at], Source: form.Source(name, today), Own: len(own)}
	v.Today = today
	v.Sample, _ = form.SampleIn(name, own)
	for _, p := range form.Parts(name, today) {
		w := WordedPart{Part: p}
		if text := own[p.Part]; text != "" {
			w.Own = p.Shown(text)
		}
		w.Latest, _ = standing(all, name, p.Part, today)
		for _, later := range all {
			if later.Form == name && later.Part == p.Part && later.From > today {
				w.Coming = append([]thidua.OwnWords{later}, w.Coming...)
			}
		}
		v.Parts = append(v.Parts, w)
	}
	v.FormWording.Parts = len(v.Parts)
	return v, nil
}

// Preview gives the sample of a form with words as they are typed; a part that cannot be read has the words that stand.
func (d *Desk) Preview(ctx context.Context, actor thidua.Actor, name string, typed map[string]string) (doc.Document, error) {
	v, err := d.Wording(ctx, actor, name)
	if err != nil {
		return doc.Document{}, err
	}
	own := map[string]string{}
	for _, p := range v.Parts {
		text, sent := typed[p.Part.Part]
		if !sent {
			text = p.Own
		}
		if kept, _, fault := p.Read(text); fault == nil && kept != "" {
			own[p.Part.Part] = kept
		}
	}
	sample, _ := form.SampleIn(name, own)
	return sample, nil
}

// SaveWording keeps what the agency says for the parts of a form from a day on, today or later; a part that is emptied, or says what the form
// says, goes back to the form. No figure may be left out; what else would no longer be said is a fault at its part until it is sure.
func (d *Desk) SaveWording(ctx context.Context, actor thidua.Actor, name string, typed map[string]string, from thidua.Date, sure bool) error {
	if err := act.May(actor, WordingKeepers...); err != nil {
		return err
	}
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.SaveWording, Object: "wording:" + name}, func(tx *store.Tx, deed *act.Deed) error {
		today := act.Today(tx)
		parts := form.Parts(name, today)
		if len(parts) == 0 {
			return thidua.Refuse(thidua.NotFound, CodeNoForm)
		}
		all, err := tx.OwnWords()
		if err != nil {
			return err
		}
		var faults thidua.Faults
		if !from.Valid() || from < today {
			faults.Add("tu-ngay", CodeWordingDay, today)
		}
		changed := changes(parts, all, typed, from, sure, &faults)
		if err := faults.Err(); err != nil {
			return err
		}
		if len(changed) == 0 {
			return thidua.Refuse(thidua.Invalid, CodeWordingNone)
		}
		before, after := map[string]string{}, map[string]string{}
		for _, w := range changed {
			was, _ := standing(all, name, w.Part, from)
			before[w.Part], after[w.Part] = was.Text, w.Text
			w.By, w.At = actor.Name, tx.Now
			if err := tx.SaveOwnWords(w); err != nil {
				return err
			}
		}
		deed.Before, deed.After, deed.Name = before, after, titleOf(name)
		return nil
	})
}

func titleOf(name string) string {
	for _, s := range form.Worded() {
		if s.Name == name {
			return s.Title
		}
	}
	return name
}

// changes lists the parts whose words would be others from the day on.
func changes(parts []form.Part, all []thidua.OwnWords, typed map[string]string, from thidua.Date, sure bool, faults *thidua.Faults) (out []thidua.OwnWords) {
	for _, p := range parts {
		text, sent := typed[p.Part]
		if !sent {
			continue
		}
		kept, dropped, fault := p.Read(text)
		switch now, _ := standing(all, p.Form, p.Part, from); {
		case fault != nil:
			faults.Add(p.Part, fault.Code, fault.Args...)
		case kept == now.Text:
		case len(dropped) > 0 && !sure:
			faults.Add(p.Part, form.CodeOwnDrops, dropped[0])
		default:
			out = append(out, thidua.OwnWords{Form: p.Form, Part: p.Part, From: from, Text: kept})
		}
	}
	return out
}
