package sample

import (
	"encoding/json"
	"time"

	"thidua"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// receive writes the package in which a dossier came, with its data; the sample keeps no files, so the package has no papers.
func (u *upper) receive(tx *store.Tx, h *house, a thidua.Appraisal, s *sending) error {
	at := moment(a.SentOn, 9, 0)
	data := parcel.Data{Agency: parcel.Agency{ID: h.row.ID, Name: h.row.Name}, Letter: parcel.Letter{Number: a.Number, Dated: a.Dated},
		Movement: parcel.Movement{Name: a.Period.Movement, From: firstYear, To: lastYear, Year: a.Period.Year, Closing: a.Period.Closing}}
	for _, n := range s.nominees {
		one := n.Subject
		data.Proposals = append(data.Proposals, parcel.Proposal{ID: n.ID, Subject: parcel.Subject{Kind: one.Kind, Name: one.Name, Title: one.Title, Sex: one.Sex, Home: one.Home},
			Award: h.def.Awards[0].Name, Authority: h.def.Awards[0].Authority, Summary: n.Summary, Yes: n.yes, Votes: n.yes + n.no, OnTime: n.onTime})
	}
	text, err := json.Marshal(data)
	if err != nil {
		return err
	}
	p := thidua.Parcel{ID: a.Parcel, Kind: thidua.ParcelDossier, From: h.row.ID, FromName: h.row.Name, To: u.row.ID, ToName: u.row.Name, Movement: a.Period.Movement,
		Year: a.Period.Year, Closing: a.Period.Closing, Number: a.Number, Dated: a.Dated, SealedAt: at}
	if err := tx.InsertParcelIn(p, string(text), at.Add(2*time.Hour), u.people[1].Name); err != nil {
		return err
	}
	return tx.UseParcel(p.ID, "appraisal:"+a.ID)
}
