package parcel

import (
	"os"
	"testing"

	"thidua"
)

// registered makes of the sample a list of registrations.
func registered(m *Manifest, d *Data) {
	m.Kind, d.Proposals = thidua.ParcelRegistrations, nil
	d.Deadline = &Deadline{Day: "2025-02-01", Article: "mục II.4"}
	d.Registrations = []Registration{{ID: "r1", Subject: Subject{Kind: thidua.Individual, Name: "Trần Văn Mẫu", Home: "Phòng Nghiệp vụ 1"},
		Award: "Bằng khen", Title: "Lao động tiên tiến", Targets: []Target{{Criterion: "Thủ tục hành chính", Content: "Hồ sơ đúng hạn", Value: 95_00,
			Measure: "%", Direction: thidua.AtLeast, Due: "2025-12-31"}}}}
}

// TestAListOfRegistrationsOpensAsItWasSealed, and so does one that a program sealed under schema 1.
func TestAListOfRegistrationsOpensAsItWasSealed(t *testing.T) {
	p, err := Open(sample(t, fixed(), registered))
	if err != nil {
		t.Fatal(err)
	}
	if r := p.Data.Registrations; len(r) != 1 || r[0].Title != "Lao động tiên tiến" || r[0].Targets[0].Value != 95_00 || p.Data.Deadline.Day != "2025-02-01" {
		t.Errorf("the data are %+v", p.Data)
	}
	older, err := os.ReadFile("testdata/schema-1.zip")
	if err != nil {
		t.Fatal(err)
	}
	if p, err = Open(older); err != nil || p.Schema != 1 || p.Kind != thidua.ParcelRegistrations || p.Data.Registrations[0].Subject.Name != "Phòng Nghiệp vụ 1" {
		t.Errorf("a package of schema 1 does not open: %v", err)
	}
}
