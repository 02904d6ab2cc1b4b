package former

import (
	"maps"
	"slices"
)

// Table is a table whose rows are kept of an object: Owner is the column that names the object, Key the one that tells its rows apart.
type Table struct{ Name, Owner, Key string }

// tables are those of each kind of object that an import changes, parents first.
var tables = map[string][]Table{
	"unit":         {{"unit", "id", "id"}, {"unit_version", "unit_id", "from_date"}},
	"person":       {{"person", "id", "id"}, {"post", "person_id", "id"}},
	"registration": {{"registration", "id", "id"}, {"target", "registration_id", "id"}, {"registration_step", "registration_id", "id"}},
	"score-sheet":  {{"score_sheet", "id", "id"}, {"score_line", "sheet_id", "criterion_id"}},
	"target":       {{"progress", "target_id", "id"}},
}

// Tables gives the tables of a kind of object, parents first.
func Tables(kind string) []Table { return tables[kind] }

// Of gives the table of a row.
func (r Row) Of() Table {
	for _, all := range tables {
		if at := slices.IndexFunc(all, func(t Table) bool { return t.Name == r.Table }); at >= 0 {
			return all[at]
		}
	}
	return Table{}
}

// Use is a column in which other rows name a row by its id; Within is one whose text may hold the id somewhere.
type Use struct {
	Table, Column string
	Within        bool
}

var uses = map[string][]Use{
	"unit": of("unit_id", "post", "grant_role", "registration", "evidence", "initiative", "score_sheet", "nominee", "award", "reform_task", "delivery", "pledge",
		"unit_plan", "handover", "evaluation_result", "publicity_plan", "publicity_item", "exemplar", "inspection_visit", "recommendation", "mobilisation", "deputy",
	).and(Use{"handover", "to_unit", false}, Use{"unit_link", "old_unit", false}, Use{"unit_link", "new_unit", false}, Use{"round", "office_reviewer", false},
		Use{"org_change", "plan", true}),
	"person": of("person_id", "account", "council_member", "evaluation_result", "registration", "evidence", "initiative", "attendance", "nominee",
		"written_opinion", "award", "question", "initiative_author", "publicity_item", "exemplar", "remark", "data_request",
	).and(Use{"deputy", "from_person_id", false}, Use{"deputy", "to_person_id", false}, Use{"target", "owner_id", false}, Use{"handover", "from_person", false}, Use{"handover", "to_person", false}, Use{"org_change", "plan", true}),
	"target":       of("target_id", "progress", "evidence").and(Use{"target", "from_target", false}),
	"registration": list{{"note", "object", true}},
	"post":         list{{"org_change", "plan", true}},
}

type list []Use

func of(column string, tables ...string) (out list) {
	for _, t := range tables {
		out = append(out, Use{Table: t, Column: column})
	}
	return out
}

func (l list) and(more ...Use) list { return append(l, more...) }

// Kinds lists the tables whose rows are looked for elsewhere.
func Kinds() []string { return slices.Sorted(maps.Keys(uses)) }

// Uses gives the columns that name a row of a table.
func Uses(table string) []Use { return uses[table] }
