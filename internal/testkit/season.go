package testkit

import (
	"context"
	"testing"
	"time"

	"thidua"
	"thidua/internal/store"
)

// Season is an agency with its units, people, council, plan and rounds, as a test needs it before a stage begins. Everybody has an actor.
type Season struct {
	DB         *store.DB
	Tenant     string
	Definition thidua.Definition
	Movement   thidua.Movement
	Rounds     map[int]thidua.Round // 2023 ended, 2024 judging, 2025 registering
	Units      map[string]thidua.Unit
	People     map[string]thidua.Person
	Council    thidua.Council
	actors     map[string]thidua.Actor
}

// Actor gives somebody of the season by full name, with the roles that the cast gives.
func (s *Season) Actor(name string) thidua.Actor { return s.actors[name] }

// Welcome puts somebody of another agency among those whom Actor gives.
func (s *Season) Welcome(a thidua.Actor) { s.actors[a.Name] = a }

// Today is the day on which the season stands: 14/01/2025, nine o'clock.
var Today = time.Date(2025, 1, 14, 9, 0, 0, 0, thidua.Zone)

// OpenSeason makes the season in an empty database of the engine under test; its clock stands at Today.
func OpenSeason(t testing.TB, change ...func(*store.Config)) *Season {
	t.Helper()
	db := Open(t, append([]func(*store.Config){func(c *store.Config) { c.Clock = func() time.Time { return Today } }}, change...)...)
	return FillSeason(t, db, "thanh-tra")
}

// FillSeason makes the season as an agency of an open database, so that a test can have a second agency beside it.
func FillSeason(t testing.TB, db *store.DB, tenant string) *Season {
	t.Helper()
	s := &Season{DB: db, Tenant: tenant, Rounds: map[int]thidua.Round{}, Units: map[string]thidua.Unit{}, People: map[string]thidua.Person{},
		actors: map[string]thidua.Actor{}}
	act := &store.Act{Tenant: tenant, Actor: "account:cai-dat", ActorName: "Cài đặt", Verb: "mo-mua", Object: "agency:" + tenant}
	err := db.Write(context.Background(), act, func(tx *store.Tx) error {
		agency := thidua.Agency{ID: tenant, Name: "Thanh tra tỉnh Lào Cai", Parent: "UBND tỉnh Lào Cai", Place: "Lào Cai", Symbol: "TT",
			LeaderTitle: "Chánh Thanh tra", Sample: true}
		for _, fill := range []func(*store.Tx) error{
			func(tx *store.Tx) error { return tx.InsertAgency(agency) }, s.fillPeople, s.fillCouncil, s.fillMovement,
		} {
			if err := fill(tx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("fill the season: %v", err)
	}
	return s
}

func (s *Season) fillCouncil(tx *store.Tx) error {
	s.Council = thidua.Council{ID: store.NewID(), Name: "Hội đồng Thi đua - Khen thưởng Thanh tra tỉnh", Decision: "…/QĐ-TT (mẫu)",
		DecidedOn: "2024-01-15", From: "2024-01-15", Quorum: thidua.Share{Num: 2, Den: 3}, Threshold: thidua.Share{Num: 2, Den: 3},
		RuleSource: "Quy chế Hội đồng (mẫu)", OwnOut: true}
	for _, c := range cast {
		if c.seat != "" {
			s.Council.Members = append(s.Council.Members, thidua.CouncilMember{Person: s.People[c.name].ID, Name: c.name, Sex: c.sex, Post: c.post,
				Seat: c.seat, Order: len(s.Council.Members) + 1})
		}
	}
	return tx.InsertCouncil(s.Council)
}
